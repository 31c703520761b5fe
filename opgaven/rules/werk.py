"""Why not: milestones and risks of an opdracht (R007, R021)."""

from datetime import date

from config.kern.actor import Actor
from config.kern.fouten import Beletsel, geen_recht, invoer, toestand
from opgaven.levensloop import AFGELOPEN
from opgaven.models import Mijlpaal, Opdracht, Risico
from opgaven.rules.tekst import beletsel_velden
from opgaven.rules.wie import mag_initieren, mag_uitvoeren


def _beletsel_bijhouden(opdracht: Opdracht, door: Actor, op: date, wat: str) -> Beletsel | None:
    if not mag_uitvoeren(opdracht, door) and not mag_initieren(opdracht.opgave, door, op):
        return geen_recht(f"Alleen de AOG, de AON of de domeindirecteur kan {wat}.")
    if opdracht.status in AFGELOPEN:
        return toestand("De opdracht is afgelopen.")
    return None


def beletsel_mijlpaal_toevoegen(
    *, opdracht: Opdracht, door: Actor, op: date, naam: str = "-", datum: date | None = None
) -> Beletsel | None:
    if (wie := _beletsel_bijhouden(opdracht, door, op, "mijlpalen bijhouden")) is not None:
        return wie
    if not naam.strip():
        return invoer("Geef de mijlpaal een naam.", "naam")
    if opdracht.mijlpalen.filter(naam=naam, datum=datum).exists():
        return toestand("Deze mijlpaal staat er al.", "naam")
    return beletsel_velden(Mijlpaal, {"naam": naam})


def beletsel_mijlpaal_halen(*, mijlpaal: Mijlpaal, door: Actor, op: date) -> Beletsel | None:
    wie = _beletsel_bijhouden(mijlpaal.opdracht, door, op, "mijlpalen bijhouden")
    if wie is None and mijlpaal.gehaald_op is not None:
        return toestand("Deze mijlpaal is al gehaald.")
    return wie


def beletsel_risico_toevoegen(
    *, opdracht: Opdracht, door: Actor, op: date, omschrijving: str = "-", kans: int = 1,
    gevolg: int = 1, maatregel: str = "-", eigenaar: str = "-",
) -> Beletsel | None:
    if (wie := _beletsel_bijhouden(opdracht, door, op, "risico’s bijhouden")) is not None:
        return wie
    for naam, waarde in (
        ("omschrijving", omschrijving), ("maatregel", maatregel), ("eigenaar", eigenaar)
    ):
        if not waarde.strip():
            return invoer(f"Vul bij het risico de {naam} in.", naam)
    if not (1 <= kans <= 5 and 1 <= gevolg <= 5):
        return invoer("Kies voor kans en gevolg een getal van 1 tot en met 5.", "kans")
    if opdracht.risicos.filter(omschrijving=omschrijving).exists():
        return toestand("Dit risico staat er al.", "omschrijving")
    return beletsel_velden(
        Risico, {"omschrijving": omschrijving, "maatregel": maatregel, "eigenaar": eigenaar}
    )


def beletsel_risico_vervallen(*, opdracht: Opdracht, door: Actor, op: date) -> Beletsel | None:
    return _beletsel_bijhouden(opdracht, door, op, "risico’s bijhouden")
