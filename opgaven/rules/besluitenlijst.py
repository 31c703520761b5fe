"""Why not: putting an opdracht on a besluitenlijst and adopting the list (R204, R219, R220)."""

from collections.abc import Sequence
from datetime import date

from config.kern.actor import Actor, Recht
from config.kern.enums import BesluitStatus, GremiumSoort
from config.kern.fouten import Beletsel, geen_recht, invoer, toestand
from config.kern.models import Besluit, Besluitenlijst, Gremium
from config.kern.rules_beraad import beletsel_adviezen
from opgaven.enums import Label, OpdrachtStatus, PlaatsSoort, Toetsonderdeel, Toetsuitkomst
from opgaven.levensloop import zin_bij
from opgaven.models import Opdracht, Programmering, Toets
from opgaven.rules.herprogrammering import beletsel_herprogrammering_punt
from opgaven.rules.opdracht import beletsel_middelen
from opgaven.rules.wie import mag_initieren


def beletsel_opdracht_agenderen(
    *, opdracht: Opdracht, door: Actor, op: date, staat_op_lijst: bool,
    besluitenlijst: Besluitenlijst | None = None, motivering: str = "",
) -> Beletsel | None:
    """``besluitenlijst`` is None when only the button is drawn."""
    gremium = besluitenlijst.vergadering.gremium if besluitenlijst else None
    if not mag_agenderen(opdracht, door, op, gremium):
        return geen_recht(
            "Alleen de secretaris of voorzitter van het programmeerberaad, of de domeindirecteur "
            "van de opgave, kan een opdracht agenderen."
        )
    if staat_op_lijst:
        return toestand("Deze opdracht staat al op een besluitenlijst.")
    if opdracht.status != OpdrachtStatus.GETOETST:
        return toestand(zin_bij(opdracht.status, OpdrachtStatus.GEPROGRAMMEERD))
    if (mist := beletsel_programmeren(opdracht, list(opdracht.toetsen.all()))) is not None:
        return mist
    return _beletsel_lijst(besluitenlijst) if besluitenlijst else None


def mag_agenderen(
    opdracht: Opdracht, door: Actor, op: date, gremium: Gremium | None
) -> bool:
    if gremium is None:
        beraad = door.heeft_ergens(Recht.BESLUITENLIJST_OPSTELLEN)
    else:
        beraad = mag_opstellen(gremium, door)
    return beraad or mag_initieren(opdracht.opgave, door, op)


def mag_opstellen(gremium: Gremium, door: Actor) -> bool:
    return door.heeft(Recht.BESLUITENLIJST_OPSTELLEN, op=gremium) or door.heeft(
        Recht.BESLUITENLIJST_VASTSTELLEN, op=gremium
    )


def beletsel_programmeren(opdracht: Opdracht, toetsen: Sequence[Toets]) -> Beletsel | None:
    """What every opdracht needs before it is programmed (R006, R204, R217)."""
    open_delen = {str(o) for o in Toetsonderdeel.values} - {t.onderdeel for t in toetsen}
    if open_delen:
        delen = ", ".join(Toetsonderdeel(o).label.lower() for o in sorted(open_delen))
        return toestand(f"De toets van “{opdracht.naam}” is nog niet af. Open: {delen}.")
    if (mist := beletsel_middelen(opdracht)) is not None:
        return toestand(f"“{opdracht.naam}”: {mist.zin}")
    return _beletsel_plaatsen(opdracht)


def _beletsel_plaatsen(opdracht: Opdracht) -> Beletsel | None:
    """Dynamic work asks an AOG and an AON; a deelopdracht shares the AOG above it (R026, R220)."""
    plaatsen = {str(v.plaats) for v in opdracht.capaciteitsvragen.all()}
    nodig = set()
    if opdracht.label == Label.DYNAMISCH:
        nodig = {PlaatsSoort.AON.value} if opdracht.bovenliggende_id else {
            PlaatsSoort.AOG.value, PlaatsSoort.AON.value
        }
    if mist := sorted(nodig - plaatsen):
        namen = " en ".join(PlaatsSoort(m).label.lower() for m in mist)
        return toestand(f"“{opdracht.naam}” mist een capaciteitsvraag voor een {namen}.")
    if not plaatsen:
        return toestand(f"“{opdracht.naam}” heeft nog geen capaciteitsvraag.")
    return None


def _beletsel_lijst(besluitenlijst: Besluitenlijst) -> Beletsel | None:
    if besluitenlijst.vergadering.gremium.soort != GremiumSoort.PROGRAMMEERBERAAD:
        return invoer(
            "Nieuwe opdrachten staan op de besluitenlijst van het programmeerberaad.",
            "besluitenlijst",
        )
    if besluitenlijst.status == BesluitStatus.VASTGESTELD:
        return toestand("Deze besluitenlijst is al vastgesteld. Kies een andere.", "besluitenlijst")
    return None


def _beletsel_opstellen(besluitenlijst: Besluitenlijst, door: Actor, wat: str) -> Beletsel | None:
    gremium = besluitenlijst.vergadering.gremium
    if not mag_opstellen(gremium, door):
        return geen_recht(f"Alleen de secretaris of voorzitter van “{gremium.naam}” kan {wat}.")
    if besluitenlijst.status == BesluitStatus.VASTGESTELD:
        return toestand("Deze besluitenlijst is vastgesteld en verandert niet meer.")
    return None


def beletsel_besluit_agenderen(
    *, besluitenlijst: Besluitenlijst, door: Actor, onderwerp: str = ""
) -> Beletsel | None:
    wie = _beletsel_opstellen(besluitenlijst, door, "een besluit op de lijst zetten")
    if wie is None and besluitenlijst.besluiten.filter(onderwerp=onderwerp).exists():
        return toestand("Dit onderwerp staat al op de lijst.", "onderwerp")
    return wie


def beletsel_programmering_motiveren(
    *, programmering: Programmering, door: Actor
) -> Beletsel | None:
    lijst = programmering.besluit.besluitenlijst
    return _beletsel_opstellen(lijst, door, "een besluit motiveren") if lijst else None


def beletsel_agendering_intrekken(
    *, programmering: Programmering, door: Actor, op: date
) -> Beletsel | None:
    if programmering.besluit.status == BesluitStatus.VASTGESTELD:
        return toestand("Over deze opdracht is al besloten.")
    if mag_initieren(programmering.opdracht.opgave, door, op):
        return None
    lijst = programmering.besluit.besluitenlijst
    return _beletsel_opstellen(lijst, door, "een opdracht van de lijst halen") if lijst else None


def beletsel_besluitenlijst_vaststellen(
    *, besluitenlijst: Besluitenlijst, besluiten: Sequence[Besluit], door: Actor, op: date
) -> Beletsel | None:
    """The chair adopts the list as one act; every point must be ready (R219, R220)."""
    gremium = besluitenlijst.vergadering.gremium
    if not door.heeft(Recht.BESLUITENLIJST_VASTSTELLEN, op=gremium):
        return geen_recht(
            f"Alleen de voorzitter van “{gremium.naam}” stelt de besluitenlijst vast."
        )
    if besluitenlijst.status == BesluitStatus.VASTGESTELD:
        return toestand("Deze besluitenlijst is al vastgesteld.")
    if besluitenlijst.vergadering.datum > op:
        return toestand("De vergadering is nog niet geweest. Stel de lijst daarna vast.")
    if not besluiten:
        return toestand("Er staat nog niets op deze besluitenlijst.")
    for besluit in besluiten:
        if (punt := beletsel_punt(besluit)) is not None:
            return punt
    return None


def beletsel_punt(besluit: Besluit) -> Beletsel | None:
    """Why one point of the list cannot be adopted yet (E14, R044, R207)."""
    if (mist := beletsel_adviezen(besluit.gremium, besluit.adviezen.all())) is not None:
        return toestand(f"“{besluit.onderwerp}”: {mist.zin}")
    if (anders := getattr(besluit, "herprogrammering", None)) is not None:
        return beletsel_herprogrammering_punt(anders, besluit.besluitdatum)
    programmering = getattr(besluit, "programmering", None)
    if programmering is None:
        return None
    opdracht, toetsen = programmering.opdracht, list(programmering.opdracht.toetsen.all())
    if opdracht.status != OpdrachtStatus.GETOETST:
        zin = zin_bij(opdracht.status, OpdrachtStatus.GEPROGRAMMEERD)
        return toestand(f"“{opdracht.naam}” kan niet: {zin}")
    if (mist := beletsel_programmeren(opdracht, toetsen)) is not None:
        return mist
    negatief = [t for t in toetsen if t.uitkomst == Toetsuitkomst.NEGATIEF]
    if negatief and not besluit.motivering.strip():
        delen = ", ".join(t.get_onderdeel_display().lower() for t in negatief)
        return toestand(
            f"De toets van “{opdracht.naam}” is negatief ({delen}). Schrijf bij dit punt een "
            "motivering, of haal het van de lijst.", "motivering",
        )
    return None
