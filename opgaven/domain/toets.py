"""The test by compliance & control: three parts, each with outcome and text (R204)."""

from datetime import datetime

from django.db import transaction

from config.kern.actor import Actor
from config.kern.domain.logboek import noteer
from config.kern.fouten import eis
from opgaven import rules
from opgaven.domain.overgang import _overgang, vergrendel
from opgaven.enums import OpdrachtStatus, Toetsonderdeel
from opgaven.models import Opdracht, Toets
from opgaven.queries import staat_op_lijst


@transaction.atomic
def opdracht_toetsen(
    *, opdracht: Opdracht, onderdeel: str, uitkomst: str, toelichting: str, door: Actor,
    nu: datetime,
) -> Toets:
    """Write down one part; with the third part the opdracht is tested."""
    opdracht = vergrendel(opdracht)
    eis(rules.beletsel_opdracht_toetsen(
        opdracht=opdracht, door=door, staat_op_lijst=staat_op_lijst(opdracht), onderdeel=onderdeel,
        uitkomst=uitkomst, toelichting=toelichting,
    ))
    toets, _ = Toets.objects.update_or_create(
        opdracht=opdracht, onderdeel=onderdeel,
        defaults={
            "uitkomst": uitkomst, "toelichting": toelichting, "getoetst_op": nu,
            "getoetst_door_id": door.gebruiker_id,
        },
    )
    noteer(
        "opdracht_getoetst", op=opdracht, door=door, nu=nu, onderdeel=onderdeel, uitkomst=uitkomst
    )
    alle = opdracht.toetsen.count() == len(Toetsonderdeel)
    if alle and opdracht.status == OpdrachtStatus.PROFIEL_VASTGESTELD:
        _overgang(
            opdracht=opdracht, naar=OpdrachtStatus.GETOETST, door=door, nu=nu,
            reden="De drie delen van de toets zijn af.",
        )
    return toets
