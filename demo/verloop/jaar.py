"""Which story every opdracht and every place gets, and the year that follows from it."""

from collections import defaultdict
from collections.abc import Callable
from datetime import date, datetime

from demo.laden import Lader, om
from demo.verloop.beraden import beraden_vullen
from demo.verloop.extern import Extern
from demo.verloop.klokwerk import Klokwerk, Tijd, Verhaal, als
from demo.verloop.leren import leren_vullen
from demo.verloop.markt import markt_vullen
from demo.verloop.mensen import Mensen
from demo.verloop.overig import Overig
from demo.verloop.plaatsen import Plaatsen
from demo.verloop.planning import planning_vullen
from demo.verloop.post import post_bijwerken
from demo.verloop.programma import Programma
from demo.verloop.schetsen import schetsen_maken
from demo.verloop.tafel import Tafel
from demo.verloop.teams import Teams
from demo.verloop.toezicht import toezicht_plannen, toezicht_vullen
from demo.verloop.uren import uren_vullen
from demo.verloop.vandaag import Vandaag
from demo.verloop.werk import werk_vullen
from matching.domain.bijwerken import alles_bijwerken
from matching.models import Procedure
from opgaven.enums import Toetsonderdeel
from opgaven.models import Opdracht

GESCHIEDENIS = (
    "fase0", "tafel_gematcht", "markt", "inhuur", "niet_vervuld", "ingetrokken", "inlening",
    "tafel_gematcht", "fase0", "aangehouden", "vacature", "opnieuw_gepubliceerd",
    "geen_instemming", "terug_naar_aog", "beraad", "tafel_gematcht",
)
VANDAAG = (
    "nu_markt", "nu_tafel", "nu_fase0", "nu_bijna", "nu_instemming", "nu_extern",
    "nu_instemming_half", "nu_markt_vers", "nu_concept", "nu_markt", "nu_fase0_om", "nu_klaar",
    "nu_tafel", "nu_vacature", "nu_markt", "nu_beraad", "nu_markt_vers", "nu_tafel", "nu_fase0",
    "nu_markt", "nu_bijna", "nu_instemming_half", "nu_markt", "nu_tafel", "nu_markt_vers",
    "nu_klaar", "nu_extern", "nu_markt", "nu_fase0", "nu_tafel", "nu_markt", "nu_markt_vers",
)
AOG_VORMEN = ("gewoon", "gewoon", "anders", "gewoon", "geweigerd", "gewoon")
AOG_NU = ("keuze", "aanwijzing", "tafel")


class Verloop:
    def __init__(self, lader: Lader, *, zaad: int) -> None:
        provincie = lader.provincie
        self.lader, self.provincie, self.omvang = lader, provincie, provincie.omvang
        self.tijd = Tijd(provincie.vandaag, provincie.start)
        self.werk = Klokwerk(self.tijd, zaad, lader.meld)
        self.mensen = Mensen(self.werk.dobbel)
        self.tafel = Tafel(self.werk, self.mensen)
        self.programma = Programma(self.werk, self.mensen, self.tafel)
        self.plaatsen = Plaatsen(self.werk, self.mensen, self.tafel, self.programma)
        self.extern = Extern(self.plaatsen)
        self.vandaag = Vandaag(self.plaatsen, self.extern)
        self.geteld: dict[str, int] = defaultdict(int)

    def draai(self, nu: datetime) -> int:
        """Let the year go by until ``nu``; gives the number of steps that people took."""
        lijsten = defaultdict(list)
        codes = {r["opdracht_code"]: int(r["lijst"]) for r in self.provincie.bestanden["programma"]}
        for opdracht in Opdracht.objects.filter(code__in=codes).order_by("code"):
            lijsten[codes[opdracht.code]].append(opdracht)
        for nummer in sorted(lijsten):
            if nummer <= self.omvang.lijsten:
                self._lijst(nummer, lijsten[nummer])
            else:
                self._straks(lijsten[nummer])
        for moment, naam in self.lader.momenten():
            self.werk.begin(self._inlezen(moment, naam), moment)
        overig = Overig(self.werk, self.mensen, self.provincie)
        overig.plan()
        toezicht_plannen(self.werk, self.mensen)
        stappen = self.werk.draai(nu)
        alles_bijwerken(nu=nu)
        werk_vullen(nu)
        schetsen_maken(als(self.programma.secretaris, nu), nu)
        uren_vullen(self.mensen, nu)
        markt_vullen(self.mensen, nu)
        planning_vullen(self.mensen, nu)
        leren_vullen(self.mensen, nu)
        beraden_vullen(self.mensen, self.tijd, nu)
        Teams(self.mensen, nu).vul()
        toezicht_vullen(self.mensen, nu, self.werk.tijd.vandaag)
        post_bijwerken(nu)
        return stappen

    def _inlezen(self, moment: datetime, naam: str) -> Verhaal:
        yield moment
        self.lader.register_lezen(naam, moment)

    def _lijst(self, nummer: int, opdrachten: list[Opdracht]) -> None:
        start, vandaag = self.tijd.start, self.tijd.vandaag
        dag = self.tijd.werkdag(
            start + (vandaag - start) * nummer // (self.omvang.lijsten + 1)
        )
        vormen = self._aog_vormen(nummer, opdrachten)

        def vervolg(opdracht: Opdracht, nu: datetime) -> None:
            vorm, bedoeld = vormen[opdracht.pk]
            daarna = None if vorm in AOG_NU else self._aon(nummer)
            self.werk.begin(self.programma.aog(opdracht, vorm, bedoeld, daarna), nu)

        self.werk.begin(
            self.programma.lijst(opdrachten, dag, vervolg), om(self.tijd.voor(dag, 9), 13)
        )

    def _aog_vormen(self, nummer: int, opdrachten: list[Opdracht]) -> dict:
        """The last list stands at each step of the AOG route; the demo AOG has the ones before."""
        if nummer == self.omvang.lijsten:
            eerst = sorted(opdrachten, key=lambda o: not self._van_demo_dd(o))
            return {
                o.pk: (AOG_NU[n % len(AOG_NU)], None) for n, o in enumerate(eerst)
            }
        uit = {}
        demo = self.mensen.demo("aog") if self.omvang.is_recent(nummer) else None
        for n, opdracht in enumerate(opdrachten):
            vorm = AOG_VORMEN[(nummer * len(opdrachten) + n) % len(AOG_VORMEN)]
            eigen = demo is not None and n < 2
            uit[opdracht.pk] = ("gewoon" if eigen else vorm, demo if eigen else None)
        return uit

    def _van_demo_dd(self, opdracht: Opdracht) -> bool:
        dd = self.programma.dd(opdracht, self.tijd.vandaag)
        return dd.pk == self.mensen.demo("domeindirecteur").pk

    def _aon(self, nummer: int) -> Callable[[Opdracht, datetime], None]:
        def daarna(opdracht: Opdracht, nu: datetime) -> None:
            self.geteld["aon"] += 1
            demo = self.omvang.is_recent(nummer) and self.geteld["aon"] % 3 == 0
            bedoeld = self.mensen.demo("aon") if demo else None
            verhaal = self.programma.aon(opdracht, bedoeld, self._team(nummer))
            self.werk.begin(verhaal, nu)

        return daarna

    def _team(self, nummer: int) -> Callable[[Opdracht, datetime], None]:
        def daarna(opdracht: Opdracht, nu: datetime) -> None:
            procedures = Procedure.objects.filter(
                matchvraag__opdracht=opdracht, route="team"
            ).order_by("matchvraag__omschrijving")
            for procedure in procedures:
                self.werk.begin(self._verhaal(nummer, procedure), nu)

        return daarna

    def _verhaal(self, nummer: int, procedure: Procedure) -> Verhaal:
        reeks, soort = (VANDAAG, "nu") if self.omvang.is_recent(nummer) else (GESCHIEDENIS, "toen")
        naam = reeks[self.geteld[soort] % len(reeks)]
        self.geteld[soort] += 1
        for bron in (self.vandaag, self.plaatsen, self.extern):
            if hasattr(bron, naam):
                return getattr(bron, naam)(procedure)
        raise LookupError(naam)

    def _straks(self, opdrachten: list[Opdracht]) -> None:
        """Work that is not programmed yet: half tested, and ready on a draft list."""
        eerst = sorted(opdrachten, key=lambda o: not self._van_demo_dd(o))
        klaar = eerst[: max(1, len(eerst) // 2)]
        self.werk.begin(self._concept(klaar, eerst[len(klaar):]), om(self._dag(-6), 10))

    def _dag(self, aantal: int) -> date:
        return self.tijd.voor(self.tijd.vandaag, -aantal)

    def _concept(self, klaar: list[Opdracht], half: list[Opdracht]) -> Verhaal:
        nu = yield om(self._dag(-6), 10)
        for opdracht in klaar:
            self.programma.toets(opdracht, nu)
        nu = yield om(self._dag(-4), 11)
        lijst = self.programma.open_lijst(self.tijd.gisteren, nu)
        nu = yield om(self._dag(-3), 10)
        for opdracht in klaar:
            self.programma.agendeer(opdracht, lijst, nu)
        nu = yield om(self._dag(-2), 15)
        for opdracht in half[:1]:
            self.programma.toets(opdracht, nu, tuple(Toetsonderdeel)[:1])
