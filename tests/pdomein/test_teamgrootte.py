from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from config.kern.standaarden import STANDAARDEN
from pdomein.teamgrootte import Omvang, bereken_span

TABEL = STANDAARDEN["SPAN"].waarde


def span(fte, pct, aanstelling="1", **extra):
    return bereken_span(
        fte=Decimal(fte), pct=pct, aanstelling=Decimal(aanstelling), tabel=TABEL, **extra
    )


@pytest.mark.parametrize(
    ("aantal", "uitgelegd", "status"),
    [
        (7, False, "te_klein"), (8, False, "ok"), (15, False, "ok"), (16, False, "te_groot"),
        (16, True, "uitgelegd"), (7, True, "uitgelegd"), (8, True, "ok"), (0, False, "te_klein"),
    ],
)
def test_size_of_a_team_is_fine_from_8_to_15(aantal, uitgelegd, status):
    """R124: 8 and 15 are fine, 7 and 16 need a decision."""
    assert Omvang(aantal, 8, 15, uitgelegd).status == status


def test_size_counts_one_collega_as_one():
    assert Omvang(1, 8, 15).zin.startswith("1 collega:")


@pytest.mark.parametrize(
    ("pct", "onder", "boven"), [(100, 40, 50), (75, 35, 40), (50, 20, 25), (25, 10, 15)]
)
def test_span_follows_the_table(pct, onder, boven):
    """R158, table 2.5."""
    uit = span(0, pct)
    assert (uit.ondergrens, uit.bovengrens, uit.is_geinterpoleerd) == (onder, boven, False)


def test_span_signals_only_above_the_upper_bound():
    """E10: 50% with 26 fte is too much; 25 is not, and few people is never a signal."""
    assert [span(fte, 50).status for fte in (26, 25, 3)] == ["boven", "ok", "ok"]


def test_span_between_two_rows_is_interpolated_and_says_so():
    """EISEN table 2.5 NB: 60% lies between 25 and 40."""
    uit = span(30, 60)
    assert (uit.bovengrens, uit.is_geinterpoleerd) == (Decimal("31.0"), True)


def test_span_is_scaled_to_the_aanstelling_of_the_pmanager():
    """R158: part-time P-managers."""
    assert span(30, 100, "0.8").bovengrens == Decimal("40.0")


def test_span_with_an_agreement_is_explained():
    """R159"""
    assert span(60, 100, is_uitgelegd=True).status == "uitgelegd"


def test_below_25_percent_nobody_fits():
    """R160: then somebody is no P-manager."""
    assert span(1, 20).bovengrens == 0


@given(st.integers(25, 99))
def test_more_time_never_means_a_smaller_bound(pct):
    assert span(0, pct).bovengrens <= span(0, pct + 1).bovengrens
