"""Reading one row: text of any kind of file, whole numbers, no row twice."""

from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from typing import Any, cast

from config.kern.fouten import eis, invoer
from config.kern.inlezen import Rij, als_datum, als_getal


def als_tekst(rijen: Iterable[dict[str, Any]]) -> list[Rij]:
    """Values of a JSON file or API call as the text that a CSV file would hold."""
    return [{str(k): _tekst(v) for k, v in rij.items()} for rij in rijen]


def _tekst(waarde: Any) -> str:
    if waarde is None:
        return ""
    if isinstance(waarde, bool):
        return "ja" if waarde else "nee"
    return str(waarde).strip()


def eenmalig(gezien: set[str], sleutel: str, wat: str) -> None:
    """Refuse a key that an earlier row of this file already had."""
    if sleutel in gezien:
        eis(invoer(f"{wat} “{sleutel}” staat al in een eerdere rij van dit bestand."))
    gezien.add(sleutel)


def als_geheel(rij: Rij, kolom: str, *, verplicht: bool = False) -> int | None:
    getal = als_getal(rij, kolom, verplicht=verplicht)
    if getal is None:
        return None
    if getal != getal.to_integral_value() or abs(getal) > 1_000_000:
        eis(invoer(f"{kolom}: “{rij[kolom]}” is geen geheel getal.", kolom))
    return int(getal)


def als_dag(rij: Rij, kolom: str) -> date:
    """The date that a column must hold."""
    return cast(date, als_datum(rij, kolom, verplicht=True))


def als_fte(rij: Rij, kolom: str, *, verplicht: bool = False) -> Decimal:
    """A number of fte; the database keeps three decimals."""
    getal = als_getal(rij, kolom, verplicht=verplicht) or Decimal(0)
    if abs(getal) > 100_000:
        eis(invoer(f"{kolom}: “{rij[kolom]}” is te groot.", kolom))
    return round(getal, 3)


def uit_lijst(lijst: dict[str, Any], rij: Rij, kolom: str, wat: str) -> Any:
    """The object that a column names; empty is None, unknown is refused."""
    code = rij.get(kolom, "")
    if not code:
        return None
    if code not in lijst:
        eis(invoer(f"{kolom}: {wat} “{code}” bestaat niet.", kolom))
    return lijst[code]


def verplicht_uit_lijst(lijst: dict[str, Any], rij: Rij, kolom: str, wat: str) -> Any:
    gevonden = uit_lijst(lijst, rij, kolom, wat)
    if gevonden is None:
        eis(invoer(f"Vul de kolom {kolom} in.", kolom))
    return gevonden
