"""What is written about people at the table, by whom, and how long it stays (R268, R271, R272)."""

from collections.abc import Sequence
from datetime import date, datetime, timedelta

from django.db import transaction

from config.kern.actor import Actor
from config.kern.domain.logboek import noteer
from config.kern.fouten import eis
from config.kern.live import meld
from config.kern.queries import instelling
from config.kern.werkdagen import lokale_dag
from matching import rules_tafelnotitie as rules
from matching.domain.agendapunt import bijwerken, vergrendel
from matching.domain.matchtafel import onderwerp
from matching.domain.matchtafel import vergrendel as vergrendel_sessie
from matching.models import Agendapunt, Deelnemer, Kandidaat, MatchtafelSessie, Tafelnotitie
from pdomein.models import Medewerker


def _vast(kandidaat: Kandidaat) -> Kandidaat:
    punt = vergrendel(kandidaat.agendapunt)
    kandidaat = punt.kandidaten.select_related("medewerker", "reactie").get(pk=kandidaat.pk)
    kandidaat.agendapunt = punt
    return kandidaat


@transaction.atomic
def notitie_schrijven(
    *, kandidaat: Kandidaat, tekst: str, door: Actor, nu: datetime
) -> Tafelnotitie:
    """Write down what was said about a person; members read it, and it is wiped in time (R268)."""
    kandidaat = _vast(kandidaat)
    eis(rules.beletsel_notitie_schrijven(kandidaat=kandidaat, tekst=tekst, door=door))
    dag = lokale_dag(nu)
    notitie = Tafelnotitie.objects.create(
        kandidaat=kandidaat, tekst=tekst.strip(), geschreven_op=nu,
        geschreven_door_id=door.gebruiker_id, geschreven_door_naam=door.naam,
        wissen_op=dag + timedelta(days=instelling("TAFELNOTITIE_BEWAARDAGEN", op=dag)),
    )
    # the text stays out of the logbook, which lives longer than the note may
    noteer("notitie_geschreven", op=kandidaat.agendapunt, door=door, nu=nu,
           wissen_op=notitie.wissen_op)
    meld(onderwerp(kandidaat.agendapunt.sessie))
    return notitie


@transaction.atomic
def notitie_wissen(*, notitie: Tafelnotitie, door: Actor, nu: datetime) -> None:
    """Take an own note back."""
    kandidaat = _vast(notitie.kandidaat)
    notitie = kandidaat.notities.get(pk=notitie.pk)
    eis(rules.beletsel_notitie_wissen(notitie=notitie, door=door))
    notitie.delete()
    noteer("notitie_gewist", op=kandidaat.agendapunt, door=door, nu=nu)
    meld(onderwerp(kandidaat.agendapunt.sessie))


def notities_opruimen(*, nu: datetime) -> int:
    """Wipe what has been kept long enough (R268). Idempotent."""
    return Tafelnotitie.objects.filter(wissen_op__lte=lokale_dag(nu)).delete()[0]


@transaction.atomic
def kandidaat_toelichten(
    *, kandidaat: Kandidaat, leervermogen: str, motivatie: str, door: Actor, nu: datetime
) -> Kandidaat:
    """Fill in the card: what somebody can learn, and why they want this (R272)."""
    kandidaat = _vast(kandidaat)
    eis(rules.beletsel_kandidaat_toelichten(kandidaat=kandidaat, door=door))
    kandidaat.leervermogen, kandidaat.motivatie = leervermogen.strip(), motivatie.strip()
    kandidaat.save(update_fields=["leervermogen", "motivatie"])
    bijwerken(kandidaat.agendapunt, door)
    noteer("kandidaat_toegelicht", op=kandidaat.agendapunt, door=door, nu=nu)
    return kandidaat


@transaction.atomic
def kandidaten_afvoeren(
    *, agendapunt: Agendapunt, kandidaten: Sequence[Kandidaat], reden: str, door: Actor,
    nu: datetime,
) -> int:
    """Take several people off the table for one reason; their files keep no trace (R352)."""
    punt = vergrendel(agendapunt)
    keuze = list(
        punt.kandidaten.select_related("reactie").filter(pk__in=[k.pk for k in kandidaten])
    )
    for kandidaat in keuze:
        kandidaat.agendapunt = punt
    eis(rules.beletsel_kandidaten_afvoeren(
        agendapunt=punt, kandidaten=keuze, reden=reden, door=door
    ))
    punt.kandidaten.filter(pk__in=[k.pk for k in keuze]).delete()
    bijwerken(punt, door)
    noteer("kandidaten_afgevoerd", op=punt, door=door, nu=nu, aantal=len(keuze), reden=reden)
    return len(keuze)


@transaction.atomic
def training_vastleggen(
    *, sessie: MatchtafelSessie, medewerker: Medewerker, op: date, door: Actor, nu: datetime
) -> Deelnemer:
    """When a member followed the workshop against bias; later sessions know it too (R271)."""
    sessie = vergrendel_sessie(sessie)
    eis(rules.beletsel_training_vastleggen(
        sessie=sessie, medewerker=medewerker, op=op, vandaag=lokale_dag(nu), door=door
    ))
    deelnemer = sessie.deelnemers.get(medewerker=medewerker)
    deelnemer.training_vooringenomenheid_op = op
    deelnemer.save(update_fields=["training_vooringenomenheid_op"])
    noteer("training_vastgelegd", op=sessie, door=door, nu=nu, wie=medewerker.pk, dag=op)
    meld(onderwerp(sessie))
    return deelnemer
