"""The searches that somebody keeps, and which of them a new publication answers."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date
from uuid import UUID

from django.db.models import QuerySet
from django.http import QueryDict
from django.shortcuts import get_object_or_404

from matching.enums import MarktkeuzeSoort
from matching.models import Marktkeuze, Publicatie, Zoekopdracht
from matching.queries.markt import open_publicaties, passende_publicaties
from matching.queries.marktfilter import TITELS, Filter
from pdomein.models import Competentie, Medewerker


def filter_van(zoekopdracht: Zoekopdracht) -> Filter:
    return Filter.uit(QueryDict(zoekopdracht.vraag))


def aantal_zoekopdrachten(medewerker: Medewerker | None) -> int:
    return Zoekopdracht.objects.filter(medewerker=medewerker).count() if medewerker else 0


def zoekopdrachten_van(medewerker: Medewerker) -> QuerySet[Zoekopdracht]:
    return Zoekopdracht.objects.filter(medewerker=medewerker)


def zoekopdracht_met(public_id: UUID, medewerker_id: int | None) -> Zoekopdracht:
    """An own search; somebody else's does not exist for you."""
    return get_object_or_404(Zoekopdracht, public_id=public_id, medewerker_id=medewerker_id)


def in_woorden(filters: Iterable[Filter]) -> list[str]:
    """Each search as a sentence a person recognises, with one query for all of them."""
    filters = list(filters)
    ids = {w for f in filters for w in f.keuzes.get("competentie", ()) if w.isdecimal()}
    namen = {str(pk): naam for pk, naam in
             Competentie.objects.filter(pk__in=ids).values_list("pk", "naam")} if ids else {}
    return [_zin(f, namen) for f in filters]


def _zin(filter: Filter, namen: dict[str, str]) -> str:
    delen = [f"‘{filter.zoek}’"] if filter.zoek else []
    delen += [
        f"{TITELS[naam].lower()}: {', '.join(namen.get(w, w) for w in waarden)}"
        for naam, waarden in filter.keuzes.items() if waarden
    ]
    return "; ".join(delen) or "alles op de markt"


def te_attenderen() -> QuerySet[Publicatie]:
    """On the market, and nobody was told yet."""
    return open_publicaties().filter(geattendeerd_op=None)


def zoekers_van(publicaties: Iterable[Publicatie], dag: date) -> dict[int, dict[int, str]]:
    """Who asked to hear of each publication: user → name of the search; one query per search text.

    Who put the opdracht aside, or has left, is not told.
    """
    nieuw = {p.pk: p.procedure_id for p in publicaties}
    per_vraag: dict[str, list[Zoekopdracht]] = defaultdict(list)
    zoekopdrachten = Zoekopdracht.objects.filter(attenderen=True).select_related("medewerker")
    for zoekopdracht in zoekopdrachten.exclude(medewerker__uit_dienst__lte=dag):
        per_vraag[zoekopdracht.vraag].append(zoekopdracht)
    opzij = set(
        Marktkeuze.objects.filter(soort=MarktkeuzeSoort.OPZIJ, procedure__in=nieuw.values())
        .values_list("medewerker_id", "procedure_id")
    )
    zoekers: dict[int, dict[int, str]] = defaultdict(dict)
    for gelijke in per_vraag.values():
        for pk in passende_publicaties(filter_van(gelijke[0]), dag) & nieuw.keys():
            zoekers[pk] |= {
                z.medewerker.gebruiker_id: z.naam for z in gelijke
                if (z.medewerker_id, nieuw[pk]) not in opzij
            }
    return zoekers
