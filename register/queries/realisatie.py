"""Plan beside what came of it, from the two time axes of the register (R101).

Plan: the inzet of a month as it was known when that month began. Realised: as we know it now.
"""

from dataclasses import dataclass
from datetime import date, datetime, time
from decimal import Decimal

from django.db import connection

from config.kern.werkdagen import AMSTERDAM
from pdomein.models import PTeam
from register.beeld import maanden_vanaf

TERUG = 6
_MAANDEN = """
SELECT d.dag, coalesce(sum(i.fte) FILTER (WHERE i.tijdstip_registratie <= d.moment
        AND (i.eind_registratie IS NULL OR i.eind_registratie > d.moment)), 0),
    coalesce(sum(i.fte) FILTER (WHERE i.eind_registratie IS NULL), 0)
FROM unnest(%(dagen)s::date[], %(momenten)s::timestamptz[]) d(dag, moment)
LEFT JOIN pdomein_plaatsing p ON p.pteam_id = %(pteam)s AND p.begin <= d.dag
    AND (p.einde IS NULL OR p.einde > d.dag)
LEFT JOIN register_inzet i ON i.medewerker_id = p.medewerker_id AND i.begin_geldigheid <= d.dag
    AND (i.einde_geldigheid IS NULL OR i.einde_geldigheid > d.dag)
GROUP BY 1 ORDER BY 1
"""


@dataclass(frozen=True, slots=True)
class Maand:
    dag: date
    gepland: Decimal
    gerealiseerd: Decimal

    @property
    def verschil(self) -> Decimal:
        return self.gerealiseerd - self.gepland


def gepland_en_gerealiseerd(pteam: PTeam, dag: date) -> list[Maand]:
    """The months behind us and this one, each on its fifteenth day."""
    jaar, maand = divmod(dag.year * 12 + dag.month - 1 - (TERUG - 1), 12)
    eersten = maanden_vanaf(date(jaar, maand + 1, 1), TERUG)
    with connection.cursor() as cursor:
        cursor.execute(_MAANDEN, {
            "dagen": [d.replace(day=15) for d in eersten], "pteam": pteam.pk,
            "momenten": [datetime.combine(d, time(0), AMSTERDAM) for d in eersten],
        })
        return [Maand(d, Decimal(a), Decimal(b)) for d, a, b in cursor.fetchall()]
