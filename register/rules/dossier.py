"""Who takes a dossier along to the archive or to an auditor."""

from config.kern.actor import Actor, Recht
from config.kern.fouten import Beletsel, geen_recht


def beletsel_dossier_exporteren(*, door: Actor) -> Beletsel | None:
    """The documents are in it, so the same people as who may open every document (R189, R211)."""
    if door.heeft(Recht.REGISTER_INZIEN) or door.heeft(Recht.REGISTER_MUTEREN):
        return None
    return geen_recht(
        "Alleen registerbeheer, de concerncontroller en auditors openen een dossier."
    )
