from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from pdomein.models import Medewerker
from tests.factories.pdomein import (
    CompetentieFactory,
    MedewerkerFactory,
    PPPFactory,
    PTeamFactory,
)
from tests.factories.register import RolFactory

V1 = "/api/v1"
PERSOON = {"naam": "Noor de Wit", "aanstellingFte": "0.889", "dienstverband": "vast",
           "inDienst": "2024-03-01", "schaal": 11, "email": "noor@example.org"}
RIJ = {"personeelsnummer": "hr-1", "naam": "Noor de Wit", "aanstellingFte": 1,
       "dienstverband": "vast", "inDienst": "2024-03-01"}


@pytest.fixture
def beheerder(wereld):
    persoon = MedewerkerFactory()
    RolFactory(rol_code="beheerder", op=None, medewerker=persoon)
    return persoon


@pytest.fixture
def hr(beheerder, api):
    return api(beheerder, "lezen", "personeel")


def stuur(client, methode, pad, inhoud):
    return getattr(client, methode)(
        f"{V1}/{pad}", data=inhoud, content_type="application/json"
    )


def test_medewerkers_show_name_and_team_only(wereld, api):
    client = api(wereld.collega, "lezen")

    rijen = client.get(f"{V1}/medewerkers", {"naam": "wit"}).json()["resultaten"]

    pteam = {"id": str(wereld.pteam.public_id), "naam": "Ecologie"}
    verwacht = {"id": str(wereld.lid.public_id), "naam": "Lies de Wit", "pteam": pteam}
    assert rijen == [verwacht]
    assert client.get(f"{V1}/medewerkers/{wereld.lid.public_id}").json() == verwacht


def test_pteams_show_size_and_pmanager(wereld, api):
    antwoord = api(wereld.collega, "lezen").get(
        f"{V1}/pteams", {"code": wereld.pteam.code}
    ).json()["resultaten"][0]

    assert (antwoord["aantalMedewerkers"], antwoord["pManager"]["naam"]) == (
        1, wereld.pmanager.naam
    )


def test_competenties_show_tree_and_synonyms(wereld, api):
    natuur = CompetentieFactory(naam="Natuur")
    CompetentieFactory(code="n", naam="Stikstof", bovenliggende=natuur, synoniemen=["PAS"])

    rij = api(wereld.lid, "lezen").get(f"{V1}/competenties", {"code": "n"}).json()

    assert rij["resultaten"][0]["bovenliggende"]["naam"] == "Natuur"
    assert rij["resultaten"][0]["synoniemen"] == ["PAS"]


def test_ppps_are_the_published_ones_also_for_the_own_pmanager(wereld, api):
    """R143, R147"""
    PPPFactory(medewerker=wereld.lid, zichtbaar_bellen="matchen")
    niet = PPPFactory(medewerker=MedewerkerFactory(pteam=wereld.pteam), gepubliceerd=False)
    client = api(wereld.pmanager, "lezen")

    rijen = client.get(f"{V1}/ppps").json()

    assert rijen["aantal"] == 1
    rij = rijen["resultaten"][0]
    assert (rij["kennisEnKunde"], rij["bellenVoor"]) == ("Ik weet veel van natuurbeleid.", None)
    assert sorted(rij) == [
        "bellenVoor", "bevestigdOp", "competenties", "gepubliceerdOp", "id", "kennisEnKunde",
        "medewerker", "pteam",
    ]
    assert client.get(f"{V1}/ppps/{rij['id']}").json() == rij
    assert client.get(f"{V1}/ppps/{niet.public_id}").status_code == 404


@pytest.mark.parametrize("pad", ["medewerkers", "pteams", "competenties", "ppps"])
def test_a_list_asks_as_many_queries_for_three_as_for_one(wereld, api, pad):
    client = api(wereld.collega, "lezen")
    PPPFactory(medewerker=wereld.lid, competenties=[(CompetentieFactory(), 2)])

    def aantal():
        with CaptureQueriesContext(connection) as vastgelegd:
            assert client.get(f"{V1}/{pad}").status_code == 200
        return len(vastgelegd)

    eerst = aantal()
    for _ in range(2):
        team = PTeamFactory(pmanager=MedewerkerFactory(), domein=wereld.pteam.domein)
        competentie = CompetentieFactory(bovenliggende=CompetentieFactory(), synoniemen=["x"])
        PPPFactory(medewerker=MedewerkerFactory(pteam=team), competenties=[(competentie, 3)])
    assert aantal() == eerst


def test_the_personnel_system_adds_and_updates_by_number(hr):
    """R403: idempotent upsert."""
    antwoorden = [stuur(hr, "put", "personeelsgegevens/hr-1", PERSOON) for _ in range(2)]

    assert [a.status_code for a in antwoorden] == [201, 200]
    assert antwoorden[0].json() == antwoorden[1].json()
    medewerker = Medewerker.objects.get(personeelsnummer="hr-1")
    assert (medewerker.sorteernaam, medewerker.gebruiker.username) == ("wit, noor de", "noor")


def test_the_personnel_system_reads_what_changed_since(hr):
    """R403: updated since."""
    stuur(hr, "put", "personeelsgegevens/hr-1", PERSOON)
    moment = (timezone.now() - timedelta(minutes=5)).isoformat()

    rijen = hr.get(f"{V1}/personeelsgegevens", {"gewijzigdSinds": moment}).json()

    assert "hr-1" in [r["personeelsnummer"] for r in rijen["resultaten"]]
    straks = (timezone.now() + timedelta(days=3650)).isoformat()
    assert hr.get(f"{V1}/personeelsgegevens", {"gewijzigdSinds": straks}).json()["aantal"] == 0


@pytest.mark.parametrize(
    ("anders", "veld"),
    [
        ({"naam": ""}, "naam"), ({"schaal": 99}, "schaal"), ({"dienstverband": "x"},
         "dienstverband"), ({"aanstellingFte": "NaN"}, "aanstellingFte"),
        ({"inDienst": "morgen"}, "inDienst"), ({"leidinggevende": "weg"}, "leidinggevende"),
        ({"uitDienst": "2020-01-01"}, "uit_dienst"), ({"naam": "a\x00b"}, "naam"),
    ],
)
def test_wrong_personnel_data_is_refused_by_field(hr, anders, veld):
    antwoord = stuur(hr, "put", "personeelsgegevens/hr-1", PERSOON | anders)

    assert antwoord.status_code == 400
    assert [p["name"] for p in antwoord.json()["invalidParams"]] == [veld]
    assert Medewerker.objects.filter(personeelsnummer="hr-1").exists() is False


def test_a_delivery_is_all_or_nothing_with_a_report_per_row(hr):
    """R403: bulk, per-row errors, dry-run mode."""
    slecht = RIJ | {"personeelsnummer": "hr-2", "dienstverband": "los"}

    def lever(rijen, droog=False):
        return stuur(hr, "post", "medewerkersleveringen", {"rijen": rijen, "droog": droog}).json()

    fout = lever([RIJ, slecht])
    assert (fout["geslaagd"], [r["uitkomst"] for r in fout["regels"]]) == (
        False, ["nieuw", "fout"]
    )
    assert fout["regels"][1]["tekst"].startswith("Dienstverband “los” bestaat niet.")
    droog = lever([RIJ], droog=True)
    assert (droog["geslaagd"], droog["regels"][0]["uitkomst"]) == (True, "nieuw")
    assert Medewerker.objects.filter(personeelsnummer="hr-1").exists() is False
    assert lever([RIJ])["regels"][0]["uitkomst"] == "nieuw"
    assert lever([RIJ])["regels"][0]["uitkomst"] == "ongewijzigd"


@pytest.mark.parametrize(
    ("methode", "pad"),
    [("get", "personeelsgegevens"), ("put", "personeelsgegevens/x"),
     ("post", "medewerkersleveringen")],
)
def test_personnel_data_asks_the_scope_and_the_right(wereld, api, beheerder, methode, pad):
    """R407: a token never gives more than its owner has."""
    inhoud = {"rijen": [RIJ]} if methode == "post" else PERSOON
    vraag = {} if methode == "get" else inhoud
    beheer_zonder_scope = api(beheerder, "lezen", "schrijven")

    for client in (api(wereld.collega, "lezen", "personeel"), beheer_zonder_scope):
        antwoord = (
            client.get(f"{V1}/{pad}") if methode == "get" else stuur(client, methode, pad, vraag)
        )
        assert antwoord.status_code == 403
