"""The screen on the wall: a session of its own that can only look (R269, R416)."""

import hashlib
import secrets
from datetime import datetime

from django.db import transaction

from config.kern.actor import Actor
from config.kern.domain.logboek import noteer
from config.kern.fouten import eis
from matching import rules_tafelnotitie as rules
from matching.domain.matchtafel import vergrendel
from matching.models import MatchtafelSessie, Presentatie


def vingerafdruk(sleutel: str) -> str:
    return hashlib.sha256(sleutel.encode()).hexdigest()


@transaction.atomic
def presentatie_starten(*, sessie: MatchtafelSessie, door: Actor, nu: datetime) -> str:
    """Give a key for one screen; an earlier screen of this session goes dark."""
    sessie = vergrendel(sessie)
    eis(rules.beletsel_presentatie_starten(sessie=sessie, door=door))
    sessie.presentaties.filter(gestopt_op=None).update(gestopt_op=nu)
    sleutel = secrets.token_urlsafe(24)
    Presentatie.objects.create(
        sessie=sessie, vingerafdruk=vingerafdruk(sleutel), gestart_op=nu,
        gestart_door_naam=door.naam,
    )
    noteer("presentatie_gestart", op=sessie, door=door, nu=nu)
    return sleutel


@transaction.atomic
def presentatie_stoppen(*, sessie: MatchtafelSessie, door: Actor, nu: datetime) -> int:
    """Take the session off every screen on the wall."""
    sessie = vergrendel(sessie)
    eis(rules.beletsel_presentatie_stoppen(sessie=sessie, door=door))
    aantal = sessie.presentaties.filter(gestopt_op=None).update(gestopt_op=nu)
    noteer("presentatie_gestopt", op=sessie, door=door, nu=nu, aantal=aantal)
    return aantal
