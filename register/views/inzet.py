"""Inzet by hand: record, show, end and correct."""

from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from config.kern import klok
from config.kern.htmx import klaar, toon, uitvoeren
from config.kern.opmaak import fte as fte_tekst
from config.kern.periode import periode_tekst
from register import rules
from register.domain import inzet as domein
from register.domain.correctie import correctie_indienen
from register.domain.inzage import inzet_inzien
from register.forms import RolBeeindigenForm
from register.forms_mandaat import InzetCorrigerenForm, InzetVastleggenForm
from register.models import Correctievoorstel, Inzet
from register.queries import inzet as queries
from register.views.handeling import BLIJFT, pagina


@require_http_methods(["GET", "HEAD", "POST"])
def vastleggen(request: HttpRequest) -> HttpResponse:
    form = InzetVastleggenForm(request.POST or None, initial=request.GET.dict())
    if request.method == "POST" and form.is_valid():
        velden = {k: form.cleaned_data[k] for k in (
            "opdracht", "teamrol", "fte", "begin", "einde", "resultaat", "besluit",
        )}
        rij = uitvoeren(request, form, lambda: domein.inzet_vastleggen(
            medewerker=form.cleaned_data["persoon"], door=request.actor, nu=klok.nu(), **velden
        ))
        if rij:
            return klaar(
                request, "De inzet staat in het register.", "register:inzet", rij.public_id
            )
    return pagina(
        request, form, titel="Inzet vastleggen", knop="Leg de inzet vast",
        terug=reverse("register:register"), terug_tekst="Opdrachtenregister",
        uitleg=["Inzet ontstaat meestal vanzelf uit een match. Dit is voor de uitzondering.",
                "Niemand kan meer uren krijgen dan er vrij zijn."],
        beletsel=rules.beletsel_register_muteren(request.actor),
    )


@require_safe
def tonen(request: HttpRequest, id: UUID) -> HttpResponse:
    rij = inzet_inzien(
        inzet=queries.inzet_met(id), door=request.actor, nu=klok.nu()
    )
    muteren = rules.beletsel_register_muteren(request.actor)
    return toon(request, "register/inzet/tonen.html", {
        "rij": rij, "schakels": queries.schakels_van(rij),
        "periode": periode_tekst(rij.begin_geldigheid, rij.einde_geldigheid),
        "beletsel_wijzigen": muteren or rules.beletsel_gesloten(rij),
        "beletsel_inzien": rules.beletsel_register_inzien(request.actor),
    })


@require_http_methods(["GET", "HEAD", "POST"])
def beeindigen(request: HttpRequest, id: UUID) -> HttpResponse:
    rij = queries.inzet_met(id)
    form = RolBeeindigenForm(request.POST or None, initial={"per": klok.vandaag()})
    form.fields["per"].help_text = "De eerste dag zonder inzet"
    if request.method == "POST" and form.is_valid():
        rest = uitvoeren(request, form, lambda: domein.inzet_beeindigen(
            inzet=rij, door=request.actor, nu=klok.nu(), **form.cleaned_data
        ) or rij)
        if rest:
            return klaar(request, "De inzet is beëindigd.", "register:inzet", rest.public_id)
    return pagina(
        request, form, titel="Inzet beëindigen", knop="Beëindig de inzet", **_over(request, rij)
    )


@require_http_methods(["GET", "HEAD", "POST"])
def corrigeren(request: HttpRequest, id: UUID) -> HttpResponse:
    rij = queries.inzet_met(id)
    form = InzetCorrigerenForm(request.POST or None, initial={
        "fte": rij.fte.normalize(), "begin": rij.begin_geldigheid, "einde": rij.einde_geldigheid,
    })
    if request.method == "POST" and form.is_valid():
        nieuw = uitvoeren(request, form, lambda: correctie_indienen(
            rij=rij, door=request.actor, nu=klok.nu(), **form.cleaned_data
        ))
        if isinstance(nieuw, Correctievoorstel):
            return klaar(request, "Een tweede registerbeheerder kijkt mee.", "register:correcties")
        if nieuw:
            return klaar(request, "De inzet is gecorrigeerd.", "register:inzet", nieuw.public_id)
    return pagina(
        request, form, titel="Inzet corrigeren", knop="Corrigeer de inzet", **_over(request, rij)
    )


def _over(request: HttpRequest, rij: Inzet) -> dict[str, Any]:
    """Hours are shown only to who may change them; that is the registrar."""
    beletsel = rules.beletsel_register_muteren(request.actor)
    feiten = [("Opdracht", rij.opdracht.naam),
              ("Periode nu", periode_tekst(rij.begin_geldigheid, rij.einde_geldigheid))]
    if beletsel is None:
        feiten.append(("Inzet nu", fte_tekst(rij.fte)))
    return {
        "terug": reverse("register:inzet", args=[rij.public_id]), "terug_tekst": "Naar de inzet",
        "boven": rij.get_teamrol_display(), "inleiding": rij.medewerker.naam, "feiten": feiten,
        "beletsel": beletsel or rules.beletsel_gesloten(rij), "uitleg": [BLIJFT],
    }
