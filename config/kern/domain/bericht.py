"""Messages to people: written here, sent by beat (R414)."""

from collections.abc import Iterable
from datetime import datetime

from django.db import transaction

from config.kern import rules
from config.kern.actor import Actor
from config.kern.enums import BerichtSoort
from config.kern.fouten import eis
from config.kern.models import Bericht


def berichten_plaatsen(
    *, ontvanger_ids: Iterable[int | None], soort: BerichtSoort, onderwerp: str, tekst: str = "",
    url: str = "", sleutel: str, nu: datetime,
) -> int:
    """Place one message per receiver; the same ``sleutel`` and receiver never get it twice.

    ``onderwerp`` names opgave, role and date; never a person's private data (SCHERMEN 15).
    Returns how many messages are new.
    """
    rijen = [
        Bericht(
            ontvanger_id=ontvanger, soort=soort, onderwerp=onderwerp[:200], tekst=tekst, url=url,
            sleutel=f"{sleutel}:{ontvanger}"[:160], aangemaakt_op=nu,
        )
        for ontvanger in sorted({i for i in ontvanger_ids if i is not None})
    ]
    sleutels = [rij.sleutel for rij in rijen]
    er_al = set(
        Bericht.objects.filter(sleutel__in=sleutels).values_list("sleutel", flat=True)
    )
    nieuw = [rij for rij in rijen if rij.sleutel not in er_al]
    Bericht.objects.bulk_create(nieuw, ignore_conflicts=True)
    return len(nieuw)


@transaction.atomic
def bericht_lezen(*, bericht: Bericht, door: Actor, nu: datetime) -> Bericht:
    """Mark one message as read; reading is not a change worth a line in the logbook."""
    bericht = Bericht.objects.select_for_update(of=("self",)).get(pk=bericht.pk)
    eis(rules.beletsel_bericht_lezen(bericht=bericht, door=door))
    if bericht.gelezen_op is None:
        bericht.gelezen_op = nu
        bericht.save(update_fields=["gelezen_op"])
    return bericht


@transaction.atomic
def berichten_lezen(*, door: Actor, nu: datetime) -> int:
    """Mark all messages of this person as read."""
    eis(rules.beletsel_berichten_lezen(door=door))
    return Bericht.objects.ongelezen().filter(ontvanger_id=door.gebruiker_id).update(gelezen_op=nu)
