"""The flag of a person that the work is too much: between two people (R340)."""

from datetime import datetime

from django.db import transaction
from django.urls import reverse

from config.kern.actor import Actor
from config.kern.domain.bericht import berichten_plaatsen
from config.kern.domain.logboek import noteer
from config.kern.enums import BerichtSoort
from config.kern.fouten import eis
from config.kern.werkdagen import lokale_dag
from pdomein.models import Medewerker, Werkdrukmelding
from pdomein.queries import pmanager_van
from pdomein.rules.capaciteit import (
    beletsel_werkdruk_bespreken,
    beletsel_werkdruk_intrekken,
    beletsel_werkdruk_melden,
)


@transaction.atomic
def werkdruk_melden(
    *, medewerker: Medewerker, toelichting: str, door: Actor, nu: datetime
) -> Werkdrukmelding:
    """Tell the own P-manager that the work is too much; nobody else sees it (R340)."""
    medewerker = Medewerker.objects.select_for_update(of=("self",)).get(pk=medewerker.pk)
    dag = lokale_dag(nu)
    eis(beletsel_werkdruk_melden(
        medewerker=medewerker, toelichting=toelichting, op=dag, door=door,
        heeft_open=medewerker.werkdrukmeldingen.filter(afgesloten_op=None).exists(),
    ))
    melding = Werkdrukmelding.objects.create(
        medewerker=medewerker, gemeld_op=nu, toelichting=toelichting.strip()
    )
    pmanager = pmanager_van(medewerker, dag)
    if pmanager is not None:
        berichten_plaatsen(
            ontvanger_ids=[pmanager.gebruiker_id], soort=BerichtSoort.OVERIG,
            onderwerp="Iemand uit je P-team wil met je praten over werkdruk",
            url=reverse("register:persoonssignalen"), sleutel=f"werkdruk:{melding.public_id}",
            nu=nu,
        )
    noteer("werkdruk_gemeld", door=door, nu=nu)
    return melding


@transaction.atomic
def werkdruk_intrekken(
    *, melding: Werkdrukmelding, door: Actor, nu: datetime
) -> Werkdrukmelding:
    """The person takes the flag away."""
    melding = Werkdrukmelding.objects.select_for_update(of=("self",)).get(pk=melding.pk)
    eis(beletsel_werkdruk_intrekken(melding=melding, door=door))
    return _sluit(melding, nu, is_besproken=False)


@transaction.atomic
def werkdruk_bespreken(
    *, melding: Werkdrukmelding, door: Actor, nu: datetime
) -> Werkdrukmelding:
    """The own P-manager says that it was talked about; what was said is not kept (R139)."""
    melding = (
        Werkdrukmelding.objects.select_for_update(of=("self",)).select_related("medewerker")
        .get(pk=melding.pk)
    )
    eis(beletsel_werkdruk_bespreken(
        melding=melding, pmanager=pmanager_van(melding.medewerker, lokale_dag(nu)), door=door
    ))
    noteer("werkdruk_besproken", door=door, nu=nu)
    return _sluit(melding, nu, is_besproken=True)


def _sluit(melding: Werkdrukmelding, nu: datetime, *, is_besproken: bool) -> Werkdrukmelding:
    melding.afgesloten_op, melding.is_besproken = nu, is_besproken
    melding.toelichting = ""
    melding.save(update_fields=["afgesloten_op", "is_besproken", "toelichting"])
    return melding
