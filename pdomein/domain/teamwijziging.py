"""The draft of a change of P-teams: kept until it is taken up again (R167-R173)."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime

from django.db import transaction

from config.kern.actor import Actor
from config.kern.domain.logboek import noteer
from config.kern.fouten import eis
from config.kern.queries import instelling
from config.kern.werkdagen import lokale_dag
from pdomein import queries
from pdomein.enums import Initiatief, WijzigingSoort, WijzigingStatus
from pdomein.models import Medewerker, PTeam, Teamwijziging, WijzigingLid, WijzigingTeam
from pdomein.rules import (
    beletsel_teamwijziging_plannen,
    beletsel_teamwijziging_starten,
    beletsel_teamwijziging_verdelen,
)
from pdomein.teamwijziging import Doel


@transaction.atomic
def teamwijziging_starten(
    *, soort: str, pteams: Sequence[PTeam] = (), medewerker: Medewerker | None = None,
    initiatief: str = Initiatief.ORGANISATIE, door: Actor, nu: datetime,
) -> Teamwijziging:
    """Begin a draft for one of the four acts of procedure H (R173)."""
    dag = lokale_dag(nu)
    is_overstap = soort == WijzigingSoort.OVERSTAPPEN
    if medewerker is not None:
        medewerker = Medewerker.objects.select_for_update(of=("self",)).get(pk=medewerker.pk)
        thuis = queries.pteam_van(medewerker, dag)
        pteams = [thuis] if thuis is not None else []
    pteams = list(
        PTeam.objects.select_for_update(of=("self",)).select_related("domein")
        .filter(pk__in=[t.pk for t in pteams]).order_by("pk")
    )
    eis(beletsel_teamwijziging_starten(
        soort=soort, pteams=pteams, medewerker=medewerker, initiatief=initiatief, dag=dag,
        bezet=None if is_overstap else queries.lopende_van_teams(pteams), door=door,
        heeft_overstap=medewerker is not None and medewerker.overstappen.lopend().exists(),
    ))
    wijziging = Teamwijziging.objects.create(
        soort=soort, medewerker=medewerker if is_overstap else None, initiatief=initiatief,
        opgesteld_door_id=door.gebruiker_id, opgesteld_naam=door.naam, aangemaakt_op=nu,
        bijgewerkt_op=nu,
    )
    WijzigingTeam.objects.bulk_create([
        WijzigingTeam(wijziging=wijziging, is_vertrek=True, volgorde=n, pteam=t)
        for n, t in enumerate(pteams)
    ])
    noteer("teamwijziging_gestart", op=wijziging, door=door, nu=nu, soort=soort)
    return wijziging


@transaction.atomic
def teamwijziging_plannen(
    *, wijziging: Teamwijziging, ingangsdatum: date, reden: str = "", grond: str = "",
    doelen: Sequence[Doel], door: Actor, nu: datetime,
) -> Teamwijziging:
    """Write when, why and to which teams; a plan that was in consultation starts over (R167)."""
    wijziging = op_slot(wijziging)
    dag = lokale_dag(nu)
    eis(beletsel_teamwijziging_plannen(
        wijziging=wijziging, ingangsdatum=ingangsdatum, reden=reden, grond=grond, doelen=doelen,
        eigen_overstappen=queries.aantal_eigen_overstappen(
            wijziging.medewerker, ingangsdatum.year, wijziging
        ) if wijziging.is_overstap else 0,
        per_jaar=instelling("OVERSTAP_PER_JAAR", dag),
        maanden=instelling("OVERSTAP_MAANDEN", dag), dag=dag, door=door,
    ))
    wijziging.ingangsdatum, wijziging.reden, wijziging.grond = ingangsdatum, reden, grond
    _doelen_zetten(wijziging, doelen)
    _terug_naar_concept(wijziging, nu)
    noteer("teamwijziging_gepland", op=wijziging, door=door, nu=nu, per=ingangsdatum)
    return wijziging


def _doelen_zetten(wijziging: Teamwijziging, doelen: Sequence[Doel]) -> None:
    """Keep the goals that stay the same, so that the distribution over them stays too."""
    bestaand = {(d.pteam_id, d.naam): d for d in wijziging.doelteams}
    over = []
    for volgorde, doel in enumerate(doelen):
        sleutel = (doel.pteam.pk if doel.pteam else None, doel.naam)
        rij = bestaand.pop(sleutel, None) or WijzigingTeam(
            wijziging=wijziging, is_vertrek=False, pteam=doel.pteam, naam=doel.naam
        )
        rij.volgorde, rij.pmanager, rij.pct = volgorde, doel.pmanager, doel.pct
        over.append(rij)
    for weg in bestaand.values():
        weg.delete()
    for rij in over:
        rij.save()


@transaction.atomic
def teamwijziging_verdelen(
    *, wijziging: Teamwijziging, verdeling: Mapping[Medewerker, WijzigingTeam], door: Actor,
    nu: datetime,
) -> Teamwijziging:
    """Say for each person to which team; who is left out has no place yet (R167, R168)."""
    wijziging = op_slot(wijziging)
    leden = {m.pk for m in queries.betrokken_leden(wijziging, lokale_dag(nu))}
    eis(beletsel_teamwijziging_verdelen(
        wijziging=wijziging, medewerker_ids=[m.pk for m in verdeling],
        doel_ids=[d.pk for d in verdeling.values()], leden=leden, door=door,
    ))
    wijziging.leden.all().delete()
    WijzigingLid.objects.bulk_create([
        WijzigingLid(wijziging=wijziging, medewerker=m, doel=d) for m, d in verdeling.items()
    ])
    _terug_naar_concept(wijziging, nu)
    noteer("teamwijziging_verdeeld", op=wijziging, door=door, nu=nu, aantal=len(verdeling))
    return wijziging


def op_slot(wijziging: Teamwijziging) -> Teamwijziging:
    """The change as it is now, held until the end of the transaction."""
    return (
        Teamwijziging.objects.select_for_update(of=("self",)).select_related("medewerker")
        .prefetch_related("teams__pteam__domein", "teams__pmanager").get(pk=wijziging.pk)
    )


def _terug_naar_concept(wijziging: Teamwijziging, nu: datetime) -> None:
    """A changed plan is another plan: what was answered about the old one falls away."""
    if wijziging.status == WijzigingStatus.VOORGELEGD:
        wijziging.raadplegingen.all().delete()
    wijziging.status, wijziging.bijgewerkt_op = WijzigingStatus.CONCEPT, nu
    wijziging.save()
    if hasattr(wijziging, "_prefetched_objects_cache"):
        wijziging._prefetched_objects_cache.clear()
