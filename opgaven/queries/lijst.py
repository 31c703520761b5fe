"""The portfolio: opdrachten filtered, sorted and counted (R011)."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from django.db.models import Count, F, OuterRef, Q, QuerySet, Subquery

from opgaven.enums import Label, OpdrachtSoort, OpdrachtStatus
from opgaven.models import Begroting, Beleidsambitie, ODomein, Opdracht, OpgaveToedeling
from opgaven.queries.toedeling import geldig

SORTERING = {
    "code": "code", "naam": "naam", "fte": "capaciteit_fte", "budget": "budget_materieel",
    "einde": "einde", "prioriteit": "prioriteit", "odomein": "odomein_naam", "status": "status",
}


@dataclass(frozen=True, slots=True)
class Filters:
    """What somebody asks of the portfolio; unknown values find nothing."""

    zoek: str = ""
    label: tuple[str, ...] = ()
    status: tuple[str, ...] = ()
    odomein: tuple[str, ...] = ()
    ambitie: tuple[str, ...] = ()
    soort: tuple[str, ...] = ()
    sorteer: str = "code"


def opdrachten_lijst(filters: Filters, op: date) -> QuerySet[Opdracht]:
    """Opdrachten and deelopdrachten that fit, with the O-domein of that day."""
    kolom = filters.sorteer.removeprefix("-")
    veld = F(SORTERING.get(kolom, "code"))
    volgorde = (
        veld.desc(nulls_last=True) if filters.sorteer.startswith("-") else veld.asc(nulls_last=True)
    )
    return (
        _gefilterd(filters, op).select_related("opgave__beleidsdoel__ambitie")
        .order_by(volgorde, "code")
    )


def met_odomein(op: date) -> QuerySet[Opdracht]:
    toedeling = OpgaveToedeling.objects.filter(geldig(op), opgave=OuterRef("opgave"))
    return Opdracht.objects.annotate(
        odomein_code=Subquery(toedeling.values("odomein__code")[:1]),
        odomein_naam=Subquery(toedeling.values("odomein__naam")[:1]),
    )


def _gefilterd(filters: Filters, op: date) -> QuerySet[Opdracht]:
    rijen = met_odomein(op)
    voorwaarden: Mapping[str, tuple[str, ...]] = {
        "label__in": filters.label, "status__in": filters.status, "soort__in": filters.soort,
        "odomein_code__in": filters.odomein, "opgave__beleidsdoel__ambitie__code__in":
        filters.ambitie,
    }
    rijen = rijen.filter(**{k: v for k, v in voorwaarden.items() if v})
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
}


def facet_tellingen(filters: Filters, op: date) -> dict[str, dict[str, int]]:
    """For each facet how many opdrachten every value leaves, given the other filters."""
    uit = {}
    for naam, (_, kolom) in FACETTEN.items():
        rijen = _gefilterd(replace(filters, **{naam: ()}), op).order_by()
        uit[naam] = dict(rijen.values_list(kolom).annotate(n=Count("pk")))
    return uit


def facet_opties() -> dict[str, list[tuple[str, str]]]:
    """The values of each facet with their names."""
    jaar = Begroting.objects.order_by("-jaar").values("pk")[:1]
    ambities = Beleidsambitie.objects.filter(begroting=Subquery(jaar)).order_by("code")
    return {
        "status": list(OpdrachtStatus.choices), "label": list(Label.choices),
        "soort": list(OpdrachtSoort.choices),
        "odomein": list(ODomein.objects.values_list("code", "naam")),
        "ambitie": list(ambities.values_list("code", "naam")),
    }


EXPORTKOLOMMEN = (
    "code", "naam", "bovenliggende", "opgave", "ambitie", "odomein", "soort", "label", "status",
    "fase", "begrotingscode", "capaciteit_fte", "budget_materieel", "begin", "einde", "prioriteit",
)


def export_rijen(filters: Filters, op: date) -> list[dict[str, Any]]:
    rijen = opdrachten_lijst(filters, op).values(
        "code", "naam", "soort", "label", "status", "fase", "begrotingscode", "capaciteit_fte",
        "budget_materieel", "begin", "einde", "prioriteit",
        opgave_naam=F("opgave__naam"), bovenliggende_code=F("bovenliggende__code"),
        ambitie_naam=F("opgave__beleidsdoel__ambitie__naam"), odomein=F("odomein_naam"),
    )
    return [
        {
            **rij, "opgave": rij["opgave_naam"], "ambitie": rij["ambitie_naam"],
            "bovenliggende": rij["bovenliggende_code"],
        }
        for rij in rijen
    ]
