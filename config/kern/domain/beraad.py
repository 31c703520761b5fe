"""Points of a beraad: brought in, put on an agenda, passed on, decided (R218, R222, R224)."""

from datetime import datetime
from typing import Any

from django.db import transaction

from config.kern import rules_beraad as rules
from config.kern.actor import Actor
from config.kern.domain.advies import _advies_vastleggen
from config.kern.domain.besluit import besluit_opstellen
from config.kern.domain.logboek import noteer
from config.kern.enums import AdviesSoort, BesluitSoort, PuntSoort, PuntStatus
from config.kern.fouten import eis
from config.kern.models import (
    Beraadsadvies,
    Beraadspunt,
    Besluit,
    Besluitenlijst,
    Doorgeleiding,
    Gremium,
    Vergadering,
)
from config.kern.werkdagen import lokale_dag


def vergrendel_punt(punt: Beraadspunt) -> Beraadspunt:
    """The row of now, locked until the transaction ends."""
    return (
        Beraadspunt.objects.select_for_update(of=("self",))
        .select_related("gremium", "vergadering__besluitenlijst", "besluit").get(pk=punt.pk)
    )


@transaction.atomic
def punt_inbrengen(
    *, gremium: Gremium, soort: str, onderwerp: str, toelichting: str, namens: str = "",
    over: Any = None, url: str = "", door: Actor, nu: datetime,
) -> Beraadspunt:
    """Bring a matter to a gremium (EISEN table 2.4, Werkingsprincipes §6.1-6.3).

    ``over`` is the thing it is about; the same thing lies at one gremium at a time.
    """
    gremium = Gremium.objects.select_for_update().get(pk=gremium.pk)
    eis(rules.beletsel_punt_inbrengen(
        gremium=gremium, door=door, soort=soort, onderwerp=onderwerp, toelichting=toelichting,
        ligt_al=_ligt_al(gremium, soort, onderwerp, over),
    ))
    punt = Beraadspunt.objects.create(
        gremium=gremium, soort=soort, onderwerp=onderwerp.strip(), toelichting=toelichting,
        ingebracht_door_id=door.gebruiker_id, namens=namens[:120], ingebracht_op=nu, url=url,
        **_verwijzing(over),
    )
    noteer("punt_ingebracht", op=punt, door=door, nu=nu, gremium=gremium.code, soort=soort)
    return punt


def punt_volgen(
    *, gremium: Gremium | None, soort: PuntSoort, onderwerp: str, toelichting: str, over: Any,
    url: str, door: Actor, nu: datetime,
) -> Beraadspunt | None:
    """A point that follows from another command (R012): once while it is open, no right asked."""
    if gremium is None or _ligt_al(gremium, soort, onderwerp, over):
        return None
    punt = Beraadspunt.objects.create(
        gremium=gremium, soort=soort, onderwerp=onderwerp[:200], toelichting=toelichting,
        ingebracht_door_id=door.gebruiker_id, namens="Inzet, na een wijziging", ingebracht_op=nu,
        url=url, **_verwijzing(over),
    )
    noteer("punt_ingebracht", op=punt, door=door, nu=nu, gremium=gremium.code, soort=soort)
    return punt


def _verwijzing(over: Any) -> dict[str, Any]:
    if over is None:
        return {}
    return {
        "object_soort": over._meta.model_name, "object_id": over.public_id,
        "object_naam": str(over)[:250],
    }


def _ligt_al(gremium: Gremium, soort: str, onderwerp: str, over: Any) -> bool:
    lopend = Beraadspunt.objects.lopend()
    if over is not None:
        return lopend.filter(object_id=over.public_id, soort=soort).exists()
    return lopend.filter(gremium=gremium, onderwerp=onderwerp.strip()).exists()


@transaction.atomic
def punt_agenderen(
    *, punt: Beraadspunt, vergadering: Vergadering, door: Actor, nu: datetime
) -> Beraadspunt:
    """Put a point at the end of the agenda of a meeting."""
    punt = vergrendel_punt(punt)
    eis(rules.beletsel_punt_agenderen(
        punt=punt, door=door, op=lokale_dag(nu), vergadering=vergadering
    ))
    if punt.vergadering_id == vergadering.pk:
        return punt
    punt.vergadering, punt.status = vergadering, PuntStatus.GEAGENDEERD
    punt.volgorde = vergadering.punten.count() + 1
    punt.save(update_fields=["vergadering", "status", "volgorde"])
    noteer("punt_geagendeerd", op=punt, door=door, nu=nu, datum=vergadering.datum)
    return punt


@transaction.atomic
def punt_aanhouden(*, punt: Beraadspunt, door: Actor, nu: datetime) -> Beraadspunt:
    """Take a point off the agenda; it waits for a next meeting."""
    punt = vergrendel_punt(punt)
    eis(rules.beletsel_punt_aanhouden(punt=punt, door=door))
    punt.vergadering, punt.status, punt.volgorde = None, PuntStatus.INGEBRACHT, 0
    punt.save(update_fields=["vergadering", "status", "volgorde"])
    noteer("punt_aangehouden", op=punt, door=door, nu=nu)
    return punt


@transaction.atomic
def punt_doorgeleiden(
    *, punt: Beraadspunt, naar: Gremium, advies: str, door: Actor, nu: datetime
) -> Beraadspunt:
    """Pass a point on to the next gremium with advice, that has to be weighed there (R222)."""
    punt = vergrendel_punt(punt)
    eis(rules.beletsel_punt_doorgeleiden(punt=punt, door=door, naar=naar, advies=advies))
    van = punt.gremium
    Doorgeleiding.objects.create(
        punt=punt, van=van, naar=naar, op=nu, door_id=door.gebruiker_id
    )
    _advies_vastleggen(
        punt=punt, soort=AdviesSoort.GREMIUM, namens=van.naam, tekst=advies, door=door, nu=nu
    )
    punt.gremium, punt.vergadering, punt.status = naar, None, PuntStatus.INGEBRACHT
    punt.volgorde = 0
    punt.save(update_fields=["gremium", "vergadering", "status", "volgorde"])
    noteer("punt_doorgeleid", op=punt, door=door, nu=nu, van=van.code, naar=naar.code)
    return punt


@transaction.atomic
def punt_afhandelen(
    *, punt: Beraadspunt, uitkomst: str, door: Actor, nu: datetime
) -> Beraadspunt:
    """Close a point that asks no formal decision: discussed, answered, taken along."""
    punt = vergrendel_punt(punt)
    eis(rules.beletsel_punt_afhandelen(punt=punt, door=door, uitkomst=uitkomst))
    return _sluit(punt, PuntStatus.AFGEHANDELD, uitkomst, "punt_afgehandeld", door, nu)


@transaction.atomic
def punt_intrekken(*, punt: Beraadspunt, reden: str, door: Actor, nu: datetime) -> Beraadspunt:
    punt = vergrendel_punt(punt)
    eis(rules.beletsel_punt_intrekken(punt=punt, door=door, reden=reden))
    return _sluit(punt, PuntStatus.INGETROKKEN, reden, "punt_ingetrokken", door, nu)


def _sluit(
    punt: Beraadspunt, status: str, uitkomst: str, woord: str, door: Actor, nu: datetime
) -> Beraadspunt:
    punt.status, punt.uitkomst, punt.afgehandeld_op = status, uitkomst, nu
    punt.save(update_fields=["status", "uitkomst", "afgehandeld_op"])
    noteer(woord, op=punt, door=door, nu=nu)
    return punt


@transaction.atomic
def punt_besluiten(
    *, punt: Beraadspunt, tekst: str, motivering: str = "", soort: str = BesluitSoort.OVERIG,
    door: Actor, nu: datetime,
) -> Besluit:
    """Put a draft decision about a point on the besluitenlijst, with the advice on it (R044).

    The point closes when the chair adopts the list.
    """
    punt = vergrendel_punt(punt)
    eis(rules.beletsel_punt_besluiten(punt=punt, door=door, tekst=tekst))
    lijst, _ = Besluitenlijst.objects.get_or_create(vergadering=punt.vergadering)
    besluit = besluit_opstellen(
        soort=BesluitSoort(soort), onderwerp=punt.onderwerp, tekst=tekst, motivering=motivering,
        gremium=punt.gremium, besluitenlijst=lijst,
        hoedanigheid=f"voorzitter {punt.gremium.naam}"[:120],
        besluitdatum=punt.vergadering.datum, door=door, nu=nu,
    )
    punt.besluit = besluit
    punt.save(update_fields=["besluit"])
    Beraadsadvies.objects.filter(punt=punt).update(besluit=besluit)
    return besluit


@transaction.atomic
def punt_besluit_intrekken(*, punt: Beraadspunt, door: Actor, nu: datetime) -> Beraadspunt:
    """Take a draft decision off the list; the point stays on the agenda."""
    punt = vergrendel_punt(punt)
    eis(rules.beletsel_punt_besluit_intrekken(punt=punt, door=door))
    besluit = punt.besluit
    noteer("punt_besluit_ingetrokken", op=punt, door=door, nu=nu, besluit=besluit.kenmerk)
    besluit.delete()
    return vergrendel_punt(punt)


def sluit_bij_besluit(besluit: Besluit, door: Actor, nu: datetime) -> None:
    """An adopted decision closes the point it is about (R222)."""
    punt = Beraadspunt.objects.lopend().select_for_update().filter(besluit=besluit).first()
    if punt is not None:
        _sluit(punt, PuntStatus.AFGEHANDELD, besluit.tekst, "punt_afgehandeld", door, nu)


def sluit_over(over: Any, uitkomst: str, door: Actor, nu: datetime) -> None:
    """What a point was about is settled, so the open points about it close."""
    for punt in Beraadspunt.objects.lopend().select_for_update().filter(
        object_id=over.public_id, besluit=None
    ):
        _sluit(punt, PuntStatus.AFGEHANDELD, uitkomst, "punt_afgehandeld", door, nu)
