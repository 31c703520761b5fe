"""Checking the chain of evidence against plain SHA-256 over the same bytes (SNEL §3).

``verifieren`` walks every link and compares it with its row and decision; the ratio says what
that costs above hashing alone. One JSON line: ``python -m bench keten``.
"""

import hashlib
from time import perf_counter

SCHAKELS = 20_000


def meet() -> dict[str, object]:
    from register.domain.anker import eigen_ankers
    from register.domain.keten import BEGIN, verifieren
    from register.queries.toezicht import schakels_vanaf

    inhouden = [
        s.inhoud for s, _ in zip(schakels_vanaf(), range(SCHAKELS), strict=False)
    ]
    begin = perf_counter()
    vorige = BEGIN
    for inhoud in inhouden:
        vorige = hashlib.sha256(bytes.fromhex(vorige) + inhoud.encode()).hexdigest()
    kaal = (perf_counter() - begin) / max(len(inhouden), 1)
    ankers = eigen_ankers()
    begin = perf_counter()
    aantal, breuk = verifieren(ankers=ankers)
    per_schakel = (perf_counter() - begin) / max(aantal, 1)
    return {
        "bench": "keten", "schakels": aantal, "heel": breuk is None,
        "schakels_per_seconde": round(1 / per_schakel),
        "minuten_per_miljoen": round(per_schakel * 1_000_000 / 60, 1),
        "sha256_per_schakel_us": round(kaal * 1e6, 2),
        "verhouding": round(per_schakel / kaal, 1), "grens": 150,
    }
