"""Why a role may not be assigned, ended or corrected: one sentence each, with its source."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any

from config.kern.actor import Actor, Recht
from config.kern.enums import BesluitSoort, BesluitStatus
from config.kern.fouten import Beletsel, eis, geen_recht, invoer, toestand
from config.kern.models import Besluit
from config.kern.periode import dag_lang, periode_tekst
from opgaven.models import Opdracht
from pdomein.enums import Dienstverband
from pdomein.models import Medewerker
from register.enums import ObjectSoort, RolCode
from register.models import Rol, Roltoewijzing
from register.queries.houders import veld_van
from register.queries.kennis import Bezet, Kennis

DIRECTEUR_MO = "directeur mens en organisatie"
OOK_OP = {RolCode.BOG: {ObjectSoort.OPDRACHT, ObjectSoort.OPGAVE}}
DT_LEDEN = {RolCode.PROVINCIESECRETARIS, RolCode.CONCERNDIRECTEUR}
AANGEWEZEN = {RolCode.AOG, RolCode.AON}
SCHEIDING = {RolCode.DOMEINDIRECTEUR, RolCode.DIRECTEUR_MO, RolCode.AOG}


@dataclass(frozen=True, slots=True)
class RolVraag:
    """What is asked: this person in this role, on this object, in this period, by this decision."""

    rol: Rol
    medewerker: Medewerker
    op: Any
    begin: date
    einde: date | None
    besluit: Besluit
    uitzondering: str = ""
    vervangt: Roltoewijzing | None = None
    waarneemt_voor: Medewerker | None = None


def beletsel_register_muteren(door: Actor) -> Beletsel | None:
    """The register has one hand, apart from who decides (R203)."""
    if door.heeft(Recht.REGISTER_MUTEREN):
        return None
    return geen_recht("Alleen de registerbeheerder wijzigt het opdrachtenregister.")


def beletsel_muteren_toewijzing(vraag: "RolVraag", door: Actor) -> Beletsel | None:
    """Or the directeur M&O, for the AOG or AON that this very decision designates (R067, R203).

    A decision carries one role, so that it cannot be used again for another.
    """
    mag_zelf = (
        vraag.rol.code in AANGEWEZEN
        and door.heeft(Recht.ROL_AANWIJZEN)
        and is_eigen_besluit(door, vraag.besluit, {BesluitSoort.AANWIJZING})
        and not Roltoewijzing.objects.filter(besluit=vraag.besluit).exists()
    )
    return None if mag_zelf else beletsel_register_muteren(door)


def is_eigen_besluit(door: Actor, besluit: Besluit | None, soorten: set[BesluitSoort]) -> bool:
    return (
        besluit is not None and door.gebruiker_id is not None and besluit.soort in soorten
        and besluit.genomen_door_id == door.gebruiker_id and _is_vastgesteld(besluit)
    )


def beletsel_register_inzien(door: Actor) -> Beletsel | None:
    """What was known earlier is for who must account for it; a token needs its scope (R192)."""
    if door.scopes is not None and "register" not in door.scopes:
        return geen_recht("Dit token heeft het bereik ‘register’ niet.")
    if door.heeft(Recht.REGISTER_INZIEN):
        return None
    return geen_recht(
        "Alleen registerbeheer, de concerncontroller en auditors zien wat eerder bekend was."
    )


def eis_inzien(door: Actor) -> None:
    eis(beletsel_register_inzien(door))


def beletsel_besluit(besluit: Besluit | None) -> Beletsel | None:
    """No entry without a decision that stands (R188)."""
    if besluit is None or not _is_vastgesteld(besluit):
        return invoer("Kies een vastgesteld besluit. Zonder besluit geen vermelding.", "besluit")
    return None


def _is_vastgesteld(besluit: Besluit) -> bool:
    return besluit.status == BesluitStatus.VASTGESTELD


def beletsel_rol_toewijzen(
    *, vraag: RolVraag, door: Actor, kennis: Kennis | None = None
) -> Beletsel | None:
    """The first reason why this role may not be assigned; the order is from sure to subtle."""
    kennis = kennis or Kennis()
    return (
        beletsel_muteren_toewijzing(vraag, door)
        or beletsel_besluit(vraag.besluit)
        or next((b for keur in KEURINGEN if (b := keur(vraag, kennis))), None)
    )


def _periode(vraag: RolVraag, kennis: Kennis) -> Beletsel | None:
    if vraag.einde is not None and vraag.einde <= vraag.begin:
        return invoer("De einddatum moet na de begindatum liggen.", "einde")
    ingang = vraag.besluit.ingangsdatum
    if vraag.begin < ingang:
        return toestand(
            f"Het besluit gaat in op {dag_lang(ingang)}; de rol kan niet eerder beginnen.", "begin"
        )
    return beletsel_in_dienst(vraag.medewerker, vraag.begin)


def beletsel_in_dienst(medewerker: Medewerker, begin: date) -> Beletsel | None:
    if medewerker.uit_dienst is not None and medewerker.uit_dienst <= begin:
        return toestand(
            f"{medewerker.naam} is vanaf {dag_lang(medewerker.uit_dienst)} niet meer in dienst.",
            "medewerker",
        )
    if begin < medewerker.in_dienst:
        return toestand(
            f"{medewerker.naam} is pas vanaf {dag_lang(medewerker.in_dienst)} in dienst.",
            "begin",
        )
    return None


def _object(vraag: RolVraag, kennis: Kennis) -> Beletsel | None:
    soort = veld_van(vraag.op) or ObjectSoort.GEEN
    mag = OOK_OP.get(vraag.rol.code, {vraag.rol.objectsoort})
    if soort not in mag:
        waarop = ObjectSoort(vraag.rol.objectsoort).label.lower()
        return invoer(f"De rol {vraag.rol.naam} hoort bij: {waarop}.", "op")
    return None


def _geerfde_aog(vraag: RolVraag, kennis: Kennis) -> Beletsel | None:
    """R026: the AOG of the opdracht is the AOG of all its deelopdrachten."""
    if vraag.rol.code != RolCode.AOG or not getattr(vraag.op, "bovenliggende_id", None):
        return None
    return toestand(
        "Een deelopdracht heeft dezelfde AOG als de opdracht erboven. "
        "Wijs de AOG aan op die opdracht.", "op",
    )


def _aanwijzing(vraag: RolVraag, kennis: Kennis) -> Beletsel | None:
    """R067: an AOG is designated by a directeur M&O."""
    if vraag.rol.code != RolCode.AOG:
        return None
    besluit = vraag.besluit
    if besluit.soort == BesluitSoort.AANWIJZING and is_directeur_mo(besluit.hoedanigheid):
        return None
    return toestand(
        "Een AOG wordt aangewezen door een directeur Mens en Organisatie. "
        "Kies een besluit van de soort aanwijzing dat die directeur nam.", "besluit",
    )


def is_directeur_mo(hoedanigheid: str) -> bool:
    tekst = hoedanigheid.strip().lower().replace("m&o", "mens en organisatie")
    return tekst.startswith(DIRECTEUR_MO) or tekst == RolCode.DIRECTEUR_MO


def _gs_lid(vraag: RolVraag, kennis: Kennis) -> Beletsel | None:
    """R061: a BOG is a member of GS."""
    if vraag.rol.code == RolCode.BOG and vraag.medewerker.dienstverband != Dienstverband.BESTUUR:
        return toestand(
            "Een bestuurlijk opdrachtgever is lid van Gedeputeerde Staten.", "medewerker"
        )
    return None


def _een_houder(vraag: RolVraag, kennis: Kennis) -> Beletsel | None:
    """R074, R066: one AON, one AOG at a time; the database has the last word."""
    veld = veld_van(vraag.op)
    if veld is None:
        return None
    for ander in kennis.houders(vraag.rol.code, veld, vraag.op.pk):
        is_zelf = ander.medewerker_id == vraag.medewerker.pk
        if ander.waarneemt_voor and not is_zelf:
            continue  # who deputises does not take the place
        if is_zelfde(ander, vraag.vervangt) or not (vraag.rol.is_exclusief or is_zelf):
            continue
        if ander.overlapt(vraag.begin, vraag.einde):
            return toestand(
                f"{ander.naam} heeft deze rol al ({periode_tekst(ander.begin, ander.einde)}). "
                "Beëindig die rol eerst of kies een andere periode.", "begin",
            )
    return None


def is_zelfde(bezet: Bezet, rij: Roltoewijzing | None) -> bool:
    return rij is not None and (bezet.medewerker_id, bezet.begin, bezet.einde) == (
        rij.medewerker_id, rij.begin_geldigheid, rij.einde_geldigheid,
    )


def _ontvlechting(vraag: RolVraag, kennis: Kennis) -> Beletsel | None:
    """R081, R322: on director level O and P are apart, except in the hand of DBI."""
    if vraag.rol.code not in SCHEIDING:
        return None
    for ander in kennis.rollen_van(vraag.medewerker.pk):
        codes = {ander.rol, vraag.rol.code}
        if RolCode.DIRECTEUR_MO not in codes or len(codes & SCHEIDING) < 2:
            continue
        if ander.overlapt(vraag.begin, vraag.einde) and not _een_hand_mag(vraag, ander, kennis):
            return toestand(
                f"{vraag.medewerker.naam} is in die periode ook {RolCode(ander.rol).label}. "
                "Een directeur Mens en Organisatie heeft geen O-rol op directieniveau; alleen bij "
                "de Dienst Beheer Infrastructuur mag dat in één hand zijn.", "medewerker",
            )
    return None


def _een_hand_mag(vraag: RolVraag, ander: Bezet, kennis: Kennis) -> bool:
    if vraag.rol.code == RolCode.DIRECTEUR_MO:
        return kennis.is_dbi(ander.odomein, ander.opdracht, vraag.begin)
    is_opdracht = isinstance(vraag.op, Opdracht)
    return kennis.is_dbi(
        None if is_opdracht else vraag.op.pk, vraag.op.pk if is_opdracht else None, vraag.begin
    )


def _programmadirecteur(vraag: RolVraag, kennis: Kennis) -> Beletsel | None:
    """R069, R292, E24: the P-manager of a Programmadirecteur sits in the Directieteam."""
    schaal = vraag.medewerker.schaal
    if vraag.rol.code != RolCode.AOG or schaal is None:
        return None
    if schaal < kennis.programmadirecteur_vanaf(vraag.begin):
        return None
    pmanager = kennis.pmanager_id(vraag.medewerker, vraag.begin)
    if pmanager is not None and kennis.heeft_rol(pmanager, DT_LEDEN, vraag.begin):
        return None
    return toestand(
        f"{vraag.medewerker.naam} wordt Programmadirecteur (schaal {schaal}). De P-manager moet "
        "dan de provinciesecretaris of een concerndirecteur zijn. Regel dat eerst.", "medewerker",
    )


def _compliance_control(vraag: RolVraag, kennis: Kennis) -> Beletsel | None:
    """E24, R205: above an AOG of compliance & control stands the provinciesecretaris alone."""
    if vraag.rol.code != RolCode.AOG or not isinstance(vraag.op, Opdracht):
        return None
    if not kennis.is_onder_directieteam(vraag.op.opgave_id):
        return None
    pmanager = kennis.pmanager_id(vraag.medewerker, vraag.begin)
    if pmanager is not None and kennis.heeft_rol(
        pmanager, {RolCode.PROVINCIESECRETARIS}, vraag.begin
    ):
        return None
    return toestand(
        "Deze opdracht valt direct onder het Directieteam. De P-manager van "
        f"{vraag.medewerker.naam} moet dan de provinciesecretaris zijn. Regel dat eerst.",
        "medewerker",
    )


def _uitzondering_aog(vraag: RolVraag, kennis: Kennis) -> Beletsel | None:
    """R072: the concerndirecteur is AOG only in exceptional cases."""
    if vraag.rol.code != RolCode.AOG or vraag.uitzondering:
        return None
    if kennis.heeft_rol(vraag.medewerker.pk, {RolCode.CONCERNDIRECTEUR}, vraag.begin):
        return toestand(
            "Een concerndirecteur is alleen bij uitzondering AOG. Leg uit waarom.", "uitzondering"
        )
    return None


def _functiematrix(vraag: RolVraag, kennis: Kennis) -> Beletsel | None:
    """R112-R115: outside bijlage 3 is possible, with a motivation."""
    if vraag.uitzondering or is_in_matrix(vraag.rol.code, vraag.medewerker, kennis):
        return None
    mens = vraag.medewerker
    return toestand(
        f"Bijlage 3 noemt de rol {vraag.rol.naam} niet voor {mens.get_functiegroep_display()} "
        f"schaal {mens.schaal}. Het mag, maar leg dan uit waarom.", "uitzondering",
    )


def is_in_matrix(rol_code: str, medewerker: Medewerker, kennis: Kennis) -> bool:
    """True also when the source says nothing about this role or this person."""
    regels = kennis.matrix(rol_code)
    if not regels or not medewerker.functiegroep or medewerker.schaal is None:
        return True
    return any(
        r.functiegroep == medewerker.functiegroep
        and r.schaal_van <= medewerker.schaal <= r.schaal_tot
        for r in regels
    )


KEURINGEN: tuple[Callable[[RolVraag, Kennis], Beletsel | None], ...] = (
    _periode,
    _object,
    _geerfde_aog,
    _aanwijzing,
    _gs_lid,
    _een_houder,
    _ontvlechting,
    _compliance_control,
    _programmadirecteur,
    _uitzondering_aog,
    _functiematrix,
)


def beletsel_gesloten(rij: Any) -> Beletsel | None:
    """An entry that was replaced is history."""
    if rij.eind_registratie is not None:
        return toestand(
            "Deze vermelding is intussen vervangen. Open de geldende vermelding en probeer opnieuw."
        )
    return None


def beletsel_rol_beeindigen(
    *, toewijzing: Roltoewijzing, per: date, besluit: Besluit, reden: str, door: Actor,
) -> Beletsel | None:
    """Ending a role needs a decision too (R202)."""
    return (
        beletsel_register_muteren(door)
        or beletsel_besluit(besluit)
        or beletsel_gesloten(toewijzing)
        or beletsel_einde(toewijzing, per)
        or beletsel_reden(reden)
    )


def beletsel_einde(rij: Any, per: date) -> Beletsel | None:
    if rij.einde_geldigheid is not None and per >= rij.einde_geldigheid:
        periode = periode_tekst(rij.begin_geldigheid, rij.einde_geldigheid)
        return toestand(f"Deze vermelding eindigt al: {periode}.", "per")
    return None


def beletsel_reden(reden: str) -> Beletsel | None:
    return None if reden.strip() else invoer("Vul de reden in.", "reden")
