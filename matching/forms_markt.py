"""The shape of what people type on the market."""

from django import forms


class ZoekopdrachtForm(forms.Form):
    naam = forms.CharField(
        label="Naam", max_length=80, help_text="Bijvoorbeeld: ecologie dicht bij huis."
    )
    attenderen = forms.BooleanField(
        label="Geef mij bericht als er nieuw werk komt dat hierbij past", required=False,
        initial=True,
    )
