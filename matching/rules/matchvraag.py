"""Why a matchvraag may not be opened and a vrijval not be weighed (R228-R234, E07, E08)."""

from datetime import date

from config.kern.actor import Actor
from config.kern.fouten import Beletsel, geen_recht, invoer, toestand
from matching.models import Matchvraag, Vrijval
from matching.queries.wie import aog_van, aon_van
from matching.rules.wie import is_aog_van, is_dd_van
from opgaven.enums import Label, OpdrachtStatus, PlaatsSoort
from opgaven.models import Opdracht

LEVEND = (OpdrachtStatus.GEPROGRAMMEERD, OpdrachtStatus.BEMENSING, OpdrachtStatus.IN_UITVOERING)


def beletsel_matchvraag_openen(
    opdracht: Opdracht, plaats: PlaatsSoort, *, door: Actor, dag: date, reden: str | None = None
) -> Beletsel | None:
    """By hand only for the replacement of an AOG or AON (R295, Q17)."""
    if not (is_aog_van(door, opdracht) or is_dd_van(door, opdracht, dag)):
        return geen_recht("Alleen de AOG of de domeindirecteur opent een matchvraag.")
    if opdracht.label != Label.DYNAMISCH:
        return toestand(
            "Deze opdracht is stabiel. De bemensing loopt via de jaarplanprocedure, niet via "
            "de matchingsprocedure."
        )
    if opdracht.status not in LEVEND:
        return toestand("Deze opdracht is niet geprogrammeerd; matchen kan nog niet.")
    if plaats == PlaatsSoort.TEAM:
        return toestand(
            "Een nieuwe plaats in het team komt van het programmeerberaad, of van werk dat "
            "vrijvalt."
        )
    houder = (aog_van if plaats == PlaatsSoort.AOG else aon_van)(opdracht, dag)
    if houder is not None:
        return toestand(f"Deze opdracht heeft al een {plaats.upper()}: {houder.naam}.")
    if Matchvraag.objects.filter(opdracht=opdracht, plaats=plaats, gesloten_op=None).exists():
        return toestand(f"Er loopt al een matchvraag voor de {plaats.upper()}.")
    if reden is not None and not reden.strip():
        return invoer("Schrijf op waarom er een nieuwe nodig is.", "reden")
    return None


def beletsel_vrijval_beoordelen(
    vrijval: Vrijval, *, door: Actor, dag: date, vervanging: bool | None = None,
    opvang: bool | None = None,
) -> Beletsel | None:
    """DD and AOG each answer both questions; nothing starts until they agree (R234, Q18)."""
    if not (is_aog_van(door, vrijval.opdracht) or is_dd_van(door, vrijval.opdracht, dag)):
        return geen_recht("Alleen de AOG en de domeindirecteur wegen vrijgevallen werk.")
    if vrijval.afgesloten_op is not None:
        return toestand("Over dit vrijgevallen werk is al beslist.")
    return None
