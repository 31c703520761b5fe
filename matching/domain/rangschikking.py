"""What a ranking says about a person: one Dutch sentence per criterion, no score (R109, R272).

Pure: the numbers come from ``queries_rangschikking``; here they get words. The words name only
what the asker may know: never a scale, never a wish that was not shared (R345).
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Any

from config.kern.opmaak import getal
from matching.queries_rangschikking import DEELBAAR, TOP, Gevraagd, Rij, Uitslag, Vraag

TITELS = {
    "competenties": "Competenties",
    "niveau": "Niveau",
    "uren": "Vrije uren",
    "wens": "Ontwikkelwens",
    "ervaring": "Ervaring met het werk",
}
AFVALLERS = {
    "extern": "Externen mogen niet reageren of voorgesteld worden.",
    "pauze": "Heeft zich tijdelijk op pauze gezet.",
    "uren": "Heeft in deze periode geen vrije uren.",
    "vereist": "Mist een vereiste competentie op het gevraagde niveau.",
}
GETELD = {
    "extern": "externen (niet toegestaan)",
    "pauze": "op pauze",
    "uren": "zonder vrije uren in de periode",
    "vereist": "zonder een vereiste competentie op niveau",
}


@dataclass(frozen=True, slots=True)
class Bijdrage:
    """What one criterion adds, as a word, a length for a small bar, and the reason."""

    criterium: str
    titel: str
    waarde: int
    meest: int
    zin: str

    @property
    def woord(self) -> str:
        if self.waarde <= 0:
            return "niet"
        if self.waarde >= self.meest:
            return "volledig"
        return "voor een groot deel" if self.waarde * 2 >= self.meest else "voor een deel"


@dataclass(frozen=True, slots=True)
class Voorstel:
    """One person in the ranking as the screen shows it; ``verandert`` is what would move them."""

    medewerker: str
    reageerde: bool
    buiten_niveau: bool
    bijdragen: tuple[Bijdrage, ...]
    heeft: tuple[str, ...]
    mist: tuple[str, ...]
    valt_af: tuple[str, ...]
    verandert: str = ""

    @property
    def waarom(self) -> str:
        """The place in one sentence (HUIS §10.9)."""
        sterk = [b.titel.lower() for b in self.bijdragen if b.waarde * 2 >= b.meest and b.waarde]
        if not sterk:
            return "Staat hier omdat weinig anderen beter passen."
        staart = f" en {sterk[-1]}" if len(sterk) > 1 else ""
        return f"Staat hier vooral door: {', '.join(sterk[:-1] or sterk)}{staart}."


def voorstel(vraag: Vraag, rij: Rij) -> Voorstel:
    heeft, mist = _rijtjes(vraag, rij)
    return Voorstel(
        medewerker=rij.public_id, reageerde=rij.reageerde, buiten_niveau=rij.buiten_niveau,
        bijdragen=tuple(
            Bijdrage(naam, TITELS[naam], rij.bijdragen[naam], meest, _zin(naam, vraag, rij))
            for naam, meest in vraag.meest.items()
        ),
        heeft=heeft, mist=mist, valt_af=tuple(AFVALLERS[reden] for reden in rij.valt_af),
    )


def voorstellen(vraag: Vraag, uitslag: Uitslag) -> list[Voorstel]:
    return [
        replace(voorstel(vraag, rij), verandert=wat_verandert(vraag, rij, plaats, uitslag.rijen))
        for plaats, rij in enumerate(uitslag.rijen[:TOP], 1)
    ]


def wat_verandert(vraag: Vraag, rij: Rij, plaats: int, rijen: Sequence[Rij]) -> str:
    """The one smallest step that brings a person the furthest: a level, or free hours (R109)."""
    totaal = sum(rij.bijdragen.values())
    kansen = []
    for g in vraag.competenties:
        erbij = _erbij_met(vraag, rij, g)
        nieuw = _plaats_met(vraag, totaal + erbij, rij, rijen)
        kansen.append((nieuw, f"niveau {g.niveau} op {g.naam}"))
    tekort = vraag.fte - rij.vrij
    if tekort > 0:
        erbij = vraag.meest["uren"] - rij.bijdragen["uren"]
        nieuw = _plaats_met(vraag, totaal + erbij, rij, rijen)
        kansen.append((nieuw, f"{getal(tekort)} fte meer vrij"))
    beste = min(kansen, key=lambda k: k[0], default=(plaats, ""))
    return f"Met {beste[1]}: plaats {beste[0]}." if beste[0] < plaats else ""


def _erbij_met(vraag: Vraag, rij: Rij, g: Gevraagd) -> int:
    """What the criterion competenties gains when this one would be at the asked level."""
    if not rij.profiel_telt:
        return 0
    vol = g.gewicht * DEELBAAR * 100
    punten = punten_van(vraag, rij) - _punten(vraag, rij, g) + vol
    return vraag.meest["competenties"] * punten // vraag.meest_punten - rij.bijdragen[
        "competenties"
    ]


def _punten(vraag: Vraag, rij: Rij, g: Gevraagd) -> int:
    niveau = rij.heeft.get(g.competentie_id, 0)
    pct = rij.via[g.competentie_id][0] if niveau else 0
    return g.gewicht * min(niveau, g.niveau) * (DEELBAAR // g.niveau) * pct


def punten_van(vraag: Vraag, rij: Rij) -> int:
    return sum(_punten(vraag, rij, g) for g in vraag.competenties)


def _plaats_met(vraag: Vraag, totaal: int, rij: Rij, rijen: Sequence[Rij]) -> int:
    """The place with this total, among the same people."""
    zelf = vraag.volgorde(rij, totaal)
    return 1 + sum(vraag.volgorde(ander) < zelf for ander in rijen if ander is not rij)


def als_gegevens(vraag: Vraag, uitslag: Uitslag) -> dict[str, Any]:
    """The outcome as it is logged: who, in which order, with which contributions (R355).

    Names stay out of the log: people are named by their public id.
    """
    return {
        "bekeken": uitslag.bekeken,
        "afgevallen": uitslag.tellingen,
        "voorstellen": [_gegevens(v) for v in voorstellen(vraag, uitslag)],
        "reacties_die_afvallen": [
            _gegevens(voorstel(vraag, rij)) for rij in uitslag.afgevallen_reacties
        ],
    }


def uit_gegevens(gegevens: dict[str, Any]) -> Voorstel:
    """A logged row back on the screen."""
    return Voorstel(
        medewerker=gegevens["medewerker"],
        reageerde=gegevens["reageerde"], buiten_niveau=gegevens["buiten_niveau"],
        bijdragen=tuple(Bijdrage(**b) for b in gegevens["bijdragen"]),
        heeft=tuple(gegevens["heeft"]), mist=tuple(gegevens["mist"]),
        valt_af=tuple(gegevens["valt_af"]), verandert=gegevens.get("verandert", ""),
    )


def _gegevens(een: Voorstel) -> dict[str, Any]:
    return {
        "medewerker": een.medewerker, "reageerde": een.reageerde,
        "buiten_niveau": een.buiten_niveau,
        "bijdragen": [
            {
                "criterium": b.criterium, "titel": b.titel, "waarde": b.waarde,
                "meest": b.meest, "zin": b.zin,
            }
            for b in een.bijdragen
        ],
        "heeft": list(een.heeft), "mist": list(een.mist), "valt_af": list(een.valt_af),
        "verandert": een.verandert,
    }


def _rijtjes(vraag: Vraag, rij: Rij) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Two short rows: what matches the demand, and what does not (yet)."""
    heeft, mist = [], []
    for g in vraag.competenties:
        niveau = rij.heeft.get(g.competentie_id, 0)
        pct, via = rij.via.get(g.competentie_id, (100, ""))
        verwant = f" via {via}, telt minder zwaar" if niveau and pct < 100 else ""
        if niveau >= g.niveau:
            heeft.append(f"{g.naam}{f' ({verwant.strip()})' if verwant else ''}")
        elif niveau:
            mist.append(f"{g.naam} (niveau {niveau}, gevraagd {g.niveau}{verwant})")
        else:
            mist.append(g.naam)
    return tuple(heeft), tuple(mist)


def _zin(criterium: str, vraag: Vraag, rij: Rij) -> str:
    if not vraag.meest[criterium]:
        return "Telt niet mee bij deze vraag; zo is de weging ingesteld."
    return ZINNEN[criterium](vraag, rij)


def _competenties(vraag: Vraag, rij: Rij) -> str:
    if not vraag.competenties:
        return "Er zijn geen competenties gevraagd."
    if not rij.profiel_telt:
        return "Het profiel is niet gedeeld; competenties tellen daarom niet mee."
    op_niveau = sum(rij.heeft.get(g.competentie_id, 0) >= g.niveau for g in vraag.competenties)
    verwant = sum(pct < 100 for pct, _ in rij.via.values())
    staart = f" Daarvan {verwant} via een verwante competentie." if verwant else ""
    return (
        f"Heeft {len(rij.heeft)} van de {len(vraag.competenties)} gevraagde competenties, "
        f"waarvan {op_niveau} op het gevraagde niveau of hoger.{staart}"
    )


def _niveau(vraag: Vraag, rij: Rij) -> str:
    if vraag.schaal_van is None or vraag.schaal_tot is None:
        return "Er is geen niveau gevraagd."
    if rij.buiten_niveau:
        return "Buiten het gevraagde niveau; een keuze vraagt een motivering."
    if not rij.bijdragen["niveau"]:
        return "Het niveau van deze collega is niet bekend."
    return "Binnen het gevraagde niveau: horizontaal te matchen."


def _uren(vraag: Vraag, rij: Rij) -> str:
    vrij = min(rij.vrij, Decimal(9))
    return f"Heeft in de hele periode {getal(vrij)} fte vrij; gevraagd is {getal(vraag.fte)} fte."


def _wens(vraag: Vraag, rij: Rij) -> str:
    if not rij.deelt_wensen:
        return "Telt niet mee: ontwikkelwensen zijn hier niet gedeeld."
    if not rij.wensen:
        return "De gedeelde ontwikkelwensen raken dit werk niet."
    return "Wil zich verder ontwikkelen in wat hier gevraagd wordt (gedeeld bij de reactie)."


def _ervaring(vraag: Vraag, rij: Rij) -> str:
    if rij.zelfde_opdracht:
        return "Werkt of werkte al aan deze opdracht."
    if rij.bijdragen["ervaring"]:
        return "Werkt of werkte al aan een andere opdracht binnen deze opgave."
    return "Nieuw voor deze opgave."


ZINNEN = {
    "competenties": _competenties,
    "niveau": _niveau,
    "uren": _uren,
    "wens": _wens,
    "ervaring": _ervaring,
}
