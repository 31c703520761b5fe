"""Medewerkers as the personnel system gives them, with their first home (R120, R403)."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

from django.db import transaction

from config.kern.actor import Actor
from config.kern.fouten import eis, invoer
from config.kern.inlezen import Rapport, Rij, als_datum, inlezen
from config.kern.models import Gremium
from config.kern.werkdagen import lokale_dag
from pdomein.domain.inlezen.rij import als_dag, als_fte, als_geheel, als_tekst, eenmalig, uit_lijst
from pdomein.domain.medewerker import Bekend, Bijgewerkt, medewerker_bijwerken
from pdomein.domain.pteam import aansluiting_vastleggen, plaatsing_vastleggen
from pdomein.enums import Initiatief
from pdomein.models import Medewerker, Plaatsing, PTeam
from pdomein.personeel import Personeelsgegevens
from pdomein.rules import beletsel_medewerkers_inlezen
from pdomein.rules.pteam import TIJDELIJK_ERBIJ

REDEN = "Overgenomen uit het personeelsbestand"


def medewerkers_inlezen(
    *, rijen: Sequence[dict[str, Any]], droog: bool = False, door: Actor, nu: datetime
) -> Rapport:
    """Load people; who they report to may stand anywhere in the same file."""
    eis(beletsel_medewerkers_inlezen(door=door))
    teksten = als_tekst(rijen)
    with transaction.atomic():
        lezer = _Lezer(teksten, door, nu)
        rapport = inlezen(
            bestand="medewerkers", rijen=iter(teksten), verwerk=lezer.verwerk, droog=droog
        )
        if rapport.geslaagd and not droog:
            lezer.leidinggevenden_koppelen()
    return rapport


class _Lezer:
    def __init__(self, rijen: list[Rij], door: Actor, nu: datetime) -> None:
        self.door, self.nu, self.vandaag = door, nu, lokale_dag(nu)
        self.gezien: set[str] = set()
        self.in_bestand = {rij.get("personeelsnummer", "") for rij in rijen}
        self.ids = dict(Medewerker.objects.values_list("personeelsnummer", "id"))
        self.teams = {t.code: t for t in PTeam.objects.select_related("domein")}
        self.gremia = dict(Gremium.objects.values_list("code", "id"))
        self.thuis = {
            p.medewerker_id: p.pteam_id for p in Plaatsing.objects.geldig_op(self.vandaag)
        }
        self.later: list[tuple[str, str]] = []
        self.bekend = Bekend()

    def verwerk(self, rij: Rij) -> str:
        nummer = rij.get("personeelsnummer", "")
        eenmalig(self.gezien, nummer, "Personeelsnummer")
        pteam = uit_lijst(self.teams, rij, "pteam_code", "P-team")
        gedaan = medewerker_bijwerken(
            gegevens=self._gegevens(rij), bekend=self.bekend, door=self.door, nu=self.nu
        )
        self.ids[nummer] = gedaan.medewerker.pk
        verplaatst = pteam is not None and self._plaatsen(gedaan, pteam, rij)
        return "gewijzigd" if gedaan.uitkomst == "ongewijzigd" and verplaatst else gedaan.uitkomst

    def _gegevens(self, rij: Rij) -> Personeelsgegevens:
        return Personeelsgegevens(
            personeelsnummer=rij.get("personeelsnummer", ""),
            naam=rij.get("naam", ""),
            sorteernaam=rij.get("sorteernaam", ""),
            email=rij.get("email", ""),
            functie=rij.get("functie", ""),
            functie_sinds=als_datum(rij, "functie_sinds"),
            functiegroep=rij.get("functiegroep", ""),
            schaal=als_geheel(rij, "schaal"),
            aanstelling_fte=als_fte(rij, "aanstelling_fte", verplicht=True),
            dienstverband=rij.get("dienstverband", ""),
            in_dienst=als_dag(rij, "in_dienst"),
            uit_dienst=als_datum(rij, "uit_dienst"),
            thuisbasis_id=uit_lijst(self.gremia, rij, "thuisbasis_code", "gremium"),
            leidinggevende_id=self._leidinggevende(rij),
        )

    def _leidinggevende(self, rij: Rij) -> int | None:
        nummer, eigen = rij.get("leidinggevende", ""), rij.get("personeelsnummer", "")
        if not nummer:
            return None
        if nummer == eigen:
            eis(invoer("Iemand kan niet de eigen leidinggevende zijn.", "leidinggevende"))
        if nummer in self.ids:
            return self.ids[nummer]
        if nummer not in self.in_bestand:
            eis(invoer(f"leidinggevende: medewerker “{nummer}” bestaat niet.", "leidinggevende"))
        self.later.append((eigen, nummer))
        return None

    def leidinggevenden_koppelen(self) -> None:
        """Those who came later in the file than the people they lead."""
        for eigen, nummer in self.later:
            Medewerker.objects.filter(pk=self.ids[eigen]).update(
                leidinggevende_id=self.ids[nummer]
            )

    def _plaatsen(self, gedaan: Bijgewerkt, pteam: PTeam, rij: Rij) -> bool:
        """A first home from the first day; another home in the file moves from today."""
        medewerker = gedaan.medewerker
        if medewerker.dienstverband in TIJDELIJK_ERBIJ:
            return self._aansluiten(medewerker, pteam)
        if self.thuis.get(medewerker.pk) == pteam.pk:
            return False
        begin = self._begin(gedaan, pteam)
        if begin is None:
            return False
        plaatsing_vastleggen(
            medewerker=medewerker, pteam=pteam, begin=begin,
            kernactiviteit=rij.get("kernactiviteit", "")[:120],
            initiatief=Initiatief.ORGANISATIE, reden=REDEN, is_nieuw=gedaan.uitkomst == "nieuw",
            door=self.door, nu=self.nu,
        )
        return True

    def _begin(self, gedaan: Bijgewerkt, pteam: PTeam) -> date | None:
        medewerker = gedaan.medewerker
        eerste = max(medewerker.in_dienst, pteam.begin)
        if gedaan.uitkomst == "nieuw":
            begin = eerste
        elif medewerker.pk in self.thuis:
            begin = max(self.vandaag, eerste)
        elif medewerker.plaatsingen.filter(pteam=pteam).exists():
            return None
        else:
            begin = max(self.vandaag, eerste)
        if medewerker.uit_dienst is not None and medewerker.uit_dienst <= begin:
            return None
        return begin

    def _aansluiten(self, medewerker: Medewerker, pteam: PTeam) -> bool:
        if medewerker.uit_dienst is None:
            eis(invoer(
                "Een extern, trainee of stagiair bij een team heeft een einddatum. Vul de kolom "
                "uit_dienst in.", "uit_dienst",
            ))
        begin = max(medewerker.in_dienst, pteam.begin)
        bekend = medewerker.aansluitingen.filter(
            pteam=pteam, soort=medewerker.dienstverband, begin=begin, einde=medewerker.uit_dienst
        )
        if bekend.exists():
            return False
        aansluiting_vastleggen(
            medewerker=medewerker, pteam=pteam, soort=medewerker.dienstverband, begin=begin,
            einde=medewerker.uit_dienst, door=self.door, nu=self.nu,
        )
        return True
