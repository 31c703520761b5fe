"""A real browser against the real demo: the same processes as ``make demo``, on a small province.

The demo keeps its state in a folder of its own, so these tests share nothing with the others.
"""

import json
import os
import shutil
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

WORTEL = Path(__file__).resolve().parent.parent.parent
CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")
VLAGGEN = [
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
    "--disable-background-networking", "--disable-component-update", "--disable-sync",
]
STARTTIJD = 600


class Demo:
    """The running demo: its address, its people and its commands."""

    def __init__(self, adres: str, omgeving: dict[str, str]) -> None:
        self.adres = adres
        self.omgeving = omgeving
        logins = json.loads(self.manage("demo_logins", "--json"))
        self.logins = {rij["rol"]: rij for rij in logins}

    def manage(self, *woorden: str) -> str:
        return subprocess.run(
            [sys.executable, "manage.py", *woorden], cwd=WORTEL, env=self.omgeving, check=True,
            capture_output=True, text=True, timeout=120,
        ).stdout


def _vrije_poort() -> int:
    with socket.socket() as s:
        s.bind(("127.0.0.1", 0))
        return s.getsockname()[1]


def _wacht_tot_klaar(adres: str, proces: subprocess.Popen, log: Path) -> None:
    einde = time.monotonic() + STARTTIJD
    while time.monotonic() < einde:
        if proces.poll() is not None:
            break
        try:
            with urllib.request.urlopen(f"{adres}/gezond", timeout=2):
                return
        except OSError:
            time.sleep(0.5)
    pytest.fail(f"De demo is niet gestart:\n{log.read_text()[-4000:]}")


@pytest.fixture(scope="session")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Demo]:
    if CHROMIUM is None:
        pytest.fail("Installeer Chromium: apt-get install chromium")
    staat = tmp_path_factory.mktemp("staat")
    poort = _vrije_poort()
    omgeving = {k: v for k, v in os.environ.items() if k not in {"DATABASE_URL", "REDIS_URL"}}
    omgeving |= {
        "INZET_STAAT": str(staat), "PORT": str(poort), "INZET_DEMO_KLEIN": "ja",
        "DJANGO_SETTINGS_MODULE": "config.settings.demo",
    }
    log = staat / "demo.log"
    with log.open("w") as uit:
        proces = subprocess.Popen(
            [sys.executable, "-m", "config.draaien"], cwd=WORTEL, env=omgeving, stdout=uit,
            stderr=subprocess.STDOUT,
        )
    try:
        _wacht_tot_klaar(f"http://localhost:{poort}", proces, log)
        yield Demo(f"http://localhost:{poort}", omgeving)
    finally:
        proces.send_signal(signal.SIGINT)
        proces.wait(30)


@pytest.fixture(scope="session")
def chromium() -> Iterator:
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=VLAGGEN)
        yield browser
        browser.close()


class Bezoek:
    """One person behind one browser. Errors on the page are kept and fail the test."""

    def __init__(self, demo: Demo, chromium, rol: str, breedte: int) -> None:
        self.demo = demo
        self.context = chromium.new_context(
            base_url=demo.adres, viewport={"width": breedte, "height": 900}, locale="nl-NL",
            timezone_id="Europe/Amsterdam",
        )
        self.page = self.context.new_page()
        self.page.set_default_timeout(10_000)
        self.fouten: list[str] = []
        self.page.on("pageerror", lambda fout: self.fouten.append(str(fout)))
        self.page.on("console", self._console)
        self._inloggen(rol)

    def _console(self, bericht) -> None:
        # a refused act is answered with 4xx on purpose; the browser reports that as an error
        if bericht.type == "error" and "status of 4" not in bericht.text:
            self.fouten.append(bericht.text)

    def _inloggen(self, rol: str) -> None:
        login = self.demo.logins[rol]
        self.page.goto("/account/login/")
        self.page.fill("input[name=login]", login["gebruiker"])
        self.page.fill("input[name=password]", login["wachtwoord"])
        self.page.locator("input[name=password]").press("Enter")
        self.page.wait_for_url(lambda url: "/account/login" not in url)

    def sluit(self) -> None:
        self.context.close()
        assert self.fouten == []


@pytest.fixture
def als(demo: Demo, chromium) -> Iterator[Callable[..., "Bezoek"]]:
    """``als("pmanager")`` is the browser of the person with that role."""
    bezoeken: list[Bezoek] = []

    def maak(rol: str, breedte: int = 1280) -> Bezoek:
        bezoeken.append(Bezoek(demo, chromium, rol, breedte))
        return bezoeken[-1]

    yield maak
    for bezoek in bezoeken:
        bezoek.sluit()
