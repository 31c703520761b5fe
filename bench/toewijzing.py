"""The joint proposal for an agenda: exact against deciding in order (SNEL §2, figure 5).

``verhouding`` is how much more total fit the exact answer gives than the greedy one; ``gap`` must
be 0. ``keer_zo_lang`` is its time against the instant first answer of the same run.
"""

import random
from datetime import date
from time import perf_counter

from matching.domain.toewijzing import Paar, Plaats, Toewijzing, gretig, precies, snel

MATEN = ((30, 300, 0.5), (300, 2000, 5.0))
PER_PLAATS = 30


def _agenda(plaatsen: int, mensen: int) -> tuple[list[Plaats], list[Paar]]:
    """A seeded agenda: each place has its thirty best, and popular people are wanted often."""
    rnd = random.Random(plaatsen)
    vrij = [rnd.choice([200, 400, 500, 600, 800, 900]) for _ in range(mensen)]
    lijst, paren = [], []
    for nummer in range(plaatsen):
        punt = f"p{nummer}"
        begin = date(2026, rnd.randint(6, 9), 1)
        lijst.append(Plaats(
            punt, punt, rnd.choice([200, 300, 400, 500]), begin,
            date(2026, rnd.randint(10, 12), 1),
        ))
        gewild = {min(int(rnd.expovariate(3 / mensen)), mensen - 1) for _ in range(PER_PLAATS * 2)}
        for wie in sorted(gewild)[:PER_PLAATS]:
            paren.append(Paar(punt, f"m{wie}", rnd.randint(300, 1000), vrij[wie]))
    return lijst, paren


def _tijd(doe) -> tuple[float, Toewijzing]:
    begin = perf_counter()
    uit = doe()
    return perf_counter() - begin, uit


def meet() -> dict[str, object]:
    regels = []
    for plaatsen, mensen, grens in MATEN:
        lijst, paren = _agenda(plaatsen, mensen)
        t_snel, eerste = _tijd(lambda lijst=lijst, paren=paren: snel(lijst, paren))
        _, volgorde = _tijd(lambda lijst=lijst, paren=paren: gretig(lijst, paren))
        t_precies, beste = _tijd(
            lambda lijst=lijst, paren=paren: precies(lijst, paren, seconden=60)
        )
        regels.append({
            "plaatsen": plaatsen, "mensen": mensen, "seconden": round(t_precies, 3),
            "grens": grens, "gap": beste.afstand,
            "verhouding": round(beste.totaal / max(volgorde.totaal, 1), 4),
            "vervuld": [volgorde.aantal, eerste.aantal, beste.aantal],
            "keer_zo_lang": round(t_precies / t_snel, 1),
        })
    return {"bench": "toewijzing", "maten": regels}
