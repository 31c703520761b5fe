"""Forms about meetings, besluitenlijsten and allocations (R009, R218-R220)."""

from typing import Any

from django import forms

from config.kern.models import Besluitenlijst, Gremium
from config.kern.periode import dag_kort
from opgaven.forms.velden import datum, tekstvak
from opgaven.models import ODomein


class VergaderingForm(forms.Form):
    datum = datum("Datum van de vergadering")


class BesluitForm(forms.Form):
    onderwerp = forms.CharField(label="Onderwerp", max_length=250)
    tekst = tekstvak("Wat wordt er besloten?")
    motivering = tekstvak("Waarom?", required=False)


class MotiveringForm(forms.Form):
    motivering = tekstvak(
        "Motivering", rijen=5, required=False,
        help_text="Verplicht als een deel van de toets negatief is. Het staat in het besluit.",
    )


class AgenderenForm(forms.Form):
    """Which meeting; ``motivering`` may come later, on the list itself."""

    besluitenlijst = forms.ChoiceField(label="Voor welke vergadering?")
    motivering = tekstvak(
        "Motivering", rijen=3, required=False,
        help_text="Verplicht als een deel van de toets negatief is.",
    )

    def __init__(self, *args: Any, lijsten: list[Besluitenlijst], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._lijsten = {str(lijst.public_id): lijst for lijst in lijsten}
        self.fields["besluitenlijst"].choices = [
            (sleutel, f"{lijst.vergadering.gremium.naam} van {dag_kort(lijst.vergadering.datum)}")
            for sleutel, lijst in self._lijsten.items()
        ]

    def clean_besluitenlijst(self) -> Besluitenlijst:
        return self._lijsten[self.cleaned_data["besluitenlijst"]]


class DbiForm(forms.Form):
    herziening_op = datum("Opnieuw bekijken op")
    motivering = tekstvak(
        "Waarom?", rijen=4, help_text="Noem ook hoe het staat met het ontwikkelplan."
    )


class ToedelenForm(forms.Form):
    gremium = forms.ChoiceField(label="Wie besluit?", widget=forms.RadioSelect)
    odomein = forms.ChoiceField(label="O-domein")
    begin = datum("Vanaf")
    motivering = tekstvak("Motivering", rijen=3, required=False)

    def __init__(
        self, *args: Any, gremia: list[Gremium], odomeinen: list[ODomein], **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self._gremia = {g.code: g for g in gremia}
        self._odomeinen = {o.code: o for o in odomeinen}
        self.fields["gremium"].choices = [(g.code, g.naam) for g in gremia]
        self.fields["odomein"].choices = [
            ("", "Kies een O-domein"), *((o.code, o.naam) for o in odomeinen)
        ]

    def clean_gremium(self) -> Gremium:
        return self._gremia[self.cleaned_data["gremium"]]

    def clean_odomein(self) -> ODomein:
        return self._odomeinen[self.cleaned_data["odomein"]]
