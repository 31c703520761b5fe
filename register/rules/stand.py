"""Who takes the register along as a file."""

from config.kern.actor import Actor, Recht
from config.kern.fouten import Beletsel, geen_recht, invoer

SOORTEN = ("csv", "xlsx", "json")


def beletsel_register_exporteren(*, door: Actor, soort: str = "csv") -> Beletsel | None:
    """Looking is for everyone inside; taking it all along, with hours, is for who accounts."""
    if not (door.heeft(Recht.REGISTER_INZIEN) or door.heeft(Recht.REGISTER_MUTEREN)):
        return geen_recht(
            "Alleen registerbeheer, de concerncontroller en auditors downloaden het register."
        )
    if soort not in SOORTEN:
        return invoer("Kies CSV, XLSX of JSON.", "soort")
    return None
