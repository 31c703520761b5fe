"""The planning & control cycle: its calendar and its frozen figures (R227, §7.3)."""

import hashlib
import json
from datetime import date, datetime

from django.db import transaction

from config.kern.actor import Actor
from config.kern.domain.logboek import noteer
from config.kern.fouten import eis
from config.kern.werkdagen import lokale_dag
from opgaven import rules
from opgaven.models import Momentopname, PencMoment
from opgaven.queries import directieteam
from opgaven.queries.penc import cijfers_op


@transaction.atomic
def penc_moment_vastleggen(
    *, soort: str, begrotingsjaar: int, peildatum: date, naar_gs: date, naar_ps: date,
    door: Actor, nu: datetime,
) -> PencMoment:
    """Put a product of the cycle in the calendar, so that GS and PS get it in time."""
    eis(rules.beletsel_penc_moment_vastleggen(
        door=door, dt=directieteam(), soort=soort, begrotingsjaar=begrotingsjaar,
        peildatum=peildatum, naar_gs=naar_gs, naar_ps=naar_ps,
        is_dubbel=PencMoment.objects.filter(soort=soort, begrotingsjaar=begrotingsjaar).exists(),
    ))
    moment = PencMoment.objects.create(
        soort=soort, begrotingsjaar=begrotingsjaar, peildatum=peildatum, naar_gs=naar_gs,
        naar_ps=naar_ps,
    )
    noteer("penc_moment_vastgelegd", op=moment, door=door, nu=nu, peildatum=peildatum)
    return moment


@transaction.atomic
def momentopname_bevriezen(*, moment: PencMoment, door: Actor, nu: datetime) -> Momentopname:
    """Freeze the figures as they are now, with their hash; the database lets nobody change them."""
    moment = PencMoment.objects.select_for_update(of=("self",)).get(pk=moment.pk)
    dag = lokale_dag(nu)
    eis(rules.beletsel_momentopname_bevriezen(
        moment=moment, door=door, dt=directieteam(), op=dag,
        is_bevroren=Momentopname.objects.filter(moment=moment).exists(),
    ))
    cijfers = cijfers_op(dag)
    tekst = json.dumps(cijfers, sort_keys=True, ensure_ascii=False).encode()
    opname = Momentopname.objects.create(
        moment=moment, cijfers=cijfers, sha256=hashlib.sha256(tekst).hexdigest(),
        bevroren_op=nu, bevroren_door_id=door.gebruiker_id,
    )
    noteer("momentopname_bevroren", op=opname, door=door, nu=nu, sha256=opname.sha256)
    return opname
