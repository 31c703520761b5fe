"""Who sees the competenties of a team person by person."""

from config.kern.actor import Actor, Recht
from config.kern.fouten import Beletsel, geen_recht
from pdomein.models import PTeam


def beletsel_matrix_inzien(*, pteam: PTeam, door: Actor) -> Beletsel | None:
    if door.heeft(Recht.PTEAM_LEIDEN, op=pteam):
        return None
    return geen_recht("Alleen de P-manager van dit team ziet de competenties per persoon.")
