"""One page for every act of the register: what it is about, the form, good to know."""

from collections.abc import Sequence

from django.forms import BaseForm
from django.http import HttpRequest, HttpResponse

from config.kern.fouten import Beletsel
from config.kern.htmx import toon

BLIJFT = "De oude vermelding verdwijnt niet: die blijft leesbaar, met wanneer en waarom."


def pagina(
    request: HttpRequest, form: BaseForm, *, titel: str, knop: str, terug: str, terug_tekst: str,
    boven: str = "", inleiding: str = "", feiten: Sequence[tuple[str, str]] = (),
    uitleg: Sequence[str] = (BLIJFT,), beletsel: Beletsel | None = None,
) -> HttpResponse:
    return toon(request, "register/handeling.html", {
        "titel": titel, "knop": knop, "terug": terug, "terug_tekst": terug_tekst, "boven": boven,
        "inleiding": inleiding, "feiten": feiten, "uitleg": uitleg, "beletsel": beletsel,
    }, formulier=form)
