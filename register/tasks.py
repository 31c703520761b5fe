"""The beat of the register: what follows by itself from what the lower apps know (HUIS §6)."""

from celery import shared_task

from config.kern import klok
from config.kern.achtergrond import achtergrondwerk
from register.domain import vertrek


@shared_task
@achtergrondwerk("vertrek")
def vertrek_bijwerken() -> str:
    """End what leavers hold; tell who became Programmadirecteur."""
    telling = vertrek.vertrek_bijwerken(nu=klok.nu())
    return ", ".join(f"{naam}: {aantal}" for naam, aantal in telling.items() if aantal)
