"""Concepts of ESCO or CompetentNL into the shared list, by their URI (R342).

Nothing is ever deleted: what a complete file no longer holds is retired, and comes back when a
later file holds it again. A source changes only its own entries.
"""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils.text import slugify

from config.kern.actor import Actor
from config.kern.domain.logboek import noteer
from config.kern.fouten import eis, invoer
from config.kern.inlezen import Rapport, Regel, Rij, inlezen
from config.kern.werkdagen import lokale_dag
from pdomein.domain.inlezen.rij import als_tekst, eenmalig
from pdomein.models import Competentie, CompetentieSynoniem
from pdomein.rules.competentie import beletsel_begrip, beletsel_begrippen_inlezen


def begrippen_inlezen(
    *, rijen: Sequence[dict[str, Any]], bron: str, volledig: bool = False,
    relaties: dict[str, str] | None = None, droog: bool = False, door: Actor, nu: datetime,
) -> Rapport:
    """Load concepts; the same file twice changes nothing. ``relaties`` adds broader concepts."""
    eis(beletsel_begrippen_inlezen(bron=bron, aantal=len(rijen), volledig=volledig, door=door))
    teksten = als_tekst(rijen)
    with transaction.atomic():
        lezer = _Lezer(teksten, bron, relaties or {}, nu)
        rapport = inlezen(
            bestand=f"begrippen van {bron}", rijen=iter(teksten), verwerk=lezer.verwerk,
            droog=droog,
        )
        if volledig and rapport.geslaagd:
            rapport.regels += lezer.verdwenen(len(teksten))
        if rapport.geslaagd and not droog:
            lezer.afronden(volledig)
            noteer(
                "begrippen_ingelezen", door=door, nu=nu, bron=bron, aantal=len(teksten),
                nieuw=rapport.aantal("nieuw"), gewijzigd=rapport.aantal("gewijzigd"),
            )
    return rapport


class _Lezer:
    def __init__(
        self, rijen: list[Rij], bron: str, relaties: dict[str, str], nu: datetime
    ) -> None:
        self.bron, self.vandaag = bron, lokale_dag(nu)
        self.gezien: set[str] = set()
        met_uri = Competentie.objects.exclude(uri="").select_for_update(of=("self",))
        self.bekend = {c.uri: c for c in met_uri}
        self.codes = set(Competentie.objects.values_list("code", flat=True))
        self.woorden: dict[int, set[str]] = {}
        for rij in CompetentieSynoniem.objects.filter(competentie__bron=bron):
            self.woorden.setdefault(rij.competentie_id, set()).add(rij.naam)
        self.boven = {
            r.get("uri", ""): relaties.get(r.get("uri", "")) or r.get("bovenliggende_uri", "")
            for r in rijen
        }
        uris = {c.pk: c.uri for c in self.bekend.values()}
        self.toen = {c.uri: uris.get(c.bovenliggende_id or 0, "") for c in self.bekend.values()}

    def verwerk(self, rij: Rij) -> str:
        uri = rij.get("uri", "")
        woorden = sorted({
            s.strip() for s in rij.get("synoniemen", "").split("|") if s.strip()
        } - {rij.get("naam", "")})
        eis(beletsel_begrip(
            uri=uri, naam=rij.get("naam", ""), omschrijving=rij.get("omschrijving", ""),
            synoniemen=woorden,
        ))
        eenmalig(self.gezien, uri, "Begrip")
        self._geen_kring(uri)
        bestaand = self.bekend.get(uri)
        if bestaand is not None and bestaand.bron != self.bron:
            return "ongewijzigd"  # an own entry that only points at this concept
        weg = rij.get("vervallen", "").lower() in {"ja", "true", "1"}
        velden = {
            "naam": rij["naam"].strip(), "omschrijving": rij.get("omschrijving", ""),
            "vervallen_op": self._vervallen_op(bestaand, weg),
        }
        if bestaand is None:
            self._maak(uri, velden, woorden)
            return "nieuw"
        return self._wijzig(bestaand, velden, woorden)

    def _vervallen_op(self, bestaand: Competentie | None, weg: bool) -> Any:
        if not weg:
            return None
        return bestaand.vervallen_op if bestaand and bestaand.vervallen_op else self.vandaag

    def _maak(self, uri: str, velden: dict[str, Any], woorden: list[str]) -> None:
        competentie = Competentie(
            code=self._code(uri), uri=uri, bron=self.bron, **velden
        )
        competentie.save(force_insert=True)
        self._synoniemen(competentie, woorden)
        self.bekend[uri] = competentie
        self.toen[uri] = ""

    def _wijzig(
        self, competentie: Competentie, velden: dict[str, Any], woorden: list[str]
    ) -> str:
        anders = [k for k, v in velden.items() if getattr(competentie, k) != v]
        for veld in anders:
            setattr(competentie, veld, velden[veld])
        if anders:
            competentie.save(update_fields=anders)
        ander_woord = self._synoniemen(competentie, woorden)
        boven = self.boven[competentie.uri]
        anders_boven = self.toen[competentie.uri] != (boven if self._kent(boven) else "")
        return "gewijzigd" if anders or ander_woord or anders_boven else "ongewijzigd"

    def _kent(self, uri: str) -> bool:
        return bool(uri) and (uri in self.bekend or uri in self.boven)

    def _synoniemen(self, competentie: Competentie, woorden: list[str]) -> bool:
        nu, toen = set(woorden), self.woorden.get(competentie.pk, set())
        if toen - nu:
            competentie.synoniemen.filter(naam__in=toen - nu).delete()
        CompetentieSynoniem.objects.bulk_create(
            CompetentieSynoniem(competentie=competentie, naam=n) for n in sorted(nu - toen)
        )
        return nu != toen

    def _code(self, uri: str) -> str:
        """A code of the source and the last part of the address; unique and stable."""
        deel = slugify(uri.rstrip("/").replace("#", "/").rpartition("/")[2]) or "begrip"
        code, teller = f"{self.bron}-{deel}"[:75], 1
        while code in self.codes:
            teller += 1
            code = f"{self.bron}-{deel}"[:70] + f"-{teller}"
        self.codes.add(code)
        return code

    def _geen_kring(self, uri: str) -> None:
        stap, onderweg = self.boven.get(uri, ""), {uri}
        while stap:
            if stap in onderweg:
                eis(invoer("Dit begrip valt via andere onder zichzelf.", "bovenliggende_uri"))
            onderweg.add(stap)
            stap = self.boven.get(stap, "")

    def verdwenen(self, vanaf: int) -> list[Regel]:
        """What this source had and a complete file no longer holds: to be retired."""
        weg = [c for c in self._eigen() if c.uri not in self.gezien and not c.vervallen_op]
        return [
            Regel(nummer, "gewijzigd", f"“{c.naam}” staat niet meer in het bestand en vervalt.")
            for nummer, c in enumerate(weg, start=vanaf + 1)
        ]

    def _eigen(self) -> list[Competentie]:
        return [c for c in self.bekend.values() if c.bron == self.bron and c.pk]

    def afronden(self, volledig: bool) -> None:
        """Hang every concept under its broader one; retire what is gone."""
        anders = []
        for uri in self.gezien:
            competentie = self.bekend[uri]
            boven = self.bekend.get(self.boven.get(uri, ""))
            doel = boven.pk if boven else None
            if competentie.bron == self.bron and competentie.bovenliggende_id != doel:
                competentie.bovenliggende_id = doel
                anders.append(competentie)
        Competentie.objects.bulk_update(anders, ["bovenliggende"], batch_size=1000)
        if volledig:
            weg = [c.pk for c in self._eigen() if c.uri not in self.gezien]
            Competentie.objects.filter(pk__in=weg, vervallen_op=None).update(
                vervallen_op=self.vandaag
            )
