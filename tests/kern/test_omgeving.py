"""Settings: what they read, what they refuse, and that production is as strict as it says."""

import json
import logging
import os
import subprocess
import sys

import pytest
from django.conf import settings
from django.core.exceptions import ImproperlyConfigured
from django.template import engines

from config.kern.loggen import JsonRegel, LeesbareRegel, VerzoekFilter
from config.settings.base import database
from config.settings.omgeving import getal, ja_nee, tekst
from config.settings.streng import OnbekendeVariabele


def test_a_database_address_becomes_settings():
    gevonden = database("postgres://jan:p%40s@db.example.org:5433/inzet?sslmode=require")

    assert {k: gevonden[k] for k in ("NAME", "USER", "PASSWORD", "HOST", "PORT", "OPTIONS")} == {
        "NAME": "inzet", "USER": "jan", "PASSWORD": "p@s", "HOST": "db.example.org",
        "PORT": "5433", "OPTIONS": {"sslmode": "require"},
    }


def test_a_socket_address_becomes_a_host():
    assert database("postgresql://postgres:@/inzet?host=/run/pg")["HOST"] == "/run/pg"


@pytest.mark.parametrize(
    ("lees", "waarde"), [(lambda: getal("X", 1), "veel"), (lambda: ja_nee("X", True), "misschien"),
                         (lambda: tekst("X"), None)],
)
def test_wrong_environment_is_named(monkeypatch, lees, waarde):
    monkeypatch.delenv("X", raising=False)
    if waarde is not None:
        monkeypatch.setenv("X", waarde)

    with pytest.raises(ImproperlyConfigured, match="X"):
        lees()


def test_an_unknown_variable_in_our_template_fails(tmp_path, settings, monkeypatch):
    """The issue: unknown template variables fail the tests."""
    sjabloon = engines["django"].from_string("{{ bestaat_niet }}")
    assert sjabloon.render() == ""

    origin = settings.WORTEL / "templates" / "proef.html"
    monkeypatch.setattr(sjabloon.template.nodelist[0].origin, "name", str(origin))
    with pytest.raises(OnbekendeVariabele, match="bestaat_niet"):
        sjabloon.render()


def regel(tekst: str, *args: object) -> logging.LogRecord:
    record = logging.LogRecord("proef", logging.INFO, "x.py", 1, tekst, args, None)
    VerzoekFilter().filter(record)
    return record


def test_nobody_writes_a_log_line_of_their_own():
    """BETROUWBAAR 50."""
    leesbaar = LeesbareRegel().format(regel("Naam: %s", "Jan\r\n12:00:00 INFO Alles goed"))
    als_json = JsonRegel().format(regel("Naam: %s", "Jan\nnep"))

    assert len(leesbaar.splitlines()) == 1
    assert len(als_json.splitlines()) == 1
    assert json.loads(als_json)["bericht"] == "Naam: Jan\nnep"


@pytest.mark.django_db
def test_a_request_carries_its_number_through_log_and_answer(client):
    assert client.get("/gezond", headers={"X-Request-ID": "abc-12345"})["X-Request-ID"] == (
        "abc-12345"
    )
    assert len(client.get("/gezond", headers={"X-Request-ID": "<script>"})["X-Request-ID"]) == 32


def test_production_passes_the_deploy_check():
    """BETROUWBAAR 42."""
    omgeving = {
        **os.environ, "DJANGO_SETTINGS_MODULE": "config.settings.production",
        "INZET_GEHEIM": "x" * 20 + "abcdefghijklmnopqrstuvwxyz0123456789", "INZET_HOSTS": "x.nl",
        "DATABASE_URL": "postgres://u@localhost/x", "REDIS_URL": "redis://localhost/0",
    }
    omgeving.pop("DJANGO_ALLOW_ASYNC_UNSAFE", None)  # of the browser tests
    gelopen = subprocess.run(
        [sys.executable, "manage.py", "check", "--deploy", "--fail-level", "WARNING"],
        cwd=settings.WORTEL, env=omgeving, capture_output=True, text=True, check=False,
    )

    assert gelopen.returncode == 0, gelopen.stderr


def test_production_lets_a_form_end_at_the_identity_provider_and_counts_behind_the_proxy():
    """BETROUWBAAR 26, 35: browsers hold a form to ``form-action`` through every redirect."""
    omgeving = {
        **os.environ, "DJANGO_SETTINGS_MODULE": "config.settings.production",
        "INZET_GEHEIM": "x" * 50, "INZET_HOSTS": "x.nl", "DATABASE_URL": "postgres://u@h/x",
        "REDIS_URL": "redis://localhost/0", "INZET_OIDC_CLIENT_ID": "inzet",
        "INZET_OIDC_SERVER": "https://sso.example.org/realms/x",
        "INZET_OIDC_OORSPRONGEN": "https://mfa.example.org",
    }
    vraag = (
        "from django.conf import settings as s;"
        "print(*s.CONTENT_SECURITY_POLICY['DIRECTIVES']['form-action'],"
        " s.ALLAUTH_TRUSTED_PROXY_COUNT)"
    )
    gelopen = subprocess.run(
        [sys.executable, "-c", vraag], cwd=settings.WORTEL, env=omgeving, capture_output=True,
        text=True, check=True,
    )
    assert gelopen.stdout.strip() == "'self' https://sso.example.org https://mfa.example.org 1"


def test_production_refuses_to_start_without_a_secret():
    omgeving = {k: v for k, v in os.environ.items() if k != "INZET_GEHEIM"}
    omgeving["DJANGO_SETTINGS_MODULE"] = "config.settings.production"
    gelopen = subprocess.run(
        [sys.executable, "manage.py", "check"], cwd=settings.WORTEL, env=omgeving,
        capture_output=True, text=True, check=False,
    )

    assert gelopen.returncode == 1
    assert "INZET_GEHEIM" in gelopen.stderr


@pytest.mark.django_db
@pytest.mark.parametrize("pad", ["/gezond", "/account/login/", "/nergens", "/api/v1/openapi.json",
                                 "/api/documentatie", "/account/password/reset/",
                                 "/account/signup/"])
def test_every_answer_is_strict(client, pad):
    """BETROUWBAAR 35, 36."""
    koppen = client.get(pad).headers

    beleid = koppen["Content-Security-Policy"]
    assert "default-src 'self'" in beleid
    assert "frame-ancestors 'none'" in beleid
    assert "unsafe" not in beleid
    assert koppen["X-Content-Type-Options"] == "nosniff"
    assert koppen["Referrer-Policy"] == "same-origin"
    assert "no-store" in koppen["Cache-Control"]


@pytest.mark.django_db
def test_a_post_without_the_token_of_the_page_is_refused_in_dutch(gebruiker):
    from django.test import Client

    client = Client(enforce_csrf_checks=True)
    client.force_login(gebruiker, backend="django.contrib.auth.backends.ModelBackend")

    antwoord = client.post("/meldingen/gelezen/")

    assert antwoord.status_code == 403
    assert "stond te lang open" in antwoord.content.decode()
