"""The beat of the register: what follows by itself from what the lower apps know (HUIS §6)."""

from celery import shared_task

from config.kern import klok
from config.kern.achtergrond import achtergrondwerk
from register import tasks_toezicht as tasks_toezicht  # beat looks for its tasks here
from register.domain import aandacht, teamplansignaal, vertrek, vrijgave
from register.domain.dbi import dbi_bewaken
from register.domain.jaarplan import jaarplan_bewaken


@shared_task
@achtergrondwerk("vertrek")
def vertrek_bijwerken() -> str:
    """End what leavers hold; tell who became Programmadirecteur."""
    telling = vertrek.vertrek_bijwerken(nu=klok.nu())
    return ", ".join(f"{naam}: {aantal}" for naam, aantal in telling.items() if aantal)


@shared_task
@achtergrondwerk("jaarplan")
def jaarplan_bijwerken() -> str:
    """Signal stable work outside its margin, and a DBI exception to look at again."""
    aantal = jaarplan_bewaken(nu=klok.nu()) + dbi_bewaken(nu=klok.nu())
    return f"{aantal} gemeld" if aantal else ""


@shared_task
@achtergrondwerk("vrijgaven")
def vrijgaven_bijwerken() -> str:
    """End roles and inzet of work that was discharged, cancelled or slowed down."""
    aantal = vrijgave.vrijgaven_bijwerken(nu=klok.nu())
    return f"{aantal} vermeldingen beëindigd" if aantal else ""


@shared_task
@achtergrondwerk("aandacht")
def aandacht_melden() -> str:
    """Tell role holders about new escalations and ideas."""
    aantal = aandacht.aandacht_melden(nu=klok.nu())
    return f"{aantal} gemeld" if aantal else ""


@shared_task
@achtergrondwerk("teamplannen")
def teamplannen_melden() -> str:
    """Tell directeuren M&O about teams without a fresh teamplan."""
    aantal = teamplansignaal.teamplannen_melden(nu=klok.nu())
    return f"{aantal} gemeld" if aantal else ""
