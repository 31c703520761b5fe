"""The year plan of stable work: what was allocated, what is needed, who does it (R056, R057)."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from django.db.models import OuterRef, Subquery

from config.kern.actor import Actor, Recht
from opgaven.enums import JaarplanStatus
from opgaven.jaarplan import Marge
from opgaven.models import JaarplanToedeling, ODomein, Opdracht
from opgaven.queries import odomeinen_van
from opgaven.queries.jaarplan import toedelingen
from opgaven.rules.wie import mag_uitvoeren
from pdomein.models import Plaatsing
from register.models import Inzet


@dataclass(frozen=True, slots=True)
class Jaarplanrij:
    """An allocation as a list shows it; ``ingezet`` is None for who may not see it."""

    toedeling: JaarplanToedeling
    marge: Marge
    ingezet: Decimal | None
    is_gemeld: bool

    @property
    def is_signaal(self) -> bool:
        return self.toedeling.status == JaarplanStatus.VASTGESTELD and self.marge.is_buiten


def peildag(jaar: int, vandaag: date) -> date:
    """The day of a year on which its inzet is counted: today, or its first or last day."""
    return min(max(vandaag, date(jaar, 1, 1)), date(jaar, 12, 31))


def inzet_op(rijen: Iterable[JaarplanToedeling], vandaag: date) -> dict[int, Decimal]:
    """The fte of people of the P-team on the opdracht, per allocation, one query per year."""
    per_jaar: dict[int, list[JaarplanToedeling]] = defaultdict(list)
    for rij in rijen:
        per_jaar[rij.jaar].append(rij)
    uit: dict[int, Decimal] = {}
    for jaar, delen in per_jaar.items():
        som = _inzet_per_team({d.opdracht_id for d in delen}, peildag(jaar, vandaag))
        uit |= {d.pk: som.get((d.opdracht_id, d.pteam_id), Decimal(0)) for d in delen}
    return uit


def _inzet_per_team(
    opdracht_ids: set[int], dag: date
) -> dict[tuple[int, int | None], Decimal]:
    thuis = Plaatsing.objects.geldig_op(dag).filter(medewerker=OuterRef("medewerker"))
    rijen = (
        Inzet.objects.nu_bekend().geldig_op(dag).filter(opdracht__in=opdracht_ids).order_by()
        .annotate(pteam=Subquery(thuis.values("pteam")[:1]))
        .values_list("opdracht_id", "pteam", "fte")
    )
    som: dict[tuple[int, int | None], Decimal] = defaultdict(Decimal)
    for opdracht_id, pteam_id, fte in rijen:
        som[opdracht_id, pteam_id] += fte
    return som


def team_op(toedeling: JaarplanToedeling, vandaag: date) -> list[Inzet]:
    """The people of the P-team who work on this opdracht in the year."""
    dag = peildag(toedeling.jaar, vandaag)
    thuis = Plaatsing.objects.geldig_op(dag).filter(pteam=toedeling.pteam)
    return list(
        Inzet.objects.nu_bekend().filter(
            opdracht=toedeling.opdracht, medewerker__in=thuis.values("medewerker"),
            begin_geldigheid__lt=date(toedeling.jaar + 1, 1, 1),
        ).exclude(einde_geldigheid__lte=date(toedeling.jaar, 1, 1))
        .select_related("medewerker").order_by("medewerker__sorteernaam", "begin_geldigheid", "pk")
    )


def mag_inzet_zien(actor: Actor, rij: JaarplanToedeling, odomein: ODomein | None) -> bool:
    """How much people work is for who plans them or steers the work."""
    return (
        actor.heeft(Recht.CAPACITEIT_INZIEN)
        or actor.heeft(Recht.REGISTER_INZIEN)
        or actor.heeft(Recht.PTEAM_LEIDEN, op=rij.pteam)
        or actor.heeft(Recht.DOMEIN_REGIE, op=rij.pteam.domein)
        or mag_uitvoeren(rij.opdracht, actor)
        or (odomein is not None and actor.heeft(Recht.OPDRACHT_INITIEREN, op=odomein))
    )


def jaarplanrijen(
    rijen: Sequence[JaarplanToedeling], actor: Actor, dag: date, *, alles: bool = False
) -> list[Jaarplanrij]:
    """The need is what was reported; as long as nobody reported it, the inzet itself."""
    ingezet = inzet_op(rijen, dag)
    odomeinen = odomeinen_van({r.opdracht.opgave_id for r in rijen}, dag)
    uit = []
    for rij in rijen:
        mag = alles or mag_inzet_zien(actor, rij, odomeinen.get(rij.opdracht.opgave_id))
        telt = ingezet[rij.pk] if mag and ingezet[rij.pk] else None
        behoefte = rij.behoefte if rij.behoefte is not None else telt
        uit.append(Jaarplanrij(
            rij, Marge(rij.fte, rij.marge_pct, behoefte), ingezet[rij.pk] if mag else None,
            rij.behoefte is not None,
        ))
    return uit


STANDEN = {
    "signaal": "Buiten de marge", "voorgesteld": "Wacht op de P-manager",
    "vastgesteld": "Toegedeeld", "oud": "Geldt niet meer",
}


def stand_van(rij: Jaarplanrij) -> set[str]:
    status = rij.toedeling.status
    standen = {status if status in STANDEN else "oud"}
    return standen | ({"signaal"} if rij.is_signaal else set())


def jaarplan(
    actor: Actor, jaar: int, dag: date, zoek: str = "", pteams: Sequence[str] = ()
) -> list[Jaarplanrij]:
    """Everything of one year; every word must be in the name of the opdracht or the team."""
    vraag = toedelingen().filter(jaar=jaar)
    if pteams:
        vraag = vraag.filter(pteam__code__in=pteams)
    rijen = [
        rij for rij in vraag
        if all(
            woord in f"{rij.opdracht.naam} {rij.opdracht.code} {rij.pteam.naam}".lower()
            for woord in zoek.lower().split()
        )
    ]
    return jaarplanrijen(rijen, actor, dag)


def jaarplan_van_opdracht(opdracht: Opdracht, actor: Actor, dag: date) -> list[Jaarplanrij]:
    rijen = [r for r in toedelingen().filter(opdracht=opdracht)
             if r.status in (JaarplanStatus.VOORGESTELD, JaarplanStatus.VASTGESTELD)]
    return jaarplanrijen(rijen, actor, dag)
