"""How large the demo province is: full size, or small for tests."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any


@dataclass(frozen=True, slots=True)
class Omvang:
    naam: str
    odomeinen: tuple[str, ...]
    opgaven: tuple[str, ...] = ()  # empty: all
    aantal_per_professie: tuple[tuple[str, int], ...] = ()  # empty: all teams
    teamgrootte: int = 0  # 0: drawn between 7 and 16
    kans_twee_teams: float = 0.2
    pmanagers_per_domein: bool = True
    programmadirecteuren: int = 8
    gs_leden: int = 7
    externen: int = 60
    trainees: int = 24
    themas_per_opgave: int = 99
    deelopdrachten: int = 52
    afgerond: int = 110
    per_lijst: tuple[int, ...] = (2, 2, 2, 2, 2, 2, 2, 3, 3, 3, 3, 3)  # new opdrachten
    nieuw_nu: int = 4
    plaatsen: tuple[int, ...] = (1, 2, 2)  # kinds of team places of a new opdracht
    plaatsen_nu: tuple[int, ...] = (2, 3, 3)  # the same, where they stand open today
    fte_plaats: tuple[str, ...] = ("0.20", "0.30", "0.40", "0.50")
    fte_aog: str = "0.10"
    fte_aon: str = "0.30"
    vulling: tuple[int, int, int, int] = (64, 18, 12, 6)  # full, partly, nearly ending, free

    def start(self, vandaag: date) -> date:
        """The Monday, about a year ago, on which the files describe the province."""
        ooit = vandaag - timedelta(days=378)
        return ooit - timedelta(days=ooit.weekday())

    @property
    def lijsten(self) -> int:
        """Meetings of the programmeerberaad in the past year."""
        return len(self.per_lijst)

    def is_recent(self, lijst: int) -> bool:
        """Places of what these lists adopted stand open today."""
        return max(2, self.lijsten - 4) <= lijst < self.lijsten

    def teams(self, professies: Mapping[str, Any]) -> dict[str, int]:
        if self.aantal_per_professie:
            return dict(self.aantal_per_professie)
        return {code: len(p.teams) for code, p in professies.items()}


VOL = Omvang(
    "vol",
    ("bereikbaarheid", "energie", "ruimte", "landelijk", "water", "economie", "bedrijfsvoering",
     "dbi"),
)
KLEIN = Omvang(
    "klein", ("ruimte", "landelijk", "dbi"),
    opgaven=("1.3.1", "3.1.1", "3.2.1", "4.1.2", "4.1.3", "8.2.1"),
    aantal_per_professie=(
        ("opdrachtgeverschap", 1), ("projectmanagement", 1), ("control", 1), ("planologie", 1),
        ("ecologie", 1), ("wegbeheer", 1),
    ),
    teamgrootte=8, kans_twee_teams=0.0, pmanagers_per_domein=False,
    programmadirecteuren=1, gs_leden=2, externen=1, trainees=1,
    themas_per_opgave=4, deelopdrachten=1, afgerond=2, per_lijst=(3, 3, 3), nieuw_nu=2,
    plaatsen=(2, 3), plaatsen_nu=(3,), fte_plaats=("0.10", "0.20"), fte_aog="0.05", fte_aon="0.10",
    vulling=(20, 55, 15, 10),
)
