"""Input of the register: people and objects are named in words, decisions by their kenmerk."""

from collections.abc import Sequence
from typing import Any

from django import forms

from config.kern import klok
from config.kern.enums import BesluitStatus
from config.kern.models import Besluit
from config.kern.vorm import DatumInput
from opgaven.models import Opdracht
from pdomein.models import Medewerker
from pdomein.personeel import zonder_accenten
from pdomein.queries import pteam_van
from register.domain.inlezen import MODELLEN
from register.enums import ObjectSoort, RolCode
from register.models import Rol

MAX_KEUZES = 8


class MomentForm(forms.Form):
    """The two axes in the head of every page of the register."""

    geldig_op = forms.DateField(label="Geldig op", required=False, widget=DatumInput)
    bekend_op = forms.DateField(label="Bekend op", required=False, widget=DatumInput)


class OpdrachtField(forms.CharField):
    """An opdracht by code or by its whole name."""

    def __init__(self, **opties: Any) -> None:
        super().__init__(max_length=250, **opties)

    def clean(self, value: Any) -> Opdracht | None:
        tekst = super().clean(value)
        if not tekst:
            return None
        rijen = Opdracht.objects.select_related("opgave", "bovenliggende")
        gevonden = rijen.filter(code__iexact=tekst).first()
        if gevonden is None:
            namen = list(rijen.filter(naam__iexact=tekst)[:2])
            gevonden = namen[0] if len(namen) == 1 else None
        if gevonden is None:
            raise forms.ValidationError(
                f"Er is geen opdracht “{tekst}”. Vul de code of de hele titel in."
            )
        return gevonden


class MetPersoon(forms.Form):
    """A person by name; when more people match, a choice appears (works without script)."""

    persoon = forms.CharField(label="Persoon", max_length=200, help_text="Voor- en achternaam")
    persoon_id = forms.ChoiceField(label="Wie bedoel je?", required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._gevonden = self._zoek() if self.is_bound else []
        is_keuze = len(self._gevonden) > 1
        keuzes = [
            (str(m.public_id), _met_team(m) if is_keuze else m.naam) for m in self._gevonden
        ]
        self.fields["persoon_id"].choices = [("", "Kies een persoon"), *keuzes]
        if not is_keuze:
            self.fields["persoon_id"].widget = forms.HiddenInput()

    def _zoek(self) -> list[Medewerker]:
        woorden = zonder_accenten(self.data.get(self.add_prefix("persoon"), "")).split()[:6]
        rijen = Medewerker.objects.order_by("sorteernaam", "pk")
        for woord in woorden:
            rijen = rijen.filter(sorteernaam__contains=woord)
        gevonden = list(rijen[: MAX_KEUZES + 1]) if woorden else []
        gekozen = self.data.get(self.add_prefix("persoon_id"))
        return [m for m in gevonden if str(m.public_id) == gekozen] or gevonden

    def clean_persoon(self) -> Medewerker:
        if not self._gevonden:
            raise forms.ValidationError("Er is niemand met deze naam. Controleer de spelling.")
        if len(self._gevonden) > MAX_KEUZES:
            raise forms.ValidationError(
                "Er zijn veel mensen met deze naam. Vul meer van de naam in."
            )
        if len(self._gevonden) > 1:
            raise forms.ValidationError("Er zijn meer mensen met deze naam. Kies hieronder wie.")
        return self._gevonden[0]


def _met_team(mens: Medewerker) -> str:
    team = pteam_van(mens, klok.vandaag())
    return f"{mens.naam} ({team.naam})" if team else mens.naam


class BevoegdheidForm(MetPersoon):
    """One question: was this person competent, on this day, as known then (R195)?"""

    opdracht = OpdrachtField(label="Opdracht", help_text="Code of titel")
    datum = forms.DateField(label="Op welke dag?", widget=DatumInput)
    kennis = forms.DateField(
        label="Zoals bekend op", required=False, widget=DatumInput,
        help_text="Leeg: wat we nu weten",
    )
    rol = forms.ChoiceField(label="In welke rol?", required=False)
    handeling = forms.ChoiceField(label="Om wat te doen?", required=False)
    bedrag = forms.DecimalField(
        label="Bedrag (euro)", required=False, min_value=0, max_digits=14, decimal_places=2
    )
    field_order = [
        "persoon", "persoon_id", "opdracht", "datum", "kennis", "rol", "handeling", "bedrag",
    ]

    def __init__(self, *args: Any, handelingen: Sequence[str] = (), **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["handeling"].choices = [
            ("", "Geen bepaalde handeling"), *((h, h) for h in handelingen)
        ]
        keuzes = [(c.value, c.label) for c in (RolCode.AOG, RolCode.AON)]
        self.fields["rol"].choices = [("", "Elke rol op de opdracht"), *keuzes]


class BesluitField(forms.CharField):
    """An adopted decision by its kenmerk."""

    def __init__(self, **opties: Any) -> None:
        opties.setdefault("label", "Besluit")
        opties.setdefault("help_text", "Kenmerk van een vastgesteld besluit, zoals B2026-000123")
        super().__init__(max_length=60, **opties)

    def clean(self, value: Any) -> Besluit | None:
        tekst = super().clean(value)
        besluit = (
            Besluit.objects.select_related("document")
            .filter(kenmerk__iexact=tekst, status=BesluitStatus.VASTGESTELD).first()
        )
        if tekst and besluit is None:
            raise forms.ValidationError(
                f"Er is geen vastgesteld besluit “{tekst}”. Zonder besluit geen vermelding."
            )
        return besluit


class RolToewijzenForm(MetPersoon):
    rol = forms.ModelChoiceField(
        Rol.objects.order_by("volgorde"), label="Rol", to_field_name="code",
        empty_label="Kies een rol",
    )
    waarop = forms.CharField(
        label="Waarop", required=False, max_length=250,
        help_text="Code of naam van de opdracht, de opgave, het domein of het gremium. "
        "Leeg bij een rol voor de hele organisatie",
    )
    begin = forms.DateField(label="Vanaf", widget=DatumInput)
    einde = forms.DateField(
        label="Tot", required=False, widget=DatumInput, help_text="De eerste dag niet meer"
    )
    besluit = BesluitField()
    uitzondering = forms.CharField(
        label="Uitleg bij een uitzondering", required=False, max_length=250,
        widget=forms.Textarea(attrs={"rows": 2}),
    )
    field_order = [
        "rol", "persoon", "persoon_id", "waarop", "begin", "einde", "besluit", "uitzondering",
    ]

    def clean(self) -> dict[str, Any]:
        gegevens = super().clean()
        rol, tekst = gegevens.get("rol"), gegevens.get("waarop", "").strip()
        if rol is None or rol.objectsoort == ObjectSoort.GEEN:
            gegevens["op"] = None
            return gegevens
        gegevens["op"] = _object(rol.objectsoort, tekst)
        if gegevens["op"] is None:
            soort = ObjectSoort(rol.objectsoort).label.lower()
            self.add_error("waarop", f"Vul de code of de naam in van: {soort}.")
        return gegevens


def _object(soort: str, tekst: str) -> Any:
    if not tekst:
        return None
    rijen = MODELLEN[soort].objects.order_by("-pk")
    return rijen.filter(code__iexact=tekst).first() or rijen.filter(naam__iexact=tekst).first()


class RolBeeindigenForm(forms.Form):
    per = forms.DateField(
        label="Eindigt per", widget=DatumInput, help_text="De eerste dag dat de rol niet meer geldt"
    )
    besluit = BesluitField()
    reden = forms.CharField(label="Reden", max_length=500, widget=forms.Textarea(attrs={"rows": 3}))


class RolCorrigerenForm(forms.Form):
    begin = forms.DateField(label="Had moeten gelden vanaf", widget=DatumInput)
    einde = forms.DateField(
        label="Tot", required=False, widget=DatumInput, help_text="De eerste dag niet meer"
    )
    besluit = BesluitField()
    reden = forms.CharField(
        label="Wat was er fout?", max_length=500, widget=forms.Textarea(attrs={"rows": 3})
    )
