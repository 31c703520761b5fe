"""Counting working days: the examples of EISEN and an oracle that counts by hand."""

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from config.kern.domain.kalender import feestdagen
from config.kern.werkdagen import (
    AMSTERDAM,
    aantal_werkdagen,
    begin_van_dag,
    lokale_dag,
    vroegste_bespreekdatum,
    werkdag_na,
)

VRIJ = frozenset(dag for jaar in range(2026, 2038) for dag, _, _ in feestdagen(jaar))


def om(tekst: str) -> datetime:
    return datetime.fromisoformat(tekst).replace(tzinfo=AMSTERDAM)


@pytest.mark.parametrize(
    ("gepubliceerd", "vroegst"),
    [
        ("2026-03-30T10:00", date(2026, 4, 9)),   # E16: Good Friday and Easter Monday
        ("2026-12-18T09:00", date(2026, 12, 29)),  # E17: Christmas on Friday
        ("2026-06-12T23:30", date(2026, 6, 22)),  # E18: Friday night
        ("2026-06-13T00:10", date(2026, 6, 22)),  # E18: Saturday, still Friday in UTC
        ("2026-06-11T00:10", date(2026, 6, 19)),  # E18: Thursday, still Wednesday in UTC
    ],
)
def test_vroegste_bespreekdatum_of_the_examples(gepubliceerd, vroegst):
    """R250, R296, R297: E16, E17, E18."""
    assert vroegste_bespreekdatum(om(gepubliceerd), 5, VRIJ) == vroegst


def test_when_good_friday_is_a_working_day_easter_comes_a_day_sooner():
    """E16, second half."""
    zonder = VRIJ - {date(2026, 4, 3)}

    assert vroegste_bespreekdatum(om("2026-03-30T10:00"), 5, zonder) == date(2026, 4, 8)


def test_closing_days_between_christmas_and_new_year_count():
    """E17: closed 24 December up to and including 1 January."""
    dicht = {date(2026, 12, 24) + timedelta(days=n) for n in range(9)}

    assert vroegste_bespreekdatum(om("2026-12-18T09:00"), 5, VRIJ | dicht) == date(2027, 1, 6)


@pytest.mark.parametrize(
    ("utc", "dag"),
    [
        (datetime(2026, 3, 28, 22, 59, tzinfo=UTC), date(2026, 3, 28)),
        (datetime(2026, 3, 28, 23, 0, tzinfo=UTC), date(2026, 3, 29)),   # still winter time
        (datetime(2026, 3, 29, 21, 59, tzinfo=UTC), date(2026, 3, 29)),  # summer time by now
        (datetime(2026, 3, 29, 22, 0, tzinfo=UTC), date(2026, 3, 30)),
        (datetime(2026, 12, 31, 22, 59, tzinfo=UTC), date(2026, 12, 31)),
        (datetime(2026, 12, 31, 23, 0, tzinfo=UTC), date(2027, 1, 1)),
    ],
)
def test_the_day_of_people_turns_at_midnight_in_the_netherlands(utc, dag):
    """R415: the night of the summer time, and new year; stored in UTC all the while."""
    assert lokale_dag(utc) == dag
    assert lokale_dag(begin_van_dag(dag)) == dag
    assert lokale_dag(begin_van_dag(dag) - timedelta(seconds=1)) == dag - timedelta(days=1)


def test_a_moment_without_time_zone_is_refused():
    with pytest.raises(ValueError, match="tijdzone"):
        lokale_dag(datetime(2026, 6, 1))


@pytest.mark.parametrize("jaar", range(2026, 2037))
def test_good_friday_and_5_may_never_count_for_terms(jaar):
    """Algemene termijnenwet 3: every year, not only in lustrum years."""
    namen = {naam.lower(): dag for dag, naam, _ in feestdagen(jaar)}

    assert namen["goede vrijdag"] == namen["eerste paasdag"] - timedelta(days=2)
    assert date(jaar, 5, 5) in {dag for dag, _, _ in feestdagen(jaar)}


def met_de_hand(moment: datetime, wacht: int) -> date:
    """The oracle: walk hour by hour through UTC and count days that were wholly working days."""
    dag = (moment + _verschil(moment)).date()
    geteld = 0
    while True:
        dag = date.fromordinal(dag.toordinal() + 1)
        if dag.isoweekday() in (6, 7) or dag in VRIJ:
            continue
        if geteld == wacht:
            return dag
        geteld += 1


def _verschil(moment: datetime) -> timedelta:
    """Summer time by its rule: from the last Sunday of March 01:00 UTC to that of October."""
    def laatste_zondag(maand: int) -> datetime:
        dag = date(moment.year, maand, 31)
        return datetime(moment.year, maand, 31 - dag.isoweekday() % 7, 1, tzinfo=UTC)

    zomer = laatste_zondag(3) <= moment < laatste_zondag(10)
    return timedelta(hours=2 if zomer else 1)


momenten = st.datetimes(
    datetime(2026, 1, 1), datetime(2036, 12, 1), timezones=st.just(UTC)
)


@settings(max_examples=1000, deadline=None)
@given(momenten, st.integers(0, 15))
def test_vroegste_bespreekdatum_agrees_with_counting_by_hand(moment, wacht):
    assert vroegste_bespreekdatum(moment, wacht, VRIJ) == met_de_hand(moment, wacht)


@settings(max_examples=300, deadline=None)
@given(momenten, st.integers(1, 60))
def test_counting_and_stepping_are_each_others_reverse(moment, aantal):
    dag = lokale_dag(moment)

    assert aantal_werkdagen(dag, werkdag_na(dag, aantal, VRIJ), VRIJ) == aantal
