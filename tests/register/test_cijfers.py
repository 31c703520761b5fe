"""Wage cost, flow and the Personeelsmonitor: groups of five or more (R306, R370, R389)."""

from datetime import date
from decimal import Decimal
from io import BytesIO

import pytest
from django.urls import reverse
from openpyxl import load_workbook

from config.kern.actor import SYSTEEM
from config.kern.models import Instelling
from pdomein.domain.medewerker import medewerker_uit_dienst
from pdomein.domain.pteam import plaatsing_vastleggen
from register.queries.doorstroom import doorstroom
from register.queries.loonkosten import concernkosten, kosten_per, kosten_per_opdracht, kosten_van
from register.queries.personeelsmonitor import DEFINITIES, KOPPEN, monitor
from tests.factories.pdomein import MedewerkerFactory, PTeamFactory
from tests.factories.register import InzetFactory, OpdrachtFactory, RolFactory

pytestmark = pytest.mark.django_db
DAG = date(2026, 6, 1)
SCHERMEN = ("loonkosten", "doorstroom", "personeelsmonitor")


@pytest.fixture
def team():
    return PTeamFactory(naam="Ecologie")


@pytest.fixture
def leden(team):
    return [MedewerkerFactory(pteam=team, schaal=11) for _ in range(5)]


@pytest.fixture
def client(ingelogd):
    mens = MedewerkerFactory(functiegroep="", schaal=None)
    RolFactory(rol_code="concerndirecteur", medewerker=mens, op=None)
    return ingelogd(mens.gebruiker)


def inhoud(client, naam, status=200, **vraag):
    antwoord = client.get(reverse(f"register:{naam}"), vraag)
    assert antwoord.status_code == status
    return " ".join(antwoord.content.decode().split())


def test_a_team_costs_the_average_of_its_scales(team, leden):
    """R306: from the average per scale, dated in the settings."""
    [een] = kosten_per("pteam", DAG)
    assert (een.mensen, een.euro) == (5, 5 * 91000)
    Instelling.objects.create(
        sleutel="LOONKOSTEN_PER_SCHAAL", waarde={str(n): 100 for n in range(1, 19)},
        geldig_vanaf=date(2026, 1, 1), bron="Begroting 2026",
    )
    [een] = kosten_per("domein", DAG)
    assert een.euro == 500


def test_four_people_have_no_amount_and_cannot_be_subtracted(team, leden):
    klein = PTeamFactory(naam="Klein")
    MedewerkerFactory(pteam=klein)
    assert [k.euro for k in kosten_per("pteam", DAG)] == [None, None]


def test_an_opdracht_has_an_amount_from_five_people_on(leden):
    opdracht = OpdrachtFactory()
    for mens in leden[:4]:
        InzetFactory(opdracht=opdracht, medewerker=mens, fte=Decimal("0.5"))
    assert kosten_van(opdracht, DAG) is None
    assert kosten_per_opdracht(DAG) == []
    InzetFactory(opdracht=opdracht, medewerker=leden[4], fte=Decimal("0.5"))
    assert kosten_van(opdracht, DAG).euro == Decimal("2.5") * 91000


def test_the_year_ahead_follows_who_leaves(team, leden, nu):
    """R306: a forecast; who leaves halfway costs half."""
    vol = concernkosten(DAG)
    assert round(vol.euro) == 5 * 91000
    assert (vol.budget, vol.zonder_schaal) == (160_000_000, 0)
    medewerker_uit_dienst(medewerker=leden[0], per=date(2026, 12, 1), door=SYSTEEM, nu=nu)
    assert round(concernkosten(DAG).euro) == 409_500


def test_flow_counts_in_through_and_out_per_quarter(team, leden, nu):
    """R370."""
    ander = PTeamFactory(naam="Water")
    for _ in range(5):
        MedewerkerFactory(pteam=ander)
    nieuw = MedewerkerFactory(pteam=ander, in_dienst=date(2026, 2, 1))
    plaatsing_vastleggen(
        medewerker=leden[0], pteam=ander, begin=date(2026, 4, 1), reden="Wil water leren",
        door=SYSTEEM, nu=nu,
    )
    MedewerkerFactory(pteam=team)
    medewerker_uit_dienst(medewerker=nieuw, per=date(2026, 5, 1), door=SYSTEEM, nu=nu)
    beeld = doorstroom("pteam", DAG)
    per = {s.naam: s.reeks for s in beeld.stromen}
    assert per == {"Ecologie": [0, 0, 1, 0], "Water": [1, 1, 0, 1]}
    assert [k for k, _ in beeld.kwartalen] == [date(2026, 1, 1), date(2026, 4, 1)]
    assert beeld.stille == []


def test_teams_without_movement_are_a_signal_that_can_be_switched_off(team, leden):
    assert [s.naam for s in doorstroom("pteam", DAG).stille] == ["Ecologie"]
    Instelling.objects.create(
        sleutel="SIGNAAL_DOORSTROOM", waarde=False, geldig_vanaf=date(2026, 1, 1), bron="DT"
    )
    assert doorstroom("pteam", DAG).stille == []


def test_the_monitor_has_the_seven_headings_and_says_what_is_not_here(team, leden):
    """R389, table 2.13."""
    cijfers = monitor(DAG)
    assert list(dict.fromkeys(c.onderdeel for c in cijfers)) == list(KOPPEN)
    assert {c.onderdeel for c in cijfers if c.tekst == "niet in Inzet"} == {
        "Ziekteverzuim", "Sociale zekerheid",
    }
    assert {c.cijfer for c in cijfers} <= set(DEFINITIES)
    omvang = next(c for c in cijfers if c.cijfer == "Omvang")
    assert (omvang.uitsplitsing, omvang.waarde) == ("Vast", 5)


def test_the_monitor_hides_groups_of_fewer_than_five(team, leden):
    MedewerkerFactory(pteam=team, dienstverband="tijdelijk")
    mensen = [c for c in monitor(DAG) if c.cijfer == "Mensen in dienst"]
    assert [c.tekst for c in mensen] == ["minder dan 5 mensen"] * 2


@pytest.mark.parametrize("naam", SCHERMEN)
def test_screens_and_files_are_for_who_steers(naam, client, ingelogd, leden):
    inhoud(ingelogd(leden[0].gebruiker), naam, status=403)
    assert ingelogd(leden[0].gebruiker).get(
        reverse(f"register:{naam}-export")
    ).status_code == 403
    assert leden[0].naam not in inhoud(client, naam)
    csv = b"".join(client.get(reverse(f"register:{naam}-export")).streaming_content)
    assert csv.count(b"\r\n") >= 2


@pytest.mark.parametrize(("naam", "per"), [
    ("loonkosten", "pteam"), ("loonkosten", "opdracht"), ("loonkosten", "onzin"),
    ("doorstroom", "pteam"), ("doorstroom", "cluster"),
])
def test_every_view_works_with_and_without_data(naam, per, client, team):
    inhoud(client, naam, per=per)
    for _ in range(5):
        MedewerkerFactory(pteam=team)
    inhoud(client, naam, per=per)


def test_the_workbook_opens_and_explains_itself(client, leden):
    antwoord = client.get(reverse("register:personeelsmonitor-xlsx"))
    boek = load_workbook(BytesIO(antwoord.content))
    assert boek.sheetnames == ["Personeelsmonitor", "Definities"]
    assert boek["Personeelsmonitor"]["A2"].value == "Werkgelegenheid"


@pytest.mark.parametrize(("naam", "per"), [
    ("loonkosten", "pteam"), ("doorstroom", "pteam"), ("personeelsmonitor", ""),
])
def test_the_number_of_queries_does_not_grow(naam, per, client, django_assert_max_num_queries):
    def erbij():
        team = PTeamFactory()
        for _ in range(5):
            InzetFactory(medewerker=MedewerkerFactory(pteam=team), fte=Decimal("0.3"))

    def tel():
        with django_assert_max_num_queries(26) as gemeten:
            inhoud(client, naam, per=per)
        return len(gemeten.captured_queries)

    erbij()
    een = tel()
    erbij()
    erbij()
    assert tel() == een
