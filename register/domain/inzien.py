"""Looking at hours of people leaves a trace that they can read (R408, R345)."""

from collections.abc import Iterable
from datetime import datetime, timedelta

from django.db import transaction

from config.kern.actor import Actor
from config.kern.fouten import eis
from config.kern.models import Inzage
from pdomein.models import Medewerker, PTeam
from register.rules.capaciteit import beletsel_eigen_mensen_inzien, beletsel_mensen_inzien

WAT = "uren"


@transaction.atomic
def mensen_inzien(
    *, mensen: Iterable[Medewerker], pteam: PTeam, door: Actor, nu: datetime
) -> None:
    """Write down once a day that the P-manager saw the hours of these people."""
    eis(beletsel_mensen_inzien(door=door, pteam=pteam))
    _noteer(mensen, door, nu)


@transaction.atomic
def eigen_mensen_inzien(*, mensen: Iterable[Medewerker], door: Actor, nu: datetime) -> None:
    """The same for people of several own teams; the query gave only those."""
    eis(beletsel_eigen_mensen_inzien(door=door))
    _noteer(mensen, door, nu)


def _noteer(mensen: Iterable[Medewerker], door: Actor, nu: datetime) -> None:
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
