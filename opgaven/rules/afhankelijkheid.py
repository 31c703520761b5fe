"""Why not: dependencies between opdrachten (R011)."""

from collections.abc import Mapping, Set
from datetime import date

from config.kern.actor import Actor
from config.kern.fouten import Beletsel, geen_recht, invoer, toestand
from opgaven.enums import AfhankelijkheidSoort
from opgaven.levensloop import AFGELOPEN
from opgaven.models import Afhankelijkheid, Opdracht
from opgaven.rules.tekst import beletsel_velden
from opgaven.rules.wie import mag_initieren, mag_uitvoeren


def pad_terug(wacht_op: Mapping[int, Set[int]], begin: int, doel: int) -> list[int]:
    """The shortest way from ``begin`` to ``doel`` along who waits for whom; empty without one."""
    kwam_van: dict[int, int] = {begin: begin}
    rij = [begin]
    while rij:
        hier = rij.pop(0)
        if hier == doel:
            pad = [hier]
            while pad[-1] != begin:
                pad.append(kwam_van[pad[-1]])
            return pad[::-1]
        for volgende in sorted(wacht_op.get(hier, ())):
            if volgende not in kwam_van:
                kwam_van[volgende] = hier
                rij.append(volgende)
    return []


def _wie(opdracht: Opdracht, door: Actor, op: date, wat: str) -> Beletsel | None:
    if mag_uitvoeren(opdracht, door) or mag_initieren(opdracht.opgave, door, op):
        return None
    return geen_recht(f"Alleen de AOG, de AON of de domeindirecteur {wat}.")


def beletsel_afhankelijkheid_vastleggen(
    *, opdracht: Opdracht, door: Actor, op: date, van: Opdracht | None = None,
    soort: str = AfhankelijkheidSoort.RAAKT, toelichting: str = "-", bestaat: bool = False,
    kring: list[str] | None = None,
) -> Beletsel | None:
    """``kring`` names the opdrachten that would wait for each other in a ring."""
    if (wie := _wie(opdracht, door, op, "legt vast waar een opdracht van afhangt")) is not None:
        return wie
    if opdracht.status in AFGELOPEN:
        return toestand("De opdracht is afgelopen.")
    if van is None:
        return None
    return (
        beletsel_velden(Afhankelijkheid, {"soort": soort, "toelichting": toelichting})
        or _beletsel_van(opdracht, van)
        or _beletsel_inhoud(toelichting, bestaat, kring)
    )


def _beletsel_van(opdracht: Opdracht, van: Opdracht) -> Beletsel | None:
    if van.pk == opdracht.pk:
        return invoer("Een opdracht hangt niet van zichzelf af. Kies een andere.", "van")
    if van.status in AFGELOPEN:
        return toestand(f"“{van.naam}” is afgelopen. Daar hangt niets meer van af.", "van")
    return None


def _beletsel_inhoud(toelichting: str, bestaat: bool, kring: list[str] | None) -> Beletsel | None:
    if not toelichting.strip():
        return invoer(
            "Leg in een zin uit wat de opdrachten met elkaar te maken hebben.", "toelichting"
        )
    if bestaat:
        return toestand("Deze afhankelijkheid staat er al.", "van")
    if kring:
        namen = ", die wacht op ".join(f"“{naam}”" for naam in kring)
        return toestand(f"Zo wacht iedereen op elkaar: {namen}.", "van")
    return None


def beletsel_afhankelijkheid_vervallen(
    *, afhankelijkheid: Afhankelijkheid, door: Actor, op: date
) -> Beletsel | None:
    return _wie(afhankelijkheid.opdracht, door, op, "haalt een afhankelijkheid weg")
