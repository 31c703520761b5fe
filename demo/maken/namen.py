"""Invented names: first names and surnames of many origins, put together at random."""

import unicodedata
from random import Random

from demo.maken.gegevens import regels

VOORNAMEN = regels("voornamen.txt")
ACHTERNAMEN = regels("achternamen.txt")


class Namen:
    """Hands out full names, each once, with a mail address of the province's own domain."""

    def __init__(self, dobbel: Random) -> None:
        self.dobbel = dobbel
        self.gebruikt: set[str] = set()

    def nieuw(self) -> tuple[str, str]:
        while True:
            naam = f"{self.dobbel.choice(VOORNAMEN)} {self.dobbel.choice(ACHTERNAMEN)}"
            adres = f"{_kaal(naam)}@provincie.example"
            if adres not in self.gebruikt:
                self.gebruikt.add(adres)
                return naam, adres


def _kaal(naam: str) -> str:
    ontleed = unicodedata.normalize("NFKD", naam.replace("ı", "i").replace("'", ""))
    kaal = "".join(t for t in ontleed if not unicodedata.combining(t)).lower()
    voornaam, _, achternaam = kaal.partition(" ")
    return f"{voornaam}.{achternaam.replace(' ', '')}"
