"""The pages of the P-beraad (R095, R124-R126, R158, R159, R164, R165)."""

from datetime import date, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from config.kern.enums import GremiumSoort
from pdomein.models import Afwijkingscriterium, PTeamLijst
from tests.factories.kern import GremiumFactory
from tests.factories.pdomein import MedewerkerFactory, PTeamFactory
from tests.factories.register import RolFactory


@pytest.fixture
def voorzitter(wereld):
    beraad = GremiumFactory(soort=GremiumSoort.P_BERAAD)
    wie = MedewerkerFactory()
    RolFactory(rol_code="voorzitter", op=beraad, medewerker=wie)
    return wie


@pytest.fixture
def directeur(wereld):
    wie = MedewerkerFactory(functiegroep="strategisch_leider", schaal=16)
    RolFactory(rol_code="directeur_mo", op=wereld.pteam.domein, medewerker=wie)
    return wie


PADEN = ["/p-beraad/", "/p-beraad/spans/", "/p-beraad/criteria/", "/pteamlijsten/"]


@pytest.mark.parametrize("pad", PADEN)
def test_the_chair_sees_every_page(browser, voorzitter, directeur, pad):
    assert browser(voorzitter).get(pad).status_code == 200
    assert browser(directeur).get(pad).status_code == 200


@pytest.mark.parametrize(
    ("pad", "status"), list(zip(PADEN, [403, 403, 200, 200], strict=True))
)
def test_a_member_sees_what_is_for_everybody(wereld, browser, pad, status):
    assert browser(wereld.lid).get(pad).status_code == status


@pytest.mark.parametrize("pad", [*PADEN, "lijst"])
def test_as_many_queries_for_three_as_for_one(wereld, browser, directeur, pad):
    """HUIS §10.10"""
    client, jaar = browser(directeur), timezone.localdate().year + 1
    client.post("/pteamlijsten/", {"jaar": jaar, "uiterlijk_op": straks()})
    pad = f"/pteamlijsten/{jaar}/" if pad == "lijst" else pad

    def aantal():
        with CaptureQueriesContext(connection) as vastgelegd:
            assert client.get(pad).status_code == 200
        return len(vastgelegd)

    eerst = aantal()
    for n in range(2):
        team = PTeamFactory(pmanager=MedewerkerFactory(), domein=wereld.pteam.domein)
        MedewerkerFactory(pteam=team)
        Afwijkingscriterium.objects.create(naam=f"Grond {n}")

    assert aantal() == eerst


def straks():
    return (timezone.localdate() + timedelta(days=60)).isoformat()


def test_the_yearly_list_from_start_to_adoption(wereld, browser, directeur, voorzitter):
    """R164, R165"""
    client, jaar = browser(directeur), timezone.localdate().year + 1
    antwoord = client.post("/pteamlijsten/", {"jaar": jaar, "uiterlijk_op": straks()})
    assert antwoord["Location"] == f"/pteamlijsten/{jaar}/"
    lijst = PTeamLijst.objects.get()
    regel = lijst.regels.get(pteam=wereld.pteam)
    pad = f"/pteamlijstregels/{regel.public_id}/"
    assert browser(wereld.pmanager).get(pad + "evalueren/").status_code == 200
    browser(wereld.pmanager).post(pad + "evalueren/", {"evaluatie": "Gaat goed"})
    assert "Gaat goed" in client.get(pad + "beoordelen/").content.decode()
    client.post(pad + "beoordelen/", {"oordeel": "behouden"})
    chef = browser(voorzitter)
    ander = lijst.regels.get(pteam=wereld.ander_team)
    chef.post(f"/pteamlijstregels/{ander.public_id}/beoordelen/", {"oordeel": "behouden"})
    assert client.get(f"/pteamlijsten/{jaar}/toevoegen/").status_code == 200
    client.post(f"/pteamlijsten/{jaar}/toevoegen/", {
        "naam": "Data-ethiek", "domein": str(wereld.pteam.domein.public_id), "professie": "",
        "toelichting": "Veel vraag",
    })
    assert client.get(f"/pteamlijsten/{jaar}/overleg/").status_code == 200
    client.post(f"/pteamlijsten/{jaar}/overleg/", {"deelnemers": "DD's", "conclusies": "Goed"})

    chef.post(f"/pteamlijsten/{jaar}/vaststellen/")

    lijst.refresh_from_db()
    assert lijst.status == "vastgesteld"
    assert "Data-ethiek" in browser(wereld.lid).get(f"/pteamlijsten/{jaar}/").content.decode()
    assert browser(wereld.lid).get("/pteamlijsten/1999/").status_code == 404


def test_criteria_are_added_chosen_and_ended(wereld, browser, voorzitter):
    """R126"""
    client = browser(voorzitter)
    client.post("/p-beraad/criteria/", {"naam": "Schaars vak", "toelichting": ""})
    criterium = Afwijkingscriterium.objects.get()
    pad = f"/pteams/{wereld.pteam.public_id}/afwijking-besluiten/"
    assert "Schaars vak" in client.get(pad).content.decode()
    client.post(pad, {
        "criteria": [str(criterium.public_id)], "reden": "Eén opleiding",
        "herziening_op": straks(),
    })
    inhoud = client.get(f"/pteams/{wereld.pteam.public_id}/").content.decode()
    assert "Schaars vak" in inhoud

    client.post(f"/p-beraad/criteria/{criterium.public_id}/beeindigen/")

    assert "Schaars vak" not in client.get("/p-beraad/criteria/").content.decode()


def test_a_span_agreement_is_made_on_its_page(wereld, browser, directeur):
    """R159"""
    for _ in range(51):
        MedewerkerFactory(pteam=wereld.pteam)
    client = browser(directeur)
    assert "Te veel mensen" in client.get("/p-beraad/spans/?alleen=boven").content.decode()
    pad = f"/p-beraad/spans/{wereld.pmanager.public_id}/afspraak/"
    assert client.get(pad).status_code == 200
    assert client.post(pad, {
        "reden": "Hulp van een collega", "herziening_op": date(2020, 1, 1).isoformat(),
    }).status_code == 400

    client.post(pad, {"reden": "Hulp van een collega", "herziening_op": straks()})

    assert "Hulp van een collega" in client.get("/p-beraad/spans/").content.decode()
    assert client.get(f"/p-beraad/spans/{wereld.lid.public_id}/afspraak/").status_code == 404
