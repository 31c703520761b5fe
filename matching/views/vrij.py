"""Own people who are free or nearly free, with work that fits (R242, SCHERMEN 13)."""

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from config.kern import klok
from config.kern.fouten import eis
from config.kern.htmx import toon
from matching.queries.vrij import teams_van, vrije_mensen
from register.domain.inzien import eigen_mensen_inzien
from register.rules.capaciteit import beletsel_capaciteit_inzien
from register.views.capaciteit import tabs


@require_safe
def vrij(request: HttpRequest) -> HttpResponse:
    eis(beletsel_capaciteit_inzien(door=request.actor))
    teams = teams_van(request.actor)
    mensen = vrije_mensen(teams, klok.vandaag())
    if teams:
        eigen_mensen_inzien(
            mensen=[v.medewerker for v in mensen], door=request.actor, nu=klok.nu()
        )
    return toon(request, "matching/vrij.html", {
        "mensen": mensen, "heeft_team": bool(teams), "tabs": tabs("matching:vrij"),
    })
