"""Forms about steering: frames of GS, priority, moving, accounting, P&C (R012-R016, R023, R227)."""

from typing import Any

from django import forms

from config.kern.models import Besluit
from config.kern.periode import dag_kort
from opgaven.enums import KaderOnderwerp, PencSoort
from opgaven.forms.velden import datum, getal, tekstvak
from opgaven.models import Opgave


class BesluitKeuze(forms.Form):
    """A form that leans on an adopted decision."""

    besluit = forms.ChoiceField(label="Welk besluit?")

    def __init__(self, *args: Any, besluiten: list[Besluit], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._besluiten = {str(b.public_id): b for b in besluiten}
        self.fields["besluit"].choices = [
            ("", "Kies een besluit"),
            *(
                (s, f"{b.kenmerk}, {b.gremium.naam}, {dag_kort(b.besluitdatum)}: {b.onderwerp}")
                for s, b in self._besluiten.items()
            ),
        ]

    def clean_besluit(self) -> Besluit:
        return self._besluiten[self.cleaned_data["besluit"]]


class KaderForm(BesluitKeuze):
    onderwerp = forms.ChoiceField(label="Waarover besloot GS?", choices=KaderOnderwerp)
    waarde = getal(
        "Waarde", cijfers=14,
        help_text="De prioriteit (1 tot en met 5), het bedrag in euro of de capaciteit in fte.",
    )
    field_order = ["besluit", "onderwerp", "waarde"]


class PrioriteitForm(BesluitKeuze):
    prioriteit = forms.TypedChoiceField(
        label="Nieuwe prioriteit", coerce=int,
        choices=[(1, "1 (hoogste)"), (2, "2"), (3, "3"), (4, "4"), (5, "5 (laagste)")],
    )
    reden = tekstvak("Waarom?", rijen=3)
    field_order = ["besluit", "prioriteit", "reden"]


class VerplaatsForm(forms.Form):
    naar = forms.ChoiceField(label="Naar welke opgave?")
    reden = tekstvak("Waarom?", rijen=3)

    def __init__(self, *args: Any, opgaven: list[Opgave], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._opgaven = {str(o.public_id): o for o in opgaven}
        self.fields["naar"].choices = [
            ("", "Kies een opgave"), *((s, f"{o.code} {o.naam}") for s, o in self._opgaven.items())
        ]

    def clean_naar(self) -> Opgave:
        return self._opgaven[self.cleaned_data["naar"]]


class VerantwoordingForm(forms.Form):
    tekst = tekstvak(
        "Verantwoording aan de BOG", rijen=8, help_text="Wat is bereikt, en wat vraagt aandacht?"
    )


class PencForm(forms.Form):
    soort = forms.ChoiceField(label="Product", choices=PencSoort)
    begrotingsjaar = forms.IntegerField(label="Begrotingsjaar", min_value=2000, max_value=2100)
    peildatum = datum("Peildatum van de cijfers")
    naar_gs = datum("Naar Gedeputeerde Staten")
    naar_ps = datum("Naar Provinciale Staten")
