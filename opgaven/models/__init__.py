from opgaven.models.aandacht import Escalatie, EscalatieStap, Idee, Knelpunt
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
from opgaven.models.penc import Momentopname, PencMoment
from opgaven.models.scenario import Herprogrammering, Scenario, ScenarioKeuze
from opgaven.models.sturing import (
    Decharge,
    Kader,
    Prioritering,
    Verantwoording,
    Verplaatsing,
    Vrijgave,
)
from opgaven.models.toets import Programmering, Toets
from opgaven.models.weergave import Portefeuilleweergave

__all__ = [
    "Afhankelijkheid",
    "Begroting",
    "Beleidsambitie",
    "Beleidsdoel",
    "Capaciteitsvraag",
    "Decharge",
    "Escalatie",
    "EscalatieStap",
    "GevraagdeCompetentie",
    "Herprogrammering",
    "Idee",
    "JaarplanBehoefte",
    "JaarplanToedeling",
    "Kader",
    "Knelpunt",
    "Mijlpaal",
    "Momentopname",
    "ODomein",
    "Opdracht",
    "Opgave",
    "OpgaveToedeling",
    "PencMoment",
    "Portefeuilleweergave",
    "Prioritering",
    "Programmering",
    "Risico",
    "Scenario",
    "ScenarioKeuze",
    "ScopeVersie",
    "Statusovergang",
    "Toets",
    "Verantwoording",
    "Verplaatsing",
    "Vrijgave",
]
