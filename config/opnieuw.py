"""Start over: throw the demo away, whether it is embedded or on a server of its own.

Only ever the demo: the folder of state, or the database that ``DATABASE_URL`` names when it
holds a demo or nothing.
"""

import os
import shutil
import sys
from pathlib import Path

from config import embedded
from config.draaien import Fout, _alleen_wij, zeg

WORTEL = Path(__file__).resolve().parent.parent


def main() -> int:
    staat = embedded.staat_map(WORTEL)
    try:
        with _alleen_wij(staat):
            if os.environ.get("DATABASE_URL"):
                _leeg_database(os.environ["DATABASE_URL"])
            else:
                _leeg_map(staat)
    except Fout as fout:
        zeg(str(fout))
        return 1
    zeg("De oude demo is weg.")
    return 0


def _leeg_map(staat: Path) -> None:
    embedded.redis_stoppen(staat)
    embedded.database_stoppen(staat)
    for naam in ("postgres", "mail"):
        shutil.rmtree(staat / naam, ignore_errors=True)
    for pad in staat.glob("beat*"):
        pad.unlink(missing_ok=True)


def _leeg_database(url: str) -> None:
    import psycopg

    with psycopg.connect(url, autocommit=True) as verbinding:
        gevuld = verbinding.execute("SELECT to_regclass('public.kern_gebruiker')").fetchone()
        if gevuld and gevuld[0]:
            mensen = verbinding.execute("SELECT 1 FROM kern_gebruiker LIMIT 1").fetchone()
            demo = verbinding.execute("SELECT 1 FROM kern_hartslag WHERE naam = 'demo'").fetchone()
            if mensen and not demo:
                raise Fout("In deze database staat geen demo. Er is niets weggegooid.")
        verbinding.execute("DROP SCHEMA public CASCADE")
        verbinding.execute("CREATE SCHEMA public")


if __name__ == "__main__":
    sys.exit(main())
