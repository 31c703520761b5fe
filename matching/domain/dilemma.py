"""What matching cannot solve goes up: matchtafel, P-beraad, programmeerberaad, DT (R239, Q18).

Each step is a point at a beraad; the beraad itself passes it on with advice. Here only: when a
point comes to be, and when it is settled.
"""

from datetime import datetime
from typing import NamedTuple

from django.db import transaction

from config.kern.actor import Actor
from config.kern.domain.beraad import punt_volgen, sluit_over
from config.kern.domain.logboek import noteer
from config.kern.enums import GremiumSoort, PuntSoort
from config.kern.fouten import eis
from config.kern.models import Beraadspunt
from config.kern.werkdagen import lokale_dag
from matching.enums import Fase
from matching.models import Procedure, Vrijval
from matching.queries.beraad import gremium_van, ligt_bij_beraad
from matching.rules import dilemma as rules


class Doorgang(NamedTuple):
    """Which gremium a phase asks, and as what."""

    gremium: GremiumSoort
    soort: PuntSoort
    is_einde: bool = False


# A procedure that comes in one of these phases lies at a beraad until it leaves it again.
BERADEN = {
    Fase.BIJ_PROGRAMMEERBERAAD: Doorgang(GremiumSoort.PROGRAMMEERBERAAD, PuntSoort.ESCALATIE),
    Fase.GEEN_OVEREENSTEMMING: Doorgang(GremiumSoort.DT, PuntSoort.ESCALATIE),
    Fase.NIET_VERVULD: Doorgang(GremiumSoort.P_BERAAD, PuntSoort.KNELPUNT, is_einde=True),
}


@transaction.atomic
def dilemma_melden(
    *, procedure: Procedure, omschrijving: str, door: Actor, nu: datetime
) -> Beraadspunt:
    """Bring a dilemma to the P-beraad, for instance two opdrachten wanting one person (R239)."""
    procedure = Procedure.objects.select_for_update(of=("self",)).select_related(
        "matchvraag__opdracht__bovenliggende"
    ).get(pk=procedure.pk)
    gremium = gremium_van(GremiumSoort.P_BERAAD)
    eis(rules.beletsel_dilemma_melden(
        procedure, door=door, dag=lokale_dag(nu), omschrijving=omschrijving,
        ligt_al=ligt_bij_beraad(procedure), is_er_een_beraad=gremium is not None,
    ))
    noteer("dilemma_gemeld", op=procedure, door=door, nu=nu)
    return _punt(gremium, PuntSoort.DILEMMA, procedure, omschrijving.strip(), door, nu)


def bij_overgang(
    procedure: Procedure, van: Fase, naar: Fase, reden: str, door: Actor, nu: datetime
) -> None:
    """A phase that waits for a beraad is a point there; leaving the phase settles the point."""
    vorige = BERADEN.get(van)
    if vorige and not vorige.is_einde and van != naar:
        sluit_over(procedure, f"De procedure gaat verder: {naar.label}.", door, nu)
    weg = BERADEN.get(naar)
    if weg and van != naar:
        _punt(gremium_van(weg.gremium), weg.soort, procedure, reden or naar.label, door, nu)


def bij_vrijval(vrijval: Vrijval, is_eens: bool, door: Actor, nu: datetime) -> None:
    """DD and AOG disagree about work that fell free: the programmeerberaad hears it (Q18)."""
    if is_eens:
        sluit_over(vrijval, "De domeindirecteur en de AOG zijn het eens.", door, nu)
        return
    punt_volgen(
        gremium=gremium_van(GremiumSoort.PROGRAMMEERBERAAD), soort=PuntSoort.DILEMMA,
        onderwerp=f"Niet eens over vrijgevallen werk: {vrijval.opdracht}",
        toelichting="De domeindirecteur en de AOG geven een ander antwoord op de vraag of "
        "vervanging nodig is, of het team het werk kan opvangen.",
        over=vrijval, url=f"/matchvragen/vrijval/{vrijval.public_id}/", door=door, nu=nu,
    )


def _punt(
    gremium: object, soort: PuntSoort, procedure: Procedure, toelichting: str, door: Actor,
    nu: datetime,
) -> Beraadspunt | None:
    return punt_volgen(
        gremium=gremium, soort=soort, onderwerp=f"{soort.label}: {procedure.matchvraag}",
        toelichting=toelichting, over=procedure, url=f"/procedures/{procedure.public_id}/",
        door=door, nu=nu,
    )
