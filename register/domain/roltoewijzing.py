"""Assigning, ending and correcting roles: each an entry of a decision (R188, R196, R202)."""

from datetime import date, datetime
from typing import Any

from django.db import transaction

from config.kern.actor import Actor
from config.kern.domain.logboek import noteer
from config.kern.fouten import eis
from config.kern.models import Besluit
from config.kern.periode import Periode
from config.kern.werkdagen import lokale_dag
from pdomein.models import Medewerker
from register.domain import keten, tijdlijn
from register.domain.schrijven import Aanleiding, stuk_van, zet_schrijven
from register.enums import Mutatie
from register.models import Correctievoorstel, Rol, Roltoewijzing
from register.queries.houders import veld_van, waarnemingen_bij
from register.rules import rol as rules
from register.rules.correctie import beletsel_einde_in_verleden, beletsel_rol_corrigeren
from register.rules.waarneming import beletsel_rol_overdragen

VERWANT = (
    "rol", "medewerker", "opdracht", "opgave", "odomein", "domein", "gremium", "besluit__document",
    "waarneemt_voor",
)


@transaction.atomic
def rol_toewijzen(
    *, rol_code: str, medewerker: Medewerker, op: Any = None, begin: date,
    einde: date | None = None, besluit: Besluit, uitzondering: str = "", door: Actor, nu: datetime,
) -> Roltoewijzing:
    """Enter a role in the register, by decision (Werkingsprincipes §5.4, R182, R188).

    Raises ``DomeinFout`` when the role is taken in that period, when a rule on who may hold it is
    broken, or when the decision does not stand.
    """
    keten.vergrendelen()
    rol = Rol.objects.get(code=rol_code)
    vraag = rules.RolVraag(rol, medewerker, op, begin, einde, besluit, uitzondering.strip())
    eis(rules.beletsel_rol_toewijzen(vraag=vraag, door=door))
    aanleiding = Aanleiding(besluit, Mutatie.TOEWIJZING, "", door, nu)
    (rij,) = zet_schrijven(rij_van(vraag), tijdlijn.toewijzen(Periode(begin, einde)), aanleiding)
    noteer("rol_toegewezen", op=rij, door=door, nu=nu, besluit=besluit.kenmerk, begin=begin,
           einde=einde)
    return rij


def rij_van(vraag: rules.RolVraag) -> Roltoewijzing:
    """The substance of a row, not yet saved."""
    rij = Roltoewijzing(
        rol=vraag.rol, is_exclusief=vraag.rol.is_exclusief, medewerker=vraag.medewerker,
        uitzondering=vraag.uitzondering, waarneemt_voor=vraag.waarneemt_voor,
    )
    if vraag.waarneemt_voor is not None:
        rij.is_exclusief = False
    veld = veld_van(vraag.op)
    if veld is not None:
        setattr(rij, veld, vraag.op)
    return rij


@transaction.atomic
def rol_beeindigen(
    *, toewijzing: Roltoewijzing, per: date, besluit: Besluit, reden: str, door: Actor,
    nu: datetime,
) -> Roltoewijzing | None:
    """End a role; ``per`` is the first day it no longer holds (R202).

    Gives the row that remains, or None when the role never began.
    """
    keten.vergrendelen()
    rij = geldend(toewijzing)
    eis(rules.beletsel_rol_beeindigen(
        toewijzing=rij, per=per, besluit=besluit, reden=reden, door=door
    ))
    eis(beletsel_einde_in_verleden(per=per, door=door, vandaag=lokale_dag(nu)))
    aanleiding = Aanleiding(besluit, Mutatie.BEEINDIGING, reden.strip(), door, nu)
    rest = zet_schrijven(rij, tijdlijn.beeindigen(stuk_van(rij), per), aanleiding)
    waarnemingen_inkorten(rij, per, aanleiding)
    noteer("rol_beeindigd", op=rij, door=door, nu=nu, besluit=besluit.kenmerk, per=per)
    return rest[0] if rest else None


def waarnemingen_inkorten(rij: Roltoewijzing, per: date | None, aanleiding: Aanleiding) -> None:
    """Who deputises for this holder stops when the holder stops; the caller holds the lock."""
    if per is None or rij.waarneemt_voor_id is not None:
        return
    for waarneming in waarnemingen_bij(rij, per).select_related(*VERWANT):
        zet_schrijven(waarneming, tijdlijn.beeindigen(stuk_van(waarneming), per), aanleiding)


@transaction.atomic
def rol_overdragen(
    *, toewijzing: Roltoewijzing, medewerker: Medewerker, per: date, begin: date | None = None,
    besluit: Besluit, reden: str, gat_toelichting: str = "", uitzondering: str = "", door: Actor,
    nu: datetime,
) -> Roltoewijzing:
    """Let a role pass to another person in one act (R202).

    ``per`` is the first day without the old holder; ``begin`` the first with the new one. Days in
    between are a gap, which is explained and noted.
    """
    keten.vergrendelen()
    rij, begin = geldend(toewijzing), begin or per
    eis(beletsel_rol_overdragen(
        toewijzing=rij, medewerker=medewerker, per=per, begin=begin, besluit=besluit, reden=reden,
        gat_toelichting=gat_toelichting, door=door,
    ))
    waarom = f"{reden.strip()} {gat_toelichting.strip()}".strip()
    rol_beeindigen(toewijzing=rij, per=per, besluit=besluit, reden=waarom, door=door, nu=nu)
    einde = rij.einde_geldigheid
    nieuw = rol_toewijzen(
        rol_code=rij.rol.code, medewerker=medewerker, op=object_van(rij), begin=begin,
        einde=einde if einde and einde > begin else None, besluit=besluit,
        uitzondering=uitzondering, door=door, nu=nu,
    )
    noteer("rol_overgedragen", op=nieuw, door=door, nu=nu, besluit=besluit.kenmerk,
           dagen_zonder_houder=(begin - per).days)
    return nieuw


@transaction.atomic
def rol_corrigeren(
    *, toewijzing: Roltoewijzing, begin: date, einde: date | None, besluit: Besluit, reden: str,
    voorstel: Correctievoorstel | None = None, door: Actor, nu: datetime,
) -> Roltoewijzing:
    """Put a wrong period right: a new entry with a reason; the old one stays readable (R196).

    ``voorstel``: the proposal that a second registrar confirms by this (R203).
    """
    keten.vergrendelen()
    rij = geldend(toewijzing)
    vraag = rules.RolVraag(
        rij.rol, rij.medewerker, object_van(rij), begin, einde, besluit, rij.uitzondering, rij,
        rij.waarneemt_voor,
    )
    eis(beletsel_rol_corrigeren(
        toewijzing=rij, vraag=vraag, reden=reden, door=door, vandaag=lokale_dag(nu),
        voorstel=voorstel,
    ))
    aanleiding = Aanleiding(besluit, Mutatie.CORRECTIE, reden.strip(), door, nu)
    zet = tijdlijn.corrigeren(stuk_van(rij), Periode(begin, einde))
    (nieuw,) = zet_schrijven(rij, zet, aanleiding)
    waarnemingen_inkorten(nieuw, einde, aanleiding)
    noteer("rol_gecorrigeerd", op=nieuw, door=door, nu=nu, besluit=besluit.kenmerk)
    return nieuw


def geldend(toewijzing: Roltoewijzing) -> Roltoewijzing:
    """The row as it is known now, with what the rules and the chain read."""
    return Roltoewijzing.objects.select_related(*VERWANT).get(pk=toewijzing.pk)


def object_van(rij: Roltoewijzing) -> Any:
    return next((getattr(rij, v) for v in keten.OBJECTEN if getattr(rij, f"{v}_id")), None)
