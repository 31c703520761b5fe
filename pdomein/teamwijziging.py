"""Where everybody goes when teams change, and who decides it: pure (R167-R173, table 2.3)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import TypeVar

from pdomein.enums import WijzigingSoort
from pdomein.models import Medewerker, PTeam

# structural changes touch the list of P-teams: the P-beraad decides (DT-38, Q28)
STRUCTUREEL = (WijzigingSoort.OPHEFFEN, WijzigingSoort.SAMENVOEGEN, WijzigingSoort.SPLITSEN)
EINDIGEND = (WijzigingSoort.OPHEFFEN, WijzigingSoort.SAMENVOEGEN)
MAX_NIEUW = 3
D = TypeVar("D")

WAT_HET_IS = {
    WijzigingSoort.OPHEFFEN: "Het team houdt op te bestaan. Iedereen krijgt een ander thuisteam.",
    WijzigingSoort.SAMENVOEGEN: "Twee of meer teams gaan samen verder als één team.",
    WijzigingSoort.SPLITSEN: "Het team wordt verdeeld over twee of meer teams.",
    WijzigingSoort.OVERSTAPPEN: "Eén collega gaat naar een ander thuisteam.",
}


@dataclass(frozen=True, slots=True)
class Doel:
    """A team that people go to; without ``pteam`` it is a new one."""

    pteam: PTeam | None = None
    naam: str = ""
    pmanager: Medewerker | None = None
    pct: int = 25


@dataclass(frozen=True, slots=True)
class LidBeeld:
    medewerker: Medewerker
    komt_van: str = ""


@dataclass(slots=True)
class TeamBeeld:
    """One team before or after a change, with what there is in it (R169)."""

    naam: str
    pteam: PTeam | None = None
    pmanager: Medewerker | None = None
    is_nieuw: bool = False
    leden: list[LidBeeld] = field(default_factory=list)
    functies: list[tuple[str, int]] = field(default_factory=list)
    competenties: list[tuple[str, int]] = field(default_factory=list)
    minimum: int = 8
    maximum: int = 15

    @property
    def aantal(self) -> int:
        return len(self.leden)

    @property
    def past(self) -> bool:
        return self.minimum <= self.aantal <= self.maximum


def bestemming(doelen: Sequence[D], toewijzing: Mapping[int, D], medewerker_id: int) -> D:
    """The goal of one person; who is not named goes to the first goal.

    With a split the first goal is the team itself, so who is not named stays.
    """
    return toewijzing.get(medewerker_id, doelen[0])
