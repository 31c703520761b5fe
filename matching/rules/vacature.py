"""Why the text of a vacancy may not go outside, change, or be taken back (R275)."""

from datetime import date, timedelta
from urllib.parse import urlsplit

from django.core.exceptions import ValidationError
from django.core.validators import validate_email

from config.kern.actor import Actor
from config.kern.fouten import Beletsel, invoer, toestand
from matching.enums import WervingSoort, WervingStatus
from matching.models import ExterneWerving, Vacature
from matching.rules.werving import beletsel_pmanager

LOOPT = (WervingStatus.OPEN, WervingStatus.IN_SELECTIE)
LANGST = timedelta(days=366)


def beletsel_vacature_publiceren(
    werving: ExterneWerving, *, door: Actor, dag: date, laatste_dag: date | None = None,
    solliciteren: str | None = None,
) -> Beletsel | None:
    if bezwaar := beletsel_pmanager(werving, door):
        return bezwaar
    if werving.soort != WervingSoort.VACATURE:
        return toestand("Alleen een vacature komt op internet, inlening en inhuur niet.")
    if werving.status not in LOOPT:
        return toestand("Deze werving loopt niet meer.")
    if laatste_dag is not None and not dag <= laatste_dag <= dag + LANGST:
        return invoer("Kies een laatste dag tussen vandaag en over een jaar.", "laatste_dag")
    if solliciteren is not None and not is_weg_om_te_solliciteren(solliciteren):
        return invoer(
            "Vul een e-mailadres in, of een webadres dat met https:// begint.", "solliciteren"
        )
    return None


def is_weg_om_te_solliciteren(waarde: str) -> bool:
    """An address to mail to, or a page that is safe to visit."""
    delen = urlsplit(waarde)
    if delen.scheme:
        return delen.scheme == "https" and bool(delen.netloc)
    try:
        validate_email(waarde)
    except ValidationError:
        return False
    return True


def beletsel_vacature_offline_halen(vacature: Vacature, *, door: Actor) -> Beletsel | None:
    if bezwaar := beletsel_pmanager(vacature.werving, door):
        return bezwaar
    if vacature.offline_op is not None:
        return toestand("Deze vacature staat niet meer op internet.")
    return None
