"""The span of every P-manager and of every directeur M&O (R095, R157-R160)."""

from collections import Counter, defaultdict
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from uuid import UUID

from django.db.models import Sum

from config.kern.models import Afwijking
from config.kern.queries import instelling
from pdomein.models import (
    Medewerker,
    Plaatsing,
    PManagerAanstelling,
    ProfessioneelDomein,
    PTeam,
    Rolomvang,
)
from pdomein.queries.mensen import pmanagers_van
from pdomein.queries.pteam import geldige_afwijking, telt_mee
from pdomein.teamgrootte import SPAN, Span, bereken_span


@dataclass(slots=True)
class SpanRij:
    pmanager: Medewerker
    teams: list[PTeam] = field(default_factory=list)
    span: Span | None = None
    afspraak: Afwijking | None = None


@dataclass(frozen=True, slots=True)
class DirecteurRij:
    """How many P-managers somebody leads, beside about how many it should be (R095)."""

    directeur: Medewerker
    aantal: int
    minimum: int
    maximum: int

    @property
    def past(self) -> bool:
        return self.minimum <= self.aantal <= self.maximum


def spans(op: date) -> list[SpanRij]:
    """Every P-manager on a day with teams and span, in a fixed number of queries."""
    rijen: dict[int, SpanRij] = {}
    for een in (
        PManagerAanstelling.objects.geldig_op(op)
        .select_related("medewerker", "pteam__domein").order_by("medewerker__sorteernaam", "pk")
    ):
        rij = rijen.setdefault(een.medewerker_id, SpanRij(een.medewerker))
        rij.teams.append(een.pteam)
    fte, zelf = _fte_per_team(op), _eigen_fte(op, list(rijen))
    pct = dict(
        Rolomvang.objects.geldig_op(op).filter(rol="p_manager", medewerker__in=list(rijen))
        .values_list("medewerker_id", "pct")
    )
    afspraken = {
        a.object_id: a for a in geldige_afwijking(SPAN, op).order_by("begin", "pk")
    }
    tabel = instelling("SPAN", op)
    for pk, rij in rijen.items():
        rij.afspraak = afspraken.get(rij.pmanager.public_id)
        som = sum((fte[t.pk] - zelf[pk, t.pk] for t in rij.teams), Decimal(0))
        rij.span = bereken_span(
            fte=som, pct=pct.get(pk, 0), aanstelling=rij.pmanager.aanstelling_fte, tabel=tabel,
            is_uitgelegd=rij.afspraak is not None,
        )
    return list(rijen.values())


def _fte_per_team(op: date) -> dict[int, Decimal]:
    uit: dict[int, Decimal] = defaultdict(Decimal)
    uit.update(
        Plaatsing.objects.geldig_op(op).filter(telt_mee(op)).order_by().values_list("pteam_id")
        .annotate(som=Sum("medewerker__aanstelling_fte"))
    )
    return uit


def _eigen_fte(op: date, wie: list[int]) -> dict[tuple[int, int], Decimal]:
    """A P-manager who has a home in an own team does not care for oneself."""
    uit: dict[tuple[int, int], Decimal] = defaultdict(Decimal)
    for medewerker, pteam, fte in (
        Plaatsing.objects.geldig_op(op).filter(telt_mee(op), medewerker__in=wie)
        .values_list("medewerker_id", "pteam_id", "medewerker__aanstelling_fte")
    ):
        uit[medewerker, pteam] += fte
    return uit


def directeurspans(rijen: list[SpanRij], op: date) -> list[DirecteurRij]:
    """Who leads the P-managers, and how many there are (R095, R096)."""
    boven = pmanagers_van([r.pmanager for r in rijen], op)
    aantallen = Counter(m.pk for m in boven.values())
    wie = {m.pk: m for m in boven.values()}
    laag, hoog = instelling("DMO_SPAN", op)
    return sorted(
        (DirecteurRij(wie[pk], n, laag, hoog) for pk, n in aantallen.items()),
        key=lambda r: r.directeur.sorteernaam,
    )


def span_rij(public_id: UUID, op: date) -> SpanRij | None:
    """One P-manager with teams and span; None for who leads no team."""
    return next((r for r in spans(op) if r.pmanager.public_id == public_id), None)


def domeinen_van_pmanager(pmanager: Medewerker, op: date) -> list[ProfessioneelDomein]:
    """The domains of the teams that somebody leads (R157)."""
    return list(
        ProfessioneelDomein.objects.filter(
            pteams__pmanagers__in=PManagerAanstelling.objects.geldig_op(op)
            .filter(medewerker=pmanager)
        ).distinct()
    )
