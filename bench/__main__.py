"""``make bench``: every measurement of this folder, one JSON line each.

Each module has ``meet()``, which gives a dict with a ratio between two things that were timed in
the same run; absolute times drift with the machine, ratios do not (SNEL). The measurements run on
a database of their own (``inzet_bench``) with the full demo province, kept for the next time.
"""

import json
import os
import pkgutil
import sys
from importlib import import_module

import bench

NAAM = "inzet_bench"


def klaarzetten() -> None:
    """Point Django at the bench database and fill it the first time."""
    os.environ["DJANGO_SETTINGS_MODULE"] = "config.settings.demo"
    import django
    import psycopg
    from django.conf import settings
    from django.core.management import call_command

    instelling = settings.DATABASES["default"]
    adres = {
        "host": instelling["HOST"] or instelling["OPTIONS"].get("host"),
        "port": instelling["PORT"] or None, "user": instelling["USER"] or None,
        "password": instelling["PASSWORD"] or None, "dbname": "postgres",
    }
    with psycopg.connect(**{k: v for k, v in adres.items() if v}, autocommit=True) as verbinding:
        if not verbinding.execute(
            "SELECT 1 FROM pg_database WHERE datname = %s", [NAAM]
        ).fetchone():
            verbinding.execute(f'CREATE DATABASE "{NAAM}"')
    instelling["NAME"] = NAAM
    django.setup()
    from config.kern.queries import demorollen

    call_command("migrate", verbosity=0)
    if not demorollen().exists():
        print("De demo-provincie laden voor de metingen …", file=sys.stderr)
        call_command("demo_laden", stdout=sys.stderr)


def main() -> None:
    klaarzetten()
    gekozen = sys.argv[1:]
    for module in sorted(m.name for m in pkgutil.iter_modules(bench.__path__)):
        if module == "__main__" or (gekozen and module not in gekozen):
            continue
        print(json.dumps(import_module(f"bench.{module}").meet(), ensure_ascii=False), flush=True)


if __name__ == "__main__":
    main()
