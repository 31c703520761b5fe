"""Why not: a change of running work as a point on a besluitenlijst (R012, R225)."""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal

from config.kern.enums import GremiumSoort
from config.kern.fouten import Beletsel, toestand
from config.kern.opmaak import fte as in_fte
from opgaven.enums import KaderOnderwerp
from opgaven.enums import OpdrachtStatus as S
from opgaven.levensloop import LOPEND, zin_bij
from opgaven.models import Herprogrammering, Kader, Opdracht
from opgaven.queries.sturing import geldende_kaders
from opgaven.rules.sturing import beletsel_kader, beletsel_niet_tegen_gs
from opgaven.scenario import Keuze, basis, in_woorden


def verschil_fte(opdracht: Opdracht, keuze: Keuze) -> Decimal:
    """How much capacity a switch moves, for the limit of the programmeerberaad (R225)."""
    heel = opdracht.capaciteit_fte or Decimal(0)
    nu = basis(opdracht.status)
    if keuze.is_aan != nu.is_aan or keuze.maanden_later:
        return heel
    return heel * (100 - keuze.fte_pct) / 100


def beletsel_herprogrammering(
    opdracht: Opdracht, keuze: Keuze, op: date, *, kaders: Sequence[Kader] = (),
    staat_op_lijst: bool = False,
) -> Beletsel | None:
    """Why this switch cannot become a decision about this opdracht now."""
    status = S(opdracht.status)
    if staat_op_lijst:
        return toestand("Er staat al een besluit over deze opdracht op een lijst.")
    if not in_woorden(keuze, basis(status)):
        return toestand("Dit verandert niets.")
    anders = keuze.maanden_later or keuze.fte_pct != 100
    if status in LOPEND:
        return _beletsel_gs(opdracht, keuze, kaders) or _beletsel_later(opdracht, keuze, op)
    if status == S.GETEMPORISEERD:
        return toestand("Hervat de opdracht eerst, verander die daarna.") if anders else None
    if status != S.GETOETST:
        return toestand(zin_bij(status, S.GEPROGRAMMEERD))
    if anders:
        return toestand("Pas eerst het profiel aan: begin en capaciteit horen bij de toets.")
    return None


def _beletsel_gs(
    opdracht: Opdracht, keuze: Keuze, kaders: Sequence[Kader]
) -> Beletsel | None:
    """What GS decided is not undone by a lower beraad (R014, R016)."""
    if not keuze.is_aan:
        return beletsel_niet_tegen_gs(kaders, None, "Temporiseren")
    if keuze.fte_pct == 100 or opdracht.capaciteit_fte is None:
        return None
    fte = opdracht.capaciteit_fte * keuze.fte_pct / 100
    return beletsel_kader(kaders, KaderOnderwerp.CAPACITEIT, fte)


def _beletsel_later(opdracht: Opdracht, keuze: Keuze, op: date) -> Beletsel | None:
    if keuze.is_aan and keuze.maanden_later and (opdracht.begin is None or opdracht.begin <= op):
        return toestand("De opdracht loopt al. Later beginnen kan niet meer; kies minder fte.")
    return None


def beletsel_marginaal(
    opdracht: Opdracht, keuze: Keuze, gremium_soort: str, grens: Decimal
) -> Beletsel | None:
    """The programmeerberaad re-prioritises marginally; more goes to the DT (R225)."""
    if gremium_soort != GremiumSoort.PROGRAMMEERBERAAD or opdracht.status == S.GETOETST:
        return None
    if (verschil := verschil_fte(opdracht, keuze)) <= grens:
        return None
    return toestand(
        f"Dit gaat over {in_fte(verschil)}. Boven {in_fte(grens)} besluit het Directieteam."
    )


def beletsel_herprogrammering_punt(rij: Herprogrammering, op: date) -> Beletsel | None:
    """Why a point about running work cannot be adopted any more."""
    keuze = Keuze(rij.is_aan, rij.maanden_later, rij.fte_pct)
    kaders = geldende_kaders(rij.opdracht)
    mist = beletsel_herprogrammering(rij.opdracht, keuze, op, kaders=kaders)
    return toestand(f"“{rij.opdracht.naam}” kan niet: {mist.zin}") if mist else None
