"""What somebody keeps of the market for themselves, and hearing of new work (SCHERMEN 1)."""

from datetime import datetime

from django.db import transaction

from config.kern.actor import Actor
from config.kern.domain.bericht import berichten_plaatsen
from config.kern.enums import BerichtSoort
from config.kern.fouten import eis
from config.kern.werkdagen import lokale_dag
from matching.models import Marktkeuze, Procedure, Zoekopdracht
from matching.queries.marktfilter import Filter
from matching.queries.zoekopdracht import te_attenderen, zoekers_van
from matching.rules import markt as rules


@transaction.atomic
def markt_kiezen(*, procedure: Procedure, soort: str, door: Actor, nu: datetime) -> None:
    """Keep a card or put it aside; an empty ``soort`` takes that back.

    Private and without effect on anybody else, so it is not written in the logbook.
    """
    eis(rules.beletsel_markt_kiezen(soort=soort, door=door))
    if not soort:
        Marktkeuze.objects.filter(medewerker_id=door.medewerker_id, procedure=procedure).delete()
        return
    Marktkeuze.objects.update_or_create(
        medewerker_id=door.medewerker_id, procedure=procedure,
        defaults={"soort": soort, "gekozen_op": nu},
    )


@transaction.atomic
def zoekopdracht_bewaren(
    *, naam: str, filter: Filter, attenderen: bool, door: Actor, nu: datetime
) -> Zoekopdracht:
    """Keep a search of the market under a name; with ``attenderen`` new work gives a message."""
    eis(rules.beletsel_zoekopdracht_bewaren(door=door, naam=naam))
    return Zoekopdracht.objects.create(
        medewerker_id=door.medewerker_id, naam=naam.strip(), vraag=filter.vraag,
        attenderen=attenderen, bewaard_op=nu,
    )


@transaction.atomic
def zoekopdracht_verwijderen(*, zoekopdracht: Zoekopdracht, door: Actor, nu: datetime) -> None:
    """Take away a search that somebody kept."""
    eis(rules.beletsel_zoekopdracht_verwijderen(zoekopdracht=zoekopdracht, door=door))
    zoekopdracht.delete()


@transaction.atomic
def attendering_zetten(
    *, zoekopdracht: Zoekopdracht, aan: bool, door: Actor, nu: datetime
) -> Zoekopdracht:
    """Turn the messages of a search on or off."""
    eis(rules.beletsel_attendering_zetten(zoekopdracht=zoekopdracht, door=door))
    zoekopdracht.attenderen = aan
    zoekopdracht.save(update_fields=["attenderen"])
    return zoekopdracht


@transaction.atomic
def zoekers_attenderen(*, nu: datetime) -> int:
    """Tell who kept a fitting search of each new publication, once; says how many messages."""
    publicaties = list(
        te_attenderen().select_for_update(of=("self",), skip_locked=True)
        .select_related("procedure__matchvraag__tro")
        .defer("procedure__matchvraag__tro__zoektekst")
    )
    if not publicaties:
        return 0
    zoekers = zoekers_van(publicaties, lokale_dag(nu))
    aantal = 0
    for publicatie in publicaties:
        publicatie.geattendeerd_op = nu
        publicatie.save(update_fields=["geattendeerd_op"])
        aantal += berichten_plaatsen(
            ontvanger_ids=zoekers.get(publicatie.pk, {}), soort=BerichtSoort.MARKT,
            onderwerp=f"Nieuw op de markt: {publicatie.procedure.matchvraag.tro.titel}",
            tekst="Dit werk past bij een zoekopdracht die je bewaarde.",
            url=f"/opdrachtenmarkt/{publicatie.public_id}/",
            sleutel=f"markt:{publicatie.public_id}", nu=nu,
        )
    return aantal
