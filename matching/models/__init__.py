from matching.models.markt import Marktkeuze, Zoekopdracht
from matching.models.match import AogKeuze, Instemming, Match
from matching.models.matchtafel import (
    Agendapunt,
    Deelnemer,
    Kandidaat,
    MatchtafelSessie,
    Presentatie,
    Suggestie,
    Suggestierun,
    Tafelbericht,
    Tafelnotitie,
    Toewijzingsvoorstel,
)
from matching.models.matchvraag import TRO, Matchvraag, TROCompetentie, Vrijval, Weging
from matching.models.procedure import Deling, Faseovergang, Procedure, Termijn
from matching.models.publicatie import Publicatie, Reactie
from matching.models.talent import Talent, TalentDeling
from matching.models.vacature import Vacature
from matching.models.vwnw import VanWerkNaarWerk
from matching.models.werving import ExterneWerving

__all__ = [
    "TRO",
    "Agendapunt",
    "AogKeuze",
    "Deelnemer",
    "Deling",
    "ExterneWerving",
    "Faseovergang",
    "Instemming",
    "Kandidaat",
    "Marktkeuze",
    "Match",
    "MatchtafelSessie",
    "Matchvraag",
    "Presentatie",
    "Procedure",
    "Publicatie",
    "Reactie",
    "Suggestie",
    "Suggestierun",
    "TROCompetentie",
    "Tafelbericht",
    "Tafelnotitie",
    "Talent",
    "TalentDeling",
    "Termijn",
    "Toewijzingsvoorstel",
    "Vacature",
    "VanWerkNaarWerk",
    "Vrijval",
    "Weging",
    "Zoekopdracht",
]
