"""The background work: a worker that runs tasks and a beat that looks every minute what is due."""

import os

from celery import Celery
from celery.signals import beat_init, setup_logging

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings.production")
app = Celery("inzet")
app.config_from_object("django.conf:settings", namespace="CELERY")
app.autodiscover_tasks()


@setup_logging.connect
def _eigen_loggen(**kwargs: object) -> None:
    """Let Celery log through the settings of Django."""
    from logging.config import dictConfig

    from django.conf import settings

    dictConfig(settings.LOGGING)


@beat_init.connect
def _eerste_hartslag(**kwargs: object) -> None:
    """Do not let /klaar wait a minute for the first beat."""
    app.send_task("config.kern.tasks.hartslag", expires=55)
