"""For a province: everything secret or local comes from the environment (docs/productie.md)."""

from config.settings.base import *
from config.settings.base import LOGGING, database, getal, ja_nee, met_pool, tekst

SECRET_KEY = tekst("INZET_GEHEIM")
ALLOWED_HOSTS = tekst("INZET_HOSTS").split(",")
DATABASES = {"default": database(tekst("DATABASE_URL"))}
if ja_nee("INZET_DB_POOL", False):
    DATABASES = {"default": met_pool(DATABASES["default"], getal("INZET_DB_POOL_MAX", 12))}
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "config.kern.statisch.Opslag"},
}

SECURE_SSL_REDIRECT = True
SECURE_REDIRECT_EXEMPT = [r"^gezond$", r"^klaar$"]
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
# Limits on signing in count per visitor, not per proxy (BETROUWBAAR 26).
ALLAUTH_TRUSTED_PROXY_COUNT = getal("INZET_AANTAL_PROXIES", 1)
SECURE_HSTS_SECONDS = getal("INZET_HSTS_SECONDEN", 31_536_000)
SECURE_HSTS_INCLUDE_SUBDOMAINS = True
SECURE_HSTS_PRELOAD = True
SESSION_COOKIE_NAME = "__Host-inzet-sessie"
SESSION_COOKIE_SECURE = True
CSRF_COOKIE_NAME = "__Host-inzet-csrf"
CSRF_COOKIE_SECURE = True
# Passwords of our own only where there is no single sign-on, unless asked for (BETROUWBAAR 25).
if tekst("INZET_OIDC_CLIENT_ID", "") and not ja_nee("INZET_LOKAAL_INLOGGEN", False):
    INZET_LOKAAL_INLOGGEN = False
    AUTHENTICATION_BACKENDS = ["config.kern.aanmelden.ZonderWachtwoord"]

EMAIL_HOST = tekst("INZET_MAIL_HOST", "localhost")
EMAIL_PORT = getal("INZET_MAIL_POORT", 25)
EMAIL_HOST_USER = tekst("INZET_MAIL_GEBRUIKER", "")
EMAIL_HOST_PASSWORD = tekst("INZET_MAIL_WACHTWOORD", "")
EMAIL_USE_TLS = ja_nee("INZET_MAIL_TLS", False)
LOGGING["handlers"]["uit"]["formatter"] = "json"
