"""The shape that every form page of matching shares: show, run one command, answer."""

from collections.abc import Callable
from typing import Any

from django.forms import BaseForm
from django.http import HttpRequest, HttpResponse
from django.urls import reverse

from config.kern.fouten import Beletsel, Soort, eis
from config.kern.htmx import klaar, toon, uitvoeren
from matching.models import Procedure


def procedure_url(procedure: Procedure) -> str:
    return reverse("matching:procedure", args=[procedure.public_id])


def handeling(
    request: HttpRequest, *, formulier: BaseForm, opdracht: Callable[[], Any], zin: str,
    naar: str, titel: str, knop: str, inleiding: str = "", beletsel: Beletsel | None = None,
    terug: str = "", terug_tekst: str = "Terug", soort: str = "primair", leesbaar: bool = False,
    sjabloon: str = "matching/procedure/handeling.html", **gegevens: Any,
) -> HttpResponse:
    """One form, one command. A refused form comes back with its input and the sentence.

    Who has no right gets the refusal instead of the page: a form tells names and texts by itself.
    ``leesbaar``: the view has decided that this person may read the page all the same.
    """
    if beletsel is not None and beletsel.soort is Soort.RECHT and not leesbaar:
        eis(beletsel)
    if request.method == "POST" and formulier.is_valid() and uitvoeren(
        request, formulier, opdracht
    ):
        return klaar(request, zin, naar)
    gegevens |= {
        "titel": titel, "inleiding": inleiding, "knop": knop, "soort": soort,
        "beletsel": None if request.method == "POST" else beletsel,
        "terug": terug or naar, "terug_tekst": terug_tekst,
    }
    return toon(request, sjabloon, gegevens, formulier=formulier)
