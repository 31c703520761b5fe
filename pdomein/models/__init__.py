from pdomein.models.competentie import Competentie, CompetentieSynoniem
from pdomein.models.medewerker import Beschikbaarheid, Medewerker, Rolomvang
from pdomein.models.ordening import Cluster, Professie, ProfessioneelDomein
from pdomein.models.ppp import PPP, PPPCompetentie, PPPVersie
from pdomein.models.pteam import (
    Aansluiting,
    Plaatsing,
    PManagerAanstelling,
    PTeam,
    TeamplanOnderdeel,
)

__all__ = [
    "PPP",
    "Aansluiting",
    "Beschikbaarheid",
    "Cluster",
    "Competentie",
    "CompetentieSynoniem",
    "Medewerker",
    "PManagerAanstelling",
    "PPPCompetentie",
    "PPPVersie",
    "PTeam",
    "Plaatsing",
    "Professie",
    "ProfessioneelDomein",
    "Rolomvang",
    "TeamplanOnderdeel",
]
