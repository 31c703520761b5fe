"""Forms of what-if: a sketch, its switches, and the way to a besluitenlijst (SCHERMEN 7)."""

from typing import Any

from django import forms

from config.kern.models import Besluitenlijst
from config.kern.periode import dag_kort
from config.kern.vorm import klasse_van
from opgaven.forms.velden import datum, tekstvak
from opgaven.scenario import Keuze

LATER = [
    (0, "op tijd"), (1, "1 maand later"), (2, "2 maanden later"), (3, "3 maanden later"),
    (6, "6 maanden later"), (9, "9 maanden later"), (12, "12 maanden later"),
]
DEEL = [(100, "alle fte"), *((n, f"{n}% van de fte") for n in (90, 80, 75, 60, 50, 40, 25, 10))]


class ScenarioForm(forms.Form):
    naam = forms.CharField(label="Naam van het scenario", max_length=120)
    toelichting = tekstvak("Wat wil je onderzoeken?", rijen=3, required=False)
    begin = datum("Vanaf maand", help_text="Kies een dag; het scenario begint op de eerste.")
    maanden = forms.TypedChoiceField(
        label="Hoe lang?", coerce=int, initial=12,
        choices=[(6, "6 maanden"), (12, "12 maanden"), (18, "18 maanden"), (24, "24 maanden")],
    )


class KeuzeForm(forms.Form):
    """One switch; its selects stand in a row of the table."""

    is_aan = forms.TypedChoiceField(
        label="Gaat door?", coerce=lambda w: w == "ja", choices=[("ja", "aan"), ("nee", "uit")]
    )
    maanden_later = forms.TypedChoiceField(
        label="Wanneer?", coerce=int, choices=LATER, required=False, empty_value=0
    )
    fte_pct = forms.TypedChoiceField(
        label="Hoeveel?", coerce=int, choices=DEEL, required=False, empty_value=100
    )

    def __init__(self, *args: Any, over: str = "", **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for veld in self.fields.values():
            veld.widget.attrs |= {
                "aria-label": f"{veld.label} {over}".strip(),
                "class": klasse_van(veld.widget, False),
            }

    def keuze(self) -> Keuze:
        return Keuze(**self.cleaned_data)


class ScenarioAgenderenForm(forms.Form):
    besluitenlijst = forms.ChoiceField(label="Voor welke vergadering?")

    def __init__(self, *args: Any, lijsten: list[Besluitenlijst], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._lijsten = {str(lijst.public_id): lijst for lijst in lijsten}
        self.fields["besluitenlijst"].choices = [
            (sleutel, f"{lijst.vergadering.gremium.naam} van {dag_kort(lijst.vergadering.datum)}")
            for sleutel, lijst in self._lijsten.items()
        ]

    def clean_besluitenlijst(self) -> Besluitenlijst:
        return self._lijsten[self.cleaned_data["besluitenlijst"]]
