"""The heartbeat of background work: when it last ran and what came out."""

from datetime import datetime

from config.kern.models import Hartslag


def hartslag_noteren(
    *, naam: str, moment: datetime, uitkomst: str = "", gelukt: bool = True
) -> None:
    """Remember that ``naam`` ran at the real ``moment`` (BETROUWBAAR 53)."""
    Hartslag.objects.update_or_create(
        naam=naam,
        defaults={"gelopen_op": moment, "uitkomst": uitkomst[:200], "gelukt": gelukt},
    )
