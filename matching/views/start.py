"""The start page: blocks by what somebody may do, so that every role lands on its own work."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from config.kern import klok
from config.kern.actor import Recht
from config.kern.htmx import toon
from config.kern.werkdagen import lokale_dag
from matching.enums import InstemmingVan
from matching.queries import instemming, pagina
from matching.queries import start as vragen
from matching.views.procedure import stand

Blok = tuple[str, dict[str, Any]]


@require_safe
def start(request: HttpRequest) -> HttpResponse:
    actor, nu = request.actor, klok.nu()
    dag = lokale_dag(nu)
    gegevens = {
        "naam": actor.naam, "te_geven": instemming.te_geven(actor, dag),
        "medewerker": InstemmingVan.MEDEWERKER, "blokken": _blokken(request, nu),
    }
    return toon(request, "matching/start/tonen.html", gegevens)


def _blokken(request: HttpRequest, nu: Any) -> list[Blok]:
    """The work of the role first; what everybody has as a medewerker comes last."""
    actor, dag = request.actor, lokale_dag(nu)
    blokken: list[Blok] = []
    if actor.heeft(Recht.BEHEREN):
        blokken.append(("matching/start/_beheer.html", vragen.van_beheer()))
    if actor.heeft(Recht.ROL_AANWIJZEN):
        blokken.append(("matching/start/_directeur_mo.html", _met_stand(
            vragen.van_directeur_mo(dag), "aanwijzen"
        )))
    if actor.heeft_ergens(Recht.AOG_KIEZEN):
        blokken.append(("matching/start/_domeindirecteur.html", _met_stand(
            vragen.van_domeindirecteur(actor), "keuzes"
        )))
    if actor.heeft_ergens(Recht.BESLUITENLIJST_VASTSTELLEN) or actor.heeft_ergens(
        Recht.BESLUITENLIJST_OPSTELLEN
    ):
        blokken.append(("matching/start/_beraad.html", _met_stand(
            vragen.van_beraad(), "bij_beraad", "niet_vervuld", "geschil"
        )))
    if actor.heeft(Recht.REGISTER_MUTEREN):
        blokken.append(("matching/start/_registerbeheer.html", vragen.van_registerbeheer(dag)))
    elif actor.heeft(Recht.REGISTER_INZIEN):
        blokken.append(("matching/start/_toezicht.html", vragen.van_registerbeheer(dag)))
    if actor.heeft_ergens(Recht.OPDRACHT_STUREN) or actor.heeft_ergens(Recht.OPDRACHT_UITVOEREN):
        blokken.append(("matching/start/_opdrachtgever.html", _met_stand(
            vragen.van_opdrachtgever(actor, dag), "plaatsen"
        )))
    return blokken + _blokken_pkant(request, nu)


def _blokken_pkant(request: HttpRequest, nu: Any) -> list[Blok]:
    actor, dag = request.actor, lokale_dag(nu)
    blokken: list[Blok] = []
    if actor.heeft_ergens(Recht.PTEAM_LEIDEN):
        if tafel := vragen.van_voorzitter(actor):
            blokken.append(("matching/start/_voorzitter.html", tafel))
        blokken.append(("matching/start/_pmanager.html", vragen.van_pmanager(
            actor, dag, request.GET.get("mensen", "")
        )))
    if actor.heeft(Recht.MATCHTAFEL_ONDERSTEUNEN):
        blokken.append(("matching/start/_recruiter.html", vragen.van_recruiter(nu)))
    medewerker = pagina.medewerker_van(actor.medewerker_id)
    if medewerker is not None:
        blokken.append((
            "matching/start/_medewerker.html", vragen.van_medewerker(actor, medewerker, dag)
        ))
    return blokken


def _met_stand(gegevens: dict[str, Any], *namen: str) -> dict[str, Any]:
    """Add to each row what the table of phases says about it."""
    return gegevens | {naam: [(p, *stand(p)) for p in gegevens[naam]] for naam in namen}
