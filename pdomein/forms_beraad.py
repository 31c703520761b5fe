"""The shape of what the P-beraad and the directeuren M&O fill in."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from django import forms

from config.kern.vorm import DatumInput
from pdomein.enums_vak import Oordeel
from pdomein.models import Afwijkingscriterium, Professie, ProfessioneelDomein, PTeamLijstRegel


class AfwijkingForm(forms.Form):
    criteria = forms.MultipleChoiceField(
        label="Op welke gronden?", required=False, widget=forms.CheckboxSelectMultiple,
        help_text="Past geen van deze gronden, leg het dan hieronder uit.",
    )
    reden = forms.CharField(
        label="Waarom mag dit team een andere omvang hebben?", max_length=4000,
        widget=forms.Textarea(attrs={"rows": 6}),
        help_text="Noem de bijzondere omstandigheden.",
    )
    herziening_op = forms.DateField(
        label="Geldig tot, en dan opnieuw bekijken", widget=DatumInput,
        help_text="Vanaf die dag geldt het besluit niet meer.",
    )

    def __init__(
        self, *args: Any, criteria: Sequence[Afwijkingscriterium], **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.bekend = {str(c.public_id): c for c in criteria}
        self.fields["criteria"].choices = [(k, c.naam) for k, c in self.bekend.items()]
        if not criteria:
            del self.fields["criteria"]

    def clean_criteria(self) -> list[Afwijkingscriterium]:
        return [self.bekend[k] for k in self.cleaned_data["criteria"]]


class SpanAfspraakForm(forms.Form):
    reden = forms.CharField(
        label="Wat spreken jullie af?", max_length=2000, widget=forms.Textarea(attrs={"rows": 5}),
        help_text="Bijvoorbeeld: een collega neemt een deel van de gesprekken over.",
    )
    herziening_op = forms.DateField(label="Opnieuw bekijken op", widget=DatumInput)


class CriteriumForm(forms.Form):
    naam = forms.CharField(label="Criterium", max_length=120)
    toelichting = forms.CharField(
        label="Toelichting", max_length=300, required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
    )


class LijstOpenenForm(forms.Form):
    jaar = forms.IntegerField(label="Voor welk jaar?", min_value=2020, max_value=2100)
    uiterlijk_op = forms.DateField(label="Klaar uiterlijk op", widget=DatumInput)

    def __init__(self, *args: Any, dag: date, **kwargs: Any) -> None:
        kwargs.setdefault("initial", {"jaar": dag.year + 1, "uiterlijk_op": date(dag.year, 12, 1)})
        super().__init__(*args, **kwargs)


class OordeelForm(forms.Form):
    oordeel = forms.ChoiceField(label="Wat vind je van dit team?", widget=forms.RadioSelect)
    toelichting = forms.CharField(
        label="Toelichting", max_length=2000, required=False,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text="Verplicht als je wilt wijzigen of als het team niet meer gewenst is.",
    )
    uiterlijk_op = forms.DateField(
        label="Geregeld uiterlijk op", widget=DatumInput, required=False,
        help_text="Alleen als je wilt wijzigen.",
    )

    def __init__(self, *args: Any, regel: PTeamLijstRegel, **kwargs: Any) -> None:
        kwargs.setdefault("initial", {
            "oordeel": regel.oordeel, "toelichting": regel.toelichting,
            "uiterlijk_op": regel.uiterlijk_op,
        })
        super().__init__(*args, **kwargs)
        eerst = Oordeel.NIEUW if regel.pteam_id is None else Oordeel.BEHOUDEN
        mag = [eerst, Oordeel.WIJZIGEN, Oordeel.NIET_GEWENST]
        if regel.pteam_id is None:
            mag.remove(Oordeel.WIJZIGEN)
            del self.fields["uiterlijk_op"]
        self.fields["oordeel"].choices = [(o.value, o.label) for o in mag]


class EvaluatieForm(forms.Form):
    evaluatie = forms.CharField(
        label="Hoe gaat het met dit team?", max_length=4000,
        widget=forms.Textarea(attrs={"rows": 6}),
        help_text="Schrijf over het team, niet over personen. De directeuren M&O lezen dit.",
    )


class LijstRegelForm(forms.Form):
    naam = forms.CharField(label="Naam van het gewenste team", max_length=120)
    domein = forms.ChoiceField(label="Professioneel domein")
    professie = forms.ChoiceField(label="Vak", required=False)
    toelichting = forms.CharField(
        label="Waarom is dit team nodig?", max_length=2000,
        widget=forms.Textarea(attrs={"rows": 4}),
    )

    def __init__(
        self, *args: Any, domeinen: Sequence[ProfessioneelDomein],
        professies: Sequence[Professie], **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        self.domeinen = {str(d.public_id): d for d in domeinen}
        self.professies = {str(p.public_id): p for p in professies}
        self.fields["domein"].choices = [
            ("", "Kies een domein"), *((k, d.naam) for k, d in self.domeinen.items())
        ]
        self.fields["professie"].choices = [
            ("", "Nog geen vak"), *((k, p.naam) for k, p in self.professies.items())
        ]

    def clean_domein(self) -> ProfessioneelDomein:
        return self.domeinen[self.cleaned_data["domein"]]

    def clean_professie(self) -> Professie | None:
        return self.professies.get(self.cleaned_data["professie"])


class OverlegForm(forms.Form):
    deelnemers = forms.CharField(
        label="Wie spraken mee?", max_length=500, widget=forms.Textarea(attrs={"rows": 2}),
        help_text="Bijvoorbeeld: de domeindirecteuren, de P-managers en P&O.",
    )
    conclusies = forms.CharField(
        label="Wat zijn de conclusies?", max_length=6000,
        widget=forms.Textarea(attrs={"rows": 8}),
    )


class KenmerkenForm(forms.Form):
    kenmerken = forms.CharField(
        label="Kenmerken", required=False, max_length=400,
        help_text="Eén woord per kenmerk, met een spatie ertussen. Bijvoorbeeld: bedrijfsvoering.",
    )

    def clean_kenmerken(self) -> list[str]:
        return self.cleaned_data["kenmerken"].replace(",", " ").split()
