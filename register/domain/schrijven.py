"""The pen of the register: close rows, add rows, append the links, in one transaction.

Every command computes its move with ``tijdlijn`` and writes it here; nothing else writes.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db import IntegrityError, transaction

from config.kern.actor import Actor
from config.kern.fouten import eis, toestand
from config.kern.models import Besluit
from register.domain import keten
from register.domain.tijdlijn import Stuk, Zet
from register.models.tijdassen import Registerrij


@dataclass(frozen=True, slots=True)
class Aanleiding:
    """Why the register changes, by which decision, through whom and when."""

    besluit: Besluit
    mutatie: str
    reden: str
    door: Actor
    nu: datetime


def stuk_van(rij: Registerrij) -> Stuk:
    return Stuk(rij.begin_geldigheid, rij.einde_geldigheid, rij)


def nieuwe_rij(voorbeeld: Registerrij, stuk: Stuk, aanleiding: Aanleiding) -> Registerrij:
    """A row for ``stuk`` with the substance of ``voorbeeld``; the moment is not a choice (E22)."""
    eigen = {
        "begin_geldigheid": stuk.begin, "einde_geldigheid": stuk.einde, "vervangt": stuk.van,
        "tijdstip_registratie": aanleiding.nu, "eind_registratie": None,
        "besluit": aanleiding.besluit, "mutatie": aanleiding.mutatie, "reden": aanleiding.reden,
        "geregistreerd_door_id": aanleiding.door.gebruiker_id,
        "geregistreerd_door_naam": aanleiding.door.naam,
    }
    inhoud = {
        v.name: getattr(voorbeeld, v.name)
        for v in voorbeeld._meta.concrete_fields
        if v.name not in {"id", "public_id", "geregistreerd_door"} | eigen.keys()
    }
    return type(voorbeeld)(**inhoud, **eigen)


def zet_schrijven(
    voorbeeld: Registerrij, zet: Zet, aanleiding: Aanleiding
) -> list[Registerrij]:
    """Write the move of one command; gives the new rows."""
    dicht = [stuk.van for stuk in zet.sluiten]
    erbij = [nieuwe_rij(voorbeeld, stuk, aanleiding) for stuk in zet.toevoegen]
    for rij in dicht:
        _sluit(rij, aanleiding)
    feiten = [
        (keten.SLUITEN, rij, keten.inhoud_sluiting(
            rij, aanleiding.besluit, aanleiding.mutatie, aanleiding.reden
        ))
        for rij in dicht
    ]
    rijen_toevoegen(erbij, aanleiding.nu, eerst=feiten)
    return erbij


def _sluit(rij: Registerrij, aanleiding: Aanleiding) -> None:
    if aanleiding.nu < rij.tijdstip_registratie:
        eis(toestand("Deze vermelding is zojuist gewijzigd. Probeer het zo opnieuw."))
    gelukt = (
        type(rij).objects.nu_bekend().filter(pk=rij.pk).update(eind_registratie=aanleiding.nu)
    )
    if not gelukt:
        eis(toestand("Deze vermelding is intussen vervangen. Bekijk de laatste stand."))
    rij.eind_registratie = aanleiding.nu


def rijen_toevoegen(
    rijen: Sequence[Registerrij], tijdstip: datetime, eerst: Iterable = ()
) -> None:
    """Insert rows, many at once, each with its link in the chain."""
    try:
        with transaction.atomic():
            if rijen:
                type(rijen[0]).objects.bulk_create(rijen, batch_size=keten.BLOK)
    except IntegrityError as fout:
        eis(toestand(_melding(type(rijen[0]), fout)))
    feiten = [*eerst, *((keten.TOEVOEGEN, rij, keten.inhoud_rij(rij)) for rij in rijen)]
    keten.schakels_toevoegen(feiten, tijdstip)


def _melding(model: type[Registerrij], fout: IntegrityError) -> str:
    """The human sentence that belongs to the promise of the database that was broken."""
    naam = getattr(getattr(fout.__cause__, "diag", None), "constraint_name", None)
    for belofte in model._meta.constraints:
        if belofte.name == naam and belofte.violation_error_message:
            return str(belofte.violation_error_message)
    raise fout
