"""A session of the matchtafel: plan, open, who is there (Werkingsprincipes §10.2.3)."""

from collections.abc import Sequence
from datetime import date, datetime, time

from django.db import transaction

from config.kern.actor import Actor
from config.kern.domain.bericht import berichten_plaatsen
from config.kern.domain.logboek import noteer
from config.kern.enums import BerichtSoort
from config.kern.fouten import eis
from config.kern.live import meld
from config.kern.periode import dag_kort
from config.kern.werkdagen import lokale_dag
from matching import rules_matchtafel as rules
from matching.domain.agendapunt import reacties_op_tafel
from matching.enums import SessieStatus
from matching.models import Deelnemer, MatchtafelSessie
from matching.queries import matchtafel as queries
from pdomein.models import Medewerker


@transaction.atomic
def sessie_plannen(
    *, datum: date, voorzitter: Medewerker, deelnemers: Sequence[Medewerker] = (),
    recruiters: Sequence[Medewerker] = (), tijd: time | None = None, plek: str = "",
    door: Actor, nu: datetime,
) -> MatchtafelSessie:
    """Plan a session with P-managers, one of whom chairs (R261)."""
    eis(
        rules.beletsel_sessie_plannen(
            datum=datum, voorzitter=voorzitter, deelnemers=deelnemers, recruiters=recruiters,
            vandaag=lokale_dag(nu), door=door,
        )
    )
    sessie = MatchtafelSessie.objects.create(
        datum=datum, tijd=tijd, plek=plek, voorzitter=voorzitter
    )
    pmanagers = {m.pk: m for m in (voorzitter, *deelnemers)}
    steun = {m.pk: m for m in recruiters if m.pk not in pmanagers}
    training = queries.trainingen_van([*pmanagers, *steun])
    Deelnemer.objects.bulk_create(
        Deelnemer(
            sessie=sessie, medewerker=m, training_vooringenomenheid_op=training.get(pk),
            hoedanigheid=queries.PMANAGER if pk in pmanagers else queries.RECRUITER,
        )
        for pk, m in (pmanagers | steun).items()
    )
    noteer("sessie_gepland", op=sessie, door=door, nu=nu, datum=datum)
    berichten_plaatsen(
        ontvanger_ids=[m.gebruiker_id for m in (pmanagers | steun).values()],
        soort=BerichtSoort.MATCHTAFEL, onderwerp=f"Matchtafel op {dag_kort(datum)}",
        tekst=f"De voorzitter is {voorzitter.naam}. Bereid de agenda voor in Inzet.",
        url=adres(sessie), sleutel=f"sessie:{sessie.public_id}", nu=nu,
    )
    return sessie


@transaction.atomic
def deelnemer_toevoegen(
    *, sessie: MatchtafelSessie, medewerker: Medewerker, door: Actor, nu: datetime
) -> Deelnemer:
    """Join a session, or let the chair add a P-manager or recruiter (R261)."""
    sessie = vergrendel(sessie)
    eis(rules.beletsel_deelnemer_toevoegen(sessie=sessie, medewerker=medewerker, door=door))
    is_pmanager = queries.pmanagers_op(sessie.datum).filter(pk=medewerker.pk).exists()
    deelnemer = Deelnemer.objects.create(
        sessie=sessie, medewerker=medewerker,
        hoedanigheid=queries.PMANAGER if is_pmanager else queries.RECRUITER,
        training_vooringenomenheid_op=queries.trainingen_van([medewerker.pk]).get(medewerker.pk),
    )
    noteer("deelnemer_toegevoegd", op=sessie, door=door, nu=nu, wie=medewerker.pk)
    meld(onderwerp(sessie))
    return deelnemer


@transaction.atomic
def aanwezigheid_vastleggen(
    *, sessie: MatchtafelSessie, medewerker: Medewerker, aanwezig: bool, door: Actor, nu: datetime
) -> None:
    """Who is really there; only who is there decides (R261)."""
    sessie = vergrendel(sessie)
    eis(rules.beletsel_aanwezigheid_vastleggen(sessie=sessie, door=door))
    sessie.deelnemers.filter(medewerker=medewerker).update(aanwezig=aanwezig)
    noteer(
        "aanwezigheid_vastgelegd", op=sessie, door=door, nu=nu, wie=medewerker.pk,
        aanwezig=aanwezig,
    )
    meld(onderwerp(sessie))


@transaction.atomic
def sessie_openen(*, sessie: MatchtafelSessie, door: Actor, nu: datetime) -> MatchtafelSessie:
    """Open the session on its day and show the first item (R261, R269)."""
    sessie = vergrendel(sessie)
    punten = queries.agenda_van(sessie)
    eis(
        rules.beletsel_sessie_openen(
            sessie=sessie, aantal_punten=len(punten), vandaag=lokale_dag(nu), door=door
        )
    )
    for punt in punten:
        reacties_op_tafel(punt, nu=nu)
    sessie.status = SessieStatus.OPEN
    sessie.geopend_op = nu
    sessie.huidig_punt = punten[0]
    sessie.versie += 1
    sessie.save()
    noteer("sessie_geopend", op=sessie, door=door, nu=nu, aantal_punten=len(punten))
    meld(onderwerp(sessie))
    return sessie


def vergrendel(sessie: MatchtafelSessie) -> MatchtafelSessie:
    return (
        MatchtafelSessie.objects.select_for_update(of=("self",))
        .select_related("voorzitter").get(pk=sessie.pk)
    )


def onderwerp(sessie: MatchtafelSessie) -> str:
    """What live screens of this session listen to."""
    return f"sessie-{sessie.public_id}"


def adres(sessie: MatchtafelSessie, deel: str = "") -> str:
    return f"/matchtafel/{sessie.public_id}/{deel}"
