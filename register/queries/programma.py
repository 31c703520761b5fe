"""What a sketch of the programme does to demand and capacity, per professie and month (R218).

The demand of an opdracht for a professie is the largest of what it asks (capaciteitsvragen), what
is allocated (jaarplan) and who works on it (register), so that nothing counts twice.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from uuid import UUID

from django.db.models import F, OuterRef, Q, Subquery

from opgaven.enums import JaarplanStatus
from opgaven.levensloop import AFGELOPEN
from opgaven.models import Capaciteitsvraag, JaarplanToedeling, Opdracht
from opgaven.scenario import NUL, Keuze, basis, beslag, toegepast
from pdomein.groepen import te_tonen
from pdomein.models import Plaatsing, Professie
from register.beeld import band
from register.models import Inzet
from register.queries.capaciteitsbeeld import capaciteit_per

Reeks = list[Decimal]
# per opdracht, per professie (None: no professie named), the fte per month
Vraag = dict[int, dict[int | None, Reeks]]


@dataclass(frozen=True, slots=True)
class Programma:
    """Everything the sums need, read once; a switch needs no further question."""

    maanden: Sequence[date]
    vraag: Vraag
    status: Mapping[int, str]
    capaciteit: Mapping[int | None, Reeks]
    namen: Mapping[int | None, tuple[str, UUID | None]]
    zichtbaar: frozenset[int | None]


@dataclass(frozen=True, slots=True)
class Rij:
    """One professie; ``capaciteit`` is None when the group is too small to show."""

    naam: str
    public_id: UUID | None
    vraag: Reeks
    capaciteit: Reeks | None

    @property
    def saldo(self) -> Reeks | None:
        if self.capaciteit is None:
            return None
        return [c - v for c, v in zip(self.capaciteit, self.vraag, strict=True)]

    @property
    def tekort(self) -> Decimal:
        """Fte-months short in the whole period."""
        return sum((-s for s in self.saldo or () if s < 0), NUL)

    def cellen(self) -> list[tuple[str, int | str, str, bool]]:
        """For the heat map: what is left, in words and as a band."""
        if self.capaciteit is None:
            return [(f"{v:.1f}".replace(".", ",") + " gevraagd", 2, "", False) for v in self.vraag]
        return [
            (f"{s:+.1f}".replace(".", ",").replace("-", "−"), band(s, c), "", False)
            for s, c in zip(self.saldo or (), self.capaciteit, strict=True)
        ]


def programma(maanden: Sequence[date]) -> Programma:
    """Demand and capacity of everything, in a fixed number of queries."""
    namen: dict[int | None, tuple[str, UUID | None]] = {
        p.pk: (p.naam, p.public_id) for p in Professie.objects.all()
    }
    capaciteit = {
        k: v for k, v in capaciteit_per("professie", maanden).items() if k in namen
    }
    mensen = {
        k: min((s.mensen for s in standen if s.mensen), default=0)
        for k, standen in capaciteit.items()
    }
    namen[None] = ("Geen professie genoemd", None)
    status = dict(
        Opdracht.objects.exclude(status__in=AFGELOPEN).order_by().values_list("pk", "status")
    )
    return Programma(
        maanden, _vraag(maanden, status.keys()), status,
        {k: [s.beschikbaar for s in standen] for k, standen in capaciteit.items()},
        namen, frozenset(te_tonen(mensen)),
    )


def _vraag(maanden: Sequence[date], opdracht_ids: Iterable[int]) -> Vraag:
    bronnen = [
        _gestapeld(maanden, rijen)
        for rijen in (_gevraagd(maanden), _toegedeeld(maanden), _ingezet(maanden))
    ]
    bekend = set(opdracht_ids)
    uit: Vraag = defaultdict(dict)
    for bron in bronnen:
        for (opdracht_id, professie_id), reeks in bron.items():
            if opdracht_id in bekend:
                al = uit[opdracht_id].get(professie_id)
                uit[opdracht_id][professie_id] = (
                    reeks if al is None else [max(a, b) for a, b in zip(al, reeks, strict=True)]
                )
    return dict(uit)


def _gestapeld(
    maanden: Sequence[date],
    rijen: Iterable[tuple[int, int | None, date, date | None, Decimal]],
) -> dict[tuple[int, int | None], Reeks]:
    som: dict[tuple[int, int | None], Reeks] = {}
    for opdracht_id, professie_id, begin, einde, fte in rijen:
        van, tot = beslag(maanden, begin, einde)
        if van < tot:
            reeks = som.setdefault((opdracht_id, professie_id), [NUL] * len(maanden))
            for n in range(van, tot):
                reeks[n] += fte
    return som


def _raakt(maanden: Sequence[date], begin: str, einde: str) -> Q:
    return Q(**{f"{begin}__lte": maanden[-1]}) & (
        Q(**{f"{einde}__isnull": True}) | Q(**{f"{einde}__gt": maanden[0]})
    )


def _gevraagd(maanden: Sequence[date]) -> Iterable[tuple]:
    return (
        Capaciteitsvraag.objects.filter(_raakt(maanden, "begin", "einde")).order_by()
        .values_list("opdracht_id", "professie_id", "begin", "einde", F("fte") * F("aantal"))
    )


def _toegedeeld(maanden: Sequence[date]) -> Iterable[tuple]:
    rijen = (
        JaarplanToedeling.objects.filter(
            status=JaarplanStatus.VASTGESTELD, jaar__gte=maanden[0].year, jaar__lte=maanden[-1].year
        ).order_by().values_list("opdracht_id", "pteam__professie_id", "jaar", "fte")
    )
    return [(o, p, date(j, 1, 1), date(j + 1, 1, 1), fte) for o, p, j, fte in rijen]


def _ingezet(maanden: Sequence[date]) -> Iterable[tuple]:
    """Inzet by the professie of the team that is home when it begins, or at the first month."""
    thuis = Plaatsing.objects.geldig_op(maanden[0]).filter(medewerker=OuterRef("medewerker"))
    return (
        Inzet.objects.nu_bekend()
        .filter(_raakt(maanden, "begin_geldigheid", "einde_geldigheid")).order_by()
        .annotate(professie=Subquery(thuis.values("pteam__professie")[:1]))
        .values_list("opdracht_id", "professie", "begin_geldigheid", "einde_geldigheid", "fte")
    )


def rijen_van(stand: Programma, keuzes: Mapping[int, Keuze]) -> list[Rij]:
    """Every professie with the switches applied, the largest shortage first. No queries."""
    aantal = len(stand.maanden)
    som: dict[int | None, Reeks] = defaultdict(lambda: [NUL] * aantal)
    for opdracht_id, per_professie in stand.vraag.items():
        keuze = keuzes.get(opdracht_id) or basis(stand.status[opdracht_id])
        if not keuze.is_aan:
            continue
        for professie_id, reeks in per_professie.items():
            doel = som[professie_id]
            for n, fte in enumerate(toegepast(reeks, keuze)):
                doel[n] += fte
    rijen = [
        Rij(
            *stand.namen[k], som[k] if k in som else [NUL] * aantal,
            stand.capaciteit.get(k, [NUL] * aantal)
            if k in stand.zichtbaar or (k is not None and k not in stand.capaciteit) else None,
        )
        for k in sorted(stand.capaciteit.keys() | som.keys(), key=lambda k: stand.namen[k][0])
        if k is not None or k in som
    ]
    return sorted(rijen, key=lambda r: (-r.tekort, r.naam))


@dataclass(frozen=True, slots=True)
class Totaal:
    """The whole of a sketch in three numbers."""

    vraag: Decimal
    tekort: Decimal
    professies_krap: int


def totaal_van(rijen: Sequence[Rij]) -> Totaal:
    maanden = len(rijen[0].vraag) if rijen else 1
    return Totaal(
        sum((v for r in rijen for v in r.vraag), NUL) / maanden,
        sum((r.tekort for r in rijen), NUL), sum(r.tekort > 0 for r in rijen),
    )


@dataclass(frozen=True, slots=True)
class Verschil:
    """One professie in two sketches: fte-months asked and short."""

    naam: str
    vraag_a: Decimal
    vraag_b: Decimal
    tekort_a: Decimal
    tekort_b: Decimal

    @property
    def vraag(self) -> Decimal:
        return self.vraag_b - self.vraag_a

    @property
    def tekort(self) -> Decimal:
        return self.tekort_b - self.tekort_a


def verschillen(a: Sequence[Rij], b: Sequence[Rij]) -> list[Verschil]:
    """Only professies that differ, the largest difference first."""
    ander = {r.naam: r for r in b}
    uit = []
    for links in a:
        rechts = ander.get(links.naam)
        vraag = sum(rechts.vraag, NUL) if rechts else NUL
        tekort = rechts.tekort if rechts else NUL
        if vraag != sum(links.vraag, NUL) or tekort != links.tekort:
            uit.append(Verschil(links.naam, sum(links.vraag, NUL), vraag, links.tekort, tekort))
    return sorted(uit, key=lambda v: (-abs(v.tekort), -abs(v.vraag), v.naam))


def fte_van(stand: Programma, opdracht_id: int, keuze: Keuze) -> Decimal:
    """The mean demand of one opdracht with this switch, beside its name."""
    reeksen = stand.vraag.get(opdracht_id, {}).values()
    som = sum((v for reeks in reeksen for v in toegepast(reeks, keuze)), NUL)
    return som / len(stand.maanden)
