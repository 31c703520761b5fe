"""Comply or explain in one register: noted with a reason, looked at again on a day (R357, R358)."""

from datetime import date, datetime
from typing import Any

from django.db import transaction

from config.kern import rules_afwijking as rules
from config.kern.actor import Actor
from config.kern.domain.logboek import noteer
from config.kern.fouten import eis
from config.kern.models import Afwijking, Besluit
from config.kern.werkdagen import lokale_dag


@transaction.atomic
def afwijking_vastleggen(
    *, regel: str, waarover: str, reden: str, herziening_op: date, door: Actor, nu: datetime
) -> Afwijking:
    """Explain a deviation that has no procedure of its own (EISEN table 2.12)."""
    dag = lokale_dag(nu)
    eerder = Afwijking.objects.filter(
        regel=regel.replace("\x00", ""), object_naam=waarover.replace("\x00", "").strip(),
        begin=dag, vastgelegd_door=door.gebruiker_id,
    )
    eis(rules.beletsel_afwijking_vastleggen(
        door=door, op=dag, regel=regel, waarover=waarover, reden=reden,
        herziening_op=herziening_op, is_dubbel=eerder.exists(),
    ))
    afwijking = Afwijking(
        regel=regel, object_soort="afwijking", object_naam=waarover.strip(), reden=reden,
        vastgelegd_door_id=door.gebruiker_id, beslisser=door.naam, begin=dag,
        herziening_op=herziening_op,
    )
    afwijking.object_id = afwijking.public_id
    afwijking.save()
    noteer("afwijking_vastgelegd", op=afwijking, door=door, nu=nu, regel=regel)
    return afwijking


@transaction.atomic
def afwijking_herzien(
    *, afwijking: Afwijking, voortzetten: bool, reden: str, herziening_op: date | None = None,
    door: Actor, nu: datetime,
) -> Afwijking:
    """Look again: it ends today, or goes on as a new row with a new reason and day (R358)."""
    afwijking = Afwijking.objects.select_for_update(of=("self",)).get(pk=afwijking.pk)
    dag = lokale_dag(nu)
    eis(rules.beletsel_afwijking_herzien(
        afwijking=afwijking, door=door, op=dag, reden=reden, herziening_op=herziening_op,
        voortzetten=voortzetten,
    ))
    einde = afwijking.einde
    afwijking.einde = dag
    afwijking.save(update_fields=["einde"])
    noteer("afwijking_herzien", op=afwijking, door=door, nu=nu, voortgezet=voortzetten)
    if not voortzetten:
        return afwijking
    return Afwijking.objects.create(
        regel=afwijking.regel, object_soort=afwijking.object_soort,
        object_id=afwijking.object_id, object_naam=afwijking.object_naam, reden=reden,
        besluit=afwijking.besluit, vastgelegd_door_id=door.gebruiker_id, beslisser=door.naam,
        begin=dag, einde=einde, herziening_op=herziening_op,
    )


def afwijking_bij_besluit(
    *, regel: str, over: Any, reden: str, beslisser: str, door: Actor, dag: date,
    besluit: Besluit | None = None,
) -> Afwijking:
    """A deviation that another act brings along; that act was already allowed."""
    return Afwijking.objects.create(
        regel=regel, object_soort=over._meta.model_name, object_id=over.public_id,
        object_naam=str(over)[:250], reden=reden, besluit=besluit,
        vastgelegd_door_id=door.gebruiker_id, beslisser=beslisser, begin=dag,
    )
