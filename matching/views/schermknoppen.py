"""The buttons of the shared screen: one key per outcome, the same rules as everywhere."""

from dataclasses import dataclass
from datetime import date

from django.urls import reverse

from config.kern.actor import Actor
from config.kern.fouten import Beletsel
from matching import rules_kandidaat, rules_matchtafel
from matching.enums import Uitkomst
from matching.models import Agendapunt
from matching.queries import matchtafel as queries
from matching.queries_scherm import Stand
from matching.rules_matchtafel import UITKOMSTEN

TOETSEN = {
    Uitkomst.GEMATCHT: "g",
    Uitkomst.ADVIES: "a",
    Uitkomst.AANHOUDEN: "h",
    Uitkomst.NAAR_EXTERN: "e",
    Uitkomst.TERUG_NAAR_AOG: "t",
    Uitkomst.ESCALEREN: "s",
}


KORT = {
    Uitkomst.AANHOUDEN: "Aanhouden",
    Uitkomst.NAAR_EXTERN: "Naar fase 3",
    Uitkomst.TERUG_NAAR_AOG: "Terug om aan te scherpen",
    Uitkomst.ADVIES: "Advies",
}


@dataclass(frozen=True, slots=True)
class Knop:
    tekst: str
    url: str
    toets: str
    beletsel: Beletsel | None = None


@dataclass(frozen=True, slots=True)
class Knoppen:
    """``kiezen`` by public id of the candidate; the rest in the order of the screen."""

    uitkomsten: tuple[Knop, ...] = ()
    kiezen: dict[str, Knop] | None = None
    herstellen: Knop | None = None
    volgende_onbeslist: Knop | None = None
    overslaan: Knop | None = None
    reden: Beletsel | None = None


def knoppen_van(punt: Agendapunt | None, stand: Stand, dag: date, door: Actor) -> Knoppen:
    bladeren = {
        "volgende_onbeslist": _tonen("Volgende onbeslist", stand.volgende_onbeslist, "n"),
        "overslaan": _tonen("Sla over", stand.volgende, "o"),
    }
    if punt is None:
        return Knoppen(**bladeren)
    kandidaten = queries.kandidaten_van(punt)
    gekozen = [k for k in kandidaten if k.gekozen]
    vroegste = queries.vroegste_bespreekdatum(punt.procedure)
    eerst = rules_matchtafel.beletsel_uitkomst_vastleggen(
        agendapunt=punt, vroegste=vroegste, vandaag=dag, door=door
    )
    uitkomsten = tuple(
        Knop(
            KORT.get(u, u.label),
            reverse("matching:uitkomst-kiezen", args=[punt.public_id, u.value]), TOETSEN[u],
            eerst or rules_matchtafel.beletsel_keuze(punt, u, gekozen),
        )
        for u in UITKOMSTEN[punt.procedure.route]
    )
    return Knoppen(
        uitkomsten=uitkomsten, reden=eerst, kiezen=_kiezen(punt, kandidaten, door),
        herstellen=Knop(
            "Herstel uitkomst", reverse("matching:uitkomst-herstellen", args=[punt.public_id]),
            "z", rules_matchtafel.beletsel_uitkomst_herstellen(agendapunt=punt, door=door),
        ) if punt.uitkomst else None,
        **bladeren,
    )


def _kiezen(punt: Agendapunt, kandidaten: list, door: Actor) -> dict[str, Knop]:
    eerst, knoppen = rules_kandidaat.beletsel_kiezen(agendapunt=punt, door=door), {}
    for nummer, kandidaat in enumerate(kandidaten, 1):
        eigen = None if kandidaat.gekozen else rules_kandidaat.beletsel_kandidaat(kandidaat)
        knoppen[str(kandidaat.public_id)] = Knop(
            "Niet meer kiezen" if kandidaat.gekozen else "Kies",
            reverse("matching:kandidaat-kiezen", args=[kandidaat.public_id]),
            str(nummer) if nummer < 10 else "",
            eerst or eigen,
        )
    return knoppen


def _tonen(tekst: str, punt: str, toets: str) -> Knop | None:
    return Knop(tekst, reverse("matching:punt-tonen", args=[punt]), toets) if punt else None
