"""A state machine that does anything anybody may try, in any order (EISEN part 4).

Two searches that want the same two people, one P-team, a matchtafel and a clock. Every rule is one
real command by the person who would do it; a refusal is an answer. After every step the promises
are checked against the database, not against what the commands said.
"""

from contextlib import suppress
from datetime import date, timedelta
from decimal import Decimal

from django.db import transaction
from django.db.models import Count, Sum
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from config.kern.fouten import DomeinFout
from config.kern.models import Bericht
from config.kern.werkdagen import lokale_dag
from matching.domain.agendapunt import punt_agenderen, uitkomst_herstellen, uitkomst_vastleggen
from matching.domain.fasen import FASEN, mag_naar
from matching.domain.inzien import reacties_inzien
from matching.domain.kandidaat import kandidaat_instemmen, kandidaat_kiezen, kandidaat_plaatsen
from matching.domain.match import instemming_geven, match_intrekken, match_voorstellen
from matching.domain.matchtafel import sessie_openen, sessie_plannen
from matching.domain.procedure import (
    fase_afsluiten,
    fase_overgaan,
    procedure_hervatten,
    procedure_intrekken,
    procedure_pauzeren,
)
from matching.domain.publicatie import (
    deling_beantwoorden,
    publicatie_intrekken,
    reactie_bevestigen,
    reactie_indienen,
    reactie_intrekken,
    tro_delen,
    tro_publiceren,
)
from matching.domain.sluiten import sessie_sluiten
from matching.domain.termijnen import termijnen_verwerken
from matching.domain.tro import tro_bijwerken
from matching.domain.werving import werving_intrekken, werving_openen
from matching.enums import (
    DelingAntwoord,
    Fase,
    InstemmingVan,
    MatchStatus,
    ReactieStatus,
    Route,
    SessieStatus,
    TermijnStatus,
    Uitkomst,
    WervingReden,
    WervingSoort,
    WervingStatus,
)
from matching.models import (
    Agendapunt,
    Deling,
    ExterneWerving,
    Faseovergang,
    Kandidaat,
    Match,
    MatchtafelSessie,
    Procedure,
    Publicatie,
    Reactie,
    Termijn,
)
from matching.models.procedure import GESLOTEN_FASEN
from matching.queries.procedure import open_publicatie
from pdomein.models import Medewerker
from register.models import Inzet
from tests.factories.matching import NU, Wereld

BEGIN, EINDE = date(2026, 12, 1), date(2027, 6, 1)
DEEL = Decimal("0.9")
WIE = st.sampled_from([0, 1])
VRAAG = st.sampled_from([0, 1])
FTE = st.sampled_from([Decimal("0.4"), Decimal("0.5"), Decimal("0.6")])


class Wandelaar(RuleBasedStateMachine):
    """``wereld``, ``ander``, ``eerste`` and ``tweede`` are set on a subclass by the test."""

    wereld: Wereld
    ander: Wereld
    eerste: int
    tweede: int

    def __init__(self) -> None:
        super().__init__()
        self.nu = NU
        self.blok = transaction.atomic()
        self.blok.__enter__()

    def teardown(self) -> None:
        transaction.set_rollback(True)
        self.blok.__exit__(None, None, None)

    # -- help -------------------------------------------------------------------------------

    def procedure(self, welke: int) -> Procedure:
        pk = (self.eerste, self.tweede)[welke]
        return Procedure.objects.select_related("matchvraag__opdracht").get(pk=pk)

    def aog(self, welke: int):
        wereld = (self.wereld, self.ander)[welke]
        return wereld.als(wereld.aog, self.nu)

    def als(self, wie: Medewerker):
        return self.wereld.als(wie, self.nu)

    @property
    def pm(self):
        return self.als(self.wereld.pmanager)

    def mens(self, wie: int) -> Medewerker:
        return self.wereld.mensen[wie]

    def doe(self, opdracht, **velden) -> bool:
        """One command at a later minute; a refusal leaves nothing behind."""
        self.nu += timedelta(minutes=1)
        with suppress(DomeinFout), transaction.atomic():
            opdracht(nu=self.nu, **velden)
            return True
        return False

    # -- time -------------------------------------------------------------------------------

    @rule(dagen=st.integers(1, 3))
    def dag_verder(self, dagen: int) -> None:
        self.nu += timedelta(days=dagen)

    @rule()
    def week_verder(self) -> None:
        self.nu += timedelta(days=7, hours=5)

    @rule(keer=st.sampled_from([1, 2]))
    def tik(self, keer: int) -> None:
        matches = Match.objects.count()
        for _ in range(keer):
            termijnen_verwerken(nu=self.nu)
        assert Match.objects.count() == matches, "a timer never makes a match"

    # -- phase 0 and 1 ----------------------------------------------------------------------

    @rule(welke=VRAAG)
    def deel(self, welke: int) -> None:
        self.doe(tro_delen, procedure=self.procedure(welke), pteams=[self.wereld.pteam],
                 door=self.aog(welke))

    @rule(welke=VRAAG, antwoord=st.sampled_from(["ja", "nee", "later"]))
    def antwoord(self, welke: int, antwoord: str) -> None:
        deling = Deling.objects.filter(procedure=self.procedure(welke)).first()
        if deling and self.doe(
            deling_beantwoorden, deling=deling, antwoord=DelingAntwoord(antwoord), door=self.pm
        ):
            deling.refresh_from_db()
            assert (deling.antwoord, deling.antwoord_op) == (antwoord, self.nu)

    @rule(welke=VRAAG)
    def publiceer(self, welke: int) -> None:
        self.doe(tro_publiceren, procedure=self.procedure(welke), door=self.aog(welke))

    @rule(welke=VRAAG)
    def van_de_markt(self, welke: int) -> None:
        if publicatie := open_publicatie(self.procedure(welke)):
            self.doe(publicatie_intrekken, publicatie=publicatie, reden="x", door=self.aog(welke))

    @rule(welke=VRAAG, resultaat=st.sampled_from(["Een plan.", "Een brug.", "Een nota."]))
    def wijzig_wezenlijk(self, welke: int, resultaat: str) -> None:
        """R256: while on the market only as a new publication."""
        procedure = self.procedure(welke)
        open_ = open_publicatie(procedure)
        anders = resultaat != procedure.matchvraag.tro.beoogd_resultaat
        gelukt = self.doe(
            tro_bijwerken, procedure=procedure, velden={"beoogd_resultaat": resultaat},
            opnieuw_publiceren=True, door=self.aog(welke),
        )
        if gelukt and open_ and anders:
            open_.refresh_from_db()
            assert open_.ingetrokken_op == self.nu
            assert open_publicatie(procedure).nummer == open_.nummer + 1

    @rule(welke=VRAAG, wie=WIE)
    def reageer(self, welke: int, wie: int) -> None:
        if publicatie := open_publicatie(self.procedure(welke)):
            mens = self.mens(wie)
            self.doe(reactie_indienen, publicatie=publicatie, medewerker=mens, toelichting="x",
                     door=self.als(mens))

    @rule(welke=VRAAG, wie=WIE, bevestigt=st.booleans())
    def reactie_terug(self, welke: int, wie: int, bevestigt: bool) -> None:
        reactie = Reactie.objects.filter(
            publicatie__procedure=self.procedure(welke), medewerker=self.mens(wie)
        ).order_by("-pk").first()
        if reactie:
            self.doe(reactie_bevestigen if bevestigt else reactie_intrekken, reactie=reactie,
                     door=self.als(self.mens(wie)))

    # -- rest, stop, jump -------------------------------------------------------------------

    @rule(welke=VRAAG, hervat=st.booleans())
    def pauze(self, welke: int, hervat: bool) -> None:
        if hervat:
            self.doe(procedure_hervatten, procedure=self.procedure(welke), door=self.aog(welke))
        else:
            self.doe(procedure_pauzeren, procedure=self.procedure(welke), reden="x",
                     door=self.aog(welke))

    @rule(welke=VRAAG, zeker=st.integers(0, 3))
    def trek_in(self, welke: int, zeker: int) -> None:
        if not zeker:
            self.doe(procedure_intrekken, procedure=self.procedure(welke), reden="x",
                     door=self.aog(welke))

    @rule(welke=VRAAG, naar=st.sampled_from(list(Fase)))
    def sluit_af(self, welke: int, naar: Fase) -> None:
        self.doe(fase_afsluiten, procedure=self.procedure(welke), naar=naar, reden="x",
                 door=self.aog(welke))

    @rule(welke=VRAAG, naar=st.sampled_from(list(Fase)))
    def spring(self, welke: int, naar: Fase) -> None:
        """A step that the table does not know is refused, whoever asks (R237)."""
        procedure = self.procedure(welke)
        if not mag_naar(procedure, naar):
            assert not self.doe(fase_overgaan, procedure=procedure, naar=naar, door=self.aog(welke))

    # -- match ------------------------------------------------------------------------------

    @rule(welke=VRAAG, wie=WIE, fte=FTE, waarom=st.sampled_from(["", "x"]))
    def stel_voor(self, welke: int, wie: int, fte: Decimal, waarom: str) -> None:
        procedure = self.procedure(welke)
        self.doe(reacties_inzien, procedure=procedure, door=self.aog(welke))
        door = self.pm if procedure.fase == Fase.EXTERN else self.aog(welke)
        gelukt = self.doe(
            match_voorstellen, procedure=procedure, medewerker=self.mens(wie), fte=fte,
            begin=BEGIN, einde=EINDE, motivatie_organisatie="x", motivatie_persoon="x",
            motivatie_binnen_wachttijd=waarom, door=door,
        )
        publicatie = open_publicatie(procedure)
        if gelukt and procedure.fase == Fase.OPDRACHTENMARKT and not waarom:
            assert lokale_dag(self.nu) >= publicatie.vroegste_bespreekdatum

    @rule(welke=VRAAG, van=st.sampled_from(list(InstemmingVan)), akkoord=st.integers(0, 3))
    def stem(self, welke: int, van: InstemmingVan, akkoord: int) -> None:
        match = Match.objects.filter(procedure=self.procedure(welke)).first()
        if match:
            wie = match.medewerker if van == InstemmingVan.MEDEWERKER else self.wereld.pmanager
            self.doe(instemming_geven, match=match, van=van, akkoord=bool(akkoord), reden="x",
                     door=self.als(wie))

    @rule(welke=VRAAG, zeker=st.integers(0, 3))
    def trek_match_in(self, welke: int, zeker: int) -> None:
        match = Match.objects.filter(procedure=self.procedure(welke)).first()
        if match and not zeker:
            self.doe(match_intrekken, match=match, reden="x", door=self.aog(welke))

    # -- the table --------------------------------------------------------------------------

    def sessie(self) -> MatchtafelSessie | None:
        return MatchtafelSessie.objects.exclude(status=SessieStatus.GESLOTEN).first()

    @rule(over=st.integers(0, 9))
    def plan_sessie(self, over: int) -> None:
        if self.sessie() is None:
            self.doe(sessie_plannen, datum=lokale_dag(self.nu) + timedelta(days=over),
                     voorzitter=self.wereld.pmanager, door=self.pm)

    @rule(welke=VRAAG)
    def agendeer(self, welke: int) -> None:
        if sessie := self.sessie():
            self.doe(punt_agenderen, sessie=sessie, procedure=self.procedure(welke), door=self.pm)

    @rule()
    def open_sessie(self) -> None:
        if sessie := self.sessie():
            self.doe(sessie_openen, sessie=sessie, door=self.pm)

    def punt(self, welke: int) -> Agendapunt | None:
        return Agendapunt.objects.filter(
            procedure=self.procedure(welke), toegepast_op=None
        ).select_related("sessie__voorzitter", "procedure__matchvraag").first()

    @rule(welke=VRAAG, wie=WIE, ja=st.booleans())
    def leg_op_tafel(self, welke: int, wie: int, ja: bool) -> None:
        if punt := self.punt(welke):
            self.doe(kandidaat_plaatsen, agendapunt=punt, medewerker=self.mens(wie),
                     bron="pmanager", argument="x", door=self.pm)
            for k in Kandidaat.objects.filter(agendapunt=punt, medewerker=self.mens(wie)):
                self.doe(kandidaat_instemmen, kandidaat=k, akkoord=ja, door=self.als(k.medewerker))

    @rule(welke=VRAAG, wie=WIE)
    def kies(self, welke: int, wie: int) -> None:
        punt = self.punt(welke)
        for k in Kandidaat.objects.filter(agendapunt=punt, medewerker=self.mens(wie)):
            self.doe(kandidaat_kiezen, kandidaat=k, door=self.pm)

    @rule(welke=VRAAG, uitkomst=st.sampled_from([*Uitkomst, Uitkomst.GEMATCHT]))
    def beslis(self, welke: int, uitkomst: str) -> None:
        if punt := self.punt(welke):
            self.doe(uitkomst_vastleggen, agendapunt=punt, uitkomst=uitkomst, motivering="x",
                     begin=BEGIN, einde=EINDE, fte=Decimal("0.6"), door=self.pm)

    @rule(welke=VRAAG, zeker=st.integers(0, 3))
    def herstel(self, welke: int, zeker: int) -> None:
        if not zeker and (punt := self.punt(welke)):
            self.doe(uitkomst_herstellen, agendapunt=punt, door=self.pm)

    @rule()
    def sluit_sessie(self) -> None:
        sessie = self.sessie()
        if sessie and self.doe(sessie_sluiten, sessie=sessie, door=self.pm):
            assert not sessie.agendapunten.filter(uitkomst="").exists()
            assert not sessie.agendapunten.filter(toegepast_op=None).exists()

    # -- phase 3 ----------------------------------------------------------------------------

    @rule(welke=VRAAG, terug=st.booleans())
    def werf(self, welke: int, terug: bool) -> None:
        procedure = self.procedure(welke)
        werving = ExterneWerving.objects.filter(procedure=procedure).first()
        if terug and werving:
            self.doe(werving_intrekken, werving=werving, reden="x", door=self.pm)
        else:
            self.doe(werving_openen, procedure=procedure, soort=WervingSoort.INHUUR,
                     reden=WervingReden.EXTRA, motivering="x", pteam=self.wereld.pteam,
                     vwnw_bekeken=True, begin=BEGIN, einde=EINDE, door=self.pm)

    # -- the straight way, so that a walk gets somewhere -----------------------------------

    @rule(welke=VRAAG, wie=WIE, keer=st.integers(1, 8))
    def vooruit(self, welke: int, wie: int, keer: int) -> None:
        """What the table of phases expects next, several times in a row."""
        for _ in range(keer):
            procedure = self.procedure(welke)
            match = procedure.matches.filter(status=MatchStatus.VOORGESTELD).first()
            if match is not None:
                for van in InstemmingVan:
                    self.stem(welke, van, 1)
            else:
                getattr(self, f"_na_{procedure.fase}", lambda *_: None)(welke, wie)

    @initialize(een=st.integers(0, 9), twee=st.integers(0, 9))
    def begin_halverwege(self, een: int, twee: int) -> None:
        """A walk may start anywhere on the way: phase 0, the market, the table, a session."""
        self.vooruit(0, 1, een)
        self.vooruit(1, 1, twee)

    @rule(welke=VRAAG, uitkomst=st.sampled_from(list(Uitkomst)))
    def tafel_beslist(self, welke: int, uitkomst: str) -> None:
        """A whole session about one place, with any outcome."""
        for _ in range(4):
            punt = self.punt(welke)
            if punt is None or not punt.kandidaten.filter(gekozen=True).exists():
                self._na_matchtafel(welke, 1)
        self.beslis(welke, uitkomst)
        self._na_matchtafel(welke, 1)


    def _na_concept(self, welke: int, wie: int) -> None:
        self.deel(welke)
        self.publiceer(welke)

    def _na_informeel(self, welke: int, wie: int) -> None:
        if wie:
            self.publiceer(welke)
        else:
            self.stel_voor(welke, wie, Decimal("0.5"), "")

    def _na_opdrachtenmarkt(self, welke: int, wie: int) -> None:
        self.reageer(welke, wie)
        self.week_verder()
        self.tik(1)

    def _na_matchtafel(self, welke: int, wie: int) -> None:
        sessie, punt = self.sessie(), self.punt(welke)
        if sessie is None:
            self.plan_sessie(0)
        elif punt is None:
            self.agendeer(welke)
        elif sessie.status == SessieStatus.GEPLAND:
            self.nu += max(sessie.datum - lokale_dag(self.nu), timedelta(0))
            self.open_sessie()
        elif not punt.kandidaten.filter(gekozen=True).exists():
            self.leg_op_tafel(welke, wie, True)
            self.kies(welke, wie)
        elif not punt.uitkomst:
            self.beslis(welke, Uitkomst.GEMATCHT)
        else:
            for nog in sessie.agendapunten.filter(uitkomst=""):
                self.doe(uitkomst_vastleggen, agendapunt=nog, uitkomst=Uitkomst.AANHOUDEN,
                         door=self.pm)
            self.sluit_sessie()

    def _na_extern(self, welke: int, wie: int) -> None:
        self.werf(welke, False)
        self.stel_voor(welke, wie, Decimal("0.4"), "")

    def _na_ingetrokken(self, welke: int, wie: int) -> None:
        self.publiceer(welke)

    def _na_bij_programmeerberaad(self, welke: int, wie: int) -> None:
        self.sluit_af(welke, Fase.MATCHTAFEL)

    # -- the promises -----------------------------------------------------------------------

    @invariant()
    def een_fase_en_een_doorlopend_spoor(self) -> None:
        for welke in (0, 1):
            procedure = self.procedure(welke)
            spoor = list(Faseovergang.objects.filter(procedure=procedure).order_by("versie"))
            assert len({o.versie for o in spoor}) == len(spoor)
            fase = Fase.CONCEPT
            for stap in spoor:
                assert stap.van == fase
                volgende = FASEN[Route(procedure.route)][Fase(stap.van)].volgende
                assert stap.naar == stap.van or Fase(stap.naar) in volgende
                fase = stap.naar
            assert procedure.fase == fase
            assert (procedure.geeindigd_op is not None) == (fase in GESLOTEN_FASEN)

    @invariant()
    def nooit_twee_lopende_rondes_of_publicaties(self) -> None:
        dubbel = Procedure.objects.exclude(fase__in=GESLOTEN_FASEN).values("matchvraag").annotate(
            n=Count("pk")
        ).filter(n__gt=1)
        assert not dubbel
        open_ = Publicatie.objects.filter(ingetrokken_op=None, gesloten_op=None)
        assert not open_.values("procedure").annotate(n=Count("pk")).filter(n__gt=1)
        assert not open_.filter(procedure__fase__in=GESLOTEN_FASEN).exists()

    @invariant()
    def nooit_te_vroeg_op_tafel(self) -> None:
        for stap in Faseovergang.objects.filter(
            van=Fase.OPDRACHTENMARKT, naar=Fase.MATCHTAFEL
        ):
            laatste = Publicatie.objects.filter(
                procedure=stap.procedure_id, gepubliceerd_op__lte=stap.op
            ).order_by("-nummer").first()
            assert lokale_dag(stap.op) >= laatste.vroegste_bespreekdatum
        for punt in Agendapunt.objects.exclude(vastgelegd_op=None).select_related("procedure"):
            laatste = punt.procedure.publicaties.filter(
                gepubliceerd_op__lte=punt.vastgelegd_op
            ).order_by("-nummer").first()
            if laatste is not None:
                assert lokale_dag(punt.vastgelegd_op) >= laatste.vroegste_bespreekdatum

    @invariant()
    def geen_match_zonder_beide_instemmingen(self) -> None:
        for match in Match.objects.filter(status=MatchStatus.DEFINITIEF):
            ja = {i.van for i in match.instemmingen.filter(akkoord=True)}
            assert ja == set(InstemmingVan)
            assert match.besluit_id
            assert match.inzet_id
            assert match.einde > match.begin
            assert match.procedure.fase == Fase.GEMATCHT
        gematcht = Procedure.objects.filter(fase=Fase.GEMATCHT, route=Route.TEAM)
        for procedure in gematcht:
            assert procedure.matches.filter(status=MatchStatus.DEFINITIEF).count() == 1
        assert Inzet.objects.count() == Match.objects.filter(
            status=MatchStatus.DEFINITIEF
        ).count()

    @invariant()
    def wat_stopte_wacht_nergens_op(self) -> None:
        """No proposal and no moment lives on in a procedure that ended."""
        assert not Match.objects.filter(
            status=MatchStatus.VOORGESTELD, procedure__fase__in=GESLOTEN_FASEN
        ).exists()
        assert not Termijn.objects.filter(
            status=TermijnStatus.OPEN, procedure__fase__in=[Fase.INGETROKKEN, Fase.NIET_VERVULD]
        ).exists()
        for termijn in Termijn.objects.filter(status=TermijnStatus.OPEN).select_related(
            "procedure"
        ):
            assert termijn.fase == termijn.procedure.fase

    @invariant()
    def niemand_boven_het_toegestane_deel(self) -> None:
        """R138, R239: one period for all matches, so the sum is the fullest day."""
        for wie in self.wereld.mensen:
            totaal = Inzet.objects.filter(medewerker=wie, eind_registratie=None).aggregate(
                s=Sum("fte")
            )["s"]
            assert (totaal or 0) <= DEEL * wie.aanstelling_fte

    @invariant()
    def een_reactie_per_persoon(self) -> None:
        lopend = Reactie.objects.filter(
            status__in=[ReactieStatus.INGEDIEND, ReactieStatus.OP_TAFEL]
        )
        assert not lopend.values("publicatie__procedure", "medewerker").annotate(
            n=Count("pk")
        ).filter(n__gt=1)

    @invariant()
    def een_bericht_per_gebeurtenis(self) -> None:
        assert not Bericht.objects.values("sleutel", "ontvanger").annotate(n=Count("pk")).filter(
            n__gt=1
        )

    @invariant()
    def een_lopende_werving(self) -> None:
        lopend = ExterneWerving.objects.filter(
            status__in=[WervingStatus.OPEN, WervingStatus.IN_SELECTIE]
        )
        assert not lopend.values("procedure").annotate(n=Count("pk")).filter(n__gt=1)
