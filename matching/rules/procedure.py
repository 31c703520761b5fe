"""Why a procedure may not be started, moved, paused or stopped."""

from datetime import date

from config.kern.actor import Actor, Recht
from config.kern.fouten import Beletsel, geen_recht, invoer, toestand
from config.kern.periode import dag_kort
from matching.enums import Fase, Route
from matching.models import Procedure
from matching.models.procedure import GESLOTEN_FASEN
from matching.rules.wie import (
    eigenaar_naam,
    is_aog_van,
    is_dd_van,
    is_eigenaar,
    is_tafelvoorzitter,
)

F = Fase


def beletsel_versie(procedure: Procedure, versie: int | None) -> Beletsel | None:
    """Somebody was first: name what changed, so that the person can decide again."""
    if versie is None or versie == procedure.versie:
        return None
    stap = procedure.overgangen.first()
    wat = f" {stap.door_naam}: {stap.get_naar_display()}." if stap else ""
    return toestand(
        f"Deze procedure is intussen veranderd.{wat} Kijk of je dit nog wilt, en probeer opnieuw."
    )


def beletsel_gesloten(procedure: Procedure) -> Beletsel | None:
    if procedure.fase in GESLOTEN_FASEN:
        return toestand(f"Deze procedure is gestopt ({procedure.get_fase_display().lower()}).")
    return None


def beletsel_gepauzeerd(procedure: Procedure) -> Beletsel | None:
    if procedure.gepauzeerd_op:
        return toestand(
            f"Deze procedure is gepauzeerd: {procedure.pauze_reden} Hervat de procedure eerst."
        )
    return None


def beletsel_fase_overgaan(procedure: Procedure, naar: Fase, *, kent_stap: bool) -> Beletsel | None:
    """The table knows the step, and the procedure does not rest (R237, T16)."""
    if not kent_stap:
        return toestand(
            f"Van ‘{procedure.get_fase_display()}’ kan deze procedure niet naar "
            f"‘{Fase(naar).label}’."
        )
    if naar not in (F.INGETROKKEN, F.VERVALLEN):
        return beletsel_gepauzeerd(procedure)
    return None


def beletsel_reden(reden: str | None, *, veld: str = "reden") -> Beletsel | None:
    if reden is not None and not reden.strip():
        return invoer("Schrijf op waarom.", veld)
    return None


def beletsel_procedure_intrekken(
    procedure: Procedure, *, door: Actor, dag: date, reden: str | None = None
) -> Beletsel | None:
    """T14: the AOG, or the domeindirecteur when the opdracht stops."""
    opdracht = procedure.matchvraag.opdracht
    if not (is_aog_van(door, opdracht) or is_dd_van(door, opdracht, dag)):
        return geen_recht("Alleen de AOG of de domeindirecteur kan deze procedure intrekken.")
    return beletsel_gesloten(procedure) or beletsel_reden(reden)


def beletsel_procedure_pauzeren(
    procedure: Procedure, *, door: Actor, dag: date, reden: str | None = None
) -> Beletsel | None:
    """T16: a human can always stop an automatic step, with a reason (R304)."""
    if not (is_eigenaar(door, procedure, dag) or is_tafelvoorzitter(door, procedure)):
        return geen_recht(
            f"Alleen {eigenaar_naam(procedure)} of de voorzitter van de matchtafel kan pauzeren."
        )
    if bezwaar := beletsel_gesloten(procedure):
        return bezwaar
    if procedure.gepauzeerd_op:
        return toestand("Deze procedure is al gepauzeerd.")
    return beletsel_reden(reden)


def beletsel_procedure_hervatten(
    procedure: Procedure, *, door: Actor, dag: date
) -> Beletsel | None:
    if not (is_eigenaar(door, procedure, dag) or is_tafelvoorzitter(door, procedure)):
        return geen_recht(
            f"Alleen {eigenaar_naam(procedure)} of de voorzitter van de matchtafel kan hervatten."
        )
    if not procedure.gepauzeerd_op:
        return toestand("Deze procedure is niet gepauzeerd.")
    return None


def beletsel_procedure_laten_vervallen(procedure: Procedure, *, door: Actor) -> Beletsel | None:
    """T15: only the program does this, when the opdracht itself ends."""
    if not door.is_systeem:
        return geen_recht("Een procedure vervalt alleen vanzelf, als de opdracht stopt.")
    return beletsel_gesloten(procedure)


def beletsel_fase_afsluiten(
    procedure: Procedure, naar: Fase, *, door: Actor, dag: date, vroegste: date | None = None,
    reden: str | None = None,
) -> Beletsel | None:
    """The steps that a person takes without another act; each pair names who may (part 4)."""
    vraag = _AFSLUITEN.get((Route(procedure.route), F(procedure.fase), F(naar)))
    if vraag is None:
        return toestand(
            f"Van ‘{procedure.get_fase_display()}’ kan deze procedure niet met de hand naar "
            f"‘{Fase(naar).label}’."
        )
    if bezwaar := vraag(procedure, door, dag):
        return bezwaar
    if naar == F.MATCHTAFEL and vroegste is not None and dag < vroegste:
        return toestand(
            f"De matchtafel mag deze opdracht pas bespreken op {dag_kort(vroegste)}: "
            "eerst moet de reactietijd voorbij zijn."
        )
    return None if procedure.fase == F.OPDRACHTENMARKT else beletsel_reden(reden)


def _door_aog_of_tafel(procedure: Procedure, door: Actor, dag: date) -> Beletsel | None:
    if is_eigenaar(door, procedure, dag) or door.heeft_ergens(Recht.MATCHTAFEL_DEELNEMEN):
        return None
    return geen_recht("Alleen de AOG of een P-manager zet een opdracht klaar voor de matchtafel.")


def _door_eigenaar(procedure: Procedure, door: Actor, dag: date) -> Beletsel | None:
    if is_eigenaar(door, procedure, dag):
        return None
    return geen_recht(f"Alleen {eigenaar_naam(procedure)} kan dit.")


def _door_pmanager_van_werving(procedure: Procedure, door: Actor, dag: date) -> Beletsel | None:
    """T13: the P-manager of the team where the future colleague would have the home."""
    werving = procedure.wervingen.select_related("pteam").first()
    if werving is not None and door.heeft(Recht.PTEAM_LEIDEN, op=werving.pteam):
        return None
    if werving is None and is_eigenaar(door, procedure, dag):
        return None
    return geen_recht("Alleen de P-manager die werft kan de werving zonder resultaat afsluiten.")


def _na_geschil(procedure: Procedure, door: Actor, dag: date) -> Beletsel | None:
    """The choice goes back after the Directieteam spoke; both keys may do that (Q03, R290)."""
    if is_eigenaar(door, procedure, dag) or door.heeft(Recht.ROL_AANWIJZEN):
        return None
    return geen_recht("Alleen de domeindirecteur of de directeur M&O gaat verder na een geschil.")


def _na_programmeerberaad(procedure: Procedure, door: Actor, dag: date) -> Beletsel | None:
    if is_eigenaar(door, procedure, dag) or door.heeft_ergens(Recht.BESLUITENLIJST_VASTSTELLEN):
        return None
    return geen_recht("Alleen het programmeerberaad of de eigenaar van de vraag gaat hier verder.")


_AFSLUITEN = {
    (Route.TEAM, F.OPDRACHTENMARKT, F.MATCHTAFEL): _door_aog_of_tafel,
    (Route.TEAM, F.EXTERN, F.NIET_VERVULD): _door_pmanager_van_werving,
    (Route.TEAM, F.BIJ_PROGRAMMEERBERAAD, F.CONCEPT): _na_programmeerberaad,
    (Route.TEAM, F.BIJ_PROGRAMMEERBERAAD, F.MATCHTAFEL): _na_programmeerberaad,
    (Route.AOG, F.CONCEPT, F.MATCHTAFEL): _door_eigenaar,
    (Route.AOG, F.KEUZE_DD, F.MATCHTAFEL): _door_eigenaar,
    (Route.AOG, F.GEEN_OVEREENSTEMMING, F.KEUZE_DD): _na_geschil,
    (Route.AOG, F.GEEN_OVEREENSTEMMING, F.MATCHTAFEL): _na_geschil,
    (Route.AOG, F.BIJ_PROGRAMMEERBERAAD, F.CONCEPT): _na_programmeerberaad,
    (Route.AOG, F.BIJ_PROGRAMMEERBERAAD, F.MATCHTAFEL): _na_programmeerberaad,
    (Route.AON, F.GEEN_OVEREENSTEMMING, F.CONCEPT): _na_geschil,
}


def met_de_hand(procedure: Procedure) -> list[Fase]:
    """The phases that a person may send this procedure to, apart from stopping it."""
    return [
        naar for route, van, naar in _AFSLUITEN
        if route == procedure.route and van == procedure.fase
    ]
