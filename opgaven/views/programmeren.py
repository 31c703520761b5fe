"""Programming: meetings, the besluitenlijst from concept to adopted, single decisions."""

from uuid import UUID

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from config.kern import klok
from config.kern.beraden import BERADEN
from config.kern.domain import vergadering as kern_vergadering
from config.kern.enums import GremiumSoort
from config.kern.htmx import klaar, toon, uitvoeren
from config.kern.rules_afwijking import beletsel_afwijkingen_inzien
from config.kern.rules_beraad import beletsel_punt_inbrengen
from config.kern.rules_beraad import mag_inzien as mag_agenda_inzien
from config.kern.rules_vergadering import (
    beletsel_besluitenlijst_openen,
    beletsel_vergadering_plannen,
)
from opgaven import queries, rules
from opgaven.domain import besluitenlijst as domein
from opgaven.domain import scenario as scenario_domein
from opgaven.forms import AgenderenForm, BesluitForm, MotiveringForm, VergaderingForm
from opgaven.queries import beraad
from opgaven.queries.scenario import herprogrammering_met
from opgaven.rules.scenario import mag_programmeren
from opgaven.views.hulp import invoer

WIJZIGBAAR = ["GET", "HEAD", "POST"]
PER_PAGINA = 20
INBOX = 100


@require_safe
def programmering(request: HttpRequest) -> HttpResponse:
    gremium = queries.programmeerberaad()
    if gremium is None:
        return render(request, "opgaven/programmeren/geen_beraad.html")
    return _beraad(request, gremium)


@require_safe
def gremium(request: HttpRequest, code: str) -> HttpResponse:
    return _beraad(request, queries.gremium_met(code))


def _beraad(request: HttpRequest, gremium) -> HttpResponse:
    pagina = Paginator(queries.vergaderingen(gremium), PER_PAGINA).get_page(
        request.GET.get("pagina")
    )
    is_programmeren = gremium.soort == "programmeerberaad"
    mag_inzien = mag_agenda_inzien(gremium, request.actor)
    return render(request, "opgaven/programmeren/beraad.html", {
        "gremium": gremium, "gremia": queries.gremia(), "pagina": pagina,
        "rijen": [(v, getattr(v, "besluitenlijst", None)) for v in pagina],
        "is_programmeren": is_programmeren, "vandaag": klok.vandaag(),
        "is_directieteam": gremium.soort == "dt",
        "tegen_de_toets": queries.tegen_de_toets() if gremium.soort == "dt" else [],
        "te_agenderen": queries.te_agenderen() if is_programmeren else [],
        "te_toetsen": queries.te_toetsen() if is_programmeren else [],
        "mag_afwijkingen": beletsel_afwijkingen_inzien(request.actor) is None,
        "mag_inzien": mag_inzien, "mag_programmeren": mag_programmeren(request.actor),
        "beraad": BERADEN[GremiumSoort(gremium.soort)],
        "volgende": beraad.volgende_vergadering(gremium, klok.vandaag()) if mag_inzien else None,
        "inbox": list(beraad.inbox(gremium)[:INBOX]) if mag_inzien else [],
        "beletsel_inbrengen": beletsel_punt_inbrengen(gremium=gremium, door=request.actor),
        "beletsel_plannen": beletsel_vergadering_plannen(gremium=gremium, door=request.actor),
        "beletsel_openen": beletsel_besluitenlijst_openen(gremium=gremium, door=request.actor),
    })


@require_http_methods(WIJZIGBAAR)
def vergadering_plannen(request: HttpRequest, code: str) -> HttpResponse:
    beraad = queries.gremium_met(code)
    form = VergaderingForm(invoer(request))
    if request.method == "POST" and form.is_valid() and uitvoeren(
        request, form,
        lambda: kern_vergadering.vergadering_plannen(
            gremium=beraad, door=request.actor, nu=klok.nu(), **form.cleaned_data
        ),
    ):
        return klaar(request, "De vergadering is gepland.", "opgaven:gremium", beraad.code)
    beletsel = beletsel_vergadering_plannen(gremium=beraad, door=request.actor)
    gegevens = {"gremium": beraad, "beletsel": beletsel}
    return toon(request, "opgaven/programmeren/vergadering_plannen.html", gegevens, formulier=form)


@require_POST
def besluitenlijst_openen(request: HttpRequest, id: UUID) -> HttpResponse:
    vergadering = queries.vergadering_met(id)
    lijst = uitvoeren(request, None, lambda: kern_vergadering.besluitenlijst_openen(
        vergadering=vergadering, door=request.actor, nu=klok.nu()
    ))
    if lijst:
        return klaar(request, "", "opgaven:besluitenlijst", lijst.public_id)
    return klaar(request, "", "opgaven:gremium", vergadering.gremium.code)


@require_safe
def besluitenlijst(request: HttpRequest, id: UUID) -> HttpResponse:
    lijst = queries.besluitenlijst_met(id)
    besluiten = queries.besluiten_van(lijst)
    is_concept = lijst.status == "concept"
    return render(request, "opgaven/besluitenlijst/besluitenlijst.html", {
        "lijst": lijst,
        "punten": [
            (b, getattr(b, "programmering", None), rules.beletsel_punt(b) if is_concept else None)
            for b in besluiten
        ],
        "aantal_opdrachten": sum(hasattr(b, "programmering") for b in besluiten),
        "negatief": queries.negatief_getoetst(besluiten),
        "beletsel": rules.beletsel_besluitenlijst_vaststellen(
            besluitenlijst=lijst, besluiten=besluiten, door=request.actor, op=klok.vandaag()
        ),
        "beletsel_toevoegen": rules.beletsel_besluit_agenderen(
            besluitenlijst=lijst, door=request.actor
        ),
        "mag_opstellen": is_concept and rules.mag_opstellen(
            lijst.vergadering.gremium, request.actor
        ),
    })


@require_POST
def besluitenlijst_vaststellen(request: HttpRequest, id: UUID) -> HttpResponse:
    lijst = queries.besluitenlijst_met(id)
    gelukt = uitvoeren(request, None, lambda: domein.besluitenlijst_vaststellen(
        besluitenlijst=lijst, door=request.actor, nu=klok.nu()
    ))
    zin = "De besluitenlijst is vastgesteld." if gelukt else ""
    return klaar(request, zin, "opgaven:besluitenlijst", lijst.public_id)


@require_http_methods(WIJZIGBAAR)
def besluit_agenderen(request: HttpRequest, id: UUID) -> HttpResponse:
    lijst = queries.besluitenlijst_met(id)
    form = BesluitForm(invoer(request))
    if request.method == "POST" and form.is_valid() and uitvoeren(
        request, form,
        lambda: domein.besluit_agenderen(
            besluitenlijst=lijst, door=request.actor, nu=klok.nu(), **form.cleaned_data
        ),
    ):
        zin = "Het besluit staat op de lijst."
        return klaar(request, zin, "opgaven:besluitenlijst", lijst.public_id)
    beletsel = rules.beletsel_besluit_agenderen(besluitenlijst=lijst, door=request.actor)
    gegevens = {"lijst": lijst, "beletsel": beletsel}
    return toon(request, "opgaven/besluitenlijst/besluit_agenderen.html", gegevens, formulier=form)


@require_http_methods(WIJZIGBAAR)
def opdracht_agenderen(request: HttpRequest, id: UUID) -> HttpResponse:
    rij, dag = queries.opdracht_met_alles(id), klok.vandaag()
    lijsten = queries.open_lijsten(dag)
    form = AgenderenForm(invoer(request), lijsten=lijsten)
    if request.method == "POST" and form.is_valid() and uitvoeren(
        request, form,
        lambda: domein.opdracht_agenderen(
            opdracht=rij, door=request.actor, nu=klok.nu(), **form.cleaned_data
        ),
    ):
        lijst = form.cleaned_data["besluitenlijst"]
        zin = "De opdracht staat op de besluitenlijst."
        return klaar(request, zin, "opgaven:besluitenlijst", lijst.public_id)
    beletsel = rules.beletsel_opdracht_agenderen(
        opdracht=rij, door=request.actor, op=dag, staat_op_lijst=queries.staat_op_lijst(rij)
    )
    gegevens = {"opdracht": rij, "beletsel": beletsel, "lijsten": lijsten}
    return toon(request, "opgaven/opdracht/agenderen.html", gegevens, formulier=form)


@require_http_methods(WIJZIGBAAR)
def programmering_motiveren(request: HttpRequest, id: UUID) -> HttpResponse:
    punt = queries.programmering_met(id)
    lijst = punt.besluit.besluitenlijst
    form = MotiveringForm(invoer(request), initial={"motivering": punt.besluit.motivering})
    if request.method == "POST" and form.is_valid() and uitvoeren(
        request, form,
        lambda: domein.programmering_motiveren(
            programmering=punt, door=request.actor, nu=klok.nu(), **form.cleaned_data
        ),
    ):
        zin = "De motivering staat bij het besluit."
        return klaar(request, zin, "opgaven:besluitenlijst", lijst.public_id)
    beletsel = rules.beletsel_programmering_motiveren(programmering=punt, door=request.actor)
    gegevens = {"punt": punt, "lijst": lijst, "beletsel": beletsel}
    return toon(request, "opgaven/besluitenlijst/motiveren.html", gegevens, formulier=form)


@require_POST
def agendering_intrekken(request: HttpRequest, id: UUID) -> HttpResponse:
    punt = queries.programmering_met(id)
    lijst = punt.besluit.besluitenlijst
    gelukt = uitvoeren(request, None, lambda: domein.agendering_intrekken(
        programmering=punt, door=request.actor, nu=klok.nu()
    ))
    zin = "De opdracht is van de lijst." if gelukt else ""
    return klaar(request, zin, "opgaven:besluitenlijst", lijst.public_id)


@require_POST
def herprogrammering_intrekken(request: HttpRequest, id: UUID) -> HttpResponse:
    punt = herprogrammering_met(id)
    lijst = punt.besluit.besluitenlijst
    gelukt = uitvoeren(request, None, lambda: scenario_domein.herprogrammering_intrekken(
        herprogrammering=punt, door=request.actor, nu=klok.nu()
    ))
    zin = "Het punt is van de lijst." if gelukt else ""
    return klaar(request, zin, "opgaven:besluitenlijst", lijst.public_id)


@require_safe
def besluit(request: HttpRequest, id: UUID) -> HttpResponse:
    rij = queries.besluit_met(id)
    return render(request, "kern/besluit/besluit.html", {
        "besluit": rij, "mag_inhoud": queries.mag_inhoud_zien(rij, request.actor),
        "programmering": getattr(rij, "programmering", None),
        "adviezen": beraad.adviezen_bij(rij),
    })
