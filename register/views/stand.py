"""The register as a whole: as a file, as a difference, and as the outside world sees it."""

import base64
from datetime import date
from urllib.parse import urlencode

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from config.kern import klok
from config.kern.htmx import toon
from register.domain.export import register_exporteren
from register.forms_toezicht import OpenbaarForm, VerschilForm
from register.queries import stand
from register.queries.bevoegdheid import kennismoment
from register.queries.schermen import Moment
from register.rules import beletsel_register_inzien, eis_inzien
from register.views.moment import moment_van

PER_PAGINA = 50


@require_safe
def exporteren(request: HttpRequest, soort: str) -> HttpResponse:
    uit = register_exporteren(
        moment=moment_van(request), soort=soort, zoek=request.GET.get("zoek", "")[:100],
        rollen=request.GET.getlist("rol"), door=request.actor, nu=klok.nu(),
    )
    merk = base64.b64encode(bytes.fromhex(uit.sha256)).decode()
    return HttpResponse(uit.inhoud, content_type=uit.media_type, headers={
        "Content-Disposition": f'attachment; filename="{uit.naam}"',
        "Repr-Digest": f"sha-256=:{merk}:",
    })


@require_safe
def verschil(request: HttpRequest) -> HttpResponse:
    vandaag = klok.vandaag()
    form = VerschilForm(request.GET if "van" in request.GET else None, initial={
        "van": vandaag.replace(month=1, day=1), "tot": vandaag,
    })
    uitkomst = None
    if form.is_bound and form.is_valid():
        vraag = form.cleaned_data
        uitkomst = stand.verschil(
            _moment(request, vraag["van"], vraag["van_bekend"]),
            _moment(request, vraag["tot"], vraag["tot_bekend"]),
        )
    return toon(request, "register/verschil.html", {
        "uitkomst": uitkomst, "beletsel_inzien": beletsel_register_inzien(request.actor),
    }, formulier=form)


def _moment(request: HttpRequest, dag: date, bekend: date | None) -> Moment:
    if bekend is None or bekend >= klok.vandaag():
        return Moment(dag)
    eis_inzien(request.actor)
    gekozen = {"geldig_op": dag.isoformat(), "bekend_op": bekend.isoformat()}
    return Moment(dag, kennismoment(bekend), bekend, False, f"?{urlencode(gekozen)}")


@require_safe
def openbaar(request: HttpRequest) -> HttpResponse:
    """Only when the province wants it: name and function, on a day of choice (R195)."""
    vandaag = klok.vandaag()
    if not stand.is_openbaar(vandaag):
        raise Http404("Deze pagina bestaat niet.")
    form = OpenbaarForm(request.GET)
    vraag = form.cleaned_data if form.is_valid() else {"dag": None, "zoek": ""}
    dag = min(vraag.get("dag") or vandaag, vandaag)
    rijen = stand.openbare_rijen(dag, vraag.get("zoek", ""))
    pagina = Paginator(rijen, PER_PAGINA).get_page(request.GET.get("pagina"))
    return toon(request, "register/openbaar.html", {
        "pagina": pagina, "functionarissen": stand.functionarissen(pagina.object_list),
        "dag": dag, "zoek": vraag.get("zoek", ""),
    })
