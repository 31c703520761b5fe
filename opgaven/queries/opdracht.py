"""One opgave or opdracht with everything a page shows."""

from datetime import date
from uuid import UUID

from django.db.models import Prefetch, Q, prefetch_related_objects
from django.http import Http404

from opgaven.enums import ScopeStatus, Toetsonderdeel
from opgaven.models import (
    Capaciteitsvraag,
    Mijlpaal,
    ODomein,
    Opdracht,
    Opgave,
    OpgaveToedeling,
    Programmering,
    Risico,
    ScopeVersie,
    Toets,
)
from pdomein.models import Competentie, Professie


def opgave_met(id: UUID) -> Opgave:
    """One opgave; 404 when unknown."""
    gevonden = (
        Opgave.objects.select_related("beleidsdoel__ambitie__begroting").filter(public_id=id)
        .first()
    )
    if gevonden is None:
        raise Http404("Deze opgave bestaat niet.")
    return gevonden


def toedelingen_van(opgave: Opgave) -> list[OpgaveToedeling]:
    return list(opgave.toedelingen.select_related("odomein", "besluit__gremium"))


def odomeinen() -> list[ODomein]:
    return list(ODomein.objects.all())


def opdracht_met(id: UUID) -> Opdracht:
    """One opdracht with its place in the begroting; 404 when unknown."""
    gevonden = (
        Opdracht.objects.select_related(
            "opgave__beleidsdoel__ambitie__begroting", "bovenliggende__opgave"
        ).filter(public_id=id).first()
    )
    if gevonden is None:
        raise Http404("Deze opdracht bestaat niet.")
    return gevonden


def opdrachten_met_woorden(zoek: str, maximum: int = 20) -> list[Opdracht]:
    """Opdrachten whose code or title holds every word, to point one out in a form."""
    rijen = Opdracht.objects.select_related("opgave", "bovenliggende")
    for woord in zoek.replace("\x00", "").split()[:8]:
        rijen = rijen.filter(Q(naam__icontains=woord) | Q(code__icontains=woord))
    return list(rijen.order_by("code")[:maximum])


def opdracht_met_alles(id: UUID) -> Opdracht:
    """One opdracht with all its parts, in a fixed number of queries."""
    opdracht = opdracht_met(id)
    vragen = Capaciteitsvraag.objects.select_related("professie").prefetch_related(
        "competenties__competentie"
    )
    programmeringen = Programmering.objects.select_related(
        "besluit__besluitenlijst__vergadering__gremium"
    ).order_by("pk")
    prefetch_related_objects(
        [opdracht],
        Prefetch("scopes", queryset=ScopeVersie.objects.select_related("beslist_door")),
        Prefetch("toetsen", queryset=Toets.objects.select_related("getoetst_door")),
        Prefetch("capaciteitsvragen", queryset=vragen),
        Prefetch("programmeringen", queryset=programmeringen),
        "mijlpalen", "risicos", "deelopdrachten", "statusovergangen__door",
        "statusovergangen__besluit",
    )
    return opdracht


def toets_in_delen(opdracht: Opdracht) -> list[tuple[str, str, Toets | None]]:
    """The three parts in a fixed order: code, label and what was found, if anything (R204)."""
    gevonden = {t.onderdeel: t for t in opdracht.toetsen.all()}
    return [(o.value, o.label, gevonden.get(o.value)) for o in Toetsonderdeel]


def geldende_scope(opdracht: Opdracht) -> ScopeVersie | None:
    """The newest accorded version (R029)."""
    return next(
        (s for s in opdracht.scopes.all() if s.status == ScopeStatus.GEACCORDEERD), None
    )


def late_mijlpalen(opdracht: Opdracht, op: date) -> int:
    return sum(m.gehaald_op is None and m.datum < op for m in opdracht.mijlpalen.all())


def scope_met(opdracht: Opdracht, id: UUID) -> ScopeVersie:
    return _deel(ScopeVersie.objects.filter(opdracht=opdracht), id, "Deze scope")


def capaciteitsvraag_met(id: UUID) -> Capaciteitsvraag:
    rijen = Capaciteitsvraag.objects.select_related("opdracht__opgave", "opdracht__bovenliggende")
    return _deel(rijen.prefetch_related("competenties"), id, "Deze capaciteitsvraag")


def mijlpaal_met(id: UUID) -> Mijlpaal:
    rijen = Mijlpaal.objects.select_related("opdracht__opgave", "opdracht__bovenliggende")
    return _deel(rijen, id, "Deze mijlpaal")


def risico_met(id: UUID) -> Risico:
    rijen = Risico.objects.select_related("opdracht__opgave", "opdracht__bovenliggende")
    return _deel(rijen, id, "Dit risico")


def _deel(rijen, id: UUID, wat: str):
    gevonden = rijen.filter(public_id=id).first()
    if gevonden is None:
        raise Http404(f"{wat} bestaat niet.")
    return gevonden


def professies() -> list[Professie]:
    return list(Professie.objects.all())


def competenties() -> list[Competentie]:
    """Competenties that may still be asked for."""
    return list(Competentie.objects.filter(vervallen_op=None))
