"""The two axes that every page of the register keeps in its address."""

from collections.abc import Iterable
from datetime import date, timedelta
from typing import Any
from urllib.parse import urlencode

from django.http import HttpRequest

from config.kern import klok
from config.kern.fouten import eis, invoer
from register.forms import MomentForm
from register.queries.bevoegdheid import kennismoment
from register.queries.schermen import Moment
from register.rules import beletsel_register_inzien

MARGE = timedelta(days=60)


def moment_van(request: HttpRequest) -> Moment:
    """The day and the knowledge the reader asked for; the past of knowing needs a right (R192)."""
    vandaag = klok.vandaag()
    form = MomentForm(request.GET)
    if not form.is_valid():
        eis(invoer("Vul bij geldig op en bekend op een datum in, zoals 9-6-2026."))
    dag = form.cleaned_data["geldig_op"] or vandaag
    bekend = form.cleaned_data["bekend_op"]
    if bekend is None or bekend >= vandaag:
        bekend = None
    else:
        eis(beletsel_register_inzien(request.actor))
    gekozen = {"geldig_op": dag if dag != vandaag else None, "bekend_op": bekend}
    staart = urlencode({k: d.isoformat() for k, d in gekozen.items() if d})
    return Moment(
        dag=dag, bekend_op=kennismoment(bekend) if bekend else None, bekend_dag=bekend,
        is_vandaag=dag == vandaag and bekend is None, staart=f"?{staart}" if staart else "",
    )


def gegevens_van(request: HttpRequest, moment: Moment) -> dict[str, Any]:
    """What the head of every page of the register needs."""
    return {
        "moment": moment,
        "beletsel_inzien": beletsel_register_inzien(request.actor),
        "momentrest": [
            (k, w) for k, ws in request.GET.lists() for w in ws
            if k not in {"geldig_op", "bekend_op", "pagina"}
        ],
    }


def spanne(regels: Iterable[Any], dag: date) -> tuple[date, date]:
    """From the first day to some time after the last, for the picture."""
    dagen = [d for r in regels for d in (r.begin_geldigheid, r.einde_geldigheid) if d] + [dag]
    return min(dagen) - timedelta(days=10), max(dagen) + MARGE
