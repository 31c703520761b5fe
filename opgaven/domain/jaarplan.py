"""Stable work goes to P-teams by the year plan, not by the matchingsprocedure (R056, R057)."""

from datetime import date, datetime
from decimal import Decimal

from django.db import transaction

from config.kern import opmaak
from config.kern.actor import Actor
from config.kern.domain.bericht import berichten_plaatsen
from config.kern.domain.besluit import besluit_nemen
from config.kern.domain.logboek import noteer
from config.kern.enums import BerichtSoort, BesluitSoort
from config.kern.fouten import eis
from config.kern.werkdagen import lokale_dag
from opgaven.domain.overgang import vergrendel
from opgaven.enums import JaarplanStatus as S
from opgaven.models import JaarplanBehoefte, JaarplanToedeling, Opdracht
from opgaven.rules import jaarplan as rules
from pdomein.models import PTeam
from pdomein.queries import pmanager_van_team


@transaction.atomic
def jaarplantoedeling_voorstellen(
    *, opdracht: Opdracht, pteam: PTeam, jaar: int, fte: Decimal, marge_pct: int,
    toelichting: str = "", door: Actor, nu: datetime,
) -> JaarplanToedeling:
    """Ask a P-team for capacity in a year (R056, Werkingsprincipes §10.2).

    With an allocation that already holds, this asks for a new size: the old one stays until the
    P-manager decides.
    """
    opdracht = vergrendel(opdracht)
    bezet = JaarplanToedeling.objects.filter(
        opdracht=opdracht, pteam=pteam, jaar=jaar, status=S.VOORGESTELD
    ).select_related("pteam").first()
    eis(rules.beletsel_jaarplantoedeling_voorstellen(
        opdracht=opdracht, door=door, op=lokale_dag(nu), pteam=pteam, jaar=jaar, fte=fte,
        marge_pct=marge_pct, toelichting=toelichting, loopt_al=bezet,
    ))
    rij = JaarplanToedeling.objects.create(
        opdracht=opdracht, pteam=pteam, jaar=jaar, fte=fte, marge_pct=marge_pct,
        toelichting=toelichting, voorgesteld_op=nu, voorgesteld_door_id=door.gebruiker_id,
    )
    noteer(
        "jaarplantoedeling_voorgesteld", op=opdracht, door=door, nu=nu, pteam=pteam.code,
        jaar=jaar, fte=fte, marge_pct=marge_pct,
    )
    pmanager = pmanager_van_team(pteam, lokale_dag(nu))
    _bericht(
        rij, pmanager.gebruiker_id if pmanager else None, "gevraagd",
        f"Jaarplan {jaar}: capaciteit gevraagd voor {opdracht.naam}", nu,
    )
    return rij


def _bericht(
    rij: JaarplanToedeling, gebruiker_id: int | None, wat: str, onderwerp: str, nu: datetime
) -> None:
    berichten_plaatsen(
        ontvanger_ids=[gebruiker_id], soort=BerichtSoort.BESLUIT, onderwerp=onderwerp,
        url=f"/jaarplan/{rij.public_id}/", sleutel=f"jaarplan:{rij.public_id}:{wat}", nu=nu,
    )


@transaction.atomic
def jaarplantoedeling_vaststellen(
    *, toedeling: JaarplanToedeling, door: Actor, nu: datetime
) -> JaarplanToedeling:
    """The P-manager allocates capacity of the own team; an older size makes way (R056)."""
    rij = _vergrendel(toedeling)
    eis(rules.beletsel_jaarplantoedeling_vaststellen(toedeling=rij, door=door))
    rij.besluit = besluit_nemen(
        soort=BesluitSoort.OVERIG, onderwerp=str(rij)[:250], tekst=_tekst_van(rij),
        motivering=rij.toelichting, hoedanigheid=f"P-manager {rij.pteam.naam}"[:120],
        besluitdatum=lokale_dag(nu), ingangsdatum=max(lokale_dag(nu), date(rij.jaar, 1, 1)),
        door=door, nu=nu,
    )
    JaarplanToedeling.objects.filter(
        opdracht=rij.opdracht, pteam=rij.pteam, jaar=rij.jaar, status=S.VASTGESTELD
    ).update(status=S.VERVANGEN)
    rij.status, rij.beslist_op = S.VASTGESTELD, nu
    rij.save(update_fields=["status", "beslist_op", "besluit"])
    noteer(
        "jaarplantoedeling_vastgesteld", op=rij.opdracht, door=door, nu=nu, jaar=rij.jaar,
        pteam=rij.pteam.code, fte=rij.fte, besluit=rij.besluit.kenmerk,
    )
    _bericht(
        rij, rij.voorgesteld_door_id, "besloten",
        f"Jaarplan {rij.jaar}: capaciteit toegedeeld voor {rij.opdracht.naam}", nu,
    )
    return rij


def _tekst_van(rij: JaarplanToedeling) -> str:
    return (
        f"P-team “{rij.pteam.naam}” doet in {rij.jaar} {opmaak.fte(rij.fte)} voor de stabiele "
        f"opdracht “{rij.opdracht.naam}” ({rij.opdracht.code}). De marge is {rij.marge_pct}%."
    )


@transaction.atomic
def jaarplantoedeling_afwijzen(
    *, toedeling: JaarplanToedeling, reden: str, door: Actor, nu: datetime
) -> JaarplanToedeling:
    """The P-manager says why the team cannot do this; an allocation that holds stays."""
    rij = _vergrendel(toedeling)
    eis(rules.beletsel_jaarplantoedeling_afwijzen(toedeling=rij, door=door, reden=reden))
    return _sluit(rij, S.AFGEWEZEN, reden, door, nu)


@transaction.atomic
def jaarplantoedeling_beeindigen(
    *, toedeling: JaarplanToedeling, reden: str, door: Actor, nu: datetime
) -> JaarplanToedeling:
    """Withdraw a demand, or end an allocation because the work changes (R057)."""
    rij = _vergrendel(toedeling)
    eis(rules.beletsel_jaarplantoedeling_beeindigen(
        toedeling=rij, door=door, op=lokale_dag(nu), reden=reden
    ))
    return _sluit(rij, S.BEEINDIGD, reden, door, nu)


def _sluit(
    rij: JaarplanToedeling, status: S, reden: str, door: Actor, nu: datetime
) -> JaarplanToedeling:
    rij.status, rij.beslist_op, rij.reden = status, nu, reden.strip()
    rij.save(update_fields=["status", "beslist_op", "reden"])
    noteer(
        f"jaarplantoedeling_{status.value}", op=rij.opdracht, door=door, nu=nu, jaar=rij.jaar,
        pteam=rij.pteam.code, reden=rij.reden,
    )
    if status == S.AFGEWEZEN:
        _bericht(
            rij, rij.voorgesteld_door_id, "besloten",
            f"Jaarplan {rij.jaar}: geen capaciteit voor {rij.opdracht.naam}", nu,
        )
    return rij


@transaction.atomic
def jaarplanbehoefte_melden(
    *, toedeling: JaarplanToedeling, fte: Decimal, toelichting: str, door: Actor, nu: datetime
) -> JaarplanBehoefte:
    """Report what the work needs in fact; outside the margin this becomes a signal (R057)."""
    rij = _vergrendel(toedeling)
    eis(rules.beletsel_jaarplanbehoefte_melden(
        toedeling=rij, door=door, op=lokale_dag(nu), fte=fte, toelichting=toelichting
    ))
    behoefte = JaarplanBehoefte.objects.create(
        toedeling=rij, fte=fte, toelichting=toelichting.strip(), gemeld_op=nu,
        gemeld_door_id=door.gebruiker_id,
    )
    noteer(
        "jaarplanbehoefte_gemeld", op=rij.opdracht, door=door, nu=nu, jaar=rij.jaar,
        pteam=rij.pteam.code, fte=fte,
    )
    return behoefte


def _vergrendel(toedeling: JaarplanToedeling) -> JaarplanToedeling:
    return (
        JaarplanToedeling.objects.select_for_update(of=("self",))
        .select_related("opdracht__opgave", "opdracht__bovenliggende", "pteam")
        .get(pk=toedeling.pk)
    )
