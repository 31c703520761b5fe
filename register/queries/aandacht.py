"""What came in lately for somebody with a role (R032, R383)."""

from datetime import datetime

from django.db.models import Q, QuerySet

from opgaven.enums import IdeeStatus
from opgaven.models import Escalatie, Idee


def open_escalaties(vanaf: datetime) -> QuerySet[Escalatie]:
    """Open ones that were brought in or went a step up since then."""
    return (
        Escalatie.objects.filter(
            Q(gemeld_op__gte=vanaf) | Q(stappen__op__gte=vanaf), gesloten_op=None
        )
        .select_related("opdracht__opgave", "opdracht__bovenliggende").distinct().order_by("pk")
    )


def open_ideeen(vanaf: datetime) -> QuerySet[Idee]:
    return Idee.objects.filter(
        status=IdeeStatus.INGEDIEND, ingediend_op__gte=vanaf
    ).select_related("odomein", "domein").order_by("pk")
