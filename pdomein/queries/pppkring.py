"""Who was let in to read a PPP, what it said before, and how a P-manager relates to the norm."""

import difflib
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any

from django.db.models import Count, Q, QuerySet
from django.http import Http404

from config.kern.actor import Actor
from config.kern.queries import instelling
from config.kern.werkdagen import AMSTERDAM
from pdomein.enums import Dienstverband
from pdomein.models import (
    PPP,
    Medewerker,
    Norm,
    Normstand,
    PPPToestemming,
    PPPVersie,
    Professie,
)
from pdomein.queries.mensen import pteams_van_pmanager
from pdomein.queries.ppp import COLLEGA, TOESTEMMING, lezer_van, ppp_van, ppp_volledig

DELEN = (
    ("kennis_en_kunde", "1. Kennis en kunde"),
    ("ontwikkelen", "2. Ontwikkelen"),
    ("bellen_voor", "3. Waar we jou voor kunnen bellen"),
)
Stuk = tuple[str, str]


def toestemmingen_van(ppp: PPP, op: date) -> QuerySet[PPPToestemming]:
    """Consents that still hold on ``op``."""
    return ppp.toestemmingen.filter(ingetrokken_op=None, tot__gt=op).select_related("aan")


def toestemming_met(ppp: PPP | None, public_id: Any) -> PPPToestemming:
    rij = ppp.toestemmingen.filter(public_id=public_id).first() if ppp else None
    if rij is None:
        raise Http404("Deze toestemming bestaat niet.")
    return rij


def lezer_met_toestemming(actor: Actor, medewerker: Medewerker, op: date) -> str:
    """As ``lezer_van``; a colleague who was given consent reads everything (R345, R395)."""
    lezer = lezer_van(actor, medewerker, op)
    if lezer != COLLEGA or actor.medewerker_id is None:
        return lezer
    mag = PPPToestemming.objects.filter(
        ppp__medewerker=medewerker, aan_id=actor.medewerker_id, ingetrokken_op=None, tot__gt=op
    )
    return TOESTEMMING if mag.exists() else COLLEGA


def gedeeld_met(actor: Actor, op: date) -> QuerySet[PPPToestemming]:
    """PPPs that colleagues let this person read."""
    return PPPToestemming.objects.filter(
        aan_id=actor.medewerker_id, ingetrokken_op=None, tot__gt=op
    ).select_related("ppp__medewerker").order_by("tot")


def pppversies(ppp: PPP) -> QuerySet[PPPVersie]:
    return ppp.versies.order_by("-nummer")


def pppversie_met(medewerker: Medewerker, nummer: int) -> PPPVersie:
    """One version of the own PPP; 404 when there is none."""
    versie = (
        PPPVersie.objects.filter(ppp__medewerker=medewerker, nummer=nummer)
        .select_related("ppp__medewerker").first()
    )
    if versie is None:
        raise Http404("Deze versie bestaat niet.")
    return versie


@dataclass(frozen=True, slots=True)
class Verschil:
    """One part of a PPP, then and now; ``stukken`` says word by word what went and came."""

    titel: str
    stukken: tuple[Stuk, ...]

    @property
    def is_anders(self) -> bool:
        return any(soort != "gelijk" for _, soort in self.stukken)


def verschillen(versie: PPPVersie, ppp: PPP) -> list[Verschil]:
    """What changed in the PPP since ``versie`` (R146)."""
    nu = ppp_volledig(ppp)
    uit = [
        Verschil(titel, tuple(_woorden(versie.inhoud.get(veld, ""), nu[veld])))
        for veld, titel in DELEN
    ]
    oud, nieuw = _competenties(versie.inhoud), _competenties(nu)
    regels = [(r, "gelijk" if r in nieuw else "weg") for r in oud]
    regels += [(r, "erbij") for r in nieuw if r not in oud]
    return [*uit, Verschil("Competenties", tuple(regels))]


def _competenties(inhoud: dict[str, Any]) -> list[str]:
    return [f"{c['naam']}, niveau {c['niveau']}" for c in inhoud.get("competenties", ())]


def _woorden(oud: str, nieuw: str) -> Iterator[Stuk]:
    links, rechts = re.findall(r"\S+\s*", oud), re.findall(r"\S+\s*", nieuw)
    for daad, a, b, c, d in difflib.SequenceMatcher(a=links, b=rechts).get_opcodes():
        if daad == "equal":
            yield "".join(links[a:b]), "gelijk"
            continue
        if b > a:
            yield "".join(links[a:b]), "weg"
        if d > c:
            yield "".join(rechts[c:d]), "erbij"


def normen(op: date) -> QuerySet[Norm]:
    """The norm for P-managers as it holds on ``op``; it may be empty (R144)."""
    return Norm.objects.filter(Q(vervallen_op=None) | Q(vervallen_op__gt=op))


def norm_met(public_id: Any) -> Norm:
    norm = Norm.objects.filter(public_id=public_id).first()
    if norm is None:
        raise Http404("Deze norm bestaat niet.")
    return norm


def normstanden(medewerker: Medewerker, op: date) -> list[tuple[Norm, Normstand | None]]:
    """Each line of the norm with what this P-manager says about it."""
    bekend = {
        s.norm_id: s for s in Normstand.objects.filter(ppp__medewerker=medewerker)
    }
    return [(norm, bekend.get(norm.pk)) for norm in normen(op)]


def is_pmanager(medewerker: Medewerker, op: date) -> bool:
    return pteams_van_pmanager(medewerker, op).exists()


def professies() -> QuerySet[Professie]:
    return Professie.objects.all()


@dataclass(frozen=True, slots=True)
class Dekking:
    """How far a group is with its PPPs: numbers, no names (R344)."""

    mensen: int
    compleet: int
    vers: int
    gepubliceerd: int

    def pct(self, aantal: int) -> str:
        return f"{round(100 * aantal / self.mensen) if self.mensen else 0}%"

    @property
    def pct_compleet(self) -> str:
        return self.pct(self.compleet)

    @property
    def pct_vers(self) -> str:
        return self.pct(self.vers)

    @property
    def pct_gepubliceerd(self) -> str:
        return self.pct(self.gepubliceerd)


def dekking(mensen: QuerySet[Medewerker], vers_sinds: Any) -> Dekking:
    """Complete: the three parts and at least one competentie; fresh: confirmed in time."""
    vol = (
        ~Q(ppp__kennis_en_kunde="") & ~Q(ppp__ontwikkelen="") & ~Q(ppp__bellen_voor="")
        & Q(ppp__competenties__isnull=False)
    )
    telling = mensen.order_by().aggregate(
        mensen=Count("pk", distinct=True),
        compleet=Count("pk", filter=vol, distinct=True),
        vers=Count("pk", filter=Q(ppp__bevestigd_op__gte=vers_sinds), distinct=True),
        gepubliceerd=Count("pk", filter=Q(ppp__gepubliceerd_op__isnull=False), distinct=True),
    )
    return Dekking(**telling)


def dekking_op(mensen: QuerySet[Medewerker], op: date) -> Dekking:
    """As ``dekking``, with the term of the settings."""
    maanden = instelling("PPP_VERS_MAANDEN", op)
    begin = datetime.combine(op, time(), AMSTERDAM) - timedelta(days=maanden * 365.25 / 12)
    return dekking(mensen, begin)


def eigen_ppp(medewerker: Medewerker) -> PPP:
    """The PPP of this person; 404 when there is none yet."""
    ppp = ppp_van(medewerker)
    if ppp is None:
        raise Http404("Je hebt nog geen PPP.")
    return ppp


def te_herinneren(
    op: date, *, sinds: datetime, begonnen_voor: date
) -> tuple[list[Medewerker], list[PPP]]:
    """Own people without a PPP, and PPPs that were not confirmed ``sinds`` (R140)."""
    eigen = Medewerker.objects.in_dienst(op).filter(
        dienstverband__in=[Dienstverband.VAST, Dienstverband.TIJDELIJK],
        in_dienst__lte=begonnen_voor,
    )
    oud = PPP.objects.filter(medewerker__in=eigen).filter(
        Q(bevestigd_op__lt=sinds) | Q(bevestigd_op=None, bijgewerkt_op__lt=sinds)
    ).filter(Q(pauze_tot=None) | Q(pauze_tot__lte=op))
    return list(eigen.filter(ppp=None)), list(oud.select_related("medewerker").defer("zoektekst"))
