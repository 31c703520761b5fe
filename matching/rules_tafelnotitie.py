"""Why not, about what is written down at the table: notes, cards, messages (R265, R268, R271)."""

from collections.abc import Sequence
from datetime import date

from config.kern.actor import Actor
from config.kern.fouten import Beletsel, geen_recht, invoer, toestand
from matching.enums import SessieStatus
from matching.models import Agendapunt, Kandidaat, MatchtafelSessie, Tafelbericht, Tafelnotitie
from matching.queries import matchtafel as queries
from matching.rules_kandidaat import beletsel_kandidaat_afvoeren
from matching.rules_matchtafel import is_voorzitter, mag_sessie_zien
from pdomein.models import Medewerker

MAX_TEKST = 2000


def _beletsel_tekst(tekst: str | None, veld: str, wat: str) -> Beletsel | None:
    if tekst is None:
        return None
    if not tekst.strip():
        return invoer(f"Schrijf eerst {wat}.", veld)
    if len(tekst) > MAX_TEKST:
        return invoer(f"Gebruik hooguit {MAX_TEKST} tekens.", veld)
    return None


def beletsel_notitie_schrijven(
    *, kandidaat: Kandidaat, tekst: str | None = None, door: Actor
) -> Beletsel | None:
    """Only members write and read about a person, and not about themselves (R268)."""
    punt = kandidaat.agendapunt
    if bezwaar := mag_sessie_zien(punt.sessie, door):
        return bezwaar
    if kandidaat.medewerker_id == door.medewerker_id:
        return geen_recht("Dit gaat over jezelf; een ander schrijft hier een notitie.")
    if punt.sessie.status == SessieStatus.GESLOTEN:
        return toestand("Deze sessie is gesloten.")
    return _beletsel_tekst(tekst, "tekst", "een notitie")


def beletsel_notitie_wissen(*, notitie: Tafelnotitie, door: Actor) -> Beletsel | None:
    if notitie.geschreven_door_id != door.gebruiker_id:
        return geen_recht("Alleen wie de notitie schreef, wist haar.")
    return None


def beletsel_kandidaat_toelichten(
    *, kandidaat: Kandidaat, door: Actor
) -> Beletsel | None:
    """Look broader than proven qualifications: what somebody can learn and wants (R272)."""
    if bezwaar := mag_sessie_zien(kandidaat.agendapunt.sessie, door):
        return bezwaar
    if kandidaat.agendapunt.sessie.status == SessieStatus.GESLOTEN:
        return toestand("Deze sessie is gesloten.")
    return None


def beletsel_training_vastleggen(
    *, sessie: MatchtafelSessie, medewerker: Medewerker, op: date | None = None, vandaag: date,
    door: Actor,
) -> Beletsel | None:
    """The person or the chair says when the workshop against bias was followed (R271)."""
    if medewerker.pk != door.medewerker_id and not is_voorzitter(sessie, door):
        return geen_recht("Alleen de deelnemer zelf of de voorzitter legt dit vast.")
    if queries.deelname_van(sessie, medewerker.pk) is None:
        return toestand(f"{medewerker.naam} neemt niet deel aan deze sessie.")
    if op is not None and op > vandaag:
        return invoer("Kies een dag die al geweest is.", "op")
    return None


def beletsel_kandidaten_afvoeren(
    *, agendapunt: Agendapunt, kandidaten: Sequence[Kandidaat], reden: str | None = None,
    door: Actor,
) -> Beletsel | None:
    """Several at once, for one reason; each by the rule that holds for one."""
    if bezwaar := mag_sessie_zien(agendapunt.sessie, door):
        return bezwaar
    if not kandidaten:
        return invoer("Vink eerst aan wie van tafel gaat.", "k")
    if reden is not None and not reden.strip():
        return invoer("Schrijf op waarom.", "reden")
    return next(
        (b for k in kandidaten if (b := beletsel_kandidaat_afvoeren(kandidaat=k, door=door))),
        None,
    )


def beletsel_tafelbericht_wijzigen(
    *, bericht: Tafelbericht, tekst: str | None = None, door: Actor
) -> Beletsel | None:
    """What a session will send can be corrected until it is sent."""
    if not is_voorzitter(bericht.sessie, door):
        return geen_recht("Alleen de voorzitter past deze berichten aan.")
    if bericht.verstuurd_op is not None:
        return toestand("Dit bericht is al verstuurd.")
    return _beletsel_tekst(tekst, "tekst", "een bericht")


def beletsel_tafelberichten_versturen(
    *, sessie: MatchtafelSessie, aantal: int, door: Actor
) -> Beletsel | None:
    if not is_voorzitter(sessie, door):
        return geen_recht("Alleen de voorzitter verstuurt deze berichten.")
    if sessie.status != SessieStatus.GESLOTEN:
        return toestand("De berichten zijn er pas als de sessie gesloten is.")
    if not aantal:
        return toestand("Alle berichten van deze sessie zijn verstuurd.")
    return None


def beletsel_presentatie_starten(*, sessie: MatchtafelSessie, door: Actor) -> Beletsel | None:
    """The chair puts the session on a screen that has no login of its own (R416)."""
    if not is_voorzitter(sessie, door):
        return geen_recht("Alleen de voorzitter zet de sessie op een presentatiescherm.")
    if sessie.status == SessieStatus.GESLOTEN:
        return toestand("Deze sessie is gesloten.")
    return None


def beletsel_presentatie_stoppen(*, sessie: MatchtafelSessie, door: Actor) -> Beletsel | None:
    if not is_voorzitter(sessie, door):
        return geen_recht("Alleen de voorzitter haalt de sessie van het presentatiescherm.")
    return None
