"""Who can I call for …: a search over what colleagues published, with the reason (R131, R143).

Only what the owner shows to all colleagues is searched, counted or shown. Somebody stands higher
by: more of the asked words, then the level of a fitting competentie (or one under it), then a
broader competentie, then the text, then the name.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import reduce
from operator import add, or_
from uuid import UUID

from django.contrib.postgres.search import SearchHeadline, SearchQuery, SearchRank
from django.db.models import (
    Case,
    Exists,
    F,
    IntegerField,
    Max,
    OuterRef,
    Q,
    QuerySet,
    Value,
    When,
)
from django.db.models.functions import Coalesce

from pdomein.enums import Zichtbaarheid
from pdomein.models import PPP, Competentie, Plaatsing, PPPCompetentie, Professie, PTeam
from pdomein.queries.competentie import passende_competenties
from pdomein.queries.mensen import pteams_van

BEGIN, EINDE = "\ue000", "\ue001"
Stuk = tuple[str, bool]
LEEGWOORDEN = frozenset({
    *("aan", "alles", "als", "bij", "dat", "den", "die", "dit", "een", "het", "hoe", "iemand"),
    *("iets", "kan", "met", "mij", "naar", "niet", "ook", "over", "tot", "uit", "van", "veel"),
    *("voor", "vraag", "vragen", "waar", "wat", "weet", "wie", "wil", "zijn"),
})
OPEN = Q(zichtbaar_kennis=Zichtbaarheid.IEDEREEN)


@dataclass(frozen=True, slots=True)
class Vraag:
    """A question in words, with what each word can mean."""

    tekst: str
    woorden: tuple[str, ...]
    per_woord: tuple[frozenset[int], ...] = ()
    waarom: Mapping[int, str] = field(default_factory=dict)
    breder: Mapping[int, str] = field(default_factory=dict)
    professies: Mapping[int, str] = field(default_factory=dict)

    @property
    def tsquery(self) -> SearchQuery:
        return reduce(or_, (SearchQuery(w, config="dutch") for w in self.woorden))


@dataclass(frozen=True, slots=True)
class Treffer:
    """One person that was found: the competenties and the sentence that say why."""

    ppp: PPP
    pteam: PTeam | None
    competenties: Sequence[tuple[str, str, str]]
    fragment: Sequence[Stuk]
    redenen: Sequence[str] = ()

    @property
    def teamnaam(self) -> str:
        return self.pteam.naam if self.pteam else ""


def lees_vraag(zoek: str) -> Vraag:
    """The words of a question with their competenties: own name, synonym, narrower, broader."""
    tekst = zoek[:100].strip()
    if not tekst:
        return Vraag("", ())
    los = [w for w in re.findall(r"\w[\w-]*", tekst) if len(w) > 2]
    woorden = tuple(dict.fromkeys(w for w in los if w.lower() not in LEEGWOORDEN))[:5] or (tekst,)
    per_woord = [passende_competenties(w) for w in woorden]
    waarom: dict[int, str] = {}
    for gevonden in (passende_competenties(tekst), *per_woord):
        for pk, reden in gevonden.items():
            if pk not in waarom or len(reden) < len(waarom[pk]):
                waarom[pk] = reden
    zelf = [pk for pk, reden in waarom.items() if not reden.startswith("valt onder")]
    return Vraag(
        tekst, woorden, tuple(frozenset(g) for g in per_woord), waarom,
        _breder(zelf, set(waarom)), _professies(woorden),
    )


def _breder(gevonden: Sequence[int], al: set[int]) -> dict[int, str]:
    """The broader competentie of what was asked: a person may know the whole field."""
    return {
        boven: f"ruimer dan {naam}"
        for boven, naam in Competentie.objects.filter(pk__in=gevonden)
        .exclude(bovenliggende=None).values_list("bovenliggende_id", "naam")
        if boven not in al
    }


def _professies(woorden: Sequence[str]) -> dict[int, str]:
    passend = reduce(or_, (Q(naam__icontains=w) for w in woorden))
    return dict(Professie.objects.filter(passend).values_list("pk", "naam"))


def professionals(
    *, op: date, zoek: str = "", domein: UUID | None = None, vraag: Vraag | None = None
) -> QuerySet[PPP]:
    """Published PPPs for a question, best first."""
    ppps = PPP.objects.zichtbaar(op).select_related("medewerker").defer("zoektekst")
    if domein is not None:
        thuis = Plaatsing.objects.geldig_op(op).filter(pteam__domein__public_id=domein)
        ppps = ppps.filter(medewerker_id__in=thuis.values("medewerker_id"))
    vraag = vraag or lees_vraag(zoek)
    if not vraag.tekst:
        return ppps.order_by("medewerker__sorteernaam", "pk")
    return (
        ppps.annotate(
            beste=_niveau(vraag.waarom), breder=_niveau(vraag.breder),
            rang=SearchRank(F("zoektekst"), vraag.tsquery),
            aantal_woorden=_woorden(vraag), in_vak=_in_vak(vraag),
        )
        .filter(Q(aantal_woorden__gt=0) | Q(beste__gt=0) | Q(breder__gt=0) | Q(in_vak=True))
        .order_by(
            "-aantal_woorden", "-beste", "-breder", "-in_vak", "-rang",
            "medewerker__sorteernaam", "pk",
        )
    )


def _niveau(competenties: Mapping[int, str]) -> Coalesce:
    bedoeld = Q(competenties__competentie_id__in=list(competenties)) & OPEN
    return Coalesce(Max("competenties__niveau", filter=bedoeld), Value(0))


def _woorden(vraag: Vraag) -> Case:
    """How many of the words somebody answers, by a competentie or in the text."""
    delen = []
    for woord, competenties in zip(vraag.woorden, vraag.per_woord, strict=True):
        heeft = PPPCompetentie.objects.filter(
            ppp=OuterRef("pk"), competentie_id__in=list(competenties)
        )
        raak = Q(zoektekst=SearchQuery(woord, config="dutch")) | (OPEN & Q(Exists(heeft)))
        delen.append(Case(When(raak, then=1), default=0, output_field=IntegerField()))
    return reduce(add, delen)


def _in_vak(vraag: Vraag) -> Case:
    """At home in the asked vak, by what the person says (R339)."""
    thuis = PPP.professies.through.objects.filter(
        ppp=OuterRef("pk"), professie_id__in=list(vraag.professies)
    )
    return Case(When(OPEN & Q(Exists(thuis)), then=True), default=False)


def treffers(
    ppps: Sequence[PPP], *, op: date, zoek: str, vraag: Vraag | None = None
) -> list[Treffer]:
    """The reasons for one page of found PPPs, in a fixed number of queries."""
    vraag = vraag or lees_vraag(zoek)
    teams = pteams_van([p.medewerker_id for p in ppps], op)
    per_ppp: dict[int, list[tuple[str, str, str]]] = {}
    rijen = PPPCompetentie.objects.filter(
        ppp__in=ppps, ppp__zichtbaar_kennis=Zichtbaarheid.IEDEREEN
    ).select_related("competentie").order_by("-niveau", "competentie__naam")
    waarom = {**vraag.breder, **vraag.waarom}
    for rij in rijen:
        if not vraag.tekst or rij.competentie_id in waarom:
            per_ppp.setdefault(rij.ppp_id, []).append((
                rij.competentie.naam, rij.get_niveau_display().partition(":")[0],
                waarom.get(rij.competentie_id, ""),
            ))
    zinnen, vakken = _fragmenten([p.pk for p in ppps], vraag), _vakken(ppps, vraag)
    return [
        Treffer(
            p, teams.get(p.medewerker_id), per_ppp.get(p.pk, [])[:4], zinnen.get(p.pk, ()),
            _redenen(p, vraag, vakken.get(p.pk, [])),
        )
        for p in ppps
    ]


def _vakken(ppps: Sequence[PPP], vraag: Vraag) -> dict[int, list[str]]:
    uit: dict[int, list[str]] = {}
    for ppp_id, professie_id in PPP.professies.through.objects.filter(
        ppp__in=ppps, ppp__zichtbaar_kennis=Zichtbaarheid.IEDEREEN,
        professie_id__in=list(vraag.professies),
    ).values_list("ppp_id", "professie_id"):
        uit.setdefault(ppp_id, []).append(vraag.professies[professie_id])
    return uit


def _redenen(ppp: PPP, vraag: Vraag, vakken: list[str]) -> list[str]:
    """Why somebody stands here, and what the person shares about other work."""
    uit = [f"Thuis in {naam}" for naam in vakken]
    if len(vraag.woorden) > 1 and ppp.aantal_woorden:
        uit.append(f"Past bij {ppp.aantal_woorden} van je {len(vraag.woorden)} woorden")
    if ppp.zichtbaar_bellen == Zichtbaarheid.IEDEREEN:
        if ppp.openheid == "ja":
            uit.append("Zoekt een nieuwe opdracht")
        if ppp.mentor in {"biedt", "beide"}:
            uit.append("Wil mentor zijn")
    return uit


def _fragmenten(ids: list[int], vraag: Vraag) -> dict[int, list[Stuk]]:
    """The piece of published text that answers the question, cut into found and other words."""
    if not vraag.tekst:
        return {}

    def kop(veld: str) -> SearchHeadline:
        return SearchHeadline(
            veld, vraag.tsquery, config="dutch", start_sel=BEGIN, stop_sel=EINDE, max_words=22,
            min_words=10, max_fragments=1,
        )

    rijen = PPP.objects.filter(pk__in=ids, zoektekst=vraag.tsquery).annotate(
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


@dataclass(frozen=True, slots=True)
class Kenmerk:
    """What a found person can be filtered on: only what all colleagues may see."""

    ppp_id: int
    waarden: Mapping[str, frozenset[str]]


def kenmerken(ppps: QuerySet[PPP], op: date) -> list[Kenmerk]:
    """Team, vak, domain, other work and mentor of everybody found, in four queries, in order."""
    rijen = list(ppps.values_list(
        "pk", "medewerker_id", "openheid", "mentor", "zichtbaar_bellen", "zichtbaar_kennis"
    ))
    teams = pteams_van([r[1] for r in rijen], op)
    vakken: dict[int, set[str]] = {}
    for ppp_id, code in PPP.professies.through.objects.filter(
        ppp_id__in=[r[0] for r in rijen if r[5] == Zichtbaarheid.IEDEREEN]
    ).values_list("ppp_id", "professie__code"):
        vakken.setdefault(ppp_id, set()).add(code)
    codes = dict(Professie.objects.values_list("pk", "code"))
    uit = []
    for pk, wie, openheid, mentor, ziet_bellen, _ in rijen:
        team, open_ = teams.get(wie), ziet_bellen == Zichtbaarheid.IEDEREEN
        vak = {codes[team.professie_id]} if team else set()
        uit.append(Kenmerk(pk, {
            "domein": frozenset({team.domein.code} if team else ()),
            "team": frozenset({team.code} if team else ()),
            "vak": frozenset(vak | vakken.get(pk, set())),
            "werk": frozenset({openheid} if open_ and openheid in {"ja", "overleg"} else ()),
            "mentor": frozenset(_mentor(mentor) if open_ else ()),
        }))
    return uit


def _mentor(mentor: str) -> set[str]:
    return {"biedt", "zoekt"} if mentor == "beide" else {mentor} if mentor else set()


def mentoren(op: date) -> list[dict[str, str]]:
    """Who offers or asks a mentor, for MentorConnect: published and shown to all (R393)."""
    ppps = list(
        PPP.objects.zichtbaar(op).exclude(mentor="").filter(
            zichtbaar_bellen=Zichtbaarheid.IEDEREEN
        ).select_related("medewerker").defer("zoektekst").order_by("medewerker__sorteernaam")
    )
    teams = pteams_van([p.medewerker_id for p in ppps], op)
    return [
        {
            "naam": p.medewerker.naam, "waarover": p.mentor_onderwerp,
            "team": teams[p.medewerker_id].naam if p.medewerker_id in teams else "",
            "mentor": p.get_mentor_display(),
        }
        for p in ppps
    ]
