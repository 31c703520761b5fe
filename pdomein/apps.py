from typing import Any

from django.apps import AppConfig
from django.db.models.signals import post_migrate


class PdomeinConfig(AppConfig):
    name = "pdomein"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        post_migrate.connect(_vul_leerthemas, sender=self, dispatch_uid="pdomein_leerthemas")


def _vul_leerthemas(using: str, **kwargs: Any) -> None:
    """The themes of the learning offer are data, there from the first day (R390)."""
    from django.db import connections

    from pdomein.domain.leeraanbod import leerthemas_vullen
    from pdomein.models import Leerthema

    if Leerthema._meta.db_table in connections[using].introspection.table_names():
        leerthemas_vullen()
