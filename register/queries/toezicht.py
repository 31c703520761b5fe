"""What the pages of proof show: anchors, the chain as lines, confirmations."""

from calendar import monthrange
from collections.abc import Iterator
from datetime import date
from uuid import UUID

from django.db.models import QuerySet
from django.http import Http404

from config.kern.enums import GremiumSoort
from config.kern.models import Gremium, Hartslag, Logregel
from config.kern.queries import instelling
from register.models import Anker, Registerbevestiging, Schakel

BLOK = 2_000


def aantal_schakels() -> int:
    """The number of the last link: numbers have no holes, so nothing needs counting."""
    return Schakel.objects.order_by("-volgnummer").values_list("volgnummer", flat=True).first() or 0


def ankers() -> QuerySet[Anker]:
    return Anker.objects.all()


def laatste_controle() -> Logregel | None:
    return Logregel.objects.filter(handeling="keten_gecontroleerd").order_by("-pk").first()


def nachtcontrole() -> Hartslag | None:
    return Hartslag.objects.filter(naam="keten").first()


def schakels_vanaf(na: int = 0) -> Iterator[Schakel]:
    """All links in order, a block at a time, so that a million fit in little memory."""
    while True:
        blok = list(Schakel.objects.filter(volgnummer__gt=na).order_by("volgnummer")[:BLOK])
        if not blok:
            return
        yield from blok
        na = blok[-1].volgnummer


def o_beraad() -> Gremium | None:
    return Gremium.objects.filter(soort=GremiumSoort.O_BERAAD).order_by("pk").first()


def bevestigingen() -> QuerySet[Registerbevestiging]:
    return Registerbevestiging.objects.select_related("gremium", "besluit", "bevestigd_door")


def bevestiging_met(public_id: UUID) -> Registerbevestiging:
    rij = bevestigingen().filter(public_id=public_id).first()
    if rij is None:
        raise Http404("Deze bevestiging bestaat niet.")
    return rij


def volgende_bevestiging(dag: date) -> date:
    """When the O-beraad should confirm again; today when it never did (R191)."""
    laatste = Registerbevestiging.objects.order_by("-peildag").values_list("peildag").first()
    if laatste is None:
        return dag
    maanden = instelling("REGISTER_BEVESTIG_MAANDEN", dag)
    jaar, maand = divmod(laatste[0].month - 1 + maanden, 12)
    laatste_dag = monthrange(laatste[0].year + jaar, maand + 1)[1]
    return laatste[0].replace(
        year=laatste[0].year + jaar, month=maand + 1, day=min(laatste[0].day, laatste_dag)
    )


def mutaties_na(volgnummer: int) -> QuerySet[Schakel]:
    return Schakel.objects.filter(volgnummer__gt=volgnummer).order_by("-volgnummer")

