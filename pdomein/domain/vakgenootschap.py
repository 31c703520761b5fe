"""Vakgenootschappen: teams of one professie that guard and develop it together (R149-R152)."""

from collections.abc import Sequence
from datetime import date, datetime

from django.db import transaction

from config.kern.actor import Actor
from config.kern.domain.logboek import noteer
from config.kern.fouten import eis
from config.kern.werkdagen import lokale_dag
from pdomein import queries
from pdomein.models import (
    Afgevaardigde,
    Medewerker,
    Professie,
    PTeam,
    Vakgenootschap,
    VakgenootschapDeelnemer,
    VakgenootschapTeam,
    Vaknorm,
)
from pdomein.rules import (
    beletsel_afgevaardigde_aanwijzen,
    beletsel_afgevaardigde_beeindigen,
    beletsel_vakgenootschap_deelnemer_beeindigen,
    beletsel_vakgenootschap_deelnemer_vastleggen,
    beletsel_vakgenootschap_oprichten,
    beletsel_vakgenootschap_team_toevoegen,
    beletsel_vaknorm_vaststellen,
)


@transaction.atomic
def vakgenootschap_oprichten(
    *, naam: str, professie: Professie, pteams: Sequence[PTeam], door: Actor, nu: datetime
) -> Vakgenootschap:
    """Cluster two or more teams with the same professie (R149)."""
    dag = lokale_dag(nu)
    professie = Professie.objects.select_for_update().get(pk=professie.pk)
    pteams = list(
        PTeam.objects.geldig_op(dag).filter(pk__in=[t.pk for t in pteams])
        .select_related("domein")
    )
    eis(beletsel_vakgenootschap_oprichten(
        naam=naam, professie=professie, pteams=pteams, door=door,
        bezet=queries.teams_met_vakgenootschap(pteams, dag),
        heeft_al=professie.vakgenootschappen.filter(einde=None).exists(),
    ))
    vakgenootschap = Vakgenootschap.objects.create(
        naam=naam.strip(), professie=professie, begin=dag
    )
    VakgenootschapTeam.objects.bulk_create([
        VakgenootschapTeam(vakgenootschap=vakgenootschap, pteam=t, begin=dag) for t in pteams
    ])
    noteer("vakgenootschap_opgericht", op=vakgenootschap, door=door, nu=nu, teams=len(pteams))
    return vakgenootschap


def _op_slot(vakgenootschap: Vakgenootschap) -> Vakgenootschap:
    return Vakgenootschap.objects.select_for_update(of=("self",)).get(pk=vakgenootschap.pk)


@transaction.atomic
def vakgenootschap_team_toevoegen(
    *, vakgenootschap: Vakgenootschap, pteam: PTeam, door: Actor, nu: datetime
) -> VakgenootschapTeam:
    """Let another team of the professie join (R149)."""
    vakgenootschap, dag = _op_slot(vakgenootschap), lokale_dag(nu)
    eis(beletsel_vakgenootschap_team_toevoegen(
        vakgenootschap=vakgenootschap, pteam=pteam, door=door,
        is_bezet=bool(queries.teams_met_vakgenootschap([pteam], dag)),
    ))
    rij = VakgenootschapTeam.objects.create(
        vakgenootschap=vakgenootschap, pteam=pteam, begin=dag
    )
    noteer("vakgenootschap_team_toegevoegd", op=vakgenootschap, door=door, nu=nu,
           pteam=pteam.code)
    return rij


@transaction.atomic
def vakgenootschap_deelnemer_vastleggen(
    *, vakgenootschap: Vakgenootschap, medewerker: Medewerker, pct: int, door: Actor,
    nu: datetime,
) -> VakgenootschapDeelnemer:
    """Somebody placed elsewhere joins with a part of the time, less than half (R150)."""
    vakgenootschap, dag = _op_slot(vakgenootschap), lokale_dag(nu)
    medewerker = Medewerker.objects.select_for_update(of=("self",)).get(pk=medewerker.pk)
    anders = medewerker.vakgenootschapsdelen.geldig_op(dag).exclude(vakgenootschap=vakgenootschap)
    eis(beletsel_vakgenootschap_deelnemer_vastleggen(
        vakgenootschap=vakgenootschap, medewerker=medewerker, pct=pct, door=door,
        thuis=queries.pteam_van(medewerker, dag),
        is_lid=queries.leden_van_vak(vakgenootschap, dag).filter(pk=medewerker.pk).exists(),
        al_bezet_pct=sum(d.pct for d in anders),
    ))
    rij = vakgenootschap.deelnemers.geldig_op(dag).filter(medewerker=medewerker).first()
    if rij is not None and rij.begin < dag and rij.pct != pct:
        _eindigt(rij, dag)
        rij = None
    if rij is None:
        rij = VakgenootschapDeelnemer(
            vakgenootschap=vakgenootschap, medewerker=medewerker, begin=dag,
            einde=medewerker.uit_dienst,
        )
    rij.pct = pct
    rij.save()
    noteer("vakgenootschap_deelnemer_vastgelegd", op=vakgenootschap, door=door, nu=nu,
           medewerker=medewerker.public_id)
    return rij


@transaction.atomic
def vakgenootschap_deelnemer_beeindigen(
    *, deelnemer: VakgenootschapDeelnemer, door: Actor, nu: datetime
) -> None:
    """Somebody stops with the part that the vakgenootschap is about (R150)."""
    dag = lokale_dag(nu)
    deelnemer = VakgenootschapDeelnemer.objects.select_for_update(of=("self",)).select_related(
        "medewerker"
    ).get(pk=deelnemer.pk)
    eis(beletsel_vakgenootschap_deelnemer_beeindigen(
        medewerker=deelnemer.medewerker, thuis=queries.pteam_van(deelnemer.medewerker, dag),
        is_lopend=deelnemer.einde is None or deelnemer.einde > dag, door=door,
    ))
    noteer("vakgenootschap_deelnemer_beeindigd", op=deelnemer.vakgenootschap, door=door, nu=nu,
           medewerker=deelnemer.medewerker.public_id)
    _eindigt(deelnemer, dag)


def _eindigt(rij: VakgenootschapDeelnemer | Afgevaardigde, dag: date) -> None:
    """A row that began today never held a day."""
    if rij.begin >= dag:
        rij.delete()
    else:
        rij.einde = dag
        rij.save(update_fields=["einde"])


@transaction.atomic
def vaknorm_vaststellen(
    *, vakgenootschap: Vakgenootschap, tekst: str, versie: int, door: Actor, nu: datetime
) -> Vaknorm:
    """Adopt a new version of the norm; ``versie`` is the one that the writer saw (R151)."""
    vakgenootschap, dag = _op_slot(vakgenootschap), lokale_dag(nu)
    vorige = vakgenootschap.normen.order_by("-versie").first()
    huidige = vorige.versie if vorige else 0
    eis(beletsel_vaknorm_vaststellen(
        vakgenootschap=vakgenootschap, tekst=tekst, versie=versie, huidige=huidige, door=door,
        in_expertisecentrum=queries.zit_in_expertisecentrum(door, vakgenootschap, dag),
    ))
    norm = Vaknorm.objects.create(
        vakgenootschap=vakgenootschap, versie=huidige + 1, tekst=tekst, geldig_vanaf=dag,
        vastgesteld_op=nu, vastgesteld_naam=door.naam,
    )
    noteer("vaknorm_vastgesteld", op=vakgenootschap, door=door, nu=nu, versie=norm.versie)
    return norm


@transaction.atomic
def afgevaardigde_aanwijzen(
    *, vakgenootschap: Vakgenootschap, pteam: PTeam, medewerker: Medewerker, door: Actor,
    nu: datetime,
) -> Afgevaardigde:
    """Send somebody of a team to the expertisecentrum (R152)."""
    vakgenootschap, dag = _op_slot(vakgenootschap), lokale_dag(nu)
    eis(beletsel_afgevaardigde_aanwijzen(
        vakgenootschap=vakgenootschap, pteam=pteam, medewerker=medewerker, door=door,
        doet_mee=vakgenootschap.teams.geldig_op(dag).filter(pteam=pteam).exists(),
        is_lid=queries.leden_van(pteam, dag).filter(pk=medewerker.pk).exists(),
        zit_er_al=vakgenootschap.afgevaardigden.geldig_op(dag)
        .filter(medewerker=medewerker).exists(),
    ))
    rij = Afgevaardigde.objects.create(
        vakgenootschap=vakgenootschap, pteam=pteam, medewerker=medewerker, begin=dag,
        einde=medewerker.uit_dienst,
    )
    noteer("afgevaardigde_aangewezen", op=vakgenootschap, door=door, nu=nu, pteam=pteam.code)
    return rij


@transaction.atomic
def afgevaardigde_beeindigen(
    *, afgevaardigde: Afgevaardigde, door: Actor, nu: datetime
) -> None:
    """Somebody leaves the expertisecentrum (R152)."""
    dag = lokale_dag(nu)
    rij = Afgevaardigde.objects.select_for_update(of=("self",)).select_related(
        "pteam", "vakgenootschap"
    ).get(pk=afgevaardigde.pk)
    eis(beletsel_afgevaardigde_beeindigen(
        pteam=rij.pteam, is_lopend=rij.einde is None or rij.einde > dag, door=door
    ))
    noteer("afgevaardigde_beeindigd", op=rij.vakgenootschap, door=door, nu=nu,
           pteam=rij.pteam.code)
    _eindigt(rij, dag)


def vak_volgt_team(*, team: PTeam, nieuw: Sequence[PTeam], per: date) -> None:
    """What a change of teams means for the vakgenootschap; part of that one transaction (R149)."""
    for rij in team.vakgenootschappen.geldig_op(per):
        VakgenootschapTeam.objects.bulk_create([
            VakgenootschapTeam(vakgenootschap_id=rij.vakgenootschap_id, pteam=t, begin=per)
            for t in nieuw
        ])


def vak_zonder_team(*, team: PTeam, per: date) -> None:
    """A team that is no more leaves its vakgenootschap, and its delegates with it."""
    for reeks in (
        VakgenootschapTeam.objects.filter(pteam=team), Afgevaardigde.objects.filter(pteam=team)
    ):
        reeks.filter(begin__gte=per).delete()
        reeks.geldig_op(per).update(einde=per)
