"""The shape of who joins a P-team, and of who leads it."""

from datetime import date
from typing import Any

from django import forms

from config.kern.vorm import DatumInput
from pdomein.enums import AansluitingSoort
from pdomein.forms_vak import CollegasField
from pdomein.models import Medewerker


class _MetCollega(forms.Form):
    def __init__(self, *args: Any, dag: date, label: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["medewerker"] = CollegasField(
            dag=dag, meer=False, label=label, help_text="Naam of personeelsnummer.",
            widget=forms.TextInput(),
        )
        self.fields["begin"].initial = dag
        self.order_fields(["medewerker"])

    def clean_medewerker(self) -> Medewerker:
        return self.cleaned_data["medewerker"][0]


class AansluitingForm(_MetCollega):
    soort = forms.ChoiceField(
        label="Als wat?", choices=AansluitingSoort, widget=forms.RadioSelect,
        help_text="Een gast houdt het eigen thuisteam. Niemand hiervan telt mee in de omvang.",
    )
    begin = forms.DateField(label="Vanaf", widget=DatumInput)
    einde = forms.DateField(
        label="Tot", widget=DatumInput, required=False,
        help_text="Verplicht voor externen, trainees en stagiairs.",
    )


class PManagerForm(_MetCollega):
    pct = forms.IntegerField(
        label="Hoeveel van de tijd is voor P-management (%)?", min_value=1, max_value=100,
        initial=25, help_text="Voor alle teams samen. Minstens 25%.",
    )
    begin = forms.DateField(label="Vanaf", widget=DatumInput)
    uitzondering = forms.CharField(
        label="Waarom een uitzondering op bijlage 3?", max_length=250, required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text="Alleen nodig als de functie of schaal niet bij P-manager past.",
    )
