"""Mail leaves from the outbox: at least once, with a key that tells doubles apart (R414)."""

import hashlib
import logging
from datetime import datetime
from smtplib import SMTPException

from django.core.mail import EmailMessage, get_connection
from django.core.mail.backends.base import BaseEmailBackend
from django.db import transaction

from config.kern.models import Bericht

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
    try:
        verbinding.send_messages([_mail(bericht)])
    except (SMTPException, OSError, ValueError) as fout:
        logger.warning("Bericht %s niet verzonden: %s", bericht.pk, type(fout).__name__)
        Bericht.objects.filter(pk=bericht.pk).update(pogingen=bericht.pogingen + 1)
        return bericht.pk, False
    Bericht.objects.filter(pk=bericht.pk).update(
        verzonden_op=nu, pogingen=bericht.pogingen + 1
    )
    return bericht.pk, True


def _mail(bericht: Bericht) -> EmailMessage:
    """The subject says enough; the text holds no personal content, only where to look."""
    from django.conf import settings

    sleutel = hashlib.sha256(bericht.sleutel.encode()).hexdigest()[:32]
    adres = settings.INZET_ADRES.rstrip("/")
    tekst = (
        f"{bericht.onderwerp}\n\nBekijk het in Inzet: {adres}{bericht.url or '/meldingen/'}\n"
    )
    return EmailMessage(
        subject=" ".join(bericht.onderwerp.split()), body=tekst, to=[bericht.ontvanger.email],
        headers={"Message-ID": f"<{sleutel}@inzet>", "Auto-Submitted": "auto-generated"},
    )
