"""The clock of the doors. Domain code never calls it: there ``nu`` is an argument."""

from datetime import date, datetime, timedelta

from django.conf import settings
from django.utils import timezone

from config.kern.werkdagen import lokale_dag


def nu() -> datetime:
    """This moment; in the demo, moved forward by what a beheerder chose."""
    if not settings.INZET_DEMO:
        return timezone.now()
    from config.kern.models import DemoKlok

    seconden = DemoKlok.objects.values_list("verschuiving_seconden", flat=True).first() or 0
    return timezone.now() + timedelta(seconds=seconden)


def vandaag() -> date:
    return lokale_dag(nu())
