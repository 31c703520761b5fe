"""The lawfulness cockpit and the confirmations of the O-beraad."""

from uuid import UUID

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse, StreamingHttpResponse
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from config.kern import klok
from config.kern.csv_uit import csv_regels
from config.kern.fouten import eis
from config.kern.htmx import klaar, toon, uitvoeren
from register.domain import bevestiging as bevestigingen
from register.domain import bevinding as domein
from register.forms_toezicht import BevestigenForm, BevindingToewijzenForm, ToelichtenForm
from register.models import Bevinding
from register.queries import rechtmatigheid, toezicht
from register.queries.mutaties import in_woorden
from register.rules import toezicht as rules

PER_PAGINA = 25
KOLOMMEN = ("soort", "waarover", "wie", "uiterlijk", "te laat", "status", "toelichting")


@require_safe
def rechtmatigheid_(request: HttpRequest) -> HttpResponse:
    eis(rules.beletsel_bevindingen_zien(request.actor))
    dag, soort = klok.vandaag(), request.GET.get("soort", "")
    alle = rechtmatigheid.cockpit(dag)
    regels = [r for r in alle if not soort or r.vondst.soort == soort]
    pagina = Paginator(regels, PER_PAGINA).get_page(request.GET.get("pagina"))
    return toon(request, "register/rechtmatigheid/tonen.html", {
        "pagina": pagina, "soort": soort,
        "tegels": [
            (aantal, label.lower(), f"{request.path}?soort={code}", code == soort)
            for code, label, aantal in rechtmatigheid.telling(alle)
        ],
        "regels": [(r, _adres(r.vondst)) for r in pagina],
        "aantal_laat": sum(r.is_te_laat and not r.is_toegelicht for r in alle),
        "aantal_nieuw": sum(r.bevinding is None for r in alle),
        "bevestiging": toezicht.bevestigingen().first(),
    })


def _adres(vondst: rechtmatigheid.Vondst) -> str:
    args = [vondst.adres_id] if vondst.adres_id else []
    return reverse(vondst.adres, args=args) + vondst.vraag


@require_safe
def rechtmatigheid_export(request: HttpRequest) -> StreamingHttpResponse:
    eis(rules.beletsel_bevindingen_zien(request.actor))
    rijen = (
        dict(zip(KOLOMMEN, (
            r.soort, r.vondst.onderwerp, r.eigenaar, r.uiterlijk, "ja" if r.is_te_laat else "nee",
            "toegelicht" if r.is_toegelicht else "open",
            r.bevinding.toelichting if r.bevinding else "",
        ), strict=True))
        for r in rechtmatigheid.cockpit(klok.vandaag())
    )
    return StreamingHttpResponse(
        csv_regels(KOLOMMEN, rijen), content_type="text/csv; charset=utf-8",
        headers={"Content-Disposition": 'attachment; filename="rechtmatigheid.csv"'},
    )


@require_POST
def bijwerken(request: HttpRequest) -> HttpResponse:
    uitkomst = uitvoeren(request, None, lambda: domein.bevindingen_bijwerken(
        door=request.actor, nu=klok.nu()
    ))
    zin = f"{uitkomst[0]} nieuw, {uitkomst[1]} opgelost." if uitkomst else ""
    return klaar(request, zin, "register:rechtmatigheid")


def _bevinding(id: UUID) -> Bevinding:
    bevinding = rechtmatigheid.bevinding_met(id)
    if bevinding is None:
        raise Http404("Deze bevinding bestaat niet.")
    return bevinding


@require_http_methods(["GET", "HEAD", "POST"])
def toelichten(request: HttpRequest, id: UUID) -> HttpResponse:
    bevinding = _bevinding(id)
    form = ToelichtenForm(request.POST or None, initial={"toelichting": bevinding.toelichting})
    if request.method == "POST" and form.is_valid() and uitvoeren(
        request, form, lambda: domein.bevinding_toelichten(
            bevinding=bevinding, door=request.actor, nu=klok.nu(), **form.cleaned_data
        ),
    ):
        return klaar(request, "De toelichting is bewaard.", "register:rechtmatigheid")
    return _afhandelen(request, bevinding, form, "Bevinding toelichten", "Bewaar de toelichting")


@require_http_methods(["GET", "HEAD", "POST"])
def toewijzen(request: HttpRequest, id: UUID) -> HttpResponse:
    bevinding = _bevinding(id)
    begin = {"eigenaar": bevinding.eigenaar, "uiterlijk": bevinding.uiterlijk}
    form = BevindingToewijzenForm(request.POST or None, initial=begin)
    if request.method == "POST" and form.is_valid() and uitvoeren(
        request, form, lambda: domein.bevinding_toewijzen(
            bevinding=bevinding, door=request.actor, nu=klok.nu(), **form.cleaned_data
        ),
    ):
        return klaar(request, "De afspraak is bewaard.", "register:rechtmatigheid")
    return _afhandelen(request, bevinding, form, "Bevinding toewijzen", "Bewaar de afspraak")


def _afhandelen(
    request: HttpRequest, bevinding: Bevinding, form: object, titel: str, knop: str
) -> HttpResponse:
    return toon(request, "register/rechtmatigheid/afhandelen.html", {
        "bevinding": bevinding, "titel": titel, "knop": knop,
        "beletsel": rules.beletsel_bevinding_wijzigen(bevinding, request.actor),
    }, formulier=form)


@require_safe
def bevestigingen_lijst(request: HttpRequest) -> HttpResponse:
    pagina = Paginator(toezicht.bevestigingen(), PER_PAGINA).get_page(request.GET.get("pagina"))
    return toon(request, "register/bevestiging/lijst.html", {
        "pagina": pagina, "volgende": toezicht.volgende_bevestiging(klok.vandaag()),
        "vandaag": klok.vandaag(),
        "beletsel": rules.beletsel_register_bevestigen(
            gremium=toezicht.o_beraad(), door=request.actor
        ),
    })


@require_http_methods(["GET", "HEAD", "POST"])
def bevestigen(request: HttpRequest) -> HttpResponse:
    stand, dag = bevestigingen.stand_nu(), klok.vandaag()
    form = BevestigenForm(request.POST or None, initial={"kop_gezien": stand.volgnummer})
    if request.method == "POST" and form.is_valid():
        bevestiging = uitvoeren(request, form, lambda: bevestigingen.register_bevestigen(
            door=request.actor, nu=klok.nu(), **form.cleaned_data
        ))
        if bevestiging:
            zin = "Het register is bevestigd."
            return klaar(request, zin, "register:bevestiging", bevestiging.public_id)
        form.data = request.POST.copy()
        form.data["kop_gezien"] = stand.volgnummer
    return toon(request, "register/bevestiging/bevestigen.html", {
        "stand": stand, "telling": rechtmatigheid.telling(rechtmatigheid.cockpit(dag)),
        "vorige": toezicht.bevestigingen().first(),
        "beletsel": rules.beletsel_register_bevestigen(
            gremium=toezicht.o_beraad(), door=request.actor
        ),
    }, formulier=form)


@require_safe
def bevestiging(request: HttpRequest, id: UUID) -> HttpResponse:
    rij = toezicht.bevestiging_met(id)
    aantal, sha256 = bevestigingen.stand_bij(rij.volgnummer)
    sinds = Paginator(toezicht.mutaties_na(rij.volgnummer), PER_PAGINA).get_page(
        request.GET.get("pagina")
    )
    mag = rules.beletsel_bevindingen_zien(request.actor) is None
    return toon(request, "register/bevestiging/tonen.html", {
        "bevestiging": rij, "klopt": (aantal, sha256) == (rij.aantal_rijen, rij.stand_sha256),
        "pagina": sinds, "mutaties": in_woorden(sinds.object_list) if mag else [],
        "mag_mutaties": mag,
    })
