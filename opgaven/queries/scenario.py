"""Sketches of the programme and the switches in them (SCHERMEN 7)."""

from uuid import UUID

from django.db.models import Count, Q, QuerySet
from django.http import Http404

from config.kern.enums import BesluitStatus, GremiumSoort
from config.kern.models import Besluitenlijst
from opgaven.models import Herprogrammering, Opdracht, Programmering, Scenario, ScenarioKeuze
from opgaven.scenario import SCHAKELBAAR, Keuze


def scenarios() -> QuerySet[Scenario]:
    return (
        Scenario.objects.select_related("gemaakt_door").annotate(aantal=Count("keuzes"))
        .order_by("-gemaakt_op", "-pk")
    )


def scenario_met(id: UUID) -> Scenario:
    gevonden = Scenario.objects.select_related("gemaakt_door").filter(public_id=id).first()
    if gevonden is None:
        raise Http404("Dit scenario bestaat niet meer.")
    return gevonden


def keuzes_van(scenario: Scenario) -> list[ScenarioKeuze]:
    return list(
        scenario.keuzes.select_related("opdracht__opgave", "opdracht__bovenliggende")
        .order_by("opdracht__code")
    )


def als_keuzes(rijen: list[ScenarioKeuze]) -> dict[int, Keuze]:
    return {r.opdracht_id: Keuze(r.is_aan, r.maanden_later, r.fte_pct) for r in rijen}


def te_schakelen(zoek: str, hoogstens: int = 20) -> list[Opdracht]:
    """Work that a scenario may switch: what waits for a decision first, then by priority."""
    rijen = Opdracht.objects.filter(status__in=SCHAKELBAAR).select_related("opgave")
    for woord in zoek.replace("\x00", "").split()[:8]:
        rijen = rijen.filter(
            Q(naam__icontains=woord) | Q(code__icontains=woord) | Q(opgave__naam__icontains=woord)
        )
    if not zoek.strip():
        rijen = rijen.filter(status__in=["getoetst", "getemporiseerd", "profiel_vastgesteld"])
    return list(rijen.order_by("prioriteit", "code")[:hoogstens])


def bezet_op_lijst() -> set[int]:
    """Opdrachten about which a draft decision stands on a list."""
    open_ = Q(besluit__status=BesluitStatus.CONCEPT)
    return {
        *Programmering.objects.filter(open_).values_list("opdracht", flat=True),
        *Herprogrammering.objects.filter(open_).values_list("opdracht", flat=True),
    }


def lijsten_voor_scenario() -> list[Besluitenlijst]:
    """Draft lists of the programmeerberaad and the DT, the next meeting first."""
    return list(
        Besluitenlijst.objects.filter(
            status=BesluitStatus.CONCEPT,
            vergadering__gremium__soort__in=[GremiumSoort.PROGRAMMEERBERAAD, GremiumSoort.DT],
        ).select_related("vergadering__gremium").order_by("vergadering__datum", "pk")
    )


def herprogrammering_met(id: UUID) -> Herprogrammering:
    gevonden = (
        Herprogrammering.objects.select_related("besluit__besluitenlijst", "opdracht")
        .filter(public_id=id).first()
    )
    if gevonden is None:
        raise Http404("Dit punt staat niet meer op een besluitenlijst.")
    return gevonden
