"""Ten thousand questions in one call against ten thousand look-ups by primary key (SNEL row 6).

The questions go through the program's own code, from row of a file to answer with its sentence;
the look-ups are bare psycopg on the same connection in the same run. The number of queries is
counted: it does not depend on the number of questions.
"""

import json
import os
import random
import statistics
import sys
from time import perf_counter_ns

VRAGEN, KEREN = 10_000, 3


def meet(aantal: int = VRAGEN) -> dict[str, object]:
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    from register.queries.bevoegdheid import waren_bevoegd

    loting = random.Random(1)
    rijen, sleutels = _rijen(aantal, loting)
    tijden, alleen = [], []
    for _ in range(KEREN):
        begin = perf_counter_ns()
        controle = _controleer(rijen)
        tijden.append(perf_counter_ns() - begin)
        vragen = [r.antwoord.vraag for r in controle.regels]
        begin = perf_counter_ns()
        waren_bevoegd(vragen)
        alleen.append(perf_counter_ns() - begin)
    with CaptureQueriesContext(connection) as gemeten:
        _controleer(rijen[: aantal // 100])
        weinig = len(gemeten)
    with CaptureQueriesContext(connection) as gemeten:
        _controleer(rijen)
    basis = _opzoeken(sleutels)
    duur, oordeel = statistics.median(tijden), statistics.median(alleen)
    return {
        "bench": "bevoegdheid_bulk", "vragen": aantal,
        "mediaan_ms": round(duur / 1e6, 1), "per_vraag_us": round(duur / aantal / 1000, 1),
        "oordeel_per_vraag_us": round(oordeel / aantal / 1000, 1),
        "sleutels_ms": round(basis / 1e6, 1), "queries": len(gemeten),
        "queries_bij_een_honderdste": weinig, "in_orde": controle.aantal_in_orde,
        "verhouding": round(oordeel / basis, 2), "verhouding_met_lezen": round(duur / basis, 2),
        "grens": 0.6,
    }


def _rijen(aantal: int, loting: random.Random) -> tuple[list[dict[str, str]], list[int]]:
    """Payments by people who hold a role, some for another opdracht, another day or too much."""
    from register.models import Roltoewijzing

    houders = list(
        Roltoewijzing.objects.filter(opdracht__isnull=False).order_by("pk").values_list(
            "pk", "medewerker__personeelsnummer", "opdracht__code", "begin_geldigheid"
        )
    )
    rijen, sleutels = [], []
    for n in range(aantal):
        pk, nummer, code, begin = loting.choice(houders)
        if n % 10 == 0:
            code = loting.choice(houders)[2]
        rijen.append({
            "personeelsnummer": nummer, "opdracht_code": code, "kenmerk": f"F{n}",
            "datum": begin.replace(day=1 + n % 28).isoformat(),
            "handeling": "Verplichting aangaan", "bedrag": str(loting.choice((900, 45000, 900000))),
        })
        sleutels.append(pk)
    return rijen, sleutels


def _controleer(rijen: list[dict[str, str]]) -> object:
    """As the command does, without the line in the logbook."""
    from config.kern import klok
    from register.domain.controle import Controle, Regel, _Lezer
    from register.queries.bevoegdheid import waren_bevoegd

    nu = klok.nu()
    lezer = _Lezer(rijen, nu)
    vragen = [lezer.vraag(rij) for rij in rijen]
    antwoorden = waren_bevoegd(vragen)
    return Controle(nu, [
        Regel(n, rij, antwoord=a)
        for n, (rij, a) in enumerate(zip(rijen, antwoorden, strict=True), start=1)
    ])


def _opzoeken(sleutels: list[int]) -> int:
    from django.db import connection

    connection.ensure_connection()
    connection.connection.prepare_threshold = 0
    with connection.connection.cursor() as cursor:
        sql = (
            "SELECT medewerker_id, opdracht_id, rol_id, begin_geldigheid, einde_geldigheid, "
            "tijdstip_registratie, eind_registratie FROM register_roltoewijzing WHERE id = %s"
        )
        for pk in sleutels[:200]:
            cursor.execute(sql, [pk]).fetchall()
        begin = perf_counter_ns()
        for pk in sleutels:
            cursor.execute(sql, [pk]).fetchall()
        return perf_counter_ns() - begin


def main() -> None:
    import django

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings.demo")
    django.setup()
    print(json.dumps(meet(int(sys.argv[1]) if len(sys.argv) > 1 else VRAGEN)))


if __name__ == "__main__":
    main()
