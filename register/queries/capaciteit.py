"""Free capacity: what is left of a person's time in a period, in one statement for many people.

aanstelling - development time - P-management - less availability - inzet (R240, R138).
"""

from collections.abc import Iterable
from datetime import date
from decimal import ROUND_HALF_UP, Decimal

from django.db import connection

from config.kern.queries import instelling
from pdomein.models import Medewerker

ROL_PMANAGER = "p_manager"
CENT = Decimal("0.01")

# The lowest point lies at the begin of the period or where some load starts within it.
_VRIJ = """
WITH mens AS (
    SELECT id, aanstelling_fte AS fte, in_dienst <= %(begin)s
        AND (uit_dienst IS NULL OR uit_dienst >= coalesce(%(einde)s, 'infinity'::date)) AS is_er
    FROM pdomein_medewerker WHERE id = ANY(%(ids)s)
), last AS (
    SELECT medewerker_id AS id, begin_geldigheid AS b, einde_geldigheid AS e, fte
    FROM register_inzet
    WHERE medewerker_id = ANY(%(ids)s) AND eind_registratie IS NULL AND id <> ALL(%(zonder)s)
    UNION ALL
    SELECT medewerker_id, begin, einde, fte_minder
    FROM pdomein_beschikbaarheid WHERE medewerker_id = ANY(%(ids)s)
    UNION ALL
    SELECT r.medewerker_id, r.begin, r.einde, mens.fte * r.pct / 100
    FROM pdomein_rolomvang r JOIN mens ON mens.id = r.medewerker_id WHERE r.rol = %(rol)s
), telt AS (
    SELECT * FROM last
    WHERE (e IS NULL OR e > %(begin)s) AND (%(einde)s::date IS NULL OR b < %(einde)s)
), som AS (
    SELECT punt.id, sum(telt.fte) AS fte
    FROM (SELECT DISTINCT id, greatest(b, %(begin)s) AS dag FROM telt) punt
    JOIN telt ON telt.id = punt.id AND telt.b <= punt.dag AND (telt.e IS NULL OR telt.e > punt.dag)
    GROUP BY punt.id, punt.dag
)
SELECT mens.id, CASE WHEN is_er
    THEN mens.fte * (100 - %(ontwikkel)s) / 100 - coalesce(max(som.fte), 0) ELSE 0 END
FROM mens LEFT JOIN som ON som.id = mens.id GROUP BY mens.id, mens.fte, is_er
"""


def ruimte_van(
    medewerker_ids: Iterable[int], begin: date, einde: date | None, zonder: Iterable[int] = ()
) -> dict[int, Decimal]:
    """The lowest free fte of each person in the period, to the last digit, for the guard.

    ``zonder``: inzet that is left out of the sum, because it is about to be replaced.
    """
    waarden = {
        "ids": list(medewerker_ids), "zonder": list(zonder), "begin": begin, "einde": einde,
        "rol": ROL_PMANAGER,
        "ontwikkel": instelling("ONTWIKKEL_PCT", begin),
    }
    with connection.cursor() as cursor:
        cursor.execute(_VRIJ, waarden)
        return {pk: Decimal(vrij) for pk, vrij in cursor.fetchall()}


def vrije_capaciteit_van(
    medewerker_ids: Iterable[int], begin: date, einde: date | None
) -> dict[int, Decimal]:
    """The same to two decimals, half up, as people read it; below zero is too much inzet (R240)."""
    ruimte = ruimte_van(medewerker_ids, begin, einde)
    return {pk: vrij.quantize(CENT, ROUND_HALF_UP) for pk, vrij in ruimte.items()}


def vrije_capaciteit(medewerker: Medewerker, begin: date, einde: date | None) -> Decimal:
    return vrije_capaciteit_van([medewerker.pk], begin, einde)[medewerker.pk]
