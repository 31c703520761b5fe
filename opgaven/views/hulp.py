"""What the pages of this app share: filters from the address, a form that meets a newer row."""

from django.forms import BaseForm
from django.http import HttpRequest, QueryDict

from config.kern.facetten import Facet, facet
from opgaven.queries import FACETTEN, Filters, facet_opties
from opgaven.queries.lijst import Wie

LANG = ("aog", "professie")


def invoer(request: HttpRequest) -> QueryDict | None:
    """What was sent; an empty form that was sent is still a form that was sent."""
    return request.POST if request.method == "POST" else None


def filters_uit(vraag: QueryDict) -> Filters:
    """The filters of the portfolio as they stand in the address."""
    keuzes = {naam: tuple(vraag.getlist(naam)) for naam in FACETTEN}
    return Filters(
        zoek=vraag.get("zoek", "")[:200], sorteer=vraag.get("sorteer", "code"), **keuzes
    )


def facetten_van(
    filters: Filters, tellingen: dict[str, dict[str, int]], wie: Wie
) -> list[Facet]:
    """Long facets show only values that leave something, or that were chosen."""
    opties = facet_opties(wie)
    for naam in LANG:
        over = {*tellingen[naam], *getattr(filters, naam)}
        opties[naam] = [(w, label) for w, label in opties[naam] if w in over]
    return [
        facet(
            naam, titel,
            [(w, label, tellingen[naam].get(w, 0)) for w, label in opties[naam]],
            gekozen=getattr(filters, naam),
        )
        for naam, (titel, _) in FACETTEN.items()
    ]


def ververs_versie(formulier: BaseForm, versie: int) -> None:
    """After a refusal the next save is about the newest version, with the own input kept."""
    gegevens = formulier.data.copy()
    gegevens["versie"] = str(versie)
    formulier.data = gegevens


def vraag_van(vraag: QueryDict) -> str:
    """The part of the address that the portfolio knows, in a fixed order."""
    uit = QueryDict(mutable=True)
    for naam in ("zoek", "sorteer"):
        if vraag.get(naam):
            uit[naam] = vraag[naam][:200]
    for naam in FACETTEN:
        uit.setlist(naam, [w[:60] for w in vraag.getlist(naam)[:30]])
    return uit.urlencode()[:1000]
