"""What if: switches decide nothing, an adopted list does (R012, R013, R218, R225)."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from config.kern.actor import SYSTEEM, Recht
from config.kern.enums import GremiumSoort
from config.kern.fouten import DomeinFout
from config.kern.models import Besluit
from opgaven.domain import scenario as domein
from opgaven.domain.besluitenlijst import besluitenlijst_vaststellen
from opgaven.domain.sturing import kader_vastleggen
from opgaven.models import Herprogrammering, Opdracht, Programmering, Scenario, ScenarioKeuze
from opgaven.scenario import (
    Keuze,
    basis,
    beslag,
    in_woorden,
    maanden_later,
    maanden_vanaf,
    toegepast,
)
from tests.factories.kern import NU, BesluitFactory, GebruikerFactory, GremiumFactory
from tests.factories.opgaven import OpdrachtFactory, lijst_van

pytestmark = pytest.mark.django_db
JUNI = date(2026, 6, 1)
UIT, AAN = Keuze(False), Keuze(True)


def maak(**velden):
    basis_ = {"naam": "Minder in de zomer", "begin": JUNI, "door": SYSTEEM, "nu": NU}
    return domein.scenario_maken(**{**basis_, **velden})


def zet(scenario, opdracht, keuze, door=SYSTEEM):
    domein.scenariokeuze_zetten(
        scenario=scenario, opdracht=opdracht, keuze=keuze, door=door, nu=NU
    )


def open_lijst():
    """Of a day on which the factories adopt nothing."""
    return lijst_van(datum=date(2026, 1, 5))


def agendeer(scenario, lijst=None):
    return domein.scenario_agenderen(
        scenario=scenario, besluitenlijst=lijst or open_lijst(), door=SYSTEEM, nu=NU
    )


def stel_vast(lijst):
    return besluitenlijst_vaststellen(besluitenlijst=lijst, door=SYSTEEM, nu=NU)


def vers(opdracht):
    return Opdracht.objects.get(pk=opdracht.pk)


def klein(**velden):
    return OpdrachtFactory(**{
        "capaciteit_fte": Decimal("2.50"), "status": "in_uitvoering", **velden
    })


@pytest.mark.parametrize(
    ("velden", "veld"),
    [({"naam": " "}, "naam"), ({"naam": "x" * 121}, "naam"), ({"maanden": 0}, "maanden"),
     ({"maanden": 25}, "maanden"), ({"begin": date(1, 1, 1)}, "begin")],
)
def test_bad_input_is_refused_in_its_field(velden, veld):
    with pytest.raises(DomeinFout) as fout:
        maak(**velden)
    assert fout.value.beletsel.veld == veld


@pytest.mark.parametrize("keuze", [Keuze(True, 25), Keuze(True, -1), Keuze(True, 0, 9),
                                   Keuze(True, 0, 101)])
def test_a_switch_has_limits(keuze):
    with pytest.raises(DomeinFout) as fout:
        zet(maak(), klein(), keuze)
    assert fout.value.status == 400


@pytest.mark.parametrize("status", ["gedechargeerd", "geschrapt", "opgeleverd"])
def test_what_ended_does_not_switch(status):
    with pytest.raises(DomeinFout) as fout:
        zet(maak(), OpdrachtFactory(status=status), UIT)
    assert fout.value.status == 409


def test_only_the_maker_switches_but_others_may_copy(maak_actor):
    ander = maak_actor(GebruikerFactory(), Recht.CAPACITEIT_INZIEN)
    bron, opdracht = maak(), klein()
    zet(bron, opdracht, UIT)
    with pytest.raises(DomeinFout) as fout:
        zet(bron, opdracht, AAN, door=ander)
    assert "Maak een kopie" in fout.value.zin
    kopie = maak(naam="Van mij", kopie_van=bron, door=ander)
    zet(kopie, opdracht, Keuze(True, 0, 50), door=ander)
    assert [k.is_aan for k in bron.keuzes.all()] == [False]
    assert [k.fte_pct for k in kopie.keuzes.all()] == [50]


def test_switching_twice_leaves_one_row_and_changes_no_work():
    """Nothing is decided until a besluitenlijst is adopted."""
    scenario, opdracht = maak(), klein()
    for _ in range(2):
        zet(scenario, opdracht, UIT)
    assert ScenarioKeuze.objects.count() == 1
    assert (vers(opdracht).status, vers(opdracht).versie) == ("in_uitvoering", opdracht.versie)
    domein.scenariokeuze_vervallen(scenario=scenario, opdracht=opdracht, door=SYSTEEM, nu=NU)
    assert ScenarioKeuze.objects.count() == 0


def test_off_becomes_a_draft_and_slows_the_work_down_when_adopted():
    """R012, R013."""
    scenario, opdracht, lijst = maak(), klein(), open_lijst()
    zet(scenario, opdracht, UIT)
    agendeer(scenario, lijst)
    assert vers(opdracht).status == "in_uitvoering"
    stel_vast(lijst)
    assert vers(opdracht).status == "getemporiseerd"
    overgang = opdracht.statusovergangen.first()
    assert overgang.besluit == Herprogrammering.objects.get().besluit


def test_slowed_work_goes_on_where_it_was():
    opdracht, lijst = OpdrachtFactory(status="getemporiseerd"), open_lijst()
    scenario = maak()
    zet(scenario, opdracht, AAN)
    agendeer(scenario, lijst)
    stel_vast(lijst)
    assert vers(opdracht).status == "in_uitvoering"


def test_later_and_smaller_shift_the_work_and_what_it_asks():
    opdracht, lijst = klein(status="geprogrammeerd"), open_lijst()
    scenario = maak()
    zet(scenario, opdracht, Keuze(True, 3, 50))
    agendeer(scenario, lijst)
    stel_vast(lijst)
    na = vers(opdracht)
    assert (na.begin, na.einde, na.capaciteit_fte) == (
        date(2026, 10, 1), date(2027, 10, 1), Decimal("1.25")
    )
    vraag = na.capaciteitsvragen.get(plaats="team")
    assert (vraag.begin, vraag.fte) == (date(2026, 10, 1), Decimal("0.30"))
    stel_vast(lijst)
    assert vers(opdracht).capaciteit_fte == Decimal("1.25")


def test_new_work_goes_by_the_ordinary_route():
    opdracht, lijst, scenario = OpdrachtFactory(status="getoetst"), open_lijst(), maak()
    zet(scenario, opdracht, AAN)
    agendeer(scenario, lijst)
    assert Programmering.objects.get().opdracht == opdracht
    stel_vast(lijst)
    assert vers(opdracht).status == "geprogrammeerd"


def test_what_cannot_be_decided_stays_behind_with_the_reason():
    loopt = klein(begin=date(2026, 1, 1))
    concept, gelijk, wel = OpdrachtFactory(), klein(), klein()
    scenario = maak()
    for opdracht, keuze in (
        (loopt, Keuze(True, 3)), (concept, AAN), (gelijk, AAN), (wel, UIT)
    ):
        zet(scenario, opdracht, keuze)
    zinnen = {p.opdracht: p.beletsel.zin if p.beletsel else "" for p in agendeer(scenario)}
    assert "De opdracht loopt al" in zinnen[loopt]
    assert "Stel eerst het opdrachtprofiel vast" in zinnen[concept]
    assert (zinnen[gelijk], zinnen[wel]) == ("Dit verandert niets.", "")
    assert Besluit.objects.filter(onderwerp__startswith="Herprogrammeren").count() == 1
    with pytest.raises(DomeinFout) as fout:
        agendeer(scenario)
    assert fout.value.status == 409


def test_large_changes_go_to_the_directieteam():
    """R225: re-prioritisation in the programmeerberaad is marginal."""
    groot, scenario = klein(capaciteit_fte=Decimal(8)), maak()
    zet(scenario, groot, UIT)
    with pytest.raises(DomeinFout):
        agendeer(scenario)
    (punt,) = domein.punten_van(scenario, open_lijst(), SYSTEEM, JUNI)
    assert "besluit het Directieteam" in punt.beletsel.zin
    dt = lijst_van(GremiumFactory(soort=GremiumSoort.DT))
    assert [p.beletsel for p in agendeer(scenario, dt)] == [None]


def test_what_gs_decided_stays():
    """R014, R016: a lower beraad does not slow down or shrink below what GS decided."""
    opdracht, scenario = klein(), maak()
    for onderwerp, waarde in (("prioriteit", 1), ("capaciteit", Decimal("2.50"))):
        kader_vastleggen(
            opdracht=opdracht, onderwerp=onderwerp, waarde=Decimal(waarde), door=SYSTEEM, nu=NU,
            besluit=BesluitFactory(gremium=GremiumFactory(soort=GremiumSoort.GS)),
        )
    for keuze in (UIT, Keuze(True, 0, 50)):
        zet(scenario, opdracht, keuze)
        (punt,) = domein.punten_van(scenario, open_lijst(), SYSTEEM, JUNI)
        assert "Gedeputeerde Staten besloten" in punt.beletsel.zin


def test_other_bodies_and_adopted_lists_are_refused():
    scenario = maak()
    zet(scenario, klein(), UIT)
    with pytest.raises(DomeinFout) as fout:
        agendeer(scenario, lijst_van(GremiumFactory(soort=GremiumSoort.O_BERAAD)))
    assert fout.value.status == 400
    lijst = open_lijst()
    agendeer(scenario, lijst)
    stel_vast(lijst)
    with pytest.raises(DomeinFout) as fout:
        agendeer(scenario, lijst)
    assert fout.value.status == 409


def test_a_point_can_be_taken_off_and_a_scenario_thrown_away():
    scenario, opdracht, lijst = maak(), klein(), open_lijst()
    zet(scenario, opdracht, UIT)
    agendeer(scenario, lijst)
    rij = Herprogrammering.objects.get()
    for _ in range(2):
        domein.herprogrammering_intrekken(herprogrammering=rij, door=SYSTEEM, nu=NU)
    assert lijst.besluiten.count() == 0
    agendeer(scenario, lijst)
    domein.scenario_verwijderen(scenario=scenario, door=SYSTEEM, nu=NU)
    assert (Scenario.objects.count(), lijst.besluiten.count()) == (0, 1)
    stel_vast(lijst)
    assert vers(opdracht).status == "getemporiseerd"


def test_a_point_that_no_longer_fits_stops_the_list():
    scenario, opdracht, lijst = maak(), klein(), open_lijst()
    zet(scenario, opdracht, UIT)
    agendeer(scenario, lijst)
    Opdracht.objects.filter(pk=opdracht.pk).update(status="opgeleverd")
    with pytest.raises(DomeinFout) as fout:
        stel_vast(lijst)
    assert opdracht.naam in fout.value.zin


def test_words():
    nu, uit = basis("in_uitvoering"), basis("getoetst")
    assert (nu.is_aan, uit.is_aan) == (True, False)
    assert in_woorden(Keuze(True, 1, 50), nu) == "begint 1 maand later, met 50% van de fte"
    assert (in_woorden(AAN, nu), in_woorden(UIT, nu), in_woorden(AAN, uit)) == (
        "", "gaat niet door", "gaat door"
    )


def test_months():
    assert maanden_later(date(2026, 1, 31), 1) == date(2026, 2, 28)
    assert maanden_later(date(2026, 12, 15), 2) == date(2027, 2, 15)
    maanden = maanden_vanaf(date(2026, 11, 1), 3)
    assert maanden == [date(2026, 11, 1), date(2026, 12, 1), date(2027, 1, 1)]
    assert beslag(maanden, date(2026, 11, 2), date(2027, 1, 1)) == (1, 2)
    assert beslag(maanden, date(2026, 1, 1), None) == (0, 3)


reeksen = st.lists(st.integers(0, 50).map(Decimal), min_size=1, max_size=12)


@given(reeksen, st.integers(0, 24), st.integers(10, 100))
def test_a_switch_never_asks_more_than_before(reeks, later, pct):
    na = toegepast(reeks, Keuze(True, later, pct))
    assert len(na) == len(reeks)
    assert sum(na) <= sum(reeks) * pct / 100
    assert toegepast(reeks, Keuze(True)) == reeks
    assert sum(toegepast(reeks, UIT)) == 0
