"""What the pages of the register show: rows with their words ready, always on both axes."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from uuid import UUID

from django.db.models import Count, Q, QuerySet
from django.http import Http404

from config.kern.actor import Actor, Recht
from config.kern.models import Besluit
from config.kern.periode import periode_tekst
from config.kern.queries import instelling
from opgaven.enums import OpdrachtStatus, ScopeStatus
from opgaven.models import Opdracht, ScopeVersie
from pdomein.models import Medewerker
from pdomein.personeel import zonder_accenten
from register.enums import RolCode
from register.models import Bevoegdheid, Inzet, Rol, Roltoewijzing, Schakel
from register.queries.dossier import Machtiging, machtiging
from register.queries.houders import Driehoek, bekend, driehoek, houders_van, roltitel, team_van

OBJECTEN = ("opdracht", "opgave", "odomein", "domein", "gremium")
VERWANT = ("rol", "medewerker", "besluit", "waarneemt_voor", *OBJECTEN)
DRIEHOEK = (RolCode.BOG, RolCode.AOG, RolCode.AON)
NOG_NIET = (
    OpdrachtStatus.CONCEPT, OpdrachtStatus.PROFIEL_VASTGESTELD, OpdrachtStatus.GETOETST,
    OpdrachtStatus.GEPROGRAMMEERD,
)


@dataclass(frozen=True, slots=True)
class Moment:
    """The day and the knowledge that a page shows; ``bekend_op`` None is what we know now."""

    dag: date
    bekend_op: datetime | None = None
    bekend_dag: date | None = None
    is_vandaag: bool = True
    staart: str = ""


@dataclass(frozen=True, slots=True)
class Vermelding:
    """One entry as a list shows it."""

    id: UUID
    rol: str
    wie: str
    wie_id: UUID
    waarop: str
    opdracht_id: UUID | None
    periode: str
    besluit: str
    besluit_id: UUID
    geldt: bool
    rij: Roltoewijzing


def vermeldingen(
    rijen: Iterable[Roltoewijzing], dag: date, grens: int | None = None
) -> list[Vermelding]:
    """Words for rows that were read with ``VERWANT``; one question about the scale for all."""
    grens = instelling("PROGDIR_SCHAAL", dag) if grens is None else grens
    return [_vermelding(rij, dag, grens) for rij in rijen]


def _vermelding(rij: Roltoewijzing, dag: date, grens: int) -> Vermelding:
    op = object_van(rij)
    begin, einde = rij.begin_geldigheid, rij.einde_geldigheid
    return Vermelding(
        id=rij.public_id, rol=roltitel(rij, dag, grens), wie=rij.medewerker.naam,
        wie_id=rij.medewerker.public_id, waarop=str(op) if op else "De hele organisatie",
        opdracht_id=rij.opdracht.public_id if rij.opdracht_id else None,
        periode=periode_tekst(begin, einde), besluit=rij.besluit.kenmerk,
        besluit_id=rij.besluit.public_id,
        geldt=begin <= dag and (einde is None or dag < einde), rij=rij,
    )


def object_van(rij: Roltoewijzing):
    return next((getattr(rij, v) for v in OBJECTEN if getattr(rij, f"{v}_id")), None)


def is_opdrachtrol(rij: Roltoewijzing) -> bool:
    """A holder on an opdracht: only that role passes a power on."""
    return rij.opdracht_id is not None and rij.waarneemt_voor_id is None


def roltoewijzingen_lijst(
    moment: Moment, zoek: str = "", rollen: Sequence[str] = ()
) -> QuerySet[Roltoewijzing]:
    """The entries of a day, as known at a moment; every word must be somewhere (screen 12)."""
    rijen = bekend(Roltoewijzing.objects.geldig_op(moment.dag), moment.bekend_op)
    for woord in zonder_accenten(zoek).split()[:6]:
        rijen = rijen.filter(
            Q(medewerker__sorteernaam__contains=woord) | Q(opdracht__naam__icontains=woord)
            | Q(opdracht__code__icontains=woord) | Q(rol__naam__icontains=woord)
            | Q(opgave__naam__icontains=woord) | Q(odomein__naam__icontains=woord)
            | Q(domein__naam__icontains=woord) | Q(gremium__naam__icontains=woord)
        )
    if rollen:
        rijen = rijen.filter(rol__code__in=rollen)
    return rijen.select_related(*VERWANT).order_by(
        "rol__volgorde", "medewerker__sorteernaam", "-begin_geldigheid", "pk"
    )


def rollen_met_aantal(rijen: QuerySet[Roltoewijzing]) -> list[tuple[str, str, int]]:
    return list(
        rijen.order_by("rol__volgorde").values_list("rol__code", "rol__naam")
        .annotate(aantal=Count("pk"))
    )


def opdrachten_zoeken(zoek: str, maximum: int = 8) -> QuerySet[Opdracht]:
    """Opdrachten whose name or code holds every word, for the start page of the register."""
    rijen = Opdracht.objects.select_related("opgave")
    for woord in zoek.split()[:6]:
        rijen = rijen.filter(Q(naam__icontains=woord) | Q(code__icontains=woord))
    return rijen.order_by("code")[:maximum] if zoek.strip() else rijen.none()


def opdracht_met(public_id: UUID) -> Opdracht:
    opdracht = (
        Opdracht.objects.select_related("opgave", "bovenliggende")
        .filter(public_id=public_id).first()
    )
    if opdracht is None:
        raise Http404("Deze opdracht bestaat niet.")
    return opdracht


def roltoewijzing_met(public_id: UUID) -> Roltoewijzing:
    rij = (
        Roltoewijzing.objects.select_related(
            *VERWANT, "vervangt__besluit", "besluit__gremium", "besluit__document"
        )
        .defer("besluit__document__inhoud").filter(public_id=public_id).first()
    )
    if rij is None:
        raise Http404("Deze vermelding bestaat niet.")
    return rij


def besluit_met(public_id: UUID) -> Besluit:
    besluit = (
        Besluit.objects.select_related("gremium", "genomen_door", "document")
        .defer("document__inhoud").filter(public_id=public_id).first()
    )
    if besluit is None:
        raise Http404("Dit besluit bestaat niet.")
    return besluit


def vermeldingen_bij(besluit: Besluit, moment: Moment) -> list[Vermelding]:
    """What rests on this decision, as we know it."""
    rijen = bekend(Roltoewijzing.objects.filter(besluit=besluit), moment.bekend_op)
    return vermeldingen(rijen.select_related(*VERWANT).order_by("begin_geldigheid"), moment.dag)


def schakels_van(rij: Roltoewijzing) -> QuerySet[Schakel]:
    return Schakel.objects.filter(rij_id=rij.public_id, soort="roltoewijzing").order_by(
        "volgnummer"
    )


@dataclass(frozen=True, slots=True)
class Hoek:
    """One corner of the driehoek as a page shows it; ``wie`` empty means that it is missing."""

    naam: str
    wie: str = ""
    wie_id: UUID | None = None
    periode: str = ""


def hoeken(opdracht: Opdracht, dag: date) -> list[Hoek]:
    houders = driehoek(opdracht, dag)
    aog = "Programmadirecteur (AOG)" if houders.is_programmadirecteur else RolCode.AOG.label
    return [
        Hoek(
            naam, rij.medewerker.naam, rij.medewerker.public_id,
            periode_tekst(rij.begin_geldigheid, rij.einde_geldigheid),
        ) if rij else Hoek(naam)
        for naam, rij in (
            (RolCode.BOG.label, houders.bog), (aog, houders.aog), (RolCode.AON.label, houders.aon),
        )
    ]


@dataclass(frozen=True, slots=True)
class Macht:
    """A role holder with the powers that the regulation links to the role on that day."""

    rol: str
    wie: str
    bevoegdheden: list[Machtiging]


@dataclass(frozen=True, slots=True)
class OpdrachtVermelding:
    """Everything the register holds about one opdracht (table 2.8, R182, R183)."""

    opdracht: Opdracht
    scope: str
    driehoek: Driehoek
    rollen: list[Vermelding]
    team: list[Inzet]
    deelopdrachten: list[tuple[Opdracht, Roltoewijzing | None]]
    machten: list[Macht]
    waarschuwingen: list[str] = field(default_factory=list)


def opdracht_vermelding(opdracht: Opdracht, moment: Moment) -> OpdrachtVermelding:
    grens = instelling("PROGDIR_SCHAAL", moment.dag)
    houders = driehoek(opdracht, moment.dag, moment.bekend_op, grens)
    deel = list(opdracht.deelopdrachten.order_by("code"))
    van_deel = houders_van(deel, moment.dag, moment.bekend_op) if deel else {}
    rollen = vermeldingen(rollen_op(opdracht, moment.bekend_op), moment.dag, grens)
    waarnemers = [v.rij for v in rollen if v.geldt and v.rij.waarneemt_voor_id]
    machten = machten_van([houders.aog, houders.aon, *waarnemers], moment.dag, grens)
    return OpdrachtVermelding(
        opdracht=opdracht, scope=_scope(opdracht), driehoek=houders, rollen=rollen,
        team=list(team_van(opdracht, moment.dag, moment.bekend_op)),
        deelopdrachten=[(d, van_deel[d.pk].get(RolCode.AON)) for d in deel],
        machten=machten, waarschuwingen=_waarschuwingen(opdracht, houders, machten),
    )


def rollen_op(opdracht: Opdracht, bekend_op: datetime | None) -> QuerySet[Roltoewijzing]:
    """All periods of AOG, AON and BOG; a deelopdracht also shows the AOG above it (R026)."""
    van_boven = Q(opdracht=opdracht.bovenliggende_id, rol__code=RolCode.AOG)
    rijen = Roltoewijzing.objects.filter(
        Q(opdracht=opdracht) | Q(opgave=opdracht.opgave_id, rol__code=RolCode.BOG)
        | (van_boven if opdracht.bovenliggende_id else Q(pk=None))
    )
    return bekend(rijen, bekend_op).select_related(*VERWANT).order_by(
        "rol__volgorde", "-begin_geldigheid", "-tijdstip_registratie"
    )


def _scope(opdracht: Opdracht) -> str:
    versie = (
        ScopeVersie.objects.filter(opdracht=opdracht, status=ScopeStatus.GEACCORDEERD)
        .order_by("-nummer").first()
    )
    return versie.mandaat if versie else opdracht.wat


def machten_van(
    rijen: Sequence[Roltoewijzing | None], dag: date, grens: int | None = None
) -> list[Macht]:
    """The powers of these holders on a day, in one query (R186, R199)."""
    houders = [r for r in rijen if r is not None]
    per_rol: dict[int, list[Bevoegdheid]] = defaultdict(list)
    geldig = Bevoegdheid.objects.filter(
        rol__in={r.rol_id for r in houders}, begin_geldigheid__lte=dag
    ).exclude(einde_geldigheid__lte=dag)
    for bevoegdheid in geldig.order_by("artikel"):
        per_rol[bevoegdheid.rol_id].append(bevoegdheid)
    grens = instelling("PROGDIR_SCHAAL", dag) if grens is None else grens
    return [
        Macht(roltitel(r, dag, grens), r.medewerker.naam, _van_houder(r, per_rol[r.rol_id]))
        for r in houders
    ]


def _van_houder(rij: Roltoewijzing, regels: list[Bevoegdheid]) -> list[Machtiging]:
    """A deputy has what the regulation gives to a deputy (R199)."""
    if rij.waarneemt_voor_id is None:
        return [machtiging(regel) for regel in regels]
    return [machtiging(r, r.limiet_waarneming) for r in regels if r.bij_waarneming]


def _waarschuwingen(
    opdracht: Opdracht, houders: Driehoek, machten: list[Macht]
) -> list[str]:
    """R066, R079, R201: what is missing is said, not hidden."""
    zinnen = []
    if opdracht.status not in NOG_NIET:
        namen = {"aog": "ambtelijk opdrachtgever (AOG)", "aon": "ambtelijk opdrachtnemer (AON)"}
        zinnen += [
            f"Er staat geen {namen[hoek]} in het register. De bevoegdheden kunnen niet rechtmatig "
            "worden uitgeoefend."
            for hoek in houders.ontbreekt if hoek in namen
        ]
    zinnen += [
        f"Aan de rol {m.rol} is op deze dag geen bevoegdheid gekoppeld."
        for m in machten if not m.bevoegdheden
    ]
    return zinnen


@dataclass(frozen=True, slots=True)
class Lijn:
    """A row for the picture of both axes."""

    label: str
    begin_geldigheid: date
    einde_geldigheid: date | None
    tijdstip_registratie: datetime
    eind_registratie: datetime | None
    besluit: str


def lijnen(rijen: Iterable[Roltoewijzing], met_wie: bool) -> list[Lijn]:
    """``met_wie``: who (page of an opdracht) instead of on what (page of a person)."""
    return [
        Lijn(
            f"{r.rol.naam}: {r.medewerker.naam if met_wie else object_van(r) or 'organisatie'}",
            r.begin_geldigheid, r.einde_geldigheid, r.tijdstip_registratie, r.eind_registratie,
            r.besluit.kenmerk,
        )
        for r in rijen
    ]


def historie(
    actor: Actor, *, opdracht: Opdracht | None = None, medewerker: Medewerker | None = None
) -> QuerySet[Roltoewijzing]:
    """Rows for the picture: with what was replaced for who may see that (R192, R196)."""
    rijen = Roltoewijzing.objects.all()
    rijen = rijen.filter(opdracht=opdracht) if opdracht else rijen.filter(medewerker=medewerker)
    if not actor.heeft(Recht.REGISTER_INZIEN):
        rijen = rijen.nu_bekend()
    return rijen.select_related(*VERWANT).order_by("tijdstip_registratie", "pk")


def rollen_alle(medewerker: Medewerker, moment: Moment) -> list[Vermelding]:
    """All roles of a person, past and coming, as known (R083)."""
    rijen = bekend(Roltoewijzing.objects.filter(medewerker=medewerker), moment.bekend_op)
    return vermeldingen(
        rijen.select_related(*VERWANT).order_by("-begin_geldigheid", "rol__volgorde"), moment.dag
    )


def mag_fte_zien(actor: Actor, opdracht: Opdracht) -> bool:
    """How much somebody works is for who steers the work or the capacity, not for everyone."""
    return (
        actor.heeft(Recht.OPDRACHT_STUREN, op=opdracht)
        or actor.heeft(Recht.OPDRACHT_UITVOEREN, op=opdracht)
        or actor.heeft(Recht.CAPACITEIT_INZIEN)
        or actor.heeft(Recht.REGISTER_INZIEN)
    )


def rol_keuzes() -> QuerySet[Rol]:
    return Rol.objects.order_by("volgorde", "naam")
