"""Files of a province into the P-domein; each the same twice, with a report per row (R403)."""

from pdomein.domain.inlezen.competenties import competenties_inlezen
from pdomein.domain.inlezen.leeftijdsopbouw import leeftijdsopbouw_inlezen
from pdomein.domain.inlezen.medewerkers import medewerkers_inlezen
from pdomein.domain.inlezen.pmanagers import pmanagers_inlezen
from pdomein.domain.inlezen.ppps import ppps_inlezen
from pdomein.domain.inlezen.pteams import pteams_inlezen

KOLOMMEN = {
    "pteams": ["code", "naam", "professie_code", "professie", "domein_code", "domein", "begin"],
    "medewerkers": ["personeelsnummer", "naam", "aanstelling_fte", "dienstverband", "in_dienst"],
    "pmanagers": ["pteam_code", "personeelsnummer", "pct", "begin"],
    "competenties": ["code", "naam"],
    "leeftijdsopbouw": ["peildatum", "professie_code", "cohort", "aantal", "fte"],
    "ppps": ["personeelsnummer"],
}

__all__ = [
    "KOLOMMEN",
    "competenties_inlezen",
    "leeftijdsopbouw_inlezen",
    "medewerkers_inlezen",
    "pmanagers_inlezen",
    "ppps_inlezen",
    "pteams_inlezen",
]
