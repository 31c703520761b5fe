"""Whether text and numbers fit: one sentence for each field that does not."""

from decimal import Decimal
from typing import Any

from django.core.exceptions import FieldDoesNotExist
from django.db import models

from config.kern.fouten import Beletsel, invoer


def beletsel_velden(model: type[models.Model], velden: dict[str, Any]) -> Beletsel | None:
    """The first value that the model could not hold, in the words of its label."""
    for naam, waarde in velden.items():
        try:
            veld = model._meta.get_field(naam)
        except FieldDoesNotExist:
            continue
        gevonden = _beletsel_veld(veld, naam, waarde)
        if gevonden is not None:
            return gevonden
    return None


def _beletsel_veld(veld: Any, naam: str, waarde: Any) -> Beletsel | None:
    label = str(veld.verbose_name).rstrip("?").capitalize()
    if isinstance(waarde, str):
        if "\x00" in waarde:
            return invoer(f"{label}: de tekst bevat een teken dat niet mag.", naam)
        if veld.choices and waarde not in dict(veld.choices):
            keuzes = ", ".join(str(k) for k, _ in veld.choices)
            return invoer(f"{label}: “{waarde}” bestaat niet. Kies uit {keuzes}.", naam)
        if isinstance(veld, models.CharField) and len(waarde) > veld.max_length:
            return invoer(f"{label}: gebruik hooguit {veld.max_length} tekens.", naam)
    if isinstance(waarde, (int, Decimal)) and not isinstance(waarde, bool):
        return _beletsel_getal(veld, naam, label, Decimal(waarde))
    return None


def _beletsel_getal(veld: Any, naam: str, label: str, waarde: Decimal) -> Beletsel | None:
    if not waarde.is_finite():
        return invoer(f"{label}: dit is geen getal.", naam)
    if waarde < 0:
        return invoer(f"{label}: dit kan niet onder nul.", naam)
    if isinstance(veld, models.DecimalField):
        grens = Decimal(10) ** (veld.max_digits - veld.decimal_places)
    else:
        grens = Decimal(32_768)
    if waarde >= grens:
        return invoer(f"{label}: dit getal is te groot.", naam)
    return None
