"""The shape of the plans for changing P-teams, one form for each of the four acts (R173)."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Any

from django import forms

from config.kern.vorm import DatumInput
from pdomein.enums import Antwoord, Initiatief, Splitsgrond, WijzigingSoort
from pdomein.models import Medewerker, PTeam, Teamwijziging, WijzigingTeam
from pdomein.teamwijziging import MAX_NIEUW, Doel

Keuzes = list[tuple[Any, Any]]


def teamkeuzes(teams: Iterable[PTeam]) -> Keuzes:
    """Teams under the name of their domain."""
    per_domein: dict[str, Keuzes] = defaultdict(list)
    for team in teams:
        per_domein[team.domein.naam].append((str(team.public_id), team.naam))
    return [("", "Kies een P-team"), *sorted(per_domein.items())]


def _soort(soort: WijzigingSoort) -> forms.CharField:
    """Which act a form on the page belongs to."""
    widget = forms.HiddenInput(attrs={"id": f"soort-{soort.value}"})
    return forms.CharField(initial=soort.value, widget=widget)


class SamenvoegenForm(forms.Form):
    """With which teams; two others is enough for one plan."""

    soort = _soort(WijzigingSoort.SAMENVOEGEN)
    met_1 = forms.ChoiceField(label="Met welk team?")
    met_2 = forms.ChoiceField(label="En met welk team nog meer?", required=False)

    def __init__(self, *args: Any, teams: Sequence[PTeam], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.bekend = {str(t.public_id): t for t in teams}
        for naam in ("met_1", "met_2"):
            self.fields[naam].choices = teamkeuzes(teams)

    def gekozen(self) -> list[PTeam]:
        waarden = dict.fromkeys(self.cleaned_data[n] for n in ("met_1", "met_2"))
        return [self.bekend[w] for w in waarden if w]


class LidKiezenForm(forms.Form):
    soort = _soort(WijzigingSoort.OVERSTAPPEN)
    medewerker = forms.ChoiceField(label="Wie gaat naar een ander team?")

    def __init__(self, *args: Any, leden: Iterable[Medewerker], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.bekend = {str(m.public_id): m for m in leden}
        self.fields["medewerker"].choices = [
            ("", "Kies een collega"), *((k, m.naam) for k, m in self.bekend.items())
        ]

    def gekozen(self) -> Medewerker:
        return self.bekend[self.cleaned_data["medewerker"]]


class PlanForm(forms.Form):
    """When and why; each act adds the teams that people go to."""

    ingangsdatum = forms.DateField(
        label="Vanaf welke dag?", widget=DatumInput,
        help_text="Op die dag gaat het vanzelf in. Tot die dag kun je het intrekken.",
    )
    reden = forms.CharField(
        label="Waarom?", max_length=250, required=False, widget=forms.Textarea(attrs={"rows": 3}),
        help_text="Alle betrokkenen lezen dit.",
    )

    def __init__(
        self, *args: Any, wijziging: Teamwijziging, teams: Sequence[PTeam],
        mensen: Sequence[Medewerker], **kwargs: Any,
    ) -> None:
        kwargs.setdefault("initial", {
            "ingangsdatum": wijziging.ingangsdatum, "reden": wijziging.reden,
            "grond": wijziging.grond,
        })
        super().__init__(*args, **kwargs)
        self.wijziging = wijziging
        self.teams = {str(t.public_id): t for t in teams}
        self.mensen = {str(m.public_id): m for m in mensen}
        self.velden_erbij(wijziging.doelteams)

    def velden_erbij(self, doelen: Sequence[WijzigingTeam]) -> None:
        raise NotImplementedError

    def doelen(self) -> list[Doel]:
        raise NotImplementedError

    def plan(self) -> dict[str, Any]:
        """What the command wants to know."""
        gegevens = self.cleaned_data
        return {
            "ingangsdatum": gegevens["ingangsdatum"], "reden": gegevens["reden"],
            "grond": gegevens.get("grond", ""), "doelen": self.doelen(),
        }

    def team_erbij(self, naam: str, label: str, verplicht: bool, begin: str = "") -> None:
        self.fields[naam] = forms.ChoiceField(
            label=label, required=verplicht, initial=begin, choices=teamkeuzes(self.teams.values())
        )

    def pmanager_erbij(
        self, achter: str, label: str, verplicht: bool, doel: WijzigingTeam | None
    ) -> None:
        self.fields[f"pmanager{achter}"] = forms.ChoiceField(
            label=label, required=verplicht,
            initial=str(doel.pmanager.public_id) if doel and doel.pmanager else "",
            choices=[("", "Kies een collega"), *((k, m.naam) for k, m in self.mensen.items())],
        )
        self.fields[f"pct{achter}"] = forms.IntegerField(
            label="Hoeveel van de tijd is voor P-management (%)?", min_value=25, max_value=100,
            required=False, initial=doel.pct if doel else 25,
            help_text="Minstens 25%. Wie al P-manager is, houdt het aandeel dat al geldt.",
        )

    def pmanager(self, achter: str) -> dict[str, Any]:
        wie = self.mensen.get(self.cleaned_data.get(f"pmanager{achter}") or "")
        return {"pmanager": wie, "pct": self.cleaned_data.get(f"pct{achter}") or 25}


class OpheffenPlanForm(PlanForm):
    def velden_erbij(self, doelen: Sequence[WijzigingTeam]) -> None:
        labels = ("Naar welk team gaan de mensen?", "Tweede team", "Derde team", "Vierde team")
        for n, label in enumerate(labels):
            begin = str(doelen[n].pteam.public_id) if n < len(doelen) else ""
            self.team_erbij(f"doel_{n + 1}", label, n == 0, begin)
        self.fields["doel_1"].help_text = (
            "Wie na het besluit nog in het team komt, gaat ook hierheen."
        )

    def doelen(self) -> list[Doel]:
        gekozen = dict.fromkeys(self.cleaned_data[f"doel_{n}"] for n in range(1, 5))
        return [Doel(self.teams[k]) for k in gekozen if k]


class OverstappenPlanForm(PlanForm):
    def velden_erbij(self, doelen: Sequence[WijzigingTeam]) -> None:
        if self.wijziging.initiatief == Initiatief.ORGANISATIE:
            self.fields["reden"].required = True
        begin = str(doelen[0].pteam.public_id) if doelen else ""
        self.team_erbij("doel", "Naar welk team?", True, begin)

    def doelen(self) -> list[Doel]:
        return [Doel(self.teams[self.cleaned_data["doel"]])]


class SamenvoegenPlanForm(PlanForm):
    def velden_erbij(self, doelen: Sequence[WijzigingTeam]) -> None:
        self.fields["reden"].required = True
        doel = doelen[0] if doelen else None
        van = [t.pteam for t in self.wijziging.vertrekteams]
        self.van = {str(t.public_id): t for t in van}
        self.fields["doel"] = forms.ChoiceField(
            label="Welk team gaat door?", widget=forms.RadioSelect,
            choices=[(k, t.naam) for k, t in self.van.items()],
            initial=str(doel.pteam.public_id) if doel else "",
        )
        self.fields["naam"] = forms.CharField(
            label="Nieuwe naam van het team", max_length=120, required=False,
            initial=doel.naam if doel else "",
        )
        self.pmanager_erbij("", "P-manager, als dat iemand anders wordt", False, doel)

    def doelen(self) -> list[Doel]:
        team = self.van[self.cleaned_data["doel"]]
        return [Doel(team, self.cleaned_data["naam"].strip(), **self.pmanager(""))]


class SplitsenPlanForm(PlanForm):
    def velden_erbij(self, doelen: Sequence[WijzigingTeam]) -> None:
        self.fields["reden"].required = True
        self.fields["grond"] = forms.ChoiceField(
            label="Waarop splits je het team?", choices=Splitsgrond, widget=forms.RadioSelect,
            initial=self.wijziging.grond,
        )
        nieuw = [d for d in doelen if d.naam]
        namen = ("eerste", "tweede", "derde")[:MAX_NIEUW]
        for n, welk in enumerate(namen):
            doel = nieuw[n] if n < len(nieuw) else None
            self.fields[f"naam_{n + 1}"] = forms.CharField(
                label=f"Naam van het {welk} nieuwe team", max_length=120, required=n == 0,
                initial=doel.naam if doel else "",
            )
            self.pmanager_erbij(f"_{n + 1}", "P-manager van dit nieuwe team", n == 0, doel)

    def doelen(self) -> list[Doel]:
        uit = [Doel(self.wijziging.vertrekteams[0].pteam)]
        for n in range(1, MAX_NIEUW + 1):
            if naam := self.cleaned_data[f"naam_{n}"].strip():
                uit.append(Doel(naam=naam, **self.pmanager(f"_{n}")))
        return uit


PLANFORMS: dict[str, type[PlanForm]] = {
    WijzigingSoort.OPHEFFEN: OpheffenPlanForm,
    WijzigingSoort.SAMENVOEGEN: SamenvoegenPlanForm,
    WijzigingSoort.SPLITSEN: SplitsenPlanForm,
    WijzigingSoort.OVERSTAPPEN: OverstappenPlanForm,
}


class VerdelenForm(forms.Form):
    """One choice for each person; who stays needs none, else empty is "not yet"."""

    def __init__(
        self, *args: Any, leden: Sequence[Medewerker], doelen: Sequence[WijzigingTeam],
        nu: dict[int, WijzigingTeam], blijft: bool, **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        self.leden = {f"lid_{m.public_id}": m for m in leden}
        self.bekend = {d.sleutel: d for d in doelen}
        leeg = [] if blijft else [("", "Nog niet gekozen")]
        keuzes = [*leeg, *((k, str(d)) for k, d in self.bekend.items())]
        for naam, lid in self.leden.items():
            gekozen = nu.get(lid.pk)
            self.fields[naam] = forms.ChoiceField(
                label=lid.naam, choices=keuzes, required=blijft,
                initial=gekozen.sleutel if gekozen else "",
            )

    def verdeling(self) -> dict[Medewerker, WijzigingTeam]:
        return {
            lid: self.bekend[waarde]
            for naam, lid in self.leden.items()
            if (waarde := self.cleaned_data[naam])
        }


class RaadplegingForm(forms.Form):
    antwoord = forms.ChoiceField(label="Wat is het antwoord?", widget=forms.RadioSelect)
    toelichting = forms.CharField(
        label="Toelichting", max_length=500, required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="Verplicht als het antwoord oneens is. Alle betrokkenen lezen dit.",
    )

    def __init__(self, *args: Any, voor_ander: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        mag = [Antwoord.EENS, Antwoord.ONEENS] + ([Antwoord.NIET_BEREIKT] if voor_ander else [])
        self.fields["antwoord"].choices = [(a.value, a.label) for a in mag]


class BesluitForm(forms.Form):
    is_akkoord = forms.TypedChoiceField(
        label="Wat besluit het P-beraad?", choices=[("ja", "Akkoord"), ("nee", "Afwijzen")],
        coerce=lambda waarde: waarde == "ja", widget=forms.RadioSelect,
    )
    motivering = forms.CharField(
        label="Motivering", max_length=4000, required=False,
        widget=forms.Textarea(attrs={"rows": 5}), help_text="Verplicht bij afwijzen.",
    )


class RedenForm(forms.Form):
    reden = forms.CharField(
        label="Waarom?", max_length=250, widget=forms.Textarea(attrs={"rows": 3})
    )

