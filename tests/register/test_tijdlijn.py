"""The one move on two time axes, compared with the most naive model that can be written."""

from dataclasses import dataclass, replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from config.kern.periode import Periode
from register.domain.tijdlijn import Stuk, beeindigen, corrigeren, toewijzen, zet

NUL = date(2026, 1, 1)
DAGEN = 30


def dag(n: int) -> date:
    return NUL + timedelta(days=n)


@dataclass(frozen=True)
class Rij:
    """A register row as the database keeps it: what held, and when that was known."""

    begin: date
    einde: date | None
    vanaf: int
    tot: int | None = None


periodes = st.tuples(st.integers(0, DAGEN), st.none() | st.integers(1, DAGEN)).map(
    lambda p: Periode(dag(p[0]), None if p[1] is None else dag(p[0] + p[1]))
)
handelingen = st.lists(
    st.one_of(
        st.tuples(st.just("toewijzen"), periodes, st.just(0)),
        st.tuples(st.just("beeindigen"), st.integers(0, DAGEN), st.integers(0, 9)),
        st.tuples(st.just("corrigeren"), periodes, st.integers(0, 9)),
    ),
    max_size=12,
)


def toepassen(rijen: list[Rij], handeling: tuple, moment: int) -> set[date] | None:
    """Apply one command with ``tijdlijn``; gives the days that hold afterwards, naively."""
    soort, wat, keuze = handeling
    open_ = [r for r in rijen if r.tot is None]
    if soort == "toewijzen":
        if any(Stuk(r.begin, r.einde).overlapt(wat.begin, wat.einde) for r in open_):
            return None
        gezet, rij = toewijzen(wat), None
    else:
        if not open_:
            return None
        rij = open_[keuze % len(open_)]
        stuk = Stuk(rij.begin, rij.einde, rij)
        if soort == "beeindigen":
            if rij.einde is not None and dag(wat) >= rij.einde:
                return None
            gezet = beeindigen(stuk, dag(wat))
        else:
            andere = [r for r in open_ if r is not rij]
            if any(Stuk(r.begin, r.einde).overlapt(wat.begin, wat.einde) for r in andere):
                return None
            gezet = corrigeren(stuk, wat)
    for dicht in gezet.sluiten:
        plek = next(i for i, r in enumerate(rijen) if r is dicht.van)
        rijen[plek] = replace(rijen[plek], tot=moment)
    rijen += [Rij(s.begin, s.einde, moment) for s in gezet.toevoegen]
    return naief(soort, wat, rij)


def naief(soort, wat, rij):
    """What the person who gives the command expects for the touched row, day by day."""
    ruim = [dag(n) for n in range(2 * DAGEN + 5)]
    if soort == "beeindigen":
        return {d for d in ruim if rij.begin <= d < dag(wat)}
    return {d for d in ruim if wat.bevat(d)}


@given(handelingen)
def test_every_question_on_two_axes_is_answered_as_the_naive_model_does(reeks):
    """BETROUWBAAR 2.A2: random histories, every (day, knowledge) question."""
    rijen: list[Rij] = []
    bekend: list[set[date]] = [set()]
    ruim = [dag(n) for n in range(2 * DAGEN + 5)]
    for moment, handeling in enumerate(reeks, start=1):
        voor = {id(r): r for r in rijen if r.tot is None}
        toepassen(rijen, handeling, moment)
        weg = {d for r in voor.values() if r not in rijen for d in ruim if bevat(r, d)}
        nieuw = {d for r in rijen if r.vanaf == moment for d in ruim if bevat(r, d)}
        bekend.append((bekend[-1] - weg) | nieuw)
    for moment, verwacht in enumerate(bekend):
        gezien = [r for r in rijen if r.vanaf <= moment and (r.tot is None or r.tot > moment)]
        antwoord = [d for d in ruim for r in gezien if bevat(r, d)]
        assert len(antwoord) == len(set(antwoord)), "two rows hold on one day"
        assert set(antwoord) == verwacht


@given(handelingen)
def test_a_command_leaves_exactly_the_days_it_was_asked_for(reeks):
    rijen: list[Rij] = []
    ruim = [dag(n) for n in range(2 * DAGEN + 5)]
    for moment, handeling in enumerate(reeks, start=1):
        verwacht = toepassen(rijen, handeling, moment)
        if verwacht is not None:
            nieuw = {d for r in rijen if r.vanaf == moment for d in ruim if bevat(r, d)}
            assert nieuw == verwacht


def bevat(rij: Rij, d: date) -> bool:
    return rij.begin <= d and (rij.einde is None or d < rij.einde)


def test_ending_before_the_begin_leaves_nothing():
    stuk = Stuk(dag(5), None, "rij")
    assert beeindigen(stuk, dag(3)).toevoegen == ()
    assert beeindigen(stuk, dag(5)).sluiten == (stuk,)


def test_taking_out_the_middle_leaves_both_sides():
    stuk = Stuk(dag(0), dag(20), "rij")
    gezet = zet([stuk], weg=Periode(dag(5), dag(10)))
    assert [(s.begin, s.einde) for s in gezet.toevoegen] == [
        (dag(0), dag(5)), (dag(10), dag(20))
    ]


def test_an_empty_period_does_not_exist():
    with pytest.raises(ValueError, match="niet na de begindatum"):
        Periode(dag(1), dag(1))
