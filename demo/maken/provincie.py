"""The whole demo province as rows per file, from a seed and a day."""

from dataclasses import dataclass, field
from datetime import date, timedelta
from random import Random
from typing import Any

from demo.maken.bemensing import bemens
from demo.maken.demorollen import demorollen
from demo.maken.gegevens import ODOMEINEN, begroting, competenties
from demo.maken.mensen import maak_organisatie, mensrij, pmanagerrijen, teamrij
from demo.maken.omvang import KLEIN, VOL, Omvang
from demo.maken.opdrachten import Werk, maak_werk, opdrachtrij, opgaven
from demo.maken.ppps import maak_ppps
from demo.maken.rollen import Rolverdeling, mandaatrijen

ZAAD = 20_260_101
MET_PROFIEL = ("medewerker", "pmanager", "aog", "aon")


@dataclass(slots=True)
class Provincie:
    vandaag: date
    start: date
    omvang: Omvang
    bestanden: dict[str, list[dict[str, Any]]] = field(default_factory=dict)
    begrotingsjaar: int = 0
    ps_besluit: str = ""
    vastgesteld: date | None = None


def maak(*, zaad: int = ZAAD, vandaag: date, klein: bool = False) -> Provincie:
    """The same for the same seed, day and size; no clock, no database."""
    omvang = KLEIN if klein else VOL
    start = omvang.start(vandaag)
    organisatie = maak_organisatie(zaad, vandaag, omvang)
    werk = maak_werk(zaad, vandaag, omvang)
    kring = opgaven(omvang)
    verdeling = Rolverdeling(zaad, start, organisatie)
    verdeling.verdeel(kring, omvang.odomeinen)
    elders = verdeling.gekozen | {m.nummer for m in verdeling.wie.values()}
    bemensing = bemens(zaad, vandaag, omvang, organisatie, werk, elders)
    rollen = demorollen(organisatie, verdeling, bemensing, werk)
    altijd = {r["personeelsnummer"] for r in rollen if r["code"] in MET_PROFIEL}
    geld = Random(f"{zaad}:geld")
    provincie = Provincie(
        vandaag, start, omvang, begrotingsjaar=vandaag.year,
        ps_besluit=f"PS {vandaag.year - 1}-112", vastgesteld=date(vandaag.year - 1, 11, 11),
    )
    provincie.bestanden = {
        "pteams": [teamrij(t) for t in organisatie.teams],
        "medewerkers": [mensrij(m) for m in organisatie.mensen],
        "pmanagers": pmanagerrijen(organisatie),
        "competenties": [dict(c) for c in competenties()],
        "ppps": maak_ppps(zaad, vandaag, organisatie.mensen, altijd),
        "begroting": _begrotingrijen(omvang, provincie.begrotingsjaar),
        "odomeinen": _odomeinrijen(omvang, vandaag),
        "toedelingen": _toedelingrijen(omvang, start),
        "opdrachten": [opdrachtrij(w, geld) for w in werk],
        "capaciteitsvragen": [v for w in werk for v in w.vragen],
        "rollen": verdeling.rijen + bemensing.rollen,
        "inzet": bemensing.inzet,
        "mandaatregeling": mandaatrijen(date(start.year - 1, 1, 1)),
        "demorollen": rollen,
        "programma": _programmarijen(werk),
    }
    return provincie


def _begrotingrijen(omvang: Omvang, jaar: int) -> list[dict[str, str]]:
    geheel, kring = begroting(), opgaven(omvang)
    periode = f"{jaar - (jaar - 3) % 4}-{jaar - (jaar - 3) % 4 + 4}"
    rijen = []
    for code, naam in geheel.ambities.items():
        if any(o.ambitie == code for o in kring):
            rijen.append(("ambitie", code, "", naam, "", "", "", periode))
    for code, naam in geheel.doelen.items():
        if any(o.doel == code for o in kring):
            rijen.append(("doel", code, code.split(".")[0], naam, "", "", "", ""))
    for o in kring:
        onder_dt = "ja" if o.odomein == "dt" else "nee"
        rijen.append(("opgave", o.code, o.doel, o.naam, o.resultaat, o.label, onder_dt, ""))
    kolommen = ("niveau", "code", "bovenliggende_code", "naam", "beoogd_resultaat", "label",
                "onder_directieteam", "collegeperiode")
    return [dict(zip(kolommen, r, strict=True)) for r in rijen]


def _odomeinrijen(omvang: Omvang, vandaag: date) -> list[dict[str, str]]:
    herzien = date(vandaag.year + 1, 7, 1).isoformat()
    return [
        {"code": code, "naam": ODOMEINEN[code], "dbi_uitzondering": "ja" if dbi else "nee",
         "dbi_herziening_op": herzien if dbi else ""}
        for code in omvang.odomeinen
        for dbi in [code == "dbi"]
    ]


def _toedelingrijen(omvang: Omvang, start: date) -> list[dict[str, str]]:
    return [
        {"opgave_code": o.code, "odomein_code": o.odomein, "begin": start.isoformat(),
         "besluitdatum": (start - timedelta(days=4)).isoformat()}
        for o in opgaven(omvang)
        if o.odomein != "dt"
    ]


def _programmarijen(werk: list[Werk]) -> list[dict[str, str]]:
    """Which new opdracht comes on which list of the programmeerberaad; read by the demo itself."""
    nieuw = sorted((w for w in werk if w.lijst), key=lambda w: (w.lijst, w.code))
    return [{"opdracht_code": w.code, "lijst": str(w.lijst)} for w in nieuw]
