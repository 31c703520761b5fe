"""Work within an opdracht that falls free: two people answer two questions (R233, R234)."""

from datetime import datetime

from django.db import transaction

from config.kern.actor import Actor
from config.kern.domain.bericht import berichten_plaatsen
from config.kern.domain.logboek import noteer
from config.kern.enums import BerichtSoort
from config.kern.fouten import eis
from config.kern.werkdagen import lokale_dag
from matching.domain.dilemma import bij_vrijval
from matching.domain.matchvraag import matchvraag_uit_vrijval
from matching.models import Vrijval
from matching.queries.vrijval import beeindigde_inzet
from matching.queries.wie import aog_van, domeindirecteur_van
from matching.rules import matchvraag as rules
from matching.rules.wie import is_aog_van, is_dd_van
from register.models import Inzet


def vrijvallen_bijwerken(*, nu: datetime) -> int:
    """Make an item for every inzet that ended before its planned end. Idempotent (R233)."""
    gemaakt = 0
    for inzet in beeindigde_inzet():
        with transaction.atomic():
            gemaakt += _maak(inzet, nu)
    return gemaakt


def _maak(inzet: Inzet, nu: datetime) -> int:
    vrijval, is_nieuw = Vrijval.objects.get_or_create(
        inzet=inzet.public_id,
        defaults={
            "opdracht": inzet.opdracht, "fte": inzet.fte, "ontstaan_op": nu,
            "omschrijving": (inzet.resultaat or inzet.get_teamrol_display())[:200],
        },
    )
    if not is_nieuw:
        return 0
    dag = lokale_dag(nu)
    mensen = [aog_van(inzet.opdracht, dag), domeindirecteur_van(inzet.opdracht, dag)]
    berichten_plaatsen(
        ontvanger_ids=[m.gebruiker_id for m in mensen if m], soort=BerichtSoort.OVERIG,
        onderwerp=f"Werk valt vrij: {inzet.opdracht}",
        tekst="Is vervanging nodig, en kan het team het opvangen?",
        url=f"/matchvragen/vrijval/{vrijval.public_id}/",
        sleutel=f"vrijval:{vrijval.public_id}", nu=nu,
    )
    return 1


@transaction.atomic
def vrijval_beoordelen(
    *, vrijval: Vrijval, vervanging: bool, opvang: bool, door: Actor, nu: datetime
) -> Vrijval:
    """One of the two answers; a matchvraag comes only when both say: replace, not absorbed."""
    vrijval = (
        Vrijval.objects.select_for_update(of=("self",))
        .select_related("opdracht__opgave", "opdracht__bovenliggende").get(pk=vrijval.pk)
    )
    dag = lokale_dag(nu)
    eis(rules.beletsel_vrijval_beoordelen(
        vrijval, door=door, dag=dag, vervanging=vervanging, opvang=opvang
    ))
    if is_dd_van(door, vrijval.opdracht, dag):
        vrijval.dd_vervanging, vrijval.dd_opvang = vervanging, opvang
    if is_aog_van(door, vrijval.opdracht):
        vrijval.aog_vervanging, vrijval.aog_opvang = vervanging, opvang
    noteer("vrijval_beoordeeld", op=vrijval, door=door, nu=nu, vervanging=vervanging,
           opvang=opvang)
    _beslis(vrijval, door, nu)
    vrijval.save()
    return vrijval


def _beslis(vrijval: Vrijval, door: Actor, nu: datetime) -> None:
    """Agreement closes the item; disagreement leaves it open (Q18, E08)."""
    dd = (vrijval.dd_vervanging, vrijval.dd_opvang)
    aog = (vrijval.aog_vervanging, vrijval.aog_opvang)
    if None in dd or None in aog:
        return
    start = [vervanging and not opvang for vervanging, opvang in (dd, aog)]
    bij_vrijval(vrijval, start[0] == start[1], door, nu)
    if start[0] != start[1]:
        return
    vrijval.afgesloten_op = nu
    if all(start):
        vrijval.reden = "Vervanging is nodig en het team kan het niet opvangen."
        vrijval.matchvraag = matchvraag_uit_vrijval(
            vrijval.opdracht, vrijval.omschrijving, vrijval.fte, door, nu
        )
    elif not dd[0] and not aog[0]:
        vrijval.reden = "Vervanging is niet nodig."
    else:
        vrijval.reden = "Het team vangt het werk op."
