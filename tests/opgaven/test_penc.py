"""Figures of the planning & control cycle stand still once frozen, and compare (R227)."""

from datetime import date, timedelta
from decimal import Decimal

import pytest
from django.db import DatabaseError, transaction

from config.kern.actor import SYSTEEM, Recht
from config.kern.fouten import DomeinFout
from opgaven.domain.opdracht import opdracht_schrappen
from opgaven.domain.penc import momentopname_bevriezen, penc_moment_vastleggen
from opgaven.queries.penc import cijfers_op, vergelijk
from tests.factories.kern import NU, VANDAAG
from tests.factories.opgaven import OpdrachtFactory
from tests.factories.pdomein import MedewerkerFactory

pytestmark = pytest.mark.django_db


def plan(soort="voorjaarsnota", door=SYSTEEM, **velden):
    basis = {
        "begrotingsjaar": 2026, "peildatum": VANDAAG, "naar_gs": date(2026, 6, 16),
        "naar_ps": date(2026, 7, 1),
    }
    return penc_moment_vastleggen(soort=soort, **{**basis, **velden}, door=door, nu=NU)


def weigering(doe):
    with pytest.raises(DomeinFout) as fout:
        doe()
    return fout.value.status


def test_frozen_figures_do_not_move_with_the_work():
    """R227: what changed since is seen by comparing."""
    OpdrachtFactory(status="in_uitvoering")
    weg = OpdrachtFactory(status="geprogrammeerd")
    MedewerkerFactory()
    eerste = momentopname_bevriezen(moment=plan(), door=SYSTEEM, nu=NU)
    assert eerste.cijfers == cijfers_op(VANDAAG)
    opdracht_schrappen(opdracht=weg, reden="r", door=SYSTEEM, nu=NU)
    tweede = momentopname_bevriezen(moment=plan("najaarsnota"), door=SYSTEEM, nu=NU)
    blok = next(
        b for b in vergelijk(eerste.cijfers, tweede.cijfers) if b.kop == "Opdrachten per status"
    )
    verschil = {
        (regel, naam): cijfer.verschil for regel, cijfers in blok.rijen
        for naam, cijfer in cijfers
    }
    assert verschil[("Geprogrammeerd", "Aantal")] == -1
    assert verschil[("Geschrapt", "Aantal")] == 1
    assert verschil[("In uitvoering", "Fte")] == Decimal(0)
    assert eerste.sha256 != tweede.sha256
    with pytest.raises(DatabaseError), transaction.atomic():
        type(eerste).objects.filter(pk=eerste.pk).update(cijfers={})


def test_freezing_is_once_and_not_before_the_day(maak_actor, gebruiker):
    straks = plan("begroting", peildatum=VANDAAG + timedelta(days=9))
    assert weigering(lambda: momentopname_bevriezen(moment=straks, door=SYSTEEM, nu=NU)) == 409
    moment = plan()
    gewoon = maak_actor(gebruiker)
    assert weigering(lambda: momentopname_bevriezen(moment=moment, door=gewoon, nu=NU)) == 403
    control = maak_actor(gebruiker, Recht.OPDRACHT_TOETSEN)
    momentopname_bevriezen(moment=moment, door=control, nu=NU)
    assert weigering(lambda: momentopname_bevriezen(moment=moment, door=control, nu=NU)) == 409


def test_the_calendar_refuses_what_cannot_be(maak_actor, gebruiker):
    plan()
    assert weigering(lambda: plan("begroting", maak_actor(gebruiker))) == 403
    assert weigering(plan) == 409
    for velden in (
        {"soort": "x"}, {"begrotingsjaar": 1900}, {"naar_gs": date(2026, 5, 1)},
        {"naar_ps": date(2026, 6, 2)},
    ):
        assert weigering(lambda v=velden: plan(**{"soort": "begroting", **v})) == 400
