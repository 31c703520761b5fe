"""Background work of the ground floor, run by beat every minute."""

from celery import shared_task

from config.kern import klok
from config.kern.achtergrond import achtergrondwerk
from config.kern.domain import opschonen, verzending


@shared_task
@achtergrondwerk("hartslag")
def hartslag() -> str:
    """Beat and worker are alive; /klaar looks at this row."""
    return ""


@shared_task
@achtergrondwerk("berichten")
def berichten_verzenden() -> str:
    """Mail what waits in the outbox, at once or as the mail of the day."""
    nu = klok.nu()
    aantal = verzending.berichten_verzenden(nu=nu) + verzending.samenvattingen_verzenden(nu=nu)
    return f"{aantal} verzonden" if aantal else ""


@shared_task
@achtergrondwerk("opschonen")
def gegevens_opschonen() -> str:
    """Remove personal data that is past its term."""
    aantal = sum(opschonen.gegevens_opschonen(nu=klok.nu()).values())
    return f"{aantal} opgeschoond" if aantal else ""
