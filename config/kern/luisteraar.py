"""One listening connection per process; it wakes every stream that waits for a subject.

When the database goes away the listener connects again and then wakes everybody, because a
change may have been missed.
"""

import asyncio
import logging
from collections import defaultdict
from collections.abc import AsyncIterator

import psycopg
from django.db import connection

from config.kern.live import KANAAL

logger = logging.getLogger(__name__)
LEEF_SECONDEN = 20.0
OPNIEUW_SECONDEN = 2.0

_wachtend: dict[str, set[asyncio.Event]] = defaultdict(set)
_taak: asyncio.Task[None] | None = None


async def luister(onderwerp: str) -> AsyncIterator[bool]:
    """Yield True for each change of ``onderwerp``, False now and then to keep the line open."""
    global _taak
    if _taak is None or _taak.done() or _taak.get_loop() is not asyncio.get_running_loop():
        _taak = asyncio.create_task(_luister_altijd())
    gewekt = asyncio.Event()
    _wachtend[onderwerp].add(gewekt)
    try:
        while True:
            try:
                await asyncio.wait_for(gewekt.wait(), LEEF_SECONDEN)
            except TimeoutError:
                yield False
                continue
            gewekt.clear()
            yield True
    finally:
        _wachtend[onderwerp].discard(gewekt)
        if not _wachtend[onderwerp]:
            del _wachtend[onderwerp]


async def _luister_altijd() -> None:
    while True:
        try:
            await _luister_eens()
        except (psycopg.Error, OSError) as fout:
            logger.warning("De verbinding voor live schermen viel weg: %s", type(fout).__name__)
        await asyncio.sleep(OPNIEUW_SECONDEN)


async def _luister_eens() -> None:
    gegevens = connection.get_connection_params()
    for eigen in ("cursor_factory", "context", "prepare_threshold", "pool"):
        gegevens.pop(eigen, None)
    async with await psycopg.AsyncConnection.connect(**gegevens, autocommit=True) as verbinding:
        await verbinding.execute(f"LISTEN {KANAAL}")
        _wek_allen()
        async for melding in verbinding.notifies():
            for gewekt in _wachtend.get(melding.payload, ()):
                gewekt.set()


def _wek_allen() -> None:
    for wachters in _wachtend.values():
        for gewekt in wachters:
            gewekt.set()
