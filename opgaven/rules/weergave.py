"""Why not: views of the portfolio that a person keeps (R011)."""

from config.kern.actor import Actor
from config.kern.fouten import Beletsel, geen_recht, invoer, toestand
from opgaven.models import Portefeuilleweergave
from opgaven.rules.tekst import beletsel_velden

HOOGSTENS = 20


def beletsel_weergave_bewaren(
    *, door: Actor, naam: str = "-", vraag: str = "", aantal: int = 0, bestaat: bool = False
) -> Beletsel | None:
    """The same name again replaces the view, so only a new name can be one too many."""
    if door.gebruiker_id is None:
        return geen_recht("Meld je aan om een weergave te bewaren.")
    if not naam.strip():
        return invoer("Geef de weergave een naam.", "naam")
    if aantal >= HOOGSTENS and not bestaat:
        return toestand(f"Je bewaart al {HOOGSTENS} weergaven. Haal er eerst een weg.", "naam")
    return beletsel_velden(Portefeuilleweergave, {"naam": naam, "vraag": vraag})


def beletsel_weergave_verwijderen(
    *, weergave: Portefeuilleweergave, door: Actor
) -> Beletsel | None:
    if weergave.gebruiker_id != door.gebruiker_id:
        return geen_recht("Dit is een weergave van een ander.")
    return None
