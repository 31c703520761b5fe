"""What somebody can do with an opdracht now: each act with its address or the reason why not."""

from dataclasses import dataclass
from datetime import date

from django.urls import reverse

from config.kern.actor import Actor
from config.kern.fouten import Beletsel
from opgaven import rules
from opgaven.enums import OpdrachtStatus as S
from opgaven.levensloop import HOOFDLIJN, VOLGENDE, VOORBEREIDING
from opgaven.models import Opdracht, Programmering
from opgaven.queries import heeft_open_scope, open_deelopdrachten
from opgaven.queries.sturing import geldende_kaders, open_einden


@dataclass(frozen=True, slots=True)
class Handeling:
    tekst: str
    url: str
    beletsel: Beletsel | None = None
    soort: str = "gewoon"
    icoon: str = ""


@dataclass(frozen=True, slots=True)
class Kansen:
    """The next step, who is to move, the act that takes it, and what else may be done."""

    stap: str
    wie: str
    hoofd: Handeling | None
    verder: list[Handeling]
    per_deel: dict[str, Handeling]

    @property
    def deel(self) -> dict[str, Handeling]:
        """By a name that a template can spell."""
        return {naam.replace("-", "_"): kans for naam, kans in self.per_deel.items()}


def kansen_van(opdracht: Opdracht, punt: Programmering | None, door: Actor, op: date) -> Kansen:
    stap, wie = VOLGENDE[S(opdracht.status)]
    if opdracht.status == S.GETOETST and punt is not None:
        stap, wie = "De besluitenlijst vaststellen", "de voorzitter van het programmeerberaad"
    if opdracht.status == S.GEPROGRAMMEERD and opdracht.label == "stabiel":
        stap, wie = "Bemensen via het jaarplan van een P-team", "de AOG en de P-managers"
    alle = _handelingen(opdracht, punt is not None, door, op)
    hoofd = _hoofd(opdracht, punt, alle)
    return Kansen(
        stap, wie, hoofd, [h for n, h in alle.items() if h is not hoofd and n in VERDER[_deel(
            opdracht
        )]], alle,
    )


def _deel(opdracht: Opdracht) -> str:
    if opdracht.status in VOORBEREIDING:
        return "voorbereiding"
    return "afgelopen" if opdracht.status in (S.GEDECHARGEERD, S.GESCHRAPT) else "lopend"


# Acts beside the main one, by part of the life of an opdracht.
VERDER: dict[str, tuple[str, ...]] = {
    "voorbereiding": ("wijzigen", "profiel-vaststellen", "profiel-heropenen", "schrappen"),
    "lopend": ("opleveren", "dechargeren", "temporiseren", "hervatten", "schrappen"),
    "afgelopen": (),
}
HOOFD: dict[S, str] = {
    S.CONCEPT: "profiel-vaststellen", S.GETOETST: "agenderen", S.IN_UITVOERING: "opleveren",
    S.OPGELEVERD: "dechargeren", S.GETEMPORISEERD: "hervatten",
}


def _hoofd(
    opdracht: Opdracht, punt: Programmering | None, alle: dict[str, Handeling]
) -> Handeling | None:
    if opdracht.status == S.PROFIEL_VASTGESTELD:
        return alle["toetsen"]
    if opdracht.status == S.GETOETST and punt is not None and punt.besluit.besluitenlijst:
        lijst = punt.besluit.besluitenlijst
        return Handeling(
            "Naar de besluitenlijst", reverse("opgaven:besluitenlijst", args=[lijst.public_id]),
            soort="primair",
        )
    return alle.get(HOOFD.get(S(opdracht.status), ""))


def _handelingen(
    opdracht: Opdracht, op_lijst: bool, door: Actor, op: date
) -> dict[str, Handeling]:
    met = {"opdracht": opdracht, "door": door}
    dag = {**met, "op": op}
    lijst = {**dag, "staat_op_lijst": op_lijst}
    status = S(opdracht.status)
    kaders, delen = geldende_kaders(opdracht), open_deelopdrachten(opdracht)
    rijen: list[tuple[str, str, Beletsel | None, str]] = [
        ("wijzigen", "Profiel wijzigen", rules.beletsel_opdracht_wijzigen(**dag), "gewoon"),
        ("profiel-vaststellen", "Profiel vaststellen",
         rules.beletsel_opdracht_profiel_vaststellen(**dag), "primair"),
        ("profiel-heropenen", "Profiel heropenen",
         rules.beletsel_opdracht_profiel_heropenen(**lijst), "gewoon"),
        ("toetsen", "Toetsen", rules.beletsel_opdracht_toetsen(**met, staat_op_lijst=op_lijst),
         "primair"),
        ("agenderen", "Op een besluitenlijst zetten", rules.beletsel_opdracht_agenderen(**lijst),
         "primair"),
        ("opleveren", "Opgeleverd melden", rules.beletsel_opdracht_opleveren(**met), "primair"),
        ("dechargeren", "Decharge verlenen", rules.beletsel_opdracht_dechargeren(
            **dag, is_einde=status != S.IN_UITVOERING, open_delen=delen,
            einden=open_einden(opdracht) if status == S.OPGELEVERD else [],
        ), "primair" if status == S.OPGELEVERD else "gewoon"),
        ("temporiseren", "Temporiseren", rules.beletsel_opdracht_temporiseren(
            **dag, kaders=kaders), "gewoon"),
        ("hervatten", "Hervatten", rules.beletsel_opdracht_hervatten(**dag), "primair"),
        ("schrappen", "Schrappen", rules.beletsel_opdracht_schrappen(
            **lijst, kaders=kaders, open_delen=delen), "gevaar"),
        ("scope-voorstellen", "Scope voorstellen",
         rules.beletsel_scope_voorstellen(**dag, is_open=heeft_open_scope(opdracht)), "gewoon"),
        ("capaciteitsvraag-vastleggen", "Capaciteitsvraag toevoegen",
         rules.beletsel_capaciteitsvraag_vastleggen(**lijst), "gewoon"),
        ("mijlpaal-toevoegen", "Mijlpaal toevoegen", rules.beletsel_mijlpaal_toevoegen(**dag),
         "gewoon"),
        ("risico-toevoegen", "Risico toevoegen", rules.beletsel_risico_toevoegen(**dag), "gewoon"),
        ("deelopdracht-aanmaken", "Deelopdracht maken",
         rules.beletsel_deelopdracht_aanmaken(bovenliggende=opdracht, door=door), "gewoon"),
    ]
    uit = {}
    for naam, tekst, beletsel, soort in rijen:
        url = f"{reverse('opgaven:opdracht', args=[opdracht.public_id])}#toets"
        if naam != "toetsen":
            url = reverse(f"opgaven:{naam}", args=[opdracht.public_id])
        uit[naam] = Handeling(tekst, url, beletsel, soort)
    return _passend(uit, status)


def _passend(alle: dict[str, Handeling], status: S) -> dict[str, Handeling]:
    """Leave out acts that never fit this status: the way back shows only when there is one."""
    weg = set()
    if status == S.CONCEPT:
        weg |= {"profiel-heropenen"}
    elif status in VOORBEREIDING:
        weg |= {"profiel-vaststellen", "wijzigen"}
    if status == S.GETEMPORISEERD:
        weg |= {"temporiseren", "opleveren", "dechargeren"}
    else:
        weg |= {"hervatten"}
    if status == S.OPGELEVERD:
        weg |= {"opleveren", "temporiseren", "schrappen"}
    if status in (S.GEPROGRAMMEERD, S.BEMENSING):
        weg |= {"opleveren", "dechargeren"}
    return {n: h for n, h in alle.items() if n not in weg}


def stappen_van(opdracht: Opdracht) -> list[tuple[str, str]]:
    """The main line as a progress bar."""
    status = S(opdracht.status)
    bereikt = status
    if status in (S.GETEMPORISEERD, S.GESCHRAPT):
        laatste = next((o for o in opdracht.statusovergangen.all() if o.naar == status), None)
        van = S(laatste.van) if laatste else S.CONCEPT
        bereikt = van if van in HOOFDLIJN else S.CONCEPT
    plek = HOOFDLIJN.index(bereikt)
    nu = "nu" if bereikt is status else "gestopt"
    return [
        (stap.label, "gedaan" if n < plek else nu if n == plek else "straks")
        for n, stap in enumerate(HOOFDLIJN)
    ]
