"""Links of the chain in words: what was added, what was closed, about whom and on what."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from config.kern.periode import periode_tekst
from register.models import Inzet, Roltoewijzing, Schakel
from register.queries.schermen import VERWANT, object_van


@dataclass(frozen=True, slots=True)
class Mutatiezin:
    """One mutation as a person reads it."""

    volgnummer: int
    tijdstip: datetime
    wat: str
    wie: str
    waarop: str
    periode: str
    besluit: str
    rol_id: UUID | None


def is_sluiting(schakel: Schakel) -> bool:
    return '"handeling":"sluiten"' in schakel.inhoud


def in_woorden(schakels: Iterable[Schakel]) -> list[Mutatiezin]:
    """Words for these links, in two questions."""
    schakels = list(schakels)
    ids = {s.rij_id for s in schakels}
    rollen = {
        r.public_id: r
        for r in Roltoewijzing.objects.select_related(*VERWANT).filter(public_id__in=ids)
    }
    inzetten = {
        r.public_id: r
        for r in Inzet.objects.select_related("medewerker", "opdracht", "besluit").filter(
            public_id__in=ids
        )
    }
    return [
        _zin(s, rollen.get(s.rij_id) or inzetten.get(s.rij_id)) for s in schakels
    ]


def _zin(schakel: Schakel, rij: Roltoewijzing | Inzet | None) -> Mutatiezin:
    dicht = is_sluiting(schakel)
    if rij is None:
        return Mutatiezin(
            schakel.volgnummer, schakel.tijdstip, "De rij is verdwenen", "", "", "", "", None
        )
    is_rol = isinstance(rij, Roltoewijzing)
    naam = rij.rol.naam if is_rol else f"Inzet, {rij.get_teamrol_display().lower()}"
    waarop = (object_van(rij) or "De hele organisatie") if is_rol else rij.opdracht
    return Mutatiezin(
        volgnummer=schakel.volgnummer, tijdstip=schakel.tijdstip,
        wat=f"{naam}: {'vervangen of ingetrokken' if dicht else rij.get_mutatie_display().lower()}",
        wie=rij.medewerker.naam, waarop=str(waarop),
        periode=periode_tekst(rij.begin_geldigheid, rij.einde_geldigheid),
        besluit=rij.besluit.kenmerk, rol_id=rij.public_id if is_rol else None,
    )
