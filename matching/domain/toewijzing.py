"""The best joint proposal for a whole agenda, exactly: who for which place (SNEL §2).

Pure arithmetic on places and pairs. First as many places as possible, then the best total fit;
nobody gets more hours than are free on any day, and what the table decided stands. People decide;
this says what fits together and what another choice would cost.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

import numpy as np
from scipy.optimize import Bounds, LinearConstraint, milp
from scipy.sparse import csr_array
from scipy.sparse.csgraph import min_weight_full_bipartite_matching

PER_PLAATS = 30
# More than the criteria together can add, so that filling a place outweighs a better fit.
MEER_DAN_ALLES = 2_001


@dataclass(frozen=True, slots=True)
class Plaats:
    """One place on the agenda; hours in thousandths of fte."""

    punt: str
    titel: str
    fte: int
    begin: date
    einde: date | None

    def loopt_op(self, dag: date) -> bool:
        return self.begin <= dag and (self.einde is None or dag < self.einde)


@dataclass(frozen=True, slots=True)
class Paar:
    """A person for a place: what the ranking added up, and the hours free in that period."""

    punt: str
    wie: str
    waarde: int
    vrij: int


@dataclass(frozen=True, slots=True)
class Toewijzing:
    """Who for which place, what it adds up to, and how far from the best it may be."""

    keuzes: Mapping[str, str]
    totaal: int
    afstand: float
    is_precies: bool

    @property
    def aantal(self) -> int:
        return len(self.keuzes)


def precies(
    plaatsen: Sequence[Plaats], paren: Sequence[Paar], *, vast: Mapping[str, str] | None = None,
    seconden: float = 5.0,
) -> Toewijzing:
    """The exact optimum by integer programming; within ``seconden`` the best found, with its gap.

    ``vast`` holds what the table decided: those pairs stand, even beyond the free hours.
    """
    vast = dict(vast or {})
    bruikbaar = _bruikbaar(plaatsen, paren, vast)
    if not bruikbaar:
        return Toewijzing({}, 0, 0.0, True)
    waarden = np.array([p.waarde + MEER_DAN_ALLES * len(plaatsen) for p in bruikbaar], dtype=float)
    is_vast = np.array([vast.get(p.punt) == p.wie for p in bruikbaar], dtype=float)
    uit = milp(
        -waarden, constraints=_voorwaarden(plaatsen, bruikbaar, vast),
        integrality=np.ones(len(bruikbaar)), bounds=Bounds(is_vast, 1),
        options={"time_limit": seconden, "mip_rel_gap": 1e-9},
    )
    if uit.x is None:
        return gretig(plaatsen, paren, vast=vast)
    keuzes = {p.punt: p.wie for p, x in zip(bruikbaar, uit.x, strict=True) if x > 0.5}
    return Toewijzing(
        keuzes, _totaal(keuzes, paren), float(uit.mip_gap or 0.0), uit.status == 0
    )


def _bruikbaar(
    plaatsen: Sequence[Plaats], paren: Sequence[Paar], vast: Mapping[str, str]
) -> list[Paar]:
    """Pairs that can be: enough free hours, and nobody else where the table decided."""
    nodig = {p.punt: p.fte for p in plaatsen}
    return [
        p for p in paren
        if p.punt in nodig
        and (vast[p.punt] == p.wie if p.punt in vast else p.vrij >= nodig[p.punt])
    ]


def _voorwaarden(
    plaatsen: Sequence[Plaats], paren: Sequence[Paar], vast: Mapping[str, str]
) -> LinearConstraint:
    """One row per place (at most one person) and per person and day on which work begins."""
    rijen, kolommen, getallen, grenzen = [], [], [], []

    def regel(nummers: Sequence[tuple[int, int]], grens: int) -> None:
        for kolom, getal in nummers:
            rijen.append(len(grenzen))
            kolommen.append(kolom)
            getallen.append(getal)
        grenzen.append(grens)

    per_plaats, per_persoon = defaultdict(list), defaultdict(list)
    for nummer, paar in enumerate(paren):
        per_plaats[paar.punt].append((nummer, 1))
        per_persoon[paar.wie].append(nummer)
    for nummers in per_plaats.values():
        regel(nummers, 1)
    bij = {p.punt: p for p in plaatsen}
    for nummers in per_persoon.values():
        if len(nummers) > 1:
            _uren_van_een_persoon(nummers, paren, bij, vast, regel)
    vorm = (len(grenzen), len(paren))
    return LinearConstraint(csr_array((getallen, (rijen, kolommen)), shape=vorm), ub=grenzen)


def _uren_van_een_persoon(nummers, paren, bij, vast, regel) -> None:
    """The fullest day is one on which some work begins.

    Who takes a pair has on that day at most the hours that are free in its period; a pair that is
    not taken asks nothing (the last number then makes its row true).
    """
    tegelijk = {
        frozenset(n for n in nummers if bij[paren[n].punt].loopt_op(dag))
        for dag in {bij[paren[n].punt].begin for n in nummers}
    }
    for groep in tegelijk:
        if any(groep < ander for ander in tegelijk):
            continue
        samen = sorted(groep)
        alles = sum(bij[paren[n].punt].fte for n in samen)
        al = sum(bij[paren[n].punt].fte for n in samen if vast.get(paren[n].punt) == paren[n].wie)
        ruimst = max(al, *(paren[n].vrij for n in samen))
        if alles > ruimst:
            regel([(n, bij[paren[n].punt].fte) for n in samen], ruimst)
        for n in samen:
            grens = max(paren[n].vrij, al)
            over = max(alles - grens, 0)
            if over and grens < ruimst:
                regel([
                    (m, bij[paren[m].punt].fte + (over if m == n else 0)) for m in samen
                ], grens + over)


def gretig(
    plaatsen: Sequence[Plaats], paren: Sequence[Paar], *, vast: Mapping[str, str] | None = None
) -> Toewijzing:
    """Deciding in the order of the agenda, each time the best who is left: what tables do."""
    vast = dict(vast or {})
    keuzes: dict[str, str] = {}
    bij = {p.punt: p for p in plaatsen}
    per_plaats = defaultdict(list)
    for paar in sorted(_bruikbaar(plaatsen, paren, vast), key=lambda p: (-p.waarde, p.wie)):
        per_plaats[paar.punt].append(paar)
    vrij = {(p.punt, p.wie): p.vrij for p in paren}
    for plaats in [p for p in plaatsen if p.punt in vast] + [
        p for p in plaatsen if p.punt not in vast
    ]:
        for paar in per_plaats[plaats.punt]:
            if plaats.punt in vast or _past_erbij(plaats, paar, keuzes, bij, vrij):
                keuzes[plaats.punt] = paar.wie
                break
    return Toewijzing(keuzes, _totaal(keuzes, paren), 1.0, False)


def _past_erbij(plaats, paar, keuzes, bij, vrij) -> bool:
    al = [bij[punt] for punt, wie in keuzes.items() if wie == paar.wie]
    for dag in {plaats.begin, *(p.begin for p in al)}:
        samen = [p for p in (*al, plaats) if p.loopt_op(dag)]
        if plaats in samen and sum(p.fte for p in samen) > min(
            vrij[(p.punt, paar.wie)] for p in samen
        ):
            return False
    return True


def snel(plaatsen: Sequence[Plaats], paren: Sequence[Paar]) -> Toewijzing:
    """The instant first answer: sparse matching with everybody at most once."""
    bruikbaar = _bruikbaar(plaatsen, paren, {})
    mensen = {wie: n for n, wie in enumerate(sorted({p.wie for p in bruikbaar}))}
    rij = {p.punt: n for n, p in enumerate(plaatsen)}
    rijen = [rij[p.punt] for p in bruikbaar] + list(rij.values())
    # nobody: a column per place that costs more than any person
    kolommen = [mensen[p.wie] for p in bruikbaar] + [len(mensen) + n for n in rij.values()]
    kosten = [MEER_DAN_ALLES - p.waarde for p in bruikbaar] + [
        MEER_DAN_ALLES * (len(plaatsen) + 2)
    ] * len(plaatsen)
    if not plaatsen:
        return Toewijzing({}, 0, 0.0, True)
    tabel = csr_array(
        (np.array(kosten, dtype=float), (rijen, kolommen)),
        shape=(len(plaatsen), len(mensen) + len(plaatsen)),
    )
    links, rechts = min_weight_full_bipartite_matching(tabel)
    namen = list(mensen)
    keuzes = {
        plaatsen[r].punt: namen[k] for r, k in zip(links, rechts, strict=True) if k < len(namen)
    }
    return Toewijzing(keuzes, _totaal(keuzes, paren), 1.0, False)


def _totaal(keuzes: Mapping[str, str], paren: Sequence[Paar]) -> int:
    waarde = {(p.punt, p.wie): p.waarde for p in paren}
    return sum(waarde[paar] for paar in keuzes.items())


@dataclass(frozen=True, slots=True)
class Afwijking:
    """What it does to the rest when the table chooses somebody else for one place."""

    punt: str
    wie: str
    verlies: int
    gevolgen: tuple[tuple[str, str, str], ...]  # place, who was proposed, who then ("" is nobody)


def kosten_van(
    plaatsen: Sequence[Plaats], paren: Sequence[Paar], beste: Toewijzing, punt: str, wie: str, *,
    vast: Mapping[str, str] | None = None, seconden: float = 1.0,
) -> Afwijking:
    """Solve again with this choice fixed, and compare place by place."""
    anders = precies(plaatsen, paren, vast={**(vast or {}), punt: wie}, seconden=seconden)
    gevolgen = tuple(
        (p.punt, beste.keuzes.get(p.punt, ""), anders.keuzes.get(p.punt, ""))
        for p in plaatsen
        if p.punt != punt and beste.keuzes.get(p.punt, "") != anders.keuzes.get(p.punt, "")
    )
    return Afwijking(punt, wie, beste.totaal - anders.totaal, gevolgen)
