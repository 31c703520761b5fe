"""The shape of what people fill in about vakgenootschappen and vakcirkels."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from django import forms

from pdomein import queries
from pdomein.models import Medewerker, Professie, ProfessioneelDomein, PTeam

MAX_COLLEGAS = 30


class CollegasField(forms.CharField):
    """Colleagues, one on a line, by name or personnel number."""

    def __init__(self, *, dag: date, meer: bool = True, **kwargs: Any) -> None:
        kwargs.setdefault("widget", forms.Textarea(attrs={"rows": 5}))
        super().__init__(max_length=3000, **kwargs)
        self.dag, self.meer = dag, meer

    def clean(self, value: Any) -> list[Medewerker]:
        regels = [r.strip() for r in super().clean(value).splitlines() if r.strip()]
        if len(regels) > (MAX_COLLEGAS if self.meer else 1):
            raise forms.ValidationError("Noem minder collega's.")
        return list({m.pk: m for m in map(self._een, regels)}.values())

    def _een(self, regel: str) -> Medewerker:
        gevonden = queries.collegas_zoeken(regel, self.dag)
        if not gevonden:
            raise forms.ValidationError(f"We vinden niemand met “{regel}”.")
        if len(gevonden) > 1:
            namen = ", ".join(f"{m.naam} ({m.personeelsnummer})" for m in gevonden[:5])
            raise forms.ValidationError(
                f"Bij “{regel}” zijn er meer: {namen}. Gebruik het personeelsnummer."
            )
        return gevonden[0]


class OprichtenForm(forms.Form):
    naam = forms.CharField(label="Naam", max_length=120)
    pteams = forms.MultipleChoiceField(
        label="Welke P-teams horen erbij?", widget=forms.CheckboxSelectMultiple,
        help_text="Minstens twee teams met hetzelfde vak.",
    )

    def __init__(
        self, *args: Any, professie: Professie, pteams: Sequence[PTeam], **kwargs: Any
    ) -> None:
        self.bekend = {str(t.public_id): t for t in pteams}
        kwargs.setdefault("initial", {"naam": professie.naam, "pteams": list(self.bekend)})
        super().__init__(*args, **kwargs)
        self.fields["pteams"].choices = [(k, t.naam) for k, t in self.bekend.items()]

    def clean_pteams(self) -> list[PTeam]:
        return [self.bekend[k] for k in self.cleaned_data["pteams"]]


class TeamErbijForm(forms.Form):
    pteam = forms.ChoiceField(label="Welk P-team komt erbij?")

    def __init__(self, *args: Any, pteams: Sequence[PTeam], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.bekend = {str(t.public_id): t for t in pteams}
        self.fields["pteam"].choices = [
            ("", "Kies een P-team"), *((k, t.naam) for k, t in self.bekend.items())
        ]

    def clean_pteam(self) -> PTeam:
        return self.bekend[self.cleaned_data["pteam"]]


class DeelnemerForm(forms.Form):
    pct = forms.IntegerField(
        label="Welk deel van de tijd gaat naar dit vak (%)?", min_value=1, max_value=49,
        help_text="Minder dan de helft. Is het meer, dan past een overstap beter.",
    )

    def __init__(self, *args: Any, dag: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["medewerker"] = CollegasField(
            dag=dag, meer=False, label="Welke collega?", help_text="Naam of personeelsnummer.",
            widget=forms.TextInput(),
        )
        self.order_fields(["medewerker", "pct"])

    def clean_medewerker(self) -> Medewerker:
        return self.cleaned_data["medewerker"][0]


class NormForm(forms.Form):
    versie = forms.IntegerField(widget=forms.HiddenInput, min_value=0)
    tekst = forms.CharField(
        label="De norm", max_length=20_000, widget=forms.Textarea(attrs={"rows": 14}),
        help_text="Waar kun je ons op aanspreken? Noem ook de normen die het vak vraagt.",
    )


class AfgevaardigdeForm(forms.Form):
    wie = forms.ChoiceField(label="Wie gaat namens het team?")

    def __init__(
        self, *args: Any, leden: Sequence[tuple[PTeam, Medewerker]], **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.bekend = {str(m.public_id): (t, m) for t, m in leden}
        self.fields["wie"].choices = [
            ("", "Kies een collega"),
            *((k, f"{m.naam} ({t.naam})") for k, (t, m) in self.bekend.items()),
        ]

    def gekozen(self) -> dict[str, Any]:
        team, medewerker = self.bekend[self.cleaned_data["wie"]]
        return {"pteam": team, "medewerker": medewerker}


class VakcirkelForm(forms.Form):
    naam = forms.CharField(label="Naam van de vakcirkel", max_length=120)
    doel = forms.CharField(
        label="Wat willen jullie samen ontwikkelen?", max_length=4000,
        widget=forms.Textarea(attrs={"rows": 4}),
    )

    def __init__(self, *args: Any, dag: date, met_groep: bool = False, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["collegas"] = CollegasField(
            dag=dag, label="Wie doen er mee, naast jou?", required=not met_groep,
            help_text="Eén naam of personeelsnummer op een regel.",
        )


class PlanForm(forms.Form):
    plan = forms.CharField(
        label="Het plan", max_length=10_000, widget=forms.Textarea(attrs={"rows": 10}),
        help_text="Wat gaan jullie doen, wanneer, en hoe delen jullie wat je leert?",
    )


class VoordragenForm(forms.Form):
    domein = forms.ChoiceField(label="Bij welk professioneel domein past dit team?")

    def __init__(
        self, *args: Any, domeinen: Sequence[ProfessioneelDomein], **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.bekend = {str(d.public_id): d for d in domeinen}
        self.fields["domein"].choices = [
            ("", "Kies een domein"), *((k, d.naam) for k, d in self.bekend.items())
        ]

    def clean_domein(self) -> ProfessioneelDomein:
        return self.bekend[self.cleaned_data["domein"]]


class VoorstelForm(VoordragenForm):
    naam = forms.CharField(label="Welk vak of kennisgebied?", max_length=120)
    waarom = forms.CharField(
        label="Waarom is dit nodig?", max_length=4000, widget=forms.Textarea(attrs={"rows": 5})
    )

    def __init__(self, *args: Any, dag: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["collegas"] = CollegasField(
            dag=dag, label="Wie doen dit voorstel met jou?",
            help_text="Minstens één collega. Eén naam of personeelsnummer op een regel.",
        )
        self.order_fields(["naam", "waarom", "domein", "collegas"])
