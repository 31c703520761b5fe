"""Refusals about the yearly list of P-teams (R164, R165, R180)."""

from datetime import date

from config.kern.actor import Actor, Recht
from config.kern.fouten import Beletsel, geen_recht, invoer, toestand
from config.kern.models import Gremium
from pdomein.enums_vak import Oordeel
from pdomein.models import ProfessioneelDomein, PTeamLijst, PTeamLijstRegel
from pdomein.rules.pteam import leiding
from pdomein.rules.tekst import beletsel_tekst

MET_UITLEG = (Oordeel.WIJZIGEN, Oordeel.NIET_GEWENST)
VAN_NIEUW = (Oordeel.NIEUW, Oordeel.NIET_GEWENST)


def is_beraad(gremium: Gremium | None, door: Actor) -> bool:
    return gremium is not None and door.heeft(Recht.AFWIJKING_BESLUITEN, op=gremium)


def beletsel_pteamlijst_openen(
    *, jaar: int, uiterlijk_op: date, bestaat: bool, gremium: Gremium | None, dag: date,
    door: Actor,
) -> Beletsel | None:
    """The directeuren M&O take the initiative (R164)."""
    if geweigerd := beletsel_pteamlijst_werken(gremium=gremium, door=door):
        return geweigerd
    if not dag.year <= jaar <= dag.year + 1:
        return invoer("Kies dit jaar of volgend jaar.", "jaar")
    if bestaat:
        return toestand(f"De lijst van {jaar} is er al.", "jaar")
    if uiterlijk_op < dag:
        return invoer("Kies een dag die nog komt.", "uiterlijk_op")
    return None


def beletsel_pteamlijst_werken(*, gremium: Gremium | None, door: Actor) -> Beletsel | None:
    if door.heeft_ergens(Recht.DOMEIN_REGIE) or is_beraad(gremium, door):
        return None
    return geen_recht("Alleen directeuren M&O en het P-beraad werken aan deze lijst.")


def beletsel_regel_recht(
    *, lijst: PTeamLijst, domein: ProfessioneelDomein, gremium: Gremium | None, door: Actor
) -> Beletsel | None:
    if lijst.is_vastgesteld:
        return toestand("Deze lijst is vastgesteld. Tussentijds besluit het P-beraad apart.")
    if door.heeft(Recht.DOMEIN_REGIE, op=domein) or is_beraad(gremium, door):
        return None
    return geen_recht("Alleen de directeur M&O van dit domein of het P-beraad oordeelt hierover.")


def beletsel_pteamlijst_regel_beoordelen(
    *, regel: PTeamLijstRegel, oordeel: str, toelichting: str, uiterlijk_op: date | None,
    gremium: Gremium | None, dag: date, door: Actor,
) -> Beletsel | None:
    if geweigerd := beletsel_regel_recht(
        lijst=regel.lijst, domein=regel.domein, gremium=gremium, door=door
    ):
        return geweigerd
    mag = VAN_NIEUW if regel.pteam_id is None else (
        Oordeel.BEHOUDEN, Oordeel.WIJZIGEN, Oordeel.NIET_GEWENST
    )
    if oordeel not in mag:
        return invoer("Kies een oordeel dat bij dit team past.", "oordeel")
    if oordeel == Oordeel.WIJZIGEN and (uiterlijk_op is None or uiterlijk_op <= dag):
        return invoer("Noem een dag na vandaag waarop dit geregeld is.", "uiterlijk_op")
    return beletsel_tekst(
        toelichting, veld="toelichting", label="de toelichting", maximum=2000, regels=True,
        verplicht=oordeel in MET_UITLEG,
    )


def beletsel_pteamlijst_regel_evalueren(
    *, regel: PTeamLijstRegel, evaluatie: str, door: Actor
) -> Beletsel | None:
    """The P-manager writes how the team goes; it feeds the recalibration (R180)."""
    return beletsel_evalueren_recht(regel=regel, door=door) or beletsel_tekst(
        evaluatie, veld="evaluatie", label="de evaluatie", maximum=4000, verplicht=True,
        regels=True,
    )


def beletsel_evalueren_recht(*, regel: PTeamLijstRegel, door: Actor) -> Beletsel | None:
    if regel.lijst.is_vastgesteld:
        return toestand("Deze lijst is vastgesteld.")
    if regel.pteam is None:
        return toestand("Dit team bestaat nog niet.")
    return leiding(door, [regel.pteam], "dit team evalueren")


def beletsel_pteamlijst_regel_toevoegen(
    *, lijst: PTeamLijst, naam: str, toelichting: str, domein: ProfessioneelDomein,
    bestaat: bool, gremium: Gremium | None, door: Actor,
) -> Beletsel | None:
    if geweigerd := beletsel_regel_recht(
        lijst=lijst, domein=domein, gremium=gremium, door=door
    ):
        return geweigerd
    if bestaat:
        return toestand("Een team met deze naam staat al op de lijst.", "naam")
    return beletsel_tekst(
        naam, veld="naam", label="de naam", maximum=120, verplicht=True
    ) or beletsel_tekst(
        toelichting, veld="toelichting", label="de toelichting", maximum=2000, regels=True,
        verplicht=True,
    )


def beletsel_pteamlijst_overleg_vastleggen(
    *, lijst: PTeamLijst, deelnemers: str, conclusies: str, gremium: Gremium | None, door: Actor
) -> Beletsel | None:
    """Who talked along, and what came of it (R164)."""
    if geweigerd := beletsel_pteamlijst_werken(gremium=gremium, door=door):
        return geweigerd
    if lijst.is_vastgesteld:
        return toestand("Deze lijst is vastgesteld.")
    return beletsel_tekst(
        deelnemers, veld="deelnemers", label="wie meespraken", maximum=500, verplicht=True,
        regels=True,
    ) or beletsel_tekst(
        conclusies, veld="conclusies", label="de conclusies", maximum=6000, verplicht=True,
        regels=True,
    )


def beletsel_pteamlijst_vaststellen(
    *, lijst: PTeamLijst, open_regels: int, gremium: Gremium | None, door: Actor
) -> Beletsel | None:
    """The P-beraad adopts the list, once every team was looked at (R165, R176)."""
    if not is_beraad(gremium, door):
        return geen_recht("Alleen het P-beraad stelt de lijst van P-teams vast.")
    if lijst.is_vastgesteld:
        return toestand("Deze lijst is al vastgesteld.")
    if open_regels:
        teams = "1 team is" if open_regels == 1 else f"{open_regels} teams zijn"
        return toestand(f"Nog niet klaar: {teams} nog niet bekeken.")
    if not lijst.conclusies.strip() or not lijst.deelnemers.strip():
        return toestand("Leg eerst vast wie meespraken en wat de conclusies zijn.")
    return None
