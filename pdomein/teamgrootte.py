"""The size of a P-team and the span of its P-manager: pure numbers (DT-8, DT-29, table 2.5)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

TEAMGROOTTE = "pteam_grootte"
SPAN = "span_of_attention"
SPAN_ONDERGRENS_PCT = 25


@dataclass(frozen=True, slots=True)
class Omvang:
    """How many people have their home in a team, beside what is usual (R124, R127)."""

    aantal: int
    minimum: int
    maximum: int
    is_uitgelegd: bool = False

    @property
    def status(self) -> str:
        """``ok``, ``te_klein``, ``te_groot``, or ``uitgelegd`` with a decision of the P-beraad."""
        if self.minimum <= self.aantal <= self.maximum:
            return "ok"
        if self.is_uitgelegd:
            return "uitgelegd"
        return "te_klein" if self.aantal < self.minimum else "te_groot"

    @property
    def zin(self) -> str:
        norm = f"{self.minimum} tot en met {self.maximum}"
        mensen = "1 collega" if self.aantal == 1 else f"{self.aantal} collega's"
        return {
            "ok": f"{mensen}: dat past bij de gewone omvang van {norm}.",
            "uitgelegd": f"{mensen}: anders dan {norm}, met een besluit van het P-beraad.",
            "te_klein": f"{mensen}: kleiner dan {norm}, en er is nog geen besluit dat dit uitlegt.",
            "te_groot": f"{mensen}: groter dan {norm}, en er is nog geen besluit dat dit uitlegt.",
        }[self.status]


@dataclass(frozen=True, slots=True)
class Span:
    """The care of one P-manager: fte of people beside what fits the share of time (R158-R160)."""

    fte: Decimal
    pct: int
    bovengrens: Decimal
    ondergrens: Decimal
    is_geinterpoleerd: bool
    is_uitgelegd: bool = False

    @property
    def is_boven(self) -> bool:
        return self.fte > self.bovengrens

    @property
    def status(self) -> str:
        if not self.is_boven:
            return "ok"
        return "uitgelegd" if self.is_uitgelegd else "boven"


def bereken_span(
    *, fte: Decimal, pct: int, aanstelling: Decimal, tabel: Mapping[str, Sequence[int]],
    is_uitgelegd: bool = False,
) -> Span:
    """Span on a full-time basis: the table's band, scaled to the aanstelling of the P-manager."""
    boven, geinterpoleerd = _grens(pct, tabel, 1)
    onder, _ = _grens(pct, tabel, 0)
    tiende = Decimal("0.1")
    return Span(
        fte=fte,
        pct=pct,
        bovengrens=(boven * aanstelling).quantize(tiende, ROUND_HALF_UP),
        ondergrens=(onder * aanstelling).quantize(tiende, ROUND_HALF_UP),
        is_geinterpoleerd=geinterpoleerd,
        is_uitgelegd=is_uitgelegd,
    )


def _grens(pct: int, tabel: Mapping[str, Sequence[int]], kant: int) -> tuple[Decimal, bool]:
    """The bound at ``pct``; between two rows of the table on a straight line."""
    rijen = sorted((int(k), Decimal(v[kant])) for k, v in tabel.items())
    if pct < rijen[0][0]:
        return Decimal(0), False
    for deel, grens in rijen:
        if deel == pct:
            return grens, False
    if pct > rijen[-1][0]:
        return rijen[-1][1], False
    hoog = next(n for n, (deel, _) in enumerate(rijen) if deel > pct)
    (p1, g1), (p2, g2) = rijen[hoog - 1], rijen[hoog]
    return g1 + (g2 - g1) * (pct - p1) / (p2 - p1), True
