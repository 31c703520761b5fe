"""Reading files of a province: one gate, a report per row, all or nothing.

An import function handles one row at a time and says what it did; a refusal is that row's report.
When one row is refused, or in a dry run, the whole file leaves no trace.
"""

import csv
import io
import json
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal, InvalidOperation
from pathlib import Path

from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from config.kern.fouten import DomeinFout, eis, invoer

MAX_BYTES = 50 * 1024 * 1024
MAX_UITGEPAKT = 200 * 1024 * 1024
MAX_RIJEN = 200_000

Rij = dict[str, str]


@dataclass(slots=True)
class Regel:
    """What happened to one row: ``nieuw``, ``gewijzigd``, ``ongewijzigd`` or ``fout``."""

    nummer: int
    uitkomst: str
    tekst: str = ""


@dataclass(slots=True)
class Rapport:
    bestand: str
    droog: bool = False
    regels: list[Regel] = field(default_factory=list)

    @property
    def fouten(self) -> list[Regel]:
        return [r for r in self.regels if r.uitkomst == "fout"]

    @property
    def geslaagd(self) -> bool:
        return not self.fouten

    def aantal(self, uitkomst: str) -> int:
        return sum(r.uitkomst == uitkomst for r in self.regels)

    def samenvatting(self) -> str:
        delen = ", ".join(
            f"{self.aantal(u)} {u}" for u in ("nieuw", "gewijzigd", "ongewijzigd", "fout")
        )
        slot = " Er is niets opgeslagen." if self.fouten or self.droog else ""
        return f"{self.bestand}: {len(self.regels)} rijen: {delen}.{slot}"


class _Terugdraaien(Exception):
    pass


def inlezen(
    *, bestand: str, rijen: Iterator[Rij], verwerk: Callable[[Rij], str], droog: bool = False
) -> Rapport:
    """Run ``verwerk`` on every row in one transaction; keep it only when every row went well."""
    rapport = Rapport(bestand=bestand, droog=droog)
    try:
        with transaction.atomic():
            for nummer, rij in enumerate(rijen, start=1):
                rapport.regels.append(_verwerk_rij(nummer, rij, verwerk))
            if droog or rapport.fouten:
                raise _Terugdraaien
    except _Terugdraaien:
        pass
    return rapport


def _verwerk_rij(nummer: int, rij: Rij, verwerk: Callable[[Rij], str]) -> Regel:
    try:
        with transaction.atomic():
            return Regel(nummer, verwerk(rij))
    except DomeinFout as fout:
        return Regel(nummer, "fout", fout.zin)
    except ValidationError as fout:
        return Regel(nummer, "fout", " ".join(fout.messages))
    except IntegrityError:
        return Regel(nummer, "fout", "Deze rij botst met gegevens die er al zijn.")


def lees_bestand(pad: Path, *, verplicht: list[str]) -> list[Rij]:
    """Rows of a CSV (``;``), XLSX or JSON file as text per column.

    Raises ``DomeinFout`` when the file is too large, not readable or lacks a column.
    """
    if not pad.is_file():
        eis(invoer(f"Het bestand “{pad.name}” bestaat niet."))
    if pad.stat().st_size > MAX_BYTES:
        eis(invoer("Het bestand is groter dan 50 MB. Splits het op."))
    return lees_inhoud(pad.name, pad.read_bytes(), verplicht=verplicht)


def lees_inhoud(naam: str, inhoud: bytes, *, verplicht: list[str]) -> list[Rij]:
    """As ``lees_bestand``, for bytes that were uploaded."""
    lezer = {".csv": _csv, ".xlsx": _xlsx, ".json": _json}.get(Path(naam).suffix.lower())
    if lezer is None:
        eis(invoer("Kies een bestand dat eindigt op .csv, .xlsx of .json."))
    try:
        rijen = lezer(inhoud)
    except (ValueError, KeyError, csv.Error, zipfile.BadZipFile, RecursionError):
        eis(invoer(f"“{naam}” is niet te lezen. Is het een geldig bestand in UTF-8?"))
    if len(rijen) > MAX_RIJEN:
        eis(invoer(f"Het bestand heeft meer dan {MAX_RIJEN} rijen. Splits het op."))
    mist = [k for k in verplicht if rijen and k not in rijen[0]]
    if mist:
        eis(invoer(f"In “{naam}” ontbreken deze kolommen: {', '.join(mist)}."))
    return rijen


def _csv(inhoud: bytes) -> list[Rij]:
    tekst = inhoud.decode("utf-8-sig")
    if "\x00" in tekst:
        raise ValueError("NUL")
    return [
        {k.strip(): (v or "").strip() for k, v in rij.items() if k}
        for rij in csv.DictReader(io.StringIO(tekst), delimiter=";")
    ]


def _xlsx(inhoud: bytes) -> list[Rij]:
    from openpyxl import load_workbook

    with zipfile.ZipFile(io.BytesIO(inhoud)) as archief:
        if sum(i.file_size for i in archief.infolist()) > MAX_UITGEPAKT:
            raise ValueError("te groot")
    blad = load_workbook(io.BytesIO(inhoud), read_only=True, data_only=True).active
    if blad is None:
        raise ValueError("leeg")
    regels = blad.iter_rows(values_only=True)
    kop = [str(c or "").strip() for c in next(regels, ())]
    return [
        {k: _tekst(c) for k, c in zip(kop, regel, strict=False) if k}
        for regel in regels
        if any(c is not None for c in regel)
    ]


def _json(inhoud: bytes) -> list[Rij]:
    data = json.loads(inhoud.decode("utf-8-sig"))
    if not isinstance(data, list) or not all(isinstance(r, dict) for r in data):
        raise ValueError("geen lijst")
    return data


def _tekst(waarde: object) -> str:
    if waarde is None:
        return ""
    if isinstance(waarde, date):
        return waarde.isoformat()[:10]
    return str(waarde).strip()


def als_datum(rij: Rij, kolom: str, *, verplicht: bool = False) -> date | None:
    """The ISO date in a column; empty is None. Raises ``DomeinFout`` naming the column."""
    waarde = str(rij.get(kolom) or "").strip()
    if not waarde:
        if verplicht:
            eis(invoer(f"Vul de kolom {kolom} in.", kolom))
        return None
    try:
        return date.fromisoformat(waarde)
    except ValueError:
        eis(invoer(f"{kolom}: “{waarde}” is geen datum. Schrijf jjjj-mm-dd.", kolom))
        return None


def als_getal(rij: Rij, kolom: str, *, verplicht: bool = False) -> Decimal | None:
    """The number in a column, with a point or a comma; empty is None."""
    ruw = rij.get(kolom)
    waarde = "" if ruw is None else str(ruw).strip().replace(",", ".")
    if not waarde:
        if verplicht:
            eis(invoer(f"Vul de kolom {kolom} in.", kolom))
        return None
    try:
        getal = Decimal(waarde)
    except InvalidOperation:
        getal = Decimal("NaN")
    if not getal.is_finite():
        eis(invoer(f"{kolom}: “{waarde}” is geen getal.", kolom))
    return getal


def als_ja_nee(rij: Rij, kolom: str) -> bool:
    return str(rij.get(kolom, "")).strip().lower() in {"ja", "1", "true", "waar"}
