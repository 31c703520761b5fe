"""The handles on the command line (issue: handles for outsiders)."""

import json
import subprocess
import sys
from datetime import date
from io import StringIO

import pytest
from django.conf import settings
from django.core.management import CommandError, call_command

from config.kern.models import Demorol, Hartslag, Instelling, NietWerkdag

pytestmark = pytest.mark.django_db


def draai(*woorden):
    uit = StringIO()
    call_command(*woorden, stdout=uit)
    return uit.getvalue()


def test_vroegste_bespreekdatum_prints_one_date_a_line():
    """E16, E18: with an offset, with Z and without a time zone."""
    momenten = ["2026-03-30T10:00", "2026-06-12T21:30:00Z", "2026-06-12T23:30+02:00", "2026-06-10"]

    assert draai("vroegste_bespreekdatum", *momenten).split() == [
        "2026-04-09", "2026-06-22", "2026-06-22", "2026-06-18",
    ]


def test_vroegste_bespreekdatum_uses_the_setting_of_that_day():
    """R251."""
    Instelling.objects.create(
        sleutel="MATCH_WACHT_WERKDAGEN", waarde=6, geldig_vanaf=date(2026, 6, 12), bron="DT"
    )

    assert draai("vroegste_bespreekdatum", "2026-06-11T12:00", "2026-06-12T12:00").split() == [
        "2026-06-19", "2026-06-23",
    ]


@pytest.mark.parametrize("moment", ["onzin", "2026-13-01", "0001-01-01", "9999-12-31T23:59", ""])
def test_vroegste_bespreekdatum_refuses_nonsense_with_2(moment, capsys):
    with pytest.raises(SystemExit) as gestopt:
        call_command("vroegste_bespreekdatum", "2026-06-11T12:00", moment)

    assert gestopt.value.code == 2
    assert capsys.readouterr().err.startswith(f"“{moment}”")


def test_kalender_vullen_fills_a_year_once():
    NietWerkdag.objects.filter(datum__year=2031).delete()

    assert draai("kalender_vullen", "2031") == "11 dagen toegevoegd.\n"
    assert draai("kalender_vullen", "2031") == "0 dagen toegevoegd.\n"


def test_demo_logins_gives_working_tokens(gebruiker, client, monkeypatch, settings):
    settings.INZET_ACTOR_LADER = "tests.kern.test_api_grond.lader"
    Demorol.objects.create(code="beheer", titel="Beheerder", gebruiker=gebruiker)

    [rij] = json.loads(draai("demo_logins", "--json"))

    assert {k: rij[k] for k in ("rol", "gebruiker", "wachtwoord")} == {
        "rol": "beheer", "gebruiker": gebruiker.username, "wachtwoord": "inzet-demo",
    }
    assert set(rij["tokens"]) == {"lezen", "schrijven", "personeel", "register"}
    assert json.loads(draai("demo_logins", "--json")) == [rij]
    kop = {"Authorization": f"Bearer {rij['tokens']['lezen']}"}
    assert client.get("/api/v1/competenties", headers=kop).status_code == 200


def test_demo_logins_is_refused_outside_the_demo(settings):
    settings.INZET_DEMO = False

    with pytest.raises(CommandError, match="demo"):
        draai("demo_logins")


def test_the_demo_refuses_a_database_that_is_not_a_demo(gebruiker, monkeypatch):
    from config.kern.management.commands.demo_voorbereiden import Command

    monkeypatch.setattr(Command, "_opmaak", lambda self: None)

    with pytest.raises(CommandError, match="niet van de demo"):
        draai("demo_voorbereiden")


def test_a_whole_demo_is_not_loaded_again(gebruiker, nu, monkeypatch):
    from config.kern.management.commands.demo_voorbereiden import Command

    monkeypatch.setattr(Command, "_opmaak", lambda self: None)
    Hartslag.objects.create(naam="demo", gelopen_op=nu, uitkomst="geladen")

    assert "laden" not in draai("demo_voorbereiden")


def test_the_command_line_works_from_another_shell():
    uit = subprocess.run(
        [sys.executable, "manage.py", "vroegste_bespreekdatum", "--help"],
        cwd=settings.WORTEL, capture_output=True, text=True, check=True,
    )

    assert "matchtafel" in uit.stdout
