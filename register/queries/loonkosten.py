"""Wage cost from the average per scale, in groups of five or more and never of a person (R306)."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any
from uuid import UUID

from django.db.models import Count, F, Q, Sum

from config.kern.queries import instelwaarden
from opgaven.models import Opdracht
from pdomein.groepen import te_tonen
from pdomein.models import Plaatsing
from register.beeld import NUL, maanden_vanaf
from register.models import Inzet
from register.queries.capaciteitsbeeld import capaciteit_per

PER = {
    "domein": ("pteam__domein_id", "pteam__domein__naam", "pteam__domein__public_id"),
    "pteam": ("pteam_id", "pteam__naam", "pteam__public_id"),
}
KOLOMMEN = ("groep", "mensen", "fte", "loonkosten_euro_per_jaar", "opmerking")


@dataclass(frozen=True, slots=True)
class Kosten:
    """One group; ``euro`` is None when it has fewer than five people."""

    naam: str
    public_id: UUID | None
    mensen: int | None
    fte: Decimal | None
    euro: Decimal | None


@dataclass(frozen=True, slots=True)
class Concernkosten:
    """The year from today against the budget of the source (R306)."""

    euro: Decimal
    budget: Decimal
    zonder_schaal: int
    is_te_tonen: bool

    @property
    def pct(self) -> Decimal:
        return self.euro / self.budget * 100 if self.budget else NUL


def concernkosten(dag: date) -> Concernkosten:
    """What everybody with a scale costs in the coming twelve months, month by month."""
    waarde = instelwaarden(("LOONKOSTEN_PER_SCHAAL", "LOONKOSTEN"), dag)
    tarief = waarde["LOONKOSTEN_PER_SCHAAL"]
    per_schaal = capaciteit_per("schaal", maanden_vanaf(dag, 12))
    euro = sum((
        stand.aanstelling * tarief[str(schaal)] / 12
        for schaal, standen in per_schaal.items() if schaal for stand in standen
    ), NUL)
    mensen = sum(standen[0].mensen for standen in per_schaal.values())
    zonder = per_schaal.get(None)
    return Concernkosten(
        euro, Decimal(waarde["LOONKOSTEN"]), zonder[0].mensen if zonder else 0, mensen >= 5
    )


def _tarief(dag: date) -> Mapping[str, int]:
    return instelwaarden(("LOONKOSTEN_PER_SCHAAL",), dag)["LOONKOSTEN_PER_SCHAAL"]


def _samen(rijen: Iterable[tuple[Any, Any, Any, int, int, Decimal]], tarief: Mapping[str, int],
           *, is_totaal_bekend: bool) -> list[Kosten]:
    """Rows ``(sleutel, naam, id, schaal, mensen, fte)`` to groups, small ones without amounts."""
    mensen: dict[Any, int] = defaultdict(int)
    fte: dict[Any, Decimal] = defaultdict(Decimal)
    euro: dict[Any, Decimal] = defaultdict(Decimal)
    namen: dict[Any, tuple[str, UUID]] = {}
    for sleutel, naam, public_id, schaal, n, deel in rijen:
        namen[sleutel] = (naam, public_id)
        mensen[sleutel] += n
        fte[sleutel] += deel
        euro[sleutel] += deel * tarief[str(schaal)]
    zichtbaar = te_tonen(mensen, is_totaal_bekend=is_totaal_bekend)
    return [
        Kosten(*namen[k], mensen[k], fte[k], euro[k]) if k in zichtbaar
        else Kosten(*namen[k], None, None, None)
        for k in namen
    ]


def kosten_per(per: str, dag: date) -> list[Kosten]:
    """Per P-team or professional domein, by name."""
    sleutel, naam, public_id = PER[per]
    in_dienst = Q(medewerker__uit_dienst=None) | Q(medewerker__uit_dienst__gt=dag)
    rijen = (
        Plaatsing.objects.geldig_op(dag).order_by()
        .filter(in_dienst, medewerker__schaal__isnull=False)
        .values_list(sleutel, naam, public_id, "medewerker__schaal")
        .annotate(n=Count("pk"), fte=Sum("medewerker__aanstelling_fte"))
    )
    kosten = _samen(rijen, _tarief(dag), is_totaal_bekend=True)
    return sorted(kosten, key=lambda k: k.naam)


def kosten_per_opdracht(dag: date) -> list[Kosten]:
    """What the people on an opdracht cost a year at this inzet; the dearest first."""
    rijen = (
        Inzet.objects.nu_bekend().geldig_op(dag).order_by()
        .filter(medewerker__schaal__isnull=False)
        .values_list("opdracht_id", "opdracht__naam", "opdracht__public_id", "medewerker__schaal")
        .annotate(n=Count("medewerker", distinct=True), som=Sum(F("fte")))
    )
    kosten = _samen(rijen, _tarief(dag), is_totaal_bekend=False)
    return sorted(
        (k for k in kosten if k.euro is not None), key=lambda k: (-(k.euro or NUL), k.naam)
    )


def kosten_van(opdracht: Opdracht, dag: date) -> Kosten | None:
    """Of one opdracht, or None when fewer than five people work on it."""
    rijen = (
        Inzet.objects.nu_bekend().geldig_op(dag).order_by()
        .filter(opdracht=opdracht, medewerker__schaal__isnull=False)
        .values_list("opdracht_id", "opdracht__naam", "opdracht__public_id", "medewerker__schaal")
        .annotate(n=Count("medewerker", distinct=True), som=Sum("fte"))
    )
    kosten = _samen(rijen, _tarief(dag), is_totaal_bekend=False)
    return kosten[0] if kosten and kosten[0].euro is not None else None


def export_rijen(kosten: Sequence[Kosten]) -> list[dict[str, Any]]:
    return [
        {"groep": k.naam, "opmerking": "minder dan 5 mensen"} if k.euro is None else {
            "groep": k.naam, "mensen": k.mensen, "fte": round(k.fte or NUL, 2),
            "loonkosten_euro_per_jaar": round(k.euro),
        }
        for k in kosten
    ]
