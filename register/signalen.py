"""What a person and the own P-manager may want to talk about. Only signals, never acts. Pure.

Each says in one sentence why it is there, and each can be switched off (R138, R340, R369).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from config.kern.opmaak import dag_zonder_weekdag, getal

FUNCTIE, ONTWIKKELTIJD, WERKDRUK = "functie", "ontwikkeltijd", "werkdruk"
LABELS = {
    FUNCTIE: "Lang in dezelfde functie", ONTWIKKELTIJD: "Weinig ontwikkeltijd",
    WERKDRUK: "Werkdruk",
}
STAPPEN = (
    "Dat is een moment om na te denken over ander werk.",
    "Dat is een moment om van werk te wisselen.",
    "Het model noemt dit de langste tijd in één functie.",
)
BRON_357 = "3-5-7-model, Strategisch personeelsbeleid Rijk"


@dataclass(frozen=True, slots=True)
class Signaal:
    soort: str
    zin: str
    bron: str

    @property
    def label(self) -> str:
        return LABELS[self.soort]


@dataclass(frozen=True, slots=True)
class Regels:
    """The settings of a day; a signal that is off is not looked at."""

    functie_aan: bool
    jaren: tuple[int, ...]
    ontwikkeltijd_aan: bool
    ontwikkel_pct: Decimal
    werkdruk_aan: bool
    parallel: int


@dataclass(frozen=True, slots=True)
class Feiten:
    """What is known of one person on a day. ``functie_sinds`` may be a lower bound."""

    functie_sinds: date | None
    is_zeker: bool
    aanstelling: Decimal
    bezet: Decimal
    inzet: Decimal
    opdrachten: int
    meldt_werkdruk: bool = False


def volle_jaren(begin: date, dag: date) -> int:
    return dag.year - begin.year - ((dag.month, dag.day) < (begin.month, begin.day))


def signalen(feiten: Feiten, regels: Regels, dag: date) -> list[Signaal]:
    """The signals of one person, in a fixed order."""
    uit = [
        _functie(feiten, regels, dag) if regels.functie_aan else None,
        _ontwikkeltijd(feiten, regels) if regels.ontwikkeltijd_aan else None,
        *(_werkdruk(feiten, regels) if regels.werkdruk_aan else ()),
    ]
    return [s for s in uit if s is not None]


def _functie(feiten: Feiten, regels: Regels, dag: date) -> Signaal | None:
    if feiten.functie_sinds is None:
        return None
    jaren = volle_jaren(feiten.functie_sinds, dag)
    stap = sum(jaren >= grens for grens in regels.jaren)
    if stap == 0:
        return None
    hoelang = f"{jaren} jaar" if feiten.is_zeker else f"Ten minste {jaren} jaar"
    return Signaal(
        FUNCTIE,
        f"{hoelang} in dezelfde functie, sinds {dag_zonder_weekdag(feiten.functie_sinds)}. "
        f"{STAPPEN[min(stap, len(STAPPEN)) - 1]}",
        BRON_357,
    )


def _pct(deel: Decimal, geheel: Decimal) -> str:
    return getal(deel / geheel * 100, 0)


def _ontwikkeltijd(feiten: Feiten, regels: Regels) -> Signaal | None:
    if feiten.aanstelling <= 0:
        return None
    over = feiten.aanstelling - feiten.bezet
    if over * 100 >= feiten.aanstelling * regels.ontwikkel_pct:
        return None
    deel = _pct(max(over, Decimal(0)), feiten.aanstelling)
    return Signaal(
        ONTWIKKELTIJD,
        f"Er blijft {deel}% van de tijd over voor ontwikkeling. "
        f"Afgesproken is ten minste {getal(regels.ontwikkel_pct)}%.",
        "DT-13",
    )


def _werkdruk(feiten: Feiten, regels: Regels) -> Sequence[Signaal]:
    uit = []
    grens = 100 - regels.ontwikkel_pct
    if feiten.aanstelling > 0 and feiten.inzet * 100 > feiten.aanstelling * grens:
        uit.append(
            f"De inzet is {_pct(feiten.inzet, feiten.aanstelling)}% van de aanstelling. "
            f"Boven {getal(grens)}% is er geen ruimte meer."
        )
    if feiten.opdrachten > regels.parallel:
        uit.append(
            f"{feiten.opdrachten} opdrachten tegelijk. Meer dan {regels.parallel} is veel."
        )
    if feiten.meldt_werkdruk:
        uit.append("Zelf gemeld dat het werk te veel is.")
    return [Signaal(WERKDRUK, zin, "Werkgeversvisie Provincies, beweging 1") for zin in uit]
