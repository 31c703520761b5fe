"""The portfolio: filtered, sorted, exported, and kept as a view of one's own (R011)."""

from typing import Any
from uuid import UUID

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse, StreamingHttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_POST, require_safe

from config.kern import klok
from config.kern.csv_uit import csv_regels
from config.kern.htmx import klaar, uitvoeren
from config.kern.xlsx_uit import MEDIATYPE, werkboek
from opgaven import queries
from opgaven.domain import weergave as domein
from opgaven.queries.lijst import aog_per_opdracht
from opgaven.queries.weergave import weergave_met, weergaven_van
from opgaven.views.hulp import facetten_van, filters_uit, vraag_van

PER_PAGINA = 25


@require_safe
def opdrachten(request: HttpRequest) -> HttpResponse:
    filters, dag = filters_uit(request.GET), klok.vandaag()
    wie = aog_per_opdracht(dag)
    pagina = Paginator(queries.opdrachten_lijst(filters, dag, wie), PER_PAGINA).get_page(
        request.GET.get("pagina")
    )
    return render(request, "opgaven/opdracht/lijst.html", {
        "pagina": pagina, "zoek": filters.zoek, "vraag": vraag_van(request.GET),
        "rijen": [(o, wie.get(o.pk, ("", ""))[1]) for o in pagina],
        "facetten": facetten_van(filters, queries.facet_tellingen(filters, dag, wie), wie),
        "weergaven": weergaven_van(request.actor),
    })


@require_safe
def opdrachten_export(request: HttpRequest) -> StreamingHttpResponse:
    dag = klok.vandaag()
    rijen = queries.export_rijen(filters_uit(request.GET), dag)
    antwoord = StreamingHttpResponse(
        csv_regels(queries.EXPORTKOLOMMEN, rijen), content_type="text/csv; charset=utf-8"
    )
    antwoord["Content-Disposition"] = f'attachment; filename="opdrachten-{dag.isoformat()}.csv"'
    return antwoord


@require_safe
def opdrachten_werkboek(request: HttpRequest) -> HttpResponse:
    dag = klok.vandaag()
    rijen = queries.export_rijen(filters_uit(request.GET), dag)
    antwoord = HttpResponse(
        werkboek([("Opdrachten", queries.EXPORTKOLOMMEN, _cellen(rijen))]),
        content_type=MEDIATYPE,
    )
    antwoord["Content-Disposition"] = f'attachment; filename="opdrachten-{dag.isoformat()}.xlsx"'
    return antwoord


def _cellen(rijen: list[dict[str, Any]]) -> list[list[Any]]:
    return [[rij[kolom] for kolom in queries.EXPORTKOLOMMEN] for rij in rijen]


@require_POST
def weergave_bewaren(request: HttpRequest) -> HttpResponse:
    """Keep the filters that stand in the address; only what the page knows is kept."""
    vraag = vraag_van(request.GET)
    rij = uitvoeren(request, None, lambda: domein.weergave_bewaren(
        naam=request.POST.get("naam", "")[:200], vraag=vraag, door=request.actor, nu=klok.nu()
    ))
    zin = f"De weergave “{rij.naam}” is bewaard." if rij else ""
    return klaar(request, zin, f"{reverse('opgaven:opdrachten')}?{vraag}")


@require_POST
def weergave_verwijderen(request: HttpRequest, id: UUID) -> HttpResponse:
    rij = weergave_met(id, request.actor)
    uitvoeren(request, None, lambda: domein.weergave_verwijderen(
        weergave=rij, door=request.actor, nu=klok.nu()
    ))
    return klaar(request, f"De weergave “{rij.naam}” is weg.", "opgaven:opdrachten")
