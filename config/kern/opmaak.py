"""How values look on screen: days, moments, periods, fte, money. Pure text, no HTML."""

from datetime import date, datetime
from decimal import ROUND_HALF_UP, Decimal, InvalidOperation
from typing import Any
from zoneinfo import ZoneInfo

from config.kern.periode import MAANDEN, dag_kort, dag_lang, periode_tekst

NEDERLAND = ZoneInfo("Europe/Amsterdam")


def als_dag(waarde: date | datetime) -> date:
    """The calendar day in the Netherlands."""
    if isinstance(waarde, datetime):
        return waarde.astimezone(NEDERLAND).date() if waarde.tzinfo else waarde.date()
    return waarde


def dag(waarde: date | datetime | None) -> str:
    """``di 9 juni 2026``"""
    return dag_kort(als_dag(waarde)) if waarde else ""


def dag_zonder_weekdag(waarde: date | datetime | None) -> str:
    """``9 juni 2026``"""
    return dag_lang(als_dag(waarde)) if waarde else ""


def dag_compact(waarde: date | datetime | None) -> str:
    """``9 jun 2026``, for tables."""
    if not waarde:
        return ""
    d = als_dag(waarde)
    return f"{d.day} {maand_kort(d)} {d.year}"


def maand_kort(waarde: date) -> str:
    """``jun``; March keeps its own short form ``mrt``."""
    naam = MAANDEN[waarde.month - 1]
    return "mrt" if naam == "maart" else naam[:3]


def moment(waarde: datetime | None) -> str:
    """``di 9 juni 2026, 14.05 uur``"""
    if not waarde:
        return ""
    lokaal = waarde.astimezone(NEDERLAND) if waarde.tzinfo else waarde
    return f"{dag_kort(lokaal.date())}, {lokaal:%H.%M} uur"


def periode(begin: date | None, einde: date | None) -> str:
    """``1 maart t/m 30 juni 2026``; ``einde`` is exclusive."""
    return periode_tekst(als_dag(begin), als_dag(einde) if einde else None) if begin else ""


def getal(waarde: Any, decimalen: int | None = None) -> str:
    """``1.250,5``: Dutch separators, no needless zeros unless ``decimalen`` asks for them."""
    try:
        d = Decimal(str(waarde))
    except (InvalidOperation, ValueError):
        return ""
    if decimalen is not None:
        d = d.quantize(Decimal(1).scaleb(-decimalen), ROUND_HALF_UP)
        tekst = f"{d:,.{decimalen}f}"
    else:
        tekst = f"{d:,f}"
        if "." in tekst:
            tekst = tekst.rstrip("0").rstrip(".")
    return tekst.translate(str.maketrans(",.", ".,"))


def fte(waarde: Any) -> str:
    """``0,8 fte``; more than two decimals are rounded."""
    if waarde is None or waarde == "":
        return ""
    tekst = getal(waarde, 2).rstrip("0").rstrip(",")
    return f"{tekst}\N{NO-BREAK SPACE}fte"


def euro(waarde: Any) -> str:
    """``€ 1.250.000``; cents only when there are any."""
    if waarde is None or waarde == "":
        return ""
    d = Decimal(str(waarde))
    return f"€\N{NO-BREAK SPACE}{getal(d, 0 if d == d.to_integral_value() else 2)}"


def geteld(aantal: int, woorden: str) -> str:
    """``7 collega's`` from ``geteld(7, "collega,collega's")``."""
    enkel, _, meer = woorden.partition(",")
    return f"{getal(aantal)} {enkel if aantal == 1 else meer or enkel}"


def nog_werkdagen(aantal: int | None) -> str:
    """``nog 3 werkdagen``, ``vandaag`` or ``2 werkdagen te laat``."""
    if aantal is None:
        return ""
    if aantal == 0:
        return "vandaag"
    if aantal < 0:
        return f"{geteld(-aantal, 'werkdag,werkdagen')} te laat"
    return f"nog {geteld(aantal, 'werkdag,werkdagen')}"


def instelwaarde(waarde: Any) -> str:
    """The value of a setting in words: ``ja``, ``25 tot en met 35``, ``100: 40 tot en met 50``."""
    if isinstance(waarde, bool):
        return "ja" if waarde else "nee"
    if isinstance(waarde, dict):
        return "; ".join(f"{sleutel}: {instelwaarde(deel)}" for sleutel, deel in waarde.items())
    if isinstance(waarde, list):
        if len(waarde) == 2 and all(isinstance(d, int | float) for d in waarde):
            return f"{getal(waarde[0])} tot en met {getal(waarde[1])}"
        return ", ".join(instelwaarde(deel) for deel in waarde)
    return getal(waarde) if isinstance(waarde, int | float | Decimal) else str(waarde)
