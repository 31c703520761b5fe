"""Refusals around the size of teams and the span of P-managers (R125, R126, R159)."""

from collections.abc import Sequence
from datetime import date

from config.kern.actor import Actor, Recht
from config.kern.fouten import Beletsel, geen_recht, invoer, toestand
from config.kern.models import Gremium
from pdomein.models import Afwijkingscriterium, Medewerker, ProfessioneelDomein, PTeam
from pdomein.rules.pteam import regie
from pdomein.rules.tekst import beletsel_code, beletsel_tekst
from pdomein.teamgrootte import Span


def beletsel_span_afspraak_recht(
    *, pmanager: Medewerker, domeinen: Sequence[ProfessioneelDomein], door: Actor
) -> Beletsel | None:
    """An agreement between two: a directeur M&O of one of the teams, and somebody else (R159)."""
    if door.medewerker_id is not None and door.medewerker_id == pmanager.pk:
        return geen_recht("Een afspraak over je eigen span legt een ander vast.")
    if any(door.heeft(Recht.DOMEIN_REGIE, op=d) for d in domeinen):
        return None
    return geen_recht("Alleen de directeur M&O maakt een afspraak over de span.")


def beletsel_span_afspraak_vastleggen(
    *, pmanager: Medewerker, domeinen: Sequence[ProfessioneelDomein], span: Span | None,
    reden: str, begin: date, herziening_op: date, door: Actor,
) -> Beletsel | None:
    if geweigerd := beletsel_span_afspraak_recht(
        pmanager=pmanager, domeinen=domeinen, door=door
    ):
        return geweigerd
    if span is None:
        return toestand(f"{pmanager.naam} is nu geen P-manager.")
    if not span.is_boven:
        return toestand("De span past. Een afspraak is niet nodig.")
    if span.is_uitgelegd:
        return toestand("Er geldt al een afspraak over deze span.")
    if herziening_op <= begin:
        return invoer("De dag om opnieuw te kijken ligt na vandaag.", "herziening_op")
    return beletsel_tekst(
        reden, veld="reden", label="de afspraak", maximum=2000, verplicht=True, regels=True
    )


def beletsel_spans_inzien(*, door: Actor) -> Beletsel | None:
    """How P-managers divide their time is for who steers them (R159)."""
    if door.heeft_ergens(Recht.DOMEIN_REGIE) or door.heeft(Recht.CAPACITEIT_INZIEN):
        return None
    return geen_recht("Alleen directeuren M&O en het Directieteam zien dit overzicht.")


def beletsel_criteria_beheren(*, gremium: Gremium | None, door: Actor) -> Beletsel | None:
    if gremium is None or not door.heeft(Recht.AFWIJKING_BESLUITEN, op=gremium):
        return geen_recht("Alleen het P-beraad stelt criteria vast.")
    return None


def beletsel_afwijkingscriterium_toevoegen(
    *, naam: str, toelichting: str, gremium: Gremium | None, bestaat: bool, door: Actor
) -> Beletsel | None:
    if geweigerd := beletsel_criteria_beheren(gremium=gremium, door=door):
        return geweigerd
    if bestaat:
        return toestand("Dit criterium staat al op de lijst.", "naam")
    return beletsel_tekst(
        naam, veld="naam", label="het criterium", maximum=120, verplicht=True
    ) or beletsel_tekst(
        toelichting, veld="toelichting", label="de toelichting", maximum=300, regels=True
    )


def beletsel_afwijkingscriterium_beeindigen(
    *, criterium: Afwijkingscriterium, gremium: Gremium | None, door: Actor
) -> Beletsel | None:
    if geweigerd := beletsel_criteria_beheren(gremium=gremium, door=door):
        return geweigerd
    if criterium.vervallen_op is not None:
        return toestand("Dit criterium is al vervallen.")
    return None


def beletsel_beraad_inzien(*, gremium: Gremium | None, door: Actor) -> Beletsel | None:
    """What the P-beraad has to look at is for who steers the P-domein."""
    if beletsel_criteria_beheren(gremium=gremium, door=door) is None:
        return None
    if door.heeft(Recht.MEDEWERKERS_BEHEREN) or beletsel_spans_inzien(door=door) is None:
        return None
    return geen_recht("Dit overzicht is voor het P-beraad, directeuren M&O en beheerders.")


def beletsel_pteam_kenmerken_vastleggen(
    *, pteam: PTeam, kenmerken: Sequence[str], door: Actor
) -> Beletsel | None:
    """A mark links a team with another domain; it stays in its own (R178)."""
    if geweigerd := regie(door, pteam.domein, "kenmerken vastleggen"):
        return geweigerd
    if len(kenmerken) > 10:
        return invoer("Gebruik hooguit 10 kenmerken.", "kenmerken")
    return next(
        (b for k in kenmerken if (b := beletsel_code(k, veld="kenmerken", maximum=40))), None
    )
