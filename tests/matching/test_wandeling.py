"""Random walks through the state chart: never early, never twice, never half (part 4, part 7)."""

import os

import pytest
from hypothesis import HealthCheck, Phase, settings
from hypothesis.stateful import run_state_machine_as_test

from matching.domain.publicatie import tro_delen
from tests.factories.matching import NU, feestdagen, gedeeld, maak_wereld, team_procedure
from tests.matching.wandelaar import Wandelaar

pytestmark = [pytest.mark.django_db, pytest.mark.traag]
# More walks on demand: the promise is the same, the net is finer.
AANTAL = int(os.environ.get("INZET_WANDELINGEN", "8"))


def test_random_walks_keep_every_promise():
    """R237, R238, R239, R250, R256, R299 and the invariants of part 4."""
    feestdagen()
    wereld, ander = maak_wereld(aantal=2), maak_wereld(aantal=0)
    eerste, tweede = gedeeld(wereld), team_procedure(ander)
    tro_delen(procedure=tweede, pteams=[wereld.pteam], door=ander.als(ander.aog), nu=NU)
    machine = type(
        "Wandeling", (Wandelaar,),
        {"wereld": wereld, "ander": ander, "eerste": eerste.pk, "tweede": tweede.pk},
    )

    run_state_machine_as_test(
        machine,
        settings=settings(
            max_examples=AANTAL, stateful_step_count=20, deadline=None, database=None,
            # A walk names its steps itself; making it shorter takes minutes.
            phases=[Phase.generate], suppress_health_check=list(HealthCheck),
        ),
    )
