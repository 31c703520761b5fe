"""How one opdracht is steered: frames of GS, priority, moves, decharge, accounting, escalation."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.forms import BaseForm
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from config.kern import klok
from config.kern.htmx import klaar, toon, uitvoeren
from config.kern.rules_beraad import beletsel_punt_inbrengen, mag_inzien
from opgaven import queries, rules
from opgaven.domain import sturing as domein
from opgaven.domain.escalatie import escalatie_melden
from opgaven.domain.penc import momentopname_bevriezen as bevriezen
from opgaven.domain.penc import penc_moment_vastleggen as vastleggen
from opgaven.forms import aandacht as aandacht_forms
from opgaven.forms import sturing as forms
from opgaven.models import Opdracht
from opgaven.queries import aandacht, beraad, penc
from opgaven.queries import sturing as lezen
from opgaven.views.beraad import pagina
from opgaven.views.hulp import invoer

WIJZIGBAAR = ["GET", "HEAD", "POST"]


def _beletsels(rij: Opdracht, request: HttpRequest) -> dict[str, Any]:
    met, dag = {"opdracht": rij, "door": request.actor}, klok.vandaag()
    return {
        "kader": rules.beletsel_kader_vastleggen(**met, op=dag, gremia=lezen.kaderende_gremia()),
        "prioriteren": rules.beletsel_opdracht_prioriteren(
            **met, op=dag, gremia=lezen.prioriterende_gremia()
        ),
        "verplaatsen": rules.beletsel_opdracht_verplaatsen(
            **met, op=dag, o_beraad=beraad.opgavenberaad(),
            staat_op_lijst=queries.staat_op_lijst(rij),
        ),
        "verantwoorden": rules.beletsel_verantwoording_afleggen(**met),
        "escaleren": rules.beletsel_escalatie_melden(**met, op=dag),
    }


@require_safe
def sturing(request: HttpRequest, id: UUID) -> HttpResponse:
    rij, dag = queries.opdracht_met(id), klok.vandaag()
    punten = [
        p for p in beraad.punten_over(rij.public_id) if mag_inzien(p.gremium, request.actor)
    ]
    return toon(request, "opgaven/opdracht/sturing.html", {
        "opdracht": rij, "sturing": lezen.sturing_van(rij),
        "geldend": [(k, rules.waarde_in_woorden(k)) for k in lezen.geldende_kaders(rij)],
        "escalaties": aandacht.escalaties_bij(rij, request.actor, dag), "punten": punten,
        "adviezen": beraad.adviezen_over(rij.public_id), "beletsel": _beletsels(rij, request),
        "mag_inbrengen": any(
            beletsel_punt_inbrengen(gremium=g, door=request.actor) is None
            for g in beraad.beraden() if g.soort in ("o_beraad", "programmeerberaad")
        ),
    })


Act = tuple[str, str, str, str, Callable[..., Any], Callable[..., BaseForm]]
HANDELINGEN: dict[str, Act] = {
    "kader": (
        "Besluit van GS vastleggen", "Vastleggen",
        "Wat GS besluit over prioriteit, geld of capaciteit geldt meteen. Een ander beraad kan "
        "daar niet van afwijken.",
        "Het besluit van GS staat bij de opdracht.", domein.kader_vastleggen,
        lambda rij, data: forms.KaderForm(data, besluiten=lezen.besluiten_voor_kader()),
    ),
    "prioriteren": (
        "Andere prioriteit", "Vastleggen",
        "De prioriteit volgt een besluit van een beraad. Een beraad herprioriteert beperkt; grote "
        "opdrachten gaan langs het Directieteam of GS.",
        "De prioriteit is gewijzigd.", domein.opdracht_prioriteren,
        lambda rij, data: forms.PrioriteitForm(
            data, besluiten=lezen.besluiten_voor_prioriteit(),
            initial={"prioriteit": rij.prioriteit},
        ),
    ),
    "verplaatsen": (
        "Naar een andere opgave", "Verplaatsen",
        "De opdracht gaat met alle deelopdrachten naar een andere opgave. De geschiedenis blijft.",
        "De opdracht valt nu onder een andere opgave.", domein.opdracht_verplaatsen,
        lambda rij, data: forms.VerplaatsForm(data, opgaven=lezen.andere_opgaven(rij)),
    ),
    "verantwoorden": (
        "Verantwoording aan de BOG", "Vastleggen",
        "De AOG verantwoordt het resultaat aan de bestuurlijk opdrachtgever.",
        "De verantwoording is vastgelegd.", domein.verantwoording_afleggen,
        lambda rij, data: forms.VerantwoordingForm(data),
    ),
    "escaleren": (
        "Escaleren", "Escaleren",
        "De AON gaat naar de AOG. De AOG gaat alleen met wat buiten de scope valt of tussen "
        "opdrachten speelt naar de domeindirecteur. Daarna volgen het Opgavenberaad, het "
        "programmeerberaad en het Directieteam.",
        "De escalatie is gemeld.", escalatie_melden,
        lambda rij, data: aandacht_forms.EscalatieForm(data),
    ),
}


@require_http_methods(WIJZIGBAAR)
def sturing_handeling(request: HttpRequest, id: UUID, handeling: str) -> HttpResponse:
    rij = queries.opdracht_met(id)
    titel, knop, uitleg, zin, opdracht, maak = HANDELINGEN[handeling]
    form, terug = maak(rij, invoer(request)), reverse("opgaven:sturing", args=[rij.public_id])
    if request.method == "POST" and form.is_valid() and uitvoeren(
        request, form,
        lambda: opdracht(opdracht=rij, door=request.actor, nu=klok.nu(), **form.cleaned_data),
    ):
        return klaar(request, zin, terug)
    return pagina(
        request, form, titel=titel, boven=rij.naam, knop=knop, uitleg=uitleg, terug=terug,
        beletsel=_beletsels(rij, request)[handeling],
    )


# the planning & control cycle


@require_safe
def penc_cyclus(request: HttpRequest) -> HttpResponse:
    dag, dt = klok.vandaag(), queries.directieteam()
    rijen = [
        (m, penc.opname_van(m), rules.beletsel_momentopname_bevriezen(
            moment=m, door=request.actor, dt=dt, op=dag, is_bevroren=False
        ))
        for m in penc.penc_momenten()
    ]
    return toon(request, "opgaven/penc/lijst.html", {
        "rijen": rijen, "vandaag": dag, "beletsel": rules.beletsel_penc(request.actor, dt),
    })


@require_http_methods(WIJZIGBAAR)
def penc_moment_vastleggen(request: HttpRequest) -> HttpResponse:
    form = forms.PencForm(invoer(request), initial={"begrotingsjaar": klok.vandaag().year})
    if request.method == "POST" and form.is_valid() and uitvoeren(
        request, form,
        lambda: vastleggen(door=request.actor, nu=klok.nu(), **form.cleaned_data),
    ):
        return klaar(request, "Het moment staat in de kalender.", "opgaven:penc")
    return pagina(
        request, form, titel="Moment vastleggen", boven="Planning en control", knop="Vastleggen",
        terug=reverse("opgaven:penc"),
        beletsel=rules.beletsel_penc(request.actor, queries.directieteam()),
    )


@require_safe
def penc_moment(request: HttpRequest, id: UUID) -> HttpResponse:
    moment = penc.penc_moment_met(id)
    opname, anderen = penc.opname_van(moment), penc.andere_opnamen(moment)
    met = next((a for a in anderen if str(a.public_id) == request.GET.get("met")), None)
    nu = opname.cijfers if opname else penc.cijfers_op(klok.vandaag())
    return toon(request, "opgaven/penc/moment.html", {
        "moment": moment, "opname": opname, "anderen": anderen, "met": met,
        "blokken": penc.vergelijk(met.cijfers if met else {}, nu),
        "beletsel": rules.beletsel_momentopname_bevriezen(
            moment=moment, door=request.actor, dt=queries.directieteam(), op=klok.vandaag(),
            is_bevroren=opname is not None,
        ),
    })


@require_POST
def momentopname_bevriezen(request: HttpRequest, id: UUID) -> HttpResponse:
    moment = penc.penc_moment_met(id)
    gelukt = uitvoeren(request, None, lambda: bevriezen(
        moment=moment, door=request.actor, nu=klok.nu()
    ))
    zin = "De cijfers zijn bevroren." if gelukt else ""
    return klaar(request, zin, "opgaven:penc-moment", moment.public_id)
