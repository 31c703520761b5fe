"""The joint proposal: the best there is, within everybody's hours, and what a deviation costs."""

from datetime import date
from itertools import product

from hypothesis import given, settings
from hypothesis import strategies as st

from matching.domain.toewijzing import Paar, Plaats, gretig, kosten_van, precies, snel

JUNI, DEC = date(2026, 6, 1), date(2026, 12, 1)


def plaats(naam: str, fte: int = 500, begin: date = JUNI, einde: date | None = DEC) -> Plaats:
    return Plaats(naam, f"Plaats {naam}", fte, begin, einde)


def haalbaar(plaatsen, paren, keuzes) -> bool:
    """Nobody above the smallest free share of the work that runs together, on any begin day."""
    bij, vrij = {p.punt: p for p in plaatsen}, {(p.punt, p.wie): p.vrij for p in paren}
    for wie in set(keuzes.values()):
        eigen = [bij[k] for k, v in keuzes.items() if v == wie]
        for dag in {p.begin for p in eigen}:
            samen = [p for p in eigen if p.loopt_op(dag)]
            if sum(p.fte for p in samen) > min(vrij[(p.punt, wie)] for p in samen):
                return False
    return all(vrij[(k, v)] >= bij[k].fte for k, v in keuzes.items())


def beste_met_de_hand(plaatsen, paren) -> tuple[int, int]:
    """Try everything: most places first, then the highest total."""
    opties = [[None, *[p for p in paren if p.punt == pl.punt]] for pl in plaatsen]
    beste = (0, 0)
    for poging in product(*opties):
        gekozen = [p for p in poging if p]
        keuzes = {p.punt: p.wie for p in gekozen}
        if haalbaar(plaatsen, paren, keuzes):
            beste = max(beste, (len(keuzes), sum(p.waarde for p in gekozen)))
    return beste


@st.composite
def agendas(draw):
    dagen = [date(2026, m, 1) for m in (6, 8, 10)]
    plaatsen = [
        plaats(str(n), draw(st.sampled_from([300, 500, 800])), draw(st.sampled_from(dagen)),
               draw(st.sampled_from([date(2026, 9, 1), DEC, None])))
        for n in range(draw(st.integers(1, 4)))
    ]
    plaatsen = [p for p in plaatsen if p.einde is None or p.einde > p.begin]
    paren = [
        Paar(p.punt, wie, draw(st.integers(1, 1000)), draw(st.sampled_from([200, 500, 900])))
        for p in plaatsen for wie in "abc" if draw(st.booleans())
    ]
    return plaatsen, paren


@settings(max_examples=60, deadline=None)
@given(agendas())
def test_exact_is_what_trying_everything_finds(agenda):
    plaatsen, paren = agenda

    uit = precies(plaatsen, paren)

    assert uit.is_precies
    assert haalbaar(plaatsen, paren, uit.keuzes)
    assert (uit.aantal, uit.totaal) == beste_met_de_hand(plaatsen, paren)
    for ander in (gretig(plaatsen, paren), snel(plaatsen, paren)):
        assert haalbaar(plaatsen, paren, ander.keuzes)
        assert (ander.aantal, ander.totaal) <= (uit.aantal, uit.totaal)


def test_deciding_in_the_order_of_the_agenda_leaves_a_place_empty():
    """SNEL §2: the first place takes the only one who could do the second."""
    plaatsen = [plaats("een", 600), plaats("twee", 600)]
    paren = [
        Paar("een", "anna", 900, 900), Paar("een", "bram", 850, 900), Paar("twee", "anna", 800, 900)
    ]

    assert gretig(plaatsen, paren).keuzes == {"een": "anna"}
    assert precies(plaatsen, paren).keuzes == {"een": "bram", "twee": "anna"}


def test_one_person_may_fill_two_places_when_the_hours_allow():
    paren = [Paar("een", "anna", 900, 900), Paar("twee", "anna", 800, 900)]

    samen = precies([plaats("een", 400), plaats("twee", 500)], paren)
    te_veel = precies([plaats("een", 500), plaats("twee", 500)], paren)
    na_elkaar = precies([plaats("een", 900), plaats("twee", 900, DEC, None)], paren)

    assert (samen.aantal, te_veel.aantal, na_elkaar.aantal) == (2, 1, 2)


def test_what_the_table_decided_stands_and_the_rest_follows():
    plaatsen = [plaats("een"), plaats("twee")]
    paren = [
        Paar("een", "anna", 900, 500), Paar("een", "bram", 100, 500), Paar("twee", "anna", 800, 500)
    ]
    beste = precies(plaatsen, paren)

    anders = precies(plaatsen, paren, vast={"een": "anna"})

    assert beste.keuzes == {"een": "bram", "twee": "anna"}
    assert anders.keuzes == {"een": "anna"}
    kosten = kosten_van(plaatsen, paren, beste, "een", "anna")
    assert kosten.gevolgen == (("twee", "anna", ""),)
    # beyond the free hours the table's word still stands
    assert precies(plaatsen, [Paar("een", "cas", 5, 100)], vast={"een": "cas"}).keuzes == {
        "een": "cas"
    }


def test_an_empty_agenda_and_nobody_free_are_answers_too():
    assert precies([], []).keuzes == {}
    assert snel([], []).keuzes == {}
    assert precies([plaats("een")], [Paar("een", "anna", 900, 100)]).keuzes == {}
