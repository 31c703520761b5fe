"""Forms of requests about own data."""

from django import forms

from pdomein.enums_leren import Verzoekonderwerp, Verzoekstatus

TEKST = {"rows": 3}


class VerzoekForm(forms.Form):
    onderwerp = forms.ChoiceField(label="Waar gaat het over?", choices=Verzoekonderwerp)
    wat_klopt_niet = forms.CharField(
        label="Wat klopt er niet?", max_length=1000, widget=forms.Textarea(attrs=TEKST)
    )
    wat_moet_het_zijn = forms.CharField(
        label="Wat moet het zijn?", max_length=1000, widget=forms.Textarea(attrs=TEKST)
    )


class AntwoordForm(forms.Form):
    status = forms.ChoiceField(
        label="Wat is er besloten?", widget=forms.RadioSelect,
        choices=[
            (Verzoekstatus.DOORGEVOERD.value, "Het is aangepast"),
            (Verzoekstatus.AFGEWEZEN.value, "Het wordt niet aangepast"),
        ],
    )
    antwoord = forms.CharField(
        label="Antwoord aan de medewerker", max_length=1000, widget=forms.Textarea(attrs=TEKST),
        help_text="Zeg wat er is veranderd en waar. Of waarom niet, en waar iemand terecht kan.",
    )
