"""One step in the life of an opdracht by the name of the status, for machines (R039)."""

from collections.abc import Callable
from datetime import datetime

from django.db import transaction

from config.kern.actor import Actor
from config.kern.fouten import eis
from opgaven import rules
from opgaven.domain import opdracht as domein
from opgaven.enums import OpdrachtStatus as S
from opgaven.models import Opdracht

STAPPEN: dict[S, Callable[..., Opdracht]] = {
    S.CONCEPT: domein.opdracht_profiel_heropenen,
    S.OPGELEVERD: domein.opdracht_opleveren,
    S.GEDECHARGEERD: domein.opdracht_dechargeren,
    S.GETEMPORISEERD: domein.opdracht_temporiseren,
    S.GESCHRAPT: domein.opdracht_schrappen,
}


@transaction.atomic
def opdracht_status_wijzigen(
    *, opdracht: Opdracht, naar: str, reden: str = "", door: Actor, nu: datetime
) -> Opdracht:
    """Take the command that leads to ``naar``; a status that follows from elsewhere is refused."""
    eis(rules.beletsel_opdracht_status_wijzigen(opdracht=opdracht, naar=naar))
    if naar == S.PROFIEL_VASTGESTELD:
        return domein.opdracht_profiel_vaststellen(opdracht=opdracht, door=door, nu=nu)
    stap = STAPPEN.get(S(naar), domein.opdracht_hervatten)
    return stap(opdracht=opdracht, reden=reden, door=door, nu=nu)
