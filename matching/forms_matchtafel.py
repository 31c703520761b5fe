"""The forms of the matchtafel: shape only; whether it may, the rules say."""

from datetime import date, timedelta
from typing import Any

from django import forms

from config.kern.vorm import DatumInput
from matching.enums import Route, Uitkomst, Zwaarte
from matching.models import Agendapunt, Kandidaat
from matching.queries import matchtafel as queries
from matching.queries.matchtafel import uitkomst_naam
from matching.rules_matchtafel import UITKOMSTEN


class MensenVeld(forms.ModelMultipleChoiceField):
    widget = forms.CheckboxSelectMultiple


class SessiePlannenForm(forms.Form):
    datum = forms.DateField(label="Datum", widget=DatumInput)
    tijd = forms.TimeField(
        label="Tijd", required=False, widget=forms.TimeInput(attrs={"type": "time"})
    )
    plek = forms.CharField(label="Plek", max_length=120, required=False)
    voorzitter = forms.ModelChoiceField(
        label="Voorzitter", queryset=None, to_field_name="public_id",
        help_text="De voorzitter van de matchtafel is een van de P-managers.",
    )
    deelnemers = MensenVeld(
        label="P-managers", queryset=None, required=False, to_field_name="public_id",
        help_text="Een P-manager kan ook later zelf aansluiten.",
    )
    recruiters = MensenVeld(
        label="Recruiter", queryset=None, required=False, to_field_name="public_id"
    )

    def __init__(self, *args: Any, dag: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        pmanagers = queries.pmanagers_op(dag)
        self.fields["voorzitter"].queryset = pmanagers
        self.fields["deelnemers"].queryset = pmanagers
        self.fields["recruiters"].queryset = queries.recruiters_op(dag)


class EenKandidaatVeld(forms.ModelChoiceField):
    """One candidate or nobody, in the shape of the field with more: a list."""

    def clean(self, value: Any) -> list[Kandidaat]:
        gekozen = super().clean(value)
        return [gekozen] if gekozen else []

    def prepare_value(self, value: Any) -> Any:
        return super().prepare_value(value[0] if isinstance(value, list) and value else value)


class UitkomstForm(forms.Form):
    """The outcome with its words; what was chosen on the screen is filled in already."""

    uitkomst = forms.ChoiceField(label="Uitkomst", widget=forms.RadioSelect)
    kandidaten = forms.ModelMultipleChoiceField(
        label="Wie adviseert de tafel?", queryset=None, required=False,
        to_field_name="public_id", widget=forms.CheckboxSelectMultiple,
    )
    motivering = forms.CharField(
        label="Motivering", required=False, widget=forms.Textarea,
        help_text="Gaat mee in het verslag en naar wie erbij betrokken is, niet naar het openbare "
        "besluitenoverzicht.",
    )
    motivering_niveau = forms.CharField(
        label="Waarom buiten het gevraagde niveau?", required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text="Alleen nodig als de gekozen collega buiten het gevraagde niveau valt.",
    )
    fte = forms.DecimalField(
        label="Afgesproken fte", required=False, min_value=0, max_value=2, max_digits=4,
        decimal_places=3,
    )
    begin = forms.DateField(label="Vanaf", required=False, widget=DatumInput)
    tot_en_met = forms.DateField(label="Tot en met", required=False, widget=DatumInput)
    versie = forms.IntegerField(required=False, widget=forms.HiddenInput)

    def __init__(self, *args: Any, punt: Agendapunt, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        route = punt.procedure.route
        self.fields["uitkomst"].choices = [
            (u.value, uitkomst_naam(u, route)) for u in UITKOMSTEN[route]
        ]
        mensen = Kandidaat.objects.filter(agendapunt=punt).select_related("medewerker")
        self.fields["kandidaten"].queryset = mensen
        if route != Route.AOG:  # a match is about one person
            self.fields["kandidaten"] = EenKandidaatVeld(
                label="Wie kiest de tafel?", queryset=mensen, required=False,
                to_field_name="public_id", widget=forms.RadioSelect, empty_label="Niemand",
            )

    def clean(self) -> dict[str, Any]:
        velden = super().clean()
        begin, laatste = velden.get("begin"), velden.get("tot_en_met")
        if begin and laatste and laatste < begin:
            self.add_error("tot_en_met", "De laatste dag ligt voor de eerste.")
        velden["einde"] = laatste + timedelta(days=1) if laatste else None
        return velden

    @staticmethod
    def begin_van(punt: Agendapunt, gekozen: list[Kandidaat]) -> dict[str, Any]:
        """What the form shows first: what the table already did."""
        uitkomst = punt.uitkomst or (Uitkomst.GEMATCHT if gekozen else "")
        if gekozen and not punt.uitkomst and punt.procedure.route == Route.AOG:
            uitkomst = Uitkomst.ADVIES
        return {
            "uitkomst": uitkomst, "kandidaten": [k.public_id for k in gekozen],
            "motivering": punt.motivering, "motivering_niveau": punt.motivering_niveau,
            "fte": punt.fte, "begin": punt.begin,
            "tot_en_met": punt.einde - timedelta(days=1) if punt.einde else None,
            "versie": punt.versie,
        }


class KandidaatPlaatsenForm(forms.Form):
    argument = forms.CharField(
        label="Waarom past dit werk bij deze collega?", widget=forms.Textarea,
        help_text="De deelnemers aan de matchtafel lezen dit. De collega kan het ook lezen.",
    )


class VerslagForm(forms.Form):
    verslag = forms.CharField(
        label="Verslag aan de directeuren M&O", widget=forms.Textarea(attrs={"rows": 20})
    )


class WegingForm(forms.Form):
    """How heavy each criterion counts for this place; the effect is shown before saving."""

    def __init__(self, *args: Any, titels: dict[str, str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for naam, titel in titels.items():
            self.fields[naam] = forms.TypedChoiceField(
                label=titel, choices=Zwaarte.choices, coerce=int
            )
        self.fields["reden"] = forms.CharField(
            label="Waarom deze weging?", required=False, max_length=2000,
            widget=forms.Textarea(attrs={"rows": 2}),
            help_text="Alleen nodig als je bewaart. Wie de suggesties leest, ziet deze reden.",
        )

    @property
    def gewichten(self) -> dict[str, int]:
        return {n: w for n, w in self.cleaned_data.items() if n != "reden"}


class NotitieForm(forms.Form):
    tekst = forms.CharField(
        label="Notitie", max_length=2000, widget=forms.Textarea(attrs={"rows": 4})
    )


class ToelichtenForm(forms.Form):
    """Two open questions; no list of ticks (R272)."""

    leervermogen = forms.CharField(
        label="Wat kan deze collega leren of zich eigen maken?", required=False, max_length=2000,
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    motivatie = forms.CharField(
        label="Waarom wil deze collega dit?", required=False, max_length=2000,
        widget=forms.Textarea(attrs={"rows": 3}),
    )


class TrainingForm(forms.Form):
    op = forms.DateField(label="Wanneer gevolgd?", widget=DatumInput)
