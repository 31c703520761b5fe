"""What hangs on what: the picture with its table, and the acts on an opdracht (R011)."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from config.kern import klok
from config.kern.facetten import facet
from config.kern.htmx import klaar, toon, uitvoeren
from opgaven import queries
from opgaven.beeld import MAX_KNOPEN, beeld_van
from opgaven.domain import afhankelijkheid as domein
from opgaven.forms.afhankelijkheid import AfhankelijkheidForm
from opgaven.queries import afhankelijkheid as lezen
from opgaven.rules import afhankelijkheid as rules
from opgaven.views.hulp import invoer

SOORTEN = {"over": "Tussen O-domeinen", "knelt": "Knelt in de tijd"}


@require_safe
def afhankelijkheden(request: HttpRequest) -> HttpResponse:
    domeinen, soorten = request.GET.getlist("odomein"), request.GET.getlist("let_op")
    alle = lezen.verbanden(klok.vandaag())
    over = [
        v for v in alle
        if (not domeinen or {d.code for d in (v.odomein, v.odomein_van) if d} & set(domeinen))
        and ("over" not in soorten or v.is_over_domeinen) and ("knelt" not in soorten or v.knelt)
    ]
    knopen, pijlen = beeld_van(over)
    aantallen = {"over": sum(v.is_over_domeinen for v in alle), "knelt": sum(v.knelt for v in alle)}
    return render(request, "opgaven/afhankelijkheid/lijst.html", {
        "verbanden": over, "knopen": knopen, "pijlen": pijlen, "maximum": MAX_KNOPEN,
        "is_ingekort": len(pijlen) < len(over),
        "facetten": [
            facet("odomein", "O-domein", [
                (d.code, d.naam, sum(d in (v.odomein, v.odomein_van) for v in alle))
                for d in queries.odomeinen()
            ], domeinen),
            facet("let_op", "Let op", [(c, n, aantallen[c]) for c, n in SOORTEN.items()], soorten),
        ],
    })


@require_http_methods(["GET", "HEAD", "POST"])
def afhankelijkheid_vastleggen(request: HttpRequest, id: UUID) -> HttpResponse:
    rij, form = queries.opdracht_met(id), AfhankelijkheidForm(invoer(request))
    if request.method == "POST" and form.is_valid() and uitvoeren(
        request, form,
        lambda: domein.afhankelijkheid_vastleggen(
            opdracht=rij, door=request.actor, nu=klok.nu(), **form.cleaned_data
        ),
    ):
        return klaar(request, "De afhankelijkheid is vastgelegd.", _naar(rij.public_id))
    return toon(request, "opgaven/opdracht/onderdeel.html", {
        "opdracht": rij, "titel": "Afhankelijkheid vastleggen", "knop": "Vastleggen",
        "uitleg": "Je legt vast waar deze opdracht van afhangt. Iedereen ziet het bij beide "
        "opdrachten.",
        "beletsel": rules.beletsel_afhankelijkheid_vastleggen(
            opdracht=rij, door=request.actor, op=klok.vandaag()
        ),
    }, formulier=form)


@require_POST
def afhankelijkheid_vervallen(request: HttpRequest, id: UUID) -> HttpResponse:
    rij = lezen.afhankelijkheid_met(id)
    gelukt = uitvoeren(request, None, lambda: domein.afhankelijkheid_vervallen(
        afhankelijkheid=rij, door=request.actor, nu=klok.nu()
    ))
    zin = "De afhankelijkheid is weg." if gelukt else ""
    return klaar(request, zin, _naar(rij.opdracht.public_id))


def _naar(id: UUID) -> str:
    return f"/opdrachten/{id}/#afhankelijkheden"
