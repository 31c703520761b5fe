"""The coherence of an O-domein: its opgaven, stand, risks, gaps in roles, what hangs on what.

For the domeindirecteur, who answers for the whole (Werkingsprincipes §4.4.1.2, R011, R021, R079).
"""

from collections import Counter, defaultdict
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from django.http import Http404

from config.kern.actor import SYSTEEM
from opgaven.enums import JaarplanStatus, OpdrachtStatus
from opgaven.levensloop import AFGELOPEN, LOPEND, TELT_MEE, VOORBEREIDING
from opgaven.models import Mijlpaal, ODomein, Opdracht, Opgave, OpgaveToedeling, Risico
from opgaven.queries.afhankelijkheid import Verband, verbanden
from opgaven.queries.jaarplan import toedelingen
from opgaven.queries.toedeling import geldig
from register.enums import RolCode
from register.queries.houders import houders_van
from register.queries.jaarplan import Jaarplanrij, jaarplanrijen

NUL = Decimal(0)
HOOG_RISICO = 12
BEMENST = (OpdrachtStatus.BEMENSING, OpdrachtStatus.IN_UITVOERING, OpdrachtStatus.OPGELEVERD)


@dataclass(frozen=True, slots=True)
class Gat:
    """An opdracht that runs without somebody in a role of the driehoek."""

    opdracht: Opdracht
    rollen: list[str]


@dataclass(slots=True)
class Opgaverij:
    """One opgave with its work in numbers."""

    opgave: Opgave
    stand: Counter = field(default_factory=Counter)
    fte: Decimal = NUL
    budget: Decimal = NUL
    gaten: int = 0
    laat: int = 0
    risicos: int = 0

    @property
    def aantal(self) -> int:
        return sum(self.stand.values())


@dataclass(frozen=True, slots=True)
class Samenhang:
    odomein: ODomein
    opgaven: list[Opgaverij]
    gaten: list[Gat]
    risicos: list[Risico]
    mijlpalen: list[Mijlpaal]
    verbanden: list[Verband]
    jaarplan: list[Jaarplanrij]

    @property
    def fte(self) -> Decimal:
        return sum((o.fte for o in self.opgaven), NUL)

    @property
    def lopend(self) -> int:
        return sum(o.stand["lopend"] for o in self.opgaven)

    @property
    def tussen_domeinen(self) -> list[Verband]:
        return [v for v in self.verbanden if v.is_over_domeinen]

    @property
    def knelpunten(self) -> int:
        return sum(v.knelt for v in self.verbanden)


def odomein_met(code: str) -> ODomein:
    gevonden = ODomein.objects.filter(code=code).first()
    if gevonden is None:
        raise Http404("Dit O-domein bestaat niet.")
    return gevonden


def domeinen() -> list[ODomein]:
    return list(ODomein.objects.all())


def samenhang_van(odomein: ODomein, dag: date) -> Samenhang:
    """Everything of one O-domein on a day, in a fixed number of queries."""
    eigen = OpgaveToedeling.objects.filter(geldig(dag), odomein=odomein)
    opgaven = {
        o.pk: Opgaverij(o)
        for o in Opgave.objects.filter(pk__in=eigen.values("opgave")).order_by("code")
    }
    werk = list(
        Opdracht.objects.filter(opgave__in=opgaven).exclude(status__in=AFGELOPEN)
        .select_related("opgave", "bovenliggende").order_by("code")
    )
    gaten = _gaten(werk, dag)
    risicos = list(
        Risico.objects.filter(opdracht__in=werk).select_related("opdracht").order_by("pk")
    )
    hoog = sorted(
        (r for r in risicos if r.kans * r.gevolg >= HOOG_RISICO),
        key=lambda r: (-r.kans * r.gevolg, r.opdracht.code),
    )
    laat = list(
        Mijlpaal.objects.filter(opdracht__in=werk, gehaald_op=None, datum__lt=dag)
        .select_related("opdracht").order_by("datum", "pk")
    )
    _tel(opgaven, werk, gaten, hoog, laat)
    return Samenhang(
        odomein, list(opgaven.values()), gaten, hoog, laat,
        verbanden(dag, [o.pk for o in werk]), _jaarplan(werk, dag),
    )


def _gaten(werk: list[Opdracht], dag: date) -> list[Gat]:
    """AOG and AON of staffed work; BOG of every opgave with work (R066, R079)."""
    houders = houders_van(werk, dag) if werk else {}
    nodig = {RolCode.BOG: "BOG", RolCode.AOG: "AOG", RolCode.AON: "AON"}
    uit = []
    for opdracht in werk:
        if opdracht.status not in BEMENST:
            continue
        rollen = houders[opdracht.pk]
        mist = [kort for code, kort in nodig.items() if code not in rollen]
        if mist:
            uit.append(Gat(opdracht, mist))
    return uit


def _tel(
    opgaven: dict[int, Opgaverij], werk: list[Opdracht], gaten: list[Gat],
    risicos: list[Risico], laat: list[Mijlpaal],
) -> None:
    per_opdracht: dict[int, Opgaverij] = defaultdict()
    for opdracht in werk:
        rij = per_opdracht[opdracht.pk] = opgaven[opdracht.opgave_id]
        if opdracht.bovenliggende_id is not None:
            continue
        rij.stand[_stand(opdracht.status)] += 1
        if opdracht.status in TELT_MEE:
            rij.fte += opdracht.capaciteit_fte or NUL
            rij.budget += opdracht.budget_materieel or NUL
    for gat in gaten:
        per_opdracht[gat.opdracht.pk].gaten += 1
    for risico in risicos:
        per_opdracht[risico.opdracht_id].risicos += 1
    for mijlpaal in laat:
        per_opdracht[mijlpaal.opdracht_id].laat += 1


def _stand(status: str) -> str:
    if status in LOPEND:
        return "lopend"
    return "voorbereiding" if status in VOORBEREIDING else "anders"


def _jaarplan(werk: list[Opdracht], dag: date) -> list[Jaarplanrij]:
    """Stable work of this domain whose need lies outside its margin (R057)."""
    rijen = list(
        toedelingen().filter(
            jaar=dag.year, status=JaarplanStatus.VASTGESTELD, opdracht__in=werk
        )
    )
    return [
        r for r in jaarplanrijen(rijen, SYSTEEM, dag) if r.is_signaal and r.is_gemeld
    ]
