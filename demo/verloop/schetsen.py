"""Two sketches of the programme, to compare (SCHERMEN 7)."""

from datetime import datetime

from config.kern.actor import Actor
from config.kern.werkdagen import lokale_dag
from opgaven.domain.scenario import scenario_maken, scenariokeuze_zetten
from opgaven.models import Opdracht
from opgaven.scenario import Keuze

WACHT = {"status__in": ["getoetst"]}
LOOPT = {"status__in": ["geprogrammeerd", "in_uitvoering"], "bovenliggende": None}


def schetsen_maken(door: Actor, nu: datetime) -> None:
    """One that adds what waits, one that pays for it with other work."""
    begin = lokale_dag(nu).replace(day=1)
    erbij = list(Opdracht.objects.filter(**WACHT).order_by("code")[:3])
    eraf = list(Opdracht.objects.filter(**LOOPT).order_by("-prioriteit", "code")[:4])
    alles = scenario_maken(
        naam="Alles wat getoetst is erbij", begin=begin, door=door, nu=nu,
        toelichting="Wat gebeurt er als het beraad ja zegt tegen al het nieuwe werk?",
    )
    ruil = scenario_maken(
        naam="Nieuw werk in ruil voor uitstel", begin=begin, door=door, nu=nu,
        toelichting="Het nieuwe werk erbij, en werk met minder prioriteit kleiner of later.",
    )
    for scenario in (alles, ruil):
        for opdracht in erbij:
            scenariokeuze_zetten(
                scenario=scenario, opdracht=opdracht, keuze=Keuze(True), door=door, nu=nu
            )
    keuzes = (Keuze(False), Keuze(True, 0, 50), Keuze(True, 3), Keuze(True, 0, 75))
    for opdracht, keuze in zip(eraf, keuzes, strict=False):
        scenariokeuze_zetten(scenario=ruil, opdracht=opdracht, keuze=keuze, door=door, nu=nu)
