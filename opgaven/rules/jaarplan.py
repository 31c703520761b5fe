"""Why not: stable work in the year plan of a P-team (R056, R057, E07)."""

from datetime import date
from decimal import Decimal

from config.kern.actor import Actor, Recht
from config.kern.fouten import Beletsel, geen_recht, invoer, toestand
from opgaven.enums import JaarplanStatus, Label
from opgaven.levensloop import LOPEND
from opgaven.models import JaarplanBehoefte, JaarplanToedeling, Opdracht
from opgaven.rules.tekst import beletsel_velden
from opgaven.rules.wie import mag_initieren, mag_uitvoeren
from pdomein.models import PTeam

MAX_VOORUIT = 5


def mag_vragen(opdracht: Opdracht, door: Actor, op: date) -> bool:
    """The work side: AOG, AON or domeindirecteur."""
    return mag_uitvoeren(opdracht, door) or mag_initieren(opdracht.opgave, door, op)


def beletsel_jaarplantoedeling_voorstellen(
    *, opdracht: Opdracht, door: Actor, op: date, pteam: PTeam | None = None,
    jaar: int | None = None, fte: Decimal | None = None, marge_pct: int | None = None,
    toelichting: str = "", loopt_al: JaarplanToedeling | None = None,
) -> Beletsel | None:
    """``loopt_al`` is an open demand for the same team and year."""
    if not mag_vragen(opdracht, door, op):
        return geen_recht(
            "Alleen de AOG, de AON of de domeindirecteur vraagt capaciteit in een jaarplan."
        )
    if opdracht.label != Label.STABIEL:
        return toestand(
            "Deze opdracht is dynamisch. De bemensing loopt via de matchingsprocedure, niet via "
            "het jaarplan."
        )
    if opdracht.status not in LOPEND:
        return toestand(
            "Een toedeling kan als het programmeerberaad de opdracht heeft geprogrammeerd en tot "
            "die is opgeleverd."
        )
    if jaar is None or fte is None or pteam is None:
        return None
    return (
        _beletsel_jaar(opdracht, jaar, op)
        or _beletsel_team(pteam, jaar)
        or _beletsel_omvang(fte, marge_pct)
        or beletsel_velden(JaarplanToedeling, {"fte": fte, "toelichting": toelichting})
        or _beletsel_loopt_al(loopt_al)
    )


def _beletsel_jaar(opdracht: Opdracht, jaar: int, op: date) -> Beletsel | None:
    if not op.year <= jaar <= op.year + MAX_VOORUIT:
        return invoer(f"Kies een jaar van {op.year} tot en met {op.year + MAX_VOORUIT}.", "jaar")
    laatste = opdracht.laatste_dag
    if opdracht.begin and jaar < opdracht.begin.year:
        return invoer(f"De opdracht begint pas in {opdracht.begin.year}.", "jaar")
    if laatste and jaar > laatste.year:
        return invoer(f"De opdracht eindigt in {laatste.year}.", "jaar")
    return None


def _beletsel_team(pteam: PTeam, jaar: int) -> Beletsel | None:
    if pteam.begin >= date(jaar + 1, 1, 1) or (pteam.einde and pteam.einde <= date(jaar, 1, 1)):
        return invoer(f"P-team “{pteam.naam}” bestaat niet in {jaar}.", "pteam")
    return None


def _beletsel_omvang(fte: Decimal, marge_pct: int | None) -> Beletsel | None:
    if not fte.is_finite() or fte <= 0:
        return invoer("Vul meer dan 0 fte in.", "fte")
    if marge_pct is None or not 0 <= marge_pct <= 100:
        return invoer("Vul een marge van 0 tot en met 100 procent in.", "marge_pct")
    return None


def _beletsel_loopt_al(loopt_al: JaarplanToedeling | None) -> Beletsel | None:
    if loopt_al is None:
        return None
    return toestand(
        f"Aan P-team “{loopt_al.pteam.naam}” is voor {loopt_al.jaar} al capaciteit gevraagd. De "
        "P-manager moet daar nog over beslissen.", "pteam",
    )


def _beletsel_leiden(toedeling: JaarplanToedeling, door: Actor, wat: str) -> Beletsel | None:
    if not door.heeft(Recht.PTEAM_LEIDEN, op=toedeling.pteam):
        return geen_recht(f"Alleen de P-manager van “{toedeling.pteam.naam}” kan {wat}.")
    return None


def beletsel_jaarplantoedeling_vaststellen(
    *, toedeling: JaarplanToedeling, door: Actor
) -> Beletsel | None:
    """The P-manager answers for the capacity of the own team."""
    return _beletsel_leiden(toedeling, door, "de toedeling vaststellen") or _open(toedeling)


def beletsel_jaarplantoedeling_afwijzen(
    *, toedeling: JaarplanToedeling, door: Actor, reden: str = "-"
) -> Beletsel | None:
    beletsel = _beletsel_leiden(toedeling, door, "de vraag afwijzen") or _open(toedeling)
    if beletsel is None and not reden.strip():
        return invoer("Leg uit waarom het team dit niet kan doen.", "reden")
    return beletsel


def _open(toedeling: JaarplanToedeling) -> Beletsel | None:
    if toedeling.status != JaarplanStatus.VOORGESTELD:
        return toestand("Over deze toedeling is al beslist.")
    return None


def beletsel_jaarplantoedeling_beeindigen(
    *, toedeling: JaarplanToedeling, door: Actor, op: date, reden: str = "-"
) -> Beletsel | None:
    """Withdrawn by who asked, or ended when the work stops; inzet ends in the register."""
    if not mag_vragen(toedeling.opdracht, door, op):
        return geen_recht("Alleen de AOG, de AON of de domeindirecteur beëindigt een toedeling.")
    if toedeling.status not in (JaarplanStatus.VOORGESTELD, JaarplanStatus.VASTGESTELD):
        return toestand("Deze toedeling geldt niet meer.")
    if not reden.strip():
        return invoer("Leg uit waarom de toedeling stopt.", "reden")
    return None


def beletsel_jaarplanbehoefte_melden(
    *, toedeling: JaarplanToedeling, door: Actor, op: date, fte: Decimal | None = None,
    toelichting: str = "-",
) -> Beletsel | None:
    mag = mag_vragen(toedeling.opdracht, door, op) or door.heeft(
        Recht.PTEAM_LEIDEN, op=toedeling.pteam
    )
    if not mag:
        return geen_recht(
            "Alleen de AOG, de AON, de domeindirecteur of de P-manager meldt de werkelijke "
            "behoefte."
        )
    if toedeling.status != JaarplanStatus.VASTGESTELD:
        return toestand("Alleen bij een geldende toedeling kun je de werkelijke behoefte melden.")
    if fte is None:
        return None
    if not fte.is_finite() or fte < 0:
        return invoer("Vul een aantal fte van 0 of meer in.", "fte")
    if not toelichting.strip():
        return invoer("Leg uit waar de behoefte vandaan komt.", "toelichting")
    return beletsel_velden(JaarplanBehoefte, {"fte": fte, "toelichting": toelichting})
