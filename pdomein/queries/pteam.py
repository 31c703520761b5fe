"""P-teams with their size, their P-manager and that manager's span (DT-8, DT-24, DT-29)."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from uuid import UUID

from django.db.models import Count, Exists, OuterRef, Q, QuerySet, Subquery, Sum
from django.db.models.functions import Coalesce
from django.http import Http404

from config.kern.actor import Actor, Recht
from config.kern.enums import GremiumSoort
from config.kern.models import Afwijking, Gremium
from config.kern.queries import instelling
from pdomein.enums import Dienstverband, Leeskring, TeamplanDeel
from pdomein.models import (
    Afwijkingscriterium,
    Medewerker,
    Plaatsing,
    PManagerAanstelling,
    ProfessioneelDomein,
    PTeam,
    TeamplanOnderdeel,
)
from pdomein.personeel import zonder_accenten
from pdomein.queries.mensen import pmanagement_pct, pteams_van_pmanager
from pdomein.teamgrootte import SPAN, TEAMGROOTTE, Omvang, Span, bereken_span


@dataclass(frozen=True, slots=True)
class PTeamRij:
    pteam: PTeam
    omvang: Omvang
    pmanager: Medewerker | None


@dataclass(frozen=True, slots=True)
class TeamplanRij:
    """One section of a teamplan for one reader; ``is_leesbaar`` is False when it is not shared."""

    nummer: int
    titel: str
    tekst: str
    is_leesbaar: bool
    zichtbaar_voor: str
    onderdeel: TeamplanOnderdeel | None

    @property
    def begin(self) -> dict[str, str]:
        """What a form starts with."""
        voor = self.onderdeel.zichtbaar_voor if self.onderdeel else Leeskring.TEAM
        ruimte = self.onderdeel.regelruimte if self.onderdeel else ""
        return {"tekst": self.tekst, "zichtbaar_voor": voor, "regelruimte": ruimte}


def telt_mee(op: date) -> Q:
    """Placements that count for the size: not of temporary people (R127)."""
    niet = [Dienstverband.EXTERN, Dienstverband.STAGIAIR]
    if not instelling("PTEAM_TRAINEES_TELLEN", op):
        niet.append(Dienstverband.TRAINEE)
    return (
        Q(medewerker__in_dienst__lte=op)
        & (Q(medewerker__uit_dienst=None) | Q(medewerker__uit_dienst__gt=op))
        & ~Q(medewerker__dienstverband__in=niet)
    )


def geldige_afwijking(regel: str, op: date) -> QuerySet[Afwijking]:
    return Afwijking.objects.filter(
        Q(regel=regel, begin__lte=op) & (Q(einde=None) | Q(einde__gt=op))
    )


def _met_omvang(teams: QuerySet[PTeam], op: date) -> QuerySet[PTeam]:
    leden = (
        Plaatsing.objects.geldig_op(op).filter(telt_mee(op), pteam=OuterRef("pk"))
        .order_by().values("pteam").annotate(n=Count("pk")).values("n")
    )
    uitleg = geldige_afwijking(TEAMGROOTTE, op).filter(object_id=OuterRef("public_id"))
    return teams.annotate(
        aantal_leden=Coalesce(Subquery(leden), 0), is_uitgelegd=Exists(uitleg)
    )


def pteams_met_omvang(op: date) -> QuerySet[PTeam]:
    """P-teams on ``op``, each with ``aantal_leden``."""
    return _met_omvang(PTeam.objects.geldig_op(op), op).select_related("domein", "professie")


def _omvang(pteam: PTeam, grenzen: tuple[int, int]) -> Omvang:
    return Omvang(pteam.aantal_leden, *grenzen, is_uitgelegd=pteam.is_uitgelegd)


def _grenzen(op: date) -> tuple[int, int]:
    return instelling("PTEAM_MIN", op), instelling("PTEAM_MAX", op)


def pmanagers_per_team(pteam_ids: Iterable[int], op: date) -> dict[int, Medewerker]:
    """The P-manager of each team on ``op`` (R156)."""
    return {
        a.pteam_id: a.medewerker
        for a in PManagerAanstelling.objects.geldig_op(op)
        .filter(pteam_id__in=list(pteam_ids)).select_related("medewerker")
    }


def pteams_lijst(*, op: date, zoek: str = "") -> list[PTeamRij]:
    """Every P-team on ``op`` with size and P-manager, in four queries however many there are."""
    teams = list(pteams_met_omvang(op))
    leiders = pmanagers_per_team((t.pk for t in teams), op)
    grenzen = _grenzen(op)
    rijen = [PTeamRij(t, _omvang(t, grenzen), leiders.get(t.pk)) for t in teams]
    woorden = zonder_accenten(zoek).split()
    return [r for r in rijen if all(w in _zoektekst(r) for w in woorden)]


def _zoektekst(rij: PTeamRij) -> str:
    delen = (
        rij.pteam.naam, rij.pteam.code, rij.pteam.professie.naam,
        rij.pmanager.naam if rij.pmanager else "",
    )
    return zonder_accenten(" ".join(delen))


def teamnamen() -> dict[str, str]:
    """The name of every team by its code."""
    return dict(PTeam.objects.order_by("naam").values_list("code", "naam"))


def domeinen() -> list[ProfessioneelDomein]:
    return list(ProfessioneelDomein.objects.all())


def pteam_met(public_id: UUID) -> PTeam:
    """One P-team; 404 when unknown."""
    pteam = (
        PTeam.objects.select_related("domein", "professie", "cluster")
        .filter(public_id=public_id).first()
    )
    if pteam is None:
        raise Http404("Dit P-team bestaat niet.")
    return pteam


def omvang_van(pteam: PTeam, op: date) -> Omvang:
    """How many people have their home in this team on ``op`` (R124, R127)."""
    geteld = _met_omvang(PTeam.objects.filter(pk=pteam.pk), op).get()
    return _omvang(geteld, _grenzen(op))


def afwijking_van(pteam: PTeam, op: date) -> Afwijking | None:
    """The decision that explains another size, when there is one on ``op`` (R125)."""
    return (
        geldige_afwijking(TEAMGROOTTE, op).filter(object_id=pteam.public_id)
        .select_related("besluit").prefetch_related("omvangbesluit__criteria").first()
    )


def gronden_van(afwijking: Afwijking | None) -> list[Afwijkingscriterium]:
    """The criteria on which a decision rests; empty when it explains itself (R126)."""
    grondslag = getattr(afwijking, "omvangbesluit", None) if afwijking else None
    return list(grondslag.criteria.all()) if grondslag else []


def criteria(op: date) -> list[Afwijkingscriterium]:
    """The grounds for another size that the P-beraad offers (R126)."""
    return list(
        Afwijkingscriterium.objects.filter(Q(vervallen_op=None) | Q(vervallen_op__gt=op))
    )


def criterium_met(public_id: UUID) -> Afwijkingscriterium:
    criterium = Afwijkingscriterium.objects.filter(public_id=public_id).first()
    if criterium is None:
        raise Http404("Dit criterium bestaat niet.")
    return criterium


def pmanager_van_team(pteam: PTeam, op: date) -> Medewerker | None:
    return pmanagers_per_team([pteam.pk], op).get(pteam.pk)


def span_van(pmanager: Medewerker, op: date) -> Span | None:
    """The span of a P-manager over all teams; None for who leads no team (R158)."""
    teams = list(pteams_van_pmanager(pmanager, op).values_list("pk", flat=True))
    if not teams:
        return None
    fte = (
        Plaatsing.objects.geldig_op(op).filter(telt_mee(op), pteam_id__in=teams)
        .exclude(medewerker=pmanager)
        .aggregate(som=Coalesce(Sum("medewerker__aanstelling_fte"), Decimal(0)))["som"]
    )
    return bereken_span(
        fte=fte, pct=pmanagement_pct(pmanager, op), aanstelling=pmanager.aanstelling_fte,
        tabel=instelling("SPAN", op),
        is_uitgelegd=geldige_afwijking(SPAN, op).filter(object_id=pmanager.public_id).exists(),
    )


def mag_span_zien(actor: Actor, pteam: PTeam, pmanager: Medewerker | None) -> bool:
    """How somebody divides the time is for that person and who steers the capacity."""
    return pmanager is not None and (
        actor.medewerker_id == pmanager.pk
        or actor.heeft(Recht.DOMEIN_REGIE, op=pteam.domein)
        or actor.heeft(Recht.CAPACITEIT_INZIEN)
    )


def is_teamlid(actor: Actor, pteam: PTeam, op: date) -> bool:
    return (
        actor.medewerker_id is not None
        and Plaatsing.objects.geldig_op(op)
        .filter(pteam=pteam, medewerker_id=actor.medewerker_id).exists()
    )


def teamplan_voor(actor: Actor, pteam: PTeam, is_lid: bool) -> list[TeamplanRij]:
    """The seven sections as this reader may see them (R136)."""
    van_het_team = is_lid or actor.heeft(Recht.PTEAM_LEIDEN, op=pteam)
    bekend = {o.nummer: o for o in pteam.teamplan.all()}
    rijen = []
    for deel in TeamplanDeel:
        onderdeel = bekend.get(deel.value)
        leesbaar = van_het_team or (
            onderdeel is not None and onderdeel.zichtbaar_voor == Leeskring.IEDEREEN
        )
        rijen.append(TeamplanRij(
            nummer=deel.value, titel=deel.label,
            tekst=onderdeel.tekst if onderdeel and leesbaar else "", is_leesbaar=leesbaar,
            zichtbaar_voor=onderdeel.get_zichtbaar_voor_display() if onderdeel else "",
            onderdeel=onderdeel if leesbaar else None,
        ))
    return rijen


def teamplan_deel(actor: Actor, pteam: PTeam, nummer: int, op: date) -> TeamplanRij:
    """One of the seven sections; 404 for another number."""
    rijen = teamplan_voor(actor, pteam, is_teamlid(actor, pteam, op))
    if not 1 <= nummer <= len(rijen):
        raise Http404("Een teamplan heeft zeven onderdelen.")
    return rijen[nummer - 1]


def p_beraad() -> Gremium | None:
    return Gremium.objects.filter(soort=GremiumSoort.P_BERAAD).order_by("pk").first()
