"""One question, one answer: was this person competent for this opdracht, as known at a moment.

The decision is the source of a power, the entry is the condition to use it (Werkingsprincipes
§5.4, R187, R188, Q07). So both are looked at, and both are dated.
"""

from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from decimal import Decimal

from django.db.models import QuerySet

from config.kern.models import Besluit
from config.kern.opmaak import euro
from config.kern.periode import MAANDEN, dag_lang, periode_tekst
from config.kern.queries import instelling, niet_werkdagen
from config.kern.werkdagen import EEN_DAG, aantal_werkdagen, begin_van_dag, lokale_dag
from opgaven.models import Opdracht
from pdomein.models import Medewerker
from register.enums import RolCode
from register.models import Bevoegdheid, Roltoewijzing
from register.queries.houders import roltitel

JA, NEE, NIET_GEREGISTREERD = "ja", "nee", "niet_geregistreerd"
_TIK = timedelta(microseconds=1)


@dataclass(frozen=True, slots=True)
class Bevoegdheidsantwoord:
    """The answer with its proof: the entry, its decision, and what was wrong with it."""

    antwoord: str
    zin: str
    medewerker: Medewerker
    opdracht: Opdracht
    op: date
    bekend_op: datetime
    toewijzing: Roltoewijzing | None = None
    rol: str = ""
    bevoegdheden: tuple[Bevoegdheid, ...] = ()
    waarschuwing: str = ""
    vertraging_werkdagen: int = 0
    is_te_laat: bool = False
    is_rechtmatig: bool = False
    bedrag: Decimal | None = field(default=None)

    @property
    def besluit(self) -> Besluit | None:
        return self.toewijzing.besluit if self.toewijzing else None


def kennismoment(bekend_op: date | datetime) -> datetime:
    """What was known on a day is what was known when that day ended."""
    if isinstance(bekend_op, datetime):
        return bekend_op
    return begin_van_dag(bekend_op + EEN_DAG) - _TIK


def opzoeken(medewerker_id: int, opdracht_ids: list[int]) -> QuerySet:
    """The one look-up: every entry of this person on these opdrachten, with its four moments.

    Stays within the covering index ``rol_per_opdracht`` (SNEL §3); there are only a few, so both
    axes are decided on the answer.
    """
    return (
        Roltoewijzing.objects.filter(opdracht__in=opdracht_ids, medewerker=medewerker_id)
        .order_by()
        .values_list(
            "opdracht_id", "rol_id", "begin_geldigheid", "einde_geldigheid",
            "tijdstip_registratie", "eind_registratie",
        )
    )


def was_bevoegd(
    *, medewerker: Medewerker, opdracht: Opdracht, op: date | datetime,
    bekend_op: date | datetime, rol_code: str | None = None, bedrag: Decimal | None = None,
) -> Bevoegdheidsantwoord:
    """Was this person competent on ``op``, as known on ``bekend_op`` (R187, R195, E15, E22)?"""
    dag = lokale_dag(op) if isinstance(op, datetime) else op
    moment = kennismoment(bekend_op)
    vraag = {
        "medewerker": medewerker, "opdracht": opdracht, "op": dag, "bekend_op": moment,
        "bedrag": bedrag,
    }
    alle = _vermeldingen(medewerker, opdracht, rol_code)
    rijen = [r for r in alle if _bekend(r, moment)]
    geldig = [r for r in rijen if _geldt(r, dag)]
    if not geldig:
        return _geen_geldige(rijen, rol_code, vraag)
    gebruikt = min(kennismoment(op), moment)
    toen = [r for r in alle if _bekend(r, gebruikt) and _geldt(r, dag)]
    return _beste([_oordeel(r, toen, vraag) for r in geldig])


def _vermeldingen(
    medewerker: Medewerker, opdracht: Opdracht, rol_code: str | None
) -> list[Roltoewijzing]:
    """Entries with what a reader wants to see; the AOG of the opdracht above counts (R026)."""
    ids = [pk for pk in (opdracht.pk, opdracht.bovenliggende_id) if pk]
    if not list(opzoeken(medewerker.pk, ids)):
        return []
    rijen = (
        Roltoewijzing.objects.filter(opdracht__in=ids, medewerker=medewerker)
        .select_related("rol", "medewerker", "besluit__gremium", "opdracht")
        .order_by("-begin_geldigheid", "rol__volgorde")
    )
    return [
        r for r in rijen
        if (rol_code is None or r.rol.code == rol_code)
        and (r.opdracht_id == opdracht.pk or r.rol.code == RolCode.AOG)
    ]


def _geldt(rij: Roltoewijzing, dag: date) -> bool:
    return rij.begin_geldigheid <= dag and (
        rij.einde_geldigheid is None or dag < rij.einde_geldigheid
    )


def _bekend(rij: Roltoewijzing, moment: datetime) -> bool:
    return rij.tijdstip_registratie <= moment and (
        rij.eind_registratie is None or moment < rij.eind_registratie
    )


def _geen_geldige(
    rijen: list[Roltoewijzing], rol_code: str | None, vraag: dict
) -> Bevoegdheidsantwoord:
    naam, dag = vraag["medewerker"].naam, dag_lang(vraag["op"])
    if rijen:
        rij = rijen[0]
        periode = periode_tekst(rij.begin_geldigheid, rij.einde_geldigheid)
        zin = f"Nee. {naam} had op {dag} geen rol op deze opdracht; de vermelding geldt {periode}."
        return Bevoegdheidsantwoord(
            NEE, zin, toewijzing=rij, rol=roltitel(rij, vraag["op"]), **vraag
        )
    als = f" als {RolCode(rol_code).label}" if rol_code in RolCode.values else ""
    zin = f"Niet geregistreerd. {naam} stond{als} niet in het register voor deze opdracht."
    return Bevoegdheidsantwoord(NIET_GEREGISTREERD, zin, **vraag)


def _oordeel(
    rij: Roltoewijzing, toen: list[Roltoewijzing], vraag: dict
) -> Bevoegdheidsantwoord:
    """``toen``: the entries that stood in the register when the power was used."""
    dag, bedrag = vraag["op"], vraag["bedrag"]
    rol = roltitel(rij, dag)
    machten = _bevoegdheden(rij, dag)
    stond_erin = any(
        (t.rol_id, t.opdracht_id) == (rij.rol_id, rij.opdracht_id) for t in toen
    )
    vertraging = _vertraging(rij)
    gegevens = {
        **vraag, "toewijzing": rij, "rol": rol, "bevoegdheden": machten,
        "vertraging_werkdagen": vertraging,
        "is_te_laat": vertraging > instelling("REGISTRATIE_MAX_WERKDAGEN", dag),
        "waarschuwing": "" if stond_erin else (
            f"op {dag.day} {MAANDEN[dag.month - 1]} niet rechtmatig uitgeoefend: "
            "vermelding ontbrak"
        ),
    }
    if bedrag is not None and not _dekt(machten, bedrag):
        zin = f"Nee. {rol} mag volgens de mandaatregeling niet beslissen over {euro(bedrag)}."
        if not machten:
            zin = f"Nee. Aan de rol {rol} is op deze dag geen bevoegdheid gekoppeld."
        return Bevoegdheidsantwoord(NEE, zin, **gegevens)
    periode = periode_tekst(rij.begin_geldigheid, rij.einde_geldigheid)
    zin = f"Ja. {rij.medewerker.naam} was {rol} ({periode}), besluit {rij.besluit.kenmerk}."
    return Bevoegdheidsantwoord(JA, zin, is_rechtmatig=stond_erin, **gegevens)


def _bevoegdheden(rij: Roltoewijzing, dag: date) -> tuple[Bevoegdheid, ...]:
    return tuple(
        Bevoegdheid.objects.filter(rol=rij.rol, begin_geldigheid__lte=dag)
        .exclude(einde_geldigheid__lte=dag)
        .order_by("artikel")
    )


def _dekt(machten: tuple[Bevoegdheid, ...], bedrag: Decimal) -> bool:
    return any(m.limiet_euro is None or bedrag <= m.limiet_euro for m in machten)


def _vertraging(rij: Roltoewijzing) -> int:
    """Werkdagen between the decision and its registration (R190)."""
    return aantal_werkdagen(
        rij.besluit.besluitdatum, lokale_dag(rij.tijdstip_registratie), niet_werkdagen()
    )


def _beste(antwoorden: list[Bevoegdheidsantwoord]) -> Bevoegdheidsantwoord:
    return min(antwoorden, key=lambda a: (a.antwoord != JA, not a.is_rechtmatig))
