"""A PPP as one value, and what a certain reader may see of it. Pure."""

from dataclasses import dataclass
from datetime import date, datetime

from pdomein.models import Competentie, Medewerker, PPPCompetentie


@dataclass(frozen=True, slots=True)
class PPPInhoud:
    """Everything in a PPP; a competentie comes with level, evidence and the wish to grow."""

    kennis_en_kunde: str
    ontwikkelen: str
    bellen_voor: str
    competenties: tuple[tuple[Competentie, int, str, bool], ...] = ()


@dataclass(frozen=True, slots=True)
class PPPWeergave:
    """What one reader sees; a part that is not for this reader is None, never an empty text."""

    medewerker: Medewerker
    lezer: str
    kennis_en_kunde: str | None = None
    ontwikkelen: str | None = None
    bellen_voor: str | None = None
    competenties: tuple[PPPCompetentie, ...] | None = None
    met_wensen: bool = False
    is_gepubliceerd: bool = False
    gepubliceerd_op: datetime | None = None
    bevestigd_op: datetime | None = None
    pauze_tot: date | None = None
    professies: tuple[str, ...] = ()
    mentor: str = ""
    mentor_onderwerp: str = ""
    openheid: str = ""
    open_vanaf: date | None = None

    @property
    def heeft_inhoud(self) -> bool:
        """There is something of the profile itself to see."""
        teksten = (self.kennis_en_kunde, self.ontwikkelen, self.bellen_voor)
        return any(teksten) or bool(self.competenties) or bool(self.mentor or self.openheid)
