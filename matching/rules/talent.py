"""Why somebody outside may not be kept, shown to others, or looked up (R283, R286)."""

from datetime import date, timedelta

from config.kern import queries as kern
from config.kern.actor import Actor, Recht
from config.kern.fouten import Beletsel, geen_recht, invoer, toestand
from matching.enums import WervingStatus
from matching.models import ExterneWerving, Talent
from matching.queries.talent import mag_zien
from pdomein.models import PTeam

LOOPT = (WervingStatus.OPEN, WervingStatus.IN_SELECTIE)


def beletsel_talent_toevoegen(
    *, door: Actor, dag: date, pteam: PTeam | None = None, toestemming: bool | None = None,
    toestemming_tot: date | None = None,
) -> Beletsel | None:
    if not door.heeft_ergens(Recht.PTEAM_LEIDEN):
        return geen_recht("Alleen een P-manager houdt talenten bij, voor het eigen P-team.")
    if pteam is not None and not door.heeft(Recht.PTEAM_LEIDEN, op=pteam):
        return geen_recht("Kies een P-team dat jij leidt.")
    if toestemming is False:
        return invoer(
            "Zonder toestemming van deze persoon bewaart Inzet niets. Vraag die eerst.",
            "toestemming",
        )
    if toestemming_tot is None:
        return None
    dagen = int(kern.instelling("TALENT_MAX_DAGEN", op=dag))
    if not dag < toestemming_tot <= dag + timedelta(days=dagen):
        return invoer(f"Kies een dag na vandaag, hooguit {dagen} dagen verder.", "toestemming_tot")
    return None


def beletsel_talent_inzien(talent: Talent, *, door: Actor, dag: date) -> Beletsel | None:
    if mag_zien(talent, door) and talent.toestemming_tot >= dag:
        return None
    return geen_recht("Dit talent is niet met jou gedeeld.")


def _beletsel_eigen(talent: Talent, door: Actor) -> Beletsel | None:
    if door.heeft(Recht.PTEAM_LEIDEN, op=talent.pteam):
        return None
    return geen_recht("Alleen de P-manager die dit talent bijhoudt kan dit.")


def beletsel_talent_delen(
    talent: Talent, *, door: Actor, dag: date, werving: ExterneWerving | None = None
) -> Beletsel | None:
    if bezwaar := _beletsel_eigen(talent, door):
        return bezwaar
    if talent.toestemming_tot < dag:
        return toestand("De toestemming van deze persoon is voorbij.")
    if werving is None:
        return None
    if werving.status not in LOOPT:
        return invoer("Deze werving loopt niet meer. Kies een andere.", "werving")
    if talent.delingen.filter(werving=werving).exists():
        return invoer("Dit talent is al met deze werving gedeeld.", "werving")
    return None


def beletsel_talent_verwijderen(talent: Talent, *, door: Actor) -> Beletsel | None:
    return _beletsel_eigen(talent, door)
