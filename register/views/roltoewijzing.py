"""The registrar's acts: assign, end, correct."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_http_methods

from config.kern import klok
from config.kern.htmx import klaar, toon, uitvoeren
from register import rules
from register.domain import roltoewijzing as domein
from register.domain.correctie import correctie_indienen
from register.forms import RolBeeindigenForm, RolCorrigerenForm, RolToewijzenForm
from register.models import Correctievoorstel
from register.queries import schermen


@require_http_methods(["GET", "HEAD", "POST"])
def toewijzen(request: HttpRequest) -> HttpResponse:
    form = RolToewijzenForm(request.POST or None, initial=request.GET.dict())
    if request.method == "POST" and form.is_valid():
        velden = {k: form.cleaned_data[k] for k in ("op", "begin", "einde", "besluit")}
        rij = uitvoeren(request, form, lambda: domein.rol_toewijzen(
            rol_code=form.cleaned_data["rol"].code, medewerker=form.cleaned_data["persoon"],
            uitzondering=form.cleaned_data["uitzondering"], door=request.actor, nu=klok.nu(),
            **velden,
        ))
        if rij:
            return klaar(
                request, "De rol staat in het register.", "register:roltoewijzing", rij.public_id
            )
    return toon(request, "register/roltoewijzing/toewijzen.html", {
        "beletsel": rules.beletsel_register_muteren(request.actor),
    }, formulier=form)


@require_http_methods(["GET", "HEAD", "POST"])
def beeindigen(request: HttpRequest, id: UUID) -> HttpResponse:
    rij = schermen.roltoewijzing_met(id)
    form = RolBeeindigenForm(request.POST or None, initial={"per": klok.vandaag()})
    if request.method == "POST" and form.is_valid() and uitvoeren(
        request, form,
        lambda: domein.rol_beeindigen(
            toewijzing=rij, door=request.actor, nu=klok.nu(), **form.cleaned_data
        ) or rij,
    ):
        return klaar(
            request, "De rol is beëindigd.", "register:medewerker", rij.medewerker.public_id
        )
    return _wijzigen(request, "register/roltoewijzing/beeindigen.html", rij, form)


@require_http_methods(["GET", "HEAD", "POST"])
def corrigeren(request: HttpRequest, id: UUID) -> HttpResponse:
    rij = schermen.roltoewijzing_met(id)
    begin = {"begin": rij.begin_geldigheid, "einde": rij.einde_geldigheid}
    form = RolCorrigerenForm(request.POST or None, initial=begin)
    if request.method == "POST" and form.is_valid():
        nieuw = uitvoeren(request, form, lambda: correctie_indienen(
            rij=rij, door=request.actor, nu=klok.nu(), **form.cleaned_data
        ))
        if isinstance(nieuw, Correctievoorstel):
            return klaar(request, "Een tweede registerbeheerder kijkt mee.", "register:correcties")
        if nieuw:
            return klaar(
                request, "De vermelding is gecorrigeerd.", "register:roltoewijzing", nieuw.public_id
            )
    return _wijzigen(request, "register/roltoewijzing/corrigeren.html", rij, form)


def _wijzigen(request: HttpRequest, sjabloon: str, rij, form) -> HttpResponse:
    (vermelding,) = schermen.vermeldingen([rij], klok.vandaag())
    beletsel = rules.beletsel_register_muteren(request.actor) or rules.beletsel_gesloten(rij)
    return toon(
        request, sjabloon, {"vermelding": vermelding, "beletsel": beletsel}, formulier=form
    )
