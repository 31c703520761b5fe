"""Why a row may not be corrected, and when that asks for a second pair of eyes (R196, R203)."""

from datetime import date
from decimal import Decimal

from config.kern.actor import Actor
from config.kern.fouten import Beletsel, geen_recht, invoer, toestand
from config.kern.periode import Periode
from config.kern.queries import instelling
from register.enums import VoorstelStatus
from register.models import Correctievoorstel, Inzet, Roltoewijzing
from register.models.tijdassen import Registerrij
from register.queries.capaciteit import ruimte_van
from register.queries.kennis import Kennis
from register.rules.inzet import beletsel_ruimte, beletsel_vorm
from register.rules.rol import (
    KEURINGEN,
    RolVraag,
    _geerfde_aog,
    _object,
    _periode,
    beletsel_besluit,
    beletsel_gesloten,
    beletsel_in_dienst,
    beletsel_reden,
    beletsel_register_muteren,
)
from register.rules.waarneming import KEURINGEN_WAARNEMING


def _periode_correctie(vraag: RolVraag, kennis: Kennis) -> Beletsel | None:
    if vraag.einde is not None and vraag.einde <= vraag.begin:
        return invoer("De einddatum moet na de begindatum liggen.", "einde")
    return beletsel_in_dienst(vraag.medewerker, vraag.begin)


# what the correction cannot change is not asked again; the kind of decision is (R067)
CORRECTIE = (
    _periode_correctie,
    *(keur for keur in KEURINGEN if keur not in {_periode, _object, _geerfde_aog}),
)


# a deputy stands beside the holder, so other things are asked
CORRECTIE_WAARNEMING = (_periode_correctie, *KEURINGEN_WAARNEMING)


def beletsel_rol_corrigeren(
    *, toewijzing: Roltoewijzing, vraag: RolVraag, reden: str, door: Actor, vandaag: date,
    voorstel: Correctievoorstel | None = None,
) -> Beletsel | None:
    """A correction is a new entry, so it meets the same rules, with a reason (R196)."""
    return (
        beletsel_register_muteren(door)
        or beletsel_besluit(vraag.besluit)
        or beletsel_gesloten(toewijzing)
        or beletsel_reden(reden)
        or _keur(vraag)
        or _vier_ogen(toewijzing, Periode(vraag.begin, vraag.einde), door, vandaag, voorstel)
    )


def _keur(vraag: RolVraag) -> Beletsel | None:
    kennis, keuringen = Kennis(), CORRECTIE
    if vraag.waarneemt_voor is not None:
        if vraag.einde is None:
            return invoer("Een waarneming heeft een einddatum. Vul die in.", "einde")
        keuringen = CORRECTIE_WAARNEMING
    return next((b for keur in keuringen if (b := keur(vraag, kennis))), None)


def beletsel_inzet_corrigeren(
    *, inzet: Inzet, fte: Decimal, begin: date, einde: date | None, besluit, reden: str,
    door: Actor, vandaag: date, voorstel: Correctievoorstel | None = None,
) -> Beletsel | None:
    """Its own hours do not stand in its way; everybody else's do (R138, R196)."""
    return (
        beletsel_register_muteren(door)
        or beletsel_besluit(besluit)
        or beletsel_gesloten(inzet)
        or beletsel_reden(reden)
        or beletsel_vorm(fte, begin, einde)
        or beletsel_in_dienst(inzet.medewerker, begin)
        or _ruimte_naast(inzet, fte, begin, einde)
        or _vier_ogen(inzet, Periode(begin, einde), door, vandaag, voorstel, inzet.fte != fte)
    )


def _ruimte_naast(inzet: Inzet, fte: Decimal, begin: date, einde: date | None) -> Beletsel | None:
    vrij = ruimte_van([inzet.medewerker_id], begin, einde, zonder=[inzet.pk])
    return beletsel_ruimte(inzet.medewerker, fte, vrij[inzet.medewerker_id])


def eerste_gewijzigde_dag(rij: Registerrij, nieuw: Periode, is_anders: bool = False) -> date | None:
    """The first day on which the register says something else after the correction."""
    if is_anders or rij.begin_geldigheid != nieuw.begin:
        return min(rij.begin_geldigheid, nieuw.begin)
    eindes = [d for d in (rij.einde_geldigheid, nieuw.einde) if d]
    return None if rij.einde_geldigheid == nieuw.einde else min(eindes)


def vraagt_vier_ogen(
    rij: Registerrij, nieuw: Periode, vandaag: date, is_anders: bool = False
) -> bool:
    """Only what changes the past, and only where the province wants it (setting)."""
    eerste = eerste_gewijzigde_dag(rij, nieuw, is_anders)
    return eerste is not None and eerste < vandaag and instelling("CORRECTIE_VIER_OGEN", vandaag)


def _vier_ogen(
    rij: Registerrij, nieuw: Periode, door: Actor, vandaag: date,
    voorstel: Correctievoorstel | None, is_anders: bool = False,
) -> Beletsel | None:
    if door.is_systeem or voorstel is not None:
        return None
    if not vraagt_vier_ogen(rij, nieuw, vandaag, is_anders):
        return None
    return toestand(
        "Deze correctie verandert het verleden. Een tweede registerbeheerder moet haar bevestigen."
    )


def beletsel_einde_in_verleden(*, per: date, door: Actor, vandaag: date) -> Beletsel | None:
    """Ending back in time is a change of the past too; it goes by the way of four eyes (R203)."""
    if door.is_systeem or per >= vandaag or not instelling("CORRECTIE_VIER_OGEN", vandaag):
        return None
    return toestand(
        "Deze dag is al voorbij. Corrigeer de vermelding: dan kijkt een tweede registerbeheerder "
        "mee.", "per",
    )


def beletsel_correctie_indienen(*, rij: Registerrij, reden: str, door: Actor) -> Beletsel | None:
    return beletsel_register_muteren(door) or beletsel_gesloten(rij) or beletsel_reden(reden)


def beletsel_correctie_bevestigen(
    *, voorstel: Correctievoorstel, door: Actor
) -> Beletsel | None:
    """The second pair of eyes belongs to somebody else (R203)."""
    return beletsel_register_muteren(door) or _is_open(voorstel) or _eigen(voorstel, door)


def beletsel_correctie_afwijzen(
    *, voorstel: Correctievoorstel, toelichting: str, door: Actor
) -> Beletsel | None:
    """Who proposed may withdraw it; another may refuse it. Both say why."""
    if not toelichting.strip():
        return invoer("Leg uit waarom de correctie niet doorgaat.", "toelichting")
    return beletsel_register_muteren(door) or _is_open(voorstel)


def _is_open(voorstel: Correctievoorstel) -> Beletsel | None:
    if voorstel.status != VoorstelStatus.OPEN:
        return toestand("Over deze correctie is al beslist.")
    return None


def _eigen(voorstel: Correctievoorstel, door: Actor) -> Beletsel | None:
    if door.gebruiker_id is None or voorstel.voorgesteld_door_id == door.gebruiker_id:
        return geen_recht("Je stelde deze correctie zelf voor. Een ander moet haar bevestigen.")
    return None
