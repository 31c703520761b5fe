"""Pages of the year plan: the list of a year, one allocation, and every act on it (R056, E07)."""

from datetime import date
from typing import Any
from uuid import UUID

from django.core.paginator import Paginator
from django.forms import BaseForm
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from config.kern import klok
from config.kern.facetten import facet
from config.kern.fouten import Beletsel
from config.kern.htmx import klaar, toon, uitvoeren
from config.kern.opmaak import fte as in_fte
from config.kern.queries import instelling
from opgaven.domain import jaarplan as domein
from opgaven.forms import RedenForm
from opgaven.models import JaarplanToedeling
from opgaven.queries import jaarplan as lezen
from opgaven.queries import opdracht_met
from opgaven.rules import jaarplan as rules
from pdomein.models import Medewerker
from pdomein.queries import leden_van
from register.domain.jaarplan import jaarplaninzet_vastleggen
from register.forms_jaarplan import BehoefteForm, JaarplaninzetForm, ToedelingForm
from register.queries import jaarplan as queries
from register.queries.capaciteit import vrije_capaciteit_van
from register.rules.jaarplan import beletsel_jaarplaninzet_vastleggen

WIJZIGBAAR = ["GET", "HEAD", "POST"]
PER_PAGINA = 25


@require_safe
def jaarplan(request: HttpRequest) -> HttpResponse:
    dag, keuze = klok.vandaag(), request.GET.get("jaar", "")
    jaar = int(keuze) if keuze.isdecimal() and len(keuze) == 4 else dag.year
    zoek, standen = request.GET.get("zoek", "")[:200], request.GET.getlist("stand")
    alle = queries.jaarplan(request.actor, jaar, dag, zoek, request.GET.getlist("pteam"))
    aantallen = {s: sum(s in queries.stand_van(r) for r in alle) for s in queries.STANDEN}
    over = [r for r in alle if not standen or queries.stand_van(r) & set(standen)]
    return render(request, "register/jaarplan/lijst.html", {
        "jaar": jaar, "jaren": sorted({*lezen.jaren(), dag.year, dag.year + 1}), "zoek": zoek,
        "pagina": Paginator(over, PER_PAGINA).get_page(request.GET.get("pagina")),
        "aantal_signalen": aantallen["signaal"],
        "facetten": [facet("stand", "Stand", [
            (code, naam, aantallen[code]) for code, naam in queries.STANDEN.items()
        ], standen)],
    })


@require_safe
def toedeling(request: HttpRequest, id: UUID) -> HttpResponse:
    rij, dag, door = lezen.toedeling_met(id), klok.vandaag(), request.actor
    (stand,) = queries.jaarplanrijen([rij], door, dag)
    mag_zien = stand.ingezet is not None
    return render(request, "register/jaarplan/toedeling.html", {
        "rij": stand, "toedeling": rij, "behoeften": lezen.behoeften_van(rij),
        "team": queries.team_op(rij, dag) if mag_zien else [],
        "al_toegedeeld": lezen.toegedeeld_aan(rij.pteam, rij.jaar),
        "vaststellen": rules.beletsel_jaarplantoedeling_vaststellen(toedeling=rij, door=door),
        "afwijzen": rules.beletsel_jaarplantoedeling_afwijzen(toedeling=rij, door=door),
        "beeindigen": rules.beletsel_jaarplantoedeling_beeindigen(
            toedeling=rij, door=door, op=dag
        ),
        "melden": rules.beletsel_jaarplanbehoefte_melden(toedeling=rij, door=door, op=dag),
        "inzetten": beletsel_jaarplaninzet_vastleggen(toedeling=rij, door=door),
        "bijstellen": rules.beletsel_jaarplantoedeling_voorstellen(
            opdracht=rij.opdracht, door=door, op=dag
        ),
    })


@require_http_methods(WIJZIGBAAR)
def toedelen(request: HttpRequest, id: UUID) -> HttpResponse:
    """Where a stable opdracht is sent instead of the matchingsprocedure (E07)."""
    opdracht, dag = opdracht_met(id), klok.vandaag()
    form = ToedelingForm(
        request.POST or None, pteams=lezen.pteams_op(dag),
        jaren=list(range(dag.year, dag.year + rules.MAX_VOORUIT + 1)),
        initial={
            "marge_pct": instelling("STABIEL_MARGE_PCT", dag), "jaar": dag.year,
            **{k: v for k, v in request.GET.items() if k in ("pteam", "jaar", "fte")},
        },
    )
    if request.method == "POST" and form.is_valid() and (nieuw := uitvoeren(
        request, form,
        lambda: domein.jaarplantoedeling_voorstellen(
            opdracht=opdracht, door=request.actor, nu=klok.nu(), **form.cleaned_data
        ),
    )):
        zin = "De vraag is naar de P-manager van het team."
        return klaar(request, zin, "register:jaarplan-toedeling", nieuw.public_id)
    return toon(request, "register/jaarplan/toedelen.html", {
        "opdracht": opdracht,
        "rijen": queries.jaarplan_van_opdracht(opdracht, request.actor, dag),
        "beletsel": rules.beletsel_jaarplantoedeling_voorstellen(
            opdracht=opdracht, door=request.actor, op=dag
        ),
    }, formulier=form)


@require_POST
def vaststellen(request: HttpRequest, id: UUID) -> HttpResponse:
    rij = lezen.toedeling_met(id)
    gelukt = uitvoeren(request, None, lambda: domein.jaarplantoedeling_vaststellen(
        toedeling=rij, door=request.actor, nu=klok.nu()
    ))
    zin = "De toedeling geldt. Zet nu mensen uit je team in." if gelukt else ""
    return klaar(request, zin, "register:jaarplan-toedeling", rij.public_id)


@require_http_methods(WIJZIGBAAR)
def afwijzen(request: HttpRequest, id: UUID) -> HttpResponse:
    rij, form = lezen.toedeling_met(id), RedenForm(request.POST or None)
    return _handeling(
        request, rij, form, "Vraag afwijzen", "Afwijzen",
        lambda: domein.jaarplantoedeling_afwijzen(
            toedeling=rij, door=request.actor, nu=klok.nu(), **form.cleaned_data
        ),
        "De vraag is afgewezen.",
        rules.beletsel_jaarplantoedeling_afwijzen(toedeling=rij, door=request.actor),
    )


@require_http_methods(WIJZIGBAAR)
def beeindigen(request: HttpRequest, id: UUID) -> HttpResponse:
    rij, form = lezen.toedeling_met(id), RedenForm(request.POST or None)
    return _handeling(
        request, rij, form, "Toedeling beëindigen", "Beëindigen",
        lambda: domein.jaarplantoedeling_beeindigen(
            toedeling=rij, door=request.actor, nu=klok.nu(), **form.cleaned_data
        ),
        "De toedeling is beëindigd. Inzet die al in het register staat, beëindig je daar.",
        rules.beletsel_jaarplantoedeling_beeindigen(
            toedeling=rij, door=request.actor, op=klok.vandaag()
        ),
    )


@require_http_methods(WIJZIGBAAR)
def behoefte_melden(request: HttpRequest, id: UUID) -> HttpResponse:
    rij, form = lezen.toedeling_met(id), BehoefteForm(request.POST or None)
    return _handeling(
        request, rij, form, "Werkelijke behoefte melden", "Melden",
        lambda: domein.jaarplanbehoefte_melden(
            toedeling=rij, door=request.actor, nu=klok.nu(), **form.cleaned_data
        ),
        "De behoefte is gemeld.",
        rules.beletsel_jaarplanbehoefte_melden(
            toedeling=rij, door=request.actor, op=klok.vandaag()
        ),
    )


@require_http_methods(WIJZIGBAAR)
def inzet_vastleggen(request: HttpRequest, id: UUID) -> HttpResponse:
    rij, dag = lezen.toedeling_met(id), klok.vandaag()
    beletsel = beletsel_jaarplaninzet_vastleggen(toedeling=rij, door=request.actor)
    begin = max(dag, date(rij.jaar, 1, 1))
    form = JaarplaninzetForm(
        request.POST or None, leden=[] if beletsel else _leden(rij, begin),
        initial={"begin": begin, "einde": date(rij.jaar, 12, 31)},
    )
    return _handeling(
        request, rij, form, "Teamlid inzetten", "Inzetten",
        lambda: jaarplaninzet_vastleggen(
            toedeling=rij, door=request.actor, nu=klok.nu(), **form.cleaned_data
        ),
        "De inzet staat in het register.", beletsel,
    )


def _leden(rij: JaarplanToedeling, begin: date) -> list[tuple[Medewerker, str]]:
    """The members with the fte they still have in that period."""
    leden = list(leden_van(rij.pteam, begin).order_by("sorteernaam"))
    vrij = vrije_capaciteit_van([m.pk for m in leden], begin, date(rij.jaar + 1, 1, 1))
    return [(m, f"{in_fte(max(vrij[m.pk], 0)) or '0 fte'} vrij") for m in leden]


def _handeling(
    request: HttpRequest, rij: JaarplanToedeling, form: BaseForm, titel: str, knop: str,
    opdracht: Any, zin: str, beletsel: Beletsel | None,
) -> HttpResponse:
    if request.method == "POST" and form.is_valid() and uitvoeren(request, form, opdracht):
        return klaar(request, zin, reverse("register:jaarplan-toedeling", args=[rij.public_id]))
    gegevens = {"toedeling": rij, "titel": titel, "knop": knop, "beletsel": beletsel}
    return toon(request, "register/jaarplan/handeling.html", gegevens, formulier=form)


@require_safe
def jaarplan_opdracht(request: HttpRequest, id: UUID) -> HttpResponse:
    """A piece of the page of an opdracht (HUIS §2)."""
    opdracht, dag = opdracht_met(id), klok.vandaag()
    return render(request, "register/jaarplan/_van_opdracht.html", {
        "opdracht": opdracht,
        "rijen": queries.jaarplan_van_opdracht(opdracht, request.actor, dag),
        "beletsel": rules.beletsel_jaarplantoedeling_voorstellen(
            opdracht=opdracht, door=request.actor, op=dag
        ),
    })
