"""The tree, one opgave, and the decision under which O-domein it falls."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_http_methods, require_safe

from config.kern import klok
from config.kern.htmx import klaar, toon, uitvoeren
from opgaven import queries, rules
from opgaven.domain.opdracht import opdracht_aanmaken as aanmaken
from opgaven.domain.opgave import opgave_toedelen as toedelen
from opgaven.forms import OpdrachtForm, ToedelenForm
from opgaven.views.hulp import invoer


@require_safe
def opgaven(request: HttpRequest) -> HttpResponse:
    jaar = request.GET.get("jaar", "")
    begroting = queries.begroting_van(int(jaar) if jaar.isdecimal() and len(jaar) == 4 else None)
    takken = queries.boom(begroting, klok.vandaag()) if begroting else []
    return render(request, "opgaven/opgave/boom.html", {
        "begroting": begroting, "takken": takken, "jaren": queries.begrotingsjaren(),
    })


@require_safe
def opgave_tak(request: HttpRequest, id: UUID) -> HttpResponse:
    opgave = queries.opgave_met(id)
    return render(request, "opgaven/opgave/_tak.html", {
        "opgave": opgave, "opdrachten": queries.opdrachten_van(opgave),
    })


@require_safe
def opgave(request: HttpRequest, id: UUID) -> HttpResponse:
    opgave, dag = queries.opgave_met(id), klok.vandaag()
    return render(request, "opgaven/opgave/opgave.html", {
        "opgave": opgave,
        "odomein": queries.odomein_van(opgave, dag),
        "toedelingen": queries.toedelingen_van(opgave),
        "opdrachten": queries.opdrachten_van(opgave),
        "beletsel_aanmaken": rules.beletsel_opdracht_aanmaken(
            opgave=opgave, door=request.actor, op=dag
        ),
        "beletsel_toedelen": rules.beletsel_opgave_toedelen(opgave=opgave, door=request.actor),
    })


@require_http_methods(["GET", "HEAD", "POST"])
def opdracht_aanmaken(request: HttpRequest, id: UUID) -> HttpResponse:
    opgave, dag = queries.opgave_met(id), klok.vandaag()
    form = OpdrachtForm(invoer(request), initial={"label": opgave.label_standaard})
    if request.method == "POST" and form.is_valid() and (nieuw := uitvoeren(
        request, form,
        lambda: aanmaken(
            opgave=opgave, profiel=form.profiel(), door=request.actor, nu=klok.nu()
        ),
    )):
        zin = "De opdracht is gemaakt. Maak het profiel af: scope en capaciteitsvragen."
        return klaar(request, zin, "opgaven:opdracht", nieuw.public_id)
    beletsel = rules.beletsel_opdracht_aanmaken(opgave=opgave, door=request.actor, op=dag)
    gegevens = {
        "opgave": opgave, "beletsel": beletsel,
        "ander_werk": queries.ander_werk(opgave),
    }
    return toon(request, "opgaven/opdracht/aanmaken.html", gegevens, formulier=form)


@require_http_methods(["GET", "HEAD", "POST"])
def opgave_toedelen(request: HttpRequest, id: UUID) -> HttpResponse:
    opgave, dag = queries.opgave_met(id), klok.vandaag()
    form = ToedelenForm(
        invoer(request), gremia=queries.toedelende_gremia(), odomeinen=queries.odomeinen(),
        initial={"begin": dag},
    )
    if request.method == "POST" and form.is_valid() and uitvoeren(
        request, form,
        lambda: toedelen(opgave=opgave, door=request.actor, nu=klok.nu(), **form.cleaned_data),
    ):
        return klaar(request, "De opgave is toegedeeld.", "opgaven:opgave", opgave.public_id)
    beletsel = rules.beletsel_opgave_toedelen(opgave=opgave, door=request.actor)
    gegevens = {
        "opgave": opgave, "beletsel": beletsel, "toedelingen": queries.toedelingen_van(opgave),
    }
    return toon(request, "opgaven/opgave/toedelen.html", gegevens, formulier=form)
