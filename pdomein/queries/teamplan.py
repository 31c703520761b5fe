"""The teamplan as a reader may see it, its adopted versions, and what a team plans."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db.models import Count, Exists, Max, OuterRef, Q, QuerySet
from django.http import Http404

from config.kern.actor import Actor, Recht
from config.kern.queries import instelling
from config.kern.werkdagen import lokale_dag
from pdomein.enums import Leeskring, TeamplanDeel
from pdomein.enums_leren import Deelname
from pdomein.models import (
    Activiteitdeelname,
    Medewerker,
    Plaatsing,
    PTeam,
    Teamactiviteit,
    TeamplanOnderdeel,
    Teamplanversie,
)
from pdomein.queries.pteam import TeamplanRij, pmanagers_per_team, teamplan_voor

DELEN = {deel.value: deel.label for deel in TeamplanDeel}


def lege_delen(pteam: PTeam) -> list[str]:
    """Sections that nobody wrote yet, by name (R135)."""
    gevuld = {o.nummer for o in pteam.teamplan.all() if o.tekst.strip()}
    return [f"{nummer}. {titel}" for nummer, titel in DELEN.items() if nummer not in gevuld]


def open_versie(pteam: PTeam) -> Teamplanversie | None:
    """What lies before the team and is not adopted yet."""
    return pteam.teamplanversies.filter(vastgesteld_op=None, ingetrokken_op=None).first()


def vastgestelde_versies(pteam: PTeam) -> QuerySet[Teamplanversie]:
    return pteam.teamplanversies.exclude(vastgesteld_op=None).select_related(
        "akkoord_team_door", "akkoord_pmanager_door"
    )


def teamplanversie_met(pteam: PTeam, nummer: int) -> Teamplanversie:
    versie = pteam.teamplanversies.select_related(
        "pteam", "akkoord_team_door", "akkoord_pmanager_door", "voorgelegd_door"
    ).filter(nummer=nummer).first()
    if versie is None:
        raise Http404("Deze versie bestaat niet.")
    return versie


def versie_voor(actor: Actor, versie: Teamplanversie, is_lid: bool) -> list[TeamplanRij]:
    """A version for one reader: a section that is closed now is closed in old versions too."""
    van_het_team = is_lid or actor.heeft(Recht.PTEAM_LEIDEN, op=versie.pteam)
    nu_open = {
        o.nummer for o in versie.pteam.teamplan.all() if o.zichtbaar_voor == Leeskring.IEDEREEN
    }
    return [
        TeamplanRij(
            nummer=deel["nummer"], titel=DELEN[deel["nummer"]],
            tekst=deel["tekst"] if leesbaar else "", is_leesbaar=leesbaar,
            zichtbaar_voor=Leeskring(deel["zichtbaar_voor"]).label,
            onderdeel=_los(deel) if leesbaar else None,
        )
        for deel in versie.inhoud
        for leesbaar in [van_het_team or (
            deel["zichtbaar_voor"] == Leeskring.IEDEREEN and deel["nummer"] in nu_open
        )]
    ]


def _los(deel: dict[str, str]) -> TeamplanOnderdeel:
    """A section as it was, not from the database."""
    return TeamplanOnderdeel(**{k: deel[k] for k in ("nummer", "tekst", "regelruimte")})


def open_teamplan(pteam: PTeam) -> list[TeamplanRij]:
    """The sections for the whole organisation: overview and API (R136)."""
    return [r for r in teamplan_voor(Actor(None, ""), pteam, False) if r.is_leesbaar]


@dataclass(frozen=True, slots=True)
class Teamplanstand:
    """How a team is with its plan, in words and a kind of badge (R134)."""

    code: str
    tekst: str
    soort: str


GEEN = Teamplanstand("geen", "Nog geen teamplan", "let_op")
CONCEPT = Teamplanstand("concept", "Nog niet vastgesteld", "let_op")
OUD = Teamplanstand("oud", "Lang niet herzien", "let_op")
GOED = Teamplanstand("goed", "Vastgesteld", "goed")
STANDEN = (GEEN, CONCEPT, OUD, GOED)


def teamplanstanden(pteam_ids: Iterable[int], op: date) -> dict[int, Teamplanstand]:
    """The state of the teamplan of each team on ``op``, in three queries (R134)."""
    ids = list(pteam_ids)
    maanden = instelling("TEAMPLAN_VERS_MAANDEN", op)
    laatst = dict(
        Teamplanversie.objects.filter(pteam_id__in=ids).exclude(vastgesteld_op=None).order_by()
        .values_list("pteam_id").annotate(laatst=Max("vastgesteld_op"))
    )
    begonnen = set(
        TeamplanOnderdeel.objects.filter(pteam_id__in=ids).exclude(tekst="")
        .values_list("pteam_id", flat=True)
    )
    return {pk: _stand(pk, laatst, begonnen, op, maanden) for pk in ids}


def _stand(
    pk: int, laatst: dict[int, datetime], begonnen: set[int], op: date, maanden: int
) -> Teamplanstand:
    if pk in laatst:
        dagen = (op - lokale_dag(laatst[pk])).days
        return GOED if dagen < maanden * 365.25 / 12 else OUD
    return CONCEPT if pk in begonnen else GEEN


def teams_zonder_plan(
    op: date, *, begonnen_voor: date | None = None
) -> list[tuple[PTeam, Teamplanstand, Medewerker]]:
    """Teams with a P-manager and without an adopted, fresh teamplan (R134)."""
    teams = PTeam.objects.geldig_op(op).select_related("domein").order_by("naam", "pk")
    if begonnen_voor is not None:
        teams = teams.filter(begin__lte=begonnen_voor)
    alle = list(teams)
    standen = teamplanstanden([t.pk for t in alle], op)
    leiders = pmanagers_per_team([t.pk for t in alle], op)
    return [
        (t, standen[t.pk], leiders[t.pk])
        for t in alle if standen[t.pk].code != GOED.code and t.pk in leiders
    ]


def is_gewijzigd_sinds(pteam: PTeam, versie: Teamplanversie | None) -> bool:
    """Somebody wrote in the plan after it was adopted."""
    return versie is not None and pteam.teamplan.filter(
        bijgewerkt_op__gt=versie.voorgelegd_op
    ).exists()


# --- what a team plans ----------------------------------------------------------------------


def _teams_van(actor: Actor, op: date) -> list[int]:
    """Teams this person belongs to or leads."""
    eigen = Plaatsing.objects.geldig_op(op).filter(medewerker_id=actor.medewerker_id)
    return [*eigen.values_list("pteam_id", flat=True), *actor.objecten(Recht.PTEAM_LEIDEN, "pteam")]


def activiteiten_voor(actor: Actor, op: date) -> QuerySet[Teamactiviteit]:
    """Activities of the own teams and those they are invited to, with how many come."""
    teams = _teams_van(actor, op)
    genodigd = Teamactiviteit.ook_voor.through.objects.filter(
        teamactiviteit=OuterRef("pk"), pteam__in=teams
    )
    return (
        Teamactiviteit.objects.filter(Q(pteam__in=teams) | Exists(genodigd))
        .select_related("pteam", "georganiseerd_door")
        .annotate(
            aantal_komt=Count("deelnames", filter=Q(deelnames__stand=Deelname.KOMT)),
            aantal_was_er=Count("deelnames", filter=Q(deelnames__stand=Deelname.WAS_ER)),
        )
    )


def activiteiten_van(actor: Actor, pteam: PTeam, op: date) -> QuerySet[Teamactiviteit]:
    """As ``activiteiten_voor``, of one team."""
    ook = Teamactiviteit.ook_voor.through.objects.filter(
        teamactiviteit=OuterRef("pk"), pteam=pteam
    )
    return activiteiten_voor(actor, op).filter(Q(pteam=pteam) | Exists(ook))


def activiteit_voor(actor: Actor, public_id: UUID, op: date) -> Teamactiviteit:
    """One activity; for who is not invited it does not exist."""
    activiteit = activiteiten_voor(actor, op).filter(public_id=public_id).first()
    if activiteit is None:
        raise Http404("Deze activiteit bestaat niet.")
    return activiteit


def genodigden(activiteit: Teamactiviteit, op: date) -> QuerySet[Medewerker]:
    """Everybody of the team and of the teams that are invited."""
    teams = [activiteit.pteam_id, *activiteit.ook_voor.values_list("pk", flat=True)]
    thuis = Plaatsing.objects.geldig_op(op).filter(pteam_id__in=teams)
    return Medewerker.objects.in_dienst(op).filter(pk__in=thuis.values("medewerker_id"))


def deelnames(activiteit: Teamactiviteit) -> QuerySet[Activiteitdeelname]:
    return activiteit.deelnames.select_related("medewerker")


def andere_teams(pteam: PTeam, op: date) -> QuerySet[PTeam]:
    return PTeam.objects.geldig_op(op).exclude(pk=pteam.pk)


def is_genodigd(actor: Actor, activiteit: Teamactiviteit, op: date) -> bool:
    return genodigden(activiteit, op).filter(pk=actor.medewerker_id).exists()


def komende(rijen: QuerySet[Teamactiviteit], nu: datetime) -> QuerySet[Teamactiviteit]:
    return rijen.filter(einde__gt=nu).order_by("begin", "pk")


def eerdere(rijen: QuerySet[Teamactiviteit], nu: datetime) -> QuerySet[Teamactiviteit]:
    return rijen.filter(einde__lte=nu).order_by("-begin", "-pk")


def eigen_standen(actor: Actor, rijen: Iterable[Teamactiviteit]) -> dict[int, str]:
    """What this person said about each of these activities."""
    return {
        d.activiteit_id: d.stand
        for d in Activiteitdeelname.objects.filter(
            activiteit__in=list(rijen), medewerker_id=actor.medewerker_id
        )
    }
