"""One question, one answer: may this person do this, in this opdracht, as known at a moment.

The decision is the source of a power, the entry is the condition to use it (Werkingsprincipes
§5.4, R187, R188, Q07). So both are looked at, and both are dated. One question and ten thousand go
through the same judgement.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from decimal import Decimal

from django.db.models import QuerySet

from config.kern.models import Besluit
from config.kern.opmaak import euro
from config.kern.periode import MAANDEN, dag_lang
from config.kern.werkdagen import EEN_DAG, begin_van_dag, lokale_dag
from opgaven.models import Opdracht
from pdomein.models import Medewerker
from register.enums import RolCode
from register.models import Bevoegdheid, Ondermandaat, Roltoewijzing
from register.queries.dossier import Dossier, Machtiging, Vraag, bekend, geldt

JA, NEE, NIET_GEREGISTREERD = "ja", "nee", "niet_geregistreerd"
_TIK = timedelta(microseconds=1)


@dataclass(frozen=True, slots=True)
class Bevoegdheidsantwoord:
    """The answer with its proof: the entry, its decision, the article, and what was wrong."""

    antwoord: str
    zin: str
    vraag: Vraag
    toewijzing: Roltoewijzing | None = None
    ondermandaat: Ondermandaat | None = None
    rol: str = ""
    bevoegdheden: tuple[Machtiging, ...] = ()
    macht: Machtiging | None = None
    waarschuwing: str = ""
    vertraging_werkdagen: int = 0
    is_te_laat: bool = False
    is_rechtmatig: bool = False

    @property
    def medewerker(self) -> Medewerker:
        return self.vraag.medewerker

    @property
    def opdracht(self) -> Opdracht:
        return self.vraag.opdracht

    @property
    def op(self) -> date:
        return self.vraag.op

    @property
    def bekend_op(self) -> datetime:
        return self.vraag.bekend_op

    @property
    def bedrag(self) -> Decimal | None:
        return self.vraag.bedrag

    @property
    def handeling(self) -> str:
        return self.vraag.handeling

    @property
    def vermelding(self) -> Roltoewijzing | Ondermandaat | None:
        return self.ondermandaat or self.toewijzing

    @property
    def besluit(self) -> Besluit | None:
        return self.vermelding.besluit if self.vermelding else None

    @property
    def waarneemt_voor(self) -> str:
        rij = self.toewijzing
        return rij.waarneemt_voor.naam if rij is not None and rij.waarneemt_voor_id else ""


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


def maak_vraag(
    *, medewerker: Medewerker, opdracht: Opdracht, op: date | datetime,
    bekend_op: date | datetime, rol_code: str | None = None, handeling: str = "",
    bedrag: Decimal | None = None,
) -> Vraag:
    dag = lokale_dag(op) if isinstance(op, datetime) else op
    moment = kennismoment(bekend_op)
    return Vraag(
        medewerker, opdracht, dag, gebruikt_op(op, moment), moment, rol_code, handeling, bedrag
    )


def gebruikt_op(op: date | datetime, bekend_op: datetime) -> datetime:
    """The moment of use, as far as it is known: not later than what was known."""
    if not isinstance(op, datetime) and op > lokale_dag(bekend_op):
        return bekend_op
    return min(kennismoment(op), bekend_op)


def was_bevoegd(
    *, medewerker: Medewerker, opdracht: Opdracht, op: date | datetime,
    bekend_op: date | datetime, rol_code: str | None = None, handeling: str = "",
    bedrag: Decimal | None = None,
) -> Bevoegdheidsantwoord:
    """Was this person competent on ``op``, as known on ``bekend_op`` (R187, R195, E15, E22)?"""
    vraag = maak_vraag(
        medewerker=medewerker, opdracht=opdracht, op=op, bekend_op=bekend_op, rol_code=rol_code,
        handeling=handeling, bedrag=bedrag,
    )
    ids = [pk for pk in (opdracht.pk, opdracht.bovenliggende_id) if pk]
    staat_erin = bool(list(opzoeken(medewerker.pk, ids)))
    return beantwoord(vraag, Dossier([vraag], opdrachtrollen=staat_erin))


def waren_bevoegd(vragen: Sequence[Vraag]) -> list[Bevoegdheidsantwoord]:
    """The same answers for many questions, in a fixed number of queries."""
    dossier = Dossier(vragen)
    return [beantwoord(vraag, dossier) for vraag in vragen]


def handelingen(dag: date) -> list[str]:
    """The kinds of act that the regulation knows on a day."""
    return list(
        Bevoegdheid.objects.filter(begin_geldigheid__lte=dag).exclude(einde_geldigheid__lte=dag)
        .exclude(handeling="").order_by("handeling").values_list("handeling", flat=True).distinct()
    )


def beantwoord(vraag: Vraag, dossier: Dossier) -> Bevoegdheidsantwoord:
    alle, door = dossier.vermeldingen(vraag), dossier.doorgegeven(vraag)
    oordelen = [
        _oordeel_rol(rij, alle, vraag, dossier)
        for rij in alle if bekend(rij, vraag.bekend_op) and geldt(rij, vraag.op)
    ] + [
        _oordeel_ondermandaat(rij, door, vraag, dossier)
        for rij in door if bekend(rij, vraag.bekend_op) and geldt(rij, vraag.op)
    ]
    if len(oordelen) == 1:
        return oordelen[0]
    if oordelen:
        return min(oordelen, key=lambda a: (a.antwoord != JA, not a.is_rechtmatig))
    return _geen_geldige([r for r in (*alle, *door) if bekend(r, vraag.bekend_op)], vraag, dossier)


def _geen_geldige(
    rijen: list[Roltoewijzing | Ondermandaat], vraag: Vraag, dossier: Dossier
) -> Bevoegdheidsantwoord:
    naam, dag = vraag.medewerker.naam, dag_lang(vraag.op)
    if rijen:
        rij, periode = rijen[0], dossier.periode(rijen[0])
        if isinstance(rij, Ondermandaat):
            zin = f"Nee. Het ondermandaat van {naam} gold niet op {dag}; het geldt {periode}."
            return Bevoegdheidsantwoord(NEE, zin, vraag, ondermandaat=rij, rol=_onder(rij))
        zin = f"Nee. {naam} had op {dag} geen rol op deze opdracht; de vermelding geldt {periode}."
        return Bevoegdheidsantwoord(
            NEE, zin, vraag, toewijzing=rij, rol=dossier.titel(rij, vraag.op)
        )
    als = f" als {RolCode(vraag.rol_code).label}" if vraag.rol_code in RolCode.values else ""
    zin = f"Niet geregistreerd. {naam} stond{als} niet in het register voor deze opdracht."
    return Bevoegdheidsantwoord(NIET_GEREGISTREERD, zin, vraag)


def _onder(rij: Ondermandaat) -> str:
    return f"Ondermandaat van {rij.gever.naam} ({rij.rol.naam})"


def _waarschuwing(stond_erin: bool, dag: date) -> str:
    if stond_erin:
        return ""
    return (
        f"op {dag.day} {MAANDEN[dag.month - 1]} niet rechtmatig uitgeoefend: vermelding ontbrak"
    )


def _oordeel_rol(
    rij: Roltoewijzing, alle: list[Roltoewijzing], vraag: Vraag, dossier: Dossier
) -> Bevoegdheidsantwoord:
    """``alle``: also the entries that stood in the register when the power was used."""
    dag, rol = vraag.op, dossier.titel(rij, vraag.op)
    machten = dossier.machten(rij.rol_id, dag, waarnemend=rij.waarneemt_voor_id is not None)
    stond_erin = any(
        t.rol_id == rij.rol_id and t.opdracht_id == rij.opdracht_id
        and bekend(t, vraag.gebruikt) and geldt(t, dag)
        for t in alle
    )
    macht, bezwaar = _macht(machten, rol, vraag)
    vertraging = dossier.vertraging(rij)
    if bezwaar:
        zin = bezwaar
    else:
        wie, periode = rij.medewerker.naam, dossier.periode(rij)
        doet = (
            f"nam de rol {rij.rol.naam} waar voor {rij.waarneemt_voor.naam}"
            if rij.waarneemt_voor_id else f"was {rol}"
        )
        zin = f"Ja. {wie} {doet} ({periode}), besluit {rij.besluit.kenmerk}."
    return Bevoegdheidsantwoord(
        NEE if bezwaar else JA, zin, vraag, toewijzing=rij, rol=rol, bevoegdheden=machten,
        macht=macht, waarschuwing=_waarschuwing(stond_erin, dag), vertraging_werkdagen=vertraging,
        is_te_laat=vertraging > dossier.instelling("REGISTRATIE_MAX_WERKDAGEN", dag),
        is_rechtmatig=stond_erin and not bezwaar,
    )


def _macht(
    machten: tuple[Machtiging, ...], rol: str, vraag: Vraag
) -> tuple[Machtiging | None, str]:
    """The narrowest article that covers the act, or the sentence why there is none."""
    handeling, bedrag = vraag.handeling, vraag.bedrag
    if not handeling and bedrag is None:
        return None, ""
    kan = [m for m in machten if m.dekt(handeling, bedrag)]
    if kan:
        return min(kan, key=_ruimte), ""
    if not machten:
        return None, f"Nee. Aan de rol {rol} is op deze dag geen bevoegdheid gekoppeld."
    if handeling and not any(m.dekt(handeling, None) for m in machten):
        return None, f"Nee. {rol} mag volgens de mandaatregeling dit niet: {handeling.lower()}."
    return None, f"Nee. {rol} mag volgens de mandaatregeling niet beslissen over {euro(bedrag)}."


def _ruimte(macht: Machtiging) -> tuple[bool, Decimal]:
    return macht.limiet_euro is None, macht.limiet_euro or Decimal(0)


def _oordeel_ondermandaat(
    rij: Ondermandaat, alle: list[Ondermandaat], vraag: Vraag, dossier: Dossier
) -> Bevoegdheidsantwoord:
    dag, rol = vraag.op, _onder(rij)
    macht = dossier.doorgegeven_macht(rij, dag)
    gever = dossier.rol_van_gever(rij, dag, vraag.bekend_op)
    stond_erin = any(
        t.artikel == rij.artikel and bekend(t, vraag.gebruikt) and geldt(t, dag)
        and dossier.rol_van_gever(t, dag, vraag.gebruikt) is not None
        for t in alle
    )
    if gever is None:
        bezwaar = (
            f"Nee. {rij.gever.naam} had op {dag_lang(dag)} de rol {rij.rol.naam} niet; het "
            "ondermandaat eindigt dan ook."
        )
    elif macht is None:
        bezwaar = (
            f"Nee. De mandaatregeling laat op deze dag niet toe dat {rij.artikel} wordt "
            "doorgegeven."
        )
    else:
        bezwaar = _macht((macht,), rol, vraag)[1]
    vertraging = dossier.vertraging(rij)
    zin = bezwaar or (
        f"Ja. {rij.medewerker.naam} had ondermandaat van {rij.gever.naam} voor {rij.artikel} "
        f"({dossier.periode(rij)}), besluit {rij.besluit.kenmerk}."
    )
    return Bevoegdheidsantwoord(
        NEE if bezwaar else JA, zin, vraag, toewijzing=gever, ondermandaat=rij, rol=rol,
        bevoegdheden=(macht,) if macht else (), macht=None if bezwaar else macht,
        waarschuwing=_waarschuwing(stond_erin, dag), vertraging_werkdagen=vertraging,
        is_te_laat=vertraging > dossier.instelling("REGISTRATIE_MAX_WERKDAGEN", dag),
        is_rechtmatig=stond_erin and not bezwaar,
    )
