"""Refusals about vakcirkels and proposals for a professie (R153-R155, R170, R171)."""

from collections.abc import Sequence

from config.kern.actor import Actor, Recht
from config.kern.fouten import Beletsel, geen_recht, invoer, toestand
from config.kern.models import Gremium
from pdomein.enums_vak import VakcirkelStatus, VoorstelStatus
from pdomein.models import Medewerker, Professievoorstel, PTeam, PTeamLijst, Vakcirkel
from pdomein.rules.tekst import beletsel_tekst

MIN_SAMEN = 2


def _zelf(door: Actor, wie: Sequence[Medewerker]) -> bool:
    return door.is_systeem or (
        door.medewerker_id is not None and door.medewerker_id in {m.pk for m in wie}
    )


def _naam_en_tekst(naam: str, tekst: str, veld: str, label: str) -> Beletsel | None:
    return beletsel_tekst(
        naam, veld="naam", label="de naam", maximum=120, verplicht=True
    ) or beletsel_tekst(
        tekst, veld=veld, label=label, maximum=4000, verplicht=True, regels=True
    )


def beletsel_vakcirkel_starten(
    *, naam: str, doel: str, deelnemers: Sequence[Medewerker], bestaat: bool,
    voorstel: Professievoorstel | None, door: Actor,
) -> Beletsel | None:
    """Several people with one wish; whoever starts takes part (R153, R171)."""
    if not _zelf(door, deelnemers):
        return geen_recht("Je begint een vakcirkel waar je zelf aan meedoet.")
    if len({m.pk for m in deelnemers}) < MIN_SAMEN:
        return invoer("Noem minstens één collega die meedoet.", "collegas")
    if bestaat:
        return toestand("Er is al een vakcirkel met deze naam. Sluit daarbij aan.", "naam")
    if voorstel is not None and voorstel.status != VoorstelStatus.AFGEWEZEN:
        return toestand("Over dit voorstel is nog geen afwijzing.")
    return _naam_en_tekst(naam, doel, "doel", "het doel")


def _loopt(vakcirkel: Vakcirkel) -> Beletsel | None:
    if vakcirkel.status == VakcirkelStatus.GESTOPT:
        return toestand("Deze vakcirkel is gestopt.")
    return None


def beletsel_vakcirkel_deelnemen(
    *, vakcirkel: Vakcirkel, doet_al_mee: bool, door: Actor
) -> Beletsel | None:
    if door.medewerker_id is None:
        return geen_recht("Alleen medewerkers doen mee aan een vakcirkel.")
    if doet_al_mee:
        return toestand("Je doet al mee.")
    return _loopt(vakcirkel)


def beletsel_vakcirkel_verlaten(
    *, vakcirkel: Vakcirkel, doet_mee: bool, door: Actor
) -> Beletsel | None:
    if not doet_mee:
        return toestand("Je doet niet mee aan deze vakcirkel.")
    return _loopt(vakcirkel)


def beletsel_vakcirkel_deelname_afstemmen(
    *, vakcirkel: Vakcirkel, medewerker: Medewerker, thuis: PTeam | None, is_afgestemd: bool,
    door: Actor,
) -> Beletsel | None:
    """Taking part is aligned with the own P-manager (R153)."""
    if thuis is None or not door.heeft(Recht.PTEAM_LEIDEN, op=thuis):
        return geen_recht(f"Alleen de P-manager van {medewerker.naam} stemt dit af.")
    if is_afgestemd:
        return toestand("Dit is al afgestemd.")
    return _loopt(vakcirkel)


def beletsel_vakcirkel_bespreken(*, vakcirkel: Vakcirkel, door: Actor) -> Beletsel | None:
    """Forming one is discussed with a directeur M&O (R153)."""
    if not door.heeft_ergens(Recht.DOMEIN_REGIE):
        return geen_recht("Alleen een directeur M&O legt vast dat dit besproken is.")
    if vakcirkel.status != VakcirkelStatus.CONCEPT:
        return toestand("Deze vakcirkel is al besproken.")
    return None


def beletsel_vakcirkel_deelnemer(
    *, deelnemers: Sequence[Medewerker], door: Actor
) -> Beletsel | None:
    if _zelf(door, deelnemers):
        return None
    return geen_recht("Alleen wie meedoet aan deze vakcirkel, kan dit.")


def beletsel_vakcirkel_plan_opslaan(
    *, vakcirkel: Vakcirkel, deelnemers: Sequence[Medewerker], plan: str, door: Actor
) -> Beletsel | None:
    """R154"""
    return (
        beletsel_vakcirkel_deelnemer(deelnemers=deelnemers, door=door) or _loopt(vakcirkel)
        or beletsel_tekst(
            plan, veld="plan", label="het plan", maximum=10_000, verplicht=True, regels=True
        )
    )


def beletsel_vakcirkel_activeren(
    *, vakcirkel: Vakcirkel, deelnemers: Sequence[Medewerker], aantal_afgestemd: int, door: Actor
) -> Beletsel | None:
    if geweigerd := beletsel_vakcirkel_deelnemer(deelnemers=deelnemers, door=door):
        return geweigerd
    if vakcirkel.status == VakcirkelStatus.CONCEPT:
        return toestand("Bespreek de vakcirkel eerst met een directeur M&O.")
    if vakcirkel.status != VakcirkelStatus.BESPROKEN:
        return toestand("Deze vakcirkel is al begonnen of gestopt.")
    if aantal_afgestemd < MIN_SAMEN:
        return toestand("Minstens twee deelnemers stemmen eerst af met hun P-manager.")
    return None


def beletsel_vakcirkel_stoppen(
    *, vakcirkel: Vakcirkel, deelnemers: Sequence[Medewerker], door: Actor
) -> Beletsel | None:
    if vakcirkel.status == VakcirkelStatus.GESTOPT:
        return toestand("Deze vakcirkel is al gestopt.")
    if door.heeft_ergens(Recht.DOMEIN_REGIE):
        return None
    return beletsel_vakcirkel_deelnemer(deelnemers=deelnemers, door=door)


def beletsel_vakcirkel_voordragen(
    *, vakcirkel: Vakcirkel, deelnemers: Sequence[Medewerker], lijst: PTeamLijst | None,
    staat_er_al: bool, door: Actor,
) -> Beletsel | None:
    """A vakcirkel can become a P-team the year after (R155)."""
    if geweigerd := beletsel_vakcirkel_deelnemer(deelnemers=deelnemers, door=door):
        return geweigerd
    if vakcirkel.status != VakcirkelStatus.ACTIEF:
        return toestand("Alleen een actieve vakcirkel kan worden voorgedragen.")
    if lijst is None:
        return toestand("Er is nu geen lijst van P-teams in voorbereiding.")
    if staat_er_al:
        return toestand(f"Deze vakcirkel staat al op de lijst van {lijst.jaar}.")
    return None


def beletsel_professie_voorstellen(
    *, naam: str, waarom: str, voorstellers: Sequence[Medewerker], bestaat: bool, loopt: bool,
    door: Actor,
) -> Beletsel | None:
    """A group of vakgenoten, at least two, for what is not on the list yet (R170)."""
    if not _zelf(door, voorstellers):
        return geen_recht("Je doet een voorstel samen met anderen, en je doet zelf mee.")
    if len({m.pk for m in voorstellers}) < MIN_SAMEN:
        return invoer("Noem minstens één collega die het voorstel mee doet.", "collegas")
    if bestaat:
        return toestand("Dit vak staat al op de lijst.", "naam")
    if loopt:
        return toestand("Dit voorstel ligt al bij het P-beraad.", "naam")
    return _naam_en_tekst(naam, waarom, "waarom", "waarom dit vak nodig is")


def beletsel_voorstel_besluit_recht(
    *, voorstel: Professievoorstel, gremium: Gremium | None, door: Actor
) -> Beletsel | None:
    if gremium is None or not door.heeft(Recht.AFWIJKING_BESLUITEN, op=gremium):
        return geen_recht("Alleen het P-beraad besluit over een voorstel.")
    if voorstel.status != VoorstelStatus.INGEDIEND:
        return toestand("Over dit voorstel is al besloten.")
    return None


def beletsel_professievoorstel_besluiten(
    *, voorstel: Professievoorstel, gremium: Gremium | None, is_akkoord: bool, motivering: str,
    door: Actor,
) -> Beletsel | None:
    return beletsel_voorstel_besluit_recht(
        voorstel=voorstel, gremium=gremium, door=door
    ) or beletsel_tekst(
        motivering, veld="motivering", label="de motivering", maximum=4000, regels=True,
        verplicht=not is_akkoord,
    )


def beletsel_belangstelling_tonen(
    *, voorstel: Professievoorstel, is_bekend: bool, door: Actor
) -> Beletsel | None:
    """After a yes, people can say that they want to be a member (R170)."""
    if door.medewerker_id is None:
        return geen_recht("Alleen medewerkers tonen belangstelling.")
    if voorstel.status != VoorstelStatus.AANGENOMEN:
        return toestand("Belangstelling kan pas als het P-beraad het voorstel heeft aangenomen.")
    if is_bekend:
        return toestand("Je staat al op de lijst van belangstellenden.")
    return None
