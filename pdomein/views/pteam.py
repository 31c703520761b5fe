"""Pages of the P-teams."""

from uuid import UUID

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_http_methods, require_safe

from config.kern import klok
from config.kern.actor import Recht
from config.kern.htmx import klaar, toon, uitvoeren
from pdomein import queries, rules
from pdomein.domain.pteam import teamplan_onderdeel_opslaan as opslaan
from pdomein.domain.teamgrootte import pteam_afwijking_besluiten as besluiten
from pdomein.enums import Leeskring
from pdomein.forms import TeamplanOnderdeelForm
from pdomein.forms_beraad import AfwijkingForm
from pdomein.queries.teamplan import teamplanstanden
from pdomein.rules.matrix import beletsel_matrix_inzien
from pdomein.rules.ontwikkeling import beletsel_schouw_inzien
from pdomein.views.hulp import pteam_facetten

PER_PAGINA = 25


@require_safe
def pteams(request: HttpRequest) -> HttpResponse:
    zoek, dag = request.GET.get("zoek", ""), klok.vandaag()
    alle = queries.pteams_lijst(op=dag, zoek=zoek)
    plannen = teamplanstanden([r.pteam.pk for r in alle], dag)
    facetten, rijen = pteam_facetten(alle, request.GET, plannen)
    pagina = Paginator(rijen, PER_PAGINA).get_page(request.GET.get("pagina"))
    return render(
        request, "pdomein/pteam/lijst.html",
        {
            "facetten": facetten, "zoek": zoek, "pagina": pagina, "aantal": len(rijen),
            "leidt_team": request.actor.heeft_ergens(Recht.PTEAM_LEIDEN),
            "met_plan": [(r, plannen[r.pteam.pk]) for r in pagina],
        },
    )


@require_safe
def pteam(request: HttpRequest, id: UUID) -> HttpResponse:
    team, dag, actor = queries.pteam_met(id), klok.vandaag(), request.actor
    pmanager, afwijking = queries.pmanager_van_team(team, dag), queries.afwijking_van(team, dag)
    is_lid = queries.is_teamlid(actor, team, dag)
    return render(request, "pdomein/pteam/pteam.html", {
        "pteam": team,
        "pmanager": pmanager,
        "omvang": queries.omvang_van(team, dag),
        "afwijking": afwijking, "gronden": queries.gronden_van(afwijking),
        "leden": queries.leden_van(team, dag),
        "aangesloten": queries.aangesloten_bij(team, dag),
        "wijzigingen": queries.wijzigingen_van_team(team),
        "vakgenootschap": queries.vakgenootschap_van_team(team, dag),
        "beletsel_kenmerken": rules.beletsel_pteam_kenmerken_vastleggen(
            pteam=team, kenmerken=[], door=actor
        ),
        "beletsel_wijzigen": rules.leiding(actor, [team], "dit team veranderen"),
        "span": queries.span_van(pmanager, dag)
        if pmanager and queries.mag_span_zien(actor, team, pmanager) else None,
        "teamplan": queries.teamplan_voor(actor, team, is_lid),
        "mag_matrix": beletsel_matrix_inzien(pteam=team, door=actor) is None,
        "beletsel_schouw": beletsel_schouw_inzien(pteam=team, door=actor),
        "teamplanstand": teamplanstanden([team.pk], dag)[team.pk],
        "beletsel_teamplan": rules.beletsel_teamplan_onderdeel_opslaan(
            pteam=team, nummer=1, tekst="", zichtbaar_voor=Leeskring.TEAM, is_teamlid=is_lid,
            door=actor,
        ),
        "beletsel_afwijking": rules.beletsel_afwijking_recht(
            gremium=queries.p_beraad(), door=actor
        ),
    })


@require_http_methods(["GET", "HEAD", "POST"])
def teamplan_onderdeel_opslaan(request: HttpRequest, id: UUID, nummer: int) -> HttpResponse:
    team, dag = queries.pteam_met(id), klok.vandaag()
    rij = queries.teamplan_deel(request.actor, team, nummer, dag)
    form = TeamplanOnderdeelForm(request.POST or None, initial=rij.begin, nummer=nummer)
    if request.method == "POST" and form.is_valid() and uitvoeren(
        request, form,
        lambda: opslaan(
            pteam=team, nummer=nummer, door=request.actor, nu=klok.nu(), **form.cleaned_data
        ),
    ):
        return klaar(request, "Het teamplan is bijgewerkt.", "pdomein:pteam", team.public_id)
    gegevens = {"pteam": team, "rij": rij, "beletsel": rules.beletsel_teamplan_onderdeel_opslaan(
        pteam=team, nummer=nummer, tekst="", zichtbaar_voor=Leeskring.TEAM,
        is_teamlid=queries.is_teamlid(request.actor, team, dag), door=request.actor,
    )}
    return toon(request, "pdomein/teamplan/opslaan.html", gegevens, formulier=form)


@require_http_methods(["GET", "HEAD", "POST"])
def pteam_afwijking_besluiten(request: HttpRequest, id: UUID) -> HttpResponse:
    team, dag = queries.pteam_met(id), klok.vandaag()
    form = AfwijkingForm(request.POST or None, criteria=queries.criteria(dag))
    if request.method == "POST" and form.is_valid() and uitvoeren(
        request, form,
        lambda: besluiten(pteam=team, door=request.actor, nu=klok.nu(), **form.cleaned_data),
    ):
        return klaar(request, "Het besluit is vastgelegd.", "pdomein:pteam", team.public_id)
    gegevens = {
        "pteam": team, "omvang": queries.omvang_van(team, dag),
        "beletsel": rules.beletsel_afwijking_recht(
            gremium=queries.p_beraad(), door=request.actor
        ),
    }
    return toon(request, "pdomein/pteam/afwijking_besluiten.html", gegevens, formulier=form)
