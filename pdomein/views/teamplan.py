"""The teamplan as one page that prints, its versions, and the calendar of a team."""

from typing import Any
from uuid import UUID

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from config.kern import klok
from config.kern.htmx import klaar, terug, toon, uitvoeren
from pdomein import queries
from pdomein.domain import teamplan as domein
from pdomein.enums_leren import Deelname
from pdomein.forms_teamplan import AanwezigheidForm, TeamactiviteitForm
from pdomein.models import Teamactiviteit, Teamplanversie
from pdomein.queries import teamplan as plannen
from pdomein.rules import teamplan as rules
from pdomein.rules.pteam import beletsel_teamplan_onderdeel_opslaan

PER_PAGINA = 20


@require_safe
def teamplan(request: HttpRequest, id: UUID) -> HttpResponse:
    """The plan as it is written now, what lies before the team, and what was adopted."""
    team, dag, actor = queries.pteam_met(id), klok.vandaag(), request.actor
    is_lid, ligt_voor = queries.is_teamlid(actor, team, dag), plannen.open_versie(team)
    versies = list(plannen.vastgestelde_versies(team))
    return render(request, "pdomein/teamplan/teamplan.html", {
        "pteam": team, "delen": queries.teamplan_voor(actor, team, is_lid),
        "stand": plannen.teamplanstanden([team.pk], dag)[team.pk],
        "versies": versies, "ligt_voor": ligt_voor,
        "gewijzigd": plannen.is_gewijzigd_sinds(team, versies[0] if versies else None),
        "van_team": rules.van_team(team, is_lid, actor) is None,
        "beletsel_schrijven": beletsel_teamplan_onderdeel_opslaan(
            pteam=team, nummer=1, tekst="", zichtbaar_voor="team", is_teamlid=is_lid, door=actor
        ),
        "beletsel_voorleggen": rules.beletsel_teamplan_voorleggen(
            pteam=team, is_teamlid=is_lid, leeg=plannen.lege_delen(team),
            heeft_open=ligt_voor is not None, door=actor,
        ),
        "beletsel_instemmen": ligt_voor and rules.beletsel_teamplan_instemmen(
            versie=ligt_voor, pteam=team, is_teamlid=is_lid, door=actor
        ),
    })


@require_safe
def versie(request: HttpRequest, id: UUID, nummer: int) -> HttpResponse:
    team, dag = queries.pteam_met(id), klok.vandaag()
    rij = plannen.teamplanversie_met(team, nummer)
    is_lid = queries.is_teamlid(request.actor, team, dag)
    return render(request, "pdomein/teamplan/versie.html", {
        "pteam": team, "versie": rij,
        "delen": plannen.versie_voor(request.actor, rij, is_lid),
    })


@require_POST
def teamplan_voorleggen(request: HttpRequest, id: UUID) -> HttpResponse:
    team = queries.pteam_met(id)
    if uitvoeren(
        request, None,
        lambda: domein.teamplan_voorleggen(pteam=team, door=request.actor, nu=klok.nu()),
    ):
        zin = "Het teamplan ligt voor. Als team en P-manager akkoord zijn, staat het vast."
        return klaar(request, zin, "pdomein:teamplan", id)
    return terug(request, "pdomein:teamplan", id)


def _op_versie(
    request: HttpRequest, id: UUID, nummer: int, opdracht: Any, zin: str
) -> HttpResponse:
    rij: Teamplanversie = plannen.teamplanversie_met(queries.pteam_met(id), nummer)
    if uitvoeren(
        request, None, lambda: opdracht(versie=rij, door=request.actor, nu=klok.nu())
    ):
        return klaar(request, zin, "pdomein:teamplan", id)
    return terug(request, "pdomein:teamplan", id)


@require_POST
def teamplan_instemmen(request: HttpRequest, id: UUID, nummer: int) -> HttpResponse:
    return _op_versie(request, id, nummer, domein.teamplan_instemmen, "Je bent akkoord.")


@require_POST
def teamplan_intrekken(request: HttpRequest, id: UUID, nummer: int) -> HttpResponse:
    zin = "Het voorstel is ingetrokken. Jullie kunnen verder schrijven."
    return _op_versie(request, id, nummer, domein.teamplan_intrekken, zin)


# --- the calendar ---------------------------------------------------------------------------


@never_cache
@require_safe
def activiteiten(request: HttpRequest, id: UUID | None = None) -> HttpResponse:
    """What comes, nearest first; with ``?eerder`` what has been."""
    dag, nu, actor = klok.vandaag(), klok.nu(), request.actor
    team = queries.pteam_met(id) if id else None
    alle = plannen.activiteiten_van(actor, team, dag) if team else plannen.activiteiten_voor(
        actor, dag
    )
    eerder = "eerder" in request.GET
    rijen = plannen.eerdere(alle, nu) if eerder else plannen.komende(alle, nu)
    zelf = queries.eigen_medewerker(actor)
    eigen = queries.pteam_van(zelf, dag) if zelf else None
    pagina = Paginator(rijen, PER_PAGINA).get_page(request.GET.get("pagina"))
    return render(request, "pdomein/teamplan/activiteiten.html", {
        "pteam": team, "pagina": pagina, "eerder": eerder, "eigen_team": team or eigen,
        "eigen": plannen.eigen_standen(actor, pagina),
        "tabs": [("Komt nog", "?", not eerder), ("Is geweest", "?eerder=ja", eerder)],
    })


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def teamactiviteit_plannen(request: HttpRequest, id: UUID) -> HttpResponse:
    team, dag = queries.pteam_met(id), klok.vandaag()
    teams = {t.code: t for t in plannen.andere_teams(team, dag)}
    form = TeamactiviteitForm(
        request.POST or None, teams=[(code, t.naam) for code, t in teams.items()]
    )
    if request.method == "POST" and form.is_valid() and (
        activiteit := uitvoeren(
            request, form,
            lambda: domein.teamactiviteit_plannen(
                pteam=team, door=request.actor, nu=klok.nu(),
                **form.cleaned_data | {
                    "ook_voor": [teams[c] for c in form.cleaned_data["ook_voor"]]
                },
            ),
        )
    ):
        zin = "De activiteit staat in de agenda. Iedereen krijgt bericht."
        return klaar(request, zin, "pdomein:activiteit", activiteit.public_id)
    gegevens = {"pteam": team, "beletsel": rules.van_team(
        team, queries.is_teamlid(request.actor, team, dag), request.actor
    )}
    return toon(request, "pdomein/teamplan/activiteit_plannen.html", gegevens, formulier=form)


@never_cache
@require_safe
def activiteit(request: HttpRequest, id: UUID) -> HttpResponse:
    rij = plannen.activiteit_voor(request.actor, id, klok.vandaag())
    return _pagina(request, rij, _aanwezigheidsform(rij, None))


def _aanwezigheidsform(rij: Teamactiviteit, gegevens: Any) -> AanwezigheidForm:
    mensen = [(str(m.pk), m.naam) for m in plannen.genodigden(rij, klok.vandaag())]
    er = [str(d.medewerker_id) for d in plannen.deelnames(rij) if d.stand == Deelname.WAS_ER]
    komt = [str(d.medewerker_id) for d in plannen.deelnames(rij) if d.stand == Deelname.KOMT]
    return AanwezigheidForm(gegevens, mensen=mensen, initial={"aanwezig": er or komt})


def _pagina(
    request: HttpRequest, rij: Teamactiviteit, form: AanwezigheidForm, **extra: Any
) -> HttpResponse:
    nu, actor, per = klok.nu(), request.actor, {}
    for deelname in plannen.deelnames(rij):
        per.setdefault(deelname.stand, []).append(deelname.medewerker)
    return toon(request, "pdomein/teamplan/activiteit.html", {
        "activiteit": rij, "teams": [rij.pteam, *rij.ook_voor.all()],
        "groepen": [(s.label, per[s]) for s in Deelname if s in per],
        "eigen": plannen.eigen_standen(actor, [rij]).get(rij.pk, ""),
        "is_begonnen": rij.begin <= nu, "is_geweest": rij.einde <= nu,
        "aanwezigheidsform": form,
        "beletsel_aanwezigheid": rules.beletsel_aanwezigheid_vastleggen(
            activiteit=rij, onbekend=0, nu=nu, door=actor
        ),
        "beletsel_komen": rules.beletsel_activiteit_deelname_melden(
            activiteit=rij, stand=Deelname.KOMT, nu=nu, door=actor,
            is_genodigd=plannen.is_genodigd(actor, rij, klok.vandaag()),
        ),
        "beletsel_afgelasten": rules.beletsel_teamactiviteit_afgelasten(
            activiteit=rij, nu=nu, door=actor
        ),
    } | extra, formulier=form)


@require_POST
def deelname_melden(request: HttpRequest, id: UUID) -> HttpResponse:
    rij = plannen.activiteit_voor(request.actor, id, klok.vandaag())
    if uitvoeren(
        request, None,
        lambda: domein.activiteit_deelname_melden(
            activiteit=rij, stand=request.POST.get("stand", ""), door=request.actor, nu=klok.nu()
        ),
    ):
        return klaar(request, "Dat is genoteerd.", "pdomein:activiteit", id)
    return terug(request, "pdomein:activiteit", id)


@require_POST
def teamactiviteit_afgelasten(request: HttpRequest, id: UUID) -> HttpResponse:
    rij = plannen.activiteit_voor(request.actor, id, klok.vandaag())
    if uitvoeren(
        request, None,
        lambda: domein.teamactiviteit_afgelasten(
            activiteit=rij, door=request.actor, nu=klok.nu()
        ),
    ):
        return klaar(request, "De activiteit is afgelast.", "pdomein:activiteit", id)
    return terug(request, "pdomein:activiteit", id)


@never_cache
@require_POST
def aanwezigheid_vastleggen(request: HttpRequest, id: UUID) -> HttpResponse:
    rij = plannen.activiteit_voor(request.actor, id, klok.vandaag())
    form = _aanwezigheidsform(rij, request.POST)
    if form.is_valid() and uitvoeren(
        request, form,
        lambda: domein.aanwezigheid_vastleggen(
            activiteit=rij, door=request.actor, nu=klok.nu(),
            medewerker_ids=[int(pk) for pk in form.cleaned_data["aanwezig"]],
        ) + 1,
    ):
        return klaar(request, "De aanwezigheid is vastgelegd.", "pdomein:activiteit", id)
    return _pagina(request, rij, form)

