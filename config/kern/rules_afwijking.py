"""Why not: seeing, noting and reviewing deviations (R357, R358)."""

from datetime import date

from config.kern.actor import Actor, Recht
from config.kern.afwijkingsregels import REGELS
from config.kern.fouten import Beletsel, geen_recht, invoer, toestand
from config.kern.models import Afwijking

INZIEN = (
    Recht.PTEAM_LEIDEN, Recht.DOMEIN_REGIE, Recht.AFWIJKING_BESLUITEN, Recht.CAPACITEIT_INZIEN,
    Recht.BERADEN_ADVISEREN, Recht.REGISTER_INZIEN, Recht.OPDRACHT_INITIEREN,
    Recht.BESLUITENLIJST_OPSTELLEN, Recht.BESLUITENLIJST_VASTSTELLEN,
)
# A deviation that is decided somewhere else is not typed in here.
ZELF = ("maatwerk", "span_of_attention", "ontwikkeltijd")
VASTLEGGEN = (Recht.PTEAM_LEIDEN, Recht.DOMEIN_REGIE, Recht.AFWIJKING_BESLUITEN)


def beletsel_afwijkingen_inzien(door: Actor) -> Beletsel | None:
    if any(map(door.heeft_ergens, INZIEN)):
        return None
    return geen_recht("Afwijkingen zijn te zien voor wie leiding geeft, besluit of controleert.")


def beletsel_afwijking_vastleggen(
    *, door: Actor, op: date, regel: str = "maatwerk", waarover: str = "-", reden: str = "-",
    herziening_op: date | None = None, is_dubbel: bool = False,
) -> Beletsel | None:
    """Who leads people explains a deviation that has no procedure of its own (table 2.12)."""
    if not any(map(door.heeft_ergens, VASTLEGGEN)):
        return geen_recht("Alleen een P-manager of directeur M&O legt deze afwijking vast.")
    if regel not in ZELF:
        naam = REGELS[regel].naam if regel in REGELS else regel
        return invoer(f"“{naam}” ontstaat bij het besluit zelf en staat dan vanzelf hier.", "regel")
    if not waarover.strip() or len(waarover) > 250:
        return invoer("Schrijf op waarover het gaat, in hooguit 250 tekens.", "waarover")
    if not reden.strip():
        return invoer("Leg uit waarom je afwijkt.", "reden")
    if "\x00" in waarover + reden:
        return invoer("De tekst bevat een teken dat niet mag.", "reden")
    if herziening_op is not None and herziening_op <= op:
        return invoer("Kies een dag na vandaag om opnieuw te kijken.", "herziening_op")
    return toestand("Deze afwijking staat er al.", "waarover") if is_dubbel else None


def beletsel_afwijking_herzien(
    *, afwijking: Afwijking, door: Actor, op: date, reden: str = "-",
    herziening_op: date | None = None, voortzetten: bool = False,
) -> Beletsel | None:
    """Who noted it or who decides about deviations looks again, with a reason (R358)."""
    eigen = door.gebruiker_id is not None and afwijking.vastgelegd_door_id == door.gebruiker_id
    if not eigen and not door.heeft_ergens(Recht.AFWIJKING_BESLUITEN):
        return geen_recht("Alleen wie de afwijking vastlegde of het P-beraad herziet die.")
    if afwijking.regel == "pteam_grootte" and not door.heeft_ergens(Recht.AFWIJKING_BESLUITEN):
        return geen_recht("Over de omvang van een P-team besluit het P-beraad.")
    if afwijking.einde is not None and afwijking.einde <= op:
        return toestand("Deze afwijking is al verlopen.")
    if afwijking.begin >= op:
        return toestand("Deze afwijking begon pas vandaag. Herzien kan vanaf morgen.")
    if not reden.strip():
        return invoer("Leg uit waarom.", "reden")
    if voortzetten and (herziening_op is None or herziening_op <= op):
        return invoer("Kies een dag na vandaag om opnieuw te kijken.", "herziening_op")
    return None
