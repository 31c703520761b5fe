from config.kern.models.afwijking import Afwijking
from config.kern.models.agendafeed import Agendafeed
from config.kern.models.basis import MetPubliekId
from config.kern.models.beraad import (
    Aanwezige,
    Beraadsadvies,
    Beraadspunt,
    Doorgeleiding,
    Verslag,
)
from config.kern.models.bericht import Bericht, BerichtQuerySet, Bezorgkeuze
from config.kern.models.gebruiker import DemoKlok, Demorol, Gebruiker
from config.kern.models.gremium import Besluit, Besluitenlijst, Document, Gremium, Vergadering
from config.kern.models.hartslag import Hartslag
from config.kern.models.instelling import Instelling, NietWerkdag
from config.kern.models.logregel import Inzage, Logregel
from config.kern.models.terugkoppeling import Terugkoppeling

__all__ = [
    "Aanwezige",
    "Afwijking",
    "Agendafeed",
    "Beraadsadvies",
    "Beraadspunt",
    "Bericht",
    "BerichtQuerySet",
    "Besluit",
    "Besluitenlijst",
    "Bezorgkeuze",
    "DemoKlok",
    "Demorol",
    "Document",
    "Doorgeleiding",
    "Gebruiker",
    "Gremium",
    "Hartslag",
    "Instelling",
    "Inzage",
    "Logregel",
    "MetPubliekId",
    "NietWerkdag",
    "Terugkoppeling",
    "Vergadering",
    "Verslag",
]
