"""Who holds a role hears of an escalation or idea that lies with that role (R032, R383).

Looked for every minute; a message has a key, so that nobody hears it twice (HUIS §2, pull).
"""

from datetime import datetime, timedelta

from config.kern.domain.bericht import berichten_plaatsen
from config.kern.enums import BerichtSoort
from config.kern.periode import dag_lang
from config.kern.werkdagen import lokale_dag
from opgaven.enums import Trede
from opgaven.models import Escalatie, Idee
from opgaven.queries import odomein_van
from register.enums import RolCode
from register.queries.aandacht import open_escalaties, open_ideeen
from register.queries.houders import gebruikers_met_rol

VENSTER = timedelta(days=2)


def aandacht_melden(*, nu: datetime) -> int:
    """Tell about what came in lately; the number of new messages. Idempotent."""
    return sum(_escalatie(rij, nu) for rij in open_escalaties(nu - VENSTER)) + sum(
        _idee(rij, nu) for rij in open_ideeen(nu - VENSTER)
    )


def _escalatie(escalatie: Escalatie, nu: datetime) -> int:
    dag, opdracht = lokale_dag(nu), escalatie.opdracht
    if escalatie.trede == Trede.AOG:
        mensen = gebruikers_met_rol(RolCode.AOG, dag, opdracht.bovenliggende or opdracht)
    else:
        odomein = odomein_van(opdracht.opgave, dag)
        mensen = gebruikers_met_rol(RolCode.DOMEINDIRECTEUR, dag, odomein) if odomein else []
    return berichten_plaatsen(
        ontvanger_ids=mensen, soort=BerichtSoort.BESLUIT,
        onderwerp=f"Escalatie bij {opdracht}", tekst=escalatie.onderwerp,
        url=f"/escalaties/{escalatie.public_id}/",
        sleutel=f"escalatie:{escalatie.public_id}:{escalatie.trede}", nu=nu,
    )


def _idee(idee: Idee, nu: datetime) -> int:
    rol = RolCode.DOMEINDIRECTEUR if idee.odomein else RolCode.DIRECTEUR_MO
    return berichten_plaatsen(
        ontvanger_ids=gebruikers_met_rol(rol, lokale_dag(nu), idee.odomein or idee.domein),
        soort=BerichtSoort.BESLUIT, onderwerp=f"Idee van een collega: {idee.titel}",
        tekst=f"Je antwoordt uiterlijk {dag_lang(idee.antwoord_voor)}.",
        url=f"/ideeen/{idee.public_id}/", sleutel=f"idee-nieuw:{idee.public_id}", nu=nu,
    )
