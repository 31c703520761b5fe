"""Forms about bottlenecks, escalations and ideas (R032, R221, R383)."""

from typing import Any

from django import forms

from opgaven.enums import KnelpuntBron
from opgaven.forms.velden import datum, getal, tekstvak
from opgaven.models import ODomein, Opgave
from pdomein.models import Competentie, Medewerker, Professie, ProfessioneelDomein


class KnelpuntForm(forms.Form):
    titel = forms.CharField(label="Wat is het knelpunt?", max_length=200)
    omschrijving = tekstvak(
        "Toelichting", help_text="Wat mist er, en wat gebeurt er als het blijft?"
    )
    bron = forms.ChoiceField(label="Waar kwam het naar voren?", choices=KnelpuntBron)
    fte = getal("Tekort in fte", cijfers=6)
    professie = forms.ChoiceField(label="Professie", required=False)
    competentie = forms.ChoiceField(label="Competentie", required=False)

    def __init__(
        self, *args: Any, professies: list[Professie], competenties: list[Competentie],
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        self._rijen: dict[str, dict[str, Any]] = {
            "professie": {str(p.public_id): p for p in professies},
            "competentie": {str(c.public_id): c for c in competenties},
        }
        for naam, rijen in self._rijen.items():
            self.fields[naam].choices = [
                ("", "Geen"), *((s, rij.naam) for s, rij in rijen.items())
            ]

    def clean_professie(self) -> Professie | None:
        return self._rijen["professie"].get(self.cleaned_data["professie"])

    def clean_competentie(self) -> Competentie | None:
        return self._rijen["competentie"].get(self.cleaned_data["competentie"])


class AanpakForm(forms.Form):
    aanpak = tekstvak("Wat is de aanpak?")
    eigenaar = forms.EmailField(
        label="Wie pakt het op?", help_text="Het e-mailadres van de collega."
    )
    klaar_voor = datum("Klaar voor")

    def clean_eigenaar(self) -> Medewerker:
        adres = self.cleaned_data["eigenaar"]
        gevonden = Medewerker.objects.filter(gebruiker__email__iexact=adres).first()
        if gevonden is None:
            raise forms.ValidationError("Er is geen collega met dit e-mailadres.")
        return gevonden


class OplossenForm(forms.Form):
    uitkomst = tekstvak("Hoe is het opgelost?")


class EscalatieForm(forms.Form):
    onderwerp = forms.CharField(label="Onderwerp", max_length=200)
    omschrijving = tekstvak("Wat is er aan de hand, en wat heb je al geprobeerd?", rijen=6)
    buiten_scope = forms.BooleanField(
        label="Dit valt buiten de scope, of speelt tussen opdrachten", required=False,
        help_text="Binnen de scope beslist de AOG. Alleen wat daarbuiten valt gaat naar de "
        "domeindirecteur.",
    )


class OpschalenForm(forms.Form):
    reden = tekstvak("Waarom is het hier niet op te lossen?")
    buiten_scope = forms.BooleanField(
        label="Dit valt buiten de scope, of speelt tussen opdrachten", required=False
    )


class SluitenForm(forms.Form):
    uitkomst = tekstvak("Wat is de uitkomst?")
    aog_gehoord_op = datum("AOG gehoord op", required=False)
    bog_gehoord_op = datum("BOG gehoord op", required=False)


class IdeeForm(forms.Form):
    titel = forms.CharField(label="Je idee in één zin", max_length=200)
    voorstel = tekstvak(
        "Wat stel je voor, en waarom?", rijen=8,
        help_text="Wat levert het op, voor wie, en wat is er voor nodig?",
    )
    aan = forms.ChoiceField(label="Aan wie stuur je het?")

    def __init__(
        self, *args: Any, odomeinen: list[ODomein], domeinen: list[ProfessioneelDomein],
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        self._aan: dict[str, dict[str, Any]] = {
            **{f"o-{d.code}": {"odomein": d} for d in odomeinen},
            **{f"p-{d.code}": {"domein": d} for d in domeinen},
        }
        self.fields["aan"].choices = [
            ("", "Kies een directeur"),
            ("Domeindirecteur", [(f"o-{d.code}", d.naam) for d in odomeinen]),
            ("Directeur Mens en Organisatie", [(f"p-{d.code}", d.naam) for d in domeinen]),
        ]

    def adres(self) -> dict[str, Any]:
        return self._aan.get(self.cleaned_data["aan"], {})


class AntwoordForm(forms.Form):
    aannemen = forms.TypedChoiceField(
        label="Neem je het idee aan?", coerce=lambda w: w == "ja", widget=forms.RadioSelect,
        choices=[("ja", "Ja"), ("nee", "Nee")],
    )
    opgave = forms.ChoiceField(
        label="Onder welke opgave?", required=False,
        help_text="Alleen bij ja. De opdracht begint als concept en gaat de gewone weg: profiel, "
        "toets en programmeerberaad.",
    )
    antwoord = tekstvak("Je antwoord", help_text="Dit leest de collega die het idee indiende.")

    def __init__(self, *args: Any, opgaven: list[Opgave], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._opgaven = {str(o.public_id): o for o in opgaven}
        self.fields["opgave"].choices = [
            ("", "Geen"), *((s, f"{o.code} {o.naam}") for s, o in self._opgaven.items())
        ]
        if not opgaven:
            del self.fields["opgave"]

    def clean_opgave(self) -> Opgave | None:
        return self._opgaven.get(self.cleaned_data["opgave"])
