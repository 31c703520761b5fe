"""What somebody asks of the market: the filter, and the facets with their live counts."""

from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal
from urllib.parse import urlencode

from django.http import QueryDict

from config.kern.facetten import Facet, facet
from matching.enums import MarktkeuzeSoort

UREN = {
    "tot-8": ("Tot 8 uur per week", Decimal("0"), Decimal("0.222")),
    "8-16": ("8 tot 16 uur", Decimal("0.222"), Decimal("0.444")),
    "16-24": ("16 tot 24 uur", Decimal("0.444"), Decimal("0.667")),
    "24-meer": ("24 uur of meer", Decimal("0.667"), Decimal("9")),
}
NIVEAUS = {
    "1-7": ("Schaal 1 t/m 7", 1, 7), "8-10": ("Schaal 8 t/m 10", 8, 10),
    "11-12": ("Schaal 11 en 12", 11, 12), "13-18": ("Schaal 13 en hoger", 13, 18),
}
MAX_OPTIES = 15


@dataclass(frozen=True, slots=True)
class Filter:
    """What somebody asks of the market, straight from the address of the page."""

    zoek: str = ""
    sorteer: str = "passend"
    keuzes: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    @classmethod
    def uit(cls, adres: QueryDict, *, sorteer: str = "passend") -> "Filter":
        """From the part of an address after the "?"; what it does not know it leaves out."""
        return cls(
            zoek=adres.get("zoek", "").strip()[:100], sorteer=adres.get("sorteer", sorteer),
            keuzes={naam: tuple(adres.getlist(naam)) for naam in TITELS},
        )

    @property
    def vraag(self) -> str:
        """The address again, without the order and what is only for this person."""
        paren = [("zoek", self.zoek)] if self.zoek else []
        paren += [
            (naam, waarde) for naam, waarden in self.keuzes.items() if naam != "keuze"
            for waarde in waarden
        ]
        return urlencode(paren)


@dataclass(frozen=True, slots=True)
class Gevraagd:
    """One asked competentie beside what the reader has of it."""

    pk: int
    naam: str
    niveau: int
    eigen: int | None
    wil_ontwikkelen: bool | None

    @property
    def is_genoeg(self) -> bool:
        return self.eigen is not None and self.eigen >= self.niveau


@dataclass(frozen=True, slots=True)
class Rij:
    """One open publication, with only what filtering and sorting need."""

    pk: int
    vroegste: date
    gepubliceerd: datetime
    professie: tuple[str | None, str | None]
    schaal_van: int
    schaal_tot: int
    fte: Decimal
    domein: tuple[str | None, str | None]
    competenties: tuple[Gevraagd, ...]
    keuze: str = ""

    @property
    def score(self) -> int:
        return sum(c.eigen or 0 for c in self.competenties)

    def waarden(self, naam: str) -> dict[str, str]:
        """The values of this row for one facet, each with its label."""
        return _WAARDEN[naam](self)


def _paar(paar: tuple[str | None, str | None]) -> dict[str, str]:
    return {paar[0]: paar[1] or paar[0]} if paar[0] else {}


_WAARDEN: dict[str, Callable[[Rij], dict[str, str]]] = {
    "professie": lambda r: _paar(r.professie),
    "competentie": lambda r: {str(c.pk): c.naam for c in r.competenties},
    "niveau": lambda r: {
        k: label for k, (label, van, tot) in NIVEAUS.items()
        if r.schaal_van <= tot and r.schaal_tot >= van
    },
    "uren": lambda r: {k: label for k, (label, van, tot) in UREN.items() if van <= r.fte < tot},
    "domein": lambda r: _paar(r.domein),
    "keuze": lambda r: {r.keuze: MarktkeuzeSoort(r.keuze).label} if r.keuze else {},
}
TITELS = {
    "professie": "Professie", "competentie": "Competentie", "niveau": "Niveau",
    "uren": "Hoeveel uur", "domein": "O-domein", "keuze": "Jouw keuze",
}
VAST = {"niveau": list(NIVEAUS), "uren": list(UREN), "keuze": MarktkeuzeSoort.values}


def past_filter(rij: Rij, filter: Filter, zonder: str = "") -> bool:
    """What somebody put aside stays away until that person asks for it."""
    if rij.keuze == MarktkeuzeSoort.OPZIJ and zonder != "keuze" and not filter.keuzes.get("keuze"):
        return False
    return all(
        not gekozen or naam == zonder or rij.waarden(naam).keys() & set(gekozen)
        for naam, gekozen in filter.keuzes.items()
    )


def facetten(rijen: list[Rij], filter: Filter) -> list[Facet]:
    """Each facet counts what is left when the other facets are applied."""
    alle = (_facet(naam, rijen, filter) for naam in _WAARDEN)
    return [f for f in alle if f.opties or f.naam != "keuze"]


def _facet(naam: str, rijen: list[Rij], filter: Filter) -> Facet:
    gekozen = filter.keuzes.get(naam, ())
    labels: dict[str, str] = {}
    telling: Counter[str] = Counter()
    for rij in rijen:
        waarden = rij.waarden(naam)
        labels |= waarden
        if past_filter(rij, filter, zonder=naam):
            telling.update(waarden.keys())
    bekend = [w for w in VAST.get(naam, labels) if telling[w] or (w in gekozen and w in labels)]
    if naam not in VAST:
        bekend.sort(key=lambda w: (-telling[w], labels[w]))
    opties = [(w, labels[w], telling[w]) for w in bekend[:MAX_OPTIES]]
    return facet(naam, TITELS[naam], opties, gekozen)
