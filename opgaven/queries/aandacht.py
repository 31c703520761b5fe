"""Bottlenecks, escalations and ideas for a list or a page (R032, R063, R221, R383)."""

from datetime import date
from uuid import UUID

from django.db.models import F, Q, QuerySet
from django.http import Http404

from config.kern.actor import Actor, Recht
from opgaven.enums import IdeeStatus, KnelpuntStatus
from opgaven.models import (
    Begroting,
    Escalatie,
    Idee,
    Knelpunt,
    ODomein,
    Opdracht,
    Opgave,
    OpgaveToedeling,
)
from opgaven.queries.toedeling import geldig
from pdomein.models import ProfessioneelDomein


def knelpunten(status: str = "") -> QuerySet[Knelpunt]:
    """Open ones first, by date; ``status`` filters."""
    rijen = Knelpunt.objects.select_related("professie", "competentie", "eigenaar", "opdracht")
    if status in KnelpuntStatus.values:
        rijen = rijen.filter(status=status)
    elif status != "alle":
        rijen = rijen.exclude(status=KnelpuntStatus.OPGELOST)
    return rijen.order_by(F("klaar_voor").asc(nulls_first=True), "-fte", "pk")


def knelpunt_met(id: UUID) -> Knelpunt:
    return _een(
        Knelpunt.objects.select_related(
            "professie", "competentie", "eigenaar", "opdracht", "gemeld_door"
        ), id, "Dit knelpunt",
    )


def _een(rijen: QuerySet, id: UUID, wat: str):
    gevonden = rijen.filter(public_id=id).first()
    if gevonden is None:
        raise Http404(f"{wat} bestaat niet.")
    return gevonden


def escalaties_voor(actor: Actor, op: date) -> QuerySet[Escalatie]:
    """What this person brought in, or what lies on the own opdrachten or O-domein."""
    rijen = Escalatie.objects.select_related("opdracht__opgave").order_by(
        F("gesloten_op").desc(nulls_first=True), "-gemeld_op", "-pk"
    )
    if actor.heeft(Recht.BERADEN_ADVISEREN) or actor.heeft(Recht.REGISTER_INZIEN):
        return rijen
    eigen = {
        pk for recht in (Recht.OPDRACHT_STUREN, Recht.OPDRACHT_UITVOEREN)
        for pk in actor.objecten(recht, "opdracht")
    }
    domeinen = actor.objecten(Recht.OPDRACHT_INITIEREN, "odomein")
    opgaven = Opgave.objects.filter(
        toedelingen__in=_toedelingen(domeinen, op)
    ).values("pk")
    return rijen.filter(
        Q(gemeld_door=actor.gebruiker_id) | Q(opdracht__in=eigen)
        | Q(opdracht__bovenliggende__in=eigen) | Q(opdracht__opgave__in=opgaven)
    )


def _toedelingen(domeinen: list[int], op: date) -> QuerySet:
    return OpgaveToedeling.objects.filter(
        geldig(op), odomein__in=domeinen
    ).values("pk")


def escalatie_met(id: UUID) -> Escalatie:
    return _een(
        Escalatie.objects.select_related(
            "opdracht__opgave", "opdracht__bovenliggende", "gemeld_door"
        ), id, "Deze escalatie",
    )


def stappen_van_escalatie(escalatie: Escalatie) -> list:
    return list(escalatie.stappen.select_related("door"))


def escalaties_bij(opdracht: Opdracht, actor: Actor, op: date) -> list[Escalatie]:
    return list(escalaties_voor(actor, op).filter(opdracht=opdracht))


def eigen_ideeen(actor: Actor) -> QuerySet[Idee]:
    return (
        Idee.objects.filter(indiener=actor.gebruiker_id)
        .select_related("odomein", "domein", "opdracht")
    )


def te_beantwoorden_ideeen(actor: Actor) -> list[Idee]:
    """What waits for this director, the oldest term first."""
    return list(
        Idee.objects.filter(
            Q(odomein__in=actor.objecten(Recht.OPDRACHT_INITIEREN, "odomein"))
            | Q(domein__in=actor.objecten(Recht.DOMEIN_REGIE, "professioneeldomein")),
            status=IdeeStatus.INGEDIEND,
        ).select_related("odomein", "domein", "indiener").order_by("antwoord_voor", "pk")
    )


def idee_met(id: UUID) -> Idee:
    return _een(
        Idee.objects.select_related(
            "odomein", "domein", "indiener", "beantwoord_door", "opdracht"
        ), id, "Dit idee",
    )


def opgaven_van(odomein: ODomein | None, op: date) -> list[Opgave]:
    """The opgaven of an O-domein in the newest begroting."""
    if odomein is None:
        return []
    jaar = Begroting.objects.order_by("-jaar").values_list("jaar", flat=True).first()
    return list(
        Opgave.objects.filter(
            begrotingsjaar=jaar, toedelingen__in=_toedelingen([odomein.pk], op)
        ).order_by("code")
    )


def domeinen() -> list[ProfessioneelDomein]:
    return list(ProfessioneelDomein.objects.all())
