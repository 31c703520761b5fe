"""Who may put a colleague on the list van werk naar werk, and take off it (R285)."""

from datetime import date

from config.kern.actor import Actor, Recht
from config.kern.fouten import Beletsel, geen_recht, invoer, toestand
from matching.models import VanWerkNaarWerk
from matching.queries.instemming import eigen_mensen
from pdomein.models import Medewerker


def beletsel_vwnw_vastleggen(
    *, door: Actor, dag: date, medewerker: Medewerker | None = None,
    instemming: bool | None = None,
) -> Beletsel | None:
    if not door.heeft_ergens(Recht.PTEAM_LEIDEN):
        return geen_recht("Alleen een P-manager houdt deze lijst bij, voor de eigen mensen.")
    if medewerker is not None and medewerker.pk not in eigen_mensen(door, dag):
        return geen_recht("Deze collega zit niet in jouw P-team.")
    if medewerker is not None and medewerker.van_werk_naar_werk.filter(einde=None).exists():
        return toestand("Deze collega staat al op de lijst.")
    if instemming is False:
        return invoer(
            "Zet iemand alleen op de lijst als die dat goedvindt. Bespreek het eerst.",
            "instemming",
        )
    return None


def beletsel_vwnw_inzien(*, door: Actor) -> Beletsel | None:
    """Whoever may recruit for an own team looks inside first (R285)."""
    if door.heeft_ergens(Recht.PTEAM_LEIDEN):
        return None
    return geen_recht("Alleen een P-manager die werft ziet wie op deze lijst past.")


def beletsel_vwnw_beeindigen(rij: VanWerkNaarWerk, *, door: Actor, dag: date) -> Beletsel | None:
    if rij.medewerker_id not in eigen_mensen(door, dag):
        return geen_recht("Deze collega zit niet in jouw P-team.")
    if rij.einde is not None:
        return toestand("Deze collega staat niet meer op de lijst.")
    return None
