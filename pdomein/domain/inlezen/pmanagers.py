"""Who is P-manager of which team (R156, R160)."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from config.kern.actor import Actor
from config.kern.fouten import eis, invoer
from config.kern.inlezen import Rapport, Rij, inlezen
from pdomein.domain.inlezen.rij import als_dag, als_geheel, als_tekst, eenmalig, verplicht_uit_lijst
from pdomein.domain.pmanager import pmanagement_vastleggen, pmanager_aanstellen
from pdomein.models import Medewerker, PManagerAanstelling, PTeam
from pdomein.rules import beletsel_pmanagers_inlezen


def pmanagers_inlezen(
    *, rijen: Sequence[dict[str, Any]], droog: bool = False, door: Actor, nu: datetime
) -> Rapport:
    """Load P-managers; ``pct`` is the share of the whole working time, the same in every row."""
    eis(beletsel_pmanagers_inlezen(door=door))
    lezer = _Lezer(door, nu)
    return inlezen(
        bestand="pmanagers", rijen=iter(als_tekst(rijen)), verwerk=lezer.verwerk, droog=droog
    )


class _Lezer:
    def __init__(self, door: Actor, nu: datetime) -> None:
        self.door, self.nu = door, nu
        self.gezien: set[str] = set()
        self.pct: dict[str, int] = {}
        self.teams = {t.code: t for t in PTeam.objects.select_related("domein")}
        self.mensen = {m.personeelsnummer: m for m in Medewerker.objects.all()}
        self.bekend = {
            (a.pteam_id, a.medewerker_id, a.begin) for a in PManagerAanstelling.objects.all()
        }

    def verwerk(self, rij: Rij) -> str:
        eenmalig(self.gezien, rij.get("pteam_code", ""), "P-team")
        pteam = verplicht_uit_lijst(self.teams, rij, "pteam_code", "P-team")
        medewerker = verplicht_uit_lijst(self.mensen, rij, "personeelsnummer", "medewerker")
        pct = als_geheel(rij, "pct", verplicht=True) or 0
        begin = als_dag(rij, "begin")
        self._zelfde_pct(medewerker.personeelsnummer, pct)
        if (pteam.pk, medewerker.pk, begin) in self.bekend:
            anders = pmanagement_vastleggen(
                medewerker=medewerker, pct=pct, begin=begin, door=self.door, nu=self.nu
            )
            return "gewijzigd" if anders else "ongewijzigd"
        pmanager_aanstellen(
            pteam=pteam, medewerker=medewerker, pct=pct, begin=begin, door=self.door, nu=self.nu
        )
        return "nieuw"

    def _zelfde_pct(self, nummer: str, pct: int) -> None:
        if self.pct.setdefault(nummer, pct) != pct:
            eis(invoer(
                f"pct: bij “{nummer}” staat eerder {self.pct[nummer]}%. Het is het deel van de "
                "hele werktijd, voor alle teams samen.", "pct",
            ))
