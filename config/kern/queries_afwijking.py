"""The one register of deviations: by rule, with what is due for review (R357, R358)."""

from datetime import date, timedelta
from uuid import UUID

from django.db.models import Case, Count, F, IntegerField, Q, QuerySet, Value, When
from django.http import Http404

from config.kern.models import Afwijking

STANDEN = (
    ("te-herzien", "Nu te herzien"), ("geldig", "Geldig"), ("verlopen", "Verlopen"),
    ("alle", "Alle"),
)


def _te_herzien(op: date, signaal_dagen: int) -> Q:
    tot = op + timedelta(days=signaal_dagen)
    loopt = Q(einde__isnull=True) | Q(einde__gt=op)
    return loopt & (Q(herziening_op__lte=tot) | Q(einde__lte=tot))


def afwijkingen(
    op: date, signaal_dagen: int, regel: str = "", stand: str = "geldig"
) -> QuerySet[Afwijking]:
    """Deviations, what is due first; ``stand`` is one of ``STANDEN``."""
    rijen = Afwijking.objects.select_related("besluit", "vastgelegd_door")
    if regel:
        rijen = rijen.filter(regel=regel)
    if stand == "te-herzien":
        rijen = rijen.filter(_te_herzien(op, signaal_dagen))
    elif stand == "verlopen":
        rijen = rijen.filter(einde__lte=op)
    elif stand != "alle":
        rijen = rijen.filter(Q(einde__isnull=True) | Q(einde__gt=op))
    eerst = Case(
        When(_te_herzien(op, signaal_dagen), then=Value(0)), default=Value(1),
        output_field=IntegerField(),
    )
    return rijen.annotate(volgorde=eerst).order_by(
        "volgorde", F("herziening_op").asc(nulls_last=True), "-begin", "-pk"
    )


def aantal_per_regel() -> dict[str, int]:
    return dict(Afwijking.objects.order_by("regel").values_list("regel").annotate(Count("pk")))


def aantal_te_herzien(op: date, signaal_dagen: int) -> int:
    return Afwijking.objects.filter(_te_herzien(op, signaal_dagen)).count()


def afwijking_met(id: UUID) -> Afwijking:
    gevonden = (
        Afwijking.objects.select_related("besluit__gremium", "vastgelegd_door")
        .filter(public_id=id).first()
    )
    if gevonden is None:
        raise Http404("Deze afwijking bestaat niet.")
    return gevonden
