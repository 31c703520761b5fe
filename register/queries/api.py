"""What the API reads: rows of the register for who may see them, and the feed of mutations."""

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db.models import Q, QuerySet

from config.kern.actor import Actor, Recht
from config.kern.models import Besluit
from pdomein.models import Plaatsing
from register.models import Inzet, Roltoewijzing, Schakel
from register.queries.schermen import VERWANT


def roltoewijzingen_voor(actor: Actor) -> QuerySet[Roltoewijzing]:
    """What was replaced is only for who must account for it (R192)."""
    rijen = Roltoewijzing.objects.select_related(*VERWANT)
    if not actor.heeft(Recht.REGISTER_INZIEN):
        rijen = rijen.nu_bekend()
    return rijen.order_by("pk")


def inzetten_voor(actor: Actor) -> QuerySet[Inzet]:
    """How much people work: one's own, of one's opdrachten, of one's team, or all by right."""
    rijen = Inzet.objects.select_related("medewerker", "opdracht", "besluit").order_by("pk")
    if not actor.heeft(Recht.REGISTER_INZIEN):
        rijen = rijen.nu_bekend()
    if actor.heeft(Recht.REGISTER_INZIEN) or actor.heeft(Recht.CAPACITEIT_INZIEN):
        return rijen
    opdrachten = [
        pk for recht in (Recht.OPDRACHT_STUREN, Recht.OPDRACHT_UITVOEREN)
        for pk in actor.objecten(recht, "opdracht")
    ]
    team = Plaatsing.objects.filter(
        pteam__in=actor.objecten(Recht.PTEAM_LEIDEN, "pteam"), einde__isnull=True
    )
    return rijen.filter(
        Q(medewerker=actor.medewerker_id) | Q(opdracht__in=opdrachten)
        | Q(medewerker__in=team.values("medewerker"))
    )


def besluiten_vastgesteld() -> QuerySet[Besluit]:
    return Besluit.objects.select_related("document").defer("document__inhoud").filter(
        vastgesteld_op__isnull=False
    )


@dataclass(frozen=True, slots=True)
class Mutatieregel:
    """One link of the chain as a machine follows it (R193)."""

    volgnummer: int
    tijdstip: Any
    soort: str
    handeling: str
    hash: str
    rij_id: UUID
    rij: Roltoewijzing | Inzet | None


def registermutaties(na: int, aantal: int) -> list[Mutatieregel]:
    """The links after ``na``, in order; numbers are given under a lock, so none comes in later."""
    schakels = list(Schakel.objects.filter(volgnummer__gt=na).order_by("volgnummer")[:aantal])
    rijen: dict[tuple[str, UUID], Any] = {}
    for soort, bron, verwant in (
        ("roltoewijzing", Roltoewijzing, VERWANT),
        ("inzet", Inzet, ("medewerker", "opdracht", "besluit")),
    ):
        ids = [s.rij_id for s in schakels if s.soort == soort]
        for rij in bron.objects.select_related(*verwant).filter(public_id__in=ids):
            rijen[soort, rij.public_id] = rij
    return [
        Mutatieregel(
            s.volgnummer, s.tijdstip, s.soort,
            "sluiten" if '"handeling":"sluiten"' in s.inhoud else "toevoegen", s.hash, s.rij_id,
            rijen.get((s.soort, s.rij_id)),
        )
        for s in schakels
    ]
