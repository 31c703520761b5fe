"""Who is AOG of which opdracht: what the portfolio below asks by name in the settings (HUIS §2)."""

from datetime import date

from opgaven.models import Opdracht
from register.enums import RolCode
from register.models import Roltoewijzing


def aog_per_opdracht(dag: date) -> dict[int, tuple[str, str]]:
    """For each opdracht ``(id of the person, name)``; deelopdrachten share it (R026)."""
    rijen = (
        Roltoewijzing.objects.nu_bekend().geldig_op(dag)
        .filter(rol__code=RolCode.AOG, opdracht__isnull=False).order_by("-begin_geldigheid")
        .values_list("opdracht_id", "medewerker__public_id", "medewerker__naam")
    )
    uit = {opdracht_id: (str(wie), naam) for opdracht_id, wie, naam in rijen}
    delen = Opdracht.objects.filter(bovenliggende__in=uit).order_by()
    for pk, boven in delen.values_list("pk", "bovenliggende_id"):
        uit.setdefault(pk, uit[boven])
    return uit
