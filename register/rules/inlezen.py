"""Who may read files of the province into the register."""

from config.kern.actor import Actor, Recht
from config.kern.fouten import Beletsel, geen_recht, toestand
from register.models import Rol
from register.rules.rol import beletsel_register_muteren


def _beheer(door: Actor) -> Beletsel | None:
    if door.heeft(Recht.BEHEREN) or door.heeft(Recht.REGISTER_MUTEREN):
        return None
    return geen_recht(
        "Alleen beheer en registerbeheer wijzigen de rollenlijst en de mandaatregeling."
    )


def beletsel_rollen_inlezen(*, door: Actor) -> Beletsel | None:
    return beletsel_register_muteren(door)


def beletsel_inzet_inlezen(*, door: Actor) -> Beletsel | None:
    return beletsel_register_muteren(door)


def beletsel_mandaatregeling_inlezen(*, door: Actor) -> Beletsel | None:
    return _beheer(door)


def beletsel_gremia_vullen(*, door: Actor) -> Beletsel | None:
    return _beheer(door)


def beletsel_poverleggen_vullen(*, door: Actor) -> Beletsel | None:
    return _beheer(door)


def beletsel_rollen_vullen(*, door: Actor) -> Beletsel | None:
    return _beheer(door)


def beletsel_rolcatalogus_inlezen(*, door: Actor) -> Beletsel | None:
    return _beheer(door)


def beletsel_functiematrix_inlezen(*, door: Actor) -> Beletsel | None:
    return _beheer(door)


def beletsel_rol_wijzigen(
    *, rol: Rol, objectsoort: str, is_exclusief: bool, is_in_gebruik: bool
) -> Beletsel | None:
    """The words of a role may change; on what it is held, once somebody holds it, may not."""
    if is_in_gebruik and (rol.objectsoort, rol.is_exclusief) != (objectsoort, is_exclusief):
        return toestand(
            f"De rol {rol.naam} staat al in het register. Waarop zij geldt en of er één tegelijk "
            "is, verandert dan niet meer.", "objectsoort",
        )
    return None
