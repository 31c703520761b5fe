"""The opdrachtenmarkt as one person sees it: cards in questions, facets, what fits and why.

One light statement reads every open publication with what filters need; filtering and counting
happen on those rows; only the cards on the page are read in full (SNEL §4, §5).
"""

import json
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any
from uuid import UUID

from django.db import connection
from django.db.models import (
    BooleanField,
    ExpressionWrapper,
    Q,
    QuerySet,
)

from config.kern.facetten import Facet
from config.kern.werkdagen import lokale_dag
from matching.enums import Fase
from matching.models import Marktkeuze, Publicatie, Reactie, TROCompetentie
from matching.queries.marktfilter import Filter, Gevraagd, Rij, facetten, past_filter
from pdomein.models import Medewerker, PPPCompetentie
from pdomein.queries import passende_competenties

PER_KEER = 12
UREN_PER_FTE = 36


@dataclass(frozen=True, slots=True)
class Past:
    """Why something fits, in one line: what you have, what you lack, level and wish."""

    heeft: tuple[str, ...] = ()
    mist: tuple[str, ...] = ()
    wil_leren: tuple[str, ...] = ()
    niveau: str = ""

    @property
    def zin(self) -> str:
        delen = []
        if self.heeft:
            delen.append(f"Je hebt {_opsomming(self.heeft)}.")
        if self.mist:
            delen.append(f"Nog niet in je profiel: {_opsomming(self.mist)}.")
        if self.wil_leren:
            delen.append(f"Je wilt leren: {_opsomming(self.wil_leren)}.")
        if self.niveau:
            delen.append(self.niveau)
        return " ".join(delen)


def _opsomming(woorden: tuple[str, ...], grens: int = 3) -> str:
    rest = len(woorden) - grens
    if rest > 0:
        return f"{', '.join(woorden[:grens])} en nog {rest}"
    return " en ".join([", ".join(woorden[:-1]), woorden[-1]] if len(woorden) > 1 else woorden)


@dataclass(frozen=True, slots=True)
class Kaart:
    """A publication as a card: the five questions of the market, ready to be read."""

    public_id: UUID
    titel: str
    wat: str
    opgave: str
    opdracht: str
    begin: date | None
    einde: date | None
    uren: str
    vroegste: date
    wie_beslist: str
    heeft_reactie: bool
    wat_leer_je: tuple[str, ...]
    past: Past
    keuze: str = ""


@dataclass(frozen=True, slots=True)
class Marktpagina:
    kaarten: list[Kaart]
    totaal: int
    facetten: list[Facet]
    nieuw_deze_week: int
    meer: int


def open_publicaties() -> QuerySet[Publicatie]:
    return Publicatie.objects.filter(
        ingetrokken_op=None, gesloten_op=None,
        procedure__fase__in=[Fase.OPDRACHTENMARKT, Fase.MATCHTAFEL],
    )


@cache
def _sql(naam: str) -> str:
    return (Path(__file__).parents[1] / f"{naam}.sql").read_text()


def _lees(naam: str, **waarden: Any) -> list[tuple[Any, ...]]:
    with connection.cursor() as cursor:
        cursor.execute(_sql(naam), waarden)
        return cursor.fetchall()


def _rijen(filter: Filter, medewerker: Medewerker | None, dag: date) -> list[Rij]:
    """Dutch word forms in the TRO, names above it, competenties with their synonyms."""
    rijen = _lees(
        "markt_rijen", dag=dag, medewerker=medewerker.pk if medewerker else None,
        zoek=filter.zoek,
        competenties=list(passende_competenties(filter.zoek)) if filter.zoek else [],
    )
    return [
        Rij(
            pk, vroegste, op, (prof, profnaam), van, tot, fte, (od, odnaam),
            tuple(Gevraagd(*c) for c in _uit_json(comp)), keuze,
        )
        for pk, vroegste, op, prof, profnaam, van, tot, fte, od, odnaam, keuze, comp in rijen
    ]


def _uit_json(waarde: Any) -> list[list[Any]]:
    return json.loads(waarde) if isinstance(waarde, str) else waarde


def markt(
    filter: Filter, *, medewerker: Medewerker | None, dag: date, maandag: date, aantal: int
) -> Marktpagina:
    """The page of the market: the first ``aantal`` cards, the counts, and how many more."""
    rijen = _rijen(filter, medewerker, dag)
    gekozen = [r for r in rijen if past_filter(r, filter)]
    if filter.sorteer == "passend":
        gekozen.sort(key=lambda r: -r.score)
    elif filter.sorteer == "datum":
        gekozen.sort(key=lambda r: (r.vroegste, r.pk))
    getoond = gekozen[:aantal]
    return Marktpagina(
        kaarten=_kaarten(getoond, medewerker, dag),
        totaal=len(gekozen), facetten=facetten(rijen, filter),
        nieuw_deze_week=sum(lokale_dag(r.gepubliceerd) >= maandag for r in rijen),
        meer=max(0, min(len(gekozen) - aantal, PER_KEER)),
    )


def kaart_van(
    publicatie: Publicatie, competenties: Iterable[TROCompetentie],
    medewerker: Medewerker | None, dag: date,
) -> Kaart:
    """The card of one publication, also when it left the market."""
    tro = publicatie.procedure.matchvraag.tro
    eigen = {
        c.competentie_id: c for c in PPPCompetentie.objects.filter(ppp__medewerker=medewerker)
    } if medewerker else {}
    gevraagd = [
        Gevraagd(
            c.competentie_id, c.competentie.naam, c.niveau,
            eigen[c.competentie_id].niveau if c.competentie_id in eigen else None,
            c.competentie_id in eigen and eigen[c.competentie_id].wil_ontwikkelen,
        )
        for c in competenties
    ]
    rij = Rij(
        publicatie.pk, publicatie.vroegste_bespreekdatum, publicatie.gepubliceerd_op, (None, None),
        tro.schaal_van or 1, tro.schaal_tot or 18, tro.fte, (None, None), tuple(gevraagd),
        _keuze_van(medewerker, publicatie),
    )
    return _kaarten([rij], medewerker, dag)[0]


def _keuze_van(medewerker: Medewerker | None, publicatie: Publicatie) -> str:
    keuzes = Marktkeuze.objects.filter(
        medewerker=medewerker, procedure_id=publicatie.procedure_id
    ).values_list("soort", flat=True)
    return (medewerker and keuzes.first()) or ""


def _kaarten(rijen: list[Rij], medewerker: Medewerker | None, dag: date) -> list[Kaart]:
    """Full cards in the given order, in one statement."""
    if not rijen:
        return []
    gelezen = {
        pk: rest for pk, *rest in _lees(
            "markt_kaarten", ids=[r.pk for r in rijen], dag=dag,
            medewerker=medewerker.pk if medewerker else None,
        )
    }
    return [_kaart(rij, gelezen[rij.pk], medewerker) for rij in rijen]


def _kaart(rij: Rij, velden: list[Any], medewerker: Medewerker | None) -> Kaart:
    public_id, titel, wat, opgave, opdracht, begin, einde, fte, vroegste, aog, reactie = velden
    return Kaart(
        public_id, titel, wat, opgave, opdracht, begin, einde, uren_tekst(fte), vroegste, aog,
        reactie, tuple(c.naam for c in rij.competenties[:5]), past_bij(rij, medewerker), rij.keuze,
    )


def uren_tekst(fte: Decimal) -> str:
    """``16 uur per week``; the hours of a full week are those of the CAO provinciale sector."""
    return f"{round(fte * UREN_PER_FTE)} uur per week"


def past_bij(rij: Rij, medewerker: Medewerker | None) -> Past:
    """What this person has, lacks and wants to learn of what is asked, and the level."""
    if medewerker is None or not rij.competenties:
        return Past()
    past = Past(
        heeft=tuple(c.naam for c in rij.competenties if c.is_genoeg),
        mist=tuple(c.naam for c in rij.competenties if not c.is_genoeg),
        wil_leren=tuple(c.naam for c in rij.competenties if c.wil_ontwikkelen),
    )
    if not medewerker.schaal:
        return past
    if rij.schaal_van <= medewerker.schaal <= rij.schaal_tot:
        return replace(past, niveau="Het niveau past bij je schaal.")
    return replace(past, niveau="Het niveau ligt buiten je schaal.")


def passende_publicaties(filter: Filter, dag: date) -> set[int]:
    """The open publications that answer a search, for whoever asked it."""
    return {r.pk for r in _rijen(filter, None, dag) if past_filter(r, filter)}


@dataclass(frozen=True, slots=True)
class Straks:
    """Work that will come; its text is not public yet."""

    wat: str
    fte: Decimal
    opdracht: str
    opgave: str


def binnenkort(aantal: int = 8) -> list[Straks]:
    """What will come: programmed places that are not on the market yet, without the text (R259)."""
    return [Straks(*rij) for rij in _lees("markt_binnenkort", aantal=aantal)]


def reacties_van(medewerker: Medewerker) -> list[Reactie]:
    """The own reactions of one person, newest first; never those of others."""
    return list(
        Reactie.objects.filter(medewerker=medewerker)
        .select_related(
            "publicatie__procedure__matchvraag__tro",
            "publicatie__procedure__matchvraag__opdracht__opgave",
        )
        .defer("publicatie__procedure__matchvraag__tro__zoektekst")
        .annotate(is_open=ExpressionWrapper(
            Q(publicatie__ingetrokken_op=None, publicatie__gesloten_op=None),
            output_field=BooleanField(),
        ))
        .order_by("-ingediend_op", "-pk")
    )
