"""Fields that several forms share."""

import re
from datetime import date, timedelta
from typing import Any

from django import forms

from config.kern.vorm import DatumInput


def tekstvak(label: str, *, rijen: int = 4, maximum: int = 10_000, **opties: Any) -> Any:
    return forms.CharField(
        label=label, max_length=maximum, widget=forms.Textarea(attrs={"rows": rijen}), **opties
    )


class GetalVeld(forms.DecimalField):
    """A number as people type it: ``12.500,50``, ``300.000``, ``1,5`` or ``1.5``."""

    def to_python(self, value: Any) -> Any:
        return super().to_python(_punt(value) if isinstance(value, str) else value)


def _punt(tekst: str) -> str:
    tekst = re.sub(r"[\s€]", "", tekst)
    if "," in tekst or re.fullmatch(r"-?\d{1,3}(\.\d{3})+", tekst):
        return tekst.replace(".", "").replace(",", ".")
    return tekst


def getal(label: str, *, cijfers: int, **opties: Any) -> Any:
    return GetalVeld(
        label=label, max_digits=cijfers, decimal_places=2, min_value=0, localize=True,
        widget=forms.TextInput(attrs={"inputmode": "decimal"}), **opties,
    )


def datum(label: str, **opties: Any) -> Any:
    return forms.DateField(label=label, widget=DatumInput, **opties)


def na(dag: date | None) -> date | None:
    """The first day no longer, from the last day that somebody filled in."""
    return dag + timedelta(days=1) if dag and dag < date.max else None


def voor(dag: date | None) -> date | None:
    """The last day, from the first day no longer."""
    return dag - timedelta(days=1) if dag else None
