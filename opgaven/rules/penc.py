"""Why not: dates and frozen figures of the planning & control cycle (R227)."""

from datetime import date

from config.kern.actor import Actor, Recht
from config.kern.fouten import Beletsel, geen_recht, invoer, toestand
from config.kern.models import Gremium
from config.kern.rules_beraad import mag_voorbereiden
from opgaven.enums import PencSoort
from opgaven.models import PencMoment


def beletsel_penc(door: Actor, dt: Gremium | None) -> Beletsel | None:
    """Planning & control prepares, the DT is involved by its secretary and chair (§7.3)."""
    if door.heeft(Recht.OPDRACHT_TOETSEN) or (dt is not None and mag_voorbereiden(dt, door)):
        return None
    return geen_recht(
        "Alleen compliance & control of de secretaris van het Directieteam beheert de P&C-cyclus."
    )


def beletsel_penc_moment_vastleggen(
    *, door: Actor, dt: Gremium | None, soort: str = PencSoort.BEGROTING,
    begrotingsjaar: int = 2026, peildatum: date | None = None, naar_gs: date | None = None,
    naar_ps: date | None = None, is_dubbel: bool = False,
) -> Beletsel | None:
    if (wie := beletsel_penc(door, dt)) is not None:
        return wie
    if soort not in PencSoort.values:
        return invoer("Kies een product uit de lijst.", "soort")
    if not 2000 <= begrotingsjaar <= 2100:
        return invoer("Kies een jaar tussen 2000 en 2100.", "begrotingsjaar")
    if is_dubbel:
        return toestand("Dit product staat al in de kalender van dat jaar.", "soort")
    if peildatum and naar_gs and naar_gs < peildatum:
        return invoer("De cijfers gaan na de peildatum naar GS.", "naar_gs")
    if naar_gs and naar_ps and naar_ps < naar_gs:
        return invoer("Het stuk gaat na GS naar Provinciale Staten.", "naar_ps")
    return None


def beletsel_momentopname_bevriezen(
    *, moment: PencMoment, door: Actor, dt: Gremium | None, op: date, is_bevroren: bool
) -> Beletsel | None:
    if (wie := beletsel_penc(door, dt)) is not None:
        return wie
    if is_bevroren:
        return toestand("De cijfers van dit moment zijn al bevroren.")
    if moment.peildatum > op:
        return toestand("De peildatum is nog niet geweest. Bevries de cijfers daarna.")
    return None
