"""Forms of the register of deviations (R357, R358)."""

from django import forms

from config.kern.afwijkingsregels import REGELS
from config.kern.rules_afwijking import ZELF
from config.kern.vorm import DatumInput


class AfwijkingForm(forms.Form):
    regel = forms.ChoiceField(
        label="Van welke regel wijk je af?", widget=forms.RadioSelect,
        choices=[(code, f"{REGELS[code].naam} ({REGELS[code].gewoon.lower()})") for code in ZELF],
    )
    waarover = forms.CharField(
        label="Waarover gaat het?", max_length=250,
        help_text="Noem een team of werk. Noem geen persoonlijke redenen van een collega.",
    )
    reden = forms.CharField(label="Waarom?", widget=forms.Textarea, max_length=5000)
    herziening_op = forms.DateField(label="Wanneer kijk je opnieuw?", widget=DatumInput)


class HerzienForm(forms.Form):
    voortzetten = forms.TypedChoiceField(
        label="Hoe verder?", coerce=lambda w: w == "ja", widget=forms.RadioSelect,
        choices=[("ja", "De afwijking gaat door"), ("nee", "De afwijking stopt vandaag")],
    )
    reden = forms.CharField(label="Waarom?", widget=forms.Textarea, max_length=5000)
    herziening_op = forms.DateField(
        label="Wanneer kijk je opnieuw?", widget=DatumInput, required=False,
        help_text="Verplicht als de afwijking doorgaat.",
    )
