"""What matching keeps about a person, and for how long."""

from datetime import datetime
from typing import Any

from django.db.models import Q

from config.kern.eigen_gegevens import Onderdeel, Opschoning, Wie, rijen
from config.kern.gegevens import grens
from matching.models import (
    Kandidaat,
    Marktkeuze,
    Match,
    Reactie,
    Suggestie,
    VanWerkNaarWerk,
    Zoekopdracht,
)

MEDEWERKER = "pdomein.medewerker"
OPDRACHT = "procedure__matchvraag__opdracht__naam"


def _reacties(wie: Wie) -> list[dict[str, Any]]:
    return rijen(Reactie.objects.filter(medewerker=wie.sleutel(MEDEWERKER)), {
        "opdracht": f"publicatie__{OPDRACHT}", "toelichting": "toelichting",
        "meegestuurd profiel": "ppp", "deelt wensen": "deelt_wensen", "status": "status",
        "ingediend": "ingediend_op", "gezien": "gezien_op", "ingetrokken": "ingetrokken_op",
        "antwoord": "antwoord",
    })


def _kandidaturen(wie: Wie) -> list[dict[str, Any]]:
    return rijen(Kandidaat.objects.filter(medewerker=wie.sleutel(MEDEWERKER)), {
        "opdracht": f"agendapunt__{OPDRACHT}", "bron": "bron", "argument": "argument",
        "je instemming": "instemming_op", "gekozen": "gekozen", "geplaatst": "geplaatst_op",
        "geplaatst door": "geplaatst_door_naam",
    })


def _suggesties(wie: Wie) -> list[dict[str, Any]]:
    return rijen(Suggestie.objects.filter(medewerker=wie.sleutel(MEDEWERKER)), {
        "opdracht": OPDRACHT, "toelichting": "toelichting", "ontvangen": "ontvangen_op",
        "ontvangen van": "ontvangen_van",
    })


def _matches(wie: Wie) -> list[dict[str, Any]]:
    return rijen(Match.objects.filter(medewerker=wie.sleutel(MEDEWERKER)), {
        "opdracht": OPDRACHT, "vanaf": "begin", "tot": "einde", "fte": "fte",
        "belang organisatie": "motivatie_organisatie", "jouw ambitie": "motivatie_persoon",
        "status": "status", "voorgesteld": "voorgesteld_op", "definitief": "definitief_op",
    })


def _markt(wie: Wie) -> list[dict[str, Any]]:
    wiens = wie.sleutel(MEDEWERKER)
    keuzes = rijen(Marktkeuze.objects.filter(medewerker=wiens), {
        "opdracht": OPDRACHT, "keuze": "soort", "wanneer": "gekozen_op",
    })
    zoek = rijen(Zoekopdracht.objects.filter(medewerker=wiens), {
        "bewaarde zoekopdracht": "naam", "vraag": "vraag", "wanneer": "bewaard_op",
    })
    return [*keuzes, *zoek]


def _vwnw(wie: Wie) -> list[dict[str, Any]]:
    return rijen(VanWerkNaarWerk.objects.filter(medewerker=wie.sleutel(MEDEWERKER)), {
        "vanaf": "begin", "tot": "einde", "vastgelegd door": "vastgelegd_door_naam",
    })


def _reacties_opschonen(nu: datetime, droog: bool) -> int:
    """Empty what came along with a reaction, long after its procedure ended.

    That somebody reacted stays, for the account of the procedure; what was said goes.
    """
    oud = Reactie.objects.filter(
        publicatie__procedure__geeindigd_op__lt=grens("BEWAAR_REACTIES_MAANDEN", nu)
    ).filter(~Q(toelichting="") | ~Q(ppp={}))
    return oud.count() if droog else oud.update(toelichting="", ppp={}, antwoord="")


ONDERDELEN = (
    Onderdeel(
        "reacties", "Je reacties op de markt", "Met wat je toen meestuurde.", _reacties,
        ("matching.reactie.medewerker",),
    ),
    Onderdeel(
        "kandidaturen", "Jij op de matchtafel", "Ook als een ander je naam noemde.",
        _kandidaturen, ("matching.kandidaat.medewerker",),
    ),
    Onderdeel(
        "suggesties", "Suggesties over jou", "Van het recruitmentsysteem.", _suggesties,
        ("matching.suggestie.medewerker",),
    ),
    Onderdeel(
        "matches", "Je matches", "Voorgesteld en definitief.", _matches,
        ("matching.match.medewerker",),
    ),
    Onderdeel(
        "markt", "Wat je op de markt bewaarde", "Bladwijzers en zoekopdrachten.", _markt,
        ("matching.marktkeuze.medewerker", "matching.zoekopdracht.medewerker"),
    ),
    Onderdeel(
        "van-werk-naar-werk", "Van werk naar werk", "Wanneer je op die lijst stond.", _vwnw,
        ("matching.vanwerknaarwerk.medewerker",),
    ),
)
OPSCHONINGEN = (
    Opschoning(
        "reacties", "Wat met een reactie meeging", "BEWAAR_REACTIES_MAANDEN", _reacties_opschonen
    ),
)
