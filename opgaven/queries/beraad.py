"""What lies at a beraad: the next meeting, the inbox, one meeting, one point (table 2.4)."""

from datetime import date
from uuid import UUID

from django.db.models import Count, Prefetch, QuerySet
from django.http import Http404

from config.kern.beraden import BERADEN
from config.kern.enums import GremiumSoort, PuntStatus, VergaderStatus
from config.kern.models import (
    Aanwezige,
    Beraadsadvies,
    Beraadspunt,
    Besluit,
    Gremium,
    Vergadering,
)


def volgende_vergadering(gremium: Gremium, op: date) -> Vergadering | None:
    """The first meeting from today on that was not held yet, with its agenda."""
    return (
        Vergadering.objects.filter(
            gremium=gremium, datum__gte=op, status=VergaderStatus.GEPLAND
        ).prefetch_related(Prefetch("punten", queryset=_punten())).order_by("datum").first()
    )


def geplande_vergaderingen(gremium: Gremium, op: date) -> list[Vergadering]:
    return list(
        Vergadering.objects.filter(
            gremium=gremium, datum__gte=op, status=VergaderStatus.GEPLAND
        ).order_by("datum")
    )


def _punten() -> QuerySet[Beraadspunt]:
    return (
        Beraadspunt.objects.select_related("ingebracht_door", "gremium", "besluit")
        .annotate(aantal_adviezen=Count("adviezen")).order_by("volgorde", "ingebracht_op", "pk")
    )


def inbox(gremium: Gremium) -> QuerySet[Beraadspunt]:
    """Points that wait for a place on an agenda."""
    return _punten().filter(gremium=gremium, status=PuntStatus.INGEBRACHT)


def punten_over(id: UUID) -> list[Beraadspunt]:
    """Every point about one thing, the newest first."""
    return list(
        Beraadspunt.objects.filter(object_id=id).select_related("gremium", "vergadering")
        .order_by("-ingebracht_op")
    )


def punt_met(id: UUID) -> Beraadspunt:
    gevonden = (
        Beraadspunt.objects.select_related(
            "gremium", "vergadering__gremium", "vergadering__besluitenlijst",
            "besluit__besluitenlijst", "ingebracht_door",
        ).filter(public_id=id).first()
    )
    if gevonden is None:
        raise Http404("Dit punt bestaat niet.")
    return gevonden


def adviezen_van(punt: Beraadspunt) -> list[Beraadsadvies]:
    return list(
        Beraadsadvies.objects.filter(punt=punt).select_related("adviseur", "besluit")
        .order_by("gegeven_op", "pk")
    )


def adviezen_bij(besluit: Besluit) -> list[Beraadsadvies]:
    return list(besluit.adviezen.order_by("gegeven_op", "pk"))


def adviezen_over(id: UUID) -> list[Beraadsadvies]:
    return list(Beraadsadvies.objects.filter(object_id=id).order_by("gegeven_op", "pk"))


def advies_met(id: UUID) -> Beraadsadvies:
    gevonden = (
        Beraadsadvies.objects.select_related(
            "punt__gremium", "besluit__gremium", "besluit__besluitenlijst", "adviseur",
            "gewogen_door",
        ).filter(public_id=id).first()
    )
    if gevonden is None:
        raise Http404("Dit advies bestaat niet.")
    return gevonden


def doorgeleidingen_van(punt: Beraadspunt) -> list:
    return list(punt.doorgeleidingen.select_related("van", "naar", "door"))


def vergadering_met_alles(id: UUID) -> Vergadering:
    gevonden = (
        Vergadering.objects.select_related(
            "gremium", "besluitenlijst", "verslag__vastgesteld_door", "voorzitter"
        ).prefetch_related(
            Prefetch("punten", queryset=_punten()),
            Prefetch("aanwezigen", queryset=Aanwezige.objects.select_related("gebruiker")),
        ).filter(public_id=id).first()
    )
    if gevonden is None:
        raise Http404("Deze vergadering bestaat niet.")
    return gevonden


def gremia_na(gremium: Gremium) -> list[Gremium]:
    """Where a point may flow on to."""
    naar = BERADEN[GremiumSoort(gremium.soort)].naar
    return list(Gremium.objects.filter(soort__in=naar).order_by("naam"))


def beraden() -> list[Gremium]:
    return list(Gremium.objects.filter(soort__in=list(BERADEN)).order_by("naam"))


def opgavenberaad() -> Gremium | None:
    return Gremium.objects.filter(soort=GremiumSoort.O_BERAAD).order_by("pk").first()


def personeelsberaad() -> Gremium | None:
    return Gremium.objects.filter(soort=GremiumSoort.P_BERAAD).order_by("pk").first()
