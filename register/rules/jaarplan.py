"""Why a P-manager may not put people of the own team on stable work (R056)."""

from datetime import date
from decimal import Decimal

from config.kern.actor import Actor, Recht
from config.kern.fouten import Beletsel, geen_recht, invoer, toestand
from config.kern.opmaak import fte as in_fte
from opgaven.enums import JaarplanStatus
from opgaven.jaarplan import Marge
from opgaven.models import JaarplanToedeling
from pdomein.models import Medewerker, PTeam


def beletsel_jaarplaninzet_vastleggen(
    *, toedeling: JaarplanToedeling, door: Actor, medewerker: Medewerker | None = None,
    thuis: PTeam | None = None, fte: Decimal | None = None, begin: date | None = None,
    einde: date | None = None, al_ingezet: Decimal = Decimal(0),
) -> Beletsel | None:
    """``al_ingezet`` is the inzet of this team on this opdracht that overlaps the period."""
    if not door.heeft(Recht.PTEAM_LEIDEN, op=toedeling.pteam):
        return geen_recht(
            f"Alleen de P-manager van “{toedeling.pteam.naam}” zet mensen uit dit team in."
        )
    if toedeling.status != JaarplanStatus.VASTGESTELD:
        return toestand("Stel de toedeling eerst vast. Daarna kun je mensen inzetten.")
    if medewerker is None or fte is None or begin is None:
        return None
    if thuis is None or thuis.pk != toedeling.pteam_id:
        return invoer(
            f"{medewerker.naam} hoort op die dag niet bij “{toedeling.pteam.naam}”.", "medewerker"
        )
    return _beletsel_periode(toedeling.jaar, begin, einde) or _beletsel_ruimte(
        toedeling, fte, al_ingezet
    )


def _beletsel_periode(jaar: int, begin: date, einde: date | None) -> Beletsel | None:
    if begin.year != jaar:
        return invoer(f"Kies een eerste dag in {jaar}.", "begin")
    if einde is None or einde > date(jaar + 1, 1, 1):
        return invoer(f"De inzet loopt hooguit tot en met 31 december {jaar}.", "einde")
    return None


def _beletsel_ruimte(
    toedeling: JaarplanToedeling, fte: Decimal, al_ingezet: Decimal
) -> Beletsel | None:
    hoogste = Marge(toedeling.fte, toedeling.marge_pct).hoogste
    if al_ingezet + fte <= hoogste:
        return None
    return toestand(
        f"Samen wordt dit {in_fte(al_ingezet + fte)}. Met de marge mag het hooguit "
        f"{in_fte(hoogste)} zijn. Laat eerst de toedeling bijstellen.", "fte",
    )
