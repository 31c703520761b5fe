"""The beat of matching: every minute it looks what is due and what changed below (HUIS §6)."""

from celery import shared_task

from config.kern import klok
from config.kern.achtergrond import achtergrondwerk
from matching.domain import bijwerken, termijnen


@shared_task
@achtergrondwerk("termijnen")
def termijnen_verwerken() -> str:
    """Handle the moments that have come."""
    return _in_woorden(termijnen.termijnen_verwerken(nu=klok.nu()))


@shared_task
@achtergrondwerk("matchvragen")
def matchvragen_bijwerken() -> str:
    """Look for newly programmed opdrachten, work that fell free, ends and late reports."""
    return _in_woorden(bijwerken.alles_bijwerken(nu=klok.nu()))


def _in_woorden(telling: dict[str, int]) -> str:
    return ", ".join(f"{naam}: {aantal}" for naam, aantal in telling.items() if aantal)
