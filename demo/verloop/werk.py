"""Work that is planned beside the matching: the year plan of stable opdrachten (R056)."""

from collections import defaultdict
from contextlib import suppress
from datetime import datetime
from decimal import Decimal

from config.kern.actor import SYSTEEM
from config.kern.fouten import DomeinFout
from config.kern.werkdagen import lokale_dag
from demo.verloop.klokwerk import als
from opgaven.domain import jaarplan
from opgaven.domain.afhankelijkheid import afhankelijkheid_vastleggen
from opgaven.levensloop import AFGELOPEN
from opgaven.models import Opdracht
from pdomein.models import Medewerker, PTeam
from pdomein.queries import pmanagers_per_team, pteams_van
from register.domain.jaarplan import jaarplan_bewaken
from register.enums import RolCode
from register.models import Inzet
from register.queries import houders_van

MAX_TOEDELINGEN = 24
MARGES = (10, 15, 10, 20)
# how the need turned out, in turn: not reported, more, less, about right
VERLOOP = (None, Decimal("1.4"), None, Decimal("0.6"), Decimal("1.05"))
# how many places further the other opdracht stands, how it hangs on it, and why
VERBANDEN = (
    (1, "wacht_op", "De keuze van de plek moet eerst gemaakt zijn."),
    (3, "gebruikt", "De gegevens uit dit onderzoek zijn nodig voor het ontwerp."),
    (5, "deelt_mensen", "Beide vragen dezelfde omgevingsmanagers."),
    (2, "wacht_op", "Zonder dit besluit kan de uitvoering niet beginnen."),
    (7, "raakt", "Bewoners van hetzelfde gebied krijgen met allebei te maken."),
    (4, "wacht_op", "De vergunning hangt af van de afspraken die hier gemaakt worden."),
)


def werk_vullen(nu: datetime) -> int:
    """Give running stable work its place in the year plan of the team that does most of it."""
    dag, aantal = lokale_dag(nu), 0
    paren = _grootste_teams(nu)[:MAX_TOEDELINGEN]
    houders = houders_van([o for o, _, _ in paren], dag)
    leiders = pmanagers_per_team([t.pk for _, t, _ in paren], dag)
    for nummer, (opdracht, pteam, fte) in enumerate(paren):
        aon, pmanager = houders[opdracht.pk].get(RolCode.AON), leiders.get(pteam.pk)
        if aon is None or pmanager is None:
            continue
        aantal += _plan(nummer, opdracht, pteam, fte, aon.medewerker, pmanager, nu)
    jaarplan_bewaken(nu=nu)
    return aantal + _afhankelijkheden(nu)


def _afhankelijkheden(nu: datetime) -> int:
    """Some work waits for other work, now and then of another domain."""
    rijen = list(
        Opdracht.objects.filter(bovenliggende=None, label="dynamisch")
        .exclude(status__in=AFGELOPEN).select_related("opgave").order_by("code")
    )
    aantal = 0
    for nummer, (verschil, soort, waarom) in enumerate(VERBANDEN * 4):
        plek = nummer * max(len(rijen) // 24, 1)
        if plek + verschil >= len(rijen):
            break
        with suppress(DomeinFout):
            afhankelijkheid_vastleggen(
                opdracht=rijen[plek + verschil], van=rijen[plek], soort=soort, toelichting=waarom,
                door=SYSTEEM, nu=nu,
            )
            aantal += 1
    return aantal


def _grootste_teams(nu: datetime) -> list[tuple[Opdracht, PTeam, Decimal]]:
    dag = lokale_dag(nu)
    rijen = list(
        Inzet.objects.nu_bekend().geldig_op(dag)
        .filter(opdracht__label="stabiel", opdracht__status="in_uitvoering")
        .select_related("opdracht__opgave", "opdracht__bovenliggende").order_by("opdracht__code")
    )
    teams = pteams_van({r.medewerker_id for r in rijen}, dag)
    som: dict[Opdracht, dict[PTeam, Decimal]] = defaultdict(lambda: defaultdict(Decimal))
    for rij in rijen:
        if rij.medewerker_id in teams:
            som[rij.opdracht][teams[rij.medewerker_id]] += rij.fte
    return [
        (opdracht, *max(per_team.items(), key=lambda paar: (paar[1], paar[0].code)))
        for opdracht, per_team in som.items()
    ]


def _plan(
    nummer: int, opdracht: Opdracht, pteam: PTeam, fte: Decimal, aon: Medewerker,
    pmanager: Medewerker, nu: datetime,
) -> int:
    wie = als(aon, nu)
    omvang = max(fte, Decimal("0.2")).quantize(Decimal("0.1"))
    rij = jaarplan.jaarplantoedeling_voorstellen(
        opdracht=opdracht, pteam=pteam, jaar=lokale_dag(nu).year, fte=omvang,
        marge_pct=MARGES[nummer % len(MARGES)],
        toelichting="Vast werk dat het team ieder jaar doet.", door=wie, nu=nu,
    )
    if nummer % 6 == 5:
        return 1
    jaarplan.jaarplantoedeling_vaststellen(toedeling=rij, door=als(pmanager, nu), nu=nu)
    factor = VERLOOP[nummer % len(VERLOOP)]
    if factor is not None:
        jaarplan.jaarplanbehoefte_melden(
            toedeling=rij, fte=(omvang * factor).quantize(Decimal("0.01")),
            toelichting="Geteld over de laatste drie maanden.", door=wie, nu=nu,
        )
    return 1
