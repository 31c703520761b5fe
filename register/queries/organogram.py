"""Both sides of the organisation beside each other: O-domeinen and P-domeinen (R179)."""

from dataclasses import dataclass, field
from datetime import date

from django.db.models import Count, Q

from opgaven.models import ODomein
from pdomein.models import Medewerker, ProfessioneelDomein
from register.enums import RolCode
from register.models import Roltoewijzing


@dataclass(slots=True)
class Vak:
    """One domain with who leads it."""

    naam: str
    public_id: str
    aantal: int
    leiding: list[Medewerker] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Organogram:
    top: list[tuple[str, Medewerker]]
    opgaven: list[Vak]
    mensen: list[Vak]


def organogram(op: date) -> Organogram:
    """Generated from the register, in a fixed number of queries."""
    mensen = {
        d.pk: Vak(d.naam, str(d.public_id), d.aantal)
        for d in ProfessioneelDomein.objects.annotate(
            aantal=Count("pteams", filter=Q(pteams__einde=None) | Q(pteams__einde__gt=op))
        ).order_by("volgorde", "naam")
    }
    opgaven = {d.pk: Vak(d.naam, str(d.public_id), 0) for d in ODomein.objects.order_by("naam")}
    top = []
    for rij in (
        Roltoewijzing.objects.nu_bekend().geldig_op(op).zonder_waarneming()
        .filter(rol__code__in=[
            RolCode.DOMEINDIRECTEUR, RolCode.DIRECTEUR_MO, RolCode.PROVINCIESECRETARIS,
            RolCode.CONCERNDIRECTEUR,
        ])
        .select_related("rol", "medewerker").order_by("rol__volgorde", "medewerker__sorteernaam")
    ):
        if rij.odomein_id in opgaven:
            opgaven[rij.odomein_id].leiding.append(rij.medewerker)
        elif rij.domein_id in mensen:
            mensen[rij.domein_id].leiding.append(rij.medewerker)
        else:
            top.append((rij.rol.naam, rij.medewerker))
    return Organogram(top, list(opgaven.values()), list(mensen.values()))
