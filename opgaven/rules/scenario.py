"""Why not: sketches of the programme, and what they put on a besluitenlijst (R218, R225)."""

from datetime import date

from config.kern.actor import Actor, Recht
from config.kern.enums import BesluitStatus, GremiumSoort
from config.kern.fouten import Beletsel, geen_recht, invoer, toestand
from config.kern.models import Besluitenlijst
from opgaven.models import Herprogrammering, Opdracht, Scenario
from opgaven.rules.besluitenlijst import mag_opstellen
from opgaven.rules.tekst import beletsel_velden
from opgaven.scenario import SCHAKELBAAR, Keuze

MAX_LATER, MIN_PCT = 24, 10
PROGRAMMEREN = (
    Recht.BESLUITENLIJST_OPSTELLEN, Recht.BESLUITENLIJST_VASTSTELLEN, Recht.OPDRACHT_INITIEREN,
    Recht.DOMEIN_REGIE, Recht.CAPACITEIT_INZIEN,
)
BESLUIT = frozenset({GremiumSoort.PROGRAMMEERBERAAD, GremiumSoort.DT})


def mag_programmeren(door: Actor) -> bool:
    """Who prepares or takes part in programming; a sketch is not for everybody's eyes."""
    return any(door.heeft_ergens(recht) for recht in PROGRAMMEREN)


def beletsel_scenario_inzien(door: Actor) -> Beletsel | None:
    if mag_programmeren(door):
        return None
    return geen_recht(
        "Scenario’s zijn voor wie programmeert: domeindirecteuren, directeuren M&O en de beraden."
    )


def beletsel_scenario_maken(
    *, door: Actor, naam: str = "-", toelichting: str = "", begin: date | None = None,
    maanden: int = 12,
) -> Beletsel | None:
    if (wie := beletsel_scenario_inzien(door)) is not None:
        return wie
    if not naam.strip():
        return invoer("Geef het scenario een naam.", "naam")
    if not 1 <= maanden <= 24:
        return invoer("Kies 1 tot en met 24 maanden.", "maanden")
    if begin is not None and not 2000 <= begin.year <= 2200:
        return invoer("Kies een maand tussen 2000 en 2200.", "begin")
    return beletsel_velden(Scenario, {"naam": naam, "toelichting": toelichting})


def _eigen(scenario: Scenario, door: Actor) -> Beletsel | None:
    if (wie := beletsel_scenario_inzien(door)) is not None:
        return wie
    if door.is_systeem or scenario.gemaakt_door_id == door.gebruiker_id:
        return None
    return geen_recht(
        "Dit scenario is van een ander. Maak een kopie als je er zelf mee verder wilt."
    )


def beletsel_scenariokeuze_zetten(
    *, scenario: Scenario, door: Actor, opdracht: Opdracht | None = None,
    keuze: Keuze | None = None,
) -> Beletsel | None:
    if (wie := _eigen(scenario, door)) is not None:
        return wie
    if opdracht is None or keuze is None:
        return None
    if opdracht.status not in SCHAKELBAAR:
        return toestand(f"“{opdracht.naam}” is afgelopen of opgeleverd en schakelt niet meer.")
    if not 0 <= keuze.maanden_later <= MAX_LATER:
        return invoer(f"Kies 0 tot en met {MAX_LATER} maanden later.", "maanden_later")
    if not MIN_PCT <= keuze.fte_pct <= 100:
        return invoer(f"Kies {MIN_PCT} tot en met 100 procent van de fte.", "fte_pct")
    return None


def beletsel_scenariokeuze_vervallen(*, scenario: Scenario, door: Actor) -> Beletsel | None:
    return _eigen(scenario, door)


def beletsel_scenario_verwijderen(*, scenario: Scenario, door: Actor) -> Beletsel | None:
    return _eigen(scenario, door)


def beletsel_scenario_agenderen(
    *, scenario: Scenario, door: Actor, besluitenlijst: Besluitenlijst | None = None,
    aantal: int = 1,
) -> Beletsel | None:
    """Only who prepares the list; the scenario itself stays as it is."""
    if besluitenlijst is None:
        if not (door.heeft_ergens(Recht.BESLUITENLIJST_OPSTELLEN)
                or door.heeft_ergens(Recht.BESLUITENLIJST_VASTSTELLEN)):
            return geen_recht(
                "Alleen de secretaris of voorzitter van het beraad zet een scenario op de lijst."
            )
        return None
    gremium = besluitenlijst.vergadering.gremium
    if not mag_opstellen(gremium, door):
        return geen_recht(f"Alleen de secretaris of voorzitter van “{gremium.naam}” kan dit.")
    if gremium.soort not in BESLUIT:
        return invoer("Kies een lijst van het programmeerberaad of het Directieteam.",
                      "besluitenlijst")
    if besluitenlijst.status == BesluitStatus.VASTGESTELD:
        return toestand("Deze besluitenlijst is al vastgesteld. Kies een andere.", "besluitenlijst")
    if not aantal:
        return toestand("Dit scenario verandert niets dat op de lijst kan.")
    return None


def beletsel_herprogrammering_intrekken(
    *, herprogrammering: Herprogrammering, door: Actor
) -> Beletsel | None:
    besluit = herprogrammering.besluit
    gremium = besluit.besluitenlijst.vergadering.gremium
    if not mag_opstellen(gremium, door):
        return geen_recht(
            f"Alleen de secretaris of voorzitter van “{gremium.naam}” haalt een punt van de lijst."
        )
    if besluit.status == BesluitStatus.VASTGESTELD:
        return toestand("Over deze opdracht is al besloten.")
    return None
