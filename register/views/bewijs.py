"""The page of proof: the chain, its anchors, and everything to check them elsewhere."""

import json
from collections.abc import Iterator
from pathlib import Path

from django.http import HttpRequest, HttpResponse, StreamingHttpResponse
from django.views.decorators.http import require_POST, require_safe

from config.kern import klok
from config.kern.htmx import klaar, toon, uitvoeren
from register import nakijken as los
from register.domain import anker
from register.queries import toezicht
from register.rules import eis_inzien
from register.rules.toezicht import beletsel_nu_nakijken

AANTAL_ANKERS = 14


@require_safe
def tonen(request: HttpRequest) -> HttpResponse:
    eis_inzien(request.actor)
    aantal = toezicht.aantal_schakels()
    return toon(request, "register/bewijs/tonen.html", {
        "aantal": aantal, "ankers": toezicht.ankers()[:AANTAL_ANKERS],
        "controle": toezicht.laatste_controle(),
        "beletsel": beletsel_nu_nakijken(aantal=aantal, door=request.actor),
    })


@require_POST
def nakijken(request: HttpRequest) -> HttpResponse:
    beletsel = beletsel_nu_nakijken(aantal=toezicht.aantal_schakels(), door=request.actor)
    uitkomst = None if beletsel else uitvoeren(
        request, None, lambda: anker.keten_controleren(door=request.actor, nu=klok.nu())
    )
    goed = uitkomst is not None and uitkomst[1] is None
    zin = f"De keten klopt: {uitkomst[0]} schakels nagekeken." if goed else ""
    return klaar(request, zin, "register:bewijs")


def _regels() -> Iterator[str]:
    for schakel in toezicht.schakels_vanaf():
        yield json.dumps({
            "volgnummer": schakel.volgnummer, "vorigeHash": schakel.vorige_hash,
            "hash": schakel.hash, "inhoud": schakel.inhoud,
        }, ensure_ascii=False) + "\n"


def _download(inhoud: Iterator[str], naam: str) -> StreamingHttpResponse:
    return StreamingHttpResponse(inhoud, content_type="application/jsonl", headers={
        "Content-Disposition": f'attachment; filename="{naam}"',
    })


@require_safe
def keten_bestand(request: HttpRequest) -> StreamingHttpResponse:
    eis_inzien(request.actor)
    return _download(_regels(), "keten.jsonl")


@require_safe
def ankers_bestand(request: HttpRequest) -> StreamingHttpResponse:
    eis_inzien(request.actor)
    rijen = toezicht.ankers().order_by("dag")
    return _download((f"{anker.regel(rij)}\n" for rij in rijen), "ankers.jsonl")


@require_safe
def nakijken_bestand(request: HttpRequest) -> HttpResponse:
    """The small program that checks the files without Inzet."""
    return HttpResponse(
        Path(los.__file__).read_text(), content_type="text/plain; charset=utf-8",
        headers={"Content-Disposition": 'attachment; filename="nakijken.py"'},
    )
