"""Periods of whole days: begin included, end excluded, an open end is ``None``."""

from dataclasses import dataclass
from datetime import date, timedelta

MAANDEN = (
    "januari", "februari", "maart", "april", "mei", "juni",
    "juli", "augustus", "september", "oktober", "november", "december",
)
DAGEN = ("ma", "di", "wo", "do", "vr", "za", "zo")


def dag_kort(dag: date) -> str:
    """``di 9 juni 2026``"""
    return f"{DAGEN[dag.weekday()]} {dag_lang(dag)}"


def dag_lang(dag: date) -> str:
    """``9 juni 2026``"""
    return f"{dag.day} {MAANDEN[dag.month - 1]} {dag.year}"


def periode_tekst(begin: date, einde: date | None) -> str:
    """``1 maart t/m 30 juni 2026``; ``einde`` is exclusive, as everywhere in the database."""
    if einde is None:
        return f"vanaf {dag_lang(begin)}"
    laatste = einde - timedelta(days=1)
    if laatste == begin:
        return dag_lang(begin)
    van = dag_lang(begin) if begin.year != laatste.year else dag_lang(begin).rsplit(" ", 1)[0]
    return f"{van} t/m {dag_lang(laatste)}"


@dataclass(frozen=True, slots=True)
class Periode:
    begin: date
    einde: date | None = None

    def __post_init__(self) -> None:
        if self.einde is not None and self.einde <= self.begin:
            raise ValueError("De einddatum ligt niet na de begindatum.")

    def bevat(self, dag: date) -> bool:
        return self.begin <= dag and (self.einde is None or dag < self.einde)

    def overlapt(self, ander: "Periode") -> bool:
        return (ander.einde is None or self.begin < ander.einde) and (
            self.einde is None or ander.begin < self.einde
        )

    def __str__(self) -> str:
        return periode_tekst(self.begin, self.einde)
