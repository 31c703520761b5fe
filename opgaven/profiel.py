"""What somebody fills in about an opdracht: five headings, money, time, people (R006, R037)."""

from dataclasses import dataclass, fields
from datetime import date
from decimal import Decimal

from opgaven.enums import Label, OpdrachtSoort


@dataclass(frozen=True, slots=True)
class OpdrachtProfiel:
    naam: str
    label: str = Label.DYNAMISCH
    soort: str = OpdrachtSoort.PRODUCT
    begrotingscode: str = ""
    motivatie_afwijking_begroting: str = ""
    fase: str = ""
    waarom: str = ""
    wat: str = ""
    hoe: str = ""
    wie: str = ""
    beoogd_resultaat: str = ""
    past_in_portefeuille: str = ""
    budget_materieel: Decimal | None = None
    capaciteit_fte: Decimal | None = None
    begin: date | None = None
    einde: date | None = None
    prioriteit: int = 3

    def velden(self) -> dict[str, object]:
        return {f.name: getattr(self, f.name) for f in fields(self)}


@dataclass(frozen=True, slots=True)
class Vraag:
    """A demand for capacity as somebody fills it in (R217)."""

    plaats: str
    omschrijving: str
    fte: Decimal
    schaal_van: int
    schaal_tot: int
    begin: date
    einde: date | None = None
    aantal: int = 1
    professie_id: int | None = None
    # (competentie_id, niveau 1-5, gewicht 1-3, vereist)
    competenties: tuple[tuple[int, int, int, bool], ...] = ()
