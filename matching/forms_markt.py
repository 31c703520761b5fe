"""The shape of what people type on the market."""

from django import forms

from config.kern.vorm import DatumInput


class ZoekopdrachtForm(forms.Form):
    naam = forms.CharField(
        label="Naam", max_length=80, help_text="Bijvoorbeeld: ecologie dicht bij huis."
    )
    attenderen = forms.BooleanField(
        label="Geef mij bericht als er nieuw werk komt dat hierbij past", required=False,
        initial=True,
    )


class VacatureForm(forms.Form):
    """The text for outside; internal reasons stay in the werving."""

    titel = forms.CharField(label="Titel", max_length=160)
    tekst = forms.CharField(
        label="Tekst", max_length=8000, widget=forms.Textarea(attrs={"rows": 14}),
        help_text="Een lege regel begint een nieuwe alinea.",
    )
    solliciteren = forms.CharField(
        label="Hoe kan iemand solliciteren?", max_length=300,
        help_text="Een e-mailadres, of het webadres van het wervingssysteem.",
    )
    laatste_dag = forms.DateField(label="Reageren kan tot en met", widget=DatumInput)
