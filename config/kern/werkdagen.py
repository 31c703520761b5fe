"""Counting working days, without a database: the non-working days are an argument.

Publication day is day 0 in Europe/Amsterdam, the whole working days 1 to n must pass, and the
earliest discussion is 00:00 of the first working day after day n (Werkingsprincipes §10.2.2,
R250, R296, R297).
"""

from collections.abc import Set
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

AMSTERDAM = ZoneInfo("Europe/Amsterdam")
EEN_DAG = timedelta(days=1)


def lokale_dag(moment: datetime) -> date:
    """The calendar day in Europe/Amsterdam of an aware ``moment``."""
    if moment.tzinfo is None:
        raise ValueError("Een moment zonder tijdzone is niet eenduidig.")
    return moment.astimezone(AMSTERDAM).date()


def begin_van_dag(dag: date) -> datetime:
    """00:00 of ``dag`` in Europe/Amsterdam."""
    return datetime.combine(dag, time.min, AMSTERDAM)


def is_werkdag(dag: date, niet_werkdagen: Set[date]) -> bool:
    return dag.weekday() < 5 and dag not in niet_werkdagen


def werkdag_na(dag: date, aantal: int, niet_werkdagen: Set[date]) -> date:
    """The ``aantal``-th working day after ``dag``; ``dag`` itself does not count."""
    while aantal:
        dag += EEN_DAG
        aantal -= is_werkdag(dag, niet_werkdagen)
    return dag


def vroegste_bespreekdatum(moment: datetime, wacht: int, niet_werkdagen: Set[date]) -> date:
    """The first day on which a publication of ``moment`` may be on a matchtafel (R250, R297)."""
    return werkdag_na(lokale_dag(moment), wacht + 1, niet_werkdagen)


def aantal_werkdagen(van: date, tot: date, niet_werkdagen: Set[date]) -> int:
    """Working days after ``van`` up to and including ``tot``; 0 when ``tot`` is not later."""
    dagen = (tot - van).days
    return sum(
        is_werkdag(van + timedelta(days=n), niet_werkdagen) for n in range(1, dagen + 1)
    )
