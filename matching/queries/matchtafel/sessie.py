"""Sessions: the list, the public decisions, reports that wait (R265, R266)."""

from datetime import date, datetime, timedelta
from uuid import UUID

from django.db.models import Count, Exists, Max, OuterRef, Prefetch, Q, QuerySet
from django.shortcuts import get_object_or_404

from config.kern.actor import Actor, Recht
from config.kern.queries import instelling
from matching.enums import MatchStatus, SessieStatus
from matching.models import (
    Agendapunt,
    Deelnemer,
    Match,
    MatchtafelSessie,
    Presentatie,
    Tafelbericht,
    Toewijzingsvoorstel,
)
from matching.queries.matchtafel.agenda import PROCEDURE_ERBIJ


def sessies() -> QuerySet[MatchtafelSessie]:
    """The list: newest first, with how many items have an outcome."""
    return MatchtafelSessie.objects.select_related("voorzitter").annotate(
        aantal_punten=Count("agendapunten"),
        aantal_beslist=Count("agendapunten", filter=~Q(agendapunten__uitkomst="")),
    ).order_by("-datum", "-id")


def sessie_van(public_id: UUID | str) -> MatchtafelSessie:
    return get_object_or_404(
        MatchtafelSessie.objects.select_related("voorzitter", "huidig_punt"), public_id=public_id
    )


def deelnemers_van(sessie: MatchtafelSessie) -> list[Deelnemer]:
    return list(sessie.deelnemers.select_related("medewerker"))


def deelname_van(sessie: MatchtafelSessie, medewerker_id: int | None) -> Deelnemer | None:
    if medewerker_id is None:
        return None
    return sessie.deelnemers.filter(medewerker=medewerker_id).first()


def agenda_van(sessie: MatchtafelSessie) -> list[Agendapunt]:
    """The items in order, with the work they are about and who left the table."""
    return list(
        sessie.agendapunten.select_related(*PROCEDURE_ERBIJ)
        .prefetch_related("kandidaten__medewerker")
        .annotate(aantal_kandidaten=Count("kandidaten"))
        .order_by("volgorde", "id")
    )


def gesloten_sessies() -> QuerySet[MatchtafelSessie]:
    """Closed sessions with their outcomes, for the public list of decisions (R266)."""
    matches = Match.objects.filter(status=MatchStatus.DEFINITIEF).select_related("medewerker")
    lopend = Match.objects.filter(agendapunt=OuterRef("pk"), status=MatchStatus.VOORGESTELD)
    punten = (
        Agendapunt.objects.exclude(uitkomst="").select_related(*PROCEDURE_ERBIJ)
        .annotate(wacht_op_instemming=Exists(lopend))
        .prefetch_related(Prefetch("match_set", queryset=matches, to_attr="definitieve_matches"))
    )
    return (
        MatchtafelSessie.objects.filter(status=SessieStatus.GESLOTEN)
        .select_related("voorzitter")
        .prefetch_related(Prefetch("agendapunten", queryset=punten, to_attr="besluiten"))
    )


def te_versturen_verslagen(medewerker_id: int | None = None) -> QuerySet[MatchtafelSessie]:
    """Closed sessions whose report was not sent yet; of one chair, or of all (R265)."""
    open_ = MatchtafelSessie.objects.filter(
        status=SessieStatus.GESLOTEN, gerapporteerd_op__isnull=True
    ).select_related("voorzitter")
    return open_ if medewerker_id is None else open_.filter(voorzitter=medewerker_id)


def verstuurde_verslagen() -> QuerySet[MatchtafelSessie]:
    return MatchtafelSessie.objects.filter(gerapporteerd_op__isnull=False).select_related(
        "voorzitter"
    )


def sessies_voor(actor: Actor) -> QuerySet[MatchtafelSessie]:
    """For the API: who is not at the table sees what is closed and thus public (R266)."""
    alle = MatchtafelSessie.objects.select_related("voorzitter").prefetch_related(
        "agendapunten__procedure__matchvraag__opdracht"
    )
    aan_tafel = actor.heeft(Recht.MATCHTAFEL_DEELNEMEN) or actor.heeft(
        Recht.MATCHTAFEL_ONDERSTEUNEN
    )
    return alle if aan_tafel else alle.filter(status=SessieStatus.GESLOTEN)


def laatste_toewijzing(sessie: MatchtafelSessie) -> Toewijzingsvoorstel | None:
    """The newest proposal for the whole agenda that somebody at this table asked for."""
    return sessie.toewijzingsvoorstellen.first()


def trainingen_van(medewerker_ids: list[int]) -> dict[int, date]:
    """When each followed the workshop against bias, as the newest session knows it (R271)."""
    return dict(
        Deelnemer.objects.filter(
            medewerker__in=medewerker_ids, training_vooringenomenheid_op__isnull=False
        )
        .values_list("medewerker").annotate(Max("training_vooringenomenheid_op"))
    )


def training_nodig(dag: date) -> bool:
    """Does the chair get a notice about who has not followed the workshop? A setting (R271)."""
    return bool(instelling("TRAINING_VOORINGENOMENHEID", op=dag))


def tafelberichten_van(sessie: MatchtafelSessie) -> list[Tafelbericht]:
    return list(
        sessie.tafelberichten.select_related(
            "medewerker", *[f"agendapunt__{pad}" for pad in PROCEDURE_ERBIJ]
        )
    )


def tafelberichten_te_versturen(sessie: MatchtafelSessie) -> QuerySet[Tafelbericht]:
    return sessie.tafelberichten.filter(verstuurd_op=None).select_related(
        "medewerker", *[f"agendapunt__{pad}" for pad in PROCEDURE_ERBIJ]
    )


def tafelbericht_van(public_id: UUID | str) -> Tafelbericht:
    return get_object_or_404(
        Tafelbericht.objects.select_related("sessie__voorzitter", "medewerker"),
        public_id=public_id,
    )


# A screen that was forgotten goes dark the same day.
PRESENTATIE_DUURT = timedelta(hours=12)


def presentatie_van(vingerafdruk: str, nu: datetime) -> Presentatie | None:
    """The screen that this key opens, as long as its session runs."""
    return (
        Presentatie.objects.filter(
            vingerafdruk=vingerafdruk, gestopt_op=None, gestart_op__gt=nu - PRESENTATIE_DUURT
        )
        .exclude(sessie__status=SessieStatus.GESLOTEN)
        .select_related("sessie__voorzitter", "sessie__huidig_punt").first()
    )


def presenteert(sessie: MatchtafelSessie) -> bool:
    return sessie.presentaties.filter(gestopt_op=None).exists()
