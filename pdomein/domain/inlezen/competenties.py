"""The list of competenties, a tree with synonyms (R342)."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from django.db import transaction

from config.kern.actor import Actor
from config.kern.fouten import eis, invoer
from config.kern.inlezen import Rapport, Rij, inlezen
from pdomein.domain.competentie import competentie_vastleggen
from pdomein.domain.inlezen.rij import als_tekst, eenmalig
from pdomein.models import Competentie
from pdomein.rules import beletsel_competenties_inlezen


def competenties_inlezen(
    *, rijen: Sequence[dict[str, Any]], droog: bool = False, door: Actor, nu: datetime
) -> Rapport:
    """Load the tree; a parent may stand anywhere in the file, a circle is refused."""
    eis(beletsel_competenties_inlezen(door=door))
    teksten = als_tekst(rijen)
    with transaction.atomic():
        lezer = _Lezer(teksten, door, nu)
        rapport = inlezen(
            bestand="competenties", rijen=iter(teksten), verwerk=lezer.verwerk, droog=droog
        )
        if rapport.geslaagd and not droog:
            lezer.takken_koppelen()
    return rapport


class _Lezer:
    def __init__(self, rijen: list[Rij], door: Actor, nu: datetime) -> None:
        self.door, self.nu = door, nu
        self.gezien: set[str] = set()
        self.bekend = {c.code: c for c in Competentie.objects.all()}
        bij_id = {c.pk: c.code for c in self.bekend.values()}
        self.boven = {
            c.code: bij_id.get(c.bovenliggende_id or 0, "") for c in self.bekend.values()
        }
        self.boven |= {r.get("code", ""): r.get("bovenliggende_code", "") for r in rijen}
        self.later: list[tuple[str, str]] = []

    def verwerk(self, rij: Rij) -> str:
        code, boven = rij.get("code", ""), rij.get("bovenliggende_code", "")
        eenmalig(self.gezien, code, "Competentie")
        self._geen_kring(code)
        if boven and boven not in self.boven:
            eis(invoer(
                f"bovenliggende_code: competentie “{boven}” bestaat niet.", "bovenliggende_code"
            ))
        if boven and boven not in self.bekend:
            self.later.append((code, boven))
        gedaan = competentie_vastleggen(
            code=code, naam=rij.get("naam", ""), omschrijving=rij.get("omschrijving", ""),
            bovenliggende=self.bekend.get(boven), uri=rij.get("uri", ""),
            synoniemen=rij.get("synoniemen", "").split("|"), door=self.door, nu=self.nu,
        )
        self.bekend[code] = gedaan.competentie
        return gedaan.uitkomst

    def _geen_kring(self, code: str) -> None:
        stap, onderweg = self.boven.get(code, ""), {code}
        while stap:
            if stap in onderweg:
                eis(invoer(
                    f"Competentie “{code}” valt via andere onder zichzelf.", "bovenliggende_code"
                ))
            onderweg.add(stap)
            stap = self.boven.get(stap, "")

    def takken_koppelen(self) -> None:
        """Those whose parent came later in the file."""
        for code, boven in self.later:
            Competentie.objects.filter(code=code).update(bovenliggende=self.bekend[boven])
