"""Waking live screens: a NOTIFY inside the transaction, heard only when it commits."""

from django.db import connection

KANAAL = "inzet_live"


def meld(onderwerp: str) -> None:
    """Tell every screen that shows ``onderwerp`` (``sessie-<uuid>``) to fetch itself again."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_notify(%s, %s)", [KANAAL, onderwerp])
