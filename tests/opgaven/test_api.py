"""The work over REST: the same acts, the same sentences (R001, R004, R019, R052, R204, R219)."""

from datetime import timedelta

import pytest
from allauth.idp.oidc.models import Client as ApiClient
from allauth.idp.oidc.models import Token
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from config.kern.actor import SYSTEEM
from config.kern.enums import GremiumSoort
from opgaven.domain.besluitenlijst import opdracht_agenderen
from opgaven.models import Capaciteitsvraag, Opdracht
from opgaven.queries import odomein_van
from register.enums import RolCode
from tests.factories.kern import NU, VANDAAG, GremiumFactory
from tests.factories.opgaven import (
    ODomeinFactory,
    OpdrachtFactory,
    OpgaveFactory,
    lijst_van,
)
from tests.factories.pdomein import CompetentieFactory, MedewerkerFactory
from tests.factories.register import RolFactory

pytestmark = pytest.mark.django_db

V1 = "/api/v1"
PROFIEL = {
    "naam": "Laadpalen", "label": "dynamisch", "soort": "product", "begrotingscode": "BC-7",
    "budgetMaterieel": "12500.50", "capaciteitFte": "1.50", "begin": "2026-07-01",
    "einde": "2027-01-01", "waarom": "Daarom",
}


@pytest.fixture(autouse=True)
def _vandaag(monkeypatch):
    monkeypatch.setattr("config.kern.klok.nu", lambda: NU)


@pytest.fixture
def als():
    """``als("aog", opdracht)`` calls with a token of somebody who holds that role."""

    def maak(rol=None, op=None, scopes=("lezen", "schrijven")):
        medewerker = MedewerkerFactory()
        if rol:
            RolFactory(
                rol_code=rol, op=op, medewerker=medewerker, uitzondering="Voor de test"
            )
        client, _ = ApiClient.objects.get_or_create(pk="test", defaults={"name": "Test"})
        token = Token(
            type=Token.Type.ACCESS_TOKEN, client=client, user=medewerker.gebruiker,
            expires_at=timezone.now() + timedelta(hours=1),
        )
        waarde = f"test_{medewerker.pk}"
        token.set_value(waarde)
        token.set_scopes(list(scopes))
        token.save()
        return Client(headers={"authorization": f"Bearer {waarde}"})

    return maak


@pytest.fixture
def dd(als):
    return lambda opgave: als(RolCode.DOMEINDIRECTEUR, odomein_van(opgave, VANDAAG))


def stuur(client, pad, inhoud=None, methode="post"):
    return getattr(client, methode)(
        f"{V1}/{pad}", data=inhoud or {}, content_type="application/json"
    )


def test_boom_shows_five_levels(als):
    """R001, R019."""
    opdracht = OpdrachtFactory(code="O1")
    OpdrachtFactory(bovenliggende=opdracht, code="O1.1", leeg=True)
    boom = als().get(f"{V1}/opgaven/boom").json()
    ambitie = boom["ambities"][0]
    opgave = ambitie["doelen"][0]["opgaven"][0]
    assert (boom["begrotingsjaar"], opgave["naam"]) == (2026, opdracht.opgave.naam)
    assert opgave["opdrachten"][0]["code"] == "O1"
    assert opgave["opdrachten"][0]["deelopdrachten"][0]["code"] == "O1.1"
    assert als().get(f"{V1}/opgaven/boom", {"begrotingsjaar": "1999"}).status_code == 404


def test_the_begroting_is_read_only(als):
    """R004."""
    client, opgave = als(RolCode.BEHEERDER), OpgaveFactory()
    for methode in ("patch", "put", "delete"):
        pad = f"opgaven/{opgave.public_id}"
        assert stuur(client, pad, {"naam": "X"}, methode).status_code == 405
    assert stuur(client, "opgaven", {"naam": "X"}).status_code == 405


def test_opdrachten_filter_by_label_status_odomein_and_words(als):
    """R011, R052."""
    client = als()
    een = OpdrachtFactory(naam="Brug over de Vecht", leeg=True)
    OpdrachtFactory(naam="Weg", label="stabiel", leeg=True)
    odomein = odomein_van(een.opgave, VANDAAG).code
    for vraag, aantal in (
        ({"label": "stabiel"}, 1), ({"status": "concept"}, 2), ({"odomein": odomein}, 1),
        ({"q": "vecht"}, 1), ({"opgave": str(een.opgave.public_id)}, 1),
    ):
        assert client.get(f"{V1}/opdrachten", vraag).json()["aantal"] == aantal, vraag
    assert client.get(f"{V1}/opdrachten", {"label": "vloeibaar"}).status_code == 400


def test_both_labels_look_the_same(als):
    """R059: the label changes only the staffing route."""
    client = als()
    vormen = [
        set(client.get(f"{V1}/opdrachten/{o.public_id}").json())
        for o in (OpdrachtFactory(), OpdrachtFactory(label="stabiel"))
    ]
    assert vormen[0] == vormen[1]


@pytest.mark.parametrize(
    "pad", ["opgaven", "opdrachten", "deelopdrachten", "toetsen", "capaciteitsvragen",
            "besluiten", "besluitenlijsten", "opgaven/boom"],
)
def test_lists_ask_as_much_for_one_as_for_three(als, pad):
    """SNEL: constant query counts."""
    client = als()

    def maak():
        hoofd = OpdrachtFactory(status="geprogrammeerd")
        OpdrachtFactory(bovenliggende=hoofd)

    def tel():
        with CaptureQueriesContext(connection) as gevangen:
            assert client.get(f"{V1}/{pad}").status_code == 200
        return len(gevangen)

    maak()
    een = tel()
    maak()
    maak()
    assert tel() == een


def test_domeindirecteur_makes_changes_and_adopts(dd):
    opgave = OpgaveFactory()
    client = dd(opgave)
    nieuw = stuur(client, "opdrachten", {**PROFIEL, "opgave": str(opgave.public_id)})
    assert (nieuw.status_code, nieuw.json()["versie"]) == (201, 1)
    pad = f"opdrachten/{nieuw.json()['id']}"
    anders = {**PROFIEL, "naam": "Snelladers", "versie": 1}
    assert stuur(client, pad, anders, "put").json()["versie"] == 2
    oud = stuur(client, pad, {**anders, "naam": "Nog anders"}, "put")
    assert (oud.status_code, "titel resultaatopdracht" in oud.json()["detail"]) == (409, True)
    mist = stuur(client, f"{pad}/statusovergangen", {"naar": "profiel_vastgesteld"})
    assert (mist.status_code, "nog niet af" in mist.json()["detail"]) == (409, True)


def test_wrong_input_names_the_fields(dd):
    opgave = OpgaveFactory()
    antwoord = stuur(dd(opgave), "opdrachten", {
        "opgave": str(opgave.public_id), "naam": "", "label": "x", "soort": "product",
        "capaciteitFte": "veel",
    })
    assert antwoord.status_code == 400
    assert {p["name"] for p in antwoord.json()["invalidParams"]} == {
        "naam", "label", "capaciteitFte"
    }
    assert Opdracht.objects.count() == 0


def test_the_whole_way_to_the_besluitenlijst(als, dd):
    """R033, R204, R217, R219, R220 over the API."""
    opdracht, gis = OpdrachtFactory(), CompetentieFactory(code="gis")
    pad = f"opdrachten/{opdracht.public_id}"
    client = dd(opdracht.opgave)
    vraag = {
        "plaats": "team", "omschrijving": "GIS", "aantal": 2, "fte": "0.80", "schaalVan": 10,
        "schaalTot": 11, "begin": "2026-07-01",
        "competenties": [{"competentie": "gis", "niveau": 4, "vereist": True}],
    }
    gevraagd = stuur(client, f"{pad}/capaciteitsvragen", vraag)
    assert gevraagd.status_code == 201
    assert gevraagd.json()["competenties"][0]["competentie"]["code"] == "gis"
    assert Capaciteitsvraag.objects.get(omschrijving="GIS").competenties.get().competentie == gis
    assert stuur(
        client, f"{pad}/statusovergangen", {"naar": "profiel_vastgesteld"}
    ).json()["status"] == "profiel_vastgesteld"

    toets = {"onderdeel": "financieel", "uitkomst": "positief", "toelichting": "Past."}
    assert stuur(client, f"{pad}/toetsen", toets).status_code == 403
    toetser = als(RolCode.TOETSER)
    for onderdeel in ("financieel", "personeel", "juridisch"):
        assert stuur(
            toetser, f"{pad}/toetsen", {**toets, "onderdeel": onderdeel}
        ).status_code == 201

    lijst = lijst_van()
    punt = {"besluitenlijst": str(lijst.public_id)}
    assert stuur(client, f"{pad}/programmeringen", punt).status_code == 201
    vaststelling = f"besluitenlijsten/{lijst.public_id}/vaststelling"
    assert stuur(client, vaststelling).status_code == 403
    voorzitter = als(RolCode.VOORZITTER, lijst.vergadering.gremium)
    assert stuur(voorzitter, vaststelling).json()["status"] == "vastgesteld"
    assert stuur(voorzitter, vaststelling).status_code == 201
    stand = client.get(f"{V1}/{pad}").json()
    assert stand["status"] == "geprogrammeerd"
    assert [o["naar"] for o in stand["statusovergangen"]].count("geprogrammeerd") == 1


def test_aog_splits_and_proposes(als):
    """R024, R028."""
    opdracht = OpdrachtFactory(status="in_uitvoering")
    client, pad = als(RolCode.AOG, opdracht), f"opdrachten/{opdracht.public_id}"
    deel = stuur(client, f"{pad}/deelopdrachten", PROFIEL)
    assert (deel.status_code, deel.json()["isDeelopdracht"]) == (201, True)
    gevonden = client.get(f"{V1}/deelopdrachten/{deel.json()['id']}").json()
    assert gevonden["bovenliggende"]["id"] == str(opdracht.public_id)
    scope = {"budgetMaterieel": "1.00", "mandaat": "m", "strategischeKeuzes": "s"}
    assert stuur(client, f"{pad}/scopes", scope).json()["status"] == "voorgesteld"


def test_chair_allocates(als):
    """R009."""
    beraad = GremiumFactory(soort=GremiumSoort.O_BERAAD)
    opgave, odomein = OpgaveFactory(odomein=None), ODomeinFactory()
    pad = f"opgaven/{opgave.public_id}/toedelingen"
    invoer = {"gremium": beraad.code, "odomein": odomein.code, "begin": "2026-06-01"}
    assert stuur(als(), pad, invoer).status_code == 403
    assert stuur(als(RolCode.VOORZITTER, beraad), pad, invoer).status_code == 201


def test_secretary_puts_a_decision_on_the_list(als):
    lijst = lijst_van()
    client = als(RolCode.SECRETARIS, lijst.vergadering.gremium)
    invoer = {"besluitenlijst": str(lijst.public_id), "onderwerp": "Dilemma", "tekst": "Wij."}
    nieuw = stuur(client, "besluiten", invoer)
    assert (nieuw.status_code, nieuw.json()["status"]) == (201, "concept")
    assert stuur(client, "besluiten", invoer).status_code == 409


def test_a_decision_about_a_person_hides_its_text(als):
    opdracht = OpdrachtFactory()
    rol = RolFactory(rol_code=RolCode.AON, op=opdracht, medewerker=MedewerkerFactory())
    pad = f"{V1}/besluiten/{rol.besluit.public_id}"
    assert als().get(pad).json()["tekst"] is None
    assert als(RolCode.AUDITOR).get(pad).json()["tekst"] == rol.besluit.tekst


def test_a_token_for_reading_cannot_write(als):
    opdracht = OpdrachtFactory(status="getoetst")
    lijst = opdracht_agenderen(
        opdracht=opdracht, besluitenlijst=lijst_van(), door=SYSTEEM, nu=NU
    ).besluit.besluitenlijst
    client = als(RolCode.VOORZITTER, lijst.vergadering.gremium, scopes=("lezen",))
    assert stuur(client, f"besluitenlijsten/{lijst.public_id}/vaststelling").status_code == 403
    assert Client().get(f"{V1}/opdrachten").status_code == 401
