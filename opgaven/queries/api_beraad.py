"""Querysets of the beraden for the API: nobody sees more than on the screen."""

from django.db.models import Q, QuerySet

from config.kern.actor import Actor, Recht
from config.kern.models import Afwijking, Beraadspunt, Gremium
from config.kern.rules_afwijking import beletsel_afwijkingen_inzien
from config.kern.rules_beraad import mag_inzien
from opgaven.models import Idee, Knelpunt, Momentopname


def punten_voor(actor: Actor) -> QuerySet[Beraadspunt]:
    gremia = [g.pk for g in Gremium.objects.all() if mag_inzien(g, actor)]
    return (
        Beraadspunt.objects.filter(
            Q(gremium__in=gremia) | Q(ingebracht_door=actor.gebruiker_id or 0)
        )
        .select_related("gremium").order_by("-ingebracht_op", "-pk")
    )


def knelpunten() -> QuerySet[Knelpunt]:
    return Knelpunt.objects.select_related("professie", "competentie").order_by("-gemeld_op", "pk")


def ideeen_voor(actor: Actor) -> QuerySet[Idee]:
    return (
        Idee.objects.filter(
            Q(indiener=actor.gebruiker_id or 0)
            | Q(odomein__in=actor.objecten(Recht.OPDRACHT_INITIEREN, "odomein"))
            | Q(domein__in=actor.objecten(Recht.DOMEIN_REGIE, "professioneeldomein"))
        )
        .select_related("odomein", "domein", "opdracht").order_by("-ingediend_op", "-pk")
    )


def afwijkingen_voor(actor: Actor) -> QuerySet[Afwijking]:
    rijen = Afwijking.objects.select_related("besluit").order_by("-begin", "-pk")
    return rijen if beletsel_afwijkingen_inzien(actor) is None else rijen.none()


def momentopnamen() -> QuerySet[Momentopname]:
    return Momentopname.objects.select_related("moment").order_by("-moment__peildatum", "-pk")
