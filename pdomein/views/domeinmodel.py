"""The Professioneel Domeinen Model as a page (R174-R178)."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_http_methods, require_safe

from config.kern import klok
from config.kern.htmx import klaar, toon, uitvoeren
from pdomein import queries, rules
from pdomein.domain.ordening import pteam_kenmerken_vastleggen as vastleggen
from pdomein.forms_beraad import KenmerkenForm


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


@require_http_methods(["GET", "HEAD", "POST"])
def pteam_kenmerken_vastleggen(request: HttpRequest, id: UUID) -> HttpResponse:
    team = queries.pteam_met(id)
    form = KenmerkenForm(request.POST or None, initial={"kenmerken": " ".join(team.kenmerken)})
    if request.method == "POST" and form.is_valid() and uitvoeren(
        request, form, lambda: vastleggen(
            pteam=team, door=request.actor, nu=klok.nu(), **form.cleaned_data
        ),
    ):
        return klaar(request, "De kenmerken zijn bewaard.", "pdomein:pteam", team.public_id)
    return toon(request, "pdomein/pteam/kenmerken_vastleggen.html", {
        "pteam": team, "beletsel": rules.beletsel_pteam_kenmerken_vastleggen(
            pteam=team, kenmerken=[], door=request.actor
        ),
    }, formulier=form)
