"""Reads of one procedure: its earliest discussion date, the people it touches."""

from datetime import date, datetime

from django.db.models import Q, QuerySet

from config.kern.werkdagen import lokale_dag
from matching.enums import MatchStatus, ReactieStatus
from matching.models import Procedure, Publicatie, Reactie
from matching.models.procedure import GESLOTEN_FASEN
from matching.queries.wie import aog_van, domeindirecteur_van
from opgaven.enums import OpdrachtStatus
from opgaven.models import Opdracht
from pdomein.models import Medewerker

LOPENDE_REACTIE = (
    ReactieStatus.INGEDIEND, ReactieStatus.OP_TAFEL, ReactieStatus.TE_BEVESTIGEN,
)


def open_publicatie(procedure: Procedure) -> Publicatie | None:
    """The publication that stands on the market; reads what was prefetched, if it was."""
    return next(
        (p for p in procedure.publicaties.all() if not (p.ingetrokken_op or p.gesloten_op)), None
    )


def vroegste_bespreekdatum(procedure: Procedure) -> date | None:
    """From when this procedure may be on a matchtafel; ``None`` when it was never published.

    The last publication counts, so a withdrawn one gives no rights (R255, E25b).
    """
    laatste = max(procedure.publicaties.all(), key=lambda p: p.nummer, default=None)
    return laatste.vroegste_bespreekdatum if laatste else None


def reageerders(procedure: Procedure) -> list[Medewerker]:
    """The people with a reaction that still stands."""
    return list(
        Medewerker.objects.filter(
            reacties__publicatie__procedure=procedure,
            reacties__status__in=LOPENDE_REACTIE,
        ).distinct()
    )


def betrokken_ids(procedure: Procedure, dag: date) -> list[int | None]:
    """Logins of the AOG, the domeindirecteur and everybody who reacted."""
    opdracht = procedure.matchvraag.opdracht
    mensen = [aog_van(opdracht, dag), domeindirecteur_van(opdracht, dag), *reageerders(procedure)]
    return [mens.gebruiker_id for mens in mensen if mens is not None]


def procedures_zonder_opdracht() -> QuerySet[Procedure]:
    """Searches that still run while their opdracht has ended (T15)."""
    return (
        Procedure.objects.exclude(fase__in=GESLOTEN_FASEN)
        .filter(
            matchvraag__opdracht__status__in=[
                OpdrachtStatus.GEDECHARGEERD, OpdrachtStatus.GESCHRAPT,
            ]
        )
        .select_related("matchvraag__opdracht")
    )


def open_matchvragen_van(opdracht: Opdracht) -> list[str]:
    """Searches that still run for an opdracht or a part of it, in words (R041, E21)."""
    rijen = (
        Procedure.objects.exclude(fase__in=GESLOTEN_FASEN)
        .filter(
            Q(matchvraag__opdracht=opdracht) | Q(matchvraag__opdracht__bovenliggende=opdracht)
        )
        .values_list("matchvraag__omschrijving", flat=True).order_by("pk")
    )
    return [f"matchvraag “{naam}”" for naam in rijen]


def reacties_van_vertrokkenen(nu: datetime) -> QuerySet[Reactie]:
    return Reactie.objects.filter(
        status__in=LOPENDE_REACTIE, medewerker__uit_dienst__lte=lokale_dag(nu)
    )


def ligt_match_voor(procedure: Procedure) -> bool:
    """A proposal waits for a yes: the search does not go on meanwhile (T3)."""
    return procedure.matches.filter(status=MatchStatus.VOORGESTELD).exists()
