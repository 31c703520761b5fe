"""The shape of what people type on the market."""

from datetime import timedelta
from typing import Any

from django import forms

from config.kern.vorm import DatumInput
from matching.enums import Herkomst
from pdomein.models import PTeam


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


class TalentForm(forms.Form):
    naam = forms.CharField(label="Naam", max_length=160)
    email = forms.EmailField(label="E-mailadres")
    herkomst = forms.ChoiceField(
        label="Hoe kennen we deze persoon?", choices=Herkomst.choices, widget=forms.RadioSelect
    )
    expertise = forms.CharField(
        label="Waarvoor kun je deze persoon bellen?", max_length=1000,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="Alleen kennis en ervaring, niets over gezondheid of privé.",
    )
    pteam = forms.ModelChoiceField(
        PTeam.objects.none(), label="P-team dat contact houdt", to_field_name="public_id",
        empty_label="Kies een P-team",
    )
    toestemming = forms.BooleanField(
        label="Deze persoon vindt het goed dat wij dit bewaren en delen met wie hier werft",
        required=False,
    )
    toestemming_tot = forms.DateField(label="Tot en met", widget=DatumInput)

    def __init__(self, *args: Any, teams: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["pteam"].queryset = teams


class TalentDelenForm(forms.Form):
    werving = forms.ModelChoiceField(
        None, label="Voor welke plaats?", to_field_name="public_id", empty_label="Kies een plaats"
    )

    def __init__(self, *args: Any, wervingen: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["werving"].queryset = wervingen
        self.fields["werving"].label_from_instance = (
            lambda w: f"{w.procedure.matchvraag} (P-team {w.pteam.naam})"
        )


class PeriodeForm(forms.Form):
    """At most five years, the end included."""

    van = forms.DateField(label="Van", widget=DatumInput)
    tot_en_met = forms.DateField(label="Tot en met", widget=DatumInput)

    def clean(self) -> dict[str, Any]:
        gegevens = super().clean() or {}
        van, tot = gegevens.get("van"), gegevens.get("tot_en_met")
        if van and tot and not timedelta(0) <= tot - van <= timedelta(days=1830):
            raise forms.ValidationError("Kies een periode van hooguit vijf jaar.")
        return gegevens


class VwnwForm(forms.Form):
    medewerker = forms.ModelChoiceField(
        None, label="Wie?", to_field_name="public_id", empty_label="Kies een collega",
        help_text="Je ziet de mensen uit je eigen P-team.",
    )
    instemming = forms.BooleanField(label="Deze collega vindt dit goed", required=False)

    def __init__(self, *args: Any, mensen: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["medewerker"].queryset = mensen
