"""Reactions, proposals, consents: the pages on which people say yes or no to each other."""

from datetime import date
from uuid import UUID

from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from config.kern import klok
from config.kern.htmx import toon
from matching.domain import match as domein
from matching.domain.inzien import reacties_inzien as inzien
from matching.enums import Fase, InstemmingVan, Route
from matching.forms import InstemmingForm, MatchForm, RedenForm, laatste_dag
from matching.models import Procedure
from matching.queries import instemming as vragen
from matching.queries import pagina
from matching.queries.procedure import open_publicatie
from matching.rules import match as rules
from matching.rules.zicht import antwoord_als, zicht_van
from matching.views.formulier import handeling, procedure_url
from pdomein.models import Medewerker


@require_safe
def reacties_inzien(request: HttpRequest, id: UUID) -> HttpResponse:
    procedure = pagina.procedure_met(id)
    nu = klok.nu()
    reacties = inzien(procedure=procedure, door=request.actor, nu=nu)
    gegevens = {
        "procedure": procedure, "reacties": reacties, "terug": procedure_url(procedure),
        "publicatie": open_publicatie(procedure),
        "beletsel_match": rules.beletsel_match_voorstellen(
            procedure, door=request.actor, dag=klok.vandaag()
        ),
        "is_markt": procedure.fase == Fase.OPDRACHTENMARKT,
    }
    return toon(request, "matching/procedure/reacties.html", gegevens)


@require_http_methods(["GET", "POST"])
def match_voorstellen(request: HttpRequest, id: UUID) -> HttpResponse:
    procedure = pagina.procedure_met(id)
    dag = klok.vandaag()
    tro = procedure.matchvraag.tro
    begin = max(tro.begin or dag, dag)
    form = MatchForm(
        request.POST or None, mensen=_mensen(procedure, dag), dag=dag,
        in_wachttijd=rules.is_binnen_wachttijd(procedure, dag),
        initial={
            "begin": begin, "fte": tro.fte, "versie": procedure.versie,
            "tot_en_met": laatste_dag(tro.einde), "medewerker": request.GET.get("medewerker"),
        },
    )
    is_aon = procedure.route == Route.AON
    return handeling(
        request, formulier=form,
        opdracht=lambda: domein.match_voorstellen(
            procedure=procedure, door=request.actor, nu=klok.nu(), **form.voorstel()
        ),
        zin="Het voorstel is verstuurd. Medewerker en P-manager krijgen de vraag of ze instemmen.",
        naar=procedure_url(procedure), knop="Voorstellen",
        titel="AON voorstellen" if is_aon else "Match voorstellen",
        inleiding="De medewerker en de eigen P-manager moeten beiden instemmen.",
        beletsel=rules.beletsel_match_voorstellen(procedure, door=request.actor, dag=dag),
    )


def _mensen(procedure: Procedure, dag: date) -> QuerySet[Medewerker] | None:
    """Whom one may choose from: in phase 0 the shared teams, in phase 1 who reacted."""
    if procedure.fase == Fase.INFORMEEL:
        return pagina.mensen_van_gedeelde_teams(procedure, dag)
    if procedure.fase == Fase.OPDRACHTENMARKT:
        return pagina.mensen_met_reactie(procedure)
    return None


@require_safe
def instemmingen(request: HttpRequest) -> HttpResponse:
    """"Instemmingen en reacties van mijn mensen", and one's own."""
    dag = klok.vandaag()
    gegevens = {
        "te_geven": vragen.te_geven(request.actor, dag),
        "reacties": vragen.reacties_van_mensen(request.actor, dag),
        "matches": vragen.mijn_matches(request.actor, dag),
        "is_pmanager": "pmanager" in request.actor.rollen,
        "medewerker": InstemmingVan.MEDEWERKER,
    }
    return toon(request, "matching/instemming/lijst.html", gegevens)


@require_http_methods(["GET", "POST"])
def instemming_geven(request: HttpRequest, id: UUID) -> HttpResponse:
    match = pagina.match_met(id)
    dag = klok.vandaag()
    van = antwoord_als(request.actor, match, dag)
    zicht = zicht_van(request.actor, match.procedure, dag)
    if van is None and not (zicht.is_eigenaar or zicht.wijst_aan):
        raise Http404
    form = InstemmingForm(request.POST or None, als_pmanager=van == InstemmingVan.PMANAGER)
    return handeling(
        request, formulier=form,
        opdracht=lambda: domein.instemming_geven(
            match=match, van=van or InstemmingVan.PMANAGER, akkoord=form.akkoord,
            reden=form.cleaned_data["reden"], door=request.actor, nu=klok.nu(),
        ),
        zin="Je antwoord is vastgelegd.", naar=reverse("matching:instemmingen"),
        titel="Stem je in met deze match?", knop="Antwoord versturen", leesbaar=True,
        beletsel=rules.beletsel_instemming_geven(
            match, van or InstemmingVan.PMANAGER, door=request.actor, dag=dag
        ),
        sjabloon="matching/instemming/geven.html", match=match, van=van,
        tro=match.procedure.matchvraag.tro,
    )


@require_http_methods(["GET", "POST"])
def match_intrekken(request: HttpRequest, id: UUID) -> HttpResponse:
    match = pagina.match_met(id)
    dag = klok.vandaag()
    form = RedenForm(request.POST or None, label="Waarom trek je dit voorstel in?")
    beletsel = rules.beletsel_match_intrekken(match, door=request.actor, dag=dag)
    if beletsel is not None and not zicht_van(request.actor, match.procedure, dag).is_eigenaar:
        raise Http404
    return handeling(
        request, formulier=form,
        opdracht=lambda: domein.match_intrekken(
            match=match, reden=form.cleaned_data["reden"], door=request.actor, nu=klok.nu()
        ),
        zin="Het voorstel is ingetrokken.", naar=procedure_url(match.procedure),
        titel="Voorstel intrekken", knop="Intrekken", soort="gevaar", beletsel=beletsel,
    )
