"""Shapes of input of the ground floor."""

import json
from typing import Any

from allauth.account.forms import LoginForm
from django import forms

from config.kern.enums import BerichtSoort, Bezorging
from config.kern.rules import KEUZES, MAX_VOORUIT
from config.kern.standaarden import STANDAARDEN
from config.kern.vorm import DatumInput


class InlogForm(LoginForm):
    """The labels stand above the fields; a placeholder would only repeat them."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for veld in self.fields.values():
            veld.widget.attrs.pop("placeholder", None)


class KlokForm(forms.Form):
    werkdagen = forms.IntegerField(
        label="Aantal werkdagen", min_value=1, max_value=MAX_VOORUIT, initial=1
    )
    volgende = forms.CharField(required=False, widget=forms.HiddenInput, max_length=500)


class InstellingForm(forms.Form):
    """A new value from a day on; the field for the value follows from the kind of setting."""

    waarde = forms.CharField(label="Nieuwe waarde", max_length=2000)
    geldig_vanaf = forms.DateField(label="Geldig vanaf", widget=DatumInput)
    bron = forms.CharField(
        label="Wie heeft dit besloten, en waar staat dat?", max_length=200,
        help_text="Bijvoorbeeld: P-beraad 4 juni 2026, besluit 12.",
    )
    toelichting = forms.CharField(
        label="Toelichting", required=False, max_length=300, widget=forms.Textarea
    )

    def __init__(self, sleutel: str, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.sleutel = sleutel
        gewoon = STANDAARDEN[sleutel].waarde
        keuzes = KEUZES.get(sleutel)
        if isinstance(gewoon, bool):
            keuzes = ("ja", "nee")
        if keuzes:
            self.fields["waarde"] = forms.ChoiceField(
                label="Nieuwe waarde", choices=[(k, k) for k in keuzes], widget=forms.RadioSelect
            )
        elif isinstance(gewoon, int):
            self.fields["waarde"] = forms.IntegerField(label="Nieuwe waarde", min_value=0)
        elif isinstance(gewoon, (list, dict)):
            self.fields["waarde"].help_text = f"Schrijf het zo: {json.dumps(gewoon)}"
        self.order_fields(["waarde", "geldig_vanaf", "bron", "toelichting"])

    def clean_waarde(self) -> Any:
        waarde = self.cleaned_data["waarde"]
        gewoon = STANDAARDEN[self.sleutel].waarde
        if isinstance(gewoon, bool):
            return waarde == "ja"
        if isinstance(gewoon, (list, dict)):
            try:
                return json.loads(waarde)
            except (ValueError, RecursionError):
                raise forms.ValidationError(
                    f"Dit is niet te lezen. Schrijf het zo: {json.dumps(gewoon)}"
                ) from None
        return waarde


class NietWerkdagenForm(forms.Form):
    omschrijving = forms.CharField(label="Omschrijving", max_length=120)
    begin = forms.DateField(label="Eerste dag", widget=DatumInput)
    laatste = forms.DateField(
        label="Laatste dag", widget=DatumInput, required=False,
        help_text="Laat dit leeg als het om één dag gaat.",
    )
    telt_voor_termijn = forms.BooleanField(
        label="Geen werkdag voor termijnen", required=False, initial=True
    )
    telt_voor_capaciteit = forms.BooleanField(
        label="Geen werkdag voor capaciteit", required=False, initial=True
    )

    def clean(self) -> dict[str, Any]:
        gegevens = super().clean() or {}
        if not gegevens.get("laatste"):
            gegevens["laatste"] = gegevens.get("begin")
        return gegevens


class BezorgingForm(forms.Form):
    """One choice per kind of message."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for soort in BerichtSoort:
            self.fields[soort.value] = forms.ChoiceField(
                label=soort.label, choices=Bezorging.choices
            )


class PaginaForm(forms.Form):
    """The number of a page in a list; nonsense is the first page."""

    pagina = forms.IntegerField(required=False, min_value=1, max_value=100_000)

    @classmethod
    def lees(cls, gegevens: Any) -> int:
        formulier = cls(gegevens)
        return (formulier.is_valid() and formulier.cleaned_data["pagina"]) or 1


class TerugkoppelingForm(forms.Form):
    tekst = forms.CharField(
        label="Wat kan beter?", max_length=2000, widget=forms.Textarea(attrs={"rows": 5}),
        help_text="Schrijf geen persoonlijke gegevens van anderen op.",
    )
    pagina = forms.CharField(required=False, max_length=300, widget=forms.HiddenInput)


class AntwoordForm(forms.Form):
    antwoord = forms.CharField(
        label="Wat is ermee gedaan?", max_length=2000, widget=forms.Textarea(attrs={"rows": 4})
    )
