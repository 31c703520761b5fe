"""The ranking as the screen asks it, against its bare statement on the same data (SNEL row 3).

At most 3 times at 2,000 people, 1.5 times at 118,000. Everything lies in temporary tables with
the indexes of the real ones: the program's own code runs and nothing is left behind. One JSON
line: ``python -m bench.rangschikking [--mensen 118000]``.
"""

import argparse
import json
import os
import statistics
from collections.abc import Callable
from datetime import date, datetime
from decimal import Decimal
from time import perf_counter_ns
from zoneinfo import ZoneInfo

MENSEN, GRENS = 2_000, {2_000: 3.0, 118_000: 1.5}
NU = datetime(2026, 6, 1, 12, 0, tzinfo=ZoneInfo("Europe/Amsterdam"))
TABELLEN = (
    "pdomein_medewerker", "pdomein_ppp", "pdomein_pppcompetentie", "pdomein_competentie",
    "pdomein_plaatsing", "pdomein_beschikbaarheid", "pdomein_rolomvang", "register_inzet",
    "opgaven_opdracht", "opgaven_opgave", "matching_publicatie", "matching_reactie",
    "matching_procedure", "matching_matchvraag", "matching_tro", "matching_trocompetentie",
    "matching_suggestierun", "kern_logregel", "kern_instelling",
)
VULLEN = """
INSERT INTO pdomein_competentie (public_id, code, naam, omschrijving, uri)
SELECT gen_random_uuid(), 'c' || n, 'Competentie ' || n, '', '' FROM generate_series(1, 120) n;

INSERT INTO pdomein_medewerker (public_id, personeelsnummer, naam, sorteernaam, email, functie,
    functiegroep, schaal, aanstelling_fte, dienstverband, in_dienst, bijgewerkt_op)
SELECT gen_random_uuid(), 'p' || n, 'Mens ' || n, 'mens' || n, '', '', '', 8 + n * 7 % 7,
    CASE n % 3 WHEN 0 THEN 0.8 ELSE 1 END, CASE n % 50 WHEN 0 THEN 'extern' ELSE 'vast' END,
    date '2020-01-01', now()
FROM generate_series(1, {mensen}) n;

INSERT INTO pdomein_ppp (public_id, kennis_en_kunde, ontwikkelen, bellen_voor, zichtbaar_kennis,
    zichtbaar_bellen, gepubliceerd_op, versie, bijgewerkt_op, medewerker_id)
SELECT gen_random_uuid(), '', '', '', 'iedereen', 'iedereen',
    CASE WHEN n % 5 > 0 THEN now() END, 1, now(), n
FROM generate_series(1, {mensen}) n;

INSERT INTO pdomein_pppcompetentie (niveau, bewijs, wil_ontwikkelen, competentie_id, ppp_id)
SELECT 1 + (n + k) % 5, '', k % 4 = 0, 1 + (n * 7 + k * 11) % 120, n
FROM generate_series(1, {mensen}) n, generate_series(0, 11) k;

INSERT INTO pdomein_plaatsing (public_id, kernactiviteit, initiatief, reden, begin, medewerker_id,
    pteam_id)
SELECT gen_random_uuid(), '', 'organisatie', '', date '2020-01-01', n, 1 + n / 12
FROM generate_series(1, {mensen}) n;

INSERT INTO pdomein_rolomvang (rol, pct, begin, medewerker_id)
SELECT 'p_manager', 50, date '2024-01-01', n FROM generate_series(1, {mensen}, 16) n;

INSERT INTO pdomein_beschikbaarheid (fte_minder, begin, einde, medewerker_id)
SELECT 0.2, date '2026-05-01', date '2026-10-01', n FROM generate_series(1, {mensen}, 20) n;

INSERT INTO register_inzet (public_id, begin_geldigheid, einde_geldigheid, tijdstip_registratie,
    eind_registratie, mutatie, reden, geregistreerd_door_naam, teamrol, fte, resultaat, besluit_id,
    medewerker_id, opdracht_id)
SELECT gen_random_uuid(), d, d + 180, now(), CASE WHEN n % 20 = 0 THEN now() END, 'toewijzing', '',
    'bench', 'teamlid', 0.2 + 0.1 * (k % 3), '', n, n, 1 + n * 13 % 5300
FROM (SELECT n, k, date '2025-06-01' + (n * 37 + k * 150) % 700 AS d
      FROM generate_series(1, {mensen}) n, generate_series(0, 2) k) rijen;

INSERT INTO opgaven_opgave (public_id, begrotingsjaar, code, naam, beoogd_resultaat,
    label_standaard, onder_directieteam, beleidsdoel_id)
SELECT gen_random_uuid(), 2026, 'o' || n, 'Opgave ' || n, '', 'dynamisch', false, 1
FROM generate_series(1, 60) n;

INSERT INTO opgaven_opdracht (public_id, code, naam, soort, begrotingscode,
    motivatie_afwijking_begroting, label, status, fase, waarom, wat, hoe, wie, beoogd_resultaat,
    past_in_portefeuille, prioriteit, versie, opgave_id)
SELECT gen_random_uuid(), 'w' || n, 'Opdracht ' || n, 'product', 'b', '', 'dynamisch', 'bemensing',
    '', '', '', '', '', '', '', 3, 1, 1 + n % 60
FROM generate_series(1, 5300) n
"""


def meet(mensen: int = MENSEN, keren: int = 30) -> dict[str, object]:
    from django.db import connection, reset_queries

    from matching import queries_rangschikking as rangschikking

    connection.ensure_connection()
    with connection.cursor() as cursor:
        for tabel in TABELLEN:
            cursor.execute(f"CREATE TEMP TABLE {tabel} (LIKE public.{tabel} INCLUDING ALL)")
        for zin in VULLEN.format(mensen=mensen).split(";"):
            cursor.execute(zin)
        procedure = _vul_vraag()
        for tabel in TABELLEN:
            cursor.execute(f"ANALYZE {tabel}")
    vraag, kaal, geheel = _vragen(connection, rangschikking, procedure)
    tijden_kaal, tijden_geheel = _om_en_om(kaal, geheel, keren)
    connection.force_debug_cursor = True
    reset_queries()
    geheel()
    aantal = sum("SAVEPOINT" not in q["sql"] for q in connection.queries)
    connection.close()
    verhouding = statistics.median(tijden_geheel) / statistics.median(tijden_kaal)
    return {
        "bench": "rangschikking", "mensen": mensen, "competenties": len(vraag.competenties),
        "mediaan_ms": round(statistics.median(tijden_geheel), 2),
        "p95_ms": round(statistics.quantiles(tijden_geheel, n=20)[-1], 2),
        "kale_opdracht_mediaan_ms": round(statistics.median(tijden_kaal), 2),
        "queries": aantal, "verhouding": round(verhouding, 2), "grens": GRENS.get(mensen),
    }


def _vul_vraag():
    """One place with ten competenties, on the market, with five reactions."""
    from matching import models as m

    matchvraag = m.Matchvraag.objects.create(
        plaats="team", trigger="vrijval", fte=Decimal("0.6"), geopend_op=NU, opdracht_id=7
    )
    tro = m.TRO.objects.create(
        matchvraag=matchvraag, titel="Adviseur", fte=Decimal("0.6"), schaal_van=10, schaal_tot=12,
        begin=date(2026, 6, 15), einde=date(2026, 12, 15), bijgewerkt_op=NU,
    )
    m.TROCompetentie.objects.bulk_create(
        m.TROCompetentie(
            tro=tro, competentie_id=1 + n * 12 % 120, niveau=2 + n % 3, gewicht=1 + n % 3
        )
        for n in range(10)
    )
    procedure = m.Procedure.objects.create(
        matchvraag=matchvraag, route="team", fase="matchtafel", in_fase_sinds=NU, gestart_op=NU
    )
    publicatie = m.Publicatie.objects.create(
        procedure=procedure, gepubliceerd_op=NU, wacht_werkdagen=5,
        vroegste_bespreekdatum=NU.date(),
    )
    m.Reactie.objects.bulk_create(
        m.Reactie(publicatie=publicatie, medewerker_id=n * 97, deelt_wensen=n % 2, ingediend_op=NU)
        for n in range(1, 6)
    )
    return procedure


def _vragen(connection, rangschikking, procedure) -> tuple[object, Callable, Callable]:
    """The bare statement, and the whole question: settings, demand, ranking, words, log."""
    from config.kern.actor import Actor, Recht, Toekenning
    from matching.domain.kandidaat import suggestie_vragen
    from matching.queries import matchtafel as queries_matchtafel

    vraag = rangschikking.vraag_van(procedure, date(2026, 6, 1))
    door = Actor(
        gebruiker_id=None, naam="Bench",
        toekenningen=frozenset({Toekenning(Recht.MATCHTAFEL_ONDERSTEUNEN)}),
    )
    waarden = {
        **rangschikking._parameters(vraag, date(2026, 6, 1), 10, False, rangschikking.TOP),
        "pteams": [], "alleen": None,
    }

    def kaal() -> None:
        with connection.cursor() as cursor:
            rangschikking.voer_uit(cursor, waarden)
            cursor.fetchall()

    def geheel() -> None:
        vers = queries_matchtafel.procedure_van(procedure.public_id)
        suggestie_vragen(procedure=vers, door=door, nu=NU)

    return vraag, kaal, geheel


def _om_en_om(kaal: Callable, geheel: Callable, keren: int) -> tuple[list[float], list[float]]:
    """Take turns, so that a busy moment of the machine weighs on both."""
    tijden: tuple[list[float], list[float]] = ([], [])
    for ronde in range(keren + 3):
        for nummer, doe in enumerate((kaal, geheel)):
            begin = perf_counter_ns()
            doe()
            if ronde >= 3:
                tijden[nummer].append((perf_counter_ns() - begin) / 1e6)
    return tijden


def main() -> None:
    import django

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings.demo")
    django.setup()
    keuze = argparse.ArgumentParser()
    keuze.add_argument("--mensen", type=int, default=MENSEN)
    mensen = keuze.parse_args().mensen
    print(json.dumps(meet(mensen, 30 if mensen <= 20_000 else 8)))


if __name__ == "__main__":
    main()
