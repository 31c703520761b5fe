"""A change of running work, carried out when its besluitenlijst is adopted (R012, R013)."""

from datetime import datetime
from decimal import ROUND_HALF_UP, Decimal

from config.kern.actor import Actor
from config.kern.domain.logboek import noteer
from config.kern.models import Besluit
from opgaven.domain.overgang import _overgang, vergrendel
from opgaven.enums import OpdrachtStatus as S
from opgaven.models import Capaciteitsvraag, Opdracht
from opgaven.scenario import maanden_later

CENT = Decimal("0.01")


def _herprogrammeren(besluit: Besluit, door: Actor, nu: datetime) -> None:
    """Carry out the point of this decision, when it is one about running work."""
    rij = getattr(besluit, "herprogrammering", None)
    if rij is None or rij.uitgevoerd_op is not None:
        return
    opdracht = vergrendel(rij.opdracht)
    if not rij.is_aan:
        _overgang(
            opdracht=opdracht, naar=S.GETEMPORISEERD, besluit=besluit, reden=besluit.onderwerp,
            door=door, nu=nu,
        )
    elif opdracht.status == S.GETEMPORISEERD:
        eerder = opdracht.statusovergangen.filter(naar=S.GETEMPORISEERD).first()
        naar = eerder.van if eerder and eerder.van != S.CONCEPT else S.GEPROGRAMMEERD
        _overgang(opdracht=opdracht, naar=naar, besluit=besluit, door=door, nu=nu)
    else:
        _verander(opdracht, rij.maanden_later, rij.fte_pct, besluit, door, nu)
    rij.uitgevoerd_op = nu
    rij.save(update_fields=["uitgevoerd_op"])


def _verander(
    opdracht: Opdracht, later: int, pct: int, besluit: Besluit, door: Actor, nu: datetime
) -> None:
    """Shift the period of the work and of what it asks; make its capacity smaller."""
    for rij in (opdracht, *opdracht.capaciteitsvragen.all()):
        if later:
            rij.begin = maanden_later(rij.begin, later) if rij.begin else None
            rij.einde = maanden_later(rij.einde, later) if rij.einde else None
        naam = "fte" if isinstance(rij, Capaciteitsvraag) else "capaciteit_fte"
        if pct != 100 and (heel := getattr(rij, naam)):
            setattr(rij, naam, max((heel * pct / 100).quantize(CENT, ROUND_HALF_UP), CENT))
        if isinstance(rij, Capaciteitsvraag):
            rij.save(update_fields=["begin", "einde", "fte"])
    opdracht.versie += 1
    opdracht.save(update_fields=["begin", "einde", "capaciteit_fte", "versie"])
    noteer(
        "opdracht_herprogrammeerd", op=opdracht, door=door, nu=nu, besluit=besluit.kenmerk,
        maanden_later=later, fte_pct=pct, versie=opdracht.versie,
        velden=[*(["begin", "einde"] if later else []), *(["capaciteit_fte"] * (pct != 100))],
    )
