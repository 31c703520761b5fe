"""Agenda items, and the work that may stand on an agenda (R250, R260)."""

from datetime import date
from uuid import UUID

from django.db.models import Exists, OuterRef, QuerySet, Subquery
from django.shortcuts import get_object_or_404

from matching.enums import Fase, MatchStatus, SessieStatus
from matching.models import TRO, Agendapunt, Match, Procedure, Publicatie

PROCEDURE_ERBIJ = (
    "procedure__matchvraag__tro",
    "procedure__matchvraag__opdracht__opgave",
    "procedure__matchvraag__capaciteitsvraag",
)


def punt_van(public_id: UUID | str) -> Agendapunt:
    return get_object_or_404(
        Agendapunt.objects.select_related(
            "sessie__voorzitter", "sessie__huidig_punt", *PROCEDURE_ERBIJ
        ),
        public_id=public_id,
    )


def vroegste_bespreekdatum(procedure: Procedure) -> date | None:
    """The date of the newest publication; None when the work never stood on the market (R250)."""
    return (
        Publicatie.objects.filter(procedure=procedure).order_by("-nummer")
        .values_list("vroegste_bespreekdatum", flat=True).first()
    )


def _lopend_punt() -> QuerySet[Agendapunt]:
    return Agendapunt.objects.filter(procedure=OuterRef("pk")).exclude(
        sessie__status=SessieStatus.GESLOTEN
    )


def te_agenderen() -> QuerySet[Procedure]:
    """Work for the table: in phase 2, or waiting on the market; with the facts of the rule."""
    vroegste = Publicatie.objects.filter(procedure=OuterRef("pk")).order_by("-nummer")
    return (
        Procedure.objects.filter(fase__in=(Fase.MATCHTAFEL, Fase.OPDRACHTENMARKT))
        .select_related("matchvraag__tro", "matchvraag__opdracht", "matchvraag__capaciteitsvraag")
        .annotate(
            vroegste=Subquery(vroegste.values("vroegste_bespreekdatum")[:1]),
            staat_op_agenda=Exists(_lopend_punt()),
            ligt_voor=Exists(
                Match.objects.filter(procedure=OuterRef("pk"), status=MatchStatus.VOORGESTELD)
            ),
        )
        .order_by("vroegste", "in_fase_sinds", "id")
    )


def wachtend_op_agenda() -> QuerySet[Procedure]:
    """Work in phase 2 that is on no agenda yet and waits for no consent (R260)."""
    return te_agenderen().filter(
        fase=Fase.MATCHTAFEL, gepauzeerd_op__isnull=True, staat_op_agenda=False, ligt_voor=False
    )


def feiten_voor_agenda(procedure: Procedure) -> Procedure:
    """The same procedure with the facts that ``beletsel_punt_agenderen`` asks for."""
    gevonden = te_agenderen().filter(pk=procedure.pk).first()
    if gevonden is not None:
        return gevonden
    procedure.vroegste = vroegste_bespreekdatum(procedure)
    procedure.staat_op_agenda = _lopend_punt_van(procedure)
    procedure.ligt_voor = False
    return procedure


def _lopend_punt_van(procedure: Procedure) -> bool:
    return (
        Agendapunt.objects.filter(procedure=procedure)
        .exclude(sessie__status=SessieStatus.GESLOTEN).exists()
    )


def procedure_van(public_id: UUID | str) -> Procedure:
    return get_object_or_404(
        Procedure.objects.select_related(
            "matchvraag__tro", "matchvraag__opdracht__opgave", "matchvraag__capaciteitsvraag"
        ),
        public_id=public_id,
    )


def tro_van(punt: Agendapunt) -> TRO | None:
    return getattr(punt.procedure.matchvraag, "tro", None)


def punten() -> QuerySet[Agendapunt]:
    return Agendapunt.objects.select_related("sessie__voorzitter", *PROCEDURE_ERBIJ)
