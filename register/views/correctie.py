"""Corrections that change the past: a second registrar confirms or refuses."""

from uuid import UUID

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from config.kern import klok
from config.kern.fouten import eis
from config.kern.htmx import klaar, terug, toon, uitvoeren
from register import rules
from register.domain import correctie as domein
from register.forms_mandaat import CorrectieAfwijzenForm
from register.queries import correctie as queries
from register.views.handeling import pagina

PER_PAGINA = 20


@require_safe
def lijst(request: HttpRequest) -> HttpResponse:
    eis(rules.beletsel_register_muteren(request.actor))
    blad = Paginator(queries.voorstellen(), PER_PAGINA).get_page(request.GET.get("pagina"))
    regels = [
        (queries.voorstelregel(v),
         rules.beletsel_correctie_bevestigen(voorstel=v, door=request.actor))
        for v in blad
    ]
    return toon(request, "register/correctie/lijst.html", {"pagina": blad, "regels": regels})


@require_POST
def bevestigen(request: HttpRequest, id: UUID) -> HttpResponse:
    voorstel = queries.voorstel_met(id)
    nieuw = uitvoeren(request, None, lambda: domein.correctie_bevestigen(
        voorstel=voorstel, door=request.actor, nu=klok.nu()
    ))
    if nieuw is None:
        return terug(request, "register:correcties")
    return klaar(request, "De correctie staat in het register.", "register:correcties")


@require_http_methods(["GET", "HEAD", "POST"])
def afwijzen(request: HttpRequest, id: UUID) -> HttpResponse:
    voorstel = queries.voorstel_met(id)
    form = CorrectieAfwijzenForm(request.POST or None)
    if form.is_valid() and uitvoeren(request, form, lambda: domein.correctie_afwijzen(
        voorstel=voorstel, door=request.actor, nu=klok.nu(), **form.cleaned_data
    )):
        return klaar(request, "De correctie gaat niet door.", "register:correcties")
    regel = queries.voorstelregel(voorstel)
    return pagina(
        request, form, titel="Correctie afwijzen", knop="Wijs de correctie af",
        terug=reverse("register:correcties"), terug_tekst="Alle correcties", boven=regel.over,
        feiten=[("Periode nu", regel.oud), ("Voorgesteld", regel.nieuw),
                ("Reden", voorstel.reden)],
        beletsel=rules.beletsel_register_muteren(request.actor), uitleg=(),
    )
