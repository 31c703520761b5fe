"""The register as a file: what it held, on which day, as known when, with a hash (R192, R198)."""

import hashlib
import io
import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db import transaction
from openpyxl import Workbook

from config.kern.actor import Actor
from config.kern.csv_uit import csv_regels, veilig
from config.kern.domain.logboek import noteer
from config.kern.fouten import eis
from register.domain import keten
from register.queries.schermen import Moment
from register.queries.stand import KOLOMMEN, stand_rijen
from register.rules.stand import beletsel_register_exporteren

MEDIA = {
    "csv": "text/csv; charset=utf-8",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "json": "application/json",
}


@dataclass(frozen=True, slots=True)
class Uitvoer:
    naam: str
    media_type: str
    inhoud: bytes
    sha256: str


@transaction.atomic
def register_exporteren(
    *, moment: Moment, soort: str, zoek: str = "", rollen: Sequence[str] = (), door: Actor,
    nu: datetime,
) -> Uitvoer:
    """Take the register of a moment along; who did, and the hash of the file, are written down."""
    eis(beletsel_register_exporteren(door=door, soort=soort))
    rijen = stand_rijen(moment, zoek, rollen)
    kop = _verantwoording(moment, len(rijen), nu)
    inhoud = {"csv": _csv, "xlsx": _xlsx, "json": _json}[soort](rijen, kop)
    sha256 = hashlib.sha256(inhoud).hexdigest()
    noteer("register_geexporteerd", door=door, nu=nu, sha256=sha256, aantal=len(rijen),
           soort=soort, geldig_op=moment.dag, bekend_op=moment.bekend_op)
    return Uitvoer(
        f"register-{moment.dag.isoformat()}.{soort}", MEDIA[soort], inhoud, sha256
    )


def _verantwoording(moment: Moment, aantal: int, nu: datetime) -> dict[str, Any]:
    volgnummer, hash_ = keten.kop()
    return {
        "geldig op": moment.dag.isoformat(),
        "bekend op": keten.waarde_tekst(moment.bekend_op or nu), "gemaakt op":
        keten.waarde_tekst(nu), "aantal": aantal, "laatste schakel": volgnummer,
        "hash van de laatste schakel": hash_,
    }


def _csv(rijen: list[dict[str, Any]], kop: dict[str, Any]) -> bytes:
    return "".join(csv_regels(KOLOMMEN, rijen)).encode()


def _json(rijen: list[dict[str, Any]], kop: dict[str, Any]) -> bytes:
    schoon = [{k: keten.waarde_tekst(w) for k, w in rij.items()} for rij in rijen]
    return json.dumps({"verantwoording": kop, "vermeldingen": schoon}, ensure_ascii=False,
                      indent=1).encode()


def _xlsx(rijen: list[dict[str, Any]], kop: dict[str, Any]) -> bytes:
    """Text that a spreadsheet would run as a formula gets a quote in front, as in the CSV."""
    boek = Workbook(write_only=True)
    blad = boek.create_sheet("Register")
    blad.append(KOLOMMEN)
    for rij in rijen:
        blad.append([_cel(w) for w in rij.values()])
    uitleg = boek.create_sheet("Verantwoording")
    for regel in kop.items():
        uitleg.append(regel)
    uit = io.BytesIO()
    boek.save(uit)
    return uit.getvalue()


def _cel(waarde: Any) -> Any:
    if isinstance(waarde, str):
        return veilig(waarde)
    if isinstance(waarde, datetime):
        return keten.waarde_tekst(waarde)
    return waarde
