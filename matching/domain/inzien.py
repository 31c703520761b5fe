"""Looking at reactions: what was shown of a person is written down (R253, R345)."""

from datetime import datetime

from django.db import transaction

from config.kern.actor import Actor
from config.kern.domain.logboek import inzage_noteren
from config.kern.fouten import eis
from config.kern.werkdagen import lokale_dag
from matching.enums import Fase
from matching.models import Procedure, Reactie
from matching.queries.pagina import reacties_op
from matching.rules import publicatie as rules


@transaction.atomic
def reacties_inzien(*, procedure: Procedure, door: Actor, nu: datetime) -> list[Reactie]:
    """Read the reactions with the profiles that came along; they now count as seen."""
    eis(rules.beletsel_reacties_inzien(procedure, door=door, dag=lokale_dag(nu)))
    reacties = reacties_op(procedure, op_volgorde=procedure.fase != Fase.OPDRACHTENMARKT)
    Reactie.objects.filter(pk__in=[r.pk for r in reacties], gezien_op=None).update(gezien_op=nu)
    for reactie in reacties:
        inzage_noteren(
            wiens_gebruiker_id=reactie.medewerker.gebruiker_id, wat="PPP bij een reactie",
            waarvoor=str(procedure)[:200], door=door, nu=nu,
        )
    return reacties
