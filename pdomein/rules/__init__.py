"""Why not: the refusals of the P-domein, by noun."""

from pdomein.rules.competentie import beletsel_competentie_vastleggen
from pdomein.rules.inlezen import (
    beletsel_competenties_inlezen,
    beletsel_medewerkers_inlezen,
    beletsel_pmanagers_inlezen,
    beletsel_ppps_inlezen,
    beletsel_pteams_inlezen,
)
from pdomein.rules.medewerker import (
    beletsel_medewerker_bijwerken,
    beletsel_medewerker_uit_dienst,
    beletsel_personeelsgegevens_inzien,
)
from pdomein.rules.ppp import (
    beletsel_ppp_bevestigen,
    beletsel_ppp_competentie_vastleggen,
    beletsel_ppp_competentie_verwijderen,
    beletsel_ppp_hervatten,
    beletsel_ppp_intrekken,
    beletsel_ppp_inzien,
    beletsel_ppp_opslaan,
    beletsel_ppp_overnemen,
    beletsel_ppp_pauzeren,
    beletsel_ppp_publiceren,
)
from pdomein.rules.pteam import (
    beletsel_aansluiting_vastleggen,
    beletsel_afwijking_recht,
    beletsel_plaatsing_vastleggen,
    beletsel_pmanagement_vastleggen,
    beletsel_pmanager_aanstellen,
    beletsel_pteam_afwijking_besluiten,
    beletsel_pteam_bijwerken,
    beletsel_pteam_oprichten,
    beletsel_teamplan_onderdeel_opslaan,
)

__all__ = [
    "beletsel_aansluiting_vastleggen",
    "beletsel_afwijking_recht",
    "beletsel_competentie_vastleggen",
    "beletsel_competenties_inlezen",
    "beletsel_medewerker_bijwerken",
    "beletsel_medewerker_uit_dienst",
    "beletsel_medewerkers_inlezen",
    "beletsel_personeelsgegevens_inzien",
    "beletsel_plaatsing_vastleggen",
    "beletsel_pmanagement_vastleggen",
    "beletsel_pmanager_aanstellen",
    "beletsel_pmanagers_inlezen",
    "beletsel_ppp_bevestigen",
    "beletsel_ppp_competentie_vastleggen",
    "beletsel_ppp_competentie_verwijderen",
    "beletsel_ppp_hervatten",
    "beletsel_ppp_intrekken",
    "beletsel_ppp_inzien",
    "beletsel_ppp_opslaan",
    "beletsel_ppp_overnemen",
    "beletsel_ppp_pauzeren",
    "beletsel_ppp_publiceren",
    "beletsel_ppps_inlezen",
    "beletsel_pteam_afwijking_besluiten",
    "beletsel_pteam_bijwerken",
    "beletsel_pteam_oprichten",
    "beletsel_pteams_inlezen",
    "beletsel_teamplan_onderdeel_opslaan",
]
