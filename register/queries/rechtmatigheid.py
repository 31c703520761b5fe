"""What is not lawful, or soon will not be: found in a fixed number of questions (R181, R190, R201).

A find is what the register shows now; a ``Bevinding`` is the same thing with an owner, a last day
and an explanation, kept by ``register.domain.bevinding``.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise

from django.db.models import Q

from config.kern.models import Besluit
from config.kern.periode import dag_lang
from config.kern.queries import instelling, niet_werkdagen
from config.kern.werkdagen import aantal_werkdagen, lokale_dag, werkdag_na
from opgaven.enums import OpdrachtStatus
from opgaven.models import Opdracht
from register.enums import BevindingSoort, BevindingStatus, RolCode
from register.models import Bevinding, Bevoegdheid, Rol, Roltoewijzing
from register.queries.schermen import VERWANT, object_van

LOOPT = (OpdrachtStatus.IN_UITVOERING, OpdrachtStatus.OPGELEVERD)
LAAT_VENSTER = timedelta(days=180)
MO, REGISTER = "Directeur Mens en Organisatie", "Registerbeheer"
EIGENAAR = {
    BevindingSoort.GEEN_AOG: MO,
    BevindingSoort.GEEN_AON: "AOG van de opdracht",
    BevindingSoort.LOOPT_AF: "AOG van de opdracht",
    BevindingSoort.ROL_ZONDER_MACHT: "Concerncontroller",
    BevindingSoort.MACHT_ZONDER_ROL: MO,
}


@dataclass(frozen=True, slots=True)
class Vondst:
    """One thing that asks for an act, with the page where it is resolved."""

    soort: str
    sleutel: str
    onderwerp: str
    eigenaar: str
    actie: str
    adres: str
    adres_id: str = ""
    vraag: str = ""
    uiterlijk: date | None = None


@dataclass(frozen=True, slots=True)
class Kijk:
    """Everything the finders look at, read once."""

    dag: date
    opdrachten: Sequence[Opdracht]
    rijen: Sequence[Roltoewijzing]
    afloop_dagen: int

    def houder(self, rol: str, opdracht: Opdracht) -> Roltoewijzing | None:
        ids = {opdracht.pk}
        if rol == RolCode.AOG:
            ids.add(opdracht.bovenliggende_id)
        return next(
            (r for r in self.rijen
             if r.rol.code == rol and r.opdracht_id in ids and _geldt(r, self.dag)), None,
        )


def _geldt(rij: Roltoewijzing, dag: date) -> bool:
    return rij.begin_geldigheid <= dag and (
        rij.einde_geldigheid is None or dag < rij.einde_geldigheid
    )


def vondsten(dag: date) -> list[Vondst]:
    """All finds of this day, as we know the register now."""
    kijk = _lees(dag)
    gevonden = [
        *_zonder_houder(kijk), *_reeksen(kijk), *_uit_dienst(kijk), *_zonder_dossier(kijk),
        *_te_laat(dag), *_machten(kijk),
    ]
    return sorted(gevonden, key=lambda v: (BevindingSoort.values.index(v.soort), v.onderwerp))


def _lees(dag: date) -> Kijk:
    opdrachten = list(Opdracht.objects.filter(status__in=LOOPT).order_by("code"))
    ids = {o.pk for o in opdrachten} | {o.bovenliggende_id for o in opdrachten} - {None}
    rijen = (
        Roltoewijzing.objects.nu_bekend().zonder_waarneming()
        .filter(Q(opdracht__in=ids) | Q(opdracht__isnull=True))
        .select_related(*VERWANT).order_by("begin_geldigheid", "pk")
    )
    return Kijk(dag, opdrachten, list(rijen), instelling("REGISTER_AFLOOP_DAGEN", dag))


def _vondst(soort: BevindingSoort, sleutel: object, onderwerp: str, **velden: object) -> Vondst:
    velden.setdefault("eigenaar", EIGENAAR.get(soort, REGISTER))
    return Vondst(str(soort), str(sleutel), onderwerp[:300], **velden)


def _zonder_houder(kijk: Kijk) -> Iterable[Vondst]:
    """R066, R079, R181: nobody may lawfully use the powers of an empty place."""
    per_rol = {RolCode.AOG: BevindingSoort.GEEN_AOG, RolCode.AON: BevindingSoort.GEEN_AON}
    index = {(r.rol.code, r.opdracht_id): r for r in kijk.rijen if _geldt(r, kijk.dag)}
    for opdracht in kijk.opdrachten:
        aog = index.get((RolCode.AOG, opdracht.pk)) or index.get(
            (RolCode.AOG, opdracht.bovenliggende_id)
        )
        for rol, soort in per_rol.items():
            if (aog if rol == RolCode.AOG else index.get((rol, opdracht.pk))) is not None:
                continue
            wie = {"eigenaar": f"{aog.medewerker.naam} (AOG)"} if aog else {}
            yield _vondst(
                soort, opdracht.public_id, f"{opdracht.code} {opdracht.naam}",
                actie=f"{rol.upper()} toewijzen", adres="register:rol-toewijzen",
                vraag=f"?rol={rol}&waarop={opdracht.code}", **wie,
            )


def _reeksen(kijk: Kijk) -> Iterable[Vondst]:
    """Overlaps and gaps between holders of one place, and the last one when it ends soon."""
    lopend = {o.pk for o in kijk.opdrachten}
    per_plaats: dict[tuple, list[Roltoewijzing]] = defaultdict(list)
    for rij in kijk.rijen:
        if rij.is_exclusief and (rij.opdracht_id is None or rij.opdracht_id in lopend):
            plaats = (rij.rol_id, rij.opdracht_id, rij.odomein_id, rij.domein_id, rij.gremium_id)
            per_plaats[plaats].append(rij)
    for rijen in per_plaats.values():
        for eerder, later in pairwise(rijen):
            yield from _paar(eerder, later)
        yield from _afloop(rijen, kijk)


def _paar(eerder: Roltoewijzing, later: Roltoewijzing) -> Iterable[Vondst]:
    einde, naar = eerder.einde_geldigheid, {
        "actie": "Bekijk de vermelding", "adres": "register:roltoewijzing",
        "adres_id": str(later.public_id),
    }
    waarop = f"{eerder.rol.naam}, {object_van(eerder) or 'de organisatie'}"
    if einde is None or later.begin_geldigheid < einde:
        yield _vondst(
            BevindingSoort.OVERLAP, later.public_id,
            f"{waarop}: {eerder.medewerker.naam} en {later.medewerker.naam} tegelijk", **naar,
        )
    elif einde < later.begin_geldigheid:
        yield _vondst(
            BevindingSoort.GAT, later.public_id,
            f"{waarop}: niemand van {dag_lang(einde)} tot {dag_lang(later.begin_geldigheid)}",
            **naar,
        )


def _afloop(rijen: Sequence[Roltoewijzing], kijk: Kijk) -> Iterable[Vondst]:
    laatste = rijen[-1]
    einde = laatste.einde_geldigheid
    grens = kijk.dag + timedelta(days=kijk.afloop_dagen)
    if einde is None or not kijk.dag < einde <= grens:
        return
    aog = kijk.houder(RolCode.AOG, laatste.opdracht) if laatste.opdracht_id else None
    wie = {"eigenaar": f"{aog.medewerker.naam} (AOG)"} if aog else {"eigenaar": MO}
    yield _vondst(
        BevindingSoort.LOOPT_AF, laatste.public_id,
        f"{laatste.rol.naam}, {object_van(laatste) or 'de organisatie'}: "
        f"{laatste.medewerker.naam} tot {dag_lang(einde)}",
        actie="Bekijk de vermelding", adres="register:roltoewijzing",
        adres_id=str(laatste.public_id), uiterlijk=einde, **wie,
    )


def _uit_dienst(kijk: Kijk) -> Iterable[Vondst]:
    for rij in kijk.rijen:
        weg = rij.medewerker.uit_dienst
        if weg is not None and weg <= kijk.dag and _geldt(rij, kijk.dag):
            yield _vondst(
                BevindingSoort.UIT_DIENST, rij.public_id,
                f"{rij.medewerker.naam} is uit dienst, maar is nog {rij.rol.naam}",
                actie="Rol beëindigen", adres="register:rol-beeindigen",
                adres_id=str(rij.public_id),
            )


def _zonder_dossier(kijk: Kijk) -> Iterable[Vondst]:
    """R189: an accountant asks for the dossier."""
    besluiten = {
        r.besluit_id: r.besluit for r in kijk.rijen
        if not r.besluit.dossiernummer and _geldt(r, kijk.dag)
    }
    for besluit in besluiten.values():
        yield _vondst(
            BevindingSoort.GEEN_DOSSIER, besluit.public_id, str(besluit),
            actie="Bekijk het besluit", adres="register:besluit", adres_id=str(besluit.public_id),
        )


def _te_laat(dag: date) -> Iterable[Vondst]:
    """R190: more working days between decision and entry than agreed; once per decision."""
    grens, vrij = instelling("REGISTRATIE_MAX_WERKDAGEN", dag), niet_werkdagen()
    rijen = (
        Roltoewijzing.objects.nu_bekend()
        .filter(tijdstip_registratie__date__gte=dag - LAAT_VENSTER)
        .values_list("besluit", "besluit__besluitdatum", "tijdstip_registratie")
    )
    laatste: dict[int, int] = {}
    for besluit, besluitdatum, moment in rijen:
        duur = aantal_werkdagen(besluitdatum, lokale_dag(moment), vrij)
        if duur > grens:
            laatste[besluit] = max(duur, laatste.get(besluit, 0))
    for besluit in Besluit.objects.filter(pk__in=laatste).only(
        "public_id", "kenmerk", "onderwerp"
    ):
        yield _vondst(
            BevindingSoort.LAAT, besluit.public_id,
            f"{besluit.kenmerk} {besluit.onderwerp}: na {laatste[besluit.pk]} werkdagen",
            actie="Bekijk het besluit", adres="register:besluit", adres_id=str(besluit.public_id),
        )


def _machten(kijk: Kijk) -> Iterable[Vondst]:
    """R186, R201: a role that carries nothing, a power that nobody can use."""
    met_macht = set(
        Bevoegdheid.objects.filter(begin_geldigheid__lte=kijk.dag)
        .exclude(einde_geldigheid__lte=kijk.dag).values_list("rol", flat=True)
    )
    vervuld = {r.rol_id for r in kijk.rijen if _geldt(r, kijk.dag)}
    for rol in Rol.objects.order_by("volgorde"):
        if rol.pk in met_macht and rol.pk not in vervuld:
            yield _vondst(
                BevindingSoort.MACHT_ZONDER_ROL, rol.code,
                f"Niemand heeft de rol {rol.naam}, waaraan bevoegdheden vastzitten",
                actie="Rol toewijzen", adres="register:rol-toewijzen", vraag=f"?rol={rol.code}",
            )
        if rol.code in (RolCode.AOG, RolCode.AON) and rol.pk in vervuld - met_macht:
            yield _vondst(
                BevindingSoort.ROL_ZONDER_MACHT, rol.code,
                f"Aan de rol {rol.naam} is geen bevoegdheid gekoppeld",
                actie="Bekijk wie deze rol heeft", adres="register:register",
                vraag=f"?rol={rol.code}",
            )


def kapotte_documenten() -> list[Vondst]:
    """R189: decisions below the register whose document is gone or no longer has its hash.

    Reads every byte, so only the beat asks this.
    """
    besluiten = Besluit.objects.raw(
        "SELECT b.id, b.public_id, b.kenmerk, b.onderwerp FROM kern_besluit b "
        "LEFT JOIN kern_document d ON d.id = b.document_id "
        "WHERE b.id IN (SELECT besluit_id FROM register_roltoewijzing UNION "
        "SELECT besluit_id FROM register_inzet) AND (d.id IS NULL OR "
        "encode(sha256(d.inhoud), 'hex') <> d.sha256) ORDER BY b.id"
    )
    return [
        _vondst(
            BevindingSoort.GEEN_DOCUMENT, b.public_id, f"{b.kenmerk} {b.onderwerp}",
            actie="Bekijk het besluit", adres="register:besluit", adres_id=str(b.public_id),
        )
        for b in besluiten
    ]


@dataclass(frozen=True, slots=True)
class Regel:
    """A find with what was agreed about it."""

    vondst: Vondst
    soort: str
    eigenaar: str
    uiterlijk: date
    is_te_laat: bool
    bevinding: Bevinding | None

    @property
    def is_toegelicht(self) -> bool:
        return self.bevinding is not None and self.bevinding.status == BevindingStatus.TOEGELICHT


def cockpit(dag: date) -> list[Regel]:
    """Every find of today with its owner and last day; explained ones last."""
    rijen = {(b.soort, b.sleutel): b for b in Bevinding.objects.lopend()}
    nieuw = uiterlijk_na(dag)
    regels = [_regel(v, rijen.get((v.soort, v.sleutel)), nieuw, dag) for v in vondsten(dag)]
    regels += [
        _regel(_uit_rij(b), b, nieuw, dag) for b in rijen.values()
        if b.soort == BevindingSoort.GEEN_DOCUMENT
    ]
    return sorted(regels, key=lambda r: (r.is_toegelicht, r.uiterlijk))


def _uit_rij(bevinding: Bevinding) -> Vondst:
    return Vondst(
        bevinding.soort, bevinding.sleutel, bevinding.onderwerp, bevinding.eigenaar,
        "Bekijk het besluit", "register:besluit", bevinding.sleutel,
    )


def _regel(vondst: Vondst, rij: Bevinding | None, nieuw: date, dag: date) -> Regel:
    uiterlijk = rij.uiterlijk if rij else vondst.uiterlijk or nieuw
    return Regel(
        vondst=vondst, soort=BevindingSoort(vondst.soort).label,
        eigenaar=rij.eigenaar if rij else vondst.eigenaar, uiterlijk=uiterlijk,
        is_te_laat=uiterlijk < dag, bevinding=rij,
    )


def uiterlijk_na(dag: date) -> date:
    return werkdag_na(dag, instelling("REGISTER_HERSTEL_WERKDAGEN", dag), niet_werkdagen())


def telling(regels: Iterable[Regel]) -> list[tuple[str, str, int]]:
    """How many of each kind wait, in the order of the kinds."""
    aantal = Counter(r.vondst.soort for r in regels if not r.is_toegelicht)
    return [(s.value, s.label, aantal[s.value]) for s in BevindingSoort if aantal[s.value]]


def op_de_startpagina(dag: date) -> dict[str, object]:
    """Counts for the start page, from what the beat found: one question (screen 12)."""
    rijen = list(Bevinding.objects.openstaand().values_list("soort", "uiterlijk"))
    per_soort = Counter(soort for soort, _ in rijen)
    return {
        "aantal": len(rijen), "te_laat": sum(uiterlijk < dag for _, uiterlijk in rijen),
        "soorten": [
            (s.value, s.label, per_soort[s.value]) for s in BevindingSoort if per_soort[s.value]
        ],
    }


def bevinding_met(public_id: object) -> Bevinding | None:
    return Bevinding.objects.filter(public_id=public_id).first()
