"""The secret address of somebody's own calendar: made, replaced, closed (SCHERMEN 15)."""

from datetime import datetime

from django.core import signing
from django.db import transaction

from config.kern import rules
from config.kern.actor import Actor
from config.kern.domain.logboek import noteer
from config.kern.fouten import eis
from config.kern.models import Agendafeed

ZOUT = "inzet.agendafeed"


@transaction.atomic
def agendafeed_aanzetten(*, door: Actor, nu: datetime) -> Agendafeed:
    """Open the own calendar at a new address; an address given out before stops working."""
    eis(rules.beletsel_agendafeed_aanzetten(door=door))
    feed, nieuw = Agendafeed.objects.select_for_update(of=("self",)).get_or_create(
        gebruiker_id=door.gebruiker_id
    )
    if not nieuw:
        feed.versie, feed.aan = feed.versie + 1, True
        feed.save(update_fields=["versie", "aan"])
    noteer("agendafeed_aan", door=door, nu=nu)
    return feed


@transaction.atomic
def agendafeed_uitzetten(*, door: Actor, nu: datetime) -> None:
    """Close the address; nobody can read the calendar any more."""
    eis(rules.beletsel_agendafeed_uitzetten(door=door))
    Agendafeed.objects.filter(gebruiker_id=door.gebruiker_id).update(aan=False)
    noteer("agendafeed_uit", door=door, nu=nu)


def sleutel_van_feed(feed: Agendafeed) -> str:
    """The secret part of the address; only the program can make it."""
    return signing.dumps([feed.gebruiker_id, feed.versie], salt=ZOUT)


def feed_van_sleutel(sleutel: str) -> Agendafeed | None:
    """The open feed of this address, of somebody who may still come in; else None."""
    try:
        gebruiker_id, versie = signing.loads(sleutel, salt=ZOUT)
    except (signing.BadSignature, ValueError):
        return None
    return Agendafeed.objects.filter(
        gebruiker_id=gebruiker_id, versie=versie, aan=True, gebruiker__is_active=True
    ).first()
