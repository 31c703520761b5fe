"""What happens around every request: its id, who may come in, how a refusal looks."""

import logging
import re
import uuid
from collections.abc import Callable

from django.conf import settings
from django.contrib.auth.middleware import LoginRequiredMiddleware
from django.db import DataError, IntegrityError, OperationalError
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.utils import timezone
from django.utils.cache import patch_vary_headers

from config.kern.fouten import DomeinFout
from config.kern.htmx import foutpagina, is_htmx
from config.kern.loggen import verzoek_id
from config.kern.probleem import probleem, zin_bij_database_fout

logger = logging.getLogger(__name__)
Antwoord = Callable[[HttpRequest], HttpResponseBase]

# Without login. Everything else needs one; the API asks for a token itself.
OPENBAAR = re.compile(
    r"^/(gezond|klaar|metrics|favicon\.ico|account/|api/|\.well-known/|identity/o/api/"
    r"|static/|openbaar/|kijk-mee/)"
)
_VERZOEK_ID = re.compile(r"^[\w-]{8,64}$")


class VerzoekMiddleware:
    """Give the request an id for the log, and keep every personal page out of caches."""

    def __init__(self, get_response: Antwoord) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        gekregen = request.headers.get("X-Request-ID", "")
        request.verzoek_id = gekregen if _VERZOEK_ID.match(gekregen) else uuid.uuid4().hex
        merk = verzoek_id.set(request.verzoek_id)
        try:
            antwoord = self.get_response(request)
        finally:
            verzoek_id.reset(merk)
        antwoord["X-Request-ID"] = request.verzoek_id
        if not antwoord.has_header("Cache-Control"):
            antwoord["Cache-Control"] = "no-store"
        if not antwoord.has_header("Permissions-Policy"):
            antwoord["Permissions-Policy"] = "camera=(), geolocation=(), microphone=()"
        return antwoord


class ApiMiddleware:
    """Under ``/api/`` every error is a problem document and every moment is in UTC."""

    def __init__(self, get_response: Antwoord) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        if not request.path.startswith("/api/"):
            return self.get_response(request)
        with timezone.override("UTC"):
            antwoord = self.get_response(request)
        soort = antwoord.get("Content-Type", "")
        if antwoord.status_code >= 400 and not soort.startswith("application/problem+json"):
            koppen = {k: antwoord[k] for k in ("Allow", "WWW-Authenticate") if k in antwoord}
            antwoord = probleem(antwoord.status_code, headers=koppen)
            if request.method == "HEAD":
                antwoord.content = b""
        antwoord["API-Version"] = settings.SPECTACULAR_SETTINGS["VERSION"]
        return antwoord


class InlogplichtMiddleware(LoginRequiredMiddleware):
    """Deny by default: a page is only for people who are logged in (BETROUWBAAR 9)."""

    def process_view(self, request, view_func, view_args, view_kwargs):
        if OPENBAAR.match(request.path):
            return None
        return super().process_view(request, view_func, view_args, view_kwargs)

    def handle_no_permission(self, request: HttpRequest, view_func: Callable) -> HttpResponseBase:
        antwoord = super().handle_no_permission(request, view_func)
        if is_htmx(request) and antwoord.status_code == 302:
            kop = {"HX-Redirect": antwoord["Location"]}
            return HttpResponse(status=401, headers=kop)
        return antwoord


class WeigeringMiddleware:
    """Turn a refusal that no view caught into one page with the Dutch sentence (HUIS §3)."""

    def __init__(self, get_response: Antwoord) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        antwoord = self.get_response(request)
        patch_vary_headers(antwoord, ["HX-Request"])
        return antwoord

    def process_exception(self, request: HttpRequest, fout: Exception) -> HttpResponseBase | None:
        if request.path.startswith("/api/"):
            return None
        if isinstance(fout, DomeinFout):
            return foutpagina(request, fout.status, fout.zin)
        if isinstance(
            fout, (IntegrityError, OperationalError, DataError, ValueError, OverflowError)
        ):
            bekend = zin_bij_database_fout(fout)
            if bekend is not None:
                logger.warning("Botsing in de database: %s", type(fout).__name__)
                return foutpagina(request, *bekend)
        return None
