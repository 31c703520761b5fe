"""Talents outside: of own teams, and what others shared with own searches."""

from datetime import date
from uuid import UUID

from django.db.models import Q, QuerySet
from django.shortcuts import get_object_or_404

from config.kern.actor import Actor, Recht
from matching.enums import WervingStatus
from matching.models import ExterneWerving, Talent


def talenten_voor(actor: Actor, dag: date) -> QuerySet[Talent]:
    """Who this P-manager keeps, and who was shared with a search of an own team."""
    teams = actor.objecten(Recht.PTEAM_LEIDEN, "pteam")
    return (
        Talent.objects.filter(Q(pteam__in=teams) | Q(delingen__werving__pteam__in=teams))
        .filter(toestemming_tot__gte=dag).select_related("pteam").distinct()
    )


def mag_zien(talent: Talent, actor: Actor) -> bool:
    teams = actor.objecten(Recht.PTEAM_LEIDEN, "pteam")
    return (
        talent.pteam_id in teams or talent.delingen.filter(werving__pteam__in=teams).exists()
    )


def talent_met(public_id: UUID) -> Talent:
    return get_object_or_404(
        Talent.objects.select_related("pteam").prefetch_related(
            "delingen__werving__procedure__matchvraag__opdracht__opgave"
        ),
        public_id=public_id,
    )


def verlopen_talenten(dag: date) -> QuerySet[Talent]:
    return Talent.objects.filter(toestemming_tot__lt=dag)


def lopende_wervingen() -> QuerySet[ExterneWerving]:
    return ExterneWerving.objects.filter(
        status__in=[WervingStatus.OPEN, WervingStatus.IN_SELECTIE]
    ).select_related("procedure__matchvraag__opdracht__opgave", "pteam")
