"""Who was there: the members of the gremium, and perhaps guests by name or e-mail (R091, R105)."""

from typing import Any

from django import forms

from config.kern.enums import Kant
from config.kern.models import Aanwezige
from pdomein.models import Medewerker
from register.queries.gremium import Lid


class AanwezigheidForm(forms.Form):
    leden = forms.MultipleChoiceField(
        label="Wie waren erbij?", widget=forms.CheckboxSelectMultiple, required=False
    )
    gasten = forms.CharField(
        label="Gasten", required=False, max_length=2000,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="Eén e-mailadres per regel, bijvoorbeeld van een P-manager of een AOG.",
    )

    def __init__(
        self, *args: Any, leden: list[Lid], aanwezigen: list[Aanwezige], **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self._leden = {
            str(lid.medewerker.gebruiker_id): lid for lid in leden if lid.medewerker.gebruiker_id
        }
        self.fields["leden"].choices = [
            (sleutel, f"{lid.medewerker.naam} ({lid.hoedanigheid})")
            for sleutel, lid in self._leden.items()
        ]
        er = {str(a.gebruiker_id) for a in aanwezigen}
        self.initial["leden"] = [s for s in self._leden if s in er]
        self.initial["gasten"] = "\n".join(
            a.gebruiker.email for a in aanwezigen if str(a.gebruiker_id) not in self._leden
        )

    def clean_gasten(self) -> list[Medewerker]:
        adressen = {r.strip().lower() for r in self.cleaned_data["gasten"].splitlines()} - {""}
        gevonden = {
            m.gebruiker.email.lower(): m
            for m in Medewerker.objects.select_related("gebruiker").filter(
                gebruiker__email__in=adressen
            )
        }
        if mist := sorted(adressen - gevonden.keys()):
            raise forms.ValidationError(f"Deze collega's zijn niet gevonden: {', '.join(mist)}.")
        return list(gevonden.values())

    def aanwezigen(self) -> list[tuple[int, str, str]]:
        leden = [self._leden[s] for s in self.cleaned_data["leden"]]
        return [
            (lid.medewerker.gebruiker_id, lid.kant, lid.hoedanigheid) for lid in leden
        ] + [
            (gast.gebruiker_id, Kant.ONDERSTEUNING, gast.functie or "gast")
            for gast in self.cleaned_data["gasten"]
        ]
