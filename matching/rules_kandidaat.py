"""Why not, about candidates and suggestions on the table (R107, R263, R264, R355, R404)."""

from config.kern.actor import Actor, Recht
from config.kern.fouten import Beletsel, geen_recht, invoer, toestand
from matching.enums import KandidaatBron, Route, SessieStatus
from matching.models import Agendapunt, Kandidaat, MatchtafelSessie, Procedure
from matching.queries import matchtafel as queries
from matching.rules_matchtafel import (
    beletsel_beslissen,
    beletsel_kandidaat,
    beletsel_open,
    beletsel_verouderd,
    is_medewerker_aan_tafel,
    mag_sessie_zien,
)
from pdomein.models import Medewerker, PTeam


def beletsel_kandidaat_plaatsen(
    *, agendapunt: Agendapunt, medewerker: Medewerker | None = None, bron: str,
    pteam: PTeam | None = None, argument: str = "", al_op_tafel: bool = False, door: Actor,
) -> Beletsel | None:
    """A recruiter suggests anyone, a P-manager the own people (R107, R263, R264)."""
    if bron not in (KandidaatBron.RECRUITER, KandidaatBron.PMANAGER):
        return invoer("Reacties komen vanzelf op tafel.", "bron")
    nodig = (
        Recht.MATCHTAFEL_ONDERSTEUNEN if bron == KandidaatBron.RECRUITER
        else Recht.MATCHTAFEL_DEELNEMEN
    )
    if not door.heeft(nodig):
        return geen_recht("Alleen een P-manager of een recruiter legt een kandidaat op tafel.")
    if agendapunt.sessie.status == SessieStatus.GESLOTEN:
        return toestand("Deze sessie is gesloten.")
    if medewerker is None:
        return None
    if bron == KandidaatBron.PMANAGER and (
        pteam is None or not door.heeft(Recht.PTEAM_LEIDEN, op=pteam)
    ):
        return geen_recht(
            f"{medewerker.naam} zit niet in een P-team van jou. Vraag de recruiter of de eigen "
            "P-manager om deze collega voor te stellen."
        )
    if al_op_tafel:
        return toestand(f"{medewerker.naam} ligt al op tafel bij dit agendapunt.")
    if not argument.strip():
        return invoer("Vertel waarom dit bij deze collega past.", "argument")
    return None


def beletsel_kandidaten_bekijken(*, agendapunt: Agendapunt, door: Actor) -> Beletsel | None:
    """Profiles of candidates are for who sits at this table (R268)."""
    return mag_sessie_zien(agendapunt.sessie, door)


def beletsel_afvoeren(*, agendapunt: Agendapunt, door: Actor) -> Beletsel | None:
    """What holds for every candidate of an item."""
    if not is_medewerker_aan_tafel(door) or not queries.deelname_van(
        agendapunt.sessie, door.medewerker_id
    ):
        return geen_recht("Alleen deelnemers aan deze sessie halen een kandidaat van tafel.")
    if agendapunt.sessie.status == SessieStatus.GESLOTEN:
        return toestand("Deze sessie is gesloten.")
    if agendapunt.uitkomst:
        return toestand("Herstel eerst de uitkomst van dit agendapunt.")
    return None


def beletsel_deze_afvoeren(kandidaat: Kandidaat) -> Beletsel | None:
    if kandidaat.bron == KandidaatBron.REACTIE:
        return toestand("Wie zelf reageerde, blijft op tafel tot de reactie is ingetrokken.")
    return None


def beletsel_kandidaat_afvoeren(*, kandidaat: Kandidaat, door: Actor) -> Beletsel | None:
    return beletsel_afvoeren(
        agendapunt=kandidaat.agendapunt, door=door
    ) or beletsel_deze_afvoeren(kandidaat)


def beletsel_kandidaat_instemmen(*, kandidaat: Kandidaat, door: Actor) -> Beletsel | None:
    """Only the person says yes to being discussed; never somebody else's tick (R264)."""
    if door.medewerker_id is None or kandidaat.medewerker_id != door.medewerker_id:
        return geen_recht("Alleen de collega zelf stemt in met bespreking.")
    if kandidaat.agendapunt.sessie.status == SessieStatus.GESLOTEN:
        return toestand("Deze sessie is gesloten.")
    if kandidaat.instemming_op is not None:
        return toestand("Je hebt hier al mee ingestemd.")
    return None


def beletsel_kiezen(
    *, agendapunt: Agendapunt, versie: int | None = None, door: Actor
) -> Beletsel | None:
    """What holds for every candidate of an item."""
    return (
        beletsel_beslissen(agendapunt, door)
        or beletsel_open(agendapunt.sessie)
        or beletsel_verouderd(agendapunt, versie)
        or (toestand("Herstel eerst de uitkomst van dit agendapunt.")
            if agendapunt.uitkomst else None)
    )


def beletsel_kandidaat_kiezen(
    *, kandidaat: Kandidaat, versie: int | None = None, door: Actor
) -> Beletsel | None:
    return beletsel_kiezen(agendapunt=kandidaat.agendapunt, versie=versie, door=door) or (
        None if kandidaat.gekozen else beletsel_kandidaat(kandidaat)
    )


def beletsel_voorstel_plaatsen(
    *, agendapunt: Agendapunt, is_eigen: bool, door: Actor
) -> Beletsel | None:
    """For a row of a ranking: a recruiter places anyone, a P-manager the own people."""
    if agendapunt.sessie.status == SessieStatus.GESLOTEN:
        return toestand("Deze sessie is gesloten.")
    if door.heeft(Recht.MATCHTAFEL_ONDERSTEUNEN) or is_eigen:
        return None
    return geen_recht("Niet in een P-team van jou: de recruiter kan deze collega voorstellen.")


def beletsel_kandidaat_verplaatsen(
    *, kandidaat: Kandidaat, versie: int | None = None, door: Actor
) -> Beletsel | None:
    """The order on the table is made by people (R272)."""
    punt = kandidaat.agendapunt
    if not is_medewerker_aan_tafel(door) or not queries.deelname_van(
        punt.sessie, door.medewerker_id
    ):
        return geen_recht("Alleen deelnemers aan deze sessie wijzigen de volgorde.")
    if punt.sessie.status == SessieStatus.GESLOTEN:
        return toestand("Deze sessie is gesloten.")
    return beletsel_verouderd(punt, versie)


# -- suggestions ----------------------------------------------------------------------------


def beletsel_suggestie_vragen(
    *, procedure: Procedure, aan: bool, door: Actor
) -> Beletsel | None:
    """A ranking is asked for, never given unasked; a setting turns it off (R355)."""
    if not is_medewerker_aan_tafel(door):
        return geen_recht("Alleen een P-manager of een recruiter vraagt een suggestie.")
    if not aan:
        return toestand("Suggesties staan uit. Een functioneel beheerder kan ze aanzetten.")
    if procedure.geeindigd_op is not None:
        return toestand("Deze procedure is al geëindigd.")
    return None


def beletsel_weging_wijzigen(
    *, procedure: Procedure, aan: bool, gewichten: dict[str, int] | None = None,
    reden: str | None = None, door: Actor,
) -> Beletsel | None:
    """The table says what weighs more for this place, with a reason (R272)."""
    eerst = beletsel_suggestie_vragen(procedure=procedure, aan=aan, door=door)
    if eerst or gewichten is None:
        return eerst
    if not any(gewichten.values()):
        return invoer("Laat minstens één criterium meetellen.")
    if reden is not None and not reden.strip():
        return invoer("Schrijf op waarom je de weging wijzigt.", "reden")
    return None


def beletsel_toewijzing_vragen(
    *, sessie: MatchtafelSessie, aan: bool, aantal_open: int, door: Actor
) -> Beletsel | None:
    """A proposal for the whole agenda is asked for by who sits there, never pushed (R355)."""
    if bezwaar := mag_sessie_zien(sessie, door):
        return bezwaar
    if not aan:
        return toestand("Suggesties staan uit. Een functioneel beheerder kan ze aanzetten.")
    if sessie.status == SessieStatus.GESLOTEN:
        return toestand("Deze sessie is gesloten.")
    if not aantal_open:
        return toestand("Op deze agenda staat geen teamplaats die nog open is.")
    return None


def beletsel_suggesties_ontvangen(*, procedure: Procedure, door: Actor) -> Beletsel | None:
    """From the recruitment system, with the token of a recruiter (R404)."""
    if not door.heeft(Recht.MATCHTAFEL_ONDERSTEUNEN):
        return geen_recht("Alleen een recruiter of diens systeem stuurt suggesties.")
    if procedure.geeindigd_op is not None:
        return toestand("Deze procedure is al geëindigd.")
    return None


def kiest_een(agendapunt: Agendapunt) -> bool:
    """A match is about one person; an advice about an AOG may name more (R289)."""
    return agendapunt.procedure.route != Route.AOG
