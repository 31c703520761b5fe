"""The O-beraad confirms the register; what it confirmed can be shown again later (R191)."""

from dataclasses import dataclass
from datetime import datetime

from django.db import connection, transaction

from config.kern.actor import Actor
from config.kern.domain.besluit import besluit_nemen
from config.kern.domain.logboek import noteer
from config.kern.enums import BesluitSoort
from config.kern.fouten import eis
from config.kern.opmaak import getal
from config.kern.periode import dag_lang
from config.kern.werkdagen import lokale_dag
from register.domain import keten
from register.models import Registerbevestiging
from register.queries.rechtmatigheid import cockpit, telling
from register.queries.toezicht import o_beraad
from register.rules import toezicht as rules

# The stand at link N: every row that was added by then and not closed by then, by its own link.
STAND = """
SELECT count(*), encode(sha256(convert_to(
    coalesce(string_agg(erbij.hash, ',' ORDER BY erbij.volgnummer), ''), 'UTF8')), 'hex')
FROM register_schakel erbij
WHERE erbij.volgnummer <= %(kop)s AND erbij.inhoud LIKE '%%"handeling":"toevoegen"%%'
AND NOT EXISTS (
    SELECT 1 FROM register_schakel weg
    WHERE weg.rij_id = erbij.rij_id AND weg.volgnummer <= %(kop)s
    AND weg.inhoud LIKE '%%"handeling":"sluiten"%%'
)
"""


@dataclass(frozen=True, slots=True)
class Stand:
    """The register as known at a link: how many entries, and one hash over all of them."""

    volgnummer: int
    keten_hash: str
    aantal: int
    sha256: str


def stand_nu() -> Stand:
    volgnummer, hash_ = keten.kop()
    aantal, sha256 = stand_bij(volgnummer)
    return Stand(volgnummer, hash_, aantal, sha256)


def stand_bij(volgnummer: int) -> tuple[int, str]:
    with connection.cursor() as cursor:
        cursor.execute(STAND, {"kop": volgnummer})
        return cursor.fetchone()


@transaction.atomic
def register_bevestigen(
    *, kop_gezien: int, toelichting: str = "", door: Actor, nu: datetime
) -> Registerbevestiging:
    """Confirm that the register is right and up to date, by decision (Werkingsprincipes §5.4)."""
    keten.vergrendelen()
    stand, gremium, dag = stand_nu(), o_beraad(), lokale_dag(nu)
    eis(rules.beletsel_register_bevestigen(
        gremium=gremium, door=door, kop_gezien=kop_gezien, kop_nu=stand.volgnummer
    ))
    aantallen = telling(cockpit(dag))
    besluit = besluit_nemen(
        soort=BesluitSoort.OVERIG,
        onderwerp=f"Bevestiging van het opdrachtenregister {dag_lang(dag)}",
        tekst=_tekst(stand, aantallen), motivering=toelichting.strip(), gremium=gremium,
        hoedanigheid=f"Voorzitter {gremium.naam}", besluitdatum=dag, door=door, nu=nu,
    )
    bevestiging = Registerbevestiging.objects.create(
        gremium=gremium, besluit=besluit, peildag=dag, tijdstip=nu, aantal_rijen=stand.aantal,
        stand_sha256=stand.sha256, volgnummer=stand.volgnummer, keten_hash=stand.keten_hash,
        bevindingen={label: aantal for _, label, aantal in aantallen},
        bevestigd_door_id=door.gebruiker_id,
    )
    noteer("register_bevestigd", op=bevestiging, door=door, nu=nu, besluit=besluit.kenmerk,
           sha256=stand.sha256)
    return bevestiging


def _tekst(stand: Stand, aantallen: list[tuple[str, str, int]]) -> str:
    delen = [
        "Het Opgavenberaad bevestigt het opdrachtenregister met "
        f"{getal(stand.aantal)} vermeldingen.",
        f"Afdruk van de stand (SHA-256): {stand.sha256}",
        f"Laatste schakel: {stand.volgnummer} {stand.keten_hash}",
    ]
    delen += [f"Open bevindingen, {label}: {aantal}" for _, label, aantal in aantallen]
    return "\n".join(delen)
