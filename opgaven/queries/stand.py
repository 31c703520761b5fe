"""Small facts about one opdracht, for a decision."""

from config.kern.enums import BesluitStatus
from opgaven.enums import ScopeStatus
from opgaven.levensloop import AFGELOPEN
from opgaven.models import Opdracht, Programmering


def open_programmering(opdracht: Opdracht) -> Programmering | None:
    """The point on a besluitenlijst that is still to be adopted."""
    return (
        Programmering.objects.filter(opdracht=opdracht, besluit__status=BesluitStatus.CONCEPT)
        .select_related("besluit__besluitenlijst__vergadering__gremium").first()
    )


def staat_op_lijst(opdracht: Opdracht) -> bool:
    return open_programmering(opdracht) is not None


def open_deelopdrachten(opdracht: Opdracht) -> list[str]:
    return list(
        opdracht.deelopdrachten.exclude(status__in=AFGELOPEN).values_list("naam", flat=True)
    )


def heeft_open_scope(opdracht: Opdracht) -> bool:
    return opdracht.scopes.filter(status=ScopeStatus.VOORGESTELD).exists()
