"""Why not: the exception for the Dienst Beheer Infrastructuur (R321, R325, R326)."""

from datetime import date

from config.kern.actor import Actor, Recht
from config.kern.fouten import Beletsel, geen_recht, invoer, toestand
from opgaven.models import ODomein
from opgaven.queries import directieteam

MAX_JAREN = 5


def beletsel_dbiuitzondering_vastleggen(
    *, odomein: ODomein, door: Actor, op: date, herziening_op: date | None = None,
    motivering: str = "-",
) -> Beletsel | None:
    """Only the Directieteam, always with a day to look at it again."""
    gremium = directieteam()
    if gremium is None:
        return toestand("Er is nog geen Directieteam. Laat de beheerder de gremia inrichten.")
    if not door.heeft(Recht.OPGAVE_TOEDELEN, op=gremium):
        return geen_recht("Alleen de voorzitter van het Directieteam besluit hierover.")
    if herziening_op is None:
        return None
    if herziening_op <= op:
        return invoer("Kies een dag na vandaag.", "herziening_op")
    if herziening_op.year > op.year + MAX_JAREN:
        return invoer(f"Kies een dag binnen {MAX_JAREN} jaar.", "herziening_op")
    if not motivering.strip():
        return invoer("Schrijf op waarom, en hoe het staat met het ontwikkelplan.", "motivering")
    if odomein.dbi_uitzondering and odomein.dbi_herziening_op == herziening_op:
        return toestand("Deze datum staat er al.", "herziening_op")
    return None
