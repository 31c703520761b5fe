"""PPPs that people wrote elsewhere, for the first filling of the program (R344)."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from config.kern.actor import Actor
from config.kern.fouten import eis, invoer
from config.kern.inlezen import Rapport, inlezen
from pdomein.domain.inlezen.rij import als_geheel, als_tekst, eenmalig, verplicht_uit_lijst
from pdomein.domain.ppp import ppp_overnemen
from pdomein.models import PPP, Competentie, Medewerker
from pdomein.profiel import PPPInhoud
from pdomein.rules import beletsel_ppps_inlezen


def ppps_inlezen(
    *, rijen: Sequence[dict[str, Any]], droog: bool = False, door: Actor, nu: datetime
) -> Rapport:
    """Load whole PPPs. A PPP whose owner wrote in it here is left as it is."""
    eis(beletsel_ppps_inlezen(door=door))
    lezer = _Lezer(door, nu)
    return inlezen(bestand="ppps", rijen=iter(rijen), verwerk=lezer.verwerk, droog=droog)


class _Lezer:
    def __init__(self, door: Actor, nu: datetime) -> None:
        self.door, self.nu = door, nu
        self.gezien: set[str] = set()
        self.mensen = {m.personeelsnummer: m for m in Medewerker.objects.all()}
        self.competenties = {c.code: c for c in Competentie.objects.all()}
        self.bekend = set(PPP.objects.values_list("medewerker_id", flat=True))

    def verwerk(self, ruw: dict[str, Any]) -> str:
        regels = ruw.get("competenties") or []
        if not isinstance(regels, list) or not all(isinstance(r, dict) for r in regels):
            eis(invoer("competenties: geef een lijst met code, niveau en bewijs.", "competenties"))
        (rij,) = als_tekst([{k: v for k, v in ruw.items() if k != "competenties"}])
        eenmalig(self.gezien, rij.get("personeelsnummer", ""), "Personeelsnummer")
        medewerker = verplicht_uit_lijst(self.mensen, rij, "personeelsnummer", "medewerker")
        if medewerker.pk in self.bekend:
            return "ongewijzigd"
        ppp_overnemen(
            medewerker=medewerker,
            inhoud=PPPInhoud(
                kennis_en_kunde=rij.get("kennis_en_kunde", ""),
                ontwikkelen=rij.get("ontwikkelen", ""),
                bellen_voor=rij.get("bellen_voor", ""),
                competenties=tuple(self._competentie(r) for r in als_tekst(regels)),
            ),
            gepubliceerd=rij.get("gepubliceerd", "").lower() in {"ja", "true", "1"},
            door=self.door, nu=self.nu,
        )
        return "nieuw"

    def _competentie(self, rij: dict[str, str]) -> tuple[Competentie, int, str, bool]:
        return (
            verplicht_uit_lijst(self.competenties, rij, "code", "competentie"),
            als_geheel(rij, "niveau", verplicht=True) or 0,
            rij.get("bewijs", ""),
            rij.get("wil_ontwikkelen", "").lower() in {"ja", "true", "1"},
        )
