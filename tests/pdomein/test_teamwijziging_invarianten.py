"""Whatever teams do on whatever days, everybody keeps exactly one home (R120, R156, R173)."""

from contextlib import suppress
from datetime import date, datetime, time, timedelta

import pytest
from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from config.kern.actor import SYSTEEM
from config.kern.enums import GremiumSoort
from config.kern.fouten import DomeinFout
from config.kern.werkdagen import AMSTERDAM
from pdomein.domain.teamwijziging import (
    teamwijziging_plannen,
    teamwijziging_starten,
    teamwijziging_verdelen,
)
from pdomein.domain.teamwijziging_besluit import (
    raadpleging_beantwoorden,
    teamwijziging_besluiten,
    teamwijziging_intrekken,
    teamwijziging_voorleggen,
)
from pdomein.domain.teamwijziging_uitvoeren import teamwijzigingen_verwerken
from pdomein.models import Medewerker, Plaatsing, PManagerAanstelling, PTeam, Teamwijziging
from pdomein.teamwijziging import Doel
from tests.factories.kern import GremiumFactory
from tests.factories.pdomein import MedewerkerFactory, ProfessioneelDomeinFactory, PTeamFactory

START = date(2026, 6, 1)
EINDE = date(2028, 1, 1)
STAPPEN = st.lists(
    st.tuples(
        st.sampled_from(["opheffen", "samenvoegen", "splitsen", "overstappen"]),
        st.integers(0, 9), st.integers(0, 9),
        st.integers(1, 60),   # days between deciding and the day it goes in
        st.integers(0, 40),   # days that pass before the next step
        st.sampled_from(["gaat door"] * 4 + ["ingetrokken"]),
    ),
    min_size=3, max_size=6,
)


def op(dag):
    return datetime.combine(dag, time(9), AMSTERDAM)


class Wereld:
    """Three teams of three people; acts on them as people would, or not when they may not."""

    def __init__(self):
        GremiumFactory(soort=GremiumSoort.P_BERAAD)
        domein = ProfessioneelDomeinFactory()
        teams = [PTeamFactory(domein=domein, pmanager=MedewerkerFactory()) for _ in range(3)]
        self.leden = [MedewerkerFactory(pteam=t) for t in teams for _ in range(3)]

    def teams(self, dag):
        return list(PTeam.objects.geldig_op(dag).order_by("pk"))

    def stap(self, soort, eerste, tweede, over, dag, afloop):
        nu, teams = op(dag), self.teams(dag)
        team, ander = teams[eerste % len(teams)], teams[tweede % len(teams)]
        lid = self.leden[eerste % len(self.leden)]
        start = {
            "overstappen": {"medewerker": lid, "initiatief": "organisatie"},
            "samenvoegen": {"pteams": [team, ander]},
        }.get(soort, {"pteams": [team]})
        wijziging = teamwijziging_starten(soort=soort, door=SYSTEEM, nu=nu, **start)
        baas = MedewerkerFactory() if soort == "splitsen" else None
        doelen = {
            "opheffen": [Doel(ander)], "samenvoegen": [Doel(team)], "overstappen": [Doel(ander)],
            "splitsen": [Doel(team), Doel(naam=f"Nieuw {wijziging.pk}", pmanager=baas)],
        }[soort]
        wijziging = teamwijziging_plannen(
            wijziging=wijziging, ingangsdatum=dag + timedelta(days=over), reden="Zo past het",
            grond="rol", doelen=doelen, door=SYSTEEM, nu=nu,
        )
        if soort in ("opheffen", "splitsen"):
            self.verdeel(wijziging, team, dag, nu, alles=soort == "opheffen")
        wijziging = teamwijziging_voorleggen(wijziging=wijziging, door=SYSTEEM, nu=nu)
        for rij in wijziging.raadplegingen.filter(antwoord="open"):
            raadpleging_beantwoorden(raadpleging=rij, antwoord="eens", door=SYSTEEM, nu=nu)
        if soort != "overstappen":
            teamwijziging_besluiten(wijziging=wijziging, is_akkoord=True, door=SYSTEEM, nu=nu)
        if afloop == "ingetrokken":
            teamwijziging_intrekken(wijziging=wijziging, reden="Toch niet", door=SYSTEEM, nu=nu)

    def verdeel(self, wijziging, team, dag, nu, alles):
        leden = list(Medewerker.objects.filter(
            pk__in=Plaatsing.objects.geldig_op(dag).filter(pteam=team).values("medewerker_id")
        ).order_by("pk"))
        doel = wijziging.doelteams[-1]
        kies = leden if alles else leden[::2]
        teamwijziging_verdelen(
            wijziging=wijziging, verdeling=dict.fromkeys(kies, doel), door=SYSTEEM, nu=nu
        )


def dagen_met_verandering():
    randen = {START, EINDE}
    for model in (Plaatsing, PManagerAanstelling):
        for begin, einde in model.objects.values_list("begin", "einde"):
            randen |= {begin, begin - timedelta(days=1)}
            if einde:
                randen |= {einde, einde - timedelta(days=1)}
    return sorted(d for d in randen if START <= d <= EINDE)


def eis_een_thuis(leden):
    for dag in dagen_met_verandering():
        thuis = Plaatsing.objects.geldig_op(dag)
        per_lid = list(thuis.filter(medewerker__in=leden).values_list("medewerker_id", flat=True))
        assert sorted(per_lid) == sorted(m.pk for m in leden), dag
        bestaan = set(PTeam.objects.geldig_op(dag).values_list("pk", flat=True))
        assert set(thuis.values_list("pteam_id", flat=True)) <= bestaan, dag
        leiders = PManagerAanstelling.objects.geldig_op(dag).values_list("pteam_id", flat=True)
        assert sorted(leiders) == sorted(bestaan), dag


@pytest.mark.django_db
@settings(
    max_examples=12, deadline=None, derandomize=True,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(stappen=STAPPEN)
def test_nobody_is_ever_lost_or_in_two_teams(stappen):
    """R120, R156, R173: on every day one home each, and one P-manager for each team that exists."""
    with transaction.atomic():
        wereld, dag = Wereld(), START
        for soort, eerste, tweede, over, verder, afloop in stappen:
            with suppress(DomeinFout), transaction.atomic():
                wereld.stap(soort, eerste, tweede, over, dag, afloop)
            dag += timedelta(days=verder)
            teamwijzigingen_verwerken(nu=op(dag))
            eis_een_thuis(wereld.leden)
        teamwijzigingen_verwerken(nu=op(EINDE))
        eis_een_thuis(wereld.leden)
        assert not Teamwijziging.objects.filter(pogingen__gt=0).exists()
        transaction.set_rollback(True)
