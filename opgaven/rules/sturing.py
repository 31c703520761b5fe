"""Why not: frames of GS, priority, moving an opdracht, accounting to the BOG (R012, R014, R023)."""

from collections.abc import Iterable
from datetime import date
from decimal import Decimal

from config.kern import opmaak
from config.kern.actor import Actor, Recht
from config.kern.enums import BesluitStatus
from config.kern.enums import GremiumSoort as G
from config.kern.fouten import Beletsel, geen_recht, invoer, toestand
from config.kern.models import Besluit, Gremium
from config.kern.periode import dag_lang
from opgaven.enums import KaderOnderwerp
from opgaven.levensloop import AFGELOPEN
from opgaven.models import Kader, Opdracht, Opgave
from opgaven.rules.tekst import beletsel_velden
from opgaven.rules.wie import mag_initieren, mag_sturen

PRIORITEREN = (G.O_BERAAD, G.PROGRAMMEERBERAAD, G.DT, G.GS)
HOOG = (G.DT, G.GS)


def waarde_in_woorden(kader: Kader) -> str:
    if kader.onderwerp == KaderOnderwerp.BUDGET:
        return f"een materieel budget van {opmaak.euro(kader.waarde)}"
    if kader.onderwerp == KaderOnderwerp.CAPACITEIT:
        return f"een capaciteit van {opmaak.fte(kader.waarde)}"
    return f"prioriteit {int(kader.waarde)}"


def _zin(kader: Kader) -> str:
    besluit = kader.besluit
    return (
        f"Gedeputeerde Staten besloten op {dag_lang(besluit.besluitdatum)} over "
        f"{waarde_in_woorden(kader)} (besluit {besluit.kenmerk}). Dat kan alleen veranderen met "
        "een nieuw besluit van GS."
    )


def beletsel_kader(
    kaders: Iterable[Kader], onderwerp: str, waarde: Decimal | int | None,
    besluit: Besluit | None = None, veld: str | None = None,
) -> Beletsel | None:
    """A decision of GS is not overruled from below; for people, more is allowed (R014, R016)."""
    kader = next((k for k in kaders if k.onderwerp == onderwerp), None)
    if kader is None or (besluit is not None and is_van_gs(besluit)):
        return None
    if waarde is not None and Decimal(waarde) == kader.waarde:
        return None
    meer = onderwerp == KaderOnderwerp.CAPACITEIT and waarde is not None
    if meer and Decimal(waarde) >= kader.waarde:
        return None
    return toestand(_zin(kader), veld)


def beletsel_niet_tegen_gs(
    kaders: Iterable[Kader], besluit: Besluit | None, wat: str
) -> Beletsel | None:
    """Work with a priority of GS is not slowed down or cancelled from below (R014)."""
    kader = next((k for k in kaders if k.onderwerp == KaderOnderwerp.PRIORITEIT), None)
    if kader is None or (besluit is not None and is_van_gs(besluit)):
        return None
    return toestand(f"{_zin(kader)} {wat} kan daarom niet.")


def is_van_gs(besluit: Besluit) -> bool:
    return besluit.gremium is not None and besluit.gremium.soort == G.GS


def beletsel_vastgesteld(besluit: Besluit, op: date) -> Beletsel | None:
    if besluit.status != BesluitStatus.VASTGESTELD:
        return invoer("Kies een besluit dat is vastgesteld.", "besluit")
    if besluit.ingangsdatum > op:
        return toestand(
            f"Dit besluit gaat pas in op {dag_lang(besluit.ingangsdatum)}.", "besluit"
        )
    return None


def beletsel_kader_vastleggen(
    *, opdracht: Opdracht, door: Actor, op: date, gremia: Iterable[Gremium] = (),
    onderwerp: str = KaderOnderwerp.PRIORITEIT, waarde: Decimal = Decimal(1),
    besluit: Besluit | None = None, is_dubbel: bool = False,
) -> Beletsel | None:
    """Who keeps the decisions of GS or DT, or the register, writes them down (D08)."""
    mag = door.heeft(Recht.REGISTER_MUTEREN) or any(
        door.heeft(recht, op=g)
        for g in gremia
        for recht in (Recht.BESLUITENLIJST_OPSTELLEN, Recht.BESLUITENLIJST_VASTSTELLEN)
    )
    if not mag:
        return geen_recht(
            "Alleen registerbeheer of de secretaris van GS of DT legt een besluit van GS vast."
        )
    if opdracht.status in AFGELOPEN:
        return toestand("De opdracht is afgelopen.")
    if besluit is None:
        return None
    if not is_van_gs(besluit):
        return invoer("Dit is geen besluit van Gedeputeerde Staten.", "besluit")
    if is_dubbel:
        return toestand("Dit besluit staat hier al bij deze opdracht.", "besluit")
    if onderwerp == KaderOnderwerp.PRIORITEIT and waarde not in range(1, 6):
        return invoer("Kies een prioriteit van 1 tot en met 5.", "waarde")
    return (
        beletsel_vastgesteld(besluit, op)
        or beletsel_velden(Kader, {"onderwerp": onderwerp, "waarde": waarde})
        or _past(onderwerp, waarde)
    )


def _past(onderwerp: str, waarde: Decimal) -> Beletsel | None:
    if onderwerp == KaderOnderwerp.CAPACITEIT and waarde >= 10_000:
        return invoer("Waarde: dit getal is te groot.", "waarde")
    return None


def beletsel_opdracht_prioriteren(
    *, opdracht: Opdracht, door: Actor, op: date, gremia: Iterable[Gremium] = (),
    prioriteit: int = 1, besluit: Besluit | None = None, reden: str = "-",
    kaders: Iterable[Kader] = (), marge_fte: int = 0, marge_budget: int = 0,
) -> Beletsel | None:
    """Priority follows a decision; beyond the margin it is for DT or GS (R012, R014, R225)."""
    mag = any(
        door.heeft(recht, op=g)
        for g in gremia
        for recht in (Recht.BESLUITENLIJST_OPSTELLEN, Recht.BESLUITENLIJST_VASTSTELLEN)
    )
    if not mag and not door.heeft(Recht.REGISTER_MUTEREN):
        return geen_recht(
            "Alleen de secretaris of voorzitter van een beraad legt een andere prioriteit vast."
        )
    if opdracht.status in AFGELOPEN:
        return toestand("De opdracht is afgelopen. De prioriteit verandert niet meer.")
    if besluit is None:
        return None
    if not 1 <= prioriteit <= 5:
        return invoer("Kies een prioriteit van 1 tot en met 5.", "prioriteit")
    if prioriteit == opdracht.prioriteit:
        return toestand(f"De opdracht heeft prioriteit {prioriteit} al.", "prioriteit")
    if besluit.gremium is None or besluit.gremium.soort not in PRIORITEREN:
        return invoer("Dit besluit is niet van een beraad dat prioriteiten stelt.", "besluit")
    if not reden.strip():
        return invoer("Leg uit waarom.", "reden")
    return (
        beletsel_vastgesteld(besluit, op)
        or beletsel_kader(
            kaders, KaderOnderwerp.PRIORITEIT, prioriteit, besluit, "prioriteit"
        )
        or _marginaal(opdracht, besluit, marge_fte, marge_budget)
    )


def _marginaal(
    opdracht: Opdracht, besluit: Besluit, marge_fte: int, marge_budget: int
) -> Beletsel | None:
    if besluit.gremium.soort in HOOG:
        return None
    te_groot = (opdracht.capaciteit_fte or 0) > marge_fte or (
        (opdracht.budget_materieel or 0) > marge_budget
    )
    if te_groot:
        return toestand(
            f"Een beraad herprioriteert tot {marge_fte} fte en {opmaak.euro(marge_budget)}. Voor "
            "deze opdracht is een besluit van het Directieteam of GS nodig.", "besluit",
        )
    return None


def beletsel_opdracht_verplaatsen(
    *, opdracht: Opdracht, door: Actor, op: date, o_beraad: Gremium | None,
    naar: Opgave | None = None, reden: str = "-", staat_op_lijst: bool = False,
) -> Beletsel | None:
    """One domeindirecteur within the own opgaven; between two it is for the O-beraad (R023)."""
    is_voorzitter = o_beraad is not None and door.heeft(Recht.OPGAVE_TOEDELEN, op=o_beraad)
    if not is_voorzitter and not mag_initieren(opdracht.opgave, door, op):
        return geen_recht(
            "Alleen de domeindirecteur van de opgave of de voorzitter van het Opgavenberaad kan "
            "de opdracht verplaatsen."
        )
    if opdracht.bovenliggende_id is not None:
        return toestand("Een deelopdracht gaat mee met de opdracht erboven. Verplaats die.")
    if opdracht.status in AFGELOPEN:
        return toestand("De opdracht is afgelopen. Verplaatsen kan niet meer.")
    if staat_op_lijst:
        return toestand("De opdracht staat op een besluitenlijst. Haal die er eerst af.")
    if naar is None:
        return None
    if naar.pk == opdracht.opgave_id:
        return toestand(f"De opdracht valt al onder “{naar.naam}”.", "naar")
    if not is_voorzitter and not mag_initieren(naar, door, op):
        return geen_recht(
            f"“{naar.naam}” valt onder een andere domeindirecteur. Dan besluit de voorzitter van "
            "het Opgavenberaad."
        )
    return None if reden.strip() else invoer("Leg uit waarom.", "reden")


def beletsel_verantwoording_afleggen(
    *, opdracht: Opdracht, door: Actor, tekst: str = "-"
) -> Beletsel | None:
    """The AOG accounts for the result to the BOG (R046)."""
    if not mag_sturen(opdracht, door):
        return geen_recht(
            "Alleen de ambtelijk opdrachtgever (AOG) legt verantwoording af aan de BOG."
        )
    if not tekst.strip():
        return invoer("Schrijf op wat er bereikt is.", "tekst")
    return None
