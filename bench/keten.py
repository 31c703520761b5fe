"""Checking the chain of evidence against plain SHA-256 over the same bytes (SNEL §3).

``verifieren`` walks every link and compares it with its row and decision; the ratio says what
that costs above hashing alone. The entries are added by the pen of the register and rolled back.
One JSON line: ``python -m bench keten``.
"""

import hashlib
from time import perf_counter

SCHAKELS = 20_000


def meet(aantal: int = SCHAKELS) -> dict[str, object]:
    from django.db import transaction
    from django.utils import timezone

    from register.domain import keten
    from register.domain.schrijven import rijen_toevoegen
    from register.models import Roltoewijzing

    with transaction.atomic():
        voorbeeld = Roltoewijzing.objects.nu_bekend().zonder_waarneming().first()
        velden = {
            v.attname: getattr(voorbeeld, v.attname)
            for v in Roltoewijzing._meta.concrete_fields if v.name not in {"id", "public_id"}
        } | {"is_exclusief": False}
        keten.vergrendelen()
        rijen_toevoegen([Roltoewijzing(**velden) for _ in range(aantal)], timezone.now())
        kaal = _kaal()
        begin = perf_counter()
        schakels, breuk = keten.verifieren()
        per_schakel = (perf_counter() - begin) / schakels
        transaction.set_rollback(True)
    return {
        "bench": "keten", "schakels": schakels, "heel": breuk is None,
        "schakels_per_seconde": round(1 / per_schakel),
        "minuten_per_miljoen": round(per_schakel * 1_000_000 / 60, 1),
        "sha256_per_schakel_us": round(kaal * 1e6, 2),
        "verhouding": round(per_schakel / kaal, 1), "grens": 250,
    }


def _kaal() -> float:
    """Seconds per link for the hash alone."""
    from register.domain.keten import BEGIN
    from register.queries.toezicht import schakels_vanaf

    inhouden = [schakel.inhoud for schakel in schakels_vanaf()]
    begin, vorige = perf_counter(), BEGIN
    for inhoud in inhouden:
        vorige = hashlib.sha256(bytes.fromhex(vorige) + inhoud.encode()).hexdigest()
    return (perf_counter() - begin) / len(inhouden)
