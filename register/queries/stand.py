"""The register as of a day and a knowledge moment as a whole: rows to take along, the difference
between two of them, and what the outside world may see (R192, R195, R198)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from django.db.models import Q, QuerySet, Sum

from config.kern.queries import instelling
from opgaven.models import Opdracht
from pdomein.personeel import zonder_accenten
from register.enums import ObjectSoort
from register.models import Bevoegdheid, Inzet, Roltoewijzing
from register.queries.houders import bekend
from register.queries.schermen import (
    VERWANT,
    Moment,
    Vermelding,
    object_van,
    roltoewijzingen_lijst,
    vermeldingen,
)

KOLOMMEN = (
    "rol", "naam", "personeelsnummer", "soort object", "code", "waarop", "opgave", "label",
    "status opdracht", "einde opdracht", "materieel budget", "fte op de opdracht", "geldig vanaf",
    "geldig tot", "geregistreerd op", "vervangen op", "besluit", "besluitdatum", "dossiernummer",
    "vermelding",
)


def stand_rijen(moment: Moment, zoek: str = "", rollen: Sequence[str] = ()) -> list[dict[str, Any]]:
    """Every entry of this moment with the facts that steer (R198), in two questions."""
    rijen = list(
        roltoewijzingen_lijst(moment, zoek, rollen).select_related(*VERWANT, "opdracht__opgave")
    )
    fte = _fte_per_opdracht({r.opdracht_id for r in rijen if r.opdracht_id}, moment)
    return [dict(zip(KOLOMMEN, _cellen(rij, fte), strict=True)) for rij in rijen]


def _fte_per_opdracht(ids: set[int], moment: Moment) -> dict[int, Decimal]:
    rijen = bekend(Inzet.objects.geldig_op(moment.dag), moment.bekend_op)
    return dict(
        rijen.filter(opdracht__in=ids).order_by().values_list("opdracht").annotate(Sum("fte"))
    )


def _cellen(rij: Roltoewijzing, fte: dict[int, Decimal]) -> tuple[Any, ...]:
    op, opdracht = object_van(rij), rij.opdracht if rij.opdracht_id else None
    return (
        rij.rol.naam, rij.medewerker.naam, rij.medewerker.personeelsnummer,
        ObjectSoort(rij.rol.objectsoort).label, getattr(op, "code", ""),
        getattr(op, "naam", "De hele organisatie"), opdracht.opgave.naam if opdracht else "",
        opdracht.get_label_display() if opdracht else "",
        opdracht.get_status_display() if opdracht else "", opdracht.einde if opdracht else None,
        opdracht.budget_materieel if opdracht else None,
        fte.get(rij.opdracht_id, Decimal(0)) if opdracht else None,
        rij.begin_geldigheid, rij.einde_geldigheid, rij.tijdstip_registratie,
        rij.eind_registratie, rij.besluit.kenmerk, rij.besluit.besluitdatum,
        rij.besluit.dossiernummer, str(rij.public_id),
    )


@dataclass(frozen=True, slots=True)
class Verschil:
    """What one moment holds and the other does not; the same role of the same person together."""

    weg: list[Vermelding]
    erbij: list[Vermelding]
    veranderd: list[tuple[Vermelding, Vermelding]]

    @property
    def aantal(self) -> int:
        return len(self.weg) + len(self.erbij) + len(self.veranderd)


def verschil(van: Moment, tot: Moment) -> Verschil:
    """Compare two moments; the database gives only the entries that differ."""
    a, b = _stand(van), _stand(tot)
    oud = vermeldingen(_met_woorden(a.exclude(pk__in=b.values("pk"))), van.dag)
    nieuw = vermeldingen(_met_woorden(b.exclude(pk__in=a.values("pk"))), tot.dag)
    per_plaats = {_plaats(v): v for v in oud}
    paren = [(per_plaats.pop(_plaats(v)), v) for v in nieuw if _plaats(v) in per_plaats]
    gepaard = {v.id for _, v in paren}
    return Verschil(
        weg=list(per_plaats.values()), erbij=[v for v in nieuw if v.id not in gepaard],
        veranderd=paren,
    )


def _stand(moment: Moment) -> QuerySet[Roltoewijzing]:
    return bekend(Roltoewijzing.objects.geldig_op(moment.dag), moment.bekend_op).order_by()


def _met_woorden(rijen: QuerySet[Roltoewijzing]) -> QuerySet[Roltoewijzing]:
    return rijen.select_related(*VERWANT).order_by(
        "rol__volgorde", "medewerker__sorteernaam", "begin_geldigheid", "pk"
    )


def _plaats(v: Vermelding) -> tuple[Any, ...]:
    rij = v.rij
    return (
        rij.rol_id, rij.medewerker_id, rij.opdracht_id, rij.opgave_id, rij.odomein_id,
        rij.domein_id, rij.gremium_id, rij.waarneemt_voor_id,
    )


@dataclass(frozen=True, slots=True)
class Functionaris:
    """Name, function and on what: nothing else goes outside (R195)."""

    naam: str
    functie: str
    waarop: str


def is_openbaar(dag: date) -> bool:
    return bool(instelling("REGISTER_OPENBAAR", dag))


def openbare_rijen(dag: date, zoek: str = "") -> QuerySet[Roltoewijzing]:
    """Who holds a role to which the regulation links powers, on a day, as known now."""
    met_macht = Bevoegdheid.objects.filter(begin_geldigheid__lte=dag).exclude(
        einde_geldigheid__lte=dag
    )
    rijen = Roltoewijzing.objects.nu_bekend().geldig_op(dag).filter(rol__in=met_macht.values("rol"))
    for woord in zonder_accenten(zoek).split()[:6]:
        rijen = rijen.filter(
            Q(medewerker__sorteernaam__contains=woord) | Q(rol__naam__icontains=woord)
            | Q(opdracht__in=Opdracht.objects.filter(naam__icontains=woord).values("pk"))
        )
    return rijen.select_related(*VERWANT).order_by(
        "rol__volgorde", "medewerker__sorteernaam", "pk"
    )


def functionarissen(rijen: Sequence[Roltoewijzing]) -> list[Functionaris]:
    return [
        Functionaris(
            rij.medewerker.naam,
            f"{rij.rol.naam} (waarnemend)" if rij.waarneemt_voor_id else rij.rol.naam,
            getattr(object_van(rij), "naam", "De hele organisatie"),
        )
        for rij in rijen
    ]
