"""Who may open the document of a decision."""

from config.kern.actor import Actor, Recht
from config.kern.fouten import Beletsel, geen_recht
from config.kern.models import Besluit


def beletsel_document_openen(*, besluit: Besluit, door: Actor) -> Beletsel | None:
    """The register is open inside; the text of a decision is for who must account for it (R189)."""
    if door.heeft(Recht.REGISTER_INZIEN) or door.heeft(Recht.REGISTER_MUTEREN):
        return None
    if door.gebruiker_id is not None and besluit.genomen_door_id == door.gebruiker_id:
        return None
    return geen_recht(
        "Alleen registerbeheer, de concerncontroller, auditors en wie het besluit nam openen het "
        "document."
    )
