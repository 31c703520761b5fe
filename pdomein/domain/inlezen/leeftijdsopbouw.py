"""Ages as groups of five or more from HR; no age of a person comes in here (R307, R314)."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from django.db import transaction

from config.kern.actor import Actor
from config.kern.fouten import eis, invoer
from config.kern.inlezen import Rapport, Rij, inlezen
from config.kern.queries import instelling
from config.kern.werkdagen import lokale_dag
from pdomein.domain.inlezen.rij import als_dag, als_fte, als_geheel, als_tekst, verplicht_uit_lijst
from pdomein.groepen import KLEINSTE_GROEP
from pdomein.models import Leeftijdsgroep, Professie
from pdomein.rules.spp import beletsel_leeftijdsopbouw_inlezen


def leeftijdsopbouw_inlezen(
    *, rijen: Sequence[dict[str, Any]], droog: bool = False, door: Actor,
    nu: datetime,
) -> Rapport:
    """Take over how many people of each professie are how old, in the groups of the setting."""
    eis(beletsel_leeftijdsopbouw_inlezen(door=door))
    cohorten = list(instelling("SPP_UITSTROOM", lokale_dag(nu)))
    professies = {p.code: p for p in Professie.objects.all()}

    def verwerk(rij: Rij) -> str:
        cohort = rij.get("cohort", "")
        if cohort not in cohorten:
            eis(invoer(f"cohort: kies uit {', '.join(cohorten)}.", "cohort"))
        aantal = als_geheel(rij, "aantal", verplicht=True) or 0
        if aantal < KLEINSTE_GROEP:
            eis(invoer(
                "aantal: een groep heeft ten minste vijf mensen. Neem kleine groepen samen.",
                "aantal",
            ))
        waarden = {"aantal": aantal, "fte": round(als_fte(rij, "fte", verplicht=True), 2)}
        sleutel = {
            "peildatum": als_dag(rij, "peildatum"), "cohort": cohort,
            "professie": verplicht_uit_lijst(professies, rij, "professie_code", "professie"),
        }
        bestaand = Leeftijdsgroep.objects.filter(**sleutel).first()
        if bestaand is None:
            Leeftijdsgroep.objects.create(**sleutel, **waarden)
            return "nieuw"
        if all(getattr(bestaand, k) == v for k, v in waarden.items()):
            return "ongewijzigd"
        Leeftijdsgroep.objects.filter(pk=bestaand.pk).update(**waarden)
        return "gewijzigd"

    with transaction.atomic():
        return inlezen(
            bestand="leeftijdsopbouw", rijen=iter(als_tekst(rijen)), verwerk=verwerk, droog=droog
        )
