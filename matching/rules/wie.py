"""Who may act in a procedure: questions about the actor, without a sentence."""

from datetime import date

from config.kern.actor import Actor, Recht
from matching.enums import Route, SessieStatus
from matching.models import Agendapunt, Match, Procedure
from matching.queries.wie import aog_van, odomein_van_opdracht
from opgaven.models import Opdracht
from pdomein.models import Medewerker
from pdomein.queries import pmanager_van, pteam_van


def is_aog_van(door: Actor, opdracht: Opdracht) -> bool:
    if door.heeft(Recht.OPDRACHT_STUREN, op=opdracht):
        return True
    boven = opdracht.bovenliggende
    return boven is not None and door.heeft(Recht.OPDRACHT_STUREN, op=boven)


def is_dd_van(door: Actor, opdracht: Opdracht, dag: date) -> bool:
    if not door.heeft_ergens(Recht.AOG_KIEZEN):
        return False
    odomein = odomein_van_opdracht(opdracht, dag)
    return door.heeft(Recht.AOG_KIEZEN, op=odomein)


def is_eigenaar(door: Actor, procedure: Procedure, dag: date) -> bool:
    """The domeindirecteur owns the search for an AOG, the AOG every other search (Q43)."""
    opdracht = procedure.matchvraag.opdracht
    if procedure.route == Route.AOG:
        return is_dd_van(door, opdracht, dag)
    return is_aog_van(door, opdracht)


def eigenaar_naam(procedure: Procedure) -> str:
    return "de domeindirecteur" if procedure.route == Route.AOG else "de AOG van deze opdracht"


def is_tafelvoorzitter(door: Actor, procedure: Procedure) -> bool:
    """Chairs a session that has this procedure on its agenda and is not closed yet."""
    if door.medewerker_id is None:
        return False
    return (
        Agendapunt.objects.filter(procedure=procedure, sessie__voorzitter_id=door.medewerker_id)
        .exclude(sessie__status=SessieStatus.GESLOTEN)
        .exists()
    )


def instemmende_pmanager(match: Match, dag: date) -> Medewerker | None:
    """The own P-manager, unless that person would judge an own interest (Q42).

    ``None`` means that the directeur M&O answers in the place of the P-manager.
    """
    pmanager = pmanager_van(match.medewerker, dag)
    if pmanager is None or pmanager.pk == match.medewerker_id:
        return None
    opdracht = match.procedure.matchvraag.opdracht
    if match.procedure.route == Route.AOG or not _is_belanghebbend(pmanager, opdracht, dag):
        return pmanager
    return None


def _is_belanghebbend(pmanager: Medewerker, opdracht: Opdracht, dag: date) -> bool:
    """Asks the person as AOG for the own team; in the DBI that is how it is meant (R293)."""
    aog = aog_van(opdracht, dag)
    if aog is None or aog.pk != pmanager.pk:
        return False
    odomein = odomein_van_opdracht(opdracht, dag)
    return not (odomein and odomein.dbi_uitzondering)


def mag_als_pmanager(door: Actor, match: Match, dag: date) -> bool:
    if door.medewerker_id == match.medewerker_id:
        return False
    pmanager = instemmende_pmanager(match, dag)
    if pmanager is not None:
        return door.medewerker_id == pmanager.pk
    pteam = pteam_van(match.medewerker, dag)
    if pteam is not None and door.heeft(Recht.DOMEIN_REGIE, op=pteam.domein):
        return True
    return door.heeft(Recht.ROL_AANWIJZEN)
