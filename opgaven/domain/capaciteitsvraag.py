"""The demand for capacity of an opdracht, before it is programmed (R217)."""

from datetime import datetime

from django.db import transaction

from config.kern.actor import Actor
from config.kern.domain.logboek import noteer
from config.kern.fouten import eis, invoer
from config.kern.werkdagen import lokale_dag
from opgaven import rules
from opgaven.domain.overgang import vergrendel
from opgaven.models import Capaciteitsvraag, GevraagdeCompetentie, Opdracht
from opgaven.profiel import Vraag
from opgaven.queries import staat_op_lijst
from pdomein.models import Competentie, Professie

VELDEN = (
    "plaats", "omschrijving", "aantal", "fte", "schaal_van", "schaal_tot", "begin", "einde",
    "professie_id",
)


@transaction.atomic
def capaciteitsvraag_vastleggen(
    *, opdracht: Opdracht, vraag: Vraag, door: Actor, nu: datetime
) -> Capaciteitsvraag:
    """Ask for a kind of place: AOG, AON or team."""
    opdracht = vergrendel(opdracht)
    eis(rules.beletsel_capaciteitsvraag_vastleggen(
        opdracht=opdracht, door=door, op=lokale_dag(nu), staat_op_lijst=staat_op_lijst(opdracht),
        vraag=vraag,
    ))
    rij = _bewaar(Capaciteitsvraag(opdracht=opdracht), vraag)
    noteer(
        "capaciteitsvraag_vastgelegd", op=opdracht, door=door, nu=nu, plaats=vraag.plaats,
        fte=vraag.fte, aantal=vraag.aantal,
    )
    return rij


@transaction.atomic
def capaciteitsvraag_wijzigen(
    *, capaciteitsvraag: Capaciteitsvraag, vraag: Vraag, door: Actor, nu: datetime
) -> Capaciteitsvraag:
    opdracht = vergrendel(capaciteitsvraag.opdracht)
    eis(rules.beletsel_capaciteitsvraag_wijzigen(
        opdracht=opdracht, door=door, op=lokale_dag(nu), staat_op_lijst=staat_op_lijst(opdracht),
        vraag=vraag, eigen_id=capaciteitsvraag.pk,
    ))
    rij = Capaciteitsvraag.objects.select_for_update().get(pk=capaciteitsvraag.pk)
    rij.competenties.all().delete()
    _bewaar(rij, vraag)
    noteer(
        "capaciteitsvraag_gewijzigd", op=opdracht, door=door, nu=nu, plaats=vraag.plaats,
        fte=vraag.fte, aantal=vraag.aantal,
    )
    return rij


@transaction.atomic
def capaciteitsvraag_verwijderen(
    *, capaciteitsvraag: Capaciteitsvraag, door: Actor, nu: datetime
) -> None:
    opdracht = vergrendel(capaciteitsvraag.opdracht)
    eis(rules.beletsel_capaciteitsvraag_verwijderen(
        opdracht=opdracht, door=door, op=lokale_dag(nu), staat_op_lijst=staat_op_lijst(opdracht)
    ))
    noteer(
        "capaciteitsvraag_verwijderd", op=opdracht, door=door, nu=nu,
        omschrijving=capaciteitsvraag.omschrijving,
    )
    capaciteitsvraag.delete()


def _bewaar(rij: Capaciteitsvraag, vraag: Vraag) -> Capaciteitsvraag:
    bekend = set(
        Competentie.objects.filter(pk__in=[c[0] for c in vraag.competenties])
        .values_list("pk", flat=True)
    )
    if len(bekend) != len(vraag.competenties):
        eis(invoer("Een gekozen competentie bestaat niet meer.", "competenties"))
    if vraag.professie_id and not Professie.objects.filter(pk=vraag.professie_id).exists():
        eis(invoer("De gekozen professie bestaat niet meer.", "professie"))
    for naam in VELDEN:
        setattr(rij, naam, getattr(vraag, naam))
    rij.save()
    GevraagdeCompetentie.objects.bulk_create(
        GevraagdeCompetentie(
            capaciteitsvraag=rij, competentie_id=c, niveau=niveau, gewicht=gewicht, vereist=vereist
        )
        for c, niveau, gewicht, vereist in vraag.competenties
    )
    return rij
