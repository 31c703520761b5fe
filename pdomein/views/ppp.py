"""Mijn PPP: writing, showing, hiding; with and without script."""

from typing import Any
from uuid import UUID

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from config.kern import klok
from config.kern.htmx import antwoord_status, is_htmx, klaar, terug, toon, uitvoeren
from pdomein import queries, rules
from pdomein.domain import ppp as domein
from pdomein.enums import Niveau
from pdomein.forms import PauzeForm, PPPCompetentieForm, PPPForm
from pdomein.models import Medewerker
from pdomein.queries import pppkring
from pdomein.queries.competentie import is_groot

VELDEN = (
    "kennis_en_kunde", "zichtbaar_kennis", "ontwikkelen", "bellen_voor", "zichtbaar_bellen"
)
TEKSTEN = ("kennis_en_kunde", "ontwikkelen", "bellen_voor")


def _context(zelf: Medewerker, request: HttpRequest, **formulieren: Any) -> dict[str, Any]:
    """Everything on the page; a form that was refused comes along as it was filled in."""
    ppp, dag, actor = queries.ppp_van(zelf), klok.vandaag(), request.actor
    begin = {v: getattr(ppp, v) for v in VELDEN} if ppp else {}
    zoek = request.GET.get("competentie", "").replace("\x00", "")
    keuzes = queries.competentie_keuzes(dag, zoek, [request.GET.get("wijzig", "")])
    rijen = queries.competenties_van(ppp) if ppp else ()
    wijzig = next(
        (r for r in rijen if str(r.competentie.public_id) == request.GET.get("wijzig")), None
    )
    return {
        "zelf": zelf, "ppp": ppp, "versie": ppp.versie if ppp else 0,
        "elders": (), "nu": None, "vanzelf": is_htmx(request),
        "form": PPPForm(initial=begin),
        "competenties": rijen, "wijzig": wijzig, "niveaus": Niveau.choices,
        "competentieform": PPPCompetentieForm(keuzes=keuzes, initial=_begin_van(wijzig)),
        "zoek_competentie": zoek, "grote_lijst": is_groot(dag),
        "pauzeform": PauzeForm(),
        "pmanager": queries.pmanager_van(zelf, dag),
        "is_pmanager": pppkring.is_pmanager(zelf, dag),
        "gekregen": pppkring.gedeeld_met(actor, dag).exists(),
        "is_vers": queries.is_vers(ppp, dag),
        "op_pauze": bool(ppp and ppp.pauze_tot and ppp.pauze_tot > dag),
        "is_zichtbaar": bool(ppp and queries.is_zichtbaar(ppp, dag)),
        "beletsel_publiceren": rules.beletsel_ppp_publiceren(
            medewerker=zelf, ppp=ppp, vandaag=dag, door=actor
        ),
        **formulieren,
    }


def _begin_van(rij: Any) -> dict[str, Any]:
    if rij is None:
        return {}
    return {
        "competentie": str(rij.competentie.public_id), "niveau": rij.niveau,
        "bewijs": rij.bewijs, "wil_ontwikkelen": rij.wil_ontwikkelen,
    }


def zelf_van(request: HttpRequest) -> Medewerker | None:
    return queries.eigen_medewerker(request.actor)


def geen_medewerker(request: HttpRequest) -> HttpResponse:
    return render(request, "pdomein/ppp/geen.html", status=404)


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def ppp_opslaan(request: HttpRequest) -> HttpResponse:
    if (zelf := zelf_van(request)) is None:
        return geen_medewerker(request)
    form = PPPForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid() and uitvoeren(
        request, form,
        lambda: domein.ppp_opslaan(
            medewerker=zelf, door=request.actor, nu=klok.nu(), **form.cleaned_data
        ),
    ) and not is_htmx(request):
        return klaar(request, "Je PPP is bewaard.", "pdomein:ppp-mijn")
    extra = _bewaard(form, zelf, request) if form.is_bound else {}
    if is_htmx(request) and form.is_bound:
        return render(
            request, "pdomein/ppp/_stand.html", _context(zelf, request, **extra),
            status=antwoord_status(request, form),
        )
    return render(
        request, "pdomein/ppp/mijn.html", _context(zelf, request, **extra),
        status=antwoord_status(request, form),
    )


def _bewaard(form: PPPForm, zelf: Medewerker, request: HttpRequest) -> dict[str, Any]:
    """What a save leaves on the page. After a refusal: what is stored now, beside the input.

    An automatic save keeps the version it was refused for, so that it never writes over another
    window by itself; the button does so after the reader saw what is stored.
    """
    gegevens: dict[str, Any] = {"form": form, "nu": klok.nu()}
    if form.errors:
        ppp = queries.ppp_van(zelf)
        gegevens["elders"] = [
            (form.fields[v].label, getattr(ppp, v))
            for v in TEKSTEN
            if ppp and antwoord_status(request, form) == 409 and getattr(ppp, v) != form.data.get(v)
        ]
        if is_htmx(request):
            gegevens["versie"] = form.data.get("versie", "")
    return gegevens


def _daad(request: HttpRequest, opdracht: Any, zin: str) -> HttpResponse:
    """One act on the own PPP: done or refused, back to the page with a sentence."""
    if (zelf := zelf_van(request)) is None:
        return geen_medewerker(request)
    if uitvoeren(
        request, None, lambda: opdracht(medewerker=zelf, door=request.actor, nu=klok.nu())
    ):
        return klaar(request, zin, "pdomein:ppp-mijn")
    return terug(request, "pdomein:ppp-mijn")


@require_POST
def ppp_publiceren(request: HttpRequest) -> HttpResponse:
    zin = "Je PPP is gepubliceerd. Collega's zien nu wat je deelt."
    return _daad(request, domein.ppp_publiceren, zin)


@require_POST
def ppp_intrekken(request: HttpRequest) -> HttpResponse:
    zin = "Je PPP is ingetrokken. Collega's zien alleen nog je naam, team en opgaven."
    return _daad(request, domein.ppp_intrekken, zin)


@require_POST
def ppp_bevestigen(request: HttpRequest) -> HttpResponse:
    return _daad(request, domein.ppp_bevestigen, "Dank je. Je PPP is bevestigd.")


@require_POST
def ppp_hervatten(request: HttpRequest) -> HttpResponse:
    return _daad(request, domein.ppp_hervatten, "Je PPP is weer zichtbaar.")


@require_POST
def ppp_pauzeren(request: HttpRequest) -> HttpResponse:
    if (zelf := zelf_van(request)) is None:
        return geen_medewerker(request)
    form = PauzeForm(request.POST)
    if form.is_valid() and uitvoeren(
        request, form,
        lambda: domein.ppp_pauzeren(
            medewerker=zelf, tot=form.cleaned_data["tot"], door=request.actor, nu=klok.nu()
        ),
    ):
        return klaar(request, "Je PPP staat op pauze.", "pdomein:ppp-mijn")
    gegevens = _context(zelf, request, pauzeform=form)
    return toon(request, "pdomein/ppp/mijn.html", gegevens, formulier=form)


@never_cache
@require_POST
def ppp_competentie_vastleggen(request: HttpRequest) -> HttpResponse:
    if (zelf := zelf_van(request)) is None:
        return geen_medewerker(request)
    form = PPPCompetentieForm(request.POST, keuzes=queries.competentie_keuzes(
        klok.vandaag(), erbij=[request.POST.get("competentie", "")]
    ))
    gelukt = form.is_valid() and uitvoeren(
        request, form,
        lambda: domein.ppp_competentie_vastleggen(
            medewerker=zelf, door=request.actor, nu=klok.nu(),
            **form.cleaned_data | {
                "competentie": queries.competentie_met(form.cleaned_data["competentie"])
            },
        ),
    )
    if gelukt and not is_htmx(request):
        return klaar(request, "De competentie staat in je PPP.", "pdomein:ppp-mijn")
    return _competenties(request, zelf, None if gelukt else form)


@never_cache
@require_POST
def ppp_competentie_verwijderen(request: HttpRequest, id: UUID) -> HttpResponse:
    if (zelf := zelf_van(request)) is None:
        return geen_medewerker(request)
    competentie = queries.competentie_met(id)
    uitvoeren(
        request, None,
        lambda: domein.ppp_competentie_verwijderen(
            medewerker=zelf, competentie=competentie, door=request.actor, nu=klok.nu()
        ),
    )
    if is_htmx(request):
        return _competenties(request, zelf, None)
    return terug(request, "pdomein:ppp-mijn")


def _competenties(
    request: HttpRequest, zelf: Medewerker, form: PPPCompetentieForm | None
) -> HttpResponse:
    """The list with its form: as a fragment, or inside the whole page."""
    extra = {"competentieform": form} if form else {}
    sjabloon = "_competenties" if is_htmx(request) else "mijn"
    return render(
        request, f"pdomein/ppp/{sjabloon}.html", _context(zelf, request, **extra),
        status=antwoord_status(request, form),
    )


@never_cache
@require_safe
def inzagen(request: HttpRequest) -> HttpResponse:
    if (zelf := zelf_van(request)) is None:
        return geen_medewerker(request)
    rijen = queries.inzagen_van(zelf.gebruiker_id)
    pagina = Paginator(rijen, 50).get_page(request.GET.get("pagina"))
    return render(request, "pdomein/ppp/inzagen.html", {"pagina": pagina})
