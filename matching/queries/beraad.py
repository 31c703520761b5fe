"""Which gremium matching brings something to, and whether it lies there already (R239)."""

from config.kern.enums import GremiumSoort, PuntSoort
from config.kern.models import Beraadspunt, Gremium
from matching.models import Procedure


def gremium_van(soort: GremiumSoort) -> Gremium | None:
    return Gremium.objects.filter(soort=soort).order_by("pk").first()


def ligt_bij_beraad(procedure: Procedure) -> bool:
    """A dilemma about this procedure waits at one rung of the ladder."""
    return Beraadspunt.objects.lopend().filter(
        object_id=procedure.public_id, soort=PuntSoort.DILEMMA
    ).exists()


def dilemma_van(procedure: Procedure) -> Beraadspunt | None:
    """The point of now, with the gremium it lies at."""
    return (
        Beraadspunt.objects.lopend().select_related("gremium")
        .filter(object_id=procedure.public_id).order_by("-ingebracht_op").first()
    )
