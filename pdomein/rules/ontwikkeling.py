"""Refusals about learning agreements: of the person and the own P-manager only (R139, R142)."""

from datetime import date, timedelta
from decimal import Decimal

from config.kern.actor import Actor, Recht
from config.kern.fouten import Beletsel, geen_recht, invoer, toestand
from pdomein.afspraak import Afspraak
from pdomein.enums_leren import AfspraakStatus, Leerroute, Leersoort, Leervorm
from pdomein.models import Ontwikkelafspraak, PTeam
from pdomein.rules.tekst import beletsel_tekst

EIGEN, PMANAGER = "eigen", "pmanager"
OPEN = {AfspraakStatus.VOORSTEL, AfspraakStatus.AFGESPROKEN}
LANGSTE = timedelta(days=5 * 366)


def _van_twee(lezer: str) -> Beletsel | None:
    if lezer in {EIGEN, PMANAGER}:
        return None
    return geen_recht("Een ontwikkelafspraak is van de medewerker en de eigen P-manager.")


def _open(afspraak: Ontwikkelafspraak) -> Beletsel | None:
    if afspraak.status not in OPEN:
        return toestand("Deze afspraak is al afgesloten.")
    return None


def _vorm(inhoud: Afspraak, vandaag: date) -> Beletsel | None:
    if inhoud.vorm not in Leervorm.values:
        return invoer("Kies hoe je dit leert.", "vorm")
    if inhoud.route not in Leerroute.values:
        return invoer("Kies waar je dit leert.", "route")
    if inhoud.soort not in Leersoort.values:
        return invoer("Kies of dit verplicht is.", "soort")
    if not 0 <= inhoud.uren <= 2000:
        return invoer("Een aantal uren ligt tussen 0 en 2.000.", "uren")
    if inhoud.klaar_op < inhoud.begin:
        return invoer("De afspraak is klaar op of na de eerste dag.", "klaar_op")
    if inhoud.klaar_op - inhoud.begin > LANGSTE:
        return invoer("Een afspraak duurt hooguit vijf jaar. Maak er meer van.", "klaar_op")
    if inhoud.goede_gesprek_op is not None and inhoud.goede_gesprek_op > vandaag:
        return invoer("Het goede gesprek is al geweest. Kies een eerdere dag.", "goede_gesprek_op")
    if inhoud.academie_url and not inhoud.academie_url.startswith(("https://", "http://")):
        return invoer("Een adres begint met https://.", "academie_url")
    return (
        beletsel_tekst(
            inhoud.doel, veld="doel", label="wat je gaat leren", maximum=250, verplicht=True
        )
        or beletsel_tekst(
            inhoud.academie_code, veld="academie_code", label="de cursuscode", maximum=60
        )
        or beletsel_tekst(
            inhoud.academie_url, veld="academie_url", label="het adres", maximum=200
        )
    )


def beletsel_ontwikkelafspraak_voorstellen(
    *, inhoud: Afspraak, lezer: str, in_dienst: bool, vandaag: date
) -> Beletsel | None:
    """Either of the two may propose, at any time: no yearly form (R337)."""
    if geweigerd := _van_twee(lezer):
        return geweigerd
    if not in_dienst:
        return toestand("Deze collega is niet in dienst.")
    return _vorm(inhoud, vandaag)


def beletsel_ontwikkelafspraak_wijzigen(
    *, afspraak: Ontwikkelafspraak, inhoud: Afspraak, lezer: str, vandaag: date
) -> Beletsel | None:
    return _van_twee(lezer) or _open(afspraak) or _vorm(inhoud, vandaag)


def beletsel_ontwikkelafspraak_instemmen(
    *, afspraak: Ontwikkelafspraak, lezer: str
) -> Beletsel | None:
    """Each of the two says yes once."""
    if geweigerd := _van_twee(lezer) or _open(afspraak):
        return geweigerd
    eigen = afspraak.akkoord_medewerker_op if lezer == EIGEN else afspraak.akkoord_pmanager_op
    if eigen is not None:
        return toestand("Jij bent al akkoord.")
    return None


def beletsel_ontwikkelafspraak_afsluiten(
    *, afspraak: Ontwikkelafspraak, is_gedaan: bool, evaluatie: str, lezer: str
) -> Beletsel | None:
    """Done asks an agreement and one line of what it brought; lapse is always possible."""
    if geweigerd := _van_twee(lezer) or _open(afspraak):
        return geweigerd
    if is_gedaan and afspraak.status != AfspraakStatus.AFGESPROKEN:
        return toestand("Jullie zijn nog niet allebei akkoord met deze afspraak.")
    return beletsel_tekst(
        evaluatie, veld="evaluatie", label="wat het opleverde", maximum=1000,
        verplicht=is_gedaan, regels=True,
    )


def beletsel_opleidingsbudget_besluiten(
    *, afspraak: Ontwikkelafspraak, budget: Decimal | None, lezer: str
) -> Beletsel | None:
    """The P-manager decides about (extra) opleidingsbudget (R329)."""
    if lezer != PMANAGER:
        return geen_recht("Alleen de eigen P-manager besluit over het opleidingsbudget.")
    if geweigerd := _open(afspraak):
        return geweigerd
    if budget is not None and not 0 <= budget <= 250_000:
        return invoer("Een budget ligt tussen 0 en 250.000 euro.", "budget")
    return None


def beletsel_ontwikkelafspraken_inzien(*, lezer: str) -> Beletsel | None:
    return _van_twee(lezer)


def beletsel_basisonderdeel_vastleggen(
    *, naam: str, academie_code: str, door: Actor
) -> Beletsel | None:
    """The obligatory package is decided by who steers the P-domein (R360)."""
    if geweigerd := beletsel_basispakket_beheren(door=door):
        return geweigerd
    return beletsel_tekst(
        naam, veld="naam", label="het onderdeel", maximum=200, verplicht=True
    ) or beletsel_tekst(
        academie_code, veld="academie_code", label="de cursuscode", maximum=60
    )


def beletsel_basisonderdeel_vervallen(*, is_vervallen: bool, door: Actor) -> Beletsel | None:
    if geweigerd := beletsel_basispakket_beheren(door=door):
        return geweigerd
    return toestand("Dit onderdeel is al vervallen.") if is_vervallen else None


def beletsel_basispakket_beheren(*, door: Actor) -> Beletsel | None:
    if door.heeft_ergens(Recht.DOMEIN_REGIE) or door.heeft(Recht.MEDEWERKERS_BEHEREN):
        return None
    return geen_recht("Alleen een directeur M&O of een beheerder wijzigt het basispakket.")


def beletsel_leervraag_inzien(*, door: Actor) -> Beletsel | None:
    if door.heeft_ergens(Recht.DOMEIN_REGIE) or door.heeft(Recht.CAPACITEIT_INZIEN):
        return None
    return geen_recht("Alleen wie over capaciteit of een domein gaat, ziet de leervraag.")


def beletsel_schouw_inzien(*, pteam: PTeam, door: Actor) -> Beletsel | None:
    """For who leads or steers the team (R336)."""
    if (
        door.heeft(Recht.PTEAM_LEIDEN, op=pteam) or door.heeft(Recht.DOMEIN_REGIE, op=pteam.domein)
        or door.heeft(Recht.CAPACITEIT_INZIEN)
    ):
        return None
    return geen_recht("Dit overzicht is voor wie dit team leidt of aanstuurt.")
