"""What the P-domein keeps about a person, and for how long."""

from collections.abc import Callable
from datetime import datetime
from typing import Any

from config.kern.eigen_gegevens import Onderdeel, Opschoning, Wie, rijen
from config.kern.gegevens import grens
from config.kern.werkdagen import lokale_dag
from pdomein.enums_leren import Verzoekstatus
from pdomein.models import (
    PPP,
    Activiteitdeelname,
    Beschikbaarheid,
    Herkenning,
    Medewerker,
    Normstand,
    Ontwikkelafspraak,
    PPPToestemming,
    Rectificatieverzoek,
    Werkdrukmelding,
)
from pdomein.queries import eigen_gegevens

MEDEWERKER = "pdomein.medewerker"


def _van(sleutel: str) -> Callable[[Wie], Any]:
    """A part of what ``eigen_gegevens`` already collects."""
    def haal(wie: Wie) -> Any:
        medewerker = Medewerker.objects.filter(pk=wie.sleutel(MEDEWERKER)).first()
        return eigen_gegevens(medewerker)[sleutel] if medewerker else None
    return haal


def _afspraken(wie: Wie) -> list[dict[str, Any]]:
    return rijen(Ontwikkelafspraak.objects.filter(medewerker=wie.sleutel(MEDEWERKER)), {
        "wat": "doel", "hoe": "vorm", "waar": "route", "soort": "soort", "thema": "thema__naam",
        "competentie": "competentie__naam", "vanaf": "begin", "klaar": "klaar_op",
        "uren": "uren", "goede gesprek": "goede_gesprek_op", "budget": "budget",
        "budget besloten door": "budget_door__naam", "status": "status",
        "akkoord medewerker": "akkoord_medewerker_op", "akkoord P-manager": "akkoord_pmanager_op",
        "P-manager": "akkoord_pmanager__naam", "evaluatie": "evaluatie",
    })


def _toestemmingen(wie: Wie) -> list[dict[str, Any]]:
    return rijen(PPPToestemming.objects.filter(ppp__medewerker=wie.sleutel(MEDEWERKER)), {
        "aan": "aan__naam", "waarvoor": "waarvoor", "gegeven": "gegeven_op", "tot": "tot",
        "ingetrokken": "ingetrokken_op",
    })


def _herkenningen(wie: Wie) -> list[dict[str, Any]]:
    return rijen(Herkenning.objects.filter(rij__ppp__medewerker=wie.sleutel(MEDEWERKER)), {
        "competentie": "rij__competentie__naam", "niveau": "niveau", "door": "door__naam",
        "wanneer": "op",
    })


def _norm(wie: Wie) -> list[dict[str, Any]]:
    return rijen(Normstand.objects.filter(ppp__medewerker=wie.sleutel(MEDEWERKER)), {
        "norm": "norm__naam", "stand": "stand", "aantal": "aantal", "toelichting": "toelichting",
    })


def _activiteiten(wie: Wie) -> list[dict[str, Any]]:
    return rijen(Activiteitdeelname.objects.filter(medewerker=wie.sleutel(MEDEWERKER)), {
        "activiteit": "activiteit__titel", "wanneer": "activiteit__begin", "stand": "stand",
    })


def _verzoeken(wie: Wie) -> list[dict[str, Any]]:
    return rijen(Rectificatieverzoek.objects.filter(medewerker=wie.sleutel(MEDEWERKER)), {
        "onderwerp": "onderwerp", "wat klopt niet": "wat_klopt_niet",
        "wat moet het zijn": "wat_moet_het_zijn", "status": "status", "ingediend": "ingediend_op",
        "antwoord": "antwoord", "behandeld": "behandeld_op",
    })


def _werkdruk(wie: Wie) -> list[dict[str, Any]]:
    bron = Werkdrukmelding.objects.filter(medewerker=wie.sleutel(MEDEWERKER))
    velden = {v.verbose_name: v.name for v in Werkdrukmelding._meta.concrete_fields
              if not v.is_relation and v.name not in {"id", "public_id"}}
    return rijen(bron, {str(k): v for k, v in velden.items()})


def _vertrokken(sleutel: str, nu: datetime) -> Any:
    return Medewerker.objects.filter(uit_dienst__lt=lokale_dag(grens(sleutel, nu)))


def _opschoning(maak: Callable[[datetime], Any]) -> Callable[[datetime, bool], int]:
    """Count or remove the rows of a queryset; rows that hang under them do not count."""
    def doe(nu: datetime, droog: bool) -> int:
        bron = maak(nu)
        aantal = bron.count()
        if not droog:
            bron.delete()
        return aantal
    return doe


def _ppps(nu: datetime) -> Any:
    return PPP.objects.filter(medewerker__in=_vertrokken("BEWAAR_PPP_MAANDEN", nu))


def _oude_afspraken(nu: datetime) -> Any:
    weg = _vertrokken("BEWAAR_AFSPRAKEN_MAANDEN", nu)
    return Ontwikkelafspraak.objects.filter(medewerker__in=weg)


def _beschikbaarheden(nu: datetime) -> Any:
    voor = lokale_dag(grens("BEWAAR_BESCHIKBAARHEID_MAANDEN", nu))
    return Beschikbaarheid.objects.filter(einde__lt=voor)


def _deelnames(nu: datetime) -> Any:
    voor = grens("BEWAAR_DEELNAME_MAANDEN", nu)
    return Activiteitdeelname.objects.filter(activiteit__einde__lt=voor)


def _oude_verzoeken(nu: datetime) -> Any:
    klaar = Rectificatieverzoek.objects.exclude(status=Verzoekstatus.INGEDIEND)
    voor = grens("BEWAAR_VERZOEKEN_MAANDEN", nu)
    return klaar.filter(ingediend_op__lt=voor).exclude(behandeld_op__gte=voor)


ONDERDELEN = (
    Onderdeel(
        "medewerker", "Je personeelsgegevens", "Deze komen uit het personeelssysteem.",
        _van("medewerker"), ("pdomein.medewerker.gebruiker", "pdomein.medewerker.leidinggevende"),
    ),
    Onderdeel(
        "plaatsingen", "Je P-teams", "Waar je thuis bent en was.", _van("plaatsingen"),
        ("pdomein.plaatsing.medewerker",),
    ),
    Onderdeel(
        "aansluitingen", "Tijdelijk aangesloten bij", "Teams waar je tijdelijk bij bent.",
        _van("aansluitingen"), ("pdomein.aansluiting.medewerker",),
    ),
    Onderdeel(
        "pManagerVan", "P-manager van", "Teams die je leidt of leidde.", _van("pManagerVan"),
        ("pdomein.pmanageraanstelling.medewerker",),
    ),
    Onderdeel(
        "rolomvangen", "Deel van je tijd voor een rol", "Zoals P-management.",
        _van("rolomvangen"), ("pdomein.rolomvang.medewerker",),
    ),
    Onderdeel(
        "beschikbaarheden", "Perioden met minder uren", "Zonder reden: die staat hier niet.",
        _van("beschikbaarheden"), ("pdomein.beschikbaarheid.medewerker",),
    ),
    Onderdeel(
        "ppp", "Je PPP", "Alles wat er nu in staat.", _van("ppp"), ("pdomein.ppp.medewerker",)
    ),
    Onderdeel("pppVersies", "Eerdere versies van je PPP", "Alleen voor jou.", _van("pppVersies")),
    Onderdeel(
        "pppToestemmingen", "Wie je PPP mocht lezen", "Toestemmingen die je gaf.", _toestemmingen
    ),
    Onderdeel(
        "herkenningen", "Wie je competenties herkende", "Collega's die dit op het werk zagen.",
        _herkenningen,
    ),
    Onderdeel("norm", "Jij en de norm voor P-managers", "Wat je zelf invulde.", _norm),
    Onderdeel(
        "ontwikkelafspraken", "Ontwikkelafspraken", "Van jou en je P-manager.", _afspraken,
        ("pdomein.ontwikkelafspraak.medewerker",),
    ),
    Onderdeel(
        "activiteiten", "Activiteiten van je team", "Waar je was of komt.", _activiteiten,
        ("pdomein.activiteitdeelname.medewerker",),
    ),
    Onderdeel(
        "werkdrukmeldingen", "Meldingen van werkdruk", "Wat je zelf aangaf.", _werkdruk,
        ("pdomein.werkdrukmelding.medewerker",),
    ),
    Onderdeel(
        "rectificatieverzoeken", "Je verzoeken om rectificatie", "Met het antwoord.", _verzoeken,
        ("pdomein.rectificatieverzoek.medewerker",),
    ),
)
OPSCHONINGEN = (
    Opschoning("ppps", "PPP's van wie weg is", "BEWAAR_PPP_MAANDEN", _opschoning(_ppps)),
    Opschoning(
        "ontwikkelafspraken", "Ontwikkelafspraken van wie weg is", "BEWAAR_AFSPRAKEN_MAANDEN",
        _opschoning(_oude_afspraken),
    ),
    Opschoning(
        "beschikbaarheden", "Perioden met minder uren", "BEWAAR_BESCHIKBAARHEID_MAANDEN",
        _opschoning(_beschikbaarheden),
    ),
    Opschoning(
        "deelnames", "Aanwezigheid bij activiteiten", "BEWAAR_DEELNAME_MAANDEN",
        _opschoning(_deelnames),
    ),
    Opschoning(
        "rectificatieverzoeken", "Afgehandelde verzoeken", "BEWAAR_VERZOEKEN_MAANDEN",
        _opschoning(_oude_verzoeken),
    ),
)
