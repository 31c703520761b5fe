"""Tokens of people, to call the API of the register with."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from allauth.idp.oidc.models import Client as ApiClient
from allauth.idp.oidc.models import Token
from django.test import Client
from django.utils import timezone

from pdomein.models import Medewerker


@pytest.fixture
def api(db: None) -> Callable[..., Client]:
    """``api(medewerker, "lezen")`` calls with a token of this person with these scopes."""

    def maak(medewerker: Medewerker, *scopes: str) -> Client:
        client, _ = ApiClient.objects.get_or_create(pk="test", defaults={"name": "Test"})
        token = Token(
            type=Token.Type.ACCESS_TOKEN, client=client, user=medewerker.gebruiker,
            expires_at=timezone.now() + timedelta(hours=1),
        )
        waarde = f"test_{medewerker.pk}_{'_'.join(scopes)}"
        token.set_value(waarde)
        token.set_scopes(list(scopes))
        token.save()
        return Client(headers={"authorization": f"Bearer {waarde}"})

    return maak
