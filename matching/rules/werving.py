"""Why external recruitment may not be opened, moved or stopped (R274-R285)."""

from dataclasses import dataclass
from datetime import date, timedelta

from config.kern import queries as kern
from config.kern.actor import Actor, Recht
from config.kern.fouten import Beletsel, geen_recht, invoer, toestand
from matching.enums import Fase, WervingReden, WervingSoort, WervingStatus
from matching.models import ExterneWerving, Procedure
from matching.rules.procedure import beletsel_gepauzeerd, beletsel_reden
from pdomein.models import PTeam

TIJDELIJK = (WervingSoort.INLENING, WervingSoort.INHUUR)


@dataclass(frozen=True, slots=True)
class Aanvraag:
    """What is asked for in phase 3."""

    soort: str
    reden: str
    motivering: str
    pteam: PTeam | None
    begin: date | None = None
    einde: date | None = None
    uitleg_langer_dan_jaar: str = ""
    vwnw_bekeken: bool = False


def is_langer_dan_jaar(aanvraag: Aanvraag, dag: date) -> bool:
    """Inlening past one year is comply or explain (R281, E06)."""
    if aanvraag.soort != WervingSoort.INLENING or not (aanvraag.begin and aanvraag.einde):
        return False
    grens = int(kern.instelling("DETACHERING_MAX_DAGEN", op=dag))
    return aanvraag.einde > aanvraag.begin + timedelta(days=grens)


def beletsel_werving_openen(
    procedure: Procedure, *, door: Actor, dag: date, aanvraag: Aanvraag | None = None
) -> Beletsel | None:
    """Only after phases 0 to 2, by the P-manager of the logical home team (R275)."""
    if not door.heeft_ergens(Recht.PTEAM_LEIDEN):
        return geen_recht("Alleen een P-manager opent externe werving, voor het eigen P-team.")
    if procedure.fase != Fase.EXTERN:
        return toestand(
            "Externe werving kan pas als fase 0, 1 en 2 zijn afgerond zonder match."
        )
    if bezwaar := beletsel_gepauzeerd(procedure):
        return bezwaar
    if procedure.wervingen.exclude(status=WervingStatus.INGETROKKEN).exists():
        return toestand("Er loopt al een vorm van externe werving. Trek die eerst in.")
    if aanvraag is None:
        return None
    return _beletsel_aanvraag(aanvraag, door, dag)


def _beletsel_aanvraag(a: Aanvraag, door: Actor, dag: date) -> Beletsel | None:
    if a.soort not in WervingSoort.values:
        return invoer("Kies inlening, inhuur of vacature.", "soort")
    if a.reden not in WervingReden.values:
        return invoer("Kies waarom er geworven wordt.", "reden")
    if not a.motivering.strip():
        return invoer("Leg uit waarom deze vorm past.", "motivering")
    if a.pteam is None:
        return invoer("Kies het P-team dat de thuisbasis wordt.", "pteam")
    if not door.heeft(Recht.PTEAM_LEIDEN, op=a.pteam):
        return geen_recht("Alleen de P-manager van dit P-team kan voor dit team werven.")
    if a.soort in TIJDELIJK and (a.begin is None or a.einde is None):
        return invoer("Vul bij inlening en inhuur begin en einde in.", "einde")
    if a.begin and a.einde and a.einde <= a.begin:
        return invoer("De einddatum moet na de begindatum liggen.", "einde")
    if is_langer_dan_jaar(a, dag) and not a.uitleg_langer_dan_jaar.strip():
        return invoer(
            "Inlening duurt hooguit een jaar. Leg uit waarom het hier langer moet.",
            "uitleg_langer_dan_jaar",
        )
    if not a.vwnw_bekeken:
        return invoer(
            "Kijk eerst of er van-werk-naar-werkkandidaten passen, en vink dat aan.",
            "vwnw_bekeken",
        )
    return None


def beletsel_werving_in_selectie(werving: ExterneWerving, *, door: Actor) -> Beletsel | None:
    if bezwaar := beletsel_pmanager(werving, door):
        return bezwaar
    if werving.status != WervingStatus.OPEN:
        return toestand("Deze werving staat niet open.")
    return None


def beletsel_werving_intrekken(
    werving: ExterneWerving, *, door: Actor, reden: str | None = None
) -> Beletsel | None:
    """The form may change, with a reason: this one stops, another may open (R274)."""
    if bezwaar := beletsel_pmanager(werving, door):
        return bezwaar
    if werving.status not in (WervingStatus.OPEN, WervingStatus.IN_SELECTIE):
        return toestand("Deze werving loopt niet meer.")
    return beletsel_reden(reden)


def beletsel_pmanager(werving: ExterneWerving, door: Actor) -> Beletsel | None:
    """Recruiting is for the P-manager of the team that becomes the home (R275)."""
    if door.heeft(Recht.PTEAM_LEIDEN, op=werving.pteam):
        return None
    return geen_recht("Alleen de P-manager die werft kan dit.")


def beletsel_kennisoverdracht_vastleggen(
    werving: ExterneWerving, *, door: Actor, hoe: str | None = None
) -> Beletsel | None:
    """Only for somebody who came for a time (R282)."""
    if bezwaar := beletsel_pmanager(werving, door):
        return bezwaar
    if werving.soort not in TIJDELIJK or werving.status != WervingStatus.VERVULD:
        return toestand("Dit kan als er iemand is ingeleend of ingehuurd.")
    if hoe is not None and not hoe.strip():
        return invoer("Schrijf op hoe en aan wie de kennis is overgedragen.", "reden")
    return None
