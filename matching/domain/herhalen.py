"""A ranking done again from its own log: the same order, bit for bit, years later (R355).

Pure. The log holds what was asked and the facts of the people who could be placed; names, scales
and anything else that the ranking did not use stay out. From these the order, the contributions
and the sentences follow again, without looking at the database.
"""

import hashlib
import json
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from matching.domain import rangschikking
from matching.queries_rangschikking import (
    BIJNA_NIVEAU,
    MEEST,
    ZELFDE_OPGAVE,
    Gevraagd,
    Rij,
    Uitslag,
    Vraag,
)

VERSIE = 2
# More than anybody reads; the facts of the first five hundred prove the first twenty.
BEWAARD = 500


def invoer_van(
    vraag: Vraag, uitslag: Uitslag, pteam_ids: list[int], dag: date
) -> dict[str, Any]:
    """Everything that went into a ranking, ready for the log."""
    return {
        "versie": VERSIE, "dag": dag.isoformat(), "procedure": vraag.procedure_id,
        "titel": vraag.titel, "begin": vraag.begin.isoformat(),
        "einde": vraag.einde.isoformat() if vraag.einde else None, "fte": str(vraag.fte),
        "schaal_van": vraag.schaal_van, "schaal_tot": vraag.schaal_tot,
        "opdracht": vraag.opdracht_id, "opgave": vraag.opgave_id,
        "competenties": [
            {
                "id": g.competentie_id, "naam": g.naam, "niveau": g.niveau, "gewicht": g.gewicht,
                "vereist": g.vereist,
            }
            for g in vraag.competenties
        ],
        "meest": dict(vraag.meest), "smaller_pct": vraag.smaller_pct,
        "breder_pct": vraag.breder_pct, "groei": vraag.groei, "eigen_pteams": pteam_ids,
        "bekeken": uitslag.bekeken, "tellingen": dict(uitslag.tellingen),
        "mensen": [_feiten(r) for r in (*uitslag.rijen, *uitslag.afgevallen_reacties)],
    }


def _feiten(rij: Rij) -> dict[str, Any]:
    """The facts of one person that the criteria read; the distance in scales, not the scale."""
    return {
        "wie": rij.public_id, "id": rij.medewerker_id, "reageerde": rij.reageerde,
        "profiel": rij.profiel_telt, "deelt": rij.deelt_wensen, "afstand": rij.afstand,
        "vrij": str(rij.vrij),
        "heeft": [[c, niveau, *rij.via[c]] for c, niveau in sorted(rij.heeft.items())],
        "wensen": list(rij.wensen), "opdracht": rij.zelfde_opdracht, "opgave": rij.zelfde_opgave,
        "lot": rij.lot, "valt_af": list(rij.valt_af),
    }


def herhaal(invoer: dict[str, Any]) -> dict[str, Any]:
    """The outcome again, from the logged input alone."""
    vraag = _vraag(invoer)
    rijen = [_rij(vraag, feiten) for feiten in invoer["mensen"]]
    passend = sorted((r for r in rijen if not r.valt_af), key=vraag.volgorde)
    afgevallen = sorted((r for r in rijen if r.valt_af), key=vraag.volgorde)
    uitslag = Uitslag(
        tuple(passend), tuple(afgevallen), invoer["bekeken"], dict(invoer["tellingen"])
    )
    return rangschikking.als_gegevens(vraag, uitslag)


def _vraag(invoer: dict[str, Any]) -> Vraag:
    return Vraag(
        procedure_id=invoer["procedure"], titel=invoer["titel"],
        begin=date.fromisoformat(invoer["begin"]),
        einde=date.fromisoformat(invoer["einde"]) if invoer["einde"] else None,
        fte=Decimal(invoer["fte"]), schaal_van=invoer["schaal_van"],
        schaal_tot=invoer["schaal_tot"],
        competenties=tuple(
            Gevraagd(c["id"], c["naam"], c["niveau"], c["gewicht"], c["vereist"])
            for c in invoer["competenties"]
        ),
        opdracht_id=invoer["opdracht"], opgave_id=invoer["opgave"],
        meest={naam: invoer["meest"][naam] for naam in MEEST},
        smaller_pct=invoer["smaller_pct"], breder_pct=invoer["breder_pct"], groei=invoer["groei"],
    )


def _rij(vraag: Vraag, feiten: dict[str, Any]) -> Rij:
    heeft = {c: niveau for c, niveau, _, _ in feiten["heeft"]}
    rij = Rij(
        medewerker_id=feiten["id"], public_id=feiten["wie"], naam="",
        reageerde=feiten["reageerde"], profiel_telt=feiten["profiel"],
        deelt_wensen=feiten["deelt"], buiten_niveau=feiten["afstand"] > 0,
        vrij=Decimal(feiten["vrij"]), afstand=feiten["afstand"], heeft=heeft,
        via={c: (pct, via) for c, _, pct, via in feiten["heeft"]},
        wensen=tuple(feiten["wensen"]), zelfde_opdracht=feiten["opdracht"],
        zelfde_opgave=feiten["opgave"], bijdragen={}, lot=feiten["lot"],
        valt_af=tuple(feiten["valt_af"]),
    )
    rij.bijdragen.update(_bijdragen(vraag, rij))
    return rij


def _bijdragen(vraag: Vraag, rij: Rij) -> dict[str, int]:
    """The criteria in whole numbers, as the statement computes them."""
    meest = vraag.meest
    gevraagd = int(vraag.fte * 1000)
    bijna = meest["niveau"] * BIJNA_NIVEAU // MEEST["niveau"]
    opgave = meest["ervaring"] * ZELFDE_OPGAVE // MEEST["ervaring"]
    punten = rangschikking.punten_van(vraag, rij)
    return {
        "competenties": meest["competenties"] * punten // max(vraag.meest_punten, 1),
        "niveau": {0: meest["niveau"], 1: bijna}.get(rij.afstand, 0),
        "uren": min(int(rij.vrij * 1000), gevraagd) * meest["uren"] // max(gevraagd, 1),
        "wens": meest["wens"] if rij.deelt_wensen and rij.wensen else 0,
        "ervaring": meest["ervaring"] if rij.zelfde_opdracht
        else opgave if rij.zelfde_opgave else 0,
    }


@dataclass(frozen=True, slots=True)
class Vergelijking:
    """Two fingerprints; ``gelijke_volgorde`` also holds when only the wording is newer."""

    bewaard: str
    herhaald: str
    gelijke_volgorde: bool

    @property
    def is_gelijk(self) -> bool:
        return self.bewaard == self.herhaald


def vergelijk(invoer: dict[str, Any], uitkomst: dict[str, Any]) -> Vergelijking:
    opnieuw = herhaal(invoer)
    return Vergelijking(
        vingerafdruk(uitkomst), vingerafdruk(opnieuw), _cijfers(uitkomst) == _cijfers(opnieuw)
    )


def vingerafdruk(gegevens: dict[str, Any]) -> str:
    """SHA-256 over the outcome in one fixed spelling."""
    tekst = json.dumps(gegevens, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(tekst.encode()).hexdigest()


def _cijfers(uitkomst: dict[str, Any]) -> list[tuple[str, list[int]]]:
    return [
        (v["medewerker"], [b["waarde"] for b in v["bijdragen"]])
        for soort in ("voorstellen", "reacties_die_afvallen")
        for v in uitkomst[soort]
    ]
