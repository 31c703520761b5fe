"""A decision on a page of its own: drafted with its document, for who has to register it (R189)."""

from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction

from config.kern.actor import Actor
from config.kern.domain.besluit import besluit_opstellen, document_bewaren
from config.kern.domain.logboek import noteer
from config.kern.enums import BesluitSoort
from config.kern.fouten import eis
from config.kern.models import Besluit, Gremium
from config.kern.rules import soort_van_inhoud
from config.kern.rules_conceptbesluit import (
    beletsel_conceptbesluit_document_toevoegen,
    beletsel_conceptbesluit_opstellen,
)


@dataclass(frozen=True, slots=True)
class Bestand:
    """A file as it came in; its kind is read from its bytes, not from what the sender says."""

    naam: str
    inhoud: bytes


@transaction.atomic
def conceptbesluit_opstellen(
    *, soort: BesluitSoort, onderwerp: str, tekst: str, hoedanigheid: str, besluitdatum: date,
    ingangsdatum: date | None = None, gremium: Gremium | None = None, motivering: str = "",
    dossiernummer: str = "", genomen_door_id: int | None = None, bestand: Bestand | None = None,
    door: Actor, nu: datetime,
) -> Besluit:
    """Draft a decision, with its document when there is one (Werkingsprincipes §5.4, R189)."""
    eis(beletsel_conceptbesluit_opstellen(door=door, gremium=gremium))
    besluit = besluit_opstellen(
        soort=soort, onderwerp=onderwerp, tekst=tekst, hoedanigheid=hoedanigheid,
        besluitdatum=besluitdatum, ingangsdatum=ingangsdatum, gremium=gremium,
        motivering=motivering, dossiernummer=dossiernummer.strip(),
        genomen_door_id=genomen_door_id, door=door, nu=nu,
    )
    if bestand is not None:
        _bewaar(besluit, bestand, door, nu)
    return besluit


@transaction.atomic
def conceptbesluit_document_toevoegen(
    *, besluit: Besluit, bestand: Bestand, door: Actor, nu: datetime
) -> Besluit:
    """Lay the document under a draft; until it is adopted another may take its place."""
    besluit = Besluit.objects.select_for_update(of=("self",)).get(pk=besluit.pk)
    eis(beletsel_conceptbesluit_document_toevoegen(besluit=besluit, door=door))
    _bewaar(besluit, bestand, door, nu)
    noteer("conceptbesluit_document_toegevoegd", op=besluit, door=door, nu=nu)
    return besluit


def _bewaar(besluit: Besluit, bestand: Bestand, door: Actor, nu: datetime) -> None:
    besluit.document = document_bewaren(
        naam=bestand.naam[-200:], media_type=soort_van_inhoud(bestand.inhoud),
        inhoud=bestand.inhoud, door=door, nu=nu,
    )
    besluit.save(update_fields=["document"])
