"""Own dates at a secret address, and a word before work ends (SCHERMEN 15, R241)."""

from datetime import date, timedelta

import pytest
from django.test import Client
from icalendar import Calendar

from config.kern.domain.agendafeed import (
    agendafeed_aanzetten,
    agendafeed_uitzetten,
    sleutel_van_feed,
)
from config.kern.models import Bericht
from config.kern.werkdagen import lokale_dag
from matching.domain.herinneren import inzet_herinneren
from tests.factories.matching import (
    NU,
    beiden_ja,
    gedeeld,
    gepubliceerd,
    maak_wereld,
    reageer,
    voorgesteld,
)
from tests.matching.test_schermen import als

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def klok(monkeypatch):
    monkeypatch.setattr("config.kern.klok.nu", lambda: NU)
    monkeypatch.setattr("config.kern.klok.vandaag", lambda: lokale_dag(NU))


@pytest.fixture
def wereld():
    return maak_wereld()


@pytest.fixture
def ingezet(wereld):
    """Somebody who works on the opdracht from 1 July up to 1 January."""
    match = beiden_ja(wereld, voorgesteld(wereld, gedeeld(wereld), wereld.mensen[0]))
    return match.medewerker


def adres(wereld, wie):
    feed = agendafeed_aanzetten(door=wereld.als(wie), nu=NU)
    return f"/openbaar/agenda/{sleutel_van_feed(feed)}.ics"


def test_a_wrong_an_old_and_a_closed_address_do_not_exist(wereld):
    wie = wereld.mensen[0]
    oud = adres(wereld, wie)
    nieuw = adres(wereld, wie)
    vreemd = Client()

    assert [vreemd.get(a).status_code for a in (oud, nieuw)] == [404, 200]
    assert vreemd.get("/openbaar/agenda/WzEsMV0:onzin.ics").status_code == 404
    agendafeed_uitzetten(door=wereld.als(wie), nu=NU)
    assert vreemd.get(nieuw).status_code == 404


def test_the_address_of_who_may_no_longer_come_in_is_closed(wereld):
    wie = wereld.mensen[0]
    pad = adres(wereld, wie)
    wie.gebruiker.is_active = False
    wie.gebruiker.save()

    assert Client().get(pad).status_code == 404


def test_the_calendar_holds_own_dates_and_no_name_of_another(wereld, ingezet):
    ical = Calendar.from_ical(Client().get(adres(wereld, ingezet)).content)

    [einde] = ical.walk("VEVENT")
    assert einde["SUMMARY"].startswith("Laatste dag van je inzet")
    assert einde.decoded("DTSTART") == date(2026, 12, 31)
    leeg = Calendar.from_ical(Client().get(adres(wereld, wereld.mensen[1])).content)
    assert list(leeg.walk("VEVENT")) == []


def test_the_page_shows_the_day_of_an_own_reaction(wereld):
    reageer(gepubliceerd(wereld), wereld.mensen[1])
    wie = als(wereld.mensen[1])

    assert "Op zijn vroegst aan de matchtafel" in wie.get("/agenda/").content.decode()
    assert wie.post("/agenda/aanzetten/").status_code == 302
    assert "/openbaar/agenda/" in wie.get("/agenda/").content.decode()
    wie.post("/agenda/uitzetten/")
    assert "/openbaar/agenda/" not in wie.get("/agenda/").content.decode()


def test_an_end_within_eight_weeks_is_told_once_to_person_and_pmanager(wereld, ingezet):
    """R241: with a term that is a setting, "niet in bron"."""
    vroeg = NU + timedelta(weeks=20)
    laat = NU + timedelta(weeks=24)

    assert [inzet_herinneren(nu=vroeg), inzet_herinneren(nu=laat), inzet_herinneren(nu=laat)] == [
        0, 2, 0,
    ]
    berichten = Bericht.objects.filter(sleutel__startswith="einde-inzet")
    assert {b.ontvanger_id for b in berichten} == {
        ingezet.gebruiker_id, wereld.pmanager.gebruiker_id,
    }
    assert all(ingezet.naam not in b.onderwerp for b in berichten)
