"""Who may see how much somebody works."""

from datetime import date

from config.kern.actor import Actor
from config.kern.fouten import Beletsel, geen_recht
from register.models import Inzet
from register.queries.inzet import mag_uren_zien
from register.rules.rol import beletsel_register_inzien


def beletsel_inzet_inzien(*, inzet: Inzet, dag: date, door: Actor) -> Beletsel | None:
    """The hours are not for everybody; what was replaced is for who must account for it (R192)."""
    if inzet.eind_registratie is not None:
        return beletsel_register_inzien(door)
    if mag_uren_zien(door, inzet, dag):
        return None
    return geen_recht(
        "Hoeveel iemand werkt, zien alleen die persoon zelf, de P-manager, wie de opdracht stuurt "
        "en registerbeheer."
    )
