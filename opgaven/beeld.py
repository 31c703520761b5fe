"""Dependencies as boxes and arrows, for the picture on a page (R011)."""

from collections.abc import Sequence

from config.kern.netwerk import Knoop, Pijl
from opgaven.enums import AfhankelijkheidSoort
from opgaven.models import Opdracht
from opgaven.queries.afhankelijkheid import Verband

VOLGORDE = frozenset({AfhankelijkheidSoort.WACHT_OP, AfhankelijkheidSoort.GEBRUIKT})
MAX_KNOPEN = 60


def beeld_van(
    verbanden: Sequence[Verband], hier: Opdracht | None = None
) -> tuple[list[Knoop], list[Pijl]]:
    """The boxes and arrows; the opdracht of the page itself stands out."""
    knopen: dict[int, Knoop] = {}
    pijlen = []
    for verband in verbanden:
        rij = verband.rij
        nieuw = {
            o.pk: _knoop(o, naam.naam if naam else "", hier)
            for o, naam in ((rij.opdracht, verband.odomein), (rij.van, verband.odomein_van))
        }
        if len(knopen | nieuw) > MAX_KNOPEN:
            continue
        knopen |= nieuw
        pijlen.append(Pijl(
            str(rij.van_id), str(rij.opdracht_id), rij.get_soort_display(),
            rij.soort in VOLGORDE, verband.knelt,
        ))
    return list(knopen.values()), pijlen


def _knoop(opdracht: Opdracht, odomein: str, hier: Opdracht | None) -> Knoop:
    soort = "gewoon"
    if hier is not None:
        soort = "hier" if opdracht.pk == hier.pk else "anders"
    return Knoop(str(opdracht.pk), opdracht.naam, odomein or opdracht.code, soort)
