"""Pages for changing P-teams: opheffen, samenvoegen, splitsen, overstappen (R167-R173)."""

from typing import Any
from uuid import UUID

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from config.kern import klok
from config.kern.htmx import klaar, terug, toon, uitvoeren
from pdomein import queries, rules
from pdomein.domain import teamwijziging as concept
from pdomein.domain import teamwijziging_besluit as besluit
from pdomein.enums import Initiatief, WijzigingSoort
from pdomein.forms_teamwijziging import (
    PLANFORMS,
    BesluitForm,
    LidKiezenForm,
    RaadplegingForm,
    RedenForm,
    SamenvoegenForm,
    VerdelenForm,
)
from pdomein.models import PTeam, Teamwijziging
from pdomein.views.hulp import wijziging_facetten, wijziging_stappen

PER_PAGINA = 25
LEZEN_EN_SCHRIJVEN = ["GET", "HEAD", "POST"]


@require_safe
def teamwijzigingen(request: HttpRequest) -> HttpResponse:
    facetten, rijen = wijziging_facetten(
        queries.teamwijzigingen_voor(request.actor),
        queries.wijzigingen_per_status(request.actor), request.GET,
    )
    pagina = Paginator(rijen, PER_PAGINA).get_page(request.GET.get("pagina"))
    wacht = queries.te_beantwoorden(request.actor)
    return render(request, "pdomein/teamwijziging/lijst.html", {
        "pagina": pagina, "facetten": facetten,
        "wacht_op_mij": set(wacht.values_list("wijziging_id", flat=True)),
    })


@require_http_methods(LEZEN_EN_SCHRIJVEN)
def teamwijziging_starten(request: HttpRequest, id: UUID) -> HttpResponse:
    """The four acts for one team: two need only a press, two ask with or for whom."""
    team, dag = queries.pteam_met(id), klok.vandaag()
    soort = request.POST.get("soort", "")
    invoer = request.POST if request.method == "POST" else None
    met = SamenvoegenForm(
        invoer if soort == WijzigingSoort.SAMENVOEGEN else None,
        teams=queries.pteams_op(dag, [team.pk]),
    )
    wie = LidKiezenForm(
        invoer if soort == WijzigingSoort.OVERSTAPPEN else None,
        leden=queries.leden_van(team, dag),
    )
    formulier = {WijzigingSoort.SAMENVOEGEN: met, WijzigingSoort.OVERSTAPPEN: wie}.get(soort)
    if request.method == "POST" and (formulier is None or formulier.is_valid()):
        nieuw = uitvoeren(request, formulier, lambda: concept.teamwijziging_starten(
            soort=soort, door=request.actor, nu=klok.nu(), **_start(soort, team, met, wie)
        ))
        if nieuw:
            return klaar(request, "", "pdomein:teamwijziging-plannen", nieuw.public_id)
        if formulier is None:
            return terug(request, "pdomein:teamwijziging-starten", team.public_id)
    return toon(request, "pdomein/teamwijziging/starten.html", {
        "pteam": team, "samenvoegen": met, "overstappen": wie,
        "omvang": queries.omvang_van(team, dag),
        "beletsel": rules.beletsel_teamwijziging_starten(
            soort=WijzigingSoort.OPHEFFEN, pteams=[team], medewerker=None,
            initiatief=Initiatief.ORGANISATIE, bezet=queries.lopende_van_teams([team]),
            heeft_overstap=False, dag=dag, door=request.actor,
        ),
        "beletsel_overstap": rules.leiding(request.actor, [team], "iemand laten overstappen"),
    }, formulier=formulier)


def _start(
    soort: str, team: PTeam, met: SamenvoegenForm, wie: LidKiezenForm
) -> dict[str, Any]:
    if soort == WijzigingSoort.OVERSTAPPEN:
        return {"medewerker": wie.gekozen()}
    if soort == WijzigingSoort.SAMENVOEGEN:
        return {"pteams": [team, *met.gekozen()]}
    return {"pteams": [team]}


@require_http_methods(LEZEN_EN_SCHRIJVEN)
def overstap_aanvragen(request: HttpRequest) -> HttpResponse:
    """The own wish to go to another team (R172)."""
    zelf, dag = queries.eigen_medewerker(request.actor), klok.vandaag()
    if request.method == "POST":
        nieuw = uitvoeren(request, None, lambda: concept.teamwijziging_starten(
            soort=WijzigingSoort.OVERSTAPPEN, medewerker=zelf,
            initiatief=Initiatief.MEDEWERKER, door=request.actor, nu=klok.nu(),
        ))
        if nieuw:
            return klaar(request, "", "pdomein:teamwijziging-plannen", nieuw.public_id)
        return terug(request, "pdomein:overstap-aanvragen")
    thuis = queries.pteam_van(zelf, dag) if zelf else None
    return render(request, "pdomein/teamwijziging/overstap.html", {
        "pteam": thuis, "teamnaam": thuis.naam if thuis else "",
        "aantal": queries.aantal_eigen_overstappen(zelf, dag.year) if zelf else 0,
        "lopend": queries.lopende_overstap(zelf) if zelf else None,
        "beletsel": rules.beletsel_teamwijziging_starten(
            soort=WijzigingSoort.OVERSTAPPEN, pteams=[thuis] if thuis else [], medewerker=zelf,
            initiatief=Initiatief.MEDEWERKER, bezet=None, dag=dag, door=request.actor,
            heeft_overstap=zelf is not None and queries.lopende_overstap(zelf) is not None,
        ),
    })


@require_safe
def teamwijziging(request: HttpRequest, id: UUID) -> HttpResponse:
    een, dag, actor = queries.teamwijziging_met(request.actor, id), klok.vandaag(), request.actor
    voor, na = queries.beeld(een, dag) if een.is_lopend else ([], [])
    gremium = queries.p_beraad()
    raadplegingen = queries.raadplegingen_van(een)
    return render(request, "pdomein/teamwijziging/teamwijziging.html", {
        "wijziging": een, "stappen": wijziging_stappen(
            een, raadplegingen, is_verdeeld=bool(queries.toewijzing_van(een))
        ),
        "voor": voor, "na": na, "met_inhoud": queries.mag_inhoud_zien(actor, een),
        "raadplegingen": [
            (rij, rules.beletsel_raadpleging_recht(raadpleging=rij, door=actor))
            for rij in raadplegingen
        ],
        "beletsel_bewerken": rules.beletsel_teamwijziging_bewerken(wijziging=een, door=actor),
        "beletsel_besluiten": rules.beletsel_teamwijziging_besluit_recht(
            wijziging=een, gremium=gremium, door=actor
        ),
        "beletsel_intrekken": rules.beletsel_teamwijziging_intrekken_recht(
            wijziging=een, gremium=gremium, door=actor
        ),
    })


@require_http_methods(LEZEN_EN_SCHRIJVEN)
def teamwijziging_plannen(request: HttpRequest, id: UUID) -> HttpResponse:
    een, dag = queries.teamwijziging_met(request.actor, id), klok.vandaag()
    form = PLANFORMS[een.soort](
        request.POST or None, wijziging=een, mensen=queries.mogelijke_pmanagers(een, dag),
        teams=queries.pteams_op(dag, [t.pteam_id for t in een.vertrekteams]),
    )
    if request.method == "POST" and form.is_valid() and uitvoeren(
        request, form, lambda: concept.teamwijziging_plannen(
            wijziging=een, door=request.actor, nu=klok.nu(), **form.plan()
        ),
    ):
        verdelen = een.soort in (WijzigingSoort.OPHEFFEN, WijzigingSoort.SPLITSEN)
        naar = "pdomein:teamwijziging-verdelen" if verdelen else "pdomein:teamwijziging"
        return klaar(request, "Het plan is bewaard.", naar, een.public_id)
    return toon(request, "pdomein/teamwijziging/plannen.html", {
        "wijziging": een, "stappen": wijziging_stappen(een, [], 0),
        "beletsel": rules.beletsel_teamwijziging_bewerken(wijziging=een, door=request.actor),
    }, formulier=form)


@require_http_methods(LEZEN_EN_SCHRIJVEN)
def teamwijziging_verdelen(request: HttpRequest, id: UUID) -> HttpResponse:
    een, dag = queries.teamwijziging_met(request.actor, id), klok.vandaag()
    form = VerdelenForm(
        request.POST or None, leden=queries.betrokken_leden(een, dag), doelen=een.doelteams,
        nu=queries.toewijzing_van(een), blijft=een.soort == WijzigingSoort.SPLITSEN,
    )
    if request.method == "POST" and form.is_valid() and uitvoeren(
        request, form, lambda: concept.teamwijziging_verdelen(
            wijziging=een, verdeling=form.verdeling(), door=request.actor, nu=klok.nu()
        ),
    ):
        return klaar(request, "De verdeling is bewaard.", "pdomein:teamwijziging", een.public_id)
    return toon(request, "pdomein/teamwijziging/verdelen.html", {
        "wijziging": een, "stappen": wijziging_stappen(een, [], 1),
        "beletsel": rules.beletsel_teamwijziging_bewerken(wijziging=een, door=request.actor),
    }, formulier=form)


@require_POST
def teamwijziging_voorleggen(request: HttpRequest, id: UUID) -> HttpResponse:
    een = queries.teamwijziging_met(request.actor, id)
    if uitvoeren(request, None, lambda: besluit.teamwijziging_voorleggen(
        wijziging=een, door=request.actor, nu=klok.nu()
    )):
        return klaar(
            request, "Het plan is voorgelegd aan alle betrokkenen.", "pdomein:teamwijziging",
            een.public_id,
        )
    return terug(request, "pdomein:teamwijziging", een.public_id)


@require_http_methods(LEZEN_EN_SCHRIJVEN)
def raadpleging_beantwoorden(request: HttpRequest, id: UUID, rij: UUID) -> HttpResponse:
    een = queries.teamwijziging_met(request.actor, id)
    raadpleging = queries.raadpleging_met(een, rij)
    voor_ander = raadpleging.medewerker_id not in (None, request.actor.medewerker_id)
    form = RaadplegingForm(request.POST or None, voor_ander=voor_ander)
    if request.method == "POST" and form.is_valid() and uitvoeren(
        request, form, lambda: besluit.raadpleging_beantwoorden(
            raadpleging=raadpleging, door=request.actor, nu=klok.nu(), **form.cleaned_data
        ),
    ):
        return klaar(request, "Het antwoord is bewaard.", "pdomein:teamwijziging", een.public_id)
    return toon(request, "pdomein/teamwijziging/beantwoorden.html", {
        "wijziging": een, "raadpleging": raadpleging, "voor_ander": voor_ander,
        "beletsel": rules.beletsel_raadpleging_recht(raadpleging=raadpleging, door=request.actor),
    }, formulier=form)


@require_http_methods(LEZEN_EN_SCHRIJVEN)
def teamwijziging_besluiten(request: HttpRequest, id: UUID) -> HttpResponse:
    een = queries.teamwijziging_met(request.actor, id)
    form = BesluitForm(request.POST or None)
    if request.method == "POST" and form.is_valid() and uitvoeren(
        request, form, lambda: besluit.teamwijziging_besluiten(
            wijziging=een, door=request.actor, nu=klok.nu(), **form.cleaned_data
        ),
    ):
        return klaar(request, "Het besluit is vastgelegd.", "pdomein:teamwijziging", een.public_id)
    return _formulier(request, een, "besluiten", form, rules.beletsel_teamwijziging_besluit_recht(
        wijziging=een, gremium=queries.p_beraad(), door=request.actor
    ))


@require_http_methods(LEZEN_EN_SCHRIJVEN)
def teamwijziging_intrekken(request: HttpRequest, id: UUID) -> HttpResponse:
    een = queries.teamwijziging_met(request.actor, id)
    form = RedenForm(request.POST or None)
    if request.method == "POST" and form.is_valid() and uitvoeren(
        request, form, lambda: besluit.teamwijziging_intrekken(
            wijziging=een, door=request.actor, nu=klok.nu(), **form.cleaned_data
        ),
    ):
        return klaar(request, "Het plan is ingetrokken.", "pdomein:teamwijziging", een.public_id)
    beletsel = rules.beletsel_teamwijziging_intrekken_recht(
        wijziging=een, gremium=queries.p_beraad(), door=request.actor
    )
    return _formulier(request, een, "intrekken", form, beletsel)


def _formulier(
    request: HttpRequest, een: Teamwijziging, naam: str, form: Any, beletsel: Any
) -> HttpResponse:
    sjablonen = {
        "besluiten": "pdomein/teamwijziging/besluiten.html",
        "intrekken": "pdomein/teamwijziging/intrekken.html",
    }
    gegevens = {"wijziging": een, "beletsel": beletsel}
    return toon(request, sjablonen[naam], gegevens, formulier=form)
