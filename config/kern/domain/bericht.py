"""Messages to people: written here, sent by beat (R414)."""

from collections.abc import Iterable, Mapping
from datetime import datetime

from django.db import transaction

from config.kern import rules
from config.kern.actor import Actor
from config.kern.domain.logboek import noteer
from config.kern.enums import BerichtSoort, Bezorging
from config.kern.fouten import eis
from config.kern.models import Bericht, Bezorgkeuze


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
    keuzes = dict(
        Bezorgkeuze.objects.filter(soort=soort, ontvanger__in=[r.ontvanger_id for r in rijen])
        .values_list("ontvanger_id", "bezorging")
    )
    nieuw = [rij for rij in rijen if rij.sleutel not in er_al]
    for rij in nieuw:
        rij.bezorging = keuzes.get(rij.ontvanger_id, Bezorging.DIRECT)
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


@transaction.atomic
def bezorging_kiezen(*, keuzes: Mapping[str, str], door: Actor, nu: datetime) -> None:
    """Choose per kind of message how its mail comes; holds for what comes from now on (R414)."""
    eis(rules.beletsel_bezorging_kiezen(keuzes=keuzes, door=door))
    Bezorgkeuze.objects.bulk_create(
        [
            Bezorgkeuze(ontvanger_id=door.gebruiker_id, soort=soort, bezorging=bezorging)
            for soort, bezorging in keuzes.items()
        ],
        update_conflicts=True, unique_fields=["ontvanger", "soort"], update_fields=["bezorging"],
    )
    noteer("bezorging_gekozen", door=door, nu=nu, keuzes=dict(keuzes))


@transaction.atomic
def vastgelopen_opnieuw(*, door: Actor, nu: datetime) -> int:
    """Try the mail again that failed too often; says how many messages wait again."""
    eis(rules.beletsel_vastgelopen_opnieuw(door=door))
    aantal = Bericht.objects.vastgelopen().update(pogingen=0)
    noteer("mail_opnieuw", door=door, nu=nu, aantal=aantal)
    return aantal
