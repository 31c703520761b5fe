"""Who can I call for …: the finder over published PPPs (R131, R143)."""

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from config.kern import klok
from config.kern.facetten import Facet, Optie
from pdomein import queries

PER_PAGINA = 20


@require_safe
def professionals(request: HttpRequest) -> HttpResponse:
    dag, zoek = klok.vandaag(), request.GET.get("zoek", "").replace("\x00", "")
    domeinen, gekozen = queries.domeinen(), request.GET.getlist("domein")[:1]
    domein = next((d for d in domeinen if d.code in gekozen), None)
    gevonden = queries.professionals(
        op=dag, zoek=zoek, domein=domein.public_id if domein else None
    )
    pagina = Paginator(gevonden, PER_PAGINA).get_page(request.GET.get("pagina"))
    opties = [Optie(d.code, d.naam, None, d == domein) for d in domeinen]
    facetten = [Facet("domein", "Professioneel domein", opties, is_meervoudig=False)]
    return render(request, "pdomein/professionals/zoeken.html", {
        "zoek": zoek, "facetten": facetten, "pagina": pagina,
        "treffers": queries.treffers(list(pagina), op=dag, zoek=zoek),
    })
