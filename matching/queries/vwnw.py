"""Colleagues who look for other work first, seen from one place that is to be filled (R285)."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import QuerySet
from django.shortcuts import get_object_or_404

from config.kern.actor import Actor
from matching.models import TRO, VanWerkNaarWerk
from matching.queries.instemming import eigen_mensen
from pdomein.models import Medewerker, PPPCompetentie, PTeam
from pdomein.queries import pteams_van


@dataclass(frozen=True, slots=True)
class Vwnwkandidaat:
    """Name, team and which asked competenties this person has; never more."""

    medewerker: Medewerker
    pteam: PTeam | None
    heeft: tuple[str, ...]


def lopend(dag: date) -> QuerySet[VanWerkNaarWerk]:
    return (
        VanWerkNaarWerk.objects.filter(einde=None, medewerker__in=Medewerker.objects.in_dienst(dag))
        .select_related("medewerker")
    )


def kandidaten_voor(tro: TRO, dag: date) -> list[Vwnwkandidaat]:
    """Who has at least one asked competentie at the asked level, most of them first."""
    mensen = [r.medewerker for r in lopend(dag)]
    gevraagd = {
        c.competentie_id: c for c in tro.competenties.select_related("competentie")
    }
    heeft: dict[int, list[str]] = {}
    for mens, competentie, niveau in _competenties(mensen, gevraagd):
        if niveau >= gevraagd[competentie].niveau:
            heeft.setdefault(mens, []).append(gevraagd[competentie].competentie.naam)
    teams = pteams_van([m.pk for m in mensen], dag)
    kandidaten = [
        Vwnwkandidaat(m, teams.get(m.pk), tuple(sorted(heeft[m.pk])))
        for m in mensen if m.pk in heeft
    ]
    return sorted(kandidaten, key=lambda k: (-len(k.heeft), k.medewerker.sorteernaam))


def _competenties(
    mensen: list[Medewerker], gevraagd: Iterable[int]
) -> QuerySet[PPPCompetentie, tuple[int, int, int]]:
    return PPPCompetentie.objects.filter(
        ppp__medewerker__in=mensen, competentie__in=list(gevraagd)
    ).values_list("ppp__medewerker_id", "competentie_id", "niveau")


def eigen_lijst(actor: Actor, dag: date) -> QuerySet[VanWerkNaarWerk]:
    """Who of the own people is on the list."""
    return lopend(dag).filter(medewerker__in=eigen_mensen(actor, dag))


def toe_te_voegen(actor: Actor, dag: date) -> QuerySet[Medewerker]:
    return Medewerker.objects.in_dienst(dag).filter(pk__in=eigen_mensen(actor, dag)).exclude(
        pk__in=lopend(dag).values("medewerker_id")
    ).order_by("sorteernaam")


def vwnw_met(public_id: UUID) -> VanWerkNaarWerk:
    return get_object_or_404(
        VanWerkNaarWerk.objects.select_related("medewerker"), public_id=public_id
    )
