"""Shape of text that comes from outside: length, control characters, codes."""

import unicodedata

from django.core.exceptions import ValidationError
from django.core.validators import validate_slug

from config.kern.fouten import Beletsel, invoer


def beletsel_tekst(
    waarde: str, *, veld: str, label: str, maximum: int, verplicht: bool = False,
    regels: bool = False,
) -> Beletsel | None:
    """Refuse text that is missing, too long or holds characters nobody can type."""
    if verplicht and not waarde.strip():
        return invoer(f"Vul in: {label}.", veld)
    if len(waarde) > maximum:
        return invoer(f"{label.capitalize()} is te lang. Gebruik hooguit {maximum} tekens.", veld)
    mag = "\n\r\t" if regels else ""
    if any(unicodedata.category(t) in {"Cc", "Cs"} and t not in mag for t in waarde):
        return invoer(f"In {label} staat een teken dat niet mag.", veld)
    return None


def beletsel_code(waarde: str, *, veld: str = "code", maximum: int = 50) -> Beletsel | None:
    """Refuse a code that cannot be part of an address."""
    try:
        validate_slug(waarde)
    except ValidationError:
        return invoer("Een code bestaat uit letters, cijfers, - en _, zonder spaties.", veld)
    if len(waarde) > maximum:
        return invoer(f"De code is te lang. Gebruik hooguit {maximum} tekens.", veld)
    return None
