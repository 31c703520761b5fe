"""Pages of vakcirkels and of proposals for a professie (R153-R155, R170, R171)."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from config.kern import klok
from config.kern.htmx import klaar, terug, toon, uitvoeren
from pdomein import queries, rules
from pdomein.domain import vakcirkel as cirkels
from pdomein.enums_vak import VoorstelStatus
from pdomein.forms_teamwijziging import BesluitForm
from pdomein.forms_vak import PlanForm, VakcirkelForm, VoordragenForm, VoorstelForm
from pdomein.models import Vakcirkel

PER_PAGINA = 25
LEZEN_EN_SCHRIJVEN = ["GET", "HEAD", "POST"]


@require_safe
def vakcirkels(request: HttpRequest) -> HttpResponse:
    return render(request, "pdomein/vak/vakcirkels.html", {
        "pagina": Paginator(queries.vakcirkels(), PER_PAGINA).get_page(
            request.GET.get("pagina")
        ),
    })


@require_http_methods(LEZEN_EN_SCHRIJVEN)
def vakcirkel_starten(request: HttpRequest) -> HttpResponse:
    return _starten(request, None)


@require_http_methods(LEZEN_EN_SCHRIJVEN)
def vakcirkel_uit_voorstel(request: HttpRequest, id: UUID) -> HttpResponse:
    """After a no: go on with the same people (R171)."""
    return _starten(request, queries.professievoorstel_met(id))


def _starten(request: HttpRequest, voorstel: Any) -> HttpResponse:
    begin = {"naam": voorstel.naam, "doel": voorstel.waarom} if voorstel else None
    form = VakcirkelForm(
        request.POST or None, dag=klok.vandaag(), met_groep=voorstel is not None, initial=begin
    )
    nieuw = request.method == "POST" and form.is_valid() and uitvoeren(
        request, form, lambda: cirkels.vakcirkel_starten(
            voorstel=voorstel, door=request.actor, nu=klok.nu(), **form.cleaned_data
        ),
    )
    if nieuw:
        return klaar(request, "De vakcirkel is begonnen.", "pdomein:vakcirkel", nieuw.public_id)
    return toon(request, "pdomein/vak/cirkelformulier.html", {
        "titel": "Een vakcirkel beginnen", "knop": "Beginnen", "vakcirkel": None,
        "voorstel": voorstel, "beletsel": None,
    }, formulier=form)


@require_safe
def vakcirkel(request: HttpRequest, id: UUID) -> HttpResponse:
    een, actor, dag = queries.vakcirkel_met(id), request.actor, klok.vandaag()
    rijen = queries.deelnemers_van_cirkel(een)
    wie = [r.medewerker for r in rijen]
    thuis = queries.pteams_van([m.pk for m in wie], dag)
    doet_mee = actor.medewerker_id in {m.pk for m in wie}
    return render(request, "pdomein/vak/vakcirkel.html", {
        "vakcirkel": een, "doet_mee": doet_mee,
        "deelnemers": [
            (r, thuis.get(r.medewerker_id), rules.beletsel_vakcirkel_deelname_afstemmen(
                vakcirkel=een, medewerker=r.medewerker, thuis=thuis.get(r.medewerker_id),
                is_afgestemd=r.afgestemd_op is not None, door=actor))
            for r in rijen
        ],
        "beletsel_deelnemen": rules.beletsel_vakcirkel_deelnemen(
            vakcirkel=een, doet_al_mee=doet_mee, door=actor
        ),
        "beletsel_plan": rules.beletsel_vakcirkel_deelnemer(deelnemers=wie, door=actor),
        "beletsel_bespreken": rules.beletsel_vakcirkel_bespreken(vakcirkel=een, door=actor),
        "beletsel_activeren": rules.beletsel_vakcirkel_activeren(
            vakcirkel=een, deelnemers=wie, door=actor,
            aantal_afgestemd=sum(r.afgestemd_op is not None for r in rijen),
        ),
        "beletsel_voordragen": rules.beletsel_vakcirkel_voordragen(
            vakcirkel=een, deelnemers=wie, lijst=queries.open_lijst(), staat_er_al=False,
            door=actor,
        ),
        "beletsel_stoppen": rules.beletsel_vakcirkel_stoppen(
            vakcirkel=een, deelnemers=wie, door=actor
        ),
    })


Handeling = Callable[..., Any]
HANDELINGEN: dict[str, tuple[Handeling, str]] = {
    "deelnemen": (cirkels.vakcirkel_deelnemen, "Je doet mee. Je P-manager hoort dit."),
    "verlaten": (cirkels.vakcirkel_verlaten, "Je doet niet meer mee."),
    "bespreken": (cirkels.vakcirkel_bespreken, "Vastgelegd dat dit besproken is."),
    "activeren": (cirkels.vakcirkel_activeren, "De vakcirkel is actief."),
    "stoppen": (cirkels.vakcirkel_stoppen, "De vakcirkel is gestopt."),
}


@require_POST
def vakcirkel_handeling(request: HttpRequest, id: UUID, wat: str) -> HttpResponse:
    """The acts that need only a press: join, leave, discussed, start, stop."""
    een = queries.vakcirkel_met(id)
    opdracht, zin = HANDELINGEN[wat]
    if uitvoeren(
        request, None, lambda: opdracht(vakcirkel=een, door=request.actor, nu=klok.nu())
    ):
        return klaar(request, zin, "pdomein:vakcirkel", een.public_id)
    return terug(request, "pdomein:vakcirkel", een.public_id)


@require_POST
def vakcirkel_deelname_afstemmen(request: HttpRequest, id: UUID) -> HttpResponse:
    rij = queries.cirkeldeelnemer_met(id)
    uitvoeren(request, None, lambda: cirkels.vakcirkel_deelname_afstemmen(
        deelnemer=rij, door=request.actor, nu=klok.nu()
    ))
    return terug(request, "pdomein:vakcirkel", rij.vakcirkel.public_id)


@require_http_methods(LEZEN_EN_SCHRIJVEN)
def vakcirkel_plan_opslaan(request: HttpRequest, id: UUID) -> HttpResponse:
    een = queries.vakcirkel_met(id)
    form = PlanForm(request.POST or None, initial={"plan": een.plan})
    if request.method == "POST" and form.is_valid() and uitvoeren(
        request, form, lambda: cirkels.vakcirkel_plan_opslaan(
            vakcirkel=een, door=request.actor, nu=klok.nu(), **form.cleaned_data
        ),
    ):
        return klaar(request, "Het plan is bewaard.", "pdomein:vakcirkel", een.public_id)
    return _bij_cirkel(request, een, "Het plan van de vakcirkel", "Opslaan", form)


@require_http_methods(LEZEN_EN_SCHRIJVEN)
def vakcirkel_voordragen(request: HttpRequest, id: UUID) -> HttpResponse:
    een = queries.vakcirkel_met(id)
    form = VoordragenForm(request.POST or None, domeinen=queries.domeinen())
    if request.method == "POST" and form.is_valid() and uitvoeren(
        request, form, lambda: cirkels.vakcirkel_voordragen(
            vakcirkel=een, door=request.actor, nu=klok.nu(), **form.cleaned_data
        ),
    ):
        return klaar(
            request, "De vakcirkel staat op de lijst.", "pdomein:vakcirkel", een.public_id
        )
    return _bij_cirkel(request, een, "Voordragen als P-team", "Voordragen", form)


def _bij_cirkel(
    request: HttpRequest, een: Vakcirkel, titel: str, knop: str, form: Any
) -> HttpResponse:
    wie = [r.medewerker for r in queries.deelnemers_van_cirkel(een)]
    return toon(request, "pdomein/vak/cirkelformulier.html", {
        "titel": titel, "knop": knop, "vakcirkel": een, "voorstel": None,
        "beletsel": rules.beletsel_vakcirkel_deelnemer(deelnemers=wie, door=request.actor),
    }, formulier=form)


@require_safe
def professievoorstellen(request: HttpRequest) -> HttpResponse:
    return render(request, "pdomein/vak/voorstellen.html", {
        "pagina": Paginator(queries.professievoorstellen(), PER_PAGINA).get_page(
            request.GET.get("pagina")
        ),
    })


@require_http_methods(LEZEN_EN_SCHRIJVEN)
def professie_voorstellen(request: HttpRequest) -> HttpResponse:
    form = VoorstelForm(
        request.POST or None, dag=klok.vandaag(), domeinen=queries.domeinen()
    )
    nieuw = request.method == "POST" and form.is_valid() and uitvoeren(
        request, form, lambda: cirkels.professie_voorstellen(
            door=request.actor, nu=klok.nu(), **form.cleaned_data
        ),
    )
    if nieuw:
        return klaar(
            request, "Jullie voorstel ligt bij het P-beraad.", "pdomein:professievoorstel",
            nieuw.public_id,
        )
    return toon(request, "pdomein/vak/voorstelformulier.html", {
        "titel": "Een nieuw vak voorstellen", "knop": "Voorstel indienen", "voorstel": None,
        "beletsel": None,
    }, formulier=form)


@require_safe
def professievoorstel(request: HttpRequest, id: UUID) -> HttpResponse:
    een, actor = queries.professievoorstel_met(id), request.actor
    voorstellers = list(een.voorstellers.all())
    return render(request, "pdomein/vak/voorstel.html", {
        "voorstel": een, "voorstellers": voorstellers,
        "doet_mee": actor.medewerker_id in {m.pk for m in voorstellers},
        "vakcirkel": getattr(een, "vakcirkel", None),
        "is_afgewezen": een.status == VoorstelStatus.AFGEWEZEN,
        "beletsel_besluiten": rules.beletsel_voorstel_besluit_recht(
            voorstel=een, gremium=queries.p_beraad(), door=actor
        ),
        "beletsel_belangstelling": rules.beletsel_belangstelling_tonen(
            voorstel=een, door=actor,
            is_bekend=een.belangstellenden.filter(pk=actor.medewerker_id or 0).exists(),
        ),
    })


@require_http_methods(LEZEN_EN_SCHRIJVEN)
def professievoorstel_besluiten(request: HttpRequest, id: UUID) -> HttpResponse:
    een = queries.professievoorstel_met(id)
    form = BesluitForm(request.POST or None)
    if request.method == "POST" and form.is_valid() and uitvoeren(
        request, form, lambda: cirkels.professievoorstel_besluiten(
            voorstel=een, door=request.actor, nu=klok.nu(), **form.cleaned_data
        ),
    ):
        return klaar(
            request, "Het besluit is vastgelegd.", "pdomein:professievoorstel", een.public_id
        )
    return toon(request, "pdomein/vak/voorstelformulier.html", {
        "titel": "Besluit over het voorstel", "knop": "Besluit vastleggen", "voorstel": een,
        "beletsel": rules.beletsel_voorstel_besluit_recht(
            voorstel=een, gremium=queries.p_beraad(), door=request.actor
        ),
    }, formulier=form)


@require_POST
def belangstelling_tonen(request: HttpRequest, id: UUID) -> HttpResponse:
    een = queries.professievoorstel_met(id)
    if uitvoeren(request, None, lambda: cirkels.belangstelling_tonen(
        voorstel=een, door=request.actor, nu=klok.nu()
    )):
        return klaar(
            request, "Je staat op de lijst van belangstellenden.", "pdomein:professievoorstel",
            een.public_id,
        )
    return terug(request, "pdomein:professievoorstel", een.public_id)
