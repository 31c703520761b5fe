"""The mail of the demo year: it went out at the time, and old messages were read."""

from datetime import datetime, timedelta

from django.db.models import F

from config.kern.models import Bericht

GELEZEN_NA = timedelta(days=10)


def post_bijwerken(nu: datetime) -> None:
    """What was written before today is not mailed again when the demo starts."""
    oud = Bericht.objects.filter(aangemaakt_op__lt=nu)
    oud.filter(verzonden_op=None).update(verzonden_op=F("aangemaakt_op"))
    oud.filter(gelezen_op=None, aangemaakt_op__lt=nu - GELEZEN_NA).update(
        gelezen_op=F("aangemaakt_op")
    )
