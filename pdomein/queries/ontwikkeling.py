"""Learning agreements as the person and the own P-manager see them; numbers for the rest."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any
from uuid import UUID

from django.db.models import Count, Q, QuerySet, Sum
from django.db.models.functions import Coalesce
from django.http import Http404

from config.kern.actor import Actor
from config.kern.queries import instelling
from pdomein.enums import Zichtbaarheid
from pdomein.enums_leren import AfspraakStatus, Leervorm
from pdomein.models import (
    PPP,
    Basisonderdeel,
    Leerthema,
    Medewerker,
    Ontwikkelafspraak,
    Plaatsing,
    PPPCompetentie,
    PTeam,
)
from pdomein.queries.mensen import leden_van, ontwikkel_fte, pteam_van
from pdomein.queries.ppp import COLLEGA, lezer_van

TELT = [AfspraakStatus.AFGESPROKEN, AfspraakStatus.GEDAAN]


def leerthemas(op: date) -> QuerySet[Leerthema]:
    return Leerthema.objects.filter(
        Q(vervallen_op=None) | Q(vervallen_op__gt=op)
    ).select_related("bovenliggende")


def thema_keuzes(op: date) -> list[tuple[str, list[tuple[str, str]]]]:
    """Themes for a select, grouped; a focus theme of this year says so (R391)."""
    groepen: dict[str, list[tuple[str, str]]] = {}
    for thema in leerthemas(op):
        focus = f" (focus {thema.focus_jaar})" if thema.focus_jaar == op.year else ""
        top = thema.bovenliggende or thema
        algemeen = " algemeen" if thema.bovenliggende is None else ""
        groepen.setdefault(top.naam, []).append((thema.code, f"{thema.naam}{algemeen}{focus}"))
    return list(groepen.items())


def thema_met(code: str) -> Leerthema | None:
    return Leerthema.objects.filter(code=code).first() if code else None


def afspraken_van(medewerker: Medewerker) -> QuerySet[Ontwikkelafspraak]:
    """All agreements of one person; who may read them is asked by ``lezer_van``."""
    return medewerker.ontwikkelafspraken.select_related(
        "thema", "competentie", "akkoord_pmanager", "voorgesteld_door", "budget_door"
    ).order_by("status", "klaar_op", "pk")


def afspraak_voor(actor: Actor, public_id: UUID, op: date) -> tuple[Ontwikkelafspraak, str]:
    """One agreement with the capacity of the reader; for anybody else it does not exist."""
    rij = (
        Ontwikkelafspraak.objects.filter(public_id=public_id)
        .select_related("medewerker", "thema", "competentie", "akkoord_pmanager",
                        "voorgesteld_door", "budget_door").first()
    )
    lezer = lezer_van(actor, rij.medewerker, op) if rij else COLLEGA
    if rij is None or lezer == COLLEGA:
        raise Http404("Deze afspraak bestaat niet.")
    return rij, lezer


@dataclass(frozen=True, slots=True)
class Deel:
    """One of the three ways to learn, beside what is usual (R148)."""

    label: str
    uren: Decimal
    pct: int
    norm: int


@dataclass(frozen=True, slots=True)
class Leertijd:
    """Hours agreed in a year beside the time there is for development (R138)."""

    jaar: int
    beschikbaar: Decimal
    afgesproken: Decimal
    delen: tuple[Deel, ...]

    @property
    def over(self) -> Decimal:
        return max(Decimal(0), self.beschikbaar - self.afgesproken)


def jaaruren(medewerker: Medewerker, op: date) -> Decimal:
    """Development time in hours per year: a share of the appointment (DT-13)."""
    week = Decimal(instelling("VOLTIJD_UREN_WEEK", op))
    return (ontwikkel_fte(medewerker, op) * week * 52).quantize(Decimal("0.1"))


def leertijd_van(medewerker: Medewerker, op: date) -> Leertijd:
    rijen = medewerker.ontwikkelafspraken.filter(klaar_op__year=op.year, status__in=TELT)
    return _leertijd(rijen, jaaruren(medewerker, op), op)


def _leertijd(rijen: QuerySet[Ontwikkelafspraak], beschikbaar: Decimal, op: date) -> Leertijd:
    per_vorm = dict(
        rijen.order_by().values_list("vorm").annotate(som=Coalesce(Sum("uren"), Decimal(0)))
    )
    totaal = sum(per_vorm.values(), Decimal(0))
    delen = tuple(
        Deel(
            vorm.label, per_vorm.get(vorm.value, Decimal(0)),
            round(100 * per_vorm.get(vorm.value, Decimal(0)) / totaal) if totaal else 0,
            instelling(f"LEREN_{vorm.name}_PCT", op),
        )
        for vorm in Leervorm
    )
    return Leertijd(op.year, beschikbaar, totaal, delen)


def leertijd_van_team(pteam: PTeam, op: date) -> Leertijd | None:
    """The split of a team; None when it would be about too few people (R148, R346)."""
    leden = list(leden_van(pteam, op))
    rijen = Ontwikkelafspraak.objects.filter(
        medewerker__in=leden, klaar_op__year=op.year, status__in=TELT
    )
    mensen = rijen.order_by().values("medewerker").distinct().count()
    if mensen < instelling("KLEINSTE_GROEP", op):
        return None
    return _leertijd(rijen, sum((jaaruren(m, op) for m in leden), Decimal(0)), op)


def basispakket_van(
    medewerker: Medewerker, op: date
) -> list[tuple[Basisonderdeel, Ontwikkelafspraak | None]]:
    """What is obligatory for this person, with the agreement about it (R360)."""
    pteam = pteam_van(medewerker, op)
    professie = pteam.professie_id if pteam else None
    geldt = Basisonderdeel.objects.filter(
        Q(vervallen_op=None) | Q(vervallen_op__gt=op),
        Q(functiegroep="") | Q(functiegroep=medewerker.functiegroep),
        Q(professie=None) | Q(professie=professie),
    ).select_related("thema")
    afspraken = {
        a.basisonderdeel_id: a for a in medewerker.ontwikkelafspraken
        .exclude(status=AfspraakStatus.VERVALLEN).exclude(basisonderdeel=None)
        .order_by("klaar_op")
    }
    return [(b, afspraken.get(b.pk)) for b in geldt]


def basisonderdeel_voor(medewerker: Medewerker, public_id: Any, op: date) -> Basisonderdeel | None:
    return next(
        (b for b, _ in basispakket_van(medewerker, op) if str(b.public_id) == str(public_id)), None
    )


def leervraag(op: date) -> list[dict[str, Any]]:
    """How many people want to grow in each competentie: for the Academie and SPP (R332, R394).

    Only numbers, and none below the smallest group.
    """
    kleinste = instelling("KLEINSTE_GROEP", op)
    wensen = (
        PPPCompetentie.objects.filter(wil_ontwikkelen=True)
        .filter(ppp__medewerker__in=Medewerker.objects.in_dienst(op))
        .values("competentie__code", "competentie__naam")
        .annotate(aantal=Count("ppp")).order_by("-aantal", "competentie__naam")
    )
    afspraken = dict(
        Ontwikkelafspraak.objects.filter(
            status__in=TELT, klaar_op__gte=op, competentie__isnull=False
        ).order_by().values_list("competentie__code").annotate(n=Count("medewerker", distinct=True))
    )
    return [
        {
            "code": w["competentie__code"], "competentie": w["competentie__naam"],
            "wil_groeien": w["aantal"],
            "met_afspraak": n if (n := afspraken.get(w["competentie__code"], 0)) >= kleinste
            else f"minder dan {kleinste}",
        }
        for w in wensen if w["aantal"] >= kleinste
    ]


def open_voorstellen(pteams: list[int], op: date) -> dict[int, int]:
    """Per person of these teams how many proposals wait for the P-manager."""
    thuis = Plaatsing.objects.geldig_op(op).filter(pteam_id__in=pteams)
    return dict(
        Ontwikkelafspraak.objects.filter(
            medewerker_id__in=thuis.values("medewerker_id"), status=AfspraakStatus.VOORSTEL,
            akkoord_pmanager_op=None,
        ).order_by().values_list("medewerker_id").annotate(n=Count("pk"))
    )


def basisonderdelen(op: date) -> QuerySet[Basisonderdeel]:
    """The whole obligatory package on ``op``."""
    return Basisonderdeel.objects.filter(
        Q(vervallen_op=None) | Q(vervallen_op__gt=op)
    ).select_related("thema", "professie")


def basisonderdeel_met(public_id: UUID) -> Basisonderdeel:
    onderdeel = Basisonderdeel.objects.filter(public_id=public_id).first()
    if onderdeel is None:
        raise Http404("Dit onderdeel bestaat niet.")
    return onderdeel


def opbouw_van_team(pteam: PTeam, op: date) -> list[tuple[str, int, Decimal]]:
    """How many people and fte a team has per function group; no ages (R336, R421)."""
    telling: dict[str, tuple[int, Decimal]] = {}
    for lid in leden_van(pteam, op):
        naam = lid.get_functiegroep_display() or "Niet bekend"
        aantal, fte = telling.get(naam, (0, Decimal(0)))
        telling[naam] = aantal + 1, fte + lid.aanstelling_fte
    return sorted((naam, n, fte) for naam, (n, fte) in telling.items())


def kracht_van_team(pteam: PTeam, op: date) -> list[tuple[str, int, int]]:
    """Competenties that members show to all: how many have them, how many at level 4 or 5.

    Only of published profiles, and only counted: who has what stands in the profiles.
    """
    rijen = (
        PPPCompetentie.objects.filter(
            ppp__in=PPP.objects.zichtbaar(op).filter(
                medewerker__in=leden_van(pteam, op), zichtbaar_kennis=Zichtbaarheid.IEDEREEN
            )
        ).order_by().values_list("competentie__naam")
        .annotate(n=Count("pk"), hoog=Count("pk", filter=Q(niveau__gte=4)))
        .order_by("-n", "competentie__naam")
    )
    return list(rijen[:20])
