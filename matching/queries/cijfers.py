"""What matching did in a period, in numbers that name nobody.

R100, R108, R258, R259, R279, R318, R365, R371.

Every figure says how it was counted; a lead time is in werkdagen.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from statistics import median, quantiles

from django.db.models import Count, F, Q, Window
from django.db.models.functions import Lag

from config.kern.queries import niet_werkdagen
from config.kern.werkdagen import aantal_werkdagen, begin_van_dag, lokale_dag
from matching.enums import Fase, MatchStatus, ReactieStatus, SessieStatus, WervingSoort
from matching.models import (
    ExterneWerving,
    Faseovergang,
    Match,
    MatchtafelSessie,
    Matchvraag,
    Publicatie,
)
from matching.models.procedure import GESLOTEN_FASEN
from pdomein.models import Medewerker
from pdomein.queries import gepubliceerde_ppps

DOORLOOPFASEN = (
    Fase.INFORMEEL, Fase.OPDRACHTENMARKT, Fase.MATCHTAFEL, Fase.EXTERN, Fase.KEUZE_DD,
    Fase.AANWIJZING,
)
LEEFTIJDEN = ((10, "Tot 10 werkdagen"), (20, "10 tot 20 werkdagen"), (40, "20 tot 40 werkdagen"))
OUDER = "40 werkdagen of meer"
WEEK = timedelta(days=7)


@dataclass(frozen=True, slots=True)
class Cijfer:
    """One number: what it counts, of which group, and in which unit."""

    onderdeel: str
    wat: str
    waarde: float
    eenheid: str


@dataclass(frozen=True, slots=True)
class Doorlooptijd:
    """How long searches stood in a phase that they left in this period."""

    fase: Fase
    aantal: int
    mediaan: float
    negen_van_tien: float


@dataclass(frozen=True, slots=True)
class Matchcijfers:
    """Everything on the page of one period; ``tot`` is excluded."""

    van: date
    tot: date
    doorlooptijden: list[Doorlooptijd]
    afloop: list[tuple[str, int]]
    gematcht_in: list[tuple[str, int]]
    publicaties: int
    reacties: int
    zonder_reactie: int
    per_week: list[tuple[date, int]]
    matches_per_mens: list[tuple[str, int]]
    opgaven: int
    opgaven_gemengd: int
    open_vragen: list[tuple[str, int]]
    werving: list[tuple[str, int]]
    werving_competenties: list[tuple[str, dict[str, int]]]
    afgelopen: int
    volgens_plan: int
    sessies: int
    mensen: int
    met_ppp: int

    @property
    def ppp_pct(self) -> float:
        """The share of people in service with a published PPP (R318)."""
        return round(100 * self.met_ppp / self.mensen, 1) if self.mensen else 0

    @property
    def intern_pct(self) -> float:
        """The share of matches that were found inside: not in phase 3 (R371)."""
        alle = sum(n for _, n in self.gematcht_in)
        extern = dict(self.gematcht_in).get(Fase.EXTERN.label, 0)
        return round(100 * (alle - extern) / alle, 1) if alle else 0

    @property
    def laatste_dag(self) -> date:
        return self.tot - timedelta(days=1)

    @property
    def reacties_gemiddeld(self) -> float:
        return self.reacties / self.publicaties if self.publicaties else 0

    def regels(self) -> Iterator[Cijfer]:
        """The same numbers as lines, for who calculates further."""
        for d in self.doorlooptijden:
            yield Cijfer("doorlooptijd, mediaan", d.fase.label, d.mediaan, "werkdagen")
            yield Cijfer("doorlooptijd, 9 van 10", d.fase.label, d.negen_van_tien, "werkdagen")
            yield Cijfer("fase verlaten", d.fase.label, d.aantal, "procedures")
        for onderdeel, rijen, eenheid in (
            ("afloop", self.afloop, "procedures"), ("gematcht in", self.gematcht_in, "procedures"),
            ("matches per medewerker", self.matches_per_mens, "medewerkers"),
            ("open matchvragen", self.open_vragen, "matchvragen"),
            ("externe werving", self.werving, "wervingen"),
        ):
            for wat, aantal in rijen:
                yield Cijfer(onderdeel, wat, aantal, eenheid)
        yield Cijfer("markt", "publicaties", self.publicaties, "publicaties")
        yield Cijfer("markt", "reacties", self.reacties, "reacties")
        yield Cijfer("markt", "zonder reactie", self.zonder_reactie, "publicaties")
        for week, aantal in self.per_week:
            yield Cijfer("publicaties per week", week.isoformat(), aantal, "publicaties")
        yield Cijfer("gematcht in", "binnen de organisatie", self.intern_pct, "%")
        yield Cijfer("afgelopen inzet", "na een match", self.afgelopen, "matches")
        yield Cijfer("afgelopen inzet", "volgens plan", self.volgens_plan, "matches")
        yield Cijfer("gebruik", "sessies van de matchtafel", self.sessies, "sessies")
        yield Cijfer("gebruik", "medewerkers met een gepubliceerd PPP", self.ppp_pct, "%")
        yield Cijfer("over domeinen heen", "opgaven met matches", self.opgaven, "opgaven")
        yield Cijfer("over domeinen heen", "uit twee of meer P-domeinen", self.opgaven_gemengd,
                     "opgaven")


def matchcijfers(van: date, tot: date, vandaag: date) -> Matchcijfers:
    """The figures from ``van`` up to but not including ``tot``; open questions as of today."""
    begin, einde = begin_van_dag(van), begin_van_dag(tot)
    dicht = niet_werkdagen()
    publicaties = _publicaties(begin, einde)
    afloop, gematcht_in = _afloop(begin, einde)
    opgaven = _domeinen_per_opgave(begin, einde)
    werving = _wervingen(begin, einde)
    afgelopen, volgens_plan = _afgelopen(van, min(tot, vandaag + timedelta(days=1)))
    in_dienst = Medewerker.objects.in_dienst(vandaag)
    return Matchcijfers(
        van=van, tot=tot, doorlooptijden=list(_doorlooptijden(begin, einde, dicht)),
        afloop=afloop, gematcht_in=gematcht_in,
        publicaties=len(publicaties), reacties=sum(n for _, n in publicaties),
        zonder_reactie=sum(not n for _, n in publicaties),
        per_week=_per_week((op for op, _ in publicaties), van, tot),
        matches_per_mens=_matches_per_mens(begin, einde),
        opgaven=len(opgaven), opgaven_gemengd=sum(len(d) > 1 for d in opgaven.values()),
        open_vragen=_open_vragen(vandaag, dicht),
        werving=[(WervingSoort(s).label, n) for s, n in Counter(s for s, _ in werving).items()],
        werving_competenties=_werving_per_competentie(werving),
        afgelopen=afgelopen, volgens_plan=volgens_plan,
        sessies=MatchtafelSessie.objects.filter(
            status=SessieStatus.GESLOTEN, datum__gte=van, datum__lt=tot
        ).count(),
        mensen=in_dienst.count(),
        met_ppp=gepubliceerde_ppps(vandaag).filter(medewerker__in=in_dienst).count(),
    )


def _doorlooptijden(
    begin: datetime, einde: datetime, dicht: frozenset[date]
) -> Iterator[Doorlooptijd]:
    stappen = (
        Faseovergang.objects.filter(procedure__in=_geraakt(begin, einde))
        .annotate(vorige=Window(Lag("op"), partition_by=F("procedure_id"), order_by=["op", "id"]))
        .values_list("van", "op", "vorige", "procedure__gestart_op")
    )
    dagen: dict[str, list[int]] = defaultdict(list)
    for fase, op, vorige, gestart in stappen:
        if begin <= op < einde:
            sinds = lokale_dag(vorige or gestart)
            dagen[fase].append(aantal_werkdagen(sinds, lokale_dag(op), dicht))
    for fase in DOORLOOPFASEN:
        if getallen := dagen.get(fase):
            negen = quantiles(getallen, n=10)[-1] if len(getallen) > 1 else getallen[0]
            yield Doorlooptijd(fase, len(getallen), median(getallen), round(negen, 1))


def _geraakt(begin: datetime, einde: datetime) -> object:
    binnen = Faseovergang.objects.filter(op__gte=begin, op__lt=einde)
    return binnen.values("procedure_id")


def _afloop(begin: datetime, einde: datetime) -> tuple[list[tuple[str, int]], ...]:
    """How searches ended, and in which phase the match was found."""
    eindes = Counter(
        Faseovergang.objects.filter(op__gte=begin, op__lt=einde, naar__in=GESLOTEN_FASEN)
        .values_list("naar", "van")
    )
    afloop: Counter[str] = Counter()
    gematcht: Counter[str] = Counter()
    for (naar, fase), aantal in eindes.items():
        afloop[naar] += aantal
        if naar == Fase.GEMATCHT:
            gematcht[fase] += aantal
    return (
        [(f.label, afloop[f]) for f in GESLOTEN_FASEN if afloop[f]],
        [(f.label, gematcht[f]) for f in Fase if gematcht[f]],
    )


def _publicaties(begin: datetime, einde: datetime) -> list[tuple[datetime, int]]:
    geldig = ~Q(reacties__status=ReactieStatus.INGETROKKEN)
    return list(
        Publicatie.objects.filter(gepubliceerd_op__gte=begin, gepubliceerd_op__lt=einde)
        .annotate(n=Count("reacties", filter=geldig)).order_by("gepubliceerd_op")
        .values_list("gepubliceerd_op", "n")
    )


def _per_week(momenten: Iterable[datetime], van: date, tot: date) -> list[tuple[date, int]]:
    """Every week of the period, also those with nothing (R259)."""
    telling = Counter(_maandag(lokale_dag(op)) for op in momenten)
    week, weken = _maandag(van), []
    while week < tot:
        weken.append((week, telling[week]))
        week += WEEK
    return weken


def _maandag(dag: date) -> date:
    return dag - timedelta(days=dag.weekday())


def _definitief(begin: datetime, einde: datetime) -> object:
    return Match.objects.filter(
        status=MatchStatus.DEFINITIEF, definitief_op__gte=begin, definitief_op__lt=einde
    )


def _matches_per_mens(begin: datetime, einde: datetime) -> list[tuple[str, int]]:
    """How many people had one match, two, or more: is it always the same people? (R258)"""
    per_mens = Counter(_definitief(begin, einde).values_list("medewerker_id", flat=True))
    groepen = Counter(min(n, 3) for n in per_mens.values())
    woorden = {1: "1 match", 2: "2 matches", 3: "3 matches of meer"}
    return [(woord, groepen[n]) for n, woord in woorden.items() if groepen[n]]


def _domeinen_per_opgave(begin: datetime, einde: datetime) -> dict[int, set[int]]:
    """The P-domeinen of the people who were matched to each opgave, by their team then."""
    thuis = Q(medewerker__plaatsingen__begin__lte=F("begin")) & (
        Q(medewerker__plaatsingen__einde=None) | Q(medewerker__plaatsingen__einde__gt=F("begin"))
    )
    domeinen: dict[int, set[int]] = defaultdict(set)
    paren = _definitief(begin, einde).filter(thuis).values_list(
        "procedure__matchvraag__opdracht__opgave_id", "medewerker__plaatsingen__pteam__domein_id"
    )
    for opgave, domein in paren:
        domeinen[opgave].add(domein)
    return domeinen


def _afgelopen(van: date, tot: date) -> tuple[int, int]:
    """Matches whose end came in this period, and those that the register kept as agreed (R100)."""
    rijen = Match.objects.filter(
        status=MatchStatus.DEFINITIEF, einde__gte=van, einde__lt=tot
    ).aggregate(alle=Count("pk"), plan=Count("pk", filter=Q(inzet__eind_registratie=None)))
    return rijen["alle"], rijen["plan"]


def _open_vragen(vandaag: date, dicht: frozenset[date]) -> list[tuple[str, int]]:
    telling: Counter[str] = Counter()
    for geopend in Matchvraag.objects.filter(gesloten_op=None).values_list("geopend_op", flat=True):
        dagen = aantal_werkdagen(lokale_dag(geopend), vandaag, dicht)
        telling[next((label for grens, label in LEEFTIJDEN if dagen < grens), OUDER)] += 1
    return [(label, telling[label]) for label in (*(w for _, w in LEEFTIJDEN), OUDER)]


def _wervingen(begin: datetime, einde: datetime) -> list[tuple[str, list[str]]]:
    """Form and asked competenties of each external search."""
    rijen = ExterneWerving.objects.filter(
        geopend_op__gte=begin, geopend_op__lt=einde
    ).select_related("procedure__matchvraag__tro").prefetch_related(
        "procedure__matchvraag__tro__competenties__competentie"
    ).defer("procedure__matchvraag__tro__zoektekst")
    return [
        (r.soort, [c.competentie.naam for c in r.procedure.matchvraag.tro.competenties.all()])
        for r in rijen
    ]


def _werving_per_competentie(
    wervingen: list[tuple[str, list[str]]], aantal: int = 10
) -> list[tuple[str, dict[str, int]]]:
    """What is looked for outside most, by form: the choice between doing and hiring (R279)."""
    telling: dict[str, Counter[str]] = defaultdict(Counter)
    for soort, namen in wervingen:
        for naam in namen:
            telling[naam][soort] += 1
    grootste = sorted(telling.items(), key=lambda p: (-p[1].total(), p[0]))[:aantal]
    return [(naam, dict(soorten)) for naam, soorten in grootste]
