"""The pages for what Django itself refuses."""

from django.http import HttpRequest, HttpResponse

from config.kern.htmx import foutpagina
from config.kern.probleem import probleem


def _antwoord(request: HttpRequest, status: int, zin: str = "") -> HttpResponse:
    if request.path.startswith("/api/"):
        return probleem(status, zin)
    return foutpagina(request, status, zin)


def ongeldig(request: HttpRequest, exception: Exception) -> HttpResponse:
    return _antwoord(request, 400)


def verboden(request: HttpRequest, exception: Exception) -> HttpResponse:
    return _antwoord(request, 403)


def niet_gevonden(request: HttpRequest, exception: Exception) -> HttpResponse:
    return _antwoord(request, 404)


def csrf_mislukt(request: HttpRequest, reason: str = "") -> HttpResponse:
    return _antwoord(
        request, 403,
        "Deze pagina stond te lang open of kwam van een andere website. Ga terug, laad de pagina "
        "opnieuw en probeer het nog eens.",
    )
