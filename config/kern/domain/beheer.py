"""Settings and the calendar of working days: dated, with a source, never in the past."""

from datetime import date, datetime, timedelta
from typing import Any

from django.db import transaction

from config.kern import rules
from config.kern.actor import Actor
from config.kern.domain.logboek import noteer
from config.kern.fouten import eis
from config.kern.models import Instelling, NietWerkdag
from config.kern.werkdagen import lokale_dag


@transaction.atomic
def instelling_vastleggen(
    *, sleutel: str, waarde: Any, geldig_vanaf: date, bron: str, toelichting: str = "",
    door: Actor, nu: datetime,
) -> Instelling:
    """Give a setting a new value from a day on; what ran keeps the value it began with (R412)."""
    eis(
        rules.beletsel_instelling_vastleggen(
            sleutel=sleutel, waarde=waarde, geldig_vanaf=geldig_vanaf, bron=bron, door=door,
            vandaag=lokale_dag(nu),
        )
    )
    rij = Instelling.objects.create(
        sleutel=sleutel, waarde=waarde, geldig_vanaf=geldig_vanaf, bron=bron,
        niet_in_bron=True, toelichting=toelichting,
    )
    noteer("instelling_vastgelegd", op=rij, door=door, nu=nu, sleutel=sleutel, waarde=waarde,
           geldig_vanaf=geldig_vanaf)
    return rij


@transaction.atomic
def niet_werkdagen_toevoegen(
    *, begin: date, laatste: date, omschrijving: str, telt_voor_termijn: bool,
    telt_voor_capaciteit: bool, door: Actor, nu: datetime,
) -> int:
    """Add closing days from ``begin`` up to and including ``laatste``; says how many are new.

    Terms that already run keep their date: they are stored when they start (R296, E17).
    """
    eis(
        rules.beletsel_niet_werkdagen_toevoegen(
            begin=begin, laatste=laatste, telt=telt_voor_termijn or telt_voor_capaciteit,
            door=door, vandaag=lokale_dag(nu),
        )
    )
    dagen = [begin + timedelta(days=n) for n in range((laatste - begin).days + 1)]
    bekend = set(NietWerkdag.objects.filter(datum__in=dagen).values_list("datum", flat=True))
    nieuw = [dag for dag in dagen if dag.weekday() < 5 and dag not in bekend]
    eis(rules.beletsel_geen_nieuwe_dagen(nieuw))
    NietWerkdag.objects.bulk_create(
        NietWerkdag(
            datum=dag, omschrijving=omschrijving, telt_voor_termijn=telt_voor_termijn,
            telt_voor_capaciteit=telt_voor_capaciteit,
        )
        for dag in nieuw
    )
    noteer("niet_werkdagen_toegevoegd", door=door, nu=nu, dagen=[str(dag) for dag in nieuw],
           omschrijving=omschrijving)
    return len(nieuw)


@transaction.atomic
def niet_werkdag_verwijderen(*, dag: NietWerkdag, door: Actor, nu: datetime) -> None:
    """Make a coming day an ordinary working day again."""
    dag = NietWerkdag.objects.select_for_update(of=("self",)).get(pk=dag.pk)
    eis(rules.beletsel_niet_werkdag_verwijderen(dag=dag, door=door, vandaag=lokale_dag(nu)))
    noteer("niet_werkdag_verwijderd", op=dag, door=door, nu=nu, datum=dag.datum)
    dag.delete()
