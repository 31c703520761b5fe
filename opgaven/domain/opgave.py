"""Opgaven: which O-domein they fall under (R009)."""

from datetime import date, datetime

from django.db import transaction

from config.kern.actor import Actor
from config.kern.domain.besluit import besluit_nemen
from config.kern.domain.logboek import noteer
from config.kern.enums import BesluitSoort
from config.kern.fouten import eis
from config.kern.models import Gremium
from config.kern.werkdagen import lokale_dag
from opgaven import rules
from opgaven.models import ODomein, Opgave, OpgaveToedeling


@transaction.atomic
def opgave_toedelen(
    *, opgave: Opgave, odomein: ODomein, gremium: Gremium, begin: date, motivering: str = "",
    besluitdatum: date | None = None, door: Actor, nu: datetime,
) -> OpgaveToedeling:
    """Allocate an opgave by decision of the O-beraad or the DT (R009, EISEN D04)."""
    opgave = Opgave.objects.select_for_update(of=("self",)).get(pk=opgave.pk)
    laatste = opgave.toedelingen.order_by("-begin").first()
    huidig = (laatste.odomein_id, laatste.begin) if laatste and laatste.einde is None else None
    eis(rules.beletsel_opgave_toedelen(
        opgave=opgave, door=door, gremium=gremium, odomein=odomein, begin=begin, huidig=huidig
    ))
    besluit = besluit_nemen(
        soort=BesluitSoort.TOEDELING, onderwerp=f"Toedeling van {opgave.naam}"[:250],
        tekst=f"De opgave “{opgave.naam}” ({opgave.code}) valt onder O-domein {odomein.naam}.",
        motivering=motivering, gremium=gremium, hoedanigheid=f"voorzitter {gremium.naam}"[:120],
        besluitdatum=besluitdatum or lokale_dag(nu), ingangsdatum=begin, door=door, nu=nu,
    )
    if laatste is not None and laatste.einde is None:
        laatste.einde = begin
        laatste.save(update_fields=["einde"])
    toedeling = OpgaveToedeling.objects.create(
        opgave=opgave, odomein=odomein, besluit=besluit, begin=begin
    )
    noteer(
        "opgave_toegedeeld", op=opgave, door=door, nu=nu, odomein=odomein.code,
        besluit=besluit.kenmerk,
    )
    return toedeling
