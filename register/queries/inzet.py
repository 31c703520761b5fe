"""One row of inzet with what its page shows, and who may look at it."""

from uuid import UUID

from django.db.models import QuerySet
from django.http import Http404

from config.kern.actor import Actor, Recht
from pdomein.queries import pmanager_van
from register.models import Inzet, Schakel
from register.queries.schermen import mag_fte_zien


def inzet_met(public_id: UUID) -> Inzet:
    rij = (
        Inzet.objects.select_related(
            "medewerker", "opdracht__opgave", "opdracht__bovenliggende", "besluit", "vervangt"
        )
        .filter(public_id=public_id).first()
    )
    if rij is None:
        raise Http404("Deze inzet bestaat niet.")
    return rij


def mag_uren_zien(actor: Actor, inzet: Inzet, dag) -> bool:
    """The person, the own P-manager, and who steers the work or the capacity."""
    if actor.medewerker_id is not None and actor.medewerker_id == inzet.medewerker_id:
        return True
    if mag_fte_zien(actor, inzet.opdracht):
        return True
    if not actor.heeft_ergens(Recht.PTEAM_LEIDEN):
        return False
    pmanager = pmanager_van(inzet.medewerker, dag)
    return pmanager is not None and pmanager.pk == actor.medewerker_id


def schakels_van(rij: Inzet) -> QuerySet[Schakel]:
    return Schakel.objects.filter(rij_id=rij.public_id, soort="inzet").order_by("volgnummer")
