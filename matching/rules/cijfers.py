"""Who sees the figures of matching."""

from config.kern.actor import Actor, Recht
from config.kern.fouten import Beletsel, geen_recht

WIE = (
    Recht.CAPACITEIT_INZIEN, Recht.DOMEIN_REGIE, Recht.AFWIJKING_BESLUITEN, Recht.PTEAM_LEIDEN,
    Recht.MATCHTAFEL_ONDERSTEUNEN,
)


def beletsel_cijfers_inzien(*, door: Actor) -> Beletsel | None:
    if any(door.heeft_ergens(recht) for recht in WIE):
        return None
    return geen_recht("De cijfers zijn voor P-managers, directeuren en wie op hen toeziet.")


def beletsel_eerlijkheid_inzien(*, door: Actor) -> Beletsel | None:
    """For the P-beraad: directeuren M&O and who decides on deviations (R258)."""
    if door.heeft_ergens(Recht.DOMEIN_REGIE) or door.heeft_ergens(Recht.AFWIJKING_BESLUITEN):
        return None
    return geen_recht("Dit overzicht is voor het P-beraad.")
