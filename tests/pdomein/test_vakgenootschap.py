"""Vakgenootschap, norm and expertisecentrum (R149-R152)."""

from datetime import date, datetime

import pytest
from django.db import IntegrityError, transaction

from config.kern.actor import SYSTEEM, Recht
from config.kern.fouten import DomeinFout
from config.kern.werkdagen import AMSTERDAM
from pdomein import queries
from pdomein.domain.vakgenootschap import (
    afgevaardigde_aanwijzen,
    afgevaardigde_beeindigen,
    vakgenootschap_deelnemer_beeindigen,
    vakgenootschap_deelnemer_vastleggen,
    vakgenootschap_oprichten,
    vakgenootschap_team_toevoegen,
    vaknorm_vaststellen,
)
from pdomein.models import VakgenootschapDeelnemer
from tests.factories.pdomein import MedewerkerFactory, ProfessieFactory, PTeamFactory, actor_van

JULI = datetime(2026, 7, 6, 9, 0, tzinfo=AMSTERDAM)


@pytest.fixture
def vak(db):
    return ProfessieFactory(code="opdrachtgeverschap", naam="Opdrachtgeverschap")


@pytest.fixture
def teams(vak):
    return [
        PTeamFactory(naam=f"Opdrachtgevers {n}", professie=vak, pmanager=MedewerkerFactory())
        for n in (1, 2)
    ]


@pytest.fixture
def vakgenootschap(vak, teams, nu):
    return vakgenootschap_oprichten(
        naam="Opdrachtgeverschap", professie=vak, pteams=teams, door=SYSTEEM, nu=nu
    )


def leidt(team, dag=date(2026, 6, 1)):
    return actor_van(queries.pmanager_van_team(team, dag), (Recht.PTEAM_LEIDEN, team))


def test_it_takes_two_teams_of_one_professie(wereld, vak, teams, nu):
    """R129, R149: teams with the same professie exist beside each other."""
    def oprichten(pteams, door=SYSTEEM, professie=vak):
        return vakgenootschap_oprichten(
            naam="Opdrachtgeverschap", professie=professie, pteams=pteams, door=door, nu=nu
        )

    for pteams, door, zin in (
        (teams[:1], SYSTEEM, "Kies minstens twee P-teams."),
        ([], SYSTEEM, "Kies minstens twee P-teams."),
        ([*teams, wereld.pteam], SYSTEEM, "Alle teams hebben het vak Opdrachtgeverschap."),
        (teams, actor_van(wereld.lid),
         "Alleen de P-manager, de directeur M&O van dit domein of een beheerder kan een "
         "vakgenootschap oprichten."),
    ):
        with pytest.raises(DomeinFout) as fout:
            oprichten(pteams, door)
        assert fout.value.zin == zin
    oprichten(teams, leidt(teams[0]))
    with pytest.raises(DomeinFout) as fout:
        oprichten(teams)
    assert fout.value.zin == "Het vak Opdrachtgeverschap heeft al een vakgenootschap."


def test_members_come_by_their_team_and_by_their_part(wereld, vakgenootschap, teams, nu, vandaag):
    """R150: a P-manager with 25% AOG becomes a member of vakgenootschap opdrachtgeverschap."""
    lid = MedewerkerFactory(pteam=teams[0])
    baas = leidt(wereld.pteam)

    def deel(wie, pct, door=baas):
        return vakgenootschap_deelnemer_vastleggen(
            vakgenootschap=vakgenootschap, medewerker=wie, pct=pct, door=door, nu=nu
        )

    rij = deel(wereld.lid, 25)
    assert list(queries.leden_van_vak(vakgenootschap, vandaag)) == [lid]
    assert [d.medewerker for d in queries.deelnemers_van_vak(vakgenootschap, vandaag)] == [
        wereld.lid
    ]
    for wie, pct, door, zin in (
        (wereld.lid, 50, baas, "Kies een deel van 1 tot en met 49 procent van de tijd."),
        (lid, 25, SYSTEEM, f"{lid.naam} hoort er al bij, via het eigen P-team."),
    ):
        with pytest.raises(DomeinFout) as fout:
            deel(wie, pct, door)
        assert fout.value.zin == zin
    with pytest.raises(DomeinFout):
        deel(wereld.lid, 30, actor_van(wereld.collega))
    with pytest.raises(IntegrityError), transaction.atomic():
        VakgenootschapDeelnemer.objects.filter(pk=rij.pk).update(pct=50)
    assert deel(wereld.lid, 30).pk == rij.pk

    vakgenootschap_deelnemer_beeindigen(
        deelnemer=rij, door=actor_van(wereld.lid), nu=JULI
    )
    with pytest.raises(DomeinFout):
        vakgenootschap_deelnemer_beeindigen(deelnemer=rij, door=baas, nu=JULI)
    assert not queries.deelnemers_van_vak(vakgenootschap, JULI.date()).exists()


def test_the_norm_holds_for_everybody_for_their_part(wereld, vakgenootschap, teams, nu, vandaag):
    """R151: versions, only from the expertisecentrum, and never over one another."""
    lid = MedewerkerFactory(pteam=teams[0])
    vakgenootschap_deelnemer_vastleggen(
        vakgenootschap=vakgenootschap, medewerker=wereld.lid, pct=20, door=SYSTEEM, nu=nu
    )

    def norm(tekst, versie, door):
        return vaknorm_vaststellen(
            vakgenootschap=vakgenootschap, tekst=tekst, versie=versie, door=door, nu=nu
        )

    with pytest.raises(DomeinFout) as fout:
        norm("Wij zijn helder", 0, actor_van(lid))
    assert fout.value.zin == "Alleen wie in het expertisecentrum zit, stelt de norm vast."
    afgevaardigde_aanwijzen(
        vakgenootschap=vakgenootschap, pteam=teams[0], medewerker=lid, door=leidt(teams[0]), nu=nu
    )
    norm("Wij zijn helder", 0, actor_van(lid))
    with pytest.raises(DomeinFout) as fout:
        norm("Wij zijn anders", 0, leidt(teams[1]))
    assert fout.value.zin == "Intussen is er een nieuwe norm vastgesteld. Bekijk die eerst."
    norm("Wij zijn helder en eerlijk", 1, leidt(teams[1]))

    assert [n.versie for n in queries.normen_van_vak(vakgenootschap)] == [2, 1]
    for wie, pct in ((lid, 100), (wereld.lid, 20)):
        geldend, = queries.normen_van(wie, vandaag)
        assert (geldend.norm.tekst, geldend.pct) == ("Wij zijn helder en eerlijk", pct)
    assert queries.normen_van(wereld.collega, vandaag) == []


def test_the_expertisecentrum_has_somebody_of_every_team(
    wereld, vakgenootschap, teams, nu, vandaag
):
    """R152: delegates and, by office, the P-managers."""
    lid = MedewerkerFactory(pteam=teams[0])

    def wijs(team, wie, door):
        return afgevaardigde_aanwijzen(
            vakgenootschap=vakgenootschap, pteam=team, medewerker=wie, door=door, nu=nu
        )

    rij = wijs(teams[0], lid, leidt(teams[0]))
    assert [r.is_volledig for r in queries.expertisecentrum(vakgenootschap, vandaag)] == [
        True, False
    ]
    for team, wie, door in (
        (teams[0], lid, leidt(teams[0])),
        (teams[1], lid, leidt(teams[1])),
        (teams[1], MedewerkerFactory(pteam=teams[1]), leidt(teams[0])),
        (wereld.pteam, wereld.lid, leidt(wereld.pteam)),
    ):
        with pytest.raises(DomeinFout):
            wijs(team, wie, door)

    afgevaardigde_beeindigen(afgevaardigde=rij, door=leidt(teams[0]), nu=JULI)
    with pytest.raises(DomeinFout):
        afgevaardigde_beeindigen(afgevaardigde=rij, door=leidt(teams[0]), nu=JULI)
    assert not queries.zit_in_expertisecentrum(actor_van(lid), vakgenootschap, JULI.date())


def test_another_team_of_the_professie_joins_once(wereld, vakgenootschap, vak, nu, vandaag):
    derde = PTeamFactory(naam="Opdrachtgevers 3", professie=vak, pmanager=MedewerkerFactory())

    def erbij(team):
        return vakgenootschap_team_toevoegen(
            vakgenootschap=vakgenootschap, pteam=team, door=SYSTEEM, nu=nu
        )
    erbij(derde)

    for team in (derde, wereld.pteam):
        with pytest.raises(DomeinFout):
            erbij(team)
    assert len(queries.teams_van_vak(vakgenootschap, vandaag)) == 3


def test_professies_with_more_teams_are_proposed(wereld, vak, teams, nu, vandaag):
    """R149, E12"""
    assert queries.vakken_zonder_vakgenootschap(vandaag) == [(vak, teams)]
    vakgenootschap_oprichten(
        naam="Opdrachtgeverschap", professie=vak, pteams=teams, door=SYSTEEM, nu=nu
    )

    assert queries.vakken_zonder_vakgenootschap(vandaag) == []


def test_dropping_to_one_team_is_a_signal(vakgenootschap, teams, vandaag):
    """R149: after a merge of the two teams."""
    assert queries.te_kleine_vakgenootschappen(vandaag) == []
    teams[0].vakgenootschappen.update(einde=date(2026, 6, 15))

    assert queries.te_kleine_vakgenootschappen(date(2026, 6, 15)) == [vakgenootschap]
