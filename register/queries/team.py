"""The inzet of a P-team, as its P-manager plans it and as colleagues may see it."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.http import Http404

from config.kern.actor import Actor, Recht
from config.kern.grafieken import Balk, Rij
from config.kern.opmaak import fte
from pdomein.models import Medewerker, PTeam
from pdomein.queries import leden_van
from register.models import Inzet
from register.queries.capaciteit import vrije_capaciteit_van


@dataclass(frozen=True, slots=True)
class Teaminzet:
    """``rijen`` for the timeline, only for who plans; ``opgaven`` for every colleague."""

    pteam: PTeam
    van: date
    tot: date
    rijen: list[Rij]
    opgaven: list[tuple[Medewerker, list[str]]]
    mag_plannen: bool


def pteam_met(public_id: UUID) -> PTeam:
    pteam = PTeam.objects.select_related("domein").filter(public_id=public_id).first()
    if pteam is None:
        raise Http404("Dit P-team bestaat niet.")
    return pteam


def teaminzet(actor: Actor, pteam: PTeam, dag: date, maanden: int = 9) -> Teaminzet:
    """The people of a team with their inzet around a day, in a fixed number of queries."""
    van = _maanden_later(dag.replace(day=1), -1)
    tot = _maanden_later(van, maanden + 1)
    leden = list(leden_van(pteam, dag))
    inzetten = defaultdict(list)
    rijen = (
        Inzet.objects.nu_bekend()
        .filter(medewerker__in=leden, begin_geldigheid__lt=tot)
        .exclude(einde_geldigheid__lte=van)
        .select_related("opdracht")
        .order_by("begin_geldigheid", "pk")
    )
    for inzet in rijen:
        inzetten[inzet.medewerker_id].append(inzet)
    mag = mag_plannen(actor, pteam)
    vrij = vrije_capaciteit_van([m.pk for m in leden], dag, _maanden_later(dag, 1)) if mag else {}
    return Teaminzet(
        pteam=pteam, van=van, tot=tot, mag_plannen=mag,
        rijen=[_rij(m, inzetten[m.pk], vrij[m.pk]) for m in leden] if mag else [],
        opgaven=[(m, _opdrachten(inzetten[m.pk], dag)) for m in leden],
    )


def mag_plannen(actor: Actor, pteam: PTeam) -> bool:
    """Hours of a person are for the person and the own P-manager (R328, R409)."""
    return actor.heeft(Recht.PTEAM_LEIDEN, op=pteam)


def _rij(mens: Medewerker, inzetten: list[Inzet], vrij) -> Rij:
    balken = [
        Balk(i.begin_geldigheid, i.einde_geldigheid, f"{i.opdracht.naam} ({fte(i.fte)})")
        for i in inzetten
    ]
    return Rij(mens.naam, balken, f"{fte(vrij)} vrij" if vrij > 0 else "niets vrij")


def _opdrachten(inzetten: list[Inzet], dag: date) -> list[str]:
    return [
        i.opdracht.naam for i in inzetten
        if i.begin_geldigheid <= dag and (i.einde_geldigheid is None or dag < i.einde_geldigheid)
    ]


def _maanden_later(dag: date, aantal: int) -> date:
    maand = dag.year * 12 + dag.month - 1 + aantal
    return date(maand // 12, maand % 12 + 1, min(dag.day, 28))
