"""What we expect of a professie: added with a source, never changed (R308, R309, R412)."""

from datetime import datetime
from decimal import Decimal

from django.db import transaction

from config.kern.actor import Actor
from config.kern.domain.logboek import noteer
from config.kern.fouten import eis
from config.kern.queries import instelling
from config.kern.werkdagen import lokale_dag
from pdomein.models import Professie, PTeam, SPPAanname, SPPOpmerking
from pdomein.rules.spp import (
    beletsel_spp_aanname_vastleggen,
    beletsel_spp_opmerking_plaatsen,
)


@transaction.atomic
def spp_aanname_vastleggen(
    *, professie: Professie, soort: str, jaar: int, fte: Decimal, actie: str = "",
    toelichting: str = "", bron: str, pteam: PTeam | None = None, door: Actor, nu: datetime,
) -> SPPAanname:
    """Say what demand, inflow or outflow a year will bring; the newest holds (R308, R310)."""
    professie = Professie.objects.select_for_update(of=("self",)).get(pk=professie.pk)
    dag = lokale_dag(nu)
    eis(beletsel_spp_aanname_vastleggen(
        professie=professie, pteam=pteam, soort=soort, jaar=jaar, fte=fte, actie=actie,
        toelichting=toelichting, bron=bron, eerste_jaar=dag.year,
        horizon=instelling("SPP_HORIZON", dag), door=door,
    ))
    velden = {
        "fte": round(fte, 2), "actie": actie, "toelichting": toelichting.strip(),
        "bron": bron.strip(),
    }
    laatste = SPPAanname.objects.filter(
        professie=professie, pteam=pteam, soort=soort, jaar=jaar
    ).first()
    if laatste is not None and all(getattr(laatste, k) == v for k, v in velden.items()):
        return laatste
    rij = SPPAanname.objects.create(
        professie=professie, pteam=pteam, soort=soort, jaar=jaar, **velden, vastgelegd_op=nu,
        vastgelegd_door_id=door.gebruiker_id, vastgelegd_door_naam=door.naam,
    )
    noteer("spp_aanname_vastgelegd", op=rij, door=door, nu=nu, soort=soort, jaar=jaar, fte=fte)
    return rij


@transaction.atomic
def spp_opmerking_plaatsen(
    *, aanname: SPPAanname, tekst: str, door: Actor, nu: datetime
) -> SPPOpmerking:
    """An AOG says what the work will ask (R309)."""
    aanname = SPPAanname.objects.select_for_update(of=("self",)).get(pk=aanname.pk)
    eis(beletsel_spp_opmerking_plaatsen(aanname=aanname, tekst=tekst, door=door))
    tekst = tekst.strip()
    dubbel = aanname.opmerkingen.filter(tekst=tekst, geplaatst_door_id=door.gebruiker_id).first()
    if dubbel is not None:
        return dubbel
    rij = SPPOpmerking.objects.create(
        aanname=aanname, tekst=tekst, geplaatst_op=nu, geplaatst_door_id=door.gebruiker_id,
        geplaatst_door_naam=door.naam,
    )
    noteer("spp_opmerking_geplaatst", op=aanname, door=door, nu=nu)
    return rij
