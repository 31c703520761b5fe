"""Corrections that wait for a second registrar, and those that were decided."""

from dataclasses import dataclass
from uuid import UUID

from django.db.models import F, QuerySet
from django.http import Http404

from config.kern.periode import periode_tekst
from register.enums import VoorstelStatus
from register.models import Correctievoorstel


def voorstellen() -> QuerySet[Correctievoorstel]:
    """Open ones first."""
    return Correctievoorstel.objects.select_related(
        "toewijzing__rol", "toewijzing__medewerker", "toewijzing__opdracht", "inzet__medewerker",
        "inzet__opdracht", "besluit",
    ).order_by(F("beslist_op").desc(nulls_first=True), "-voorgesteld_op", "pk")


def voorstel_met(public_id: UUID) -> Correctievoorstel:
    voorstel = voorstellen().filter(public_id=public_id).first()
    if voorstel is None:
        raise Http404("Deze correctie bestaat niet.")
    return voorstel


@dataclass(frozen=True, slots=True)
class Voorstelregel:
    voorstel: Correctievoorstel
    over: str
    oud: str
    nieuw: str
    url_naam: str
    rij_id: UUID
    is_open: bool


def voorstelregel(voorstel: Correctievoorstel) -> Voorstelregel:
    rij = voorstel.toewijzing or voorstel.inzet
    oud = periode_tekst(rij.begin_geldigheid, rij.einde_geldigheid)
    nieuw = periode_tekst(voorstel.begin, voorstel.einde)
    over = f"{rij.medewerker.naam}: {rij.rol.naam}" if voorstel.toewijzing else (
        f"{rij.medewerker.naam}: inzet"
    )
    waarop = getattr(rij, "opdracht", None)
    return Voorstelregel(
        voorstel, f"{over}, {waarop}" if waarop else over, oud, nieuw,
        "register:roltoewijzing" if voorstel.toewijzing else "register:inzet",
        rij.public_id, voorstel.status == VoorstelStatus.OPEN,
    )
