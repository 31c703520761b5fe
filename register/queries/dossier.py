"""Everything the register knows that bears on some questions, read in a fixed number of queries."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import Any, NamedTuple

from django.db.models import Q

from config.kern.models import Instelling
from config.kern.periode import periode_tekst
from config.kern.queries import niet_werkdagen
from config.kern.standaarden import STANDAARDEN
from config.kern.werkdagen import aantal_werkdagen, lokale_dag
from opgaven.models import Opdracht, OpgaveToedeling
from pdomein.models import Medewerker
from register.enums import OndermandaatAan, RolCode
from register.models import Bevoegdheid, Ondermandaat, Roltoewijzing
from register.models.tijdassen import Registerrij
from register.queries.houders import roltitel

SLEUTELS = ("PROGDIR_SCHAAL", "REGISTRATIE_MAX_WERKDAGEN")
VERWANT = ("rol", "medewerker", "besluit", "opdracht", "waarneemt_voor")


class Vraag(NamedTuple):
    """May this person do this act, for this amount, in this opdracht, on this day (R186)?

    ``gebruikt`` is the moment at which the power was used, ``bekend_op`` what was known.
    """

    medewerker: Medewerker
    opdracht: Opdracht
    op: date
    gebruikt: datetime
    bekend_op: datetime
    rol_code: str | None = None
    handeling: str = ""
    bedrag: Decimal | None = None


@dataclass(frozen=True, slots=True)
class Machtiging:
    """One article of the regulation, with the limit that holds for this person."""

    artikel: str
    omschrijving: str
    handeling: str
    limiet_euro: Decimal | None
    voorwaarden: str

    def dekt(self, handeling: str, bedrag: Decimal | None) -> bool:
        if handeling and self.handeling.lower() != handeling.lower():
            return False
        return bedrag is None or self.limiet_euro is None or bedrag <= self.limiet_euro


def geldt(rij: Registerrij, dag: date) -> bool:
    return rij.begin_geldigheid <= dag and (
        rij.einde_geldigheid is None or dag < rij.einde_geldigheid
    )


def bekend(rij: Registerrij, moment: datetime) -> bool:
    return rij.tijdstip_registratie <= moment and (
        rij.eind_registratie is None or moment < rij.eind_registratie
    )


class Dossier:
    """``opdrachtrollen=False`` leaves out the entries on the opdrachten: there are none."""

    def __init__(self, vragen: Sequence[Vraag], *, opdrachtrollen: bool = True) -> None:
        self._mensen = {v.medewerker.pk for v in vragen}
        self._opdrachten = {v.opdracht.pk for v in vragen} | {
            v.opdracht.bovenliggende_id for v in vragen if v.opdracht.bovenliggende_id
        }
        self._regels = self._lees_regels()
        self._lees_ondermandaten()
        self._lees_rollen(opdrachtrollen)
        self._lees_toedelingen({v.opdracht.opgave_id for v in vragen})
        self._instellingen = self._lees_instellingen()
        self._vrij = niet_werkdagen()
        self._cache: dict[Any, Any] = {}

    def _lees_regels(self) -> dict[int, list[Bevoegdheid]]:
        regels = defaultdict(list)
        for regel in Bevoegdheid.objects.order_by("artikel", "pk"):
            regels[regel.rol_id].append(regel)
        return regels

    def _lees_ondermandaten(self) -> None:
        self.ondermandaten: dict[tuple[int, int], list[Ondermandaat]] = defaultdict(list)
        rijen = Ondermandaat.objects.filter(
            opdracht__in=self._opdrachten, medewerker__in=self._mensen
        ).select_related("rol", "medewerker", "gever", "besluit", "opdracht")
        for rij in rijen.order_by("-begin_geldigheid", "pk"):
            self.ondermandaten[rij.medewerker_id, rij.opdracht_id].append(rij)

    def _lees_rollen(self, opdrachtrollen: bool) -> None:
        """Entries on the opdrachten, and the wider roles that the regulation gives powers to."""
        self.rollen: dict[tuple[int, int], list[Roltoewijzing]] = defaultdict(list)
        self.breed: dict[int, list[Roltoewijzing]] = defaultdict(list)
        smal = Q(pk=None)
        if opdrachtrollen or self.ondermandaten:
            gevers = {o.gever_id for rijen in self.ondermandaten.values() for o in rijen}
            smal = Q(opdracht__in=self._opdrachten, medewerker__in=self._mensen | gevers)
        breed = Q(
            medewerker__in=self._mensen, rol__in=list(self._regels), opdracht=None, opgave=None,
            domein=None, gremium=None,
        )
        rijen = Roltoewijzing.objects.filter(smal | breed).select_related(*VERWANT)
        for rij in rijen.order_by("-begin_geldigheid", "rol__volgorde", "pk"):
            if rij.opdracht_id:
                self.rollen[rij.medewerker_id, rij.opdracht_id].append(rij)
            else:
                self.breed[rij.medewerker_id].append(rij)

    def _lees_toedelingen(self, opgave_ids: set[int]) -> None:
        self._toedelingen: dict[int, list[OpgaveToedeling]] = defaultdict(list)
        for rij in OpgaveToedeling.objects.filter(opgave__in=opgave_ids):
            self._toedelingen[rij.opgave_id].append(rij)

    def _lees_instellingen(self) -> dict[str, list[tuple[date, Any]]]:
        gevonden: dict[str, list[tuple[date, Any]]] = {sleutel: [] for sleutel in SLEUTELS}
        rijen = Instelling.objects.filter(sleutel__in=SLEUTELS).order_by("-geldig_vanaf")
        for sleutel, vanaf, waarde in rijen.values_list("sleutel", "geldig_vanaf", "waarde"):
            gevonden[sleutel].append((vanaf, waarde))
        return gevonden

    def instelling(self, sleutel: str, dag: date) -> Any:
        for vanaf, waarde in self._instellingen[sleutel]:
            if vanaf <= dag:
                return waarde
        return STANDAARDEN[sleutel].waarde

    # who stands where

    def vermeldingen(self, vraag: Vraag) -> list[Roltoewijzing]:
        """The entries that could carry the power; the AOG of the opdracht above counts (R026)."""
        mens, opdracht = vraag.medewerker.pk, vraag.opdracht
        rijen = list(self.rollen.get((mens, opdracht.pk), ()))
        if opdracht.bovenliggende_id:
            boven = self.rollen.get((mens, opdracht.bovenliggende_id), ())
            rijen += [r for r in boven if r.rol.code == RolCode.AOG]
        if mens in self.breed:
            odomein = self._odomein(opdracht.opgave_id, vraag.op)
            rijen += [
                r for r in self.breed[mens]
                if (r.odomein_id is None or r.odomein_id == odomein)
                and self.regels(r.rol_id, vraag.op)
            ]
        return [r for r in rijen if vraag.rol_code is None or r.rol.code == vraag.rol_code]

    def _odomein(self, opgave_id: int, dag: date) -> int | None:
        for rij in self._toedelingen.get(opgave_id, ()):
            if rij.begin <= dag and (rij.einde is None or dag < rij.einde):
                return rij.odomein_id
        return None

    def doorgegeven(self, vraag: Vraag) -> list[Ondermandaat]:
        if vraag.rol_code is not None or not self.ondermandaten:
            return []
        mens, opdracht = vraag.medewerker.pk, vraag.opdracht
        rijen = list(self.ondermandaten.get((mens, opdracht.pk), ()))
        if opdracht.bovenliggende_id:
            boven = self.ondermandaten.get((mens, opdracht.bovenliggende_id), ())
            rijen += [o for o in boven if o.rol.code == RolCode.AOG]
        return rijen

    def rol_van_gever(
        self, ondermandaat: Ondermandaat, dag: date, moment: datetime
    ) -> Roltoewijzing | None:
        """The entry of the giver on that day, as known; without it the mandate is no more."""
        for rij in self.rollen.get((ondermandaat.gever_id, ondermandaat.opdracht_id), ()):
            if (
                rij.rol_id == ondermandaat.rol_id and rij.waarneemt_voor_id is None
                and geldt(rij, dag) and bekend(rij, moment)
            ):
                return rij
        return None

    # what the regulation says

    def regels(self, rol_id: int, dag: date) -> list[Bevoegdheid]:
        sleutel = ("regels", rol_id, dag)
        if sleutel not in self._cache:
            self._cache[sleutel] = [
                r for r in self._regels.get(rol_id, ())
                if r.begin_geldigheid <= dag
                and (r.einde_geldigheid is None or dag < r.einde_geldigheid)
            ]
        return self._cache[sleutel]

    def machten(self, rol_id: int, dag: date, *, waarnemend: bool) -> tuple[Machtiging, ...]:
        """What the regulation gives to this role on this day; a deputy has what it says (R199)."""
        sleutel = ("machten", rol_id, dag, waarnemend)
        if sleutel not in self._cache:
            self._cache[sleutel] = tuple(
                machtiging(r, r.limiet_waarneming if waarnemend else None)
                for r in self.regels(rol_id, dag) if r.bij_waarneming or not waarnemend
            )
        return self._cache[sleutel]

    def doorgegeven_macht(self, rij: Ondermandaat, dag: date) -> Machtiging | None:
        """The article that was passed on, as long as the regulation lets it be passed on."""
        for regel in self.regels(rij.rol_id, dag):
            if regel.artikel == rij.artikel and regel.ondermandaat_aan != OndermandaatAan.NIEMAND:
                return machtiging(regel, regel.limiet_ondermandaat, rij.limiet_euro)
        return None

    # words and numbers of one entry, made once

    def titel(self, rij: Roltoewijzing, dag: date) -> str:
        grens = self.instelling("PROGDIR_SCHAAL", dag)
        sleutel = ("titel", rij.pk, grens)
        if sleutel not in self._cache:
            self._cache[sleutel] = roltitel(rij, dag, grens)
        return self._cache[sleutel]

    def periode(self, rij: Registerrij) -> str:
        sleutel = ("periode", rij.begin_geldigheid, rij.einde_geldigheid)
        if sleutel not in self._cache:
            self._cache[sleutel] = periode_tekst(rij.begin_geldigheid, rij.einde_geldigheid)
        return self._cache[sleutel]

    def vertraging(self, rij: Registerrij) -> int:
        """Werkdagen between the decision and its registration (R190)."""
        sleutel = ("vertraging", rij.besluit_id, rij.tijdstip_registratie)
        if sleutel not in self._cache:
            self._cache[sleutel] = aantal_werkdagen(
                rij.besluit.besluitdatum, lokale_dag(rij.tijdstip_registratie), self._vrij
            )
        return self._cache[sleutel]


def machtiging(regel: Bevoegdheid, *grenzen: Decimal | None) -> Machtiging:
    """An article with the lowest of its own limit and these."""
    return Machtiging(
        regel.artikel, regel.omschrijving, regel.handeling,
        _laagste([regel.limiet_euro, *grenzen]), regel.voorwaarden,
    )


def _laagste(grenzen: Iterable[Decimal | None]) -> Decimal | None:
    return min((g for g in grenzen if g is not None), default=None)
