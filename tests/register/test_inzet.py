"""Inzet within the free capacity; the query and the pure sum agree."""

from datetime import date, timedelta
from decimal import Decimal

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from config.kern.actor import SYSTEEM
from config.kern.fouten import DomeinFout
from pdomein.models import Beschikbaarheid, Rolomvang
from register.domain.capaciteit import Last, laagste_vrij
from register.domain.inzet import inzet_beeindigen
from register.queries import inzet_van, team_van, vrije_capaciteit, vrije_capaciteit_van
from register.queries.capaciteit import ruimte_van
from tests.factories.kern import NU, VANDAAG, BesluitFactory
from tests.factories.pdomein import MedewerkerFactory
from tests.factories.register import BEGIN, InzetFactory

pytestmark = pytest.mark.django_db
EINDE = date(2027, 1, 1)


def test_free_capacity_of_the_example():
    """R240: 0.9 fte, inzet 0.2 → 0.61."""
    mens = MedewerkerFactory(aanstelling_fte=Decimal("0.9"))
    InzetFactory(medewerker=mens, fte=Decimal("0.2"))
    assert vrije_capaciteit(mens, VANDAAG, EINDE) == Decimal("0.61")


def test_free_capacity_counts_p_management_and_availability():
    mens = MedewerkerFactory()
    Rolomvang.objects.create(medewerker=mens, rol="p_manager", pct=25, begin=BEGIN)
    Rolomvang.objects.create(medewerker=mens, rol="aog", pct=25, begin=BEGIN)
    Beschikbaarheid.objects.create(
        medewerker=mens, fte_minder=Decimal("0.2"), begin=date(2026, 9, 1), einde=date(2026, 10, 1)
    )
    assert vrije_capaciteit(mens, VANDAAG, date(2026, 9, 1)) == Decimal("0.65")
    assert vrije_capaciteit(mens, VANDAAG, EINDE) == Decimal("0.45")


def test_free_capacity_is_rounded_half_up():
    mens = MedewerkerFactory(aanstelling_fte=Decimal("0.95"))
    assert vrije_capaciteit(mens, VANDAAG, EINDE) == Decimal("0.86")


def test_nobody_is_free_after_leaving():
    mens = MedewerkerFactory(uit_dienst=date(2026, 9, 1))
    assert vrije_capaciteit_van([mens.pk], VANDAAG, EINDE) == {mens.pk: Decimal("0.00")}
    assert vrije_capaciteit(mens, VANDAAG, date(2026, 9, 1)) == Decimal("0.90")


def test_inzet_above_the_free_capacity_is_refused():
    """E20, R138, R239: free 0.60, 0.5 wins, then 0.10 is left."""
    mens = MedewerkerFactory()
    InzetFactory(medewerker=mens, fte=Decimal("0.3"))
    InzetFactory(medewerker=mens, fte=Decimal("0.5"), begin=VANDAAG)
    with pytest.raises(DomeinFout) as geweigerd:
        InzetFactory(medewerker=mens, fte=Decimal("0.4"), begin=VANDAAG)
    assert (geweigerd.value.status, geweigerd.value.zin) == (
        409,
        f"{mens.naam} heeft in deze periode nog 0,1 fte vrij; gevraagd is 0,4 fte. "
        "Kies minder inzet of een andere periode.",
    )


@pytest.mark.parametrize("fte", [Decimal(0), Decimal("2.1"), Decimal("-1")])
def test_inzet_of_an_impossible_size_is_refused(fte):
    with pytest.raises(DomeinFout) as geweigerd:
        InzetFactory(fte=fte)
    assert geweigerd.value.status == 400


def test_inzet_beeindigen_frees_the_capacity():
    inzet = InzetFactory(fte=Decimal("0.9"))
    inzet_beeindigen(
        inzet=inzet, per=date(2026, 7, 1), besluit=BesluitFactory(), reden="Klaar", door=SYSTEEM,
        nu=NU + timedelta(minutes=1),
    )
    assert vrije_capaciteit(inzet.medewerker, date(2026, 7, 1), EINDE) == Decimal("0.90")
    assert inzet_van(inzet.medewerker, date(2026, 7, 1)).count() == 0
    assert [i.fte for i in team_van(inzet.opdracht, date(2026, 6, 30))] == [Decimal("0.900")]


dagen = st.integers(-40, 60).map(lambda n: VANDAAG + timedelta(days=n))
lasten = st.lists(
    st.tuples(dagen, st.none() | st.integers(1, 60), st.integers(1, 120)), max_size=6
)


@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(lasten, dagen, st.none() | st.integers(1, 60))
def test_query_and_pure_sum_agree_and_equal_every_single_day(db, reeks, begin, lengte):
    """SNEL: a slow, obvious version beside the fast one."""
    mens = MedewerkerFactory(aanstelling_fte=Decimal(2))
    einde = None if lengte is None else begin + timedelta(days=lengte)
    eigen = []
    for b, duur, honderdsten in reeks:
        last = Last(b, None if duur is None else b + timedelta(days=duur),
                    Decimal(honderdsten) / 1000)
        eigen.append(last)
        InzetFactory(medewerker=mens, fte=last.fte, begin=last.begin, einde=last.einde,
                     besluit=BesluitFactory(besluitdatum=date(2026, 1, 1)))
    som = laagste_vrij(
        aanstelling=Decimal(2), ontwikkel_pct=10, lasten=eigen, begin=begin, einde=einde
    )
    per_dag = min(
        Decimal("1.8") - sum((x.fte for x in eigen if x.geldt(begin + timedelta(days=n))),
                             Decimal(0))
        for n in range(lengte or 200)
    )
    assert som == per_dag
    assert ruimte_van([mens.pk], begin, einde) == {mens.pk: som}
