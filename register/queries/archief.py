"""Dossiers: decisions under one number, what rests on them, and how long to keep them (R189)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Count, Max, Min, QuerySet
from django.http import Http404

from config.kern.enums import BesluitSoort, BesluitStatus
from config.kern.models import Besluit
from config.kern.queries import instelling
from register.models import Advies, Inzet, Roltoewijzing, Schakel
from register.queries.schermen import VERWANT


def dossiers(zoek: str = "") -> QuerySet[Any]:
    """Every number with how many decisions, from when until when."""
    rijen = Besluit.objects.filter(status=BesluitStatus.VASTGESTELD).exclude(dossiernummer="")
    if zoek.strip():
        rijen = rijen.filter(dossiernummer__icontains=zoek.strip())
    return (
        rijen.order_by().values("dossiernummer")
        .annotate(aantal=Count("pk"), eerste=Min("besluitdatum"), laatste=Max("besluitdatum"))
        .order_by("-laatste", "dossiernummer")
    )


@dataclass(frozen=True, slots=True)
class Bewaring:
    """How long a category is kept, counted from the decision."""

    soort: str
    label: str
    jaren: int
    begin: date
    einde: date


def _bewaring(besluit: Besluit, jaren: int) -> Bewaring:
    begin = besluit.besluitdatum
    return Bewaring(
        besluit.soort, BesluitSoort(besluit.soort).label, jaren, begin, _jaren_later(begin, jaren)
    )


def _jaren_later(dag: date, jaren: int) -> date:
    schrikkel = (dag.month, dag.day) == (2, 29)
    return dag.replace(year=dag.year + jaren, day=28 if schrikkel else dag.day)


@dataclass(frozen=True, slots=True)
class Dossier:
    """Everything under one number; the longest term counts for the whole."""

    nummer: str
    besluiten: list[tuple[Besluit, Bewaring]]
    adviezen: list[Advies]
    rollen: list[Roltoewijzing]
    inzet: list[Inzet]

    @property
    def bewaren(self) -> Bewaring:
        return max((b for _, b in self.besluiten), key=lambda b: b.einde)

    @property
    def rijen(self) -> list[Roltoewijzing | Inzet]:
        return [*self.rollen, *self.inzet]


def dossier_met(nummer: str, op: date) -> Dossier:
    besluiten = list(
        Besluit.objects.filter(dossiernummer=nummer, status=BesluitStatus.VASTGESTELD)
        .exclude(dossiernummer="").select_related("gremium", "genomen_door", "document")
        .defer("document__inhoud").order_by("besluitdatum", "pk")
    )
    if not besluiten:
        raise Http404("Dit dossier bestaat niet.")
    jaren = instelling("BEWAARJAREN", op)
    ids = [b.pk for b in besluiten]
    return Dossier(
        nummer=nummer, besluiten=[(b, _bewaring(b, jaren[b.soort][0])) for b in besluiten],
        adviezen=list(Advies.objects.filter(besluit__in=ids).select_related("besluit")),
        rollen=list(
            Roltoewijzing.objects.filter(besluit__in=ids).select_related(*VERWANT)
            .order_by("tijdstip_registratie", "pk")
        ),
        inzet=list(
            Inzet.objects.filter(besluit__in=ids)
            .select_related("medewerker", "opdracht", "besluit")
            .order_by("tijdstip_registratie", "pk")
        ),
    )


def schakels_bij(rijen: Sequence[Roltoewijzing | Inzet]) -> QuerySet[Schakel]:
    return Schakel.objects.filter(rij_id__in=[r.public_id for r in rijen]).order_by("volgnummer")


def document_inhoud(besluit: Besluit) -> bytes:
    return bytes(
        type(besluit.document).objects.values_list("inhoud", flat=True).get(pk=besluit.document_id)
    )
