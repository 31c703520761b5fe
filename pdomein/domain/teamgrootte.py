"""Comply or explain: another size of a P-team, another span of a P-manager (DT-8, DT-29)."""

from collections.abc import Sequence
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
from pdomein.models import Afwijkingscriterium, Medewerker, Omvangbesluit, PTeam
from pdomein.rules import (
    beletsel_afwijkingscriterium_beeindigen,
    beletsel_afwijkingscriterium_toevoegen,
    beletsel_pteam_afwijking_besluiten,
    beletsel_span_afspraak_vastleggen,
)
from pdomein.teamgrootte import SPAN, TEAMGROOTTE


@transaction.atomic
def pteam_afwijking_besluiten(
    *, pteam: PTeam, reden: str, herziening_op: date,
    criteria: Sequence[Afwijkingscriterium] = (), door: Actor, nu: datetime,
) -> Afwijking:
    """Explain the size of a P-team with a decision of the P-beraad (R124-R126).

    It holds until the day to look again; from then on the team is as before (E23).
    """
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
        einde=herziening_op, herziening_op=herziening_op,
    )
    Omvangbesluit.objects.create(afwijking=afwijking).criteria.set(criteria)
    noteer("pteam_afwijking_besloten", op=pteam, door=door, nu=nu, besluit=besluit.kenmerk)
    return afwijking


@transaction.atomic
def span_afspraak_vastleggen(
    *, pmanager: Medewerker, reden: str, herziening_op: date, door: Actor, nu: datetime
) -> Afwijking:
    """Agree with a P-manager on another span than the table gives (R159, D27)."""
    pmanager = Medewerker.objects.select_for_update(of=("self",)).get(pk=pmanager.pk)
    dag = lokale_dag(nu)
    eis(beletsel_span_afspraak_vastleggen(
        pmanager=pmanager, domeinen=queries.domeinen_van_pmanager(pmanager, dag),
        span=queries.span_van(pmanager, dag), reden=reden, begin=dag,
        herziening_op=herziening_op, door=door,
    ))
    afspraak = Afwijking.objects.create(
        regel=SPAN, object_soort="medewerker", object_id=pmanager.public_id,
        object_naam=pmanager.naam, reden=reden, vastgelegd_door_id=door.gebruiker_id,
        beslisser=f"{door.naam}, directeur Mens en Organisatie"[:200], begin=dag,
        einde=herziening_op, herziening_op=herziening_op,
    )
    noteer("span_afspraak_vastgelegd", op=pmanager, door=door, nu=nu, tot=herziening_op)
    return afspraak


@transaction.atomic
def afwijkingscriterium_toevoegen(
    *, naam: str, toelichting: str = "", door: Actor, nu: datetime
) -> Afwijkingscriterium:
    """Add a ground on which another size may rest: the list is of the P-beraad (R126)."""
    eis(beletsel_afwijkingscriterium_toevoegen(
        naam=naam, toelichting=toelichting, gremium=queries.p_beraad(), door=door,
        bestaat=Afwijkingscriterium.objects.filter(naam__iexact=naam.strip()).exists(),
    ))
    criterium = Afwijkingscriterium.objects.create(
        naam=naam.strip(), toelichting=toelichting.strip()
    )
    noteer("afwijkingscriterium_toegevoegd", op=criterium, door=door, nu=nu)
    return criterium


@transaction.atomic
def afwijkingscriterium_beeindigen(
    *, criterium: Afwijkingscriterium, door: Actor, nu: datetime
) -> Afwijkingscriterium:
    """No longer offer a ground; decisions that rest on it stay (R126)."""
    criterium = Afwijkingscriterium.objects.select_for_update().get(pk=criterium.pk)
    eis(beletsel_afwijkingscriterium_beeindigen(
        criterium=criterium, gremium=queries.p_beraad(), door=door
    ))
    criterium.vervallen_op = lokale_dag(nu)
    criterium.save(update_fields=["vervallen_op"])
    noteer("afwijkingscriterium_beeindigd", op=criterium, door=door, nu=nu)
    return criterium
