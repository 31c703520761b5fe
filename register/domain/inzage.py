"""Looking at the hours of a person on an opdracht is written down, for that person (R408, R345)."""

from collections.abc import Iterable
from datetime import datetime, timedelta

from django.db import transaction

from config.kern.actor import Actor
from config.kern.fouten import eis
from config.kern.models import Inzage
from config.kern.werkdagen import lokale_dag
from register.models import Inzet
from register.rules.inzage import beletsel_inzet_inzien

WAT, WAARVOOR = "uren op een opdracht", "opdrachtenregister"
EEN_KEER_PER = timedelta(hours=12)


@transaction.atomic
def inzet_inzien(*, inzet: Inzet, door: Actor, nu: datetime) -> Inzet:
    """Give one row of inzet and note who looked."""
    eis(beletsel_inzet_inzien(inzet=inzet, dag=lokale_dag(nu), door=door))
    uren_bekeken([inzet], door, nu)
    return inzet


def uren_bekeken(rijen: Iterable[Inzet], door: Actor, nu: datetime) -> int:
    """Write down, once in half a day, that ``door`` saw the hours of these people."""
    mensen = {r.medewerker.gebruiker_id for r in rijen} - {None, door.gebruiker_id}
    if not mensen or door.is_systeem:
        return 0
    al = Inzage.objects.filter(
        wie_id=door.gebruiker_id, wat=WAT, wiens_id__in=mensen, tijdstip__gt=nu - EEN_KEER_PER
    ).values_list("wiens_id", flat=True)
    nieuw = [
        Inzage(
            tijdstip=nu, wie_id=door.gebruiker_id, wie_naam=door.naam, wiens_id=wiens, wat=WAT,
            waarvoor=WAARVOOR,
        )
        for wiens in sorted(mensen - set(al))
    ]
    Inzage.objects.bulk_create(nieuw)
    return len(nieuw)
