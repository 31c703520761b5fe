"""The demo under one foreground process: servers, web, worker and beat, with readable logs.

``python -m config.draaien`` starts everything and stops everything: on Ctrl-C, on SIGTERM, or
when one part falls over. Nothing stays behind, also not when this process itself is killed.
"""

import ctypes
import fcntl
import os
import signal
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from config import embedded

WORTEL = Path(__file__).resolve().parent.parent
PORT = os.environ.get("PORT", "8000")
ADRES = f"http://localhost:{PORT}"
STOPTIJD = 8.0
KLEUREN = {"web": "36", "worker": "35", "beat": "33", "inzet": "32"}


def zeg(tekst: str, wie: str = "inzet") -> None:
    """Readable lines, each with who says it."""
    naam = f"{wie:<6}"
    if sys.stdout.isatty():
        naam = f"\033[{KLEUREN.get(wie, '0')}m{naam}\033[0m"
    for regel in tekst.splitlines() or [""]:
        with suppress(OSError):
            sys.stdout.write(f"{naam} | {regel}\n")
            sys.stdout.flush()


def sterf_met_ouder() -> None:
    """In a child: leave the terminal's Ctrl-C to the parent, and never outlive it (Linux)."""
    os.setsid()
    with suppress(OSError, AttributeError):
        ctypes.CDLL("libc.so.6").prctl(1, signal.SIGTERM)


@dataclass
class Deel:
    naam: str
    proces: subprocess.Popen
    doorgever: threading.Thread | None = None

    def klaar(self) -> None:
        """Wait until its last line has been shown."""
        if self.doorgever:
            self.doorgever.join(5)

    def stop(self, hard: bool = False) -> None:
        with suppress(ProcessLookupError, PermissionError):
            os.killpg(self.proces.pid, signal.SIGKILL if hard else signal.SIGTERM)


class Gestopt(Exception):
    """Somebody asked us to stop."""


def main() -> int:
    staat = embedded.staat_map(WORTEL)
    for teken in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(teken, _stop)
    try:
        with _alleen_wij(staat):
            _controleer_poort()
            return _draai(staat)
    except Gestopt:
        zeg("Gestopt. De gegevens blijven bewaard.")
        return 0
    except Fout as fout:
        zeg(str(fout))
        return 1


class Fout(Exception):
    """The demo cannot start; the text says why and what to do."""


def _stop(*_: object) -> None:
    raise Gestopt


@contextmanager
def _alleen_wij(staat: Path) -> Iterator[None]:
    """One demo for each folder with state; the lock goes when this process goes."""
    greep = os.open(staat, os.O_RDONLY)
    try:
        fcntl.flock(greep, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        raise Fout(
            "De demo draait al in een ander venster. Stop die eerst, of kies een andere map met "
            "INZET_STAAT."
        ) from None
    try:
        yield
    finally:
        os.close(greep)


def _controleer_poort() -> None:
    with socket.socket() as proef:
        proef.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            proef.bind(("0.0.0.0", int(PORT)))  # noqa: S104 (the demo is meant to be seen)
        except ValueError:
            raise Fout(f"PORT={PORT} is geen poortnummer.") from None
        except (OSError, OverflowError):
            raise Fout(f"Poort {PORT} is bezet. Kies een andere: PORT=8123 make demo") from None


def _draai(staat: Path) -> int:
    begin = time.monotonic()
    omgeving = {
        **os.environ, "DJANGO_SETTINGS_MODULE": "config.settings.demo", "PYTHONUNBUFFERED": "1",
        "INZET_ADRES": os.environ.get("INZET_ADRES", ADRES),
    }
    delen: list[Deel] = []
    try:
        if not os.environ.get("DATABASE_URL"):
            zeg("PostgreSQL starten …")
            omgeving |= {"DATABASE_URL": embedded.database_url(staat), "INZET_INGEBOUWD": "ja"}
        if not os.environ.get("REDIS_URL"):
            zeg("Redis starten …")
            delen.append(Deel("redis", embedded.redis_starten(staat, sterf_met_ouder)))
            omgeving["REDIS_URL"] = embedded.redis_url(staat)
        _beheer(omgeving, "demo_voorbereiden")
        for naam, opdracht in _opdrachten(staat).items():
            extra = {"INZET_DB_POOL": "ja"} if naam == "web" else {}
            delen.append(_start(naam, opdracht, {**omgeving, **extra}))
        zeg("")
        _beheer(omgeving, "demo_logins")
        _wacht_op_web(delen)
        zeg(f"\nInzet draait op {ADRES} (na {time.monotonic() - begin:.0f} s). Stoppen: Ctrl-C.\n")
        return _waak(delen)
    finally:
        _stop_alles(delen)


def _beheer(omgeving: dict[str, str], *opdracht: str) -> None:
    deel = _start("inzet", [sys.executable, "manage.py", *opdracht], omgeving)
    try:
        code = deel.proces.wait()
    except BaseException:
        deel.stop()
        deel.proces.wait()
        raise
    deel.klaar()
    if code:
        raise Fout(f"Dit lukte niet: manage.py {' '.join(opdracht)}. Zie de regels hierboven.")


def _opdrachten(staat: Path) -> dict[str, list[str]]:
    python = sys.executable
    celery = [python, "-W", "ignore", "-m", "celery", "--quiet", "-A", "config"]
    return {
        "web": [
            python, "-m", "uvicorn", "config.asgi:demo",
            "--host", "0.0.0.0", "--port", PORT,  # noqa: S104 (the demo is meant to be seen)
            "--lifespan", "off", "--no-access-log", "--log-level", "warning",
            "--timeout-graceful-shutdown", "2", "--no-server-header",
        ],
        "worker": [
            *celery, "worker", "--pool", "solo", "--loglevel", "warning",
            "--without-gossip", "--without-mingle", "--without-heartbeat",
        ],
        "beat": [
            *celery, "beat", "--loglevel", "warning", "--schedule", str(staat / "beat"),
            "--pidfile=",
        ],
    }


def _start(naam: str, opdracht: list[str], omgeving: dict[str, str]) -> Deel:
    proces = subprocess.Popen(  # noqa: S603 (our own commands)
        opdracht, cwd=WORTEL, env=omgeving, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT, text=True, errors="replace", preexec_fn=sterf_met_ouder,
    )
    doorgever = threading.Thread(target=_geef_door, args=(naam, proces.stdout), daemon=True)
    doorgever.start()
    return Deel(naam, proces, doorgever)


def _geef_door(naam: str, uitvoer: IO[str]) -> None:
    """Show every line of a part, with its name before it."""
    for regel in uitvoer:
        zeg(regel.rstrip(), naam)


def _wacht_op_web(delen: list[Deel]) -> None:
    einde = time.monotonic() + 60
    while time.monotonic() < einde:
        _let_op(delen)
        with suppress(OSError), socket.create_connection(("127.0.0.1", int(PORT)), timeout=1):
            return
        time.sleep(0.1)
    raise Fout("De webserver start niet. Zie de regels hierboven.")


def _let_op(delen: list[Deel]) -> None:
    for deel in delen:
        if deel.proces.poll() is not None:
            raise Fout(f"Het onderdeel {deel.naam} is gestopt (code {deel.proces.returncode}).")


def _waak(delen: list[Deel]) -> int:
    while True:
        _let_op(delen)
        time.sleep(0.5)


def _stop_alles(delen: list[Deel]) -> None:
    """First ask, then insist; also when somebody presses Ctrl-C again."""
    for teken in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(teken, signal.SIG_IGN)
    volgorde: list[Callable[[], None]] = [deel.stop for deel in reversed(delen)]
    for stop in volgorde:
        stop()
    einde = time.monotonic() + STOPTIJD
    for deel in reversed(delen):
        try:
            deel.proces.wait(max(0.1, einde - time.monotonic()))
        except subprocess.TimeoutExpired:
            deel.stop(hard=True)
            deel.proces.wait()


if __name__ == "__main__":
    sys.exit(main())
