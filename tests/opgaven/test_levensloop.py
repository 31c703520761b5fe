"""The life of an opdracht as a table (R039)."""

import pytest

from opgaven import levensloop
from opgaven.enums import OpdrachtStatus as S
from opgaven.models import Statusovergang
from tests.factories.opgaven import OpdrachtFactory

PAREN = [(van, naar) for van in S for naar in S]


def test_every_status_has_a_row_and_a_step():
    assert set(levensloop.OVERGANGEN) == set(S)
    assert set(levensloop.STAP) == set(S)


def test_every_status_can_be_reached_from_concept():
    onbereikbaar = [
        s for s in S if s != S.CONCEPT and levensloop.ontbrekende_stap(S.CONCEPT, s) is None
    ]
    assert onbereikbaar == []


def test_the_main_line_is_a_path_in_the_table():
    stappen = zip(levensloop.HOOFDLIJN, levensloop.HOOFDLIJN[1:], strict=False)
    assert [(a, b) for a, b in stappen if not levensloop.mag(a, b)] == []


@pytest.mark.parametrize(("van", "naar"), PAREN, ids=str)
def test_every_refused_step_has_a_sentence(van, naar):
    """R039: an illegal transition names the missing step."""
    if levensloop.mag(van, naar):
        return
    zin = levensloop.zin_bij(van, naar)
    stap = levensloop.ontbrekende_stap(van, naar)
    assert van.label in zin
    assert van == naar or stap is None or levensloop.STAP[stap] in zin


def test_concept_to_geprogrammeerd_names_the_profile():
    assert levensloop.zin_bij(S.CONCEPT, S.GEPROGRAMMEERD) == (
        "Deze opdracht heeft de status “Concept”. Stel eerst het opdrachtprofiel vast."
    )


@pytest.mark.django_db
@pytest.mark.parametrize("status", list(S), ids=str)
def test_factory_reaches_every_status_through_the_commands(status):
    opdracht = OpdrachtFactory(status=status)
    assert opdracht.status == status
    laatste = Statusovergang.objects.filter(opdracht=opdracht).first()
    assert (laatste.naar if laatste else S.CONCEPT) == status
