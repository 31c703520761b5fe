"""Who may check many payments at once, and who may take an extract (R192, R195)."""

from collections.abc import Sequence
from datetime import date

from config.kern.actor import Actor
from config.kern.fouten import Beletsel, geen_recht, invoer
from register.models import Uittreksel
from register.rules.rol import beletsel_register_inzien

MAX_RIJEN = 20_000
MAX_BYTES = 5 * 1024 * 1024


def beletsel_bevoegdheden_controleren(*, rijen: Sequence[object], door: Actor) -> Beletsel | None:
    """One question is for everybody inside; thousands are for who must account for the register."""
    if beletsel := beletsel_register_inzien(door):
        return beletsel
    if not rijen:
        return invoer("Er staan geen rijen in. Kies een bestand met minstens één rij.", "bestand")
    if len(rijen) > MAX_RIJEN:
        return invoer(
            f"Er staan meer dan {MAX_RIJEN} rijen in. Splits het bestand op.", "bestand"
        )
    return None


def beletsel_kennis(*, kennis: date | None, vandaag: date, door: Actor) -> Beletsel | None:
    """What was known earlier is for who must account for it (R192)."""
    if kennis is None or kennis >= vandaag:
        return None
    return beletsel_register_inzien(door)


def beletsel_uittreksel_maken(
    *, kennis: date | None, vandaag: date, door: Actor
) -> Beletsel | None:
    if door.gebruiker_id is None and not door.is_systeem:
        return geen_recht("Log in om een uittreksel te maken.")
    return beletsel_kennis(kennis=kennis, vandaag=vandaag, door=door)


def beletsel_uittreksel_openen(*, uittreksel: Uittreksel, door: Actor) -> Beletsel | None:
    """Who made it, and who must account for the register; everyone else checks with the code."""
    if door.gebruiker_id is not None and uittreksel.gemaakt_door_id == door.gebruiker_id:
        return None
    if beletsel_register_inzien(door) is None:
        return None
    return geen_recht("Alleen wie dit uittreksel maakte en registerbeheer openen het hier.")
