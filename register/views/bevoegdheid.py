"""The one question: on screen, for a whole file, and as an extract on paper."""

from datetime import datetime
from uuid import UUID

from django.http import HttpRequest, HttpResponse, StreamingHttpResponse
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from config.kern import klok
from config.kern.csv_uit import csv_regels
from config.kern.fouten import eis
from config.kern.htmx import klaar, toon, uitvoeren
from config.kern.inlezen import lees_inhoud
from config.kern.werkdagen import lokale_dag
from register import queries, rules
from register.domain import controle as bulk
from register.domain import uittreksel as domein
from register.forms import BevoegdheidForm
from register.forms_mandaat import BestandForm, UittrekselCodeForm, UittrekselVergelijkForm
from register.qr import qr_svg
from register.queries import uittreksel as lezen
from register.queries.bevoegdheid import handelingen

EERSTE = 100


def _vraagform(gegevens: object, vandaag: object, opdracht: str = "") -> BevoegdheidForm:
    return BevoegdheidForm(
        gegevens, handelingen=handelingen(vandaag),
        initial={"datum": vandaag, "opdracht": opdracht},
    )


@require_safe
def bevoegdheid(request: HttpRequest) -> HttpResponse:
    nu, antwoord = klok.nu(), None
    form = _vraagform(
        request.GET if "persoon" in request.GET else None, lokale_dag(nu),
        request.GET.get("opdracht", ""),
    )
    if form.is_bound and form.is_valid():
        antwoord = uitvoeren(request, form, lambda: _antwoord(request, form.cleaned_data, nu))
    return toon(request, "register/bevoegdheid/tonen.html", {
        "antwoord": antwoord, "nu": nu, "vraag": list(request.GET.items()),
        "beletsel_bestand": rules.beletsel_register_inzien(request.actor),
    }, formulier=form)


def _antwoord(request: HttpRequest, vraag: dict, nu: datetime) -> queries.Bevoegdheidsantwoord:
    kennis, vandaag = vraag["kennis"], lokale_dag(nu)
    eis(rules.beletsel_kennis(kennis=kennis, vandaag=vandaag, door=request.actor))
    return queries.was_bevoegd(
        medewerker=vraag["persoon"], opdracht=vraag["opdracht"], op=vraag["datum"],
        bekend_op=min(queries.kennismoment(kennis or vandaag), nu),
        rol_code=vraag["rol"] or None, handeling=vraag["handeling"], bedrag=vraag["bedrag"],
    )


@require_POST
def uittreksel_maken(request: HttpRequest) -> HttpResponse:
    nu = klok.nu()
    form = _vraagform(request.POST, lokale_dag(nu))
    if form.is_valid():
        v = form.cleaned_data
        gemaakt = uitvoeren(request, form, lambda: domein.uittreksel_maken(
            medewerker=v["persoon"], opdracht=v["opdracht"], op=v["datum"], kennis=v["kennis"],
            rol_code=v["rol"] or None, handeling=v["handeling"], bedrag=v["bedrag"],
            door=request.actor, nu=nu,
        ))
        if gemaakt:
            return klaar(request, "", "register:uittreksel", gemaakt.public_id)
    return toon(request, "register/bevoegdheid/tonen.html", {
        "antwoord": None, "nu": nu, "vraag": [],
        "beletsel_bestand": rules.beletsel_register_inzien(request.actor),
    }, formulier=form)


@require_safe
def uittreksel(request: HttpRequest, id: UUID) -> HttpResponse:
    rij = lezen.uittreksel_met(id)
    eis(rules.beletsel_uittreksel_openen(uittreksel=rij, door=request.actor))
    return toon(request, "register/uittreksel/tonen.html", {
        "uittreksel": rij, "stand": domein.stand_van(rij, klok.nu()), "adres": _adres(request, rij),
    })


@require_safe
def uittreksel_qr(request: HttpRequest, id: UUID) -> HttpResponse:
    rij = lezen.uittreksel_met(id)
    eis(rules.beletsel_uittreksel_openen(uittreksel=rij, door=request.actor))
    return HttpResponse(qr_svg(_adres(request, rij)), content_type="image/svg+xml")


def _adres(request: HttpRequest, rij: object) -> str:
    return request.build_absolute_uri(reverse("register:uittreksel-controle", args=[rij.code]))


@require_safe
def uittreksel_zoeken(request: HttpRequest) -> HttpResponse:
    """Public: type the code that stands on the paper."""
    form = UittrekselCodeForm(request.GET if "code" in request.GET else None)
    if form.is_bound and form.is_valid():
        return klaar(request, "", "register:uittreksel-controle", form.cleaned_data["code"])
    return toon(request, "register/uittreksel/zoeken.html", {}, formulier=form)


@require_http_methods(["GET", "HEAD", "POST"])
def uittreksel_controle(request: HttpRequest, code: str) -> HttpResponse:
    """Public: whether it still holds; about whom it is, only the holder of the paper knows."""
    rij = lezen.uittreksel_met_code(code)
    form = UittrekselVergelijkForm(request.POST if request.method == "POST" else None)
    komt_overeen = None
    if rij is not None and form.is_valid():
        komt_overeen = domein.hoort_bij(rij, **form.cleaned_data)
    stand = domein.stand_van(rij, klok.nu()).uitkomst if rij else ""
    antwoord = toon(request, "register/uittreksel/controle.html", {
        "code": code, "uittreksel": rij, "stand": stand, "komt_overeen": komt_overeen,
    }, formulier=form)
    if rij is None:
        antwoord.status_code = 404
    return antwoord


@require_http_methods(["GET", "HEAD", "POST"])
def bestand(request: HttpRequest) -> HttpResponse:
    """A whole file: the summary on the page, or every answer as a file."""
    form, uitkomst = BestandForm(request.POST or None, request.FILES or None), None
    if request.method == "POST" and form.is_valid():
        uitkomst = uitvoeren(request, form, lambda: _controleer(request, form.cleaned_data))
        if uitkomst and form.cleaned_data["uitvoer"] == BestandForm.BESTAND:
            return _als_bestand(uitkomst)
    return toon(request, "register/bevoegdheid/bestand.html", {
        "controle": uitkomst, "eerste": uitkomst.niet_in_orde[:EERSTE] if uitkomst else [],
        "kolommen": bulk.KOLOMMEN_CONTROLE,
        "beletsel": rules.beletsel_register_inzien(request.actor),
    }, formulier=form)


def _controleer(request: HttpRequest, vraag: dict) -> bulk.Controle:
    gegeven = vraag["bestand"]
    rijen = lees_inhoud(gegeven.name, gegeven.read(), verplicht=bulk.KOLOMMEN_CONTROLE)
    return bulk.bevoegdheden_controleren(
        rijen=rijen, kennis=vraag["kennis"], door=request.actor, nu=klok.nu()
    )


def _als_bestand(uitkomst: bulk.Controle) -> StreamingHttpResponse:
    rijen = (bulk.uitkomstrij(regel) for regel in uitkomst.regels)
    return StreamingHttpResponse(
        csv_regels(bulk.KOLOMMEN_UITKOMST, rijen), content_type="text/csv; charset=utf-8",
        headers={"Content-Disposition": 'attachment; filename="bevoegdheden.csv"'},
    )
