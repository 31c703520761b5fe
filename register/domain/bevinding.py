"""Findings of the register: kept by the beat, explained or given to somebody by the registrar."""

from datetime import datetime

from django.db import transaction

from config.kern.actor import Actor
from config.kern.domain.logboek import noteer
from config.kern.fouten import eis
from config.kern.werkdagen import lokale_dag
from register.domain import keten
from register.enums import BevindingStatus
from register.models import Bevinding
from register.queries.rechtmatigheid import kapotte_documenten, uiterlijk_na, vondsten
from register.rules import toezicht as rules


@transaction.atomic
def bevindingen_bijwerken(*, door: Actor, nu: datetime) -> tuple[int, int]:
    """Open what is new and close what is gone; gives how many of each (R181, R190, R191)."""
    keten.vergrendelen()
    eis(rules.beletsel_bevindingen_bijwerken(door=door))
    dag = lokale_dag(nu)
    gevonden = {(v.soort, v.sleutel): v for v in [*vondsten(dag), *kapotte_documenten()]}
    lopend = {(b.soort, b.sleutel): b for b in Bevinding.objects.lopend()}
    standaard = uiterlijk_na(dag)
    nieuw = [
        Bevinding(
            soort=v.soort, sleutel=v.sleutel, onderwerp=v.onderwerp, eigenaar=v.eigenaar[:120],
            gevonden_op=dag, uiterlijk=v.uiterlijk or standaard,
        )
        for sleutel, v in gevonden.items() if sleutel not in lopend
    ]
    weg = [b.pk for sleutel, b in lopend.items() if sleutel not in gevonden]
    Bevinding.objects.bulk_create(nieuw, batch_size=1_000)
    Bevinding.objects.filter(pk__in=weg).update(
        status=BevindingStatus.OPGELOST, afgehandeld_op=nu
    )
    if nieuw or weg:
        noteer("bevindingen_bijgewerkt", door=door, nu=nu, nieuw=len(nieuw), opgelost=len(weg))
    return len(nieuw), len(weg)


@transaction.atomic
def bevinding_toelichten(
    *, bevinding: Bevinding, toelichting: str, door: Actor, nu: datetime
) -> Bevinding:
    """Say why it may stay as it is; it stays on the list, below what is open (R190)."""
    bevinding = Bevinding.objects.select_for_update(of=("self",)).get(pk=bevinding.pk)
    eis(rules.beletsel_bevinding_toelichten(
        bevinding=bevinding, toelichting=toelichting, door=door
    ))
    bevinding.status, bevinding.toelichting = BevindingStatus.TOEGELICHT, toelichting.strip()
    bevinding.afgehandeld_op, bevinding.afgehandeld_door_id = nu, door.gebruiker_id
    bevinding.save()
    noteer("bevinding_toegelicht", op=bevinding, door=door, nu=nu)
    return bevinding


@transaction.atomic
def bevinding_toewijzen(
    *, bevinding: Bevinding, eigenaar: str, uiterlijk: object, door: Actor, nu: datetime
) -> Bevinding:
    """Agree who resolves it, and until when."""
    bevinding = Bevinding.objects.select_for_update(of=("self",)).get(pk=bevinding.pk)
    eis(rules.beletsel_bevinding_toewijzen(bevinding=bevinding, eigenaar=eigenaar, door=door))
    bevinding.eigenaar, bevinding.uiterlijk = eigenaar.strip(), uiterlijk
    bevinding.save(update_fields=["eigenaar", "uiterlijk"])
    noteer("bevinding_toegewezen", op=bevinding, door=door, nu=nu, eigenaar=bevinding.eigenaar)
    return bevinding
