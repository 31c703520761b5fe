"""A small P-domein: one team with a P-manager, a member, and somebody from elsewhere."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta

import pytest
from allauth.idp.oidc.models import Client as ApiClient
from allauth.idp.oidc.models import Token
from django.test import Client
from django.utils import timezone

from config.kern.models import Gebruiker
from pdomein.models import Medewerker, PTeam
from tests.factories.pdomein import MedewerkerFactory, PTeamFactory


@dataclass(frozen=True)
class Wereld:
    pteam: PTeam
    ander_team: PTeam
    pmanager: Medewerker
    lid: Medewerker
    collega: Medewerker


@pytest.fixture
def wereld(db: None) -> Wereld:
    pmanager = MedewerkerFactory(naam="Petra van den Berg")
    pteam = PTeamFactory(naam="Ecologie", pmanager=pmanager)
    ander_team = PTeamFactory(naam="Geodata", pmanager=MedewerkerFactory(naam="Otto Prins"))
    return Wereld(
        pteam=pteam, ander_team=ander_team, pmanager=pmanager,
        lid=MedewerkerFactory(naam="Lies de Wit", pteam=pteam),
        collega=MedewerkerFactory(naam="Cas Mol", pteam=ander_team),
    )


@pytest.fixture
def browser(ingelogd: Callable[[Gebruiker], Client]) -> Callable[[Medewerker], Client]:
    return lambda medewerker: ingelogd(medewerker.gebruiker)


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
