"""Saying what can be better, and hearing what was done with it (R413)."""

from datetime import datetime

from django.db import transaction
from django.urls import reverse

from config.kern import rules
from config.kern.actor import Actor
from config.kern.domain.bericht import berichten_plaatsen
from config.kern.domain.logboek import noteer
from config.kern.enums import BerichtSoort
from config.kern.fouten import eis
from config.kern.models import Terugkoppeling


@transaction.atomic
def terugkoppeling_geven(
    *, tekst: str, pagina: str = "", door: Actor, nu: datetime
) -> Terugkoppeling:
    """Tell the beheerder what can be better; ``pagina`` is the path it is about."""
    eis(rules.beletsel_terugkoppeling_geven(tekst=tekst, door=door))
    rij = Terugkoppeling.objects.create(
        van_id=door.gebruiker_id, pagina=pagina[:300], tekst=tekst.strip(), gegeven_op=nu
    )
    noteer("terugkoppeling_gegeven", door=door, nu=nu, pagina=pagina[:300])
    return rij


@transaction.atomic
def terugkoppeling_beantwoorden(
    *, terugkoppeling: Terugkoppeling, antwoord: str, door: Actor, nu: datetime
) -> Terugkoppeling:
    """Say what was done with it; who gave it gets a message."""
    rij = Terugkoppeling.objects.select_for_update(of=("self",)).get(pk=terugkoppeling.pk)
    eis(rules.beletsel_terugkoppeling_beantwoorden(rij, antwoord=antwoord, door=door))
    rij.antwoord, rij.beantwoord_op = antwoord.strip(), nu
    rij.save(update_fields=["antwoord", "beantwoord_op"])
    berichten_plaatsen(
        ontvanger_ids=[rij.van_id], soort=BerichtSoort.OVERIG,
        onderwerp="Er is antwoord op wat je liet weten over Inzet",
        url=reverse("kern:terugkoppeling"), sleutel=f"terugkoppeling:{rij.public_id}", nu=nu,
    )
    noteer("terugkoppeling_beantwoord", door=door, nu=nu)
    return rij
