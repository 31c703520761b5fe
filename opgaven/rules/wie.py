"""Who: the refusals about rights on an opgave or opdracht (EISEN table 2.3)."""

from datetime import date

from config.kern.actor import Actor, Recht
from config.kern.fouten import Beletsel, geen_recht, toestand
from opgaven.models import Opdracht, Opgave
from opgaven.queries import directieteam, odomein_van


def mag_initieren(opgave: Opgave, door: Actor, op: date) -> bool:
    """The domeindirecteur of the opgave; under the Directieteam itself, its chair (R033, R205)."""
    if door.is_systeem:
        return True
    if opgave.onder_directieteam:
        return door.heeft(Recht.OPGAVE_TOEDELEN, op=directieteam())
    odomein = odomein_van(opgave, op)
    return odomein is not None and door.heeft(Recht.OPDRACHT_INITIEREN, op=odomein)


def beletsel_initieren(opgave: Opgave, door: Actor, op: date, wat: str) -> Beletsel | None:
    """``wat`` completes “Alleen de domeindirecteur van deze opgave kan …”."""
    if mag_initieren(opgave, door, op):
        return None
    if opgave.onder_directieteam:
        return geen_recht(
            "Deze opgave valt direct onder het Directieteam. Alleen de voorzitter van het "
            f"Directieteam kan {wat}."
        )
    if odomein_van(opgave, op) is None:
        return toestand(
            f"De opgave “{opgave.naam}” is nog niet toegedeeld aan een O-domein. Laat het "
            "Opgavenberaad de opgave eerst toedelen."
        )
    return geen_recht(f"Alleen de domeindirecteur van deze opgave kan {wat}.")


def mag_sturen(opdracht: Opdracht, door: Actor) -> bool:
    """The AOG of the opdracht, who is also AOG of its deelopdrachten (R026)."""
    return door.heeft(Recht.OPDRACHT_STUREN, op=opdracht) or (
        opdracht.bovenliggende_id is not None
        and door.heeft(Recht.OPDRACHT_STUREN, op=opdracht.bovenliggende)
    )


def mag_uitvoeren(opdracht: Opdracht, door: Actor) -> bool:
    return mag_sturen(opdracht, door) or door.heeft(Recht.OPDRACHT_UITVOEREN, op=opdracht)


def beletsel_sturen(opdracht: Opdracht, door: Actor, wat: str) -> Beletsel | None:
    if not mag_sturen(opdracht, door):
        return geen_recht(f"Alleen de ambtelijk opdrachtgever (AOG) van deze opdracht kan {wat}.")
    return None
