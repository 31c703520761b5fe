"""The fairness of matching for the P-beraad, on screen and as CSV (R109, R258)."""

from datetime import date, timedelta

from django.http import HttpRequest, HttpResponse, StreamingHttpResponse
from django.views.decorators.http import require_safe

from config.kern import klok
from config.kern.csv_uit import csv_regels
from config.kern.fouten import eis
from config.kern.htmx import toon
from matching.forms_markt import PeriodeForm
from matching.queries.eerlijkheid import (
    INDELINGEN,
    STAPPEN,
    TITELS,
    UITLEG,
    Eerlijkheid,
    eerlijkheid,
)
from matching.rules.cijfers import beletsel_eerlijkheid_inzien

KOLOMMEN = ["van", "tot en met", "indeling", "groep", "mensen", *STAPPEN]


def _rapport(request: HttpRequest) -> tuple[PeriodeForm, Eerlijkheid]:
    vandaag = klok.vandaag()
    jaar = {"van": vandaag - timedelta(days=364), "tot_en_met": vandaag}
    formulier = PeriodeForm(request.GET if "van" in request.GET else None, initial=jaar)
    periode = formulier.cleaned_data if formulier.is_valid() else jaar
    van, laatste = periode["van"], periode["tot_en_met"]
    return formulier, eerlijkheid(van, laatste + timedelta(days=1), vandaag)


@require_safe
def tonen(request: HttpRequest) -> HttpResponse:
    eis(beletsel_eerlijkheid_inzien(door=request.actor))
    formulier, rapport = _rapport(request)
    laatste: date = rapport.tot - timedelta(days=1)
    return toon(request, "matching/eerlijkheid.html", {
        "rapport": rapport, "titels": [TITELS[s] for s in STAPPEN],
        "uitleg": [(TITELS[s], UITLEG[s]) for s in STAPPEN],
        "csv": f"?van={rapport.van}&tot_en_met={laatste}",
        "totaalrij": [_rij(rapport.totaal)],
        "tabellen": [
            (titel, [_rij(g) for g in rapport.groepen[soort]], rapport.verborgen[soort])
            for soort, titel in INDELINGEN.items()
        ],
    }, formulier=formulier)


def _rij(groep) -> tuple[str, int, list[tuple[int, float, str]]]:
    """Name, size, and per step the number, out of ten, and what the column is called."""
    return groep.naam, groep.mensen, [
        (groep.stappen[s], groep.per_tien[s] if groep.mensen else 0, TITELS[s]) for s in STAPPEN
    ]


@require_safe
def export(request: HttpRequest) -> HttpResponse:
    eis(beletsel_eerlijkheid_inzien(door=request.actor))
    _, rapport = _rapport(request)
    antwoord = StreamingHttpResponse(
        csv_regels(KOLOMMEN, _rijen(rapport)), content_type="text/csv; charset=utf-8"
    )
    antwoord["Content-Disposition"] = f'attachment; filename="eerlijkheid-{rapport.van}.csv"'
    return antwoord


def _rijen(rapport: Eerlijkheid) -> list[dict[str, object]]:
    return [
        {
            "van": rapport.van, "tot en met": rapport.tot - timedelta(days=1),
            "indeling": INDELINGEN[soort], "groep": g.naam, "mensen": g.mensen, **g.stappen,
        }
        for soort, groepen in rapport.groepen.items() for g in groepen
    ]
