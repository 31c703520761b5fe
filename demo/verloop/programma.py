"""From a tested opdracht to a driehoek: besluitenlijst, AOG route, AON (R220, R288, R291)."""

from collections.abc import Callable, Generator
from datetime import date, datetime, timedelta

from config.kern.actor import Actor
from config.kern.domain.vergadering import besluitenlijst_openen, vergadering_plannen
from config.kern.fouten import DomeinFout
from config.kern.models import Besluitenlijst
from demo.verloop import zinnen
from demo.verloop.klokwerk import Klokwerk, Verhaal, als, gremium, houdt, om
from demo.verloop.mensen import Mensen, lopende_match, pmanager, vers
from demo.verloop.tafel import Tafel
from matching.domain.aogroute import aanwijzen, aanwijzing_weigeren, aog_kiezen
from matching.domain.bijwerken import alles_bijwerken
from matching.domain.match import instemming_geven, match_voorstellen
from matching.domain.procedure import fase_afsluiten
from matching.enums import Fase, InstemmingVan, Uitkomst
from matching.models import Match, Procedure
from matching.rules.aogroute import is_geadviseerd
from opgaven.domain.besluitenlijst import besluitenlijst_vaststellen, opdracht_agenderen
from opgaven.domain.toets import opdracht_toetsen
from opgaven.enums import Toetsonderdeel
from opgaven.models import Opdracht
from opgaven.queries import odomein_van
from pdomein.models import Medewerker, ProfessioneelDomein
from register.enums import RolCode

Vervolg = Callable[[Opdracht, datetime], None]


class Programma:
    def __init__(self, werk: Klokwerk, mensen: Mensen, tafel: Tafel) -> None:
        self.werk, self.mensen, self.tafel, self.tijd = werk, mensen, tafel, werk.tijd
        self.beraad = gremium("programmeerberaad")
        self.toetser = mensen.demo("toetser")
        self.secretaris = mensen.demo("secretaris")
        self.voorzitter = mensen.demo("voorzitter-programmeerberaad")
        self.dmo = houdt(
            RolCode.DIRECTEUR_MO, ProfessioneelDomein.objects.get(code="sturing"),
            self.tijd.vandaag,
        )

    def dd(self, opdracht: Opdracht, dag: date) -> Medewerker:
        return houdt(RolCode.DOMEINDIRECTEUR, odomein_van(opdracht.opgave, dag), dag)

    # the besluitenlijst

    def lijst(self, opdrachten: list[Opdracht], dag: date, vervolg: Vervolg) -> Verhaal:
        """One meeting of the programmeerberaad, from toets to matchvragen."""
        nu = yield om(dag)
        for opdracht in opdrachten:
            self.toets(opdracht, nu)
        nu = yield om(self.tijd.voor(dag, 6), 14)
        lijst = self.open_lijst(dag, nu)
        nu = yield om(self.tijd.voor(dag, 3), 10)
        for opdracht in opdrachten:
            self.agendeer(opdracht, lijst, nu)
        nu = yield om(dag, 16)
        besluitenlijst_vaststellen(besluitenlijst=lijst, door=als(self.voorzitter, nu), nu=nu)
        nu = yield om(dag, 16, 1)
        alles_bijwerken(nu=nu)
        for opdracht in opdrachten:
            vervolg(Opdracht.objects.select_related("opgave").get(pk=opdracht.pk), nu)

    def toets(
        self, opdracht: Opdracht, nu: datetime, onderdelen: tuple = tuple(Toetsonderdeel)
    ) -> None:
        door = als(self.toetser, nu)
        for onderdeel in onderdelen:
            zorg = self.werk.dobbel.random() < 0.25
            opdracht_toetsen(
                opdracht=opdracht, onderdeel=onderdeel,
                uitkomst="voorwaarden" if zorg else "positief",
                toelichting=zinnen.TOETS[onderdeel][zorg], door=door, nu=nu,
            )

    def open_lijst(self, dag: date, nu: datetime) -> Besluitenlijst:
        door = als(self.secretaris, nu)
        vergadering = vergadering_plannen(gremium=self.beraad, datum=dag, door=door, nu=nu)
        return besluitenlijst_openen(vergadering=vergadering, door=door, nu=nu)

    def agendeer(self, opdracht: Opdracht, lijst: Besluitenlijst, nu: datetime) -> None:
        opdracht = Opdracht.objects.select_related("opgave").get(pk=opdracht.pk)
        opdracht_agenderen(
            opdracht=opdracht, besluitenlijst=lijst,
            door=als(self.dd(opdracht, lijst.vergadering.datum), nu), nu=nu,
        )

    # the AOG route

    def aog(
        self, opdracht: Opdracht, vorm: str, bedoeld: Medewerker | None, daarna: Vervolg | None
    ) -> Verhaal:
        """``vorm``: gewoon, anders, geweigerd; or it stands today: keuze, aanwijzing, tafel."""
        nu = yield om(self.tijd.start)
        dag = nu.date()
        procedure = Procedure.objects.get(matchvraag__opdracht=opdracht, route="aog")
        tro = vers(procedure).matchvraag.tro
        kandidaten = self.mensen.voor_tro(
            tro, "opdrachtgeverschap", dag, 3, begin=dag, eerst=bedoeld
        )
        if vorm == "tafel":
            self.tafel.zet(procedure, self.tijd.tafel, Uitkomst.ADVIES, kandidaten[:2])
            return
        vanaf = dag + timedelta(days=4)
        if vorm in ("keuze", "aanwijzing"):
            vanaf = self.tijd.tafel - timedelta(days=7)
        sessie = self.tafel.zet(procedure, vanaf, Uitkomst.ADVIES, kandidaten[:2])
        if vorm == "keuze":
            return
        nu = yield om(self.tijd.na(sessie, 1), 9, 40)
        keus = kandidaten[-1] if vorm == "anders" else kandidaten[0]
        begin = yield from self._keuze(procedure, keus, vorm, nu)
        if daarna and vorm != "aanwijzing":
            daarna(opdracht, om(self.tijd.na(begin, 2), 9))

    def _keuze(
        self, procedure: Procedure, keus: Medewerker, vorm: str, nu: datetime
    ) -> Generator[datetime, datetime, date]:
        """Choice, consents, designation; gives the day on which the AOG begins."""
        procedure = vers(procedure)
        opdracht, tro = procedure.matchvraag.opdracht, procedure.matchvraag.tro
        begin = self.tijd.na(nu.date(), 2)
        (keus,) = self.mensen.voor_tro(
            tro, "opdrachtgeverschap", nu.date(), 1, begin=begin, eerst=keus
        )
        aog_kiezen(
            procedure=procedure, medewerker=keus, begin=begin, einde=tro.einde, fte=tro.fte,
            afwijking_van_advies="" if is_geadviseerd(procedure, keus) else zinnen.AFWIJKING,
            motivatie_matrix="Werkt al een jaar naar volle tevredenheid op dit niveau.",
            door=als(self.dd(opdracht, nu.date()), nu), nu=nu,
        )
        yield from self.instemmen(procedure, self.tijd.na(nu.date(), 1))
        if vorm == "aanwijzing":
            return begin
        nu = yield om(begin, 10, 20)
        match = lopende_match(procedure)
        if vorm == "geweigerd":
            aanwijzing_weigeren(
                match=match, reden=zinnen.WEIGEREN, door=als(self.dmo, nu), nu=nu
            )
            nu = yield om(self.tijd.na(begin, 4), 9)
            fase_afsluiten(
                procedure=vers(procedure), naar=Fase.KEUZE_DD,
                reden="Het Directieteam vraagt de domeindirecteur opnieuw te kiezen.",
                door=als(self.dd(opdracht, nu.date()), nu), nu=nu,
            )
            nu = yield om(self.tijd.na(begin, 5), 9)
            tweede = self._tweede(procedure, keus)
            return (yield from self._keuze(procedure, tweede, "anders", nu))
        aanwijzen(match=match, door=als(self.dmo, nu), nu=nu)
        return begin

    def _tweede(self, procedure: Procedure, eerste: Medewerker) -> Medewerker:
        tro = procedure.matchvraag.tro
        dag = procedure.in_fase_sinds.date()
        kan = self.mensen.voor_tro(tro, "opdrachtgeverschap", dag, 4, begin=dag)
        return next(m for m in kan if m != eerste)

    def instemmen(
        self, procedure: Procedure, dag: date, *, wie: tuple[str, ...] = ("medewerker", "pmanager"),
        akkoord: bool = True,
    ) -> Verhaal:
        """The person in the morning, the P-manager in the afternoon (R161)."""
        if "medewerker" in wie:
            nu = yield om(dag, 9, 50)
            match = lopende_match(procedure)
            instemming_geven(
                match=match, van=InstemmingVan.MEDEWERKER, akkoord=akkoord,
                reden="" if akkoord else "Ik heb intussen een andere opdracht aangenomen.",
                door=als(match.medewerker, nu), nu=nu,
            )
        if "pmanager" in wie and akkoord:
            nu = yield om(dag, 14, 30)
            match = lopende_match(procedure)
            self._tweede_stem_geven(match, als(self.tweede_stem(match, dag), nu), nu)

    @staticmethod
    def _tweede_stem_geven(match: Match, door: Actor, nu: datetime) -> None:
        """Yes, unless the hours went to other work in the meantime (E20)."""
        van = InstemmingVan.PMANAGER
        try:
            instemming_geven(match=match, van=van, akkoord=True, door=door, nu=nu)
        except DomeinFout as fout:
            instemming_geven(
                match=match, van=van, akkoord=False, reden=fout.zin, door=door, nu=nu
            )

    def tweede_stem(self, match: Match, dag: date) -> Medewerker:
        """The own P-manager; without one the directeur M&O (Q42)."""
        return pmanager(match.medewerker, dag) or self.dmo

    # the AON

    def aon(self, opdracht: Opdracht, bedoeld: Medewerker | None, daarna: Vervolg) -> Verhaal:
        nu = yield om(self.tijd.start)
        dag = nu.date()
        procedure = vers(Procedure.objects.get(matchvraag__opdracht=opdracht, route="aon"))
        tro = procedure.matchvraag.tro
        begin = self.tijd.na(dag, 3)
        (keus,) = self.mensen.voor_tro(
            tro, "projectmanagement", dag, 1, begin=begin, eerst=bedoeld
        )
        match_voorstellen(
            procedure=procedure, medewerker=keus, begin=begin, einde=tro.einde, fte=tro.fte,
            motivatie_organisatie=self.werk.dobbel.choice(zinnen.ORGANISATIE),
            motivatie_persoon=self.werk.dobbel.choice(zinnen.PERSOON),
            door=als(houdt(RolCode.AOG, opdracht, dag), nu), nu=nu,
        )
        yield from self.instemmen(procedure, self.tijd.na(dag, 1))
        nu = yield om(begin, 10, 40)
        aanwijzen(match=lopende_match(procedure), door=als(self.dmo, nu), nu=nu)
        daarna(opdracht, om(self.tijd.na(begin, 2), 9))
