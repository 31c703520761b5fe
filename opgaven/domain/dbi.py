"""The exception for the Dienst Beheer Infrastructuur: decided, explained, looked at again."""

from datetime import date, datetime

from django.db import transaction

from config.kern.actor import Actor
from config.kern.domain.besluit import besluit_nemen
from config.kern.domain.logboek import noteer
from config.kern.enums import BesluitSoort
from config.kern.fouten import eis
from config.kern.models import Afwijking
from config.kern.periode import dag_lang
from config.kern.werkdagen import lokale_dag
from opgaven.models import ODomein
from opgaven.queries import directieteam
from opgaven.rules import dbi as rules

REGEL = "dbi_uitzondering"


@transaction.atomic
def dbiuitzondering_vastleggen(
    *, odomein: ODomein, herziening_op: date, motivering: str, door: Actor, nu: datetime
) -> Afwijking:
    """Let O- and P-roles stay in one hand until a day of review (R321, R325, R326).

    Werkingsprincipes chapter 8; article 17 of the Regeling. A new date replaces the old one.
    """
    odomein = ODomein.objects.select_for_update().get(pk=odomein.pk)
    dag = lokale_dag(nu)
    eis(rules.beletsel_dbiuitzondering_vastleggen(
        odomein=odomein, door=door, op=dag, herziening_op=herziening_op, motivering=motivering
    ))
    gremium = directieteam()
    besluit = besluit_nemen(
        soort=BesluitSoort.AFWIJKING, onderwerp=f"DBI-uitzondering voor {odomein.naam}"[:250],
        tekst="In het O-domein “" + odomein.naam + "” liggen O- en P-rollen vooralsnog in één "
        "hand, zoals artikel 17 van de Regeling opgavegerichte organisatie bepaalt. Het "
        f"inrichtingsplan van 2017 blijft gelden. Uiterlijk op {dag_lang(herziening_op)} bekijkt "
        "het Directieteam dit opnieuw.",
        motivering=motivering.strip(), gremium=gremium,
        hoedanigheid=f"voorzitter {gremium.naam}"[:120], besluitdatum=dag, door=door, nu=nu,
    )
    _sluit_vorige(odomein, dag)
    afwijking = Afwijking.objects.create(
        regel=REGEL, object_soort="odomein", object_id=odomein.public_id,
        object_naam=odomein.naam, reden=motivering.strip(), besluit=besluit,
        vastgelegd_door_id=door.gebruiker_id, beslisser=besluit.hoedanigheid, begin=dag,
        herziening_op=herziening_op,
    )
    odomein.dbi_uitzondering, odomein.dbi_herziening_op = True, herziening_op
    odomein.save(update_fields=["dbi_uitzondering", "dbi_herziening_op"])
    noteer(
        "dbiuitzondering_vastgelegd", op=odomein, door=door, nu=nu, besluit=besluit.kenmerk,
        herziening_op=herziening_op,
    )
    return afwijking


def _sluit_vorige(odomein: ODomein, dag: date) -> None:
    vorige = Afwijking.objects.filter(
        regel=REGEL, object_id=odomein.public_id, einde__isnull=True
    )
    vorige.filter(begin__lt=dag).update(einde=dag)
    # decided twice on one day: the later decision alone holds
    vorige.filter(begin=dag).delete()
