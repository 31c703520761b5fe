"""Screens of the beraden: next meeting, inbox, point, advice, minutes (SCHERMEN 7, R044, R224)."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from config.kern.actor import SYSTEEM
from config.kern.domain.advies import advies_geven
from config.kern.domain.beraad import punt_agenderen, punt_besluiten, punt_inbrengen
from config.kern.domain.vergadering import vergadering_plannen, verslag_opslaan
from config.kern.enums import GremiumSoort as G
from config.kern.models import Beraadsadvies, Beraadspunt, Vergadering
from tests.factories.kern import NU, VANDAAG, GremiumFactory
from tests.factories.opgaven import OpdrachtFactory
from tests.factories.pdomein import MedewerkerFactory
from tests.factories.register import RolFactory

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _vandaag(monkeypatch):
    monkeypatch.setattr("config.kern.klok.nu", lambda: NU)


@pytest.fixture
def als(ingelogd):
    """``als("secretaris", gremium)`` is a browser of somebody with that role."""

    def maak(rol=None, op=None):
        medewerker = MedewerkerFactory()
        if rol:
            RolFactory(rol_code=rol, op=op, medewerker=medewerker, uitzondering="Voor de test")
        return ingelogd(medewerker.gebruiker)

    return maak


def pad(naam, *args):
    return reverse(f"opgaven:{naam}", args=args)


def punt_bij(soort=G.O_BERAAD, onderwerp="Wie krijgt de ecoloog?"):
    return punt_inbrengen(
        gremium=GremiumFactory(soort=soort), soort="dilemma", onderwerp=onderwerp,
        toelichting="Kies.", door=SYSTEEM, nu=NU,
    )


def plan(gremium, dagen=0):
    return vergadering_plannen(
        gremium=gremium, datum=VANDAAG + timedelta(days=dagen), door=SYSTEEM, nu=NU
    )


def test_secretary_takes_a_point_from_inbox_to_besluitenlijst(als):
    """R224: inbox, agenda, decision, minutes: each one form."""
    punt = punt_bij()
    vergadering, browser = plan(punt.gremium), als("secretaris", punt.gremium)
    assert punt.onderwerp in browser.get(pad("gremium", punt.gremium.code)).content.decode()

    browser.post(pad("punt-agenderen", punt.public_id), {"vergadering": vergadering.public_id})
    agenda = browser.get(pad("vergadering", vergadering.public_id)).content.decode()
    assert punt.onderwerp in agenda
    assert "Agenda en verslag afdrukken" in agenda
    browser.post(pad("punt-besluiten", punt.public_id), {"tekst": "Opdracht A."})
    punt.refresh_from_db()
    lijst = browser.get(
        pad("besluitenlijst", punt.besluit.besluitenlijst.public_id)
    ).content.decode()
    assert "Opdracht A." in lijst
    browser.post(pad("verslag-opslaan", vergadering.public_id), {"tekst": "Wij spraken."})
    assert "Wij spraken." in browser.get(
        pad("vergadering", vergadering.public_id)
    ).content.decode()
    antwoord = browser.post(pad("verslag-vaststellen", vergadering.public_id), follow=True)
    assert "stelt het verslag vast" in antwoord.content.decode()


def test_the_agenda_is_not_for_everyone(als):
    """Only who sits there, brings in, advises or audits; the besluitenlijst is for everyone."""
    punt = punt_bij(G.P_BERAAD)
    vergadering, gewoon = plan(punt.gremium), als()
    punt_agenderen(punt=punt, vergadering=vergadering, door=SYSTEEM, nu=NU)
    assert gewoon.get(pad("punt", punt.public_id)).status_code == 403
    assert gewoon.get(pad("punt-advies-geven", punt.public_id)).status_code == 403
    for url in (pad("gremium", punt.gremium.code), pad("vergadering", vergadering.public_id)):
        antwoord = gewoon.get(url)
        assert (antwoord.status_code, punt.onderwerp in antwoord.content.decode()) == (200, False)
    controller = als("concerncontroller")
    assert controller.get(pad("punt", punt.public_id)).status_code == 200  # R208


def test_every_form_opens_and_shows_why_not(als):
    punt = punt_bij()
    opdracht, gewoon = OpdrachtFactory(), als()
    dd = als("secretaris", punt.gremium)
    for handeling in ("agenderen", "doorgeleiden", "besluiten", "afhandelen", "intrekken"):
        for browser in (gewoon, dd):
            assert browser.get(pad(f"punt-{handeling}", punt.public_id)).status_code == 200
    assert "brengt geen punten in" in gewoon.get(
        pad("punt-inbrengen", punt.gremium.code)
    ).content.decode()
    assert gewoon.post(
        pad("punt-inbrengen", punt.gremium.code),
        {"soort": "dilemma", "onderwerp": "o", "toelichting": "t"},
    ).status_code == 403
    assert gewoon.get(pad("opdracht-inbrengen", opdracht.public_id)).status_code == 200
    assert gewoon.get(pad("opdracht-advies-geven", opdracht.public_id)).status_code == 200


def test_aog_brings_a_dilemma_about_the_own_opdracht(als):
    """R032: dilemmas that AOGs cannot solve go on the O-beraad agenda."""
    o_beraad, opdracht = GremiumFactory(soort=G.O_BERAAD), OpdrachtFactory(status="bemensing")
    aog = als("aog", opdracht)
    antwoord = aog.post(
        pad("opdracht-inbrengen", opdracht.public_id),
        {"gremium": o_beraad.code, "soort": "dilemma", "toelichting": "Wie gaat voor?"},
    )
    punt = Beraadspunt.objects.get()
    assert antwoord.url == pad("punt", punt.public_id)
    assert (punt.gremium, punt.object_id) == (o_beraad, opdracht.public_id)
    assert aog.get(pad("punt", punt.public_id)).status_code == 200


def test_advice_is_given_weighed_and_shown(als):
    """R044, R045: word for word on the list; the adviser reads why it was not followed."""
    punt = punt_bij()
    punt_agenderen(punt=punt, vergadering=plan(punt.gremium), door=SYSTEEM, nu=NU)
    controller, secretaris = als("concerncontroller"), als("secretaris", punt.gremium)
    controller.post(
        pad("punt-advies-geven", punt.public_id),
        {"soort": "concerncontroller", "tekst": "Doe dit <niet>."},
    )
    besluit = punt_besluiten(punt=punt, tekst="Toch.", door=SYSTEEM, nu=NU)
    advies = Beraadsadvies.objects.get()
    assert advies.besluit == besluit
    antwoord = secretaris.post(pad("advies-wegen", advies.public_id), {"weging": "afgeweken"})
    assert antwoord.status_code == 400
    secretaris.post(
        pad("advies-wegen", advies.public_id), {"weging": "afgeweken", "motivering": "Spoed."}
    )
    for browser in (controller, secretaris):
        assert "Spoed." in browser.get(pad("advies", advies.public_id)).content.decode()
    assert "Doe dit &lt;niet&gt;." in secretaris.get(
        pad("besluitenlijst", besluit.besluitenlijst.public_id)
    ).content.decode()
    assert secretaris.get(pad("besluit-advies-geven", besluit.public_id)).status_code == 200
    assert "Spoed." in secretaris.get(pad("besluit", besluit.public_id)).content.decode()


def aantal_queries(browser, url):
    browser.get(url)
    with CaptureQueriesContext(connection) as gevangen:
        assert browser.get(url).status_code == 200
    return len(gevangen)


def test_pages_ask_as_much_for_one_as_for_three(als):
    """SNEL: constant query counts."""
    eerste = punt_bij()
    gremium, browser = eerste.gremium, als("secretaris", eerste.gremium)
    vergadering = plan(gremium)

    def vul(n):
        for naam in (f"agenda {n}", f"inbox {n}"):
            punt = punt_bij(onderwerp=naam)
            advies_geven(punt=punt, soort="toeleveraar", tekst="t", door=SYSTEEM, nu=NU)
            if "agenda" in naam:
                punt_agenderen(punt=punt, vergadering=vergadering, door=SYSTEEM, nu=NU)
                punt_besluiten(punt=punt, tekst="t", door=SYSTEEM, nu=NU)

    vul(0)
    punt_ = Beraadspunt.objects.get(onderwerp="agenda 0")
    urls = [
        pad("gremium", gremium.code), pad("vergadering", vergadering.public_id),
        pad("besluitenlijst", punt_.besluit.besluitenlijst.public_id),
        pad("punt", punt_.public_id),
    ]
    een = [aantal_queries(browser, url) for url in urls]
    for n in (1, 2):
        vul(n)
        plan(gremium, n * 7)
    assert [aantal_queries(browser, url) for url in urls] == een


def test_unknown_things_are_not_found(als):
    browser = als()
    vreemd = OpdrachtFactory().public_id
    for naam in ("punt", "advies", "vergadering"):
        assert browser.get(pad(naam, vreemd)).status_code == 404


def test_minutes_show_only_after_the_day(als):
    gremium = GremiumFactory(soort=G.O_BERAAD)
    straks, browser = plan(gremium, 5), als("voorzitter", gremium)
    assert "Verslag schrijven" not in browser.get(
        pad("vergadering", straks.public_id)
    ).content.decode()
    verslag_opslaan(vergadering=plan(gremium), tekst="Klaar.", door=SYSTEEM, nu=NU)
    vandaag = Vergadering.objects.get(datum=VANDAAG)
    browser.post(pad("verslag-vaststellen", vandaag.public_id))
    vandaag.refresh_from_db()
    assert vandaag.verslag.status == "vastgesteld"
