"""Decisions on a page of their own: the list, drafting, the document, advice, adopting."""

from uuid import UUID

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.utils.http import content_disposition_header
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from config.kern import klok, rules_conceptbesluit
from config.kern.actor import Recht
from config.kern.domain import conceptbesluit
from config.kern.htmx import klaar, toon, uitvoeren
from config.kern.models import Besluit
from register import rules
from register.domain import besluit as domein
from register.domain.document import document_openen
from register.forms_toezicht import (
    AdviesForm,
    BesluitenZoekForm,
    BesluitOpstellenForm,
    DocumentForm,
)
from register.queries import besluiten, schermen
from register.rules import besluit as besluit_rules
from register.views.moment import gegevens_van, moment_van

PER_PAGINA = 25


@require_safe
def lijst(request: HttpRequest) -> HttpResponse:
    form = BesluitenZoekForm(request.GET)
    vraag = form.cleaned_data if form.is_valid() else {"zoek": "", "status": ""}
    rijen = besluiten.besluiten_lijst(request.actor, vraag["zoek"], vraag["status"])
    return toon(request, "register/besluit/lijst.html", {
        "pagina": Paginator(rijen, PER_PAGINA).get_page(request.GET.get("pagina")), **vraag,
        "beletsel": rules_conceptbesluit.beletsel_conceptbesluit_opstellen(door=request.actor),
    })


@require_safe
def tonen(request: HttpRequest, id: UUID) -> HttpResponse:
    moment, besluit = moment_van(request), schermen.besluit_met(id)
    return toon(request, "register/besluit/tonen.html", {
        **gegevens_van(request, moment), "besluit": besluit,
        "adviezen": besluiten.adviezen_bij(besluit),
        "vermeldingen": schermen.vermeldingen_bij(besluit, moment),
        "beletsel_document": rules.beletsel_document_openen(besluit=besluit, door=request.actor),
        **_concept(request, besluit),
    })


def _concept(request: HttpRequest, besluit: Besluit) -> dict:
    """The acts on a draft; an adopted decision has none."""
    if besluit.vastgesteld_op is not None or besluit.besluitenlijst_id is not None:
        return {"is_concept": False}
    return {
        "is_concept": True,
        "beletsel_toevoegen": rules_conceptbesluit.beletsel_conceptbesluit_document_toevoegen(
            besluit=besluit, door=request.actor
        ),
        "beletsel_adviseren": besluit_rules.beletsel_adviseren(
            besluit=besluit, door=request.actor
        ),
        "beletsel_vaststellen": domein.beletsel_van(besluit, request.actor, klok.vandaag()),
    }


@require_http_methods(["GET", "HEAD", "POST"])
def opstellen(request: HttpRequest) -> HttpResponse:
    form = BesluitOpstellenForm(
        request.POST or None, request.FILES or None, initial={"besluitdatum": klok.vandaag()},
        gremia=besluiten.gremia_voor(request.actor),
        gremium_verplicht=not request.actor.heeft(Recht.REGISTER_MUTEREN),
    )
    if request.method == "POST" and form.is_valid():
        besluit = uitvoeren(request, form, lambda: conceptbesluit.conceptbesluit_opstellen(
            door=request.actor, nu=klok.nu(), **form.velden()
        ))
        if besluit:
            zin = f"Besluit {besluit.kenmerk} is opgesteld als concept."
            return klaar(request, zin, "register:besluit", besluit.public_id)
    return toon(request, "register/besluit/opstellen.html", {
        "beletsel": rules_conceptbesluit.beletsel_conceptbesluit_opstellen(door=request.actor),
    }, formulier=form)


@require_http_methods(["GET", "HEAD", "POST"])
def document_toevoegen(request: HttpRequest, id: UUID) -> HttpResponse:
    besluit = schermen.besluit_met(id)
    form = DocumentForm(request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid() and uitvoeren(
        request, form, lambda: conceptbesluit.conceptbesluit_document_toevoegen(
            besluit=besluit, bestand=form.cleaned_data["bestand"], door=request.actor, nu=klok.nu()
        ),
    ):
        return klaar(request, "Het document is bewaard.", "register:besluit", id)
    return toon(request, "register/besluit/document_toevoegen.html", {
        "besluit": besluit,
        "beletsel": rules_conceptbesluit.beletsel_conceptbesluit_document_toevoegen(
            besluit=besluit, door=request.actor
        ),
    }, formulier=form)


@require_http_methods(["GET", "HEAD", "POST"])
def advies_toevoegen(request: HttpRequest, id: UUID) -> HttpResponse:
    besluit = schermen.besluit_met(id)
    form = AdviesForm(request.POST or None, initial={"uitgebracht_op": klok.vandaag()})
    if request.method == "POST" and form.is_valid() and uitvoeren(
        request, form, lambda: domein.advies_toevoegen(
            besluit=besluit, door=request.actor, nu=klok.nu(), **form.cleaned_data
        ),
    ):
        return klaar(request, "Het advies staat bij het besluit.", "register:besluit", id)
    return toon(request, "register/besluit/advies_toevoegen.html", {
        "besluit": besluit,
        "beletsel": besluit_rules.beletsel_adviseren(besluit=besluit, door=request.actor),
    }, formulier=form)


@require_POST
def vaststellen(request: HttpRequest, id: UUID) -> HttpResponse:
    besluit = schermen.besluit_met(id)
    gelukt = uitvoeren(request, None, lambda: domein.conceptbesluit_vaststellen(
        besluit=besluit, door=request.actor, nu=klok.nu()
    ))
    zin = "Het besluit is vastgesteld. Je kunt het nu in het register gebruiken." if gelukt else ""
    return klaar(request, zin, "register:besluit", id)


@require_http_methods(["GET"])
def document(request: HttpRequest, id: UUID) -> HttpResponse:
    bewaard = document_openen(
        besluit=schermen.besluit_met(id), door=request.actor, nu=klok.nu()
    )
    return HttpResponse(bytes(bewaard.inhoud), content_type=bewaard.media_type, headers={
        "Content-Disposition": content_disposition_header(True, bewaard.naam),
        "Content-Security-Policy": "sandbox",
    })
