"""Beraden over REST: the same commands, and nobody sees more than on the screen."""

from datetime import timedelta

import pytest
from allauth.idp.oidc.models import Client as ApiClient
from allauth.idp.oidc.models import Token
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from config.kern.actor import SYSTEEM
from config.kern.domain.afwijking import afwijking_vastleggen
from config.kern.domain.beraad import punt_inbrengen
from config.kern.enums import GremiumSoort as G
from opgaven.domain.penc import momentopname_bevriezen, penc_moment_vastleggen
from opgaven.models import Idee, Knelpunt
from tests.factories.kern import NU, VANDAAG, GremiumFactory
from tests.factories.opgaven import ODomeinFactory
from tests.factories.pdomein import MedewerkerFactory
from tests.factories.register import RolFactory

pytestmark = pytest.mark.django_db
V1 = "/api/v1"


@pytest.fixture(autouse=True)
def _vandaag(monkeypatch):
    monkeypatch.setattr("config.kern.klok.nu", lambda: NU)


@pytest.fixture
def als():
    def maak(rol=None, op=None):
        medewerker = MedewerkerFactory()
        if rol:
            RolFactory(rol_code=rol, op=op, medewerker=medewerker, uitzondering="Test")
        client, _ = ApiClient.objects.get_or_create(pk="test", defaults={"name": "Test"})
        token = Token(
            type=Token.Type.ACCESS_TOKEN, client=client, user=medewerker.gebruiker,
            expires_at=timezone.now() + timedelta(hours=1),
        )
        waarde = f"test_{medewerker.pk}"
        token.set_value(waarde)
        token.set_scopes(["lezen", "schrijven"])
        token.save()
        return Client(headers={"authorization": f"Bearer {waarde}"})

    return maak


def stuur(client, pad, **gegevens):
    return client.post(f"{V1}/{pad}", gegevens, content_type="application/json")


def lees(client, pad):
    antwoord = client.get(f"{V1}/{pad}")
    assert antwoord.status_code == 200
    return antwoord.json()


def test_points_are_for_the_circle_of_the_beraad(als):
    beraad = GremiumFactory(soort=G.O_BERAAD)
    secretaris, gewoon = als("secretaris", beraad), als()
    punt = {"gremium": beraad.code, "soort": "dilemma", "onderwerp": "O", "toelichting": "T"}
    assert stuur(gewoon, "beraadspunten", **punt).status_code == 403
    antwoord = stuur(secretaris, "beraadspunten", **punt)
    assert (antwoord.status_code, antwoord.json()["status"]) == (201, "ingebracht")
    assert lees(gewoon, "beraadspunten")["aantal"] == 0
    assert lees(secretaris, "beraadspunten")["aantal"] == 1
    assert gewoon.get(f"{V1}/beraadspunten/{antwoord.json()['id']}").status_code == 404


def test_a_bottleneck_comes_in_by_machine(als):
    GremiumFactory(soort=G.PROGRAMMEERBERAAD)
    recruiter = als("recruiter")
    vorm = {"titel": "Ecologen", "omschrijving": "o", "bron": "matchtafel", "fte": "1.50"}
    assert stuur(als(), "knelpunten", **vorm).status_code == 403
    assert stuur(recruiter, "knelpunten", **vorm).json()["status"] == "open"
    assert stuur(recruiter, "knelpunten", **vorm).status_code == 409
    assert Knelpunt.objects.count() == 1
    assert lees(als(), "knelpunten")["aantal"] == 1


def test_ideas_are_seen_by_who_sent_and_who_answers(als):
    odomein = ODomeinFactory()
    collega, dd, gewoon = als(), als("domeindirecteur", odomein), als()
    antwoord = stuur(collega, "ideeen", titel="I", voorstel="v", odomein=odomein.code)
    assert antwoord.status_code == 201
    assert stuur(collega, "ideeen", titel="J", voorstel="v").status_code == 400
    assert [lees(c, "ideeen")["aantal"] for c in (collega, dd, gewoon)] == [1, 1, 0]
    assert Idee.objects.count() == 1


def test_deviations_and_frozen_figures(als):
    afwijking_vastleggen(
        regel="maatwerk", waarover="w", reden="r", herziening_op=VANDAAG + timedelta(days=9),
        door=SYSTEEM, nu=NU,
    )
    moment = penc_moment_vastleggen(
        soort="begroting", begrotingsjaar=2027, peildatum=VANDAAG, naar_gs=VANDAAG,
        naar_ps=VANDAAG, door=SYSTEEM, nu=NU,
    )
    momentopname_bevriezen(moment=moment, door=SYSTEEM, nu=NU)
    gewoon, auditor = als(), als("auditor")
    assert [lees(c, "afwijkingen")["aantal"] for c in (gewoon, auditor)] == [0, 1]
    rij = lees(gewoon, "momentopnamen")["resultaten"][0]
    assert (rij["product"], "Aandacht" in rij["cijfers"]) == ("begroting", True)


def test_lists_ask_as_much_for_one_as_for_three(als):
    beraad = GremiumFactory(soort=G.O_BERAAD)
    client = als("secretaris", beraad)

    def tel(n):
        punt_inbrengen(
            gremium=beraad, soort="dilemma", onderwerp=f"p{n}", toelichting="t", door=SYSTEEM,
            nu=NU,
        )
        with CaptureQueriesContext(connection) as gevangen:
            lees(client, "beraadspunten")
        return len(gevangen)

    tel(0)
    assert tel(1) == tel(2)
