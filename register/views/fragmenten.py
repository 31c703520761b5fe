"""Pieces that lower pages ask for by URL name: they know of no register (HUIS §2)."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from config.kern import klok
from pdomein.queries import domein_met, medewerker_met
from register import queries
from register.enums import RolCode
from register.queries import schermen, team


@require_safe
def driehoek(request: HttpRequest, id: UUID) -> HttpResponse:
    opdracht = schermen.opdracht_met(id)
    return render(request, "register/_driehoek.html", {
        "opdracht": opdracht, "hoeken": schermen.hoeken(opdracht, klok.vandaag()),
    })


@require_safe
def uittreksel_opdracht(request: HttpRequest, id: UUID) -> HttpResponse:
    opdracht, moment = schermen.opdracht_met(id), schermen.Moment(klok.vandaag())
    return render(request, "register/_uittreksel_opdracht.html", {
        "vermelding": schermen.opdracht_vermelding(opdracht, moment),
        "mag_fte": schermen.mag_fte_zien(request.actor, opdracht), "moment": moment,
    })


@require_safe
def inzet_pteam(request: HttpRequest, id: UUID) -> HttpResponse:
    inzet = team.teaminzet(request.actor, team.pteam_met(id), klok.vandaag())
    return render(request, "register/_inzet_pteam.html", {
        "teaminzet": inzet, "vandaag": klok.vandaag(),
    })


@require_safe
def opgaven_medewerker(request: HttpRequest, id: UUID) -> HttpResponse:
    inzetten = queries.inzet_van(medewerker_met(id), klok.vandaag())
    return render(request, "register/_opgaven_medewerker.html", {"inzetten": inzetten})


@require_safe
def rollen_medewerker(request: HttpRequest, id: UUID) -> HttpResponse:
    medewerker, moment = medewerker_met(id), schermen.Moment(klok.vandaag())
    return render(request, "register/_rollen_medewerker.html", {
        "medewerker": medewerker,
        "rollen": [r for r in schermen.rollen_alle(medewerker, moment) if r.geldt],
    })


@require_safe
def houder_domein(request: HttpRequest, id: UUID) -> HttpResponse:
    """Who leads a professional domain on this day; there should be exactly one (R094)."""
    domein = domein_met(id)
    return render(request, "register/_houder_domein.html", {
        "houder": queries.houder(RolCode.DIRECTEUR_MO, domein, klok.vandaag()),
    })
