"""Five years ahead: what work asks, who leaves, who is left. Pure arithmetic (R308-R314).

An assumption of people always wins from a calculated number, and shows its source.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

NUL = Decimal(0)
TIENDE = Decimal("0.1")
BEREKEND_VRAAG = "gelijk aan nu"
BEREKEND_UITSTROOM = "leeftijdsopbouw en de instelling SPP_UITSTROOM"


@dataclass(frozen=True, slots=True)
class Aanname:
    fte: Decimal
    bron: str
    actie: str = ""


@dataclass(frozen=True, slots=True)
class Jaar:
    """One year of one professie, in fte that may go to work."""

    jaar: int
    vraag: Decimal
    vraag_bron: str
    vastgelegd: Decimal
    vast: Decimal
    flexibel: Decimal
    uitstroom: Decimal
    uitstroom_bron: str
    instroom: Decimal
    actie: str = ""

    @property
    def aanbod(self) -> Decimal:
        return self.vast + self.flexibel

    @property
    def gat(self) -> Decimal:
        """Below zero: more work than people."""
        return self.aanbod - self.vraag


def uitstroom_pct(
    groepen: Mapping[str, Decimal], per_cohort: Mapping[str, int], anders: int
) -> Decimal:
    """The yearly share that leaves, weighed by how old people are; without ages a fixed share."""
    samen = sum(groepen.values(), NUL)
    if not samen:
        return Decimal(anders)
    gewogen = sum((fte * per_cohort.get(c, anders) for c, fte in groepen.items()), NUL)
    return gewogen / samen


def vooruit(
    *, jaren: Sequence[int], vast_nu: Decimal, flexibel: Sequence[Decimal],
    vraag_nu: Decimal, vastgelegd: Sequence[Decimal], pct: Decimal,
    aannames: Mapping[tuple[str, int], Aanname],
) -> list[Jaar]:
    """From this year on; in the first year nobody has left yet."""
    uit, vast = [], vast_nu
    for n, jaar in enumerate(jaren):
        vraag = aannames.get(("vraag", jaar))
        weg, erbij = aannames.get(("uitstroom", jaar)), aannames.get(("instroom", jaar))
        uitstroom = weg.fte if weg else (vast * pct / 100 if n else NUL)
        instroom = erbij.fte if erbij else NUL
        vast = max(vast - uitstroom + instroom, NUL)
        uit.append(Jaar(
            jaar=jaar, vraag=_rond(vraag.fte if vraag else vraag_nu),
            vraag_bron=vraag.bron if vraag else BEREKEND_VRAAG, vastgelegd=_rond(vastgelegd[n]),
            vast=_rond(vast), flexibel=_rond(flexibel[n]), uitstroom=_rond(uitstroom),
            uitstroom_bron=weg.bron if weg else BEREKEND_UITSTROOM, instroom=_rond(instroom),
            actie=next((a.actie for a in (vraag, erbij, weg) if a and a.actie), ""),
        ))
    return uit


def _rond(waarde: Decimal) -> Decimal:
    return waarde.quantize(TIENDE, ROUND_HALF_UP)


def opgeteld(lijnen: Sequence[Sequence[Jaar]], jaren: Sequence[int]) -> list[Jaar]:
    """All professies together."""
    return [
        Jaar(jaar=jaar, vraag_bron="", uitstroom_bron="", **{
            veld: sum((getattr(lijn[n], veld) for lijn in lijnen), NUL)
            for veld in ("vraag", "vastgelegd", "vast", "flexibel", "uitstroom", "instroom")
        })
        for n, jaar in enumerate(jaren)
    ]
