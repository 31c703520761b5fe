"""The ground of the API: who calls, what the token allows, how answers and refusals look."""

import logging
from dataclasses import replace
from typing import Any

from allauth.idp.oidc.models import Token
from django.conf import settings
from django.core.exceptions import (
    PermissionDenied,
    RequestDataTooBig,
    SuspiciousOperation,
    ValidationError,
)
from django.db import DataError, IntegrityError, OperationalError
from django.http import Http404
from django.utils.module_loading import import_string
from rest_framework import exceptions, pagination, parsers
from rest_framework.authentication import BaseAuthentication, get_authorization_header
from rest_framework.permissions import SAFE_METHODS, BasePermission
from rest_framework.request import Request
from rest_framework.response import Response

from config.kern import klok
from config.kern.actor import NIEMAND
from config.kern.fouten import DomeinFout
from config.kern.probleem import probleem_gegevens, zin_bij_database_fout

logger = logging.getLogger(__name__)


class TokenAanmelding(BaseAuthentication):
    """A bearer token of a person, or of a machine acting for the owner of its client.

    The rights are read again for every request; ``request.actor.scopes`` holds what the token
    was given.
    """

    def authenticate(self, request: Request) -> tuple[Any, Token] | None:
        delen = get_authorization_header(request).split()
        if not delen or delen[0].lower() != b"bearer":
            self._neem_actor_over(request, NIEMAND)
            return None
        if len(delen) != 2:
            raise exceptions.AuthenticationFailed("De kop Authorization is niet geldig.")
        token = self._token(delen[1])
        gebruiker = token.user or (token.client and token.client.owner)
        if gebruiker is None or not gebruiker.is_active:
            raise exceptions.AuthenticationFailed("Bij dit token hoort geen actieve gebruiker.")
        actor = import_string(settings.INZET_ACTOR_LADER)(gebruiker, klok.nu())
        self._neem_actor_over(request, replace(actor, scopes=frozenset(token.get_scopes())))
        return gebruiker, token

    def authenticate_header(self, request: Request) -> str:
        return 'Bearer realm="inzet"'

    @staticmethod
    def _token(waarde: bytes) -> Token:
        try:
            tekst = waarde.decode("ascii")
        except UnicodeDecodeError:
            raise exceptions.AuthenticationFailed("Het token is niet geldig.") from None
        token = (
            Token.objects.valid().by_value(tekst).filter(type=Token.Type.ACCESS_TOKEN)
            .select_related("user", "client__owner").first()
        )
        if token is None:
            raise exceptions.AuthenticationFailed("Het token is niet geldig of verlopen.")
        return token

    @staticmethod
    def _neem_actor_over(request: Request, actor: Any) -> None:
        request._request.actor = actor


class ScopePermissie(BasePermission):
    """Reading needs ``lezen``, everything else ``schrijven``, unless the viewset says otherwise.

    ``scopes = {"create": "personeel", "GET": "register"}`` on a viewset: by action, then by
    method; ``openbaar = True`` needs no token at all.
    """

    def has_permission(self, request: Request, view: Any) -> bool:
        if getattr(view, "openbaar", False):
            return True
        if request.auth is None:
            return False
        nodig = nodige_scope(view, request.method or "GET")
        if nodig not in request.actor.scopes:
            raise exceptions.PermissionDenied(f"Dit token heeft het bereik ‘{nodig}’ niet.")
        return True


def nodige_scope(view: Any, methode: str) -> str:
    scopes = getattr(view, "scopes", {})
    gewoon = "lezen" if methode in SAFE_METHODS else "schrijven"
    return scopes.get(getattr(view, "action", None)) or scopes.get(methode) or gewoon


class JSONParser(parsers.JSONParser):
    """JSON that cannot break the program: no endless nesting, no numbers that are none."""

    def parse(self, stream: Any, media_type: Any = None, parser_context: Any = None) -> Any:
        try:
            return super().parse(stream, media_type, parser_context)
        except RecursionError:
            raise exceptions.ParseError("De JSON is te diep genest.") from None


class Paginering(pagination.PageNumberPagination):
    """``?page=2&pageSize=50``, with the neighbours in ``Link`` (API Design Rules)."""

    page_size = 25
    max_page_size = 200
    page_size_query_param = "pageSize"
    page_query_description = "Nummer van de pagina, vanaf 1."
    page_size_query_description = "Aantal resultaten per pagina, hooguit 200."
    invalid_page_message = "Deze pagina bestaat niet."

    def get_page_size(self, request: Request) -> int:
        gevraagd = request.query_params.get(self.page_size_query_param)
        if gevraagd is None:
            return self.page_size
        aantal = int(gevraagd) if gevraagd.isdecimal() and len(gevraagd) < 10 else 0
        if not 1 <= aantal <= self.max_page_size:
            raise exceptions.ValidationError(
                {"pageSize": [f"Geef een geheel getal van 1 tot en met {self.max_page_size}."]}
            )
        return aantal

    def get_page_number(self, request: Request, paginator: Any) -> int:
        gevraagd = request.query_params.get(self.page_query_param, "1")
        if not gevraagd.isdecimal() or int(gevraagd[:9]) < 1:
            raise exceptions.ValidationError({"page": ["Geef een geheel getal van 1 of hoger."]})
        return int(gevraagd[:9])

    def get_paginated_response(self, data: Any) -> Response:
        return Response(
            {"aantal": self.page.paginator.count, "resultaten": data},
            headers={"Link": ", ".join(self._links())},
        )

    def _links(self) -> list[str]:
        basis = self.request.build_absolute_uri()
        nummers = {"first": 1, "last": self.page.paginator.num_pages}
        if self.page.has_previous():
            nummers["prev"] = self.page.previous_page_number()
        if self.page.has_next():
            nummers["next"] = self.page.next_page_number()
        adressen = {
            rol: pagination.replace_query_param(basis, self.page_query_param, nummer)
            for rol, nummer in nummers.items()
        }
        return [f'<{adres}>; rel="{rol}"' for rol, adres in adressen.items()]

    def get_paginated_response_schema(self, schema: dict[str, Any]) -> dict[str, Any]:
        return {
            "type": "object",
            "required": ["aantal", "resultaten"],
            "properties": {
                "aantal": {"type": "integer", "example": 1, "description": "Aantal in totaal"},
                "resultaten": schema,
            },
        }


def probleem_antwoord(fout: Exception, context: dict[str, Any]) -> Response | None:
    """Every refusal and mistake as a problem document, with the sentence of the screen."""
    bekend = _bekend(fout)
    if bekend is None:
        logger.exception("Fout in de API: %s", type(fout).__name__)
        bekend = (500, "", [], {})
    status, detail, velden, koppen = bekend
    return Response(
        probleem_gegevens(status, detail, velden), status=status, headers=koppen,
        content_type="application/problem+json",
    )


def _bekend(fout: Exception) -> tuple[int, str, list[dict[str, str]], dict[str, str]] | None:
    if isinstance(fout, DomeinFout):
        veld = fout.beletsel.veld
        return fout.status, fout.zin, [{"name": veld, "reason": fout.zin}] if veld else [], {}
    if isinstance(fout, Http404):
        return 404, "", [], {}
    if isinstance(fout, PermissionDenied):
        return 403, "", [], {}
    if isinstance(fout, SuspiciousOperation):
        return 413 if isinstance(fout, RequestDataTooBig) else 400, "", [], {}
    if isinstance(fout, ValidationError):
        gegevens = getattr(fout, "message_dict", None) or {"": fout.messages}
        return 400, "", _velden(gegevens), {}
    if isinstance(fout, exceptions.ValidationError):
        return 400, "", _velden(fout.detail), {}
    if isinstance(fout, exceptions.APIException):
        koppen = {}
        if getattr(fout, "auth_header", None):
            koppen["WWW-Authenticate"] = fout.auth_header
        if getattr(fout, "wait", None):
            koppen["Retry-After"] = str(int(fout.wait))
        eigen = isinstance(fout, (exceptions.PermissionDenied, exceptions.AuthenticationFailed))
        leesfout = isinstance(fout, exceptions.ParseError)
        detail = str(fout.detail) if eigen or leesfout else ""
        return fout.status_code, detail, [], koppen
    if isinstance(fout, (IntegrityError, OperationalError, DataError, ValueError, OverflowError)):
        gevonden = zin_bij_database_fout(fout)
        if gevonden is not None:
            return *gevonden, [], {}
    return None


def _velden(detail: Any, pad: str = "") -> list[dict[str, str]]:
    """Flatten nested messages to ``{"name": "a.0.b", "reason": "…"}``."""
    if isinstance(detail, dict):
        paren = [(str(sleutel), waarde) for sleutel, waarde in detail.items()]
    elif isinstance(detail, list) and any(isinstance(d, (dict, list)) for d in detail):
        paren = [(str(nummer), waarde) for nummer, waarde in enumerate(detail)]
    else:
        zinnen = detail if isinstance(detail, list) else [detail]
        return [{"name": pad, "reason": str(zin)} for zin in zinnen]
    regels: list[dict[str, str]] = []
    for sleutel, waarde in paren:
        deel = "" if sleutel in {"non_field_errors", "__all__", ""} else sleutel
        regels += _velden(waarde, ".".join(d for d in (pad, deel) if d))
    return regels
