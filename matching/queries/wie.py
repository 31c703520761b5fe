"""Who is concerned by a procedure: holders of roles, their logins, and who must be told."""

from collections.abc import Iterable
from datetime import date

from matching.models import Procedure
from opgaven.models import ODomein, Opdracht
from opgaven.queries import odomein_van
from pdomein.models import Medewerker, PTeam
from pdomein.queries import leden_van, pmanager_van
from register.enums import RolCode
from register.models import Roltoewijzing
from register.queries import houder


def hoofdopdracht(opdracht: Opdracht) -> Opdracht:
    """The AOG of an opdracht is the AOG of its deelopdrachten (Werkingsprincipes §5.3)."""
    return opdracht.bovenliggende or opdracht


def aog_van(opdracht: Opdracht, dag: date) -> Medewerker | None:
    rij = houder(RolCode.AOG, hoofdopdracht(opdracht), dag)
    return rij.medewerker if rij else None


def aon_van(opdracht: Opdracht, dag: date) -> Medewerker | None:
    rij = houder(RolCode.AON, opdracht, dag)
    return rij.medewerker if rij else None


def odomein_van_opdracht(opdracht: Opdracht, dag: date) -> ODomein | None:
    return odomein_van(opdracht.opgave, dag)


def domeindirecteur_van(opdracht: Opdracht, dag: date) -> Medewerker | None:
    odomein = odomein_van_opdracht(opdracht, dag)
    rij = houder(RolCode.DOMEINDIRECTEUR, odomein, dag) if odomein else None
    return rij.medewerker if rij else None


def gebruikers_met_rol(rol: RolCode, dag: date) -> list[int | None]:
    """Logins of everyone who holds a role somewhere on ``dag``."""
    return list(
        Roltoewijzing.objects.nu_bekend().geldig_op(dag).filter(rol__code=rol)
        .values_list("medewerker__gebruiker_id", flat=True).distinct()
    )


def eigenaar_ids(procedure: Procedure, dag: date) -> list[int | None]:
    """Logins of whoever owns the demand: the domeindirecteur for an AOG, else the AOG."""
    opdracht = procedure.matchvraag.opdracht
    if procedure.route == "aog":
        wie = domeindirecteur_van(opdracht, dag)
    else:
        wie = aog_van(opdracht, dag)
    return [wie.gebruiker_id] if wie else []


def pmanager_ids(medewerker: Medewerker, dag: date) -> list[int | None]:
    pmanager = pmanager_van(medewerker, dag)
    return [pmanager.gebruiker_id] if pmanager else []


def team_ids(pteams: Iterable[PTeam], dag: date) -> list[int | None]:
    """Logins of the members and the P-managers of these teams."""
    ids: list[int | None] = []
    for pteam in pteams:
        ids += [lid.gebruiker_id for lid in leden_van(pteam, dag)]
        ids += [
            rij.medewerker.gebruiker_id
            for rij in pteam.pmanagers.select_related("medewerker")
            if rij.begin <= dag and (rij.einde is None or dag < rij.einde)
        ]
    return ids
