"""A demand for capacity with the competenties asked (R217)."""

from typing import Any

from django import forms
from django.forms.boundfield import BoundField

from config.kern.vorm import klasse_van
from opgaven.enums import PlaatsSoort
from opgaven.forms.velden import datum, getal, na, voor
from opgaven.models import Capaciteitsvraag
from opgaven.profiel import Vraag
from pdomein.enums import Niveau

MIN_RIJEN, EXTRA_RIJEN, MAX_RIJEN = 4, 2, 15
GEWICHTEN = [(1, "handig"), (2, "belangrijk"), (3, "doorslaggevend")]


class CapaciteitsvraagForm(forms.Form):
    """One kind of place; each competentie is a row, empty rows are skipped."""

    plaats = forms.ChoiceField(label="Voor welke plaats?", choices=PlaatsSoort)
    professie = forms.ChoiceField(label="Professie", required=False)
    omschrijving = forms.CharField(label="Wie zoek je?", max_length=200)
    aantal = forms.IntegerField(label="Aantal plaatsen", min_value=1, max_value=100, initial=1)
    fte = getal("Fte per plaats", cijfers=4)
    schaal_van = forms.IntegerField(label="Schaal van", min_value=1, max_value=18)
    schaal_tot = forms.IntegerField(label="Schaal tot en met", min_value=1, max_value=18)
    begin = datum("Eerste dag")
    einde = datum("Laatste dag", required=False)
    rijen = forms.IntegerField(
        required=False, min_value=1, max_value=MAX_RIJEN, widget=forms.HiddenInput
    )

    def __init__(
        self, *args: Any, professies: list[Any], competenties: list[Any], **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self._professies = {str(p.public_id): p.pk for p in professies}
        self._competenties = {str(c.public_id): c.pk for c in competenties}
        self.fields["professie"].choices = [
            ("", "Geen voorkeur"), *((str(p.public_id), p.naam) for p in professies)
        ]
        keuzes = [("", "Geen"), *((str(c.public_id), c.naam) for c in competenties)]
        self.aantal_rijen = self._aantal_rijen()
        self.initial["rijen"] = self.aantal_rijen
        for n in range(self.aantal_rijen):
            self._rij_toevoegen(n, keuzes)

    def _aantal_rijen(self) -> int:
        bekend = sum(k.startswith("competentie_") for k in self.initial)
        if self.is_bound:
            gestuurd = str(self.data.get("rijen", ""))
            bekend = int(gestuurd) - EXTRA_RIJEN if gestuurd.isdecimal() else bekend
        return max(MIN_RIJEN, min(MAX_RIJEN, bekend + EXTRA_RIJEN))

    def _rij_toevoegen(self, n: int, keuzes: list[tuple[str, str]]) -> None:
        namen = {
            "competentie": f"Competentie {n + 1}", "niveau": f"Niveau van competentie {n + 1}",
            "gewicht": f"Gewicht van competentie {n + 1}",
            "vereist": f"Competentie {n + 1} is vereist",
        }
        velden = {
            "competentie": forms.ChoiceField(choices=keuzes, required=False),
            "niveau": forms.TypedChoiceField(
                choices=Niveau, coerce=int, required=False, initial=3
            ),
            "gewicht": forms.TypedChoiceField(
                choices=GEWICHTEN, coerce=int, required=False, initial=2
            ),
            "vereist": forms.BooleanField(required=False),
        }
        for naam, veld in velden.items():
            veld.label = namen[naam]
            veld.widget.attrs |= {
                "aria-label": namen[naam], "class": klasse_van(veld.widget, False)
            }
            self.fields[f"{naam}_{n}"] = veld

    def vaste_velden(self) -> list[BoundField]:
        return [self[naam] for naam in self.base_fields]

    def competentierijen(self) -> list[list[BoundField]]:
        return [
            [self[f"{naam}_{n}"] for naam in ("competentie", "niveau", "gewicht", "vereist")]
            for n in range(self.aantal_rijen)
        ]

    def vraag(self) -> Vraag:
        gegeven = self.cleaned_data
        return Vraag(
            plaats=gegeven["plaats"], omschrijving=gegeven["omschrijving"],
            aantal=gegeven["aantal"], fte=gegeven["fte"], schaal_van=gegeven["schaal_van"],
            schaal_tot=gegeven["schaal_tot"], begin=gegeven["begin"],
            einde=na(gegeven["einde"]), professie_id=self._professies.get(gegeven["professie"]),
            competenties=tuple(
                (
                    self._competenties[gegeven[f"competentie_{n}"]], gegeven[f"niveau_{n}"] or 3,
                    gegeven[f"gewicht_{n}"] or 2, gegeven[f"vereist_{n}"],
                )
                for n in range(self.aantal_rijen) if gegeven[f"competentie_{n}"]
            ),
        )


def begin_van_vraag(vraag: Capaciteitsvraag) -> dict[str, Any]:
    """What the form of an existing demand starts with."""
    begin: dict[str, Any] = {
        naam: getattr(vraag, naam)
        for naam in ("plaats", "omschrijving", "aantal", "fte", "schaal_van", "schaal_tot", "begin")
    }
    begin["einde"] = voor(vraag.einde)
    begin["professie"] = str(vraag.professie.public_id) if vraag.professie else ""
    for n, gevraagd in enumerate(vraag.competenties.all()):
        begin[f"competentie_{n}"] = str(gevraagd.competentie.public_id)
        begin[f"niveau_{n}"], begin[f"gewicht_{n}"] = gevraagd.niveau, gevraagd.gewicht
        begin[f"vereist_{n}"] = gevraagd.vereist
    return begin
