"""Forms of learning agreements, the obligatory package and the budget."""

from typing import Any

from django import forms

from config.kern.vorm import DatumInput
from pdomein.enums import Functiegroep
from pdomein.enums_leren import Leerroute, Leersoort, Leervorm
from pdomein.rules.pppkring import GEEN_GEZONDHEID


class AfspraakForm(forms.Form):
    doel = forms.CharField(
        label="Wat ga je leren?", max_length=250,
        help_text=f"Eén zin, alleen de afspraak. {GEEN_GEZONDHEID}",
    )
    vorm = forms.ChoiceField(
        label="Hoe leer je dit?", choices=Leervorm, widget=forms.RadioSelect,
        help_text="In de regel leer je 70% door te doen, 20% door feedback en coaching en 10% "
        "door training.",
    )
    route = forms.ChoiceField(label="Waar leer je dit?", choices=Leerroute)
    soort = forms.ChoiceField(
        label="Is dit verplicht?", choices=Leersoort, initial=Leersoort.VRIJ,
        widget=forms.RadioSelect,
    )
    thema = forms.ChoiceField(label="Leerthema", required=False)
    competentie = forms.ChoiceField(
        label="Welke competentie groeit hiervan?", required=False
    )
    begin = forms.DateField(label="Vanaf", widget=DatumInput)
    klaar_op = forms.DateField(label="Klaar op", widget=DatumInput)
    uren = forms.DecimalField(
        label="Hoeveel uur van je ontwikkeltijd?", min_value=0, max_value=2000, decimal_places=1,
        initial=0,
    )
    goede_gesprek_op = forms.DateField(
        label="Besproken in het goede gesprek van", required=False, widget=DatumInput,
        help_text="Alleen de datum. Wat er besproken is, staat niet in dit programma.",
    )
    academie_code = forms.CharField(
        label="Cursuscode van de Academie", required=False, max_length=60
    )
    academie_url = forms.URLField(
        label="Adres bij de Academie", required=False, max_length=200, assume_scheme="https"
    )

    def __init__(
        self, *args: Any, themas: list[Any], competenties: list[Any], **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.fields["thema"].choices = [("", "Geen thema"), *themas]
        self.fields["competentie"].choices = [("", "Geen competentie"), *competenties]


class AfsluitenForm(forms.Form):
    uitkomst = forms.ChoiceField(
        label="Hoe sluit je af?", widget=forms.RadioSelect, initial="gedaan",
        choices=[("gedaan", "Het is gedaan"), ("vervallen", "Het gaat niet door")],
    )
    evaluatie = forms.CharField(
        label="Wat heeft het opgeleverd?", required=False, max_length=1000,
        widget=forms.Textarea(attrs={"rows": 4}), help_text=GEEN_GEZONDHEID,
    )


class BudgetForm(forms.Form):
    budget = forms.DecimalField(
        label="Opleidingsbudget in euro", required=False, min_value=0, max_value=250_000,
        decimal_places=2, help_text="Laat leeg als er geen budget bij hoort.",
    )


class BasisonderdeelForm(forms.Form):
    naam = forms.CharField(label="Wat moet iedereen leren?", max_length=200)
    thema = forms.ChoiceField(label="Leerthema", required=False)
    functiegroep = forms.ChoiceField(
        label="Voor welke functiegroep?", required=False,
        choices=[("", "Alle functiegroepen"), *Functiegroep.choices],
    )
    professie = forms.ChoiceField(label="Voor welk vak?", required=False)
    academie_code = forms.CharField(
        label="Cursuscode van de Academie", required=False, max_length=60
    )

    def __init__(self, *args: Any, themas: list[Any], vakken: list[Any], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["thema"].choices = [("", "Geen thema"), *themas]
        self.fields["professie"].choices = [("", "Alle vakken"), *vakken]
