"""Who listens to the register, and how the deliveries go."""

from uuid import UUID

from django.db.models import Count, Max, Q, QuerySet
from django.http import Http404

from register.enums import Bezorgstatus
from register.models import Bezorging, Registergebeurtenis, Webhook


def actieve_webhooks() -> list[Webhook]:
    return list(Webhook.objects.filter(is_actief=True))


def webhooks() -> QuerySet[Webhook]:
    """With how many deliveries wait, and how many were given up."""
    return Webhook.objects.annotate(
        wacht=Count("bezorgingen", filter=Q(bezorgingen__status=Bezorgstatus.WACHT)),
        opgegeven=Count("bezorgingen", filter=Q(bezorgingen__status=Bezorgstatus.OPGEGEVEN)),
        laatst=Max("bezorgingen__laatste_poging"),
    ).order_by("naam")


def webhook_met(public_id: UUID) -> Webhook:
    webhook = Webhook.objects.filter(public_id=public_id).first()
    if webhook is None:
        raise Http404("Deze webhook bestaat niet.")
    return webhook


def bezorging_met(public_id: UUID) -> Bezorging:
    bezorging = Bezorging.objects.select_related("webhook").filter(public_id=public_id).first()
    if bezorging is None:
        raise Http404("Deze bezorging bestaat niet.")
    return bezorging


def bezorgingen_van(webhook: Webhook) -> QuerySet[Bezorging]:
    return webhook.bezorgingen.select_related("gebeurtenis")


def laatste_volgnummer() -> int:
    return (
        Registergebeurtenis.objects.order_by("-volgnummer").values_list("volgnummer", flat=True)
        .first() or 0
    )


def gebeurtenissen(na: int, aantal: int) -> list[Registergebeurtenis]:
    return list(
        Registergebeurtenis.objects.filter(volgnummer__gt=na).order_by("volgnummer")[:aantal]
    )
