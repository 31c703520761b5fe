"""Van werk naar werk: people whose work ends are seen before anybody from outside (R285)."""

from datetime import datetime, timedelta

from django.db import transaction

from config.kern.actor import Actor
from config.kern.domain.logboek import inzage_noteren, noteer
from config.kern.fouten import eis
from config.kern.werkdagen import lokale_dag
from matching.models import TRO, VanWerkNaarWerk
from matching.queries.vwnw import Vwnwkandidaat, kandidaten_voor
from matching.rules import vwnw as rules
from pdomein.models import Medewerker


@transaction.atomic
def vwnw_vastleggen(
    *, medewerker: Medewerker, instemming: bool, door: Actor, nu: datetime
) -> VanWerkNaarWerk:
    """Put an own colleague on the list, who agreed to that."""
    dag = lokale_dag(nu)
    medewerker = Medewerker.objects.select_for_update(of=("self",)).get(pk=medewerker.pk)
    eis(rules.beletsel_vwnw_vastleggen(
        door=door, dag=dag, medewerker=medewerker, instemming=instemming
    ))
    rij = VanWerkNaarWerk.objects.create(
        medewerker=medewerker, begin=dag, vastgelegd_door_naam=door.naam
    )
    noteer("vwnw_vastgelegd", op=rij, door=door, nu=nu)
    return rij


@transaction.atomic
def vwnw_beeindigen(*, rij: VanWerkNaarWerk, door: Actor, nu: datetime) -> VanWerkNaarWerk:
    """Take a colleague off the list from tomorrow on: other work was found, or it was withdrawn."""
    dag = lokale_dag(nu)
    rij = VanWerkNaarWerk.objects.select_for_update(of=("self",)).get(pk=rij.pk)
    eis(rules.beletsel_vwnw_beeindigen(rij, door=door, dag=dag))
    rij.einde = dag + timedelta(days=1)
    rij.save(update_fields=["einde"])
    noteer("vwnw_beeindigd", op=rij, door=door, nu=nu)
    return rij


@transaction.atomic
def vwnw_inzien(*, tro: TRO, door: Actor, nu: datetime) -> list[Vwnwkandidaat]:
    """Who on the list fits this place; each of them can see that it was looked at."""
    dag = lokale_dag(nu)
    eis(rules.beletsel_vwnw_inzien(door=door))
    kandidaten = kandidaten_voor(tro, dag)
    for kandidaat in kandidaten:
        inzage_noteren(
            wiens_gebruiker_id=kandidaat.medewerker.gebruiker_id, wat="van werk naar werk",
            waarvoor=tro.titel, door=door, nu=nu,
        )
    return kandidaten
