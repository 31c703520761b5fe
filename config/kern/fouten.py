"""Refusals: one Dutch sentence, one kind, the same on every door."""

from dataclasses import dataclass
from enum import Enum


class Soort(Enum):
    """Why something is refused; the value is the HTTP status of the answer."""

    INVOER = 400
    RECHT = 403
    TOESTAND = 409


@dataclass(frozen=True, slots=True)
class Beletsel:
    """The reason why a command may not run, as a sentence a person understands.

    ``veld`` names the input field that should change, when there is one.
    """

    zin: str
    soort: Soort = Soort.TOESTAND
    veld: str | None = None


class DomeinFout(Exception):
    """Raised by a command that refuses; doors turn it into 400, 403 or 409."""

    def __init__(self, beletsel: Beletsel) -> None:
        super().__init__(beletsel.zin)
        self.beletsel = beletsel

    @property
    def zin(self) -> str:
        return self.beletsel.zin

    @property
    def status(self) -> int:
        return self.beletsel.soort.value


def geen_recht(zin: str) -> Beletsel:
    return Beletsel(zin, Soort.RECHT)


def toestand(zin: str, veld: str | None = None) -> Beletsel:
    return Beletsel(zin, Soort.TOESTAND, veld)


def invoer(zin: str, veld: str | None = None) -> Beletsel:
    return Beletsel(zin, Soort.INVOER, veld)


def eis(beletsel: Beletsel | None) -> None:
    """Let the command go on, or raise its refusal."""
    if beletsel is not None:
        raise DomeinFout(beletsel)
