"""Refusals about the PPP: it belongs to its owner (R141, R143, R345)."""

from datetime import date

from config.kern.actor import Actor
from config.kern.fouten import Beletsel, geen_recht, invoer, toestand
from pdomein.enums import Niveau, Zichtbaarheid
from pdomein.models import PPP, Competentie, Medewerker, PPPCompetentie
from pdomein.profiel import PPPInhoud
from pdomein.rules.tekst import beletsel_tekst

DEEL_MAX = 6000
DELEN = {
    "kennis_en_kunde": "deel 1, kennis en kunde",
    "ontwikkelen": "deel 2, ontwikkelen",
    "bellen_voor": "deel 3, waar we jou voor kunnen bellen",
}


def eigen(medewerker: Medewerker, door: Actor) -> Beletsel | None:
    if door.is_systeem or (door.medewerker_id and door.medewerker_id == medewerker.pk):
        return None
    return geen_recht("Alleen de eigenaar kan een PPP wijzigen.")


def beletsel_ppp_opslaan(
    *, medewerker: Medewerker, huidige_versie: int, versie: int | None, teksten: dict[str, str],
    zichtbaar: dict[str, str], door: Actor,
) -> Beletsel | None:
    """``versie`` is what the writer saw; another tab may have saved meanwhile."""
    if geweigerd := eigen(medewerker, door):
        return geweigerd
    if versie is not None and versie != huidige_versie:
        return toestand(
            "Je PPP is intussen in een ander venster gewijzigd. Je tekst staat hier nog. Lees wat "
            "er nu opgeslagen staat en kies dan Opslaan."
        )
    for veld, waarde in zichtbaar.items():
        if waarde not in Zichtbaarheid.values:
            return invoer("Kies wie dit deel mag zien.", veld)
    for veld, waarde in teksten.items():
        if b := beletsel_tekst(
            waarde, veld=veld, label=DELEN[veld], maximum=DEEL_MAX, regels=True
        ):
            return b
    return None


def beletsel_ppp_overnemen(
    *, medewerker: Medewerker, heeft_ppp: bool, inhoud: PPPInhoud, gepubliceerd: bool,
    vandaag: date, door: Actor,
) -> Beletsel | None:
    """Only for a person without a PPP; a published one has its three parts."""
    if not door.is_systeem:
        return geen_recht("Een PPP wordt alleen bij de eerste vulling overgenomen.")
    if heeft_ppp:
        return toestand(f"{medewerker.naam} heeft al een PPP.")
    leeg = [naam for veld, naam in DELEN.items() if not getattr(inhoud, veld).strip()]
    if gepubliceerd and leeg:
        return invoer(f"Een gepubliceerd PPP is volledig. Leeg is: {'; '.join(leeg)}.")
    for veld, naam in DELEN.items():
        if b := beletsel_tekst(
            getattr(inhoud, veld), veld=veld, label=naam, maximum=DEEL_MAX, regels=True
        ):
            return b
    codes = [c.code for c, *_ in inhoud.competenties]
    if len(codes) != len(set(codes)):
        return invoer("Een competentie staat twee keer in dit PPP.", "competenties")
    for competentie, niveau, bewijs, _ in inhoud.competenties:
        if b := _competentie(competentie, niveau, bewijs, vandaag):
            return b
    return None


def beletsel_ppp_publiceren(
    *, medewerker: Medewerker, ppp: PPP | None, vandaag: date, door: Actor
) -> Beletsel | None:
    """Publishing is an own act and asks all three parts (R141, R143)."""
    if geweigerd := eigen(medewerker, door):
        return geweigerd
    if not medewerker.is_in_dienst(vandaag):
        return toestand("Je bent niet meer in dienst.")
    if ppp is not None and ppp.gepubliceerd_op is not None:
        return toestand("Je PPP is al gepubliceerd.")
    leeg = [naam for veld, naam in DELEN.items() if not (getattr(ppp, veld, "") or "").strip()]
    if leeg:
        return toestand(f"Vul eerst nog in: {'; '.join(leeg)}.")
    return None


def beletsel_ppp_intrekken(
    *, medewerker: Medewerker, ppp: PPP | None, door: Actor
) -> Beletsel | None:
    if geweigerd := eigen(medewerker, door):
        return geweigerd
    if ppp is None or ppp.gepubliceerd_op is None:
        return toestand("Je PPP is niet gepubliceerd.")
    return None


def beletsel_ppp_bevestigen(
    *, medewerker: Medewerker, ppp: PPP | None, door: Actor
) -> Beletsel | None:
    if geweigerd := eigen(medewerker, door):
        return geweigerd
    if ppp is None:
        return toestand("Je hebt nog geen PPP om te bevestigen.")
    return None


def beletsel_ppp_pauzeren(
    *, medewerker: Medewerker, ppp: PPP | None, tot: date, vandaag: date, door: Actor
) -> Beletsel | None:
    """A pause hides a published PPP until ``tot``; it always has an end."""
    if geweigerd := eigen(medewerker, door):
        return geweigerd
    if ppp is None or ppp.gepubliceerd_op is None:
        return toestand("Alleen een gepubliceerd PPP kun je pauzeren.")
    if tot <= vandaag:
        return invoer("Kies een dag die nog moet komen.", "tot")
    if (tot - vandaag).days > 366:
        return invoer("Een pauze duurt hooguit een jaar. Kies een eerdere dag.", "tot")
    return None


def beletsel_ppp_hervatten(
    *, medewerker: Medewerker, ppp: PPP | None, door: Actor
) -> Beletsel | None:
    if geweigerd := eigen(medewerker, door):
        return geweigerd
    if ppp is None or ppp.pauze_tot is None:
        return toestand("Je PPP staat niet op pauze.")
    return None


def beletsel_ppp_competentie_vastleggen(
    *, medewerker: Medewerker, competentie: Competentie, niveau: int, bewijs: str, aantal: int,
    vandaag: date, door: Actor,
) -> Beletsel | None:
    """``aantal`` counts the other competenties in this PPP."""
    if geweigerd := eigen(medewerker, door):
        return geweigerd
    if aantal >= 40:
        return toestand("In een PPP passen hooguit 40 competenties.", "competentie")
    return _competentie(competentie, niveau, bewijs, vandaag)


def _competentie(
    competentie: Competentie, niveau: int, bewijs: str, vandaag: date
) -> Beletsel | None:
    if competentie.vervallen_op is not None and competentie.vervallen_op <= vandaag:
        return toestand("Deze competentie staat niet meer op de lijst.", "competentie")
    if niveau not in Niveau.values:
        return invoer("Kies een niveau van 1 tot en met 5.", "niveau")
    return beletsel_tekst(bewijs, veld="bewijs", label="waar dat uit blijkt", maximum=250)


def beletsel_ppp_competentie_verwijderen(
    *, medewerker: Medewerker, rij: PPPCompetentie | None, door: Actor
) -> Beletsel | None:
    if geweigerd := eigen(medewerker, door):
        return geweigerd
    if rij is None:
        return toestand("Deze competentie staat niet meer in je PPP.")
    return None


def beletsel_ppp_inzien(*, door: Actor) -> Beletsel | None:
    """Everybody inside may look at what a colleague shows; who looks is always a person."""
    if door.gebruiker_id is None and not door.is_systeem:
        return geen_recht("Log in om een profiel te bekijken.")
    return None
