"""The hours of each person of a team, for the own P-manager only (R101, R240)."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from config.kern.opmaak import dag_compact, fte
from config.kern.queries import instelling
from pdomein.models import Aanstelling, Beschikbaarheid, Medewerker, PTeam, Rolomvang
from pdomein.queries import leden_van
from register.beeld import NUL
from register.models import Inzet
from register.queries.capaciteit import ROL_PMANAGER


@dataclass(frozen=True, slots=True)
class Uren:
    """One person on one day; ``minder_tot`` says until when, never why (R328)."""

    medewerker: Medewerker
    aanstelling: Decimal
    dienstverbanden: int
    ontwikkel: Decimal
    pmanagement: Decimal
    minder: Decimal
    minder_tot: date | None
    inzet: Decimal
    opdrachten: int
    eindigt_op: date | None
    straks: str

    @property
    def vrij(self) -> Decimal:
        return self.aanstelling - self.ontwikkel - self.pmanagement - self.minder - self.inzet

    @property
    def aanstelling_tekst(self) -> str:
        delen = [fte(self.aanstelling)]
        if self.dienstverbanden > 1:
            delen.append(f"{self.dienstverbanden} dienstverbanden")
        if self.straks:
            delen.append(self.straks)
        return ", ".join(delen)


def uren_van_team(pteam: PTeam, dag: date) -> list[Uren]:
    """Everybody whose home this team is, in a fixed number of queries."""
    leden = list(leden_van(pteam, dag).select_related("gebruiker").order_by("sorteernaam", "pk"))
    return uren_van(leden, dag)


def uren_van(mensen: list[Medewerker], dag: date) -> list[Uren]:
    aanstellingen = _per_mens(Aanstelling.objects.filter(medewerker__in=mensen).order_by("begin"))
    rollen = _per_mens(
        Rolomvang.objects.geldig_op(dag).filter(medewerker__in=mensen, rol=ROL_PMANAGER)
    )
    minder = _per_mens(Beschikbaarheid.objects.geldig_op(dag).filter(medewerker__in=mensen))
    inzetten = _per_mens(
        Inzet.objects.nu_bekend().geldig_op(dag).filter(medewerker__in=mensen)
        .order_by("einde_geldigheid")
    )
    pct = Decimal(instelling("ONTWIKKEL_PCT", dag))
    return [
        _uren(m, aanstellingen[m.pk], rollen[m.pk], minder[m.pk], inzetten[m.pk], pct, dag)
        for m in mensen
    ]


def _per_mens(rijen) -> dict[int, list]:
    uit: dict[int, list] = defaultdict(list)
    for rij in rijen:
        uit[rij.medewerker_id].append(rij)
    return uit


def _uren(
    m: Medewerker, alle: list[Aanstelling], rollen: list[Rolomvang],
    minder: list[Beschikbaarheid], inzetten: list[Inzet], pct: Decimal, dag: date,
) -> Uren:
    nu = [a for a in alle if a.begin <= dag and (a.einde is None or dag < a.einde)]
    aanstelling = sum((a.fte for a in nu), NUL) if alle else m.aanstelling_fte
    eindes = [i.einde_geldigheid for i in inzetten if i.einde_geldigheid]
    return Uren(
        medewerker=m, aanstelling=aanstelling, dienstverbanden=len(nu) or 1,
        ontwikkel=aanstelling * pct / 100,
        pmanagement=sum((m.aanstelling_fte * r.pct / 100 for r in rollen), NUL),
        minder=sum((b.fte_minder for b in minder), NUL),
        minder_tot=minder[0].einde if minder else None,
        inzet=sum((i.fte for i in inzetten), NUL), opdrachten=len(inzetten),
        eindigt_op=min(eindes, default=None),
        straks=_straks([a for a in alle if a.begin > dag], alle),
    )


def _straks(later: list[Aanstelling], alle: list[Aanstelling]) -> str:
    """The next change, in words: "1 fte vanaf 1 sep 2026"."""
    if not later:
        return ""
    begin = later[0].begin
    dan = sum(
        (a.fte for a in alle if a.begin <= begin and (a.einde is None or begin < a.einde)), NUL
    )
    return f"{fte(dan)} vanaf {dag_compact(begin)}"
