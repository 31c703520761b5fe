"""Refusals about what stands around a PPP (R144, R146, R345, R347, R393, R395)."""

from datetime import date, timedelta

from config.kern.actor import Actor, Recht
from config.kern.fouten import Beletsel, geen_recht, invoer, toestand
from pdomein.enums_leren import Mentorwens, Normrubriek, Normstaat, Openheid
from pdomein.models import PPP, Medewerker, Norm, PPPCompetentie, PPPVersie
from pdomein.rules.ppp import eigen
from pdomein.rules.tekst import beletsel_tekst

TOESTEMMING_MAX = timedelta(days=366)
GEEN_GEZONDHEID = (
    "Schrijf hier niets over gezondheid, ziekte of privé. Dat hoort niet in dit programma."
)


def beletsel_ppp_versie_bewaren(
    *, medewerker: Medewerker, ppp: PPP | None, aanleiding: str, door: Actor
) -> Beletsel | None:
    if geweigerd := eigen(medewerker, door):
        return geweigerd
    if ppp is None:
        return toestand("Je hebt nog geen PPP om te bewaren.")
    return beletsel_tekst(
        aanleiding, veld="aanleiding", label="waarom je bewaart", maximum=120
    )


def beletsel_ppp_versie_terugzetten(
    *, medewerker: Medewerker, ppp: PPP | None, versie: PPPVersie, door: Actor
) -> Beletsel | None:
    if geweigerd := eigen(medewerker, door):
        return geweigerd
    if ppp is None or versie.ppp_id != ppp.pk:
        return geen_recht("Deze versie hoort niet bij je PPP.")
    return None


def beletsel_ppp_aanbod_vastleggen(
    *, medewerker: Medewerker, mentor: str, mentor_onderwerp: str, openheid: str,
    open_vanaf: date | None, aantal_professies: int, door: Actor,
) -> Beletsel | None:
    """What somebody offers colleagues: mentor, other work, more than one vak (R339, R393)."""
    if geweigerd := eigen(medewerker, door):
        return geweigerd
    if mentor and mentor not in Mentorwens.values:
        return invoer("Kies of je mentor wilt zijn of er een zoekt.", "mentor")
    if openheid and openheid not in Openheid.values:
        return invoer("Kies of je open staat voor ander werk.", "openheid")
    if open_vanaf is not None and openheid not in {Openheid.JA, Openheid.OVERLEG}:
        return invoer("Een datum hoort bij ja of misschien.", "open_vanaf")
    if aantal_professies > 6:
        return invoer("Kies hooguit zes vakken.", "professies")
    return beletsel_tekst(
        mentor_onderwerp, veld="mentor_onderwerp", label="waarover", maximum=200
    )


def beletsel_ppp_toestemming_geven(
    *, medewerker: Medewerker, ppp: PPP | None, aan: Medewerker, waarvoor: str, tot: date,
    heeft_al: bool, vandaag: date, door: Actor,
) -> Beletsel | None:
    """Only the owner lets somebody read everything, for a purpose and for a while."""
    if geweigerd := eigen(medewerker, door):
        return geweigerd
    if ppp is None:
        return toestand("Je hebt nog geen PPP om te delen.")
    if aan.pk == medewerker.pk:
        return invoer("Je leest je eigen PPP al.", "aan")
    if not aan.is_in_dienst(vandaag):
        return invoer(f"{aan.naam} werkt hier niet.", "aan")
    if heeft_al:
        return toestand(f"{aan.naam} mag je PPP al lezen.", "aan")
    if not vandaag < tot <= vandaag + TOESTEMMING_MAX:
        return invoer("Kies een dag die nog moet komen, hooguit een jaar vooruit.", "tot")
    return beletsel_tekst(
        waarvoor, veld="waarvoor", label="waarvoor", maximum=200, verplicht=True
    )


def beletsel_ppp_toestemming_intrekken(
    *, medewerker: Medewerker, is_ingetrokken: bool, door: Actor
) -> Beletsel | None:
    if geweigerd := eigen(medewerker, door):
        return geweigerd
    if is_ingetrokken:
        return toestand("Deze toestemming is al ingetrokken.")
    return None


def beletsel_competentie_herkennen(
    *, rij: PPPCompetentie | None, medewerker: Medewerker, ziet_competenties: bool,
    heeft_al: bool, door: Actor,
) -> Beletsel | None:
    """A colleague who may see the competentie may say: I have seen this at work (R347)."""
    if door.medewerker_id is None:
        return geen_recht("Alleen een collega kan een competentie herkennen.")
    if door.medewerker_id == medewerker.pk:
        return geen_recht("Je eigen competentie laat je door een ander herkennen.")
    if rij is None or not ziet_competenties:
        return geen_recht("Deze competentie deelt je collega niet met jou.")
    if heeft_al:
        return toestand("Je hebt deze competentie al herkend.")
    return None


def beletsel_norm_vastleggen(
    *, naam: str, rubriek: str, toelichting: str, minimum: int | None, door: Actor
) -> Beletsel | None:
    """The norm is still to be worked out: who steers the P-managers keeps it (DT-28)."""
    if geweigerd := beletsel_norm_beheren(door=door):
        return geweigerd
    if rubriek not in Normrubriek.values:
        return invoer("Kies een rubriek.", "rubriek")
    if minimum is not None and not 0 <= minimum <= 400:
        return invoer("Een aantal per jaar ligt tussen 0 en 400.", "minimum")
    return beletsel_tekst(
        naam, veld="naam", label="de norm", maximum=200, verplicht=True
    ) or beletsel_tekst(toelichting, veld="toelichting", label="de toelichting", maximum=500)


def beletsel_norm_beheren(*, door: Actor) -> Beletsel | None:
    if door.heeft_ergens(Recht.DOMEIN_REGIE) or door.heeft(Recht.MEDEWERKERS_BEHEREN):
        return None
    return geen_recht("Alleen een directeur M&O of een beheerder wijzigt de norm voor P-managers.")


def beletsel_norm_vervallen(*, norm: Norm, door: Actor) -> Beletsel | None:
    if geweigerd := beletsel_norm_beheren(door=door):
        return geweigerd
    if norm.vervallen_op is not None:
        return toestand("Deze norm is al vervallen.")
    return None


def beletsel_normstand_vastleggen(
    *, medewerker: Medewerker, is_pmanager: bool, norm: Norm, stand: str, toelichting: str,
    aantal: int | None, door: Actor,
) -> Beletsel | None:
    """A P-manager says in the own PPP how he or she relates to the norm (R144)."""
    if geweigerd := eigen(medewerker, door):
        return geweigerd
    if not is_pmanager:
        return toestand("De norm geldt voor P-managers.")
    if norm.vervallen_op is not None:
        return toestand("Deze norm is vervallen.")
    if stand not in Normstaat.values:
        return invoer("Kies hoe ver je bent.", "stand")
    if aantal is not None and not 0 <= aantal <= 1000:
        return invoer("Een aantal ligt tussen 0 en 1.000.", "aantal")
    return beletsel_tekst(toelichting, veld="toelichting", label="de toelichting", maximum=500)
