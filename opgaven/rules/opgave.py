"""Why not: allocating an opgave to an O-domein (R009, EISEN D04)."""

from datetime import date

from config.kern.actor import Actor, Recht
from config.kern.enums import GremiumSoort
from config.kern.fouten import Beletsel, geen_recht, invoer, toestand
from config.kern.models import Gremium
from opgaven.models import ODomein, Opgave


def beletsel_opgave_toedelen(
    *, opgave: Opgave, door: Actor, gremium: Gremium | None = None,
    odomein: ODomein | None = None, begin: date | None = None,
    huidig: tuple[int, date] | None = None,
) -> Beletsel | None:
    """``huidig`` is ``(odomein_id, begin)`` of the newest allocation."""
    if gremium is None:
        if not door.heeft_ergens(Recht.OPGAVE_TOEDELEN):
            return geen_recht(
                "Alleen de voorzitter van het Opgavenberaad of het Directieteam deelt opgaven toe."
            )
    elif gremium.soort not in {GremiumSoort.O_BERAAD, GremiumSoort.DT}:
        return invoer("Een opgave wordt toegedeeld door het Opgavenberaad of het DT.", "gremium")
    elif not door.heeft(Recht.OPGAVE_TOEDELEN, op=gremium):
        return geen_recht(f"Alleen de voorzitter van “{gremium.naam}” kan een opgave toedelen.")
    if opgave.onder_directieteam:
        return toestand("Deze opgave valt direct onder het Directieteam en wordt niet toegedeeld.")
    if huidig and odomein and huidig[0] == odomein.pk:
        return toestand(f"Deze opgave valt al onder “{odomein.naam}”.", "odomein")
    if huidig and begin and begin <= huidig[1]:
        return invoer(
            "De nieuwe toedeling moet later beginnen dan de toedeling die er al is.", "begin"
        )
    return None
