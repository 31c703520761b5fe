"""Escalations along the ladder that the sources name (R030, R032, R070, D11)."""

from datetime import date, datetime

from django.db import transaction

from config.kern.actor import Actor
from config.kern.domain.beraad import punt_volgen, sluit_over
from config.kern.domain.logboek import noteer
from config.kern.enums import PuntSoort
from config.kern.fouten import eis
from config.kern.werkdagen import lokale_dag
from opgaven import rules
from opgaven.domain.overgang import vergrendel, zonder_nul
from opgaven.enums import Trede
from opgaven.models import Escalatie, EscalatieStap, Opdracht
from opgaven.queries.beraad import opgavenberaad


@transaction.atomic
def escalatie_melden(
    *, opdracht: Opdracht, onderwerp: str, omschrijving: str, buiten_scope: bool = False,
    door: Actor, nu: datetime,
) -> Escalatie:
    """Bring a matter one step up: AON to AOG, AOG to domeindirecteur, and on (R030, R032)."""
    opdracht, dag = vergrendel(opdracht), lokale_dag(nu)
    eis(rules.beletsel_escalatie_melden(
        opdracht=opdracht, door=door, op=dag, onderwerp=onderwerp, omschrijving=omschrijving,
        buiten_scope=buiten_scope,
        is_dubbel=opdracht.escalaties.filter(
            gesloten_op=None, onderwerp=zonder_nul(onderwerp)
        ).exists(),
    ))
    escalatie = Escalatie.objects.create(
        opdracht=opdracht, onderwerp=onderwerp.strip(), omschrijving=omschrijving,
        buiten_scope=buiten_scope, trede=rules.eerste_trede(opdracht, door, dag), gemeld_op=nu,
        gemeld_door_id=door.gebruiker_id,
    )
    noteer("escalatie_gemeld", op=escalatie, door=door, nu=nu, trede=escalatie.trede)
    _naar_beraad(escalatie, omschrijving, door, nu)
    return escalatie


def _vergrendel(escalatie: Escalatie) -> Escalatie:
    return (
        Escalatie.objects.select_for_update(of=("self",))
        .select_related("opdracht__opgave", "opdracht__bovenliggende").get(pk=escalatie.pk)
    )


@transaction.atomic
def escalatie_opschalen(
    *, escalatie: Escalatie, reden: str, buiten_scope: bool | None = None, door: Actor,
    nu: datetime,
) -> Escalatie:
    """One step higher; from the domeindirecteur it becomes a point of the O-beraad (R032)."""
    escalatie = _vergrendel(escalatie)
    buiten = escalatie.buiten_scope if buiten_scope is None else buiten_scope
    eis(rules.beletsel_escalatie_opschalen(
        escalatie=escalatie, door=door, op=lokale_dag(nu), reden=reden, buiten_scope=buiten
    ))
    van = Trede(escalatie.trede)
    naar = Trede.DOMEINDIRECTEUR if van == Trede.AOG else Trede.BERAAD
    escalatie.trede, escalatie.buiten_scope = naar, buiten
    escalatie.save(update_fields=["trede", "buiten_scope"])
    EscalatieStap.objects.create(
        escalatie=escalatie, van=van, naar=naar, reden=reden, op=nu, door_id=door.gebruiker_id
    )
    noteer("escalatie_opgeschaald", op=escalatie, door=door, nu=nu, van=van, naar=naar)
    _naar_beraad(escalatie, reden, door, nu)
    return escalatie


def _naar_beraad(escalatie: Escalatie, toelichting: str, door: Actor, nu: datetime) -> None:
    if escalatie.trede != Trede.BERAAD:
        return
    punt_volgen(
        gremium=opgavenberaad(), soort=PuntSoort.ESCALATIE, onderwerp=escalatie.onderwerp,
        toelichting=toelichting, over=escalatie, url=f"/escalaties/{escalatie.public_id}/",
        door=door, nu=nu,
    )


@transaction.atomic
def escalatie_sluiten(
    *, escalatie: Escalatie, uitkomst: str, aog_gehoord_op: date | None = None,
    bog_gehoord_op: date | None = None, door: Actor, nu: datetime,
) -> Escalatie:
    """Close with an outcome; above the AOG after hearing AOG and BOG (R032)."""
    escalatie = _vergrendel(escalatie)
    eis(rules.beletsel_escalatie_sluiten(
        escalatie=escalatie, door=door, op=lokale_dag(nu), uitkomst=uitkomst,
        gehoord=(aog_gehoord_op, bog_gehoord_op),
    ))
    escalatie.uitkomst, escalatie.gesloten_op = uitkomst, nu
    escalatie.aog_gehoord_op, escalatie.bog_gehoord_op = aog_gehoord_op, bog_gehoord_op
    escalatie.save(
        update_fields=["uitkomst", "gesloten_op", "aog_gehoord_op", "bog_gehoord_op"]
    )
    noteer("escalatie_gesloten", op=escalatie, door=door, nu=nu)
    sluit_over(escalatie, uitkomst, door, nu)
    return escalatie
