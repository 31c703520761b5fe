"""Due procedures, each its own transaction, against the same statements in raw psycopg (SNEL 7).

The statements are recorded from a run that is taken back, then replayed on the same rows through
bare psycopg with the same BEGIN and COMMIT per row. A third batch is done by two workers at once;
``dubbel`` must be 0.
"""

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta
from time import perf_counter
from typing import Any

from django.db import connection, transaction
from django.utils import timezone

from matching.domain.termijnen import termijnen_verwerken
from matching.enums import Fase, TermijnSoort, TermijnStatus, Trigger
from matching.models import TRO, Faseovergang, Matchvraag, Procedure, Publicatie, Termijn
from opgaven.models import Opdracht

AANTAL = 100
LANG_GELEDEN = datetime(2001, 1, 1, tzinfo=timezone.get_default_timezone())


class _Terug(Exception):
    """Take the recorded run back."""


def procedures_maken(aantal: int) -> list[int]:
    """Procedures on the market whose wait is over, due before everything else."""
    opdracht = Opdracht.objects.first()
    nu = timezone.now()
    vragen = Matchvraag.objects.bulk_create(
        Matchvraag(
            opdracht=opdracht, plaats="team", trigger=Trigger.VRIJVAL, fte=1, geopend_op=nu,
            omschrijving="Meting",
        ) for _ in range(aantal)
    )
    TRO.objects.bulk_create(
        TRO(matchvraag=v, titel="Meting", fte=1, bijgewerkt_op=nu) for v in vragen
    )
    procedures = Procedure.objects.bulk_create(
        Procedure(
            matchvraag=v, route="team", fase=Fase.OPDRACHTENMARKT, in_fase_sinds=nu, gestart_op=nu
        ) for v in vragen
    )
    Publicatie.objects.bulk_create(
        Publicatie(
            procedure=p, gepubliceerd_op=LANG_GELEDEN, wacht_werkdagen=5,
            vroegste_bespreekdatum=LANG_GELEDEN.date(),
        ) for p in procedures
    )
    Termijn.objects.bulk_create(
        Termijn(
            procedure=p, fase=Fase.OPDRACHTENMARKT, soort=TermijnSoort.WACHTTIJD,
            vervalt_op=LANG_GELEDEN, afleiding={"moment": "wachttijd"},
        ) for p in procedures
    )
    return [p.pk for p in procedures]


def _ruim_op(pks: list[int]) -> None:
    Faseovergang.objects.filter(procedure__in=pks).delete()
    Termijn.objects.filter(procedure__in=pks).delete()
    Publicatie.objects.filter(procedure__in=pks).delete()
    vragen = list(Procedure.objects.filter(pk__in=pks).values_list("matchvraag_id", flat=True))
    Procedure.objects.filter(pk__in=pks).delete()
    TRO.objects.filter(matchvraag__in=vragen).delete()
    Matchvraag.objects.filter(pk__in=vragen).delete()


@contextmanager
def _batch() -> Iterator[list[int]]:
    pks = procedures_maken(AANTAL)
    try:
        yield pks
    finally:
        _ruim_op(pks)


def _opnemen(nu: datetime) -> list[list[tuple[str, Any]]]:
    """The statements of every row, in order; the run itself is taken back."""
    rijen: list[list[tuple[str, Any]]] = []

    def luister(doe: Callable, sql: str, params: Any, many: bool, context: dict) -> Any:
        if "SAVEPOINT" not in sql:
            if "SKIP LOCKED" in sql:
                rijen.append([])
            rijen[-1].append((sql, params)) if rijen else None
        return doe(sql, params, many, context)

    try:
        with transaction.atomic(), connection.execute_wrapper(luister):
            termijnen_verwerken(nu=nu, grens=AANTAL)
            raise _Terug
    except _Terug:
        return rijen


def _ruw(rijen: list[list[tuple[str, Any]]]) -> float:
    verbinding = connection.connection
    start = perf_counter()
    for rij in rijen:
        with verbinding.transaction(), verbinding.cursor() as cursor:
            for sql, params in rij:
                cursor.execute(sql, params)
                if cursor.description:
                    cursor.fetchall()
    return perf_counter() - start


def meet() -> dict[str, Any]:
    nu = timezone.now()
    with _batch():
        rijen = _opnemen(nu)
        ruw = _ruw(rijen)
    with _batch():
        start = perf_counter()
        telling = termijnen_verwerken(nu=nu, grens=AANTAL)
        eigen = perf_counter() - start
    with _batch() as pks:
        samen = _twee_tegelijk(nu)
        overgangen = Faseovergang.objects.filter(procedure__in=pks).count()
        open_ = Termijn.objects.filter(
            procedure__in=pks, soort=TermijnSoort.WACHTTIJD, status=TermijnStatus.OPEN
        ).count()
    return {
        "bench": "termijnen", "rijen": AANTAL, "verwerkt": telling.get("verwerkt", 0),
        "per_seconde": round(AANTAL / eigen), "ruw_per_seconde": round(AANTAL / ruw),
        "verhouding": round(ruw / eigen, 2), "opdrachten_per_rij": round(
            sum(len(r) for r in rijen) / max(len(rijen), 1), 1
        ),
        "twee_werkers_per_seconde": round(AANTAL / samen), "dubbel": overgangen - AANTAL + open_,
    }


def _twee_tegelijk(nu: datetime) -> float:
    poort = threading.Barrier(2)

    def werker() -> None:
        poort.wait()
        while termijnen_verwerken(nu=nu - timedelta(seconds=1), grens=20):
            pass
        connection.close()

    draden = [threading.Thread(target=werker) for _ in range(2)]
    start = perf_counter()
    for draad in draden:
        draad.start()
    for draad in draden:
        draad.join()
    return perf_counter() - start
