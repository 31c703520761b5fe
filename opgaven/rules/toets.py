"""Why not: the test in three parts by compliance & control (R204, E14)."""

from config.kern.actor import Actor, Recht
from config.kern.fouten import Beletsel, geen_recht, invoer, toestand
from opgaven.enums import OpdrachtStatus, Toetsonderdeel, Toetsuitkomst
from opgaven.levensloop import zin_bij
from opgaven.models import Opdracht


def beletsel_opdracht_toetsen(
    *, opdracht: Opdracht, door: Actor, staat_op_lijst: bool, onderdeel: str = "financieel",
    uitkomst: str = "positief", toelichting: str = "-",
) -> Beletsel | None:
    if not door.heeft(Recht.OPDRACHT_TOETSEN):
        return geen_recht("Alleen een adviseur compliance & control kan een opdracht toetsen.")
    if opdracht.status not in {OpdrachtStatus.PROFIEL_VASTGESTELD, OpdrachtStatus.GETOETST}:
        if opdracht.status == OpdrachtStatus.CONCEPT:
            return toestand(zin_bij(opdracht.status, OpdrachtStatus.GETOETST))
        return toestand("Deze opdracht is al geprogrammeerd. De toets staat vast.")
    if staat_op_lijst:
        return toestand("De opdracht staat op een besluitenlijst. De toets staat nu vast.")
    if onderdeel not in Toetsonderdeel.values:
        return invoer("Kies financieel, personeel of juridisch.", "onderdeel")
    if uitkomst not in Toetsuitkomst.values:
        return invoer("Kies een uitkomst.", "uitkomst")
    if not toelichting.strip():
        return invoer("Licht de uitkomst toe.", "toelichting")
    return None
