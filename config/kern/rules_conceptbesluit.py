"""Why not: drafting a decision on a page of its own, for what is not decided in a procedure."""

from config.kern.actor import Actor, Recht
from config.kern.enums import BesluitStatus
from config.kern.fouten import Beletsel, geen_recht, toestand
from config.kern.models import Besluit, Gremium


def beletsel_conceptbesluit_opstellen(
    *, door: Actor, gremium: Gremium | None = None
) -> Beletsel | None:
    """The registrar for every decision; chair and secretary for those of their gremium (R203)."""
    if door.heeft(Recht.REGISTER_MUTEREN):
        return None
    if gremium is not None and is_van_gremium(gremium, door):
        return None
    if gremium is None and is_van_een_gremium(door):
        return None
    return geen_recht(
        "Alleen registerbeheer en de voorzitter of secretaris van een gremium stellen hier een "
        "besluit op."
    )


def beletsel_conceptbesluit_document_toevoegen(
    *, besluit: Besluit, door: Actor
) -> Beletsel | None:
    return beletsel_conceptbesluit_opstellen(
        door=door, gremium=besluit.gremium
    ) or beletsel_concept(besluit)


def beletsel_concept(besluit: Besluit) -> Beletsel | None:
    if besluit.status == BesluitStatus.VASTGESTELD:
        return toestand("Dit besluit is al vastgesteld. Het verandert niet meer.")
    if besluit.besluitenlijst_id is not None:
        return toestand(
            "Dit besluit staat op een besluitenlijst. De voorzitter stelt die lijst in één keer "
            "vast."
        )
    return None


def is_van_gremium(gremium: Gremium, door: Actor) -> bool:
    return door.heeft(Recht.BESLUITENLIJST_OPSTELLEN, op=gremium) or door.heeft(
        Recht.BESLUITENLIJST_VASTSTELLEN, op=gremium
    )


def is_van_een_gremium(door: Actor) -> bool:
    return door.heeft_ergens(Recht.BESLUITENLIJST_OPSTELLEN) or door.heeft_ergens(
        Recht.BESLUITENLIJST_VASTSTELLEN
    )
