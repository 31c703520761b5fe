"""Stable work in the year plan of P-teams (R056, R057)."""

from datetime import date
from decimal import Decimal
from uuid import UUID

from django.db.models import OuterRef, QuerySet, Subquery, Sum
from django.http import Http404

from opgaven.enums import JaarplanStatus
from opgaven.models import JaarplanBehoefte, JaarplanToedeling, Opdracht
from pdomein.models import PTeam

LEVEND = (JaarplanStatus.VOORGESTELD, JaarplanStatus.VASTGESTELD)


def toedelingen() -> QuerySet[JaarplanToedeling]:
    """Allocations with the newest reported need, in one query."""
    gemeld = JaarplanBehoefte.objects.filter(toedeling=OuterRef("pk"))
    return (
        JaarplanToedeling.objects
        .select_related("opdracht__opgave", "opdracht__bovenliggende", "pteam__domein", "besluit")
        .annotate(behoefte=Subquery(gemeld.values("fte")[:1]))
        .order_by("-jaar", "opdracht__code", "pteam__naam", "-voorgesteld_op", "pk")
    )


def toedeling_met(id: UUID) -> JaarplanToedeling:
    gevonden = toedelingen().filter(public_id=id).first()
    if gevonden is None:
        raise Http404("Deze jaarplan-toedeling bestaat niet.")
    return gevonden


def toedelingen_van_opdracht(opdracht: Opdracht) -> list[JaarplanToedeling]:
    return list(toedelingen().filter(opdracht=opdracht))


def toegedeeld_aan(pteam: PTeam, jaar: int) -> Decimal:
    """What this P-team already promised in that year."""
    som = JaarplanToedeling.objects.filter(
        pteam=pteam, jaar=jaar, status=JaarplanStatus.VASTGESTELD
    ).aggregate(fte=Sum("fte"))["fte"]
    return som or Decimal(0)


def behoeften_van(toedeling: JaarplanToedeling) -> list[JaarplanBehoefte]:
    return list(toedeling.behoeften.select_related("gemeld_door"))


def pteams_op(dag: date) -> list[PTeam]:
    """P-teams that exist on a day, to choose from."""
    return list(PTeam.objects.geldig_op(dag).select_related("domein", "professie"))


def jaren() -> list[int]:
    return list(
        JaarplanToedeling.objects.order_by("-jaar").values_list("jaar", flat=True).distinct()
    )
