"""Remove what is past its term: every app says what that is (AVG 5(1)(e), R346)."""

from datetime import datetime

from django.db import transaction

from config.kern.actor import SYSTEEM
from config.kern.domain.logboek import noteer
from config.kern.eigen_gegevens import opschoningen


def gegevens_opschonen(*, nu: datetime, droog: bool = False) -> dict[str, int]:
    """How many rows of each kind were removed, or would be; each kind in its own transaction.

    The logbook keeps the numbers as proof, never what the rows said.
    """
    uit: dict[str, int] = {}
    for soort in opschoningen():
        with transaction.atomic():
            aantal = soort.doe(nu, droog)
            if aantal and not droog:
                noteer("gegevens_opgeschoond", door=SYSTEEM, nu=nu, soort=soort.sleutel,
                       aantal=aantal, instelling=soort.instelling)
        uit[soort.sleutel] = aantal
    return uit
