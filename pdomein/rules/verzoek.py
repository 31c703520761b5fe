"""Refusals about requests to put own data right (AVG 16)."""

from config.kern.actor import Actor, Recht
from config.kern.fouten import Beletsel, geen_recht, invoer, toestand
from pdomein.enums_leren import Verzoekonderwerp, Verzoekstatus
from pdomein.models import Medewerker, Rectificatieverzoek
from pdomein.rules.tekst import beletsel_tekst


def beletsel_rectificatie_verzoeken(
    *, medewerker: Medewerker, onderwerp: str, wat_klopt_niet: str, wat_moet_het_zijn: str,
    aantal_open: int, door: Actor,
) -> Beletsel | None:
    if door.medewerker_id is None or door.medewerker_id != medewerker.pk:
        return geen_recht("Je kunt alleen over je eigen gegevens een verzoek doen.")
    if onderwerp not in Verzoekonderwerp.values:
        return invoer("Kies waar het over gaat.", "onderwerp")
    if aantal_open >= 20:
        return toestand("Je hebt al twintig verzoeken open staan. Wacht op antwoord.")
    return beletsel_tekst(
        wat_klopt_niet, veld="wat_klopt_niet", label="wat er niet klopt", maximum=1000,
        verplicht=True, regels=True,
    ) or beletsel_tekst(
        wat_moet_het_zijn, veld="wat_moet_het_zijn", label="wat het moet zijn", maximum=1000,
        verplicht=True, regels=True,
    )


def beletsel_rectificaties_inzien(*, door: Actor) -> Beletsel | None:
    if door.heeft(Recht.MEDEWERKERS_BEHEREN):
        return None
    return geen_recht("Alleen een beheerder behandelt verzoeken om rectificatie.")


def beletsel_rectificatie_behandelen(
    *, verzoek: Rectificatieverzoek, status: str, antwoord: str, door: Actor
) -> Beletsel | None:
    """A beheerder answers, never about the own data (R419)."""
    if geweigerd := beletsel_rectificaties_inzien(door=door):
        return geweigerd
    if door.medewerker_id is not None and door.medewerker_id == verzoek.medewerker_id:
        return geen_recht("Dit verzoek is van jezelf. Een andere beheerder behandelt het.")
    if verzoek.status != Verzoekstatus.INGEDIEND:
        return toestand("Dit verzoek is al behandeld.")
    if status not in {Verzoekstatus.DOORGEVOERD, Verzoekstatus.AFGEWEZEN}:
        return invoer("Kies of het verzoek is doorgevoerd of afgewezen.", "status")
    return beletsel_tekst(
        antwoord, veld="antwoord", label="het antwoord", maximum=1000, verplicht=True, regels=True
    )


def beletsel_rectificatie_intrekken(
    *, verzoek: Rectificatieverzoek, door: Actor
) -> Beletsel | None:
    if door.medewerker_id is None or door.medewerker_id != verzoek.medewerker_id:
        return geen_recht("Alleen wie het verzoek deed, kan het intrekken.")
    if verzoek.status != Verzoekstatus.INGEDIEND:
        return toestand("Dit verzoek is al behandeld.")
    return None
