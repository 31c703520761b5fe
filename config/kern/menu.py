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
class Ingang:
    """One entry as the page shows it."""

    label: str
    url: str
    is_actief: bool


BEDRIJFSVOERING = (
    Recht.PTEAM_LEIDEN,
    Recht.DOMEIN_REGIE,
    Recht.AFWIJKING_BESLUITEN,
    Recht.CAPACITEIT_INZIEN,
)

MENU: tuple[Punt, ...] = (
    Punt("Start", ("matching:start", "kern:start")),
    Punt("Opdrachtenmarkt", ("matching:opdrachtenmarkt",)),
    Punt("Mijn PPP", ("pdomein:ppp-mijn", "pdomein:mijn-ppp", "pdomein:ppp")),
    Punt("Professionals", ("pdomein:professionals", "pdomein:professional-zoeken")),
    Punt("Mijn mensen", ("pdomein:mijn-mensen",), (Recht.PTEAM_LEIDEN,)),
    Punt("P-teams", ("pdomein:pteams", "pdomein:pteam-lijst")),
    Punt(
        "P-beraad", ("pdomein:beraad",),
        (Recht.AFWIJKING_BESLUITEN, Recht.DOMEIN_REGIE, Recht.MEDEWERKERS_BEHEREN),
    ),
    Punt("Opgaven", ("opgaven:opgaven", "opgaven:boom", "opgaven:opgave-lijst")),
    Punt("Samenhang", ("register:samenhang",), (Recht.OPDRACHT_INITIEREN,)),
    Punt("Programmeren", ("opgaven:programmering", "opgaven:besluitenlijsten")),
    Punt("Matching", ("matching:bord", "matching:matching-bord", "matching:procedures")),
    Punt(
        "Matchtafel",
        ("matching:matchtafels", "matching:matchtafel", "matching:sessies"),
        (Recht.MATCHTAFEL_DEELNEMEN, Recht.MATCHTAFEL_ONDERSTEUNEN),
    ),
    Punt("Register", ("register:register", "register:overzicht", "register:roltoewijzingen")),
    Punt(
        "Capaciteit", ("register:capaciteit", "matching:capaciteit"),
        (
            *BEDRIJFSVOERING, Recht.REGISTER_INZIEN, Recht.OPDRACHT_INITIEREN,
            Recht.OPDRACHT_STUREN,
        ),
    ),
    Punt("Signalen", ("pdomein:signalen", "kern:signalen"), BEDRIJFSVOERING),
    Punt(
        "Afwijkingen", ("kern:afwijkingen",),
        (*BEDRIJFSVOERING, Recht.BERADEN_ADVISEREN, Recht.REGISTER_INZIEN),
    ),
    Punt("Ideeën", ("opgaven:ideeen",), ("medewerker",)),
    Punt("Beheer", ("kern:beheer", "beheer"), (Recht.BEHEREN,)),
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


def ingangen(actor: Actor, huidig: str) -> list[Ingang]:
    """The entries for this person; the entry with the longest matching address is active."""
    paren = [(punt.label, pad(punt.namen)) for punt in MENU if punt.is_voor(actor)]
    zichtbaar = [(label, url) for label, url in paren if url]
    passend = [url for _, url in zichtbaar if huidig == url or (url != "/" and _onder(huidig, url))]
    actief = max(passend, key=len, default=None)
    return [Ingang(label, url, url == actief) for label, url in zichtbaar]


def _onder(huidig: str, url: str) -> bool:
    return huidig.startswith(url.rstrip("/") + "/")
