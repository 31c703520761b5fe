"""What changed in the lower apps and asks something of matching: looked for, not told (HUIS §2)."""

from datetime import datetime

from django.db import transaction

from config.kern.actor import SYSTEEM
from matching.domain.herinneren import inzet_herinneren, kennisoverdracht_herinneren
from matching.domain.markt import zoekers_attenderen
from matching.domain.matchvraag import matchvragen_bijwerken
from matching.domain.procedure import procedure_laten_vervallen
from matching.domain.publicatie import reactie_intrekken
from matching.domain.sluiten import verslagen_herinneren
from matching.domain.tafelnotitie import notities_opruimen
from matching.domain.talent import talenten_opruimen
from matching.domain.vrijval import vrijvallen_bijwerken
from matching.queries.procedure import procedures_zonder_opdracht, reacties_van_vertrokkenen


def alles_bijwerken(*, nu: datetime) -> dict[str, int]:
    """New matchvragen, vrijval, searches without an opdracht, people who left, late reports."""
    return {
        "matchvragen": matchvragen_bijwerken(nu=nu),
        "vrijvallen": vrijvallen_bijwerken(nu=nu),
        "vervallen": procedures_bijwerken(nu=nu),
        "reacties": reacties_bijwerken(nu=nu),
        "eindes": inzet_herinneren(nu=nu),
        "kennisoverdracht": kennisoverdracht_herinneren(nu=nu),
        "attenderingen": zoekers_attenderen(nu=nu),
        "talenten": talenten_opruimen(nu=nu),
        "notities": notities_opruimen(nu=nu),
        "herinneringen": verslagen_herinneren(nu=nu),
    }


def procedures_bijwerken(*, nu: datetime) -> int:
    """T15: the opdracht was discharged or cancelled, so its searches end."""
    procedures = list(procedures_zonder_opdracht())
    for procedure in procedures:
        status = procedure.matchvraag.opdracht.get_status_display().lower()
        procedure_laten_vervallen(
            procedure=procedure, reden=f"De opdracht is {status}.", door=SYSTEEM, nu=nu
        )
    return len(procedures)


def reacties_bijwerken(*, nu: datetime) -> int:
    """E19: who leaves the organisation no longer reacts; the AOG hears it."""
    reacties = list(reacties_van_vertrokkenen(nu))
    with transaction.atomic():
        for reactie in reacties:
            reactie_intrekken(
                reactie=reactie, reden="Deze collega is uit dienst.", door=SYSTEEM, nu=nu
            )
    return len(reacties)
