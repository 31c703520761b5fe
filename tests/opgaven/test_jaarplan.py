"""Stable work in the year plan: who asks, who decides, and the margin (R055-R057, E07)."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from config.kern.actor import SYSTEEM, Recht
from config.kern.fouten import DomeinFout
from config.kern.models import Bericht, Logregel
from opgaven.domain import jaarplan as domein
from opgaven.jaarplan import Marge
from opgaven.models import JaarplanToedeling
from opgaven.queries.jaarplan import toedeling_met, toegedeeld_aan
from opgaven.rules import jaarplan as rules
from tests.factories.kern import NU, VANDAAG, GebruikerFactory
from tests.factories.opgaven import OpdrachtFactory
from tests.factories.pdomein import MedewerkerFactory, PTeamFactory
from tests.opgaven.conftest import ROLLEN

WIE = {"domeindirecteur", "aog", "aon"}


@pytest.fixture
def opdracht(db):
    return OpdrachtFactory(
        label="stabiel", status="in_uitvoering", begin=date(2026, 1, 1), einde=None
    )


@pytest.fixture
def pteam(db):
    return PTeamFactory(pmanager=MedewerkerFactory())


@pytest.fixture
def leider(maak_actor, pteam):
    return maak_actor(GebruikerFactory(), (Recht.PTEAM_LEIDEN, pteam))


def stel_voor(opdracht, pteam, door=SYSTEEM, **velden):
    basis = {"jaar": 2026, "fte": Decimal("2.00"), "marge_pct": 10, "nu": NU}
    return domein.jaarplantoedeling_voorstellen(
        opdracht=opdracht, pteam=pteam, door=door, **{**basis, **velden}
    )


def weigering(*args, **velden):
    with pytest.raises(DomeinFout) as fout:
        stel_voor(*args, **velden)
    return fout.value


@pytest.mark.parametrize("rol", ROLLEN)
def test_who_asks_capacity_in_the_year_plan(als, opdracht, pteam, rol):
    door = als(rol, opdracht)
    if rol in WIE:
        assert stel_voor(opdracht, pteam, door).status == "voorgesteld"
    else:
        assert weigering(opdracht, pteam, door=door).status == 403


@pytest.mark.parametrize("rol", ROLLEN)
def test_only_the_pmanager_of_the_team_decides(als, opdracht, pteam, rol):
    rij = stel_voor(opdracht, pteam)
    door = als(rol, opdracht)
    for besluit in (
        lambda: domein.jaarplantoedeling_vaststellen(toedeling=rij, door=door, nu=NU),
        lambda: domein.jaarplantoedeling_afwijzen(toedeling=rij, reden="Nee", door=door, nu=NU),
    ):
        with pytest.raises(DomeinFout) as fout:
            besluit()
        assert fout.value.status == 403


def test_dynamic_work_has_no_year_plan(pteam):
    fout = weigering(OpdrachtFactory(status="in_uitvoering"), pteam)
    assert (fout.status, fout.zin.split(".")[0]) == (409, "Deze opdracht is dynamisch")


@pytest.mark.parametrize("status", ["concept", "getoetst", "gedechargeerd", "getemporiseerd"])
def test_only_programmed_or_running_work_gets_capacity(db, pteam, status):
    fout = weigering(OpdrachtFactory(label="stabiel", status=status), pteam)
    assert fout.status == 409


@pytest.mark.parametrize(
    ("velden", "veld"),
    [
        ({"fte": Decimal(0)}, "fte"), ({"fte": Decimal("-1")}, "fte"),
        ({"fte": Decimal("NaN")}, "fte"), ({"fte": Decimal("99999")}, "fte"),
        ({"marge_pct": 101}, "marge_pct"), ({"marge_pct": -1}, "marge_pct"),
        ({"jaar": 2025}, "jaar"), ({"jaar": 2040}, "jaar"),
    ],
)
def test_impossible_input_is_refused_in_its_field(opdracht, pteam, velden, veld):
    fout = weigering(opdracht, pteam, **velden)
    assert (fout.status, fout.beletsel.veld) == (400, veld)


def test_a_team_that_no_longer_exists_is_refused(opdracht, pteam):
    pteam.einde = date(2026, 1, 1)
    pteam.save()
    assert weigering(opdracht, pteam).beletsel.veld == "pteam"


def test_year_outside_the_work_is_refused(pteam):
    werk = OpdrachtFactory(
        label="stabiel", status="in_uitvoering", begin=date(2027, 1, 1), einde=date(2028, 1, 1)
    )
    assert weigering(werk, pteam, jaar=2026).zin == "De opdracht begint pas in 2027."
    assert weigering(werk, pteam, jaar=2028).zin == "De opdracht eindigt in 2027."


def test_e07_allocation_of_two_fte_with_ten_percent_is_stored(opdracht, pteam, leider):
    """E07, R056: 2.0 fte to P-team X with 10% margin, by a decision of its P-manager."""
    rij = stel_voor(opdracht, pteam)
    domein.jaarplantoedeling_vaststellen(toedeling=rij, door=leider, nu=NU)
    rij = toedeling_met(rij.public_id)
    assert (rij.fte, rij.marge_pct, rij.status) == (Decimal("2.00"), 10, "vastgesteld")
    assert rij.besluit.hoedanigheid == f"P-manager {pteam.naam}"
    assert "2\u00a0fte" in rij.besluit.tekst
    assert toegedeeld_aan(pteam, 2026) == Decimal("2.00")
    assert Logregel.objects.filter(handeling="jaarplantoedeling_vastgesteld").count() == 1


def test_the_pmanager_hears_of_a_demand(opdracht, pteam):
    stel_voor(opdracht, pteam)
    onderwerpen = Bericht.objects.values_list("onderwerp", flat=True)
    assert list(onderwerpen) == [f"Jaarplan 2026: capaciteit gevraagd voor {opdracht.naam}"]


def test_double_click_asks_and_decides_once(opdracht, pteam, leider):
    rij = stel_voor(opdracht, pteam)
    assert weigering(opdracht, pteam).beletsel.veld == "pteam"
    domein.jaarplantoedeling_vaststellen(toedeling=rij, door=leider, nu=NU)
    with pytest.raises(DomeinFout) as fout:
        domein.jaarplantoedeling_vaststellen(toedeling=rij, door=leider, nu=NU)
    assert (fout.value.status, JaarplanToedeling.objects.count()) == (409, 1)


def test_a_new_size_replaces_the_old_one_only_when_decided(opdracht, pteam, leider):
    oud = stel_voor(opdracht, pteam)
    domein.jaarplantoedeling_vaststellen(toedeling=oud, door=leider, nu=NU)
    nieuw = stel_voor(opdracht, pteam, fte=Decimal("3.00"))
    assert toegedeeld_aan(pteam, 2026) == Decimal("2.00")
    domein.jaarplantoedeling_vaststellen(toedeling=nieuw, door=leider, nu=NU)
    oud.refresh_from_db()
    assert (oud.status, toegedeeld_aan(pteam, 2026)) == ("vervangen", Decimal("3.00"))


def test_refusing_and_ending_need_a_reason(als, opdracht, pteam, leider):
    rij = stel_voor(opdracht, pteam)
    with pytest.raises(DomeinFout) as fout:
        domein.jaarplantoedeling_afwijzen(toedeling=rij, reden=" ", door=leider, nu=NU)
    assert fout.value.beletsel.veld == "reden"
    domein.jaarplantoedeling_afwijzen(toedeling=rij, reden="Te druk", door=leider, nu=NU)
    opnieuw = stel_voor(opdracht, pteam)
    aog = als("aog", opdracht)
    domein.jaarplantoedeling_beeindigen(toedeling=opnieuw, reden="Anders", door=aog, nu=NU)
    rij.refresh_from_db()
    opnieuw.refresh_from_db()
    assert (rij.status, opnieuw.status) == ("afgewezen", "beeindigd")
    with pytest.raises(DomeinFout) as fout:
        domein.jaarplantoedeling_beeindigen(toedeling=opnieuw, reden="x", door=aog, nu=NU)
    assert fout.value.status == 409


def test_the_need_is_reported_by_work_or_team_on_what_holds(als, opdracht, pteam, leider):
    rij = stel_voor(opdracht, pteam)
    velden = {"fte": Decimal("2.50"), "toelichting": "Meer meldingen", "nu": NU}
    with pytest.raises(DomeinFout) as fout:
        domein.jaarplanbehoefte_melden(toedeling=rij, door=leider, **velden)
    assert fout.value.status == 409
    domein.jaarplantoedeling_vaststellen(toedeling=rij, door=leider, nu=NU)
    for rol in ("niemand", "secretaris", "toetser"):
        with pytest.raises(DomeinFout) as fout:
            domein.jaarplanbehoefte_melden(toedeling=rij, door=als(rol, opdracht), **velden)
        assert fout.value.status == 403
    for door in (leider, als("aon", opdracht)):
        domein.jaarplanbehoefte_melden(toedeling=rij, door=door, **velden)
    assert toedeling_met(rij.public_id).behoefte == Decimal("2.50")
    bezwaar = rules.beletsel_jaarplanbehoefte_melden(
        toedeling=toedeling_met(rij.public_id), door=leider, op=VANDAAG, fte=Decimal(-1)
    )
    assert bezwaar.veld == "fte"


@pytest.mark.parametrize(
    ("behoefte", "kant"),
    [
        (None, "binnen"), ("1.80", "binnen"), ("2.20", "binnen"), ("2.21", "boven"),
        ("1.79", "onder"), ("0.00", "onder"),
    ],
)
def test_margin_has_two_sides(behoefte, kant):
    """R057: the band itself is inside."""
    marge = Marge(Decimal("2.00"), 10, Decimal(behoefte) if behoefte else None)
    assert (marge.kant, marge.is_buiten) == (kant, kant != "binnen")


getal = st.decimals(min_value=0, max_value=999, places=2)


@given(getal, st.integers(0, 100), getal)
def test_outside_the_margin_means_further_than_the_percentage(fte, pct, behoefte):
    marge = Marge(fte, pct, behoefte)
    ruimte = fte * pct / 100
    verschil = abs(behoefte - fte)
    if abs(verschil - ruimte) > Decimal("0.01"):
        assert marge.is_buiten == (verschil > ruimte)
