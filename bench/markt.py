"""The opdrachtenmarkt against a bare page, on the same server (SNEL rows 1 and 2).

The bare page is one indexed query and a template of 25 rows, behind the same middleware. Given are
the ratio of their times, the number of queries and the bytes of the market.
"""

import gzip
from statistics import median, quantiles
from time import perf_counter
from typing import Any

from django.db import connection
from django.http import HttpRequest, HttpResponse
from django.template import engines
from django.test import Client, override_settings
from django.test.utils import CaptureQueriesContext
from django.urls import path

from matching.models import Publicatie
from matching.queries.markt import open_publicaties
from pdomein.models import Medewerker

KEREN = 30
KAAL = "kaal"
RIJEN = """<table>{% for m in mensen %}<tr><td>{{ m.naam }}</td><td>{{ m.functie }}</td>
<td>{{ m.personeelsnummer }}</td></tr>{% endfor %}</table>"""


def kaal(request: HttpRequest) -> HttpResponse:
    mensen = Medewerker.objects.order_by("sorteernaam")[:25]
    sjabloon = engines["django"].from_string(RIJEN)
    return HttpResponse(sjabloon.render({"mensen": mensen}, request))


urlpatterns = [path("kaal/", kaal)]


def _klant() -> Client:
    medewerker = Medewerker.objects.filter(ppp__isnull=False, gebruiker__isnull=False).first()
    klant = Client()
    klant.force_login(
        medewerker.gebruiker, backend="django.contrib.auth.backends.ModelBackend"
    )
    return klant


def _tijden(klant: Client, paden: dict[str, str]) -> dict[str, list[float]]:
    """All pages in turn, so that a busy moment of the machine hits them alike."""
    tijden: dict[str, list[float]] = {naam: [] for naam in paden}
    for keer in range(KEREN + 1):
        for naam, pad in paden.items():
            with override_settings(ROOT_URLCONF="bench.markt" if naam == KAAL else "config.urls"):
                start = perf_counter()
                antwoord = klant.get(pad)
                duur = (perf_counter() - start) * 1000
            if antwoord.status_code != 200:
                raise RuntimeError(f"{pad} gaf {antwoord.status_code}")
            if keer:
                tijden[naam].append(duur)
    return tijden


def meet() -> dict[str, Any]:
    klant = _klant()
    een = str(open_publicaties().values_list("public_id", flat=True)[0])
    tijden = _tijden(klant, {
        KAAL: "/kaal/", "markt": "/opdrachtenmarkt/",
        "zoeken": "/opdrachtenmarkt/?zoek=ecologie+vergunningen&uren=8-16",
        "detail": f"/opdrachtenmarkt/{een}/", "bord": "/procedures/?van=alle",
    })
    basis = median(tijden[KAAL])
    with CaptureQueriesContext(connection) as vragen:
        antwoord = klant.get("/opdrachtenmarkt/")
    return {
        "bench": "markt", "open_publicaties": open_publicaties().count(),
        "publicaties": Publicatie.objects.count(), "mensen": Medewerker.objects.count(),
        "mediaan_ms": round(median(tijden["markt"]), 1),
        "p95_ms": round(quantiles(tijden["markt"], n=20)[-1], 1),
        "kaal_mediaan_ms": round(basis, 1),
        "verhouding": round(median(tijden["markt"]) / basis, 2),
        **{
            f"verhouding_{naam}": round(median(tijden[naam]) / basis, 2)
            for naam in ("zoeken", "detail", "bord")
        },
        "vragen": len(vragen), "bytes": len(antwoord.content),
        "bytes_gzip": len(gzip.compress(antwoord.content)),
    }
