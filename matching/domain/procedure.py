"""The life of a procedure: one step is one row, under a lock, with its moments (R162, R237)."""

from datetime import datetime

from django.db import transaction

from config.kern.actor import Actor
from config.kern.domain.bericht import berichten_plaatsen
from config.kern.domain.logboek import noteer
from config.kern.enums import BerichtSoort
from config.kern.fouten import eis
from config.kern.live import meld
from config.kern.werkdagen import lokale_dag
from matching.domain import momenten
from matching.domain.afronden import (
    afronden,
    markt_sluiten,
    reacties_beantwoorden,
    voorstel_laten_vallen,
)
from matching.domain.dilemma import bij_overgang
from matching.domain.fasen import START, is_gesloten, mag_naar
from matching.enums import Fase, Route
from matching.models import Faseovergang, Matchvraag, Procedure
from matching.queries.procedure import betrokken_ids, vroegste_bespreekdatum
from matching.rules import procedure as rules


def vergrendel(procedure: Procedure, versie: int | None = None) -> Procedure:
    """The row of this moment, locked; a stale ``versie`` is refused."""
    vast = (
        Procedure.objects.select_for_update(of=("self",))
        .select_related("matchvraag__opdracht__bovenliggende", "matchvraag__opdracht__opgave")
        .get(pk=procedure.pk)
    )
    eis(rules.beletsel_versie(vast, versie))
    return vast


def procedure_starten(
    matchvraag: Matchvraag, route: Route, *, nu: datetime, fase: Fase | None = None
) -> Procedure:
    """Make the first round of a matchvraag, in the phase where its route begins."""
    procedure = Procedure.objects.create(
        matchvraag=matchvraag, route=route, fase=fase or START[route], in_fase_sinds=nu,
        gestart_op=nu,
    )
    momenten.beginmomenten_zetten(procedure, nu)
    return procedure


@transaction.atomic
def fase_overgaan(
    *, procedure: Procedure, naar: Fase, reden: str = "", door: Actor, nu: datetime
) -> Faseovergang:
    """Take one step of the table (EISEN part 4). Other commands have asked who may take it.

    The object that came in is brought up to date, so that a caller can go on with it.
    """
    vast = vergrendel(procedure)
    van, naar = Fase(vast.fase), Fase(naar)
    eis(rules.beletsel_fase_overgaan(vast, naar, kent_stap=mag_naar(vast, naar)))
    blijft = van is naar
    if not blijft:
        momenten.laten_vervallen(vast, nu, waarom=f"Verder naar {naar.label}")
        vast.in_fase_sinds = nu
    if naar in (Fase.INGETROKKEN, Fase.VERVALLEN, Fase.NIET_VERVULD):
        momenten.alles_laten_vervallen(vast, nu, waarom=naar.label)
        voorstel_laten_vallen(vast, nu=nu)
    if naar is Fase.CONCEPT and van is not Fase.AANWIJZING:
        vast.ronde += 1
    vast.fase = naar
    vast.versie += 1
    vast.geeindigd_op = nu if is_gesloten(naar) else None
    if is_gesloten(naar):
        vast.gepauzeerd_op, vast.pauze_reden = None, ""
    vast.save()
    overgang = Faseovergang.objects.create(
        procedure=vast, van=van, naar=naar, op=nu, door_id_gebruiker=door.gebruiker_id,
        door_naam=door.naam, reden=reden, versie=vast.versie,
    )
    if not blijft:
        momenten.beginmomenten_zetten(vast, nu)
        _markt_bij_vertrek(vast, nu)
    for veld in ("fase", "versie", "ronde", "in_fase_sinds", "geeindigd_op", "gepauzeerd_op"):
        setattr(procedure, veld, getattr(vast, veld))
    bij_overgang(vast, van, naar, reden, door, nu)
    noteer("fase_overgegaan", op=vast, door=door, nu=nu, van=van, naar=naar)
    meld(f"procedure-{vast.public_id}")
    return overgang


def _markt_bij_vertrek(procedure: Procedure, nu: datetime) -> None:
    """Back to the drawing board closes the market; going outside also answers who reacted."""
    if procedure.fase in (Fase.CONCEPT, Fase.EXTERN):
        markt_sluiten(procedure, nu=nu)
    if procedure.fase == Fase.EXTERN:
        reacties_beantwoorden(
            procedure, nu=nu, zin="De matchtafel vond geen match. We zoeken nu buiten de provincie."
        )


@transaction.atomic
def fase_afsluiten(
    *, procedure: Procedure, naar: Fase, reden: str = "", versie: int | None = None, door: Actor,
    nu: datetime,
) -> Procedure:
    """Close a phase by hand and go to the next one (T5, T13, X; the timer uses it too)."""
    procedure = vergrendel(procedure, versie)
    dag = lokale_dag(nu)
    eis(rules.beletsel_fase_afsluiten(
        procedure, naar, door=door, dag=dag, vroegste=vroegste_bespreekdatum(procedure),
        reden=reden,
    ))
    fase_overgaan(procedure=procedure, naar=naar, reden=reden, door=door, nu=nu)
    if naar == Fase.NIET_VERVULD:
        afronden(procedure, nu=nu, zin="Deze plaats is niet vervuld.")
    _vertel(procedure, nu, f"{procedure.matchvraag}: {Fase(naar).label}")
    return procedure


@transaction.atomic
def procedure_intrekken(
    *, procedure: Procedure, reden: str, versie: int | None = None, door: Actor, nu: datetime
) -> Procedure:
    """Stop a procedure with a reason; everybody who waits is told (T14)."""
    procedure = vergrendel(procedure, versie)
    eis(rules.beletsel_procedure_intrekken(
        procedure, door=door, dag=lokale_dag(nu), reden=reden
    ))
    fase_overgaan(procedure=procedure, naar=Fase.INGETROKKEN, reden=reden, door=door, nu=nu)
    markt_sluiten(procedure, nu=nu, ingetrokken=reden)
    # Only what stood on the market may come back to it (T7); the rest ends here.
    if procedure.route != Route.TEAM or not procedure.publicaties.exists():
        afronden(procedure, nu=nu, zin="De procedure is ingetrokken.")
    noteer("procedure_ingetrokken", op=procedure, door=door, nu=nu)
    _vertel(procedure, nu, f"{procedure.matchvraag}: ingetrokken")
    return procedure


@transaction.atomic
def procedure_laten_vervallen(
    *, procedure: Procedure, reden: str, door: Actor, nu: datetime
) -> Procedure:
    """The opdracht ended, so the search ends (T15)."""
    procedure = vergrendel(procedure)
    eis(rules.beletsel_procedure_laten_vervallen(procedure, door=door))
    fase_overgaan(procedure=procedure, naar=Fase.VERVALLEN, reden=reden, door=door, nu=nu)
    markt_sluiten(procedure, nu=nu, ingetrokken=reden)
    afronden(procedure, nu=nu, zin="De opdracht gaat niet door.")
    _vertel(procedure, nu, f"{procedure.matchvraag}: vervallen")
    return procedure


@transaction.atomic
def procedure_pauzeren(
    *, procedure: Procedure, reden: str, versie: int | None = None, door: Actor, nu: datetime
) -> Procedure:
    """Suspend the moments of a procedure (T16, R304)."""
    procedure = vergrendel(procedure, versie)
    eis(rules.beletsel_procedure_pauzeren(procedure, door=door, dag=lokale_dag(nu), reden=reden))
    procedure.gepauzeerd_op, procedure.pauze_reden = nu, reden
    procedure.versie += 1
    procedure.save()
    _gebeurtenis(procedure, f"Gepauzeerd: {reden}", door, nu)
    noteer("procedure_gepauzeerd", op=procedure, door=door, nu=nu)
    return procedure


@transaction.atomic
def procedure_hervatten(
    *, procedure: Procedure, versie: int | None = None, door: Actor, nu: datetime
) -> Procedure:
    """Go on after a pause; terms get the lost working days back, the market wait stands."""
    procedure = vergrendel(procedure, versie)
    eis(rules.beletsel_procedure_hervatten(procedure, door=door, dag=lokale_dag(nu)))
    momenten.opschuiven(procedure, nu)
    procedure.gepauzeerd_op, procedure.pauze_reden = None, ""
    procedure.versie += 1
    procedure.save()
    _gebeurtenis(procedure, "Hervat na een pauze", door, nu)
    noteer("procedure_hervat", op=procedure, door=door, nu=nu)
    return procedure


def _gebeurtenis(procedure: Procedure, reden: str, door: Actor, nu: datetime) -> None:
    """A row in the timeline that is not a step to another phase."""
    Faseovergang.objects.create(
        procedure=procedure, van=procedure.fase, naar=procedure.fase, op=nu,
        door_id_gebruiker=door.gebruiker_id, door_naam=door.naam, reden=reden,
        versie=procedure.versie,
    )
    meld(f"procedure-{procedure.public_id}")


def _vertel(procedure: Procedure, nu: datetime, onderwerp: str) -> None:
    berichten_plaatsen(
        ontvanger_ids=betrokken_ids(procedure, lokale_dag(nu)), soort=BerichtSoort.FASE,
        onderwerp=onderwerp, url=f"/procedures/{procedure.public_id}/",
        sleutel=f"fase:{procedure.public_id}:{procedure.versie}", nu=nu,
    )
