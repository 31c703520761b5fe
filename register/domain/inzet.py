"""Recording and ending the inzet of people on opdrachten, within their free capacity."""

from datetime import date, datetime
from decimal import Decimal

from django.db import transaction

from config.kern.actor import Actor
from config.kern.domain.logboek import noteer
from config.kern.fouten import eis
from config.kern.models import Besluit
from config.kern.periode import Periode
from config.kern.werkdagen import lokale_dag
from opgaven.models import Opdracht
from pdomein.models import Medewerker
from register.domain import keten, tijdlijn
from register.domain.schrijven import Aanleiding, stuk_van, zet_schrijven
from register.enums import Mutatie
from register.models import Correctievoorstel, Inzet
from register.rules import inzet as rules
from register.rules.correctie import beletsel_einde_in_verleden, beletsel_inzet_corrigeren


@transaction.atomic
def inzet_vastleggen(
    *, medewerker: Medewerker, opdracht: Opdracht, teamrol: str, fte: Decimal, begin: date,
    einde: date | None, besluit: Besluit, resultaat: str = "", door: Actor, nu: datetime,
) -> Inzet:
    """Enter that a person works on an opdracht (R005, R241).

    Raises ``DomeinFout`` when the person has less free capacity; two at once wait for each other
    on the row of the person (E20).
    """
    keten.vergrendelen()
    medewerker = Medewerker.objects.select_for_update(of=("self",)).get(pk=medewerker.pk)
    eis(rules.beletsel_inzet_vastleggen(
        medewerker=medewerker, fte=fte, begin=begin, einde=einde, besluit=besluit, door=door
    ))
    rij = Inzet(
        medewerker=medewerker, opdracht=opdracht, teamrol=teamrol, fte=fte, resultaat=resultaat
    )
    aanleiding = Aanleiding(besluit, Mutatie.TOEWIJZING, "", door, nu)
    (nieuw,) = zet_schrijven(rij, tijdlijn.toewijzen(Periode(begin, einde)), aanleiding)
    noteer("inzet_vastgelegd", op=nieuw, door=door, nu=nu, besluit=besluit.kenmerk, begin=begin,
           einde=einde)
    return nieuw


@transaction.atomic
def inzet_beeindigen(
    *, inzet: Inzet, per: date, besluit: Besluit, reden: str, door: Actor, nu: datetime
) -> Inzet | None:
    """End inzet; ``per`` is the first day without it. None when it never began."""
    keten.vergrendelen()
    rij = Inzet.objects.select_related("medewerker", "opdracht", "besluit__document").get(
        pk=inzet.pk
    )
    eis(rules.beletsel_inzet_beeindigen(
        inzet=rij, per=per, besluit=besluit, reden=reden, door=door
    ))
    eis(beletsel_einde_in_verleden(per=per, door=door, vandaag=lokale_dag(nu)))
    aanleiding = Aanleiding(besluit, Mutatie.BEEINDIGING, reden.strip(), door, nu)
    rest = zet_schrijven(rij, tijdlijn.beeindigen(stuk_van(rij), per), aanleiding)
    noteer("inzet_beeindigd", op=rij, door=door, nu=nu, besluit=besluit.kenmerk, per=per)
    return rest[0] if rest else None


@transaction.atomic
def inzet_corrigeren(
    *, inzet: Inzet, fte: Decimal, begin: date, einde: date | None, besluit: Besluit, reden: str,
    voorstel: Correctievoorstel | None = None, door: Actor, nu: datetime,
) -> Inzet:
    """Put wrong hours or a wrong period right; what stood there stays readable (R196)."""
    keten.vergrendelen()
    rij = Inzet.objects.select_related("medewerker", "opdracht", "besluit__document").get(
        pk=inzet.pk
    )
    Medewerker.objects.select_for_update(of=("self",)).get(pk=rij.medewerker_id)
    eis(beletsel_inzet_corrigeren(
        inzet=rij, fte=fte, begin=begin, einde=einde, besluit=besluit, reden=reden, door=door,
        vandaag=lokale_dag(nu), voorstel=voorstel,
    ))
    aanleiding = Aanleiding(besluit, Mutatie.CORRECTIE, reden.strip(), door, nu)
    voorbeeld = Inzet(
        medewerker=rij.medewerker, opdracht=rij.opdracht, teamrol=rij.teamrol, fte=fte,
        resultaat=rij.resultaat,
    )
    zet = tijdlijn.corrigeren(stuk_van(rij), Periode(begin, einde))
    (nieuw,) = zet_schrijven(voorbeeld, zet, aanleiding)
    noteer("inzet_gecorrigeerd", op=nieuw, door=door, nu=nu, besluit=besluit.kenmerk)
    return nieuw
