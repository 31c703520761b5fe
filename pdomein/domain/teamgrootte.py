"""Comply or explain: the P-beraad decides that a P-team may have another size (DT-8, R125)."""

from datetime import date, datetime

from django.db import transaction

from config.kern.actor import Actor
from config.kern.domain.besluit import besluit_nemen
from config.kern.domain.logboek import noteer
from config.kern.enums import BesluitSoort
from config.kern.fouten import eis
from config.kern.models import Afwijking
from config.kern.werkdagen import lokale_dag
from pdomein import queries
from pdomein.models import PTeam
from pdomein.rules import beletsel_pteam_afwijking_besluiten
from pdomein.teamgrootte import TEAMGROOTTE


@transaction.atomic
def pteam_afwijking_besluiten(
    *, pteam: PTeam, reden: str, herziening_op: date, door: Actor, nu: datetime
) -> Afwijking:
    """Explain the size of a P-team with a decision of the P-beraad and a day to look again."""
    pteam = PTeam.objects.select_for_update(of=("self",)).get(pk=pteam.pk)
    gremium, dag = queries.p_beraad(), lokale_dag(nu)
    eis(beletsel_pteam_afwijking_besluiten(
        pteam=pteam, gremium=gremium, reden=reden, begin=dag, herziening_op=herziening_op,
        heeft_geldige=queries.afwijking_van(pteam, dag) is not None, door=door,
    ))
    besluit = besluit_nemen(
        soort=BesluitSoort.AFWIJKING, onderwerp=f"Omvang van P-team {pteam.naam}",
        tekst=f"P-team {pteam.naam} mag afwijken van de gewone omvang.", motivering=reden,
        gremium=gremium, hoedanigheid="voorzitter P-beraad", besluitdatum=dag, door=door, nu=nu,
    )
    afwijking = Afwijking.objects.create(
        regel=TEAMGROOTTE, object_soort="pteam", object_id=pteam.public_id,
        object_naam=pteam.naam, reden=reden, besluit=besluit,
        vastgelegd_door_id=door.gebruiker_id, beslisser="P-beraad", begin=dag,
        herziening_op=herziening_op,
    )
    noteer("pteam_afwijking_besloten", op=pteam, door=door, nu=nu, besluit=besluit.kenmerk)
    return afwijking
