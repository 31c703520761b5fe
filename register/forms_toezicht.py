"""Input of what surrounds the register: decisions with a document, advice, findings, webhooks."""

from typing import Any

from django import forms

from config.kern.domain.conceptbesluit import Bestand
from config.kern.enums import BesluitSoort, BesluitStatus
from config.kern.rules import DOCUMENT_MAX_BYTES
from config.kern.vorm import DatumInput
from register.enums import AdviesWeging, GebeurtenisSoort, Strekking
from register.forms import MetPersoon

ACCEPT = {"accept": ".pdf,.txt,application/pdf,text/plain"}


class BestandField(forms.FileField):
    """A PDF or text file; the command looks at its bytes."""

    def __init__(self, **opties: Any) -> None:
        opties.setdefault("label", "Document")
        opties.setdefault("help_text", "PDF of tekst, hooguit 10 MB")
        super().__init__(max_length=200, widget=forms.ClearableFileInput(attrs=ACCEPT), **opties)

    def clean(self, data: Any, initial: Any = None) -> Bestand | None:
        bestand = super().clean(data, initial)
        if not bestand:
            return None
        if bestand.size > DOCUMENT_MAX_BYTES:
            raise forms.ValidationError(
                "Het bestand is groter dan 10 MB. Kies een kleiner bestand."
            )
        return Bestand(bestand.name, bestand.read())


class BesluitOpstellenForm(MetPersoon):
    """What was decided, by whom, and the document that shows it (R189)."""

    soort = forms.ChoiceField(label="Soort", choices=BesluitSoort.choices)
    onderwerp = forms.CharField(label="Onderwerp", max_length=250)
    tekst = forms.CharField(
        label="Wat is er besloten?", max_length=20_000, widget=forms.Textarea
    )
    motivering = forms.CharField(
        label="Waarom?", max_length=4_000, required=False, widget=forms.Textarea
    )
    gremium = forms.ModelChoiceField(
        None, label="Gremium", to_field_name="code", required=False,
        empty_label="Geen gremium: een functionaris besloot",
    )
    hoedanigheid = forms.CharField(
        label="Genomen als", max_length=120,
        help_text="De functie van wie besloot, zoals directeur Mens en Organisatie",
    )
    besluitdatum = forms.DateField(label="Besluitdatum", widget=DatumInput)
    ingangsdatum = forms.DateField(
        label="Gaat in op", required=False, widget=DatumInput, help_text="Leeg: op de besluitdatum"
    )
    dossiernummer = forms.CharField(
        label="Dossiernummer", max_length=60, required=False,
        help_text="Nummer in het archief. Leeg: het kenmerk van het besluit",
    )
    bestand = BestandField(required=False)
    field_order = [
        "soort", "onderwerp", "tekst", "motivering", "gremium", "persoon", "persoon_id",
        "hoedanigheid", "besluitdatum", "ingangsdatum", "dossiernummer", "bestand",
    ]

    def __init__(self, *args: Any, gremia: Any, gremium_verplicht: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["gremium"].queryset = gremia
        self.fields["gremium"].required = gremium_verplicht
        self.fields["persoon"].label = "Wie besloot?"
        self.fields["persoon"].required = False

    def clean_persoon(self) -> Any:
        return super().clean_persoon() if self.cleaned_data.get("persoon") else None

    def velden(self) -> dict[str, Any]:
        """The words of the command."""
        velden = {k: w for k, w in self.cleaned_data.items() if k not in {"persoon", "persoon_id"}}
        mens = self.cleaned_data.get("persoon")
        return velden | {"genomen_door_id": mens.gebruiker_id if mens else None}


class DocumentForm(forms.Form):
    bestand = BestandField()


class AdviesForm(forms.Form):
    adviseur = forms.CharField(
        label="Wie adviseerde?", max_length=120,
        help_text="Zoals concerncontroller, business control",
    )
    uitgebracht_op = forms.DateField(label="Wanneer?", widget=DatumInput)
    strekking = forms.ChoiceField(
        label="Strekking", choices=Strekking.choices, widget=forms.RadioSelect
    )
    weging = forms.ChoiceField(
        label="Weging", choices=AdviesWeging.choices, widget=forms.RadioSelect,
        initial=AdviesWeging.ZWAAR,
        help_text="Het advies van de concerncontroller is in beginsel niet vrijblijvend",
    )
    toelichting = forms.CharField(
        label="Advies in het kort", max_length=500, required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    is_gevolgd = forms.BooleanField(
        label="Het besluit volgt dit advies", required=False, initial=True
    )
    motivering = forms.CharField(
        label="Waarom niet gevolgd?", max_length=500, required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
    )


class BesluitenZoekForm(forms.Form):
    zoek = forms.CharField(max_length=100, required=False)
    status = forms.ChoiceField(choices=[("", "Alle"), *BesluitStatus.choices], required=False)


class ToelichtenForm(forms.Form):
    toelichting = forms.CharField(
        label="Waarom mag dit zo blijven?", max_length=500,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text="Pas toe of leg uit. De uitleg staat op de lijst en gaat mee in de bevestiging",
    )


class BevindingToewijzenForm(forms.Form):
    eigenaar = forms.CharField(label="Wie regelt dit?", max_length=120)
    uiterlijk = forms.DateField(label="Uiterlijk geregeld", widget=DatumInput)


class BevestigenForm(forms.Form):
    kop_gezien = forms.IntegerField(widget=forms.HiddenInput, min_value=0)
    toelichting = forms.CharField(
        label="Toelichting van het beraad", max_length=4_000, required=False,
        widget=forms.Textarea(attrs={"rows": 4}),
    )


class WebhookForm(forms.Form):
    naam = forms.CharField(
        label="Naam", max_length=120, help_text="Welk systeem luistert er, zoals ICT-autorisatie?"
    )
    url = forms.CharField(label="Adres", max_length=500, help_text="Begint met https://")
    soorten = forms.MultipleChoiceField(
        label="Welke gebeurtenissen?", choices=GebeurtenisSoort.choices, required=False,
        widget=forms.CheckboxSelectMultiple, help_text="Niets gekozen: alle gebeurtenissen",
    )


class VerschilForm(forms.Form):
    """Two moments; what was known then is only for who may see that."""

    van = forms.DateField(label="Geldig op (eerst)", widget=DatumInput)
    van_bekend = forms.DateField(
        label="Zoals bekend op (eerst)", required=False, widget=DatumInput,
        help_text="Leeg: wat we nu weten",
    )
    tot = forms.DateField(label="Geldig op (daarna)", widget=DatumInput)
    tot_bekend = forms.DateField(
        label="Zoals bekend op (daarna)", required=False, widget=DatumInput,
        help_text="Leeg: wat we nu weten",
    )


class OpenbaarForm(forms.Form):
    dag = forms.DateField(required=False)
    zoek = forms.CharField(required=False, max_length=100)
