"""What the rules must know about the current register; asked per person, or read once for a file.
"""

from collections import defaultdict
from datetime import date
from functools import cached_property
from typing import Any, NamedTuple

from config.kern.queries import instelling
from opgaven.models import ODomein, Opdracht, Opgave, OpgaveToedeling
from pdomein.models import Medewerker
from pdomein.queries import pmanager_van
from register.models import Matrixregel, Roltoewijzing
from register.queries.houders import VELD_VAN

_KOLOMMEN = (
    "rol__code", "medewerker_id", "medewerker__naam", "opdracht_id", "opgave_id", "odomein_id",
    "domein_id", "gremium_id", "begin_geldigheid", "einde_geldigheid",
    "waarneemt_voor_id",
)


class Bezet(NamedTuple):
    """One current entry, as far as the rules look at it."""

    rol: str
    medewerker_id: int
    naam: str
    opdracht: int | None
    opgave: int | None
    odomein: int | None
    domein: int | None
    gremium: int | None
    begin: date
    einde: date | None
    waarneemt_voor: int | None = None

    def overlapt(self, begin: date, einde: date | None) -> bool:
        return (einde is None or self.begin < einde) and (self.einde is None or begin < self.einde)


class Kennis:
    """``alles=True`` reads the current register once, for a file with many rows."""

    def __init__(self, *, alles: bool = False) -> None:
        self._alles = alles
        self._per_object: dict[tuple[str, str, int], list[Bezet]] = defaultdict(list)
        self._per_mens: dict[int, list[Bezet]] = defaultdict(list)
        if alles:
            for bezet in self._lees():
                self.erbij(bezet)

    def _lees(self, **filters: Any) -> list[Bezet]:
        rijen = Roltoewijzing.objects.nu_bekend().filter(**filters).order_by("begin_geldigheid")
        return [Bezet(*rij) for rij in rijen.values_list(*_KOLOMMEN)]

    def erbij(self, bezet: Bezet) -> None:
        """Count a row in that is about to be written."""
        self._per_mens[bezet.medewerker_id].append(bezet)
        for veld in VELD_VAN.values():
            if getattr(bezet, veld):
                self._per_object[bezet.rol, veld, getattr(bezet, veld)].append(bezet)

    def houders(self, rol: str, veld: str, object_id: int) -> list[Bezet]:
        if self._alles:
            return self._per_object[rol, veld, object_id]
        return self._lees(rol__code=rol, **{veld: object_id})

    def rollen_van(self, medewerker_id: int) -> list[Bezet]:
        if self._alles:
            return self._per_mens[medewerker_id]
        return self._lees(medewerker=medewerker_id)

    def heeft_rol(self, medewerker_id: int, codes: set[str], dag: date) -> bool:
        return any(
            b.rol in codes and b.begin <= dag and (b.einde is None or dag < b.einde)
            for b in self.rollen_van(medewerker_id)
        )

    @cached_property
    def _matrix(self) -> dict[str, list[Matrixregel]]:
        regels = defaultdict(list)
        for regel in Matrixregel.objects.select_related("rol"):
            regels[regel.rol.code].append(regel)
        return regels

    def matrix(self, rol: str) -> list[Matrixregel]:
        """The lines of bijlage 3 for a role; empty when the source does not mention it."""
        return self._matrix.get(rol, [])

    @cached_property
    def _dbi(self) -> set[int]:
        return set(ODomein.objects.filter(dbi_uitzondering=True).values_list("pk", flat=True))

    @cached_property
    def _onder_directieteam(self) -> set[int]:
        return set(Opgave.objects.filter(onder_directieteam=True).values_list("pk", flat=True))

    def is_onder_directieteam(self, opgave_id: int) -> bool:
        return opgave_id in self._onder_directieteam

    def is_dbi(self, odomein_id: int | None, opdracht_id: int | None, dag: date) -> bool:
        """Does this O-domein, or the one this opdracht falls under, have the DBI exception?"""
        if odomein_id is None and opdracht_id is not None:
            odomein_id = (
                OpgaveToedeling.objects.filter(
                    opgave__in=Opdracht.objects.filter(pk=opdracht_id).values("opgave"),
                    begin__lte=dag,
                )
                .exclude(einde__lte=dag)
                .values_list("odomein_id", flat=True)
                .first()
            )
        return odomein_id in self._dbi

    def pmanager_id(self, medewerker: Medewerker, dag: date) -> int | None:
        pmanager = pmanager_van(medewerker, dag)
        return pmanager.pk if pmanager else None

    def programmadirecteur_vanaf(self, dag: date) -> int:
        return instelling("PROGDIR_SCHAAL", dag)
