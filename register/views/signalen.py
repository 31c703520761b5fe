"""Signals: of oneself, and of the people of a P-manager. Nothing happens by itself (R369)."""

from collections import Counter
from uuid import UUID

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.utils.cache import add_never_cache_headers
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from config.kern import klok
from config.kern.facetten import facet
from config.kern.htmx import klaar, toon, uitvoeren
from pdomein.domain import werkdruk
from pdomein.models import Medewerker
from pdomein.queries import eigen_medewerker, pmanager_van
from register.domain.inzien import eigen_mensen_inzien
from register.forms_capaciteit import WerkdrukForm
from register.queries import signalen
from register.signalen import LABELS
from register.views.capaciteit import stuurder, tabs

PER_PAGINA = 25


def _zelf(request: HttpRequest) -> Medewerker:
    zelf = eigen_medewerker(request.actor)
    if zelf is None:
        raise Http404("Bij deze login hoort geen medewerker.")
    return zelf


@require_http_methods(["GET", "HEAD", "POST"])
def signalen_mijn(request: HttpRequest) -> HttpResponse:
    """My hours, what stands out, and a way to say that it is too much."""
    zelf, dag = _zelf(request), klok.vandaag()
    formulier = WerkdrukForm(request.POST or None)
    if request.method == "POST" and formulier.is_valid() and uitvoeren(
        request, formulier,
        lambda: werkdruk.werkdruk_melden(
            medewerker=zelf, door=request.actor, nu=klok.nu(), **formulier.cleaned_data
        ),
    ):
        zin = "Je P-manager weet nu dat je wilt praten over je werkdruk."
        return klaar(request, zin, "register:signalen-mijn")
    [rij] = signalen.signalen_van([zelf], dag)
    antwoord = toon(request, "register/signalen/mijn.html", {
        "rij": rij, "pmanager": pmanager_van(zelf, dag),
    }, formulier=formulier)
    add_never_cache_headers(antwoord)
    return antwoord


@require_POST
def werkdruk_intrekken(request: HttpRequest, id: UUID) -> HttpResponse:
    melding = signalen.melding_met(id)
    gelukt = uitvoeren(request, None, lambda: werkdruk.werkdruk_intrekken(
        melding=melding, door=request.actor, nu=klok.nu()
    ))
    zin = "Je melding is ingetrokken." if gelukt else ""
    return klaar(request, zin, "register:signalen-mijn")


@require_POST
def werkdruk_bespreken(request: HttpRequest, id: UUID) -> HttpResponse:
    melding = signalen.melding_met(id)
    gelukt = uitvoeren(request, None, lambda: werkdruk.werkdruk_bespreken(
        melding=melding, door=request.actor, nu=klok.nu()
    ))
    zin = "De melding is afgesloten als besproken." if gelukt else ""
    return klaar(request, zin, "register:persoonssignalen")


@require_safe
@stuurder
def persoonssignalen(request: HttpRequest) -> HttpResponse:
    """Of my people only; who leads no team sees no person here."""
    zelf, dag = eigen_medewerker(request.actor), klok.vandaag()
    alle = signalen.van_mijn_mensen(zelf, dag) if zelf else []
    gekozen = request.GET.getlist("soort")
    telling = Counter(s for rij in alle for s in rij.soorten)
    rijen = [r for r in alle if not gekozen or r.soorten & set(gekozen)]
    pagina = Paginator(rijen, PER_PAGINA).get_page(request.GET.get("pagina"))
    if rijen:
        eigen_mensen_inzien(
            mensen=[r.medewerker for r in pagina], door=request.actor, nu=klok.nu()
        )
    antwoord = toon(request, "register/signalen/personen.html", {
        "tabs": tabs("register:persoonssignalen"), "pagina": pagina,
        "facetten": [facet(
            "soort", "Signaal", [(k, label, telling[k]) for k, label in LABELS.items()], gekozen
        )],
    })
    add_never_cache_headers(antwoord)
    return antwoord
