"""The one place where an opdracht gets another status (R039)."""

from datetime import datetime

from config.kern.actor import Actor
from config.kern.domain.logboek import noteer
from config.kern.fouten import eis
from config.kern.models import Besluit
from opgaven.models import Opdracht, Statusovergang
from opgaven.rules import beletsel_overgang


def vergrendel(opdracht: Opdracht) -> Opdracht:
    """The row of now, locked until the transaction ends."""
    return (
        Opdracht.objects.select_for_update(of=("self",))
        .select_related("opgave", "bovenliggende").get(pk=opdracht.pk)
    )


def zonder_nul(tekst: str) -> str:
    """Text as a search in the database can take it; the rule refuses it afterwards."""
    return tekst.replace("\x00", "").strip()


def _overgang(
    *, opdracht: Opdracht, naar: str, door: Actor, nu: datetime, besluit: Besluit | None = None,
    reden: str = "",
) -> None:
    """Move a locked opdracht one step and remember who, when and by which decision."""
    eis(beletsel_overgang(opdracht, naar))
    van = opdracht.status
    opdracht.status = naar
    opdracht.versie += 1
    opdracht.save(update_fields=["status", "versie"])
    Statusovergang.objects.create(
        opdracht=opdracht, van=van, naar=naar, op=nu, door_id=door.gebruiker_id, besluit=besluit,
        reden=reden,
    )
    noteer(
        "opdracht_status_gewijzigd", op=opdracht, door=door, nu=nu, van=van, naar=naar,
        versie=opdracht.versie, velden=["status"],
    )
