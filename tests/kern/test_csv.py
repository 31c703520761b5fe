"""Tables as CSV: nothing in a cell becomes a formula (BETROUWBAAR 48)."""

import pytest

from config.kern.csv_uit import veilig


@pytest.mark.parametrize(
    "teken", ["=", "+", "-", "@", "\t=", "\r", "\n=", "\uff1d", "\uff0b", "\uff0d", "\uff20"]
)
@pytest.mark.parametrize("ervoor", ["", " ", "\u00a0"])
def test_a_cell_that_looks_like_a_formula_gets_a_quote(teken, ervoor):
    tekst = f"{ervoor}{teken}1+1"
    assert veilig(tekst) == f"'{tekst}"


@pytest.mark.parametrize("tekst", ["", "Natuur = groen", "a-b", "100%"])
def test_an_ordinary_cell_stays_as_it_is(tekst):
    assert veilig(tekst) == tekst
