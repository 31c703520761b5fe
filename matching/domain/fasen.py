"""The procedure as a table: what follows a phase, who is to move, which moments start with it.

Buttons, the API, deadlines and docs/fasen.md are read from these rows (HUIS §1.4, EISEN part 4).
The routes of AOG and AON are tables of their own, not exceptions in code (R288, R291).
"""

from dataclasses import dataclass
from enum import Enum

from matching.enums import Fase, Route, TermijnSoort
from matching.models.procedure import GESLOTEN_FASEN, Procedure


class Verloop(Enum):
    """What happens when a moment comes. A timer never makes a match."""

    OVERGAAN = "gaat vanzelf over"
    VRAGEN = "vraagt eerst"
    SIGNAAL = "geeft alleen een signaal"


@dataclass(frozen=True, slots=True)
class Moment:
    """A moment that starts with a phase: ``instelling`` whole working days must pass."""

    sleutel: str
    soort: TermijnSoort
    instelling: str
    verloop: Verloop
    wat: str
    naar: Fase | None = None
    volgt_op: str = ""


@dataclass(frozen=True, slots=True)
class FaseRegel:
    """One row: ``momenten`` without ``volgt_op`` start when the phase is entered."""

    fase: Fase
    aan_zet: str
    stap: str
    volgende: tuple[Fase, ...] = ()
    momenten: tuple[Moment, ...] = ()


STOPPEN = (Fase.INGETROKKEN, Fase.VERVALLEN)

F0_TERMIJN = Moment(
    "f0_termijn", TermijnSoort.TERMIJN, "F0_TERMIJN_WERKDAGEN", Verloop.VRAGEN,
    "Inzet vraagt de AOG of de opdracht naar de opdrachtenmarkt mag.",
)
F0_RESPIJT = Moment(
    "f0_respijt", TermijnSoort.TERMIJN, "F0_RESPIJT_WERKDAGEN", Verloop.OVERGAAN,
    "Inzet zet de opdracht op de opdrachtenmarkt.", Fase.OPDRACHTENMARKT, volgt_op="f0_termijn",
)
WACHTTIJD = Moment(
    "wachttijd", TermijnSoort.WACHTTIJD, "MATCH_WACHT_WERKDAGEN", Verloop.OVERGAAN,
    "De opdracht mag op de agenda van de matchtafel.", Fase.MATCHTAFEL,
)
F2_SIGNAAL = Moment(
    "f2_signaal", TermijnSoort.SIGNAAL, "F2_MAX_WERKDAGEN", Verloop.SIGNAAL,
    "De voorzitter van de matchtafel en de directeur M&O krijgen een signaal.",
)
F3_SIGNAAL = Moment(
    "f3_signaal", TermijnSoort.SIGNAAL, "F3_SIGNAAL_WERKDAGEN", Verloop.SIGNAAL,
    "De P-manager en de AOG krijgen een signaal.",
)
# Set by werving_openen for work longer than a year; it lives on after the match (R281).
JAARSIGNAAL = Moment(
    "jaarsignaal", TermijnSoort.SIGNAAL, "DETACHERING_MAX_DAGEN", Verloop.SIGNAAL,
    "De P-manager en de AOG horen dat de inlening over acht weken een jaar duurt.",
    volgt_op="werving",
)


def _gesloten(*, opnieuw: bool) -> tuple[FaseRegel, ...]:
    """The ends. Only what was withdrawn from the market may come back to it (T7)."""
    terug = (Fase.OPDRACHTENMARKT,) if opnieuw else ()
    wie = "AOG" if opnieuw else "Niemand"
    zin = "Publiceer opnieuw, of laat het hierbij." if opnieuw else "De procedure is gestopt."
    return (
        FaseRegel(Fase.GEMATCHT, "Niemand", "De plaats is vervuld.", momenten=(JAARSIGNAAL,)),
        FaseRegel(Fase.NIET_VERVULD, "Niemand", "De plaats is niet vervuld; dit is een knelpunt."),
        FaseRegel(Fase.INGETROKKEN, wie, zin, terug),
        FaseRegel(Fase.VERVALLEN, "Niemand", "De opdracht gaat niet door."),
    )


def _tabel(*regels: FaseRegel) -> dict[Fase, FaseRegel]:
    return {regel.fase: regel for regel in regels}


TEAM = _tabel(
    FaseRegel(
        Fase.CONCEPT, "AOG", "Schrijf de TRO af en deel die met P-teams.",
        # Straight to the market only in a later round, after the table sent it back (T10).
        (Fase.INFORMEEL, Fase.OPDRACHTENMARKT, *STOPPEN),
    ),
    FaseRegel(
        Fase.INFORMEEL, "AOG", "Stel een match voor, of publiceer op de opdrachtenmarkt.",
        (Fase.GEMATCHT, Fase.OPDRACHTENMARKT, *STOPPEN), (F0_TERMIJN, F0_RESPIJT),
    ),
    FaseRegel(
        Fase.OPDRACHTENMARKT, "Professionals", "Professionals reageren tot de matchtafel begint.",
        (Fase.GEMATCHT, Fase.MATCHTAFEL, *STOPPEN), (WACHTTIJD,),
    ),
    FaseRegel(
        Fase.MATCHTAFEL, "Matchtafel", "De P-managers bespreken vraag en mensen in een sessie.",
        (
            Fase.GEMATCHT, Fase.MATCHTAFEL, Fase.EXTERN, Fase.CONCEPT,
            Fase.BIJ_PROGRAMMEERBERAAD, *STOPPEN,
        ),
        (F2_SIGNAAL,),
    ),
    FaseRegel(
        Fase.EXTERN, "P-manager", "Kies inlening, inhuur of een vacature, en vervul de plaats.",
        (Fase.GEMATCHT, Fase.NIET_VERVULD, *STOPPEN), (F3_SIGNAAL,),
    ),
    FaseRegel(
        Fase.BIJ_PROGRAMMEERBERAAD, "Programmeerberaad", "Het programmeerberaad beslist.",
        (Fase.CONCEPT, Fase.MATCHTAFEL, *STOPPEN),
    ),
    *_gesloten(opnieuw=True),
)

AOG = _tabel(
    FaseRegel(
        Fase.CONCEPT, "Domeindirecteur", "Scherp het opdrachtprofiel aan.",
        (Fase.MATCHTAFEL, *STOPPEN),
    ),
    FaseRegel(
        Fase.MATCHTAFEL, "Matchtafel", "De matchtafel adviseert over kandidaten.",
        (
            Fase.KEUZE_DD, Fase.MATCHTAFEL, Fase.CONCEPT, Fase.BIJ_PROGRAMMEERBERAAD, *STOPPEN,
        ),
        (F2_SIGNAAL,),
    ),
    FaseRegel(
        Fase.KEUZE_DD, "Domeindirecteur", "Kies op basis van het advies van de matchtafel.",
        (Fase.AANWIJZING, Fase.MATCHTAFEL, *STOPPEN),
    ),
    FaseRegel(
        Fase.AANWIJZING, "Directeur M&O", "Wijs de AOG aan, als beiden instemden.",
        (Fase.GEMATCHT, Fase.KEUZE_DD, Fase.GEEN_OVEREENSTEMMING, *STOPPEN),
    ),
    FaseRegel(
        Fase.GEEN_OVEREENSTEMMING, "Directieteam", "Het Directieteam spreekt zich uit.",
        (Fase.KEUZE_DD, Fase.MATCHTAFEL, *STOPPEN),
    ),
    FaseRegel(
        Fase.BIJ_PROGRAMMEERBERAAD, "Programmeerberaad", "Het programmeerberaad beslist.",
        (Fase.CONCEPT, Fase.MATCHTAFEL, *STOPPEN),
    ),
    *_gesloten(opnieuw=False),
)

AON = _tabel(
    FaseRegel(
        Fase.CONCEPT, "AOG", "Stel een AON voor; medewerker en P-manager stemmen in.",
        (Fase.AANWIJZING, *STOPPEN),
    ),
    FaseRegel(
        Fase.AANWIJZING, "Directeur M&O", "Wijs de AON aan.",
        (Fase.GEMATCHT, Fase.CONCEPT, Fase.GEEN_OVEREENSTEMMING, *STOPPEN),
    ),
    FaseRegel(
        Fase.GEEN_OVEREENSTEMMING, "Directieteam", "Het Directieteam spreekt zich uit.",
        (Fase.CONCEPT, *STOPPEN),
    ),
    *_gesloten(opnieuw=False),
)

FASEN: dict[Route, dict[Fase, FaseRegel]] = {Route.TEAM: TEAM, Route.AOG: AOG, Route.AON: AON}
START: dict[Route, Fase] = {
    Route.TEAM: Fase.CONCEPT, Route.AOG: Fase.MATCHTAFEL, Route.AON: Fase.CONCEPT,
}
# The bar on top of a procedure page: the normal way, without the side roads.
HOOFDWEG: dict[Route, tuple[Fase, ...]] = {
    Route.TEAM: (
        Fase.CONCEPT, Fase.INFORMEEL, Fase.OPDRACHTENMARKT, Fase.MATCHTAFEL, Fase.EXTERN,
        Fase.GEMATCHT,
    ),
    Route.AOG: (Fase.MATCHTAFEL, Fase.KEUZE_DD, Fase.AANWIJZING, Fase.GEMATCHT),
    Route.AON: (Fase.CONCEPT, Fase.AANWIJZING, Fase.GEMATCHT),
}


def regel_van(procedure: Procedure) -> FaseRegel:
    return FASEN[Route(procedure.route)][Fase(procedure.fase)]


def mag_naar(procedure: Procedure, naar: Fase) -> bool:
    """Does the table know this step? Who may take it is a question for the rules."""
    return naar in regel_van(procedure).volgende


def is_gesloten(fase: str) -> bool:
    return fase in GESLOTEN_FASEN


def beginmomenten(procedure: Procedure) -> tuple[Moment, ...]:
    """The moments that start when ``procedure`` enters the phase it is in now."""
    return tuple(m for m in regel_van(procedure).momenten if not m.volgt_op)


def moment_van(route: str, fase: str, sleutel: str) -> Moment:
    momenten = FASEN[Route(route)][Fase(fase)].momenten
    return next(moment for moment in momenten if moment.sleutel == sleutel)


def volgend_moment(route: str, fase: str, sleutel: str) -> Moment | None:
    momenten = FASEN[Route(route)][Fase(fase)].momenten
    return next((moment for moment in momenten if moment.volgt_op == sleutel), None)


def stappen(procedure: Procedure, geweest: set[str]) -> list[tuple[str, str, str]]:
    """The phase bar: ``(naam, staat, toelichting)`` for every phase of the normal way."""
    weg = HOOFDWEG[Route(procedure.route)]
    fase = Fase(procedure.fase)
    # A side road or an end that is not the goal: show where the normal way was left.
    hier = weg.index(fase) if fase in weg else max(
        (weg.index(f) for f in geweest if f in weg), default=0
    )
    gestopt = fase not in weg
    rijen = []
    for nummer, stap in enumerate(weg):
        if nummer < hier:
            staat = "gedaan" if stap in geweest else "overgeslagen"
        elif nummer == hier:
            staat = "gestopt" if gestopt else "gedaan" if fase is Fase.GEMATCHT else "nu"
        else:
            staat = "straks"
        toelichting = fase.label if gestopt and nummer == hier else ""
        rijen.append((stap.label, staat, toelichting))
    return rijen
