"""What the register still holds of work that ended or waits: looked for, not told (HUIS §2)."""

from datetime import date
from typing import Any

from django.db.models import Count, Exists, OuterRef, Q, QuerySet, Sum

from opgaven.models import Opdracht, Vrijgave
from register.enums import Teamrol
from register.models import Inzet, Ondermandaat, Roltoewijzing

DRIEHOEK = (Teamrol.AOG, Teamrol.AON)


def vrijgaven_te_verwerken() -> list[Vrijgave]:
    """Releases that still have rows to end, the oldest first."""
    team = _raakt(Inzet).exclude(teamrol__in=DRIEHOEK)
    alles = Q(Exists(_raakt(Inzet))) | Q(Exists(_raakt(Roltoewijzing))) | Q(
        Exists(_raakt(Ondermandaat))
    )
    return list(
        Vrijgave.objects.filter(Q(Exists(team)) | Q(alles, ook_rollen=True))
        .select_related("opdracht", "besluit__document").order_by("pk")
    )


def _raakt(model: type) -> QuerySet:
    """Rows that were registered before the release and would last longer than it allows.

    Staffing that was registered afterwards is new work and stays.
    """
    return model.objects.nu_bekend().filter(
        Q(einde_geldigheid__isnull=True) | Q(einde_geldigheid__gt=OuterRef("per")),
        opdracht=OuterRef("opdracht"), tijdstip_registratie__lte=OuterRef("vastgesteld_op"),
    ).order_by()


def rijen_van(vrijgave: Vrijgave) -> list:
    """The rows that this release ends: team inzet, and at the end of the work everything."""
    modellen: tuple[type, ...] = (Inzet,)
    if vrijgave.ook_rollen:
        modellen = (Roltoewijzing, Inzet, Ondermandaat)
    rijen = []
    for model in modellen:
        gevonden = model.objects.nu_bekend().filter(
            Q(einde_geldigheid__isnull=True) | Q(einde_geldigheid__gt=vrijgave.per),
            opdracht=vrijgave.opdracht, tijdstip_registratie__lte=vrijgave.vastgesteld_op,
        )
        if model is Inzet and not vrijgave.ook_rollen:
            gevonden = gevonden.exclude(teamrol__in=DRIEHOEK)
        rijen += list(gevonden.select_related("medewerker", "opdracht").order_by("pk"))
    return rijen


def vrijkomende_inzet(opdracht: Opdracht, op: date) -> dict[str, Any]:
    """How many people of the team, and how much fte, come free when the work waits (R013)."""
    return (
        Inzet.objects.nu_bekend().geldig_op(op)
        .filter(Q(opdracht=opdracht) | Q(opdracht__bovenliggende=opdracht))
        .exclude(teamrol__in=DRIEHOEK)
        .aggregate(mensen=Count("medewerker", distinct=True), fte=Sum("fte"))
    )
