"""What the API reads of matching, for who may read it."""

from datetime import date

from django.db.models import Q, QuerySet

from config.kern.actor import Actor, Recht
from matching.enums import Route
from matching.models import Match, Matchvraag, Procedure, Publicatie, Reactie
from matching.queries import bord
from matching.queries.instemming import eigen_mensen
from matching.queries.markt import open_publicaties


def matchvragen() -> QuerySet[Matchvraag]:
    return Matchvraag.objects.select_related("opdracht", "besluit").order_by("-geopend_op", "pk")


def procedures() -> QuerySet[Procedure]:
    return bord.procedures().order_by("-gestart_op", "pk")


def publicaties() -> QuerySet[Publicatie]:
    return (
        open_publicaties()
        .select_related("procedure__matchvraag__tro", "procedure__matchvraag__opdracht")
        .defer("procedure__matchvraag__tro__zoektekst")
        .order_by("-gepubliceerd_op", "pk")
    )


def eigen_reacties(actor: Actor) -> QuerySet[Reactie]:
    return (
        Reactie.objects.filter(medewerker_id=actor.medewerker_id, medewerker__isnull=False)
        .select_related("publicatie").order_by("-ingediend_op", "pk")
    )


def matches_voor(actor: Actor, dag: date) -> QuerySet[Match]:
    """Proposals about oneself, the own people, the own search; all for who designates (Q35)."""
    rijen = (
        Match.objects.select_related("procedure", "medewerker")
        .prefetch_related("instemmingen").order_by("-voorgesteld_op", "pk")
    )
    if actor.heeft(Recht.ROL_AANWIJZEN):
        return rijen
    gestuurd = actor.objecten(Recht.OPDRACHT_STUREN, "opdracht")
    domeinen = actor.objecten(Recht.AOG_KIEZEN, "odomein")
    return rijen.filter(
        Q(medewerker_id=actor.medewerker_id, medewerker__isnull=False)
        | Q(medewerker_id__in=eigen_mensen(actor, dag))
        | Q(procedure__matchvraag__opdracht__in=gestuurd) & ~Q(procedure__route=Route.AOG)
        | Q(pk__in=rijen.order_by().filter(
            procedure__matchvraag__opdracht__opgave__toedelingen__odomein__in=domeinen,
            procedure__matchvraag__opdracht__opgave__toedelingen__einde=None,
        ).values("pk"))
    )
