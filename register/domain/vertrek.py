"""Leaving ends everything in the register, by a decision of its own kind (E19, R331)."""

import logging
from datetime import date, datetime

from django.db import transaction

from config.kern.actor import SYSTEEM, Actor
from config.kern.domain.bericht import berichten_plaatsen
from config.kern.domain.besluit import besluit_nemen
from config.kern.domain.logboek import noteer
from config.kern.enums import BerichtSoort, BesluitSoort
from config.kern.fouten import DomeinFout, eis
from config.kern.models import Besluit
from config.kern.periode import dag_lang
from config.kern.werkdagen import lokale_dag
from opgaven.queries import odomein_van
from pdomein.models import Medewerker
from register.domain import keten, tijdlijn
from register.domain.roltoewijzing import waarnemingen_inkorten
from register.domain.schrijven import Aanleiding, stuk_van, zet_schrijven
from register.enums import Mutatie, RolCode
from register.models import Roltoewijzing
from register.queries.houders import gebruikers_met_rol
from register.queries.vertrek import (
    programmadirecteuren_zonder_dt,
    rijen_na_vertrek,
    vertrekkers,
)
from register.rules.vertrek import beletsel_vertrek_verwerken

logger = logging.getLogger(__name__)
DRIEHOEK = (RolCode.AOG, RolCode.AON)


def vertrek_bijwerken(*, nu: datetime) -> dict[str, int]:
    """What beat does: end what leavers hold, and tell about Programmadirecteuren. Idempotent."""
    return {
        "vertrokken": sum(_probeer(mens, nu) for mens in vertrekkers()),
        "programmadirecteuren": _programmadirecteuren_melden(nu),
    }


def _probeer(medewerker: Medewerker, nu: datetime) -> bool:
    """One leaver whose rows were changed this very moment does not hold up the others."""
    try:
        return vertrek_verwerken(medewerker=medewerker, door=SYSTEEM, nu=nu) > 0
    except DomeinFout as fout:
        logger.warning("Vertrek van %s wacht: %s", medewerker.public_id, fout.zin)
        return False


@transaction.atomic
def vertrek_verwerken(*, medewerker: Medewerker, door: Actor, nu: datetime) -> int:
    """End the roles, inzet and mandates of a leaver; the number of rows (R330, R331).

    A report that comes late ends the rows back in time, registered now (R197).
    """
    keten.vergrendelen()
    medewerker = Medewerker.objects.get(pk=medewerker.pk)
    eis(beletsel_vertrek_verwerken(medewerker=medewerker, door=door))
    per, rijen = medewerker.uit_dienst, rijen_na_vertrek(medewerker)
    alle = [rij for soort in rijen.values() for rij in soort]
    if not alle:
        return 0
    besluit = _personeelsmutatie(medewerker, per, door, nu)
    aanleiding = Aanleiding(besluit, Mutatie.BEEINDIGING, "Einde dienstverband", door, nu)
    for rij in alle:
        zet_schrijven(rij, tijdlijn.beeindigen(stuk_van(rij), per), aanleiding)
    for rij in rijen[Roltoewijzing]:
        waarnemingen_inkorten(rij, per, aanleiding)
        _gat_melden(rij, per, nu)
    noteer("vertrek_verwerkt", op=medewerker, door=door, nu=nu, per=per, aantal=len(alle),
           besluit=besluit.kenmerk)
    return len(alle)


def _personeelsmutatie(
    medewerker: Medewerker, per: date, door: Actor, nu: datetime
) -> Besluit:
    """The mutation of the personnel system is the ground; it is kept as a decision (R202)."""
    return besluit_nemen(
        soort=BesluitSoort.PERSONEELSMUTATIE,
        onderwerp=f"Personeelsmutatie: einde dienstverband {medewerker.personeelsnummer}",
        tekst=f"Het personeelssysteem meldt dat het dienstverband van {medewerker.naam} eindigt. "
        f"De eerste dag niet meer in dienst is {dag_lang(per)}. Rollen, inzet en mandaten eindigen "
        "op die dag.",
        hoedanigheid="Personeelssysteem", besluitdatum=lokale_dag(nu),
        ingangsdatum=min(per, lokale_dag(nu)), door=door, nu=nu,
    )


def _gat_melden(rij: Roltoewijzing, per: date, nu: datetime) -> None:
    """The empty place is told to who must fill it, and to the registrars (R066, R079)."""
    if rij.rol.code not in DRIEHOEK or rij.waarneemt_voor_id or rij.opdracht is None:
        return
    dag = lokale_dag(nu)
    odomein = odomein_van(rij.opdracht.opgave, dag)
    ontvangers = [
        *gebruikers_met_rol(RolCode.REGISTERBEHEERDER, dag),
        *(gebruikers_met_rol(RolCode.DOMEINDIRECTEUR, dag, odomein) if odomein else ()),
    ]
    if rij.rol.code == RolCode.AON:
        hoofd = rij.opdracht.bovenliggende or rij.opdracht
        ontvangers += gebruikers_met_rol(RolCode.AOG, dag, hoofd)
    berichten_plaatsen(
        ontvanger_ids=ontvangers, soort=BerichtSoort.BESLUIT,
        onderwerp=f"Geen {rij.rol.code.upper()} vanaf {dag_lang(per)}: {rij.opdracht}",
        tekst="De rol eindigt omdat het dienstverband eindigt. Er is nog geen opvolger.",
        url=f"/register/opdrachten/{rij.opdracht.public_id}/",
        sleutel=f"gat:{rij.public_id}", nu=nu,
    )


def _programmadirecteuren_melden(nu: datetime) -> int:
    """E24: a rise to the scale breaks no role; it asks for another P-manager."""
    dag, geplaatst = lokale_dag(nu), 0
    for mens in programmadirecteuren_zonder_dt(dag):
        geplaatst += berichten_plaatsen(
            ontvanger_ids=[
                *gebruikers_met_rol(RolCode.DIRECTEUR_MO, dag),
                *gebruikers_met_rol(RolCode.REGISTERBEHEERDER, dag),
            ],
            soort=BerichtSoort.BESLUIT,
            onderwerp=f"Programmadirecteur zonder P-manager in het Directieteam: {mens.naam}",
            tekst="De P-manager van een Programmadirecteur is de provinciesecretaris of een "
            "concerndirecteur. Regel die P-manager; de rol zelf blijft gelden.",
            url=f"/register/medewerkers/{mens.public_id}/",
            sleutel=f"programmadirecteur:{mens.public_id}:{mens.schaal}", nu=nu,
        )
    return geplaatst
