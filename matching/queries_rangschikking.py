"""Who fits one place: hard conditions first, then named contributions, in one statement.

Set-wise and always fresh: a province never waits for it, so there is no cache (SNEL §1). Who is
asked about: everyone in service whose PPP is published, who reacted, or who is in a P-team of the
asking P-manager (Q36). Nothing about origin, age, gender, education or health is read (R349).
"""

from dataclasses import dataclass, field, replace
from datetime import date
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any

from django.db import connection
from django.db.backends.utils import CursorWrapper

from config.kern.queries import instelling
from matching.models import Procedure, Weging
from opgaven.models import Capaciteitsvraag

TOP = 20
# The most that each criterion can add. Small numbers of equal kind, so that nobody is placed by
# one hidden weight; shown as words and bars, never as a percentage (R109, R272).
MEEST = {"competenties": 600, "niveau": 150, "uren": 150, "wens": 50, "ervaring": 50}
BIJNA_NIVEAU = 75
ZELFDE_OPGAVE = 30
WENS_BIJ_GROEI = 4
# 60 can be divided by every level from 1 to 5: levels are compared in whole numbers.
DEELBAAR = 60
LOT_MAAL, LOT_PROCEDURE, LOT_DEEL = 7919, 104729, 1000003


@dataclass(frozen=True, slots=True)
class Gevraagd:
    """One competentie that the place asks for."""

    competentie_id: int
    naam: str
    niveau: int
    gewicht: int
    vereist: bool

    @property
    def tekst(self) -> str:
        return f"{self.naam}, niveau {self.niveau}{' (vereist)' if self.vereist else ''}"


@dataclass(frozen=True, slots=True)
class Vraag:
    """What one place asks, from the TRO or, when there is none, from the programmed demand."""

    procedure_id: int
    titel: str
    begin: date
    einde: date | None
    fte: Decimal
    schaal_van: int | None
    schaal_tot: int | None
    competenties: tuple[Gevraagd, ...]
    opdracht_id: int
    opgave_id: int
    meest: dict[str, int] = field(default_factory=lambda: dict(MEEST))
    smaller_pct: int = 75
    breder_pct: int = 40
    groei: bool = False

    @property
    def niveau_tekst(self) -> str:
        """The level that is asked; public, unlike the scale of a person."""
        if self.schaal_van is None or self.schaal_tot is None:
            return ""
        if self.schaal_van == self.schaal_tot:
            return f"schaal {self.schaal_van}"
        return f"schaal {self.schaal_van} t/m {self.schaal_tot}"

    def volgorde(self, rij: "Rij", totaal: int | None = None) -> tuple[bool, int, int, int]:
        """Who comes first, as the statement sorts; ``totaal`` asks what another total would do."""
        som = sum(rij.bijdragen.values()) if totaal is None else totaal
        return (rij.buiten_niveau and not self.groei, -som, rij.lot, rij.medewerker_id)

    @property
    def meest_punten(self) -> int:
        return sum(g.gewicht for g in self.competenties) * DEELBAAR * 100


@dataclass(frozen=True, slots=True)
class Rij:
    """One person as the statement found them; ``valt_af`` names the conditions that fail.

    ``heeft`` gives the level per asked competentie; ``via`` says how far it counts and through
    which competentie of the tree.
    """

    medewerker_id: int
    public_id: str
    naam: str
    reageerde: bool
    profiel_telt: bool
    deelt_wensen: bool
    buiten_niveau: bool
    vrij: Decimal
    afstand: int
    heeft: dict[int, int]
    via: dict[int, tuple[int, str]]
    wensen: tuple[int, ...]
    zelfde_opdracht: bool
    zelfde_opgave: bool
    bijdragen: dict[str, int]
    lot: int
    valt_af: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Uitslag:
    """The first twenty, those who reacted but fail a condition, and how many fail what."""

    rijen: tuple[Rij, ...]
    afgevallen_reacties: tuple[Rij, ...]
    bekeken: int
    tellingen: dict[str, int] = field(default_factory=dict)


def vraag_van(procedure: Procedure, dag: date) -> Vraag:
    """What the place asks; work that should have begun is asked from ``dag`` on."""
    matchvraag = procedure.matchvraag
    tro = getattr(matchvraag, "tro", None)
    capaciteit = matchvraag.capaciteitsvraag
    bron: Any = tro or capaciteit
    begin = (bron and bron.begin) or matchvraag.opdracht.begin or dag
    einde = (bron.einde if bron else None) or matchvraag.opdracht.einde
    return Vraag(
        procedure_id=procedure.pk,
        titel=_titel(tro, capaciteit, str(matchvraag)),
        begin=max(begin, dag),
        einde=einde if einde and einde > max(begin, dag) else None,
        fte=(bron.fte if bron else matchvraag.fte),
        schaal_van=bron.schaal_van if bron else None,
        schaal_tot=bron.schaal_tot if bron else None,
        competenties=tuple(
            Gevraagd(c.competentie_id, c.competentie.naam, c.niveau, c.gewicht, c.vereist)
            for c in (bron.competenties.select_related("competentie") if bron else ())
        ),
        opdracht_id=matchvraag.opdracht_id,
        opgave_id=matchvraag.opdracht.opgave_id,
        meest=meest_van(getattr(matchvraag, "weging", None)),
        smaller_pct=instelling("RANGSCHIKKING_SMALLER_PCT", op=dag),
        breder_pct=instelling("RANGSCHIKKING_BREDER_PCT", op=dag),
    )


def groeivraag(vraag: Vraag) -> Vraag:
    """The other view: who is not there yet but may grow towards this; wishes weigh more."""
    return replace(
        vraag, groei=True, meest={**vraag.meest, "wens": vraag.meest["wens"] * WENS_BIJ_GROEI}
    )


def meest_van(weging: Weging | None) -> dict[str, int]:
    """What each criterion can add at most, as the table set it for this matchvraag."""
    if weging is None:
        return dict(MEEST)
    return {naam: meest * getattr(weging, naam) // 100 for naam, meest in MEEST.items()}


def _titel(tro: Any, capaciteit: Capaciteitsvraag | None, anders: str) -> str:
    if tro is not None:
        return tro.titel
    return capaciteit.omschrijving if capaciteit is not None else anders


def rangschik(
    vraag: Vraag, *, dag: date, ontwikkel_pct: int, externen: bool, pteam_ids: list[int],
    alleen: list[int] | None = None, top: int = TOP,
) -> Uitslag:
    """Run the statement once and read its rows; ``alleen`` measures exactly these people."""
    waarden = _parameters(vraag, dag, ontwikkel_pct, externen, top)
    with connection.cursor() as cursor:
        voer_uit(cursor, {**waarden, "pteams": pteam_ids, "alleen": alleen})
        namen = [kolom.name for kolom in cursor.description]
        gevonden = [dict(zip(namen, rij, strict=True)) for rij in cursor.fetchall()]
    rijen = [_rij(g) for g in gevonden if g["id"] is not None]
    eerste = gevonden[0] if gevonden else {}
    return Uitslag(
        rijen=tuple(r for r in rijen if not r.valt_af),
        afgevallen_reacties=tuple(r for r in rijen if r.valt_af),
        bekeken=eerste.get("bekeken", 0),
        tellingen={
            k: eerste[f"telt_{k}"]
            for k in ("extern", "pauze", "uren", "vereist")
            if eerste.get(f"telt_{k}")
        },
    )


def voer_uit(cursor: CursorWrapper, waarden: dict[str, Any]) -> None:
    """Send the statement with its settings in one message and go to its rows."""
    cursor.execute(statement(), waarden)
    while cursor.description is None and cursor.nextset():
        pass


@cache
def statement() -> str:
    """The statement, in a file of its own so that it can be read and explained by itself."""
    return (Path(__file__).parent / "rangschikking.sql").read_text()


def _parameters(
    vraag: Vraag, dag: date, ontwikkel_pct: int, externen: bool, top: int
) -> dict[str, Any]:
    return {
        "competenties": [g.competentie_id for g in vraag.competenties],
        "niveaus": [g.niveau for g in vraag.competenties],
        "gewichten": [g.gewicht for g in vraag.competenties],
        "vereist": [g.vereist for g in vraag.competenties],
        "smaller_pct": vraag.smaller_pct, "breder_pct": vraag.breder_pct, "groei": vraag.groei,
        "procedure": vraag.procedure_id, "opdracht": vraag.opdracht_id,
        "opgave": vraag.opgave_id, "dag": dag, "begin": vraag.begin, "einde": vraag.einde,
        "gevraagd": int(vraag.fte * 1000), "schaal_van": vraag.schaal_van,
        "schaal_tot": vraag.schaal_tot, "ontwikkel_pct": ontwikkel_pct, "externen": externen,
        "top": top, "deelbaar": DEELBAAR,
        "meest_punten": vraag.meest_punten,
        "aantal_vereist": sum(g.vereist for g in vraag.competenties),
        **{f"meest_{naam}": waarde for naam, waarde in vraag.meest.items()},
        "bijna_niveau": vraag.meest["niveau"] * BIJNA_NIVEAU // MEEST["niveau"],
        "zelfde_opgave": vraag.meest["ervaring"] * ZELFDE_OPGAVE // MEEST["ervaring"],
        "lot_maal": LOT_MAAL, "lot_procedure": LOT_PROCEDURE, "lot_deel": LOT_DEEL,
    }


def _rij(g: dict[str, Any]) -> Rij:
    return Rij(
        medewerker_id=g["id"], public_id=str(g["public_id"]), naam=g["naam"],
        reageerde=g["reageerde"],
        profiel_telt=g["profiel_telt"], deelt_wensen=g["deelt_wensen"],
        buiten_niveau=g["buiten_niveau"], vrij=Decimal(g["vrij"]) / 1000,
        afstand=g["afstand"],
        heeft=dict(zip(g["heeft"] or [], g["heeft_niveau"] or [], strict=True)),
        via=dict(zip(
            g["heeft"] or [], zip(g["heeft_pct"] or [], g["heeft_via"] or [], strict=True),
            strict=True,
        )),
        # R345: wishes only with consent; without it they do not even leave this function
        wensen=tuple(sorted(g["wensen"] or [])) if g["deelt_wensen"] else (),
        zelfde_opdracht=g["zelfde_opdracht"], zelfde_opgave=g["zelfde_opgave"],
        bijdragen={naam: g[naam] for naam in MEEST}, lot=g["lot"], valt_af=tuple(g["valt_af"]),
    )
