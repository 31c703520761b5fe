"""Beraden: points brought in, put on an agenda, passed on and decided; advice; minutes."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.forms import BaseForm
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from config.kern import klok
from config.kern import rules_beraad as rules
from config.kern.actor import Recht
from config.kern.beraden import BERADEN
from config.kern.domain import advies as advies_domein
from config.kern.domain import beraad as domein
from config.kern.domain import vergadering as vergader_domein
from config.kern.enums import GremiumSoort
from config.kern.fouten import Beletsel, eis, geen_recht
from config.kern.htmx import klaar, toon, uitvoeren
from config.kern.models import Beraadspunt
from opgaven import queries
from opgaven.forms import beraad as forms
from opgaven.forms.opdracht import RedenForm
from opgaven.queries import beraad as lezen
from opgaven.views.hulp import invoer

WIJZIGBAAR = ["GET", "HEAD", "POST"]
PAGINA = "opgaven/beraad/handeling.html"


def pagina(
    request: HttpRequest, form: BaseForm, *, titel: str, boven: str, terug: str, knop: str,
    uitleg: str = "", beletsel: Beletsel | None = None,
) -> HttpResponse:
    """One form with its head: every act about a beraad looks the same."""
    gegevens = {
        "titel": titel, "boven": boven, "terug_url": terug, "knop": knop, "uitleg": uitleg,
        "beletsel": beletsel,
    }
    return toon(request, PAGINA, gegevens, formulier=form)


@require_http_methods(WIJZIGBAAR)
def punt_inbrengen(request: HttpRequest, code: str) -> HttpResponse:
    gremium = queries.gremium_met(code)
    form = forms.PuntForm(invoer(request), gremium=gremium)
    if request.method == "POST" and form.is_valid() and (punt := uitvoeren(
        request, form,
        lambda: domein.punt_inbrengen(
            gremium=gremium, door=request.actor, nu=klok.nu(), **form.cleaned_data
        ),
    )):
        return klaar(request, "Je punt is ingebracht.", "opgaven:punt", punt.public_id)
    return pagina(
        request, form, titel="Punt inbrengen", boven=gremium.naam, knop="Inbrengen",
        terug=reverse("opgaven:gremium", args=[gremium.code]),
        uitleg=BERADEN[GremiumSoort(gremium.soort)].waarvoor,
        beletsel=rules.beletsel_punt_inbrengen(gremium=gremium, door=request.actor),
    )


@require_http_methods(WIJZIGBAAR)
def opdracht_inbrengen(request: HttpRequest, id: UUID) -> HttpResponse:
    """A dilemma, priority or demand about one opdracht, at a beraad (R032, R217)."""
    opdracht = queries.opdracht_met(id)
    gremia = [
        g for g in lezen.beraden()
        if not rules.beletsel_punt_inbrengen(gremium=g, door=request.actor)
        and g.soort in (GremiumSoort.O_BERAAD, GremiumSoort.PROGRAMMEERBERAAD)
    ]
    form = forms.OpdrachtPuntForm(invoer(request), gremia=gremia)
    terug = reverse("opgaven:opdracht", args=[opdracht.public_id])
    if request.method == "POST" and form.is_valid() and (punt := uitvoeren(
        request, form,
        lambda: domein.punt_inbrengen(
            onderwerp=opdracht.naam[:200], over=opdracht, url=terug, door=request.actor,
            nu=klok.nu(), **form.cleaned_data,
        ),
    )):
        return klaar(request, "De opdracht ligt bij het beraad.", "opgaven:punt", punt.public_id)
    return pagina(
        request, form, titel="In een beraad bespreken", boven=opdracht.naam, knop="Inbrengen",
        terug=terug, beletsel=None if gremia else geen_recht(
            "Jouw rol brengt geen punten in bij het Opgavenberaad of het programmeerberaad."
        ),
    )


@require_safe
def punt(request: HttpRequest, id: UUID) -> HttpResponse:
    rij = lezen.punt_met(id)
    eis(rules.beletsel_inzien(rij.gremium, request.actor, rij))
    met = {"punt": rij, "door": request.actor}
    return toon(request, "opgaven/beraad/punt.html", {
        "punt": rij, "adviezen": lezen.adviezen_van(rij),
        "doorgeleidingen": lezen.doorgeleidingen_van(rij),
        "is_lopend": rij.status in ("ingebracht", "geagendeerd"),
        "beletsel": {
            "agenderen": rules.beletsel_punt_agenderen(**met, op=klok.vandaag()),
            "besluiten": rules.beletsel_punt_besluiten(**met),
            "doorgeleiden": rules.beletsel_punt_doorgeleiden(**met),
            "afhandelen": rules.beletsel_punt_afhandelen(**met),
            "intrekken": rules.beletsel_punt_intrekken(**met),
            "advies": rules.beletsel_advies_geven(**met),
        },
        "mag_wegen": rules.mag_voorbereiden(rij.gremium, request.actor),
    })


Stap = tuple[str, str, str, str, Callable[..., Any], Callable[..., BaseForm], Callable[..., Any]]
HANDELINGEN: dict[str, Stap] = {
    "agenderen": (
        "Op een agenda zetten", "Agenderen", "Het punt komt achteraan op de agenda.",
        "Het punt staat op de agenda.", domein.punt_agenderen,
        lambda punt, data: forms.AgendaForm(
            data, vergaderingen=lezen.geplande_vergaderingen(punt.gremium, klok.vandaag())
        ),
        lambda punt, door: rules.beletsel_punt_agenderen(
            punt=punt, door=door, op=klok.vandaag()
        ),
    ),
    "doorgeleiden": (
        "Doorgeleiden", "Doorgeleiden",
        "Het punt gaat naar een volgend beraad, met het advies van dit beraad.",
        "Het punt is doorgeleid.", domein.punt_doorgeleiden,
        lambda punt, data: forms.DoorgeleidenForm(data, gremia=lezen.gremia_na(punt.gremium)),
        lambda punt, door: rules.beletsel_punt_doorgeleiden(punt=punt, door=door),
    ),
    "besluiten": (
        "Besluit voorbereiden", "Op de besluitenlijst zetten",
        "Het besluit komt als concept op de besluitenlijst van deze vergadering, met alle "
        "adviezen. Het geldt als de voorzitter de lijst vaststelt.",
        "Het besluit staat op de besluitenlijst.", domein.punt_besluiten,
        lambda punt, data: forms.PuntBesluitForm(data),
        lambda punt, door: rules.beletsel_punt_besluiten(punt=punt, door=door),
    ),
    "afhandelen": (
        "Afhandelen zonder besluit", "Afhandelen",
        "Voor een punt dat besproken is en geen formeel besluit vraagt.",
        "Het punt is afgehandeld.", domein.punt_afhandelen,
        lambda punt, data: forms.UitkomstForm(data),
        lambda punt, door: rules.beletsel_punt_afhandelen(punt=punt, door=door),
    ),
    "intrekken": (
        "Punt intrekken", "Intrekken", "Het punt gaat van de agenda en komt niet terug.",
        "Het punt is ingetrokken.", domein.punt_intrekken,
        lambda punt, data: RedenForm(data),
        lambda punt, door: rules.beletsel_punt_intrekken(punt=punt, door=door),
    ),
}


@require_http_methods(WIJZIGBAAR)
def punt_handeling(request: HttpRequest, id: UUID, handeling: str) -> HttpResponse:
    rij = lezen.punt_met(id)
    titel, knop, uitleg, zin, opdracht, maak, mag = HANDELINGEN[handeling]
    form = maak(rij, invoer(request))
    if request.method == "POST" and form.is_valid() and uitvoeren(
        request, form,
        lambda: opdracht(punt=rij, door=request.actor, nu=klok.nu(), **form.cleaned_data),
    ):
        return klaar(request, zin, _na(request, rij))
    return pagina(
        request, form, titel=titel, boven=rij.onderwerp, knop=knop, uitleg=uitleg,
        terug=reverse("opgaven:punt", args=[rij.public_id]), beletsel=mag(rij, request.actor),
    )


def _na(request: HttpRequest, rij: Beraadspunt) -> str:
    """A point that moved on may lie where this person does not look."""
    nu = lezen.punt_met(rij.public_id)
    if rules.beletsel_inzien(nu.gremium, request.actor, nu) is None:
        return reverse("opgaven:punt", args=[nu.public_id])
    return reverse("opgaven:gremium", args=[rij.gremium.code])


@require_POST
def punt_aanhouden(request: HttpRequest, id: UUID) -> HttpResponse:
    rij = lezen.punt_met(id)
    gelukt = uitvoeren(request, None, lambda: domein.punt_aanhouden(
        punt=rij, door=request.actor, nu=klok.nu()
    ))
    return klaar(
        request, "Het punt wacht op een volgende agenda." if gelukt else "", "opgaven:punt",
        rij.public_id,
    )


@require_POST
def punt_besluit_intrekken(request: HttpRequest, id: UUID) -> HttpResponse:
    rij = lezen.punt_met(id)
    gelukt = uitvoeren(request, None, lambda: domein.punt_besluit_intrekken(
        punt=rij, door=request.actor, nu=klok.nu()
    ))
    return klaar(
        request, "Het besluit is van de lijst." if gelukt else "", "opgaven:punt", rij.public_id
    )


@require_http_methods(WIJZIGBAAR)
def advies_geven(request: HttpRequest, id: UUID, over: str) -> HttpResponse:
    """Advice on a point, a draft decision or an opdracht; asked or unasked (R205, R208)."""
    punt_ = lezen.punt_met(id) if over == "punt" else None
    besluit = queries.besluit_met(id) if over == "besluit" else None
    opdracht = queries.opdracht_met(id) if over == "opdracht" else None
    if punt_ is not None:
        eis(rules.beletsel_inzien(punt_.gremium, request.actor, punt_))
    if besluit is not None and not queries.mag_inhoud_zien(besluit, request.actor):
        raise Http404("Dit besluit bestaat niet.")
    waarover = punt_ or besluit or opdracht
    form = forms.AdviesForm(
        invoer(request), is_control=request.actor.heeft(Recht.BERADEN_ADVISEREN)
    )
    terug = reverse(f"opgaven:{over}", args=[id])
    if request.method == "POST" and form.is_valid() and uitvoeren(
        request, form,
        lambda: advies_domein.advies_geven(
            punt=punt_, besluit=besluit, over=opdracht, door=request.actor, nu=klok.nu(),
            **form.cleaned_data,
        ),
    ):
        return klaar(request, "Je advies is vastgelegd.", terug)
    return pagina(
        request, form, titel="Advies geven", boven=str(waarover), knop="Advies vastleggen",
        terug=terug, beletsel=rules.beletsel_advies_geven(
            punt=punt_, besluit=besluit, door=request.actor
        ),
    )


@require_safe
def advies(request: HttpRequest, id: UUID) -> HttpResponse:
    rij = lezen.advies_met(id)
    gremium = advies_domein.gremium_van(rij)
    eigen = rij.adviseur_id == request.actor.gebruiker_id
    if gremium is not None and not eigen and rij.besluit is None:
        eis(rules.beletsel_inzien(gremium, request.actor, rij.punt))
    return toon(request, "opgaven/beraad/advies.html", {
        "advies": rij, "mag_punt": rij.punt is not None and rules.beletsel_inzien(
            rij.punt.gremium, request.actor, rij.punt
        ) is None,
        "beletsel_wegen": rules.beletsel_advies_wegen(
            advies=rij, gremium=gremium, door=request.actor
        ),
    })


@require_http_methods(WIJZIGBAAR)
def advies_wegen(request: HttpRequest, id: UUID) -> HttpResponse:
    rij = lezen.advies_met(id)
    form = forms.WegingForm(
        invoer(request), initial={"weging": rij.weging, "motivering": rij.motivering}
    )
    terug = reverse("opgaven:advies", args=[rij.public_id])
    if request.method == "POST" and form.is_valid() and uitvoeren(
        request, form,
        lambda: advies_domein.advies_wegen(
            advies=rij, door=request.actor, nu=klok.nu(), **form.cleaned_data
        ),
    ):
        return klaar(request, "De weging staat bij het advies.", terug)
    return pagina(
        request, form, titel="Advies wegen", boven=rij.namens, knop="Vastleggen", terug=terug,
        uitleg=rij.tekst, beletsel=rules.beletsel_advies_wegen(
            advies=rij, gremium=advies_domein.gremium_van(rij), door=request.actor
        ),
    )


@require_safe
def vergadering(request: HttpRequest, id: UUID) -> HttpResponse:
    rij, dag = lezen.vergadering_met_alles(id), klok.vandaag()
    verslag = getattr(rij, "verslag", None)
    status = verslag.status if verslag else None
    met = {"vergadering": rij, "door": request.actor}
    aanwezigen = list(rij.aanwezigen.all())
    return toon(request, "opgaven/beraad/vergadering.html", {
        "vergadering": rij, "verslag": verslag, "aanwezigen": aanwezigen,
        "lijst": getattr(rij, "besluitenlijst", None),
        "mag_inzien": rules.mag_inzien(rij.gremium, request.actor),
        "ontbreekt": rules.ontbrekende_kanten(rij.gremium, [a.kant for a in aanwezigen]),
        "is_geweest": rij.datum <= dag,
        "beletsel_verslag": rules.beletsel_verslag_opslaan(
            **met, op=dag, status=status or "concept"
        ),
        "beletsel_vaststellen": rules.beletsel_verslag_vaststellen(**met, status=status),
        "beletsel_aanwezigheid": rules.beletsel_aanwezigheid_vastleggen(
            **met, op=dag, is_vast=status == "vastgesteld"
        ),
    })


@require_http_methods(WIJZIGBAAR)
def verslag_opslaan(request: HttpRequest, id: UUID) -> HttpResponse:
    rij = lezen.vergadering_met_alles(id)
    verslag = getattr(rij, "verslag", None)
    form = forms.VerslagForm(invoer(request), initial={"tekst": verslag.tekst if verslag else ""})
    terug = reverse("opgaven:vergadering", args=[rij.public_id])
    if request.method == "POST" and form.is_valid() and uitvoeren(
        request, form,
        lambda: vergader_domein.verslag_opslaan(
            vergadering=rij, door=request.actor, nu=klok.nu(), **form.cleaned_data
        ),
    ):
        return klaar(request, "Het verslag is bewaard als concept.", terug)
    return pagina(
        request, form, titel="Verslag schrijven", boven=str(rij.gremium), knop="Bewaren",
        terug=terug, beletsel=rules.beletsel_verslag_opslaan(
            vergadering=rij, door=request.actor, op=klok.vandaag(),
            status=verslag.status if verslag else "concept",
        ),
    )


@require_POST
def verslag_vaststellen(request: HttpRequest, id: UUID) -> HttpResponse:
    rij = lezen.vergadering_met_alles(id)
    gelukt = uitvoeren(request, None, lambda: vergader_domein.verslag_vaststellen(
        vergadering=rij, door=request.actor, nu=klok.nu()
    ))
    zin = "Het verslag is vastgesteld." if gelukt else ""
    return klaar(request, zin, "opgaven:vergadering", rij.public_id)
