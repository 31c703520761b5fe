"""One item on the own device: candidates, suggestions, comparing, the outcome (SCHERMEN 9)."""

import uuid
from collections.abc import Callable
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from config.kern import klok
from config.kern.actor import Recht
from config.kern.fouten import eis
from config.kern.htmx import is_htmx, klaar, toon, uitvoeren
from matching import rules_kandidaat, rules_matchtafel
from matching.domain import agendapunt as domein
from matching.domain import kandidaat as kandidaten_
from matching.domain.kaarten import kaarten_van
from matching.enums import KandidaatBron
from matching.forms_matchtafel import KandidaatPlaatsenForm, UitkomstForm
from matching.models import Agendapunt
from matching.queries import matchtafel as queries
from matching.queries_rangschikking import vraag_van
from matching.views.matchtafel import schermstand


@require_GET
def punt(request: HttpRequest, id: uuid.UUID) -> HttpResponse:
    """The item as a member sees it; opening a profile is noted for its owner (R345)."""
    een = queries.punt_van(id)
    return puntpagina(request, een, noteren=not is_htmx(request))


def puntpagina(request: HttpRequest, een: Agendapunt, *, noteren: bool = False) -> HttpResponse:
    """Candidates are for who sits at this table, also when an act was refused (R268)."""
    eis(rules_matchtafel.mag_sessie_zien(een.sessie, request.actor))
    door, dag = request.actor, klok.vandaag()
    kaarten = kaarten_van(een, door, dag)
    gekozen = next(
        (k for k in kaarten if str(k.kandidaat.public_id) == request.GET.get("kandidaat")), None
    )
    if gekozen and noteren:
        kandidaten_.kandidaten_bekijken(
            agendapunt=een, kandidaten=[gekozen.kandidaat], door=door, nu=klok.nu()
        )
    gegevens = {
        "punt": een, "sessie": een.sessie, "agenda": queries.agenda_van(een.sessie),
        "kaarten": kaarten, "open_kaart": gekozen,
        "profiel": queries.profiel_van(gekozen.kandidaat, door, dag) if gekozen else None,
        "notities": queries.notities_van(gekozen.kandidaat, dag) if gekozen else [],
        "ik": door.gebruiker_id,
        "tro": queries.tro_van(een), "vraag": vraag_van(een.procedure, dag),
        "uitkomst": een.uitkomst_naam,
        "verlaten": list(een.verlaten_door.all()), "beletsel": beletsels_van(een, request),
        "ververs": request.get_full_path() if request.method == "GET" else
        reverse("matching:punt", args=[een.public_id]),
    }
    vlak, pagina = "matching/matchtafel/_punt.html", "matching/matchtafel/punt.html"
    return toon(request, vlak if is_htmx(request) else pagina, gegevens)


def beletsels_van(een: Agendapunt, request: HttpRequest) -> dict[str, Any]:
    door, vandaag = request.actor, klok.vandaag()
    bron = _bron(request)
    return {
        "uitkomst": rules_matchtafel.beletsel_uitkomst_vastleggen(
            agendapunt=een, vroegste=queries.vroegste_bespreekdatum(een.procedure),
            vandaag=vandaag, door=door,
        ),
        "herstellen": rules_matchtafel.beletsel_uitkomst_herstellen(agendapunt=een, door=door),
        "plaatsen": rules_kandidaat.beletsel_kandidaat_plaatsen(
            agendapunt=een, bron=bron, door=door
        ),
        "suggestie": rules_kandidaat.beletsel_suggestie_vragen(
            procedure=een.procedure, aan=queries.suggesties_aan(vandaag), door=door
        ),
        "verlaten": rules_matchtafel.beletsel_tafel_verlaten(agendapunt=een, door=door),
        "terugkeren": rules_matchtafel.beletsel_tafel_terugkeren(agendapunt=een, door=door),
        "afvoeren": rules_matchtafel.beletsel_punt_afvoeren(agendapunt=een, door=door),
    }


def _bron(request: HttpRequest) -> KandidaatBron:
    """A recruiter suggests; a P-manager adds own people."""
    ondersteunt = request.actor.heeft(Recht.MATCHTAFEL_ONDERSTEUNEN)
    return KandidaatBron.RECRUITER if ondersteunt else KandidaatBron.PMANAGER


def _doe(
    request: HttpRequest, een: Agendapunt, zin: str, opdracht: Callable[[], Any],
    naar: tuple[Any, ...] | None = None,
) -> HttpResponse:
    """Run a command; the shared screen gets its fragment back, a device goes on to a page."""
    gelukt = uitvoeren(request, None, opdracht)
    if is_htmx(request):
        request.inzet_status = None
        return schermstand(request, een.sessie.public_id)
    if not gelukt:
        return puntpagina(request, queries.punt_van(een.public_id))
    return klaar(request, zin, *(naar or ("matching:punt", een.public_id)))


def _versie(request: HttpRequest) -> int | None:
    """The version the page showed; the button carries it, so a stale page is found out."""
    waarde = request.POST.get("versie", "")
    return int(waarde) if waarde.isdecimal() and len(waarde) < 10 else None


# -- the item -------------------------------------------------------------------------------


@require_POST
def tonen(request: HttpRequest, id: uuid.UUID) -> HttpResponse:
    een = queries.punt_van(id)
    return _doe(
        request, een, "", lambda: domein.punt_tonen(
            sessie=een.sessie, agendapunt=een, door=request.actor, nu=klok.nu()
        ),
    )


@require_POST
def verplaatsen(request: HttpRequest, id: uuid.UUID) -> HttpResponse:
    een = queries.punt_van(id)
    return _doe(
        request, een, "De volgorde is gewijzigd.", lambda: domein.punt_verplaatsen(
            agendapunt=een, omhoog=request.POST.get("kant") == "omhoog", door=request.actor,
            nu=klok.nu(),
        ), ("matching:sessie-agenda", een.sessie.public_id),
    )


@require_POST
def afvoeren(request: HttpRequest, id: uuid.UUID) -> HttpResponse:
    een = queries.punt_van(id)
    return _doe(
        request, een, "Het punt staat niet meer op de agenda.",
        lambda: domein.punt_afvoeren(agendapunt=een, door=request.actor, nu=klok.nu()),
        ("matching:sessie-agenda", een.sessie.public_id),
    )


@require_POST
def verlaten(request: HttpRequest, id: uuid.UUID) -> HttpResponse:
    een = queries.punt_van(id)
    return _doe(
        request, een, "Je hebt bij dit punt de tafel verlaten.",
        lambda: domein.tafel_verlaten(agendapunt=een, door=request.actor, nu=klok.nu()),
    )


@require_POST
def terugkeren(request: HttpRequest, id: uuid.UUID) -> HttpResponse:
    een = queries.punt_van(id)
    return _doe(
        request, een, "Je zit weer aan tafel.",
        lambda: domein.tafel_terugkeren(agendapunt=een, door=request.actor, nu=klok.nu()),
    )


@require_http_methods(["GET", "HEAD", "POST"])
def uitkomst_vastleggen(request: HttpRequest, id: uuid.UUID) -> HttpResponse:
    een = queries.punt_van(id)
    eis(rules_matchtafel.mag_sessie_zien(een.sessie, request.actor))
    gekozen = [k for k in queries.kandidaten_van(een) if k.gekozen]
    formulier = UitkomstForm(
        request.POST or None, punt=een, initial=UitkomstForm.begin_van(een, gekozen)
    )
    if request.method == "POST" and formulier.is_valid():
        v = formulier.cleaned_data
        if uitvoeren(
            request, formulier, lambda: domein.uitkomst_vastleggen(
                agendapunt=een, uitkomst=v["uitkomst"], motivering=v["motivering"],
                motivering_niveau=v["motivering_niveau"], gekozen=list(v["kandidaten"]),
                begin=v["begin"], einde=v["einde"], fte=v["fte"], versie=v["versie"],
                door=request.actor, nu=klok.nu(),
            ),
        ):
            return klaar(request, "De uitkomst is vastgelegd.", "matching:punt", id)
    gegevens = {
        "punt": een, "vraag": vraag_van(een.procedure, klok.vandaag()),
        "beletsel": beletsels_van(een, request)["uitkomst"],
    }
    return toon(request, "matching/matchtafel/uitkomst_vastleggen.html", gegevens,
                formulier=formulier)


@require_POST
def uitkomst_kiezen(request: HttpRequest, id: uuid.UUID, uitkomst: str) -> HttpResponse:
    """One key on the shared screen; the words follow before the session closes."""
    een = queries.punt_van(id)
    return _doe(
        request, een, "De uitkomst is vastgelegd.", lambda: domein.uitkomst_vastleggen(
            agendapunt=een, uitkomst=uitkomst, versie=_versie(request), door=request.actor,
            nu=klok.nu(),
        ),
    )


@require_POST
def uitkomst_herstellen(request: HttpRequest, id: uuid.UUID) -> HttpResponse:
    een = queries.punt_van(id)
    return _doe(
        request, een, "De uitkomst is weer open.", lambda: domein.uitkomst_herstellen(
            agendapunt=een, versie=_versie(request), door=request.actor, nu=klok.nu()
        ),
    )


# -- candidates -----------------------------------------------------------------------------


@require_http_methods(["GET", "HEAD", "POST"])
def kandidaat_plaatsen(request: HttpRequest, id: uuid.UUID) -> HttpResponse:
    een, dag, bron = queries.punt_van(id), klok.vandaag(), _bron(request)
    eis(rules_matchtafel.mag_sessie_zien(een.sessie, request.actor))
    wie = request.GET.get("medewerker") or request.POST.get("medewerker")
    medewerker = queries.medewerker_op_tekst(wie, dag) if wie else None
    formulier = KandidaatPlaatsenForm(
        request.POST if request.method == "POST" else None,
        initial={"argument": queries.toelichting_van_suggestie(een.procedure, medewerker)},
    )
    if request.method == "POST" and medewerker and formulier.is_valid() and uitvoeren(
        request, formulier, lambda: kandidaten_.kandidaat_plaatsen(
            agendapunt=een, medewerker=medewerker, bron=bron, **formulier.cleaned_data,
            door=request.actor, nu=klok.nu(),
        ),
    ):
        return klaar(request, f"{medewerker.naam} ligt op tafel.", "matching:punt", id)
    eigen = None if bron == KandidaatBron.RECRUITER else request.actor.objecten(
        Recht.PTEAM_LEIDEN, "pteam"
    )
    zoek = request.GET.get("zoek", "").strip()[:60]
    toon_lijst = medewerker is None and (zoek or eigen is not None)
    gegevens = {
        "punt": een, "medewerker": medewerker, "zoek": zoek, "is_recruiter": eigen is None,
        "mensen": queries.medewerkers_zoeken(zoek, dag, eigen)[:25] if toon_lijst else [],
        "suggesties": queries.suggesties_van(een.procedure) if eigen is None else [],
        "hier": f"?medewerker={medewerker.public_id}" if medewerker else "",
        "beletsel": rules_kandidaat.beletsel_kandidaat_plaatsen(
            agendapunt=een, bron=bron, door=request.actor
        ),
    }
    return toon(request, "matching/matchtafel/kandidaat_plaatsen.html", gegevens,
                formulier=formulier)


@require_GET
def vergelijken(request: HttpRequest, id: uuid.UUID) -> HttpResponse:
    """Two to four candidates side by side, in the order of the table (SCHERMEN 9)."""
    een, dag = queries.punt_van(id), klok.vandaag()
    eis(rules_matchtafel.mag_sessie_zien(een.sessie, request.actor))
    keuze = request.GET.getlist("k")
    kaarten = [
        k for k in kaarten_van(een, request.actor, dag) if str(k.kandidaat.public_id) in keuze
    ][:4]
    kandidaten_.kandidaten_bekijken(
        agendapunt=een, kandidaten=[k.kandidaat for k in kaarten], door=request.actor,
        nu=klok.nu(),
    )
    gegevens = {
        "punt": een, "kaarten": kaarten,
        "profielen": [queries.profiel_van(k.kandidaat, request.actor, dag) for k in kaarten],
    }
    return toon(request, "matching/matchtafel/vergelijken.html", gegevens)


def _kandidaatdoe(request: HttpRequest, id: uuid.UUID, zin: str, naam: str, **extra: Any):
    kandidaat = queries.kandidaat_van(id)
    opdracht = getattr(kandidaten_, naam)
    return _doe(
        request, kandidaat.agendapunt, zin,
        lambda: opdracht(kandidaat=kandidaat, door=request.actor, nu=klok.nu(), **extra),
    )


@require_POST
def kandidaat_kiezen(request: HttpRequest, id: uuid.UUID) -> HttpResponse:
    return _kandidaatdoe(request, id, "De keuze is gewijzigd.", "kandidaat_kiezen",
                         versie=_versie(request))


@require_POST
def kandidaat_verplaatsen(request: HttpRequest, id: uuid.UUID) -> HttpResponse:
    return _kandidaatdoe(request, id, "De volgorde is gewijzigd.", "kandidaat_verplaatsen",
                         omhoog=request.POST.get("kant") == "omhoog")


@require_POST
def kandidaat_afvoeren(request: HttpRequest, id: uuid.UUID) -> HttpResponse:
    return _kandidaatdoe(request, id, "Ligt niet meer op tafel.", "kandidaat_afvoeren")


@require_http_methods(["GET", "HEAD", "POST"])
def instemmen(request: HttpRequest, id: uuid.UUID) -> HttpResponse:
    """The person says yes or no to being discussed (R264)."""
    kandidaat = queries.kandidaat_van(id)
    beletsel = rules_kandidaat.beletsel_kandidaat_instemmen(
        kandidaat=kandidaat, door=request.actor
    )
    if beletsel and beletsel.soort.value == 403:
        eis(beletsel)
    if request.method == "POST":
        ja = request.POST.get("akkoord") == "ja"
        if uitvoeren(
            request, None, lambda: kandidaten_.kandidaat_instemmen(
                kandidaat=kandidaat, akkoord=ja, door=request.actor, nu=klok.nu()
            ),
        ):
            zin = "Dank je. De tafel mag je bespreken." if ja else "Je wordt niet besproken."
            return klaar(request, zin, "kern:start")
    gegevens = {
        "kandidaat": kandidaat, "punt": kandidaat.agendapunt, "beletsel": beletsel,
        "tro": queries.tro_van(kandidaat.agendapunt),
    }
    return toon(request, "matching/matchtafel/instemmen.html", gegevens)
