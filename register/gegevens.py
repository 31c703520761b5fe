"""What the opdrachtenregister keeps about a person. It is kept by law, so nothing is removed."""

from typing import Any

from config.kern.eigen_gegevens import Onderdeel, Opschoning, Wie, rijen
from register.models import Inzet, Roltoewijzing

MEDEWERKER = "pdomein.medewerker"
TIJD = {
    "vanaf": "begin_geldigheid", "tot": "einde_geldigheid", "geregistreerd": "tijdstip_registratie",
    "achterhaald": "eind_registratie", "besluit": "besluit__kenmerk", "reden": "reden",
}


def _rollen(wie: Wie) -> list[dict[str, Any]]:
    return rijen(Roltoewijzing.objects.filter(medewerker=wie.sleutel(MEDEWERKER)), {
        "rol": "rol__naam", "opdracht": "opdracht__naam", "opgave": "opgave__naam",
        "O-domein": "odomein__naam", "professioneel domein": "domein__naam",
        "gremium": "gremium__naam", **TIJD,
    })


def _inzet(wie: Wie) -> list[dict[str, Any]]:
    return rijen(Inzet.objects.filter(medewerker=wie.sleutel(MEDEWERKER)), {
        "opdracht": "opdracht__naam", "rol in het team": "teamrol", "fte": "fte",
        "resultaat": "resultaat", **TIJD,
    })


ONDERDELEN = (
    Onderdeel(
        "rollen", "Je rollen in het register",
        "Het opdrachtenregister is wettelijk bewijs en blijft bewaard.", _rollen,
        ("register.roltoewijzing.medewerker",),
    ),
    Onderdeel(
        "inzet", "Je inzet op opdrachten",
        "Ook wat later is gecorrigeerd, want het register vergeet niets.", _inzet,
        ("register.inzet.medewerker",),
    ),
)
OPSCHONINGEN: tuple[Opschoning, ...] = ()
