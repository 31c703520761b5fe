"""How values look on screen (SCHERMEN, rules for every screen)."""

from datetime import UTC, date, datetime
from decimal import Decimal

import pytest

from config.kern import opmaak


def test_dag_is_written_in_full():
    assert opmaak.dag(date(2026, 6, 9)) == "di 9 juni 2026"


def test_moment_is_the_dutch_clock():
    assert opmaak.moment(datetime(2026, 6, 8, 22, 30, tzinfo=UTC)) == "di 9 juni 2026, 00.30 uur"


def test_dag_of_a_moment_is_the_dutch_calendar_day():
    assert opmaak.dag_compact(datetime(2026, 3, 8, 23, 30, tzinfo=UTC)) == "9 mrt 2026"


def test_periode_shows_the_last_day_of_an_exclusive_end():
    assert opmaak.periode(date(2026, 3, 1), date(2026, 7, 1)) == "1 maart t/m 30 juni 2026"


@pytest.mark.parametrize(
    ("waarde", "tekst"),
    [
        (Decimal("0.80"), "0,8\xa0fte"),
        (1, "1\xa0fte"),
        (Decimal("12.125"), "12,13\xa0fte"),
        (0, "0\xa0fte"),
        (1100, "1.100\xa0fte"),
        (None, ""),
    ],
)
def test_fte(waarde, tekst):
    assert opmaak.fte(waarde) == tekst


@pytest.mark.parametrize(
    ("waarde", "tekst"),
    [(1_250_000, "€\xa01.250.000"), (Decimal("1.5"), "€\xa01,50"), (None, "")],
)
def test_euro(waarde, tekst):
    assert opmaak.euro(waarde) == tekst


@pytest.mark.parametrize(
    ("aantal", "tekst"), [(1, "1 collega"), (7, "7 collega's"), (0, "0 collega's")]
)
def test_geteld_says_what_it_counts(aantal, tekst):
    assert opmaak.geteld(aantal, "collega,collega's") == tekst


@pytest.mark.parametrize(
    ("aantal", "tekst"),
    [(3, "nog 3 werkdagen"), (1, "nog 1 werkdag"), (0, "vandaag"), (-2, "2 werkdagen te laat")],
)
def test_nog_werkdagen(aantal, tekst):
    assert opmaak.nog_werkdagen(aantal) == tekst


@pytest.mark.parametrize(
    ("waarde", "tekst"),
    [
        (True, "ja"),
        (160_000_000, "160.000.000"),
        ([25, 35], "25 tot en met 35"),
        ({"100": [40, 50]}, "100: 40 tot en met 50"),
        ("vragen", "vragen"),
    ],
)
def test_instelwaarde_is_read_by_people(waarde, tekst):
    assert opmaak.instelwaarde(waarde) == tekst
