"""Changes of P-teams: who may see which, and the picture before and after (R167-R173)."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from datetime import date
from uuid import UUID

from django.db.models import Count, F, OuterRef, Q, QuerySet, Subquery
from django.http import Http404

from config.kern.actor import Actor, Recht
from config.kern.queries import instelling
from pdomein.enums import Initiatief, WijzigingSoort, WijzigingStatus
from pdomein.models import (
    Medewerker,
    Plaatsing,
    PPPCompetentie,
    ProfessioneelDomein,
    PTeam,
    Raadpleging,
    Teamwijziging,
    WijzigingTeam,
)
from pdomein.models.teamwijziging import LOPEND
from pdomein.queries.mensen import pteam_van
from pdomein.queries.pteam import p_beraad, pmanagers_per_team
from pdomein.teamwijziging import EINDIGEND, STRUCTUREEL, LidBeeld, TeamBeeld, bestemming

MET = ("teams__pteam__domein", "teams__pteam__professie", "teams__pmanager")


def teamwijzigingen_voor(actor: Actor) -> QuerySet[Teamwijziging]:
    """Those that this person made, is asked about, leads, steers or decides."""
    alle = Teamwijziging.objects.select_related("besluit", "medewerker").prefetch_related(*MET)
    beraad = p_beraad()
    if actor.is_systeem or actor.heeft(Recht.MEDEWERKERS_BEHEREN):
        return alle
    betrokken = Q(pk__in=WijzigingTeam.objects.filter(
        Q(pteam__in=actor.objecten(Recht.PTEAM_LEIDEN, "pteam"))
        | Q(pteam__domein__in=actor.objecten(Recht.DOMEIN_REGIE, "professioneeldomein"))
    ).values("wijziging"))
    zelf = Q(opgesteld_door=actor.gebruiker_id) if actor.gebruiker_id else Q(pk=None)
    if actor.medewerker_id is not None:
        zelf |= Q(medewerker=actor.medewerker_id) | Q(
            pk__in=Raadpleging.objects.filter(medewerker=actor.medewerker_id).values("wijziging")
        )
    if beraad is not None and actor.heeft(Recht.AFWIJKING_BESLUITEN, op=beraad):
        zelf |= Q(soort__in=STRUCTUREEL) & ~Q(status=WijzigingStatus.CONCEPT)
    return alle.filter(betrokken | zelf)


def teamwijziging_met(actor: Actor, public_id: UUID) -> Teamwijziging:
    """One change; 404 when unknown or not for this person."""
    gevonden = teamwijzigingen_voor(actor).filter(public_id=public_id).first()
    if gevonden is None:
        raise Http404("Deze wijziging bestaat niet of is niet voor jou.")
    return gevonden


def wijzigingen_van_team(pteam: PTeam) -> list[Teamwijziging]:
    """Decided changes of the teams themselves: for everybody to see (R173)."""
    return list(
        Teamwijziging.objects.filter(
            soort__in=STRUCTUREEL,
            status__in=[WijzigingStatus.BESLOTEN, WijzigingStatus.UITGEVOERD],
            pk__in=WijzigingTeam.objects.filter(pteam=pteam).values("wijziging"),
        )
        .select_related("besluit").prefetch_related(*MET).order_by("-ingangsdatum")
    )


def aantal_eigen_overstappen(
    medewerker: Medewerker, jaar: int, behalve: Teamwijziging | None = None
) -> int:
    """Own changes of team in a calendar year: done, and still on their way (R172)."""
    gedaan = (
        Plaatsing.objects.filter(
            medewerker=medewerker, initiatief=Initiatief.MEDEWERKER, begin__year=jaar
        )
        .exclude(begin=F("medewerker__in_dienst")).count()
    )
    onderweg = Teamwijziging.objects.besloten().filter(
        medewerker=medewerker, initiatief=Initiatief.MEDEWERKER, ingangsdatum__year=jaar
    )
    if behalve is not None:
        onderweg = onderweg.exclude(pk=behalve.pk)
    return gedaan + onderweg.count()


def lopende_van_teams(
    pteams: Iterable[PTeam], behalve: Teamwijziging | None = None
) -> Teamwijziging | None:
    """Another structural change that is on its way for one of these teams."""
    anderen = Teamwijziging.objects.filter(
        soort__in=STRUCTUREEL, status__in=LOPEND,
        pk__in=WijzigingTeam.objects.filter(pteam__in=list(pteams)).values("wijziging"),
    ).prefetch_related(*MET)
    if behalve is not None:
        anderen = anderen.exclude(pk=behalve.pk)
    return anderen.first()


def eindigt_door(pteam: PTeam) -> Teamwijziging | None:
    """The decided change by which this team stops to exist, when there is one."""
    besloten = Teamwijziging.objects.besloten().filter(
        soort__in=EINDIGEND,
        pk__in=WijzigingTeam.objects.filter(pteam=pteam, is_vertrek=True).values("wijziging"),
    ).prefetch_related(*MET)
    return next(
        (w for w in besloten if pteam.pk not in {t.pteam_id for t in w.doelteams}), None
    )


def overstappen_naar(pteams: Iterable[PTeam], vanaf: date) -> bool:
    """Are there decided moves of people to these teams on or after a day?"""
    return Teamwijziging.objects.besloten().filter(
        soort=WijzigingSoort.OVERSTAPPEN, ingangsdatum__gte=vanaf,
        pk__in=WijzigingTeam.objects.filter(
            pteam__in=list(pteams), is_vertrek=False
        ).values("wijziging"),
    ).exists()


def betrokken_leden(wijziging: Teamwijziging, op: date) -> list[Medewerker]:
    """Whose home is in one of the teams of departure; each with ``thuis_id``."""
    if wijziging.is_overstap:
        wie = wijziging.medewerker
        thuis = pteam_van(wie, op)
        wie.thuis_id = thuis.pk if thuis else None
        return [wie]
    return _leden_met_thuis([t.pteam_id for t in wijziging.vertrekteams], op)


def _leden_met_thuis(pteam_ids: Iterable[int], op: date) -> list[Medewerker]:
    return list(
        Medewerker.objects.in_dienst(op)
        .filter(pk__in=Plaatsing.objects.geldig_op(op)
                .filter(pteam_id__in=list(pteam_ids)).values("medewerker_id"))
        .annotate(thuis_id=_thuis(op)).order_by("sorteernaam", "pk")
    )


def _thuis(op: date) -> Subquery:
    return Subquery(
        Plaatsing.objects.geldig_op(op).filter(medewerker=OuterRef("pk")).values("pteam_id")[:1]
    )


def toewijzing_van(wijziging: Teamwijziging) -> dict[int, WijzigingTeam]:
    return {r.medewerker_id: r.doel for r in wijziging.leden.select_related("doel__pteam")}


def raadplegingen_van(wijziging: Teamwijziging) -> list[Raadpleging]:
    return list(wijziging.raadplegingen.select_related("medewerker", "domein"))


def beeld(wijziging: Teamwijziging, op: date) -> tuple[list[TeamBeeld], list[TeamBeeld]]:
    """The teams as they are on ``op``, and as they would be after the change (R169)."""
    vertrek, doelen = wijziging.vertrekteams, wijziging.doelteams
    teams = {t.pteam_id: t.pteam for t in (*vertrek, *doelen) if t.pteam_id}
    leiders = pmanagers_per_team(teams, op)
    leden = _leden_met_thuis(teams, op)
    grenzen = instelling("PTEAM_MIN", op), instelling("PTEAM_MAX", op)
    voor = {
        pk: TeamBeeld(t.naam, t, leiders.get(pk), minimum=grenzen[0], maximum=grenzen[1])
        for pk, t in teams.items()
    }
    for lid in leden:
        voor[lid.thuis_id].leden.append(LidBeeld(lid))
    na = _na(wijziging, voor, leden, leiders, grenzen) if doelen else []
    _inhoud_erbij([*voor.values(), *na])
    return list(voor.values()), na


def _na(
    wijziging: Teamwijziging, voor: dict[int, TeamBeeld], leden: Sequence[Medewerker],
    leiders: dict[int, Medewerker], grenzen: tuple[int, int],
) -> list[TeamBeeld]:
    doelen, toewijzing = wijziging.doelteams, toewijzing_van(wijziging)
    uit = {
        d.pk: TeamBeeld(
            d.naam or d.pteam.naam, d.pteam, d.pmanager or leiders.get(d.pteam_id),
            is_nieuw=d.pteam_id is None, minimum=grenzen[0], maximum=grenzen[1],
        )
        for d in doelen
    }
    vertrek = {t.pteam_id for t in wijziging.vertrekteams}
    blijft = {d.pteam_id: uit[d.pk] for d in doelen if d.pteam_id}
    if wijziging.is_overstap:
        blijft |= {
            pk: TeamBeeld(b.naam, b.pteam, b.pmanager, minimum=grenzen[0], maximum=grenzen[1])
            for pk, b in voor.items() if pk in vertrek
        }
    for lid in leden:
        gaat = lid.thuis_id in vertrek and (
            not wijziging.is_overstap or lid.pk == wijziging.medewerker_id
        )
        naar = uit[bestemming(doelen, toewijzing, lid.pk).pk] if gaat else blijft[lid.thuis_id]
        anders = naar.pteam is None or naar.pteam.pk != lid.thuis_id
        naar.leden.append(LidBeeld(lid, voor[lid.thuis_id].naam if anders else ""))
    return list({id(b): b for b in (*uit.values(), *blijft.values())}.values())


def _inhoud_erbij(beelden: Sequence[TeamBeeld]) -> None:
    """Which functions and competenties are left in each team, as numbers of people (R169)."""
    ids = {lid.medewerker.pk for b in beelden for lid in b.leden}
    kunde: dict[int, list[str]] = defaultdict(list)
    for wie, wat in PPPCompetentie.objects.filter(
        ppp__medewerker_id__in=ids, ppp__gepubliceerd_op__isnull=False
    ).values_list("ppp__medewerker_id", "competentie__naam"):
        kunde[wie].append(wat)
    for een in beelden:
        een.functies = Counter(
            lid.medewerker.get_functiegroep_display() or "Onbekend" for lid in een.leden
        ).most_common()
        een.competenties = Counter(
            wat for lid in een.leden for wat in kunde[lid.medewerker.pk]
        ).most_common(8)


def mag_inhoud_zien(actor: Actor, wijziging: Teamwijziging) -> bool:
    """Functions and competenties of teams are for who leads, steers or decides."""
    teams = [t.pteam for t in wijziging.teams.all() if t.pteam]
    beraad = p_beraad()
    return actor.heeft(Recht.MEDEWERKERS_BEHEREN) or (
        beraad is not None and actor.heeft(Recht.AFWIJKING_BESLUITEN, op=beraad)
    ) or any(
        actor.heeft(Recht.PTEAM_LEIDEN, op=t) or actor.heeft(Recht.DOMEIN_REGIE, op=t.domein)
        for t in teams
    )


def mogelijke_pmanagers(wijziging: Teamwijziging, op: date) -> list[Medewerker]:
    """Who could lead a team: P-managers of today and people of the teams concerned."""
    eigen = [t.pteam_id for t in wijziging.vertrekteams]
    return list(
        Medewerker.objects.in_dienst(op).filter(
            Q(pmanagerschappen__begin__lte=op)
            & (Q(pmanagerschappen__einde=None) | Q(pmanagerschappen__einde__gt=op))
            | Q(pk__in=Plaatsing.objects.geldig_op(op).filter(pteam_id__in=eigen)
                .values("medewerker_id"))
        ).distinct().order_by("sorteernaam", "pk")
    )


def pteams_op(op: date, behalve: Iterable[int] = ()) -> list[PTeam]:
    """The P-teams that exist on a day, to choose from."""
    return list(
        PTeam.objects.geldig_op(op).exclude(pk__in=list(behalve)).select_related("domein")
    )


def te_beantwoorden(actor: Actor) -> QuerySet[Raadpleging]:
    """Questions about changes of teams that wait for this person."""
    return Raadpleging.objects.filter(
        Q(medewerker=actor.medewerker_id or 0)
        | Q(domein__in=actor.objecten(Recht.DOMEIN_REGIE, "professioneeldomein")),
        antwoord="open", wijziging__status=WijzigingStatus.VOORGELEGD,
    )


def wijzigingen_per_status(actor: Actor) -> dict[str, int]:
    return dict(
        teamwijzigingen_voor(actor).order_by().values_list("status").annotate(n=Count("pk"))
    )


def domeinen_van(wijziging: Teamwijziging) -> list[ProfessioneelDomein]:
    """The domains whose teams change, in order."""
    gevonden = {t.pteam.domein_id: t.pteam.domein for t in wijziging.teams.all() if t.pteam}
    return [gevonden[pk] for pk in sorted(gevonden)]


def lopende_overstap(medewerker: Medewerker) -> Teamwijziging | None:
    return medewerker.overstappen.lopend().prefetch_related(*MET).first()


def raadpleging_met(wijziging: Teamwijziging, public_id: UUID) -> Raadpleging:
    """One question of this change; 404 when it is of another."""
    rij = (
        wijziging.raadplegingen.select_related("medewerker", "domein")
        .filter(public_id=public_id).first()
    )
    if rij is None:
        raise Http404("Deze vraag bestaat niet.")
    rij.wijziging = wijziging
    return rij


def geen_teamwijzigingen() -> QuerySet[Teamwijziging]:
    """While the API is only being described there may be no database."""
    return Teamwijziging.objects.none()
