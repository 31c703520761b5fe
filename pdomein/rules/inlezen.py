"""Who may load files of the personnel administration."""

from config.kern.actor import Actor, Recht
from config.kern.fouten import Beletsel, geen_recht


def _beheer(door: Actor) -> Beletsel | None:
    if not door.heeft(Recht.MEDEWERKERS_BEHEREN):
        return geen_recht("Alleen een beheerder kan personeelsgegevens inlezen.")
    return None


def beletsel_pteams_inlezen(*, door: Actor) -> Beletsel | None:
    return _beheer(door)


def beletsel_medewerkers_inlezen(*, door: Actor) -> Beletsel | None:
    return _beheer(door)


def beletsel_pmanagers_inlezen(*, door: Actor) -> Beletsel | None:
    return _beheer(door)


def beletsel_competenties_inlezen(*, door: Actor) -> Beletsel | None:
    return _beheer(door)


def beletsel_ppps_inlezen(*, door: Actor) -> Beletsel | None:
    """A PPP belongs to a person: only the program itself loads them, when it is first filled."""
    if not door.is_systeem:
        return geen_recht("Een PPP wordt alleen bij de eerste vulling van het programma ingelezen.")
    return None
