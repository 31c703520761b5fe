"""The three typed helpers through which every setting reads the environment."""

import os

from django.core.exceptions import ImproperlyConfigured


def tekst(naam: str, standaard: str | None = None) -> str:
    """A text; without ``standaard`` the variable is required."""
    waarde = os.environ.get(naam, standaard)
    if waarde is None:
        raise ImproperlyConfigured(f"Zet de omgevingsvariabele {naam}.")
    return waarde


def getal(naam: str, standaard: int) -> int:
    waarde = tekst(naam, str(standaard))
    try:
        return int(waarde)
    except ValueError:
        raise ImproperlyConfigured(f"{naam} moet een geheel getal zijn, niet “{waarde}”.") from None


def ja_nee(naam: str, standaard: bool) -> bool:
    waarde = tekst(naam, "ja" if standaard else "nee").strip().lower()
    if waarde not in {"ja", "nee", "1", "0", "true", "false"}:
        raise ImproperlyConfigured(f"{naam} moet ‘ja’ of ‘nee’ zijn, niet “{waarde}”.")
    return waarde in {"ja", "1", "true"}
