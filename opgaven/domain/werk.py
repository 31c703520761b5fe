"""Milestones and risks of an opdracht (R007, R021)."""

from datetime import date, datetime

from django.db import transaction

from config.kern.actor import Actor
from config.kern.domain.logboek import noteer
from config.kern.fouten import eis
from config.kern.werkdagen import lokale_dag
from opgaven import rules
from opgaven.domain.overgang import vergrendel
from opgaven.models import Mijlpaal, Opdracht, Risico


@transaction.atomic
def mijlpaal_toevoegen(
    *, opdracht: Opdracht, naam: str, datum: date, door: Actor, nu: datetime
) -> Mijlpaal:
    opdracht = vergrendel(opdracht)
    eis(rules.beletsel_mijlpaal_toevoegen(
        opdracht=opdracht, door=door, op=lokale_dag(nu), naam=naam, datum=datum
    ))
    mijlpaal = Mijlpaal.objects.create(opdracht=opdracht, naam=naam, datum=datum)
    noteer("mijlpaal_toegevoegd", op=opdracht, door=door, nu=nu, naam=naam, datum=datum)
    return mijlpaal


@transaction.atomic
def mijlpaal_halen(*, mijlpaal: Mijlpaal, door: Actor, nu: datetime) -> Mijlpaal:
    """The milestone is reached today."""
    opdracht = vergrendel(mijlpaal.opdracht)
    mijlpaal.refresh_from_db()
    mijlpaal.opdracht = opdracht
    eis(rules.beletsel_mijlpaal_halen(mijlpaal=mijlpaal, door=door, op=lokale_dag(nu)))
    mijlpaal.gehaald_op = lokale_dag(nu)
    mijlpaal.save(update_fields=["gehaald_op"])
    noteer("mijlpaal_gehaald", op=opdracht, door=door, nu=nu, naam=mijlpaal.naam)
    return mijlpaal


@transaction.atomic
def risico_toevoegen(
    *, opdracht: Opdracht, omschrijving: str, kans: int, gevolg: int, maatregel: str,
    eigenaar: str, door: Actor, nu: datetime,
) -> Risico:
    velden = {
        "omschrijving": omschrijving, "kans": kans, "gevolg": gevolg, "maatregel": maatregel,
        "eigenaar": eigenaar,
    }
    opdracht = vergrendel(opdracht)
    eis(rules.beletsel_risico_toevoegen(
        opdracht=opdracht, door=door, op=lokale_dag(nu), **velden
    ))
    risico = Risico.objects.create(opdracht=opdracht, **velden)
    noteer("risico_toegevoegd", op=opdracht, door=door, nu=nu, kans=kans, gevolg=gevolg)
    return risico


@transaction.atomic
def risico_vervallen(*, risico: Risico, door: Actor, nu: datetime) -> None:
    """Take a risk off the list; the logbook keeps what it was."""
    opdracht = vergrendel(risico.opdracht)
    eis(rules.beletsel_risico_vervallen(opdracht=opdracht, door=door, op=lokale_dag(nu)))
    noteer(
        "risico_vervallen", op=opdracht, door=door, nu=nu, omschrijving=risico.omschrijving,
        kans=risico.kans, gevolg=risico.gevolg,
    )
    risico.delete()
