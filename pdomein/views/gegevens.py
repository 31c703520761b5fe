"""Mijn gegevens: what is kept, who looked, how long, and what can be put right (AVG)."""

from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.utils.cache import add_never_cache_headers
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from config.kern import klok, opmaak
from config.kern.eigen_gegevens import Wie, onderdelen, opschoningen, verzamel
from config.kern.fouten import eis
from config.kern.htmx import klaar, terug, toon, uitvoeren
from config.kern.queries import instelling
from pdomein import queries
from pdomein.domain import verzoek as domein
from pdomein.forms_verzoek import AntwoordForm, VerzoekForm
from pdomein.models import Medewerker
from pdomein.queries import verzoek as verzoeken
from pdomein.rules.verzoek import beletsel_rectificatie_behandelen, beletsel_rectificaties_inzien
from pdomein.views.ppp import geen_medewerker, zelf_van

PER_PAGINA = 25
TOON_MAX = 25


def _wie(medewerker: Medewerker) -> Wie:
    return Wie(medewerker.gebruiker_id, {
        "pdomein.medewerker": medewerker.pk,
        **({"kern.gebruiker": medewerker.gebruiker_id} if medewerker.gebruiker_id else {}),
    })


@require_safe
def als_bestand(request: HttpRequest) -> HttpResponse:
    """Everything in one file that a machine can read (AVG 15 and 20)."""
    if (zelf := zelf_van(request)) is None:
        return geen_medewerker(request)
    antwoord = JsonResponse(
        verzamel(_wie(zelf)), json_dumps_params={"ensure_ascii": False, "indent": 2}
    )
    antwoord["Content-Disposition"] = 'attachment; filename="mijn-gegevens-inzet.json"'
    add_never_cache_headers(antwoord)
    return antwoord


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def mijn_gegevens(request: HttpRequest) -> HttpResponse:
    if (zelf := zelf_van(request)) is None:
        return geen_medewerker(request)
    form = VerzoekForm(request.POST or None)
    if request.method == "POST" and form.is_valid() and uitvoeren(
        request, form,
        lambda: domein.rectificatie_verzoeken(
            medewerker=zelf, door=request.actor, nu=klok.nu(), **form.cleaned_data
        ),
    ):
        zin = "Je verzoek is verstuurd. Je krijgt binnen de termijn antwoord."
        return klaar(request, zin, "pdomein:mijn-gegevens")
    dag, alles = klok.vandaag(), verzamel(_wie(zelf))
    return toon(request, "pdomein/gegevens/mijn.html", {
        "delen": [_deel(d.titel, d.uitleg, alles[d.sleutel]) for d in onderdelen()],
        "leeg": [d.titel for d in onderdelen() if not alles[d.sleutel]],
        "ook_vermeld": alles["ookVermeld"], "verzoeken": verzoeken.verzoeken_van(zelf),
        "termijnen": [
            (o.titel, instelling(o.instelling, dag)) for o in opschoningen()
        ],
    }, formulier=form)


def _deel(titel: str, uitleg: str, waarde: Any) -> dict[str, Any]:
    """One part for the page: a list as rows, one thing as one row."""
    rijen = [waarde] if isinstance(waarde, dict) else list(waarde or ())
    return {
        "titel": titel, "uitleg": uitleg, "aantal": len(rijen),
        "rijen": [
            [(_kop(k), _tekst(v)) for k, v in rij.items() if _tekst(v)] for rij in rijen[:TOON_MAX]
        ],
        "meer": max(0, len(rijen) - TOON_MAX),
    }


def _kop(sleutel: str) -> str:
    return sleutel.replace("pteam__naam", "P-team").replace("_", " ").strip().capitalize()


def _tekst(waarde: Any) -> str:
    if isinstance(waarde, datetime):
        return opmaak.moment(waarde)
    if isinstance(waarde, date):
        return opmaak.dag(waarde)
    if isinstance(waarde, bool):
        return "ja" if waarde else "nee"
    if isinstance(waarde, (dict, list)):
        return "staat in het bestand" if waarde else ""
    return "" if waarde is None else str(waarde)


@require_POST
def rectificatie_intrekken(request: HttpRequest, id: UUID) -> HttpResponse:
    rij = verzoeken.eigen_verzoek(request.actor, id)
    if uitvoeren(
        request, None,
        lambda: domein.rectificatie_intrekken(verzoek=rij, door=request.actor, nu=klok.nu()),
    ):
        return klaar(request, "Je verzoek is ingetrokken.", "pdomein:mijn-gegevens")
    return terug(request, "pdomein:mijn-gegevens")


@never_cache
@require_safe
def rectificaties(request: HttpRequest) -> HttpResponse:
    eis(beletsel_rectificaties_inzien(door=request.actor))
    pagina = Paginator(verzoeken.te_behandelen(), PER_PAGINA).get_page(request.GET.get("pagina"))
    return render(request, "pdomein/gegevens/rectificaties.html", {"pagina": pagina})


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def rectificatie(request: HttpRequest, id: UUID) -> HttpResponse:
    rij = domein.rectificaties_inzien(
        verzoek=verzoeken.verzoek_met(id), door=request.actor, nu=klok.nu()
    )
    form = AntwoordForm(request.POST or None)
    if request.method == "POST" and form.is_valid() and uitvoeren(
        request, form,
        lambda: domein.rectificatie_behandelen(
            verzoek=rij, door=request.actor, nu=klok.nu(), **form.cleaned_data
        ),
    ):
        return klaar(request, "Het antwoord is verstuurd.", "pdomein:rectificaties")
    pteam = queries.pteam_van(rij.medewerker, klok.vandaag())
    gegevens = {
        "verzoek": rij, "pteam": pteam,
        "beletsel": beletsel_rectificatie_behandelen(
            verzoek=rij, status="doorgevoerd", antwoord="x", door=request.actor
        ),
    }
    return toon(request, "pdomein/gegevens/rectificatie.html", gegevens, formulier=form)
