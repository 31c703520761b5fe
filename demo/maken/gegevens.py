"""What the demo province is made of: the hand-written lists in ``demo/gegevens``."""

import csv
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

MAP = Path(__file__).resolve().parent.parent / "gegevens"

DOMEINEN = {
    "sturing": "Sturing en management",
    "ondersteuning": "Concerndienstverlening en ondersteuning",
    "advisering": "Beleid, ontwikkeling en advisering",
    "realisatie": "Realisatie en uitvoering",
}
CLUSTERS = {
    "opdrachtgevers": "Opdrachtgevers", "programmas": "Programma's", "projecten": "Projecten",
    "processen": "Processen", "strategen": "Strategie en onderzoek",
    "ondersteuners": "Ondersteuning van opdrachten", "middelen": "Middelen en control",
    "mensen": "Mens en organisatie", "digitaal": "Data en digitalisering",
    "communicatie": "Communicatie", "faciliteiten": "Faciliteiten en informatie",
    "ruimte": "Ruimte en wonen", "groen": "Natuur en landelijk gebied",
    "blauw": "Water en bodem", "energie": "Energie en klimaat", "mobiliteit": "Mobiliteit",
    "samenleving": "Economie en samenleving", "milieu": "Milieu en gezondheid",
    "juristen": "Specialistische advisering", "bestuur": "Bestuur en beleid",
    "dbi": "Dienst Beheer Infrastructuur", "techniek": "Techniek en contracten",
    "omgeving": "Omgeving", "regels": "Vergunning, toezicht en subsidie", "grond": "Grond",
}
ODOMEINEN = {
    "bereikbaarheid": "Bereikbaarheid",
    "energie": "Energie en klimaat",
    "ruimte": "Ruimte en wonen",
    "landelijk": "Natuur en landelijk gebied",
    "water": "Water, bodem en leefomgeving",
    "economie": "Economie en samenleving",
    "bedrijfsvoering": "Bestuur en bedrijfsvoering",
    "dbi": "Beheer infrastructuur (DBI)",
}


@dataclass(frozen=True, slots=True)
class Functie:
    naam: str
    groep: str
    laag: int
    hoog: int
    gewicht: int


@dataclass(frozen=True, slots=True)
class Professie:
    code: str
    naam: str
    domein: str
    cluster: str
    functies: tuple[Functie, ...]
    competenties: tuple[str, ...]
    teams: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Thema:
    """One opdracht: its title, and in a few words what it delivers."""

    naam: str
    product: str


@dataclass(slots=True)
class Opgave:
    code: str
    naam: str
    label: str
    odomein: str
    resultaat: str = ""
    aanleidingen: list[str] = field(default_factory=list)
    partners: list[str] = field(default_factory=list)
    professies: list[str] = field(default_factory=list)
    themas: list[Thema] = field(default_factory=list)

    @property
    def doel(self) -> str:
        return self.code.rsplit(".", 1)[0]

    @property
    def ambitie(self) -> str:
        return self.code.split(".", 1)[0]


@dataclass(slots=True)
class Begroting:
    ambities: dict[str, str] = field(default_factory=dict)
    doelen: dict[str, str] = field(default_factory=dict)
    opgaven: list[Opgave] = field(default_factory=list)


def _lees(naam: str) -> list[dict[str, str]]:
    with (MAP / naam).open(encoding="utf-8", newline="") as bestand:
        return list(csv.DictReader(bestand, delimiter=";"))


@cache
def regels(naam: str) -> list[str]:
    return (MAP / naam).read_text(encoding="utf-8").splitlines()


@cache
def competenties() -> list[dict[str, str]]:
    return _lees("competenties.csv")


@cache
def competentienamen() -> dict[str, str]:
    return {c["code"]: c["naam"] for c in competenties()}


@cache
def professies() -> dict[str, Professie]:
    return {
        r["code"]: Professie(
            r["code"], r["naam"], r["domein"], r["cluster"],
            tuple(_functie(f) for f in r["functies"].split("|")),
            tuple(r["competenties"].split("|")), tuple(r["teams"].split("|")),
        )
        for r in _lees("professies.csv")
    }


def _functie(tekst: str) -> Functie:
    naam, groep, laag, hoog, gewicht = tekst.split(":")
    return Functie(naam, groep, int(laag), int(hoog), int(gewicht))


@cache
def begroting() -> Begroting:
    """The eight ambities with their doelen, opgaven and themes of opdrachten."""
    geheel = Begroting()
    for bestand in sorted(MAP.glob("opgaven*.txt")):
        for regel in bestand.read_text(encoding="utf-8").splitlines():
            _regel(geheel, regel.strip())
    return geheel


def _regel(geheel: Begroting, regel: str) -> None:
    teken, _, rest = regel.partition(" ")
    if teken == "#":
        geheel.ambities[rest.split(" ", 1)[0]] = rest.partition(" ")[2]
    elif teken == "##":
        geheel.doelen[rest.split(" ", 1)[0]] = rest.partition(" ")[2]
    elif teken == "###":
        kop, label, odomein = (d.strip() for d in rest.split("|"))
        code, _, naam = kop.partition(" ")
        geheel.opgaven.append(Opgave(code, naam, label, odomein))
    elif teken == "R:":
        geheel.opgaven[-1].resultaat = rest
    elif teken == "A:":
        geheel.opgaven[-1].aanleidingen.append(rest)
    elif teken == "P:":
        geheel.opgaven[-1].partners = [d.strip() for d in rest.split(";")]
    elif teken == "V:":
        geheel.opgaven[-1].professies = [d.strip() for d in rest.split(",")]
    elif teken == "-":
        naam, _, product = rest.partition(" > ")
        geheel.opgaven[-1].themas.append(Thema(naam, product))
