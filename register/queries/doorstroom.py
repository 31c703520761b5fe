"""In, through and out of teams per quarter, and teams where hardly anybody moves (R370)."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.db import connection

from config.kern.queries import instelwaarden
from pdomein.groepen import te_tonen
from register.beeld import maanden_vanaf

PER = {
    "pteam": ("pt.id", "pdomein_pteam"), "cluster": ("pt.cluster_id", "pdomein_cluster"),
    "domein": ("pt.domein_id", "pdomein_professioneeldomein"),
}
IN, ERBIJ, WEG, UIT = "in", "erbij", "weg", "uit"
SOORTEN = (IN, ERBIJ, WEG, UIT)
KOLOMMEN = (
    "groep", "mensen", "in_dienst_gekomen", "uit_ander_team", "naar_ander_team",
    "uit_dienst_gegaan", "opmerking",
)

_STAPPEN = """
WITH stap AS (
    SELECT p.pteam_id, p.begin AS dag, CASE WHEN v.id IS NULL THEN 'in' ELSE 'erbij' END AS soort
    FROM pdomein_plaatsing p
    JOIN pdomein_medewerker m ON m.id = p.medewerker_id
    LEFT JOIN pdomein_plaatsing v ON v.medewerker_id = p.medewerker_id AND v.einde = p.begin
        AND v.pteam_id <> p.pteam_id
    WHERE p.begin >= %(van)s AND p.begin < %(tot)s AND (v.id IS NOT NULL OR p.begin = m.in_dienst)
    UNION ALL
    SELECT v.pteam_id, v.einde, 'weg'
    FROM pdomein_plaatsing v
    JOIN pdomein_plaatsing p ON p.medewerker_id = v.medewerker_id AND p.begin = v.einde
        AND v.pteam_id <> p.pteam_id
    WHERE v.einde >= %(van)s AND v.einde < %(tot)s
    UNION ALL
    SELECT p.pteam_id, m.uit_dienst, 'uit'
    FROM pdomein_medewerker m
    JOIN pdomein_plaatsing p ON p.medewerker_id = m.id AND p.einde = m.uit_dienst
    WHERE m.uit_dienst >= %(van)s AND m.uit_dienst < %(tot)s
), groep AS (
    SELECT {sleutel} AS id, count(*) AS mensen
    FROM pdomein_plaatsing p JOIN pdomein_pteam pt ON pt.id = p.pteam_id
    WHERE p.begin <= %(dag)s AND (p.einde IS NULL OR p.einde > %(dag)s) GROUP BY 1
)
SELECT g.id, g.naam, g.public_id, coalesce(groep.mensen, 0), date_trunc('quarter', s.dag)::date,
    s.soort, count(s.soort)
FROM {tabel} g JOIN groep ON groep.id = g.id
LEFT JOIN (SELECT {sleutel} AS id, stap.* FROM stap JOIN pdomein_pteam pt ON pt.id = pteam_id) s
    ON s.id = g.id
GROUP BY 1, 2, 3, 4, 5, 6 ORDER BY 2, 1
"""


@dataclass(frozen=True, slots=True)
class Stroom:
    """One group in the period; without ``aantal`` when it has fewer than five people."""

    naam: str
    public_id: UUID
    mensen: int
    aantal: dict[str, int] | None
    per_kwartaal: dict[date, dict[str, int]]

    @property
    def is_stil(self) -> bool:
        return self.aantal is not None and not any(self.aantal.values())

    @property
    def reeks(self) -> list[int]:
        return [self.aantal[s] for s in SOORTEN] if self.aantal else []


@dataclass(frozen=True, slots=True)
class Doorstroom:
    van: date
    tot: date
    stromen: Sequence[Stroom]
    is_signaal_aan: bool

    @property
    def kwartalen(self) -> list[tuple[date, list[int]]]:
        """All groups together, quarter by quarter."""
        som: dict[date, dict[str, int]] = defaultdict(lambda: dict.fromkeys(SOORTEN, 0))
        for stroom in self.stromen:
            for kwartaal, aantal in stroom.per_kwartaal.items():
                for soort, n in aantal.items():
                    som[kwartaal][soort] += n
        return [(k, [som[k][s] for s in SOORTEN]) for k in sorted(som)]

    @property
    def stille(self) -> list[Stroom]:
        """Groups without any movement; nothing when the signal is off."""
        return [s for s in self.stromen if s.is_stil] if self.is_signaal_aan else []


def periode(dag: date, maanden: int) -> tuple[date, date]:
    """Whole months back from the first of this month."""
    tot = dag.replace(day=1)
    begin = tot.year * 12 + tot.month - 1 - maanden
    return maanden_vanaf(date(begin // 12, begin % 12 + 1, 1), 1)[0], tot


def doorstroom(per: str, dag: date) -> Doorstroom:
    """Every team, cluster or domein with people, in one statement."""
    waarde = instelwaarden(("DOORSTROOM_MAANDEN", "SIGNAAL_DOORSTROOM"), dag)
    van, tot = periode(dag, waarde["DOORSTROOM_MAANDEN"])
    sleutel, tabel = PER[per]
    with connection.cursor() as cursor:
        cursor.execute(
            _STAPPEN.format(sleutel=sleutel, tabel=tabel), {"van": van, "tot": tot, "dag": dag}
        )
        rijen = cursor.fetchall()
    return Doorstroom(van, tot, _stromen(rijen), waarde["SIGNAAL_DOORSTROOM"])


def _stromen(rijen: Sequence[tuple[Any, ...]]) -> list[Stroom]:
    kop: dict[int, tuple[str, UUID, int]] = {}
    per: dict[int, dict[date, dict[str, int]]] = defaultdict(lambda: defaultdict(dict))
    for pk, naam, public_id, mensen, kwartaal, soort, n in rijen:
        kop[pk] = (naam, public_id, mensen)
        if kwartaal is not None:
            per[pk][kwartaal][soort] = n
    zichtbaar = te_tonen({pk: k[2] for pk, k in kop.items()})
    return [
        Stroom(
            *kop[pk],
            {s: sum(k.get(s, 0) for k in per[pk].values()) for s in SOORTEN}
            if pk in zichtbaar else None,
            dict(per[pk]),
        )
        for pk in kop
    ]


def export_rijen(beeld: Doorstroom) -> list[dict[str, Any]]:
    return [
        {"groep": s.naam, "opmerking": "minder dan 5 mensen"} if s.aantal is None else {
            "groep": s.naam, "mensen": s.mensen, "in_dienst_gekomen": s.aantal[IN],
            "uit_ander_team": s.aantal[ERBIJ], "naar_ander_team": s.aantal[WEG],
            "uit_dienst_gegaan": s.aantal[UIT],
        }
        for s in beeld.stromen
    ]
