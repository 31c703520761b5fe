"""Refusals about vakgenootschappen and their expertisecentrum (R149-R152)."""

from collections.abc import Collection, Sequence

from config.kern.actor import Actor, Recht
from config.kern.fouten import Beletsel, geen_recht, invoer, toestand
from pdomein.models import Medewerker, Professie, PTeam, Vakgenootschap
from pdomein.rules.pteam import leiding
from pdomein.rules.tekst import beletsel_tekst


def beletsel_vakgenootschap_oprichten(
    *, naam: str, professie: Professie, pteams: Sequence[PTeam], bezet: Collection[str],
    heeft_al: bool, door: Actor,
) -> Beletsel | None:
    """Two or more teams with the same professie (R149)."""
    if not pteams:
        return invoer("Kies minstens twee P-teams.", "pteams")
    if geweigerd := leiding(door, list(pteams), "een vakgenootschap oprichten"):
        return geweigerd
    if len({t.pk for t in pteams}) < 2:
        return invoer("Kies minstens twee P-teams.", "pteams")
    if any(t.professie_id != professie.pk for t in pteams):
        return invoer(f"Alle teams hebben het vak {professie.naam}.", "pteams")
    if heeft_al:
        return toestand(f"Het vak {professie.naam} heeft al een vakgenootschap.", "professie")
    if bezet:
        return toestand(f"Hoort al bij een vakgenootschap: {', '.join(bezet)}.", "pteams")
    return beletsel_tekst(naam, veld="naam", label="de naam", maximum=120, verplicht=True)


def _bestaat(vakgenootschap: Vakgenootschap) -> Beletsel | None:
    return toestand("Dit vakgenootschap is opgeheven.") if vakgenootschap.einde else None


def beletsel_vakgenootschap_team_toevoegen(
    *, vakgenootschap: Vakgenootschap, pteam: PTeam, is_bezet: bool, door: Actor
) -> Beletsel | None:
    if geweigerd := leiding(door, [pteam], "dit team laten meedoen"):
        return geweigerd
    if pteam.professie_id != vakgenootschap.professie_id:
        return invoer("Dit team heeft een ander vak.", "pteam")
    if is_bezet:
        return toestand("Dit team hoort al bij een vakgenootschap.", "pteam")
    return _bestaat(vakgenootschap)


def beletsel_deelnemer_recht(
    *, medewerker: Medewerker, thuis: PTeam | None, door: Actor
) -> Beletsel | None:
    """Joining is aligned with the own P-manager (R123, R150, D26)."""
    if thuis is None:
        return toestand(f"{medewerker.naam} heeft geen P-team als thuis.", "medewerker")
    return leiding(door, [thuis], "een collega laten meedoen met een deel van de tijd")


def beletsel_vakgenootschap_deelnemer_vastleggen(
    *, vakgenootschap: Vakgenootschap, medewerker: Medewerker, thuis: PTeam | None, pct: int,
    is_lid: bool, al_bezet_pct: int, door: Actor,
) -> Beletsel | None:
    """Less than half of the time: more is a reason to move home (R150, Q25)."""
    if geweigerd := beletsel_deelnemer_recht(medewerker=medewerker, thuis=thuis, door=door):
        return geweigerd
    if is_lid:
        return toestand(f"{medewerker.naam} hoort er al bij, via het eigen P-team.", "medewerker")
    if not 1 <= pct < 50:
        return invoer("Kies een deel van 1 tot en met 49 procent van de tijd.", "pct")
    if al_bezet_pct + pct >= 100:
        return invoer("Samen met andere vakken is dat meer dan de hele tijd.", "pct")
    return _bestaat(vakgenootschap)


def beletsel_vakgenootschap_deelnemer_beeindigen(
    *, medewerker: Medewerker, thuis: PTeam | None, is_lopend: bool, door: Actor
) -> Beletsel | None:
    if not is_lopend:
        return toestand("Deze deelname is al gestopt.")
    if door.medewerker_id is not None and door.medewerker_id == medewerker.pk:
        return None
    return beletsel_deelnemer_recht(medewerker=medewerker, thuis=thuis, door=door)


def beletsel_vaknorm_recht(
    *, in_expertisecentrum: bool, door: Actor
) -> Beletsel | None:
    """The expertisecentrum cares for the norm (R151, R152)."""
    if in_expertisecentrum or door.is_systeem:
        return None
    return geen_recht("Alleen wie in het expertisecentrum zit, stelt de norm vast.")


def beletsel_vaknorm_vaststellen(
    *, vakgenootschap: Vakgenootschap, tekst: str, versie: int, huidige: int,
    in_expertisecentrum: bool, door: Actor,
) -> Beletsel | None:
    if geweigerd := beletsel_vaknorm_recht(in_expertisecentrum=in_expertisecentrum, door=door):
        return geweigerd
    if versie != huidige:
        return toestand("Intussen is er een nieuwe norm vastgesteld. Bekijk die eerst.", "tekst")
    return _bestaat(vakgenootschap) or beletsel_tekst(
        tekst, veld="tekst", label="de norm", maximum=20_000, verplicht=True, regels=True
    )


def beletsel_afgevaardigde_recht(*, pteam: PTeam, door: Actor) -> Beletsel | None:
    if door.heeft(Recht.PTEAM_LEIDEN, op=pteam):
        return None
    return geen_recht("Alleen de P-manager van dit team wijst afgevaardigden aan.")


def beletsel_afgevaardigde_aanwijzen(
    *, vakgenootschap: Vakgenootschap, pteam: PTeam, medewerker: Medewerker, doet_mee: bool,
    is_lid: bool, zit_er_al: bool, door: Actor,
) -> Beletsel | None:
    """Every team sends somebody of its own (R152)."""
    if geweigerd := beletsel_afgevaardigde_recht(pteam=pteam, door=door):
        return geweigerd
    if not doet_mee:
        return toestand("Dit team hoort niet bij dit vakgenootschap.", "pteam")
    if not is_lid:
        return invoer(f"{medewerker.naam} zit niet in dit team.", "medewerker")
    if zit_er_al:
        return toestand(f"{medewerker.naam} zit al in het expertisecentrum.", "medewerker")
    return _bestaat(vakgenootschap)


def beletsel_afgevaardigde_beeindigen(
    *, pteam: PTeam, is_lopend: bool, door: Actor
) -> Beletsel | None:
    if not is_lopend:
        return toestand("Deze afvaardiging is al gestopt.")
    return beletsel_afgevaardigde_recht(pteam=pteam, door=door)
