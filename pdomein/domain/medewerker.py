"""People in service: what the personnel system tells us, and what it means for a login."""

from dataclasses import asdict, dataclass, field
from datetime import date, datetime
from typing import Any

from django.db import transaction

from config.kern.actor import Actor
from config.kern.domain.logboek import noteer
from config.kern.fouten import eis
from config.kern.models import Gebruiker
from config.kern.werkdagen import lokale_dag
from pdomein.domain.aanstelling import geschiedenis_bijhouden
from pdomein.models import Medewerker
from pdomein.personeel import Personeelsgegevens, sorteernaam
from pdomein.rules import beletsel_medewerker_bijwerken, beletsel_medewerker_uit_dienst


@dataclass(frozen=True, slots=True)
class Bijgewerkt:
    """``uitkomst`` is ``nieuw``, ``gewijzigd`` or ``ongewijzigd``."""

    medewerker: Medewerker
    uitkomst: str


@dataclass(slots=True)
class Bekend:
    """Who and which logins exist already: read once for a whole file.

    Only saves asking again; the database still refuses a number or login twice.
    """

    nummers: set[str] = field(
        default_factory=lambda: set(Medewerker.objects.values_list("personeelsnummer", flat=True))
    )
    logins: set[str] = field(
        default_factory=lambda: set(Gebruiker.objects.values_list("username", flat=True))
    )


@transaction.atomic
def medewerker_bijwerken(
    *, gegevens: Personeelsgegevens, bekend: Bekend | None = None, door: Actor, nu: datetime
) -> Bijgewerkt:
    """Take over one line of the personnel system; the same line twice changes nothing (R403)."""
    bestaand = None
    if bekend is None or gegevens.personeelsnummer in bekend.nummers:
        bestaand = (
            Medewerker.objects.select_for_update(of=("self",))
            .select_related("gebruiker")
            .filter(personeelsnummer=gegevens.personeelsnummer)
            .first()
        )
    eis(beletsel_medewerker_bijwerken(gegevens=gegevens, door=door))
    velden = _velden(gegevens)
    if bestaand is None:
        return Bijgewerkt(_aanmaken(velden, bekend, door, nu), "nieuw")
    anders = [k for k, v in velden.items() if getattr(bestaand, k) != v]
    if not anders:
        return Bijgewerkt(bestaand, "ongewijzigd")
    vroeger = bestaand.aanstelling_fte
    for veld in anders:
        setattr(bestaand, veld, velden[veld])
    if "functie" in anders and "functie_sinds" not in velden:
        bestaand.functie_sinds = lokale_dag(nu)
        anders.append("functie_sinds")
    bestaand.bijgewerkt_op = nu
    bestaand.save(update_fields=[*anders, "bijgewerkt_op"])
    if "aanstelling_fte" in anders:
        geschiedenis_bijhouden(bestaand, vroeger, lokale_dag(nu))
    if bestaand.uit_dienst is not None:
        plekken_beeindigen(bestaand, bestaand.uit_dienst)
    _gebruiker_bijwerken(bestaand, lokale_dag(nu))
    noteer("medewerker_bijgewerkt", op=bestaand, door=door, nu=nu, velden=anders)
    return Bijgewerkt(bestaand, "gewijzigd")


@transaction.atomic
def medewerker_uit_dienst(
    *, medewerker: Medewerker, per: date, door: Actor, nu: datetime
) -> Medewerker:
    """End a person's service: no home, team to lead or login from ``per`` on (R331)."""
    medewerker = (
        Medewerker.objects.select_for_update(of=("self",))
        .select_related("gebruiker")
        .get(pk=medewerker.pk)
    )
    eis(beletsel_medewerker_uit_dienst(medewerker=medewerker, per=per, door=door))
    if medewerker.uit_dienst == per:
        return medewerker
    medewerker.uit_dienst = per
    medewerker.bijgewerkt_op = nu
    medewerker.save(update_fields=["uit_dienst", "bijgewerkt_op"])
    plekken_beeindigen(medewerker, per)
    _gebruiker_bijwerken(medewerker, lokale_dag(nu))
    noteer("medewerker_uit_dienst", op=medewerker, door=door, nu=nu, per=per)
    return medewerker


def plekken_beeindigen(medewerker: Medewerker, per: date) -> None:
    """End every place of a person at ``per``; what would begin later disappears."""
    for reeks in (
        medewerker.plaatsingen, medewerker.aansluitingen, medewerker.pmanagerschappen,
        medewerker.rolomvangen, medewerker.aanstellingen,
    ):
        reeks.filter(begin__gte=per).delete()
        reeks.geldig_op(per).update(einde=per)


def _velden(g: Personeelsgegevens) -> dict[str, Any]:
    velden = asdict(g)
    velden["naam"] = " ".join(g.naam.split())
    velden["sorteernaam"] = sorteernaam(g.naam, g.sorteernaam)
    velden["email"] = g.email.strip().lower()
    if g.functie_sinds is None:  # HR did not tell: what we know stays
        del velden["functie_sinds"]
    return velden


def _aanmaken(
    velden: dict[str, Any], bekend: Bekend | None, door: Actor, nu: datetime
) -> Medewerker:
    medewerker = Medewerker(**velden, bijgewerkt_op=nu)
    medewerker.gebruiker = _gebruiker_maken(medewerker, bekend, lokale_dag(nu), nu)
    medewerker.save(force_insert=True)
    if bekend is not None:
        bekend.nummers.add(medewerker.personeelsnummer)
        bekend.logins.add(medewerker.gebruiker.username)
    noteer("medewerker_aangemaakt", op=medewerker, door=door, nu=nu)
    return medewerker


def _gebruiker_maken(
    medewerker: Medewerker, bekend: Bekend | None, vandaag: date, nu: datetime
) -> Gebruiker:
    """A login named after the mail address or the personeelsnummer, still without a password."""
    nummer = medewerker.personeelsnummer.lower()
    voorkeur = medewerker.email.partition("@")[0] or nummer
    mogelijk = [voorkeur[:150], f"{voorkeur}-{nummer}"[:150]]
    bezet = bekend.logins if bekend is not None else set(
        Gebruiker.objects.filter(username__in=mogelijk).values_list("username", flat=True)
    )
    gebruiker = Gebruiker(
        username=next((m for m in mogelijk if m not in bezet), nummer),
        naam=medewerker.naam, email=medewerker.email, date_joined=nu,
        is_active=medewerker.is_in_dienst(vandaag) or medewerker.in_dienst > vandaag,
    )
    gebruiker.set_unusable_password()
    gebruiker.save(force_insert=True)
    return gebruiker


def _gebruiker_bijwerken(medewerker: Medewerker, vandaag: date) -> None:
    gebruiker = medewerker.gebruiker
    if gebruiker is None:
        return
    weg = medewerker.uit_dienst is not None and medewerker.uit_dienst <= vandaag
    nieuw = {"naam": medewerker.naam, "email": medewerker.email, "is_active": not weg}
    anders = [k for k, v in nieuw.items() if getattr(gebruiker, k) != v]
    for veld in anders:
        setattr(gebruiker, veld, nieuw[veld])
    if anders:
        gebruiker.save(update_fields=anders)
