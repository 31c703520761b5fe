"""Refusals about P-teams, placements and P-managers (EISEN 1.7, 1.8, 1.10)."""

from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal

from config.kern.actor import Actor, Recht
from config.kern.fouten import Beletsel, geen_recht, invoer, toestand
from config.kern.models import Gremium
from config.kern.periode import dag_kort
from pdomein.enums import AansluitingSoort, Dienstverband, Initiatief, Leeskring
from pdomein.models import Aansluiting, Medewerker, ProfessioneelDomein, PTeam
from pdomein.rules.tekst import beletsel_code, beletsel_tekst
from pdomein.teamgrootte import SPAN_ONDERGRENS_PCT

TIJDELIJK_ERBIJ = {Dienstverband.EXTERN, Dienstverband.TRAINEE, Dienstverband.STAGIAIR}
TEAMPLAN_MAX = 10_000


def regie(door: Actor, domein: ProfessioneelDomein, wat: str) -> Beletsel | None:
    if door.heeft(Recht.DOMEIN_REGIE, op=domein) or door.heeft(Recht.MEDEWERKERS_BEHEREN):
        return None
    return geen_recht(f"Alleen de directeur M&O van dit domein of een beheerder kan {wat}.")


def leiding(door: Actor, teams: list[PTeam], wat: str) -> Beletsel | None:
    """The P-manager of one of the teams may; so may who steers the domain of the first."""
    if any(door.heeft(Recht.PTEAM_LEIDEN, op=t) for t in teams):
        return None
    if regie(door, teams[0].domein, wat) is None:
        return None
    return geen_recht(
        f"Alleen de P-manager, de directeur M&O van dit domein of een beheerder kan {wat}."
    )


def beletsel_pteam_oprichten(
    *, code: str, naam: str, domein: ProfessioneelDomein, formatie_fte: Decimal, door: Actor
) -> Beletsel | None:
    return regie(door, domein, "een P-team oprichten") or _pteam_vorm(code, naam, formatie_fte)


def beletsel_pteam_bijwerken(
    *, pteam: PTeam, naam: str, formatie_fte: Decimal, door: Actor
) -> Beletsel | None:
    return regie(door, pteam.domein, "een P-team wijzigen") or _pteam_vorm(
        pteam.code, naam, formatie_fte
    )


def _pteam_vorm(code: str, naam: str, formatie_fte: Decimal) -> Beletsel | None:
    if not 0 <= formatie_fte < 10_000:
        return invoer("De formatie ligt tussen 0 en 10.000 fte.", "formatie_fte")
    return beletsel_code(code) or beletsel_tekst(
        naam, veld="naam", label="de naam", maximum=120, verplicht=True
    )


def beletsel_plaatsing_vastleggen(
    *, medewerker: Medewerker, pteam: PTeam, begin: date, initiatief: str, reden: str,
    heeft_latere: bool, huidig_pteam: PTeam | None, huidig_begin: date | None,
    is_al_overgestapt: bool = False, door: Actor,
) -> Beletsel | None:
    """One home on every day; the organisation's interest needs a reason (R120, R166, R172)."""
    teams = [pteam] if huidig_pteam is None else [pteam, huidig_pteam]
    if geweigerd := leiding(door, teams, "iemand in dit P-team plaatsen"):
        return geweigerd
    if medewerker.dienstverband in TIJDELIJK_ERBIJ:
        return toestand(
            f"{medewerker.naam} is tijdelijk bij een team. Leg een aansluiting vast.", "medewerker"
        )
    return (
        in_dienst(medewerker, begin)
        or pteam_bestaat(pteam, begin)
        or _blijft_bestaan(pteam, medewerker)
        or _nieuwe_plek(pteam, begin, heeft_latere, huidig_pteam, huidig_begin)
        or beletsel_tekst(
            reden, veld="reden", label="de reden", maximum=250,
            verplicht=initiatief == Initiatief.ORGANISATIE,
        )
        or (toestand(
            f"Deze medewerker stapte in {begin.year} al op eigen initiatief over. "
            f"Vanaf 1 januari {begin.year + 1} kan het weer.", "begin",
        ) if is_al_overgestapt else None)
    )


def _blijft_bestaan(pteam: PTeam, medewerker: Medewerker) -> Beletsel | None:
    """A home lasts as long as the service: the team must last too."""
    einde = pteam.einde
    if einde is not None and (medewerker.uit_dienst is None or medewerker.uit_dienst > einde):
        return toestand(f"P-team {pteam.naam} is opgeheven per {dag_kort(einde)}.", "pteam")
    return None


def _nieuwe_plek(
    pteam: PTeam, begin: date, heeft_latere: bool, huidig: PTeam | None, huidig_begin: date | None
) -> Beletsel | None:
    if huidig is not None and huidig.pk == pteam.pk:
        return toestand(f"Deze medewerker zit op {dag_kort(begin)} al in {pteam.naam}.", "pteam")
    if heeft_latere:
        return toestand("Er is al een plaatsing vastgelegd die later begint.", "begin")
    if huidig_begin == begin:
        return toestand(
            "Een medewerker heeft op elke dag precies één P-team als thuis. Op deze dag begint al "
            "een plaatsing.", "begin",
        )
    return None


def in_dienst(medewerker: Medewerker, dag: date) -> Beletsel | None:
    if not medewerker.is_in_dienst(dag):
        return toestand(f"{medewerker.naam} is op {dag_kort(dag)} niet in dienst.", "begin")
    return None


def pteam_bestaat(pteam: PTeam, dag: date) -> Beletsel | None:
    if dag < pteam.begin or (pteam.einde is not None and dag >= pteam.einde):
        return toestand(f"P-team {pteam.naam} bestaat niet op {dag_kort(dag)}.", "begin")
    return None


def beletsel_aansluiting_vastleggen(
    *, medewerker: Medewerker, pteam: PTeam, soort: str, begin: date, einde: date | None,
    thuis: PTeam | None, door: Actor,
) -> Beletsel | None:
    """Temporary people have an end date; a guest has the consent of the own P-manager (R123, R128).
    """
    is_gast = soort == AansluitingSoort.GAST and thuis is not None
    wie_beslist = [thuis] if is_gast else [pteam]
    if geweigerd := leiding(door, wie_beslist, "deze collega bij een P-team laten aansluiten"):
        return geweigerd
    if is_gast and thuis.pk == pteam.pk:
        return toestand(f"{medewerker.naam} heeft hier al het eigen thuis.", "medewerker")
    if soort not in AansluitingSoort.values:
        return invoer("Deze soort aansluiting bestaat niet.", "soort")
    if einde is None and soort != AansluitingSoort.GAST:
        return invoer("Een extern, trainee of stagiair heeft een einddatum.", "einde")
    if einde is not None and einde <= begin:
        return invoer("De einddatum moet na de begindatum liggen.", "einde")
    return in_dienst(medewerker, begin) or pteam_bestaat(pteam, begin)


def beletsel_aansluiting_beeindigen(
    *, aansluiting: Aansluiting, per: date, thuis: PTeam | None, door: Actor
) -> Beletsel | None:
    """The person, the own P-manager or that of the team ends it (R123)."""
    zelf = door.medewerker_id is not None and door.medewerker_id == aansluiting.medewerker_id
    teams = [aansluiting.pteam, *([thuis] if thuis else [])]
    if not zelf and (geweigerd := leiding(door, teams, "deze aansluiting beëindigen")):
        return geweigerd
    if aansluiting.einde is not None and aansluiting.einde <= per:
        return toestand("Deze aansluiting is al gestopt.")
    return None


def beletsel_pmanager_aanstellen(
    *, pteam: PTeam, medewerker: Medewerker, pct: int, begin: date, heeft_latere: bool,
    huidig_id: int | None, huidig_begin: date | None, schalen: Mapping[str, Sequence[int]],
    uitzondering: str = "", door: Actor,
) -> Beletsel | None:
    """Exactly one P-manager for a team, with at least 25% of the time (R156, R160).

    Outside bijlage 3 it takes an explanation, except in what the personnel system says (R112).
    """
    if geweigerd := regie(door, pteam.domein, "een P-manager aanstellen"):
        return geweigerd
    if huidig_id == medewerker.pk:
        return toestand(f"{medewerker.naam} is al P-manager van dit team.", "medewerker")
    if heeft_latere or huidig_begin == begin:
        return toestand("Een P-team heeft op elke dag precies één P-manager.", "begin")
    uit_systeem = door.is_systeem or door.heeft(Recht.MEDEWERKERS_BEHEREN)
    return (
        in_dienst(medewerker, begin) or pteam_bestaat(pteam, begin) or pct_beletsel(pct)
        or (None if uit_systeem or uitzondering.strip() else _bijlage_3(medewerker, schalen))
    )


def _bijlage_3(medewerker: Medewerker, schalen: Mapping[str, Sequence[int]]) -> Beletsel | None:
    if not medewerker.functiegroep or medewerker.schaal is None:
        return None
    laag, hoog = schalen.get(medewerker.functiegroep, (1, 0))
    if laag <= medewerker.schaal <= hoog:
        return None
    return toestand(
        f"Bijlage 3 noemt de rol P-manager niet voor {medewerker.get_functiegroep_display()} "
        f"schaal {medewerker.schaal}. Het mag, maar leg dan uit waarom.", "uitzondering",
    )


def beletsel_pmanagement_vastleggen(
    *, medewerker: Medewerker, pct: int, begin: date, heeft_latere: bool, door: Actor
) -> Beletsel | None:
    if not (door.heeft_ergens(Recht.DOMEIN_REGIE) or door.heeft(Recht.MEDEWERKERS_BEHEREN)):
        return geen_recht("Alleen een directeur M&O of een beheerder kan dit vastleggen.")
    if heeft_latere:
        return toestand("Er is al een aandeel vastgelegd dat later begint.", "begin")
    return in_dienst(medewerker, begin) or pct_beletsel(pct)


def pct_beletsel(pct: int) -> Beletsel | None:
    if pct < SPAN_ONDERGRENS_PCT:
        return invoer("Een P-manager besteedt minstens 25% aan P-management.", "pct")
    if pct > 100:
        return invoer("Een deel van de tijd is hooguit 100%.", "pct")
    return None


def beletsel_teamplan_onderdeel_opslaan(
    *, pteam: PTeam, nummer: int, tekst: str, zichtbaar_voor: str, is_teamlid: bool,
    door: Actor, regelruimte: str = "",
) -> Beletsel | None:
    """The members and their P-manager write the teamplan (R137)."""
    if not (is_teamlid or door.heeft(Recht.PTEAM_LEIDEN, op=pteam)):
        return geen_recht("Alleen leden van dit P-team en hun P-manager schrijven het teamplan.")
    if not 1 <= nummer <= 7:
        return invoer("Een teamplan heeft zeven onderdelen.", "nummer")
    if zichtbaar_voor not in Leeskring.values:
        return invoer("Kies wie dit onderdeel mag lezen.", "zichtbaar_voor")
    return beletsel_tekst(
        tekst, veld="tekst", label="de tekst", maximum=TEAMPLAN_MAX, regels=True
    ) or beletsel_tekst(
        regelruimte, veld="regelruimte", label="de regelruimte", maximum=TEAMPLAN_MAX, regels=True
    )


def beletsel_pteam_afwijking_besluiten(
    *, pteam: PTeam, gremium: Gremium | None, reden: str, begin: date, herziening_op: date,
    heeft_geldige: bool, door: Actor,
) -> Beletsel | None:
    """Only the P-beraad explains another size, and nobody that of the own team (R125, R419)."""
    if geweigerd := beletsel_afwijking_recht(gremium=gremium, door=door):
        return geweigerd
    leidt_zelf = not door.is_systeem and door.heeft(Recht.PTEAM_LEIDEN, op=pteam)
    if leidt_zelf and not pteam.is_eenheid:
        return geen_recht("Je leidt dit P-team zelf. Een ander besluit over de omvang.")
    if heeft_geldige:
        return toestand("Voor dit team geldt al een besluit over de omvang.")
    if herziening_op <= begin:
        return invoer("De dag om opnieuw te kijken ligt na de begindatum.", "herziening_op")
    return beletsel_tekst(
        reden, veld="reden", label="de reden", maximum=4000, verplicht=True, regels=True
    ) or pteam_bestaat(pteam, begin)


def beletsel_afwijking_recht(*, gremium: Gremium | None, door: Actor) -> Beletsel | None:
    """The part of the rule that a button can know before anything is filled in."""
    if gremium is None or not door.heeft(Recht.AFWIJKING_BESLUITEN, op=gremium):
        return geen_recht("Alleen het P-beraad besluit over een andere omvang van een P-team.")
    return None
