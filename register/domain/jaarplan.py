"""Stable work in the register: inzet by the P-manager, and the watch over the margin (R056)."""

from datetime import date, datetime
from decimal import Decimal

from django.db import transaction
from django.db.models import Sum

from config.kern import opmaak
from config.kern.actor import SYSTEEM, Actor
from config.kern.domain.bericht import berichten_plaatsen
from config.kern.domain.besluit import besluit_nemen
from config.kern.domain.logboek import noteer
from config.kern.enums import BerichtSoort, BesluitSoort
from config.kern.fouten import eis
from config.kern.periode import periode_tekst
from config.kern.werkdagen import lokale_dag
from opgaven.enums import JaarplanStatus
from opgaven.models import JaarplanToedeling
from opgaven.queries import odomein_van
from opgaven.queries.jaarplan import toedelingen
from pdomein.models import Medewerker, Plaatsing
from pdomein.queries import pmanager_van_team, pteam_van
from register.domain import keten
from register.domain.inzet import inzet_vastleggen
from register.enums import RolCode
from register.models import Inzet
from register.queries.houders import houder, houders_van
from register.queries.jaarplan import Jaarplanrij, jaarplanrijen
from register.rules import jaarplan as rules


@transaction.atomic
def jaarplaninzet_vastleggen(
    *, toedeling: JaarplanToedeling, medewerker: Medewerker, fte: Decimal, begin: date,
    einde: date | None, door: Actor, nu: datetime,
) -> Inzet:
    """The P-manager puts a member of the team on stable work; the register follows (R005, R056).

    Stays within the allocation with its margin, and within the free capacity of the person.
    """
    keten.vergrendelen()
    rij = (
        JaarplanToedeling.objects.select_for_update(of=("self",))
        .select_related("opdracht", "pteam").get(pk=toedeling.pk)
    )
    eis(rules.beletsel_jaarplaninzet_vastleggen(
        toedeling=rij, door=door, medewerker=medewerker, thuis=pteam_van(medewerker, begin),
        fte=fte, begin=begin, einde=einde, al_ingezet=_al_ingezet(rij, begin, einde),
    ))
    besluit = besluit_nemen(
        soort=BesluitSoort.INZET, onderwerp=f"Inzet op {rij.opdracht.naam}"[:250],
        tekst=f"{medewerker.naam} werkt {opmaak.fte(fte)} aan “{rij.opdracht.naam}”, "
        f"{periode_tekst(begin, einde)}, binnen het jaarplan {rij.jaar} van {rij.pteam.naam}.",
        hoedanigheid=f"P-manager {rij.pteam.naam}"[:120], besluitdatum=lokale_dag(nu),
        ingangsdatum=begin, door=door, nu=nu,
    )
    inzet = inzet_vastleggen(
        medewerker=medewerker, opdracht=rij.opdracht, teamrol="teamlid", fte=fte, begin=begin,
        einde=einde, besluit=besluit, resultaat=f"Jaarplan {rij.jaar}", door=door, nu=nu,
    )
    noteer("jaarplaninzet_vastgelegd", op=inzet, door=door, nu=nu, jaar=rij.jaar)
    berichten_plaatsen(
        ontvanger_ids=[medewerker.gebruiker_id], soort=BerichtSoort.BESLUIT,
        onderwerp=f"Jaarplan {rij.jaar}: je werkt aan {rij.opdracht.naam}",
        url=f"/opdrachten/{rij.opdracht.public_id}/", sleutel=f"jaarplaninzet:{inzet.public_id}",
        nu=nu,
    )
    return inzet


def _al_ingezet(rij: JaarplanToedeling, begin: date, einde: date | None) -> Decimal:
    """Everything of this team on this opdracht that overlaps the period, as if at once."""
    thuis = Plaatsing.objects.geldig_op(begin).filter(pteam=rij.pteam)
    som = (
        Inzet.objects.nu_bekend().filter(
            opdracht=rij.opdracht, medewerker__in=thuis.values("medewerker"),
            begin_geldigheid__lt=einde or date.max,
        ).exclude(einde_geldigheid__lte=begin).aggregate(fte=Sum("fte"))["fte"]
    )
    return som or Decimal(0)


def jaarplan_bewaken(*, nu: datetime) -> int:
    """Tell who can act when the need lies outside the margin, once for each need (R057)."""
    dag = lokale_dag(nu)
    rijen = list(toedelingen().filter(jaar=dag.year, status=JaarplanStatus.VASTGESTELD))
    signalen = [r for r in jaarplanrijen(rijen, SYSTEEM, dag, alles=True) if r.is_signaal]
    houders = houders_van([r.toedeling.opdracht for r in signalen], dag) if signalen else {}
    aantal = 0
    for rij in signalen:
        rollen = houders[rij.toedeling.opdracht_id]
        mensen = [r.medewerker for c, r in rollen.items() if c in (RolCode.AOG, RolCode.AON)]
        aantal += _signaleer(rij, mensen, dag, nu)
    return aantal


def _signaleer(rij: Jaarplanrij, mensen: list[Medewerker], dag: date, nu: datetime) -> int:
    toedeling, marge = rij.toedeling, rij.marge
    odomein = odomein_van(toedeling.opdracht.opgave, dag)
    directeur = houder(RolCode.DOMEINDIRECTEUR, odomein, dag) if odomein else None
    pmanager = pmanager_van_team(toedeling.pteam, dag)
    wie = [*mensen, pmanager, directeur.medewerker if directeur else None]
    return berichten_plaatsen(
        ontvanger_ids=[m.gebruiker_id for m in wie if m is not None], soort=BerichtSoort.TERMIJN,
        onderwerp=f"{toedeling.opdracht.naam}: behoefte {marge.kant} de marge van het jaarplan",
        tekst=f"Toegedeeld is {opmaak.fte(marge.fte)}, nodig is {opmaak.fte(marge.behoefte)}. "
        "Stel de toedeling bij, beoordeel het label opnieuw of laat herprogrammeren.",
        url=f"/jaarplan/{toedeling.public_id}/",
        sleutel=f"jaarplan:{toedeling.public_id}:{marge.kant}:{marge.behoefte}", nu=nu,
    )
