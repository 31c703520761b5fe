"""The small demo province, loaded once for a module; every test works on its own copy."""

from collections.abc import Iterator
from datetime import date

import pytest
from django.db import transaction

from demo.laden import Lader
from demo.maken import Provincie, maak

VANDAAG = date(2026, 6, 1)


@pytest.fixture(scope="module")
def kleine_provincie(django_db_setup: None, django_db_blocker) -> Iterator[Provincie]:
    """The files of the small province, as they were a year before 1 June 2026, without history."""
    with django_db_blocker.unblock(), transaction.atomic():
        provincie = maak(vandaag=VANDAAG, klein=True)
        lader = Lader(provincie, meld=lambda tekst: None)
        lader.laad()
        for moment, naam in lader.momenten():
            lader.register_lezen(naam, moment)
        yield provincie
        transaction.set_rollback(True)


@pytest.fixture
def provincie(kleine_provincie: Provincie, db: None) -> Provincie:
    return kleine_provincie
