"""Pages of the P-beraad: what needs a look, spans, criteria and the yearly list."""

from typing import Any
from uuid import UUID

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from config.kern import klok
from config.kern.actor import Recht
from config.kern.fouten import eis
from config.kern.htmx import klaar, terug, toon, uitvoeren
from config.kern.queries import instelling
from pdomein import queries, rules
from pdomein.domain import pteamlijst as lijsten
from pdomein.domain import teamgrootte
from pdomein.forms_beraad import (
    CriteriumForm,
    EvaluatieForm,
    LijstOpenenForm,
    LijstRegelForm,
    OordeelForm,
    OverlegForm,
    SpanAfspraakForm,
)
from pdomein.views.hulp import lijst_facetten

PER_PAGINA = 50
LEZEN_EN_SCHRIJVEN = ["GET", "HEAD", "POST"]


@require_safe
def beraad(request: HttpRequest) -> HttpResponse:
    """What waits for the P-beraad, and what is not in order (R113, R120, R124, R156)."""
    dag, actor, gremium = klok.vandaag(), request.actor, queries.p_beraad()
    eis(rules.beletsel_beraad_inzien(gremium=gremium, door=actor))
    alles = actor.heeft(Recht.MEDEWERKERS_BEHEREN)
    mag_spans = rules.beletsel_spans_inzien(door=actor) is None
    return render(request, "pdomein/beraad/beraad.html", {
        "omvang": queries.teams_zonder_uitleg(dag),
        "aflopend": queries.aflopende_omvangbesluiten(
            dag, 2 * instelling("OMVANG_HERINNER_DAGEN", dag)
        ),
        "plannen": queries.te_besluiten_wijzigingen(),
        "voorstellen": queries.te_besluiten_voorstellen(),
        "zonder_pmanager": list(queries.zonder_pmanager(dag)),
        "spans": [r for r in queries.spans(dag) if r.span.status == "boven"] if mag_spans else [],
        "vak_klein": queries.te_kleine_vakgenootschappen(dag),
        "cirkels": queries.cirkels_zonder_plan(),
        "mag_spans": mag_spans, "lijst": queries.open_lijst(),
        "mensen": [
            (titel, wie.count(), list(wie[:PER_PAGINA]) if alles else [])
            for titel, wie in (
                ("Zonder P-team als thuis", queries.zonder_thuis(dag)),
                ("Schaal past niet bij de functiegroep", queries.buiten_schalen(dag)),
                ("Functiegroep niet bekend", queries.zonder_functiegroep(dag)),
                ("P-manager buiten bijlage 3", queries.pmanagers_buiten_matrix(dag)),
            )
        ],
    })


@require_safe
def spans(request: HttpRequest) -> HttpResponse:
    eis(rules.beletsel_spans_inzien(door=request.actor))
    dag = klok.vandaag()
    rijen = queries.spans(dag)
    directeuren = queries.directeurspans(rijen, dag)
    if request.GET.get("alleen") == "boven":
        rijen = [r for r in rijen if r.span.is_boven]
    pagina = Paginator(rijen, PER_PAGINA).get_page(request.GET.get("pagina"))
    return render(request, "pdomein/beraad/spans.html", {
        "pagina": pagina, "directeuren": directeuren,
        "alleen_boven": request.GET.get("alleen") == "boven",
    })


@require_http_methods(LEZEN_EN_SCHRIJVEN)
def span_afspraak_vastleggen(request: HttpRequest, id: UUID) -> HttpResponse:
    dag = klok.vandaag()
    rij = queries.span_rij(id, dag)
    if rij is None:
        raise Http404("Deze collega is nu geen P-manager.")
    eis(rules.beletsel_spans_inzien(door=request.actor))
    form = SpanAfspraakForm(request.POST or None)
    if request.method == "POST" and form.is_valid() and uitvoeren(
        request, form, lambda: teamgrootte.span_afspraak_vastleggen(
            pmanager=rij.pmanager, door=request.actor, nu=klok.nu(), **form.cleaned_data
        ),
    ):
        return klaar(request, "De afspraak is vastgelegd.", "pdomein:spans")
    return toon(request, "pdomein/beraad/span_afspraak_vastleggen.html", {
        "rij": rij, "span": rij.span,
        "beletsel": rules.beletsel_span_afspraak_recht(
            pmanager=rij.pmanager, domeinen=[t.domein for t in rij.teams], door=request.actor
        ),
    }, formulier=form)


@require_http_methods(LEZEN_EN_SCHRIJVEN)
def criteria(request: HttpRequest) -> HttpResponse:
    """The list of grounds for another size, and a form to add one (R126)."""
    form = CriteriumForm(request.POST or None)
    if request.method == "POST" and form.is_valid() and uitvoeren(
        request, form, lambda: teamgrootte.afwijkingscriterium_toevoegen(
            door=request.actor, nu=klok.nu(), **form.cleaned_data
        ),
    ):
        return klaar(request, "Het criterium staat op de lijst.", "pdomein:criteria")
    return toon(request, "pdomein/beraad/criteria.html", {
        "criteria": queries.criteria(klok.vandaag()),
        "beletsel": rules.beletsel_criteria_beheren(
            gremium=queries.p_beraad(), door=request.actor
        ),
    }, formulier=form)


@require_POST
def criterium_beeindigen(request: HttpRequest, id: UUID) -> HttpResponse:
    criterium = queries.criterium_met(id)
    if uitvoeren(request, None, lambda: teamgrootte.afwijkingscriterium_beeindigen(
        criterium=criterium, door=request.actor, nu=klok.nu()
    )):
        return klaar(request, "Het criterium is van de lijst.", "pdomein:criteria")
    return terug(request, "pdomein:criteria")


@require_http_methods(LEZEN_EN_SCHRIJVEN)
def pteamlijsten(request: HttpRequest) -> HttpResponse:
    dag = klok.vandaag()
    form = LijstOpenenForm(request.POST or None, dag=dag)
    nieuw = request.method == "POST" and form.is_valid() and uitvoeren(
        request, form, lambda: lijsten.pteamlijst_openen(
            door=request.actor, nu=klok.nu(), **form.cleaned_data
        ),
    )
    if nieuw:
        return klaar(
            request, "De lijst staat klaar. Bekijk nu elk team.", "pdomein:pteamlijst", nieuw.jaar
        )
    return toon(request, "pdomein/beraad/pteamlijsten.html", {
        "lijsten": queries.pteamlijsten(),
        "beletsel": rules.beletsel_pteamlijst_werken(
            gremium=queries.p_beraad(), door=request.actor
        ),
    }, formulier=form)


@require_safe
def pteamlijst(request: HttpRequest, jaar: int) -> HttpResponse:
    lijst, gremium, actor = queries.pteamlijst_met(jaar), queries.p_beraad(), request.actor
    facetten, regels = lijst_facetten(queries.lijstregels(lijst), queries.domeinen(), request.GET)
    pagina = Paginator(regels, PER_PAGINA).get_page(request.GET.get("pagina"))
    return render(request, "pdomein/beraad/pteamlijst.html", {
        "lijst": lijst, "facetten": facetten, "pagina": pagina,
        "verschillen": queries.verschillen(lijst), "vorige": queries.vorige_lijst(lijst),
        "rijen": [
            (regel,
             not rules.beletsel_regel_recht(
                 lijst=lijst, domein=regel.domein, gremium=gremium, door=actor),
             not rules.beletsel_evalueren_recht(regel=regel, door=actor))
            for regel in pagina
        ],
        "beletsel": rules.beletsel_pteamlijst_werken(gremium=gremium, door=actor),
        "beletsel_vaststellen": rules.beletsel_pteamlijst_vaststellen(
            lijst=lijst, open_regels=lijst.aantal - lijst.aantal_bekeken, gremium=gremium,
            door=actor,
        ),
    })


@require_http_methods(LEZEN_EN_SCHRIJVEN)
def lijstregel_beoordelen(request: HttpRequest, id: UUID) -> HttpResponse:
    regel = queries.lijstregel_met(id)
    form = OordeelForm(request.POST or None, regel=regel)
    if request.method == "POST" and form.is_valid() and uitvoeren(
        request, form, lambda: lijsten.pteamlijst_regel_beoordelen(
            regel=regel, door=request.actor, nu=klok.nu(), **form.cleaned_data
        ),
    ):
        return klaar(request, "Het oordeel is bewaard.", "pdomein:pteamlijst", regel.lijst.jaar)
    beletsel = rules.beletsel_regel_recht(
        lijst=regel.lijst, domein=regel.domein, gremium=queries.p_beraad(), door=request.actor
    )
    return _bij_lijst(request, regel, "Oordeel over dit team", "Oordeel bewaren", form, beletsel)


@require_http_methods(LEZEN_EN_SCHRIJVEN)
def lijstregel_evalueren(request: HttpRequest, id: UUID) -> HttpResponse:
    regel = queries.lijstregel_met(id)
    form = EvaluatieForm(request.POST or None, initial={"evaluatie": regel.evaluatie})
    if request.method == "POST" and form.is_valid() and uitvoeren(
        request, form, lambda: lijsten.pteamlijst_regel_evalueren(
            regel=regel, door=request.actor, nu=klok.nu(), **form.cleaned_data
        ),
    ):
        return klaar(request, "De evaluatie is bewaard.", "pdomein:pteamlijst", regel.lijst.jaar)
    beletsel = rules.beletsel_evalueren_recht(regel=regel, door=request.actor)
    return _bij_lijst(request, regel, "Evaluatie", "Evaluatie bewaren", form, beletsel)


@require_http_methods(LEZEN_EN_SCHRIJVEN)
def lijstregel_toevoegen(request: HttpRequest, jaar: int) -> HttpResponse:
    lijst = queries.pteamlijst_met(jaar)
    form = LijstRegelForm(
        request.POST or None, domeinen=queries.domeinen(), professies=queries.professies()
    )
    if request.method == "POST" and form.is_valid() and uitvoeren(
        request, form, lambda: lijsten.pteamlijst_regel_toevoegen(
            lijst=lijst, door=request.actor, nu=klok.nu(), **form.cleaned_data
        ),
    ):
        return klaar(request, "Het team staat op de lijst.", "pdomein:pteamlijst", jaar)
    return _lijstformulier(request, lijst, "Een gewenst team toevoegen", "Toevoegen", form)


@require_http_methods(LEZEN_EN_SCHRIJVEN)
def lijst_overleg_vastleggen(request: HttpRequest, jaar: int) -> HttpResponse:
    lijst = queries.pteamlijst_met(jaar)
    begin = {"deelnemers": lijst.deelnemers, "conclusies": lijst.conclusies}
    form = OverlegForm(request.POST or None, initial=begin)
    if request.method == "POST" and form.is_valid() and uitvoeren(
        request, form, lambda: lijsten.pteamlijst_overleg_vastleggen(
            lijst=lijst, door=request.actor, nu=klok.nu(), **form.cleaned_data
        ),
    ):
        return klaar(request, "Het overleg is vastgelegd.", "pdomein:pteamlijst", jaar)
    return _lijstformulier(request, lijst, "Overleg vastleggen", "Overleg vastleggen", form)


@require_POST
def lijst_vaststellen(request: HttpRequest, jaar: int) -> HttpResponse:
    lijst = queries.pteamlijst_met(jaar)
    if uitvoeren(request, None, lambda: lijsten.pteamlijst_vaststellen(
        lijst=lijst, door=request.actor, nu=klok.nu()
    )):
        return klaar(request, "De lijst is vastgesteld.", "pdomein:pteamlijst", jaar)
    return terug(request, "pdomein:pteamlijst", jaar)


def _lijstformulier(
    request: HttpRequest, lijst: Any, titel: str, knop: str, form: Any
) -> HttpResponse:
    return toon(request, "pdomein/beraad/lijstformulier.html", {
        "lijst": lijst, "titel": titel, "knop": knop, "regel": None,
        "beletsel": rules.beletsel_pteamlijst_werken(
            gremium=queries.p_beraad(), door=request.actor
        ),
    }, formulier=form)


def _bij_lijst(
    request: HttpRequest, regel: Any, titel: str, knop: str, form: Any, beletsel: Any
) -> HttpResponse:
    return toon(request, "pdomein/beraad/lijstformulier.html", {
        "lijst": regel.lijst, "regel": regel, "titel": titel, "knop": knop,
        "beletsel": beletsel,
    }, formulier=form)
