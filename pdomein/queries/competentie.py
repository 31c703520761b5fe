"""The shared list of competenties as a tree (R342)."""

from collections.abc import Iterable, Iterator
from datetime import date
from uuid import UUID

from django.contrib.postgres.search import SearchQuery, SearchVector
from django.db.models import Count, Q, QuerySet
from django.http import Http404

from pdomein.enums_leren import CompetentieBron
from pdomein.models import Competentie, CompetentieSynoniem
from pdomein.skos import Begrip

Keuze = tuple[str, str]
KEUZES_MAX = 400


def competenties_lijst(op: date) -> QuerySet[Competentie]:
    """What is on the list on ``op``, by name."""
    return Competentie.objects.filter(Q(vervallen_op=None) | Q(vervallen_op__gt=op))


def competenties_met_synoniemen() -> QuerySet[Competentie]:
    """The whole list with its tree and synonyms."""
    return Competentie.objects.select_related("bovenliggende").prefetch_related("synoniemen")


def competentie_keuzes(
    op: date, zoek: str = "", erbij: Iterable[str] = ()
) -> list[tuple[str, list[Keuze]]]:
    """Choices for a select, grouped by the top of the tree.

    A list of thousands does not fit in a select: then the own list, what ``zoek`` finds and
    ``erbij`` (public ids that were chosen before).
    """
    lijst = competenties_lijst(op)
    if lijst.count() > KEUZES_MAX:
        bekend = [waarde for waarde in erbij if _is_uuid(waarde)]
        gevonden = list(passende_competenties(zoek[:100]))[:KEUZES_MAX] if zoek.strip() else []
        lijst = lijst.filter(
            Q(bron=CompetentieBron.EIGEN) | Q(public_id__in=bekend) | Q(pk__in=gevonden)
        )
    alle = {c.pk: c for c in lijst}
    groepen: dict[str, list[Keuze]] = {}
    for competentie in alle.values():
        top = competentie
        while top.bovenliggende_id in alle:
            top = alle[top.bovenliggende_id]
        groepen.setdefault(top.naam, []).append((str(competentie.public_id), competentie.naam))
    return sorted(groepen.items())


def is_groot(op: date) -> bool:
    """Too long for one select; then people search first."""
    return competenties_lijst(op).count() > KEUZES_MAX


def _is_uuid(waarde: str) -> bool:
    try:
        UUID(str(waarde))
    except ValueError:
        return False
    return True


def takken(op: date, zoek: str = "") -> QuerySet[Competentie]:
    """The tops of the tree, or what ``zoek`` finds; each with how many fall under it."""
    lijst = competenties_lijst(op).select_related("bovenliggende")
    if zoek.strip():
        lijst = lijst.filter(pk__in=list(passende_competenties(zoek[:100])))
    else:
        lijst = lijst.filter(bovenliggende=None)
    onder = Count("onderliggende", filter=Q(onderliggende__vervallen_op=None))
    return lijst.annotate(aantal_onder=onder).order_by("naam", "pk")


def pad_van(competentie: Competentie) -> list[Competentie]:
    """Everything above, from the top down."""
    pad: list[Competentie] = []
    stap = competentie.bovenliggende
    while stap is not None and stap not in pad:
        pad.insert(0, stap)
        stap = stap.bovenliggende
    return pad


def onder(competentie: Competentie, op: date) -> QuerySet[Competentie]:
    return competenties_lijst(op).filter(bovenliggende=competentie)


def begrippen(schema: str) -> Iterator[Begrip]:
    """The whole list for SKOS; addresses stand under ``schema`` (R342)."""
    rijen = (
        Competentie.objects.select_related("bovenliggende").prefetch_related("synoniemen")
        .order_by("code").iterator(chunk_size=1000)
    )
    for c in rijen:
        boven = c.bovenliggende
        yield Begrip(
            uri=f"{schema}#{c.code}", naam=c.naam, omschrijving=c.omschrijving,
            synoniemen=tuple(s.naam for s in c.synoniemen.all()),
            boven=f"{schema}#{boven.code}" if boven else "", zelfde=c.uri,
            is_vervallen=c.vervallen_op is not None,
        )


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
