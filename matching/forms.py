"""The shape of what people type; decisions are for the rules."""

from datetime import date, timedelta
from typing import Any

from django import forms

from config.kern.vorm import DatumInput
from matching.enums import DelingAntwoord, WervingReden, WervingSoort
from matching.models import TRO, Procedure
from matching.queries import pagina
from opgaven.enums import PlaatsSoort
from pdomein.enums import Niveau
from pdomein.models import Competentie, Medewerker, PTeam

JA_NEE = [("ja", "Ja"), ("nee", "Nee")]


def _ja(waarde: str) -> bool | None:
    return {"ja": True, "nee": False}.get(waarde)


def _lang(label: str, *, hulp: str = "", verplicht: bool = True, rijen: int = 4) -> forms.CharField:
    return forms.CharField(
        label=label, help_text=hulp, required=verplicht, max_length=8000,
        widget=forms.Textarea(attrs={"rows": rijen}),
    )


def _datum(label: str, *, hulp: str = "", verplicht: bool = True) -> forms.DateField:
    return forms.DateField(
        label=label, help_text=hulp, required=verplicht, widget=DatumInput()
    )


class RedenForm(forms.Form):
    """One question: why?"""

    reden = _lang("Waarom?", rijen=3)
    versie = forms.IntegerField(widget=forms.HiddenInput, required=False)

    def __init__(self, *args: Any, label: str = "Waarom?", hulp: str = "", **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["reden"].label = label
        self.fields["reden"].help_text = hulp


class BevestigForm(forms.Form):
    """No question: only the button, and the version of the page that was read."""

    versie = forms.IntegerField(widget=forms.HiddenInput, required=False)


class TROForm(forms.ModelForm):
    """The five headings and what surrounds them (R037)."""

    opnieuw_publiceren = forms.BooleanField(
        label="Haal de opdracht van de markt en publiceer opnieuw; de wachttijd begint opnieuw.",
        required=False,
    )
    tot_en_met = _datum("Tot en met", verplicht=False)
    tro_versie = forms.IntegerField(widget=forms.HiddenInput, required=False)

    class Meta:
        model = TRO
        fields = [
            "titel", "waarom", "wat", "hoe", "wie", "beoogd_resultaat", "begin", "fte",
            "schaal_van", "schaal_tot", "krapteberoep",
        ]
        widgets = {"begin": DatumInput()}
        help_texts = {
            "titel": "Zo staat de opdracht straks op de opdrachtenmarkt.",
            "waarom": "Waarom is dit werk nodig?",
            "wat": "Wat ga je doen?",
            "hoe": "Hoe pak je het aan, en met wie?",
            "wie": "Wie zoek je: kennis, ervaring, houding.",
            "beoogd_resultaat": "Wat is er klaar als het werk af is?",
            "fte": "1 fte is een volledige week.",
            "krapteberoep": "Voor schaarse expertise.",
        }

    def __init__(self, *args: Any, gepubliceerd: bool = False, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["fte"].min_value = 0
        if self.instance.einde:
            self.initial["tot_en_met"] = laatste_dag(self.instance.einde)
        self.initial["tro_versie"] = self.instance.versie
        if not gepubliceerd:
            del self.fields["opnieuw_publiceren"]
        self.order_fields([
            "titel", "waarom", "wat", "hoe", "wie", "beoogd_resultaat", "begin", "tot_en_met",
            "fte", "schaal_van", "schaal_tot", "krapteberoep", "opnieuw_publiceren",
        ])

    def _post_clean(self) -> None:
        """The command checks and writes; the form must not touch the row."""

    def velden(self) -> dict[str, Any]:
        gegeven = {v: self.cleaned_data[v] for v in self.Meta.fields}
        return {**gegeven, "einde": dag_erna(self.cleaned_data["tot_en_met"])}


class CompetentieForm(forms.Form):
    """One asked competentie; an empty line is skipped."""

    competentie = forms.ModelChoiceField(
        Competentie.objects.filter(vervallen_op=None), label="Competentie", required=False,
        empty_label="Kies een competentie",
    )
    niveau = forms.TypedChoiceField(
        label="Niveau", choices=Niveau.choices, coerce=int, required=False,
        empty_value=Niveau.ZELFSTANDIG, initial=Niveau.ZELFSTANDIG,
    )
    vereist = forms.BooleanField(label="Vereist", required=False)


CompetentieFormSet = forms.formset_factory(CompetentieForm, extra=3, max_num=15)


def dag_erna(dag: date | None) -> date | None:
    """People say the last day; the database keeps the first day after it."""
    return dag + timedelta(days=1) if dag else None


def laatste_dag(einde: date | None) -> date | None:
    return einde - timedelta(days=1) if einde else None


class DelenForm(forms.Form):
    """Which P-teams see the TRO: suggestions first, all others below (R244)."""

    passend = forms.ModelMultipleChoiceField(
        PTeam.objects.none(), label="P-teams die passen", required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text="Op volgorde van hoeveel collega's de gevraagde competenties hebben.",
    )
    anders = forms.ModelMultipleChoiceField(
        PTeam.objects.none(), label="Andere P-teams", required=False,
        widget=forms.SelectMultiple(attrs={"size": 6}),
        help_text="Houd Ctrl ingedrukt om er meer te kiezen.",
    )
    versie = forms.IntegerField(widget=forms.HiddenInput, required=False)

    def __init__(self, *args: Any, passend: list[PTeam], dag: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        alle = pagina.bestaande_teams(dag)
        ids = [team.pk for team in passend]
        namen = {t.pk: f"{t.naam} ({_collegas(t.aantal_passend)})" for t in passend}
        keuze = self.fields["passend"]
        keuze.queryset = alle.filter(pk__in=ids)
        keuze.label_from_instance = lambda team: namen[team.pk]
        self.fields["anders"].queryset = alle.exclude(pk__in=ids)

    def pteams(self) -> list[PTeam]:
        return [*self.cleaned_data["passend"], *self.cleaned_data["anders"]]


def _collegas(aantal: int) -> str:
    if not aantal:
        return "zelfde professie"
    return "1 collega past" if aantal == 1 else f"{aantal} collega's passen"


class DelingForm(forms.Form):
    antwoord = forms.ChoiceField(
        label="Heeft jouw P-team iemand?", widget=forms.RadioSelect,
        choices=[k for k in DelingAntwoord.choices if k[0] != DelingAntwoord.GEEN],
    )
    toelichting = forms.CharField(label="Toelichting", required=False, max_length=500)


class ReactieForm(forms.Form):
    """React in two clicks: one text, one choice about the wishes (R248)."""

    toelichting = forms.CharField(
        label="Waarom past dit bij jou?", max_length=4000,
        widget=forms.Textarea(attrs={"rows": 5}),
        help_text="Een paar zinnen is genoeg. Je profiel gaat mee.",
    )
    deelt_wensen = forms.BooleanField(
        label="Stuur ook mee hoe ik me wil ontwikkelen", required=False,
        help_text="Dat ziet anders alleen je P-manager.",
    )


class PersoonField(forms.CharField):
    """A colleague by name or personnel number, for when there are too many to list."""

    default_error_messages = {
        "onbekend": "We vinden niemand met deze naam of dit personeelsnummer.",
        "meer": "Er zijn meer collega's met deze naam: %(namen)s. Gebruik het personeelsnummer.",
    }

    def __init__(self, *, dag: date, **kwargs: Any) -> None:
        super().__init__(max_length=200, **kwargs)
        self.dag = dag

    def clean(self, value: Any) -> Any:
        tekst = super().clean(value)
        if not tekst:
            return None
        gevonden = pagina.mensen_zoeken(tekst, self.dag)
        if not gevonden:
            raise forms.ValidationError(self.error_messages["onbekend"], "onbekend")
        if len(gevonden) > 1:
            namen = ", ".join(f"{m.naam} ({m.personeelsnummer})" for m in gevonden[:5])
            raise forms.ValidationError(self.error_messages["meer"], "meer", {"namen": namen})
        return gevonden[0]


class MatchForm(forms.Form):
    """Person, period, fte and the two motivations (R230, R241)."""

    begin = _datum("Vanaf")
    tot_en_met = _datum("Tot en met")
    fte = forms.DecimalField(
        label="Fte", min_value=0, max_value=2, decimal_places=2, max_digits=4,
        help_text="1 fte is een volledige week.",
    )
    motivatie_organisatie = _lang("Wat brengt dit de organisatie?", rijen=3)
    motivatie_persoon = _lang("Hoe past dit bij de medewerker?", rijen=3)
    motivatie_binnen_wachttijd = _lang(
        "Waarom nu al kiezen?", verplicht=False, rijen=3,
        hulp="De reactietijd loopt nog. Anderen kunnen nog reageren.",
    )
    motivatie_niveau = _lang(
        "Waarom buiten het gevraagde niveau?", verplicht=False, rijen=2,
        hulp="Alleen nodig als de schaal van de medewerker niet past bij het gevraagde niveau.",
    )
    versie = forms.IntegerField(widget=forms.HiddenInput, required=False)

    def __init__(
        self, *args: Any, mensen: Any = None, dag: date, in_wachttijd: bool = False,
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        if mensen is None:
            self.fields["medewerker"] = PersoonField(
                label="Medewerker", dag=dag, help_text="Naam of personeelsnummer."
            )
        else:
            self.fields["medewerker"] = forms.ModelChoiceField(
                mensen, label="Medewerker", to_field_name="public_id",
                empty_label="Kies een medewerker",
            )
        if in_wachttijd:
            self.fields["motivatie_binnen_wachttijd"].required = True
        else:
            del self.fields["motivatie_binnen_wachttijd"]
        self.order_fields(["medewerker"])

    def voorstel(self) -> dict[str, Any]:
        return _met_einde(self.cleaned_data)


def _met_einde(gegevens: dict[str, Any]) -> dict[str, Any]:
    gegevens = dict(gegevens)
    gegevens["einde"] = dag_erna(gegevens.pop("tot_en_met", None))
    return gegevens


class InstemmingForm(forms.Form):
    antwoord = forms.ChoiceField(label="Stem je in?", choices=JA_NEE, widget=forms.RadioSelect)
    reden = _lang("Waarom niet?", verplicht=False, rijen=3)

    def __init__(self, *args: Any, als_pmanager: bool = False, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["reden"].help_text = (
            "Nodig als je niet instemt." if als_pmanager
            else "Je hoeft niets uit te leggen; het telt later niet tegen je."
        )

    @property
    def akkoord(self) -> bool:
        return self.cleaned_data["antwoord"] == "ja"


class AogKiezenForm(forms.Form):
    """The choice of the domeindirecteur after the advice (R289)."""

    geadviseerd = forms.ModelChoiceField(
        Medewerker.objects.none(), label="Uit het advies van de matchtafel", required=False,
        widget=forms.RadioSelect, to_field_name="public_id", empty_label="Iemand anders",
    )
    begin = _datum("Vanaf")
    tot_en_met = _datum("Tot en met", hulp="Het einde van de inzet. De rol loopt door.")
    fte = forms.DecimalField(label="Fte", min_value=0, max_value=2, decimal_places=2, max_digits=4)
    afwijking_van_advies = _lang(
        "Waarom niet het advies?", verplicht=False, rijen=3,
        hulp="Alleen nodig als je iemand anders kiest.",
    )
    motivatie_matrix = _lang(
        "Waarom buiten bijlage 3?", verplicht=False, rijen=3,
        hulp="Alleen nodig als functiegroep en schaal daar niet bij de AOG staan.",
    )
    versie = forms.IntegerField(widget=forms.HiddenInput, required=False)

    def __init__(self, *args: Any, geadviseerd: list[int], dag: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["geadviseerd"].queryset = Medewerker.objects.filter(pk__in=geadviseerd)
        self.fields["anders"] = PersoonField(
            label="Of iemand anders", dag=dag, required=False,
            help_text="Naam of personeelsnummer.",
        )
        if not geadviseerd:
            del self.fields["geadviseerd"]
        self.order_fields(["geadviseerd", "anders"])

    def clean(self) -> dict[str, Any]:
        gegevens = super().clean()
        gegevens["medewerker"] = gegevens.get("geadviseerd") or gegevens.get("anders")
        if not gegevens["medewerker"] and "anders" not in self.errors:
            self.add_error("anders", "Kies iemand.")
        return gegevens

    def keuze(self) -> dict[str, Any]:
        gegevens = _met_einde(self.cleaned_data)
        return {k: w for k, w in gegevens.items() if k not in ("geadviseerd", "anders")}


class AanwijzenForm(forms.Form):
    document = forms.FileField(
        label="Ondertekend besluit", required=False,
        help_text="Een PDF. Zonder bestand bewaart Inzet de tekst van het besluit zelf.",
    )


class WervingForm(forms.Form):
    """One of three forms, with a reason (R274, R278, R281, R285)."""

    soort = forms.ChoiceField(
        label="Welke vorm?", choices=WervingSoort.choices, widget=forms.RadioSelect
    )
    reden = forms.ChoiceField(
        label="Waarom werven?", choices=WervingReden.choices, widget=forms.RadioSelect
    )
    motivering = _lang("Waarom past deze vorm?", rijen=3)
    pteam = forms.ModelChoiceField(
        PTeam.objects.none(), label="P-team dat de thuisbasis wordt", to_field_name="public_id",
        empty_label="Kies een P-team", help_text="Je ziet de P-teams die jij leidt.",
    )
    partner = forms.CharField(label="Partner of bureau", max_length=160, required=False)
    begin = _datum("Vanaf", verplicht=False)
    tot_en_met = _datum("Tot en met", verplicht=False, hulp="Nodig bij inlening en inhuur.")
    uitleg_langer_dan_jaar = _lang(
        "Waarom langer dan een jaar?", verplicht=False, rijen=3,
        hulp="Inlening duurt hooguit een jaar. Langer kan alleen met uitleg.",
    )
    vwnw_bekeken = forms.BooleanField(
        label="Ik heb gekeken of van-werk-naar-werkkandidaten passen", required=False
    )
    versie = forms.IntegerField(widget=forms.HiddenInput, required=False)

    def __init__(self, *args: Any, teams: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["pteam"].queryset = teams

    def aanvraag(self) -> dict[str, Any]:
        return _met_einde(self.cleaned_data)


class VrijvalForm(forms.Form):
    vervanging = forms.TypedChoiceField(
        label="Is vervanging nodig?", choices=JA_NEE, coerce=_ja, widget=forms.RadioSelect
    )
    opvang = forms.TypedChoiceField(
        label="Kan het team het werk opvangen?", choices=JA_NEE, coerce=_ja,
        widget=forms.RadioSelect,
    )


class MatchvraagForm(forms.Form):
    plaats = forms.ChoiceField(
        label="Welke plaats?", widget=forms.RadioSelect,
        choices=[k for k in PlaatsSoort.choices if k[0] != PlaatsSoort.TEAM],
    )
    reden = _lang("Waarom is er een nieuwe nodig?", rijen=3)


def competentieregels(procedure: Procedure) -> list[dict[str, Any]]:
    """The asked competenties as the form shows them."""
    return [
        {"competentie": c.competentie_id, "niveau": c.niveau, "vereist": c.vereist}
        for c in pagina.competenties_van(procedure.matchvraag.tro)
    ]
