"""The logbook: one line per change, in the transaction of the change (R408)."""

from datetime import datetime
from typing import Any

from config.kern.actor import Actor
from config.kern.models import Inzage, Logregel


def noteer(
    handeling: str, *, op: Any = None, door: Actor, nu: datetime, **gegevens: Any
) -> Logregel:
    """Write what happened to ``op``. ``gegevens`` holds no private text, only what and when."""
    return Logregel.objects.create(
        tijdstip=nu,
        handeling=handeling,
        actor_id=door.gebruiker_id,
        actor_naam=door.naam,
        object_soort=op._meta.model_name if op is not None else "",
        object_id=getattr(op, "public_id", None),
        object_naam=str(op)[:250] if op is not None else "",
        gegevens={k: _leesbaar(v) for k, v in gegevens.items()},
    )


def inzage_noteren(
    *, wiens_gebruiker_id: int | None, wat: str, waarvoor: str, door: Actor, nu: datetime
) -> None:
    """Remember that ``door`` looked at personal data; looking at oneself is not noted (R345)."""
    if wiens_gebruiker_id is None or wiens_gebruiker_id == door.gebruiker_id:
        return
    Inzage.objects.create(
        tijdstip=nu, wie_id=door.gebruiker_id, wie_naam=door.naam,
        wiens_id=wiens_gebruiker_id, wat=wat, waarvoor=waarvoor,
    )


def _leesbaar(waarde: Any) -> Any:
    if waarde is None or isinstance(waarde, (bool, int, float, str, list, dict)):
        return waarde
    return str(waarde)
