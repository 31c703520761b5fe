"""Who sits in a gremium: it follows from the roles, it is not kept apart (R214, R216, R088)."""

from dataclasses import dataclass
from datetime import date

from django.db.models import Q

from config.kern.enums import GremiumSoort as G
from config.kern.enums import Kant
from config.kern.models import Gremium
from pdomein.models import Medewerker
from register.enums import RolCode as R
from register.models import Roltoewijzing

KANT = {
    R.DOMEINDIRECTEUR: Kant.O, R.DIRECTEUR_MO: Kant.P, R.PROVINCIESECRETARIS: Kant.DT,
    R.CONCERNDIRECTEUR: Kant.DT, R.SECRETARIS: Kant.ONDERSTEUNING,
    R.CONCERNCONTROLLER: Kant.ONDERSTEUNING, R.TOETSER: Kant.ONDERSTEUNING,
}
# table 2.4; the concerncontroller is invited to every beraad (R208)
DT_LEDEN = (R.PROVINCIESECRETARIS, R.CONCERNDIRECTEUR)
LEDEN: dict[str, tuple[str, ...]] = {
    G.P_BERAAD: (R.DIRECTEUR_MO,),
    G.O_BERAAD: (R.DOMEINDIRECTEUR,),
    G.PROGRAMMEERBERAAD: (R.DOMEINDIRECTEUR, R.DIRECTEUR_MO),
    G.DT: DT_LEDEN,
}
ADVISEURS = (R.CONCERNCONTROLLER,)


@dataclass(frozen=True, slots=True)
class Lid:
    medewerker: Medewerker
    kant: str
    hoedanigheid: str


def leden_van_gremium(gremium: Gremium, dag: date) -> list[Lid]:
    """Chair, secretary, members by role and the concerncontroller, each person once."""
    van_allen = [*LEDEN.get(gremium.soort, ()), *ADVISEURS]
    if gremium.soort == G.PROGRAMMEERBERAAD:
        van_allen.append(R.TOETSER)
    rijen = (
        Roltoewijzing.objects.nu_bekend().geldig_op(dag)
        .filter(
            Q(gremium=gremium, rol__code__in=(R.VOORZITTER, R.SECRETARIS))
            | Q(rol__code__in=van_allen)
        )
        .select_related("rol", "medewerker__gebruiker", "odomein", "domein")
        .order_by("rol__volgorde", "medewerker__sorteernaam")
    )
    per_mens: dict[int, list[Roltoewijzing]] = {}
    for rij in rijen:
        per_mens.setdefault(rij.medewerker_id, []).append(rij)
    leden = [_lid(gremium, eigen) for eigen in per_mens.values()]
    return sorted(leden, key=lambda lid: (str(lid.kant), lid.medewerker.sorteernaam))


def _lid(gremium: Gremium, rijen: list[Roltoewijzing]) -> Lid:
    codes = {str(r.rol.code) for r in rijen}
    kant = next((k for code, k in KANT.items() if code in codes), None)
    if kant is None:
        kant = Kant.P if gremium.soort == G.P_OVERLEG else Kant.DT
    namen = dict.fromkeys(
        f"{r.rol.naam} {r.odomein or r.domein or ''}".strip() for r in rijen
    )
    return Lid(rijen[0].medewerker, kant, ", ".join(namen)[:120])
