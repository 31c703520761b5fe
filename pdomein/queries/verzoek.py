"""Requests to put own data right."""

from uuid import UUID

from django.db.models import QuerySet
from django.http import Http404

from config.kern.actor import Actor
from pdomein.enums_leren import Verzoekstatus
from pdomein.models import Medewerker, Rectificatieverzoek


def verzoeken_van(medewerker: Medewerker) -> QuerySet[Rectificatieverzoek]:
    return medewerker.rectificatieverzoeken.order_by("-ingediend_op", "-pk")


def eigen_verzoek(actor: Actor, public_id: UUID) -> Rectificatieverzoek:
    """One of the own requests; others do not exist here."""
    return _een(Rectificatieverzoek.objects.filter(medewerker_id=actor.medewerker_id), public_id)


def verzoek_met(public_id: UUID) -> Rectificatieverzoek:
    return _een(Rectificatieverzoek.objects.all(), public_id)


def _een(rijen: QuerySet[Rectificatieverzoek], public_id: UUID) -> Rectificatieverzoek:
    verzoek = rijen.filter(public_id=public_id).select_related("medewerker").first()
    if verzoek is None:
        raise Http404("Dit verzoek bestaat niet.")
    return verzoek


def te_behandelen() -> QuerySet[Rectificatieverzoek]:
    """What waits for an answer, the nearest term first."""
    return Rectificatieverzoek.objects.filter(
        status=Verzoekstatus.INGEDIEND
    ).select_related("medewerker").order_by("antwoord_voor", "pk")
