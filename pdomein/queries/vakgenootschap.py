"""Vakgenootschappen: who belongs to them, their norm and their expertisecentrum (R149-R152)."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from uuid import UUID

from django.db.models import Count, Exists, OuterRef, Q, QuerySet, Subquery, Sum
from django.http import Http404

from config.kern.actor import Actor
from pdomein.models import (
    Afgevaardigde,
    Medewerker,
    Plaatsing,
    Professie,
    PTeam,
    Vakgenootschap,
    VakgenootschapDeelnemer,
    VakgenootschapTeam,
    Vaknorm,
)
from pdomein.queries.pteam import pmanagers_per_team, telt_mee


@dataclass(slots=True)
class CentrumRij:
    """One team in the expertisecentrum: its P-manager by office, and its delegates (R152)."""

    pteam: PTeam
    pmanager: Medewerker | None
    afgevaardigden: list[Afgevaardigde] = field(default_factory=list)

    @property
    def is_volledig(self) -> bool:
        return self.pmanager is not None and bool(self.afgevaardigden)


@dataclass(frozen=True, slots=True)
class GeldendeNorm:
    """A norm that holds for somebody, for what part of the time (R151)."""

    vakgenootschap: Vakgenootschap
    norm: Vaknorm | None
    pct: int


def vakgenootschappen(op: date) -> QuerySet[Vakgenootschap]:
    """With ``aantal_teams``, ``aantal_leden`` and ``heeft_norm`` in the same query (R149)."""
    teams = VakgenootschapTeam.objects.geldig_op(op).filter(vakgenootschap=OuterRef("pk"))
    leden = Plaatsing.objects.geldig_op(op).filter(telt_mee(op)).filter(
        pteam__vakgenootschappen__in=VakgenootschapTeam.objects.geldig_op(op),
        pteam__vakgenootschappen__vakgenootschap=OuterRef("pk"),
    ).order_by().values("pteam__vakgenootschappen__vakgenootschap")
    return (
        Vakgenootschap.objects.geldig_op(op).select_related("professie").annotate(
            aantal_teams=Subquery(
                teams.order_by().values("vakgenootschap").annotate(n=Count("pk")).values("n")
            ),
            aantal_leden=Subquery(leden.annotate(n=Count("pk")).values("n")),
            heeft_norm=Exists(Vaknorm.objects.filter(vakgenootschap=OuterRef("pk"))),
        )
    )


def vakgenootschap_met(public_id: UUID) -> Vakgenootschap:
    gevonden = (
        Vakgenootschap.objects.select_related("professie").filter(public_id=public_id).first()
    )
    if gevonden is None:
        raise Http404("Dit vakgenootschap bestaat niet.")
    return gevonden


def teams_van_vak(vakgenootschap: Vakgenootschap, op: date) -> list[PTeam]:
    return list(
        PTeam.objects.filter(
            pk__in=VakgenootschapTeam.objects.geldig_op(op)
            .filter(vakgenootschap=vakgenootschap).values("pteam_id")
        ).select_related("domein")
    )


def leden_van_vak(vakgenootschap: Vakgenootschap, op: date) -> QuerySet[Medewerker]:
    """Everybody whose home is in one of the teams (R150)."""
    return Medewerker.objects.in_dienst(op).filter(
        pk__in=Plaatsing.objects.geldig_op(op).filter(
            pteam__in=[t.pk for t in teams_van_vak(vakgenootschap, op)]
        ).values("medewerker_id")
    )


def deelnemers_van_vak(
    vakgenootschap: Vakgenootschap, op: date
) -> QuerySet[VakgenootschapDeelnemer]:
    """Who is placed elsewhere and does a part of the professie (R150)."""
    return vakgenootschap.deelnemers.geldig_op(op).select_related("medewerker")


def deelnemer_met(public_id: UUID) -> VakgenootschapDeelnemer:
    rij = VakgenootschapDeelnemer.objects.select_related("medewerker", "vakgenootschap").filter(
        public_id=public_id
    ).first()
    if rij is None:
        raise Http404("Deze deelname bestaat niet.")
    return rij


def afgevaardigde_met(public_id: UUID) -> Afgevaardigde:
    rij = Afgevaardigde.objects.select_related("pteam", "medewerker", "vakgenootschap").filter(
        public_id=public_id
    ).first()
    if rij is None:
        raise Http404("Deze afvaardiging bestaat niet.")
    return rij


def expertisecentrum(vakgenootschap: Vakgenootschap, op: date) -> list[CentrumRij]:
    """Who sits in it for each team; a row that is not whole is a signal (R152)."""
    teams = teams_van_vak(vakgenootschap, op)
    leiders = pmanagers_per_team([t.pk for t in teams], op)
    rijen = {t.pk: CentrumRij(t, leiders.get(t.pk)) for t in teams}
    for een in vakgenootschap.afgevaardigden.geldig_op(op).select_related("medewerker"):
        if een.pteam_id in rijen:
            rijen[een.pteam_id].afgevaardigden.append(een)
    return list(rijen.values())


def zit_in_expertisecentrum(actor: Actor, vakgenootschap: Vakgenootschap, op: date) -> bool:
    return actor.medewerker_id is not None and any(
        actor.medewerker_id == (rij.pmanager.pk if rij.pmanager else None)
        or actor.medewerker_id in {a.medewerker_id for a in rij.afgevaardigden}
        for rij in expertisecentrum(vakgenootschap, op)
    )


def normen_van_vak(vakgenootschap: Vakgenootschap) -> list[Vaknorm]:
    return list(vakgenootschap.normen.all())


def vakgenootschap_van_team(pteam: PTeam, op: date) -> Vakgenootschap | None:
    rij = (
        VakgenootschapTeam.objects.geldig_op(op).filter(pteam=pteam)
        .select_related("vakgenootschap").first()
    )
    return rij.vakgenootschap if rij else None


def normen_van(medewerker: Medewerker, op: date) -> list[GeldendeNorm]:
    """The norms that hold for somebody: of the own team, and of other professies in part (R151)."""
    delen = list(
        medewerker.vakgenootschapsdelen.geldig_op(op).select_related("vakgenootschap")
    )
    paren = [(d.vakgenootschap, d.pct) for d in delen]
    thuis = VakgenootschapTeam.objects.geldig_op(op).filter(
        pteam__in=Plaatsing.objects.geldig_op(op).filter(medewerker=medewerker).values("pteam_id")
    ).select_related("vakgenootschap").first()
    if thuis is not None:
        paren.insert(0, (thuis.vakgenootschap, 100 - sum(d.pct for d in delen)))
    normen: dict[int, Vaknorm] = {}
    for norm in Vaknorm.objects.filter(vakgenootschap__in=[v.pk for v, _ in paren]).order_by(
        "versie"
    ):
        normen[norm.vakgenootschap_id] = norm
    return [GeldendeNorm(v, normen.get(v.pk), pct) for v, pct in paren]


def al_bezet_pct(medewerker: Medewerker, op: date) -> int:
    return (
        medewerker.vakgenootschapsdelen.geldig_op(op).aggregate(som=Sum("pct"))["som"] or 0
    )


def vakken_zonder_vakgenootschap(op: date) -> list[tuple[Professie, list[PTeam]]]:
    """Professies with two or more teams and no vakgenootschap: a proposal (R149, E12)."""
    per: dict[Professie, list[PTeam]] = defaultdict(list)
    teams = PTeam.objects.geldig_op(op).select_related("professie", "domein").exclude(
        professie__in=Vakgenootschap.objects.geldig_op(op).values("professie_id")
    )
    for team in teams:
        per[team.professie].append(team)
    return sorted(
        ((vak, rij) for vak, rij in per.items() if len(rij) > 1), key=lambda paar: paar[0].naam
    )


def teams_met_vakgenootschap(pteams: Iterable[PTeam], op: date) -> list[str]:
    """Names of the teams that belong to a vakgenootschap already."""
    return list(
        VakgenootschapTeam.objects.geldig_op(op).filter(pteam__in=list(pteams))
        .values_list("pteam__naam", flat=True)
    )


def te_kleine_vakgenootschappen(op: date) -> list[Vakgenootschap]:
    """Fewer than two teams are left (R149)."""
    return list(vakgenootschappen(op).filter(Q(aantal_teams__lt=2) | Q(aantal_teams=None)))


def teams_erbij(vakgenootschap: Vakgenootschap, op: date) -> list[PTeam]:
    """Teams of the professie that do not belong to a vakgenootschap yet (R149)."""
    return list(
        PTeam.objects.geldig_op(op).filter(professie=vakgenootschap.professie_id)
        .exclude(pk__in=VakgenootschapTeam.objects.geldig_op(op).values("pteam_id"))
        .select_related("domein")
    )


def geen_vakgenootschappen() -> QuerySet[Vakgenootschap]:
    """While the API is only being described there may be no database."""
    return Vakgenootschap.objects.none()
