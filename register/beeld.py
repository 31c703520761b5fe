"""Capacity month by month or week by week: what is there, what is taken, what is free. Pure.

aanstelling - development time - P-management - less availability - inzet = free (R240, R138).
"""

from collections import defaultdict
from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

NUL = Decimal(0)
AANSTELLING, PMANAGEMENT, MINDER, INZET, MENSEN, FLEXIBEL = range(6)


def maanden_vanaf(dag: date, aantal: int) -> list[date]:
    """First days of months, this month first."""
    begin = dag.year * 12 + dag.month - 1
    return [date((begin + n) // 12, (begin + n) % 12 + 1, 1) for n in range(aantal)]


def weken_vanaf(dag: date, aantal: int) -> list[date]:
    """Mondays, this week first."""
    maandag = dag - timedelta(days=dag.weekday())
    return [maandag + timedelta(weeks=n) for n in range(aantal)]


@dataclass(frozen=True, slots=True)
class Stand:
    """One group of people on one day, in fte."""

    mensen: int
    aanstelling: Decimal
    ontwikkel: Decimal
    pmanagement: Decimal
    minder: Decimal
    inzet: Decimal
    flexibel: Decimal

    @property
    def beschikbaar(self) -> Decimal:
        """What may go to opdrachten."""
        return self.aanstelling - self.ontwikkel - self.pmanagement - self.minder

    @property
    def vrij(self) -> Decimal:
        return self.beschikbaar - self.inzet


@dataclass(frozen=True, slots=True)
class Vraag:
    """What work still asks: programmed, and not programmed yet (so provisional)."""

    vast: Decimal = NUL
    straks: Decimal = NUL


def band(vrij: Decimal, beschikbaar: Decimal) -> int | str:
    """Five bands and a shortage, by the share that is free (SCHERMEN 13)."""
    if vrij < 0:
        return "tekort"
    if beschikbaar <= 0:
        return 0
    deel = vrij / beschikbaar
    return sum(deel >= grens for grens in (
        Decimal("0.05"), Decimal("0.10"), Decimal("0.20"), Decimal("0.35")
    ))


Wijziging = tuple[Hashable, int, int, Decimal]


def standen(
    wijzigingen: Iterable[Wijziging], dagen: int, ontwikkel_pct: Decimal
) -> dict[Hashable, list[Stand]]:
    """Changes ``(groep, wat, vanaf welke dag, hoeveel)`` to the state of each group on each day."""
    som: dict[Hashable, list[list[Decimal]]] = defaultdict(
        lambda: [[NUL] * dagen for _ in range(FLEXIBEL + 1)]
    )
    for groep, wat, vanaf, hoeveel in wijzigingen:
        reeks = som[groep][wat]
        for n in range(vanaf, dagen):
            reeks[n] += hoeveel
    return {
        groep: [_stand([reeks[n] for reeks in reeksen], ontwikkel_pct) for n in range(dagen)]
        for groep, reeksen in som.items()
    }


def _stand(soort: Sequence[Decimal], ontwikkel_pct: Decimal) -> Stand:
    return Stand(
        mensen=int(soort[MENSEN]), aanstelling=soort[AANSTELLING],
        ontwikkel=soort[AANSTELLING] * ontwikkel_pct / 100, pmanagement=soort[PMANAGEMENT],
        minder=soort[MINDER], inzet=soort[INZET], flexibel=soort[FLEXIBEL],
    )


def opgeteld(groepen: Iterable[Sequence[Stand]], dagen: int) -> list[Stand]:
    """The groups together, day by day."""
    alle = list(groepen)
    return [
        Stand(*(
            sum((getattr(reeks[n], veld) for reeks in alle), start=0 if veld == "mensen" else NUL)
            for veld in Stand.__slots__
        ))
        for n in range(dagen)
    ]
