"""The roles, what may be combined, and the function matrix of bijlage 3."""

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from config.kern import klok
from config.kern.htmx import toon
from register.queries import catalogus as queries
from register.rules.combinaties import COMBINATIES


@require_safe
def rollen(request: HttpRequest) -> HttpResponse:
    return toon(request, "register/catalogus/rollen.html", {
        "rollen": queries.rollen(klok.vandaag()), "teamrollen": queries.TEAMROLLEN,
        "matrix": queries.matrix(), "combinaties": COMBINATIES,
    })
