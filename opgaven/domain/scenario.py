"""What if: sketches that decide nothing until their points stand on an adopted list (R218)."""

from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction

from config.kern import opmaak
from config.kern.actor import Actor
from config.kern.domain.besluit import besluit_opstellen
from config.kern.domain.logboek import noteer
from config.kern.enums import BesluitSoort
from config.kern.fouten import Beletsel, eis
from config.kern.models import Besluit, Besluitenlijst
from config.kern.queries import instelling
from config.kern.werkdagen import lokale_dag
from opgaven.domain.besluitenlijst import opdracht_agenderen
from opgaven.enums import OpdrachtStatus as S
from opgaven.models import Herprogrammering, Opdracht, Scenario, ScenarioKeuze
from opgaven.queries.scenario import bezet_op_lijst, keuzes_van
from opgaven.queries.sturing import geldende_kaders
from opgaven.rules import beletsel_opdracht_agenderen
from opgaven.rules import scenario as rules
from opgaven.rules.herprogrammering import beletsel_herprogrammering, beletsel_marginaal
from opgaven.rules.scenario import beletsel_herprogrammering_intrekken
from opgaven.scenario import Keuze, basis, in_woorden


@dataclass(frozen=True, slots=True)
class Punt:
    """A switch on its way to a list; with a ``beletsel`` it stays behind."""

    opdracht: Opdracht
    keuze: Keuze
    beletsel: Beletsel | None

    @property
    def zin(self) -> str:
        return in_woorden(self.keuze, basis(self.opdracht.status))


@transaction.atomic
def scenario_maken(
    *, naam: str, toelichting: str = "", begin: date, maanden: int = 12,
    kopie_van: Scenario | None = None, door: Actor, nu: datetime,
) -> Scenario:
    """Start a sketch, empty or with the switches of another one."""
    eis(rules.beletsel_scenario_maken(
        door=door, naam=naam, toelichting=toelichting, begin=begin, maanden=maanden
    ))
    scenario = Scenario.objects.create(
        naam=naam.strip(), toelichting=toelichting, begin=begin.replace(day=1), maanden=maanden,
        gemaakt_op=nu, gemaakt_door_id=door.gebruiker_id,
    )
    if kopie_van is not None:
        ScenarioKeuze.objects.bulk_create(
            ScenarioKeuze(
                scenario=scenario, opdracht_id=k.opdracht_id, is_aan=k.is_aan,
                maanden_later=k.maanden_later, fte_pct=k.fte_pct,
            )
            for k in kopie_van.keuzes.all()
        )
    noteer("scenario_gemaakt", op=scenario, door=door, nu=nu)
    return scenario


@transaction.atomic
def scenariokeuze_zetten(
    *, scenario: Scenario, opdracht: Opdracht, keuze: Keuze, door: Actor, nu: datetime
) -> None:
    """Switch one opdracht; the same as now takes the row away. Nothing is decided."""
    scenario = Scenario.objects.select_for_update(of=("self",)).get(pk=scenario.pk)
    eis(rules.beletsel_scenariokeuze_zetten(
        scenario=scenario, door=door, opdracht=opdracht, keuze=keuze
    ))
    ScenarioKeuze.objects.update_or_create(
        scenario=scenario, opdracht=opdracht, defaults={
            "is_aan": keuze.is_aan, "maanden_later": keuze.maanden_later if keuze.is_aan else 0,
            "fte_pct": keuze.fte_pct if keuze.is_aan else 100,
        },
    )


@transaction.atomic
def scenariokeuze_vervallen(
    *, scenario: Scenario, opdracht: Opdracht, door: Actor, nu: datetime
) -> None:
    """Leave an opdracht out of the sketch: it is again as it is now."""
    eis(rules.beletsel_scenariokeuze_vervallen(scenario=scenario, door=door))
    scenario.keuzes.filter(opdracht=opdracht).delete()


@transaction.atomic
def scenario_verwijderen(*, scenario: Scenario, door: Actor, nu: datetime) -> None:
    """Throw a sketch away; decisions that came from it stay."""
    eis(rules.beletsel_scenario_verwijderen(scenario=scenario, door=door))
    noteer("scenario_verwijderd", op=scenario, door=door, nu=nu)
    scenario.delete()


def punten_van(
    scenario: Scenario, besluitenlijst: Besluitenlijst | None, door: Actor, op: date
) -> list[Punt]:
    """Each switch with the reason why it cannot be on this list, if there is one."""
    bezet, grens = bezet_op_lijst(), instelling("PRIORITEIT_MARGE_FTE", op)
    soort = besluitenlijst.vergadering.gremium.soort if besluitenlijst else ""
    uit = []
    for rij in keuzes_van(scenario):
        keuze = Keuze(rij.is_aan, rij.maanden_later, rij.fte_pct)
        beletsel = beletsel_herprogrammering(
            rij.opdracht, keuze, op, kaders=geldende_kaders(rij.opdracht),
            staat_op_lijst=rij.opdracht_id in bezet
        ) or beletsel_marginaal(rij.opdracht, keuze, soort, grens)
        if beletsel is None and rij.opdracht.status == S.GETOETST:
            beletsel = beletsel_opdracht_agenderen(
                opdracht=rij.opdracht, door=door, op=op, staat_op_lijst=False,
                besluitenlijst=besluitenlijst,
            )
        uit.append(Punt(rij.opdracht, keuze, beletsel))
    return uit


@transaction.atomic
def scenario_agenderen(
    *, scenario: Scenario, besluitenlijst: Besluitenlijst, door: Actor, nu: datetime
) -> list[Punt]:
    """Make draft decisions of the switches that can be decided; gives all, with why not.

    Nothing changes for the work until the list is adopted (R218, R220).
    """
    lijst = (
        Besluitenlijst.objects.select_for_update(of=("self",))
        .select_related("vergadering__gremium").get(pk=besluitenlijst.pk)
    )
    punten = punten_van(scenario, lijst, door, lokale_dag(nu))
    kunnen = [p for p in punten if p.beletsel is None]
    eis(rules.beletsel_scenario_agenderen(
        scenario=scenario, door=door, besluitenlijst=lijst, aantal=len(kunnen)
    ))
    for punt in kunnen:
        if punt.opdracht.status == S.GETOETST:
            opdracht_agenderen(
                opdracht=punt.opdracht, besluitenlijst=lijst, door=door, nu=nu,
                motivering=f"Uit het scenario “{scenario.naam}”.",
            )
        else:
            _zet_op_lijst(punt, scenario, lijst, door, nu)
    noteer("scenario_geagendeerd", op=scenario, door=door, nu=nu, aantal=len(kunnen))
    return punten


def _zet_op_lijst(
    punt: Punt, scenario: Scenario, lijst: Besluitenlijst, door: Actor, nu: datetime
) -> Besluit:
    opdracht, keuze, gremium = punt.opdracht, punt.keuze, lijst.vergadering.gremium
    capaciteit = opmaak.fte(opdracht.capaciteit_fte) or "nog niet bekend"
    besluit = besluit_opstellen(
        soort=BesluitSoort.OVERIG, onderwerp=f"Herprogrammeren: {opdracht.naam}"[:250],
        tekst=f"De opdracht “{opdracht.naam}” ({opdracht.code}) {punt.zin}. Capaciteit nu: "
        f"{capaciteit}. Looptijd nu: {opmaak.periode(opdracht.begin, opdracht.einde)}.",
        motivering=f"Uit het scenario “{scenario.naam}”. {scenario.toelichting}".strip(),
        gremium=gremium, besluitenlijst=lijst, hoedanigheid=f"voorzitter {gremium.naam}"[:120],
        besluitdatum=lijst.vergadering.datum, door=door, nu=nu,
    )
    Herprogrammering.objects.create(
        besluit=besluit, opdracht=opdracht, scenario=scenario, is_aan=keuze.is_aan,
        maanden_later=keuze.maanden_later, fte_pct=keuze.fte_pct,
    )
    return besluit


@transaction.atomic
def herprogrammering_intrekken(
    *, herprogrammering: Herprogrammering, door: Actor, nu: datetime
) -> None:
    """Take a draft point about running work off the list; twice changes nothing more."""
    rij = (
        Herprogrammering.objects.select_for_update(of=("self",))
        .select_related("besluit__besluitenlijst__vergadering__gremium", "opdracht")
        .filter(pk=herprogrammering.pk).first()
    )
    if rij is None:
        return
    eis(beletsel_herprogrammering_intrekken(herprogrammering=rij, door=door))
    besluit = rij.besluit
    rij.delete()
    besluit.adviezen.all().delete()
    besluit.delete()
    noteer(
        "herprogrammering_ingetrokken", op=rij.opdracht, door=door, nu=nu, besluit=besluit.kenmerk
    )
