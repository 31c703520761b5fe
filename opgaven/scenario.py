"""What a switch of a scenario means, as pure sums over months. No database, no clock."""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

from opgaven.enums import OpdrachtStatus as S
from opgaven.levensloop import LOPEND

NUL = Decimal(0)
# Without a switch this work counts; the rest counts only when it is switched on.
TELT = LOPEND | {S.OPGELEVERD}
# What a scenario may switch: the rest has ended.
SCHAKELBAAR = LOPEND | {
    S.GETEMPORISEERD, S.GETOETST, S.PROFIEL_VASTGESTELD, S.CONCEPT
}


@dataclass(frozen=True, slots=True)
class Keuze:
    is_aan: bool
    maanden_later: int = 0
    fte_pct: int = 100


def basis(status: str) -> Keuze:
    """How an opdracht counts without a scenario."""
    return Keuze(S(status) in TELT)


def maanden_vanaf(begin: date, aantal: int) -> list[date]:
    start = begin.year * 12 + begin.month - 1
    return [date((start + n) // 12, (start + n) % 12 + 1, 1) for n in range(aantal)]


def maanden_later(dag: date, aantal: int) -> date:
    """The same day a number of months on, or the last day of that month."""
    deze, volgende = maanden_vanaf(maanden_vanaf(dag.replace(day=1), aantal + 1)[-1], 2)
    return min(deze + timedelta(days=dag.day - 1), volgende - timedelta(days=1))


def beslag(maanden: Sequence[date], begin: date, einde: date | None) -> tuple[int, int]:
    """From and until which month a period counts: a month counts by its first day."""
    return bisect_left(maanden, begin), (
        len(maanden) if einde is None else bisect_left(maanden, einde)
    )


def toegepast(reeks: Sequence[Decimal], keuze: Keuze) -> list[Decimal]:
    """The demand of an opdracht per month, as the switch makes it."""
    if not keuze.is_aan:
        return [NUL] * len(reeks)
    n = min(keuze.maanden_later, len(reeks))
    verschoven = [NUL] * n + list(reeks[: len(reeks) - n])
    return [fte * keuze.fte_pct / 100 for fte in verschoven]


def in_woorden(keuze: Keuze, nu: Keuze) -> str:
    """The switch as a short Dutch phrase; empty when it changes nothing."""
    if not keuze.is_aan:
        return "gaat niet door" if nu.is_aan else ""
    delen = [] if nu.is_aan else ["gaat door"]
    if keuze.maanden_later:
        maanden = "maand" if keuze.maanden_later == 1 else "maanden"
        delen.append(f"begint {keuze.maanden_later} {maanden} later")
    if keuze.fte_pct != 100:
        delen.append(f"met {keuze.fte_pct}% van de fte")
    return ", ".join(delen)
