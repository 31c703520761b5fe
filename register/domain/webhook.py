"""Webhooks: another system hears at once, and can check that it was us (Standard Webhooks)."""

import base64
import hashlib
import hmac
import json
import logging
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta

from django.conf import settings
from django.db import transaction

from config.kern.actor import Actor
from config.kern.domain.logboek import noteer
from config.kern.fouten import eis
from config.kern.uitgaand import NietToegestaan, verstuur
from register.enums import Bezorgstatus
from register.models import Bezorging, Registergebeurtenis, Webhook
from register.queries.webhook import laatste_volgnummer
from register.rules import webhook as rules

logger = logging.getLogger(__name__)
PORTIE = 50
# after each failure, as Standard Webhooks advises
UITSTEL = (
    timedelta(seconds=5), timedelta(minutes=5), timedelta(minutes=30), timedelta(hours=2),
    timedelta(hours=5), timedelta(hours=10), timedelta(hours=14),
)


@transaction.atomic
def webhook_toevoegen(
    *, naam: str, url: str, soorten: Sequence[str] = (), door: Actor, nu: datetime
) -> Webhook:
    """Let another system hear of every event from now on (R193)."""
    eis(rules.beletsel_webhook_toevoegen(naam=naam, url=url, soorten=soorten, door=door))
    webhook = Webhook.objects.create(
        naam=naam.strip(), url=url, soorten=list(soorten), na_volgnummer=laatste_volgnummer(),
        aangemaakt_op=nu,
    )
    noteer("webhook_toegevoegd", op=webhook, door=door, nu=nu)
    return webhook


@transaction.atomic
def webhook_schakelen(
    *, webhook: Webhook, is_actief: bool, door: Actor, nu: datetime
) -> Webhook:
    """Stop or go on; what waits is kept."""
    webhook = Webhook.objects.select_for_update(of=("self",)).get(pk=webhook.pk)
    eis(rules.beletsel_webhook_schakelen(door=door))
    webhook.is_actief = is_actief
    webhook.save(update_fields=["is_actief"])
    noteer("webhook_geschakeld", op=webhook, door=door, nu=nu, is_actief=is_actief)
    return webhook


@transaction.atomic
def webhook_geheim_vernieuwen(*, webhook: Webhook, door: Actor, nu: datetime) -> Webhook:
    """Give the receiver a new secret; the old one counts no more."""
    webhook = Webhook.objects.select_for_update(of=("self",)).get(pk=webhook.pk)
    eis(rules.beletsel_webhook_geheim_vernieuwen(door=door))
    webhook.versie += 1
    webhook.save(update_fields=["versie"])
    noteer("webhook_geheim_vernieuwd", op=webhook, door=door, nu=nu, versie=webhook.versie)
    return webhook


@transaction.atomic
def bezorging_herhalen(*, bezorging: Bezorging, door: Actor, nu: datetime) -> Bezorging:
    """Try a delivery again that was given up, or do not wait for the next try."""
    bezorging = Bezorging.objects.select_for_update(of=("self",)).get(pk=bezorging.pk)
    eis(rules.beletsel_bezorging_herhalen(bezorging=bezorging, door=door))
    bezorging.status, bezorging.pogingen = Bezorgstatus.WACHT, 0
    bezorging.volgende_poging = nu
    bezorging.save(update_fields=["status", "pogingen", "volgende_poging"])
    noteer("bezorging_herhaald", op=bezorging.webhook, door=door, nu=nu)
    return bezorging


def sleutel_van(webhook: Webhook) -> bytes:
    """The key of this webhook; it is derived, so that no secret lies in the database."""
    zaad = f"webhook:{webhook.public_id}:{webhook.versie}"
    return hmac.new(settings.SECRET_KEY.encode(), zaad.encode(), hashlib.sha256).digest()


def geheim_van(webhook: Webhook) -> str:
    """As the receiver types it in."""
    return f"whsec_{base64.b64encode(sleutel_van(webhook)).decode()}"


def bericht_van(gebeurtenis: Registergebeurtenis) -> bytes:
    """A CloudEvent, in the shape of the NL GOV profile."""
    return json.dumps({
        "specversion": "1.0", "id": str(gebeurtenis.public_id), "source": settings.INZET_ADRES,
        "type": f"nl.inzet.register.{gebeurtenis.soort}",
        "subject": gebeurtenis.gegevens.get("vermelding", gebeurtenis.sleutel),
        "time": gebeurtenis.tijdstip.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ"),
        "datacontenttype": "application/json",
        "data": gebeurtenis.gegevens | {"volgnummer": gebeurtenis.volgnummer},
    }, separators=(",", ":")).encode()


def koppen_van(webhook: Webhook, id_: str, inhoud: bytes, nu: datetime) -> dict[str, str]:
    """Headers with the signature over id, time and content."""
    tijd = str(int(nu.timestamp()))
    te_tekenen = f"{id_}.{tijd}.".encode() + inhoud
    merk = hmac.new(sleutel_van(webhook), te_tekenen, hashlib.sha256).digest()
    return {
        "Content-Type": "application/cloudevents+json; charset=utf-8", "User-Agent": "Inzet",
        "webhook-id": id_, "webhook-timestamp": tijd,
        "webhook-signature": f"v1,{base64.b64encode(merk).decode()}",
    }


def bezorgen(*, nu: datetime, aantal: int = PORTIE) -> int:
    """Send what is due, each in its own transaction, oldest first; gives how many arrived.

    A receiver that does not answer waits for the next run, so that it holds up nobody else.
    """
    bezorgd, stil = 0, set()
    for _ in range(aantal):
        uitkomst = _bezorg_een(zonder=stil, nu=nu)
        if uitkomst is None:
            break
        webhook_id, gelukt = uitkomst
        bezorgd += gelukt
        if not gelukt:
            stil.add(webhook_id)
    return bezorgd


@transaction.atomic
def _bezorg_een(*, zonder: set[int], nu: datetime) -> tuple[int, bool] | None:
    bezorging = (
        Bezorging.objects.te_bezorgen(nu).exclude(webhook__in=zonder)
        .select_related("webhook", "gebeurtenis").order_by("pk")
        .select_for_update(of=("self",), skip_locked=True).first()
    )
    if bezorging is None:
        return None
    gelukt, uitkomst = _stuur(bezorging, nu)
    bezorging.pogingen += 1
    bezorging.laatste_poging, bezorging.uitkomst = nu, uitkomst[:120]
    if gelukt:
        bezorging.status = Bezorgstatus.BEZORGD
    elif bezorging.pogingen >= Bezorging.MAX_POGINGEN:
        bezorging.status = Bezorgstatus.OPGEGEVEN
    else:
        bezorging.volgende_poging = nu + UITSTEL[bezorging.pogingen - 1]
    bezorging.save()
    return bezorging.webhook_id, gelukt


def _stuur(bezorging: Bezorging, nu: datetime) -> tuple[bool, str]:
    webhook, gebeurtenis = bezorging.webhook, bezorging.gebeurtenis
    inhoud = bericht_van(gebeurtenis)
    koppen = koppen_van(webhook, f"msg_{gebeurtenis.public_id.hex}", inhoud, nu)
    try:
        status = verstuur(webhook.url, inhoud, koppen, prive_mag=settings.INZET_WEBHOOK_PRIVE)
    except NietToegestaan as fout:
        return False, str(fout)
    except OSError as fout:
        logger.warning("Webhook %s niet bereikt: %s", webhook.pk, type(fout).__name__)
        return False, f"Niet bereikt ({type(fout).__name__})"
    return 200 <= status < 300, f"Antwoord {status}"
