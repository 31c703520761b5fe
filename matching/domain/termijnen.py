"""What happens when a moment comes: the one loop over due rows (HUIS §6, BETROUWBAAR §1).

Run twice, run late, run after a withdrawal, run by two workers: every row is handled once, in its
own transaction, after its state was read again under a lock (R298, R299).
"""

import logging
from collections import Counter
from collections.abc import Callable
from datetime import datetime, timedelta

from django.conf import settings
from django.db import connection, transaction

from config.kern import queries as kern
from config.kern.actor import SYSTEEM
from config.kern.domain.bericht import berichten_plaatsen
from config.kern.domain.logboek import noteer
from config.kern.enums import BerichtSoort
from config.kern.fouten import eis, toestand
from config.kern.werkdagen import lokale_dag
from matching.domain import momenten
from matching.domain.fasen import F0_RESPIJT, Moment, moment_van, volgend_moment
from matching.domain.procedure import fase_afsluiten
from matching.domain.publicatie import tro_publiceren
from matching.enums import Fase, TermijnStatus
from matching.models import Agendapunt, Procedure, Termijn
from matching.queries.procedure import ligt_match_voor, open_publicatie
from matching.queries.wie import eigenaar_ids, gebruikers_met_rol
from register.enums import RolCode

logger = logging.getLogger(__name__)
KLOKVERSCHIL = timedelta(seconds=60)
MAX_POGINGEN = 3


def termijnen_verwerken(*, nu: datetime, grens: int = 50) -> dict[str, int]:
    """Handle at most ``grens`` due moments; gives how many ended how.

    Refuses when the clocks of program and database differ too much: late, never early. In the
    demo and in tests the clock is moved on purpose.
    """
    _eis_gelijke_klokken(nu)
    telling: Counter[str] = Counter()
    gezien: list[int] = []
    while len(gezien) < grens:
        pk, uitkomst = _volgende(nu, gezien)
        if pk is None:
            break
        gezien.append(pk)
        telling[uitkomst] += 1
    return dict(telling)


def _eis_gelijke_klokken(nu: datetime) -> None:
    if settings.INZET_DEMO:
        return
    with connection.cursor() as cursor:
        cursor.execute("SELECT clock_timestamp()")
        verschil = abs(cursor.fetchone()[0] - nu)
    if verschil > KLOKVERSCHIL:
        eis(toestand(
            "De klok van het programma en die van de database verschillen meer dan een minuut. "
            "Er is niets verwerkt."
        ))


def _volgende(nu: datetime, gezien: list[int]) -> tuple[int | None, str]:
    """Lock, check and handle one row; a row that raises is counted and left for later."""
    pk = None
    try:
        with transaction.atomic():
            termijn = _neem(nu, gezien)
            if termijn is None:
                return None, ""
            pk = termijn.pk
            status, resultaat = _handel_af(termijn, nu)
            _sluit(termijn, status, resultaat, nu)
            return pk, status.value
    except Exception:
        if pk is None:
            raise
        logger.exception("Termijn %s is niet verwerkt", pk)
        return pk, _mislukt(pk, nu)


def _neem(nu: datetime, gezien: list[int]) -> Termijn | None:
    """The first due row that nobody holds, together with its procedure.

    Both are taken or neither: a person who is working on the procedure is never waited for.
    """
    return (
        Termijn.objects.filter(
            status=TermijnStatus.OPEN, vervalt_op__lte=nu, procedure__gepauzeerd_op=None
        )
        .exclude(pk__in=gezien)
        .select_related(
            "procedure__matchvraag__opdracht__bovenliggende",
            "procedure__matchvraag__opdracht__opgave",
        )
        .select_for_update(of=("self", "procedure"), skip_locked=True)
        .order_by("vervalt_op", "pk")
        .first()
    )


def _sluit(termijn: Termijn, status: TermijnStatus, resultaat: str, nu: datetime) -> None:
    Termijn.objects.filter(pk=termijn.pk).update(
        status=status, verwerkt_op=nu, resultaat=resultaat[:200]
    )


def _mislukt(pk: int, nu: datetime) -> str:
    """Count the try; after three the row is parked and people are told."""
    with transaction.atomic():
        termijn = (
            Termijn.objects.select_for_update(of=("self",)).select_related("procedure__matchvraag")
            .get(pk=pk)
        )
        termijn.pogingen += 1
        is_geparkeerd = termijn.pogingen >= MAX_POGINGEN
        if is_geparkeerd:
            termijn.status = TermijnStatus.GEPARKEERD
            termijn.resultaat = "Drie keer mislukt"
            noteer("termijn_geparkeerd", op=termijn.procedure, door=SYSTEEM, nu=nu,
                   termijn=termijn.public_id)
            berichten_plaatsen(
                ontvanger_ids=gebruikers_met_rol(RolCode.BEHEERDER, lokale_dag(nu)),
                soort=BerichtSoort.TERMIJN,
                onderwerp=f"Een termijn kon niet worden verwerkt: {termijn.procedure.matchvraag}",
                url=f"/procedures/{termijn.procedure.public_id}/",
                sleutel=f"geparkeerd:{termijn.public_id}", nu=nu,
            )
        termijn.save()
    return "geparkeerd" if is_geparkeerd else "mislukt"


def _handel_af(termijn: Termijn, nu: datetime) -> tuple[TermijnStatus, str]:
    """Check again under the lock, then do what the table says."""
    procedure = termijn.procedure
    if procedure.fase != termijn.fase:
        return TermijnStatus.VERVALLEN, "De procedure is al verder"
    sleutel = termijn.afleiding["moment"]
    moment = moment_van(procedure.route, procedure.fase, sleutel)
    return TermijnStatus.VERWERKT, _DOEN[sleutel](termijn, moment, nu)


def _f0_termijn(termijn: Termijn, moment: Moment, nu: datetime) -> str:
    """Phase 0 has had its time: ask the AOG, or go on at once, as the province set (R300)."""
    procedure = termijn.procedure
    if kern.instelling("F0_NA_TERMIJN", op=lokale_dag(nu)) == "automatisch":
        return _f0_respijt(termijn, moment, nu)
    respijt = volgend_moment(procedure.route, procedure.fase, moment.sleutel)
    nieuw = momenten.termijn_zetten(procedure, respijt, nu)
    _bericht(termijn, eigenaar_ids(procedure, lokale_dag(nu)),
             f"Fase 0 is om: publiceren of niet? {procedure.matchvraag}", nu)
    return f"AOG gevraagd; {respijt.wat} Dat gebeurt op {nieuw.afleiding['datum']}."


def _f0_respijt(termijn: Termijn, moment: Moment, nu: datetime) -> str:
    if ligt_match_voor(termijn.procedure):
        momenten.termijn_zetten(termijn.procedure, F0_RESPIJT, nu)
        return "Er ligt een match voor; daarna kijken we opnieuw."
    publicatie = tro_publiceren(
        procedure=termijn.procedure, reden="De termijn van fase 0 is verstreken.", door=SYSTEEM,
        nu=nu,
    )
    return f"Gepubliceerd als nummer {publicatie.nummer}"


def _wachttijd(termijn: Termijn, moment: Moment, nu: datetime) -> str:
    """T5: the reaction time is over and there is no match: the table may have it."""
    publicatie = open_publicatie(termijn.procedure)
    if publicatie is None:
        return "Er staat geen publicatie open"
    fase_afsluiten(
        procedure=termijn.procedure, naar=Fase.MATCHTAFEL, reden="De reactietijd is voorbij.",
        door=SYSTEEM, nu=nu,
    )
    return "Klaar voor de matchtafel"


def _f2_signaal(termijn: Termijn, moment: Moment, nu: datetime) -> str:
    """Too long without a table: the chair and the directeur M&O hear it; nothing moves (R301)."""
    voorzitters = list(
        Agendapunt.objects.filter(procedure=termijn.procedure)
        .values_list("sessie__voorzitter__gebruiker_id", flat=True)
    )
    _bericht(
        termijn, voorzitters + gebruikers_met_rol(RolCode.DIRECTEUR_MO, lokale_dag(nu)),
        f"Wacht lang op de matchtafel: {termijn.procedure.matchvraag}", nu,
    )
    return "Signaal gegeven"


def _f3_signaal(termijn: Termijn, moment: Moment, nu: datetime) -> str:
    _bericht(termijn, _werver_en_aog(termijn.procedure, nu),
             f"Externe werving duurt lang: {termijn.procedure.matchvraag}", nu)
    return "Signaal gegeven"


def _jaarsignaal(termijn: Termijn, moment: Moment, nu: datetime) -> str:
    _bericht(termijn, _werver_en_aog(termijn.procedure, nu),
             f"Inlening duurt over acht weken een jaar: {termijn.procedure.matchvraag}", nu)
    return "Signaal gegeven"


def _werver_en_aog(procedure: Procedure, nu: datetime) -> list[int | None]:
    dag = lokale_dag(nu)
    wervers = [
        rij.medewerker.gebruiker_id
        for werving in procedure.wervingen.select_related("pteam")
        for rij in werving.pteam.pmanagers.select_related("medewerker")
        if rij.begin <= dag and (rij.einde is None or dag < rij.einde)
    ]
    return wervers + eigenaar_ids(procedure, dag)


def _bericht(termijn: Termijn, ontvangers: list[int | None], onderwerp: str, nu: datetime) -> None:
    berichten_plaatsen(
        ontvanger_ids=ontvangers, soort=BerichtSoort.TERMIJN, onderwerp=onderwerp,
        url=f"/procedures/{termijn.procedure.public_id}/",
        sleutel=f"termijn:{termijn.public_id}", nu=nu,
    )


_DOEN: dict[str, Callable[[Termijn, Moment, datetime], str]] = {
    "f0_termijn": _f0_termijn,
    "f0_respijt": _f0_respijt,
    "wachttijd": _wachttijd,
    "f2_signaal": _f2_signaal,
    "f3_signaal": _f3_signaal,
    "jaarsignaal": _jaarsignaal,
}
