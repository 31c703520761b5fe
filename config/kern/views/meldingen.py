"""A person's own messages (SCHERMEN 15)."""

import uuid

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from config.kern import klok, queries, rules
from config.kern.domain.bericht import bericht_lezen, berichten_lezen, bezorging_kiezen
from config.kern.forms import BezorgingForm, PaginaForm
from config.kern.htmx import klaar, toon, uitvoeren

PER_PAGINA = 25


@require_safe
def lijst(request: HttpRequest) -> HttpResponse:
    berichten = queries.berichten_voor(request.actor)
    pagina = Paginator(berichten, PER_PAGINA).get_page(PaginaForm.lees(request.GET))
    gegevens = {
        "pagina": pagina,
        "aantal_ongelezen": berichten.ongelezen().count(),
        "beletsel": rules.beletsel_berichten_lezen(door=request.actor),
    }
    return toon(request, "kern/meldingen/lijst.html", gegevens)


@require_POST
def gelezen(request: HttpRequest, id: uuid.UUID) -> HttpResponse:
    bericht = get_object_or_404(queries.berichten_voor(request.actor), public_id=id)
    uitvoeren(
        request, None, lambda: bericht_lezen(bericht=bericht, door=request.actor, nu=klok.nu())
    )
    return klaar(request, "", bericht.url if request.POST.get("openen") else "kern:meldingen")


@require_POST
def alles_gelezen(request: HttpRequest) -> HttpResponse:
    uitvoeren(request, None, lambda: berichten_lezen(door=request.actor, nu=klok.nu()))
    return klaar(request, "Alle meldingen zijn gelezen.", "kern:meldingen")


@require_http_methods(["GET", "HEAD", "POST"])
def bezorging(request: HttpRequest) -> HttpResponse:
    formulier = BezorgingForm(request.POST or None, initial=queries.bezorgkeuzes(request.actor))
    if formulier.is_valid() and uitvoeren(
        request, formulier,
        lambda: bezorging_kiezen(
            keuzes=formulier.cleaned_data, door=request.actor, nu=klok.nu()
        ),
    ):
        return klaar(request, "Je keuze is bewaard.", "kern:meldingen")
    return toon(request, "kern/meldingen/bezorging.html", formulier=formulier)
