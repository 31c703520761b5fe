"""What every test may use: a fixed moment, actors with exactly the rights they need, logins."""

import os
from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime

import pytest
from django.db.backends.postgresql.operations import DatabaseOperations
from django.test import Client

from config.kern.actor import SYSTEEM, Actor, Recht, Toekenning, sleutel_van
from config.kern.models import Gebruiker
from config.kern.werkdagen import AMSTERDAM, lokale_dag

# Playwright keeps an event loop in the main thread; our database calls are still synchronous.
os.environ.setdefault("DJANGO_ALLOW_ASYNC_UNSAFE", "true")


@pytest.fixture(autouse=True, scope="session")
def leegmaken_mag() -> None:
    """The register refuses TRUNCATE; emptying the test database sets that guard aside (only here).
    """
    gewoon = DatabaseOperations.sql_flush

    def sql_flush(self, style, tables, **opties):
        bewaakt = [t for t in tables if t.startswith("register_")]
        uit = [f"ALTER TABLE {t} DISABLE TRIGGER USER" for t in bewaakt]
        aan = [f"ALTER TABLE {t} ENABLE TRIGGER USER" for t in bewaakt]
        return [*uit, *gewoon(self, style, tables, **opties), *aan]

    DatabaseOperations.sql_flush = sql_flush


@pytest.fixture
def nu() -> datetime:
    """Monday 1 June 2026, noon in Amsterdam."""
    return datetime(2026, 6, 1, 12, 0, tzinfo=AMSTERDAM)


@pytest.fixture
def vandaag(nu: datetime) -> date:
    return lokale_dag(nu)


@pytest.fixture
def systeem() -> Actor:
    return SYSTEEM


@pytest.fixture
def maak_gebruiker(db: None) -> Callable[..., Gebruiker]:
    """``maak_gebruiker("Noor de Vries")`` makes a login with the demo password."""

    def maak(naam: str = "Noor de Vries", **velden: object) -> Gebruiker:
        velden.setdefault("username", naam.lower().replace(" ", "."))
        velden.setdefault("email", f"{velden['username']}@example.org")
        return Gebruiker.objects.create_user(password="inzet-demo", naam=naam, **velden)

    return maak


@pytest.fixture
def gebruiker(maak_gebruiker: Callable[..., Gebruiker]) -> Gebruiker:
    return maak_gebruiker()


@pytest.fixture
def maak_actor() -> Callable[..., Actor]:
    """``maak_actor(gebruiker, Recht.BEHEREN, (Recht.OPDRACHT_STUREN, opdracht))``."""

    def maak(
        gebruiker: Gebruiker | None = None, *rechten: Recht | tuple[Recht, object],
        **velden: object,
    ) -> Actor:
        toekenningen = frozenset(
            Toekenning(r) if isinstance(r, Recht) else Toekenning(r[0], sleutel_van(r[1]))
            for r in rechten
        )
        actor = Actor(
            gebruiker_id=gebruiker.pk if gebruiker else None,
            naam=gebruiker.naam if gebruiker else "Test",
            toekenningen=toekenningen,
        )
        return replace(actor, **velden)

    return maak


@pytest.fixture
def ingelogd(db: None) -> Callable[[Gebruiker], Client]:
    """``ingelogd(gebruiker)`` is a browser of that person."""

    def maak(gebruiker: Gebruiker) -> Client:
        client = Client()
        client.force_login(gebruiker, backend="django.contrib.auth.backends.ModelBackend")
        return client

    return maak
