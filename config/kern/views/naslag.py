"""The readable reference of the API, made from its own description; no script, no CDN."""

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from config.kern.api.beschrijving import hoofdstukken, schema
from config.kern.htmx import toon


@login_not_required
@require_safe
def naslag(request: HttpRequest) -> HttpResponse:
    beschrijving = schema()
    gegevens = {"info": beschrijving["info"], "hoofdstukken": hoofdstukken(beschrijving)}
    return toon(request, "kern/naslag.html", gegevens)
