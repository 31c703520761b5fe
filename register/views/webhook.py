"""Beheer of webhooks: who listens, with which secret, and how the deliveries go."""

from uuid import UUID

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from config.kern import klok
from config.kern.htmx import klaar, toon, uitvoeren
from config.kern.views.beheer import beheerder
from register.domain import webhook as domein
from register.enums import GebeurtenisSoort
from register.forms_toezicht import WebhookForm
from register.queries import webhook as vragen

PER_PAGINA = 25


@require_safe
@beheerder
def lijst(request: HttpRequest) -> HttpResponse:
    pagina = Paginator(vragen.webhooks(), PER_PAGINA).get_page(request.GET.get("pagina"))
    return toon(request, "register/webhook/lijst.html", {"pagina": pagina})


@require_http_methods(["GET", "HEAD", "POST"])
@beheerder
def toevoegen(request: HttpRequest) -> HttpResponse:
    form = WebhookForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        nieuw = uitvoeren(request, form, lambda: domein.webhook_toevoegen(
            door=request.actor, nu=klok.nu(), **form.cleaned_data
        ))
        if nieuw:
            zin = "De webhook is toegevoegd. Geef het geheim aan de ontvanger."
            return klaar(request, zin, "register:webhook", nieuw.public_id)
    return toon(request, "register/webhook/toevoegen.html", formulier=form)


@require_safe
@beheerder
def tonen(request: HttpRequest, id: UUID) -> HttpResponse:
    webhook = vragen.webhook_met(id)
    pagina = Paginator(vragen.bezorgingen_van(webhook), PER_PAGINA).get_page(
        request.GET.get("pagina")
    )
    return toon(request, "register/webhook/tonen.html", {
        "webhook": webhook, "soorten": [GebeurtenisSoort(s).label for s in webhook.soorten],
        "geheim": domein.geheim_van(webhook), "pagina": pagina,
    })


@require_POST
@beheerder
def schakelen(request: HttpRequest, id: UUID) -> HttpResponse:
    webhook = vragen.webhook_met(id)
    aan = request.POST.get("actief") == "ja"
    uitvoeren(request, None, lambda: domein.webhook_schakelen(
        webhook=webhook, is_actief=aan, door=request.actor, nu=klok.nu()
    ))
    zin = "De webhook staat aan." if aan else "De webhook staat uit. Wat wacht, blijft bewaard."
    return klaar(request, zin, "register:webhook", id)


@require_POST
@beheerder
def geheim(request: HttpRequest, id: UUID) -> HttpResponse:
    uitvoeren(request, None, lambda: domein.webhook_geheim_vernieuwen(
        webhook=vragen.webhook_met(id), door=request.actor, nu=klok.nu()
    ))
    return klaar(request, "Het geheim is vernieuwd.", "register:webhook", id)


@require_POST
@beheerder
def herhalen(request: HttpRequest, id: UUID) -> HttpResponse:
    bezorging = vragen.bezorging_met(id)
    gelukt = uitvoeren(request, None, lambda: domein.bezorging_herhalen(
        bezorging=bezorging, door=request.actor, nu=klok.nu()
    ))
    zin = "De gebeurtenis wordt opnieuw bezorgd." if gelukt else ""
    return klaar(request, zin, "register:webhook", bezorging.webhook.public_id)
