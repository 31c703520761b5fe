"""Refusals about hours, availability and workload (R328, R340, R403)."""

from datetime import date
from decimal import Decimal

from config.kern.actor import Actor, Recht
from config.kern.fouten import Beletsel, geen_recht, invoer, toestand
from pdomein.models import Medewerker, Werkdrukmelding
from pdomein.rules.medewerker import GEEN_BEHEER
from pdomein.rules.tekst import beletsel_tekst

HOOGSTE_FTE = 2


def beletsel_aanstelling_vastleggen(
    *, medewerker: Medewerker, fte: Decimal, begin: date, einde: date | None, volgnummer: int,
    samen: Decimal, door: Actor,
) -> Beletsel | None:
    """``samen``: the fte of the other employments on the first day."""
    if not door.heeft(Recht.MEDEWERKERS_BEHEREN):
        return geen_recht(GEEN_BEHEER)
    if not 0 <= fte <= HOOGSTE_FTE:
        return invoer("De aanstelling ligt tussen 0 en 2 fte.", "fte")
    if samen + fte > HOOGSTE_FTE:
        return invoer("Alle dienstverbanden samen zijn hooguit 2 fte.", "fte")
    if not 1 <= volgnummer <= 99:
        return invoer("Het nummer van het dienstverband ligt tussen 1 en 99.", "volgnummer")
    return _periode(medewerker, begin, einde)


def _periode(medewerker: Medewerker, begin: date, einde: date | None) -> Beletsel | None:
    if einde is not None and einde <= begin:
        return invoer("De einddatum moet na de begindatum liggen.", "einde")
    uit = medewerker.uit_dienst
    if begin < medewerker.in_dienst or (uit is not None and begin >= uit):
        return invoer(f"{medewerker.naam} is op die dag niet in dienst.", "begin")
    return None


def beletsel_beschikbaarheid_vastleggen(
    *, medewerker: Medewerker, fte_minder: Decimal, begin: date, einde: date | None, door: Actor
) -> Beletsel | None:
    """Only how much and until when; HR sends no reason and we have no place for one (R328)."""
    if not door.heeft(Recht.MEDEWERKERS_BEHEREN):
        return geen_recht(GEEN_BEHEER)
    if not 0 < fte_minder <= medewerker.aanstelling_fte:
        return invoer("Minder beschikbaar is meer dan 0 en hooguit de aanstelling.", "fte_minder")
    return _periode(medewerker, begin, einde)


def beletsel_beschikbaarheid_beeindigen(*, door: Actor) -> Beletsel | None:
    return None if door.heeft(Recht.MEDEWERKERS_BEHEREN) else geen_recht(GEEN_BEHEER)


def beletsel_werkdruk_melden(
    *, medewerker: Medewerker, toelichting: str, heeft_open: bool, op: date, door: Actor
) -> Beletsel | None:
    """A person says it about the own work only (R340)."""
    if door.medewerker_id != medewerker.pk:
        return geen_recht("Je kunt alleen over je eigen werk melden dat het te veel is.")
    if not medewerker.is_in_dienst(op):
        return toestand("Je bent niet in dienst.")
    if heeft_open:
        return toestand("Je hebt al een open melding. Trek die eerst in.")
    return beletsel_tekst(
        toelichting, veld="toelichting", label="de toelichting", maximum=500
    )


def _open(melding: Werkdrukmelding) -> Beletsel | None:
    return None if melding.afgesloten_op is None else toestand("Deze melding is al afgesloten.")


def beletsel_werkdruk_intrekken(*, melding: Werkdrukmelding, door: Actor) -> Beletsel | None:
    if door.medewerker_id != melding.medewerker_id:
        return geen_recht("Alleen wie de melding deed, trekt haar in.")
    return _open(melding)


def beletsel_werkdruk_bespreken(
    *, melding: Werkdrukmelding, pmanager: Medewerker | None, door: Actor
) -> Beletsel | None:
    if pmanager is None or door.medewerker_id != pmanager.pk:
        return geen_recht("Alleen de eigen P-manager zegt dat de melding is besproken.")
    return _open(melding)
