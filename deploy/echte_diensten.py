"""Print ``export`` lines for a PostgreSQL and a Redis on their standard ports; 1 if there are none.

Tried in this order: DATABASE_URL and REDIS_URL of the caller, then the usual local accounts.
"""

import os
import shlex
import sys

import psycopg
import redis

DATABASES = [
    os.environ.get("DATABASE_URL", ""),
    "postgres://postgres@127.0.0.1:5432/postgres",
    "postgres://postgres:postgres@127.0.0.1:5432/postgres",
]
REDISSEN = [os.environ.get("REDIS_URL", ""), "redis://127.0.0.1:6379/0"]


def database() -> str | None:
    for url in filter(None, DATABASES):
        try:
            with psycopg.connect(url, connect_timeout=3) as verbinding:
                mag = verbinding.execute(
                    "SELECT rolcreatedb OR rolsuper FROM pg_roles WHERE rolname = current_user"
                ).fetchone()
                if mag and mag[0]:
                    print(f"PostgreSQL {verbinding.info.server_version}", file=sys.stderr)
                    return url.rsplit("/", 1)[0] + f"/inzet_ci_{os.getpid()}"
        except psycopg.Error:
            continue
    return None


def broker() -> str | None:
    for url in filter(None, REDISSEN):
        try:
            redis.Redis.from_url(url, socket_timeout=3).ping()
        except redis.RedisError:
            continue
        return url
    return None


if __name__ == "__main__":
    adressen = {"DATABASE_URL": database(), "REDIS_URL": broker()}
    if not all(adressen.values()):
        sys.exit(1)
    for naam, waarde in adressen.items():
        print(f"export {naam}={shlex.quote(str(waarde))}")
