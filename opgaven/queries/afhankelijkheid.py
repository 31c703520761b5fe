"""What hangs on what, and where the order in time does not fit (R011)."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import Q, QuerySet
from django.http import Http404

from opgaven.enums import AfhankelijkheidSoort, OpdrachtStatus
from opgaven.levensloop import AFGELOPEN
from opgaven.models import Afhankelijkheid, ODomein, Opdracht
from opgaven.queries.toedeling import odomeinen_van

KLAAR = (OpdrachtStatus.OPGELEVERD, *AFGELOPEN)


@dataclass(frozen=True, slots=True)
class Verband:
    """One dependency with what a reader wants to know about it."""

    rij: Afhankelijkheid
    odomein: ODomein | None
    odomein_van: ODomein | None

    @property
    def is_over_domeinen(self) -> bool:
        return self.odomein != self.odomein_van

    @property
    def knelt(self) -> bool:
        """Waits for something that is ready only after it should have begun."""
        begin, einde = self.rij.opdracht.begin, self.rij.van.einde
        if self.rij.soort != AfhankelijkheidSoort.WACHT_OP or self.rij.van.status in KLAAR:
            return False
        if self.rij.van.status == OpdrachtStatus.GETEMPORISEERD:
            return True
        return bool(begin and (einde is None or einde > begin))


def afhankelijkheden_lijst() -> QuerySet[Afhankelijkheid]:
    """Every row with both opdrachten."""
    return Afhankelijkheid.objects.select_related(
        "opdracht__opgave", "opdracht__bovenliggende", "van__opgave"
    ).order_by("opdracht__code", "van__code", "soort")


def verbanden(op: date, opdracht_ids: Iterable[int] | None = None) -> list[Verband]:
    """All dependencies, or those that touch these opdrachten, in two queries."""
    rijen = afhankelijkheden_lijst().exclude(opdracht__status__in=AFGELOPEN)
    if opdracht_ids is not None:
        ids = list(opdracht_ids)
        rijen = rijen.filter(Q(opdracht__in=ids) | Q(van__in=ids))
    gevonden = list(rijen)
    domeinen = odomeinen_van({o.opgave_id for r in gevonden for o in (r.opdracht, r.van)}, op)
    return [
        Verband(r, domeinen.get(r.opdracht.opgave_id), domeinen.get(r.van.opgave_id))
        for r in gevonden
    ]


def verbanden_van(opdracht: Opdracht, op: date) -> list[Verband]:
    return verbanden(op, [opdracht.pk])


def wacht_op_kaart() -> dict[int, set[int]]:
    """Who waits for whom, as keys."""
    kaart: dict[int, set[int]] = defaultdict(set)
    rijen = Afhankelijkheid.objects.filter(soort=AfhankelijkheidSoort.WACHT_OP)
    for opdracht_id, van_id in rijen.order_by().values_list("opdracht_id", "van_id"):
        kaart[opdracht_id].add(van_id)
    return kaart


def afhankelijkheid_met(id: UUID) -> Afhankelijkheid:
    gevonden = afhankelijkheden_lijst().filter(public_id=id).first()
    if gevonden is None:
        raise Http404("Deze afhankelijkheid bestaat niet meer.")
    return gevonden
