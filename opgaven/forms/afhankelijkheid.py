"""The form of a dependency: the other opdracht by code or title (R011)."""

from typing import Any

from django import forms

from opgaven.enums import AfhankelijkheidSoort
from opgaven.models import Opdracht
from opgaven.queries.opdracht import opdrachten_met_woorden


class OpdrachtZoekveld(forms.CharField):
    """An opdracht by its code or title; a part is enough when only one fits."""

    def __init__(self, **opties: Any) -> None:
        super().__init__(max_length=250, **opties)

    def clean(self, value: Any) -> Opdracht | None:
        tekst = super().clean(value)
        if not tekst:
            return None
        gevonden = opdrachten_met_woorden(tekst)
        precies = [o for o in gevonden if tekst.lower() in (o.code.lower(), o.naam.lower())]
        if len(precies) == 1 or len(gevonden) == 1:
            return (precies or gevonden)[0]
        if not gevonden:
            raise forms.ValidationError(
                f"Er is geen opdracht “{tekst}”. Vul de code of een deel van de titel in."
            )
        namen = "; ".join(f"{o.naam} ({o.code})" for o in gevonden[:5])
        raise forms.ValidationError(f"Meer opdrachten passen. Vul de code in: {namen}.")


class AfhankelijkheidForm(forms.Form):
    soort = forms.ChoiceField(
        label="Deze opdracht …", choices=AfhankelijkheidSoort, widget=forms.RadioSelect
    )
    van = OpdrachtZoekveld(
        label="Welke opdracht?", help_text="Vul de code of een deel van de titel in."
    )
    toelichting = forms.CharField(
        label="Leg uit", max_length=250,
        help_text="Bijvoorbeeld: de vergunning is nodig voordat de bouw begint.",
    )
