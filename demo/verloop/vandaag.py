"""Procedures that stand in every phase today, with something to do for somebody."""

from datetime import date

from config.kern.werkdagen import vroegste_bespreekdatum as bereken_vroegste
from demo.verloop.extern import Extern
from demo.verloop.klokwerk import Verhaal, om
from demo.verloop.mensen import vers
from demo.verloop.plaatsen import WACHT, Plaatsen
from matching.enums import DelingAntwoord, Uitkomst, WervingSoort
from matching.models import Procedure
from matching.queries.procedure import open_publicatie, vroegste_bespreekdatum
from pdomein.models import PTeam
from pdomein.queries import pteam_van


class Vandaag:
    def __init__(self, plaatsen: Plaatsen, extern: Extern) -> None:
        self.plaatsen, self.extern, self.tijd = plaatsen, extern, plaatsen.tijd
        self.medewerker = plaatsen.mensen.demo("medewerker")

    @property
    def eigen_team(self) -> PTeam | None:
        """The team of the demo medewerker, led by the demo P-manager."""
        return pteam_van(self.medewerker, self.tijd.vandaag)

    def publiceerdag(self, vroegste: date) -> date:
        """The last day on which publishing gives exactly this earliest date."""
        dag = self.tijd.voor(vroegste, 1)
        while bereken_vroegste(om(dag, 13), WACHT, self.tijd.vrij) > vroegste:
            dag = self.tijd.voor(dag, 1)
        return dag

    def gepubliceerd(self, procedure: Procedure, dag: date) -> Verhaal:
        """Shared some days before, published on ``dag``."""
        nu = yield om(self.tijd.voor(dag, 5), 10)
        self.plaatsen.delen(procedure, nu, self.eigen_team)
        nu = yield om(dag, 13)
        self.plaatsen.publiceer(procedure, nu)

    # stories

    def nu_concept(self, procedure: Procedure) -> Verhaal:
        yield om(self.tijd.start)

    def nu_fase0(self, procedure: Procedure) -> Verhaal:
        yield om(self.tijd.start)
        nu = yield om(self.tijd.voor(self.tijd.gisteren, 1), 11)
        teams = self.plaatsen.delen(procedure, nu, self.eigen_team)
        nu = yield om(self.tijd.gisteren, 14)
        self.plaatsen.antwoord(procedure, teams[-1], DelingAntwoord.NEE, nu)

    def nu_fase0_om(self, procedure: Procedure) -> Verhaal:
        """The term of phase 0 is over: the AOG was asked whether to publish."""
        yield om(self.tijd.start)
        nu = yield om(self.tijd.voor(self.tijd.gisteren, 5), 11)
        teams = self.plaatsen.delen(procedure, nu, self.eigen_team)
        nu = yield om(self.tijd.voor(self.tijd.gisteren, 2), 14)
        self.plaatsen.antwoord(procedure, teams[-1], DelingAntwoord.LATER, nu)

    def nu_markt(self, procedure: Procedure) -> Verhaal:
        """In the wait, with reactions; the demo medewerker is one of them."""
        yield om(self.tijd.start)
        dag = self.tijd.voor(self.tijd.gisteren, 2)
        yield from self.gepubliceerd(procedure, dag)
        yield from self.plaatsen.reageer(procedure, dag, 3, [self.medewerker])

    def nu_markt_vers(self, procedure: Procedure) -> Verhaal:
        """Published yesterday: nobody reacted yet."""
        yield om(self.tijd.start)
        yield from self.gepubliceerd(procedure, self.tijd.gisteren)

    def nu_bijna(self, procedure: Procedure) -> Verhaal:
        """One working day before the earliest date."""
        yield om(self.tijd.start)
        dag = self.publiceerdag(self.tijd.na(self.tijd.vandaag, 1))
        yield from self.gepubliceerd(procedure, dag)
        yield from self.plaatsen.reageer(procedure, dag, 2)

    def nu_tafel(self, procedure: Procedure) -> Verhaal:
        """On the agenda of the session of today, with candidates from three sources."""
        yield om(self.tijd.start)
        dag = self.publiceerdag(self.tijd.gisteren)
        yield from self.gepubliceerd(procedure, dag)
        yield from self.plaatsen.reageer(procedure, dag, 3)
        procedure = vers(procedure)
        tro = procedure.matchvraag.tro
        al = set(open_publicatie(procedure).reacties.values_list("medewerker_id", flat=True))
        kan = self.plaatsen.mensen.voor_tro(
            tro, self.plaatsen.professie(procedure), dag, len(al) + 4
        )
        erbij = [m for m in kan if m.pk not in al][:2]
        self.plaatsen.tafel.zet(procedure, self.tijd.tafel, Uitkomst.GEMATCHT, erbij)

    def nu_klaar(self, procedure: Procedure) -> Verhaal:
        """Past the wait, not on an agenda yet: work for the recruiter."""
        yield om(self.tijd.start)
        dag = self.publiceerdag(self.tijd.gisteren)
        yield from self.gepubliceerd(procedure, dag)
        yield from self.plaatsen.reageer(procedure, dag, 2)

    def nu_instemming(self, procedure: Procedure) -> Verhaal:
        """The table chose the demo medewerker; both consents wait."""
        yield om(self.tijd.start)
        dag = self.publiceerdag(self.tijd.tafel_vorige)
        yield from self.gepubliceerd(procedure, dag)
        yield from self.plaatsen.reageer(procedure, dag, 2, [self.medewerker])
        self.plaatsen.tafel.zet(
            procedure, vroegste_bespreekdatum(procedure), Uitkomst.GEMATCHT,
            gekozen=self.medewerker,
        )

    def nu_instemming_half(self, procedure: Procedure) -> Verhaal:
        """The person agreed; the P-manager not yet."""
        yield om(self.tijd.start)
        dag = self.publiceerdag(self.tijd.tafel_vorige)
        yield from self.gepubliceerd(procedure, dag)
        leden = self.plaatsen.mensen.kring(dag, pteams=[self.eigen_team], met_ppp=True)
        tro = vers(procedure).matchvraag.tro
        leden = [m for m in leden if m != self.medewerker]
        keus = self.plaatsen.mensen.vrij(leden, tro.fte, tro.begin, tro.einde)[:1]
        yield from self.plaatsen.reageer(procedure, dag, 2, keus)
        sessie = self.plaatsen.tafel.zet(
            procedure, vroegste_bespreekdatum(procedure), Uitkomst.GEMATCHT,
            gekozen=keus[0] if keus else None,
        )
        yield om(sessie, 12)
        if procedure.matches.filter(status="voorgesteld").exists():
            yield from self.plaatsen.instemmen(procedure, sessie, wie=("medewerker",))

    def nu_extern(self, procedure: Procedure) -> Verhaal:
        """The table found nobody; the P-manager still has to choose the form."""
        yield from self._naar_extern(procedure)

    def nu_vacature(self, procedure: Procedure) -> Verhaal:
        yield from self._naar_extern(procedure)
        dag = self.plaatsen.laatste(procedure)
        yield from self.extern.open(procedure, WervingSoort.VACATURE, self.tijd.na(dag, 1))

    def _naar_extern(self, procedure: Procedure) -> Verhaal:
        yield om(self.tijd.start)
        dag = self.publiceerdag(self.tijd.tafel_vorige)
        yield from self.gepubliceerd(procedure, dag)
        yield from self.plaatsen.reageer(procedure, dag, 1)
        sessie = self.plaatsen.tafel.zet(
            procedure, vroegste_bespreekdatum(procedure), Uitkomst.NAAR_EXTERN
        )
        yield om(sessie, 12)

    def nu_beraad(self, procedure: Procedure) -> Verhaal:
        yield om(self.tijd.start)
        dag = self.publiceerdag(self.tijd.tafel_vorige)
        yield from self.gepubliceerd(procedure, dag)
        yield from self.plaatsen.reageer(procedure, dag, 1)
        self.plaatsen.tafel.zet(
            procedure, vroegste_bespreekdatum(procedure), Uitkomst.ESCALEREN
        )
