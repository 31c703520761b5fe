"""Facets of the lists: which filters there are, and what they leave over."""

from collections import Counter
from collections.abc import Mapping, Sequence

from django.db.models import QuerySet
from django.http import QueryDict

from config.kern.facetten import Facet, Optie, facet
from config.kern.periode import dag_kort
from pdomein.enums import Antwoord, WijzigingSoort, WijzigingStatus
from pdomein.enums_vak import Oordeel
from pdomein.models import (
    ProfessioneelDomein,
    PTeam,
    PTeamLijstRegel,
    Raadpleging,
    Teamwijziging,
)
from pdomein.queries import PTeamRij
from pdomein.queries.teamplan import STANDEN, Teamplanstand

STATUSSEN = {
    "ok": "Past bij de gewone omvang",
    "te_klein": "Te klein, zonder besluit",
    "te_groot": "Te groot, zonder besluit",
    "uitgelegd": "Uitgelegd met een besluit",
}


def pteam_facetten(
    rijen: Sequence[PTeamRij], vraag: QueryDict, plannen: Mapping[int, Teamplanstand]
) -> tuple[list[Facet], list[PTeamRij]]:
    """Facets with counts, and the teams that the chosen values leave."""
    domeinen, statussen = vraag.getlist("domein"), vraag.getlist("omvang")
    standen = vraag.getlist("teamplan")
    per_plan = Counter(plannen[r.pteam.pk].code for r in rijen)
    per_domein = Counter(r.pteam.domein for r in rijen)
    per_status = Counter(r.omvang.status for r in rijen)
    facetten = [
        facet(
            "domein", "Professioneel domein",
            [(d.code, d.naam, n) for d, n in sorted(
                per_domein.items(), key=lambda paar: (paar[0].volgorde, paar[0].naam)
            )],
            domeinen,
        ),
        facet(
            "omvang", "Omvang",
            [(code, label, per_status[code]) for code, label in STATUSSEN.items()], statussen,
        ),
        facet("teamplan", "Teamplan", [(s.code, s.tekst, per_plan[s.code]) for s in STANDEN],
              standen),
    ]
    over = [
        r for r in rijen
        if (not domeinen or r.pteam.domein.code in domeinen)
        and (not statussen or r.omvang.status in statussen)
        and (not standen or plannen[r.pteam.pk].code in standen)
    ]
    return facetten, over


def facet_van_teams(teams: Sequence[PTeam], gekozen: PTeam | None) -> Facet:
    """The own teams of a P-manager as a filter of one choice."""
    opties = [Optie(t.code, t.naam, None, t == gekozen) for t in teams]
    return Facet("team", "P-team", opties, is_meervoudig=False)


def wijziging_facetten(
    alle: QuerySet[Teamwijziging], per_status: dict[str, int], vraag: QueryDict
) -> tuple[list[Facet], QuerySet[Teamwijziging]]:
    """Changes of teams by where they stand."""
    gekozen = vraag.getlist("stand")
    opties = [(s.value, s.label, per_status[s]) for s in WijzigingStatus if s in per_status]
    if gekozen:
        alle = alle.filter(status__in=[s for s in gekozen if s in WijzigingStatus.values])
    return [facet("stand", "Stand", opties, gekozen)], alle


def wijziging_stappen(
    een: Teamwijziging, raadplegingen: Sequence[Raadpleging], stap: int | None = None,
    is_verdeeld: bool = False,
) -> list[tuple[str, str, str]]:
    """The steps of a change, and where it stands; ``stap`` is the page somebody works on."""
    beantwoord = sum(r.antwoord != Antwoord.OPEN for r in raadplegingen)
    gehoord = f"{beantwoord} van {len(raadplegingen)} gehoord" if raadplegingen else ""
    wanneer = dag_kort(een.ingangsdatum) if een.ingangsdatum else ""
    namen = [("Plan", ""), ("Overleg", gehoord), ("Besluit", ""), ("Gaat in", wanneer)]
    if een.soort in (WijzigingSoort.OPHEFFEN, WijzigingSoort.SPLITSEN):
        namen.insert(1, ("Verdeling", ""))
    overleg = len(namen) - 3
    waar = {
        WijzigingStatus.CONCEPT: (overleg - (not is_verdeeld) if een.doelteams else 0),
        WijzigingStatus.VOORGELEGD: overleg + (bool(raadplegingen)
                                              and beantwoord == len(raadplegingen)),
        WijzigingStatus.BESLOTEN: len(namen) - 1,
        WijzigingStatus.UITGEVOERD: len(namen),
    }.get(een.status, -1)
    waar = waar if stap is None else stap
    if waar < 0:
        return [(naam, "gestopt", tekst) for naam, tekst in namen]
    staten = ["gedaan"] * waar + ["nu"] + ["straks"] * len(namen)
    return [(naam, staat, tekst) for (naam, tekst), staat in zip(namen, staten, strict=False)]


def lijst_facetten(
    regels: QuerySet[PTeamLijstRegel], domeinen: Sequence[ProfessioneelDomein], vraag: QueryDict
) -> tuple[list[Facet], QuerySet[PTeamLijstRegel]]:
    """The yearly list by domain and by what was said of a team."""
    domein, oordeel = vraag.getlist("domein"), vraag.getlist("oordeel")
    per = Counter(regels.values_list("domein_id", flat=True))
    per_oordeel = Counter(regels.values_list("oordeel", flat=True))
    facetten = [
        facet("domein", "Professioneel domein",
              [(d.code, d.naam, per[d.pk]) for d in domeinen if per[d.pk]], domein),
        facet("oordeel", "Oordeel",
              [(o.value, o.label, per_oordeel[o]) for o in Oordeel if per_oordeel[o]], oordeel),
    ]
    if domein:
        regels = regels.filter(domein__code__in=domein)
    if oordeel:
        regels = regels.filter(oordeel__in=[o for o in oordeel if o in Oordeel.values])
    return facetten, regels
