"""Anchors: the head of the chain, noted every day and sent outside (BETROUWBAAR 2.A6)."""

import json
from collections.abc import Iterable
from datetime import datetime

from django.conf import settings
from django.core.mail import EmailMessage
from django.db import transaction

from config.kern.actor import Actor
from config.kern.domain.logboek import noteer
from config.kern.fouten import eis
from config.kern.werkdagen import lokale_dag
from register.domain import keten
from register.domain.keten import Ankerpunt, Breuk
from register.models import Anker
from register.rules import toezicht as rules


@transaction.atomic
def anker_vastleggen(*, door: Actor, nu: datetime) -> Anker | None:
    """Note the head of the chain, once a day; None when the day has its anchor (R192)."""
    keten.vergrendelen()
    eis(rules.beletsel_anker_vastleggen(door=door))
    dag = lokale_dag(nu)
    if Anker.objects.filter(dag=dag).exists():
        return None
    volgnummer, hash_ = keten.kop()
    anker = Anker.objects.create(dag=dag, volgnummer=volgnummer, hash=hash_, tijdstip=nu)
    noteer("anker_vastgelegd", op=anker, door=door, nu=nu, volgnummer=volgnummer)
    return anker


def ankers_mailen(*, nu: datetime) -> int:
    """Send anchors to the archive or auditor of ``INZET_ANKER_MAIL``; what fails waits."""
    if not settings.INZET_ANKER_MAIL:
        return 0
    wachtend = list(Anker.objects.filter(gemaild_op=None).order_by("dag")[:100])
    for anker in wachtend:
        bericht = EmailMessage(
            subject=f"Anker van het opdrachtenregister {anker.dag.isoformat()}",
            body="Bewaar dit bericht. Hiermee is later te zien of het register is veranderd.\n\n"
            f"{regel(anker)}\n",
            to=[settings.INZET_ANKER_MAIL],
        )
        bericht.attach(f"anker-{anker.dag.isoformat()}.json", regel(anker), "application/json")
        bericht.send()
        Anker.objects.filter(pk=anker.pk).update(gemaild_op=nu)
    return len(wachtend)


def regel(anker: Anker) -> str:
    """One anchor as one line of JSON, as it is stored elsewhere."""
    return keten.canoniek({
        "dag": anker.dag.isoformat(), "hash": anker.hash, "volgnummer": anker.volgnummer,
    })


def eigen_ankers() -> list[Ankerpunt]:
    return [
        Ankerpunt(dag.isoformat(), nummer, hash_)
        for dag, nummer, hash_ in Anker.objects.order_by("dag").values_list(
            "dag", "volgnummer", "hash"
        )
    ]


def ankers_lezen(regels: Iterable[str]) -> list[Ankerpunt]:
    """Anchors that were kept elsewhere. Raises ``ValueError`` for what is not an anchor."""
    punten = []
    for tekst in regels:
        if tekst.strip():
            gegevens = json.loads(tekst)
            try:
                punten.append(Ankerpunt(
                    str(gegevens["dag"]), int(gegevens["volgnummer"]), str(gegevens["hash"])
                ))
            except (KeyError, TypeError):
                raise ValueError(f"Dit is geen anker: {tekst.strip()[:80]}") from None
    return punten


def keten_controleren(*, door: Actor, nu: datetime) -> tuple[int, Breuk | None]:
    """Check chain, register and anchors, and write down what came out (BETROUWBAAR 51)."""
    eis(rules.beletsel_keten_controleren(door=door))
    aantal, breuk = keten.verifieren(ankers=eigen_ankers())
    noteer("keten_gecontroleerd", door=door, nu=nu, aantal=aantal,
           breuk=breuk.volgnummer if breuk else None, zin=breuk.zin if breuk else "")
    return aantal, breuk
