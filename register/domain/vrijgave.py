"""When work ends or waits, the register ends what rests on it, by that same decision (R013, R040).

The register looks every minute; the work itself knows no register (HUIS §2, pull).
"""

import logging
from datetime import datetime

from django.db import transaction

from config.kern.actor import SYSTEEM, Actor
from config.kern.domain.bericht import berichten_plaatsen
from config.kern.domain.logboek import noteer
from config.kern.enums import BerichtSoort
from config.kern.fouten import DomeinFout, eis
from config.kern.periode import dag_lang
from opgaven.models import Vrijgave
from register.domain import keten, tijdlijn
from register.domain.schrijven import Aanleiding, stuk_van, zet_schrijven
from register.enums import Mutatie
from register.queries.vrijgave import rijen_van, vrijgaven_te_verwerken
from register.rules.vrijgave import beletsel_vrijgave_verwerken

logger = logging.getLogger(__name__)


def vrijgaven_bijwerken(*, nu: datetime) -> int:
    """What beat does: end what rests on work that ended or waits. Idempotent."""
    return sum(_probeer(vrijgave, nu) for vrijgave in vrijgaven_te_verwerken())


def _probeer(vrijgave: Vrijgave, nu: datetime) -> int:
    """One opdracht whose rows change this very moment does not hold up the others."""
    try:
        return vrijgave_verwerken(vrijgave=vrijgave, door=SYSTEEM, nu=nu)
    except DomeinFout as fout:
        logger.warning("Vrijgave van %s wacht: %s", vrijgave.opdracht.public_id, fout.zin)
        return 0


@transaction.atomic
def vrijgave_verwerken(*, vrijgave: Vrijgave, door: Actor, nu: datetime) -> int:
    """End the rows of one release; the number of rows (R040: the role ends on that date)."""
    keten.vergrendelen()
    eis(beletsel_vrijgave_verwerken(door=door))
    rijen = rijen_van(vrijgave)
    aanleiding = Aanleiding(vrijgave.besluit, Mutatie.BEEINDIGING, vrijgave.reden, door, nu)
    for rij in rijen:
        zet_schrijven(rij, tijdlijn.beeindigen(stuk_van(rij), vrijgave.per), aanleiding)
    if rijen:
        _vertel(vrijgave, {rij.medewerker.gebruiker_id for rij in rijen}, nu)
        noteer("vrijgave_verwerkt", op=vrijgave.opdracht, door=door, nu=nu, per=vrijgave.per,
               aantal=len(rijen), besluit=vrijgave.besluit.kenmerk)
    return len(rijen)


def _vertel(vrijgave: Vrijgave, mensen: set[int | None], nu: datetime) -> None:
    berichten_plaatsen(
        ontvanger_ids=mensen, soort=BerichtSoort.BESLUIT,
        onderwerp=f"Je werk aan {vrijgave.opdracht} stopt per {dag_lang(vrijgave.per)}",
        tekst=f"{vrijgave.reden}. Het besluit is {vrijgave.besluit.kenmerk}.",
        url=f"/opdrachten/{vrijgave.opdracht.public_id}/",
        sleutel=f"vrijgave:{vrijgave.public_id}", nu=nu,
    )
