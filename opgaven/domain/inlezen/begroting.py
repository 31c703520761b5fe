"""The begroting of one year as PS adopted it: ambities, doelen and opgaven (R001, R004, R010)."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

from django.db import models, transaction

from config.kern.actor import Actor
from config.kern.domain.logboek import noteer
from config.kern.fouten import eis, invoer
from config.kern.inlezen import Rapport, Rij, als_ja_nee, inlezen
from opgaven.enums import Label
from opgaven.models import Begroting, Beleidsambitie, Beleidsdoel, Opgave
from opgaven.rules import beletsel_begroting_inlezen, beletsel_velden
from pdomein.domain.inlezen.rij import als_tekst, eenmalig


def begroting_inlezen(
    *, rijen: Sequence[dict[str, Any]], jaar: int, ps_besluit: str, vastgesteld_op: date,
    droog: bool = False, door: Actor, nu: datetime,
) -> Rapport:
    """Load one year. Again: names and places follow the file, nothing ever disappears (R004)."""
    eis(beletsel_begroting_inlezen(door=door))
    if not 2000 <= jaar <= 2100:
        eis(invoer("Geef een begrotingsjaar van 2000 tot en met 2100."))
    if not ps_besluit.strip() or len(ps_besluit) > 120:
        eis(invoer("Noem het besluit van Provinciale Staten, in hooguit 120 tekens."))
    teksten = als_tekst(rijen)
    with transaction.atomic():
        punt = transaction.savepoint()
        begroting, _ = Begroting.objects.update_or_create(
            jaar=jaar, defaults={"ps_besluit": ps_besluit, "vastgesteld_op": vastgesteld_op}
        )
        lezer = _Lezer(begroting)
        rapport = inlezen(
            bestand="begroting", rijen=iter(teksten), verwerk=lezer.verwerk, droog=droog
        )
        if droog or not rapport.geslaagd:
            transaction.savepoint_rollback(punt)
        else:
            transaction.savepoint_commit(punt)
            noteer(
                "begroting_ingelezen", op=begroting, door=door, nu=nu, rijen=len(rapport.regels)
            )
    return rapport


class _Lezer:
    def __init__(self, begroting: Begroting) -> None:
        self.begroting = begroting
        self.gezien: set[str] = set()
        self.ambities = {a.code: a for a in begroting.ambities.all()}
        self.doelen = {
            d.code: d for d in Beleidsdoel.objects.filter(ambitie__begroting=begroting)
        }
        self.opgaven = {o.code: o for o in Opgave.objects.filter(begrotingsjaar=begroting.jaar)}

    def verwerk(self, rij: Rij) -> str:
        niveau, code = rij.get("niveau", "").lower(), rij.get("code", "")
        if not code:
            eis(invoer("Vul de kolom code in.", "code"))
        if not rij.get("naam"):
            eis(invoer("Vul de kolom naam in.", "naam"))
        eenmalig(self.gezien, f"{niveau} {code}", "De regel")
        lezer = {"ambitie": self._ambitie, "doel": self._doel, "opgave": self._opgave}.get(niveau)
        if lezer is None:
            eis(invoer(f"niveau: “{niveau}” bestaat niet. Kies ambitie, doel of opgave.", "niveau"))
        return lezer(rij, code)

    def _ambitie(self, rij: Rij, code: str) -> str:
        velden = {"naam": rij["naam"], "collegeperiode": rij.get("collegeperiode", "")}
        return bewaar(
            self.ambities, code, velden, Beleidsambitie, {"begroting": self.begroting}
        )

    def _doel(self, rij: Rij, code: str) -> str:
        ambitie = self._boven(self.ambities, rij, "beleidsambitie")
        return bewaar(self.doelen, code, {"naam": rij["naam"], "ambitie": ambitie}, Beleidsdoel, {})

    def _opgave(self, rij: Rij, code: str) -> str:
        velden = {
            "naam": rij["naam"],
            "beleidsdoel": self._boven(self.doelen, rij, "beleidsdoel"),
            "beoogd_resultaat": rij.get("beoogd_resultaat", ""),
            "label_standaard": rij.get("label", "") or Label.DYNAMISCH.value,
            "onder_directieteam": als_ja_nee(rij, "onder_directieteam"),
        }
        vast = {"begrotingsjaar": self.begroting.jaar}
        return bewaar(self.opgaven, code, velden, Opgave, vast)

    @staticmethod
    def _boven(bekend: dict[str, Any], rij: Rij, wat: str) -> Any:
        code = rij.get("bovenliggende_code", "")
        if code not in bekend:
            eis(invoer(
                f"bovenliggende_code: het {wat} “{code}” bestaat niet, of staat lager in het "
                "bestand." if wat == "beleidsdoel" else
                f"bovenliggende_code: de {wat} “{code}” bestaat niet, of staat lager in het "
                "bestand.", "bovenliggende_code",
            ))
        return bekend[code]


def bewaar(
    bekend: dict[str, Any], code: str, velden: dict[str, Any], model: type[models.Model],
    vast: dict[str, Any],
) -> str:
    """Make the row with this code, or let it follow the file; says which of the two."""
    eis(beletsel_velden(model, {"code": code, **velden}))
    rij = bekend.get(code)
    if rij is None:
        bekend[code] = model.objects.create(code=code, **velden, **vast)
        return "nieuw"
    anders = [k for k, v in velden.items() if getattr(rij, k) != v]
    if not anders:
        return "ongewijzigd"
    for naam in anders:
        setattr(rij, naam, velden[naam])
    rij.save(update_fields=anders)
    return "gewijzigd"
