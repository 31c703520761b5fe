"""The shape of a filter: facets with live counts, as a list page shows them."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.http import QueryDict


@dataclass(frozen=True, slots=True)
class Optie:
    waarde: str
    label: str
    aantal: int | None = None
    is_gekozen: bool = False


@dataclass(frozen=True, slots=True)
class Facet:
    """One filter question; ``naam`` is its key in the address."""

    naam: str
    titel: str
    opties: Sequence[Optie]
    is_meervoudig: bool = True

    @property
    def gekozen(self) -> list[Optie]:
        return [optie for optie in self.opties if optie.is_gekozen]


@dataclass(frozen=True, slots=True)
class Keuze:
    """A chosen filter, with the address of the same page without it."""

    facet: str
    label: str
    url_zonder: str


def facet(
    naam: str,
    titel: str,
    opties: Iterable[tuple[str, str, int | None]],
    gekozen: Iterable[str],
) -> Facet:
    """Make a facet from ``(waarde, label, aantal)`` rows and the values in the address."""
    aan = {str(waarde) for waarde in gekozen}
    return Facet(
        naam,
        titel,
        tuple(Optie(str(w), label, aantal, str(w) in aan) for w, label, aantal in opties),
    )


def keuzes(facetten: Iterable[Facet], vraag: QueryDict) -> list[Keuze]:
    """The chosen filters, each with a way to take it off."""
    uitkomst = []
    for een in facetten:
        for optie in een.gekozen:
            rest = vraag.copy()
            rest.setlist(een.naam, [w for w in rest.getlist(een.naam) if w != optie.waarde])
            rest.pop("pagina", None)
            uitkomst.append(Keuze(een.titel, optie.label, f"?{rest.urlencode()}"))
    return uitkomst
