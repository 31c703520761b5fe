"""Extracts, by id inside and by code outside."""

from uuid import UUID

from django.db.models import QuerySet
from django.http import Http404

from config.kern.actor import Actor, Recht
from register.models import Uittreksel

VERWANT = ("medewerker", "opdracht__bovenliggende", "gemaakt_door")


def uittreksel_met(public_id: UUID) -> Uittreksel:
    rij = Uittreksel.objects.select_related(*VERWANT).filter(public_id=public_id).first()
    if rij is None:
        raise Http404("Dit uittreksel bestaat niet.")
    return rij


def uittreksel_met_code(code: str) -> Uittreksel | None:
    return Uittreksel.objects.select_related(*VERWANT).filter(code=code.upper()).first()


def uittreksels_voor(actor: Actor) -> QuerySet[Uittreksel]:
    """One's own; all of them for who must account for the register."""
    rijen = Uittreksel.objects.select_related(*VERWANT).order_by("-gemaakt_op", "pk")
    if actor.heeft(Recht.REGISTER_INZIEN):
        return rijen
    return rijen.filter(gemaakt_door=actor.gebruiker_id)
