"""The beat of proof and oversight: anchors, the nightly check, findings and the feed (HUIS §6)."""

from celery import shared_task

from config.kern import klok
from config.kern.achtergrond import achtergrondwerk
from config.kern.actor import SYSTEEM
from register.domain import anker, bevinding, gebeurtenis, webhook


class KetenGebroken(Exception):
    """The nightly check found a break; Beheer shows the name of this exception."""


@shared_task
@achtergrondwerk("ankers")
def ankers_vastleggen() -> str:
    """Note the anchor of the day and send what was not sent."""
    nieuw = anker.anker_vastleggen(door=SYSTEEM, nu=klok.nu())
    gemaild = anker.ankers_mailen(nu=klok.nu())
    return ", ".join([*(["anker vastgelegd"] if nieuw else []),
                      *([f"{gemaild} gemaild"] if gemaild else [])])


@shared_task(time_limit=3600)
@achtergrondwerk("keten")
def keten_controleren() -> str:
    """Check the whole chain; a break fails loudly."""
    aantal, breuk = anker.keten_controleren(door=SYSTEEM, nu=klok.nu())
    if breuk is not None:
        raise KetenGebroken(f"schakel {breuk.volgnummer}: {breuk.zin}")
    return f"{aantal} schakels kloppen"


@shared_task
@achtergrondwerk("bevindingen")
def bevindingen_bijwerken() -> str:
    """Keep the list of the lawfulness cockpit."""
    nieuw, opgelost = bevinding.bevindingen_bijwerken(door=SYSTEEM, nu=klok.nu())
    return f"{nieuw} nieuw, {opgelost} opgelost" if nieuw or opgelost else ""


@shared_task
@achtergrondwerk("registergebeurtenissen")
def gebeurtenissen_verwerken() -> str:
    """Tell other systems what changed, began or ended."""
    nieuw = gebeurtenis.gebeurtenissen_verwerken(nu=klok.nu())
    bezorgd = webhook.bezorgen(nu=klok.nu())
    return f"{nieuw} nieuw, {bezorgd} bezorgd" if nieuw or bezorgd else ""
