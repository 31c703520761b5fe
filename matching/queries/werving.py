"""External recruitment, for who recruits and for who steers."""

from datetime import date

from django.db.models import CharField, Exists, OuterRef, Q, QuerySet, Value
from django.db.models.functions import Cast, Concat

from config.kern.actor import Actor, Recht
from config.kern.models import Bericht
from matching.enums import WervingStatus
from matching.models import ExterneWerving
from matching.queries.bord import mijn_opdrachten


def wervingen_van(actor: Actor) -> QuerySet[ExterneWerving]:
    """All of them for directors and P-beraad; for others those of own teams and opdrachten."""
    rijen = ExterneWerving.objects.select_related(
        "pteam", "procedure__matchvraag__opdracht__opgave"
    )
    if actor.heeft_ergens(Recht.DOMEIN_REGIE) or actor.heeft(Recht.CAPACITEIT_INZIEN):
        return rijen
    return rijen.filter(
        Q(pteam__in=actor.objecten(Recht.PTEAM_LEIDEN, "pteam"))
        | Q(procedure__matchvraag__opdracht__in=mijn_opdrachten(actor))
    )


def aflopende_wervingen(van: date, tot: date) -> QuerySet[ExterneWerving]:
    """Hired or borrowed people who leave in this period, with nothing said about what they know.

    Who was already asked is left out.
    """
    gevraagd = Bericht.objects.filter(
        sleutel__startswith=Concat(Value("kennis:"), Cast(OuterRef("public_id"), CharField()))
    )
    return ExterneWerving.objects.filter(
        ~Exists(gevraagd), status=WervingStatus.VERVULD, kennisoverdracht_op=None,
        einde__gt=van, einde__lte=tot,
    ).select_related("pteam", "procedure__matchvraag__opdracht__opgave")
