"""The one look-up of ``was_bevoegd`` against a primary-key look-up on the same connection.

SNEL row 6: at most 1.5 times, the same columns read. The rows lie in a temporary table with the
indexes of the real one, so that the program's own query runs and nothing is left behind. One JSON
line with medians and the ratio: ``python -m bench.register_opzoeken [aantal rijen]``.
"""

import json
import os
import random
import statistics
import sys
from time import perf_counter_ns

RIJEN, VRAGEN = 100_000, 2_000
VULLEN = """
INSERT INTO register_roltoewijzing (public_id, begin_geldigheid, einde_geldigheid,
    tijdstip_registratie, eind_registratie, mutatie, reden, geregistreerd_door_naam, is_exclusief,
    uitzondering, besluit_id, medewerker_id, opdracht_id, rol_id)
SELECT gen_random_uuid(), d, CASE WHEN n %% 3 = 0 THEN d + 400 END, d + interval '9 h',
    CASE WHEN n %% 10 = 0 THEN d + interval '40 d' END, 'toewijzing', '', 'bench', false, '', n,
    1 + n * 7919 %% 2000, 1 + n / 8, 1 + n %% 2
FROM (SELECT n, date '2020-01-01' + (n * 37 %% 2400)::int AS d
      FROM generate_series(1, %s::bigint) n) rijen
"""


def meet(aantal: int = RIJEN) -> dict[str, object]:
    from django.db import connection

    from register.queries.bevoegdheid import opzoeken

    connection.ensure_connection()
    psycopg = connection.connection
    psycopg.prepare_threshold = 0
    with psycopg.cursor() as cursor:
        cursor.execute(
            "CREATE TEMP TABLE register_roltoewijzing "
            "(LIKE public.register_roltoewijzing INCLUDING ALL)"
        )
        cursor.execute(VULLEN, [aantal])
        cursor.execute("VACUUM ANALYZE register_roltoewijzing")
        loting = random.Random(1)
        sleutels, vragen = [], []
        for _ in range(VRAGEN):
            n = loting.randint(8, aantal)
            sleutels.append([n])
            vraag = opzoeken(1 + n * 7919 % 2000, [1 + n // 8])
            sql, waarden = vraag.query.sql_with_params()
            vragen.append(list(waarden))
        sleutel_sql = f"{sql.split(' WHERE ')[0]} WHERE id = %s"
        antwoorden = _tijden(cursor, sql, vragen), _tijden(cursor, sleutel_sql, sleutels)
        plan = cursor.execute(f"EXPLAIN {sql}", vragen[0]).fetchall()
    connection.close()
    tijden, basis = antwoorden
    return {
        "bench": "register_opzoeken", "rijen": aantal, "vragen": VRAGEN,
        "mediaan_us": round(statistics.median(tijden) / 1000, 1),
        "p95_us": round(statistics.quantiles(tijden, n=20)[-1] / 1000, 1),
        "sleutel_mediaan_us": round(statistics.median(basis) / 1000, 1),
        "verhouding": round(statistics.median(tijden) / statistics.median(basis), 2),
        "grens": 1.5,
        "plan": plan[0][0].split("  (")[0],
    }


def _tijden(cursor, sql: str, vragen: list[list[object]]) -> list[int]:
    for waarden in vragen[:200]:
        cursor.execute(sql, waarden).fetchall()
    tijden = []
    for waarden in vragen:
        begin = perf_counter_ns()
        cursor.execute(sql, waarden).fetchall()
        tijden.append(perf_counter_ns() - begin)
    return tijden


def main() -> None:
    import django

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings.demo")
    django.setup()
    print(json.dumps(meet(int(sys.argv[1]) if len(sys.argv) > 1 else RIJEN)))


if __name__ == "__main__":
    main()
