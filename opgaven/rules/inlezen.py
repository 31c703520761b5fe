"""Who may load files of the begroting and the opdrachten (R004)."""

from config.kern.actor import Actor, Recht
from config.kern.fouten import Beletsel, geen_recht


def _beheer(door: Actor) -> Beletsel | None:
    if not door.heeft(Recht.BEHEREN):
        return geen_recht("Alleen een beheerder kan bestanden inlezen.")
    return None


def beletsel_begroting_inlezen(*, door: Actor) -> Beletsel | None:
    return _beheer(door)


def beletsel_odomeinen_inlezen(*, door: Actor) -> Beletsel | None:
    return _beheer(door)


def beletsel_toedelingen_inlezen(*, door: Actor) -> Beletsel | None:
    return _beheer(door)


def beletsel_opdrachten_inlezen(*, door: Actor) -> Beletsel | None:
    return _beheer(door)


def beletsel_capaciteitsvragen_inlezen(*, door: Actor) -> Beletsel | None:
    return _beheer(door)
