"""The clock of the demo; a real installation has no such thing."""

from datetime import datetime, timedelta

from django.db import transaction

from config.kern import rules
from config.kern.actor import Actor
from config.kern.domain.logboek import noteer
from config.kern.fouten import eis
from config.kern.models import DemoKlok
from config.kern.queries import niet_werkdagen
from config.kern.werkdagen import AMSTERDAM, lokale_dag, werkdag_na


@transaction.atomic
def klok_vooruitzetten(*, werkdagen: int, door: Actor, nu: datetime) -> datetime:
    """Move the demo ``werkdagen`` working days ahead, to the same time of day (issue 2, 5)."""
    klok, _ = DemoKlok.objects.select_for_update(of=("self",)).get_or_create(pk=1)
    eis(rules.beletsel_klok_vooruitzetten(werkdagen=werkdagen, door=door))
    dag = werkdag_na(lokale_dag(nu), werkdagen, niet_werkdagen())
    straks = datetime.combine(dag, nu.astimezone(AMSTERDAM).time(), AMSTERDAM)
    klok.verschuiving_seconden += int((straks - nu) / timedelta(seconds=1))
    klok.save()
    noteer("klok_vooruitgezet", door=door, nu=nu, werkdagen=werkdagen, naar=straks.isoformat())
    return straks
