"""The matching board: every search with its phase, its next moment and who is to move (R303)."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db.models import Count, F, OuterRef, Q, QuerySet, Subquery

from config.kern.actor import Actor, Recht
from config.kern.facetten import Facet, facet
from matching.enums import Fase, ReactieStatus, Route, TermijnStatus
from matching.models import Procedure, Publicatie, Termijn
from matching.models.procedure import GESLOTEN_FASEN
from opgaven.enums import PlaatsSoort
from opgaven.models import Opdracht

MIJN, ALLE = "mijn", "alle"
OPEN_FASEN = [fase for fase in Fase if fase not in GESLOTEN_FASEN]


@dataclass(frozen=True, slots=True)
class Bordfilter:
    """What somebody asks of the board, from the address of the page."""

    fase: tuple[str, ...] = ()
    route: tuple[str, ...] = ()
    van: str = ALLE
    zoek: str = ""


def procedures() -> QuerySet[Procedure]:
    """Everything a row of a list needs, in one statement."""
    volgende = Termijn.objects.filter(
        procedure=OuterRef("pk"), status=TermijnStatus.OPEN
    ).order_by("vervalt_op")
    laatste = Publicatie.objects.filter(procedure=OuterRef("pk")).order_by("-nummer")
    return (
        Procedure.objects.select_related(
            "matchvraag__opdracht__opgave", "matchvraag__opdracht__bovenliggende"
        )
        .annotate(
            volgende_op=Subquery(volgende.values("vervalt_op")[:1]),
            volgende_moment=Subquery(volgende.values("afleiding__moment")[:1]),
            vroegste=Subquery(laatste.values("vroegste_bespreekdatum")[:1]),
        )
    )


def met_aantal_reacties(rijen: QuerySet[Procedure]) -> QuerySet[Procedure]:
    return rijen.annotate(
        aantal_reacties=Count(
            "publicaties__reacties", distinct=True,
            filter=~Q(publicaties__reacties__status=ReactieStatus.INGETROKKEN),
        )
    )


def mijn_opdrachten(actor: Actor) -> list[int]:
    """The opdrachten that this person steers or carries out."""
    return sorted({
        *actor.objecten(Recht.OPDRACHT_STUREN, "opdracht"),
        *actor.objecten(Recht.OPDRACHT_UITVOEREN, "opdracht"),
    })


def _van_mij(actor: Actor) -> Q:
    """Searches of own opdrachten, of the own O-domein (AOG places), and shared with own teams."""
    opdrachten = mijn_opdrachten(actor)
    teams = actor.objecten(Recht.PTEAM_LEIDEN, "pteam")
    domeinen = actor.objecten(Recht.AOG_KIEZEN, "odomein")
    return (
        Q(matchvraag__opdracht__in=opdrachten)
        | Q(matchvraag__opdracht__bovenliggende__in=opdrachten)
        | Q(pk__in=Procedure.objects.filter(delingen__pteam__in=teams).values("pk"))
        | Q(pk__in=Procedure.objects.filter(wervingen__pteam__in=teams).values("pk"))
        | Q(
            matchvraag__opdracht__opgave__toedelingen__odomein__in=domeinen,
            matchvraag__opdracht__opgave__toedelingen__einde=None,
        )
    )


def bord(filter: Bordfilter, actor: Actor) -> QuerySet[Procedure]:
    """The rows of the board, those with the first next moment on top."""
    rijen = procedures().filter(_gefilterd(filter, actor))
    return rijen.order_by(F("volgende_op").asc(nulls_last=True), "gestart_op", "pk")


def _gefilterd(filter: Bordfilter, actor: Actor, *, zonder: str = "") -> Q:
    vraag = Q()
    if filter.fase and zonder != "fase":
        vraag &= Q(fase__in=filter.fase)
    elif zonder != "fase":
        vraag &= Q(fase__in=OPEN_FASEN)
    if filter.route and zonder != "route":
        vraag &= Q(route__in=filter.route)
    if filter.van == MIJN and zonder != "van":
        vraag &= _van_mij(actor)
    if filter.zoek:
        vraag &= (
            Q(matchvraag__opdracht__naam__icontains=filter.zoek)
            | Q(matchvraag__opdracht__code__iexact=filter.zoek)
            | Q(matchvraag__omschrijving__icontains=filter.zoek)
            | Q(matchvraag__opdracht__opgave__naam__icontains=filter.zoek)
        )
    return vraag


def bordfacetten(filter: Bordfilter, actor: Actor) -> list[Facet]:
    """Counts per phase and per route, each with the other filters applied."""
    per_fase = _tellen("fase", _gefilterd(filter, actor, zonder="fase"))
    per_route = _tellen("route", _gefilterd(filter, actor, zonder="route"))
    return [
        facet("fase", "Fase", [
            (f.value, f.label, per_fase.get(f.value, 0)) for f in Fase
            if f in OPEN_FASEN or per_fase.get(f.value)
        ], filter.fase),
        facet("route", "Soort plaats", [
            (p.value, p.label, per_route.get(p.value, 0)) for p in PlaatsSoort
        ], filter.route),
    ]


def _tellen(veld: str, vraag: Q) -> dict[str, int]:
    rijen = Procedure.objects.filter(vraag).order_by().values_list(veld)
    return dict(rijen.annotate(n=Count("pk", distinct=True)))


def van_opdracht(opdracht: Opdracht) -> list[Procedure]:
    """The searches of one opdracht, for the fragment on its own page."""
    return list(procedures().filter(matchvraag__opdracht=opdracht).order_by(
        "matchvraag__plaats", "matchvraag__volgnummer", "-gestart_op"
    ))


def voor_eigenaar(actor: Actor, grens: int = 8) -> list[Procedure]:
    """Open searches of the own opdrachten, for the start page of AOG and AON."""
    opdrachten = mijn_opdrachten(actor)
    rijen = procedures().filter(
        Q(matchvraag__opdracht__in=opdrachten)
        | Q(matchvraag__opdracht__bovenliggende__in=opdrachten),
        fase__in=OPEN_FASEN,
    )
    return list(rijen.order_by(F("volgende_op").asc(nulls_last=True), "pk")[:grens])


def in_fase(fase: Fase, route: Route | None = None, **extra: Any) -> QuerySet[Procedure]:
    rijen = procedures().filter(fase=fase, **extra)
    return rijen.filter(route=route) if route else rijen


def komt_op_tafel(tot: datetime) -> QuerySet[Procedure]:
    """Publications whose wait ends before ``tot``: what the recruiter prepares."""
    return met_aantal_reacties(
        procedures().filter(
            fase=Fase.OPDRACHTENMARKT, volgende_op__lt=tot, gepauzeerd_op=None
        ).order_by("volgende_op", "pk")
    )


def keuzes_van_dd(actor: Actor) -> list[Procedure]:
    domeinen = actor.objecten(Recht.AOG_KIEZEN, "odomein")
    return list(
        procedures().filter(
            fase__in=[Fase.KEUZE_DD, Fase.GEEN_OVEREENSTEMMING, Fase.CONCEPT], route=Route.AOG,
            matchvraag__opdracht__opgave__toedelingen__odomein__in=domeinen,
            matchvraag__opdracht__opgave__toedelingen__einde=None,
        ).order_by("in_fase_sinds", "pk")
    )


def aan_te_wijzen() -> list[Procedure]:
    return list(procedures().filter(fase=Fase.AANWIJZING).order_by("in_fase_sinds", "pk"))


def per_fase(dag: date) -> Mapping[str, int]:
    return _tellen("fase", Q(fase__in=OPEN_FASEN))
