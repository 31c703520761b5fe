"""Consents to give and reactions of own people, for the medewerker and the P-manager (R161)."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import Q, QuerySet

from config.kern import queries as kern
from config.kern.actor import Actor, Recht
from matching.enums import InstemmingVan, MatchStatus, ReactieStatus
from matching.models import Instemming, Match, Reactie
from matching.queries.wie import aog_van
from pdomein.models import Medewerker, Plaatsing
from pdomein.queries import pmanagers_van


@dataclass(frozen=True, slots=True)
class Gevraagd:
    """One open consent, with for whom it is asked."""

    instemming: Instemming
    match: Match
    van: str


def _open() -> QuerySet[Instemming]:
    return (
        Instemming.objects.filter(akkoord=None, match__status=MatchStatus.VOORGESTELD)
        .select_related(
            "match__medewerker", "match__procedure__matchvraag__opdracht__bovenliggende",
            "match__procedure__matchvraag__opdracht__opgave",
        )
        .order_by("gevraagd_op", "pk")
    )


def eigen_mensen(actor: Actor, dag: date) -> list[int]:
    """People of the P-teams that this person leads."""
    teams = actor.objecten(Recht.PTEAM_LEIDEN, "pteam")
    if not teams:
        return []
    return list(
        Plaatsing.objects.filter(Q(einde=None) | Q(einde__gt=dag), begin__lte=dag, pteam__in=teams)
        .exclude(medewerker_id=actor.medewerker_id)
        .values_list("medewerker_id", flat=True)
    )


def te_geven(actor: Actor, dag: date) -> list[Gevraagd]:
    """The open consents that wait for this person, as medewerker, P-manager or directeur M&O."""
    eigen = [
        Gevraagd(i, i.match, InstemmingVan.MEDEWERKER)
        for i in _open().filter(
            van=InstemmingVan.MEDEWERKER, match__medewerker_id=actor.medewerker_id
        )
    ] if actor.medewerker_id else []
    return eigen + [
        Gevraagd(i, i.match, InstemmingVan.PMANAGER) for i in _als_pmanager(actor, dag)
    ]


def _als_pmanager(actor: Actor, dag: date) -> list[Instemming]:
    """The rule decides who answers; this only narrows down whom to ask it for (Q42)."""
    if not actor.heeft_ergens(Recht.PTEAM_LEIDEN) and not actor.heeft(Recht.ROL_AANWIJZEN):
        return []
    rijen = list(
        _open().filter(van=InstemmingVan.PMANAGER).exclude(
            match__medewerker_id=actor.medewerker_id
        )
    )
    leiders = pmanagers_van([i.match.medewerker for i in rijen], dag)
    if not actor.heeft(Recht.ROL_AANWIJZEN):
        return [i for i in rijen if _is_leider(leiders.get(i.match.medewerker_id), actor)]
    return [
        i for i in rijen
        if _is_leider(leiders.get(i.match.medewerker_id), actor)
        or _heeft_eigen_belang(i.match, leiders.get(i.match.medewerker_id), dag)
    ]


def _is_leider(leider: Medewerker | None, actor: Actor) -> bool:
    return leider is not None and leider.pk == actor.medewerker_id


def _heeft_eigen_belang(match: Match, leider: Medewerker | None, dag: date) -> bool:
    if leider is None or leider.pk == match.medewerker_id:
        return True
    aog = aog_van(match.procedure.matchvraag.opdracht, dag)
    return aog is not None and aog.pk == leider.pk


def match_met_alles(public_id: UUID) -> Match | None:
    return (
        Match.objects.filter(public_id=public_id)
        .select_related(
            "medewerker", "procedure__matchvraag__opdracht__bovenliggende",
            "procedure__matchvraag__opdracht__opgave", "procedure__matchvraag__tro",
        )
        .defer("procedure__matchvraag__tro__zoektekst")
        .prefetch_related("instemmingen")
        .first()
    )


def reacties_van_mensen(actor: Actor, dag: date) -> list[Reactie]:
    """Reactions of own people, from the moment that the setting says (R257)."""
    mensen = eigen_mensen(actor, dag)
    zichtbaar = [ReactieStatus.OP_TAFEL, ReactieStatus.GEKOZEN]
    if kern.instelling("MELD_PMANAGER_BIJ", op=dag) == "reactie":
        zichtbaar += [ReactieStatus.INGEDIEND, ReactieStatus.TE_BEVESTIGEN]
    return list(
        Reactie.objects.filter(medewerker_id__in=mensen, status__in=zichtbaar)
        .select_related(
            "medewerker", "publicatie__procedure__matchvraag__opdracht__opgave"
        )
        .order_by("-ingediend_op", "pk")[:50]
    )


def mijn_matches(actor: Actor, dag: date) -> list[Match]:
    """Proposals about this person and about the own people, newest first."""
    mensen = [*eigen_mensen(actor, dag), actor.medewerker_id]
    return list(
        Match.objects.filter(medewerker_id__in=[m for m in mensen if m])
        .exclude(status=MatchStatus.VOORGESTELD)
        .select_related("medewerker", "procedure__matchvraag__opdracht")
        .order_by("-voorgesteld_op")[:20]
    )
