"""The mails of Inzet: what it is about and where to look, never personal content (SCHERMEN 15)."""

import hashlib
from collections.abc import Sequence
from typing import Any

from django.conf import settings
from django.core.mail import EmailMultiAlternatives
from django.template.loader import render_to_string
from django.urls import reverse

from config.kern.models import Bericht, Gebruiker


def brief_bericht(bericht: Bericht) -> EmailMultiAlternatives:
    """One message, at once."""
    onderwerp = " ".join(bericht.onderwerp.split())
    return _brief(
        ("kern/mail/bericht.txt", "kern/mail/bericht.html"), [bericht], onderwerp=onderwerp,
        aan=bericht.ontvanger,
    )


def brief_samenvatting(berichten: Sequence[Bericht], aan: Gebruiker) -> EmailMultiAlternatives:
    """Everything of the last day in one mail."""
    aantal = len(berichten)
    onderwerp = "Inzet: 1 melding" if aantal == 1 else f"Inzet: {aantal} meldingen"
    return _brief(
        ("kern/mail/samenvatting.txt", "kern/mail/samenvatting.html"), berichten,
        onderwerp=onderwerp, aan=aan,
    )


def _brief(
    sjablonen: tuple[str, str], berichten: Sequence[Bericht], *, onderwerp: str, aan: Gebruiker
) -> EmailMultiAlternatives:
    """``sjablonen`` gives the mail as text and as HTML."""
    adres = settings.INZET_ADRES.rstrip("/")
    gegevens: dict[str, Any] = {
        "naam": aan.naam, "organisatie": settings.INZET_ORGANISATIE, "onderwerp": onderwerp,
        "regels": [(b, f"{adres}{b.url or reverse('kern:meldingen')}") for b in berichten],
        "mail_url": f"{adres}{reverse('kern:meldingen-mail')}",
    }
    brief = EmailMultiAlternatives(
        subject=onderwerp, body=render_to_string(sjablonen[0], gegevens),
        to=[aan.email],
        headers={"Message-ID": _kenmerk(berichten), "Auto-Submitted": "auto-generated"},
    )
    brief.attach_alternative(render_to_string(sjablonen[1], gegevens), "text/html")
    return brief


def _kenmerk(berichten: Sequence[Bericht]) -> str:
    """The same messages give the same key, so that a double can be recognised."""
    sleutels = "\n".join(b.sleutel for b in berichten)
    return f"<{hashlib.sha256(sleutels.encode()).hexdigest()[:32]}@inzet>"
