"""The table of phases is whole, and docs/fasen.md is drawn from it (HUIS §1.7, part 4)."""

from pathlib import Path

import pytest
from django.conf import settings
from django.core.management import call_command

from config.kern.standaarden import STANDAARDEN
from matching.domain import termijnen
from matching.domain.fasen import FASEN, HOOFDWEG, START, Verloop, stappen
from matching.domain.tekening import fasen_als_markdown
from matching.enums import Fase, Route
from matching.models import Procedure
from matching.models.procedure import GESLOTEN_FASEN

ROUTES = list(Route)


def test_every_phase_is_in_some_table():
    assert {fase for tabel in FASEN.values() for fase in tabel} == set(Fase)


@pytest.mark.parametrize("route", ROUTES)
def test_every_next_phase_has_a_row(route):
    tabel = FASEN[route]
    assert {naar for regel in tabel.values() for naar in regel.volgende} - set(tabel) == set()
    assert START[route] in tabel
    assert set(HOOFDWEG[route]) - set(tabel) == set()


@pytest.mark.parametrize("route", ROUTES)
def test_every_phase_can_be_reached_and_left(route):
    """No phase without a way in, none without a way out but the ends."""
    tabel = FASEN[route]
    bereikt, rij = {START[route]}, [START[route]]
    while rij:
        for naar in tabel[rij.pop()].volgende:
            if naar not in bereikt:
                bereikt.add(naar)
                rij.append(naar)
    niet = {Fase.NIET_VERVULD} if route != Route.TEAM else set()
    assert set(tabel) - bereikt == niet
    einden = {fase for fase, regel in tabel.items() if not regel.volgende}
    assert einden <= set(GESLOTEN_FASEN)


@pytest.mark.parametrize("route", ROUTES)
def test_every_open_phase_can_be_stopped(route):
    """T14, T15: withdrawn by a person, expired by the program."""
    for fase, regel in FASEN[route].items():
        if fase not in GESLOTEN_FASEN:
            assert {Fase.INGETROKKEN, Fase.VERVALLEN} <= set(regel.volgende)


def test_every_moment_has_a_setting_and_a_handler():
    momenten = [m for t in FASEN.values() for r in t.values() for m in r.momenten]
    assert {m.sleutel for m in momenten} == set(termijnen._DOEN)
    assert {m.instelling for m in momenten} <= set(STANDAARDEN)


def test_a_timer_never_makes_a_match():
    """Invariant of part 4."""
    vanzelf = {
        m.naar for t in FASEN.values() for r in t.values() for m in r.momenten
        if m.verloop is Verloop.OVERGAAN
    }
    assert vanzelf == {Fase.OPDRACHTENMARKT, Fase.MATCHTAFEL}


def test_phase_bar_shows_where_the_way_was_left():
    procedure = Procedure(route=Route.TEAM, fase=Fase.BIJ_PROGRAMMEERBERAAD)
    staten = [s for _, s, _ in stappen(procedure, {"concept", "informeel", "matchtafel"})]
    assert staten == ["gedaan", "gedaan", "overgeslagen", "gestopt", "straks", "straks"]


def test_drawing_is_up_to_date(capsys):
    """Run ``manage.py fasen_tekenen`` when this is red."""
    pad = Path(settings.WORTEL) / "docs" / "fasen.md"
    assert pad.read_text() == fasen_als_markdown()
    call_command("fasen_tekenen", toon=True)
    assert capsys.readouterr().out == fasen_als_markdown()
