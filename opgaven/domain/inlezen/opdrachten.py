"""Opdrachten and deelopdrachten that already existed before the program (R023, R039)."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from django.db import transaction

from config.kern.actor import Actor
from config.kern.domain.logboek import noteer
from config.kern.fouten import eis, invoer
from config.kern.inlezen import Rapport, Rij, als_datum, als_getal, inlezen
from opgaven.enums import OpdrachtStatus, ScopeStatus
from opgaven.models import Opdracht, Opgave, ScopeVersie, Statusovergang
from opgaven.profiel import OpdrachtProfiel
from opgaven.rules import beletsel_opdrachten_inlezen, beletsel_profiel_velden
from pdomein.domain.inlezen.rij import als_geheel, als_tekst, eenmalig, verplicht_uit_lijst

REDEN = "Ingelezen"
TEKSTEN = (
    "begrotingscode", "motivatie_afwijking_begroting", "fase", "waarom", "wat", "hoe", "wie",
    "beoogd_resultaat", "past_in_portefeuille",
)


def opdrachten_inlezen(
    *, rijen: Sequence[dict[str, Any]], droog: bool = False, door: Actor, nu: datetime
) -> Rapport:
    """Load opdrachten with the status they have.

    An opdracht that was changed in the program since (``versie``) is left as it is.
    """
    eis(beletsel_opdrachten_inlezen(door=door))
    with transaction.atomic():
        lezer = _Lezer(door, nu)
        rapport = inlezen(
            bestand="opdrachten", rijen=iter(als_tekst(rijen)), verwerk=lezer.verwerk, droog=droog
        )
        if rapport.geslaagd and not droog:
            Statusovergang.objects.bulk_create(lezer.overgangen)
            ScopeVersie.objects.bulk_create(lezer.scopes)
            noteer("opdrachten_ingelezen", door=door, nu=nu, rijen=len(rapport.regels))
    return rapport


class _Lezer:
    def __init__(self, door: Actor, nu: datetime) -> None:
        self.door, self.nu = door, nu
        self.gezien: set[str] = set()
        self.opgaven = {o.code: o for o in Opgave.objects.order_by("begrotingsjaar")}
        self.bekend = {o.code: o for o in Opdracht.objects.all()}
        self.overgangen: list[Statusovergang] = []
        self.scopes: list[ScopeVersie] = []

    def verwerk(self, rij: Rij) -> str:
        code = rij.get("code", "")
        if not code or len(code) > 30:
            eis(invoer("Vul de kolom code in, met hooguit 30 tekens.", "code"))
        eenmalig(self.gezien, code, "Opdracht")
        opgave = verplicht_uit_lijst(self.opgaven, rij, "opgave_code", "opgave")
        profiel = _profiel(rij)
        eis(beletsel_profiel_velden(profiel))
        status = self._status(rij)
        boven = self._boven(rij, opgave)
        oud = self.bekend.get(code)
        if oud is not None:
            return self._bijwerken(oud, profiel)
        self.bekend[code] = self._nieuw(code, opgave, boven, profiel, status, rij)
        return "nieuw"

    def _bijwerken(self, opdracht: Opdracht, profiel: OpdrachtProfiel) -> str:
        anders = [k for k, v in profiel.velden().items() if getattr(opdracht, k) != v]
        if opdracht.versie > 1 or not anders:
            return "ongewijzigd"
        for naam in anders:
            setattr(opdracht, naam, getattr(profiel, naam))
        opdracht.save(update_fields=anders)
        return "gewijzigd"

    def _nieuw(
        self, code: str, opgave: Opgave, boven: Opdracht | None, profiel: OpdrachtProfiel,
        status: str, rij: Rij,
    ) -> Opdracht:
        opdracht = Opdracht.objects.create(
            code=code, opgave=opgave, bovenliggende=boven, status=status, **profiel.velden()
        )
        if status != OpdrachtStatus.CONCEPT:
            self.overgangen.append(Statusovergang(
                opdracht=opdracht, van=OpdrachtStatus.CONCEPT, naar=status, op=self.nu,
                door_id=self.door.gebruiker_id, reden=REDEN,
            ))
        self._scope(opdracht, status, rij)
        return opdracht

    def _scope(self, opdracht: Opdracht, status: str, rij: Rij) -> None:
        mandaat, keuzes = rij.get("mandaat", ""), rij.get("strategische_keuzes", "")
        if not (mandaat and keuzes and opdracht.budget_materieel is not None):
            return
        is_concept = status == OpdrachtStatus.CONCEPT
        self.scopes.append(ScopeVersie(
            opdracht=opdracht, nummer=1, budget_materieel=opdracht.budget_materieel,
            mandaat=mandaat, strategische_keuzes=keuzes, voorgesteld_op=self.nu,
            status=ScopeStatus.VOORGESTELD if is_concept else ScopeStatus.GEACCORDEERD,
            beslist_op=None if is_concept else self.nu,
        ))

    @staticmethod
    def _status(rij: Rij) -> str:
        status = rij.get("status", "") or OpdrachtStatus.CONCEPT.value
        if status not in OpdrachtStatus.values:
            keuzes = ", ".join(OpdrachtStatus.values)
            eis(invoer(f"status: “{status}” bestaat niet. Kies uit {keuzes}.", "status"))
        return status

    def _boven(self, rij: Rij, opgave: Opgave) -> Opdracht | None:
        code = rij.get("bovenliggende_code", "")
        if not code:
            return None
        boven = self.bekend.get(code)
        if boven is None:
            eis(invoer(
                f"bovenliggende_code: de opdracht “{code}” bestaat niet, of staat lager in het "
                "bestand.", "bovenliggende_code",
            ))
        if boven.bovenliggende_id is not None:
            eis(invoer("Een deelopdracht kun je niet nog eens splitsen.", "bovenliggende_code"))
        if boven.opgave_id != opgave.pk:
            eis(invoer(
                "Een deelopdracht valt onder dezelfde opgave als de opdracht.", "opgave_code"
            ))
        return boven


def _profiel(rij: Rij) -> OpdrachtProfiel:
    budget, fte = als_getal(rij, "budget_materieel"), als_getal(rij, "capaciteit_fte")
    return OpdrachtProfiel(
        naam=rij.get("naam", ""), label=rij.get("label", ""), soort=rij.get("soort", ""),
        budget_materieel=None if budget is None else round(budget, 2),
        capaciteit_fte=None if fte is None else round(fte, 2),
        begin=als_datum(rij, "begin"), einde=als_datum(rij, "einde"),
        prioriteit=als_geheel(rij, "prioriteit") or 3,
        **{naam: rij.get(naam, "") for naam in TEKSTEN},
    )
