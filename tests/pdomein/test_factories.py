from pdomein import queries
from tests.factories.pdomein import CompetentieFactory, MedewerkerFactory, PPPFactory, PTeamFactory


def test_factories_reach_their_states_through_commands(db, vandaag):
    pmanager = MedewerkerFactory()
    pteam = PTeamFactory(pmanager=pmanager, pct=50)
    medewerker = MedewerkerFactory(pteam=pteam)
    ppp = PPPFactory(medewerker=medewerker, competenties=[(CompetentieFactory(), 3)])

    assert queries.pteam_van(medewerker, vandaag) == pteam
    assert queries.pmanager_van(medewerker, vandaag) == pmanager
    assert queries.pmanagement_pct(pmanager, vandaag) == 50
    assert list(queries.leden_van(pteam, vandaag)) == [medewerker]
    assert ppp.competenties.count() == 1
