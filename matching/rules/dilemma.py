"""Why a dilemma may not be brought to the P-beraad (R239)."""

from datetime import date

from config.kern.actor import Actor, Recht
from config.kern.fouten import Beletsel, geen_recht, invoer, toestand
from matching.models import Procedure
from matching.rules.procedure import beletsel_gesloten
from matching.rules.wie import is_eigenaar


def beletsel_dilemma_melden(
    procedure: Procedure, *, door: Actor, dag: date, omschrijving: str | None = None,
    ligt_al: bool = False, is_er_een_beraad: bool = True,
) -> Beletsel | None:
    """Who sits at the table, leads a team or owns the search; once while it lies somewhere."""
    mag = (
        door.heeft(Recht.MATCHTAFEL_DEELNEMEN) or door.heeft_ergens(Recht.PTEAM_LEIDEN)
        or is_eigenaar(door, procedure, dag)
    )
    if not mag:
        return geen_recht("Alleen een P-manager of wie deze vraag stelt, legt een dilemma voor.")
    if bezwaar := beletsel_gesloten(procedure):
        return bezwaar
    if ligt_al:
        return toestand("Er ligt al een dilemma over deze plaats bij een beraad.")
    if not is_er_een_beraad:
        return toestand("Er is nog geen P-beraad ingericht.")
    if omschrijving is not None and not omschrijving.strip():
        return invoer("Beschrijf wat er knelt.", "reden")
    return None
