"""The pages of procedure H, step by step as people go (R167-R173)."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from config.kern.actor import SYSTEEM
from config.kern.enums import GremiumSoort
from pdomein.domain.teamwijziging import teamwijziging_starten
from pdomein.domain.teamwijziging_besluit import raadpleging_beantwoorden
from pdomein.models import Teamwijziging
from tests.factories.kern import GremiumFactory
from tests.factories.pdomein import MedewerkerFactory, PTeamFactory
from tests.factories.register import RolFactory


def straks():
    return (timezone.localdate() + timedelta(days=30)).isoformat()


def pad(wijziging, wat=""):
    return f"/teamwijzigingen/{wijziging.public_id}/{wat}"


@pytest.fixture
def voorzitter(wereld):
    beraad = GremiumFactory(soort=GremiumSoort.P_BERAAD)
    wie = MedewerkerFactory()
    RolFactory(rol_code="voorzitter", op=beraad, medewerker=wie)
    return wie


def test_splitsen_from_the_team_page_to_the_decision(wereld, browser, voorzitter):
    """R167: plan, distribution, consultation, decision; the draft waits in the list."""
    ander = MedewerkerFactory(naam="Bo Kok", pteam=wereld.pteam)
    client = browser(wereld.pmanager)
    team = f"/pteams/{wereld.pteam.public_id}/wijzigen/"
    assert client.get(team).status_code == 200
    antwoord = client.post(team, {"soort": "splitsen"})
    een = Teamwijziging.objects.get()
    assert antwoord["Location"] == pad(een, "plannen/")
    assert een.titel in client.get("/teamwijzigingen/").content.decode()

    assert client.get(pad(een, "plannen/")).status_code == 200
    antwoord = client.post(pad(een, "plannen/"), {
        "ingangsdatum": straks(), "reden": "Te groot", "grond": "rol", "naam_1": "Ecologie water",
        "pmanager_1": str(wereld.pmanager.public_id), "pct_1": "50",
    })
    assert antwoord["Location"] == pad(een, "verdelen/")
    water = een.teams.get(naam="Ecologie water")
    assert client.get(pad(een, "verdelen/")).status_code == 200
    blijft = een.teams.get(is_vertrek=False, pteam=wereld.pteam)
    client.post(pad(een, "verdelen/"), {
        f"lid_{ander.public_id}": water.sleutel, f"lid_{wereld.lid.public_id}": blijft.sleutel,
    })
    client.post(pad(een, "voorleggen/"))
    een.refresh_from_db()
    assert een.status == "voorgelegd"
    inhoud = client.get(pad(een)).content.decode()
    assert "Zo is het nu" in inhoud
    assert "komt van Ecologie" in inhoud

    rij = een.raadplegingen.get(medewerker=ander)
    assert browser(ander).get(pad(een, f"raadplegingen/{rij.public_id}/")).status_code == 200
    browser(ander).post(pad(een, f"raadplegingen/{rij.public_id}/"), {"antwoord": "eens"})
    for over in een.raadplegingen.filter(antwoord="open"):
        raadpleging_beantwoorden(
            raadpleging=over, antwoord="eens", door=SYSTEEM, nu=timezone.now()
        )
    client = browser(voorzitter)
    assert client.get(pad(een, "besluiten/")).status_code == 200
    client.post(pad(een, "besluiten/"), {"is_akkoord": "ja"})
    een.refresh_from_db()
    assert een.status == "besloten"
    teampagina = browser(wereld.collega).get(f"/pteams/{wereld.pteam.public_id}/")
    assert een.besluit.kenmerk in teampagina.content.decode()


def test_a_refused_plan_keeps_the_input(wereld, browser):
    client = browser(wereld.pmanager)
    client.post(f"/pteams/{wereld.pteam.public_id}/wijzigen/", {"soort": "opheffen"})
    een = Teamwijziging.objects.get()

    antwoord = client.post(pad(een, "plannen/"), {
        "ingangsdatum": "2020-01-01", "reden": "Te klein",
        "doel_1": str(wereld.ander_team.public_id),
    })

    assert antwoord.status_code == 400
    assert "Kies een dag na vandaag." in antwoord.content.decode()
    assert "Te klein" in antwoord.content.decode()


def test_samenvoegen_asks_with_which_team(wereld, browser):
    client = browser(wereld.pmanager)
    team = f"/pteams/{wereld.pteam.public_id}/wijzigen/"

    assert client.post(team, {"soort": "samenvoegen", "met_1": ""}).status_code == 400
    client.post(team, {"soort": "samenvoegen", "met_1": str(wereld.ander_team.public_id)})
    een = Teamwijziging.objects.get()
    assert client.get(pad(een, "plannen/")).status_code == 200
    client.post(pad(een, "plannen/"), {
        "ingangsdatum": straks(), "reden": "Te klein", "naam": "Samen",
        "doel": str(wereld.pteam.public_id),
    })

    een.refresh_from_db()
    assert [str(d) for d in een.doelteams] == ["Samen"]
    assert "Samenvoegen: Ecologie en Geodata" in client.get(pad(een)).content.decode()


def test_somebody_asks_for_the_own_overstap_and_takes_it_back(wereld, browser):
    """R172: for everybody to find; R166: own initiative needs no reason."""
    client = browser(wereld.lid)
    assert client.get("/overstappen/").status_code == 200
    client.post("/overstappen/")
    een = Teamwijziging.objects.get()
    assert client.get(pad(een, "plannen/")).status_code == 200
    client.post(pad(een, "plannen/"), {
        "ingangsdatum": straks(), "doel": str(wereld.ander_team.public_id),
    })
    client.post(pad(een, "voorleggen/"))
    assert "Ga verder met je plan" in client.get("/overstappen/").content.decode()

    assert client.get(pad(een, "intrekken/")).status_code == 200
    client.post(pad(een, "intrekken/"), {"reden": "Toch niet"})

    een.refresh_from_db()
    assert een.status == "ingetrokken"


def test_a_stranger_does_not_find_a_plan(wereld, browser):
    een = teamwijziging_starten(
        soort="opheffen", pteams=[wereld.pteam], door=SYSTEEM, nu=timezone.now()
    )

    assert browser(wereld.collega).get(pad(een)).status_code == 404


def test_the_team_page_refuses_with_a_reason(wereld, browser):
    inhoud = browser(wereld.lid).get(f"/pteams/{wereld.pteam.public_id}/").content.decode()

    assert "of een beheerder kan dit team veranderen." in inhoud


def test_lists_ask_as_many_queries_for_three_as_for_one(wereld, browser):
    """HUIS §10.10"""
    client = browser(wereld.pmanager)

    def start(team, wie):
        teamwijziging_starten(
            soort="overstappen", medewerker=wie, door=SYSTEEM, nu=timezone.now()
        )

    def aantal():
        with CaptureQueriesContext(connection) as vastgelegd:
            assert client.get("/teamwijzigingen/").status_code == 200
        return len(vastgelegd)

    start(wereld.pteam, wereld.lid)
    eerst = aantal()
    for _ in range(2):
        start(wereld.pteam, MedewerkerFactory(pteam=wereld.pteam))
    PTeamFactory()

    assert aantal() == eerst
