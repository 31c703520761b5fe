"""Forms of the shared list of competenties."""

from typing import Any

from django import forms

from config.kern.inlezen import MAX_BYTES
from pdomein.enums_leren import CompetentieBron


class CompetentieForm(forms.Form):
    naam = forms.CharField(label="Naam", max_length=250)
    omschrijving = forms.CharField(
        label="Wat betekent het?", required=False, max_length=5000,
        widget=forms.Textarea(attrs={"rows": 4}), help_text="Eén of twee gewone zinnen.",
    )
    synoniemen = forms.CharField(
        label="Andere woorden hiervoor", required=False, max_length=5000,
        widget=forms.Textarea(attrs={"rows": 3}), help_text="Elk woord op een eigen regel.",
    )
    bovenliggende = forms.ChoiceField(label="Valt onder", required=False)
    uri = forms.URLField(
        label="Zelfde begrip elders (adres)", required=False, max_length=200,
        assume_scheme="https", help_text="Bijvoorbeeld het adres in ESCO of CompetentNL.",
    )

    def __init__(self, *args: Any, keuzes: list[Any], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["bovenliggende"].choices = [("", "Nergens, dit is een groep"), *keuzes]

    def clean_synoniemen(self) -> list[str]:
        return [regel.strip() for regel in self.cleaned_data["synoniemen"].splitlines()]


class BegrippenForm(forms.Form):
    bron = forms.ChoiceField(
        label="Waar komt de lijst vandaan?", widget=forms.RadioSelect,
        choices=[c for c in CompetentieBron.choices if c[0] != CompetentieBron.EIGEN],
    )
    bestand = forms.FileField(
        label="Bestand met begrippen",
        help_text="CSV van ESCO, een CSV met uri en naam, of SKOS als JSON-LD of RDF/XML.",
    )
    relaties = forms.FileField(
        label="Bestand met relaties van ESCO", required=False,
        help_text="De CSV die begint met broaderRelations.",
    )
    volledig = forms.BooleanField(
        label="Dit is de hele lijst: wat er niet in staat, vervalt", required=False
    )
    droog = forms.BooleanField(
        label="Alleen proberen, niets opslaan", required=False, initial=True
    )

    def _passend(self, veld: str) -> Any:
        bestand = self.cleaned_data[veld]
        if bestand and bestand.size > MAX_BYTES:
            raise forms.ValidationError("Het bestand is groter dan 50 MB. Splits het op.")
        return bestand

    def clean_bestand(self) -> Any:
        return self._passend("bestand")

    def clean_relaties(self) -> Any:
        return self._passend("relaties")
