"""The capacity page: groups of five or more, month by month, beside what is still asked."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any
from uuid import UUID

from django.db.models import Count, Q, QuerySet, Sum
from django.http import Http404

from config.kern.opmaak import euro, getal
from config.kern.queries import instelling
from opgaven.levensloop import LOPEND
from opgaven.models import Opdracht
from pdomein.groepen import KLEINSTE_GROEP, te_tonen
from pdomein.models import Cluster, Plaatsing, Professie, ProfessioneelDomein, PTeam
from register.beeld import NUL, Stand, Vraag, maanden_vanaf, opgeteld, weken_vanaf
from register.queries.capaciteitsbeeld import (
    capaciteit_per,
    opdrachten_met_open_vraag,
    open_vraag,
)

MAANDEN, WEKEN = 12, 26
SOORTEN = {"professie": Professie, "domein": ProfessioneelDomein, "cluster": Cluster}


@dataclass(frozen=True, slots=True)
class Groep:
    """One row of the heat map; without ``standen`` when it is too small to show."""

    naam: str
    public_id: UUID | None
    standen: Sequence[Stand] | None
    vraag: Sequence[Vraag] | None = None

    def saldo(self, nummer: int) -> Decimal | None:
        """Free minus what programmed work still asks of this professie."""
        if self.standen is None:
            return None
        gevraagd = self.vraag[nummer].vast if self.vraag else NUL
        return self.standen[nummer].vrij - gevraagd


@dataclass(frozen=True, slots=True)
class Concern:
    """The meter of the whole organisation (R305)."""

    nu: Stand
    formatie: Decimal
    norm: Decimal
    kleur: str

    @property
    def bezetting_pct(self) -> Decimal:
        return self.nu.aanstelling / self.norm * 100 if self.norm else NUL

    @property
    def inzet_pct(self) -> Decimal:
        ruimte = self.nu.beschikbaar
        return self.nu.inzet / ruimte * 100 if ruimte > 0 else NUL

    @property
    def toelichting(self) -> str:
        return f"{getal(self.bezetting_pct, 0)}% van {getal(self.norm)} fte (bijlage 1)"

    @property
    def toelichting_inzet(self) -> str:
        return f"{getal(self.inzet_pct, 0)}% van wat beschikbaar is"


def concern(nu: Stand, dag: date) -> Concern:
    """Formatie, bezetting and inzet against the number of the source (R305)."""
    formatie = PTeam.objects.geldig_op(dag).aggregate(som=Sum("formatie_fte"))["som"] or NUL
    norm = Decimal(instelling("CAP_FTE", dag))
    oranje, rood = instelling("CAP_MARGE_PCT", dag)
    afwijking = abs(nu.aanstelling - norm) / norm * 100 if norm else NUL
    kleur = "fout" if afwijking > rood else "let-op" if afwijking > oranje else ""
    return Concern(nu, formatie, norm, kleur)


@dataclass(frozen=True, slots=True)
class Werk:
    """The work of today for the directieteam: how much, how well staffed, how much money (R316)."""

    opdrachten: int
    budget: Decimal
    bemensing_pct: Decimal

    @property
    def bemensing_tekst(self) -> str:
        return f"{getal(self.bemensing_pct, 0)}%"

    @property
    def budget_tekst(self) -> str:
        return euro(round(self.budget))


def werk(nu: Stand, vraag: Vraag) -> Werk:
    telling = Opdracht.objects.filter(status__in=LOPEND).aggregate(
        n=Count("pk"), som=Sum("budget_materieel")
    )
    nodig = nu.inzet + vraag.vast
    return Werk(
        telling["n"], telling["som"] or NUL, nu.inzet / nodig * 100 if nodig else NUL
    )


def groepen(per: str, dagen: Sequence[date]) -> list[Groep]:
    """Every professie, domein or cluster with people; too small ones without figures."""
    namen = {g.pk: (g.naam, g.public_id) for g in SOORTEN[per].objects.all()}
    beeld = {k: v for k, v in capaciteit_per(per, dagen).items() if k in namen}
    zichtbaar = te_tonen({k: _kleinste(v) for k, v in beeld.items()})
    vraag = open_vraag(dagen) if per == "professie" else {}
    leeg = [Vraag()] * len(dagen)
    return [
        Groep(
            *namen[k], beeld[k] if k in zichtbaar else None,
            vraag.get(k, leeg) if per == "professie" else None,
        )
        for k in sorted(beeld, key=lambda k: namen[k][0])
    ]


def _kleinste(standen: Sequence[Stand]) -> int:
    """The smallest number of people on a day that has any."""
    return min((s.mensen for s in standen if s.mensen), default=0)


def teams_op(dag: date, domein: str = "") -> QuerySet[PTeam]:
    """P-teams by name, with how many people have their home there."""
    teams = PTeam.objects.geldig_op(dag).select_related("domein").annotate(
        aantal=Count("plaatsingen", filter=Q(plaatsingen__begin__lte=dag) & (
            Q(plaatsingen__einde=None) | Q(plaatsingen__einde__gt=dag)
        ))
    )
    teams = teams.order_by("naam", "pk")
    return teams.filter(domein__code=domein) if domein else teams


def teamgroepen(
    pagina: Sequence[PTeam], alle: QuerySet[PTeam], dagen: Sequence[date], eigen: Sequence[int]
) -> list[Groep]:
    """The teams on one page; a team of fewer than five only for its own P-manager."""
    beeld = capaciteit_per("pteam", dagen, pteams=[t.pk for t in pagina])
    zichtbaar = te_tonen(dict(alle.values_list("pk", "aantal"))) | set(eigen)
    return [
        Groep(t.naam, t.public_id, beeld[t.pk] if t.pk in zichtbaar else None)
        for t in pagina if t.pk in beeld
    ]


@dataclass(frozen=True, slots=True)
class Weekbeeld:
    """The weekly chart: the line of capacity, what is planned, what is asked."""

    weken: Sequence[date]
    standen: Sequence[Stand]
    vraag: Sequence[Vraag] | None


def weekbeeld(dag: date, pteams: Sequence[int] | None = None) -> Weekbeeld:
    """Of the organisation, or of some teams; the demand is known for the whole only."""
    weken = weken_vanaf(dag, WEKEN)
    standen = capaciteit_per("organisatie", weken, pteams=pteams).get(0)
    vraag = None
    if pteams is None:
        alle = open_vraag(weken).values()
        vraag = [
            Vraag(sum((r[n].vast for r in alle), NUL), sum((r[n].straks for r in alle), NUL))
            for n in range(len(weken))
        ]
    return Weekbeeld(weken, standen or opgeteld([], len(weken)), vraag)


def professie_met(public_id: UUID) -> Professie:
    professie = Professie.objects.filter(public_id=public_id).first()
    if professie is None:
        raise Http404("Deze professie bestaat niet.")
    return professie


@dataclass(frozen=True, slots=True)
class Knelpunt:
    opdracht: Opdracht
    fte: Decimal


def knelpunten(professie: Professie | None, dag: date) -> list[Knelpunt]:
    """Which opdrachten still ask for this professie in the coming year (SCHERMEN 13)."""
    rijen = opdrachten_met_open_vraag(
        professie.pk if professie else None, maanden_vanaf(dag, MAANDEN)
    )
    bekend: Mapping[int, Opdracht] = Opdracht.objects.select_related("opgave").in_bulk(
        [pk for pk, _ in rijen]
    )
    return [Knelpunt(bekend[pk], fte) for pk, fte in rijen]


def teams_van_professie(professie: Professie, dag: date) -> QuerySet[PTeam]:
    return teams_op(dag).filter(professie=professie)


def domeinen_met_aantal(dag: date) -> list[tuple[str, str, int]]:
    """The domains as a filter, with how many teams they have."""
    geldig = Q(pteams__begin__lte=dag) & (Q(pteams__einde=None) | Q(pteams__einde__gt=dag))
    return list(
        ProfessioneelDomein.objects.annotate(n=Count("pteams", filter=geldig))
        .values_list("code", "naam", "n")
    )


def domeinnaam(code: str) -> str:
    namen = ProfessioneelDomein.objects.filter(code=code).values_list("naam", flat=True)
    return namen.first() or ""


def mensen_in(pteam_ids: Sequence[int], dag: date) -> int:
    """How many people have their home in these teams on ``dag``."""
    return Plaatsing.objects.geldig_op(dag).filter(pteam_id__in=pteam_ids).count()


KOLOMMEN = (
    "groep", "dag", "mensen", "aanstelling_fte", "ontwikkeltijd_fte", "p_management_fte",
    "minder_beschikbaar_fte", "beschikbaar_fte", "inzet_fte", "vrij_fte", "flexibel_fte",
    "gevraagd_fte", "gevraagd_nog_niet_geprogrammeerd_fte", "opmerking",
)


def rij_uit(naam: str, dag: date, stand: Stand | None, vraag: Vraag | None) -> dict[str, Any]:
    """One line of the CSV and of the API; the same figures as on the screen (R317)."""
    uit: dict[str, Any] = {"groep": naam, "dag": dag}
    if stand is None:
        return {**uit, "opmerking": f"minder dan {KLEINSTE_GROEP} mensen"}
    uit |= {
        "mensen": stand.mensen, "aanstelling_fte": stand.aanstelling,
        "ontwikkeltijd_fte": stand.ontwikkel, "p_management_fte": stand.pmanagement,
        "minder_beschikbaar_fte": stand.minder, "beschikbaar_fte": stand.beschikbaar,
        "inzet_fte": stand.inzet, "vrij_fte": stand.vrij, "flexibel_fte": stand.flexibel,
    }
    if vraag is not None:
        uit |= {
            "gevraagd_fte": vraag.vast, "gevraagd_nog_niet_geprogrammeerd_fte": vraag.straks,
        }
    honderdste = Decimal("0.01")
    return {k: w.quantize(honderdste) if isinstance(w, Decimal) else w for k, w in uit.items()}


def export_rijen(
    rijen: Sequence[Groep], dagen: Sequence[date]
) -> list[dict[str, Any]]:
    return [
        rij_uit(
            groep.naam, dag, groep.standen[n] if groep.standen else None,
            groep.vraag[n] if groep.vraag else None,
        )
        for groep in rijen for n, dag in enumerate(dagen)
    ]
