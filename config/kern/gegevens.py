"""What the ground keeps about a person, and for how long."""

from datetime import datetime, timedelta
from typing import Any

from config.kern.eigen_gegevens import Onderdeel, Opschoning, Wie, rijen
from config.kern.models import Bericht, Inzage, Logregel
from config.kern.queries import instelling
from config.kern.werkdagen import lokale_dag

MAAND = timedelta(days=365.25 / 12)


def grens(sleutel: str, nu: datetime) -> datetime:
    """Before this moment the term of a setting in months is over."""
    return nu - MAAND * instelling(sleutel, lokale_dag(nu))


def _berichten(wie: Wie) -> list[dict[str, Any]]:
    return rijen(Bericht.objects.filter(ontvanger_id=wie.gebruiker_id), {
        "wanneer": "aangemaakt_op", "onderwerp": "onderwerp", "tekst": "tekst",
        "gelezen": "gelezen_op", "gemaild": "verzonden_op",
    })


def _inzagen(wie: Wie) -> list[dict[str, Any]]:
    bron = Inzage.objects.filter(wiens_id=wie.gebruiker_id)
    return list(bron.values("tijdstip", "wie_naam", "wat", "waarvoor"))


def _handelingen(wie: Wie) -> list[dict[str, Any]]:
    return rijen(Logregel.objects.filter(actor_id=wie.gebruiker_id), {
        "wanneer": "tijdstip", "handeling": "handeling", "waarover": "object_naam",
    })


def _berichten_opschonen(nu: datetime, droog: bool) -> int:
    oud = Bericht.objects.filter(aangemaakt_op__lt=grens("BEWAAR_BERICHTEN_MAANDEN", nu))
    return oud.count() if droog else oud.delete()[0]


ONDERDELEN = (
    Onderdeel(
        "berichten", "Berichten aan jou", "Meldingen in het programma en in je mail.", _berichten,
        ("kern.bericht.ontvanger",),
    ),
    Onderdeel(
        "inzagen", "Wie bekeek jouw gegevens",
        "Elke keer dat iemand iets van jou zag dat niet voor iedereen is.", _inzagen,
    ),
    Onderdeel(
        "handelingen", "Wat jij deed", "Het logboek van je eigen handelingen.", _handelingen
    ),
)
OPSCHONINGEN = (
    Opschoning("berichten", "Berichten", "BEWAAR_BERICHTEN_MAANDEN", _berichten_opschonen),
)
