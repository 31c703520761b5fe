"""Problem documents (RFC 9457) and the one sentence for each kind of trouble."""

import json
from typing import Any

from django.db import DataError, IntegrityError, OperationalError
from django.http import HttpResponse

ZINNEN: dict[int, tuple[str, str]] = {
    400: ("Ongeldige invoer", "Het verzoek klopt niet. Controleer de invoer."),
    401: ("Niet aangemeld", "Meld je aan met een geldig token."),
    403: ("Geen toegang", "Je mag dit niet doen."),
    404: ("Niet gevonden", "Dit bestaat niet, of je mag het niet zien."),
    405: ("Handeling niet mogelijk", "Deze handeling is hier niet mogelijk."),
    406: ("Formaat niet beschikbaar", "Dit is alleen beschikbaar als JSON."),
    409: ("Kan nu niet", "Dit kan nu niet. Haal de laatste stand op en probeer het opnieuw."),
    413: ("Te groot", "Het verzoek is te groot."),
    415: ("Formaat niet ondersteund", "Stuur de gegevens als JSON."),
    429: ("Te veel verzoeken", "Wacht even en probeer het opnieuw."),
    500: ("Er ging iets mis", "Er ging iets mis bij ons. Probeer het later opnieuw."),
    503: ("Even niet beschikbaar", "Inzet is even niet beschikbaar. Probeer het zo opnieuw."),
}


def probleem_gegevens(
    status: int, detail: str = "", velden: list[dict[str, str]] | None = None
) -> dict[str, Any]:
    titel, zin = ZINNEN.get(status, ZINNEN[500 if status >= 500 else 400])
    gegevens: dict[str, Any] = {
        "type": "about:blank", "title": titel, "status": status, "detail": detail or zin,
    }
    if velden:
        gegevens["invalidParams"] = velden
    return gegevens


def probleem(
    status: int, detail: str = "", velden: list[dict[str, str]] | None = None,
    headers: dict[str, str] | None = None,
) -> HttpResponse:
    return HttpResponse(
        json.dumps(probleem_gegevens(status, detail, velden), ensure_ascii=False),
        status=status, content_type="application/problem+json", headers=headers or {},
    )


def zin_bij_database_fout(fout: Exception) -> tuple[int, str] | None:
    """Status and sentence for trouble that the database saw first; None is a real error.

    Integrity, deadlock and serialisation become one 409 (BETROUWBAAR 7); impossible values,
    such as a NUL byte, a number or a day that fits nowhere, a 400 (BETROUWBAAR 45).
    """
    sqlstate = getattr(fout.__cause__, "sqlstate", None) or ""
    if isinstance(fout, IntegrityError):
        return 409, (
            "Iemand anders heeft dit net gewijzigd, of het bestaat al. Bekijk de laatste stand "
            "en probeer het opnieuw."
        )
    if isinstance(fout, OperationalError) and sqlstate in {"40001", "40P01", "55P03"}:
        return 409, "Twee mensen deden dit tegelijk. Er is niets gewijzigd; probeer het opnieuw."
    if isinstance(fout, OperationalError):
        return 503, ZINNEN[503][1]
    if isinstance(fout, (DataError, OverflowError)):
        return 400, "Een van de ingevulde waarden is niet mogelijk. Controleer de invoer."
    if isinstance(fout, ValueError) and "NUL" in str(fout):
        return 400, "De tekst bevat een teken dat niet mag. Verwijder het en probeer het opnieuw."
    if isinstance(fout, UnicodeEncodeError):
        return 400, "De tekst bevat een teken dat niet mag. Verwijder het en probeer het opnieuw."
    return None
