"""Why not: the scope of an opdracht, in versions with accord (R028, R029)."""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal

from config.kern.actor import Actor
from config.kern.fouten import Beletsel, geen_recht, invoer, toestand
from opgaven.enums import KaderOnderwerp, ScopeStatus
from opgaven.levensloop import AFGELOPEN, VOORBEREIDING
from opgaven.models import Kader, Opdracht, ScopeVersie
from opgaven.rules.opdracht import mag_voorbereiden
from opgaven.rules.sturing import beletsel_kader
from opgaven.rules.tekst import beletsel_velden
from opgaven.rules.wie import beletsel_initieren, mag_sturen


def beletsel_scope_voorstellen(
    *, opdracht: Opdracht, door: Actor, op: date, is_open: bool,
    budget_materieel: Decimal | None = None, mandaat: str = "-", strategische_keuzes: str = "-",
) -> Beletsel | None:
    """The AOG proposes; while the opdracht is prepared the domeindirecteur may too."""
    if opdracht.status in VOORBEREIDING:
        if not mag_voorbereiden(opdracht, door, op):
            return geen_recht("Alleen de domeindirecteur of de AOG kan een scope voorstellen.")
    elif not mag_sturen(opdracht, door):
        return geen_recht(
            "Alleen de ambtelijk opdrachtgever (AOG) van deze opdracht kan een scope voorstellen."
        )
    if opdracht.status in AFGELOPEN:
        return toestand("De opdracht is afgelopen. De scope verandert niet meer.")
    if is_open:
        return toestand(
            "Er ligt al een voorstel voor de scope. De domeindirecteur beslist daar eerst over."
        )
    if not mandaat.strip():
        return invoer("Beschrijf het mandaat.", "mandaat")
    if not strategische_keuzes.strip():
        return invoer("Beschrijf de strategische keuzes.", "strategische_keuzes")
    return beletsel_velden(ScopeVersie, {"budget_materieel": budget_materieel})


def beletsel_scope_accorderen(
    *, scope: ScopeVersie, door: Actor, op: date, akkoord: bool = True, reden: str = "-",
    kaders: Sequence[Kader] = (),
) -> Beletsel | None:
    """Only the domeindirecteur accords, within the budget of GS (EISEN D10, R014)."""
    wie = beletsel_initieren(
        scope.opdracht.opgave, door, op, "over de scope beslissen"
    )
    if wie is not None:
        return wie
    if scope.status != ScopeStatus.VOORGESTELD:
        return toestand(f"Over deze scope is al beslist: {scope.get_status_display().lower()}.")
    if not akkoord and not reden.strip():
        return invoer("Leg uit waarom je de scope afwijst.", "reden")
    if akkoord:
        return beletsel_kader(kaders, KaderOnderwerp.BUDGET, scope.budget_materieel)
    return None
