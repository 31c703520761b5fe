"""Pages of the vakgenootschappen and their expertisecentrum (R149-R152)."""

from typing import Any
from uuid import UUID

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from config.kern import klok
from config.kern.actor import Recht
from config.kern.htmx import klaar, terug, toon, uitvoeren
from pdomein import queries, rules
from pdomein.domain import vakgenootschap as vak
from pdomein.forms_vak import (
    AfgevaardigdeForm,
    DeelnemerForm,
    NormForm,
    OprichtenForm,
    TeamErbijForm,
)
from pdomein.models import Vakgenootschap

PER_PAGINA = 25
LEZEN_EN_SCHRIJVEN = ["GET", "HEAD", "POST"]


@require_safe
def vakgenootschappen(request: HttpRequest) -> HttpResponse:
    dag = klok.vandaag()
    alle = queries.vakgenootschappen(dag)
    return render(request, "pdomein/vak/vakgenootschappen.html", {
        "pagina": Paginator(alle, PER_PAGINA).get_page(request.GET.get("pagina")),
        "voorgesteld": queries.vakken_zonder_vakgenootschap(dag),
    })


@require_http_methods(LEZEN_EN_SCHRIJVEN)
def vakgenootschap_oprichten(request: HttpRequest) -> HttpResponse:
    """The professie comes from the address: the list names those that could have one."""
    voorgesteld = {str(p.public_id): (p, t)
                   for p, t in queries.vakken_zonder_vakgenootschap(klok.vandaag())}
    keuze = request.GET.get("vak", "")
    if keuze not in voorgesteld:
        if keuze:
            raise Http404("Dit vak heeft al een vakgenootschap, of maar één P-team.")
        return terug(request, "pdomein:vakgenootschappen")
    professie, teams = voorgesteld[keuze]
    form = OprichtenForm(request.POST or None, professie=professie, pteams=teams)
    nieuw = request.method == "POST" and form.is_valid() and uitvoeren(
        request, form, lambda: vak.vakgenootschap_oprichten(
            professie=professie, door=request.actor, nu=klok.nu(), **form.cleaned_data
        ),
    )
    if nieuw:
        return klaar(
            request, "Het vakgenootschap is er. Wijs nu mensen aan voor het expertisecentrum.",
            "pdomein:vakgenootschap", nieuw.public_id,
        )
    return toon(request, "pdomein/vak/formulier.html", {
        "titel": f"Vakgenootschap {professie.naam} oprichten", "knop": "Oprichten",
        "terug_tekst": "Alle vakgenootschappen", "vakgenootschap": None,
        "beletsel": rules.leiding(request.actor, teams, "een vakgenootschap oprichten"),
    }, formulier=form)


@require_safe
def vakgenootschap(request: HttpRequest, id: UUID) -> HttpResponse:
    een, dag, actor = queries.vakgenootschap_met(id), klok.vandaag(), request.actor
    centrum = queries.expertisecentrum(een, dag)
    leidt = [r.pteam for r in centrum if actor.heeft(Recht.PTEAM_LEIDEN, op=r.pteam)]
    deelnemers = list(queries.deelnemers_van_vak(een, dag))
    thuis = queries.pteams_van([d.medewerker_id for d in deelnemers], dag)
    return render(request, "pdomein/vak/vakgenootschap.html", {
        "vakgenootschap": een, "centrum": [(r, r.pteam in leidt) for r in centrum],
        "normen": queries.normen_van_vak(een), "leidt": leidt,
        "leden": Paginator(queries.leden_van_vak(een, dag), PER_PAGINA).get_page(
            request.GET.get("pagina")
        ),
        "deelnemers": [
            (d, not rules.beletsel_vakgenootschap_deelnemer_beeindigen(
                medewerker=d.medewerker, thuis=thuis.get(d.medewerker_id), is_lopend=True,
                door=actor))
            for d in deelnemers
        ],
        "beletsel_norm": rules.beletsel_vaknorm_recht(
            in_expertisecentrum=queries.zit_in_expertisecentrum(actor, een, dag), door=actor
        ),
        "erbij": queries.teams_erbij(een, dag),
    })


def _toon(
    request: HttpRequest, een: Vakgenootschap, titel: str, knop: str, form: Any, beletsel: Any
) -> HttpResponse:
    return toon(request, "pdomein/vak/formulier.html", {
        "titel": titel, "knop": knop, "terug_tekst": een.naam, "vakgenootschap": een,
        "beletsel": beletsel,
    }, formulier=form)


@require_http_methods(LEZEN_EN_SCHRIJVEN)
def vakgenootschap_team_toevoegen(request: HttpRequest, id: UUID) -> HttpResponse:
    een = queries.vakgenootschap_met(id)
    teams = queries.teams_erbij(een, klok.vandaag())
    form = TeamErbijForm(request.POST or None, pteams=teams)
    if request.method == "POST" and form.is_valid() and uitvoeren(
        request, form, lambda: vak.vakgenootschap_team_toevoegen(
            vakgenootschap=een, door=request.actor, nu=klok.nu(), **form.cleaned_data
        ),
    ):
        return klaar(request, "Het team doet mee.", "pdomein:vakgenootschap", een.public_id)
    return _toon(request, een, "Een P-team laten meedoen", "Toevoegen", form, None)


@require_http_methods(LEZEN_EN_SCHRIJVEN)
def vakgenootschap_deelnemer_vastleggen(request: HttpRequest, id: UUID) -> HttpResponse:
    een = queries.vakgenootschap_met(id)
    form = DeelnemerForm(request.POST or None, dag=klok.vandaag())
    if request.method == "POST" and form.is_valid() and uitvoeren(
        request, form, lambda: vak.vakgenootschap_deelnemer_vastleggen(
            vakgenootschap=een, door=request.actor, nu=klok.nu(), **form.cleaned_data
        ),
    ):
        return klaar(request, "De collega doet mee.", "pdomein:vakgenootschap", een.public_id)
    return _toon(
        request, een, "Een collega met een deel van de tijd", "Vastleggen", form, None
    )


@require_POST
def vakgenootschap_deelnemer_beeindigen(request: HttpRequest, id: UUID) -> HttpResponse:
    rij = queries.deelnemer_met(id)
    uitvoeren(request, None, lambda: vak.vakgenootschap_deelnemer_beeindigen(
        deelnemer=rij, door=request.actor, nu=klok.nu()
    ))
    return terug(request, "pdomein:vakgenootschap", rij.vakgenootschap.public_id)


@require_http_methods(LEZEN_EN_SCHRIJVEN)
def vaknorm_vaststellen(request: HttpRequest, id: UUID) -> HttpResponse:
    een, dag = queries.vakgenootschap_met(id), klok.vandaag()
    vorige = next(iter(queries.normen_van_vak(een)), None)
    form = NormForm(request.POST or None, initial={
        "versie": vorige.versie if vorige else 0, "tekst": vorige.tekst if vorige else "",
    })
    if request.method == "POST" and form.is_valid() and uitvoeren(
        request, form, lambda: vak.vaknorm_vaststellen(
            vakgenootschap=een, door=request.actor, nu=klok.nu(), **form.cleaned_data
        ),
    ):
        return klaar(request, "De norm is vastgesteld.", "pdomein:vakgenootschap", een.public_id)
    return _toon(request, een, "De norm vaststellen", "Vaststellen", form,
                 rules.beletsel_vaknorm_recht(
                     in_expertisecentrum=queries.zit_in_expertisecentrum(
                         request.actor, een, dag), door=request.actor))


@require_http_methods(LEZEN_EN_SCHRIJVEN)
def afgevaardigde_aanwijzen(request: HttpRequest, id: UUID) -> HttpResponse:
    """Only people of the teams that this P-manager leads are offered (R152)."""
    een, dag = queries.vakgenootschap_met(id), klok.vandaag()
    teams = [t for t in queries.teams_van_vak(een, dag)
             if request.actor.heeft(Recht.PTEAM_LEIDEN, op=t)]
    leden = [(t, m) for t in teams for m in queries.leden_van(t, dag)]
    form = AfgevaardigdeForm(request.POST or None, leden=leden)
    if request.method == "POST" and form.is_valid() and uitvoeren(
        request, form, lambda: vak.afgevaardigde_aanwijzen(
            vakgenootschap=een, door=request.actor, nu=klok.nu(), **form.gekozen()
        ),
    ):
        return klaar(
            request, "De collega zit in het expertisecentrum.", "pdomein:vakgenootschap",
            een.public_id,
        )
    eerste = queries.teams_van_vak(een, dag)
    beletsel = None if teams else next(
        (rules.beletsel_afgevaardigde_recht(pteam=t, door=request.actor) for t in eerste), None
    )
    return _toon(request, een, "Wie gaat namens het team?", "Aanwijzen", form, beletsel)


@require_POST
def afgevaardigde_beeindigen(request: HttpRequest, id: UUID) -> HttpResponse:
    rij = queries.afgevaardigde_met(id)
    uitvoeren(request, None, lambda: vak.afgevaardigde_beeindigen(
        afgevaardigde=rij, door=request.actor, nu=klok.nu()
    ))
    return terug(request, "pdomein:vakgenootschap", rij.vakgenootschap.public_id)
