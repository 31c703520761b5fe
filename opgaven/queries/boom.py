"""The tree ambitie > doel > opgave > opdracht > deelopdracht, with sums (R001, R011)."""

from collections import defaultdict
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from django.db.models import Count, Prefetch, Q, QuerySet, Sum

from opgaven.levensloop import TELT_MEE
from opgaven.models import Begroting, Beleidsambitie, Beleidsdoel, Opdracht, Opgave
from opgaven.queries.toedeling import odomeinen_van

NUL = Decimal(0)


@dataclass(slots=True)
class Tak:
    """One place in the tree; sums count planned and running opdrachten, not their parts again."""

    naam: str
    code: str
    public_id: str
    fte: Decimal = NUL
    budget: Decimal = NUL
    aantal: int = 0
    odomein: str = ""
    onder_directieteam: bool = False
    label: str = ""
    kinderen: list["Tak"] = field(default_factory=list)

    def tel(self, kind: "Tak") -> None:
        self.kinderen.append(kind)
        self.fte += kind.fte
        self.budget += kind.budget
        self.aantal += kind.aantal


def begroting_van(jaar: int | None = None) -> Begroting | None:
    """The begroting of a year; without one, the newest."""
    alle = Begroting.objects.all()
    return (alle.filter(jaar=jaar) if jaar else alle).order_by("-jaar").first()


def begrotingsjaren() -> list[int]:
    return list(Begroting.objects.order_by("-jaar").values_list("jaar", flat=True))


def boom(begroting: Begroting, op: date) -> list[Tak]:
    """Ambities with doelen with opgaven, in four queries; opdrachten come per opgave."""
    opgaven = list(_opgaven_met_sommen(begroting.jaar))
    odomeinen = odomeinen_van([o.pk for o in opgaven], op)
    per_doel: dict[int, list[Tak]] = defaultdict(list)
    for opgave in opgaven:
        odomein = odomeinen.get(opgave.pk)
        per_doel[opgave.beleidsdoel_id].append(Tak(
            opgave.naam, opgave.code, str(opgave.public_id), opgave.fte or NUL,
            opgave.budget or NUL, opgave.aantal, odomein.naam if odomein else "",
            opgave.onder_directieteam, opgave.label_standaard,
        ))
    per_ambitie: dict[int, list[Tak]] = defaultdict(list)
    for doel in Beleidsdoel.objects.filter(ambitie__begroting=begroting).order_by("code"):
        per_ambitie[doel.ambitie_id].append(_tak(doel, per_doel[doel.pk]))
    ambities = Beleidsambitie.objects.filter(begroting=begroting).order_by("code")
    return [_tak(ambitie, per_ambitie[ambitie.pk]) for ambitie in ambities]


def _tak(rij: Beleidsambitie | Beleidsdoel, kinderen: list[Tak]) -> Tak:
    tak = Tak(rij.naam, rij.code, str(rij.public_id))
    for kind in kinderen:
        tak.tel(kind)
    return tak


def _opgaven_met_sommen(jaar: int) -> QuerySet[Opgave]:
    telt = Q(opdrachten__bovenliggende=None, opdrachten__status__in=TELT_MEE)
    return Opgave.objects.filter(begrotingsjaar=jaar).order_by("code").annotate(
        fte=Sum("opdrachten__capaciteit_fte", filter=telt),
        budget=Sum("opdrachten__budget_materieel", filter=telt),
        aantal=Count("opdrachten", filter=Q(opdrachten__bovenliggende=None)),
    )


def opdrachten_van(opgave: Opgave) -> list[Opdracht]:
    """The opdrachten of one opgave with their deelopdrachten: one level of the tree."""
    delen = Opdracht.objects.order_by("code")
    return list(
        opgave.opdrachten.filter(bovenliggende=None).order_by("code")
        .prefetch_related(Prefetch("deelopdrachten", queryset=delen))
    )


@dataclass(frozen=True, slots=True)
class AnderWerk:
    """What is already planned or running under an opgave, to see where a new one fits (R042)."""

    opdrachten: list[Opdracht]
    fte: Decimal
    budget: Decimal


def ander_werk(opgave: Opgave) -> AnderWerk:
    rijen = list(
        opgave.opdrachten.filter(bovenliggende=None, status__in=TELT_MEE).order_by("code")
    )
    return AnderWerk(
        rijen, sum((o.capaciteit_fte or NUL for o in rijen), NUL),
        sum((o.budget_materieel or NUL for o in rijen), NUL),
    )


def hele_boom(begroting: Begroting) -> list[Beleidsambitie]:
    """Everything of one year, for the API."""
    opdrachten = Opdracht.objects.filter(bovenliggende=None).order_by("code").prefetch_related(
        Prefetch("deelopdrachten", queryset=Opdracht.objects.order_by("code"))
    )
    return list(
        Beleidsambitie.objects.filter(begroting=begroting).prefetch_related(
            Prefetch("doelen__opgaven__opdrachten", queryset=opdrachten)
        )
    )
