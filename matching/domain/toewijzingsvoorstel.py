"""A joint proposal for the agenda of one session: asked for, logged, and free to leave (R355)."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db import transaction

from config.kern.actor import Actor
from config.kern.domain.logboek import noteer
from config.kern.fouten import eis
from config.kern.queries import instelling
from config.kern.werkdagen import lokale_dag
from matching import rules_kandidaat as rules
from matching.domain.kaarten import meet
from matching.domain.matchtafel import vergrendel
from matching.domain.rangschikking import voorstel as in_woorden
from matching.domain.toewijzing import (
    PER_PLAATS,
    Paar,
    Plaats,
    Toewijzing,
    gretig,
    kosten_van,
    precies,
    snel,
)
from matching.enums import Route, Uitkomst
from matching.models import Agendapunt, MatchtafelSessie, Toewijzingsvoorstel
from matching.queries import matchtafel as queries
from matching.queries_rangschikking import Rij, Vraag, vraag_van

ALTERNATIEVEN = 3
# So many places get the price of their alternatives at once; above it, one by one when tried.
METEEN = 15


@transaction.atomic
def toewijzing_vragen(
    *, sessie: MatchtafelSessie, door: Actor, nu: datetime
) -> Toewijzingsvoorstel:
    """Work out the best joint proposal for what is still open; nothing is put on the table."""
    sessie = vergrendel(sessie)
    dag = lokale_dag(nu)
    punten = open_punten(queries.agenda_van(sessie))
    eis(rules.beletsel_toewijzing_vragen(
        sessie=sessie, aan=queries.suggesties_aan(dag), aantal_open=len(punten), door=door
    ))
    invoer = _invoer(punten, door, dag)
    voorstel = Toewijzingsvoorstel.objects.create(
        sessie=sessie, gevraagd_op=nu, gevraagd_door_naam=door.naam, invoer=invoer,
        uitkomst=los_op(invoer, alternatieven=True),
    )
    noteer("toewijzing_gevraagd", op=sessie, door=door, nu=nu, plaatsen=len(punten),
           vervuld=len(voorstel.uitkomst["keuzes"]))
    return voorstel


def open_punten(punten: list[Agendapunt]) -> list[Agendapunt]:
    """Team places without an outcome, and those for which the table chose somebody already."""
    return [
        p for p in punten
        if p.procedure.route == Route.TEAM and p.uitkomst in ("", Uitkomst.GEMATCHT)
    ]


def _invoer(punten: list[Agendapunt], door: Actor, dag: date) -> dict[str, Any]:
    """One ranking per place: its thirty best, and everybody who lies on the table for it."""
    plaatsen, paren, vast = [], [], {}
    for punt in punten:
        vraag = vraag_van(punt.procedure, dag)
        plaatsen.append({
            "punt": str(punt.public_id), "titel": vraag.titel, "fte": int(vraag.fte * 1000),
            "begin": vraag.begin.isoformat(),
            "einde": vraag.einde.isoformat() if vraag.einde else None,
        })
        kandidaten = queries.kandidaten_van(punt)
        rijen = meet(vraag, door, dag, top=PER_PLAATS).rijen
        al = {r.medewerker_id for r in rijen}
        rest = [k.medewerker_id for k in kandidaten if k.medewerker_id not in al]
        erbij = meet(vraag, door, dag, rest).rijen if rest else ()
        paren += [_paar(punt, vraag, r) for r in (*rijen, *erbij)]
        gekozen = next((k for k in kandidaten if k.gekozen), None)
        if gekozen and gekozen.medewerker_id in al | {r.medewerker_id for r in erbij}:
            vast[str(punt.public_id)] = str(gekozen.medewerker.public_id)
    return {
        "dag": dag.isoformat(), "plaatsen": plaatsen, "paren": paren, "vast": vast,
        "seconden": instelling("TOEWIJZING_SECONDEN", op=dag),
    }


def _paar(punt: Agendapunt, vraag: Vraag, rij: Rij) -> dict[str, Any]:
    return {
        "punt": str(punt.public_id), "wie": rij.public_id, "waarde": sum(rij.bijdragen.values()),
        "vrij": int(rij.vrij * 1000), "reageerde": rij.reageerde,
        "buiten_niveau": rij.buiten_niveau, "waarom": in_woorden(vraag, rij).waarom,
    }


def los_op(
    invoer: dict[str, Any], *, vast: dict[str, str] | None = None, open_: set[str] | None = None,
    alternatieven: bool = False,
) -> dict[str, Any]:
    """Solve from the stored input alone, so that 'what if' needs no new look at people.

    ``open_`` are places that the table keeps for somebody it will name later (a place-holder).
    """
    plaatsen, paren = _gegevens(invoer, open_ or set())
    vast = {**invoer["vast"], **(vast or {})}
    vast = {punt: wie for punt, wie in vast.items() if punt not in (open_ or set())}
    beste = precies(plaatsen, paren, vast=vast, seconden=invoer["seconden"])
    uitkomst = {
        "keuzes": dict(beste.keuzes), "totaal": beste.totaal, "afstand": beste.afstand,
        "is_precies": beste.is_precies, "vast": vast,
        "op_volgorde": _kort(gretig(plaatsen, paren, vast=vast)),
        "snel": _kort(snel(plaatsen, paren)),
    }
    if alternatieven and len(plaatsen) <= METEEN:
        uitkomst["alternatieven"] = _alternatieven(plaatsen, paren, beste, vast)
    return uitkomst


def _kort(uit: Toewijzing) -> dict[str, int]:
    return {"aantal": uit.aantal, "totaal": uit.totaal}


def _gegevens(invoer: dict[str, Any], open_: set[str]) -> tuple[list[Plaats], list[Paar]]:
    plaatsen = [
        Plaats(
            p["punt"], p["titel"], p["fte"], date.fromisoformat(p["begin"]),
            date.fromisoformat(p["einde"]) if p["einde"] else None,
        )
        for p in invoer["plaatsen"] if p["punt"] not in open_
    ]
    paren = [Paar(p["punt"], p["wie"], p["waarde"], p["vrij"]) for p in invoer["paren"]]
    return plaatsen, [p for p in paren if p.punt not in open_]


def _alternatieven(
    plaatsen: list[Plaats], paren: list[Paar], beste: Toewijzing, vast: dict[str, str]
) -> list[dict[str, Any]]:
    """For each free place the best others, with what the rest loses when the table takes them."""
    uit = []
    for plaats in plaatsen:
        if plaats.punt in vast:
            continue
        kansen = [
            p for p in paren
            if p.punt == plaats.punt and p.vrij >= plaats.fte
            and p.wie != beste.keuzes.get(plaats.punt)
        ]
        for paar in sorted(kansen, key=lambda p: (-p.waarde, p.wie))[:ALTERNATIEVEN]:
            kosten = kosten_van(plaatsen, paren, beste, paar.punt, paar.wie, vast=vast)
            uit.append({
                "punt": kosten.punt, "wie": kosten.wie, "verlies": kosten.verlies,
                "gevolgen": [list(g) for g in kosten.gevolgen],
            })
    return uit


@dataclass(frozen=True, slots=True)
class Anders:
    """Another person for a place, and in words what that does to the other places."""

    wie: str
    naam: str
    zin: str


@dataclass(frozen=True, slots=True)
class Voorstelregel:
    """One place of the proposal as the page shows it."""

    punt: str
    nummer: int
    titel: str
    wie: str
    naam: str
    pteam: str
    waarom: str
    reageerde: bool
    buiten_niveau: bool
    is_vast: bool
    is_open: bool
    was: str
    anders: tuple[Anders, ...]


def regels_van(
    voorstel: Toewijzingsvoorstel, uitkomst: dict[str, Any], open_: set[str], dag: date, *,
    zonder_namen: bool,
) -> list[Voorstelregel]:
    """The proposal in words; without names it shows place-holders: somebody of a P-team."""
    invoer = voorstel.invoer
    paren = {(p["punt"], p["wie"]): p for p in invoer["paren"]}
    wie = queries.wie_zijn(list({p["wie"] for p in invoer["paren"]}), dag)
    namen = {
        k: (f"Iemand uit P-team {w.pteam}" if w.pteam else "Iemand") if zonder_namen else w.naam
        for k, w in wie.items()
    }
    nummers = {p["punt"]: n for n, p in enumerate(invoer["plaatsen"], 1)}
    eerder = voorstel.uitkomst["keuzes"]
    regels = []
    for plaats in invoer["plaatsen"]:
        punt = plaats["punt"]
        keuze = uitkomst["keuzes"].get(punt, "")
        paar = paren.get((punt, keuze), {})
        was = eerder.get(punt, "")
        regels.append(Voorstelregel(
            punt=punt, nummer=nummers[punt], titel=plaats["titel"], wie=keuze,
            naam=namen.get(keuze, ""), pteam=wie[keuze].pteam if keuze in wie else "",
            waarom=paar.get("waarom", ""), reageerde=paar.get("reageerde", False),
            buiten_niveau=paar.get("buiten_niveau", False), is_vast=punt in uitkomst["vast"],
            is_open=punt in open_,
            was=namen.get(was, "niemand") if was != keuze and punt not in open_ else "",
            anders=tuple(
                Anders(a["wie"], namen.get(a["wie"], "Iemand"), gevolg(a, namen, nummers))
                for a in uitkomst.get("alternatieven", ()) if a["punt"] == punt
            ),
        ))
    return regels


def gevolg(afwijking: dict[str, Any], namen: dict[str, str], nummers: dict[str, int]) -> str:
    """'Kies je B, dan verliest plaats 3 A; daar komt C.'"""
    begin = f"Kies je {namen.get(afwijking['wie'], 'deze collega')}, dan "
    delen = []
    for punt, was, wordt in afwijking["gevolgen"]:
        plaats = f"plaats {nummers[punt]}"
        if was and wordt:
            delen.append(f"verliest {plaats} {namen[was]}; daar komt {namen[wordt]}")
        elif was:
            delen.append(f"verliest {plaats} {namen[was]} en blijft leeg")
        else:
            delen.append(f"krijgt {plaats} {namen[wordt]}")
    if not delen:
        return begin + "verandert er bij de andere plaatsen niets."
    return begin + ", ".join(delen) + "."
