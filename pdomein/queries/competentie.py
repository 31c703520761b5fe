"""The shared list of competenties as a tree (R342)."""

from datetime import date
from uuid import UUID

from django.contrib.postgres.search import SearchQuery, SearchVector
from django.db.models import Q, QuerySet
from django.http import Http404

from pdomein.models import Competentie, CompetentieSynoniem

Keuze = tuple[str, str]


def competenties_lijst(op: date) -> QuerySet[Competentie]:
    """What is on the list on ``op``, by name."""
    return Competentie.objects.filter(Q(vervallen_op=None) | Q(vervallen_op__gt=op))


def competenties_met_synoniemen() -> QuerySet[Competentie]:
    """The whole list with its tree and synonyms."""
    return Competentie.objects.select_related("bovenliggende").prefetch_related("synoniemen")


def competentie_keuzes(op: date) -> list[tuple[str, list[Keuze]]]:
    """Choices for a select: grouped by the top of the tree, one query."""
    alle = {c.pk: c for c in competenties_lijst(op)}
    groepen: dict[str, list[Keuze]] = {}
    for competentie in alle.values():
        top = competentie
        while top.bovenliggende_id in alle:
            top = alle[top.bovenliggende_id]
        groepen.setdefault(top.naam, []).append((str(competentie.public_id), competentie.naam))
    return sorted(groepen.items())


def competentie_met(public_id: UUID | str) -> Competentie:
    """One competentie; 404 when unknown."""
    competentie = Competentie.objects.filter(public_id=public_id).first()
    if competentie is None:
        raise Http404("Deze competentie bestaat niet.")
    return competentie


def passende_competenties(zoek: str) -> dict[int, str]:
    """Competenties that ``zoek`` means, each with the reason: own name, synonym or broader term.

    Any word counts, in any Dutch form; what falls under a found competentie is found too.
    """
    woorden = zoek.split()[:8]
    if not woorden:
        return {}
    op_naam, op_synoniem = Q(naam__icontains=zoek), Q(naam__icontains=zoek)
    for woord in woorden:
        if len(woord) > 2:
            vraag = SearchQuery(woord, config="dutch")
            op_naam |= Q(vector=vraag)
            op_synoniem |= Q(vector=vraag)
    vector = SearchVector("naam", config="dutch")
    gevonden = {
        s.competentie_id: f"ook wel: {s.naam}"
        for s in CompetentieSynoniem.objects.annotate(vector=vector).filter(op_synoniem)
    }
    zelf = Competentie.objects.annotate(vector=vector).filter(op_naam)
    gevonden |= dict.fromkeys(zelf.values_list("pk", flat=True), "")
    return _met_onderliggende(gevonden)


def _met_onderliggende(gevonden: dict[int, str]) -> dict[int, str]:
    if not gevonden:
        return {}
    takken = list(Competentie.objects.values_list("pk", "bovenliggende_id", "naam"))
    onder: dict[int, list[int]] = {}
    for pk, boven, _ in takken:
        if boven is not None:
            onder.setdefault(boven, []).append(pk)
    namen = {pk: naam for pk, _, naam in takken}
    uit = dict(gevonden)
    te_doen: list[tuple[int, int]] = [(pk, pk) for pk in gevonden]
    while te_doen:
        pk, top = te_doen.pop()
        for kind in onder.get(pk, ()):
            if kind not in uit:
                uit[kind] = f"valt onder {namen[top]}"
                te_doen.append((kind, top))
    return uit
