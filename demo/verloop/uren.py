"""Hours of people at the end of the year: two employments, less available, too much work."""

from datetime import datetime, timedelta
from decimal import Decimal

from config.kern.actor import SYSTEEM
from demo.verloop.klokwerk import als
from demo.verloop.mensen import Mensen
from pdomein.domain.aanstelling import aanstelling_vastleggen, beschikbaarheid_vastleggen
from pdomein.domain.werkdruk import werkdruk_melden
from pdomein.models import Medewerker, PTeam
from pdomein.queries import leden_van, pteams_van_pmanager
from register.queries import vrije_capaciteit_van

ZINNEN = (
    "Ik werk aan veel opdrachten tegelijk en haal de planning niet.",
    "Ik kom niet meer toe aan mijn opleiding.",
)


def uren_vullen(mensen: Mensen, nu: datetime) -> None:
    """The teams of the demo P-manager first, and some others."""
    dag = nu.date()
    baas = mensen.demo("pmanager")
    teams = [*pteams_van_pmanager(baas, dag), *PTeam.objects.geldig_op(dag).order_by("code")[:6]]
    for team in teams:
        _team(team, mensen.demo("medewerker"), nu)


def _team(team: PTeam, niet: Medewerker, nu: datetime) -> None:
    dag = nu.date()
    leden = list(leden_van(team, dag).exclude(pk=niet.pk).select_related("gebruiker").order_by(
        "personeelsnummer"
    ))
    vrij = vrije_capaciteit_van([m.pk for m in leden], dag, dag + timedelta(days=120))
    ruim = [m for m in leden if vrij[m.pk] >= Decimal("0.2")]
    vol = [m for m in leden if vrij[m.pk] < Decimal("0.1")]
    door = {"door": SYSTEEM, "nu": nu}
    for m in ruim[:1]:
        beschikbaarheid_vastleggen(
            medewerker=m, fte_minder=Decimal("0.200"), begin=dag - timedelta(days=20),
            einde=dag + timedelta(days=70), **door,
        )
    for m in [m for m in ruim[1:] if m.aanstelling_fte <= Decimal("0.9")][:1]:
        aanstelling_vastleggen(
            medewerker=m, fte=Decimal("0.100"), volgnummer=2, begin=dag - timedelta(days=90),
            einde=dag + timedelta(days=180), **door,
        )
    for m in vol[:1]:
        aanstelling_vastleggen(
            medewerker=m, fte=m.aanstelling_fte - Decimal("0.1"), begin=dag - timedelta(days=5),
            **door,
        )
    for m in vol[1:2]:
        zin = ZINNEN[m.pk % len(ZINNEN)]
        werkdruk_melden(medewerker=m, toelichting=zin, door=als(m, nu), nu=nu)
