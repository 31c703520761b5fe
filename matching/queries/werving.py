"""External recruitment, for who recruits and for who steers."""

from django.db.models import Q, QuerySet

from config.kern.actor import Actor, Recht
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
