"""Who is seen, suggested, on the table and chosen, by group; nobody by name (R258, R109).

A group is shown when it has five people or more, and never so that a smaller one can be worked
out. The groups are team, contract hours and scale: what may differ without anybody wanting it.
"""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db import connection

from config.kern.werkdagen import begin_van_dag
from matching.enums import MatchStatus
from matching.models import Kandidaat, Match, Reactie
from pdomein.enums import Dienstverband
from pdomein.groepen import KLEINSTE_GROEP, te_tonen
from pdomein.models import Medewerker
from pdomein.queries import pteams_van

STAPPEN = ("gezien", "voorgesteld", "gereageerd", "op_tafel", "gekozen")
TITELS = {
    "gezien": "Bekeken", "voorgesteld": "Genoemd", "gereageerd": "Reageerde",
    "op_tafel": "Besproken", "gekozen": "Gematcht",
}
UITLEG = {
    "gezien": "door een gevraagde rangschikking vergeleken met het werk",
    "voorgesteld": "stond bij de eerste twintig van een rangschikking",
    "gereageerd": "reageerde zelf op de opdrachtenmarkt",
    "op_tafel": "lag op de matchtafel",
    "gekozen": "kreeg een definitieve match",
}
INDELINGEN = {"team": "P-team", "uren": "Contracturen", "schaal": "Schaal"}


@dataclass(frozen=True, slots=True)
class Groep:
    """One group: how many people, and how many of them in each step of the way."""

    indeling: str
    naam: str
    mensen: int
    stappen: dict[str, int]

    @property
    def per_tien(self) -> dict[str, float]:
        """Out of ten people of this group, to one decimal: comparable between sizes."""
        return {naam: round(10 * n / self.mensen, 1) for naam, n in self.stappen.items()}


@dataclass(frozen=True, slots=True)
class Eerlijkheid:
    """All groups of one period; ``verborgen`` counts the groups too small to show."""

    van: date
    tot: date
    groepen: dict[str, list[Groep]]
    verborgen: dict[str, int]
    totaal: Groep


def eerlijkheid(van: date, tot: date, dag: date) -> Eerlijkheid:
    """The people of ``dag`` and what happened to them between ``van`` and ``tot`` (excluded)."""
    mensen = list(
        Medewerker.objects.in_dienst(dag)
        .exclude(dienstverband__in=[Dienstverband.BESTUUR, Dienstverband.EXTERN])
        .only("public_id", "schaal", "aanstelling_fte")
    )
    geweest = _geweest(begin_van_dag(van), begin_van_dag(tot))
    teams = pteams_van([m.pk for m in mensen], dag)
    groepen, verborgen = {}, {}
    for indeling in INDELINGEN:
        leden: dict[tuple[int, str], list[UUID]] = defaultdict(list)
        for m in mensen:
            team = teams.get(m.pk)
            leden[_groep(indeling, m, team.naam if team else "")].append(m.public_id)
        zichtbaar = te_tonen({k: len(v) for k, v in leden.items()}, minimum=KLEINSTE_GROEP)
        groepen[indeling] = [
            _tel(indeling, sleutel[1], leden[sleutel], geweest) for sleutel in sorted(zichtbaar)
        ]
        verborgen[indeling] = len(leden) - len(zichtbaar)
    iedereen = _tel("totaal", "Iedereen", [m.public_id for m in mensen], geweest)
    return Eerlijkheid(van, tot, groepen, verborgen, iedereen)


def _groep(indeling: str, mens: Medewerker, team: str) -> tuple[int, str]:
    """The group with a number to sort by."""
    if indeling == "team":
        return (0, team) if team else (1, "Zonder P-team")
    if indeling == "uren":
        fte = mens.aanstelling_fte
        if fte < 0.6:
            return (0, "minder dan 0,6 fte")
        return (1, "0,6 tot 0,9 fte") if fte < 0.9 else (2, "0,9 fte of meer")
    schaal = mens.schaal
    if schaal is None:
        return (9, "schaal niet bekend")
    if schaal < 10:
        return (0, "schaal 9 of lager")
    if schaal > 13:
        return (3, "schaal 14 of hoger")
    return (1, "schaal 10 en 11") if schaal < 12 else (2, "schaal 12 en 13")


def _tel(
    indeling: str, naam: str, leden: list[UUID], geweest: dict[str, set[UUID]]
) -> Groep:
    wie = set(leden)
    return Groep(indeling, naam, len(leden), {s: len(wie & geweest[s]) for s in STAPPEN})


def _geweest(van: datetime, tot: datetime) -> dict[str, set[UUID]]:
    """Per step the people it happened to at least once."""
    binnen = {"gte": van, "lt": tot}

    def in_periode(veld: str) -> dict[str, datetime]:
        return {f"{veld}__{soort}": moment for soort, moment in binnen.items()}

    wie = "medewerker__public_id"
    return {
        "gezien": _uit_runs("invoer -> 'mensen'", "wie", van, tot),
        "voorgesteld": _uit_runs("uitkomst -> 'voorstellen'", "medewerker", van, tot),
        "gereageerd": set(
            Reactie.objects.filter(**in_periode("ingediend_op")).values_list(wie, flat=True)
        ),
        "op_tafel": set(
            Kandidaat.objects.filter(**in_periode("geplaatst_op")).values_list(wie, flat=True)
        ),
        "gekozen": set(
            Match.objects.filter(
                status=MatchStatus.DEFINITIEF, **in_periode("definitief_op")
            ).values_list(wie, flat=True)
        ),
    }


def _uit_runs(waar: str, sleutel: str, van: datetime, tot: datetime) -> set[UUID]:
    """People named in the logged rankings of the period; both texts are constants of this file."""
    with connection.cursor() as cursor:
        cursor.execute(
            f"SELECT DISTINCT rij ->> '{sleutel}' FROM matching_suggestierun, "  # noqa: S608
            f"jsonb_array_elements(coalesce({waar}, '[]')) AS rij "
            "WHERE gevraagd_op >= %s AND gevraagd_op < %s",
            [van, tot],
        )
        return {UUID(wie) for (wie,) in cursor.fetchall()}
