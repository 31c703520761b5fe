"""Who may see the figures of capacity: groups for who steers, persons for the own P-manager."""

from config.kern.actor import Actor, Recht
from config.kern.fouten import Beletsel, geen_recht
from pdomein.models import PTeam

STURING = (
    Recht.CAPACITEIT_INZIEN, Recht.DOMEIN_REGIE, Recht.PTEAM_LEIDEN, Recht.AFWIJKING_BESLUITEN,
    Recht.REGISTER_INZIEN, Recht.OPDRACHT_INITIEREN, Recht.OPDRACHT_STUREN,
    Recht.BESLUITENLIJST_OPSTELLEN,
)


def beletsel_capaciteit_inzien(*, door: Actor) -> Beletsel | None:
    """Figures of groups: for who steers or controls people or work (R090, R101)."""
    if any(door.heeft_ergens(recht) for recht in STURING):
        return None
    return geen_recht(
        "De capaciteit is er voor P-managers, directeuren, de beraden en wie hen controleert."
    )


def mag_personen_zien(door: Actor, pteam: PTeam) -> bool:
    """Figures of a person are for the person and the own P-manager (R328, R409)."""
    return door.heeft(Recht.PTEAM_LEIDEN, op=pteam)


def beletsel_mensen_inzien(*, door: Actor, pteam: PTeam) -> Beletsel | None:
    if mag_personen_zien(door, pteam):
        return None
    return geen_recht("Cijfers per persoon zijn alleen voor de eigen P-manager.")


def beletsel_eigen_mensen_inzien(*, door: Actor) -> Beletsel | None:
    if door.heeft_ergens(Recht.PTEAM_LEIDEN):
        return None
    return geen_recht("Cijfers per persoon zijn alleen voor de eigen P-manager.")
