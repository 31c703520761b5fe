"""O-domeinen, and which opgave falls under which (R009, R062)."""

import re
from collections.abc import Sequence
from datetime import datetime
from typing import Any

from config.kern.actor import Actor
from config.kern.enums import GremiumSoort
from config.kern.fouten import eis, invoer
from config.kern.inlezen import Rapport, Rij, als_datum, als_ja_nee, inlezen
from config.kern.models import Gremium
from opgaven.domain.inlezen.begroting import bewaar
from opgaven.domain.opgave import opgave_toedelen
from opgaven.models import ODomein, Opgave, OpgaveToedeling
from opgaven.rules import beletsel_odomeinen_inlezen, beletsel_toedelingen_inlezen
from pdomein.domain.inlezen.rij import als_tekst, eenmalig, verplicht_uit_lijst

CODE = re.compile(r"^[-a-zA-Z0-9_]+$")


def odomeinen_inlezen(
    *, rijen: Sequence[dict[str, Any]], droog: bool = False, door: Actor, nu: datetime
) -> Rapport:
    """Load the O-domeinen, with the exception for the DBI where it holds."""
    eis(beletsel_odomeinen_inlezen(door=door))
    bekend = {d.code: d for d in ODomein.objects.all()}
    gezien: set[str] = set()

    def verwerk(rij: Rij) -> str:
        code = rij.get("code", "")
        eenmalig(gezien, code, "O-domein")
        if not CODE.match(code):
            eis(invoer("code: gebruik letters, cijfers, - en _.", "code"))
        if not rij.get("naam"):
            eis(invoer("Vul de kolom naam in.", "naam"))
        velden = {
            "naam": rij["naam"], "dbi_uitzondering": als_ja_nee(rij, "dbi_uitzondering"),
            "dbi_herziening_op": als_datum(rij, "dbi_herziening_op"),
        }
        return bewaar(bekend, code, velden, ODomein, {})

    return inlezen(bestand="odomeinen", rijen=iter(als_tekst(rijen)), verwerk=verwerk, droog=droog)


def toedelingen_inlezen(
    *, rijen: Sequence[dict[str, Any]], droog: bool = False, door: Actor, nu: datetime
) -> Rapport:
    """Load allocations that the Opgavenberaad decided earlier; each keeps its own besluit."""
    eis(beletsel_toedelingen_inlezen(door=door))
    beraad = Gremium.objects.filter(soort=GremiumSoort.O_BERAAD).first()
    if beraad is None:
        eis(invoer("Er is nog geen Opgavenberaad. Vul eerst de gremia."))
    lezer = _Toedelingen(beraad, door, nu)
    return inlezen(
        bestand="toedelingen", rijen=iter(als_tekst(rijen)), verwerk=lezer.verwerk, droog=droog
    )


class _Toedelingen:
    def __init__(self, beraad: Gremium, door: Actor, nu: datetime) -> None:
        self.beraad, self.door, self.nu = beraad, door, nu
        self.gezien: set[str] = set()
        self.odomeinen = {d.code: d for d in ODomein.objects.all()}
        # the newest year wins: it comes last
        self.opgaven = {o.code: o for o in Opgave.objects.order_by("begrotingsjaar")}
        self.bekend = set(
            OpgaveToedeling.objects.values_list("opgave_id", "odomein_id", "begin")
        )

    def verwerk(self, rij: Rij) -> str:
        eenmalig(self.gezien, f"{rij.get('opgave_code', '')} {rij.get('begin', '')}", "Toedeling")
        opgave = verplicht_uit_lijst(self.opgaven, rij, "opgave_code", "opgave")
        odomein = verplicht_uit_lijst(self.odomeinen, rij, "odomein_code", "O-domein")
        begin = als_datum(rij, "begin", verplicht=True)
        besluitdatum = als_datum(rij, "besluitdatum", verplicht=True)
        if (opgave.pk, odomein.pk, begin) in self.bekend:
            return "ongewijzigd"
        opgave_toedelen(
            opgave=opgave, odomein=odomein, gremium=self.beraad, begin=begin,
            besluitdatum=besluitdatum, door=self.door, nu=self.nu,
        )
        return "nieuw"
