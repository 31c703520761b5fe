"""Under which O-domein an opgave falls on a day (R009)."""

from collections.abc import Iterable
from datetime import date

from django.db.models import Q

from config.kern.enums import GremiumSoort
from config.kern.models import Gremium
from opgaven.models import ODomein, Opgave, OpgaveToedeling


def geldig(op: date) -> Q:
    return Q(begin__lte=op) & (Q(einde__isnull=True) | Q(einde__gt=op))


def odomein_van(opgave: Opgave, op: date) -> ODomein | None:
    rij = (
        OpgaveToedeling.objects.filter(geldig(op), opgave=opgave).select_related("odomein").first()
    )
    return rij.odomein if rij else None


def odomeinen_van(opgave_ids: Iterable[int], op: date) -> dict[int, ODomein]:
    """The O-domein of many opgaven, in one query."""
    rijen = OpgaveToedeling.objects.filter(
        geldig(op), opgave__in=list(opgave_ids)
    ).select_related("odomein")
    return {rij.opgave_id: rij.odomein for rij in rijen}


def directieteam() -> Gremium | None:
    return Gremium.objects.filter(soort=GremiumSoort.DT).order_by("pk").first()


def toedelende_gremia() -> list[Gremium]:
    """The bodies that may allocate an opgave (R009)."""
    return list(Gremium.objects.filter(soort__in=[GremiumSoort.O_BERAAD, GremiumSoort.DT]))
