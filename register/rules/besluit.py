"""Why a decision may not be adopted on a page of its own, and who may add an advice."""

from collections.abc import Sequence
from datetime import date

from config.kern.actor import Actor, Recht
from config.kern.enums import GremiumSoort
from config.kern.fouten import Beletsel, geen_recht, invoer, toestand
from config.kern.models import Besluit
from config.kern.rules_conceptbesluit import beletsel_concept, is_van_gremium
from register.enums import AdviesWeging
from register.models import Advies

MET_ADVIES = {GremiumSoort.DT, GremiumSoort.GS}


def is_voorzitter(besluit: Besluit, door: Actor) -> bool:
    return besluit.gremium is not None and door.heeft(
        Recht.BESLUITENLIJST_VASTSTELLEN, op=besluit.gremium
    )


def beletsel_conceptbesluit_vaststellen(
    *, besluit: Besluit, adviezen: Sequence[Advies], opgesteld_door_id: int | None,
    vier_ogen: bool, door: Actor, vandaag: date,
) -> Beletsel | None:
    """The chair decides; the registrar registers what was decided elsewhere (R188, R203)."""
    if not (is_voorzitter(besluit, door) or door.heeft(Recht.REGISTER_MUTEREN)):
        return geen_recht(
            "Alleen de voorzitter van het gremium of registerbeheer stelt dit besluit vast."
        )
    return (
        beletsel_concept(besluit)
        or _document(besluit, door)
        or _adviezen(besluit, adviezen)
        or _vier_ogen(opgesteld_door_id, vier_ogen, door)
        or _datum(besluit, vandaag)
    )


def _document(besluit: Besluit, door: Actor) -> Beletsel | None:
    """Decided here by the chair, the text is the document; decided elsewhere, it must come along.
    """
    if besluit.document_id is None and not is_voorzitter(besluit, door):
        return toestand(
            "Voeg eerst het document van het besluit toe. Zonder document blijft het een concept.",
            "document",
        )
    return None


def _adviezen(besluit: Besluit, adviezen: Sequence[Advies]) -> Beletsel | None:
    """R207: a decision of DT or GS has an advice; R208: who does not follow it says why."""
    if besluit.gremium is not None and besluit.gremium.soort in MET_ADVIES and not adviezen:
        return toestand(
            f"Een besluit van {besluit.gremium.naam} heeft een advies van business control nodig. "
            "Voeg het advies toe."
        )
    return None


def _vier_ogen(opgesteld_door_id: int | None, vier_ogen: bool, door: Actor) -> Beletsel | None:
    if vier_ogen and door.gebruiker_id is not None and opgesteld_door_id == door.gebruiker_id:
        return geen_recht("Jij stelde dit besluit op. Een collega stelt het vast (vier ogen).")
    return None


def _datum(besluit: Besluit, vandaag: date) -> Beletsel | None:
    if besluit.besluitdatum > vandaag:
        return toestand("De besluitdatum ligt nog in de toekomst.", "besluitdatum")
    return None


def beletsel_advies_toevoegen(
    *, besluit: Besluit, adviseur: str, weging: str, is_gevolgd: bool, motivering: str,
    door: Actor,
) -> Beletsel | None:
    """Who drafts adds the advices he got; compliance & control also unasked (R205)."""
    return (
        beletsel_adviseren(besluit=besluit, door=door)
        or _advies_vorm(adviseur, weging, is_gevolgd, motivering)
    )


def beletsel_adviseren(*, besluit: Besluit, door: Actor) -> Beletsel | None:
    mag = (
        door.heeft(Recht.REGISTER_MUTEREN) or door.heeft(Recht.OPDRACHT_TOETSEN)
        or door.heeft(Recht.REGISTER_INZIEN)
        or (besluit.gremium is not None and is_van_gremium(besluit.gremium, door))
    )
    if not mag:
        return geen_recht("Alleen wie het besluit voorbereidt of toetst voegt een advies toe.")
    return beletsel_concept(besluit)


def _advies_vorm(
    adviseur: str, weging: str, is_gevolgd: bool, motivering: str
) -> Beletsel | None:
    if not adviseur.strip():
        return invoer("Vul in wie het advies gaf.", "adviseur")
    if weging == AdviesWeging.ZWAAR and not is_gevolgd and not motivering.strip():
        return invoer("Leg uit waarom dit advies niet is gevolgd.", "motivering")
    return None
