"""Tokens that are the same at every call, so that scripts can keep them. Demo only."""

import hashlib
import hmac
from datetime import timedelta
from typing import Any

from allauth.idp.oidc.models import Client, Token
from django.conf import settings
from django.db import transaction
from django.utils import timezone

from config.kern.models import Demorol, Gebruiker

CLIENT = "inzet-demo"
GELDIG = timedelta(days=365)
# A token for a special scope may also read, else it could not see what it does.
BEREIK = {
    "lezen": ["lezen"],
    "schrijven": ["lezen", "schrijven"],
    "personeel": ["lezen", "personeel"],
    "register": ["lezen", "register"],
}


@transaction.atomic
def logins() -> list[dict[str, Any]]:
    """Every role of the demo with its user, password and tokens."""
    if not settings.INZET_DEMO:
        return []
    client = _client()
    return [
        {
            "rol": rol.code,
            "titel": rol.titel,
            "naam": rol.gebruiker.naam,
            "gebruiker": rol.gebruiker.username,
            "wachtwoord": settings.INZET_DEMO_WACHTWOORD,
            "tokens": _tokens(client, rol.gebruiker),
        }
        for rol in Demorol.objects.select_related("gebruiker")
    ]


@transaction.atomic
def machine() -> dict[str, Any]:
    """The client of the demo for ``grant_type=client_credentials``; its owner is a beheerder."""
    client = _client()
    tokens = _tokens(client, client.owner) if client.owner else {}
    return {"id": CLIENT, "geheim": _waarde("client"), "tokens": tokens}


def _client() -> Client:
    eigenaar = Demorol.objects.filter(code="beheer").first() or Demorol.objects.first()
    client, _ = Client.objects.get_or_create(
        pk=CLIENT, defaults={"name": "Demo van Inzet", "type": Client.Type.CONFIDENTIAL}
    )
    client.owner = eigenaar.gebruiker if eigenaar else None
    client.set_secret(_waarde("client"))
    client.set_scopes(list(BEREIK))
    client.set_default_scopes(["lezen"])
    client.grant_types = Client.GrantType.CLIENT_CREDENTIALS
    client.response_types = ""
    client.save()
    return client


def _tokens(client: Client, gebruiker: Gebruiker) -> dict[str, str]:
    return {scope: _token(client, gebruiker, scope) for scope in BEREIK}


def _token(client: Client, gebruiker: Gebruiker, scope: str) -> str:
    waarde = _waarde(f"{gebruiker.username}:{scope}")
    token = Token.objects.by_value(waarde).filter(type=Token.Type.ACCESS_TOKEN).first()
    token = token or Token(type=Token.Type.ACCESS_TOKEN)
    token.client, token.user = client, gebruiker
    token.expires_at = timezone.now() + GELDIG
    token.set_value(waarde)
    token.set_scopes(BEREIK[scope])
    token.save()
    return waarde


def _waarde(waarvan: str) -> str:
    sleutel = hmac.new(settings.SECRET_KEY.encode(), waarvan.encode(), hashlib.sha256)
    return f"demo_{sleutel.hexdigest()[:40]}"
