"""Forms of the capacity pages."""

from collections.abc import Sequence
from typing import Any

from django import forms

from pdomein.enums import SPPActie, SPPSoort
from pdomein.models import PTeam


class WerkdrukForm(forms.Form):
    toelichting = forms.CharField(
        label="Wat wil je erbij zeggen?", required=False, max_length=500, strip=True,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="Alleen je P-manager leest dit. Schrijf niets over je gezondheid.",
    )


class SPPAannameForm(forms.Form):
    """What a year will bring; a P-manager speaks for a team, a director for the whole."""

    pteam = forms.ChoiceField(label="Voor wie geldt dit?", required=False)
    soort = forms.ChoiceField(label="Waar gaat het over?", choices=SPPSoort)
    jaar = forms.TypedChoiceField(label="Jaar", coerce=int)
    fte = forms.DecimalField(
        label="Hoeveel fte?", min_value=0, max_digits=7, decimal_places=2, localize=True
    )
    actie = forms.ChoiceField(
        label="Wat gaan we doen?", required=False, choices=[("", "Nog niets"), *SPPActie.choices]
    )
    toelichting = forms.CharField(
        label="Toelichting", required=False, max_length=500,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="Noem ook wat nieuwe techniek hierin verandert.",
    )
    bron = forms.CharField(
        label="Waar komt dit vandaan?", max_length=200,
        help_text="Bijvoorbeeld: gesprek met de opdrachtgevers, 12 mei 2026.",
    )

    def __init__(
        self, *args: Any, jaren: Sequence[int], teams: Sequence[PTeam], mag_geheel: bool,
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        self.teams = {str(t.public_id): t for t in teams}
        geheel = [("", "De hele professie")] if mag_geheel or not teams else []
        self.fields["pteam"].choices = [
            *geheel, *((k, f"P-team {t.naam}") for k, t in self.teams.items())
        ]
        self.fields["jaar"].choices = [(j, str(j)) for j in jaren]

    def clean_pteam(self) -> PTeam | None:
        return self.teams.get(self.cleaned_data["pteam"])


class SPPOpmerkingForm(forms.Form):
    tekst = forms.CharField(
        label="Wat verwacht jij van het werk?", max_length=500,
        widget=forms.Textarea(attrs={"rows": 4}),
    )
