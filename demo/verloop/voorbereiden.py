"""What people wrote and asked for the table of today: cards, notes, weights, the whole agenda."""

from datetime import datetime, timedelta

from demo.verloop.klokwerk import als
from demo.verloop.mensen import vers
from matching.domain.kandidaat import suggestie_vragen
from matching.domain.tafelnotitie import (
    kandidaat_toelichten,
    notitie_schrijven,
    training_vastleggen,
)
from matching.domain.toewijzingsvoorstel import toewijzing_vragen
from matching.domain.weging import weging_wijzigen
from matching.enums import Route
from matching.models import MatchtafelSessie
from pdomein.models import Medewerker

LEREN = "Leerde zich vorig jaar in een paar weken een nieuw vakgebied eigen."
WILLEN = "Wil al langer dichter bij de uitvoering werken."
NOTITIE = "Vraag na of de lopende afspraak met het waterschap eerst kan worden afgerond."


def voorbereid(
    sessie: MatchtafelSessie, voorzitter: Medewerker, recruiter: Medewerker, nu: datetime
) -> None:
    """A table that did its homework; two members still have to follow the workshop."""
    door = als(voorzitter, nu)
    for deelnemer in list(sessie.deelnemers.select_related("medewerker"))[2:]:
        training_vastleggen(
            sessie=sessie, medewerker=deelnemer.medewerker,
            op=sessie.datum - timedelta(days=120), door=door, nu=nu,
        )
    punten = sessie.agendapunten.filter(procedure__route=Route.TEAM)
    for punt in punten.select_related("procedure")[:1]:
        weging_wijzigen(
            procedure=vers(punt.procedure), reden="Hier telt vooral wie op tijd kan beginnen.",
            gewichten={
                "competenties": 100, "niveau": 100, "uren": 150, "wens": 100, "ervaring": 50,
            }, door=door, nu=nu,
        )
        suggestie_vragen(procedure=vers(punt.procedure), door=door, nu=nu)
        suggestie_vragen(procedure=vers(punt.procedure), groei=True, door=door, nu=nu)
        for kandidaat in punt.kandidaten.select_related("agendapunt__sessie")[:1]:
            kandidaat_toelichten(
                kandidaat=kandidaat, leervermogen=LEREN, motivatie=WILLEN,
                door=als(recruiter, nu), nu=nu,
            )
            notitie_schrijven(kandidaat=kandidaat, tekst=NOTITIE, door=door, nu=nu)
    if punten:
        toewijzing_vragen(sessie=sessie, door=door, nu=nu)
