"""Views of the portfolio that a person keeps for oneself (R011)."""

from datetime import datetime

from django.db import transaction

from config.kern.actor import Actor
from config.kern.domain.logboek import noteer
from config.kern.fouten import eis
from config.kern.models import Gebruiker
from opgaven.models import Portefeuilleweergave
from opgaven.rules import weergave as rules


@transaction.atomic
def weergave_bewaren(*, naam: str, vraag: str, door: Actor, nu: datetime) -> Portefeuilleweergave:
    """Keep these filters under a name; the same name replaces what was there."""
    list(Gebruiker.objects.select_for_update().filter(pk=door.gebruiker_id))
    eigen = Portefeuilleweergave.objects.filter(gebruiker=door.gebruiker_id)
    naam = naam.strip()
    eis(rules.beletsel_weergave_bewaren(
        door=door, naam=naam, vraag=vraag, aantal=eigen.count(),
        bestaat=eigen.filter(naam=naam).exists(),
    ))
    rij, _ = Portefeuilleweergave.objects.update_or_create(
        gebruiker_id=door.gebruiker_id, naam=naam, defaults={"vraag": vraag, "bewaard_op": nu}
    )
    noteer("weergave_bewaard", op=rij, door=door, nu=nu)
    return rij


@transaction.atomic
def weergave_verwijderen(*, weergave: Portefeuilleweergave, door: Actor, nu: datetime) -> None:
    eis(rules.beletsel_weergave_verwijderen(weergave=weergave, door=door))
    noteer("weergave_verwijderd", op=weergave, door=door, nu=nu)
    Portefeuilleweergave.objects.filter(pk=weergave.pk).delete()
