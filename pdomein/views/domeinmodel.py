"""The Professioneel Domeinen Model as a page (R174-R178)."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from config.kern import klok
from pdomein import queries


@require_safe
def domeinmodel(request: HttpRequest) -> HttpResponse:
    dag = klok.vandaag()
    bomen = queries.domeinmodel(dag)
    return render(request, "pdomein/vak/domeinmodel.html", {
        "bomen": bomen, "aantal_teams": sum(b.aantal_teams for b in bomen),
        "aantal_mensen": sum(b.aantal_mensen for b in bomen),
        "bedrijfsvoering": queries.met_kenmerk(dag, queries.BEDRIJFSVOERING),
        "lijst": next((e for e in queries.pteamlijsten() if e.is_vastgesteld), None),
    })
