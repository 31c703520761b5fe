"""What weighs more for one place: visible, with a reason, and shown before it is saved (R272)."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime

from django.db import transaction

from config.kern.actor import Actor
from config.kern.domain.logboek import noteer
from config.kern.fouten import eis
from config.kern.werkdagen import lokale_dag
from matching import rules_kandidaat as rules
from matching.domain.kaarten import meet
from matching.domain.procedure import vergrendel
from matching.models import Matchvraag, Procedure, Weging
from matching.queries import matchtafel as queries
from matching.queries_rangschikking import MEEST, TOP, vraag_van

VELDEN = tuple(MEEST)


@transaction.atomic
def weging_wijzigen(
    *, procedure: Procedure, gewichten: Mapping[str, int], reden: str, door: Actor, nu: datetime
) -> Weging:
    """Set the weights of one matchvraag; earlier rankings keep the weights they were made with."""
    procedure = vergrendel(procedure)
    keuze = {veld: gewichten[veld] for veld in VELDEN}
    eis(rules.beletsel_weging_wijzigen(
        procedure=procedure, aan=queries.suggesties_aan(lokale_dag(nu)), gewichten=keuze,
        reden=reden, door=door,
    ))
    weging, _ = Weging.objects.update_or_create(
        matchvraag=procedure.matchvraag,
        defaults={
            **keuze, "reden": reden.strip(), "gewijzigd_op": nu, "gewijzigd_door_naam": door.naam,
        },
    )
    noteer("weging_gewijzigd", op=procedure, door=door, nu=nu, **keuze)
    return weging


@dataclass(frozen=True, slots=True)
class Verschuiving:
    """One person in the first twenty of now or of later; 0 is: not among them."""

    wie: str
    nu: int
    straks: int

    @property
    def verschil(self) -> str:
        if not self.nu:
            return "nieuw in de lijst"
        if not self.straks:
            return "valt uit de lijst"
        stap = self.nu - self.straks
        if not stap:
            return "blijft"
        return f"{abs(stap)} omhoog" if stap > 0 else f"{abs(stap)} omlaag"


def effect_van(
    procedure: Procedure, gewichten: Mapping[str, int], door: Actor, dag: date
) -> list[Verschuiving]:
    """The same people with the weights of now and with these, side by side."""
    vraag = vraag_van(procedure, dag)
    meest = {naam: hoogste * gewichten[naam] // 100 for naam, hoogste in MEEST.items()}
    nu_ = [r.public_id for r in meet(vraag, door, dag, top=TOP).rijen]
    straks = [r.public_id for r in meet(replace(vraag, meest=meest), door, dag, top=TOP).rijen]
    rijen = [
        Verschuiving(wie, _plaats(nu_, wie), _plaats(straks, wie))
        for wie in dict.fromkeys([*straks, *nu_])
    ]
    return sorted(rijen, key=lambda r: (r.straks or TOP + 1, r.nu))


def _plaats(lijst: list[str], wie: str) -> int:
    return lijst.index(wie) + 1 if wie in lijst else 0


def weging_van(matchvraag: Matchvraag) -> Weging | None:
    """What the table set for this place, with its reason; None is the usual weighing."""
    return getattr(matchvraag, "weging", None)


def huidige_gewichten(matchvraag: Matchvraag) -> dict[str, int]:
    """In percent of the usual weight, for the form and the page."""
    weging = weging_van(matchvraag)
    return {veld: getattr(weging, veld) if weging else 100 for veld in VELDEN}
