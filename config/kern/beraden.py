"""Table 2.4 as data: what each beraad takes in, what it gives out, where a point flows next.

Pure data and two functions; rules, screens and tests read it.
"""

from dataclasses import dataclass

from config.kern.actor import Recht
from config.kern.enums import GremiumSoort as G
from config.kern.enums import PuntSoort as P


@dataclass(frozen=True, slots=True)
class Beraad:
    """``inbreng``: the rights that may bring in a point; ``naar``: where points may flow on to."""

    waarvoor: str
    inbreng: tuple[Recht, ...]
    soorten: tuple[P, ...]
    naar: tuple[G, ...] = ()


BERADEN: dict[G, Beraad] = {
    G.PROGRAMMEERBERAAD: Beraad(
        "Brengt vraag en aanbod bij elkaar, besluit over nieuwe opdrachten, herprioriteert "
        "beperkt, kiest de aanpak van knelpunten en bereidt besluiten van het DT voor.",
        (Recht.OPDRACHT_INITIEREN, Recht.DOMEIN_REGIE, Recht.PTEAM_LEIDEN,
         Recht.MATCHTAFEL_ONDERSTEUNEN),
        (P.KNELPUNT, P.CAPACITEITSVRAAG, P.PRIORITEIT, P.DILEMMA, P.OPDRACHTVOORSTEL, P.SCOPE,
         P.ESCALATIE, P.OVERIG),
        (G.DT, G.O_BERAAD, G.P_BERAAD),
    ),
    G.O_BERAAD: Beraad(
        "Stuurt op alle opgaven en opdrachten samen, stelt prioriteiten en kaders, formuleert de "
        "vraag naar capaciteit, deelt opgaven toe en bevestigt het register.",
        (Recht.OPDRACHT_INITIEREN, Recht.OPDRACHT_STUREN, Recht.OPDRACHT_UITVOEREN,
         Recht.REGISTER_MUTEREN),
        (P.DILEMMA, P.CAPACITEITSVRAAG, P.PRIORITEIT, P.SCOPE, P.ESCALATIE, P.REGISTER,
         P.OPDRACHTVOORSTEL, P.OVERIG),
        (G.PROGRAMMEERBERAAD, G.DT),
    ),
    G.P_BERAAD: Beraad(
        "Voert de regie op de arbeidscapaciteit, besluit over afwijkingen in omvang, de jaarlijkse "
        "lijst van P-teams en de ordening van de domeinen, en brengt knelpunten in.",
        (Recht.DOMEIN_REGIE, Recht.PTEAM_LEIDEN, Recht.MATCHTAFEL_ONDERSTEUNEN),
        (P.KNELPUNT, P.AFWIJKING, P.TEAMS, P.MATCHING, P.ONTWIKKELING, P.OPDRACHTVOORSTEL,
         P.ESCALATIE, P.DILEMMA, P.OVERIG),
        (G.PROGRAMMEERBERAAD, G.DT),
    ),
    G.DT: Beraad(
        "Besluit over dilemma's die het programmeerberaad voorbereidt en over afwijkende "
        "toedeling, met advies van business control.",
        (),
        (P.DILEMMA, P.ESCALATIE, P.PRIORITEIT, P.KNELPUNT, P.AFWIJKING, P.OVERIG),
        (G.GS,),
    ),
    G.P_OVERLEG: Beraad(
        "P-managers van één domein bespreken matching, werving en de ontwikkeling van kwaliteit.",
        (Recht.PTEAM_LEIDEN, Recht.DOMEIN_REGIE),
        (P.MATCHING, P.ONTWIKKELING, P.TEAMS, P.KNELPUNT, P.DILEMMA, P.OVERIG),
        (G.P_BERAAD,),
    ),
    G.GS: Beraad(
        "Beslist uiteindelijk over capaciteit en geld. Een besluit van GS geldt boven dat van "
        "elk ander beraad.",
        (),
        (P.PRIORITEIT, P.DILEMMA, P.OVERIG),
    ),
}
MET_CONTROL = frozenset({G.DT, G.GS})


def mag_door(van: str, naar: str) -> bool:
    """Does a point flow from this kind of gremium to that one?"""
    return van in BERADEN and naar in BERADEN[G(van)].naar


def is_beraad(soort: str) -> bool:
    return soort in BERADEN
