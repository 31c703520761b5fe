"""Bottlenecks, escalations and ideas as lists and pages (R032, R063, R221, R383)."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.core.paginator import Paginator
from django.forms import BaseForm
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from config.kern import klok
from config.kern.fouten import eis, geen_recht
from config.kern.htmx import klaar, toon, uitvoeren
from opgaven import queries, rules
from opgaven.domain import escalatie as escalatie_domein
from opgaven.domain import idee as idee_domein
from opgaven.domain import knelpunt as knelpunt_domein
from opgaven.enums import KnelpuntStatus
from opgaven.forms import aandacht as forms
from opgaven.queries import aandacht as lezen
from opgaven.queries import beraad
from opgaven.views.beraad import pagina
from opgaven.views.hulp import invoer

WIJZIGBAAR = ["GET", "HEAD", "POST"]
PER_PAGINA = 25


def _bladeren(request: HttpRequest, rijen: Any) -> Any:
    return Paginator(rijen, PER_PAGINA).get_page(request.GET.get("pagina"))


def _formulier(
    request: HttpRequest, form: BaseForm, doe: Callable[..., Any], zin: str, terug: str,
    **kop: Any,
) -> HttpResponse:
    """Every act of this file: one form, one call, back with a sentence."""
    if request.method == "POST" and form.is_valid() and uitvoeren(
        request, form, lambda: doe(door=request.actor, nu=klok.nu(), **form.cleaned_data)
    ):
        return klaar(request, zin, terug)
    return pagina(request, form, terug=terug, **kop)


# bottlenecks


@require_safe
def knelpunten(request: HttpRequest) -> HttpResponse:
    status = request.GET.get("status", "")
    keuzes = [("", "Open"), *KnelpuntStatus.choices, ("alle", "Alle")]
    return toon(request, "opgaven/knelpunt/lijst.html", {
        "pagina": _bladeren(request, lezen.knelpunten(status)), "vandaag": klok.vandaag(),
        "tabs": [(label, f"?status={code}", code == status) for code, label in keuzes],
        "beletsel": rules.beletsel_knelpunt_melden(door=request.actor),
    })


@require_safe
def knelpunt(request: HttpRequest, id: UUID) -> HttpResponse:
    rij, pb = lezen.knelpunt_met(id), queries.programmeerberaad()
    met = {"knelpunt": rij, "door": request.actor, "beraad": pb}
    return toon(request, "opgaven/knelpunt/knelpunt.html", {
        "knelpunt": rij, "vandaag": klok.vandaag(), "punten": beraad.punten_over(rij.public_id),
        "beletsel_aanpak": rules.beletsel_knelpunt_aanpak_vaststellen(**met, op=klok.vandaag()),
        "beletsel_oplossen": rules.beletsel_knelpunt_oplossen(**met),
    })


@require_http_methods(WIJZIGBAAR)
def knelpunt_melden(request: HttpRequest) -> HttpResponse:
    form = forms.KnelpuntForm(
        invoer(request), professies=queries.professies(), competenties=queries.competenties()
    )
    return _formulier(
        request, form, knelpunt_domein.knelpunt_melden,
        "Het knelpunt is gemeld en ligt bij het beraad.", reverse("opgaven:knelpunten"),
        titel="Knelpunt melden", boven="Capaciteit", knop="Melden",
        uitleg="Het programmeerberaad bepaalt de aanpak, met een eigenaar en een datum.",
        beletsel=rules.beletsel_knelpunt_melden(door=request.actor),
    )


@require_http_methods(WIJZIGBAAR)
def knelpunt_aanpak(request: HttpRequest, id: UUID) -> HttpResponse:
    rij = lezen.knelpunt_met(id)
    form = forms.AanpakForm(invoer(request), initial={
        "aanpak": rij.aanpak, "klaar_voor": rij.klaar_voor,
        "eigenaar": rij.eigenaar.email if rij.eigenaar else "",
    })
    return _formulier(
        request, form,
        lambda **v: knelpunt_domein.knelpunt_aanpak_vaststellen(knelpunt=rij, **v),
        "De aanpak is vastgelegd.", reverse("opgaven:knelpunt", args=[rij.public_id]),
        titel="Aanpak vastleggen", boven=rij.titel, knop="Vastleggen",
        beletsel=rules.beletsel_knelpunt_aanpak_vaststellen(
            knelpunt=rij, door=request.actor, op=klok.vandaag(),
            beraad=queries.programmeerberaad(),
        ),
    )


@require_http_methods(WIJZIGBAAR)
def knelpunt_oplossen(request: HttpRequest, id: UUID) -> HttpResponse:
    rij = lezen.knelpunt_met(id)
    return _formulier(
        request, forms.OplossenForm(invoer(request)),
        lambda **v: knelpunt_domein.knelpunt_oplossen(knelpunt=rij, **v),
        "Het knelpunt is opgelost.", reverse("opgaven:knelpunt", args=[rij.public_id]),
        titel="Knelpunt sluiten", boven=rij.titel, knop="Sluiten",
        beletsel=rules.beletsel_knelpunt_oplossen(
            knelpunt=rij, door=request.actor, beraad=queries.programmeerberaad()
        ),
    )


# escalations


@require_safe
def escalaties(request: HttpRequest) -> HttpResponse:
    rijen = lezen.escalaties_voor(request.actor, klok.vandaag())
    return toon(request, "opgaven/escalatie/lijst.html", {"pagina": _bladeren(request, rijen)})


def _escalatie(request: HttpRequest, id: UUID) -> Any:
    """Only for who has to do with it; the list is the measure."""
    rij = lezen.escalatie_met(id)
    if not lezen.escalaties_voor(request.actor, klok.vandaag()).filter(pk=rij.pk).exists():
        eis(geen_recht("Deze escalatie is alleen te zien voor wie erbij betrokken is."))
    return rij


@require_safe
def escalatie(request: HttpRequest, id: UUID) -> HttpResponse:
    rij = _escalatie(request, id)
    met = {"escalatie": rij, "door": request.actor, "op": klok.vandaag()}
    treden = [("aog", "AOG"), ("domeindirecteur", "Domeindirecteur"), ("beraad", "Beraad")]
    plek = [code for code, _ in treden].index(rij.trede)
    return toon(request, "opgaven/escalatie/escalatie.html", {
        "escalatie": rij, "stappen": lezen.stappen_van_escalatie(rij),
        "punten": beraad.punten_over(rij.public_id),
        "ladder": [
            (label, "gedaan" if n < plek else "nu" if n == plek else "straks")
            for n, (_, label) in enumerate(treden)
        ],
        "beletsel_opschalen": rules.beletsel_escalatie_opschalen(**met),
        "beletsel_sluiten": rules.beletsel_escalatie_sluiten(**met),
    })


@require_http_methods(WIJZIGBAAR)
def escalatie_opschalen(request: HttpRequest, id: UUID) -> HttpResponse:
    rij = _escalatie(request, id)
    form = forms.OpschalenForm(invoer(request), initial={"buiten_scope": rij.buiten_scope})
    return _formulier(
        request, form, lambda **v: escalatie_domein.escalatie_opschalen(escalatie=rij, **v),
        "De escalatie ligt een trede hoger.", reverse("opgaven:escalatie", args=[rij.public_id]),
        titel="Een trede hoger", boven=rij.onderwerp, knop="Opschalen",
        beletsel=rules.beletsel_escalatie_opschalen(
            escalatie=rij, door=request.actor, op=klok.vandaag()
        ),
    )


@require_http_methods(WIJZIGBAAR)
def escalatie_sluiten(request: HttpRequest, id: UUID) -> HttpResponse:
    rij = _escalatie(request, id)
    return _formulier(
        request, forms.SluitenForm(invoer(request)),
        lambda **v: escalatie_domein.escalatie_sluiten(escalatie=rij, **v),
        "De escalatie is gesloten.", reverse("opgaven:escalatie", args=[rij.public_id]),
        titel="Escalatie sluiten", boven=rij.onderwerp, knop="Sluiten",
        uitleg="Boven de AOG sluit een escalatie pas als de AOG en de BOG zijn gehoord.",
        beletsel=rules.beletsel_escalatie_sluiten(
            escalatie=rij, door=request.actor, op=klok.vandaag()
        ),
    )


# ideas


@require_safe
def ideeen(request: HttpRequest) -> HttpResponse:
    return toon(request, "opgaven/idee/lijst.html", {
        "pagina": _bladeren(request, lezen.eigen_ideeen(request.actor)),
        "te_beantwoorden": lezen.te_beantwoorden_ideeen(request.actor),
        "vandaag": klok.vandaag(), "beletsel": rules.beletsel_idee_indienen(door=request.actor),
    })


@require_http_methods(WIJZIGBAAR)
def idee_indienen(request: HttpRequest) -> HttpResponse:
    form = forms.IdeeForm(
        invoer(request), odomeinen=queries.odomeinen(), domeinen=lezen.domeinen()
    )
    return _formulier(
        request, form,
        lambda titel, voorstel, aan, **v: idee_domein.idee_indienen(
            titel=titel, voorstel=voorstel, **form.adres(), **v
        ),
        "Je idee is ingediend. Je krijgt een antwoord met uitleg.", reverse("opgaven:ideeen"),
        titel="Idee indienen", boven="Ideeën", knop="Indienen",
        beletsel=rules.beletsel_idee_indienen(door=request.actor),
    )


def _idee(request: HttpRequest, id: UUID) -> Any:
    rij = lezen.idee_met(id)
    if not rules.mag_idee_inzien(rij, request.actor):
        eis(geen_recht("Dit idee is alleen te zien voor wie het indiende en wie antwoordt."))
    return rij


@require_safe
def idee(request: HttpRequest, id: UUID) -> HttpResponse:
    rij = _idee(request, id)
    return toon(request, "opgaven/idee/idee.html", {
        "idee": rij, "is_eigen": rij.indiener_id == request.actor.gebruiker_id,
        "punten": beraad.punten_over(rij.public_id),
        "beletsel_beantwoorden": rules.beletsel_idee_beantwoorden(
            idee=rij, door=request.actor, op=klok.vandaag()
        ),
    })


@require_http_methods(WIJZIGBAAR)
def idee_beantwoorden(request: HttpRequest, id: UUID) -> HttpResponse:
    rij, dag = _idee(request, id), klok.vandaag()
    form = forms.AntwoordForm(invoer(request), opgaven=lezen.opgaven_van(rij.odomein, dag))
    return _formulier(
        request, form, lambda **v: idee_domein.idee_beantwoorden(idee=rij, **v),
        "Je antwoord is verstuurd.", reverse("opgaven:idee", args=[rij.public_id]),
        titel="Idee beantwoorden", boven=rij.titel, knop="Antwoorden",
        beletsel=rules.beletsel_idee_beantwoorden(idee=rij, door=request.actor, op=dag),
    )


@require_POST
def idee_intrekken(request: HttpRequest, id: UUID) -> HttpResponse:
    rij = _idee(request, id)
    gelukt = uitvoeren(request, None, lambda: idee_domein.idee_intrekken(
        idee=rij, door=request.actor, nu=klok.nu()
    ))
    return klaar(request, "Je idee is ingetrokken." if gelukt else "", "opgaven:ideeen")
