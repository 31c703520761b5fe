"""Marks by which a team is also seen from another domain (R178)."""

from collections.abc import Sequence
from datetime import datetime

from django.db import transaction

from config.kern.actor import Actor
from config.kern.domain.logboek import noteer
from config.kern.fouten import eis
from pdomein.models import PTeam
from pdomein.rules import beletsel_pteam_kenmerken_vastleggen


@transaction.atomic
def pteam_kenmerken_vastleggen(
    *, pteam: PTeam, kenmerken: Sequence[str], door: Actor, nu: datetime
) -> PTeam:
    """Give a team its marks, such as ``bedrijfsvoering`` (R178)."""
    pteam = PTeam.objects.select_for_update(of=("self",)).select_related("domein").get(pk=pteam.pk)
    kenmerken = sorted({k.strip().lower() for k in kenmerken if k.strip()})
    eis(beletsel_pteam_kenmerken_vastleggen(pteam=pteam, kenmerken=kenmerken, door=door))
    if pteam.kenmerken != kenmerken:
        pteam.kenmerken = kenmerken
        pteam.save(update_fields=["kenmerken"])
        noteer("pteam_kenmerken_vastgelegd", op=pteam, door=door, nu=nu, kenmerken=kenmerken)
    return pteam
