"""The main navigation as a table: label, the address by name, and for whom it is meant.

An entry whose address does not exist (yet) is left out. The menu shows ways in, it never
decides: a right "somewhere" is enough here, each page asks its own question.
"""

from dataclasses import dataclass

from django.urls import NoReverseMatch, reverse

from config.kern.actor import Actor, Recht

IEDEREEN = "iedereen"
Voorwaarde = Recht | str


@dataclass(frozen=True, slots=True)
class Punt:
    """``voor`` holds rights (held somewhere), role codes, or ``"iedereen"``; one is enough."""

    label: str
    namen: tuple[str, ...]
    voor: tuple[Voorwaarde, ...] = (IEDEREEN,)

    def is_voor(self, actor: Actor) -> bool:
        return any(
            actor.heeft_ergens(v) if isinstance(v, Recht) else v == IEDEREEN or v in actor.rollen
            for v in self.voor
        )


@dataclass(frozen=True, slots=True)
class Groep:
    """A part of the menu; its own link leads to its first entry."""

    label: str
    punten: tuple[Punt, ...]


@dataclass(frozen=True, slots=True)
class Ingang:
    """One entry as the page shows it."""

    label: str
    url: str
    is_actief: bool


@dataclass(frozen=True, slots=True)
class Menugroep:
    """One group as the page shows it, with at least one entry."""

    label: str
    ingangen: tuple[Ingang, ...]

    @property
    def url(self) -> str:
        return self.ingangen[0].url

    @property
    def is_actief(self) -> bool:
        return any(ingang.is_actief for ingang in self.ingangen)


BEDRIJFSVOERING = (
    Recht.PTEAM_LEIDEN, Recht.DOMEIN_REGIE, Recht.AFWIJKING_BESLUITEN, Recht.CAPACITEIT_INZIEN,
)
STURING = (
    *BEDRIJFSVOERING, Recht.REGISTER_INZIEN, Recht.OPDRACHT_INITIEREN, Recht.OPDRACHT_STUREN,
)
PROGRAMMEREN = (
    Recht.BESLUITENLIJST_OPSTELLEN, Recht.BESLUITENLIJST_VASTSTELLEN, Recht.OPDRACHT_INITIEREN,
    Recht.CAPACITEIT_INZIEN,
)
JAARPLAN = (
    Recht.PTEAM_LEIDEN, Recht.OPDRACHT_STUREN, Recht.OPDRACHT_UITVOEREN,
    Recht.OPDRACHT_INITIEREN, Recht.CAPACITEIT_INZIEN,
)
REGISTER = (Recht.REGISTER_INZIEN, Recht.REGISTER_MUTEREN)

MENU: tuple[Groep, ...] = (
    Groep("Mijn werk", (
        Punt("Start", ("matching:start", "kern:start")),
        Punt("Opdrachtenmarkt", ("matching:opdrachtenmarkt",)),
        Punt("Mijn reacties", ("matching:reacties",)),
        Punt("Mijn PPP", ("pdomein:ppp-mijn",)),
        Punt("Mijn ontwikkeling", ("pdomein:mijn-ontwikkeling",)),
        Punt("Mijn gegevens", ("pdomein:mijn-gegevens",)),
        Punt("Mijn agenda", ("matching:agenda",)),
        Punt("Ideeën", ("opgaven:ideeen",), ("medewerker",)),
    )),
    Groep("Mensen", (
        Punt("Mijn mensen", ("pdomein:mijn-mensen",), (Recht.PTEAM_LEIDEN,)),
        Punt("P-teams", ("pdomein:pteams",)),
        Punt("Professionals", ("pdomein:professionals",)),
        Punt("Competenties", ("pdomein:competenties",)),
        Punt("Vakgenootschappen", ("pdomein:vakgenootschappen",)),
        Punt("Domeinen", ("pdomein:domeinmodel",)),
        Punt("Capaciteit", ("register:capaciteit",), STURING),
        Punt(
            "P-beraad", ("pdomein:beraad",),
            (Recht.AFWIJKING_BESLUITEN, Recht.DOMEIN_REGIE, Recht.MEDEWERKERS_BEHEREN),
        ),
    )),
    Groep("Opgaven", (
        Punt("Opgaven", ("opgaven:opgaven",)),
        Punt("Opdrachten", ("opgaven:opdrachten",)),
        Punt("Samenhang", ("register:samenhang",), (Recht.OPDRACHT_INITIEREN,)),
        Punt("Programmeren", ("opgaven:programmering",)),
        Punt("Wat als", ("register:scenarios",), PROGRAMMEREN),
        Punt("Jaarplan", ("register:jaarplan",), JAARPLAN),
        Punt("Afhankelijkheden", ("opgaven:afhankelijkheden",)),
        Punt("Knelpunten", ("opgaven:knelpunten",)),
        Punt("Planning en control", ("opgaven:penc",), (*STURING, Recht.OPDRACHT_TOETSEN)),
        Punt(
            "Afwijkingen", ("kern:afwijkingen",),
            (*BEDRIJFSVOERING, Recht.BERADEN_ADVISEREN, Recht.REGISTER_INZIEN),
        ),
    )),
    Groep("Matching", (
        Punt("Procedures", ("matching:bord",)),
        Punt(
            "Matchtafel", ("matching:matchtafels",),
            (Recht.MATCHTAFEL_DEELNEMEN, Recht.MATCHTAFEL_ONDERSTEUNEN),
        ),
        Punt("Besluiten van de matchtafel", ("matching:matchtafel-besluiten",)),
        Punt("Externe werving", ("matching:wervingen",), STURING),
        Punt("Cijfers", ("matching:cijfers",), BEDRIJFSVOERING),
    )),
    Groep("Register", (
        Punt("Register", ("register:register",)),
        Punt("Bevoegdheid", ("register:bevoegdheid",)),
        Punt("Mandaten", ("register:mandaten",)),
        Punt("Rechtmatigheid", ("register:rechtmatigheid",), REGISTER),
        Punt("Besluiten", ("register:besluiten",), REGISTER),
        Punt("Dossiers", ("register:dossiers",), REGISTER),
        Punt("Bewijs", ("register:bewijs",), REGISTER),
    )),
    Groep("Beheer", (
        Punt("Beheer", ("kern:beheer",), (Recht.BEHEREN,)),
        Punt("Inzagen", ("kern:inzagen",), (Recht.INZAGEN_INZIEN,)),
    )),
)

PADEN: dict[str, tuple[str, ...]] = {
    "start": ("kern:start", "start"),
    "meldingen": ("kern:meldingen", "kern:berichten", "meldingen"),
    "inloggen": ("account_login",),
    "agenda": ("matching:agenda",),
    "uitloggen": ("account_logout",),
    "wachtwoord": ("account_change_password",),
    "herkennen": ("account_reauthenticate",),
    "tweestaps": ("mfa_index",),
    "ppp": ("pdomein:ppp-mijn", "pdomein:mijn-ppp", "pdomein:ppp"),
    "uitleg": ("matching:uitleg",),
    "feedback": ("kern:terugkoppeling",),
    "persoonsgegevens": ("kern:verwerkingen",),
    "woorden": ("kern:woorden",),
    "api": ("kern:api-naslag",),
    "klok": ("kern:klok-vooruitzetten", "kern:demo-klok", "demo-klok"),
    "toegankelijkheid": ("kern:toegankelijkheid",),
}


def pad(namen: tuple[str, ...]) -> str:
    """The first of these addresses that exists, or an empty string."""
    for naam in namen:
        try:
            return reverse(naam)
        except NoReverseMatch:
            continue
    return ""


def groepen(actor: Actor, huidig: str) -> list[Menugroep]:
    """The menu of this person; the entry with the longest matching address is active."""
    zichtbaar = [
        (groep.label, [(p.label, url) for p in groep.punten if p.is_voor(actor)
                       and (url := pad(p.namen))])
        for groep in MENU
    ]
    urls = [url for _, punten in zichtbaar for _, url in punten]
    passend = [url for url in urls if huidig == url or (url != "/" and _onder(huidig, url))]
    actief = max(passend, key=len, default=None)
    return [
        Menugroep(label, tuple(Ingang(naam, url, url == actief) for naam, url in punten))
        for label, punten in zichtbaar if punten
    ]


def _onder(huidig: str, url: str) -> bool:
    return huidig.startswith(url.rstrip("/") + "/")
