"""The demo: a full province on one machine, with known logins and a clock that can be moved."""

from config.settings.base import *
from config.settings.base import (
    CELERY_BEAT_SCHEDULE,
    DATABASES,
    INSTALLED_APPS,
    WORTEL,
    embedded,
    ja_nee,
    met_pool,
)

INZET_DEMO = True
INZET_DEMO_WACHTWOORD = "inzet-demo"
ALLOWED_HOSTS = ["*"]
SECURE_CROSS_ORIGIN_OPENER_POLICY = None  # a browser ignores it, loudly, without https
EMAIL_BACKEND = "django.core.mail.backends.filebased.EmailBackend"
EMAIL_FILE_PATH = embedded.staat_map(WORTEL) / "mail"
INSTALLED_APPS = [*INSTALLED_APPS, "demo"]
# Who moves the demo clock wants to see at once what falls due.
CELERY_BEAT_SCHEDULE["termijnen"].update(schedule=5.0, options={"expires": 4})
CELERY_BEAT_SCHEDULE["matchvragen"].update(schedule=10.0, options={"expires": 9})
ACCOUNT_RATE_LIMITS = False
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "config.kern.statisch.Opslag"},
}
WHITENOISE_USE_FINDERS = False
STATIC_ROOT = WORTEL / "staticfiles"
if not STATIC_ROOT.is_dir():  # not collected yet: serve the sources
    WHITENOISE_USE_FINDERS = True
    WHITENOISE_AUTOREFRESH = True
    STORAGES["staticfiles"] = {
        "BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"
    }
if ja_nee("INZET_DB_POOL", False):
    DATABASES = {"default": met_pool(DATABASES["default"], 12)}
