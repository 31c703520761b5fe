"""The pages of the register that everybody reads."""

from uuid import UUID

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from config.kern import klok
from config.kern.facetten import facet
from config.kern.htmx import toon
from pdomein.queries import medewerker_met, pteam_van
from register import queries, rules
from register.domain.inzage import uren_bekeken
from register.queries import schermen
from register.queries.mandaat import ondermandaten_op
from register.rules.stand import beletsel_register_exporteren
from register.views.moment import gegevens_van, moment_van, spanne

PER_PAGINA = 25


@require_safe
def register(request: HttpRequest) -> HttpResponse:
    moment, zoek = moment_van(request), request.GET.get("zoek", "")[:100]
    gekozen = request.GET.getlist("rol")
    alle = schermen.roltoewijzingen_lijst(moment, zoek)
    rijen = schermen.roltoewijzingen_lijst(moment, zoek, gekozen)
    pagina = Paginator(rijen, PER_PAGINA).get_page(request.GET.get("pagina"))
    return toon(request, "register/lijst.html", {
        **gegevens_van(request, moment), "zoek": zoek, "pagina": pagina,
        "facetten": [facet("rol", "Rol", schermen.rollen_met_aantal(alle), gekozen)],
        "vermeldingen": schermen.vermeldingen(pagina, moment.dag),
        "opdrachten": schermen.opdrachten_zoeken(zoek),
        "beletsel_muteren": rules.beletsel_register_muteren(request.actor),
        "beletsel_exporteren": beletsel_register_exporteren(door=request.actor),
        "vraag": request.GET.urlencode(),
    })


@require_safe
def opdracht(request: HttpRequest, id: UUID) -> HttpResponse:
    moment, opdracht_ = moment_van(request), schermen.opdracht_met(id)
    lijnen = schermen.lijnen(schermen.historie(request.actor, opdracht=opdracht_), met_wie=True)
    van, tot = spanne(lijnen, moment.dag)
    vermelding = schermen.opdracht_vermelding(opdracht_, moment)
    mag_fte = schermen.mag_fte_zien(request.actor, opdracht_)
    if mag_fte:
        uren_bekeken(vermelding.team, request.actor, klok.nu())
    return toon(request, "register/opdracht/tonen.html", {
        **gegevens_van(request, moment), "lijnen": lijnen, "van": van, "tot": tot,
        "vermelding": vermelding, "mag_fte": mag_fte,
        "ondermandaten": ondermandaten_op(opdracht_, moment.dag, moment.bekend_op),
        "beletsel_muteren": rules.beletsel_register_muteren(request.actor),
    })


@require_safe
def medewerker(request: HttpRequest, id: UUID) -> HttpResponse:
    moment, mens = moment_van(request), medewerker_met(id)
    team = pteam_van(mens, moment.dag)
    lijnen = schermen.lijnen(schermen.historie(request.actor, medewerker=mens), met_wie=False)
    van, tot = spanne(lijnen, moment.dag)
    return toon(request, "register/medewerker/tonen.html", {
        **gegevens_van(request, moment), "lijnen": lijnen, "van": van, "tot": tot,
        "medewerker": mens, "team": team.naam if team else "",
        "rollen": schermen.rollen_alle(mens, moment),
        "inzetten": queries.inzet_van(mens, moment.dag, moment.bekend_op),
    })


@require_safe
def roltoewijzing(request: HttpRequest, id: UUID) -> HttpResponse:
    moment, rij = moment_van(request), schermen.roltoewijzing_met(id)
    if rij.eind_registratie is not None:
        rules.eis_inzien(request.actor)
    (vermelding,) = schermen.vermeldingen([rij], moment.dag)
    muteren = rules.beletsel_register_muteren(request.actor)
    return toon(request, "register/roltoewijzing/tonen.html", {
        **gegevens_van(request, moment), "vermelding": vermelding, "rij": rij,
        "machten": schermen.machten_van([rij], moment.dag),
        "mag_doorgeven": schermen.is_opdrachtrol(rij)
        and rules.beletsel_doorgeven(rij, request.actor) is None,
        "schakels": schermen.schakels_van(rij),
        "beletsel_wijzigen": muteren or rules.beletsel_gesloten(rij),
    })
