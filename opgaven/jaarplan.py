"""The margin of stable work, as pure sums (R057). No database, no clock."""

from dataclasses import dataclass
from decimal import Decimal

CENT = Decimal("0.01")
BINNEN, BOVEN, ONDER = "binnen", "boven", "onder"


@dataclass(frozen=True, slots=True)
class Marge:
    """What was allocated with its band, and on which side of it the need lies."""

    fte: Decimal
    pct: int
    behoefte: Decimal | None = None

    @property
    def laagste(self) -> Decimal:
        return (self.fte * (100 - self.pct) / 100).quantize(CENT)

    @property
    def hoogste(self) -> Decimal:
        return (self.fte * (100 + self.pct) / 100).quantize(CENT)

    @property
    def kant(self) -> str:
        """``binnen``, ``boven`` or ``onder``; without a known need nothing is wrong."""
        if self.behoefte is None or self.laagste <= self.behoefte <= self.hoogste:
            return BINNEN
        return BOVEN if self.behoefte > self.hoogste else ONDER

    @property
    def is_buiten(self) -> bool:
        return self.kant != BINNEN

    @property
    def verschil(self) -> Decimal:
        """How far the need lies from what was allocated."""
        return Decimal(0) if self.behoefte is None else self.behoefte - self.fte
