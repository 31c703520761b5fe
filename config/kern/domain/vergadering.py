"""Meetings of a gremium and the besluitenlijst that belongs to one (R218, R224)."""

from datetime import date, datetime

from django.db import transaction

from config.kern.actor import Actor
from config.kern.domain.logboek import noteer
from config.kern.fouten import eis
from config.kern.models import Besluitenlijst, Gremium, Vergadering
from config.kern.rules_vergadering import (
    beletsel_besluitenlijst_openen,
    beletsel_vergadering_plannen,
)


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
