"""The shape of what people fill in; what is allowed is decided by the rules."""

from typing import Any

from django import forms

from config.kern.vorm import DatumInput
from pdomein.enums import Leeskring, Niveau, TeamplanDeel, Zichtbaarheid

GROOT = {"rows": 6}


class PPPForm(forms.Form):
    """The three parts of a PPP; every part may still be empty while somebody writes."""

    versie = forms.IntegerField(required=False, min_value=0, widget=forms.HiddenInput)
    kennis_en_kunde = forms.CharField(
        label="1. Welke kennis en kunde heb je in huis?", required=False, strip=True,
        max_length=6000, widget=forms.Textarea(attrs=GROOT),
        help_text="Denk aan je vak, je ervaring, je netwerk en wat je graag doet.",
    )
    zichtbaar_kennis = forms.ChoiceField(
        label="Wie kan deel 1 en je competenties zien?", choices=Zichtbaarheid,
        initial=Zichtbaarheid.IEDEREEN,
    )
    ontwikkelen = forms.CharField(
        label="2. Hoe kan en wil je je ontwikkelen?", required=False, strip=True, max_length=6000,
        widget=forms.Textarea(attrs=GROOT),
        help_text="Denk ook aan werk dat je uitdaagt. Alleen jij en je P-manager zien dit deel.",
    )
    bellen_voor = forms.CharField(
        label="3. Waar kunnen we jou voor bellen?", required=False, strip=True, max_length=6000,
        widget=forms.Textarea(attrs=GROOT),
        help_text="Waar mag een collega je over aanspreken? Een paar woorden is genoeg.",
    )
    zichtbaar_bellen = forms.ChoiceField(
        label="Wie kan deel 3 zien?", choices=Zichtbaarheid, initial=Zichtbaarheid.IEDEREEN
    )


class PPPCompetentieForm(forms.Form):
    """One competentie with level and evidence; saving the same one again changes it."""

    competentie = forms.ChoiceField(label="Competentie")
    niveau = forms.TypedChoiceField(
        label="Niveau", choices=Niveau, coerce=int, widget=forms.RadioSelect
    )
    bewijs = forms.CharField(
        label="Waar blijkt dat uit?", max_length=250, required=False,
        help_text="Eén regel, bijvoorbeeld een opdracht of een diploma.",
    )
    wil_ontwikkelen = forms.BooleanField(
        label="Hier wil ik me verder in ontwikkelen", required=False,
        help_text="Alleen jij en je P-manager zien deze wens.",
    )

    def __init__(self, *args: Any, keuzes: list[Any], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["competentie"].choices = [("", "Kies een competentie"), *keuzes]


class PauzeForm(forms.Form):
    tot = forms.DateField(
        label="Zichtbaar vanaf", widget=DatumInput,
        help_text="Tot die dag is je PPP verborgen. Daarna staat het vanzelf weer aan.",
    )


class TeamplanOnderdeelForm(forms.Form):
    tekst = forms.CharField(
        label="Tekst", required=False, max_length=10_000, widget=forms.Textarea(attrs={"rows": 12})
    )
    regelruimte = forms.CharField(
        label="Regelruimte", required=False, max_length=10_000,
        widget=forms.Textarea(attrs={"rows": 6}),
        help_text="Waar gaat het team zelf over: besluiten, budget, mandaat, teamdoelen en vaste "
        "momenten samen.",
    )
    zichtbaar_voor = forms.ChoiceField(
        label="Wie mag dit lezen?", choices=Leeskring, widget=forms.RadioSelect
    )

    def __init__(self, *args: Any, nummer: int, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if nummer != TeamplanDeel.ORGANISATIE:
            del self.fields["regelruimte"]
