"""Why not: meetings of a gremium and their besluitenlijsten (R224)."""

from config.kern.actor import Actor, Recht
from config.kern.fouten import Beletsel, geen_recht, toestand
from config.kern.models import Gremium


def _beletsel_opstellen(gremium: Gremium, door: Actor, wat: str) -> Beletsel | None:
    """The secretary prepares, the chair may too (R224)."""
    rechten = (Recht.BESLUITENLIJST_OPSTELLEN, Recht.BESLUITENLIJST_VASTSTELLEN)
    if not any(door.heeft(recht, op=gremium) for recht in rechten):
        return geen_recht(f"Alleen de secretaris of voorzitter van “{gremium.naam}” kan {wat}.")
    return None


def beletsel_vergadering_plannen(
    *, gremium: Gremium, door: Actor, bezet: bool = False
) -> Beletsel | None:
    if (wie := _beletsel_opstellen(gremium, door, "een vergadering plannen")) is not None:
        return wie
    if bezet:
        return toestand("Dit gremium heeft op deze dag al een vergadering.", "datum")
    return None


def beletsel_besluitenlijst_openen(*, gremium: Gremium, door: Actor) -> Beletsel | None:
    return _beletsel_opstellen(gremium, door, "een besluitenlijst openen")
