"""A learning agreement as one value: what two people agree on. Pure."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from pdomein.models import Basisonderdeel, Competentie, Leerthema


@dataclass(frozen=True, slots=True)
class Afspraak:
    """Everything that needs the consent of both; a change of it asks consent again."""

    doel: str
    vorm: str
    route: str
    begin: date
    klaar_op: date
    soort: str = "vrij"
    thema: Leerthema | None = None
    competentie: Competentie | None = None
    basisonderdeel: Basisonderdeel | None = None
    academie_code: str = ""
    academie_url: str = ""
    uren: Decimal = Decimal(0)
    goede_gesprek_op: date | None = None
