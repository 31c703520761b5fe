"""The own people who have room, with work of the market that fits (R242)."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from config.kern.models import Inzage
from config.kern.werkdagen import lokale_dag
from matching.domain.tro import Gevraagd, tro_bijwerken
from matching.queries.vrij import vrije_mensen
from pdomein.models import PPPCompetentie
from tests.factories.matching import NU, gepubliceerd, maak_wereld
from tests.factories.pdomein import CompetentieFactory
from tests.matching.test_schermen import als, url

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def klok(monkeypatch):
    monkeypatch.setattr("config.kern.klok.nu", lambda: NU)
    monkeypatch.setattr("config.kern.klok.vandaag", lambda: lokale_dag(NU))


@pytest.fixture
def wereld():
    return maak_wereld()


@pytest.fixture
def ecologie(wereld):
    """Asked at level 3; the first colleague has level 4, the second level 2."""
    competentie = CompetentieFactory(naam="Ecologie van plassen")
    procedure = gepubliceerd(wereld).procedure
    tro_bijwerken(
        procedure=procedure, velden={}, competenties=[Gevraagd(competentie, 3)],
        door=wereld.als(wereld.aog), nu=NU,
    )
    for mens, niveau in zip(wereld.mensen, (4, 2), strict=False):
        PPPCompetentie.objects.create(ppp=mens.ppp, competentie=competentie, niveau=niveau)
    return competentie


def test_work_fits_from_the_asked_level_on(wereld, ecologie):
    mensen = {v.medewerker: v for v in vrije_mensen([wereld.pteam], lokale_dag(NU))}
    een, twee, _ = wereld.mensen

    assert [p.heeft for p in mensen[een].passend] == [("Ecologie van plassen",)]
    assert "1 van de 1 gevraagde" in mensen[een].passend[0].zin
    assert mensen[twee].passend == ()


def test_only_the_own_pmanager_sees_people_and_they_can_see_that(wereld, ecologie):
    eigen = als(wereld.pmanager).get(url("vrij")).content.decode()
    ander = als(wereld.dmo).get(url("vrij")).content.decode()

    assert wereld.mensen[0].naam in eigen
    assert wereld.mensen[0].naam not in ander
    assert "Je leidt geen P-team" in ander
    assert als(wereld.mensen[0]).get(url("vrij")).status_code == 403
    assert Inzage.objects.filter(wiens_id=wereld.mensen[0].gebruiker_id, wat="uren").exists()


def test_the_list_takes_the_same_queries_for_one_and_three(wereld, ecologie):
    teams, aantallen = [wereld.pteam], []
    for aantal in (3, 1):
        for mens in wereld.mensen[aantal:]:
            mens.plaatsingen.all().delete()
        with CaptureQueriesContext(connection) as vragen:
            assert vrije_mensen(teams, lokale_dag(NU))
        aantallen.append(len(vragen))

    assert aantallen[0] == aantallen[1]
