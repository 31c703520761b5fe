"""Many questions at once: a file of payments, each with its own answer or its own mistake."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal, InvalidOperation
from typing import Any

from django.db import transaction

from config.kern.actor import Actor
from config.kern.domain.logboek import noteer
from config.kern.fouten import eis
from config.kern.inlezen import Rij
from config.kern.werkdagen import lokale_dag
from opgaven.models import Opdracht
from pdomein.models import Medewerker
from register.enums import RolCode
from register.queries.bevoegdheid import (
    JA,
    NEE,
    NIET_GEREGISTREERD,
    Bevoegdheidsantwoord,
    gebruikt_op,
    kennismoment,
    waren_bevoegd,
)
from register.queries.dossier import Vraag
from register.rules.controle import beletsel_bevoegdheden_controleren, beletsel_kennis

FOUT = "fout"
KOLOMMEN_CONTROLE = ["personeelsnummer", "opdracht_code", "datum", "bedrag"]
KOLOMMEN_UITKOMST = [
    "rij", "kenmerk", "personeelsnummer", "opdracht_code", "datum", "handeling", "bedrag",
    "antwoord", "rechtmatig", "rol", "artikel", "grens", "vermelding", "besluit", "waarschuwing",
    "toelichting",
]


@dataclass(frozen=True, slots=True)
class Regel:
    """One row of the file with its answer, or with what is wrong with the row."""

    nummer: int
    rij: Rij
    antwoord: Bevoegdheidsantwoord | None = None
    fout: str = ""

    @property
    def uitkomst(self) -> str:
        return self.antwoord.antwoord if self.antwoord else FOUT

    @property
    def is_in_orde(self) -> bool:
        return self.antwoord is not None and self.antwoord.is_rechtmatig


@dataclass(frozen=True, slots=True)
class Controle:
    """The answers to a whole file, in the order of the file."""

    bekend_op: datetime
    regels: list[Regel] = field(default_factory=list)

    def aantal(self, uitkomst: str) -> int:
        return sum(r.uitkomst == uitkomst for r in self.regels)

    @property
    def aantal_in_orde(self) -> int:
        return sum(r.is_in_orde for r in self.regels)

    @property
    def aantal_later_vermeld(self) -> int:
        return sum(r.uitkomst == JA and not r.is_in_orde for r in self.regels)

    @property
    def aantal_nee(self) -> int:
        return self.aantal(NEE)

    @property
    def aantal_niet_geregistreerd(self) -> int:
        return self.aantal(NIET_GEREGISTREERD)

    @property
    def aantal_fout(self) -> int:
        return self.aantal(FOUT)

    @property
    def niet_in_orde(self) -> list[Regel]:
        return [r for r in self.regels if not r.is_in_orde]


@transaction.atomic
def bevoegdheden_controleren(
    *, rijen: Sequence[Rij], kennis: date | None = None, door: Actor, nu: datetime
) -> Controle:
    """Answer every row: may this person do this, for this amount, on this day (R186, R187, R192)?

    A row that cannot be read is reported as that row; the others are answered. The number of
    queries does not depend on the number of rows.
    """
    eis(beletsel_bevoegdheden_controleren(rijen=rijen, door=door))
    eis(beletsel_kennis(kennis=kennis, vandaag=lokale_dag(nu), door=door))
    bekend_op = min(kennismoment(kennis), nu) if kennis else nu
    lezer = _Lezer(rijen, bekend_op)
    vragen = [lezer.vraag(rij) for rij in rijen]
    antwoorden = iter(waren_bevoegd([v for v in vragen if isinstance(v, Vraag)]))
    regels = [
        Regel(nummer, rij, antwoord=next(antwoorden)) if isinstance(vraag, Vraag)
        else Regel(nummer, rij, fout=vraag)
        for nummer, (rij, vraag) in enumerate(zip(rijen, vragen, strict=True), start=1)
    ]
    noteer("bevoegdheden_gecontroleerd", door=door, nu=nu, aantal=len(regels), kennis=kennis)
    return Controle(bekend_op, regels)


class _Lezer:
    """Turns rows into questions; people and opdrachten are read once for the whole file."""

    def __init__(self, rijen: Sequence[Rij], bekend_op: datetime) -> None:
        self.bekend_op = bekend_op
        nummers = {_tekst(r, "personeelsnummer") for r in rijen}
        codes = {_tekst(r, "opdracht_code") for r in rijen}
        self.mensen = {
            m.personeelsnummer: m
            for m in Medewerker.objects.filter(personeelsnummer__in=nummers)
            .only("personeelsnummer", "naam", "public_id", "schaal")
        }
        self.opdrachten = {
            o.code: o
            for o in Opdracht.objects.filter(code__in=codes)
            .only("code", "naam", "public_id", "opgave_id", "bovenliggende_id")
        }
        self._dagen: dict[str, tuple[date, datetime] | str] = {}

    def vraag(self, rij: Rij) -> Vraag | str:
        """The question of a row, or the sentence why it is none."""
        mens = self.mensen.get(_tekst(rij, "personeelsnummer"))
        if mens is None:
            return f"Personeelsnummer “{_tekst(rij, 'personeelsnummer')}” bestaat niet."
        opdracht = self.opdrachten.get(_tekst(rij, "opdracht_code"))
        if opdracht is None:
            return f"Opdracht “{_tekst(rij, 'opdracht_code')}” bestaat niet."
        dag = self._dag(_tekst(rij, "datum"))
        if isinstance(dag, str):
            return dag
        bedrag = _bedrag(_tekst(rij, "bedrag"))
        if isinstance(bedrag, str):
            return bedrag
        rol = _tekst(rij, "rol").lower() or None
        if rol is not None and rol not in RolCode.values:
            return f"“{rol}” is geen rol. Laat de kolom rol leeg of schrijf bijvoorbeeld aog."
        op, gebruikt = dag
        return Vraag(
            mens, opdracht, op, gebruikt, self.bekend_op, rol, _tekst(rij, "handeling")[:60], bedrag
        )

    def _dag(self, tekst: str) -> tuple[date, datetime] | str:
        if tekst not in self._dagen:
            dag = lees_dag(tekst)
            self._dagen[tekst] = (
                f"datum: “{tekst}” is geen datum. Schrijf jjjj-mm-dd of dd-mm-jjjj."
                if dag is None else (dag, gebruikt_op(dag, self.bekend_op))
            )
        return self._dagen[tekst]


def _tekst(rij: Rij, kolom: str) -> str:
    waarde = rij.get(kolom)
    return "" if waarde is None else str(waarde).strip()


def lees_dag(tekst: str) -> date | None:
    """A day as a spreadsheet or an accounting system writes it."""
    try:
        if len(tekst) == 10 and tekst[2] in "-/" and tekst[5] == tekst[2]:
            return date(int(tekst[6:]), int(tekst[3:5]), int(tekst[:2]))
        dag = date.fromisoformat(tekst)
    except ValueError:
        return None
    return dag if 1900 <= dag.year <= 9000 else None


def _bedrag(tekst: str) -> Decimal | str | None:
    """``1250``, ``1250.00``, ``1250,00`` and ``1.250,00``; empty asks for no amount."""
    if not tekst:
        return None
    kaal = tekst.removeprefix("€").strip()
    if "," in kaal:
        kaal = kaal.replace(".", "").replace(",", ".")
    try:
        bedrag = Decimal(kaal)
    except InvalidOperation:
        bedrag = Decimal("NaN")
    if not bedrag.is_finite() or not 0 <= bedrag < 10**12:
        return f"bedrag: “{tekst}” is geen bedrag van 0 of hoger."
    return bedrag.quantize(Decimal("0.01"))


def uitkomstrij(regel: Regel) -> dict[str, Any]:
    """One row of the result file."""
    rij: dict[str, Any] = {k: _tekst(regel.rij, k) for k in KOLOMMEN_UITKOMST[1:7]}
    rij |= {"rij": regel.nummer, "antwoord": regel.uitkomst, "toelichting": regel.fout}
    a = regel.antwoord
    if a is None:
        return rij
    return rij | {
        "rechtmatig": "ja" if a.is_rechtmatig else "nee", "rol": a.rol,
        "artikel": a.macht.artikel if a.macht else "",
        "grens": a.macht.limiet_euro if a.macht else None,
        "vermelding": a.vermelding.public_id if a.vermelding else "",
        "besluit": a.besluit.kenmerk if a.besluit else "", "waarschuwing": a.waarschuwing,
        "toelichting": a.zin,
    }
