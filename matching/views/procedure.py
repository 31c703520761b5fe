"""The board, one procedure, and the acts that move it through its phases."""

from functools import partial
from typing import Any
from uuid import UUID

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_http_methods, require_safe

from config.kern import klok
from config.kern.actor import Recht
from config.kern.htmx import toon
from config.kern.werkdagen import lokale_dag
from matching.domain import fasen
from matching.domain import procedure as domein
from matching.domain import publicatie as markt
from matching.domain import tro as schrijven
from matching.domain.momenten import berekenen
from matching.enums import Fase, Route, TermijnStatus
from matching.forms import (
    BevestigForm,
    CompetentieFormSet,
    DelenForm,
    DelingForm,
    RedenForm,
    TROForm,
    competentieregels,
)
from matching.models import Procedure
from matching.queries import bord as bordvragen
from matching.queries import pagina
from matching.queries.beraad import dilemma_van
from matching.queries.procedure import open_publicatie, vroegste_bespreekdatum
from matching.rules import procedure as rules
from matching.rules import publicatie as marktrules
from matching.rules.cijfers import beletsel_cijfers_inzien
from matching.rules.zicht import antwoord_als, mag_match_zien, zicht_van
from matching.views.acties import acties_van
from matching.views.formulier import handeling, procedure_url

PER_PAGINA = 25


@require_safe
def bord(request: HttpRequest) -> HttpResponse:
    """SCHERMEN 8: by phase, with the next date, what happens then and who is to move."""
    filter = bordvragen.Bordfilter(
        fase=_bekend(request, "fase", Fase.values), route=_bekend(request, "route", Route.values),
        van=request.GET.get("van", _begin_bij(request)), zoek=request.GET.get("zoek", "")[:100],
    )
    lade = Paginator(bordvragen.bord(filter, request.actor), PER_PAGINA)
    gegevens = {
        "pagina": lade.get_page(request.GET.get("pagina")), "filter": filter,
        "facetten": bordvragen.bordfacetten(filter, request.actor),
        "mag_cijfers": beletsel_cijfers_inzien(door=request.actor) is None,
        "rijen": [], "tabs": _tabs(request, filter.van),
    }
    gegevens["rijen"] = [(p, *stand(p)) for p in gegevens["pagina"]]
    return toon(request, "matching/procedure/bord.html", gegevens)


def _bekend(request: HttpRequest, naam: str, waarden: list[str]) -> tuple[str, ...]:
    return tuple(w for w in request.GET.getlist(naam) if w in waarden)


def _begin_bij(request: HttpRequest) -> str:
    actor = request.actor
    eigen = (Recht.OPDRACHT_STUREN, Recht.OPDRACHT_UITVOEREN, Recht.AOG_KIEZEN)
    return bordvragen.MIJN if any(actor.heeft_ergens(r) for r in eigen) else bordvragen.ALLE


def _tabs(request: HttpRequest, van: str) -> list[tuple[str, str, bool]]:
    tabs = []
    for sleutel, label in ((bordvragen.MIJN, "Van mij"), (bordvragen.ALLE, "Alle")):
        vraag = request.GET.copy()
        vraag["van"] = sleutel
        vraag.pop("pagina", None)
        tabs.append((label, f"?{vraag.urlencode()}", van == sleutel))
    return tabs


def stand(procedure: Procedure) -> tuple[fasen.FaseRegel, fasen.Moment | None]:
    """What the table says about this row: who is to move, and the moment that comes."""
    regel = fasen.regel_van(procedure)
    sleutel = procedure.volgende_moment
    moment = next((m for m in regel.momenten if m.sleutel == sleutel), None)
    return regel, moment


@require_safe
def tonen(request: HttpRequest, id: UUID) -> HttpResponse:
    procedure = pagina.procedure_met(id, met_alles=True)
    dag = klok.vandaag()
    zicht = zicht_van(request.actor, procedure, dag)
    lopend = pagina.lopende_match(procedure)
    stappen, rustig = acties_van(procedure, request.actor, dag, lopend)
    overgangen = list(procedure.overgangen.all())
    gegevens: dict[str, Any] = {
        "procedure": procedure, "matchvraag": procedure.matchvraag, "tro": procedure.matchvraag.tro,
        "zicht": zicht, "regel": fasen.regel_van(procedure), "acties": stappen, "rustig": rustig,
        "stappen": fasen.stappen(procedure, {o.van for o in overgangen} | {procedure.fase}),
        "momenten": _momenten(procedure), "vroegste": vroegste_bespreekdatum(procedure),
        "publicatie": open_publicatie(procedure),
        "competenties": pagina.competenties_van(procedure.matchvraag.tro) if zicht.tro else [],
        "delingen": pagina.delingen_van(procedure) if zicht.delingen else [],
        "eigen_delingen": _eigen_delingen(request, procedure),
        "werving": pagina.laatste_werving(procedure),
        "keuze": pagina.keuze_van(procedure) if procedure.route == Route.AOG else None,
        "afwijkingen": pagina.afwijkingen_van(procedure) if zicht.binnen else [],
        "aantal_reacties": pagina.aantal_reacties(procedure) if zicht.binnen else None,
        "tijdlijn": [_regel(o) for o in overgangen] if zicht.tijdlijn else [],
        "match": None, "antwoord_als": None, "dilemma": dilemma_van(procedure),
    }
    if lopend is not None and mag_match_zien(request.actor, lopend, zicht, dag):
        gegevens["match"] = lopend
        gegevens["antwoord_als"] = antwoord_als(request.actor, lopend, dag)
    return toon(request, "matching/procedure/tonen.html", gegevens)


def _momenten(procedure: Procedure) -> list[tuple[Any, fasen.Moment]]:
    rijen = procedure.termijnen.filter(status=TermijnStatus.OPEN)
    return [
        (t, fasen.moment_van(procedure.route, t.fase, t.afleiding["moment"])) for t in rijen
    ]


def _eigen_delingen(request: HttpRequest, procedure: Procedure) -> list:
    if procedure.fase != Fase.INFORMEEL:
        return []
    teams = request.actor.objecten(Recht.PTEAM_LEIDEN, "pteam")
    return pagina.eigen_delingen(procedure, teams) if teams else []


def _regel(overgang: Any) -> dict[str, Any]:
    wat = overgang.get_naar_display() if overgang.van != overgang.naar else overgang.reden
    return {
        "wanneer": overgang.op, "wie": overgang.door_naam, "wat": wat,
        "waarom": overgang.reden if overgang.van != overgang.naar else "",
    }


@require_safe
def procedures_opdracht(request: HttpRequest, id: UUID) -> HttpResponse:
    """Fragment for the page of an opdracht, which lives in a lower app (HUIS §2)."""
    opdracht = pagina.opdracht_met(id)
    rijen = [(p, *stand(p)) for p in bordvragen.van_opdracht(opdracht)]
    return toon(
        request, "matching/procedure/_van_opdracht.html", {"rijen": rijen, "opdracht": opdracht}
    )


@require_http_methods(["GET", "POST"])
def tro_bijwerken(request: HttpRequest, id: UUID) -> HttpResponse:
    procedure = pagina.procedure_met(id)
    is_open = open_publicatie(procedure) is not None
    ingevuld = request.POST if request.method == "POST" else None
    form = TROForm(ingevuld, instance=procedure.matchvraag.tro, gepubliceerd=is_open)
    regels = CompetentieFormSet(
        ingevuld, initial=competentieregels(procedure), prefix="c"
    )
    geldig = request.method != "POST" or regels.is_valid()
    if not geldig:
        form.add_error(None, "Kijk de competenties na.")
    return handeling(
        request, formulier=form,
        opdracht=lambda: schrijven.tro_bijwerken(
            procedure=procedure, velden=form.velden(), competenties=_gevraagd(regels),
            opnieuw_publiceren=form.cleaned_data.get("opnieuw_publiceren", False),
            versie=form.cleaned_data["tro_versie"], door=request.actor, nu=klok.nu(),
        ),
        zin="De tekst is opgeslagen.", naar=procedure_url(procedure), knop="Opslaan",
        titel="Profiel bewerken" if procedure.route == Route.AOG else "TRO bewerken",
        beletsel=marktrules.beletsel_tro_bijwerken(
            procedure, door=request.actor, dag=klok.vandaag()
        ),
        sjabloon="matching/procedure/tro_bijwerken.html", regels=regels, procedure=procedure,
        is_gepubliceerd=is_open,
    )


def _gevraagd(regels: Any) -> list[schrijven.Gevraagd]:
    return [
        schrijven.Gevraagd(r["competentie"], r["niveau"], vereist=r["vereist"])
        for r in regels.cleaned_data if r.get("competentie")
    ]


@require_http_methods(["GET", "POST"])
def tro_delen(request: HttpRequest, id: UUID) -> HttpResponse:
    procedure = pagina.procedure_met(id)
    dag = klok.vandaag()
    vraag = procedure.matchvraag.capaciteitsvraag
    passend = pagina.passende_teams(
        procedure.matchvraag.tro, vraag.professie_id if vraag else None, dag
    )
    form = DelenForm(
        request.POST or None, passend=passend, dag=dag, initial={"versie": procedure.versie}
    )
    return handeling(
        request, formulier=form,
        opdracht=lambda: markt.tro_delen(
            procedure=procedure, pteams=form.pteams(), versie=form.cleaned_data["versie"],
            door=request.actor, nu=klok.nu(),
        ),
        zin="De TRO is gedeeld. De P-teams en hun P-managers hebben bericht.",
        naar=procedure_url(procedure), titel="Delen met P-teams", knop="Delen",
        inleiding="Fase 0: alleen de mensen van deze P-teams en hun P-managers zien de TRO.",
        beletsel=marktrules.beletsel_tro_delen(procedure, door=request.actor, dag=dag),
    )


@require_http_methods(["GET", "POST"])
def deling_beantwoorden(request: HttpRequest, id: UUID) -> HttpResponse:
    deling = pagina.deling_met(id)
    form = DelingForm(request.POST or None)
    return handeling(
        request, formulier=form,
        opdracht=lambda: markt.deling_beantwoorden(
            deling=deling, **form.cleaned_data, door=request.actor, nu=klok.nu(),
        ),
        zin="Je antwoord is verstuurd aan de AOG.", naar=procedure_url(deling.procedure),
        titel=f"Antwoord van {deling.pteam}", knop="Antwoorden",
        beletsel=marktrules.beletsel_deling_beantwoorden(deling, door=request.actor),
    )


@require_http_methods(["GET", "POST"])
def tro_publiceren(request: HttpRequest, id: UUID) -> HttpResponse:
    procedure = pagina.procedure_met(id)
    nu = klok.nu()
    datum, afleiding = berekenen(fasen.WACHTTIJD, nu)
    form = BevestigForm(request.POST or None, initial={"versie": procedure.versie})
    return handeling(
        request, formulier=form,
        opdracht=lambda: markt.tro_publiceren(
            procedure=procedure, versie=form.cleaned_data["versie"], door=request.actor, nu=nu
        ),
        zin="De opdracht staat op de opdrachtenmarkt.", naar=procedure_url(procedure),
        titel="Publiceren op de opdrachtenmarkt", knop="Publiceren",
        beletsel=marktrules.beletsel_tro_publiceren(
            procedure, door=request.actor, dag=lokale_dag(nu)
        ),
        sjabloon="matching/procedure/tro_publiceren.html", procedure=procedure, datum=datum,
        werkdagen=afleiding["werkdagen"], tro=procedure.matchvraag.tro,
    )


@require_http_methods(["GET", "POST"])
def publicatie_intrekken(request: HttpRequest, id: UUID) -> HttpResponse:
    procedure = pagina.procedure_met(id)
    publicatie = open_publicatie(procedure)
    if publicatie is None:
        raise Http404
    form = RedenForm(request.POST or None, label="Waarom haal je de opdracht van de markt?")
    return handeling(
        request, formulier=form,
        opdracht=lambda: markt.publicatie_intrekken(
            publicatie=publicatie, reden=form.cleaned_data["reden"], door=request.actor,
            nu=klok.nu(),
        ),
        zin="De opdracht is van de opdrachtenmarkt gehaald.", naar=procedure_url(procedure),
        titel="Van de markt halen", knop="Van de markt halen", soort="gevaar",
        inleiding="Wie reageerde krijgt bericht. Publiceer je later opnieuw, dan begint de "
        "wachttijd opnieuw.",
        beletsel=marktrules.beletsel_publicatie_intrekken(
            publicatie, door=request.actor, dag=klok.vandaag()
        ),
    )


def _met_reden(
    request: HttpRequest, id: UUID, opdracht: Any, beletsel: Any, **gegevens: Any
) -> HttpResponse:
    """An act on a procedure that only asks why."""
    procedure = pagina.procedure_met(id)
    form = RedenForm(request.POST or None, initial={"versie": procedure.versie})
    return handeling(
        request, formulier=form,
        opdracht=lambda: opdracht(
            procedure=procedure, reden=form.cleaned_data["reden"],
            versie=form.cleaned_data["versie"], door=request.actor, nu=klok.nu(),
        ),
        beletsel=beletsel(procedure, door=request.actor, dag=klok.vandaag()),
        naar=procedure_url(procedure), **gegevens,
    )


@require_http_methods(["GET", "POST"])
def fase_afsluiten(request: HttpRequest, id: UUID, naar: str) -> HttpResponse:
    if naar not in Fase.values:
        raise Http404
    doel = Fase(naar)
    procedure = pagina.procedure_met(id)
    return _met_reden(
        request, id, partial(domein.fase_afsluiten, naar=doel),
        lambda p, **wie: rules.beletsel_fase_afsluiten(
            p, doel, vroegste=vroegste_bespreekdatum(p), **wie
        ),
        zin=f"De procedure staat nu in: {doel.label}.", knop="Verder",
        titel=f"Van ‘{procedure.get_fase_display()}’ naar ‘{doel.label}’",
    )


@require_http_methods(["GET", "POST"])
def procedure_intrekken(request: HttpRequest, id: UUID) -> HttpResponse:
    return _met_reden(
        request, id, domein.procedure_intrekken, rules.beletsel_procedure_intrekken,
        zin="De procedure is ingetrokken.", titel="Procedure intrekken",
        knop="Intrekken", soort="gevaar",
        inleiding="Iedereen die wacht krijgt bericht. Alle termijnen stoppen.",
    )


@require_http_methods(["GET", "POST"])
def procedure_pauzeren(request: HttpRequest, id: UUID) -> HttpResponse:
    return _met_reden(
        request, id, domein.procedure_pauzeren, rules.beletsel_procedure_pauzeren,
        zin="De procedure is gepauzeerd.", titel="Procedure pauzeren", knop="Pauzeren",
        inleiding="Zolang de pauze duurt gaat niets vanzelf verder.",
    )


@require_http_methods(["GET", "POST"])
def procedure_hervatten(request: HttpRequest, id: UUID) -> HttpResponse:
    procedure = pagina.procedure_met(id)
    form = BevestigForm(request.POST or None, initial={"versie": procedure.versie})
    return handeling(
        request, formulier=form,
        opdracht=lambda: domein.procedure_hervatten(
            procedure=procedure, versie=form.cleaned_data["versie"], door=request.actor,
            nu=klok.nu(),
        ),
        zin="De procedure gaat verder.", naar=procedure_url(procedure),
        titel="Procedure hervatten", knop="Hervatten",
        inleiding="Termijnen krijgen de werkdagen van de pauze terug.",
        beletsel=rules.beletsel_procedure_hervatten(
            procedure, door=request.actor, dag=klok.vandaag()
        ),
    )
