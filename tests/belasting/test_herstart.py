"""Workers that die in the middle: nothing is lost and nothing happens twice (R299, BETROUWBAAR 1).

The workers are real processes that are killed without warning, on a thousand due procedures.
"""

import os
import signal
import subprocess
import sys
import time
from urllib.parse import quote, urlencode, urlunsplit

import pytest
from django.conf import settings
from django.db import connection

from bench.termijnen import procedures_maken
from config.kern.models import Logregel
from matching.enums import Fase, TermijnSoort, TermijnStatus
from matching.models import Faseovergang, Procedure, Termijn
from tests.factories.matching import NU, maak_wereld

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.traag]
AANTAL = 1000
LANG = 120


def werker() -> subprocess.Popen:
    """The same loop as beat starts, in a process of its own on the database of this test."""
    gegevens = connection.settings_dict
    url = urlunsplit((
        "postgres", f"{quote(gegevens['USER'])}:{quote(gegevens['PASSWORD'])}@"
        + (f"localhost:{gegevens['PORT']}" if gegevens["PORT"] else "localhost"),
        gegevens["NAME"], urlencode({"host": gegevens["HOST"]}) if gegevens["HOST"] else "", "",
    ))
    return subprocess.Popen(
        [sys.executable, "manage.py", "termijnen_verwerken", "--nu", NU.isoformat()],
        cwd=settings.WORTEL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
        env=os.environ | {"DATABASE_URL": url, "DJANGO_SETTINGS_MODULE": "config.settings.test"},
    )


def verwerkt() -> int:
    return Faseovergang.objects.filter(naar=Fase.MATCHTAFEL).count()


def wacht_tot(aantal: int, werkers: list[subprocess.Popen]) -> None:
    einde = time.monotonic() + LANG
    while verwerkt() < aantal:
        assert time.monotonic() < einde, f"na {LANG} s zijn er {verwerkt()} verwerkt"
        assert not all(werkers_klaar(werkers)), "de werkers stopten uit zichzelf"
        time.sleep(0.05)


def werkers_klaar(werkers: list[subprocess.Popen]) -> list[bool]:
    return [proces.poll() is not None for proces in werkers]


def dood(werkers: list[subprocess.Popen]) -> None:
    for proces in werkers:
        proces.send_signal(signal.SIGKILL)
        proces.wait()


def test_killed_workers_lose_nothing_and_do_nothing_twice():
    maak_wereld()
    pks = procedures_maken(AANTAL)

    for grens in (100, 500):
        werkers = [werker(), werker()]
        try:
            wacht_tot(grens, werkers)
        finally:
            dood(werkers)
        assert verwerkt() < AANTAL
    laatste = [werker(), werker()]
    assert [proces.wait(LANG) for proces in laatste] == [0, 0]

    overgangen = Faseovergang.objects.filter(procedure__in=pks)
    assert overgangen.count() == len(set(overgangen.values_list("procedure_id"))) == AANTAL
    assert set(Procedure.objects.filter(pk__in=pks).values_list("fase", flat=True)) == {
        Fase.MATCHTAFEL
    }
    open_ = Termijn.objects.filter(procedure__in=pks, soort=TermijnSoort.WACHTTIJD)
    assert not open_.filter(status=TermijnStatus.OPEN).exists()
    regels = Logregel.objects.filter(handeling="fase_overgegaan").values_list("object_id")
    assert len(regels) == len(set(regels))
