"""Who holds which role or inzet, on a day, as known at a moment."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import Model, Q, QuerySet

from config.kern.queries import instelling
from opgaven.models import Opdracht
from pdomein.models import Medewerker
from register.enums import ObjectSoort, RolCode
from register.models import Inzet, Roltoewijzing

# the column of ``Roltoewijzing`` for each kind of object
VELD_VAN = {
    "opdracht": ObjectSoort.OPDRACHT,
    "opgave": ObjectSoort.OPGAVE,
    "odomein": ObjectSoort.ODOMEIN,
    "professioneeldomein": ObjectSoort.DOMEIN,
    "gremium": ObjectSoort.GREMIUM,
}


@dataclass(frozen=True, slots=True)
class Driehoek:
    """The opdrachtdriehoek: BOG, AOG and AON; what is missing is named (R079)."""

    bog: Roltoewijzing | None
    aog: Roltoewijzing | None
    aon: Roltoewijzing | None
    is_programmadirecteur: bool = False

    @property
    def ontbreekt(self) -> list[str]:
        return [naam for naam in ("bog", "aog", "aon") if getattr(self, naam) is None]


def veld_van(op: Model | None) -> str | None:
    """The column in which a role on ``op`` stands; None for a role on the whole organisation."""
    return None if op is None else str(VELD_VAN[op._meta.model_name])


def bekend(rijen: QuerySet, bekend_op: datetime | None) -> QuerySet:
    return rijen.nu_bekend() if bekend_op is None else rijen.bekend_op(bekend_op)


def _rollen(dag: date, bekend_op: datetime | None) -> QuerySet:
    rijen = Roltoewijzing.objects.geldig_op(dag).select_related("rol", "medewerker", "besluit")
    return bekend(rijen, bekend_op).order_by("rol__volgorde", "begin_geldigheid", "pk")


def houder(
    rol_code: str, op: Model | None, dag: date, bekend_op: datetime | None = None
) -> Roltoewijzing | None:
    """Who holds this role on this object; a deelopdracht has the AOG of its opdracht (R026)."""
    if rol_code == RolCode.AOG and isinstance(op, Opdracht) and op.bovenliggende_id:
        op = op.bovenliggende
    rijen = _rollen(dag, bekend_op).zonder_waarneming().filter(rol__code=rol_code)
    veld = veld_van(op)
    if veld is None:
        rijen = rijen.filter(**{f"{v}__isnull": True for v in VELD_VAN.values()})
    else:
        rijen = rijen.filter(**{veld: op})
    return rijen.first()


def gebruikers_met_rol(rol: str, dag: date, op: Model | None = None) -> list[int | None]:
    """Logins of everyone who holds a role, somewhere or on one object, on ``dag``."""
    rijen = Roltoewijzing.objects.nu_bekend().geldig_op(dag).filter(rol__code=rol)
    if op is not None:
        rijen = rijen.filter(**{str(veld_van(op)): op})
    return list(rijen.values_list("medewerker__gebruiker_id", flat=True).distinct().order_by())


def waarnemingen_bij(rij: Roltoewijzing, vanaf: date) -> QuerySet[Roltoewijzing]:
    """Who deputises for this holder in this role, on ``vanaf`` or later, as known now."""
    zelfde = {f"{v}_id": getattr(rij, f"{v}_id") for v in VELD_VAN.values()}
    return (
        Roltoewijzing.objects.nu_bekend()
        .filter(rol=rij.rol_id, waarneemt_voor=rij.medewerker_id, **zelfde)
        .filter(einde_geldigheid__gt=vanaf).order_by("begin_geldigheid", "pk")
    )


def houders_van(
    opdrachten: Iterable[Opdracht], dag: date, bekend_op: datetime | None = None
) -> dict[int, dict[str, Roltoewijzing]]:
    """For each opdracht who holds each role, in one query; AOG inherited, BOG of the opgave."""
    opdrachten = list(opdrachten)
    ids = {o.pk for o in opdrachten} | {o.bovenliggende_id for o in opdrachten} - {None}
    rijen = _rollen(dag, bekend_op).zonder_waarneming().filter(
        Q(opdracht__in=ids)
        | Q(opgave__in={o.opgave_id for o in opdrachten}, rol__code=RolCode.BOG)
    )
    per_opdracht: dict[int, dict[str, Roltoewijzing]] = {}
    per_opgave: dict[int, dict[str, Roltoewijzing]] = {}
    for rij in rijen:
        doel, sleutel = (
            (per_opdracht, rij.opdracht_id) if rij.opdracht_id else (per_opgave, rij.opgave_id)
        )
        doel.setdefault(sleutel, {}).setdefault(rij.rol.code, rij)
    return {o.pk: _met_erfenis(o, per_opdracht, per_opgave) for o in opdrachten}


def _met_erfenis(
    opdracht: Opdracht, per_opdracht: dict[int, dict], per_opgave: dict[int, dict]
) -> dict[str, Roltoewijzing]:
    boven = per_opdracht.get(opdracht.bovenliggende_id, {})
    geerfd = {c: boven[c] for c in (RolCode.BOG, RolCode.AOG) if c in boven}
    return per_opgave.get(opdracht.opgave_id, {}) | geerfd | per_opdracht.get(opdracht.pk, {})


def driehoek(
    opdracht: Opdracht, dag: date, bekend_op: datetime | None = None, grens: int | None = None
) -> Driehoek:
    """``grens``: the scale from which an AOG is Programmadirecteur, when already known."""
    rollen = houders_van([opdracht], dag, bekend_op)[opdracht.pk]
    aog = rollen.get(RolCode.AOG)
    return Driehoek(
        bog=rollen.get(RolCode.BOG), aog=aog, aon=rollen.get(RolCode.AON),
        is_programmadirecteur=aog is not None and _is_programmadirecteur(aog, dag, grens),
    )


def _is_programmadirecteur(rij: Roltoewijzing, dag: date, grens: int | None) -> bool:
    schaal = rij.medewerker.schaal
    if rij.rol.code != RolCode.AOG or schaal is None:
        return False
    return schaal >= (instelling("PROGDIR_SCHAAL", dag) if grens is None else grens)


def roltitel(rij: Roltoewijzing, dag: date, grens: int | None = None) -> str:
    """The name of the role; an AOG in scale 16 or higher is a Programmadirecteur (R069)."""
    if rij.waarneemt_voor_id:
        return f"{rij.rol.naam}, waarnemend"
    if _is_programmadirecteur(rij, dag, grens):
        return "Programmadirecteur (AOG)"
    return rij.rol.naam


def rollen_van(
    medewerker: Medewerker, dag: date, bekend_op: datetime | None = None
) -> QuerySet:
    """The roles of a person on a day, with period and source (R083)."""
    return (
        _rollen(dag, bekend_op)
        .filter(medewerker=medewerker)
        .select_related(
            "rol", "medewerker", "besluit", "opdracht__opgave", "opgave", "odomein", "domein",
            "gremium",
        )
    )


def _inzet(dag: date, bekend_op: datetime | None) -> QuerySet:
    rijen = Inzet.objects.geldig_op(dag).select_related("opdracht__opgave", "medewerker", "besluit")
    return bekend(rijen, bekend_op)


def inzet_van(medewerker: Medewerker, dag: date, bekend_op: datetime | None = None) -> QuerySet:
    return _inzet(dag, bekend_op).filter(medewerker=medewerker).order_by("begin_geldigheid", "pk")


def team_van(opdracht: Opdracht, dag: date, bekend_op: datetime | None = None) -> QuerySet:
    """The people who work on this opdracht on a day (R183)."""
    return (
        _inzet(dag, bekend_op)
        .filter(opdracht=opdracht)
        .order_by("teamrol", "medewerker__sorteernaam", "pk")
    )
