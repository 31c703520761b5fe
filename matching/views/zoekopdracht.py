"""Keep a card or a search of the market (SCHERMEN 1)."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from config.kern import klok
from config.kern.htmx import klaar, toon, uitvoeren
from matching.domain import markt as domein
from matching.forms_markt import ZoekopdrachtForm
from matching.queries import pagina
from matching.queries import zoekopdracht as queries
from matching.queries.marktfilter import Filter
from matching.rules import markt as rules
from matching.views.formulier import handeling

ZINNEN = {
    "bewaard": "De opdracht is bewaard. Je vindt haar onder ‘Jouw keuze’.",
    "opzij": "De opdracht staat opzij. Je ziet haar niet meer op de markt.",
    "": "Je keuze is weg.",
}


@require_POST
def kiezen(request: HttpRequest, id: UUID) -> HttpResponse:
    publicatie = pagina.publicatie_met(id)
    soort = request.POST.get("soort", "")
    gelukt = uitvoeren(
        request, None,
        lambda: domein.markt_kiezen(
            procedure=publicatie.procedure, soort=soort, door=request.actor, nu=klok.nu()
        ),
    )
    return klaar(request, ZINNEN[soort] if gelukt else "", _terug(request))


def _terug(request: HttpRequest) -> str:
    """Back to the market with the filters that were on, when it is a page of ours."""
    markt = reverse("matching:opdrachtenmarkt")
    pad = request.GET.get("terug", "")
    if pad.startswith(markt) and url_has_allowed_host_and_scheme(pad, allowed_hosts=None):
        return pad
    return markt


@require_safe
def lijst(request: HttpRequest) -> HttpResponse:
    medewerker = pagina.medewerker_van(request.actor.medewerker_id)
    rijen = list(queries.zoekopdrachten_van(medewerker)) if medewerker else []
    zinnen = queries.in_woorden(queries.filter_van(r) for r in rijen)
    return toon(request, "matching/markt/zoekopdrachten.html", {
        "rijen": list(zip(rijen, zinnen, strict=True)),
    })


@require_http_methods(["GET", "HEAD", "POST"])
def bewaren(request: HttpRequest) -> HttpResponse:
    filter = Filter.uit(request.GET)
    form = ZoekopdrachtForm(request.POST or None, initial={"naam": filter.zoek})
    [zin] = queries.in_woorden([filter])
    return handeling(
        request, formulier=form,
        opdracht=lambda: domein.zoekopdracht_bewaren(
            filter=filter, door=request.actor, nu=klok.nu(), **form.cleaned_data
        ),
        zin="De zoekopdracht is bewaard.", naar=reverse("matching:zoekopdrachten"),
        titel="Zoekopdracht bewaren", knop="Bewaren", inleiding=f"Je zoekt op {zin}.",
        terug=f"{reverse('matching:opdrachtenmarkt')}?{filter.vraag}",
        terug_tekst="Opdrachtenmarkt",
        beletsel=rules.beletsel_zoekopdracht_bewaren(door=request.actor),
    )


@require_POST
def verwijderen(request: HttpRequest, id: UUID) -> HttpResponse:
    zoekopdracht = queries.zoekopdracht_met(id, request.actor.medewerker_id)
    uitvoeren(
        request, None,
        lambda: domein.zoekopdracht_verwijderen(
            zoekopdracht=zoekopdracht, door=request.actor, nu=klok.nu()
        ),
    )
    return klaar(request, "De zoekopdracht is verwijderd.", "matching:zoekopdrachten")


@require_POST
def attendering(request: HttpRequest, id: UUID) -> HttpResponse:
    zoekopdracht = queries.zoekopdracht_met(id, request.actor.medewerker_id)
    aan = request.POST.get("aan") == "1"
    uitvoeren(
        request, None,
        lambda: domein.attendering_zetten(
            zoekopdracht=zoekopdracht, aan=aan, door=request.actor, nu=klok.nu()
        ),
    )
    zin = "Je krijgt bericht van nieuw werk." if aan else "Je krijgt geen bericht meer."
    return klaar(request, zin, "matching:zoekopdrachten")
