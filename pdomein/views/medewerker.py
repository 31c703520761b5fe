"""Pages about people: somebody else's page, and the own people of a P-manager."""

from datetime import date
from typing import Any
from uuid import UUID

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.cache import add_never_cache_headers
from django.views.decorators.http import require_safe

from config.kern import klok
from pdomein import queries
from pdomein.domain.ppp import ppp_inzien
from pdomein.models import Medewerker
from pdomein.queries import ontwikkeling as leren
from pdomein.queries import pppkring
from pdomein.queries.pppkring import lezer_met_toestemming
from pdomein.views.hulp import facet_van_teams

PER_PAGINA = 25
WAARVOOR = {
    "eigen": "eigen profiel",
    "pmanager": "als P-manager",
    "collega": "als collega",
    "toestemming": "met toestemming",
}


@require_safe
def medewerker(request: HttpRequest, id: UUID) -> HttpResponse:
    persoon, dag, actor = queries.medewerker_met(id), klok.vandaag(), request.actor
    waarvoor = WAARVOOR[lezer_met_toestemming(actor, persoon, dag)]
    weergave = ppp_inzien(medewerker=persoon, waarvoor=waarvoor, door=actor, nu=klok.nu())
    pteam = queries.pteam_van(persoon, dag)
    antwoord = render(request, "pdomein/medewerker/medewerker.html", {
        "persoon": persoon,
        "pteam": pteam,
        "teamnaam": pteam.naam if pteam else "",
        "weergave": weergave,
        "normen": queries.normen_van(persoon, dag),
        "vakcirkels": queries.vakcirkels_van(persoon),
        "is_in_dienst": persoon.is_in_dienst(dag),
        **_voor_pmanager(persoon, weergave.lezer, dag),
        "kan_herkennen": actor.medewerker_id not in (None, persoon.pk),
    })
    add_never_cache_headers(antwoord)
    return antwoord


def _voor_pmanager(persoon: Medewerker, lezer: str, dag: date) -> dict[str, Any]:
    """What the own P-manager sees besides: only what may be known (R327, R328)."""
    if lezer != queries.PMANAGER:
        return {"beperkt": (), "normstanden": ()}
    return {
        "beperkt": queries.beperkt_beschikbaar(persoon, dag),
        "normstanden": pppkring.normstanden(persoon, dag)
        if pppkring.is_pmanager(persoon, dag) else (),
    }


@require_safe
def mijn_mensen(request: HttpRequest) -> HttpResponse:
    zelf, dag = queries.eigen_medewerker(request.actor), klok.vandaag()
    zoek, teamkeuze = request.GET.get("zoek", ""), request.GET.get("team", "")
    teams = list(queries.pteams_van_pmanager(zelf, dag)) if zelf else []
    gekozen = next((t for t in teams if t.code == teamkeuze), None)
    mensen = queries.mijn_mensen(
        zelf, op=dag, zoek=zoek, pteam=gekozen.public_id if gekozen else None
    ) if zelf else []
    pagina = Paginator(mensen, PER_PAGINA).get_page(request.GET.get("pagina"))
    antwoord = render(request, "pdomein/medewerker/mijn_mensen.html", {
        "teams": teams, "zoek": zoek, "pagina": pagina,
        "facetten": [facet_van_teams(teams, gekozen)],
        "rijen": queries.ppp_standen(pagina, dag),
        "voorstellen": leren.open_voorstellen([t.pk for t in teams], dag),
        "span": queries.span_van(zelf, dag) if teams else None,
        "dekking": pppkring.dekking_op(mensen, dag) if teams else None,
    })
    add_never_cache_headers(antwoord)
    return antwoord
