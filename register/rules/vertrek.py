"""Who may end everything that somebody holds who leaves (E19, R331)."""

from config.kern.actor import Actor
from config.kern.fouten import Beletsel, toestand
from pdomein.models import Medewerker
from register.rules.rol import beletsel_register_muteren


def beletsel_vertrek_verwerken(*, medewerker: Medewerker, door: Actor) -> Beletsel | None:
    if beletsel := beletsel_register_muteren(door):
        return beletsel
    if medewerker.uit_dienst is None:
        return toestand(f"{medewerker.naam} gaat niet uit dienst.")
    return None
