"""Phase 3 in the past year: hire, borrow more than a year, vacancy, and nobody found (§10.2.4)."""

from datetime import date, datetime, timedelta

from demo.verloop import zinnen
from demo.verloop.klokwerk import Verhaal, als, om
from demo.verloop.mensen import leider, vers
from demo.verloop.plaatsen import Plaatsen
from matching.domain.match import match_voorstellen
from matching.domain.procedure import fase_afsluiten
from matching.domain.werving import werving_in_selectie, werving_openen
from matching.enums import Fase, Uitkomst, WervingReden, WervingSoort
from matching.models import ExterneWerving, Procedure
from pdomein.models import PTeam

PARTNERS = ("gemeente Oosterwaard", "waterschap Merwezoom", "omgevingsdienst Rijnmonde")


class Extern:
    def __init__(self, plaatsen: Plaatsen) -> None:
        self.plaatsen, self.mensen = plaatsen, plaatsen.mensen
        self.tijd, self.kies = plaatsen.tijd, plaatsen.kies

    def naar_extern(self, procedure: Procedure) -> Verhaal:
        yield from self.plaatsen.tot_tafel(procedure, Uitkomst.NAAR_EXTERN, aantal=1)

    def open(
        self, procedure: Procedure, soort: str, dag: date, maanden: int = 0
    ) -> Verhaal:
        """The P-manager of the logical home team chooses the form (R275)."""
        nu = yield om(dag, 10)
        procedure = vers(procedure)
        pteam = self.plaatsen.teams(procedure)[0]
        begin = self.begin(procedure, nu)
        tijdelijk = soort != WervingSoort.VACATURE
        werving_openen(
            procedure=procedure, soort=soort,
            reden=WervingReden.EXTRA if soort == WervingSoort.VACATURE else
            WervingReden.NIET_TIJDIG,
            motivering=self.kies(zinnen.WERVING), pteam=pteam,
            partner=self.kies(PARTNERS) if soort == WervingSoort.INLENING else "",
            begin=begin if tijdelijk else None,
            einde=begin + timedelta(days=30 * maanden) if tijdelijk else None,
            uitleg_langer_dan_jaar=zinnen.LANGER if maanden > 12 else "", vwnw_bekeken=True,
            door=als(leider(pteam, dag), nu), nu=nu,
        )

    def begin(self, procedure: Procedure, nu: datetime) -> date:
        eerste = max(procedure.matchvraag.tro.begin, nu.date() + timedelta(days=30))
        return eerste.replace(day=1) + timedelta(days=31 if eerste.day > 1 else 0)

    def vervul(self, procedure: Procedure, dienstverband: str, dag: date) -> Verhaal:
        """Somebody new comes in through HR; then the match with both consents (T12)."""
        nu = yield om(dag, 11)
        procedure = vers(procedure)
        werving = procedure.wervingen.select_related("pteam").get()
        tro = procedure.matchvraag.tro
        begin = min(werving.begin or dag, dag)
        mens = self.mensen.aannemen(
            nu, werving.pteam, dienstverband=dienstverband, begin=begin,
            einde=self.einde(werving, dienstverband), schaal=tro.schaal_van,
            functie=procedure.matchvraag.capaciteitsvraag.professie.naam,
        )
        nu = yield om(dag, 15)
        baas = leider(werving.pteam, dag)
        self.stel_voor(procedure, mens, baas, werving, nu)
        yield from self.plaatsen.instemmen(procedure, dag)

    @staticmethod
    def einde(werving: ExterneWerving, dienstverband: str) -> date | None:
        return werving.einde if dienstverband == "extern" else None

    def stel_voor(self, procedure, mens, baas, werving, nu) -> None:
        tro = vers(procedure).matchvraag.tro
        begin = max(werving.begin or nu.date(), nu.date())
        einde = min(d for d in (tro.einde, werving.einde) if d)
        match_voorstellen(
            procedure=procedure, medewerker=mens, begin=begin, einde=einde, fte=tro.fte,
            motivatie_organisatie=self.kies(zinnen.ORGANISATIE),
            motivatie_persoon="Brengt kennis mee die wij missen en draagt die over aan het P-team.",
            motivatie_niveau=self.kies(zinnen.NIVEAU), door=als(baas, nu), nu=nu,
        )

    # stories

    def inhuur(self, procedure: Procedure) -> Verhaal:
        yield from self.naar_extern(procedure)
        dag = self.plaatsen.laatste(procedure)
        yield from self.open(procedure, WervingSoort.INHUUR, self.tijd.na(dag, 2), 8)
        yield from self.vervul(procedure, "extern", self.tijd.na(dag, 12))

    def inlening(self, procedure: Procedure) -> Verhaal:
        """Longer than a year: explained, listed, and a signal eight weeks before (R281, E06)."""
        yield from self.naar_extern(procedure)
        dag = self.plaatsen.laatste(procedure)
        yield from self.open(procedure, WervingSoort.INLENING, self.tijd.na(dag, 3), 14)
        yield from self.vervul(procedure, "extern", self.tijd.na(dag, 10))

    def vacature(self, procedure: Procedure) -> Verhaal:
        yield from self.naar_extern(procedure)
        dag = self.plaatsen.laatste(procedure)
        yield from self.open(procedure, WervingSoort.VACATURE, self.tijd.na(dag, 2))
        nu = yield om(self.tijd.na(dag, 15), 9)
        self.selectie(procedure, nu)
        yield from self.vervul(procedure, "vast", self.tijd.na(dag, 26))

    def selectie(self, procedure: Procedure, nu: datetime) -> None:
        werving = procedure.wervingen.select_related("pteam").get()
        werving_in_selectie(
            werving=werving, door=als(leider(werving.pteam, nu.date()), nu), nu=nu
        )

    def niet_vervuld(self, procedure: Procedure) -> Verhaal:
        yield from self.naar_extern(procedure)
        dag = self.plaatsen.laatste(procedure)
        yield from self.open(procedure, WervingSoort.VACATURE, self.tijd.na(dag, 2))
        nu = yield om(self.tijd.na(dag, 34), 16)
        pteam: PTeam = procedure.wervingen.select_related("pteam").get().pteam
        fase_afsluiten(
            procedure=vers(procedure), naar=Fase.NIET_VERVULD,
            reden="Twee keer geworven zonder geschikte kandidaat; dit is een knelpunt.",
            door=als(leider(pteam, nu.date()), nu), nu=nu,
        )
