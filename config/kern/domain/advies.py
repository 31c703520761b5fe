"""Advice: kept word for word, weighed before a decision, answered if not followed (R044)."""

from datetime import datetime
from typing import Any

from django.db import transaction

from config.kern import rules_beraad as rules
from config.kern.actor import Actor
from config.kern.domain.bericht import berichten_plaatsen
from config.kern.domain.logboek import noteer
from config.kern.enums import AdviesSoort, BerichtSoort, Weging
from config.kern.fouten import eis
from config.kern.models import Afwijking, Beraadsadvies, Beraadspunt, Besluit, Gremium
from config.kern.werkdagen import lokale_dag

REGELS = {AdviesSoort.CONCERNCONTROLLER: "advies_concerncontroller_niet_gevolgd"}


@transaction.atomic
def advies_geven(
    *, soort: str, tekst: str, namens: str = "", punt: Beraadspunt | None = None,
    besluit: Besluit | None = None, over: Any = None, door: Actor, nu: datetime,
) -> Beraadsadvies:
    """Give advice on a point, a draft decision or a thing (R045, R205, R207, R208)."""
    if besluit is not None:
        besluit = Besluit.objects.select_for_update(of=("self",)).get(pk=besluit.pk)
    if punt is not None:
        punt = (
            Beraadspunt.objects.select_for_update(of=("self",))
            .select_related("besluit").get(pk=punt.pk)
        )
        besluit = besluit or punt.besluit
    eerder = Beraadsadvies.objects.filter(
        punt=punt, besluit=besluit, object_id=getattr(over, "public_id", None), soort=soort,
        adviseur_id=door.gebruiker_id, tekst=tekst,
    )
    eis(rules.beletsel_advies_geven(
        door=door, punt=punt, besluit=besluit, soort=soort, tekst=tekst,
        is_dubbel=eerder.exists(),
    ))
    return _advies_vastleggen(
        punt=punt, besluit=besluit, over=over, soort=soort, namens=namens or door.naam,
        tekst=tekst, door=door, nu=nu,
    )


def _advies_vastleggen(
    *, soort: str, namens: str, tekst: str, door: Actor, nu: datetime,
    punt: Beraadspunt | None = None, besluit: Besluit | None = None, over: Any = None,
) -> Beraadsadvies:
    advies = Beraadsadvies.objects.create(
        punt=punt, besluit=besluit, soort=soort, namens=namens[:120], tekst=tekst,
        adviseur_id=door.gebruiker_id, gegeven_op=nu,
        object_soort=over._meta.model_name if over is not None else "",
        object_id=over.public_id if over is not None else None,
        object_naam=str(over)[:250] if over is not None else "",
    )
    noteer("advies_gegeven", op=advies, door=door, nu=nu, soort=soort)
    return advies


@transaction.atomic
def advies_wegen(
    *, advies: Beraadsadvies, weging: str, motivering: str, door: Actor, nu: datetime
) -> Beraadsadvies:
    """Say whether the advice is followed and why; who is not followed hears it (R044, R045)."""
    advies = (
        Beraadsadvies.objects.select_for_update(of=("self",))
        .select_related("punt__gremium", "besluit__gremium").get(pk=advies.pk)
    )
    eis(rules.beletsel_advies_wegen(
        advies=advies, gremium=gremium_van(advies), door=door, weging=weging,
        motivering=motivering,
    ))
    advies.weging, advies.motivering = weging, motivering
    advies.gewogen_op, advies.gewogen_door_id = nu, door.gebruiker_id
    advies.save(update_fields=["weging", "motivering", "gewogen_op", "gewogen_door"])
    noteer("advies_gewogen", op=advies, door=door, nu=nu, weging=weging)
    if weging == Weging.AFGEWEKEN:
        _vertel(advies, nu)
    return advies


def gremium_van(advies: Beraadsadvies) -> Gremium | None:
    if advies.besluit is not None and advies.besluit.gremium is not None:
        return advies.besluit.gremium
    return advies.punt.gremium if advies.punt else None


def _vertel(advies: Beraadsadvies, nu: datetime) -> None:
    onderwerp = advies.besluit or advies.punt or advies.object_naam
    berichten_plaatsen(
        ontvanger_ids=[advies.adviseur_id], soort=BerichtSoort.BESLUIT,
        onderwerp=f"Je advies is niet gevolgd: {onderwerp}", tekst=advies.motivering,
        url=f"/adviezen/{advies.public_id}/",
        sleutel=f"advies:{advies.public_id}:{nu.isoformat()}", nu=nu,
    )


def adviezen_meenemen(over: Any, besluit: Besluit) -> None:
    """Advice that was given before there was a draft decision goes along with it (R044)."""
    Beraadsadvies.objects.filter(object_id=over.public_id, besluit=None).update(besluit=besluit)


def afwijkingen_van_advies(besluit: Besluit, door: Actor, nu: datetime) -> None:
    """With adoption every advice that was not followed is in the one register (R358)."""
    rijen = list(besluit.adviezen.filter(weging=Weging.AFGEWEKEN))
    Afwijking.objects.bulk_create(
        Afwijking(
            regel=REGELS.get(AdviesSoort(a.soort), "advies_niet_gevolgd"), besluit=besluit,
            object_soort="besluit", object_id=besluit.public_id,
            object_naam=f"{besluit.onderwerp} ({a.namens})"[:250], reden=a.motivering,
            vastgelegd_door_id=door.gebruiker_id, beslisser=besluit.hoedanigheid,
            begin=lokale_dag(nu),
        )
        for a in rijen
    )
