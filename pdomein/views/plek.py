"""Pages about who joins a P-team and who leads it (R112, R123, R128, R156)."""

from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_http_methods, require_POST

from config.kern import klok
from config.kern.htmx import klaar, terug, toon, uitvoeren
from pdomein import queries, rules
from pdomein.domain import pteam as teams
from pdomein.domain.pmanager import pmanager_aanstellen as aanstellen
from pdomein.forms_plek import AansluitingForm, PManagerForm
from pdomein.models import PTeam

LEZEN_EN_SCHRIJVEN = ["GET", "HEAD", "POST"]


@require_http_methods(LEZEN_EN_SCHRIJVEN)
def aansluiting_vastleggen(request: HttpRequest, id: UUID) -> HttpResponse:
    team = queries.pteam_met(id)
    form = AansluitingForm(request.POST or None, dag=klok.vandaag(), label="Wie sluit aan?")
    if request.method == "POST" and form.is_valid() and uitvoeren(
        request, form, lambda: teams.aansluiting_vastleggen(
            pteam=team, door=request.actor, nu=klok.nu(), **form.cleaned_data
        ),
    ):
        return klaar(request, "De collega sluit aan.", "pdomein:pteam", team.public_id)
    return _toon(request, team, "Iemand laten aansluiten", "Vastleggen", form, None)


@require_POST
def aansluiting_beeindigen(request: HttpRequest, id: UUID) -> HttpResponse:
    rij = queries.aansluiting_met(id)
    uitvoeren(request, None, lambda: teams.aansluiting_beeindigen(
        aansluiting=rij, door=request.actor, nu=klok.nu()
    ))
    return terug(request, "pdomein:pteam", rij.pteam.public_id)


@require_http_methods(LEZEN_EN_SCHRIJVEN)
def pmanager_aanstellen(request: HttpRequest, id: UUID) -> HttpResponse:
    team = queries.pteam_met(id)
    form = PManagerForm(request.POST or None, dag=klok.vandaag(), label="Wie wordt P-manager?")
    if request.method == "POST" and form.is_valid() and uitvoeren(
        request, form, lambda: aanstellen(
            pteam=team, door=request.actor, nu=klok.nu(), **form.cleaned_data
        ),
    ):
        return klaar(request, "De P-manager is aangesteld.", "pdomein:pteam", team.public_id)
    beletsel = rules.regie(request.actor, team.domein, "een P-manager aanstellen")
    return _toon(request, team, "P-manager aanstellen", "Aanstellen", form, beletsel)


def _toon(
    request: HttpRequest, team: PTeam, titel: str, knop: str, form: Any, beletsel: Any
) -> HttpResponse:
    return toon(request, "pdomein/pteam/formulier.html", {
        "pteam": team, "titel": titel, "knop": knop, "beletsel": beletsel,
    }, formulier=form)
