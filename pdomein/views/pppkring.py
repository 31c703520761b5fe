"""Around Mijn PPP: guided steps, previews, versions, what somebody offers, consent, the norm."""

from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from config.kern import klok
from config.kern.htmx import klaar, terug, toon, uitvoeren
from pdomein import queries
from pdomein.domain import ppp as pppdomein
from pdomein.domain import pppkring as domein
from pdomein.forms import PPPCompetentieForm
from pdomein.forms_ppp import (
    AanbodForm,
    NormForm,
    NormstandForm,
    Stap1Form,
    Stap3Form,
    Stap4Form,
    Stap5Form,
    ToestemmingForm,
    VersieForm,
)
from pdomein.models import Medewerker
from pdomein.queries import pppkring as kring
from pdomein.queries.competentie import is_groot
from pdomein.queries.mensen import medewerker_met_mail
from pdomein.rules.pppkring import beletsel_norm_beheren
from pdomein.views.ppp import geen_medewerker, zelf_van

STAPPEN = ("Wat kun je?", "Competenties", "Wat wil je leren?", "Bel mij voor", "Wie mag dit zien?")
STAPFORMS = {1: Stap1Form, 3: Stap3Form, 4: Stap4Form, 5: Stap5Form}
VELDEN = (
    "kennis_en_kunde", "ontwikkelen", "bellen_voor", "zichtbaar_kennis", "zichtbaar_bellen"
)
LEZERS = {
    "collega": ("Een collega", queries.COLLEGA),
    "aog": ("De AOG, als je reageert", queries.MATCHER),
    "pmanager": ("Je P-manager", queries.PMANAGER),
}


def _nu_in_ppp(zelf: Medewerker) -> dict[str, Any]:
    ppp = queries.ppp_van(zelf)
    leeg = {v: "iedereen" if v.startswith("zichtbaar") else "" for v in VELDEN}
    return {v: getattr(ppp, v) for v in VELDEN} if ppp else leeg


def _balk(stap: int) -> list[tuple[str, str]]:
    return [
        (naam, "gedaan" if n < stap else "nu" if n == stap else "straks")
        for n, naam in enumerate(STAPPEN, start=1)
    ]


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def stappen(request: HttpRequest, stap: int) -> HttpResponse:
    """A first PPP in five short steps; every step is saved, stopping loses nothing (R344)."""
    zelf = zelf_van(request)
    if zelf is None or not 1 <= stap <= len(STAPPEN):
        return geen_medewerker(request)
    if stap == 2:
        return _stap_competenties(request, zelf)
    begin = _nu_in_ppp(zelf)
    form = STAPFORMS[stap](request.POST or None, initial=begin)
    if request.method == "POST" and form.is_valid() and uitvoeren(
        request, form,
        lambda: pppdomein.ppp_opslaan(
            medewerker=zelf, door=request.actor, nu=klok.nu(), **begin | form.cleaned_data
        ),
    ):
        return _volgende(request, stap)
    return toon(request, "pdomein/ppp/stap.html", _stapcontext(stap), formulier=form)


def _stapcontext(stap: int) -> dict[str, Any]:
    return {"stap": stap, "balk": _balk(stap), "titel": STAPPEN[stap - 1], "vorige": stap - 1}


def _volgende(request: HttpRequest, stap: int) -> HttpResponse:
    if stap == len(STAPPEN):
        zin = "Je PPP staat klaar. Bekijk hoe anderen het zien en publiceer het als je wilt."
        return klaar(request, zin, "pdomein:ppp-voorbeeld")
    return klaar(request, "", "pdomein:ppp-stap", stap + 1)


def _stap_competenties(request: HttpRequest, zelf: Medewerker) -> HttpResponse:
    dag = klok.vandaag()
    zoek = request.GET.get("competentie", "").replace("\x00", "")
    form = PPPCompetentieForm(request.POST or None, keuzes=queries.competentie_keuzes(
        dag, zoek, [request.POST.get("competentie", "")]
    ))
    if request.method == "POST" and form.is_valid() and uitvoeren(
        request, form,
        lambda: pppdomein.ppp_competentie_vastleggen(
            medewerker=zelf, door=request.actor, nu=klok.nu(),
            **form.cleaned_data | {
                "competentie": queries.competentie_met(form.cleaned_data["competentie"])
            },
        ),
    ):
        return klaar(request, "De competentie staat in je PPP.", "pdomein:ppp-stap", 2)
    ppp = queries.ppp_van(zelf)
    gegevens = _stapcontext(2) | {
        "rijen": queries.competenties_van(ppp) if ppp else (),
        "zoek_competentie": zoek, "grote_lijst": is_groot(dag),
    }
    return toon(request, "pdomein/ppp/stap_competenties.html", gegevens, formulier=form)


@never_cache
@require_safe
def voorbeeld(request: HttpRequest) -> HttpResponse:
    """How a colleague, an AOG and the P-manager see me: the projection that they get (R345)."""
    if (zelf := zelf_van(request)) is None:
        return geen_medewerker(request)
    als = request.GET.get("als", "collega")
    als = als if als in LEZERS else "collega"
    dag, ppp = klok.vandaag(), queries.ppp_van(zelf)
    pteam = queries.pteam_van(zelf, dag)
    weergave = queries.projectie(zelf, ppp, LEZERS[als][1], dag, alsof_open=True)
    return render(request, "pdomein/ppp/voorbeeld.html", {
        "persoon": zelf, "teamnaam": pteam.naam if pteam else "", "als": als,
        "kan_herkennen": False,
        "is_zichtbaar": bool(ppp and queries.is_zichtbaar(ppp, dag)), "weergave": weergave,
        "tabs": [(label, f"?als={code}", code == als) for code, (label, _) in LEZERS.items()],
        "pmanager": queries.pmanager_van(zelf, dag),
    })


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def versies(request: HttpRequest) -> HttpResponse:
    if (zelf := zelf_van(request)) is None:
        return geen_medewerker(request)
    ppp, form = kring.eigen_ppp(zelf), VersieForm(request.POST or None)
    if request.method == "POST" and form.is_valid() and uitvoeren(
        request, form,
        lambda: domein.ppp_versie_bewaren(
            medewerker=zelf, door=request.actor, nu=klok.nu(), **form.cleaned_data
        ),
    ):
        return klaar(request, "Deze versie is bewaard.", "pdomein:ppp-versies")
    gegevens = {"versies": kring.pppversies(ppp)[:50], "ppp": ppp}
    return toon(request, "pdomein/ppp/versies.html", gegevens, formulier=form)


@never_cache
@require_safe
def versie(request: HttpRequest, nummer: int) -> HttpResponse:
    if (zelf := zelf_van(request)) is None:
        return geen_medewerker(request)
    rij = kring.pppversie_met(zelf, nummer)
    gegevens = {"versie": rij, "verschillen": kring.verschillen(rij, rij.ppp)}
    return toon(request, "pdomein/ppp/versie.html", gegevens)


@require_POST
def versie_terugzetten(request: HttpRequest, nummer: int) -> HttpResponse:
    if (zelf := zelf_van(request)) is None:
        return geen_medewerker(request)
    rij = kring.pppversie_met(zelf, nummer)
    if uitvoeren(
        request, None,
        lambda: domein.ppp_versie_terugzetten(
            medewerker=zelf, versie=rij, door=request.actor, nu=klok.nu()
        ),
    ):
        zin = "De versie is teruggezet. Wat je had, staat bij de versies."
        return klaar(request, zin, "pdomein:ppp-mijn")
    return terug(request, "pdomein:ppp-versies")


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def aanbod(request: HttpRequest) -> HttpResponse:
    if (zelf := zelf_van(request)) is None:
        return geen_medewerker(request)
    ppp, alle = queries.ppp_van(zelf), list(kring.professies())
    begin = {
        "mentor": ppp.mentor, "mentor_onderwerp": ppp.mentor_onderwerp, "openheid": ppp.openheid,
        "open_vanaf": ppp.open_vanaf, "professies": [p.code for p in ppp.professies.all()],
    } if ppp else {}
    form = AanbodForm(
        request.POST or None, initial=begin, vakken=[(p.code, p.naam) for p in alle]
    )
    if request.method == "POST" and form.is_valid() and uitvoeren(
        request, form,
        lambda: domein.ppp_aanbod_vastleggen(
            medewerker=zelf, door=request.actor, nu=klok.nu(), **form.cleaned_data | {
                "professies": [p for p in alle if p.code in form.cleaned_data["professies"]]
            },
        ),
    ):
        return klaar(request, "Dit is bewaard.", "pdomein:ppp-mijn")
    return toon(request, "pdomein/ppp/aanbod.html", formulier=form)


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def toestemmingen(request: HttpRequest) -> HttpResponse:
    if (zelf := zelf_van(request)) is None:
        return geen_medewerker(request)
    form = ToestemmingForm(request.POST or None)
    if request.method == "POST" and form.is_valid() and uitvoeren(
        request, form,
        lambda: domein.ppp_toestemming_geven(
            medewerker=zelf, door=request.actor, nu=klok.nu(),
            **form.cleaned_data | {"aan": medewerker_met_mail(form.cleaned_data["aan"])},
        ),
    ):
        return klaar(request, "Je collega mag je PPP lezen.", "pdomein:ppp-toestemmingen")
    dag, ppp = klok.vandaag(), queries.ppp_van(zelf)
    gegevens = {
        "gegeven": kring.toestemmingen_van(ppp, dag) if ppp else (),
        "gekregen": kring.gedeeld_met(request.actor, dag),
    }
    return toon(request, "pdomein/ppp/toestemmingen.html", gegevens, formulier=form)


@require_POST
def toestemming_intrekken(request: HttpRequest, id: UUID) -> HttpResponse:
    if (zelf := zelf_van(request)) is None:
        return geen_medewerker(request)
    rij = kring.toestemming_met(queries.ppp_van(zelf), id)
    if uitvoeren(
        request, None,
        lambda: domein.ppp_toestemming_intrekken(
            toestemming=rij, door=request.actor, nu=klok.nu()
        ),
    ):
        return klaar(request, "De toestemming is ingetrokken.", "pdomein:ppp-toestemmingen")
    return terug(request, "pdomein:ppp-toestemmingen")


@require_POST
def competentie_herkennen(request: HttpRequest, id: UUID, competentie: UUID) -> HttpResponse:
    persoon = queries.medewerker_met(id)
    rij = queries.competentie_met(competentie)
    if uitvoeren(
        request, None,
        lambda: domein.competentie_herkennen(
            medewerker=persoon, competentie=rij, door=request.actor, nu=klok.nu()
        ),
    ):
        return klaar(request, "Dank je. Je collega ziet dit.", "pdomein:medewerker", id)
    return terug(request, "pdomein:medewerker", id)


@never_cache
@require_safe
def eigen_norm(request: HttpRequest) -> HttpResponse:
    """The PPP of a P-manager beside the norm (R144)."""
    if (zelf := zelf_van(request)) is None:
        return geen_medewerker(request)
    dag = klok.vandaag()
    return render(request, "pdomein/ppp/norm.html", {
        "rijen": kring.normstanden(zelf, dag), "is_pmanager": kring.is_pmanager(zelf, dag),
        "beletsel_beheren": beletsel_norm_beheren(door=request.actor),
        "leidinggevende": queries.pmanager_van(zelf, dag),
    })


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def normstand(request: HttpRequest, id: UUID) -> HttpResponse:
    if (zelf := zelf_van(request)) is None:
        return geen_medewerker(request)
    norm = kring.norm_met(id)
    stand = dict(kring.normstanden(zelf, klok.vandaag())).get(norm)
    begin = {
        "stand": stand.stand, "aantal": stand.aantal, "toelichting": stand.toelichting
    } if stand else {}
    form = NormstandForm(request.POST or None, initial=begin)
    if request.method == "POST" and form.is_valid() and uitvoeren(
        request, form,
        lambda: domein.normstand_vastleggen(
            medewerker=zelf, norm=norm, door=request.actor, nu=klok.nu(), **form.cleaned_data
        ),
    ):
        return klaar(request, "Dit staat in je PPP.", "pdomein:ppp-norm")
    return toon(request, "pdomein/ppp/normstand.html", {"norm": norm}, formulier=form)


@require_http_methods(["GET", "HEAD", "POST"])
def norm_vastleggen(request: HttpRequest, id: UUID | None = None) -> HttpResponse:
    norm = kring.norm_met(id) if id else None
    begin = {
        "naam": norm.naam, "rubriek": norm.rubriek, "minimum": norm.minimum,
        "toelichting": norm.toelichting,
    } if norm else {}
    form = NormForm(request.POST or None, initial=begin)
    if request.method == "POST" and form.is_valid() and uitvoeren(
        request, form,
        lambda: domein.norm_vastleggen(
            norm=norm, door=request.actor, nu=klok.nu(), **form.cleaned_data
        ),
    ):
        return klaar(request, "De norm is vastgelegd.", "pdomein:ppp-norm")
    gegevens = {"norm": norm, "beletsel": beletsel_norm_beheren(door=request.actor)}
    return toon(request, "pdomein/ppp/norm_vastleggen.html", gegevens, formulier=form)


@require_POST
def norm_vervallen(request: HttpRequest, id: UUID) -> HttpResponse:
    norm = kring.norm_met(id)
    if uitvoeren(
        request, None,
        lambda: domein.norm_vervallen(norm=norm, door=request.actor, nu=klok.nu()),
    ):
        return klaar(request, "De norm is vervallen.", "pdomein:ppp-norm")
    return terug(request, "pdomein:ppp-norm")
