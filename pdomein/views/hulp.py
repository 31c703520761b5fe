"""Facets of the lists: which filters there are, and what they leave over."""

from collections import Counter
from collections.abc import Sequence

from django.http import QueryDict

from config.kern.facetten import Facet, Optie, facet
from pdomein.models import PTeam
from pdomein.queries import PTeamRij

STATUSSEN = {
    "ok": "Past bij de gewone omvang",
    "te_klein": "Te klein, zonder besluit",
    "te_groot": "Te groot, zonder besluit",
    "uitgelegd": "Uitgelegd met een besluit",
}


def pteam_facetten(
    rijen: Sequence[PTeamRij], vraag: QueryDict
) -> tuple[list[Facet], list[PTeamRij]]:
    """Facets with counts, and the teams that the chosen values leave."""
    domeinen, statussen = vraag.getlist("domein"), vraag.getlist("omvang")
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
    ]
    over = [
        r for r in rijen
        if (not domeinen or r.pteam.domein.code in domeinen)
        and (not statussen or r.omvang.status in statussen)
    ]
    return facetten, over


def facet_van_teams(teams: Sequence[PTeam], gekozen: PTeam | None) -> Facet:
    """The own teams of a P-manager as a filter of one choice."""
    opties = [Optie(t.code, t.naam, None, t == gekozen) for t in teams]
    return Facet("team", "P-team", opties, is_meervoudig=False)
