"""Forms about points, advice and minutes of a beraad (R044, R218, R222, R224)."""

from typing import Any

from django import forms

from config.kern.beraden import BERADEN
from config.kern.enums import AdviesSoort, GremiumSoort, PuntSoort, Weging
from config.kern.models import Gremium, Vergadering
from config.kern.periode import dag_kort
from opgaven.forms.velden import tekstvak


class PuntForm(forms.Form):
    """A point for one beraad; only the kinds that belong there."""

    soort = forms.ChoiceField(label="Wat voor punt is het?")
    onderwerp = forms.CharField(label="Onderwerp", max_length=200)
    toelichting = tekstvak(
        "Toelichting", rijen=6, help_text="Waar gaat het over, en wat vraag je van het beraad?"
    )
    namens = forms.CharField(
        label="Namens wie?", max_length=120, required=False,
        help_text="Bijvoorbeeld: P-managers van het domein Water.",
    )

    def __init__(self, *args: Any, gremium: Gremium, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        soorten = BERADEN[GremiumSoort(gremium.soort)].soorten
        self.fields["soort"].choices = [(s.value, s.label) for s in soorten]


class OverForm(forms.Form):
    """A point about a thing that is already known: only the beraad and the question."""

    gremium = forms.ChoiceField(label="Bij welk beraad?", widget=forms.RadioSelect)
    toelichting = tekstvak("Wat vraag je van het beraad?", rijen=5)

    def __init__(self, *args: Any, gremia: list[Gremium], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._gremia = {g.code: g for g in gremia}
        self.fields["gremium"].choices = [(g.code, g.naam) for g in gremia]

    def clean_gremium(self) -> Gremium:
        return self._gremia[self.cleaned_data["gremium"]]


class OpdrachtPuntForm(OverForm):
    soort = forms.ChoiceField(
        label="Wat voor punt is het?",
        choices=[
            (s.value, s.label)
            for s in (PuntSoort.DILEMMA, PuntSoort.PRIORITEIT, PuntSoort.CAPACITEITSVRAAG)
        ],
    )
    field_order = ["gremium", "soort", "toelichting"]


class AgendaForm(forms.Form):
    vergadering = forms.ChoiceField(label="Op welke agenda?", widget=forms.RadioSelect)

    def __init__(self, *args: Any, vergaderingen: list[Vergadering], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._rijen = {str(v.public_id): v for v in vergaderingen}
        self.fields["vergadering"].choices = [
            (sleutel, dag_kort(v.datum)) for sleutel, v in self._rijen.items()
        ]

    def clean_vergadering(self) -> Vergadering:
        return self._rijen[self.cleaned_data["vergadering"]]


class DoorgeleidenForm(forms.Form):
    naar = forms.ChoiceField(label="Naar welk beraad?", widget=forms.RadioSelect)
    advies = tekstvak(
        "Advies van dit beraad", rijen=5,
        help_text="Dit advies gaat letterlijk mee en wordt daar gewogen.",
    )

    def __init__(self, *args: Any, gremia: list[Gremium], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._gremia = {g.code: g for g in gremia}
        self.fields["naar"].choices = [(g.code, g.naam) for g in gremia]

    def clean_naar(self) -> Gremium:
        return self._gremia[self.cleaned_data["naar"]]


class UitkomstForm(forms.Form):
    uitkomst = tekstvak("Wat is de uitkomst?", rijen=5)


class PuntBesluitForm(forms.Form):
    tekst = tekstvak("Wat wordt er besloten?", rijen=5)
    motivering = tekstvak("Waarom?", rijen=4, required=False)


class AdviesForm(forms.Form):
    soort = forms.ChoiceField(label="In welke rol adviseer je?", widget=forms.RadioSelect)
    namens = forms.CharField(
        label="Wie adviseert er?", max_length=120, required=False,
        help_text="Laat leeg als je het zelf bent. Anders bijvoorbeeld: team Juridische Zaken.",
    )
    tekst = tekstvak(
        "Advies", rijen=8, help_text="De tekst gaat ongewijzigd en volledig in het besluit."
    )

    def __init__(self, *args: Any, is_control: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        soorten = [AdviesSoort.TOELEVERAAR]
        if is_control:
            soorten += [
                AdviesSoort.BUSINESS_CONTROL, AdviesSoort.CONCERNCONTROLLER, AdviesSoort.ONGEVRAAGD
            ]
        self.fields["soort"].choices = [(s.value, s.label) for s in soorten]
        self.initial.setdefault("soort", soorten[0].value)


class WegingForm(forms.Form):
    weging = forms.ChoiceField(
        label="Volgt het beraad dit advies?", widget=forms.RadioSelect,
        choices=[(Weging.GEVOLGD, "Ja, gevolgd"), (Weging.AFGEWEKEN, "Nee, niet gevolgd")],
    )
    motivering = tekstvak(
        "Waarom?", rijen=4, help_text="Altijd verplicht. Wie adviseerde, krijgt dit te lezen als "
        "het advies niet is gevolgd.",
    )


class VerslagForm(forms.Form):
    tekst = tekstvak("Verslag", rijen=16, maximum=50_000)
