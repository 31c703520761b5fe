"""Who can I call for …: a search over what colleagues published, with the reason (R131, R143)."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.contrib.postgres.search import SearchHeadline, SearchQuery, SearchRank
from django.db.models import F, Max, Q, QuerySet, Value
from django.db.models.functions import Coalesce

from pdomein.enums import Zichtbaarheid
from pdomein.models import PPP, Plaatsing, PPPCompetentie, PTeam
from pdomein.queries.competentie import passende_competenties
from pdomein.queries.mensen import pteams_van

BEGIN, EINDE = "\ue000", "\ue001"
Stuk = tuple[str, bool]


@dataclass(frozen=True, slots=True)
class Treffer:
    """One person that was found: the competenties and the sentence that say why."""

    ppp: PPP
    pteam: PTeam | None
    competenties: Sequence[tuple[str, str, str]]
    fragment: Sequence[Stuk]

    @property
    def teamnaam(self) -> str:
        return self.pteam.naam if self.pteam else ""


def professionals(*, op: date, zoek: str = "", domein: UUID | None = None) -> QuerySet[PPP]:
    """Published PPPs for a question; best level first, then the text, then the name."""
    ppps = PPP.objects.zichtbaar(op).select_related("medewerker").defer("zoektekst")
    if domein is not None:
        thuis = Plaatsing.objects.geldig_op(op).filter(pteam__domein__public_id=domein)
        ppps = ppps.filter(medewerker_id__in=thuis.values("medewerker_id"))
    zoek = zoek[:100].strip()
    if not zoek:
        return ppps.order_by("medewerker__sorteernaam", "pk")
    vraag = SearchQuery(zoek, config="dutch", search_type="websearch")
    bedoeld = Q(
        competenties__competentie_id__in=list(passende_competenties(zoek)),
        zichtbaar_kennis=Zichtbaarheid.IEDEREEN,
    )
    return (
        ppps.annotate(
            beste=Coalesce(Max("competenties__niveau", filter=bedoeld), Value(0)),
            rang=SearchRank(F("zoektekst"), vraag),
        )
        .filter(Q(beste__gt=0) | Q(zoektekst=vraag))
        .order_by("-beste", "-rang", "medewerker__sorteernaam", "pk")
    )


def treffers(ppps: Sequence[PPP], *, op: date, zoek: str) -> list[Treffer]:
    """The reasons for one page of found PPPs, in a fixed number of queries."""
    teams = pteams_van([p.medewerker_id for p in ppps], op)
    waarom = passende_competenties(zoek[:100].strip())
    per_ppp: dict[int, list[tuple[str, str, str]]] = {}
    rijen = PPPCompetentie.objects.filter(
        ppp__in=ppps, ppp__zichtbaar_kennis=Zichtbaarheid.IEDEREEN
    ).select_related("competentie").order_by("-niveau", "competentie__naam")
    for rij in rijen:
        if not zoek.strip() or rij.competentie_id in waarom:
            per_ppp.setdefault(rij.ppp_id, []).append((
                rij.competentie.naam, rij.get_niveau_display().partition(":")[0],
                waarom.get(rij.competentie_id, ""),
            ))
    zinnen = _fragmenten([p.pk for p in ppps], zoek[:100].strip())
    return [
        Treffer(p, teams.get(p.medewerker_id), per_ppp.get(p.pk, [])[:4], zinnen.get(p.pk, ()))
        for p in ppps
    ]


def _fragmenten(ids: list[int], zoek: str) -> dict[int, list[Stuk]]:
    """The piece of published text that answers the question, cut into found and other words."""
    if not zoek:
        return {}
    vraag = SearchQuery(zoek, config="dutch", search_type="websearch")

    def kop(veld: str) -> SearchHeadline:
        return SearchHeadline(
            veld, vraag, config="dutch", start_sel=BEGIN, stop_sel=EINDE, max_words=22,
            min_words=10, max_fragments=1,
        )

    rijen = PPP.objects.filter(pk__in=ids, zoektekst=vraag).annotate(
        kop_bellen=kop("bellen_voor"), kop_kennis=kop("kennis_en_kunde")
    ).values_list(
        "pk", "kop_bellen", "zichtbaar_bellen", "kop_kennis", "zichtbaar_kennis"
    )
    uit: dict[int, list[Stuk]] = {}
    for pk, bellen, ziet_bellen, kennis, ziet_kennis in rijen:
        for tekst, ziet in ((bellen, ziet_bellen), (kennis, ziet_kennis)):
            if ziet == Zichtbaarheid.IEDEREEN and BEGIN in tekst and pk not in uit:
                uit[pk] = _stukken(tekst)
    return uit


def _stukken(tekst: str) -> list[Stuk]:
    delen = re.split(f"{BEGIN}(.*?){EINDE}", tekst)
    return [(deel, nummer % 2 == 1) for nummer, deel in enumerate(delen) if deel]
