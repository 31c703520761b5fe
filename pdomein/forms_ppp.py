"""Forms around the PPP: the guided steps, what somebody offers, consent, versions, the norm."""

from typing import Any

from django import forms

from config.kern.vorm import DatumInput
from pdomein.enums import Zichtbaarheid
from pdomein.enums_leren import Mentorwens, Normrubriek, Normstaat, Openheid
from pdomein.rules.pppkring import GEEN_GEZONDHEID

KORT = {"rows": 5}


class Stap1Form(forms.Form):
    """Step 1 of the first PPP: knowledge and skills."""

    kennis_en_kunde = forms.CharField(
        label="Welke kennis en kunde heb je in huis?", required=False, max_length=6000,
        widget=forms.Textarea(attrs=KORT),
        help_text="Twee of drie zinnen. Wat is je vak, en wat vragen collega's jou vaak?",
    )


class Stap3Form(forms.Form):
    ontwikkelen = forms.CharField(
        label="Hoe kan en wil je je ontwikkelen?", required=False, max_length=6000,
        widget=forms.Textarea(attrs=KORT),
        help_text="Wie ben ik, wat kan ik, wat wil ik? Alleen jij en je P-manager lezen dit. "
        + GEEN_GEZONDHEID,
    )


class Stap4Form(forms.Form):
    bellen_voor = forms.CharField(
        label="Waar kunnen we jou voor bellen?", required=False, max_length=6000,
        widget=forms.Textarea(attrs=KORT),
        help_text="Een paar woorden is genoeg. Bijvoorbeeld: tegenlezen, of wie is wie.",
    )


class Stap5Form(forms.Form):
    zichtbaar_kennis = forms.ChoiceField(
        label="Wie kan deel 1 en je competenties zien?", choices=Zichtbaarheid,
        widget=forms.RadioSelect,
    )
    zichtbaar_bellen = forms.ChoiceField(
        label="Wie kan deel 3 zien?", choices=Zichtbaarheid, widget=forms.RadioSelect
    )


class AanbodForm(forms.Form):
    """What colleagues can find and ask; it goes with the visibility of parts 1 and 3."""

    openheid = forms.ChoiceField(
        label="Sta je open voor ander werk?", required=False,
        choices=[("", "Dat laat ik open"), *Openheid.choices],
        help_text="Collega's zien dit bij deel 3. Alleen wat jij hier kiest, is te vinden.",
    )
    open_vanaf = forms.DateField(
        label="Vanaf welke dag?", required=False, widget=DatumInput,
    )
    mentor = forms.ChoiceField(
        label="Mentor", required=False, choices=[("", "Geen van beide"), *Mentorwens.choices],
        help_text="Leren van een collega van een andere generatie.",
    )
    mentor_onderwerp = forms.CharField(
        label="Mentor waarover?", required=False, max_length=200
    )
    professies = forms.MultipleChoiceField(
        label="In welke vakken ben je thuis?", required=False,
        widget=forms.SelectMultiple(attrs={"size": 6}),
        help_text="Je P-team heeft één vak. Ben je breder? Kies er hooguit zes.",
    )

    def __init__(self, *args: Any, vakken: list[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["professies"].choices = vakken


class ToestemmingForm(forms.Form):
    aan = forms.EmailField(
        label="E-mailadres van je collega",
        help_text="Bijvoorbeeld een loopbaanadviseur of je mentor. Die leest dan ook deel 2.",
    )
    waarvoor = forms.CharField(label="Waarvoor?", max_length=200)
    tot = forms.DateField(label="Tot welke dag?", widget=DatumInput)


class VersieForm(forms.Form):
    aanleiding = forms.CharField(
        label="Waarom bewaar je deze versie?", required=False, max_length=120,
        help_text="Bijvoorbeeld: voor het goede gesprek.",
    )


class NormForm(forms.Form):
    rubriek = forms.ChoiceField(label="Rubriek", choices=Normrubriek)
    naam = forms.CharField(label="Norm", max_length=200)
    minimum = forms.IntegerField(
        label="Minstens per jaar", required=False, min_value=0, max_value=400,
        help_text="Alleen als de norm een aantal noemt.",
    )
    toelichting = forms.CharField(
        label="Toelichting", required=False, max_length=500,
        widget=forms.Textarea(attrs={"rows": 3}),
    )


class NormstandForm(forms.Form):
    stand = forms.ChoiceField(
        label="Hoe ver ben je?", choices=Normstaat, widget=forms.RadioSelect
    )
    aantal = forms.IntegerField(
        label="Hoe vaak dit jaar?", required=False, min_value=0, max_value=1000
    )
    toelichting = forms.CharField(
        label="Toelichting", required=False, max_length=500,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="Alleen over je eigen rol, niet over collega's of gesprekken. "
        + GEEN_GEZONDHEID,
    )
