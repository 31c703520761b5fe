"""The heat map of a sketch: what counts, that it answers at once, and who may look (R218)."""

from datetime import date
from decimal import Decimal

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from config.kern.actor import SYSTEEM
from opgaven.domain import jaarplan as jaarplannen
from opgaven.domain import scenario as domein
from opgaven.models import Scenario, ScenarioKeuze
from opgaven.scenario import Keuze, maanden_vanaf
from register.queries.programma import programma, rijen_van, totaal_van, verschillen
from tests.factories.kern import NU, VANDAAG, BesluitFactory, GremiumFactory
from tests.factories.opgaven import CapaciteitsvraagFactory, OpdrachtFactory, lijst_van
from tests.factories.pdomein import MedewerkerFactory, ProfessieFactory, PTeamFactory
from tests.factories.register import InzetFactory, RolFactory, aanwijzing

pytestmark = pytest.mark.django_db
JUNI = date(2026, 6, 1)
JAAR = maanden_vanaf(JUNI, 12)
HEEL_JAAR = {"begin": JUNI, "einde": date(2027, 6, 1)}


@pytest.fixture(autouse=True)
def _klok(monkeypatch):
    monkeypatch.setattr("config.kern.klok.nu", lambda: NU)
    monkeypatch.setattr("config.kern.klok.vandaag", lambda: VANDAAG)


@pytest.fixture
def professie():
    return ProfessieFactory(naam="Planologie")


@pytest.fixture
def pteam(professie):
    pteam = PTeamFactory(professie=professie, pmanager=MedewerkerFactory())
    for _ in range(6):
        MedewerkerFactory(pteam=pteam)
    return pteam


def werk(professie, fte="1.00", status="in_uitvoering", **velden):
    opdracht = OpdrachtFactory(leeg=True, **velden)
    CapaciteitsvraagFactory(
        opdracht=opdracht, professie_id=professie.pk, fte=Decimal(fte), **HEEL_JAAR
    )
    type(opdracht).objects.filter(pk=opdracht.pk).update(status=status)
    opdracht.status = status
    return opdracht


def rij(professie, keuzes=None):
    return next(r for r in rijen_van(programma(JAAR), keuzes or {}) if r.naam == professie.naam)


def test_capacity_minus_demand_per_professie_and_month(professie, pteam):
    werk(professie)
    gevonden = rij(professie)
    assert gevonden.vraag == [Decimal("1.00")] * 12
    assert gevonden.capaciteit == [Decimal("5.4")] * 12
    assert gevonden.saldo[0] == Decimal("4.4")
    assert gevonden.tekort == 0


def test_a_demand_that_is_filled_counts_once(professie, pteam):
    """The largest of asked, allocated and worked: never the sum."""
    opdracht = werk(professie, label="stabiel")
    mens = MedewerkerFactory(pteam=pteam)
    InzetFactory(
        opdracht=opdracht, medewerker=mens, fte=Decimal("0.4"), begin=JUNI,
        besluit=aanwijzing(soort="inzet"),
    )
    assert rij(professie).vraag[0] == Decimal("1.00")
    plan = jaarplannen.jaarplantoedeling_voorstellen(
        opdracht=opdracht, pteam=pteam, jaar=2026, fte=Decimal(2), marge_pct=10, door=SYSTEEM,
        nu=NU,
    )
    jaarplannen.jaarplantoedeling_vaststellen(toedeling=plan, door=SYSTEEM, nu=NU)
    vraag = rij(professie).vraag
    assert (vraag[0], vraag[6], vraag[7]) == (Decimal(2), Decimal(2), Decimal("1.00"))


def test_switches_take_away_move_and_shrink(professie, pteam):
    loopt, wacht = werk(professie), werk(professie, "0.50", "getoetst")
    assert rij(professie).vraag[0] == Decimal("1.00")
    assert rij(professie, {wacht.pk: Keuze(True)}).vraag[0] == Decimal("1.50")
    assert rij(professie, {loopt.pk: Keuze(False)}).vraag == [0] * 12
    later = rij(professie, {loopt.pk: Keuze(True, 2, 50)}).vraag
    assert later == [0, 0] + [Decimal("0.5")] * 10


def test_figures_of_a_small_group_are_not_shown(professie):
    pteam = PTeamFactory(professie=professie)
    MedewerkerFactory(pteam=pteam)
    werk(professie)
    assert rij(professie).capaciteit is None
    assert rij(professie).cellen()[0][0] == "1,0 gevraagd"


def test_difference_of_two_sketches(professie, pteam):
    opdracht = werk(professie)
    for _ in range(6):
        werk(professie)
    stand = programma(JAAR)
    nu, zonder = rijen_van(stand, {}), rijen_van(stand, {opdracht.pk: Keuze(False)})
    (een,) = verschillen(nu, zonder)
    assert (een.naam, een.vraag) == ("Planologie", Decimal("-12.00"))
    assert een.tekort == totaal_van(zonder).tekort - totaal_van(nu).tekort < 0
    assert verschillen(nu, nu) == []


def test_reading_the_programme_takes_the_same_questions_for_one_and_three(professie, pteam):
    def tel():
        with CaptureQueriesContext(connection) as vragen:
            rijen_van(programma(JAAR), {})
        return len(vragen)

    werk(professie)
    een = tel()
    for _ in range(2):
        werk(ProfessieFactory())
    assert tel() == een


# pages


@pytest.fixture
def secretaris(ingelogd):
    mens = MedewerkerFactory()
    RolFactory(
        rol_code="secretaris", medewerker=mens, op=GremiumFactory(soort="programmeerberaad"),
        besluit=BesluitFactory(besluitdatum=date(2026, 1, 1)),
    )
    return ingelogd(mens.gebruiker)


def url(naam, *args):
    return reverse(f"register:{naam}", args=args)


def maak(client):
    client.post(url("scenario-maken"), {
        "naam": "Zomer", "begin": "2026-06-15", "maanden": "12", "toelichting": "Wat als",
    })
    return Scenario.objects.latest("pk")


def test_sketches_are_for_who_programmes(ingelogd):
    client = ingelogd(MedewerkerFactory().gebruiker)
    for naam in ("scenarios", "scenario-maken", "scenarios-vergelijken"):
        assert client.get(url(naam)).status_code == 403
    assert "Scenario" not in client.get(reverse("opgaven:programmering")).content.decode()


def test_switching_answers_with_the_picture_and_works_without_script(
    secretaris, professie, pteam
):
    opdracht = werk(professie)
    assert "Nog geen scenario" in secretaris.get(url("scenarios")).content.decode()
    scenario = maak(secretaris)
    assert scenario.begin == JUNI
    pagina = url("scenario", scenario.public_id)
    assert opdracht.naam in secretaris.get(pagina, {"zoek": opdracht.naam}).content.decode()
    zet = url("scenariokeuze-zetten", scenario.public_id, opdracht.public_id)
    assert secretaris.post(zet, {"is_aan": "nee"})["Location"] == pagina
    tekst = secretaris.get(pagina).content.decode()
    assert "gaat niet door" in tekst
    voor = f"k{ScenarioKeuze.objects.get().pk}"
    invoer = {"voor": voor, f"{voor}-is_aan": "ja", f"{voor}-maanden_later": "3",
              f"{voor}-fte_pct": "50"}
    fragment = secretaris.post(zet, invoer, headers={"HX-Request": "true"})
    assert fragment.status_code == 200
    tekst = fragment.content.decode()
    assert tekst.lstrip().startswith('<div id="beeld"')
    assert "begint 3 maanden later, met 50% van de fte" in tekst
    assert secretaris.post(zet, {"is_aan": "misschien"}).status_code == 400
    secretaris.post(url("scenariokeuze-vervallen", scenario.public_id, opdracht.public_id))
    assert ScenarioKeuze.objects.count() == 0


def test_somebody_elses_sketch_is_refused_in_words(secretaris, professie):
    scenario = domein.scenario_maken(naam="Van een ander", begin=JUNI, door=SYSTEEM, nu=NU)
    opdracht = werk(professie)
    zet = url("scenariokeuze-zetten", scenario.public_id, opdracht.public_id)
    for kop in ({}, {"HX-Request": "true"}):
        antwoord = secretaris.post(zet, {"is_aan": "nee"}, headers=kop)
        assert antwoord.status_code == 403
        assert "Maak een kopie" in antwoord.content.decode()
    kopie = secretaris.get(url("scenario-maken"), {"van": scenario.public_id})
    assert "Van een ander (kopie)" in kopie.content.decode()
    assert secretaris.get(url("scenario-maken"), {"van": "x"}).status_code == 200


def test_comparing_and_putting_on_a_list(secretaris, professie, pteam):
    opdracht = werk(professie, capaciteit_fte=Decimal(1))
    scenario = maak(secretaris)
    vergelijken = url("scenarios-vergelijken")
    assert "Kies twee scenario" in secretaris.get(vergelijken).content.decode()
    domein_url = url("scenariokeuze-zetten", scenario.public_id, opdracht.public_id)
    secretaris.post(domein_url, {"is_aan": "nee"})
    tekst = secretaris.get(vergelijken, {"a": "", "b": scenario.public_id}).content.decode()
    assert "Rechts: Zomer" in tekst
    assert "Planologie" in tekst
    agenderen = url("scenario-agenderen", scenario.public_id)
    assert "Geen open besluitenlijst" in secretaris.get(agenderen).content.decode()
    lijst = lijst_van(datum=date(2026, 6, 8))
    assert opdracht.naam in secretaris.get(agenderen).content.decode()
    antwoord = secretaris.post(agenderen, {"besluitenlijst": lijst.public_id})
    assert antwoord["Location"] == reverse("opgaven:besluitenlijst", args=[lijst.public_id])
    tekst = secretaris.get(antwoord["Location"]).content.decode()
    assert f"Herprogrammeren: {opdracht.naam}" in tekst
    punt = lijst.besluiten.get().herprogrammering
    secretaris.post(reverse("opgaven:herprogrammering-intrekken", args=[punt.public_id]))
    assert lijst.besluiten.count() == 0
    secretaris.post(url("scenario-verwijderen", scenario.public_id))
    assert Scenario.objects.count() == 0
