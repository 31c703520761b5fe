"""The yearly recalibration: which P-teams do we want next year? (R164, R165, R176, R180)."""

from datetime import date, datetime

from django.db import transaction

from config.kern.actor import Actor
from config.kern.domain.besluit import besluit_nemen
from config.kern.domain.logboek import noteer
from config.kern.enums import BesluitSoort
from config.kern.fouten import eis
from config.kern.werkdagen import lokale_dag
from pdomein import queries
from pdomein.enums_vak import LijstStatus, Oordeel
from pdomein.models import Professie, ProfessioneelDomein, PTeam, PTeamLijst, PTeamLijstRegel
from pdomein.rules import (
    beletsel_pteamlijst_openen,
    beletsel_pteamlijst_overleg_vastleggen,
    beletsel_pteamlijst_regel_beoordelen,
    beletsel_pteamlijst_regel_evalueren,
    beletsel_pteamlijst_regel_toevoegen,
    beletsel_pteamlijst_vaststellen,
)


@transaction.atomic
def pteamlijst_openen(
    *, jaar: int, uiterlijk_op: date, door: Actor, nu: datetime
) -> PTeamLijst:
    """Start the list of a year with every team of today, still to be looked at (R164)."""
    dag = lokale_dag(nu)
    eis(beletsel_pteamlijst_openen(
        jaar=jaar, uiterlijk_op=uiterlijk_op, gremium=queries.p_beraad(), dag=dag, door=door,
        bestaat=PTeamLijst.objects.filter(jaar=jaar).exists(),
    ))
    lijst = PTeamLijst.objects.create(jaar=jaar, uiterlijk_op=uiterlijk_op)
    PTeamLijstRegel.objects.bulk_create([
        PTeamLijstRegel(
            lijst=lijst, pteam=t, naam=t.naam, professie_id=t.professie_id,
            domein_id=t.domein_id, cluster_id=t.cluster_id,
        )
        for t in PTeam.objects.geldig_op(dag)
    ])
    noteer("pteamlijst_geopend", op=lijst, door=door, nu=nu, jaar=jaar)
    return lijst


def _op_slot(lijst: PTeamLijst) -> PTeamLijst:
    return PTeamLijst.objects.select_for_update(of=("self",)).get(pk=lijst.pk)


@transaction.atomic
def pteamlijst_regel_beoordelen(
    *, regel: PTeamLijstRegel, oordeel: str, toelichting: str = "",
    uiterlijk_op: date | None = None, door: Actor, nu: datetime,
) -> PTeamLijstRegel:
    """Say of one team: keep, change by a day, or no longer wanted (R164)."""
    regel.lijst = _op_slot(regel.lijst)
    eis(beletsel_pteamlijst_regel_beoordelen(
        regel=regel, oordeel=oordeel, toelichting=toelichting, uiterlijk_op=uiterlijk_op,
        gremium=queries.p_beraad(), dag=lokale_dag(nu), door=door,
    ))
    regel.oordeel, regel.toelichting = oordeel, toelichting
    regel.uiterlijk_op = uiterlijk_op if oordeel == Oordeel.WIJZIGEN else None
    regel.beoordeeld_naam, regel.beoordeeld_op = door.naam, nu
    regel.save()
    noteer("pteamlijst_regel_beoordeeld", op=regel, door=door, nu=nu, oordeel=oordeel)
    return regel


@transaction.atomic
def pteamlijst_regel_evalueren(
    *, regel: PTeamLijstRegel, evaluatie: str, door: Actor, nu: datetime
) -> PTeamLijstRegel:
    """How the team goes, in the words of its P-manager (R180)."""
    regel.lijst = _op_slot(regel.lijst)
    eis(beletsel_pteamlijst_regel_evalueren(regel=regel, evaluatie=evaluatie, door=door))
    regel.evaluatie = evaluatie
    regel.save(update_fields=["evaluatie"])
    noteer("pteamlijst_regel_geevalueerd", op=regel, door=door, nu=nu)
    return regel


@transaction.atomic
def pteamlijst_regel_toevoegen(
    *, lijst: PTeamLijst, naam: str, domein: ProfessioneelDomein, toelichting: str,
    professie: Professie | None = None, door: Actor, nu: datetime,
) -> PTeamLijstRegel:
    """Put a team on the list that is not there yet (R155, R165)."""
    lijst = _op_slot(lijst)
    eis(beletsel_pteamlijst_regel_toevoegen(
        lijst=lijst, naam=naam, domein=domein, toelichting=toelichting,
        bestaat=lijst.regels.filter(naam__iexact=naam.strip()).exists(),
        gremium=queries.p_beraad(), door=door,
    ))
    regel = PTeamLijstRegel.objects.create(
        lijst=lijst, naam=naam.strip(), domein=domein, professie=professie,
        toelichting=toelichting, oordeel=Oordeel.NIEUW, beoordeeld_naam=door.naam,
        beoordeeld_op=nu,
    )
    noteer("pteamlijst_regel_toegevoegd", op=regel, door=door, nu=nu)
    return regel


@transaction.atomic
def pteamlijst_overleg_vastleggen(
    *, lijst: PTeamLijst, deelnemers: str, conclusies: str, door: Actor, nu: datetime
) -> PTeamLijst:
    """Who talked along about the list, and the conclusions (R164)."""
    lijst = _op_slot(lijst)
    eis(beletsel_pteamlijst_overleg_vastleggen(
        lijst=lijst, deelnemers=deelnemers, conclusies=conclusies, gremium=queries.p_beraad(),
        door=door,
    ))
    lijst.deelnemers, lijst.conclusies = deelnemers, conclusies
    lijst.save(update_fields=["deelnemers", "conclusies"])
    noteer("pteamlijst_overleg_vastgelegd", op=lijst, door=door, nu=nu)
    return lijst


@transaction.atomic
def pteamlijst_vaststellen(*, lijst: PTeamLijst, door: Actor, nu: datetime) -> PTeamLijst:
    """The P-beraad adopts the list and the ordering of the year (R165, R176)."""
    lijst, gremium = _op_slot(lijst), queries.p_beraad()
    eis(beletsel_pteamlijst_vaststellen(
        lijst=lijst, open_regels=lijst.regels.filter(oordeel=Oordeel.OPEN).count(),
        gremium=gremium, door=door,
    ))
    namen = lijst.regels.exclude(oordeel=Oordeel.NIET_GEWENST).values_list("naam", flat=True)
    lijst.besluit = besluit_nemen(
        soort=BesluitSoort.OVERIG, onderwerp=str(lijst),
        tekst=f"De gewenste P-teams in {lijst.jaar} zijn: {', '.join(namen)}.",
        motivering=lijst.conclusies, gremium=gremium, hoedanigheid="voorzitter P-beraad",
        besluitdatum=lokale_dag(nu), ingangsdatum=max(date(lijst.jaar, 1, 1), lokale_dag(nu)),
        door=door, nu=nu,
    )
    lijst.status, lijst.vastgesteld_op = LijstStatus.VASTGESTELD, nu
    lijst.save()
    noteer("pteamlijst_vastgesteld", op=lijst, door=door, nu=nu, besluit=lijst.besluit.kenmerk)
    return lijst
