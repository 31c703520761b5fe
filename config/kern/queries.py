"""Reads of the ground floor: settings on a day, the calendar of working days."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Count, F, Min, OuterRef, Q, QuerySet, Subquery

from config.kern.actor import Actor
from config.kern.enums import BerichtSoort, Bezorging
from config.kern.models import (
    Agendafeed,
    Bericht,
    BerichtQuerySet,
    Bezorgkeuze,
    Demorol,
    Gebruiker,
    Hartslag,
    Instelling,
    Inzage,
    NietWerkdag,
    Terugkoppeling,
)
from config.kern.standaarden import STANDAARDEN, Standaard


def instelling(sleutel: str, op: date) -> Any:
    """The value of a setting on day ``op``: the newest row by then, else the source's value."""
    waarde = (
        Instelling.objects.filter(sleutel=sleutel, geldig_vanaf__lte=op)
        .order_by("-geldig_vanaf")
        .values_list("waarde", flat=True)
        .first()
    )
    return STANDAARDEN[sleutel].waarde if waarde is None else waarde


def instelwaarden(sleutels: Iterable[str], op: date) -> dict[str, Any]:
    """The values of several settings on day ``op``, in one query."""
    sleutels = list(sleutels)
    bekend = dict(
        Instelling.objects.filter(sleutel__in=sleutels, geldig_vanaf__lte=op)
        .order_by("sleutel", "-geldig_vanaf").distinct("sleutel").values_list("sleutel", "waarde")
    )
    return {s: bekend.get(s, STANDAARDEN[s].waarde) for s in sleutels}


def niet_werkdagen() -> frozenset[date]:
    """The days that do not count for terms (R296)."""
    return frozenset(
        NietWerkdag.objects.filter(telt_voor_termijn=True).values_list("datum", flat=True)
    )


def berichten_voor(actor: Actor) -> "BerichtQuerySet":
    """The messages of this person, newest first; nobody sees those of another."""
    return Bericht.objects.filter(ontvanger_id=actor.gebruiker_id)


def bezorgkeuzes(actor: Actor) -> dict[str, str]:
    """What this person chose for every kind of message."""
    gekozen = dict(
        Bezorgkeuze.objects.filter(ontvanger_id=actor.gebruiker_id)
        .values_list("soort", "bezorging")
    )
    return {soort: gekozen.get(soort, Bezorging.DIRECT.value) for soort in BerichtSoort.values}


def agendafeed_van(actor: Actor) -> Agendafeed | None:
    """The own feed, when it is open."""
    return Agendafeed.objects.filter(gebruiker_id=actor.gebruiker_id, aan=True).first()


def demorollen() -> QuerySet[Demorol]:
    return Demorol.objects.select_related("gebruiker")


def demostand() -> str:
    """"bezig" or "geladen" when this database is a demo, else empty."""
    return Hartslag.objects.filter(naam="demo").values_list("uitkomst", flat=True).first() or ""


def heeft_gebruikers() -> bool:
    return Gebruiker.objects.exists()


@dataclass(frozen=True, slots=True)
class InstellingStand:
    """One setting on a day, with its source and the values that were or will be."""

    sleutel: str
    waarde: Any
    bron: str
    niet_in_bron: bool
    toelichting: str
    geldig_vanaf: date | None
    standaard: Standaard
    waarden: tuple[Instelling, ...]


def instellingen(op: date) -> list[InstellingStand]:
    """Every setting as it holds on day ``op`` (R412)."""
    rijen: dict[str, list[Instelling]] = {}
    for rij in Instelling.objects.order_by("sleutel", "-geldig_vanaf"):
        rijen.setdefault(rij.sleutel, []).append(rij)
    return [
        _stand(sleutel, standaard, tuple(rijen.get(sleutel, [])), op)
        for sleutel, standaard in STANDAARDEN.items()
    ]


def _stand(
    sleutel: str, standaard: Standaard, waarden: tuple[Instelling, ...], op: date
) -> InstellingStand:
    geldig = next((rij for rij in waarden if rij.geldig_vanaf <= op), None)
    return InstellingStand(
        sleutel=sleutel,
        waarde=geldig.waarde if geldig else standaard.waarde,
        bron=geldig.bron if geldig else standaard.bron,
        niet_in_bron=geldig.niet_in_bron if geldig else standaard.niet_in_bron,
        toelichting=standaard.toelichting,
        geldig_vanaf=geldig.geldig_vanaf if geldig else None,
        standaard=standaard,
        waarden=waarden,
    )


def alle_niet_werkdagen() -> QuerySet[NietWerkdag]:
    return NietWerkdag.objects.all()


def niet_werkdagen_van(jaar: int) -> QuerySet[NietWerkdag]:
    return NietWerkdag.objects.filter(datum__year=jaar)


@dataclass(frozen=True, slots=True)
class Werkstand:
    """The health of background work and mail, as a beheerder sees it."""

    hartslagen: tuple[Hartslag, ...]
    te_mailen: int
    oudste: Any
    vastgelopen: int


def werkstand() -> Werkstand:
    post = Bericht.objects.te_mailen().aggregate(n=Count("pk"), oudste=Min("aangemaakt_op"))
    return Werkstand(
        hartslagen=tuple(Hartslag.objects.all()),
        te_mailen=post["n"],
        oudste=post["oudste"],
        vastgelopen=Bericht.objects.vastgelopen().count(),
    )


def terugkoppelingen_van(actor: Actor) -> QuerySet[Terugkoppeling]:
    return Terugkoppeling.objects.filter(van_id=actor.gebruiker_id)


def terugkoppelingen() -> QuerySet[Terugkoppeling]:
    """All of them, what waits for an answer first."""
    return Terugkoppeling.objects.select_related("van").order_by(
        F("beantwoord_op").asc(nulls_first=True), "-gegeven_op", "-pk"
    )


def inzagen(zoek: str = "", wat: str = "") -> QuerySet[Inzage]:
    """Who looked at personal data, newest first; the name of whose data comes along."""
    wiens = Gebruiker.objects.filter(pk=OuterRef("wiens_id")).values("naam")[:1]
    rijen = Inzage.objects.annotate(wiens_naam=Subquery(wiens))
    if zoek:
        rijen = rijen.filter(Q(wie_naam__icontains=zoek) | Q(wiens_naam__icontains=zoek))
    return rijen.filter(wat=wat) if wat else rijen


def inzage_soorten() -> list[tuple[str, int]]:
    return list(
        Inzage.objects.order_by("wat").values_list("wat").annotate(n=Count("pk"))
    )
