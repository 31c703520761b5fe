"""Looking at hours of people leaves a trace that they can read (R408, R345)."""

from collections.abc import Iterable
from datetime import datetime, timedelta

from django.db import transaction

from config.kern.actor import Actor
from config.kern.fouten import eis
from config.kern.models import Inzage
from pdomein.models import Medewerker, PTeam
from register.rules.capaciteit import beletsel_mensen_inzien

WAT = "uren"


@transaction.atomic
def mensen_inzien(
    *, mensen: Iterable[Medewerker], pteam: PTeam, door: Actor, nu: datetime
) -> None:
    """Write down once a day that the P-manager saw the hours of these people."""
    eis(beletsel_mensen_inzien(door=door, pteam=pteam))
    al = set(
        Inzage.objects.filter(
            wie_id=door.gebruiker_id, wat=WAT, tijdstip__gte=nu - timedelta(hours=12)
        ).values_list("wiens_id", flat=True)
    )
    Inzage.objects.bulk_create(
        Inzage(
            tijdstip=nu, wie_id=door.gebruiker_id, wie_naam=door.naam, wiens_id=m.gebruiker_id,
            wat=WAT, waarvoor="capaciteit van het P-team",
        )
        for m in mensen if m.gebruiker_id not in {None, door.gebruiker_id, *al}
    )
