"""Phase 3: borrow, hire or recruit, with the file that the program made itself (§10.2.4)."""

from datetime import date, datetime, timedelta

from django.db import transaction

from config.kern.actor import Actor
from config.kern.domain.bericht import berichten_plaatsen
from config.kern.domain.logboek import noteer
from config.kern.enums import BerichtSoort
from config.kern.fouten import eis
from config.kern.models import Afwijking
from config.kern.werkdagen import begin_van_dag, lokale_dag
from matching.domain import momenten
from matching.domain.fasen import JAARSIGNAAL
from matching.domain.procedure import vergrendel
from matching.enums import Fase, WervingReden, WervingSoort, WervingStatus
from matching.models import ExterneWerving, Procedure
from matching.queries.dossier import dossier_van
from matching.queries.wie import eigenaar_ids
from matching.rules import werving as rules
from pdomein.models import PTeam

ACHT_WEKEN = timedelta(weeks=8)


@transaction.atomic
def werving_openen(
    *, procedure: Procedure, soort: WervingSoort, reden: WervingReden, motivering: str,
    pteam: PTeam, partner: str = "", begin: date | None = None, einde: date | None = None,
    uitleg_langer_dan_jaar: str = "", vwnw_bekeken: bool = False, versie: int | None = None,
    door: Actor, nu: datetime,
) -> ExterneWerving:
    """Open one of the three forms; the file of phases 0 to 2 travels along (R274, R275)."""
    procedure = vergrendel(procedure, versie)
    dag = lokale_dag(nu)
    aanvraag = rules.Aanvraag(
        soort, reden, motivering, pteam, begin, einde, uitleg_langer_dan_jaar, vwnw_bekeken
    )
    eis(rules.beletsel_werving_openen(procedure, door=door, dag=dag, aanvraag=aanvraag))
    werving = ExterneWerving.objects.create(
        procedure=procedure, soort=soort, reden=reden, motivering=motivering.strip(), pteam=pteam,
        partner=partner.strip(), begin=begin, einde=einde,
        uitleg_langer_dan_jaar=uitleg_langer_dan_jaar.strip(), vwnw_bekeken=vwnw_bekeken,
        dossier=dossier_van(procedure), geopend_op=nu,
    )
    if rules.is_langer_dan_jaar(aanvraag, dag):
        _langer_dan_jaar(werving, door, nu)
    noteer("werving_geopend", op=procedure, door=door, nu=nu, soort=soort, pteam=pteam.code)
    _vertel(werving, f"Externe werving ({werving.get_soort_display().lower()})", nu)
    return werving


def _langer_dan_jaar(werving: ExterneWerving, door: Actor, nu: datetime) -> None:
    """Listed as explained, and a signal eight weeks before the year is full (R281, E06)."""
    jaar_om = _jaar_na(werving.begin)
    Afwijking.objects.create(
        regel="detachering_langer_dan_jaar", object_soort="procedure",
        object_id=werving.procedure.public_id, object_naam=str(werving.procedure)[:250],
        reden=werving.uitleg_langer_dan_jaar, vastgelegd_door_id=door.gebruiker_id,
        beslisser=door.naam, begin=lokale_dag(nu), einde=werving.einde, herziening_op=jaar_om,
    )
    momenten.termijn_zetten(
        werving.procedure, JAARSIGNAAL, nu, op=begin_van_dag(jaar_om - ACHT_WEKEN),
        fase=Fase.GEMATCHT,
    )


def _jaar_na(dag: date) -> date:
    try:
        return dag.replace(year=dag.year + 1)
    except ValueError:  # 29 February
        return dag.replace(year=dag.year + 1, month=3, day=1)


@transaction.atomic
def werving_in_selectie(*, werving: ExterneWerving, door: Actor, nu: datetime) -> ExterneWerving:
    """Candidates came forward; the selection has begun (R277)."""
    werving = _vergrendel(werving)
    eis(rules.beletsel_werving_in_selectie(werving, door=door))
    werving.status = WervingStatus.IN_SELECTIE
    werving.save(update_fields=["status"])
    noteer("werving_in_selectie", op=werving.procedure, door=door, nu=nu)
    return werving


@transaction.atomic
def werving_intrekken(
    *, werving: ExterneWerving, reden: str, door: Actor, nu: datetime
) -> ExterneWerving:
    """Stop this form, so that another can be chosen (R274)."""
    werving = _vergrendel(werving)
    eis(rules.beletsel_werving_intrekken(werving, door=door, reden=reden))
    werving.status, werving.gesloten_op = WervingStatus.INGETROKKEN, nu
    werving.save(update_fields=["status", "gesloten_op"])
    noteer("werving_ingetrokken", op=werving.procedure, door=door, nu=nu, reden=reden)
    _vertel(werving, "Externe werving ingetrokken", nu)
    return werving


def _vergrendel(werving: ExterneWerving) -> ExterneWerving:
    procedure = vergrendel(Procedure(pk=werving.procedure_id))
    werving = (
        ExterneWerving.objects.select_for_update(of=("self",)).select_related("pteam")
        .get(pk=werving.pk)
    )
    werving.procedure = procedure
    return werving


def _vertel(werving: ExterneWerving, wat: str, nu: datetime) -> None:
    berichten_plaatsen(
        ontvanger_ids=eigenaar_ids(werving.procedure, lokale_dag(nu)), soort=BerichtSoort.FASE,
        onderwerp=f"{wat}: {werving.procedure.matchvraag}",
        url=f"/procedures/{werving.procedure.public_id}/",
        sleutel=f"werving:{werving.public_id}:{werving.status}", nu=nu,
    )


@transaction.atomic
def kennisoverdracht_vastleggen(
    *, werving: ExterneWerving, hoe: str, door: Actor, nu: datetime
) -> ExterneWerving:
    """Somebody hired or borrowed leaves; what that person knows stays here (R282)."""
    werving = _vergrendel(werving)
    eis(rules.beletsel_kennisoverdracht_vastleggen(werving, door=door, hoe=hoe))
    werving.kennisoverdracht, werving.kennisoverdracht_op = hoe.strip(), nu
    werving.save(update_fields=["kennisoverdracht", "kennisoverdracht_op"])
    noteer("kennis_overgedragen", op=werving.procedure, door=door, nu=nu)
    return werving
