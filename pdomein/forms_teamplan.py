"""Forms of what a team plans."""

from typing import Any

from django import forms

from config.kern.vorm import MomentInput
from pdomein.enums_leren import ActiviteitSoort

MOMENT = ["%Y-%m-%dT%H:%M"]


class TeamactiviteitForm(forms.Form):
    titel = forms.CharField(label="Wat gaan jullie doen?", max_length=150)
    soort = forms.ChoiceField(
        label="Soort", choices=ActiviteitSoort,
        help_text="Bij een feedbackmoment leg je alleen het moment vast, niet wat er gezegd is.",
    )
    begin = forms.DateTimeField(label="Begin", widget=MomentInput, input_formats=MOMENT)
    einde = forms.DateTimeField(label="Einde", widget=MomentInput, input_formats=MOMENT)
    plaats = forms.CharField(label="Waar?", required=False, max_length=150)
    omschrijving = forms.CharField(
        label="Waar gaat het over?", required=False, max_length=4000,
        widget=forms.Textarea(attrs={"rows": 4}),
    )
    ook_voor = forms.MultipleChoiceField(
        label="Welke andere P-teams nodig je uit?", required=False,
        widget=forms.SelectMultiple(attrs={"size": 6}),
    )

    def __init__(self, *args: Any, teams: list[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["ook_voor"].choices = teams


class AanwezigheidForm(forms.Form):
    aanwezig = forms.MultipleChoiceField(
        label="Wie was er?", required=False, widget=forms.CheckboxSelectMultiple
    )

    def __init__(self, *args: Any, mensen: list[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["aanwezig"].choices = mensen
