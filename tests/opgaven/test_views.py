"""Pages of the work: they open for everyone and count their queries (SNEL, SCHERMEN 6, 7)."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from opgaven.enums import OpdrachtStatus
from tests.factories.opgaven import (
    CapaciteitsvraagFactory,
    OpdrachtFactory,
    OpgaveFactory,
    lijst_van,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def browser(ingelogd, gebruiker):
    return ingelogd(gebruiker)


def pad(naam, *args):
    return reverse(f"opgaven:{naam}", args=args)


@pytest.mark.parametrize("status", list(OpdrachtStatus), ids=str)
def test_opdracht_page_opens_in_every_status(browser, status):
    opdracht = OpdrachtFactory(status=status)
    antwoord = browser.get(pad("opdracht", opdracht.public_id))
    assert antwoord.status_code == 200
    assert opdracht.naam in antwoord.content.decode()


@pytest.mark.parametrize("leeg", [True, False])
def test_every_form_of_an_opdracht_opens(browser, leeg):
    opdracht = OpdrachtFactory(leeg=leeg)
    for naam in (
        "wijzigen", "profiel-vaststellen", "schrappen", "deelopdracht-aanmaken",
        "scope-voorstellen", "capaciteitsvraag-vastleggen", "mijlpaal-toevoegen",
        "risico-toevoegen", "agenderen", "opleveren", "dechargeren", "temporiseren",
    ):
        assert browser.get(pad(naam, opdracht.public_id)).status_code == 200, naam
    for onderdeel in ("financieel", "personeel", "juridisch"):
        assert browser.get(pad("toetsen", opdracht.public_id, onderdeel)).status_code == 200
    assert browser.get(pad("toetsen", opdracht.public_id, "smaak")).status_code == 404
    assert browser.get(pad("hervatten", opdracht.public_id)).status_code == 404


def test_pages_of_an_opgave_open(browser):
    opgave = OpgaveFactory()
    for naam in ("opgave", "opgave-tak", "opgave-toedelen", "opdracht-aanmaken"):
        assert browser.get(pad(naam, opgave.public_id)).status_code == 200, naam
    direct = OpgaveFactory(onder_directieteam=True)
    assert browser.get(pad("opgave", direct.public_id)).status_code == 200


def test_empty_province_shows_what_to_do(browser):
    assert "nog geen begroting" in browser.get(pad("opgaven")).content.decode()
    assert "nog geen programmeerberaad" in browser.get(pad("programmering")).content.decode()
    assert "Geen opdracht gevonden" in browser.get(pad("opdrachten")).content.decode()


def test_programming_pages_open(browser):
    opdracht = OpdrachtFactory(status="getoetst")
    OpdrachtFactory(status="profiel_vastgesteld")
    lijst = lijst_van()
    beraad = lijst.vergadering.gremium
    assert opdracht.naam in browser.get(pad("programmering")).content.decode()
    for url in (
        pad("gremium", beraad.code), pad("vergadering-plannen", beraad.code),
        pad("besluitenlijst", lijst.public_id), pad("besluit-agenderen", lijst.public_id),
        pad("agenderen", opdracht.public_id),
    ):
        assert browser.get(url).status_code == 200, url


def aantal_queries(browser, url):
    browser.get(url)
    with CaptureQueriesContext(connection, ) as gevangen:
        assert browser.get(url).status_code == 200
    return len(gevangen)


@pytest.mark.parametrize("naam", ["opgaven", "opdrachten", "programmering"])
def test_lists_ask_as_much_for_one_as_for_three(browser, naam):
    """SNEL: constant query counts."""
    lijst_van()
    opgave = OpgaveFactory()
    OpdrachtFactory(opgave=opgave, status="getoetst")
    een = aantal_queries(browser, pad(naam))
    for _ in range(2):
        ander = OpdrachtFactory(status="getoetst")
        OpdrachtFactory(bovenliggende=ander)
    assert aantal_queries(browser, pad(naam)) == een


def test_tree_level_asks_as_much_for_one_as_for_three(browser):
    opgave = OpgaveFactory()
    OpdrachtFactory(bovenliggende=OpdrachtFactory(opgave=opgave))
    een = aantal_queries(browser, pad("opgave-tak", opgave.public_id))
    for _ in range(2):
        OpdrachtFactory(bovenliggende=OpdrachtFactory(opgave=opgave))
    assert aantal_queries(browser, pad("opgave-tak", opgave.public_id)) == een


def test_opdracht_page_asks_as_much_for_one_as_for_three_parts(browser):
    opdracht = OpdrachtFactory()
    url = pad("opdracht", opdracht.public_id)
    een = aantal_queries(browser, url)
    for n in range(2):
        CapaciteitsvraagFactory(opdracht=opdracht, omschrijving=f"Extra {n}")
    assert aantal_queries(browser, url) == een
