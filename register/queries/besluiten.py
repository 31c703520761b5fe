"""Decisions as a list: drafts that wait and what was adopted, with who drafted them."""

from django.db.models import Q, QuerySet

from config.kern.actor import Actor, Recht
from config.kern.enums import BesluitStatus
from config.kern.models import Besluit, Gremium, Logregel
from register.models import Advies


def besluiten_lijst(actor: Actor, zoek: str = "", status: str = "") -> QuerySet[Besluit]:
    """By kenmerk, subject or dossier; the document itself is never read for a list.

    Drafts are for who keeps or audits the register and for their gremium.
    """
    rijen = Besluit.objects.select_related("gremium", "document").defer(
        "document__inhoud", "tekst", "motivering"
    )
    if not (actor.heeft(Recht.REGISTER_MUTEREN) or actor.heeft(Recht.REGISTER_INZIEN)):
        rijen = rijen.filter(
            Q(status=BesluitStatus.VASTGESTELD) | Q(gremium__in=_eigen_gremia(actor))
        )
    for woord in zoek.split()[:6]:
        rijen = rijen.filter(
            Q(kenmerk__icontains=woord) | Q(onderwerp__icontains=woord)
            | Q(dossiernummer__icontains=woord)
        )
    if status in BesluitStatus.values:
        rijen = rijen.filter(status=status)
    return rijen.order_by("-besluitdatum", "-pk")


def opsteller_id(besluit: Besluit) -> int | None:
    """Who drafted this decision, from the logbook."""
    return (
        Logregel.objects.filter(
            object_soort="besluit", object_id=besluit.public_id, handeling="besluit_opgesteld"
        )
        .values_list("actor_id", flat=True).first()
    )


def adviezen_bij(besluit: Besluit) -> QuerySet[Advies]:
    return Advies.objects.filter(besluit=besluit)


def gremia_voor(actor: Actor) -> QuerySet[Gremium]:
    """The gremia whose decisions this person may draft."""
    if actor.heeft(Recht.REGISTER_MUTEREN):
        return Gremium.objects.order_by("naam")
    return Gremium.objects.filter(pk__in=_eigen_gremia(actor)).order_by("naam")


def _eigen_gremia(actor: Actor) -> list[int]:
    return actor.objecten(Recht.BESLUITENLIJST_OPSTELLEN, "gremium") + actor.objecten(
        Recht.BESLUITENLIJST_VASTSTELLEN, "gremium"
    )
