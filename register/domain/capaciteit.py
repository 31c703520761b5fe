"""Free capacity without a database: the same sum as the query, for a whole file and for tests."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal


@dataclass(frozen=True, slots=True)
class Last:
    """Something that takes a part of the time of a person in a period."""

    begin: date
    einde: date | None
    fte: Decimal

    def geldt(self, dag: date) -> bool:
        return self.begin <= dag and (self.einde is None or dag < self.einde)


def laagste_vrij(
    *, aanstelling: Decimal, ontwikkel_pct: Decimal | int, lasten: Iterable[Last], begin: date,
    einde: date | None,
) -> Decimal:
    """The lowest point of aanstelling - development - lasten in the period (R240, R138).

    It lies at the begin of the period, or on a day in it when some load starts.
    """
    lasten = list(lasten)
    starts = {last.begin for last in lasten if begin < last.begin and (
        einde is None or last.begin < einde
    )}
    hoogste = max(
        sum((last.fte for last in lasten if last.geldt(dag)), Decimal(0))
        for dag in {begin} | starts
    )
    return aanstelling * (100 - ontwikkel_pct) / 100 - hoogste
