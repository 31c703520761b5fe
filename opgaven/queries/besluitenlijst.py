"""Meetings of the programmeerberaad and their besluitenlijsten (R218-R220)."""

from collections.abc import Sequence
from datetime import date
from uuid import UUID

from django.db.models import Count, Prefetch, QuerySet
from django.http import Http404

from config.kern.actor import Actor, Recht
from config.kern.enums import BesluitSoort, BesluitStatus, GremiumSoort
from config.kern.models import Besluit, Besluitenlijst, Gremium, Vergadering
from opgaven.enums import OpdrachtStatus, Toetsuitkomst
from opgaven.models import Opdracht, Programmering
from opgaven.models.toets import Toets

GREMIA = (
    GremiumSoort.PROGRAMMEERBERAAD, GremiumSoort.O_BERAAD, GremiumSoort.P_BERAAD, GremiumSoort.DT,
    GremiumSoort.GS, GremiumSoort.P_OVERLEG,
)


def besluiten_van(besluitenlijst: Besluitenlijst) -> list[Besluit]:
    """The decisions in the order of the list, each with its opdracht and toets."""
    opdrachten = Opdracht.objects.select_related("opgave", "bovenliggende").prefetch_related(
        Prefetch("toetsen", queryset=Toets.objects.order_by("onderdeel")), "capaciteitsvragen"
    )
    return list(
        Besluit.objects.filter(besluitenlijst=besluitenlijst)
        .select_related(
            "programmering", "herprogrammering__opdracht__opgave", "genomen_door", "gremium"
        )
        .prefetch_related(
            Prefetch("programmering__opdracht", queryset=opdrachten), "adviezen", "punt"
        )
        .order_by("volgorde", "pk")
    )


def programmeerberaad() -> Gremium | None:
    return Gremium.objects.filter(soort=GremiumSoort.PROGRAMMEERBERAAD).order_by("pk").first()


def gremia() -> list[Gremium]:
    """The bodies with a besluitenlijst of their own."""
    volgorde = {soort: n for n, soort in enumerate(GREMIA)}
    rijen = Gremium.objects.filter(soort__in=GREMIA)
    return sorted(rijen, key=lambda g: (volgorde[GremiumSoort(g.soort)], g.naam))


def gremium_met(code: str) -> Gremium:
    gevonden = Gremium.objects.filter(code=code, soort__in=GREMIA).first()
    if gevonden is None:
        raise Http404("Dit gremium bestaat niet.")
    return gevonden


def vergadering_met(id: UUID) -> Vergadering:
    gevonden = Vergadering.objects.select_related("gremium").filter(public_id=id).first()
    if gevonden is None:
        raise Http404("Deze vergadering bestaat niet.")
    return gevonden


def vergaderingen(gremium: Gremium) -> QuerySet[Vergadering]:
    """Meetings with their besluitenlijst and the number of points, newest first."""
    return (
        Vergadering.objects.filter(gremium=gremium).select_related("besluitenlijst")
        .annotate(aantal=Count("besluitenlijst__besluiten")).order_by("-datum")
    )


def besluitenlijst_met(id: UUID) -> Besluitenlijst:
    gevonden = (
        Besluitenlijst.objects.select_related("vergadering__gremium", "vastgesteld_door")
        .filter(public_id=id).first()
    )
    if gevonden is None:
        raise Http404("Deze besluitenlijst bestaat niet.")
    return gevonden


def besluitenlijsten(gremium_code: str = "", status: str = "") -> QuerySet[Besluitenlijst]:
    rijen = Besluitenlijst.objects.select_related("vergadering__gremium").annotate(
        aantal=Count("besluiten")
    ).order_by("-vergadering__datum", "pk")
    if gremium_code:
        rijen = rijen.filter(vergadering__gremium__code=gremium_code)
    return rijen.filter(status=status) if status else rijen


def open_lijsten(op: date) -> list[Besluitenlijst]:
    """Lists of the programmeerberaad that are not adopted yet, the next meeting first."""
    return list(
        Besluitenlijst.objects.filter(
            status=BesluitStatus.CONCEPT,
            vergadering__gremium__soort=GremiumSoort.PROGRAMMEERBERAAD,
        ).select_related("vergadering__gremium").order_by("vergadering__datum")
    )


def te_agenderen() -> list[Opdracht]:
    """Tested opdrachten that stand on no list yet."""
    bezet = Programmering.objects.filter(besluit__status=BesluitStatus.CONCEPT)
    return list(
        Opdracht.objects.filter(status=OpdrachtStatus.GETOETST)
        .exclude(pk__in=bezet.values("opdracht")).select_related("opgave", "bovenliggende")
        .prefetch_related("toetsen", "capaciteitsvragen").order_by("prioriteit", "code")
    )


def te_toetsen() -> list[Opdracht]:
    """Opdrachten with an adopted profile that wait for compliance & control."""
    return list(
        Opdracht.objects.filter(status=OpdrachtStatus.PROFIEL_VASTGESTELD)
        .select_related("opgave").prefetch_related("toetsen").order_by("prioriteit", "code")
    )


def programmering_met(id: UUID) -> Programmering:
    gevonden = (
        Programmering.objects.select_related(
            "besluit__besluitenlijst__vergadering__gremium", "opdracht__opgave"
        ).filter(public_id=id).first()
    )
    if gevonden is None:
        raise Http404("Dit punt staat niet meer op een besluitenlijst.")
    return gevonden


def besluit_met(id: UUID) -> Besluit:
    gevonden = (
        Besluit.objects.select_related(
            "gremium", "besluitenlijst__vergadering__gremium", "genomen_door",
            "programmering__opdracht",
        ).filter(public_id=id).first()
    )
    if gevonden is None:
        raise Http404("Dit besluit bestaat niet.")
    return gevonden


# Decisions about the work itself: their grounds are for everyone inside.
OVER_WERK = frozenset({BesluitSoort.NIEUWE_OPDRACHT, BesluitSoort.TOEDELING, BesluitSoort.OVERIG})


def mag_inhoud_zien(besluit: Besluit, actor: Actor) -> bool:
    """The text of a decision about a person is for who decided, keeps or audits the register."""
    return (
        besluit.soort in OVER_WERK
        or besluit.genomen_door_id == actor.gebruiker_id
        or actor.heeft(Recht.REGISTER_INZIEN)
    )


def tegen_de_toets() -> list[Programmering]:
    """Everything that was programmed with a negative part: the report to the DT (R209, E14)."""
    negatief = Toets.objects.filter(uitkomst=Toetsuitkomst.NEGATIEF).order_by("onderdeel")
    return list(
        Programmering.objects.filter(
            besluit__status=BesluitStatus.VASTGESTELD,
            opdracht__in=negatief.order_by().values("opdracht"),
        ).select_related("besluit", "opdracht").prefetch_related(
            Prefetch("opdracht__toetsen", queryset=negatief, to_attr="negatief")
        ).order_by("-besluit__besluitdatum", "pk")
    )


def negatief_getoetst(besluiten: Sequence[Besluit]) -> list[Besluit]:
    """Decisions on this list that go against a negative toets (R209)."""
    return [
        b for b in besluiten
        if (p := getattr(b, "programmering", None))
        and any(t.uitkomst == "negatief" for t in p.opdracht.toetsen.all())
    ]
