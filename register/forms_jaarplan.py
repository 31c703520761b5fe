"""Forms of the year plan: what the work asks, what the team gives, what turns out (R056)."""

from datetime import date
from typing import Any

from django import forms

from opgaven.forms.velden import datum, getal, na, tekstvak
from pdomein.models import Medewerker, PTeam


class ToedelingForm(forms.Form):
    pteam = forms.ChoiceField(
        label="Welk P-team?", help_text="Kies het team waar de kennis te vinden is."
    )
    jaar = forms.TypedChoiceField(label="Jaar", coerce=int)
    fte = getal("Capaciteit (fte)", cijfers=6)
    marge_pct = forms.IntegerField(
        label="Marge (%)", min_value=0, max_value=100,
        help_text="Zoveel mag de behoefte hoger of lager uitvallen zonder nieuw overleg.",
    )
    toelichting = tekstvak("Toelichting", rijen=3, required=False)

    def __init__(
        self, *args: Any, pteams: list[PTeam], jaren: list[int], **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self._pteams = {p.code: p for p in pteams}
        self.fields["pteam"].choices = [
            ("", "Kies een P-team"), *((p.code, p.naam) for p in pteams)
        ]
        self.fields["jaar"].choices = [(j, str(j)) for j in jaren]

    def clean_pteam(self) -> PTeam:
        return self._pteams[self.cleaned_data["pteam"]]


class BehoefteForm(forms.Form):
    fte = getal("Wat is er in werkelijkheid nodig (fte)?", cijfers=6)
    toelichting = tekstvak("Waar komt dat door?", rijen=3)


class JaarplaninzetForm(forms.Form):
    medewerker = forms.ChoiceField(label="Wie?")
    fte = getal("Inzet (fte)", cijfers=3)
    begin = datum("Eerste dag")
    einde = datum("Laatste dag")

    def __init__(self, *args: Any, leden: list[tuple[Medewerker, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._leden = {str(m.public_id): m for m, _ in leden}
        self.fields["medewerker"].choices = [
            ("", "Kies een teamlid"),
            *((str(m.public_id), f"{m.naam} ({vrij})") for m, vrij in leden),
        ]

    def clean_medewerker(self) -> Medewerker:
        return self._leden[self.cleaned_data["medewerker"]]

    def clean_einde(self) -> date | None:
        return na(self.cleaned_data["einde"])
