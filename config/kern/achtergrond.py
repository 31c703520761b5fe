"""The shape of background work: take the clock, do it, leave a heartbeat, log what happened."""

import functools
import logging
from collections.abc import Callable

from django.utils import timezone

from config.kern.domain.hartslag import hartslag_noteren

logger = logging.getLogger(__name__)


def achtergrondwerk(naam: str) -> Callable[[Callable[[], str]], Callable[[], str]]:
    """Decorate the body of a task; it returns a short Dutch text, empty when there was nothing.

    A failure is logged and shown at Beheer; the next minute tries again.
    """

    def versier(werk: Callable[[], str]) -> Callable[[], str]:
        @functools.wraps(werk)
        def uitgevoerd() -> str:
            try:
                uitkomst = werk()
            except Exception as fout:
                logger.exception("%s mislukt", naam)
                hartslag_noteren(
                    naam=naam, moment=timezone.now(), uitkomst=type(fout).__name__, gelukt=False
                )
                raise
            hartslag_noteren(naam=naam, moment=timezone.now(), uitkomst=uitkomst)
            if uitkomst:
                logger.info("%s: %s", naam, uitkomst)
            return uitkomst

        return uitgevoerd

    return versier
