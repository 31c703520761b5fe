"""Sessions of the matchtafel: list, plan, open, the shared screen, close, report, decisions."""

import uuid

from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from config.kern import klok
from config.kern.actor import Recht
from config.kern.fouten import Beletsel, eis
from config.kern.htmx import is_htmx, klaar, toon, uitvoeren
from matching import rules_matchtafel as rules
from matching.domain import agendapunt as agenda
from matching.domain import matchtafel as domein
from matching.domain import sluiten
from matching.enums import SessieStatus
from matching.forms_matchtafel import SessiePlannenForm, VerslagForm
from matching.models import MatchtafelSessie
from matching.queries import matchtafel as queries
from matching.queries_scherm import stand_van
from matching.views.schermknoppen import knoppen_van

PER_PAGINA = 20


def _aan_tafel(request: HttpRequest) -> None:
    if not rules.is_medewerker_aan_tafel(request.actor):
        raise PermissionDenied


@require_GET
def lijst(request: HttpRequest) -> HttpResponse:
    """Everybody who sits at a table sees all sessions; who else, the public decisions (R266)."""
    if not rules.is_medewerker_aan_tafel(request.actor):
        return redirect("matching:matchtafel-besluiten")
    alle = queries.sessies()
    gegevens = {
        "komend": alle.exclude(status=SessieStatus.GESLOTEN).order_by("datum", "id"),
        "pagina": Paginator(alle.filter(status=SessieStatus.GESLOTEN), PER_PAGINA).get_page(
            request.GET.get("pagina")
        ),
        "te_versturen": queries.te_versturen_verslagen(request.actor.medewerker_id),
        "wachtend": queries.wachtend_op_agenda().count(),
        "beletsel_plannen": rules.beletsel_sessie_plannen(
            vandaag=klok.vandaag(), door=request.actor
        ),
    }
    return toon(request, "matching/matchtafel/lijst.html", gegevens)


@require_http_methods(["GET", "HEAD", "POST"])
def plannen(request: HttpRequest) -> HttpResponse:
    vandaag = klok.vandaag()
    eis(rules.beletsel_sessie_plannen(vandaag=vandaag, door=request.actor))
    eerst = {"voorzitter": queries.public_id_van(request.actor.medewerker_id)}
    formulier = SessiePlannenForm(request.POST or None, dag=vandaag, initial=eerst)
    if request.method == "POST" and formulier.is_valid():
        sessie = uitvoeren(
            request, formulier,
            lambda: domein.sessie_plannen(
                **formulier.cleaned_data, door=request.actor, nu=klok.nu()
            ),
        )
        if sessie:
            return klaar(
                request, "De sessie is gepland. Zet nu opdrachten op de agenda.",
                "matching:sessie-agenda", sessie.public_id,
            )
    return toon(request, "matching/matchtafel/plannen.html", formulier=formulier)


@require_GET
def sessie(request: HttpRequest, id: uuid.UUID) -> HttpResponse:
    return sessiepagina(request, queries.sessie_van(id))


def sessiepagina(request: HttpRequest, sessie: MatchtafelSessie) -> HttpResponse:
    """One session: agenda, who is there, and what the chair can do next."""
    _aan_tafel(request)
    door, punten = request.actor, queries.agenda_van(sessie)
    gegevens = {
        "sessie": sessie, "punten": punten, "deelnemers": queries.deelnemers_van(sessie),
        "mag_zien": rules.mag_sessie_zien(sessie, door) is None,
        "is_voorzitter": rules.is_voorzitter(sessie, door), "ik": door.medewerker_id,
        "training_nodig": queries.training_nodig(klok.vandaag()),
        "beletsel": {
            "agenda": _beletsel_agenda(sessie),
            "aansluiten": _beletsel_aansluiten(sessie, request),
            "openen": rules.beletsel_sessie_openen(
                sessie=sessie, aantal_punten=len(punten), vandaag=klok.vandaag(), door=door
            ),
            "sluiten": rules.beletsel_sessie_sluiten(sessie=sessie, ontbreekt=(), door=door),
            "aanwezigheid": rules.beletsel_aanwezigheid_vastleggen(sessie=sessie, door=door),
        },
    }
    vlak, pagina = "matching/matchtafel/_sessie.html", "matching/matchtafel/sessie.html"
    return toon(request, vlak if is_htmx(request) else pagina, gegevens)


def _beletsel_agenda(sessie: MatchtafelSessie) -> Beletsel | None:
    gesloten = sessie.status == SessieStatus.GESLOTEN
    return Beletsel("Deze sessie is gesloten.") if gesloten else None


def _beletsel_aansluiten(sessie: MatchtafelSessie, request: HttpRequest) -> Beletsel | None:
    ik = queries.medewerker_of_niet(request.actor.medewerker_id)
    if ik is None:
        return Beletsel("Bij deze login hoort geen medewerker.")
    return rules.beletsel_deelnemer_toevoegen(sessie=sessie, medewerker=ik, door=request.actor)


def _doe(request: HttpRequest, id: uuid.UUID, zin: str, opdracht: str, **extra: object):
    """Run a command on this session and show the session again."""
    een = queries.sessie_van(id)
    functie = getattr(domein, opdracht)
    gelukt = uitvoeren(
        request, None, lambda: functie(sessie=een, door=request.actor, nu=klok.nu(), **extra)
    )
    if not gelukt:
        return sessiepagina(request, queries.sessie_van(id))
    return klaar(request, zin, "matching:sessie", id)


@require_POST
def aansluiten(request: HttpRequest, id: uuid.UUID) -> HttpResponse:
    ik = queries.medewerker_of_niet(request.actor.medewerker_id)
    if ik is None:
        raise PermissionDenied
    return _doe(request, id, "Je neemt nu deel aan deze sessie.", "deelnemer_toevoegen",
                medewerker=ik)


@require_POST
def aanwezigheid(request: HttpRequest, id: uuid.UUID, medewerker: uuid.UUID) -> HttpResponse:
    wie = queries.medewerker_van(medewerker, klok.vandaag())
    return _doe(request, id, "De presentielijst is bijgewerkt.", "aanwezigheid_vastleggen",
                medewerker=wie, aanwezig=request.POST.get("aanwezig") == "ja")


@require_POST
def openen(request: HttpRequest, id: uuid.UUID) -> HttpResponse:
    return _doe(request, id, "De sessie is geopend.", "sessie_openen")


@require_GET
def agenderen(request: HttpRequest, id: uuid.UUID) -> HttpResponse:
    return agendapagina(request, id)


def agendapagina(request: HttpRequest, id: uuid.UUID) -> HttpResponse:
    """Which work may be on this table, and why the rest may not yet (R250, SCHERMEN 9)."""
    _aan_tafel(request)
    sessie = queries.sessie_van(id)
    rijen = [
        (p, rules.beletsel_punt_agenderen(sessie=sessie, procedure=p, door=request.actor))
        for p in queries.te_agenderen()
    ]
    gegevens = {
        "sessie": sessie,
        "kan": [p for p, beletsel in rijen if beletsel is None],
        "kan_niet": [(p, beletsel) for p, beletsel in rijen if beletsel and not p.staat_op_agenda],
        "punten": queries.agenda_van(sessie),
        "beletsel_zien": rules.mag_sessie_zien(sessie, request.actor),
    }
    return toon(request, "matching/matchtafel/agenda.html", gegevens)


@require_POST
def punt_agenderen(request: HttpRequest, id: uuid.UUID, procedure: uuid.UUID) -> HttpResponse:
    een, werk = queries.sessie_van(id), queries.procedure_van(procedure)
    punt = uitvoeren(
        request, None,
        lambda: agenda.punt_agenderen(
            sessie=een, procedure=werk, door=request.actor, nu=klok.nu()
        ),
    )
    if not punt:
        return agendapagina(request, id)
    return klaar(request, "Staat op de agenda.", "matching:sessie-agenda", id)


@require_POST
def punten_agenderen(request: HttpRequest, id: uuid.UUID) -> HttpResponse:
    een = queries.sessie_van(id)
    aantal = uitvoeren(
        request, None,
        lambda: agenda.punten_agenderen(sessie=een, door=request.actor, nu=klok.nu()),
    )
    if not aantal:
        return agendapagina(request, id)
    return klaar(request, "Alles wat mag, staat op de agenda.", "matching:sessie-agenda", id)


# -- the shared screen ----------------------------------------------------------------------


@require_GET
def scherm(request: HttpRequest, id: uuid.UUID) -> HttpResponse:
    """The shared screen: big, one item, no private field (R269)."""
    return schermstand(request, id, "matching/matchtafel/scherm.html")


@require_GET
def stand(request: HttpRequest, id: uuid.UUID) -> HttpResponse:
    return schermstand(request, id)


def schermstand(
    request: HttpRequest, id: uuid.UUID, sjabloon: str = "matching/matchtafel/_stand.html"
) -> HttpResponse:
    sessie = queries.sessie_van(id)
    eis(rules.mag_sessie_zien(sessie, request.actor))
    stand = stand_van(sessie, klok.vandaag())
    punt = sessie.huidig_punt and queries.punt_van(sessie.huidig_punt.public_id)
    gegevens = {
        "stand": stand, "sessie": sessie,
        "knoppen": knoppen_van(punt, stand, klok.vandaag(), request.actor),
        "mag_sluiten": rules.is_voorzitter(sessie, request.actor), "oob": is_htmx(request),
    }
    return toon(request, sjabloon, gegevens)


# -- closing, report, decisions -------------------------------------------------------------


@require_http_methods(["GET", "HEAD", "POST"])
def sluiten_(request: HttpRequest, id: uuid.UUID) -> HttpResponse:
    """What closing will do, and then all of it in one act (R270)."""
    sessie = queries.sessie_van(id)
    eis(rules.mag_sessie_zien(sessie, request.actor))
    if request.method == "POST":
        dicht = uitvoeren(
            request, None,
            lambda: sluiten.sessie_sluiten(sessie=sessie, door=request.actor, nu=klok.nu()),
        )
        if dicht:
            return klaar(
                request, "De sessie is gesloten. Lees het verslag na en verstuur het.",
                "matching:sessie-verslag", id,
            )
    punten = queries.agenda_van(sessie)
    ontbreekt = sluiten.ontbrekend(punten)
    beletsel = rules.beletsel_sessie_sluiten(sessie=sessie, ontbreekt=(), door=request.actor)
    if beletsel is None and ontbreekt:
        beletsel = Beletsel("Vul eerst aan wat hierboven staat.")
    gegevens = {
        "sessie": sessie, "punten": [(p, p.uitkomst_naam) for p in punten],
        "ontbreekt": ontbreekt, "beletsel": beletsel,
    }
    return toon(request, "matching/matchtafel/sluiten.html", gegevens)


@require_http_methods(["GET", "HEAD", "POST"])
def verslag(request: HttpRequest, id: uuid.UUID) -> HttpResponse:
    """The report; the chair reads it over and sends it (R265, R267)."""
    sessie = queries.sessie_van(id)
    eis(rules.mag_verslag_zien(sessie, request.actor))
    formulier = VerslagForm(request.POST or None, initial={"verslag": sessie.verslag})
    if request.method == "POST" and formulier.is_valid():
        verstuurd = uitvoeren(
            request, formulier,
            lambda: sluiten.verslag_versturen(
                sessie=sessie, **formulier.cleaned_data, door=request.actor, nu=klok.nu()
            ),
        )
        if verstuurd:
            return klaar(
                request, "Het verslag is verstuurd aan de directeuren M&O.",
                "matching:sessie-verslag", id,
            )
    beletsel = rules.beletsel_verslag_versturen(sessie=sessie, door=request.actor)
    gegevens = {"sessie": sessie, "beletsel": beletsel}
    return toon(request, "matching/matchtafel/verslag.html", gegevens, formulier=formulier)


@require_GET
def verslagen(request: HttpRequest) -> HttpResponse:
    """All reports, for the directeuren M&O and the P-beraad (R108, R267)."""
    mag = (
        request.actor.heeft_ergens(Recht.DOMEIN_REGIE)
        or request.actor.heeft_ergens(Recht.AFWIJKING_BESLUITEN)
    )
    if not mag:
        raise PermissionDenied
    pagina = Paginator(queries.verstuurde_verslagen(), PER_PAGINA).get_page(
        request.GET.get("pagina")
    )
    return toon(request, "matching/matchtafel/verslagen.html", {"pagina": pagina})


@require_GET
def besluiten(request: HttpRequest, id: uuid.UUID | None = None) -> HttpResponse:
    """Public for all: what was decided, never who was not chosen (R266, R409)."""
    sessies = queries.gesloten_sessies()
    if id is not None:
        sessies = sessies.filter(public_id=id)
    pagina = Paginator(sessies, 10).get_page(request.GET.get("pagina"))
    gegevens = {
        "pagina": pagina,
        "sessies": [(s, [_besluit(p) for p in s.besluiten]) for s in pagina],
        "een": id is not None,
    }
    return toon(request, "matching/matchtafel/besluiten.html", gegevens)


def _besluit(punt) -> dict[str, str]:
    """One line of the public list: the matched person only when the match is definitive."""
    definitief = [m.medewerker.naam for m in punt.definitieve_matches]
    return {
        "opdracht": str(punt.procedure.matchvraag.opdracht),
        "plaats": punt.procedure.matchvraag.get_plaats_display(),
        "uitkomst": punt.uitkomst_naam,
        "wie": definitief[0] if definitief else "",
        "is_match": punt.uitkomst == "gematcht",
        "kan_nog": punt.wacht_op_instemming,
    }
