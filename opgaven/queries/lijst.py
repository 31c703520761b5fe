"""The portfolio: opdrachten filtered, sorted and counted (R011)."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from importlib import import_module
from typing import Any

from django.conf import settings
from django.db.models import Count, Exists, F, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import Coalesce

from opgaven.enums import Label, OpdrachtSoort, OpdrachtStatus
from opgaven.models import (
    Afhankelijkheid,
    Begroting,
    Beleidsambitie,
    Capaciteitsvraag,
    ODomein,
    Opdracht,
    OpgaveToedeling,
)
from opgaven.queries.toedeling import geldig
from pdomein.models import Professie

SORTERING = {
    "code": "code", "naam": "naam", "fte": "capaciteit_fte", "budget": "budget_materieel",
    "einde": "einde", "afhankelijk": "hangt", "prioriteit": "prioriteit",
    "odomein": "odomein_naam", "status": "status",
}


# per opdracht its AOG: id and name
Wie = dict[int, tuple[str, str]]


@dataclass(frozen=True, slots=True)
class Filters:
    """What somebody asks of the portfolio; unknown values find nothing."""

    zoek: str = ""
    label: tuple[str, ...] = ()
    status: tuple[str, ...] = ()
    odomein: tuple[str, ...] = ()
    ambitie: tuple[str, ...] = ()
    soort: tuple[str, ...] = ()
    professie: tuple[str, ...] = ()
    aog: tuple[str, ...] = ()
    sorteer: str = "code"


def opdrachten_lijst(filters: Filters, op: date, wie: Wie | None = None) -> QuerySet[Opdracht]:
    """Opdrachten and deelopdrachten that fit, with the O-domein of that day."""
    kolom = filters.sorteer.removeprefix("-")
    veld = F(SORTERING.get(kolom, "code"))
    volgorde = (
        veld.desc(nulls_last=True) if filters.sorteer.startswith("-") else veld.asc(nulls_last=True)
    )
    rijen = met_samenhang(_gefilterd(filters, op, wie))
    return rijen.select_related("opgave__beleidsdoel__ambitie").order_by(volgorde, "code")


def aog_per_opdracht(op: date) -> Wie:
    """Who is AOG of which opdracht, as ``(id, naam)``; a higher app knows, settings name it."""
    module, functie = settings.INZET_AOG_PER_OPDRACHT.rsplit(".", 1)
    return getattr(import_module(module), functie)(op)


def met_samenhang(rijen: QuerySet[Opdracht]) -> QuerySet[Opdracht]:
    """Each row with the number of opdrachten that it hangs on, or that hang on it."""
    telt = Afhankelijkheid.objects.order_by()
    eigen = telt.filter(opdracht=OuterRef("pk")).values("opdracht").annotate(n=Count("pk"))
    ander = telt.filter(van=OuterRef("pk")).values("van").annotate(n=Count("pk"))
    return rijen.annotate(
        hangt=Coalesce(Subquery(eigen.values("n")), 0) + Coalesce(Subquery(ander.values("n")), 0)
    )


def met_odomein(op: date) -> QuerySet[Opdracht]:
    toedeling = OpgaveToedeling.objects.filter(geldig(op), opgave=OuterRef("opgave"))
    return Opdracht.objects.annotate(
        odomein_code=Subquery(toedeling.values("odomein__code")[:1]),
        odomein_naam=Subquery(toedeling.values("odomein__naam")[:1]),
    )


def _gefilterd(filters: Filters, op: date, wie: Wie | None) -> QuerySet[Opdracht]:
    rijen = met_odomein(op)
    voorwaarden: Mapping[str, tuple[str, ...]] = {
        "label__in": filters.label, "status__in": filters.status, "soort__in": filters.soort,
        "odomein_code__in": filters.odomein, "opgave__beleidsdoel__ambitie__code__in":
        filters.ambitie,
    }
    rijen = rijen.filter(**{k: v for k, v in voorwaarden.items() if v})
    if filters.professie:
        rijen = rijen.filter(Exists(Capaciteitsvraag.objects.filter(
            opdracht=OuterRef("pk"), professie__code__in=filters.professie
        )))
    if filters.aog:
        wie = aog_per_opdracht(op) if wie is None else wie
        van = {pk for pk, (id_, _) in wie.items() if id_ in filters.aog}
        rijen = rijen.filter(pk__in=van)
    for woord in filters.zoek.replace("\x00", "").split()[:8]:
        rijen = rijen.filter(
            Q(naam__icontains=woord) | Q(code__icontains=woord) | Q(opgave__naam__icontains=woord)
        )
    return rijen


# facet: its title, the column that is counted
FACETTEN = {
    "status": ("Status", "status"),
    "label": ("Label", "label"),
    "odomein": ("O-domein", "odomein_code"),
    "ambitie": ("Ambitie", "opgave__beleidsdoel__ambitie__code"),
    "soort": ("Soort", "soort"),
    "aog": ("AOG", ""),
    "professie": ("Gevraagde professie", "capaciteitsvragen__professie__code"),
}


def facet_tellingen(filters: Filters, op: date, wie: Wie) -> dict[str, dict[str, int]]:
    """For each facet how many opdrachten every value leaves, given the other filters."""
    uit = {}
    for naam, (_, kolom) in FACETTEN.items():
        rijen = _gefilterd(replace(filters, **{naam: ()}), op, wie).order_by()
        if naam == "aog":
            pks = rijen.values_list("pk", flat=True)
            uit[naam] = dict(Counter(wie[pk][0] for pk in pks if pk in wie))
        else:
            uit[naam] = dict(rijen.values_list(kolom).annotate(n=Count("pk", distinct=True)))
    return uit


def facet_opties(wie: Wie) -> dict[str, list[tuple[str, str]]]:
    """The values of each facet with their names."""
    aogs = dict(wie.values())
    jaar = Begroting.objects.order_by("-jaar").values("pk")[:1]
    ambities = Beleidsambitie.objects.filter(begroting=Subquery(jaar)).order_by("code")
    return {
        "status": list(OpdrachtStatus.choices), "label": list(Label.choices),
        "soort": list(OpdrachtSoort.choices),
        "odomein": list(ODomein.objects.values_list("code", "naam")),
        "ambitie": list(ambities.values_list("code", "naam")),
        "aog": sorted(aogs.items(), key=lambda paar: paar[1]),
        "professie": list(
            Professie.objects.filter(capaciteitsvraag__isnull=False).distinct()
            .values_list("code", "naam")
        ),
    }


EXPORTKOLOMMEN = (
    "code", "naam", "bovenliggende", "opgave", "ambitie", "odomein", "soort", "label", "status",
    "fase", "begrotingscode", "capaciteit_fte", "budget_materieel", "begin", "einde", "prioriteit",
    "aog", "aantal_afhankelijkheden",
)


def export_rijen(filters: Filters, op: date) -> list[dict[str, Any]]:
    wie = aog_per_opdracht(op)
    rijen = opdrachten_lijst(filters, op, wie).values(
        "pk", "hangt", "code", "naam", "soort", "label", "status", "fase", "begrotingscode",
        "capaciteit_fte", "budget_materieel", "begin", "einde", "prioriteit",
        opgave_naam=F("opgave__naam"), bovenliggende_code=F("bovenliggende__code"),
        ambitie_naam=F("opgave__beleidsdoel__ambitie__naam"), odomein=F("odomein_naam"),
    )
    return [
        {
            **rij, "opgave": rij["opgave_naam"], "ambitie": rij["ambitie_naam"],
            "bovenliggende": rij["bovenliggende_code"], "aog": wie.get(rij["pk"], ("", ""))[1],
            "aantal_afhankelijkheden": rij["hangt"],
        }
        for rij in rijen
    ]
