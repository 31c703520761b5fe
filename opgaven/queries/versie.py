"""What changed on an opdracht since the version that somebody has on screen."""

from config.kern.models import Logregel
from opgaven.models import Opdracht


def gewijzigd_sinds(opdracht: Opdracht, versie: int) -> tuple[list[str], str]:
    """Labels of the changed fields, and who changed them last."""
    regels = [
        r for r in Logregel.objects.filter(
            object_soort="opdracht", object_id=opdracht.public_id
        ).order_by("tijdstip", "id")
        if isinstance(r.gegevens.get("versie"), int) and r.gegevens["versie"] > versie
    ]
    namen = dict.fromkeys(v for r in regels for v in r.gegevens.get("velden", []))
    return [_label(naam) for naam in namen], regels[-1].actor_naam if regels else ""


def _label(naam: str) -> str:
    return str(Opdracht._meta.get_field(naam).verbose_name).rstrip("?")
