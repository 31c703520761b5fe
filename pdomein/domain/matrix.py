"""Looking at what a team can do leaves a trace that each member can read (R132, R345)."""

from datetime import datetime

from django.db import transaction

from config.kern.actor import Actor
from config.kern.domain.logboek import inzage_noteren
from config.kern.fouten import eis
from config.kern.werkdagen import lokale_dag
from pdomein.models import PTeam
from pdomein.queries.matrix import Matrixrij, matrix_van
from pdomein.rules.matrix import beletsel_matrix_inzien


@transaction.atomic
def matrix_inzien(*, pteam: PTeam, door: Actor, nu: datetime) -> list[Matrixrij]:
    """The competenties of the own people, for the P-manager who looks after them."""
    eis(beletsel_matrix_inzien(pteam=pteam, door=door))
    leden, rijen = matrix_van(pteam, lokale_dag(nu))
    for lid in leden:
        inzage_noteren(
            wiens_gebruiker_id=lid.gebruiker_id, wat="competenties",
            waarvoor=f"overzicht van P-team {pteam.naam}", door=door, nu=nu,
        )
    return rijen
