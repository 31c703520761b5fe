"""The exception for the Dienst Beheer Infrastructuur, with its day of review (R321-R326)."""

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_http_methods

from config.kern import klok
from config.kern.htmx import klaar, toon, uitvoeren
from opgaven.domain.dbi import dbiuitzondering_vastleggen
from opgaven.forms.programmeren import DbiForm
from opgaven.queries.dbi import dbi_afwijkingen, odomein_met
from opgaven.rules.dbi import beletsel_dbiuitzondering_vastleggen
from opgaven.views.hulp import invoer


@require_http_methods(["GET", "HEAD", "POST"])
def dbi_uitzondering(request: HttpRequest, code: str) -> HttpResponse:
    odomein, dag = odomein_met(code), klok.vandaag()
    form = DbiForm(invoer(request))
    if request.method == "POST" and form.is_valid() and uitvoeren(
        request, form,
        lambda: dbiuitzondering_vastleggen(
            odomein=odomein, door=request.actor, nu=klok.nu(), **form.cleaned_data
        ),
    ):
        zin = "Het besluit is vastgelegd."
        return klaar(request, zin, "opgaven:dbi-uitzondering", odomein.code)
    return toon(request, "opgaven/opgave/dbi.html", {
        "odomein": odomein, "vandaag": dag, "afwijkingen": dbi_afwijkingen(odomein),
        "beletsel": beletsel_dbiuitzondering_vastleggen(
            odomein=odomein, door=request.actor, op=dag
        ),
    }, formulier=form)
