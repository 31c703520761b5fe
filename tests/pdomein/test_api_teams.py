"""The life of P-teams over REST: the same reads and the same command as the screens."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from config.kern.actor import SYSTEEM
from pdomein.domain.teamwijziging import teamwijziging_starten
from pdomein.models import PTeamLijst, PTeamLijstRegel, Vakcirkel
from tests.factories.pdomein import MedewerkerFactory

V1 = "/api/v1"


def start(wie):
    return teamwijziging_starten(
        soort="overstappen", medewerker=wie, door=SYSTEEM, nu=timezone.now()
    )


def test_a_change_is_shown_to_who_it_concerns_and_withdrawn_with_a_reason(wereld, api):
    een = start(wereld.lid)
    pad = f"{V1}/teamwijzigingen/{een.public_id}"
    assert api(wereld.collega, "lezen").get(pad).status_code == 404
    inhoud = api(wereld.lid, "lezen").get(pad).json()
    assert (inhoud["soort"], inhoud["status"]) == ("overstappen", "concept")
    assert inhoud["van"][0]["pteam"]["naam"] == "Ecologie"

    client = api(wereld.lid, "lezen", "schrijven")
    json = {"content_type": "application/json"}
    assert client.post(f"{pad}/intrekking", {}, **json).status_code == 400
    antwoord = client.post(f"{pad}/intrekking", {"reden": "Toch niet"}, **json)
    assert (antwoord.status_code, antwoord.json()["status"]) == (201, "ingetrokken")
    assert client.post(f"{pad}/intrekking", {"reden": "Nog eens"}, **json).status_code == 409


@pytest.mark.parametrize(
    "pad", ["pteamlijsten", "teamwijzigingen", "vakcirkels", "vakgenootschappen"]
)
def test_a_list_asks_as_many_queries_for_three_as_for_one(wereld, api, pad):
    client = api(wereld.pmanager, "lezen")

    def erbij(n):
        lijst = PTeamLijst.objects.create(jaar=2030 + n, uiterlijk_op="2029-12-01")
        PTeamLijstRegel.objects.create(
            lijst=lijst, pteam=wereld.pteam, naam="Ecologie", domein=wereld.pteam.domein
        )
        Vakcirkel.objects.create(naam=f"Cirkel {n}", doel="Leren", aangemaakt_op=timezone.now())
        start(MedewerkerFactory(pteam=wereld.pteam))

    def aantal():
        with CaptureQueriesContext(connection) as vastgelegd:
            assert client.get(f"{V1}/{pad}").status_code == 200
        return len(vastgelegd)

    erbij(0)
    eerst = aantal()
    erbij(1)
    erbij(2)

    assert aantal() == eerst
