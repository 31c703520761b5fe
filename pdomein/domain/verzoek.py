"""Putting own data right: a question, an answer within the term, a trace (AVG 12 and 16)."""

from datetime import datetime, timedelta

from django.db import transaction

from config.kern.actor import Actor
from config.kern.domain.bericht import berichten_plaatsen
from config.kern.domain.logboek import inzage_noteren, noteer
from config.kern.enums import BerichtSoort
from config.kern.fouten import eis
from config.kern.queries import instelling
from config.kern.werkdagen import lokale_dag
from pdomein.enums_leren import Verzoekstatus
from pdomein.models import Medewerker, Rectificatieverzoek
from pdomein.rules.verzoek import (
    beletsel_rectificatie_behandelen,
    beletsel_rectificatie_intrekken,
    beletsel_rectificatie_verzoeken,
    beletsel_rectificaties_inzien,
)


@transaction.atomic
def rectificatie_verzoeken(
    *, medewerker: Medewerker, onderwerp: str, wat_klopt_niet: str, wat_moet_het_zijn: str,
    door: Actor, nu: datetime,
) -> Rectificatieverzoek:
    """Ask to put something right; the term for the answer starts now (AVG 16)."""
    medewerker = Medewerker.objects.select_for_update(of=("self",)).get(pk=medewerker.pk)
    open_ = medewerker.rectificatieverzoeken.filter(status=Verzoekstatus.INGEDIEND)
    eis(beletsel_rectificatie_verzoeken(
        medewerker=medewerker, onderwerp=onderwerp, wat_klopt_niet=wat_klopt_niet,
        wat_moet_het_zijn=wat_moet_het_zijn, aantal_open=open_.count(), door=door,
    ))
    dag = lokale_dag(nu)
    verzoek = Rectificatieverzoek.objects.create(
        medewerker=medewerker, onderwerp=onderwerp, wat_klopt_niet=wat_klopt_niet.strip(),
        wat_moet_het_zijn=wat_moet_het_zijn.strip(), ingediend_op=nu,
        antwoord_voor=dag + timedelta(days=instelling("AVG_ANTWOORD_DAGEN", dag)),
    )
    noteer("rectificatie_verzocht", op=medewerker, door=door, nu=nu, onderwerp=onderwerp)
    return verzoek


def _met_slot(verzoek: Rectificatieverzoek) -> Rectificatieverzoek:
    return (
        Rectificatieverzoek.objects.select_for_update(of=("self",))
        .select_related("medewerker").get(pk=verzoek.pk)
    )


@transaction.atomic
def rectificatie_behandelen(
    *, verzoek: Rectificatieverzoek, status: str, antwoord: str, door: Actor, nu: datetime
) -> Rectificatieverzoek:
    """Say yes or no with a reason; the person hears it (AVG 12)."""
    rij = _met_slot(verzoek)
    eis(beletsel_rectificatie_behandelen(
        verzoek=rij, status=status, antwoord=antwoord, door=door
    ))
    rij.status, rij.antwoord = status, antwoord.strip()
    rij.behandeld_op, rij.behandeld_door_id = nu, door.gebruiker_id
    rij.save()
    noteer("rectificatie_behandeld", op=rij.medewerker, door=door, nu=nu, status=status)
    berichten_plaatsen(
        ontvanger_ids=[rij.medewerker.gebruiker_id], soort=BerichtSoort.OVERIG,
        onderwerp="Er is antwoord op je verzoek over je gegevens", url="/mijn-gegevens/",
        sleutel=f"rectificatie:{rij.public_id}", nu=nu,
    )
    return rij


@transaction.atomic
def rectificatie_intrekken(
    *, verzoek: Rectificatieverzoek, door: Actor, nu: datetime
) -> Rectificatieverzoek:
    """Take the question back."""
    rij = _met_slot(verzoek)
    eis(beletsel_rectificatie_intrekken(verzoek=rij, door=door))
    rij.status = Verzoekstatus.INGETROKKEN
    rij.save(update_fields=["status"])
    noteer("rectificatie_ingetrokken", op=rij.medewerker, door=door, nu=nu)
    return rij


@transaction.atomic
def rectificaties_inzien(
    *, verzoek: Rectificatieverzoek, door: Actor, nu: datetime
) -> Rectificatieverzoek:
    """Read a question to answer it; the look is noted (R408)."""
    eis(beletsel_rectificaties_inzien(door=door))
    inzage_noteren(
        wiens_gebruiker_id=verzoek.medewerker.gebruiker_id, wat="Verzoek om rectificatie",
        waarvoor="om het te behandelen", door=door, nu=nu,
    )
    return verzoek
