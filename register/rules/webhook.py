"""Who may connect another system to the register, and to which address."""

from collections.abc import Sequence

from django.conf import settings

from config.kern.actor import Actor
from config.kern.fouten import Beletsel, invoer, toestand
from config.kern.rules import beletsel_beheren
from config.kern.uitgaand import beletsel_adres
from register.enums import Bezorgstatus, GebeurtenisSoort
from register.models import Bezorging, Webhook


def beletsel_webhook_toevoegen(
    *, naam: str, url: str, soorten: Sequence[str], door: Actor
) -> Beletsel | None:
    if beletsel := beletsel_beheren(door):
        return beletsel
    if not naam.strip():
        return invoer("Geef de webhook een naam.", "naam")
    if zin := beletsel_adres(url, settings.INZET_WEBHOOK_PRIVE):
        return invoer(zin, "url")
    if not set(soorten) <= set(GebeurtenisSoort.values):
        return invoer("Kies gebeurtenissen uit de lijst.", "soorten")
    if Webhook.objects.filter(naam=naam.strip()).exists():
        return toestand("Er is al een webhook met deze naam.", "naam")
    return None


def beletsel_webhook_schakelen(*, door: Actor) -> Beletsel | None:
    return beletsel_beheren(door)


def beletsel_webhook_geheim_vernieuwen(*, door: Actor) -> Beletsel | None:
    return beletsel_beheren(door)


def beletsel_bezorging_herhalen(*, bezorging: Bezorging, door: Actor) -> Beletsel | None:
    if beletsel := beletsel_beheren(door):
        return beletsel
    if bezorging.status == Bezorgstatus.BEZORGD:
        return toestand("Deze gebeurtenis is al bezorgd.")
    return None
