"""Everything the program keeps about one person: each app says what, in its ``gegevens.py``.

The apps are named by string in the settings, so the ground knows none of them (HUIS §2). Fields
that point at a person and are in no ``Onderdeel`` are counted, so that nothing stays unsaid
(AVG 15, BETROUWBAAR 29); what keeps it and for how long stands beside it (AVG 5(1)(e)).
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from importlib import import_module
from typing import Any

from django.apps import apps
from django.conf import settings
from django.db.models import Model, QuerySet


@dataclass(frozen=True, slots=True)
class Wie:
    """The person: the key of the login and of whatever else stands for a person, by model."""

    gebruiker_id: int | None
    sleutels: Mapping[str, int]

    def sleutel(self, model: str) -> int | None:
        return self.sleutels.get(model)


@dataclass(frozen=True, slots=True)
class Onderdeel:
    """One part of the own data. ``dekt`` names the fields (``app.model.veld``) that it shows."""

    sleutel: str
    titel: str
    uitleg: str
    haal: Callable[[Wie], Any]
    dekt: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Opschoning:
    """One kind of data with an end: ``doe(nu, droog)`` says how many rows are past it."""

    sleutel: str
    titel: str
    instelling: str
    doe: Callable[[datetime, bool], int]


def _gegevens(naam: str) -> Iterator[Any]:
    for app in ("config.kern", *settings.HUIS):
        yield from getattr(import_module(f"{app}.gegevens"), naam, ())


def onderdelen() -> list[Onderdeel]:
    """What all apps offer, from the ground up."""
    return list(_gegevens("ONDERDELEN"))


def opschoningen() -> list[Opschoning]:
    return list(_gegevens("OPSCHONINGEN"))


def rijen(bron: QuerySet[Any], velden: Mapping[str, str]) -> list[dict[str, Any]]:
    """Rows with the Dutch words of ``velden`` (word to path) as keys."""
    return [
        {woord: rij[pad] for woord, pad in velden.items()} for rij in bron.values(*velden.values())
    ]


def verzamel(wie: Wie) -> dict[str, Any]:
    """Everything about this person, by part; ends with where else the person is mentioned."""
    delen = onderdelen()
    uit = {deel.sleutel: deel.haal(wie) for deel in delen}
    gedekt = {veld for deel in delen for veld in deel.dekt}
    return uit | {"ookVermeld": ook_vermeld(wie, gedekt)}


def persoonsvelden(personen: set[str]) -> Iterator[tuple[type[Model], Any, str]]:
    """Every field of the house that points at a person: model, field and its full name."""
    huis = {naam.rpartition(".")[2] for naam in ("config.kern", *settings.HUIS)}
    for model in apps.get_models(include_auto_created=True):
        if model._meta.app_label not in huis:
            continue
        for veld in model._meta.concrete_fields:
            doel = veld.related_model
            if doel is not None and doel._meta.label_lower in personen:
                yield model, veld, f"{model._meta.label_lower}.{veld.name}"


def ook_vermeld(wie: Wie, gedekt: set[str]) -> list[dict[str, Any]]:
    """Rows that only name the person, such as who adopted a decision: where and how many."""
    uit = []
    for model, veld, naam in persoonsvelden(set(wie.sleutels)):
        sleutel = wie.sleutel(veld.related_model._meta.label_lower)
        if naam in gedekt or sleutel is None:
            continue
        aantal = model._default_manager.filter(**{veld.name: sleutel}).count()
        if aantal:
            uit.append({
                "waar": str(model._meta.verbose_name), "als": str(veld.verbose_name),
                "aantal": aantal,
            })
    return sorted(uit, key=lambda r: (r["waar"], r["als"]))
