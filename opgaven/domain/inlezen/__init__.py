"""Files of a province into the O-domein; the same twice, with a report per row (R004, R403)."""

from opgaven.domain.inlezen.begroting import begroting_inlezen
from opgaven.domain.inlezen.capaciteitsvragen import capaciteitsvragen_inlezen
from opgaven.domain.inlezen.odomeinen import odomeinen_inlezen, toedelingen_inlezen
from opgaven.domain.inlezen.opdrachten import opdrachten_inlezen

KOLOMMEN = {
    "begroting": ["niveau", "code", "bovenliggende_code", "naam"],
    "odomeinen": ["code", "naam"],
    "toedelingen": ["opgave_code", "odomein_code", "begin", "besluitdatum"],
    "opdrachten": ["code", "naam", "opgave_code", "soort", "begrotingscode", "label"],
    "capaciteitsvragen": [
        "opdracht_code", "plaats", "omschrijving", "aantal", "fte", "schaal_van", "schaal_tot",
        "begin",
    ],
}

__all__ = [
    "KOLOMMEN",
    "begroting_inlezen",
    "capaciteitsvragen_inlezen",
    "odomeinen_inlezen",
    "opdrachten_inlezen",
    "toedelingen_inlezen",
]
