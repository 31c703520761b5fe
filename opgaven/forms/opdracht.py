"""Forms about one opdracht: profile, scope, toets, milestones, risks (R028, R034, R037, R204)."""

from typing import Any

from django import forms

from opgaven.enums import Label, OpdrachtSoort, Toetsuitkomst
from opgaven.forms.velden import datum, getal, na, tekstvak, voor
from opgaven.models import Opdracht
from opgaven.profiel import OpdrachtProfiel

LABEL_HULP = (
    "Dynamisch: ontwikkelgericht en tijdelijk werk, minder voorspelbaar, vaak bijgesteld, als "
    "project of programma. Stabiel: bedrijfsmatig, beherend of uitvoerend werk, zoals subsidies, "
    "onderhoud of inkoop, in processen die steeds beter worden. Het label zegt alleen hoe de "
    "opdracht bemenst wordt."
)


class OpdrachtForm(forms.Form):
    """The opdrachtprofiel under its five headings; ``versie`` guards against a stale page."""

    versie = forms.IntegerField(required=False, min_value=0, widget=forms.HiddenInput)
    naam = forms.CharField(label="Titel resultaatopdracht", max_length=250)
    label = forms.ChoiceField(
        label="Label", choices=Label, widget=forms.RadioSelect, help_text=LABEL_HULP
    )
    soort = forms.ChoiceField(label="Soort", choices=OpdrachtSoort)
    begrotingscode = forms.CharField(
        label="Begrotingscode", max_length=30, required=False,
        help_text="De code van het (deel)product of de investering in de begroting.",
    )
    motivatie_afwijking_begroting = tekstvak(
        "Waarom is er geen begrotingscode?", rijen=2, required=False,
        help_text="Vul dit in als de opdracht niet als product of investering in de begroting "
        "staat.",
    )
    waarom = tekstvak("Waarom?", required=False, help_text="De aanleiding en het doel.")
    wat = tekstvak("Wat?", required=False, help_text="Wat er gedaan wordt, en wat niet.")
    hoe = tekstvak("Hoe?", required=False, help_text="De aanpak, de fasen en met wie.")
    wie = tekstvak("Wie?", required=False, help_text="Wie er nodig zijn en wat zij kunnen.")
    beoogd_resultaat = tekstvak("Beoogd resultaat", rijen=3, required=False)
    past_in_portefeuille = tekstvak(
        "Hoe past dit in de opdrachtenportefeuille?", rijen=3, required=False,
        help_text="Denk aan opdrachten die hieraan raken en aan de capaciteit.",
    )
    fase = forms.CharField(
        label="Fase van het werk", max_length=60, required=False,
        help_text="Van strategische verkenning tot realisatie.",
    )
    budget_materieel = getal("Materieel budget (euro)", cijfers=14, required=False)
    capaciteit_fte = getal("Capaciteit (fte)", cijfers=6, required=False)
    begin = datum("Eerste dag", required=False)
    einde = datum(
        "Laatste dag", required=False,
        help_text="Een stabiele opdracht mag zonder einddatum, een dynamische niet.",
    )
    prioriteit = forms.TypedChoiceField(
        label="Prioriteit", coerce=int, initial=3,
        choices=[(1, "1 (hoogste)"), (2, "2"), (3, "3"), (4, "4"), (5, "5 (laagste)")],
    )

    def profiel(self) -> OpdrachtProfiel:
        velden = {k: v for k, v in self.cleaned_data.items() if k != "versie"}
        return OpdrachtProfiel(**{**velden, "einde": na(velden["einde"])})


def begin_van(opdracht: Opdracht) -> dict[str, Any]:
    """What the form of an existing opdracht starts with."""
    velden = {naam: getattr(opdracht, naam) for naam in OpdrachtForm.base_fields}
    return {**velden, "einde": voor(opdracht.einde)}


class RedenForm(forms.Form):
    reden = tekstvak("Waarom?", help_text="Dit staat in het besluit en in de geschiedenis.")


class TemporiserenForm(RedenForm):
    vrij_per = datum(
        "Vanaf welke dag is het team vrij?", required=False,
        help_text="Op die dag stopt de inzet van het opdrachtteam in het register. De AOG en de "
        "AON blijven. Laat leeg als het team blijft.",
    )


class DechargeForm(RedenForm):
    is_einde = forms.TypedChoiceField(
        label="Waarvoor verleen je decharge?", coerce=lambda w: w == "einde",
        choices=[
            ("einde", "Einde van de opdracht"),
            ("fase", "Faseovergang: de opdracht gaat door"),
        ],
        widget=forms.RadioSelect,
    )
    fase_naar = forms.CharField(
        label="Naar welke fase gaat de opdracht?", max_length=60, required=False,
        help_text="Alleen bij een faseovergang, bijvoorbeeld: realisatie.",
    )
    field_order = ["is_einde", "fase_naar", "reden"]


class ScopeForm(forms.Form):
    budget_materieel = getal("Materieel budget (euro)", cijfers=14)
    mandaat = tekstvak("Mandaat", help_text="Wat de AOG zelf mag beslissen, tot welk bedrag.")
    strategische_keuzes = tekstvak(
        "Strategische keuzes", help_text="Met het bestuurlijk overleg dat daarbij hoort."
    )


class ScopeBesluitForm(forms.Form):
    akkoord = forms.TypedChoiceField(
        label="Ga je akkoord met deze scope?", coerce=lambda w: w == "ja",
        choices=[("ja", "Ja, dit is de nieuwe scope"), ("nee", "Nee, de oude scope blijft")],
        widget=forms.RadioSelect,
    )
    reden = tekstvak("Toelichting", rijen=3, required=False, help_text="Verplicht bij nee.")


class ToetsForm(forms.Form):
    uitkomst = forms.ChoiceField(
        label="Uitkomst", choices=Toetsuitkomst, widget=forms.RadioSelect
    )
    toelichting = tekstvak(
        "Toelichting", help_text="Wat heb je bekeken, en welke voorwaarden of bezwaren zijn er?"
    )


class MijlpaalForm(forms.Form):
    naam = forms.CharField(label="Mijlpaal", max_length=200)
    datum = datum("Datum")


EEN_TOT_VIJF = [(n, str(n)) for n in range(1, 6)]


class RisicoForm(forms.Form):
    omschrijving = forms.CharField(label="Risico", max_length=250)
    kans = forms.TypedChoiceField(
        label="Kans", coerce=int, choices=EEN_TOT_VIJF, help_text="1 is klein, 5 is groot."
    )
    gevolg = forms.TypedChoiceField(
        label="Gevolg", coerce=int, choices=EEN_TOT_VIJF, help_text="1 is klein, 5 is groot."
    )
    maatregel = forms.CharField(label="Maatregel", max_length=250)
    eigenaar = forms.CharField(
        label="Wie pakt het op?", max_length=120, help_text="Noem een rol, bijvoorbeeld de AON."
    )
