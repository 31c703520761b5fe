"""The lines of strategic planning per professie, in a fixed number of queries (R308-R314)."""

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any
from uuid import UUID

from django.db.models import Max, QuerySet
from django.http import Http404

from config.kern.queries import instelwaarden
from pdomein.enums import SPPActie
from pdomein.groepen import te_tonen
from pdomein.models import Leeftijdsgroep, Professie, PTeam, SPPAanname
from register.beeld import NUL, Vraag
from register.queries.capaciteitsbeeld import capaciteit_per, open_vraag
from register.spp import Aanname, Jaar, opgeteld, uitstroom_pct, vooruit

INSTELLINGEN = ("SPP_HORIZON", "SPP_UITSTROOM", "SPP_UITSTROOM_ANDERS", "FLEX_BAND")


@dataclass(frozen=True, slots=True)
class Lijn:
    """One professie through the years; without ``jaren`` when it has fewer than five people."""

    professie: Professie
    domein: str
    jaren: Sequence[Jaar] | None
    pct: Decimal
    groepen: Sequence[Leeftijdsgroep]

    @property
    def nu(self) -> Jaar | None:
        return self.jaren[0] if self.jaren else None

    @property
    def straks(self) -> Jaar | None:
        return self.jaren[-1] if self.jaren else None

    @property
    def actie(self) -> str:
        acties = [j.actie for j in self.jaren or () if j.actie]
        return SPPActie(acties[-1]).label if acties else ""


@dataclass(frozen=True, slots=True)
class Planning:
    jaren: Sequence[int]
    lijnen: Sequence[Lijn]
    totaal: Sequence[Jaar]
    flex_band: tuple[int, int]

    @property
    def flex_pct(self) -> Decimal:
        """The share of the flexible shell today (R313)."""
        nu = self.totaal[0]
        return nu.flexibel / nu.aanbod * 100 if nu.aanbod else NUL


def planning(dag: date) -> Planning:
    """Every professie with people, this year and the horizon of the source (DT-11, R310)."""
    waarde = instelwaarden(INSTELLINGEN, dag)
    jaren = [dag.year + n for n in range(waarde["SPP_HORIZON"] + 1)]
    peil = [dag, *(date(jaar, 7, 1) for jaar in jaren[1:])]
    beeld = {k: v for k, v in capaciteit_per("professie", peil).items() if k}
    zichtbaar = te_tonen({k: v[0].mensen for k, v in beeld.items()})
    vraag, aannames, groepen = open_vraag(peil), _aannames(jaren), _groepen()
    professies = Professie.objects.in_bulk(list(beeld))
    domeinen = _domeinen(dag)
    lijnen, alle = [], []
    for pk, standen in beeld.items():
        van = groepen.get(pk, [])
        pct = uitstroom_pct(
            {g.cohort: g.fte for g in van}, waarde["SPP_UITSTROOM"], waarde["SPP_UITSTROOM_ANDERS"]
        )
        open_ = vraag.get(pk, [Vraag()] * len(peil))
        deel = [s.beschikbaar / s.aanstelling if s.aanstelling else NUL for s in standen]
        flexibel = [s.flexibel * d for s, d in zip(standen, deel, strict=True)]
        vastgelegd = [
            s.inzet + v.vast + v.straks for s, v in zip(standen, open_, strict=True)
        ]
        lijn = vooruit(
            jaren=jaren, vast_nu=standen[0].beschikbaar - flexibel[0], flexibel=flexibel,
            vraag_nu=vastgelegd[0], vastgelegd=vastgelegd, pct=pct, aannames=aannames[pk],
        )
        alle.append(lijn)
        lijnen.append(Lijn(
            professies[pk], domeinen.get(pk, ""), lijn if pk in zichtbaar else None, pct, van
        ))
    lijnen.sort(key=lambda rij: (rij.domein, rij.professie.naam))
    return Planning(jaren, lijnen, opgeteld(alle, jaren), tuple(waarde["FLEX_BAND"]))


def _aannames(jaren: Sequence[int]) -> dict[int, dict[tuple[str, int], Aanname]]:
    """The newest assumption for a whole professie per kind and year."""
    uit: dict[int, dict[tuple[str, int], Aanname]] = defaultdict(dict)
    rijen = SPPAanname.objects.filter(jaar__in=jaren, pteam=None).order_by("vastgelegd_op", "pk")
    for a in rijen:
        uit[a.professie_id][a.soort, a.jaar] = Aanname(a.fte, a.bron, a.actie)
    return uit


def _groepen() -> dict[int, list[Leeftijdsgroep]]:
    """The newest ages of each professie."""
    laatste = dict(
        Leeftijdsgroep.objects.order_by().values("professie_id").annotate(d=Max("peildatum"))
        .values_list("professie_id", "d")
    )
    uit: dict[int, list[Leeftijdsgroep]] = defaultdict(list)
    for groep in Leeftijdsgroep.objects.filter(peildatum__in=set(laatste.values())):
        if groep.peildatum == laatste[groep.professie_id]:
            uit[groep.professie_id].append(groep)
    return uit


def _domeinen(dag: date) -> dict[int, str]:
    """The domein in which a professie has most teams (R308: grouped by professional domein)."""
    telling: dict[int, Counter[str]] = defaultdict(Counter)
    for professie, domein in PTeam.objects.geldig_op(dag).values_list(
        "professie_id", "domein__naam"
    ):
        telling[professie][domein] += 1
    return {pk: min(t, key=lambda naam: (-t[naam], naam)) for pk, t in telling.items()}


def lijn_van(public_id: UUID, dag: date) -> tuple[Planning, Lijn]:
    geheel = planning(dag)
    for lijn in geheel.lijnen:
        if lijn.professie.public_id == public_id:
            return geheel, lijn
    raise Http404("Deze professie heeft nu geen mensen.")


def aannames_van(professie: Professie) -> QuerySet[SPPAanname]:
    """What was assumed, newest first, with what others said about it."""
    return (
        SPPAanname.objects.filter(professie=professie).select_related("pteam")
        .prefetch_related("opmerkingen")
    )


def aanname_met(public_id: UUID) -> SPPAanname:
    rij = SPPAanname.objects.select_related("professie").filter(public_id=public_id).first()
    if rij is None:
        raise Http404("Deze aanname bestaat niet.")
    return rij


def teams_voor(professie: Professie, pteam_ids: Sequence[int]) -> list[PTeam]:
    """Own teams of a P-manager with this professie."""
    return list(PTeam.objects.filter(pk__in=pteam_ids, professie=professie).order_by("naam"))


KOLOMMEN = (
    "domein", "professie", "jaar", "vraag_fte", "vraag_bron", "al_vastgelegd_fte",
    "aanbod_vast_fte", "aanbod_flexibel_fte", "uitstroom_fte", "uitstroom_bron", "instroom_fte",
    "verschil_fte", "actie", "opmerking",
)


def export_rijen(geheel: Planning, actie: str = "") -> list[dict[str, Any]]:
    """With ``actie`` "ontwikkelen" it is the learning demand for the Academie (R394)."""
    uit: list[dict[str, Any]] = []
    for lijn in geheel.lijnen:
        kop = {"domein": lijn.domein, "professie": lijn.professie.naam}
        if lijn.jaren is None:
            uit.append({**kop, "opmerking": "minder dan 5 mensen"})
            continue
        uit += [
            {
                **kop, "jaar": j.jaar, "vraag_fte": j.vraag, "vraag_bron": j.vraag_bron,
                "al_vastgelegd_fte": j.vastgelegd, "aanbod_vast_fte": j.vast,
                "aanbod_flexibel_fte": j.flexibel, "uitstroom_fte": j.uitstroom,
                "uitstroom_bron": j.uitstroom_bron, "instroom_fte": j.instroom,
                "verschil_fte": j.gat, "actie": j.actie,
            }
            for j in lijn.jaren
        ]
    return [r for r in uit if not actie or r.get("actie") == actie]
