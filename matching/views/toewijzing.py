"""A proposal for the whole agenda, and what another choice would cost (SCHERMEN 9)."""

import uuid

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_http_methods

from config.kern import klok
from config.kern.fouten import eis
from config.kern.htmx import klaar, toon, uitvoeren
from matching import rules_kandidaat, rules_matchtafel
from matching.domain import toewijzingsvoorstel as domein
from matching.models import Toewijzingsvoorstel
from matching.queries import matchtafel as queries


@require_http_methods(["GET", "HEAD", "POST"])
def voorstel(request: HttpRequest, id: uuid.UUID) -> HttpResponse:
    """Ask (POST), read the last one, and try: ``?vast=<punt>:<wie>``, ``?open=<punt>``."""
    sessie, dag = queries.sessie_van(id), klok.vandaag()
    eis(rules_matchtafel.mag_sessie_zien(sessie, request.actor))
    beletsel = rules_kandidaat.beletsel_toewijzing_vragen(
        sessie=sessie, aan=queries.suggesties_aan(dag), door=request.actor,
        aantal_open=len(domein.open_punten(queries.agenda_van(sessie))),
    )
    if request.method == "POST" and uitvoeren(
        request, None, lambda: domein.toewijzing_vragen(
            sessie=sessie, door=request.actor, nu=klok.nu()
        ),
    ):
        return klaar(request, "", "matching:toewijzing", id)
    laatste = queries.laatste_toewijzing(sessie)
    gegevens = {"sessie": sessie, "beletsel": beletsel, "voorstel": laatste}
    if laatste is not None:
        gegevens |= _proberen(request, laatste)
    return toon(request, "matching/matchtafel/toewijzing.html", gegevens)


def _proberen(request: HttpRequest, laatste: Toewijzingsvoorstel) -> dict[str, object]:
    """The stored answer, or the answer when these choices are fixed or these places kept open."""
    dag, bekend = klok.vandaag(), {(p["punt"], p["wie"]) for p in laatste.invoer["paren"]}
    punten = {p["punt"] for p in laatste.invoer["plaatsen"]}
    paren = [tuple(t.split(":", 1)) for t in request.GET.getlist("vast")]
    vast = {p[0]: p[1] for p in paren if p in bekend}
    open_ = punten & set(request.GET.getlist("open"))
    uitkomst = (
        domein.los_op(laatste.invoer, vast=vast, open_=open_) if vast or open_
        else laatste.uitkomst
    )
    verborgen = queries.namen_verbergen(dag) and request.GET.get("namen") != "ja"
    adres = "&".join([*(f"vast={p}:{w}" for p, w in vast.items()), *(f"open={p}" for p in open_)])
    return {
        "uitkomst": uitkomst, "probeert": bool(vast or open_), "adres": adres,
        "aantal": len(uitkomst["keuzes"]), "aantal_plaatsen": len(punten), "verborgen": verborgen,
        "regels": domein.regels_van(laatste, uitkomst, open_, dag, zonder_namen=verborgen),
        "minder": laatste.uitkomst["totaal"] - uitkomst["totaal"],
        "op_volgorde_minder": _minder_op_volgorde(laatste.uitkomst),
    }


def _minder_op_volgorde(uitkomst: dict) -> str:
    """What deciding in the order of the agenda would lose, in words (SNEL §2)."""
    gretig = uitkomst["op_volgorde"]
    leeg = len(uitkomst["keuzes"]) - gretig["aantal"]
    if leeg > 0:
        plaatsen = "1 plaats" if leeg == 1 else f"{leeg} plaatsen"
        return f"Wie de agenda op volgorde afwerkt, laat {plaatsen} meer leeg."
    if gretig["totaal"] < uitkomst["totaal"]:
        return "Wie de agenda op volgorde afwerkt, komt samen op een minder passend geheel uit."
    return "De agenda op volgorde afwerken geeft hier hetzelfde resultaat."
