"""Dependencies between opdrachten: recorded, guarded against rings, taken away (R011)."""

from datetime import datetime

from django.db import connection, transaction

from config.kern.actor import Actor
from config.kern.domain.logboek import noteer
from config.kern.fouten import eis
from config.kern.werkdagen import lokale_dag
from opgaven.enums import AfhankelijkheidSoort
from opgaven.models import Afhankelijkheid, Opdracht
from opgaven.queries.afhankelijkheid import wacht_op_kaart
from opgaven.rules import afhankelijkheid as rules

# One ring is made by two people at once unless they wait for each other.
SLOT = 7_201_011


@transaction.atomic
def afhankelijkheid_vastleggen(
    *, opdracht: Opdracht, van: Opdracht, soort: str, toelichting: str, door: Actor, nu: datetime
) -> Afhankelijkheid:
    """Record that an opdracht hangs on another; waiting may not go round in a ring (R011)."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(%s)", [SLOT])
    eis(rules.beletsel_afhankelijkheid_vastleggen(
        opdracht=opdracht, door=door, op=lokale_dag(nu), van=van, soort=soort,
        toelichting=toelichting, kring=_kring(opdracht, van, soort),
        bestaat=Afhankelijkheid.objects.filter(opdracht=opdracht, van=van, soort=soort).exists(),
    ))
    rij = Afhankelijkheid.objects.create(
        opdracht=opdracht, van=van, soort=soort, toelichting=toelichting.strip(),
        vastgelegd_op=nu, vastgelegd_door_id=door.gebruiker_id,
    )
    noteer("afhankelijkheid_vastgelegd", op=opdracht, door=door, nu=nu, van=van.code, soort=soort)
    return rij


def _kring(opdracht: Opdracht, van: Opdracht, soort: str) -> list[str]:
    """The ring that this row would close, in names: from this opdracht back to itself."""
    if soort != AfhankelijkheidSoort.WACHT_OP or opdracht.pk == van.pk:
        return []
    pad = rules.pad_terug(wacht_op_kaart(), van.pk, opdracht.pk)
    namen = Opdracht.objects.in_bulk(pad)
    return [opdracht.naam, *(namen[pk].naam for pk in pad)] if pad else []


@transaction.atomic
def afhankelijkheid_vervallen(
    *, afhankelijkheid: Afhankelijkheid, door: Actor, nu: datetime
) -> None:
    """Take away a dependency that no longer holds; twice changes nothing more."""
    rij = (
        Afhankelijkheid.objects.select_for_update(of=("self",))
        .select_related("opdracht__opgave", "opdracht__bovenliggende", "van")
        .filter(pk=afhankelijkheid.pk).first()
    )
    if rij is None:
        return
    eis(rules.beletsel_afhankelijkheid_vervallen(
        afhankelijkheid=rij, door=door, op=lokale_dag(nu)
    ))
    noteer(
        "afhankelijkheid_vervallen", op=rij.opdracht, door=door, nu=nu, van=rij.van.code,
        soort=rij.soort, toelichting=rij.toelichting,
    )
    rij.delete()
