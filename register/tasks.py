"""The beat of the register: what follows by itself, anchors, findings and the feed (HUIS §6)."""

from celery import shared_task

from config.kern import klok
from config.kern.achtergrond import achtergrondwerk
from config.kern.actor import SYSTEEM
from register.domain import anker, vertrek
from register.domain.jaarplan import jaarplan_bewaken


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


@shared_task
@achtergrondwerk("keten")
def keten_controleren() -> str:
    """Check the whole chain; a break fails loudly."""
    aantal, breuk = anker.keten_controleren(door=SYSTEEM, nu=klok.nu())
    if breuk is not None:
        raise KetenGebroken(f"schakel {breuk.volgnummer}: {breuk.zin}")
    return f"{aantal} schakels kloppen"


@shared_task
@achtergrondwerk("vertrek")
def vertrek_bijwerken() -> str:
    """End what leavers hold; tell who became Programmadirecteur."""
    telling = vertrek.vertrek_bijwerken(nu=klok.nu())
    return ", ".join(f"{naam}: {aantal}" for naam, aantal in telling.items() if aantal)


@shared_task
@achtergrondwerk("jaarplan")
def jaarplan_bijwerken() -> str:
    """Signal stable work that needs more or less than its margin."""
    aantal = jaarplan_bewaken(nu=klok.nu())
    return f"{aantal} gemeld" if aantal else ""
