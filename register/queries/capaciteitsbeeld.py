"""The capacity of teams through time, in one statement however many people there are (R090, R101).

Every period becomes two changes: plus at its first measured day, minus at the first one after it.
So 118,000 people cost as many rows as they have periods, whatever the number of months.
"""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from typing import Any

from django.db import connection

from config.kern.queries import instelling
from opgaven.levensloop import LOPEND, VOORBEREIDING
from pdomein.enums import Dienstverband
from register.beeld import (
    AANSTELLING,
    FLEXIBEL,
    INZET,
    MENSEN,
    MINDER,
    PMANAGEMENT,
    Stand,
    Vraag,
    standen,
)
from register.enums import Teamrol
from register.queries.capaciteit import ROL_PMANAGER

# level: what a row of the heat map is
NIVEAUS = {
    "organisatie": "0::bigint", "domein": "domein_id", "professie": "professie_id",
    "cluster": "cluster_id", "pteam": "pt.id", "schaal": "mens.schaal",
    "functiegroep": "mens.functiegroep",
}
FLEX = [
    Dienstverband.TIJDELIJK, Dienstverband.TRAINEE, Dienstverband.STAGIAIR, Dienstverband.EXTERN,
]

# ``thuis``: where somebody's time counts. Who has no P-team counts in the organisation only.
_STAND = """
WITH mens AS MATERIALIZED (
    SELECT m.id, m.schaal, m.functiegroep, m.aanstelling_fte, m.in_dienst, m.uit_dienst,
        m.dienstverband = ANY(%(flex)s) AS flex
    FROM pdomein_medewerker m
    WHERE m.dienstverband <> 'bestuur' AND m.in_dienst <= %(laatste)s
        AND (m.uit_dienst IS NULL OR m.uit_dienst > %(eerste)s)
), thuis AS MATERIALIZED (
    SELECT mens.id, {groep} AS groep, greatest(t.begin, mens.in_dienst) AS b,
        least(t.einde, mens.uit_dienst) AS e, mens.aanstelling_fte, mens.flex
    FROM mens {soort} JOIN (
        SELECT medewerker_id, pteam_id, begin, einde FROM pdomein_plaatsing
        UNION ALL
        SELECT medewerker_id, pteam_id, begin, einde FROM pdomein_aansluiting WHERE soort <> 'gast'
    ) t ON t.medewerker_id = mens.id AND t.begin <= %(laatste)s
        AND (t.einde IS NULL OR t.einde > %(eerste)s)
    {soort} JOIN pdomein_pteam pt ON pt.id = t.pteam_id
    {waar}
), last AS (
    SELECT {aanstelling} AS wat, medewerker_id AS id, begin AS b, einde AS e, fte
    FROM pdomein_aanstelling
    UNION ALL
    SELECT {aanstelling}, id, NULL, NULL, aanstelling_fte FROM mens
    WHERE NOT EXISTS (SELECT 1 FROM pdomein_aanstelling a WHERE a.medewerker_id = mens.id)
    UNION ALL
    SELECT {minder}, medewerker_id, begin, einde, fte_minder FROM pdomein_beschikbaarheid
    UNION ALL
    SELECT {inzet}, medewerker_id, begin_geldigheid, einde_geldigheid, fte FROM register_inzet
    WHERE eind_registratie IS NULL AND begin_geldigheid <= %(laatste)s
        AND (einde_geldigheid IS NULL OR einde_geldigheid > %(eerste)s)
), deel AS (
    SELECT thuis.groep, wat, thuis.flex, greatest(last.b, thuis.b) AS b,
        least(last.e, thuis.e) AS e, last.fte
    FROM thuis JOIN last ON last.id = thuis.id
        AND (last.b IS NULL OR thuis.e IS NULL OR last.b < thuis.e)
        AND (last.e IS NULL OR last.e > thuis.b)
    UNION ALL
    SELECT thuis.groep, {pmanagement}, false, greatest(r.begin, thuis.b), least(r.einde, thuis.e),
        thuis.aanstelling_fte * r.pct / 100
    FROM thuis JOIN pdomein_rolomvang r ON r.medewerker_id = thuis.id AND r.rol = %(rol)s
        AND (thuis.e IS NULL OR r.begin < thuis.e) AND (r.einde IS NULL OR r.einde > thuis.b)
    UNION ALL
    SELECT groep, {mensen}, false, b, e, 1 FROM thuis
), wijziging AS (
    SELECT groep, wat, flex, width_bucket(b - 1, %(dagen)s::date[]) AS vanaf, fte FROM deel
    UNION ALL
    SELECT groep, wat, flex, width_bucket(e - 1, %(dagen)s::date[]), -fte FROM deel
    WHERE e IS NOT NULL
)
SELECT groep, wat, vanaf, sum(fte), sum(fte) FILTER (WHERE flex AND wat = {aanstelling})
FROM wijziging WHERE vanaf < %(aantal)s GROUP BY 1, 2, 3
"""

# What an opdracht asks and does not have yet, never less than nothing per kind of place.
_OPEN = """
WITH kant AS (
    SELECT v.opdracht_id, o.status, CASE v.plaats WHEN 'team' THEN v.professie_id END AS professie,
        v.plaats, v.begin AS b, v.einde AS e, v.aantal * v.fte AS fte
    FROM opgaven_capaciteitsvraag v JOIN opgaven_opdracht o ON o.id = v.opdracht_id
    WHERE o.status = ANY(%(status)s) AND v.begin <= %(laatste)s
        AND (v.einde IS NULL OR v.einde > %(eerste)s)
    UNION ALL
    SELECT i.opdracht_id, o.status, CASE WHEN i.teamrol = ANY(%(team)s) THEN pt.professie_id END,
        CASE WHEN i.teamrol = ANY(%(team)s) THEN 'team' ELSE i.teamrol END, i.begin_geldigheid,
        i.einde_geldigheid, -i.fte
    FROM register_inzet i JOIN opgaven_opdracht o ON o.id = i.opdracht_id
    LEFT JOIN pdomein_plaatsing p ON p.medewerker_id = i.medewerker_id
        AND p.begin <= greatest(i.begin_geldigheid, %(eerste)s)
        AND (p.einde IS NULL OR p.einde > greatest(i.begin_geldigheid, %(eerste)s))
    LEFT JOIN pdomein_pteam pt ON pt.id = p.pteam_id
    WHERE o.status = ANY(%(status)s) AND i.eind_registratie IS NULL
        AND i.begin_geldigheid <= %(laatste)s
        AND (i.einde_geldigheid IS NULL OR i.einde_geldigheid > %(eerste)s)
), wijziging AS (
    SELECT opdracht_id, status, professie, plaats,
        width_bucket(b - 1, %(dagen)s::date[]) AS vanaf, fte FROM kant
    UNION ALL
    SELECT opdracht_id, status, professie, plaats, width_bucket(e - 1, %(dagen)s::date[]), -fte
    FROM kant WHERE e IS NOT NULL
), peil AS (
    SELECT opdracht_id, status, professie, plaats, vanaf, greatest(sum(sum(fte)) OVER (
        PARTITION BY opdracht_id, professie, plaats ORDER BY vanaf), 0) AS fte
    FROM wijziging WHERE vanaf < %(aantal)s GROUP BY 1, 2, 3, 4, 5
)
"""
_OPEN_PER_PROFESSIE = "".join((_OPEN, """, stap AS (
    SELECT professie, status = ANY(%(vast)s) AS vast, vanaf, fte - coalesce(lag(fte) OVER (
        PARTITION BY opdracht_id, professie, plaats ORDER BY vanaf), 0) AS fte FROM peil
)
SELECT professie, vanaf, coalesce(sum(fte) FILTER (WHERE vast), 0),
    coalesce(sum(fte) FILTER (WHERE NOT vast), 0)
FROM stap GROUP BY 1, 2
"""))
_OPEN_PER_OPDRACHT = "".join((_OPEN, """
SELECT opdracht_id, sum(fte) FROM (
    SELECT opdracht_id, plaats, max(fte) AS fte FROM peil
    WHERE professie IS NOT DISTINCT FROM %(professie)s AND status = ANY(%(vast)s) GROUP BY 1, 2
) p WHERE fte > 0 GROUP BY 1 ORDER BY 2 DESC, 1 LIMIT %(hoogstens)s
"""))


# compiling such a statement takes seconds, running it a fraction of one
_ZONDER_JIT = "SET LOCAL jit = off; "


def _lees(zin: str, waarden: dict[str, Any]) -> list[tuple[Any, ...]]:
    with connection.cursor() as cursor:
        cursor.execute(_ZONDER_JIT + zin, waarden)
        cursor.nextset()
        return cursor.fetchall()


def capaciteit_per(
    niveau: str, dagen: Sequence[date], *, pteams: Sequence[int] | None = None
) -> dict[int | None, list[Stand]]:
    """The state of every group on each of these days; ``pteams`` narrows to some teams."""
    zin = _STAND.format(
        groep=NIVEAUS[niveau], soort="LEFT" if pteams is None else "",
        waar="" if pteams is None else "WHERE pt.id = ANY(%(pteams)s)",
        aanstelling=AANSTELLING, minder=MINDER, inzet=INZET, pmanagement=PMANAGEMENT,
        mensen=MENSEN,
    )
    waarden = {
        "flex": [str(f) for f in FLEX], "eerste": dagen[0], "laatste": dagen[-1],
        "dagen": list(dagen), "aantal": len(dagen), "rol": ROL_PMANAGER,
        "pteams": list(pteams or ()),
    }
    rijen = _lees(zin, waarden)
    wijzigingen = [(groep, wat, vanaf, Decimal(fte)) for groep, wat, vanaf, fte, _ in rijen]
    wijzigingen += [
        (groep, FLEXIBEL, vanaf, Decimal(flex)) for groep, _, vanaf, _, flex in rijen if flex
    ]
    return standen(wijzigingen, len(dagen), Decimal(instelling("ONTWIKKEL_PCT", dagen[0])))


def _vraagwaarden(dagen: Sequence[date]) -> dict[str, Any]:
    return {
        "dagen": list(dagen), "aantal": len(dagen), "eerste": dagen[0], "laatste": dagen[-1],
        "vast": sorted(map(str, LOPEND)), "status": sorted(map(str, LOPEND | VOORBEREIDING)),
        "team": [str(r) for r in (Teamrol.TEAMLID, Teamrol.TOELEVERAAR, Teamrol.BEGELEIDER)],
    }


def open_vraag(dagen: Sequence[date]) -> dict[int | None, list[Vraag]]:
    """Per professie and day the fte still to find: of programmed work, and of work before that."""
    uit: dict[int | None, list[Vraag]] = {}
    for professie, vanaf, vast, straks in _lees(_OPEN_PER_PROFESSIE, _vraagwaarden(dagen)):
        reeks = uit.setdefault(professie, [Vraag()] * len(dagen))
        for n in range(vanaf, len(dagen)):
            reeks[n] = Vraag(reeks[n].vast + vast, reeks[n].straks + straks)
    return uit


def opdrachten_met_open_vraag(
    professie_id: int | None, dagen: Sequence[date], hoogstens: int = 25
) -> list[tuple[int, Decimal]]:
    """Which opdrachten cause a shortage of this professie: the most asked first (SCHERMEN 13)."""
    rijen = _lees(_OPEN_PER_OPDRACHT, {
        **_vraagwaarden(dagen), "professie": professie_id, "hoogstens": hoogstens,
    })
    return [(pk, Decimal(fte)) for pk, fte in rijen]
