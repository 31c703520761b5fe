"""Who may end what rests on work that ended (R040)."""

from config.kern.actor import Actor
from config.kern.fouten import Beletsel
from register.rules.rol import beletsel_register_muteren


def beletsel_vrijgave_verwerken(*, door: Actor) -> Beletsel | None:
    return beletsel_register_muteren(door)
