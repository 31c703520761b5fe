from pdomein.models.capaciteit import Aanstelling, Werkdrukmelding
from pdomein.models.competentie import Competentie, CompetentieSynoniem
from pdomein.models.lijst import (
    Afwijkingscriterium,
    Omvangbesluit,
    PTeamLijst,
    PTeamLijstRegel,
)
from pdomein.models.medewerker import Beschikbaarheid, Medewerker, Rolomvang
from pdomein.models.ontwikkeling import Basisonderdeel, Leerthema, Ontwikkelafspraak
from pdomein.models.ordening import Cluster, Professie, ProfessioneelDomein
from pdomein.models.ppp import PPP, PPPCompetentie, PPPVersie
from pdomein.models.pppkring import Herkenning, Norm, Normstand, PPPToestemming
from pdomein.models.pteam import (
    Aansluiting,
    Plaatsing,
    PManagerAanstelling,
    PTeam,
    TeamplanOnderdeel,
)
from pdomein.models.spp import Leeftijdsgroep, SPPAanname, SPPOpmerking
from pdomein.models.teamplan import Activiteitdeelname, Teamactiviteit, Teamplanversie
from pdomein.models.teamwijziging import (
    Raadpleging,
    Teamwijziging,
    WijzigingLid,
    WijzigingTeam,
)
from pdomein.models.vakgenootschap import (
    Afgevaardigde,
    Professievoorstel,
    Vakcirkel,
    VakcirkelDeelnemer,
    Vakgenootschap,
    VakgenootschapDeelnemer,
    VakgenootschapTeam,
    Vaknorm,
)
from pdomein.models.verzoek import Rectificatieverzoek

__all__ = [
    "PPP",
    "Aansluiting",
    "Aanstelling",
    "Activiteitdeelname",
    "Afgevaardigde",
    "Afwijkingscriterium",
    "Basisonderdeel",
    "Beschikbaarheid",
    "Cluster",
    "Competentie",
    "CompetentieSynoniem",
    "Herkenning",
    "Leeftijdsgroep",
    "Leerthema",
    "Medewerker",
    "Norm",
    "Normstand",
    "Omvangbesluit",
    "Ontwikkelafspraak",
    "PManagerAanstelling",
    "PPPCompetentie",
    "PPPToestemming",
    "PPPVersie",
    "PTeam",
    "PTeamLijst",
    "PTeamLijstRegel",
    "Plaatsing",
    "Professie",
    "Professievoorstel",
    "ProfessioneelDomein",
    "Raadpleging",
    "Rectificatieverzoek",
    "Rolomvang",
    "SPPAanname",
    "SPPOpmerking",
    "Teamactiviteit",
    "TeamplanOnderdeel",
    "Teamplanversie",
    "Teamwijziging",
    "Vakcirkel",
    "VakcirkelDeelnemer",
    "Vakgenootschap",
    "VakgenootschapDeelnemer",
    "VakgenootschapTeam",
    "Vaknorm",
    "Werkdrukmelding",
    "WijzigingLid",
    "WijzigingTeam",
]
