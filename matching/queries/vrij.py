"""Own people who are free or nearly free, each with work of the market that fits (R242)."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from uuid import UUID

from config.kern import queries as kern
from config.kern.actor import Actor, Recht
from matching.models import Publicatie, TROCompetentie
from matching.queries.markt import open_publicaties
from pdomein.models import Medewerker, PPPCompetentie, PTeam
from pdomein.queries import leden_van_teams
from register.queries.mensen import Uren, uren_van

VRIJ_VANAF = Decimal("0.10")
PER_MENS = 3


@dataclass(frozen=True, slots=True)
class Passend:
    """Work of the market with what this person has of what it asks."""

    public_id: UUID
    titel: str
    heeft: tuple[str, ...]
    gevraagd: int

    @property
    def zin(self) -> str:
        woorden = ", ".join(self.heeft)
        return f"Heeft {len(self.heeft)} van de {self.gevraagd} gevraagde competenties: {woorden}."


@dataclass(frozen=True, slots=True)
class Vrij:
    uren: Uren
    passend: tuple[Passend, ...]

    @property
    def medewerker(self) -> Medewerker:
        return self.uren.medewerker

    @property
    def laatste_dag(self) -> date | None:
        return self.uren.eindigt_op - timedelta(days=1) if self.uren.eindigt_op else None


def teams_van(actor: Actor) -> list[PTeam]:
    return list(
        PTeam.objects.filter(pk__in=actor.objecten(Recht.PTEAM_LEIDEN, "pteam")).order_by("naam")
    )


def vrije_mensen(teams: Sequence[PTeam], dag: date) -> list[Vrij]:
    """Most room first; a fixed number of queries, however many people there are."""
    weken = int(kern.instelling("EINDE_INZET_WEKEN", op=dag))
    grens = dag + timedelta(weeks=weken)
    uren = [
        u for u in uren_van(list(leden_van_teams(teams, dag)), dag)
        if u.vrij >= VRIJ_VANAF or (u.eindigt_op and u.eindigt_op <= grens)
    ]
    uren.sort(key=lambda u: (-u.vrij, u.medewerker.sorteernaam))
    werk = _passend([u.medewerker for u in uren])
    return [Vrij(u, werk[u.medewerker.pk]) for u in uren]


def _passend(mensen: Sequence[Medewerker]) -> dict[int, tuple[Passend, ...]]:
    """Compared by competentie and level only, as the market does for the person."""
    eigen: dict[int, dict[int, int]] = defaultdict(dict)
    for mens, competentie, niveau in PPPCompetentie.objects.filter(
        ppp__medewerker__in=mensen
    ).values_list("ppp__medewerker_id", "competentie_id", "niveau"):
        eigen[mens][competentie] = niveau
    gevraagd = _gevraagd()
    return {m.pk: _beste(eigen[m.pk], gevraagd) for m in mensen}


def _gevraagd() -> list[tuple[Publicatie, list[TROCompetentie]]]:
    publicaties = list(
        open_publicaties().select_related("procedure__matchvraag__tro")
        .defer("procedure__matchvraag__tro__zoektekst")
    )
    per_tro: dict[int, list[TROCompetentie]] = defaultdict(list)
    tros = [p.procedure.matchvraag.tro.pk for p in publicaties]
    for rij in TROCompetentie.objects.filter(tro__in=tros).select_related("competentie"):
        per_tro[rij.tro_id].append(rij)
    return [(p, per_tro[p.procedure.matchvraag.tro.pk]) for p in publicaties]


def _beste(
    eigen: dict[int, int], gevraagd: list[tuple[Publicatie, list[TROCompetentie]]]
) -> tuple[Passend, ...]:
    gevonden = []
    for publicatie, competenties in gevraagd:
        heeft = [c for c in competenties if eigen.get(c.competentie_id, 0) >= c.niveau]
        if heeft:
            gevonden.append((sum(c.gewicht for c in heeft), publicatie, competenties, heeft))
    gevonden.sort(key=lambda g: (-g[0], g[1].pk))
    return tuple(
        Passend(
            publicatie.public_id, publicatie.procedure.matchvraag.tro.titel,
            tuple(c.competentie.naam for c in heeft), len(competenties),
        )
        for _, publicatie, competenties, heeft in gevonden[:PER_MENS]
    )
