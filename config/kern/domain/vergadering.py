"""Meetings of a gremium and the besluitenlijst that belongs to one (R218, R224)."""

from collections.abc import Iterable
from datetime import date, datetime

from django.db import transaction

from config.kern.actor import Actor
from config.kern.domain.logboek import noteer
from config.kern.enums import BesluitStatus, VergaderStatus
from config.kern.fouten import eis
from config.kern.models import (
    Aanwezige,
    Besluitenlijst,
    Gebruiker,
    Gremium,
    Vergadering,
    Verslag,
)
from config.kern.rules_beraad import (
    beletsel_aanwezigheid_vastleggen,
    beletsel_verslag_opslaan,
    beletsel_verslag_vaststellen,
)
from config.kern.rules_vergadering import (
    beletsel_besluitenlijst_openen,
    beletsel_vergadering_plannen,
)
from config.kern.werkdagen import lokale_dag


@transaction.atomic
def vergadering_plannen(
    *, gremium: Gremium, datum: date, door: Actor, nu: datetime
) -> Vergadering:
    """Plan a meeting; one a day for each gremium."""
    gremium = Gremium.objects.select_for_update().get(pk=gremium.pk)
    bezet = gremium.vergaderingen.filter(datum=datum).exists()
    eis(beletsel_vergadering_plannen(gremium=gremium, door=door, bezet=bezet))
    vergadering = Vergadering.objects.create(gremium=gremium, datum=datum)
    noteer("vergadering_gepland", op=vergadering, door=door, nu=nu)
    return vergadering


@transaction.atomic
def besluitenlijst_openen(
    *, vergadering: Vergadering, door: Actor, nu: datetime
) -> Besluitenlijst:
    """Start the besluitenlijst of a meeting; a second time gives the same list."""
    vergadering = (
        Vergadering.objects.select_for_update(of=("self",)).select_related("gremium")
        .get(pk=vergadering.pk)
    )
    eis(beletsel_besluitenlijst_openen(gremium=vergadering.gremium, door=door))
    lijst, nieuw = Besluitenlijst.objects.get_or_create(vergadering=vergadering)
    if nieuw:
        noteer("besluitenlijst_geopend", op=lijst, door=door, nu=nu)
    return lijst


def _vergrendel(vergadering: Vergadering) -> Vergadering:
    return (
        Vergadering.objects.select_for_update(of=("self",)).select_related("gremium", "verslag")
        .get(pk=vergadering.pk)
    )


@transaction.atomic
def verslag_opslaan(
    *, vergadering: Vergadering, tekst: str, door: Actor, nu: datetime
) -> Verslag:
    """Write the minutes of a meeting that was held; they stay a concept (R224)."""
    vergadering = _vergrendel(vergadering)
    verslag = getattr(vergadering, "verslag", None)
    eis(beletsel_verslag_opslaan(
        vergadering=vergadering, door=door, op=lokale_dag(nu), tekst=tekst,
        status=verslag.status if verslag else BesluitStatus.CONCEPT,
    ))
    verslag = verslag or Verslag(vergadering=vergadering)
    verslag.tekst = tekst
    verslag.save()
    _is_gehouden(vergadering)
    noteer("verslag_opgeslagen", op=verslag, door=door, nu=nu)
    return verslag


@transaction.atomic
def verslag_vaststellen(*, vergadering: Vergadering, door: Actor, nu: datetime) -> Verslag:
    """The chair adopts the minutes; afterwards they stand."""
    vergadering = _vergrendel(vergadering)
    verslag = getattr(vergadering, "verslag", None)
    eis(beletsel_verslag_vaststellen(
        vergadering=vergadering, door=door, status=verslag.status if verslag else None
    ))
    verslag.status, verslag.vastgesteld_op = BesluitStatus.VASTGESTELD, nu
    verslag.vastgesteld_door_id = door.gebruiker_id
    verslag.save()
    noteer("verslag_vastgesteld", op=verslag, door=door, nu=nu)
    return verslag


@transaction.atomic
def aanwezigheid_vastleggen(
    *, vergadering: Vergadering, aanwezigen: Iterable[tuple[int, str, str]], door: Actor,
    nu: datetime,
) -> int:
    """Who was there: ``(gebruiker_id, kant, hoedanigheid)``; replaces what was noted (R091)."""
    vergadering = _vergrendel(vergadering)
    verslag = getattr(vergadering, "verslag", None)
    eis(beletsel_aanwezigheid_vastleggen(
        vergadering=vergadering, door=door, op=lokale_dag(nu),
        is_vast=verslag is not None and verslag.status == BesluitStatus.VASTGESTELD,
    ))
    per_mens = {mens: (kant, als[:120]) for mens, kant, als in aanwezigen}
    bekend = set(Gebruiker.objects.filter(pk__in=per_mens).values_list("pk", flat=True))
    vergadering.aanwezigen.all().delete()
    Aanwezige.objects.bulk_create(
        Aanwezige(vergadering=vergadering, gebruiker_id=mens, kant=kant, hoedanigheid=als)
        for mens, (kant, als) in per_mens.items() if mens in bekend
    )
    _is_gehouden(vergadering)
    noteer("aanwezigheid_vastgelegd", op=vergadering, door=door, nu=nu, aantal=len(bekend))
    return len(bekend)


def _is_gehouden(vergadering: Vergadering) -> None:
    if vergadering.status != VergaderStatus.GEHOUDEN:
        vergadering.status = VergaderStatus.GEHOUDEN
        vergadering.save(update_fields=["status"])
