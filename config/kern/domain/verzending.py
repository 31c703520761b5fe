"""Mail leaves from the outbox: at least once, with a key that tells doubles apart (R414)."""

import logging
from datetime import datetime, timedelta
from smtplib import SMTPException

from django.core.mail import EmailMessage, get_connection
from django.core.mail.backends.base import BaseEmailBackend
from django.db import transaction
from django.db.models import F

from config.kern import queries
from config.kern.domain.brief import brief_bericht, brief_samenvatting
from config.kern.models import Bericht
from config.kern.werkdagen import begin_van_dag, is_werkdag, lokale_dag

logger = logging.getLogger(__name__)
PORTIE = 50


def berichten_verzenden(*, nu: datetime, aantal: int = PORTIE) -> int:
    """Mail at most ``aantal`` waiting messages and say how many left.

    Each message is its own transaction and is skipped while another worker holds it. A message
    that fails is tried again later, at most ``Bericht.MAX_POGINGEN`` times.
    """
    verzonden, gezien = 0, 0
    with get_connection() as verbinding:
        while verzonden < aantal:
            uitkomst = _verzend_een(na=gezien, nu=nu, verbinding=verbinding)
            if uitkomst is None:
                break
            gezien, gelukt = uitkomst
            verzonden += gelukt
    return verzonden


@transaction.atomic
def _verzend_een(
    *, na: int, nu: datetime, verbinding: BaseEmailBackend
) -> tuple[int, bool] | None:
    bericht = (
        Bericht.objects.te_mailen().filter(pk__gt=na).select_related("ontvanger").order_by("pk")
        .select_for_update(of=("self",), skip_locked=True).first()
    )
    if bericht is None:
        return None
    gelukt = _lever(brief_bericht(bericht), verbinding, f"bericht {bericht.pk}")
    Bericht.objects.filter(pk=bericht.pk).update(
        verzonden_op=nu if gelukt else None, pogingen=F("pogingen") + 1
    )
    return bericht.pk, gelukt


def samenvattingen_verzenden(*, nu: datetime) -> int:
    """Mail who chose one mail per werkdag, from ``SAMENVATTING_UUR`` on; says how many left.

    On a day that is no werkdag nothing goes; what waited goes on the next one.
    """
    dag = lokale_dag(nu)
    uur = timedelta(hours=int(queries.instelling("SAMENVATTING_UUR", op=dag)))
    grens = begin_van_dag(dag) + uur
    if nu < grens or not is_werkdag(dag, queries.niet_werkdagen()):
        return 0
    wachtend = Bericht.objects.voor_samenvatting(grens)
    mensen = wachtend.order_by("ontvanger_id").values_list("ontvanger_id", flat=True).distinct()
    ids = list(mensen[:PORTIE])
    if not ids:
        return 0
    with get_connection() as verbinding:
        return sum(_verzend_samenvatting(pk, grens, nu, verbinding) for pk in ids)


@transaction.atomic
def _verzend_samenvatting(
    ontvanger_id: int, grens: datetime, nu: datetime, verbinding: BaseEmailBackend
) -> bool:
    berichten = list(
        Bericht.objects.voor_samenvatting(grens).filter(ontvanger_id=ontvanger_id)
        .select_related("ontvanger").order_by("aangemaakt_op", "pk")
        .select_for_update(of=("self",), skip_locked=True)
    )
    if not berichten:
        return False
    brief = brief_samenvatting(berichten, berichten[0].ontvanger)
    gelukt = _lever(brief, verbinding, f"samenvatting voor gebruiker {ontvanger_id}")
    Bericht.objects.filter(pk__in=[b.pk for b in berichten]).update(
        verzonden_op=nu if gelukt else None, pogingen=F("pogingen") + 1
    )
    return gelukt


def _lever(brief: EmailMessage, verbinding: BaseEmailBackend, wat: str) -> bool:
    try:
        verbinding.send_messages([brief])
    except (SMTPException, OSError, ValueError) as fout:
        logger.warning("Mail niet verzonden (%s): %s", wat, type(fout).__name__)
        return False
    return True
