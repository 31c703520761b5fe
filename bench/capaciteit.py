"""The capacity page as the screen asks it, against one scan of the same rows (R090, SNEL).

Twelve months per professie, the year week by week, and what is still asked. The page must not
cost more than a few times the time that reading the same inzet once costs, and must not grow with
the number of months. Everything lies in temporary tables with the indexes of the real ones. One
JSON line: ``python -m bench.capaciteit [--mensen 118000]``.
"""

import argparse
import json
import os
import statistics
from collections.abc import Callable
from datetime import date
from time import perf_counter_ns

MENSEN = 2_000
MAANDEN = 12
DAG = date(2026, 6, 1)
TABELLEN = (
    "pdomein_medewerker", "pdomein_plaatsing", "pdomein_aansluiting", "pdomein_aanstelling",
    "pdomein_beschikbaarheid", "pdomein_rolomvang", "pdomein_pteam", "register_inzet",
    "opgaven_opdracht", "opgaven_capaciteitsvraag", "kern_instelling",
)
VULLEN = """
INSERT INTO pdomein_pteam (public_id, code, naam, formatie_fte, is_eenheid, begin, domein_id,
    professie_id)
SELECT gen_random_uuid(), 't' || n, 'Team ' || n, 12, false, date '2020-01-01', 1 + n % 8,
    1 + n % 45
FROM generate_series(1, {mensen} / 12 + 1) n;

INSERT INTO pdomein_medewerker (public_id, personeelsnummer, naam, sorteernaam, email, functie,
    functiegroep, schaal, aanstelling_fte, dienstverband, in_dienst, bijgewerkt_op)
SELECT gen_random_uuid(), 'p' || n, 'Mens ' || n, 'mens' || n, '', '', '', 8 + n * 7 % 7,
    CASE n % 3 WHEN 0 THEN 0.8 ELSE 1 END, CASE n % 50 WHEN 0 THEN 'tijdelijk' ELSE 'vast' END,
    date '2020-01-01', now()
FROM generate_series(1, {mensen}) n;

INSERT INTO pdomein_plaatsing (public_id, kernactiviteit, initiatief, reden, begin, medewerker_id,
    pteam_id)
SELECT gen_random_uuid(), '', 'organisatie', '', date '2020-01-01', n, 1 + n / 12
FROM generate_series(1, {mensen}) n;

INSERT INTO pdomein_rolomvang (rol, pct, begin, medewerker_id)
SELECT 'p_manager', 50, date '2024-01-01', n FROM generate_series(1, {mensen}, 16) n;

INSERT INTO pdomein_beschikbaarheid (fte_minder, begin, einde, medewerker_id)
SELECT 0.2, date '2026-05-01', date '2026-10-01', n FROM generate_series(1, {mensen}, 20) n;

INSERT INTO pdomein_aanstelling (public_id, volgnummer, fte, begin, einde, medewerker_id)
SELECT gen_random_uuid(), 1, 1 - k * 0.2, date '2020-01-01' + k * 2400,
    CASE k WHEN 0 THEN date '2020-01-01' + 2400 END, n
FROM generate_series(1, {mensen}, 10) n, generate_series(0, 1) k;

INSERT INTO register_inzet (public_id, begin_geldigheid, einde_geldigheid, tijdstip_registratie,
    eind_registratie, mutatie, reden, geregistreerd_door_naam, teamrol, fte, resultaat, besluit_id,
    medewerker_id, opdracht_id)
SELECT gen_random_uuid(), d, d + 180, now(), CASE WHEN n % 20 = 0 THEN now() END, 'toewijzing', '',
    'bench', 'teamlid', 0.2 + 0.1 * (k % 3), '', n, n, 1 + n * 13 % ({mensen} / 6)
FROM (SELECT n, k, date '2025-06-01' + (n * 37 + k * 150) % 700 AS d
      FROM generate_series(1, {mensen}) n, generate_series(0, 2) k) rijen;

INSERT INTO opgaven_opdracht (public_id, code, naam, soort, begrotingscode,
    motivatie_afwijking_begroting, label, status, fase, waarom, wat, hoe, wie, beoogd_resultaat,
    past_in_portefeuille, prioriteit, versie, opgave_id)
SELECT gen_random_uuid(), 'w' || n, 'Opdracht ' || n, 'product', 'b', '', 'dynamisch',
    CASE n % 3 WHEN 0 THEN 'bemensing' WHEN 1 THEN 'concept' ELSE 'in_uitvoering' END,
    '', '', '', '', '', '', '', 3, 1, 1
FROM generate_series(1, {mensen} / 6) n;

INSERT INTO opgaven_capaciteitsvraag (public_id, plaats, omschrijving, aantal, fte, schaal_van,
    schaal_tot, begin, einde, opdracht_id, professie_id)
SELECT gen_random_uuid(), 'team', '', 2, 0.4, 10, 12, date '2026-01-01', date '2026-12-01', n,
    1 + n % 45
FROM generate_series(1, {mensen} / 6) n
"""
# columns that this measurement does not look at may stay empty
MAG_LEEG = """
SELECT attname FROM pg_attribute
WHERE attrelid = ('pg_temp.' || %s)::regclass AND attnum > 0 AND attnotnull AND attname <> 'id'
"""
KAAL = """
SELECT p.pteam_id, sum(i.fte) FROM register_inzet i
JOIN pdomein_plaatsing p ON p.medewerker_id = i.medewerker_id
WHERE i.eind_registratie IS NULL AND i.begin_geldigheid <= %s AND i.einde_geldigheid > %s
GROUP BY 1
"""


def meet(mensen: int = MENSEN, keren: int = 15) -> dict[str, object]:
    from django.db import connection, reset_queries

    from register.beeld import maanden_vanaf, weken_vanaf
    from register.queries.capaciteitsbeeld import capaciteit_per, open_vraag

    connection.ensure_connection()
    with connection.cursor() as cursor:
        for tabel in TABELLEN:
            cursor.execute(f"CREATE TEMP TABLE {tabel} (LIKE public.{tabel} INCLUDING ALL)")
            cursor.execute(MAG_LEEG, [tabel])
            for (kolom,) in cursor.fetchall():
                cursor.execute(f'ALTER TABLE {tabel} ALTER "{kolom}" DROP NOT NULL')
        for zin in VULLEN.format(mensen=mensen).split(";"):
            cursor.execute(zin)
        for tabel in TABELLEN:
            cursor.execute(f"ANALYZE {tabel}")
    maanden, kwartaal = maanden_vanaf(DAG, MAANDEN), maanden_vanaf(DAG, 3)

    def kaal() -> None:
        with connection.cursor() as cursor:
            cursor.execute(KAAL, [maanden[-1], maanden[0]])
            cursor.fetchall()

    vragen: dict[str, Callable[[], object]] = {
        "kaal": kaal,
        "professie": lambda: capaciteit_per("professie", maanden),
        "drie_maanden": lambda: capaciteit_per("professie", kwartaal),
        "weken": lambda: capaciteit_per("organisatie", weken_vanaf(DAG, 26)),
        "vraag": lambda: open_vraag(maanden),
    }
    tijden = _om_en_om(vragen, keren)
    connection.force_debug_cursor = True
    reset_queries()
    vragen["professie"]()
    aantal = len(connection.queries)
    connection.close()
    basis = statistics.median(tijden["kaal"])
    midden = {naam: statistics.median(t) for naam, t in tijden.items()}
    return {
        "bench": "capaciteit", "mensen": mensen, "maanden": MAANDEN, "queries": aantal,
        "mediaan_ms": round(midden["professie"], 1),
        "p95_ms": round(statistics.quantiles(tijden["professie"], n=20)[-1], 1),
        "kaal_mediaan_ms": round(basis, 1),
        "verhouding": round(midden["professie"] / basis, 2),
        "verhouding_weken": round(midden["weken"] / basis, 2),
        "verhouding_vraag": round(midden["vraag"] / basis, 2),
        "twaalf_maanden_tegen_drie": round(midden["professie"] / midden["drie_maanden"], 2),
    }


def _om_en_om(vragen: dict[str, Callable[[], object]], keren: int) -> dict[str, list[float]]:
    """All questions in turn, so that a busy moment of the machine weighs on each."""
    tijden: dict[str, list[float]] = {naam: [] for naam in vragen}
    for ronde in range(keren + 2):
        for naam, doe in vragen.items():
            begin = perf_counter_ns()
            doe()
            if ronde >= 2:
                tijden[naam].append((perf_counter_ns() - begin) / 1e6)
    return tijden


def main() -> None:
    import django

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings.demo")
    django.setup()
    keuze = argparse.ArgumentParser()
    keuze.add_argument("--mensen", type=int, default=MENSEN)
    mensen = keuze.parse_args().mensen
    print(json.dumps(meet(mensen, 15 if mensen <= 20_000 else 5)))


if __name__ == "__main__":
    main()
