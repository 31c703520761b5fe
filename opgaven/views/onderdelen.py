"""Parts of an opdracht: scope, toets, capaciteitsvragen, milestones and risks."""

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_http_methods, require_POST

from config.kern import klok
from config.kern.htmx import klaar, toon, uitvoeren
from opgaven import queries, rules
from opgaven.domain import capaciteitsvraag as capaciteit
from opgaven.domain import scope as scope_domein
from opgaven.domain import werk
from opgaven.domain.toets import opdracht_toetsen as toetsen
from opgaven.enums import Toetsonderdeel
from opgaven.forms import (
    CapaciteitsvraagForm,
    MijlpaalForm,
    RisicoForm,
    ScopeBesluitForm,
    ScopeForm,
    ToetsForm,
)
from opgaven.forms.capaciteitsvraag import begin_van_vraag
from opgaven.models import Opdracht
from opgaven.views.hulp import invoer

WIJZIGBAAR = ["GET", "HEAD", "POST"]
PAGINA = "opgaven/opdracht/onderdeel.html"


def _terug(request: HttpRequest, zin: str, opdracht: Opdracht) -> HttpResponse:
    return klaar(request, zin, "opgaven:opdracht", opdracht.public_id)


@require_http_methods(WIJZIGBAAR)
def opdracht_toetsen(request: HttpRequest, id: UUID, onderdeel: str) -> HttpResponse:
    if onderdeel not in Toetsonderdeel.values:
        raise Http404("De toets heeft drie delen.")
    rij = queries.opdracht_met_alles(id)
    eerder = {t.onderdeel: t for t in rij.toetsen.all()}.get(onderdeel)
    begin = {"uitkomst": eerder.uitkomst, "toelichting": eerder.toelichting} if eerder else {}
    form = ToetsForm(invoer(request), initial=begin)
    if request.method == "POST" and form.is_valid() and uitvoeren(
        request, form,
        lambda: toetsen(
            opdracht=rij, onderdeel=onderdeel, door=request.actor, nu=klok.nu(),
            **form.cleaned_data,
        ),
    ):
        return _terug(request, "Dit deel van de toets is vastgelegd.", rij)
    beletsel = rules.beletsel_opdracht_toetsen(
        opdracht=rij, door=request.actor, staat_op_lijst=queries.staat_op_lijst(rij)
    )
    gegevens = {
        "opdracht": rij, "onderdeel": Toetsonderdeel(onderdeel).label, "beletsel": beletsel,
        "scope": queries.geldende_scope(rij),
    }
    return toon(request, "opgaven/opdracht/toetsen.html", gegevens, formulier=form)


@require_http_methods(WIJZIGBAAR)
def scope_voorstellen(request: HttpRequest, id: UUID) -> HttpResponse:
    rij = queries.opdracht_met_alles(id)
    geldig = queries.geldende_scope(rij)
    form = ScopeForm(invoer(request), initial={
        "budget_materieel": geldig.budget_materieel if geldig else rij.budget_materieel,
        "mandaat": geldig.mandaat if geldig else "",
        "strategische_keuzes": geldig.strategische_keuzes if geldig else "",
    })
    if request.method == "POST" and form.is_valid() and uitvoeren(
        request, form,
        lambda: scope_domein.scope_voorstellen(
            opdracht=rij, door=request.actor, nu=klok.nu(), **form.cleaned_data
        ),
    ):
        return _terug(request, "De scope is voorgesteld aan de domeindirecteur.", rij)
    beletsel = rules.beletsel_scope_voorstellen(
        opdracht=rij, door=request.actor, op=klok.vandaag(),
        is_open=queries.heeft_open_scope(rij),
    )
    return toon(request, PAGINA, {
        "opdracht": rij, "titel": "Scope voorstellen", "knop": "Voorstellen", "beletsel": beletsel,
        "uitleg": "De scope is het materiële budget, het mandaat en de strategische keuzes. Een "
        "nieuwe versie geldt pas als de domeindirecteur akkoord is.",
    }, formulier=form)


@require_http_methods(WIJZIGBAAR)
def scope_accorderen(request: HttpRequest, id: UUID, scope: UUID) -> HttpResponse:
    rij = queries.opdracht_met(id)
    versie = queries.scope_met(rij, scope)
    form = ScopeBesluitForm(invoer(request))
    if request.method == "POST" and form.is_valid() and uitvoeren(
        request, form,
        lambda: scope_domein.scope_accorderen(
            scope=versie, door=request.actor, nu=klok.nu(), **form.cleaned_data
        ),
    ):
        return _terug(request, "Je besluit over de scope is vastgelegd.", rij)
    beletsel = rules.beletsel_scope_accorderen(
        scope=versie, door=request.actor, op=klok.vandaag()
    )
    gegevens = {"opdracht": rij, "versie": versie, "beletsel": beletsel}
    return toon(request, "opgaven/opdracht/scope_accorderen.html", gegevens, formulier=form)


@require_http_methods(WIJZIGBAAR)
def capaciteitsvraag_vastleggen(request: HttpRequest, id: UUID) -> HttpResponse:
    rij = queries.opdracht_met(id)
    form = CapaciteitsvraagForm(
        invoer(request), professies=queries.professies(),
        competenties=queries.competenties(), initial={"begin": rij.begin},
    )
    if request.method == "POST" and form.is_valid() and uitvoeren(
        request, form,
        lambda: capaciteit.capaciteitsvraag_vastleggen(
            opdracht=rij, vraag=form.vraag(), door=request.actor, nu=klok.nu()
        ),
    ):
        return _terug(request, "De capaciteitsvraag is toegevoegd.", rij)
    beletsel = rules.beletsel_capaciteitsvraag_vastleggen(
        opdracht=rij, door=request.actor, op=klok.vandaag(),
        staat_op_lijst=queries.staat_op_lijst(rij),
    )
    gegevens = {"opdracht": rij, "beletsel": beletsel, "vraag": None}
    return toon(request, "opgaven/capaciteitsvraag/vastleggen.html", gegevens, formulier=form)


@require_http_methods(WIJZIGBAAR)
def capaciteitsvraag_wijzigen(request: HttpRequest, id: UUID) -> HttpResponse:
    vraag = queries.capaciteitsvraag_met(id)
    rij = vraag.opdracht
    form = CapaciteitsvraagForm(
        invoer(request), professies=queries.professies(),
        competenties=queries.competenties(), initial=begin_van_vraag(vraag),
    )
    if request.method == "POST" and form.is_valid() and uitvoeren(
        request, form,
        lambda: capaciteit.capaciteitsvraag_wijzigen(
            capaciteitsvraag=vraag, vraag=form.vraag(), door=request.actor, nu=klok.nu()
        ),
    ):
        return _terug(request, "De capaciteitsvraag is gewijzigd.", rij)
    gegevens = {"opdracht": rij, "vraag": vraag, **_vraagbeletsels(request, rij)}
    return toon(request, "opgaven/capaciteitsvraag/vastleggen.html", gegevens, formulier=form)


def _vraagbeletsels(request: HttpRequest, rij: Opdracht) -> dict[str, object]:
    met = {
        "opdracht": rij, "door": request.actor, "op": klok.vandaag(),
        "staat_op_lijst": queries.staat_op_lijst(rij),
    }
    return {
        "beletsel": rules.beletsel_capaciteitsvraag_wijzigen(**met),
        "beletsel_verwijderen": rules.beletsel_capaciteitsvraag_verwijderen(**met),
    }


@require_POST
def capaciteitsvraag_verwijderen(request: HttpRequest, id: UUID) -> HttpResponse:
    vraag = queries.capaciteitsvraag_met(id)
    gelukt = uitvoeren(request, None, lambda: capaciteit.capaciteitsvraag_verwijderen(
        capaciteitsvraag=vraag, door=request.actor, nu=klok.nu()
    ))
    return _terug(request, "De capaciteitsvraag is weg." if gelukt else "", vraag.opdracht)


@require_http_methods(WIJZIGBAAR)
def mijlpaal_toevoegen(request: HttpRequest, id: UUID) -> HttpResponse:
    rij = queries.opdracht_met(id)
    form = MijlpaalForm(invoer(request))
    if request.method == "POST" and form.is_valid() and uitvoeren(
        request, form,
        lambda: werk.mijlpaal_toevoegen(
            opdracht=rij, door=request.actor, nu=klok.nu(), **form.cleaned_data
        ),
    ):
        return _terug(request, "De mijlpaal is toegevoegd.", rij)
    beletsel = rules.beletsel_mijlpaal_toevoegen(
        opdracht=rij, door=request.actor, op=klok.vandaag()
    )
    return toon(request, PAGINA, {
        "opdracht": rij, "titel": "Mijlpaal toevoegen", "knop": "Toevoegen", "beletsel": beletsel,
        "uitleg": "Een mijlpaal is een resultaat op een datum. Te late mijlpalen vallen op.",
    }, formulier=form)


@require_POST
def mijlpaal_halen(request: HttpRequest, id: UUID) -> HttpResponse:
    mijlpaal = queries.mijlpaal_met(id)
    gelukt = uitvoeren(request, None, lambda: werk.mijlpaal_halen(
        mijlpaal=mijlpaal, door=request.actor, nu=klok.nu()
    ))
    return _terug(request, "De mijlpaal is gehaald." if gelukt else "", mijlpaal.opdracht)


@require_http_methods(WIJZIGBAAR)
def risico_toevoegen(request: HttpRequest, id: UUID) -> HttpResponse:
    rij = queries.opdracht_met(id)
    form = RisicoForm(invoer(request))
    if request.method == "POST" and form.is_valid() and uitvoeren(
        request, form,
        lambda: werk.risico_toevoegen(
            opdracht=rij, door=request.actor, nu=klok.nu(), **form.cleaned_data
        ),
    ):
        return _terug(request, "Het risico is toegevoegd.", rij)
    beletsel = rules.beletsel_risico_toevoegen(
        opdracht=rij, door=request.actor, op=klok.vandaag()
    )
    return toon(request, PAGINA, {
        "opdracht": rij, "titel": "Risico toevoegen", "knop": "Toevoegen", "beletsel": beletsel,
        "uitleg": "Wat kan er misgaan, hoe groot is de kans en wat doen we eraan?",
    }, formulier=form)


@require_POST
def risico_vervallen(request: HttpRequest, id: UUID) -> HttpResponse:
    risico = queries.risico_met(id)
    gelukt = uitvoeren(request, None, lambda: werk.risico_vervallen(
        risico=risico, door=request.actor, nu=klok.nu()
    ))
    return _terug(request, "Het risico is van de lijst." if gelukt else "", risico.opdracht)
