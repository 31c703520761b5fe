"""The capacity pages: groups for who steers, persons for the own P-manager (SCHERMEN 13)."""

from collections.abc import Sequence
from datetime import date
from functools import wraps
from typing import Any
from urllib.parse import quote
from uuid import UUID

from django.core.paginator import Page, Paginator
from django.http import HttpRequest, HttpResponse, StreamingHttpResponse
from django.urls import reverse
from django.views.decorators.http import require_safe

from config.kern import klok
from config.kern.actor import Recht
from config.kern.csv_uit import csv_regels
from config.kern.fouten import eis
from config.kern.grafieken import Reeks
from config.kern.htmx import toon
from config.kern.menu import pad
from config.kern.opmaak import dag_compact, getal, maand_kort
from pdomein.groepen import KLEINSTE_GROEP, TE_KLEIN
from register.beeld import NUL, Vraag, band, maanden_vanaf
from register.domain.inzien import mensen_inzien
from register.queries import mensen, overzicht, realisatie
from register.queries.team import pteam_met
from register.rules import capaciteit as rules

PER_PAGINA = 25
PER = {
    "professie": "Professie", "domein": "Professioneel domein", "cluster": "Cluster",
    "pteam": "P-team",
}


def stuurder(view: Any) -> Any:
    """Only for who steers or controls; somebody else gets the sentence of the rule."""

    @wraps(view)
    def bewaakt(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        eis(rules.beletsel_capaciteit_inzien(door=request.actor))
        return view(request, *args, **kwargs)

    return bewaakt


TABS = (
    ("Bezetting en ruimte", "register:capaciteit"),
    ("Vrij of bijna vrij", "matching:vrij"),
    ("Vooruitkijken (SPP)", "register:spp"),
    ("Loonkosten", "register:loonkosten"),
    ("Doorstroom", "register:doorstroom"),
    ("Signalen", "register:persoonssignalen"),
    ("Personeelsmonitor", "register:personeelsmonitor"),
)


def tabs(actief: str) -> list[tuple[str, str, bool]]:
    return [(label, url, naam == actief) for label, naam in TABS if (url := pad((naam,)))]


def als_csv(naam: str, kolommen: Sequence[str], rijen: Any) -> StreamingHttpResponse:
    antwoord = StreamingHttpResponse(
        csv_regels(kolommen, rijen), content_type="text/csv; charset=utf-8"
    )
    bestand = f"{naam}-{klok.vandaag().isoformat()}.csv"
    antwoord["Content-Disposition"] = f'attachment; filename="{bestand}"'
    return antwoord


def _keuze(request: HttpRequest) -> tuple[str, str]:
    per, domein = request.GET.get("per", ""), request.GET.get("domein", "").replace("\x00", "")
    return per if per in PER else "professie", domein


def _groepen(
    request: HttpRequest, per: str, domein: str, dagen: list[date], per_pagina: int = PER_PAGINA
) -> tuple[list[overzicht.Groep], Page]:
    dag = klok.vandaag()
    if per == "pteam":
        alle = overzicht.teams_op(dag, domein)
        pagina = Paginator(alle, per_pagina).get_page(request.GET.get("pagina"))
        eigen = request.actor.objecten(Recht.PTEAM_LEIDEN, "pteam")
        return overzicht.teamgroepen(list(pagina), alle, dagen, eigen), pagina
    pagina = Paginator(overzicht.groepen(per, dagen), per_pagina).get_page(
        request.GET.get("pagina")
    )
    return list(pagina), pagina


@require_safe
@stuurder
def capaciteit(request: HttpRequest) -> HttpResponse:
    dag, (per, domein) = klok.vandaag(), _keuze(request)
    dagen = maanden_vanaf(dag, overzicht.MAANDEN)
    groepen, pagina = _groepen(request, per, domein, dagen)
    week = overzicht.weekbeeld(dag)
    return toon(request, "register/capaciteit/overzicht.html", {
        "tabs": tabs("register:capaciteit"), **_tegels(overzicht.concern(week.standen[0], dag)),
        "keuzes": _keuzes(per, domein, dag), "pagina": pagina, "per": PER[per],
        "per_klein": PER[per] if per == "pteam" else PER[per].lower(),
        "domeinnaam": overzicht.domeinnaam(domein) if domein and per == "pteam" else "",
        "met_vraag": per == "professie", "vraag": request.GET.urlencode(),
        "kolommen": [_kop(d) for d in dagen], "rijen": [_warmterij(g, per) for g in groepen],
        "weken": _weeklabels(week.weken), "weekreeksen": _weekreeksen(week),
        "knelpunten": overzicht.knelpunten(None, dag)[:5],
        "werk": overzicht.werk(week.standen[0], week.vraag[0] if week.vraag else Vraag()),
    })


def _tegels(concern: overzicht.Concern) -> dict[str, Any]:
    nu = concern.nu
    return {
        "concern": concern, "formatie": getal(concern.formatie, 0),
        "bezetting": getal(nu.aanstelling, 0), "inzet_nu": getal(nu.inzet, 0),
        "vrij_nu": getal(nu.vrij, 0),
    }


def _keuzes(per: str, domein: str, dag: date) -> list[tuple[str, str]]:
    """The other ways to look, as links."""
    uit = [
        (f"per {label if code == 'pteam' else label.lower()}", f"?per={code}")
        for code, label in PER.items() if code != per or domein
    ]
    if per == "pteam":
        uit += [
            (f"{naam} ({n})", f"?per=pteam&domein={quote(code)}")
            for code, naam, n in overzicht.domeinen_met_aantal(dag) if code != domein and n
        ]
    return uit


def _kop(dag: date) -> str:
    return f"{maand_kort(dag)} {dag:%y}" if dag.month == 1 else maand_kort(dag)


def _warmterij(groep: overzicht.Groep, per: str) -> tuple[str, str, list[Any]]:
    if groep.standen is None:
        return f"{groep.naam} ({TE_KLEIN})", "", [("", 2, "", False)] * overzicht.MAANDEN
    url = ""
    if per in ("professie", "pteam"):
        url = reverse(f"register:capaciteit-{per}", args=[groep.public_id])
    cellen = []
    for n, stand in enumerate(groep.standen):
        saldo = groep.saldo(n)
        cellen.append((getal(saldo, 1), band(saldo or NUL, stand.beschikbaar), "", False))
    return groep.naam, url, cellen


def _weeklabels(weken: Sequence[date]) -> list[str]:
    return [f"wk {d.isocalendar().week}" for d in weken]


def _weekreeksen(week: overzicht.Weekbeeld) -> list[Reeks]:
    reeksen = [Reeks("Ingezet", [float(s.inzet) for s in week.standen], "vlak")]
    if week.vraag is not None:
        reeksen += [
            Reeks("Nog te bemensen", [float(v.vast) for v in week.vraag], "vraag"),
            Reeks("Nog niet geprogrammeerd", [float(v.straks) for v in week.vraag], "voorlopig"),
        ]
    return [*reeksen, Reeks(
        "Beschikbaar voor opdrachten", [float(s.beschikbaar) for s in week.standen], "lijn"
    )]


@require_safe
@stuurder
def capaciteit_export(request: HttpRequest) -> HttpResponse:
    """The same figures as the screen, all groups (R317)."""
    dag, (per, domein) = klok.vandaag(), _keuze(request)
    if request.GET.get("beeld") == "weken":
        week = overzicht.weekbeeld(dag)
        groep = overzicht.Groep("Hele organisatie", None, week.standen, week.vraag)
        rijen = overzicht.export_rijen([groep], week.weken)
        return als_csv("capaciteit-per-week", overzicht.KOLOMMEN, rijen)
    dagen = maanden_vanaf(dag, overzicht.MAANDEN)
    groepen, _ = _groepen(request, per, domein, dagen, per_pagina=20_000)
    return als_csv(
        f"capaciteit-per-{per}", overzicht.KOLOMMEN, overzicht.export_rijen(groepen, dagen)
    )


@require_safe
@stuurder
def capaciteit_professie(request: HttpRequest, id: UUID) -> HttpResponse:
    """Which opdrachten cause a shortage, and which teams have room (SCHERMEN 13)."""
    professie, dag = overzicht.professie_met(id), klok.vandaag()
    dagen = maanden_vanaf(dag, overzicht.MAANDEN)
    alle = overzicht.teams_van_professie(professie, dag)
    pagina = Paginator(alle, PER_PAGINA).get_page(request.GET.get("pagina"))
    eigen = request.actor.objecten(Recht.PTEAM_LEIDEN, "pteam")
    groepen = overzicht.teamgroepen(list(pagina), alle, dagen, eigen)
    return toon(request, "register/capaciteit/professie.html", {
        "professie": professie, "knelpunten": overzicht.knelpunten(professie, dag),
        "kolommen": [_kop(d) for d in dagen], "pagina": pagina,
        "rijen": [_warmterij(g, "pteam") for g in groepen],
    })


@require_safe
@stuurder
def capaciteit_pteam(request: HttpRequest, id: UUID) -> HttpResponse:
    """One team: the chart for who steers, each person for the own P-manager."""
    team, dag, actor = pteam_met(id), klok.vandaag(), request.actor
    mag_personen = rules.mag_personen_zien(actor, team)
    is_groep = mag_personen or overzicht.mensen_in([team.pk], dag) >= KLEINSTE_GROEP
    week = overzicht.weekbeeld(dag, [team.pk]) if is_groep else None
    rijen = mensen.uren_van_team(team, dag) if mag_personen else []
    if rijen:
        mensen_inzien(
            mensen=[r.medewerker for r in rijen], pteam=team, door=actor, nu=klok.nu()
        )
    return toon(request, "register/capaciteit/pteam.html", {
        "pteam": team, "nu": week.standen[0] if week else None, "mag_personen": mag_personen,
        "weken": _weeklabels(week.weken) if week else [],
        "weekreeksen": _weekreeksen(week) if week else [], "mensen": rijen,
        "realisatie": realisatie.gepland_en_gerealiseerd(team, dag) if is_groep else [],
        "dag": dag_compact(dag),
    })
