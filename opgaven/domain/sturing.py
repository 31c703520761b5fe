"""Frames of GS, priority, moving an opdracht, accounting to the BOG (R012, R014, R023, R046)."""

from datetime import datetime
from decimal import Decimal

from django.db import transaction

from config.kern.actor import Actor
from config.kern.domain.besluit import besluit_nemen
from config.kern.domain.logboek import noteer
from config.kern.enums import BesluitSoort
from config.kern.fouten import eis
from config.kern.models import Besluit
from config.kern.queries import instelling
from config.kern.werkdagen import lokale_dag
from opgaven import rules
from opgaven.domain.overgang import vergrendel
from opgaven.enums import KaderOnderwerp
from opgaven.models import Kader, Opdracht, Opgave, Prioritering, Verantwoording, Verplaatsing
from opgaven.queries import staat_op_lijst
from opgaven.queries.beraad import opgavenberaad
from opgaven.queries.sturing import geldende_kaders, kaderende_gremia, prioriterende_gremia

VELD = {
    KaderOnderwerp.PRIORITEIT: "prioriteit", KaderOnderwerp.BUDGET: "budget_materieel",
    KaderOnderwerp.CAPACITEIT: "capaciteit_fte",
}


@transaction.atomic
def kader_vastleggen(
    *, opdracht: Opdracht, onderwerp: str, waarde: Decimal, besluit: Besluit, door: Actor,
    nu: datetime,
) -> Kader:
    """Write down what GS decided; the opdracht follows it at once (R014, R016, EISEN D08)."""
    opdracht = vergrendel(opdracht)
    eis(rules.beletsel_kader_vastleggen(
        opdracht=opdracht, door=door, op=lokale_dag(nu), gremia=kaderende_gremia(),
        onderwerp=onderwerp, waarde=waarde, besluit=besluit,
        is_dubbel=opdracht.kaders.filter(onderwerp=onderwerp, besluit=besluit).exists(),
    ))
    kader = Kader.objects.create(
        opdracht=opdracht, onderwerp=onderwerp, waarde=waarde, besluit=besluit, vastgelegd_op=nu
    )
    veld = VELD[KaderOnderwerp(onderwerp)]
    nieuw = int(waarde) if veld == "prioriteit" else waarde
    geldt = next(k for k in geldende_kaders(opdracht) if k.onderwerp == onderwerp) == kader
    if geldt and getattr(opdracht, veld) != nieuw:
        if veld == "prioriteit":
            _prioriteit_noteren(opdracht, nieuw, besluit, "Besluit van GS", door, nu)
        setattr(opdracht, veld, nieuw)
        opdracht.versie += 1
        opdracht.save(update_fields=[veld, "versie"])
    noteer(
        "kader_vastgelegd", op=opdracht, door=door, nu=nu, onderwerp=onderwerp,
        waarde=str(waarde), besluit=besluit.kenmerk, versie=opdracht.versie, velden=[veld],
    )
    return kader


@transaction.atomic
def opdracht_prioriteren(
    *, opdracht: Opdracht, prioriteit: int, besluit: Besluit, reden: str, door: Actor,
    nu: datetime,
) -> Opdracht:
    """Give another priority by decision; ``posterioriteren`` is the same act (R012, R013)."""
    opdracht, dag = vergrendel(opdracht), lokale_dag(nu)
    eis(rules.beletsel_opdracht_prioriteren(
        opdracht=opdracht, door=door, op=dag, gremia=prioriterende_gremia(),
        prioriteit=prioriteit, besluit=besluit, reden=reden, kaders=geldende_kaders(opdracht),
        marge_fte=instelling("PRIORITEIT_MARGE_FTE", dag),
        marge_budget=instelling("PRIORITEIT_MARGE_EURO", dag),
    ))
    _prioriteit_noteren(opdracht, prioriteit, besluit, reden, door, nu)
    van, opdracht.prioriteit = opdracht.prioriteit, prioriteit
    opdracht.versie += 1
    opdracht.save(update_fields=["prioriteit", "versie"])
    noteer(
        "opdracht_geprioriteerd", op=opdracht, door=door, nu=nu, van=van, naar=prioriteit,
        besluit=besluit.kenmerk, versie=opdracht.versie, velden=["prioriteit"],
    )
    return opdracht


def _prioriteit_noteren(
    opdracht: Opdracht, naar: int, besluit: Besluit, reden: str, door: Actor, nu: datetime
) -> None:
    Prioritering.objects.create(
        opdracht=opdracht, van=opdracht.prioriteit, naar=naar, besluit=besluit, reden=reden,
        op=nu, door_id=door.gebruiker_id,
    )


@transaction.atomic
def opdracht_verplaatsen(
    *, opdracht: Opdracht, naar: Opgave, reden: str, door: Actor, nu: datetime
) -> Opdracht:
    """Bring an opdracht under another opgave, with a decision and its history (R023)."""
    opdracht = vergrendel(opdracht)
    o_beraad, van = opgavenberaad(), opdracht.opgave
    eis(rules.beletsel_opdracht_verplaatsen(
        opdracht=opdracht, door=door, op=lokale_dag(nu), o_beraad=o_beraad, naar=naar,
        reden=reden, staat_op_lijst=staat_op_lijst(opdracht),
    ))
    is_dd = rules.mag_initieren(van, door, lokale_dag(nu))
    besluit = besluit_nemen(
        soort=BesluitSoort.OVERIG, onderwerp=f"Verplaatsen van {opdracht.naam}",
        tekst=f"De opdracht “{opdracht.naam}” ({opdracht.code}) gaat van de opgave “{van.naam}” "
        f"naar de opgave “{naar.naam}”.", motivering=reden,
        gremium=None if is_dd else o_beraad,
        hoedanigheid="domeindirecteur" if is_dd else "voorzitter Opgavenberaad",
        besluitdatum=lokale_dag(nu), door=door, nu=nu,
    )
    delen = list(opdracht.deelopdrachten.select_for_update(of=("self",)))
    for rij in (opdracht, *delen):
        rij.opgave, rij.versie = naar, rij.versie + 1
        rij.save(update_fields=["opgave", "versie"])
        Verplaatsing.objects.create(
            opdracht=rij, van=van, naar=naar, besluit=besluit, reden=reden, op=nu,
            door_id=door.gebruiker_id,
        )
        noteer(
            "opdracht_verplaatst", op=rij, door=door, nu=nu, van=van.code, naar=naar.code,
            besluit=besluit.kenmerk, versie=rij.versie, velden=["opgave"],
        )
    return opdracht


@transaction.atomic
def verantwoording_afleggen(
    *, opdracht: Opdracht, tekst: str, door: Actor, nu: datetime
) -> Verantwoording:
    """The AOG accounts for the result to the BOG (Werkingsprincipes bijlage 5, R046)."""
    opdracht = vergrendel(opdracht)
    eis(rules.beletsel_verantwoording_afleggen(opdracht=opdracht, door=door, tekst=tekst))
    rij = Verantwoording.objects.create(
        opdracht=opdracht, tekst=tekst, op=nu, door_id=door.gebruiker_id
    )
    noteer("verantwoording_afgelegd", op=opdracht, door=door, nu=nu)
    return rij
