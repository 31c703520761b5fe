"""The mandate regulation on a day, and what was passed on: for screens and for rules."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db.models import Q, QuerySet
from django.http import Http404

from config.kern.actor import Actor, Recht
from config.kern.periode import periode_tekst
from opgaven.models import Opdracht
from pdomein.models import Medewerker
from register.enums import OndermandaatAan, RolCode
from register.models import Bevoegdheid, Inzet, Mandaatregeling, Ondermandaat, Roltoewijzing
from register.queries.houders import bekend

VERWANT = ("medewerker", "gever", "rol", "opdracht", "besluit__document")


def geldige_regels(dag: date) -> QuerySet[Bevoegdheid]:
    return (
        Bevoegdheid.objects.filter(begin_geldigheid__lte=dag).exclude(einde_geldigheid__lte=dag)
        .select_related("rol", "regeling").order_by("rol__volgorde", "artikel")
    )


def regel_van(rol_id: int, artikel: str, dag: date) -> Bevoegdheid | None:
    return geldige_regels(dag).filter(rol=rol_id, artikel=artikel).first()


def regelingen() -> QuerySet[Mandaatregeling]:
    return Mandaatregeling.objects.select_related("besluit").order_by("-begin_geldigheid")


def regeling_op(dag: date) -> Mandaatregeling | None:
    return regelingen().filter(begin_geldigheid__lte=dag).first()


@dataclass(frozen=True, slots=True)
class Mandaatrol:
    """A role with its articles, as the page of the regulation shows it."""

    naam: str
    regels: tuple[Bevoegdheid, ...]


def mandaatrollen(dag: date) -> list[Mandaatrol]:
    per_rol: dict[str, list[Bevoegdheid]] = {}
    for regel in geldige_regels(dag):
        per_rol.setdefault(regel.rol.naam, []).append(regel)
    return [Mandaatrol(naam, tuple(regels)) for naam, regels in per_rol.items()]


def doorgeefbaar(rij: Roltoewijzing, dag: date) -> list[Bevoegdheid]:
    """The articles that the holder of this entry may pass on."""
    return list(
        geldige_regels(dag).filter(rol=rij.rol_id).exclude(ondermandaat_aan=OndermandaatAan.NIEMAND)
    )


def voldoet_aan(soort: str, medewerker: Medewerker, opdracht: Opdracht, dag: date) -> bool:
    """Does the regulation let the power pass to this person, on this opdracht, on this day?"""
    if soort == OndermandaatAan.MEDEWERKER:
        return medewerker.is_in_dienst(dag)
    is_aon = (
        Roltoewijzing.objects.nu_bekend().geldig_op(dag)
        .filter(rol__code=RolCode.AON, opdracht=opdracht, medewerker=medewerker).exists()
    )
    if soort == OndermandaatAan.AON or is_aon:
        return is_aon
    return soort == OndermandaatAan.TEAM and (
        Inzet.objects.nu_bekend().geldig_op(dag)
        .filter(opdracht=opdracht, medewerker=medewerker).exists()
    )


def ondermandaten_voor(actor: Actor) -> QuerySet[Ondermandaat]:
    """What is known now; what was replaced is for who must account for it (R192)."""
    rijen = Ondermandaat.objects.select_related(*VERWANT)
    if not actor.heeft(Recht.REGISTER_INZIEN):
        rijen = rijen.nu_bekend()
    return rijen.order_by("-begin_geldigheid", "pk")


def ondermandaat_met(public_id: UUID) -> Ondermandaat:
    rij = Ondermandaat.objects.select_related(*VERWANT).filter(public_id=public_id).first()
    if rij is None:
        raise Http404("Dit ondermandaat bestaat niet.")
    return rij


def overlappende(
    *, gever_id: int, medewerker_id: int, opdracht_id: int, artikel: str, begin: date,
    einde: date | None,
) -> Ondermandaat | None:
    rijen = Ondermandaat.objects.nu_bekend().filter(
        gever=gever_id, medewerker=medewerker_id, opdracht=opdracht_id, artikel=artikel
    ).filter(Q(einde_geldigheid=None) | Q(einde_geldigheid__gt=begin))
    if einde is not None:
        rijen = rijen.filter(begin_geldigheid__lt=einde)
    return rijen.first()


@dataclass(frozen=True, slots=True)
class Ondermandaatregel:
    """One mandate as a list shows it; ``let_op`` says why it does not work today."""

    rij: Ondermandaat
    periode: str
    geldt: bool
    let_op: str = ""


def ondermandaatregels(rijen: Iterable[Ondermandaat], dag: date) -> list[Ondermandaatregel]:
    """With whether the giver still holds the role, in one query for all."""
    rijen = list(rijen)
    houders = set(
        Roltoewijzing.objects.nu_bekend().geldig_op(dag).zonder_waarneming()
        .filter(opdracht__in={r.opdracht_id for r in rijen})
        .values_list("medewerker_id", "rol_id", "opdracht_id")
    )
    return [_regel(rij, houders, dag) for rij in rijen]


def ondermandaten_op(
    opdracht: Opdracht, dag: date, bekend_op: datetime | None = None
) -> list[Ondermandaatregel]:
    """What was passed on for this opdracht and holds on a day, as known at a moment."""
    rijen = bekend(Ondermandaat.objects.geldig_op(dag).filter(opdracht=opdracht), bekend_op)
    return ondermandaatregels(rijen.select_related(*VERWANT).order_by("artikel", "pk"), dag)


def _regel(rij: Ondermandaat, houders: set, dag: date) -> Ondermandaatregel:
    periode = periode_tekst(rij.begin_geldigheid, rij.einde_geldigheid)
    binnen = rij.begin_geldigheid <= dag and (
        rij.einde_geldigheid is None or dag < rij.einde_geldigheid
    )
    heeft_rol = (rij.gever_id, rij.rol_id, rij.opdracht_id) in houders
    let_op = "" if heeft_rol or not binnen else (
        f"{rij.gever.naam} heeft deze rol niet meer; het ondermandaat geldt dus niet."
    )
    return Ondermandaatregel(rij, periode, binnen and heeft_rol, let_op)
