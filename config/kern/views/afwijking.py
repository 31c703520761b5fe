"""Afwijkingen: one list of everything that was explained, with what is due (SCHERMEN 14)."""

from uuid import UUID

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from config.kern import klok, queries
from config.kern import queries_afwijking as lezen
from config.kern import rules_afwijking as rules
from config.kern.afwijkingsregels import REGELS, regel
from config.kern.domain import afwijking as domein
from config.kern.forms_afwijking import AfwijkingForm, HerzienForm
from config.kern.fouten import eis
from config.kern.htmx import klaar, toon, uitvoeren

PER_PAGINA = 25


@require_safe
def afwijkingen(request: HttpRequest) -> HttpResponse:
    eis(rules.beletsel_afwijkingen_inzien(request.actor))
    dag = klok.vandaag()
    dagen = queries.instelling("AFWIJKING_SIGNAAL_DAGEN", dag)
    stand, code = request.GET.get("stand", "geldig"), request.GET.get("regel", "")
    rijen = lezen.afwijkingen(dag, dagen, code if code in REGELS else "", stand)
    pagina = Paginator(rijen, PER_PAGINA).get_page(request.GET.get("pagina"))
    return toon(request, "kern/afwijking/lijst.html", {
        "pagina": pagina, "rijen": [(a, regel(a.regel), a.volgorde == 0) for a in pagina],
        "vandaag": dag, "aantal_te_herzien": lezen.aantal_te_herzien(dag, dagen),
        "tabs": [
            (label, f"?stand={s}&regel={code}", s == stand) for s, label in lezen.STANDEN
        ],
        "regels": [
            (c, regel(c).naam, n, c == code) for c, n in lezen.aantal_per_regel().items()
        ],
        "stand": stand,
        "beletsel": rules.beletsel_afwijking_vastleggen(door=request.actor, op=dag),
    })


@require_http_methods(["GET", "HEAD", "POST"])
def afwijking_vastleggen(request: HttpRequest) -> HttpResponse:
    form = AfwijkingForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid() and uitvoeren(
        request, form,
        lambda: domein.afwijking_vastleggen(
            door=request.actor, nu=klok.nu(), **form.cleaned_data
        ),
    ):
        return klaar(request, "De afwijking is vastgelegd.", "kern:afwijkingen")
    return toon(request, "kern/afwijking/formulier.html", {
        "titel": "Afwijking uitleggen", "boven": "Pas toe of leg uit", "knop": "Vastleggen",
        "terug_url": reverse("kern:afwijkingen"),
        "beletsel": rules.beletsel_afwijking_vastleggen(door=request.actor, op=klok.vandaag()),
    }, formulier=form)


@require_safe
def afwijking(request: HttpRequest, id: UUID) -> HttpResponse:
    eis(rules.beletsel_afwijkingen_inzien(request.actor))
    rij = lezen.afwijking_met(id)
    return toon(request, "kern/afwijking/afwijking.html", {
        "afwijking": rij, "regel": regel(rij.regel), "vandaag": klok.vandaag(),
        "beletsel": rules.beletsel_afwijking_herzien(
            afwijking=rij, door=request.actor, op=klok.vandaag()
        ),
    })


@require_http_methods(["GET", "HEAD", "POST"])
def afwijking_herzien(request: HttpRequest, id: UUID) -> HttpResponse:
    eis(rules.beletsel_afwijkingen_inzien(request.actor))
    rij = lezen.afwijking_met(id)
    form = HerzienForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid() and uitvoeren(
        request, form,
        lambda: domein.afwijking_herzien(
            afwijking=rij, door=request.actor, nu=klok.nu(), **form.cleaned_data
        ),
    ):
        return klaar(request, "De afwijking is opnieuw bekeken.", "kern:afwijkingen")
    return toon(request, "kern/afwijking/formulier.html", {
        "titel": "Opnieuw bekijken", "boven": rij.object_naam, "knop": "Vastleggen",
        "terug_url": reverse("kern:afwijking", args=[rij.public_id]),
        "beletsel": rules.beletsel_afwijking_herzien(
            afwijking=rij, door=request.actor, op=klok.vandaag()
        ),
    }, formulier=form)
