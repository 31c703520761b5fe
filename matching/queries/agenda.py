"""What stands in somebody's own calendar: table dates, sessions, ends of work (SCHERMEN 15)."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.db.models import Q
from django.urls import reverse

from config.kern.werkdagen import AMSTERDAM
from matching.enums import ReactieStatus, SessieStatus
from matching.models import MatchtafelSessie, Reactie
from pdomein.models import Medewerker
from register.models import Inzet

SESSIE_DUURT = timedelta(hours=2)
TERUG = timedelta(days=31)


@dataclass(frozen=True, slots=True)
class Afspraak:
    """One line of the calendar; ``tot`` only when there is a time of the day."""

    kenmerk: str
    wat: str
    begin: date | datetime
    url: str
    tot: datetime | None = None
    plek: str = ""

    @property
    def dag(self) -> date:
        return self.begin.date() if isinstance(self.begin, datetime) else self.begin


def agenda_van(medewerker: Medewerker, dag: date) -> list[Afspraak]:
    """Own dates from a month back, earliest first; names of others are never in it."""
    vanaf = dag - TERUG
    alles = [*_sessies(medewerker, vanaf), *_inzetten(medewerker, vanaf), *_reacties(medewerker)]
    return sorted(alles, key=lambda a: (a.dag, a.kenmerk))


def _sessies(medewerker: Medewerker, vanaf: date) -> Iterator[Afspraak]:
    sessies = (
        MatchtafelSessie.objects.filter(
            Q(voorzitter=medewerker) | Q(deelnemers__medewerker=medewerker), datum__gte=vanaf
        )
        .exclude(status=SessieStatus.GESLOTEN).distinct()
    )
    for sessie in sessies:
        begin: date | datetime = sessie.datum
        tot = None
        if sessie.tijd:
            begin = datetime.combine(sessie.datum, sessie.tijd, tzinfo=AMSTERDAM)
            tot = begin + SESSIE_DUURT
        yield Afspraak(
            f"sessie-{sessie.public_id}", "Matchtafel", begin,
            reverse("matching:sessie", args=[sessie.public_id]), tot, sessie.plek,
        )


def _inzetten(medewerker: Medewerker, vanaf: date) -> Iterator[Afspraak]:
    inzetten = Inzet.objects.nu_bekend().filter(
        medewerker=medewerker, einde_geldigheid__gt=vanaf
    ).select_related("opdracht")
    for inzet in inzetten:
        yield Afspraak(
            f"inzet-{inzet.public_id}", f"Laatste dag van je inzet: {inzet.opdracht.naam}",
            inzet.einde_geldigheid - timedelta(days=1), reverse("matching:opdrachtenmarkt"),
        )


def _reacties(medewerker: Medewerker) -> Iterator[Afspraak]:
    reacties = Reactie.objects.filter(
        medewerker=medewerker, status__in=[ReactieStatus.INGEDIEND, ReactieStatus.OP_TAFEL]
    ).select_related("publicatie__procedure__matchvraag__tro").defer(
        "publicatie__procedure__matchvraag__tro__zoektekst"
    )
    for reactie in reacties:
        titel = reactie.publicatie.procedure.matchvraag.tro.titel
        yield Afspraak(
            f"reactie-{reactie.public_id}", f"Op zijn vroegst aan de matchtafel: {titel}",
            reactie.publicatie.vroegste_bespreekdatum, reverse("matching:reacties"),
        )
