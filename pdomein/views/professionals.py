"""Who can I call for …: the finder over published PPPs (R131, R143)."""

from collections import Counter
from collections.abc import Sequence

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse, QueryDict, StreamingHttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from config.kern import klok
from config.kern.csv_uit import csv_regels
from config.kern.facetten import Facet, facet
from pdomein import queries
from pdomein.queries.pppkring import professies
from pdomein.queries.professionals import Kenmerk, kenmerken, lees_vraag, mentoren

PER_PAGINA = 20
TEAMS_MAX = 12
WERK = {"ja": "Zoekt een nieuwe opdracht", "overleg": "Misschien, bel even"}
MENTOR = {"biedt": "Wil mentor zijn", "zoekt": "Zoekt een mentor"}


@require_safe
def professionals(request: HttpRequest) -> HttpResponse:
    dag, zoek = klok.vandaag(), request.GET.get("zoek", "").replace("\x00", "")
    vraag = lees_vraag(zoek)
    gevonden = queries.professionals(op=dag, vraag=vraag)
    facetten, ids = _facetten(kenmerken(gevonden, dag), request.GET)
    pagina = Paginator(ids, PER_PAGINA).get_page(request.GET.get("pagina"))
    rijen = {p.pk: p for p in gevonden.filter(pk__in=list(pagina))}
    return render(request, "pdomein/professionals/zoeken.html", {
        "zoek": zoek, "facetten": facetten, "pagina": pagina,
        "treffers": queries.treffers(
            [rijen[pk] for pk in pagina], op=dag, zoek=zoek, vraag=vraag
        ),
    })


def _facetten(
    mensen: Sequence[Kenmerk], gegevens: QueryDict
) -> tuple[list[Facet], list[int]]:
    """Filters with live counts, and who is left; a filter does not narrow its own counts."""
    namen = {
        "domein": ("Professioneel domein", {d.code: d.naam for d in queries.domeinen()}),
        "vak": ("Vak", {p.code: p.naam for p in professies()}),
        "werk": ("Open voor ander werk", WERK), "mentor": ("Mentor", MENTOR),
        "team": ("P-team", queries.teamnamen()),
    }
    gekozen = {n: set(gegevens.getlist(n)) & set(namen[n][1]) for n in namen}

    def past(mens: Kenmerk, zonder: str = "") -> bool:
        return all(
            n == zonder or not keuze or mens.waarden[n] & keuze for n, keuze in gekozen.items()
        )

    facetten = []
    for naam, (titel, labels) in namen.items():
        telling = Counter(w for m in mensen if past(m, naam) for w in m.waarden[naam])
        opties = [(w, labels[w], telling[w]) for w in labels if telling[w] or w in gekozen[naam]]
        if naam in {"team", "vak"}:  # the longest lists: where most were found
            opties.sort(key=lambda o: (o[0] not in gekozen[naam], -o[2], o[1]))
            opties = opties[:TEAMS_MAX]
        if opties:
            facetten.append(facet(naam, titel, opties, gekozen[naam]))
    return facetten, [m.ppp_id for m in mensen if past(m)]


@require_safe
def mentoren_csv(request: HttpRequest) -> StreamingHttpResponse:
    """For MentorConnect: who offers or asks a mentor and shows that to all colleagues (R393)."""
    kolommen = ["naam", "team", "mentor", "waarover"]
    antwoord = StreamingHttpResponse(
        csv_regels(kolommen, mentoren(klok.vandaag())),
        content_type="text/csv; charset=utf-8",
    )
    antwoord["Content-Disposition"] = 'attachment; filename="mentoren.csv"'
    return antwoord
