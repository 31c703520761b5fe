"""Input for deputising, passing on, inzet, corrections, many questions at once and extracts."""

from typing import Any

from django import forms

from config.kern.vorm import DatumInput
from register.enums import Teamrol
from register.forms import BesluitField, MetPersoon, OpdrachtField
from register.models import Bevoegdheid
from register.rules.controle import MAX_BYTES

EERSTE_DAG_NIET_MEER = "De eerste dag niet meer"


def _dag(label: str, **opties: Any) -> forms.DateField:
    return forms.DateField(label=label, widget=DatumInput, **opties)


def _tekst(label: str, **opties: Any) -> forms.CharField:
    opties.setdefault("max_length", 500)
    return forms.CharField(label=label, widget=forms.Textarea(attrs={"rows": 2}), **opties)


def _bedrag(label: str, **opties: Any) -> forms.DecimalField:
    return forms.DecimalField(
        label=label, required=False, min_value=0, max_digits=14, decimal_places=2, **opties
    )


class RolOverdragenForm(MetPersoon):
    per = _dag("De ander stopt per", help_text="De eerste dag dat de ander de rol niet meer heeft")
    begin = _dag(
        "De opvolger begint op", required=False, help_text="Leeg: op dezelfde dag, zonder gat"
    )
    gat_toelichting = _tekst("Waarom is er een gat?", required=False, max_length=250)
    besluit = BesluitField()
    reden = _tekst("Reden", max_length=250)
    uitzondering = _tekst("Uitleg bij een uitzondering", required=False, max_length=250)
    field_order = [
        "persoon", "persoon_id", "per", "begin", "gat_toelichting", "besluit", "reden",
        "uitzondering",
    ]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["persoon"].label = "Opvolger"


class WaarnemingForm(MetPersoon):
    begin = _dag("Vanaf")
    einde = _dag("Tot", required=False, help_text=f"{EERSTE_DAG_NIET_MEER}; dan stopt het vanzelf")
    besluit = BesluitField()
    uitzondering = _tekst("Uitleg bij een uitzondering", required=False, max_length=250)
    field_order = ["persoon", "persoon_id", "begin", "einde", "besluit", "uitzondering"]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["persoon"].label = "Wie neemt waar?"


def _fte(label: str = "Inzet (fte)") -> forms.DecimalField:
    return forms.DecimalField(
        label=label, max_digits=4, decimal_places=3, min_value=0, max_value=2,
        help_text="Bijvoorbeeld 0,4",
    )


class InzetVastleggenForm(MetPersoon):
    opdracht = OpdrachtField(label="Opdracht", help_text="Code of titel")
    teamrol = forms.ChoiceField(label="Rol in het team", choices=Teamrol.choices)
    fte = _fte()
    begin = _dag("Vanaf")
    einde = _dag("Tot", required=False, help_text=EERSTE_DAG_NIET_MEER)
    resultaat = forms.CharField(label="Afgesproken resultaat", required=False, max_length=250)
    besluit = BesluitField()
    field_order = [
        "persoon", "persoon_id", "opdracht", "teamrol", "fte", "begin", "einde", "resultaat",
        "besluit",
    ]


class InzetCorrigerenForm(forms.Form):
    fte = _fte("Had moeten zijn (fte)")
    begin = _dag("Had moeten gelden vanaf")
    einde = _dag("Tot", required=False, help_text=EERSTE_DAG_NIET_MEER)
    besluit = BesluitField()
    reden = _tekst("Wat was er fout?")


class CorrectieAfwijzenForm(forms.Form):
    toelichting = _tekst("Waarom gaat de correctie niet door?")


class OndermandaatForm(MetPersoon):
    artikel = forms.ChoiceField(label="Welke bevoegdheid?")
    limiet_euro = _bedrag(
        "Tot en met (euro)", help_text="Leeg: zo ver als de mandaatregeling toelaat"
    )
    begin = _dag("Vanaf")
    einde = _dag("Tot", required=False, help_text=EERSTE_DAG_NIET_MEER)
    besluit = BesluitField(required=False)
    field_order = [
        "persoon", "persoon_id", "artikel", "limiet_euro", "begin", "einde", "besluit",
    ]

    def __init__(
        self, *args: Any, regels: list[Bevoegdheid], is_gever: bool, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.fields["persoon"].label = "Aan wie?"
        self.fields["artikel"].choices = [
            (r.artikel, f"{r.artikel}: {r.omschrijving}") for r in regels
        ]
        if is_gever:
            self.fields["besluit"].help_text = "Leeg: jij neemt het besluit nu zelf"


class OndermandaatIntrekkenForm(forms.Form):
    per = _dag("Eindigt per", help_text=EERSTE_DAG_NIET_MEER)
    reden = _tekst("Reden")
    besluit = BesluitField(required=False)

    def __init__(self, *args: Any, is_gever: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if is_gever:
            self.fields["besluit"].help_text = "Leeg: jij neemt het besluit nu zelf"


class BestandForm(forms.Form):
    """A file of payments; without script the answer is a page or a file."""

    SAMENVATTING, BESTAND = "samenvatting", "bestand"

    bestand = forms.FileField(
        label="Bestand met betalingen", help_text="CSV met puntkomma’s, of XLSX; hooguit 5 MB",
        widget=forms.FileInput(attrs={"accept": ".csv,.xlsx"}),
    )
    kennis = _dag("Zoals bekend op", required=False, help_text="Leeg: wat we nu weten")
    uitvoer = forms.ChoiceField(
        label="Wat wil je zien?", widget=forms.RadioSelect, initial=SAMENVATTING,
        choices=[(SAMENVATTING, "De samenvatting op deze pagina"),
                 (BESTAND, "Alle antwoorden als bestand (CSV)")],
    )

    def clean_bestand(self) -> Any:
        bestand = self.cleaned_data["bestand"]
        if bestand.size > MAX_BYTES:
            raise forms.ValidationError("Het bestand is groter dan 5 MB. Splits het op.")
        return bestand


class UittrekselCodeForm(forms.Form):
    code = forms.CharField(label="Verificatiecode", max_length=24, help_text="Zoals ABCD-EFGH-…")

    def clean_code(self) -> str:
        kaal = "".join(t for t in self.cleaned_data["code"].upper() if t.isalnum())
        return "-".join(kaal[i : i + 4] for i in range(0, len(kaal), 4))


class UittrekselVergelijkForm(forms.Form):
    """What the holder reads on the paper."""

    persoon = forms.CharField(label="Naam op het uittreksel", max_length=200)
    opdracht = forms.CharField(
        label="Opdracht op het uittreksel", max_length=250, help_text="Code of titel"
    )
    op = _dag("Dag op het uittreksel")
