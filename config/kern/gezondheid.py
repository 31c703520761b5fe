"""Is the program ready: one look at the database, the migrations and the heartbeat.

Uses the real clock, never the demo clock: this is about machines.
"""

from dataclasses import asdict, dataclass
from datetime import datetime
from functools import cache

from django.conf import settings
from django.db import DatabaseError, connection
from django.db.migrations.executor import MigrationExecutor

from config.kern.models import Bericht, Hartslag

BEAT = "hartslag"


@dataclass(frozen=True, slots=True)
class Stand:
    database: bool
    migraties: bool
    hartslag: bool
    hartslag_seconden: int | None
    oudste_bericht_seconden: int | None

    @property
    def is_klaar(self) -> bool:
        return self.database and self.migraties and self.hartslag

    def als_dict(self) -> dict[str, object]:
        return {"status": "klaar" if self.is_klaar else "niet klaar", **asdict(self)}


def stand(moment: datetime) -> Stand:
    """Look now. ``moment`` is the real time."""
    try:
        connection.ensure_connection()
        if not _migraties_toegepast():
            return Stand(True, False, False, None, None)
        slag = Hartslag.objects.filter(naam=BEAT).first()
        wacht = Bericht.objects.te_mailen().order_by("aangemaakt_op").first()
    except DatabaseError:
        return Stand(False, False, False, None, None)
    leeftijd = int((moment - slag.gelopen_op).total_seconds()) if slag else None
    return Stand(
        database=True,
        migraties=True,
        hartslag=leeftijd is not None and leeftijd <= settings.INZET_HARTSLAG_MAX_SECONDEN,
        hartslag_seconden=leeftijd,
        oudste_bericht_seconden=(
            max(0, int((moment - wacht.aangemaakt_op).total_seconds())) if wacht else None
        ),
    )


def _migraties_toegepast() -> bool:
    return _eens_gelukt() if _eens_gelukt.cache_info().currsize else _kijk()


def _kijk() -> bool:
    executor = MigrationExecutor(connection)
    klaar = not executor.migration_plan(executor.loader.graph.leaf_nodes())
    if klaar:
        _eens_gelukt()
    return klaar


@cache
def _eens_gelukt() -> bool:
    """Once applied they stay applied for the life of this process."""
    return True
