"""The yearly list of P-teams and what changed since the year before (R164, R165, R176)."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import Count, Q, QuerySet
from django.http import Http404

from pdomein.enums_vak import LijstStatus, Oordeel
from pdomein.models import Professie, ProfessioneelDomein, PTeamLijst, PTeamLijstRegel


@dataclass(frozen=True, slots=True)
class Verschil:
    """One team that is new, gone or elsewhere, beside the list of the year before."""

    naam: str
    wat: str


def pteamlijsten() -> QuerySet[PTeamLijst]:
    """All lists, newest first, with how many teams were looked at."""
    return PTeamLijst.objects.select_related("besluit").annotate(
        aantal=Count("regels"),
        aantal_bekeken=Count("regels", filter=~Q(regels__oordeel=Oordeel.OPEN)),
    ).order_by("-jaar")


def pteamlijsten_met_regels() -> QuerySet[PTeamLijst]:
    """All lists with their teams, in a fixed number of queries."""
    return pteamlijsten().prefetch_related(
        "regels__pteam", "regels__domein", "regels__cluster"
    )


def pteamlijst_met(jaar: int) -> PTeamLijst:
    lijst = pteamlijsten().filter(jaar=jaar).first()
    if lijst is None:
        raise Http404("Van dit jaar is er geen lijst.")
    return lijst


def lijstregels(lijst: PTeamLijst) -> QuerySet[PTeamLijstRegel]:
    return lijst.regels.select_related("pteam", "domein", "cluster", "professie")


def lijstregel_met(public_id: UUID) -> PTeamLijstRegel:
    regel = (
        PTeamLijstRegel.objects.select_related("lijst", "pteam__domein", "domein", "professie")
        .filter(public_id=public_id).first()
    )
    if regel is None:
        raise Http404("Dit team staat niet op een lijst.")
    return regel


def open_lijst() -> PTeamLijst | None:
    """The list that is being made; the newest when there are more."""
    return PTeamLijst.objects.filter(status=LijstStatus.CONCEPT).order_by("-jaar").first()


def vorige_lijst(lijst: PTeamLijst) -> PTeamLijst | None:
    return PTeamLijst.objects.filter(
        status=LijstStatus.VASTGESTELD, jaar__lt=lijst.jaar
    ).order_by("-jaar").first()


def verschillen(lijst: PTeamLijst) -> list[Verschil]:
    """What the list adds, drops or puts elsewhere (R165)."""
    vorige = vorige_lijst(lijst)
    if vorige is None:
        return []
    toen, nu = _gewenst(vorige), _gewenst(lijst)
    uit = [Verschil(r.naam, "nieuw op de lijst") for k, r in nu.items() if k not in toen]
    uit += [Verschil(r.naam, "niet meer op de lijst") for k, r in toen.items() if k not in nu]
    for sleutel in nu.keys() & toen.keys():
        oud, nieuw = toen[sleutel], nu[sleutel]
        if oud.naam != nieuw.naam:
            uit.append(Verschil(nieuw.naam, f"heette eerst {oud.naam}"))
        if oud.domein_id != nieuw.domein_id:
            uit.append(Verschil(nieuw.naam, f"was bij {oud.domein}, nu bij {nieuw.domein}"))
        elif oud.cluster_id != nieuw.cluster_id:
            uit.append(Verschil(nieuw.naam, f"ander cluster: {nieuw.cluster or 'geen'}"))
    return sorted(uit, key=lambda v: (v.naam, v.wat))


def _gewenst(lijst: PTeamLijst) -> dict[object, PTeamLijstRegel]:
    """What is not looked at yet is still wanted."""
    return {
        r.pteam_id or r.naam: r
        for r in lijstregels(lijst).exclude(oordeel=Oordeel.NIET_GEWENST)
    }


def ordening_op(dag: date) -> dict[int, PTeamLijstRegel]:
    """Domain and cluster of each team as adopted for the year of ``dag`` (R176)."""
    lijst = PTeamLijst.objects.filter(
        status=LijstStatus.VASTGESTELD, jaar__lte=dag.year
    ).order_by("-jaar").first()
    if lijst is None:
        return {}
    return {r.pteam_id: r for r in lijstregels(lijst) if r.pteam_id}


def professies() -> list[Professie]:
    return list(Professie.objects.all())


def domein_met(public_id: UUID) -> ProfessioneelDomein:
    domein = ProfessioneelDomein.objects.filter(public_id=public_id).first()
    if domein is None:
        raise Http404("Dit domein bestaat niet.")
    return domein
