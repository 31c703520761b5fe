"""The demand for capacity of opdrachten, with the competenties asked (R217)."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from django.db import transaction

from config.kern.actor import Actor
from config.kern.domain.logboek import noteer
from config.kern.fouten import eis, invoer
from config.kern.inlezen import Rapport, Rij, als_datum, als_getal, inlezen
from opgaven.levensloop import VOORBEREIDING
from opgaven.models import Capaciteitsvraag, GevraagdeCompetentie, Opdracht
from opgaven.profiel import Vraag
from opgaven.rules import beletsel_capaciteitsvragen_inlezen, beletsel_vraag
from pdomein.domain.inlezen.rij import (
    als_geheel,
    als_tekst,
    eenmalig,
    uit_lijst,
    verplicht_uit_lijst,
)
from pdomein.models import Competentie, Professie

VELDEN = ("aantal", "fte", "schaal_van", "schaal_tot", "begin", "einde", "professie_id")


def capaciteitsvragen_inlezen(
    *, rijen: Sequence[dict[str, Any]], droog: bool = False, door: Actor, nu: datetime
) -> Rapport:
    """Load demands; a row is known by opdracht, plaats and omschrijving.

    Once an opdracht is programmed its demands no longer follow the file: matching has them.
    """
    eis(beletsel_capaciteitsvragen_inlezen(door=door))
    with transaction.atomic():
        lezer = _Lezer()
        rapport = inlezen(
            bestand="capaciteitsvragen", rijen=iter(als_tekst(rijen)), verwerk=lezer.verwerk,
            droog=droog,
        )
        if rapport.geslaagd and not droog:
            GevraagdeCompetentie.objects.bulk_create(lezer.gevraagd)
            noteer("capaciteitsvragen_ingelezen", door=door, nu=nu, rijen=len(rapport.regels))
    return rapport


class _Lezer:
    def __init__(self) -> None:
        self.gezien: set[str] = set()
        self.opdrachten = {o.code: o for o in Opdracht.objects.all()}
        self.professies = {p.code: p for p in Professie.objects.all()}
        self.competenties = dict(Competentie.objects.values_list("code", "pk"))
        self.bekend = {
            (v.opdracht_id, v.plaats, v.omschrijving): v
            for v in Capaciteitsvraag.objects.prefetch_related("competenties")
        }
        self.gevraagd: list[GevraagdeCompetentie] = []

    def verwerk(self, rij: Rij) -> str:
        opdracht = verplicht_uit_lijst(self.opdrachten, rij, "opdracht_code", "opdracht")
        vraag = self._vraag(rij)
        sleutel = (opdracht.pk, vraag.plaats, vraag.omschrijving)
        eenmalig(
            self.gezien, f"{opdracht.code} {vraag.plaats} {vraag.omschrijving}", "De vraag"
        )
        oud = self.bekend.get(sleutel)
        eis(beletsel_vraag(opdracht, vraag, oud.pk if oud else None))
        if oud is None:
            nieuw = Capaciteitsvraag(
                opdracht=opdracht, plaats=vraag.plaats, omschrijving=vraag.omschrijving
            )
            self.bekend[sleutel] = self._bewaar(nieuw, vraag)
            return "nieuw"
        if opdracht.status not in VOORBEREIDING or self._gelijk(oud, vraag):
            return "ongewijzigd"
        oud.competenties.all().delete()
        self._bewaar(oud, vraag)
        return "gewijzigd"

    def _bewaar(self, rij: Capaciteitsvraag, vraag: Vraag) -> Capaciteitsvraag:
        for naam in VELDEN:
            setattr(rij, naam, getattr(vraag, naam))
        rij.save()
        self.gevraagd += [
            GevraagdeCompetentie(
                capaciteitsvraag=rij, competentie_id=c, niveau=n, gewicht=g, vereist=v
            )
            for c, n, g, v in vraag.competenties
        ]
        return rij

    @staticmethod
    def _gelijk(rij: Capaciteitsvraag, vraag: Vraag) -> bool:
        nu = {(c.competentie_id, c.niveau, c.gewicht, c.vereist) for c in rij.competenties.all()}
        return nu == set(vraag.competenties) and all(
            getattr(rij, n) == getattr(vraag, n) for n in VELDEN
        )

    def _vraag(self, rij: Rij) -> Vraag:
        professie = uit_lijst(self.professies, rij, "professie_code", "professie")
        fte = als_getal(rij, "fte", verplicht=True)
        begin = als_datum(rij, "begin", verplicht=True)
        return Vraag(
            plaats=rij.get("plaats", "").lower(), omschrijving=rij.get("omschrijving", ""),
            aantal=als_geheel(rij, "aantal", verplicht=True) or 0, fte=round(fte, 2),
            schaal_van=als_geheel(rij, "schaal_van", verplicht=True) or 0,
            schaal_tot=als_geheel(rij, "schaal_tot", verplicht=True) or 0,
            begin=begin, einde=als_datum(rij, "einde"),
            professie_id=professie.pk if professie else None,
            competenties=tuple(
                self._competentie(deel)
                for deel in rij.get("competenties", "").split("|") if deel.strip()
            ),
        )

    def _competentie(self, deel: str) -> tuple[int, int, int, bool]:
        """``code:niveau:gewicht:ja``; gewicht and vereist may be left out."""
        stukken = [s.strip() for s in deel.split(":")]
        code, niveau, gewicht, vereist = (*stukken, "", "", "")[:4]
        if code not in self.competenties:
            eis(invoer(f"competenties: “{code}” bestaat niet.", "competenties"))
        getallen = (niveau, gewicht or "2")
        if len(stukken) > 4 or not all(g.isascii() and g.isdigit() for g in getallen):
            eis(invoer(
                f"competenties: “{deel}” klopt niet. Schrijf code:niveau:gewicht:ja.",
                "competenties",
            ))
        return self.competenties[code], int(niveau[:4]), int((gewicht or "2")[:4]), vereist == "ja"
