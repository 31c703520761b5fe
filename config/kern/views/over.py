"""About Inzet itself: what can be better, accessibility, personal data, the words (R213, R413)."""

import uuid

from django.contrib.auth.decorators import login_not_required
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_http_methods, require_safe

from config.kern import klok, queries, rules
from config.kern.domain import terugkoppeling as domein
from config.kern.facetten import facet
from config.kern.forms import AntwoordForm, PaginaForm, TerugkoppelingForm
from config.kern.fouten import eis
from config.kern.htmx import klaar, toon, uitvoeren
from config.kern.verwerkingen import VERWERKINGEN
from config.kern.views.beheer import beheerder
from config.kern.woorden import zoek_woorden

PER_PAGINA = 50


@require_http_methods(["GET", "HEAD", "POST"])
def terugkoppeling(request: HttpRequest) -> HttpResponse:
    formulier = TerugkoppelingForm(
        request.POST or None, initial={"pagina": request.GET.get("pagina", "")[:300]}
    )
    if formulier.is_valid() and uitvoeren(
        request, formulier,
        lambda: domein.terugkoppeling_geven(
            door=request.actor, nu=klok.nu(), **formulier.cleaned_data
        ),
    ):
        return klaar(request, "Dank je wel. De beheerder leest het.", "kern:terugkoppeling")
    gegevens = {"eigen": queries.terugkoppelingen_van(request.actor)[:20]}
    return toon(request, "kern/over/terugkoppeling.html", gegevens, formulier=formulier)


@require_safe
@beheerder
def terugkoppelingen(request: HttpRequest) -> HttpResponse:
    pagina = Paginator(queries.terugkoppelingen(), PER_PAGINA)
    return toon(request, "kern/over/terugkoppelingen.html", {
        "pagina": pagina.get_page(PaginaForm.lees(request.GET))
    })


@require_http_methods(["GET", "HEAD", "POST"])
@beheerder
def beantwoorden(request: HttpRequest, id: uuid.UUID) -> HttpResponse:
    rij = get_object_or_404(queries.terugkoppelingen(), public_id=id)
    formulier = AntwoordForm(request.POST or None)
    if formulier.is_valid() and uitvoeren(
        request, formulier,
        lambda: domein.terugkoppeling_beantwoorden(
            terugkoppeling=rij, door=request.actor, nu=klok.nu(), **formulier.cleaned_data
        ),
    ):
        return klaar(request, "Het antwoord is verstuurd.", "kern:terugkoppelingen")
    return toon(request, "kern/over/beantwoorden.html", {"rij": rij}, formulier=formulier)


@login_not_required
@require_safe
def toegankelijkheid(request: HttpRequest) -> HttpResponse:
    return toon(request, "kern/over/toegankelijkheid.html")


@require_safe
def verwerkingen(request: HttpRequest) -> HttpResponse:
    gegevens = {
        "verwerkingen": [
            (v, queries.instelling(v.instelling, klok.vandaag()) if v.instelling else None)
            for v in VERWERKINGEN
        ],
        "mag_inzagen": rules.beletsel_inzagen_inzien(door=request.actor) is None,
    }
    return toon(request, "kern/over/verwerkingen.html", gegevens)


@require_safe
def inzagen(request: HttpRequest) -> HttpResponse:
    eis(rules.beletsel_inzagen_inzien(door=request.actor))
    zoek, wat = request.GET.get("zoek", "").strip()[:100], request.GET.get("wat", "")
    pagina = Paginator(queries.inzagen(zoek, wat), PER_PAGINA)
    return toon(request, "kern/over/inzagen.html", {
        "pagina": pagina.get_page(PaginaForm.lees(request.GET)), "zoek": zoek,
        "facetten": [facet("wat", "Wat", [(w, w, n) for w, n in queries.inzage_soorten()], [wat])],
    })


@require_safe
def woorden(request: HttpRequest) -> HttpResponse:
    zoek = request.GET.get("zoek", "").strip()[:100]
    return toon(request, "kern/over/woorden.html", {"woorden": zoek_woorden(zoek), "zoek": zoek})
