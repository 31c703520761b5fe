from opgaven.models.afhankelijkheid import Afhankelijkheid
from opgaven.models.begroting import Begroting, Beleidsambitie, Beleidsdoel
from opgaven.models.jaarplan import JaarplanBehoefte, JaarplanToedeling
from opgaven.models.opdracht import (
    Capaciteitsvraag,
    GevraagdeCompetentie,
    Mijlpaal,
    Opdracht,
    Risico,
    ScopeVersie,
    Statusovergang,
)
from opgaven.models.opgave import ODomein, Opgave, OpgaveToedeling
from opgaven.models.toets import Programmering, Toets

__all__ = [
    "Afhankelijkheid",
    "Begroting",
    "Beleidsambitie",
    "Beleidsdoel",
    "Capaciteitsvraag",
    "GevraagdeCompetentie",
    "JaarplanBehoefte",
    "JaarplanToedeling",
    "Mijlpaal",
    "ODomein",
    "Opdracht",
    "Opgave",
    "OpgaveToedeling",
    "Programmering",
    "Risico",
    "ScopeVersie",
    "Statusovergang",
    "Toets",
]
