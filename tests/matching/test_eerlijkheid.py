"""Who gets a chance, by group and never by name (R258)."""

from datetime import date, timedelta
from decimal import Decimal

import pytest
from django.urls import reverse
from django.utils import timezone

from config.kern.models import DemoKlok
from matching.domain.kandidaat import suggestie_vragen
from matching.queries.eerlijkheid import eerlijkheid
from tests.factories.kern import NU
from tests.factories.matchtafel import maak_procedure, maak_reactie, maak_tafel, open_tafel
from tests.factories.pdomein import (
    CompetentieFactory,
    MedewerkerFactory,
    PPPFactory,
    PTeamFactory,
)

pytestmark = pytest.mark.django_db
DAG = NU.date()
VAN, TOT = DAG - timedelta(days=30), DAG + timedelta(days=1)


@pytest.fixture(autouse=True)
def klok_op_nu(db):
    DemoKlok.objects.create(
        verschuiving_seconden=int((NU - timezone.now()).total_seconds()) + 60
    )


@pytest.fixture
def geweest():
    """Six people of one team, four of another; a ranking, one reaction, one session."""
    tafel, c = maak_tafel(), CompetentieFactory()
    groot, klein = PTeamFactory(naam="Groot"), PTeamFactory(naam="Klein")
    for n in range(6):
        mens = MedewerkerFactory(pteam=groot, schaal=11, aanstelling_fte=Decimal("0.5"))
        PPPFactory(medewerker=mens, competenties=[(c, 3)] if n < 4 else [])
    for _ in range(4):
        PPPFactory(medewerker=MedewerkerFactory(pteam=klein, schaal=11), competenties=[(c, 3)])
    procedure = maak_procedure(competenties=[(c, 3, 2, False)])
    maak_reactie(procedure, mens)
    open_tafel(tafel, procedure)
    suggestie_vragen(procedure=procedure, door=tafel.als_recruiter, nu=NU)
    return tafel


def test_people_are_counted_once_per_step_and_small_groups_stay_away(geweest):
    rapport = eerlijkheid(VAN, TOT, DAG)

    teams = {g.naam: (g.mensen, g.stappen) for g in rapport.groepen["team"]}
    assert teams["Groot"] == (6, {
        "gezien": 5, "voorgesteld": 5, "gereageerd": 1, "op_tafel": 1, "gekozen": 0,
    })
    assert "Klein" not in teams
    assert rapport.verborgen["team"] > 0
    assert rapport.totaal.stappen["gezien"] == 9
    assert rapport.groepen["uren"][0].per_tien["gezien"] == 8.3


def test_another_period_is_empty(geweest):
    rapport = eerlijkheid(date(2020, 1, 1), date(2021, 1, 1), DAG)

    assert set(rapport.totaal.stappen.values()) == {0}


def test_page_and_csv_are_for_the_p_beraad(geweest, ingelogd):
    naar = [reverse("matching:eerlijkheid"), reverse("matching:eerlijkheid-export")]
    directeur = ingelogd(geweest.directeur.gebruiker)
    html = directeur.get(naar[0]).content.decode()
    csv = b"".join(directeur.get(naar[1]).streaming_content).decode("utf-8-sig")
    wie = ingelogd(geweest.collega.gebruiker)

    assert "Groot" in html
    assert "Klein" not in html
    assert "Groot" in csv
    assert [wie.get(n).status_code for n in naar] == [403, 403]
    assert naar[0] in directeur.get(reverse("matching:cijfers")).content.decode()


def test_number_of_queries_does_not_grow_with_people(geweest, django_assert_max_num_queries):
    with django_assert_max_num_queries(8):
        eerlijkheid(VAN, TOT, DAG)
