"""Sessions of the matchtafel in the past year, and the one that waits today (§10.2.3)."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta

from demo.verloop import zinnen
from demo.verloop.klokwerk import Klokwerk, Verhaal, als, om
from demo.verloop.mensen import Mensen, leider, pmanager, vers
from demo.verloop.voorbereiden import voorbereid
from matching.domain.agendapunt import punt_agenderen, uitkomst_vastleggen
from matching.domain.kandidaat import kandidaat_instemmen, kandidaat_plaatsen, suggestie_vragen
from matching.domain.matchtafel import sessie_openen, sessie_plannen
from matching.domain.sluiten import sessie_sluiten, verslag_versturen
from matching.enums import Fase, KandidaatBron, Uitkomst
from matching.models import Agendapunt, Kandidaat, MatchtafelSessie, Procedure
from matching.queries.procedure import vroegste_bespreekdatum
from pdomein.models import Medewerker, PTeam

Besluit = Callable[[Agendapunt], str]


@dataclass(slots=True)
class Punt:
    procedure: Procedure
    uitkomst: str
    kandidaten: list[Medewerker] = field(default_factory=list)
    gekozen: Medewerker | None = None


class Tafel:
    def __init__(self, werk: Klokwerk, mensen: Mensen) -> None:
        self.werk, self.mensen, self.tijd = werk, mensen, werk.tijd
        self.punten: dict[date, list[Punt]] = {}
        self.voorzitter = mensen.demo("voorzitter-matchtafel")
        self.recruiter = mensen.demo("recruiter")
        self.data = self._data()

    def _data(self) -> list[date]:
        """Once in two weeks, and every week in the last month."""
        dagen = [self.tijd.tafel - timedelta(days=n) for n in (0, 7, 14, 21, 28)]
        dagen += [self.tijd.tafel - timedelta(days=14 * n) for n in range(3, 28)]
        return sorted({self.tijd.werkdag(d) for d in dagen if d >= self.tijd.start})

    def zet(
        self, procedure: Procedure, vanaf: date, uitkomst: str,
        kandidaten: list[Medewerker] | None = None, gekozen: Medewerker | None = None,
    ) -> date:
        """Put an item on the first session from ``vanaf``; gives the day of that session."""
        vroegste = vroegste_bespreekdatum(procedure)
        vanaf = max(vanaf, vroegste) if vroegste else vanaf
        dag = next((d for d in self.data if d >= vanaf), self.tijd.tafel)
        if dag not in self.punten:
            self.punten[dag] = []
            gepland = om(self.tijd.voor(dag, 5), 10)
            self.werk.begin(self._sessie(dag), gepland)
        self.punten[dag].append(Punt(procedure, uitkomst, kandidaten or [], gekozen))
        return dag

    def _sessie(self, dag: date) -> Verhaal:
        nu = yield om(dag)
        sessie = self._plan(dag, nu)
        if dag == self.tijd.tafel:
            nu = yield om(self.tijd.gisteren, 16)
            self._agenda(sessie, nu)
            voorbereid(sessie, self.voorzitter, self.recruiter, nu)
            return
        nu = yield om(dag, 8, 30)
        self._agenda(sessie, nu)
        if not sessie.agendapunten.exists():
            return
        nu = yield om(dag, 9, 30)
        door = als(self.voorzitter, nu)
        sessie_openen(sessie=sessie, door=door, nu=nu)
        nu = yield om(dag, 11)
        self._beslis(sessie, dag, nu)
        nu = yield om(dag, 11, 30)
        sessie_sluiten(sessie=sessie, door=door, nu=nu)
        if dag == max(d for d in self.data if d < self.tijd.tafel):
            return  # the report of the last session still has to be sent
        nu = yield om(self.tijd.na(dag, 1), 9, 15)
        verslag_versturen(sessie=sessie, door=als(self.voorzitter, nu), nu=nu)

    def _plan(self, dag: date, nu: datetime) -> MatchtafelSessie:
        teams = list(PTeam.objects.exclude(professie__code="personeelsmanagement").order_by("code"))
        leiders = {self.mensen.demo("pmanager").pk: self.mensen.demo("pmanager")}
        for team in self.werk.dobbel.sample(teams, min(9, len(teams))):
            mens = leider(team, dag)
            leiders[mens.pk] = mens
        return sessie_plannen(
            datum=dag, tijd=time(9, 30), plek="Provinciehuis, zaal 4", voorzitter=self.voorzitter,
            deelnemers=list(leiders.values()), recruiters=[self.recruiter],
            door=als(self.voorzitter, nu), nu=nu,
        )

    def _agenda(self, sessie: MatchtafelSessie, nu: datetime) -> None:
        door = als(self.recruiter, nu)
        for punt in self.punten[sessie.datum]:
            procedure = vers(punt.procedure)
            if procedure.fase != Fase.MATCHTAFEL:
                continue
            rij = punt_agenderen(sessie=sessie, procedure=procedure, door=door, nu=nu)
            for nummer, mens in enumerate(punt.kandidaten):
                self._kandidaat(rij, mens, nummer, nu)
            if sessie.datum == self.tijd.tafel and procedure.route == "team":
                suggestie_vragen(procedure=procedure, door=door, nu=nu)

    def _kandidaat(self, rij: Agendapunt, mens: Medewerker, nummer: int, nu: datetime) -> None:
        """The first from the own P-manager, with the person's yes; others from the recruiter."""
        if rij.kandidaten.filter(medewerker=mens).exists():
            return  # reacted in the meantime
        argument = self.werk.dobbel.choice(zinnen.ARGUMENTEN)
        baas = pmanager(mens, rij.sessie.datum)
        if nummer == 0 and baas is not None and baas.functie == "P-manager":
            kandidaat = kandidaat_plaatsen(
                agendapunt=rij, medewerker=mens, bron=KandidaatBron.PMANAGER, argument=argument,
                door=als(baas, nu), nu=nu,
            )
            kandidaat_instemmen(kandidaat=kandidaat, akkoord=True, door=als(mens, nu), nu=nu)
        else:
            kandidaat_plaatsen(
                agendapunt=rij, medewerker=mens, bron=KandidaatBron.RECRUITER, argument=argument,
                door=als(self.recruiter, nu), nu=nu,
            )

    def _beslis(self, sessie: MatchtafelSessie, dag: date, nu: datetime) -> None:
        door = als(self.voorzitter, nu)
        bedoeld = {p.procedure.pk: p for p in self.punten[dag]}
        for rij in sessie.agendapunten.select_related("procedure__matchvraag__tro"):
            punt = bedoeld[rij.procedure_id]
            gekozen = self._keuze(rij, punt)
            uitkomst = punt.uitkomst
            if uitkomst in (Uitkomst.GEMATCHT, Uitkomst.ADVIES) and not gekozen:
                uitkomst = Uitkomst.AANHOUDEN
            uitkomst_vastleggen(
                agendapunt=rij, uitkomst=uitkomst, motivering=self._motivering(uitkomst),
                gekozen=gekozen[:1] if uitkomst in ("gematcht", "advies") else [],
                motivering_niveau=self.werk.dobbel.choice(zinnen.NIVEAU), door=door, nu=nu,
            )

    def _keuze(self, rij: Agendapunt, punt: Punt) -> list[Kandidaat]:
        """Who has the hours on this day, the intended person first."""
        tro = rij.procedure.matchvraag.tro
        kandidaten = list(rij.kandidaten.select_related("medewerker__gebruiker"))
        vrij = self.mensen.vrij(
            [k.medewerker for k in kandidaten], tro.fte, max(tro.begin, rij.sessie.datum), tro.einde
        )
        kan = [k for k in kandidaten if k.medewerker in vrij]
        return [k for k in kan if k.medewerker == punt.gekozen] or kan[:1]

    def _motivering(self, uitkomst: str) -> str:
        kies = self.werk.dobbel.choice
        return {
            "gematcht": kies(zinnen.BESLUITEN), "advies": kies(zinnen.ADVIEZEN),
            "naar_extern": kies(zinnen.NAAR_EXTERN),
            "aanhouden": "De gevraagde collega is met verlof; volgende sessie opnieuw.",
            "terug_naar_aog": "Het gevraagde niveau en de taken passen niet bij elkaar.",
            "escaleren": "Twee opdrachten vragen dezelfde schaarse kennis.",
        }[uitkomst]
