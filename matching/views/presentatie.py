"""The screen on the wall: opened once by a key, after that only by its own cookie (R416).

It never asks who is logged in: it shows what the key allows and knows no button.
"""

import uuid

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from config.kern import klok
from config.kern.fouten import eis
from config.kern.htmx import foutpagina, klaar, toon, uitvoeren
from matching import rules_tafelnotitie as rules
from matching.domain import presentatie as domein
from matching.queries import matchtafel as queries
from matching.queries_scherm import stand_van
from matching.views.matchtafel import sessiepagina
from matching.views.schermknoppen import Knoppen

COOKIE = "inzet_presentatie"
PAD = "/openbaar/matchtafel/"
DONKER = "Dit scherm is gestopt. De voorzitter kan een nieuw scherm starten."


@require_http_methods(["GET", "HEAD", "POST"])
def starten(request: HttpRequest, id: uuid.UUID) -> HttpResponse:
    """Ask for a screen (GET tells what it is); the address is shown once."""
    sessie = queries.sessie_van(id)
    eis(rules.beletsel_presentatie_starten(sessie=sessie, door=request.actor))
    adres = ""
    if request.method == "POST":
        sleutel = uitvoeren(
            request, None, lambda: domein.presentatie_starten(
                sessie=sessie, door=request.actor, nu=klok.nu()
            ),
        )
        if sleutel:
            adres = request.build_absolute_uri(
                reverse("matching:presentatie-openen", args=[sleutel])
            )
    gegevens = {"sessie": sessie, "adres": adres, "loopt": queries.presenteert(sessie)}
    return toon(request, "matching/matchtafel/presentatie_starten.html", gegevens)


@require_POST
def stoppen(request: HttpRequest, id: uuid.UUID) -> HttpResponse:
    sessie = queries.sessie_van(id)
    gelukt = uitvoeren(
        request, None, lambda: domein.presentatie_stoppen(
            sessie=sessie, door=request.actor, nu=klok.nu()
        ) is not None,
    )
    if not gelukt:
        return sessiepagina(request, queries.sessie_van(id))
    return klaar(request, "Het presentatiescherm is gestopt.", "matching:sessie", id)


@require_GET
def openen(request: HttpRequest, sleutel: str) -> HttpResponse:
    """Take the key out of the address at once, so that nothing in the history holds it."""
    if queries.presentatie_van(domein.vingerafdruk(sleutel), klok.nu()) is None:
        return foutpagina(request, 403, DONKER)
    antwoord = redirect("matching:presentatie")
    antwoord.set_cookie(
        COOKIE, sleutel, path=PAD, httponly=True, samesite="Strict",
        secure=settings.SESSION_COOKIE_SECURE,
    )
    return antwoord


@require_GET
def scherm(request: HttpRequest) -> HttpResponse:
    return _stand(request, "matching/matchtafel/presentatie.html")


@require_GET
def stand(request: HttpRequest) -> HttpResponse:
    return _stand(request, "matching/matchtafel/_stand.html")


def _stand(request: HttpRequest, sjabloon: str) -> HttpResponse:
    sleutel = request.COOKIES.get(COOKIE, "")
    presentatie = queries.presentatie_van(domein.vingerafdruk(sleutel), klok.nu())
    if presentatie is None:
        return foutpagina(request, 403, DONKER)
    gegevens = {
        "stand": stand_van(presentatie.sessie, klok.vandaag()), "knoppen": Knoppen(kiezen={}),
        "oob": False,
    }
    return toon(request, sjabloon, gegevens)
