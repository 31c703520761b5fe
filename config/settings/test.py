"""For the tests: fast, strict, and loud about unknown template variables."""

from config.settings.base import *
from config.settings.base import DATABASES, INSTALLED_APPS, TEMPLATES, WORTEL
from config.settings.streng import OntbrekendeVariabele

INZET_DEMO = True
INZET_DEMO_WACHTWOORD = "inzet-demo"
ALLOWED_HOSTS = ["*"]
INSTALLED_APPS = [*INSTALLED_APPS, "demo"]
SECURE_CROSS_ORIGIN_OPENER_POLICY = None
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
CACHES = {"default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}}
ACCOUNT_RATE_LIMITS = False
CELERY_TASK_ALWAYS_EAGER = True
CELERY_TASK_EAGER_PROPAGATES = True
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.InMemoryStorage"},
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
WHITENOISE_USE_FINDERS = True
WHITENOISE_AUTOREFRESH = True
STATIC_ROOT = None
TEMPLATES[0]["OPTIONS"]["string_if_invalid"] = OntbrekendeVariabele(WORTEL / "templates")
# The data of a test is thrown away: no need to wait for the disk.
DATABASES["default"]["OPTIONS"]["options"] = "-c synchronous_commit=off"
DATABASES["default"]["CONN_MAX_AGE"] = 0
