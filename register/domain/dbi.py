"""Tell who decides that the DBI exception must be looked at again (R325)."""

from datetime import datetime

from config.kern.domain.bericht import berichten_plaatsen
from config.kern.enums import BerichtSoort
from config.kern.opmaak import dag as in_woorden
from config.kern.queries import instelling
from config.kern.werkdagen import lokale_dag
from opgaven.queries import directieteam
from opgaven.queries.dbi import te_herzien
from register.enums import RolCode
from register.queries.houders import houder


def dbi_bewaken(*, nu: datetime) -> int:
    """The chair of the DT and the domeindirecteur hear of it once for each date."""
    dag, aantal = lokale_dag(nu), 0
    domeinen = te_herzien(dag, instelling("DBI_SIGNAAL_DAGEN", dag))
    gremium = directieteam() if domeinen else None
    voorzitter = houder(RolCode.VOORZITTER, gremium, dag) if gremium else None
    for odomein in domeinen:
        directeur = houder(RolCode.DOMEINDIRECTEUR, odomein, dag)
        wanneer = odomein.dbi_herziening_op
        aantal += berichten_plaatsen(
            ontvanger_ids=[r.medewerker.gebruiker_id for r in (voorzitter, directeur) if r],
            soort=BerichtSoort.TERMIJN,
            onderwerp=f"Bekijk de DBI-uitzondering van {odomein.naam} opnieuw",
            tekst=f"De datum daarvoor is {in_woorden(wanneer)}." if wanneer
            else "Er is nog geen datum vastgelegd.",
            url=f"/odomeinen/{odomein.code}/dbi-uitzondering/",
            sleutel=f"dbi:{odomein.public_id}:{wanneer}", nu=nu,
        )
    return aantal
