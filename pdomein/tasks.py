"""Background work of the P-domein."""

from celery import shared_task

from config.kern import klok
from config.kern.achtergrond import achtergrondwerk
from pdomein.domain import herinnering, teamsignalen, teamwijziging_uitvoeren


@shared_task
@achtergrondwerk("ppps")
def ppps_herinneren() -> str:
    """Ask who has an old PPP or teamplan, or none, to look at it."""
    aantal = herinnering.ppps_herinneren(nu=klok.nu())
    aantal += herinnering.teamplannen_herinneren(nu=klok.nu())
    return f"{aantal} herinnerd" if aantal else ""


@shared_task
@achtergrondwerk("teamwijzigingen")
def teamwijzigingen_verwerken() -> str:
    """Carry out what was decided and goes in by now."""
    telling = teamwijziging_uitvoeren.teamwijzigingen_verwerken(nu=klok.nu())
    return ", ".join(f"{naam}: {aantal}" for naam, aantal in telling.items())


@shared_task
@achtergrondwerk("teams")
def teams_herinneren() -> str:
    """Tell who leads teams what is due: sizes, decisions that end, the yearly list."""
    aantal = teamsignalen.teams_herinneren(nu=klok.nu())
    return f"{aantal} herinnerd" if aantal else ""
