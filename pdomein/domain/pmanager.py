"""Who leads which P-team, with how much of the time (DT-24, DT-29)."""

from datetime import date, datetime

from django.db import transaction

from config.kern.actor import Actor
from config.kern.domain.logboek import noteer
from config.kern.fouten import eis
from config.kern.queries import instelling
from pdomein.models import Medewerker, PManagerAanstelling, PTeam, Rolomvang
from pdomein.rules import beletsel_pmanagement_vastleggen, beletsel_pmanager_aanstellen

ROL = "p_manager"


@transaction.atomic
def pmanager_aanstellen(
    *, pteam: PTeam, medewerker: Medewerker, pct: int, begin: date, uitzondering: str = "",
    door: Actor, nu: datetime,
) -> PManagerAanstelling:
    """Make somebody the one P-manager of a team; the one before stops on that day (R112, R156)."""
    pteam = PTeam.objects.select_for_update(of=("self",)).select_related("domein").get(pk=pteam.pk)
    huidig = pteam.pmanagers.geldig_op(begin).first()
    eis(beletsel_pmanager_aanstellen(
        pteam=pteam, medewerker=medewerker, pct=pct, begin=begin,
        heeft_latere=pteam.pmanagers.later_dan(begin).exists(),
        huidig_id=huidig.medewerker_id if huidig else None,
        huidig_begin=huidig.begin if huidig else None,
        schalen=instelling("PMANAGER_SCHALEN", begin), uitzondering=uitzondering, door=door,
    ))
    if huidig:
        huidig.einde = begin
        huidig.save(update_fields=["einde"])
    aanstelling = PManagerAanstelling.objects.create(
        pteam=pteam, medewerker=medewerker, begin=begin, einde=medewerker.uit_dienst
    )
    omvang_zetten(medewerker, pct, begin)
    noteer("pmanager_aangesteld", op=pteam, door=door, nu=nu, medewerker=medewerker.public_id,
           pct=pct, begin=begin, uitzondering=uitzondering)
    return aanstelling


@transaction.atomic
def pmanagement_vastleggen(
    *, medewerker: Medewerker, pct: int, begin: date, door: Actor, nu: datetime
) -> bool:
    """Set which share of the time goes to P-management; says whether it changed (R160)."""
    medewerker = Medewerker.objects.select_for_update(of=("self",)).get(pk=medewerker.pk)
    eis(beletsel_pmanagement_vastleggen(
        medewerker=medewerker, pct=pct, begin=begin, door=door,
        heeft_latere=medewerker.rolomvangen.filter(rol=ROL).later_dan(begin).exists(),
    ))
    anders = omvang_zetten(medewerker, pct, begin)
    if anders:
        noteer("pmanagement_vastgelegd", op=medewerker, door=door, nu=nu, pct=pct, begin=begin)
    return anders


def omvang_zetten(medewerker: Medewerker, pct: int, begin: date) -> bool:
    """One share at a time, counted over all teams together."""
    eigen = Rolomvang.objects.select_for_update().filter(medewerker=medewerker, rol=ROL)
    huidig = eigen.geldig_op(begin).first()
    if huidig and huidig.pct == pct:
        return False
    if huidig and huidig.begin == begin:
        huidig.pct = pct
        huidig.save(update_fields=["pct"])
        return True
    latere = eigen.later_dan(begin).order_by("begin").first()
    if huidig:
        huidig.einde = begin
        huidig.save(update_fields=["einde"])
    einde = latere.begin if latere else medewerker.uit_dienst
    Rolomvang.objects.create(medewerker=medewerker, rol=ROL, pct=pct, begin=begin, einde=einde)
    return True
