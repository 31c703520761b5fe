import logging
from typing import Any

from django.apps import AppConfig
from django.contrib.auth.signals import user_logged_in, user_logged_out, user_login_failed
from django.db.models.signals import post_migrate

logger = logging.getLogger(__name__)


class KernConfig(AppConfig):
    name = "config.kern"
    label = "kern"
    verbose_name = "Kern"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        post_migrate.connect(_vul_kalender, sender=self, dispatch_uid="kern_kalender")
        user_logged_in.connect(_aangemeld, dispatch_uid="kern_aangemeld")
        user_logged_out.connect(_afgemeld, dispatch_uid="kern_afgemeld")
        user_login_failed.connect(_aanmelden_mislukt, dispatch_uid="kern_aanmelden_mislukt")


def _vul_kalender(using: str, **kwargs: Any) -> None:
    """Without a calendar terms would be counted wrongly, so migrating fills it (R296)."""
    from django.db import connections

    from config.kern import klok
    from config.kern.domain.kalender import EERSTE_JAAR, kalender_vullen
    from config.kern.models import NietWerkdag

    if NietWerkdag._meta.db_table in connections[using].introspection.table_names():
        kalender_vullen(jaren=range(EERSTE_JAAR, klok.vandaag().year + 11))


def _aangemeld(user: Any, **kwargs: Any) -> None:
    """Signing in and out stands in the log, by number and without a name (BETROUWBAAR 51)."""
    logger.info("Aangemeld: gebruiker %s", user.pk)


def _afgemeld(user: Any, **kwargs: Any) -> None:
    if user is not None:
        logger.info("Afgemeld: gebruiker %s", user.pk)


def _aanmelden_mislukt(**kwargs: Any) -> None:
    logger.warning("Aanmelden mislukt")
