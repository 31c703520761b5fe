"""Pages of opdrachten: the portfolio, one opdracht, its profile and its life."""

from collections.abc import Callable
from datetime import date
from typing import Any
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from config.kern import klok
from config.kern.actor import Actor
from config.kern.htmx import klaar, toon, uitvoeren
from opgaven import queries, rules
from opgaven.beeld import beeld_van
from opgaven.domain import opdracht as domein
from opgaven.forms import DechargeForm, OpdrachtForm, RedenForm, TemporiserenForm
from opgaven.forms.opdracht import begin_van
from opgaven.levensloop import VOORBEREIDING
from opgaven.models import Opdracht
from opgaven.queries.afhankelijkheid import verbanden_van
from opgaven.rules.afhankelijkheid import beletsel_afhankelijkheid_vastleggen
from opgaven.views.hulp import invoer, ververs_versie
from opgaven.views.kansen import kansen_van, stappen_van

WIJZIGBAAR = ["GET", "HEAD", "POST"]


@require_safe
def opdracht(request: HttpRequest, id: UUID) -> HttpResponse:
    rij, dag = queries.opdracht_met_alles(id), klok.vandaag()
    punt = queries.open_programmering(rij)
    return render(request, "opgaven/opdracht/opdracht.html", {
        "opdracht": rij,
        "punt": punt,
        "odomein": queries.odomein_van(rij.opgave, dag),
        "scope": queries.geldende_scope(rij),
        "toets": queries.toets_in_delen(rij),
        "heeft_toets": bool(rij.toetsen.all()),
        "is_voorbereiding": rij.status in VOORBEREIDING,
        "aantal_laat": queries.late_mijlpalen(rij, dag),
        "vandaag": dag,
        "kansen": kansen_van(rij, punt, request.actor, dag),
        "stappen": stappen_van(rij),
        **_samenhang(rij, request.actor, dag),
    })


def _samenhang(rij: Opdracht, door: Actor, dag: date) -> dict[str, Any]:
    """What this opdracht hangs on, as a picture and a table (R011)."""
    verbanden = verbanden_van(rij, dag)
    knopen, pijlen = beeld_van(verbanden, rij)
    beletsel = beletsel_afhankelijkheid_vastleggen(opdracht=rij, door=door, op=dag)
    return {
        "verbanden": verbanden, "knopen": knopen, "pijlen": pijlen,
        "beletsel_afhankelijkheid": beletsel, "mag_weghalen": beletsel is None,
    }


@require_http_methods(WIJZIGBAAR)
def opdracht_wijzigen(request: HttpRequest, id: UUID) -> HttpResponse:
    rij = queries.opdracht_met(id)
    form = OpdrachtForm(invoer(request), initial=begin_van(rij))
    if request.method == "POST" and form.is_valid():
        if uitvoeren(request, form, lambda: domein.opdracht_wijzigen(
            opdracht=rij, profiel=form.profiel(), versie=form.cleaned_data["versie"],
            door=request.actor, nu=klok.nu(),
        )):
            return klaar(request, "Het profiel is bewaard.", "opgaven:opdracht", rij.public_id)
        ververs_versie(form, rij.versie)
    beletsel = rules.beletsel_opdracht_wijzigen(
        opdracht=rij, door=request.actor, op=klok.vandaag()
    )
    gegevens = {"opdracht": rij, "beletsel": beletsel}
    return toon(request, "opgaven/opdracht/wijzigen.html", gegevens, formulier=form)


@require_http_methods(WIJZIGBAAR)
def deelopdracht_aanmaken(request: HttpRequest, id: UUID) -> HttpResponse:
    boven = queries.opdracht_met(id)
    form = OpdrachtForm(invoer(request), initial={
        "label": boven.label, "begrotingscode": boven.begrotingscode, "soort": "deelproduct",
    })
    if request.method == "POST" and form.is_valid() and (nieuw := uitvoeren(
        request, form,
        lambda: domein.deelopdracht_aanmaken(
            bovenliggende=boven, profiel=form.profiel(), door=request.actor, nu=klok.nu()
        ),
    )):
        return klaar(request, "De deelopdracht is gemaakt.", "opgaven:opdracht", nieuw.public_id)
    gegevens = {
        "bovenliggende": boven,
        "beletsel": rules.beletsel_deelopdracht_aanmaken(
            bovenliggende=boven, door=request.actor
        ),
    }
    return toon(request, "opgaven/deelopdracht/aanmaken.html", gegevens, formulier=form)


# act: command, form, title, button, explanation, sentence afterwards
HANDELINGEN: dict[str, tuple[Callable[..., Any], type[RedenForm] | None, str, str, str, str]] = {
    "profiel-vaststellen": (
        domein.opdracht_profiel_vaststellen, None, "Profiel vaststellen", "Vaststellen",
        "Je stelt het opdrachtprofiel vast, met de scope die erin staat. Daarna volgt de toets "
        "door compliance & control.",
        "Het profiel is vastgesteld. Nu volgt de toets.",
    ),
    "profiel-heropenen": (
        domein.opdracht_profiel_heropenen, RedenForm, "Profiel heropenen", "Heropenen",
        "De opdracht wordt weer een concept. Een toets die al gedaan is vervalt, want die ging "
        "over het oude profiel.",
        "De opdracht is weer een concept.",
    ),
    "opleveren": (
        domein.opdracht_opleveren, None, "Opgeleverd melden", "Opgeleverd melden",
        "Het resultaat is bereikt. De domeindirecteur ontvangt het en verleent decharge.",
        "De opdracht is opgeleverd gemeld.",
    ),
    "dechargeren": (
        domein.opdracht_dechargeren, DechargeForm, "Decharge verlenen", "Decharge verlenen",
        "Je ontvangt het resultaat en ontslaat de AOG van de verantwoordelijkheid. Bij een "
        "faseovergang gaat de opdracht door.",
        "De decharge is vastgelegd.",
    ),
    "temporiseren": (
        domein.opdracht_temporiseren, TemporiserenForm, "Temporiseren", "Temporiseren",
        "De opdracht gaat langzamer of staat stil. Je kiest of het team vrijkomt voor ander werk.",
        "De opdracht is getemporiseerd.",
    ),
    "hervatten": (
        domein.opdracht_hervatten, RedenForm, "Hervatten", "Hervatten",
        "De opdracht gaat verder waar die was gebleven.", "De opdracht is hervat.",
    ),
    "schrappen": (
        domein.opdracht_schrappen, RedenForm, "Schrappen", "Schrappen",
        "De opdracht gaat niet door. Rollen en inzet eindigen vandaag en open matchvragen "
        "vervallen. Dat kun je niet terugdraaien.", "De opdracht is geschrapt.",
    ),
}


@require_http_methods(WIJZIGBAAR)
def opdracht_handeling(request: HttpRequest, id: UUID, handeling: str) -> HttpResponse:
    rij, dag = queries.opdracht_met(id), klok.vandaag()
    opdracht_, soort, titel, knop, uitleg, zin = HANDELINGEN[handeling]
    kans = kansen_van(rij, queries.open_programmering(rij), request.actor, dag).per_deel.get(
        handeling
    )
    if kans is None and request.method != "POST":
        raise Http404("Deze handeling past nu niet bij de opdracht.")
    form = (soort or RedenForm)(invoer(request))
    if soort is None:
        form.fields.clear()
    if request.method == "POST" and (soort is None or form.is_valid()) and uitvoeren(
        request, form,
        lambda: opdracht_(
            opdracht=rij, door=request.actor, nu=klok.nu(),
            **(form.cleaned_data if soort else {}),
        ),
    ):
        return klaar(request, zin, reverse("opgaven:opdracht", args=[rij.public_id]))
    gegevens = {
        "opdracht": rij, "titel": titel, "knop": knop, "uitleg": uitleg,
        "beletsel": kans.beletsel if kans else None,
    }
    return toon(request, "opgaven/opdracht/onderdeel.html", gegevens, formulier=form)
