"""Refusals about adopting a teamplan and about what a team plans (R135, R137, R333)."""

from datetime import datetime

from config.kern.actor import Actor, Recht
from config.kern.fouten import Beletsel, geen_recht, invoer, toestand
from pdomein.enums_leren import ActiviteitSoort, Deelname
from pdomein.models import PTeam, Teamactiviteit, Teamplanversie
from pdomein.rules.tekst import beletsel_tekst


def van_team(pteam: PTeam, is_teamlid: bool, door: Actor) -> Beletsel | None:
    if is_teamlid or (not door.is_systeem and door.heeft(Recht.PTEAM_LEIDEN, op=pteam)):
        return None
    return geen_recht("Dit is voor de leden van het P-team en hun P-manager.")


def beletsel_teamplan_voorleggen(
    *, pteam: PTeam, is_teamlid: bool, leeg: list[str], heeft_open: bool, door: Actor
) -> Beletsel | None:
    """All seven sections are written before the plan is laid before the team (R135)."""
    if geweigerd := van_team(pteam, is_teamlid, door):
        return geweigerd
    if heeft_open:
        return toestand("Er ligt al een teamplan voor. Stem in of trek het in.")
    if leeg:
        return toestand(f"Vul eerst nog in: {'; '.join(leeg)}.")
    return None


def beletsel_teamplan_instemmen(
    *, versie: Teamplanversie, pteam: PTeam, is_teamlid: bool, door: Actor
) -> Beletsel | None:
    """The team says yes by a member, the P-manager for him- or herself; each once (R137)."""
    if geweigerd := van_team(pteam, is_teamlid, door):
        return geweigerd
    if versie.vastgesteld_op is not None:
        return toestand("Dit teamplan is al vastgesteld.")
    if versie.ingetrokken_op is not None:
        return toestand("Dit teamplan is ingetrokken.")
    leidt = door.heeft(Recht.PTEAM_LEIDEN, op=pteam)
    akkoord = versie.akkoord_pmanager_op if leidt else versie.akkoord_team_op
    if akkoord is not None:
        wie = "De P-manager" if leidt else "Het team"
        return toestand(f"{wie} is al akkoord.")
    return None


def beletsel_teamplan_intrekken(
    *, versie: Teamplanversie, pteam: PTeam, is_teamlid: bool, door: Actor
) -> Beletsel | None:
    if geweigerd := van_team(pteam, is_teamlid, door):
        return geweigerd
    if versie.vastgesteld_op is not None:
        return toestand("Een vastgesteld teamplan blijft staan. Leg een nieuwe versie voor.")
    if versie.ingetrokken_op is not None:
        return toestand("Dit teamplan is al ingetrokken.")
    return None


def beletsel_teamactiviteit_plannen(
    *, pteam: PTeam, is_teamlid: bool, titel: str, soort: str, begin: datetime, einde: datetime,
    plaats: str, omschrijving: str, aantal_teams: int, nu: datetime, door: Actor,
) -> Beletsel | None:
    """Every member may plan something: the team organises itself (R333, R334)."""
    if geweigerd := van_team(pteam, is_teamlid, door):
        return geweigerd
    if soort not in ActiviteitSoort.values:
        return invoer("Kies een soort.", "soort")
    if einde <= begin:
        return invoer("Een activiteit eindigt na het begin.", "einde")
    if (einde - begin).days > 7:
        return invoer("Een activiteit duurt hooguit een week.", "einde")
    if einde <= nu:
        return invoer("Plan een moment dat nog moet komen.", "begin")
    if aantal_teams > 20:
        return invoer("Nodig hooguit 20 andere teams uit.", "ook_voor")
    return (
        beletsel_tekst(
            titel, veld="titel", label="wat jullie gaan doen", maximum=150, verplicht=True
        )
        or beletsel_tekst(plaats, veld="plaats", label="de plaats", maximum=150)
        or beletsel_tekst(
            omschrijving, veld="omschrijving", label="de omschrijving", maximum=4000, regels=True
        )
    )


def _organiseert(activiteit: Teamactiviteit, door: Actor) -> Beletsel | None:
    if door.medewerker_id == activiteit.georganiseerd_door_id or door.heeft(
        Recht.PTEAM_LEIDEN, op=activiteit.pteam
    ):
        return None
    return geen_recht("Alleen wie dit organiseert of de P-manager kan dit.")


def beletsel_teamactiviteit_afgelasten(
    *, activiteit: Teamactiviteit, nu: datetime, door: Actor
) -> Beletsel | None:
    if geweigerd := _organiseert(activiteit, door):
        return geweigerd
    if activiteit.afgelast_op is not None:
        return toestand("Deze activiteit is al afgelast.")
    if activiteit.einde <= nu:
        return toestand("Deze activiteit is al geweest.")
    return None


def beletsel_activiteit_deelname_melden(
    *, activiteit: Teamactiviteit, is_genodigd: bool, stand: str, nu: datetime, door: Actor
) -> Beletsel | None:
    if door.medewerker_id is None or not is_genodigd:
        return geen_recht("Deze activiteit is voor de uitgenodigde P-teams.")
    if activiteit.afgelast_op is not None:
        return toestand("Deze activiteit is afgelast.")
    if activiteit.einde <= nu:
        return toestand("Deze activiteit is al geweest.")
    if stand not in {Deelname.KOMT, Deelname.KOMT_NIET}:
        return invoer("Kies of je komt.", "stand")
    return None


def beletsel_aanwezigheid_vastleggen(
    *, activiteit: Teamactiviteit, onbekend: int, nu: datetime, door: Actor
) -> Beletsel | None:
    """Afterwards: who was there. ``onbekend`` counts people who were not invited."""
    if geweigerd := _organiseert(activiteit, door):
        return geweigerd
    if activiteit.afgelast_op is not None:
        return toestand("Deze activiteit is afgelast.")
    if activiteit.begin > nu:
        return toestand("Deze activiteit is nog niet begonnen.")
    if onbekend:
        return invoer("Kies alleen mensen van de uitgenodigde teams.", "aanwezig")
    return None
