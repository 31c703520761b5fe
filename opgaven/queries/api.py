"""Querysets for the lists of the API."""

from datetime import date

from django.db.models import Prefetch, QuerySet

from config.kern.models import Besluit
from opgaven.models import Capaciteitsvraag, Opdracht, Opgave, OpgaveToedeling, ScopeVersie, Toets
from opgaven.queries.lijst import met_odomein


def opgaven_met_toedeling() -> QuerySet[Opgave]:
    toedelingen = OpgaveToedeling.objects.select_related("odomein", "besluit")
    return (
        Opgave.objects.select_related("beleidsdoel__ambitie")
        .prefetch_related(Prefetch("toedelingen", queryset=toedelingen))
        .order_by("-begrotingsjaar", "code")
    )


def opdrachten_kort(op: date) -> QuerySet[Opdracht]:
    return met_odomein(op).select_related("opgave").order_by("code")


def opdrachten_vol(op: date) -> QuerySet[Opdracht]:
    vragen = capaciteitsvragen()
    return opdrachten_kort(op).select_related("opgave", "bovenliggende").prefetch_related(
        Prefetch("capaciteitsvragen", queryset=vragen),
        Prefetch("toetsen", queryset=toetsen()),
        Prefetch("scopes", queryset=ScopeVersie.objects.order_by("-nummer")),
        "deelopdrachten", "statusovergangen__door", "statusovergangen__besluit",
    )


def opdracht_vol(opdracht: Opdracht, op: date) -> Opdracht:
    """The same opdracht again, with everything the API shows of it."""
    return opdrachten_vol(op).get(pk=opdracht.pk)


def toetsen() -> QuerySet[Toets]:
    return Toets.objects.select_related("opdracht", "getoetst_door").order_by(
        "opdracht__code", "onderdeel"
    )


def capaciteitsvragen() -> QuerySet[Capaciteitsvraag]:
    return (
        Capaciteitsvraag.objects.select_related("opdracht", "professie")
        .prefetch_related("competenties__competentie").order_by("opdracht__code", "plaats", "pk")
    )


def besluiten_lijst() -> QuerySet[Besluit]:
    return Besluit.objects.select_related("gremium", "besluitenlijst", "document").defer(
        "document__inhoud"
    ).order_by(
        "-besluitdatum", "-pk"
    )
