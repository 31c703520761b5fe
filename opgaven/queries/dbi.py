"""The exception for the Dienst Beheer Infrastructuur and when it must be looked at again."""

from datetime import date, timedelta

from django.db.models import Q
from django.http import Http404

from config.kern.models import Afwijking
from opgaven.models import ODomein


def odomein_met(code: str) -> ODomein:
    gevonden = ODomein.objects.filter(code=code).first()
    if gevonden is None:
        raise Http404("Dit O-domein bestaat niet.")
    return gevonden


def dbi_afwijkingen(odomein: ODomein) -> list[Afwijking]:
    return list(
        Afwijking.objects.filter(regel="dbi_uitzondering", object_id=odomein.public_id)
        .select_related("besluit").order_by("-begin", "-pk")
    )


def te_herzien(op: date, dagen: int) -> list[ODomein]:
    """Exceptions whose review is near, past, or was never planned (R325)."""
    return list(
        ODomein.objects.filter(
            Q(dbi_herziening_op__isnull=True)
            | Q(dbi_herziening_op__lte=op + timedelta(days=dagen)),
            dbi_uitzondering=True,
        )
    )
