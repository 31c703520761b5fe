"""Hours of people as the personnel system gives them, with what they were and will be (R403)."""

from datetime import date, datetime
from decimal import Decimal

from django.db import transaction
from django.db.models import Sum

from config.kern.actor import Actor
from config.kern.domain.logboek import noteer
from config.kern.fouten import eis
from config.kern.werkdagen import lokale_dag
from pdomein.models import Aanstelling, Beschikbaarheid, Medewerker
from pdomein.rules.capaciteit import (
    beletsel_aanstelling_vastleggen,
    beletsel_beschikbaarheid_beeindigen,
    beletsel_beschikbaarheid_vastleggen,
)

HOOFD = 1


@transaction.atomic
def aanstelling_vastleggen(
    *, medewerker: Medewerker, fte: Decimal, begin: date, volgnummer: int = HOOFD,
    einde: date | None = None, door: Actor, nu: datetime,
) -> Aanstelling:
    """The fte of one employment from ``begin`` on; what it had before ends there (R403)."""
    medewerker = Medewerker.objects.select_for_update(of=("self",)).get(pk=medewerker.pk)
    samen = som_op(medewerker, begin, zonder=volgnummer)
    eis(beletsel_aanstelling_vastleggen(
        medewerker=medewerker, fte=fte, begin=begin, einde=einde, volgnummer=volgnummer,
        samen=samen, door=door,
    ))
    _begin_geschiedenis(medewerker)
    gelijk = medewerker.aanstellingen.filter(
        volgnummer=volgnummer, fte=fte, begin=begin, einde=einde
    ).first()
    if gelijk is not None:
        return gelijk
    _vrijmaken(medewerker, volgnummer, begin)
    rij = Aanstelling.objects.create(
        medewerker=medewerker, volgnummer=volgnummer, fte=fte, begin=begin, einde=einde
    )
    _vandaag_bijwerken(medewerker, nu)
    noteer("aanstelling_vastgelegd", op=medewerker, door=door, nu=nu, dienstverband=volgnummer,
           fte=fte, begin=begin)
    return rij


def som_op(medewerker: Medewerker, dag: date, zonder: int | None = None) -> Decimal:
    """The fte of all employments on ``dag``, possibly without one of them."""
    rijen = medewerker.aanstellingen
    if not rijen.exists():
        return Decimal(0) if zonder in (None, HOOFD) else medewerker.aanstelling_fte
    return rijen.geldig_op(dag).exclude(volgnummer=zonder).aggregate(som=Sum("fte"))["som"] or (
        Decimal(0)
    )


def _begin_geschiedenis(medewerker: Medewerker) -> None:
    """What was only a number becomes the first row, so that nothing is lost."""
    if not medewerker.aanstellingen.exists():
        Aanstelling.objects.create(
            medewerker=medewerker, volgnummer=HOOFD, fte=medewerker.aanstelling_fte,
            begin=medewerker.in_dienst, einde=medewerker.uit_dienst,
        )


def _vrijmaken(medewerker: Medewerker, volgnummer: int, begin: date) -> None:
    rijen = medewerker.aanstellingen.filter(volgnummer=volgnummer)
    rijen.filter(begin__gte=begin).delete()
    rijen.geldig_op(begin).update(einde=begin)


def _vandaag_bijwerken(medewerker: Medewerker, nu: datetime) -> None:
    """``aanstelling_fte`` is the total of today."""
    samen = som_op(medewerker, lokale_dag(nu))
    if samen != medewerker.aanstelling_fte:
        medewerker.aanstelling_fte = samen
        medewerker.bijgewerkt_op = nu
        medewerker.save(update_fields=["aanstelling_fte", "bijgewerkt_op"])


def geschiedenis_bijhouden(medewerker: Medewerker, vroeger: Decimal, vandaag: date) -> None:
    """HR gave another total: keep what it was until today (called within the command)."""
    nieuw = medewerker.aanstelling_fte
    if medewerker.in_dienst >= vandaag:
        return
    if not medewerker.aanstellingen.exists():
        Aanstelling.objects.create(
            medewerker=medewerker, volgnummer=HOOFD, fte=vroeger, begin=medewerker.in_dienst,
            einde=medewerker.uit_dienst,
        )
    if som_op(medewerker, vandaag) == nieuw:
        return
    hoofd = nieuw - som_op(medewerker, vandaag, zonder=HOOFD)
    if hoofd < 0:  # the other employments are gone as well
        for nummer in set(medewerker.aanstellingen.values_list("volgnummer", flat=True)):
            _vrijmaken(medewerker, nummer, vandaag)
        hoofd = nieuw
    _vrijmaken(medewerker, HOOFD, vandaag)
    if medewerker.uit_dienst is None or medewerker.uit_dienst > vandaag:
        Aanstelling.objects.create(
            medewerker=medewerker, volgnummer=HOOFD, fte=hoofd, begin=vandaag,
            einde=medewerker.uit_dienst,
        )


@transaction.atomic
def beschikbaarheid_vastleggen(
    *, medewerker: Medewerker, fte_minder: Decimal, begin: date, einde: date | None = None,
    door: Actor, nu: datetime,
) -> Beschikbaarheid:
    """Somebody is less available in a period: how much and until when, never why (R328)."""
    medewerker = Medewerker.objects.select_for_update(of=("self",)).get(pk=medewerker.pk)
    eis(beletsel_beschikbaarheid_vastleggen(
        medewerker=medewerker, fte_minder=fte_minder, begin=begin, einde=einde, door=door
    ))
    rijen = medewerker.beschikbaarheden
    gelijk = rijen.filter(fte_minder=fte_minder, begin=begin, einde=einde).first()
    if gelijk is not None:
        return gelijk
    rijen.filter(begin__gte=begin).delete()
    rijen.geldig_op(begin).update(einde=begin)
    rij = Beschikbaarheid.objects.create(
        medewerker=medewerker, fte_minder=fte_minder, begin=begin, einde=einde
    )
    noteer("beschikbaarheid_vastgelegd", op=medewerker, door=door, nu=nu, begin=begin)
    return rij


@transaction.atomic
def beschikbaarheid_beeindigen(
    *, medewerker: Medewerker, per: date, door: Actor, nu: datetime
) -> int:
    """Somebody is fully available again from ``per`` on; says how many rows changed."""
    medewerker = Medewerker.objects.select_for_update(of=("self",)).get(pk=medewerker.pk)
    eis(beletsel_beschikbaarheid_beeindigen(door=door))
    aantal, _ = medewerker.beschikbaarheden.filter(begin__gte=per).delete()
    aantal += medewerker.beschikbaarheden.geldig_op(per).update(einde=per)
    if aantal:
        noteer("beschikbaarheid_beeindigd", op=medewerker, door=door, nu=nu, per=per)
    return aantal
