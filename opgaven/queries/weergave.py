"""The views of the portfolio that somebody keeps."""

from uuid import UUID

from django.http import Http404

from config.kern.actor import Actor
from opgaven.models import Portefeuilleweergave


def weergaven_van(actor: Actor) -> list[Portefeuilleweergave]:
    return list(Portefeuilleweergave.objects.filter(gebruiker=actor.gebruiker_id))


def weergave_met(id: UUID, actor: Actor) -> Portefeuilleweergave:
    """Only one's own: that somebody else keeps one is nobody's business."""
    gevonden = Portefeuilleweergave.objects.filter(
        public_id=id, gebruiker=actor.gebruiker_id
    ).first()
    if gevonden is None:
        raise Http404("Deze weergave bestaat niet.")
    return gevonden
