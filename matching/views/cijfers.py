"""The figures of matching for the P-beraad, on screen and as CSV (R108, R258, R259, R279)."""

from datetime import date, timedelta

from django.http import HttpRequest, HttpResponse, StreamingHttpResponse
from django.views.decorators.http import require_safe

from config.kern import klok
from config.kern.csv_uit import csv_regels
from config.kern.fouten import eis
from config.kern.grafieken import Reeks
from config.kern.htmx import toon
from config.kern.opmaak import dag_compact
from matching.enums import WervingSoort
from matching.forms_markt import PeriodeForm
from matching.queries.cijfers import Matchcijfers, matchcijfers
from matching.rules.cijfers import beletsel_cijfers_inzien, beletsel_eerlijkheid_inzien

WEKEN_OP_DE_KAART = 26
KOLOMMEN = ["van", "tot en met", "onderdeel", "wat", "waarde", "eenheid"]


def _periode(formulier: PeriodeForm, vandaag: date) -> tuple[date, date]:
    """What was asked, end excluded; else the last year up to and including today."""
    if formulier.is_valid():
        return formulier.cleaned_data["van"], formulier.cleaned_data["tot_en_met"] + timedelta(1)
    return vandaag - timedelta(days=364), vandaag + timedelta(days=1)


@require_safe
def tonen(request: HttpRequest) -> HttpResponse:
    eis(beletsel_cijfers_inzien(door=request.actor))
    vandaag = klok.vandaag()
    gevraagd = {"van": vandaag - timedelta(days=364), "tot_en_met": vandaag}
    formulier = PeriodeForm(request.GET if "van" in request.GET else None, initial=gevraagd)
    cijfers = matchcijfers(*_periode(formulier, vandaag), vandaag)
    weken = cijfers.per_week[-WEKEN_OP_DE_KAART:]
    return toon(request, "matching/cijfers.html", {
        "cijfers": cijfers,
        "mag_eerlijkheid": beletsel_eerlijkheid_inzien(door=request.actor) is None,
        "csv": f"?van={cijfers.van}&tot_en_met={cijfers.laatste_dag}",
        "weken": [dag_compact(week) for week, _ in weken],
        "reeksen": [Reeks("Publicaties", [n for _, n in weken], "vlak")],
        "soorten": [s.label for s in WervingSoort],
        "werving": [
            (naam, [per.get(s, 0) for s in WervingSoort])
            for naam, per in cijfers.werving_competenties
        ],
    }, formulier=formulier)


@require_safe
def export(request: HttpRequest) -> HttpResponse:
    eis(beletsel_cijfers_inzien(door=request.actor))
    vandaag = klok.vandaag()
    cijfers = matchcijfers(*_periode(PeriodeForm(request.GET), vandaag), vandaag)
    antwoord = StreamingHttpResponse(
        csv_regels(KOLOMMEN, _rijen(cijfers)), content_type="text/csv; charset=utf-8"
    )
    antwoord["Content-Disposition"] = f'attachment; filename="matching-{cijfers.van}.csv"'
    return antwoord


def _rijen(cijfers: Matchcijfers) -> list[dict[str, object]]:
    return [
        {"van": cijfers.van, "tot en met": cijfers.laatste_dag, "onderdeel": c.onderdeel,
         "wat": c.wat, "waarde": c.waarde, "eenheid": c.eenheid}
        for c in cijfers.regels()
    ]
