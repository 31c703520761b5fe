"""One register of deviations: rule, reason, decider, review (R357, R358, EISEN table 2.12)."""

from datetime import date, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from config.kern.actor import SYSTEEM, Recht
from config.kern.domain.afwijking import afwijking_herzien, afwijking_vastleggen
from config.kern.enums import GremiumSoort as G
from config.kern.fouten import DomeinFout
from config.kern.models import Afwijking
from opgaven.domain.besluitenlijst import (
    besluitenlijst_vaststellen,
    opdracht_agenderen,
    programmering_motiveren,
)
from opgaven.models import Programmering
from tests.factories.kern import NU, VANDAAG, GremiumFactory
from tests.factories.opgaven import OpdrachtFactory, lijst_van
from tests.factories.pdomein import MedewerkerFactory
from tests.factories.register import RolFactory

pytestmark = pytest.mark.django_db
STRAKS = date(2026, 6, 20)
MORGEN = NU + timedelta(days=1)


@pytest.fixture(autouse=True)
def _vandaag(monkeypatch):
    monkeypatch.setattr("config.kern.klok.nu", lambda: NU)


def leg_uit(door=SYSTEEM, **velden):
    basis = {
        "regel": "span_of_attention", "waarover": "P-team Ecologie", "reden": "Even zo.",
        "herziening_op": STRAKS,
    }
    return afwijking_vastleggen(**{**basis, **velden}, door=door, nu=NU)


def weigering(doe):
    with pytest.raises(DomeinFout) as fout:
        doe()
    return fout.value.status


def test_a_deviation_has_rule_reason_decider_and_day(maak_actor, gebruiker):
    pmanager = maak_actor(gebruiker, Recht.PTEAM_LEIDEN)
    rij = leg_uit(pmanager)
    assert (rij.beslisser, rij.herziening_op, rij.begin) == (gebruiker.naam, STRAKS, VANDAAG)
    assert weigering(lambda: leg_uit(pmanager)) == 409
    assert weigering(lambda: leg_uit(maak_actor(gebruiker))) == 403
    for velden in (
        {"regel": "pteam_grootte"}, {"regel": "x"}, {"waarover": " "}, {"reden": ""},
        {"reden": "a\x00"}, {"herziening_op": VANDAAG},
    ):
        assert weigering(lambda v=velden: leg_uit(pmanager, **v)) == 400


def test_looking_again_ends_it_or_goes_on_with_a_new_reason(maak_actor, gebruiker):
    pmanager = maak_actor(gebruiker, Recht.PTEAM_LEIDEN)
    rij = leg_uit(pmanager)

    def herzie(door=pmanager, nu=MORGEN, **velden):
        basis = {"voortzetten": True, "reden": "Nog even.", "herziening_op": date(2026, 12, 1)}
        return afwijking_herzien(afwijking=rij, **{**basis, **velden}, door=door, nu=nu)

    assert weigering(lambda: herzie(nu=NU)) == 409
    assert weigering(lambda: herzie(door=maak_actor(None))) == 403
    assert weigering(lambda: herzie(herziening_op=None)) == 400
    assert weigering(lambda: herzie(reden=" ")) == 400
    nieuw = herzie()
    rij.refresh_from_db()
    dinsdag = date(2026, 6, 2)
    assert (rij.einde, nieuw.begin, nieuw.reden) == (dinsdag, dinsdag, "Nog even.")
    assert weigering(herzie) == 409


def test_a_yes_on_a_negative_toets_is_in_the_register():
    """R209, E14."""
    opdracht = OpdrachtFactory(status="getoetst", toets={"juridisch": "negatief"})
    lijst = lijst_van()
    opdracht_agenderen(opdracht=opdracht, besluitenlijst=lijst, door=SYSTEEM, nu=NU)
    programmering_motiveren(
        programmering=Programmering.objects.get(), motivering="Moet.", door=SYSTEEM, nu=NU
    )
    besluitenlijst_vaststellen(besluitenlijst=lijst, door=SYSTEEM, nu=NU)
    rij = Afwijking.objects.get()
    assert (rij.regel, rij.reden, rij.object_id) == (
        "besluit_tegen_de_toets", "Moet.", opdracht.public_id
    )


def test_work_outside_the_begroting_is_in_the_register():
    """R003, EISEN table 2.12."""
    OpdrachtFactory(
        status="profiel_vastgesteld", begrotingscode="", motivatie_afwijking_begroting="Nieuw."
    )
    assert Afwijking.objects.get().regel == "opdracht_buiten_begroting"


@pytest.fixture
def als(ingelogd):
    def maak(rol=None, op=None):
        medewerker = MedewerkerFactory()
        if rol:
            RolFactory(rol_code=rol, op=op, medewerker=medewerker, uitzondering="Test")
        return ingelogd(medewerker.gebruiker)

    return maak


def test_the_list_shows_what_is_due_first_and_filters(als):
    browser = als("voorzitter", GremiumFactory(soort=G.P_BERAAD))
    leg_uit(waarover="Later", herziening_op=date(2027, 1, 1))
    leg_uit(waarover="Binnenkort")
    url = reverse("kern:afwijkingen")
    pagina = browser.get(url).content.decode()
    assert pagina.index("Binnenkort") < pagina.index("Later")
    assert "1 afwijking moet nu of binnenkort" in pagina
    assert "Later" not in browser.get(url, {"stand": "te-herzien"}).content.decode()
    assert "Geen afwijkingen" in browser.get(url, {"stand": "verlopen"}).content.decode()
    assert "Later" in browser.get(
        url, {"stand": "alle", "regel": "span_of_attention"}
    ).content.decode()
    rij = Afwijking.objects.first()
    assert browser.get(reverse("kern:afwijking", args=[rij.public_id])).status_code == 200
    assert browser.get(reverse("kern:afwijking-herzien", args=[rij.public_id])).status_code == 200
    antwoord = browser.post(
        reverse("kern:afwijking-herzien", args=[rij.public_id]), {"voortzetten": "nee",
                                                                  "reden": "r"}
    )
    assert antwoord.status_code == 409


def test_the_list_is_for_who_leads_decides_or_audits(als):
    gewoon, auditor = als(), als("auditor")
    assert gewoon.get(reverse("kern:afwijkingen")).status_code == 403
    assert auditor.get(reverse("kern:afwijkingen")).status_code == 200
    assert auditor.get(reverse("kern:afwijking-vastleggen")).status_code == 200
    assert auditor.post(reverse("kern:afwijking-vastleggen"), {
        "regel": "maatwerk", "waarover": "w", "reden": "r", "herziening_op": "2026-09-01",
    }).status_code == 403


def test_the_list_asks_as_much_for_one_as_for_three(als):
    browser, url = als("auditor"), reverse("kern:afwijkingen")
    leg_uit(waarover="een")

    def tel():
        browser.get(url)
        with CaptureQueriesContext(connection) as gevangen:
            assert browser.get(url).status_code == 200
        return len(gevangen)

    een = tel()
    leg_uit(waarover="twee")
    leg_uit(waarover="drie", regel="maatwerk")
    assert tel() == een
