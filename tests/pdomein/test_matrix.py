"""What a team can do, person by person, is for its own P-manager only (R132, R409)."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from config.kern.actor import Recht
from config.kern.fouten import DomeinFout
from config.kern.models import Inzage
from config.kern.werkdagen import lokale_dag
from pdomein.domain.matrix import matrix_inzien
from pdomein.models import PPPCompetentie
from pdomein.queries.matrix import matrix_van
from tests.factories.pdomein import CompetentieFactory, MedewerkerFactory, PPPFactory, actor_van


@pytest.fixture
def ecologie(wereld):
    """Two people have it, one at level 4, the other wants to learn; unpublished is no matter."""
    competentie = CompetentieFactory(naam="Ecologie van plassen")
    tweede = MedewerkerFactory(naam="Bo Aerts", pteam=wereld.pteam)
    for mens, niveau, wil in ((wereld.lid, 4, False), (tweede, 2, True)):
        PPPCompetentie.objects.create(
            ppp=PPPFactory(medewerker=mens, gepubliceerd=False), competentie=competentie,
            niveau=niveau, wil_ontwikkelen=wil,
        )
    return competentie


def test_who_does_not_lead_the_team_is_refused(wereld, ecologie, browser, nu):
    for wie in (wereld.lid, wereld.collega):
        with pytest.raises(DomeinFout, match="P-manager van dit team"):
            matrix_inzien(pteam=wereld.pteam, door=actor_van(wie), nu=nu)
    assert browser(wereld.lid).get(f"/pteams/{wereld.pteam.public_id}/matrix/").status_code == 403


def test_the_pmanager_sees_who_has_what_and_leaves_a_trace(wereld, ecologie, nu):
    """R132: highest level first, who wants to learn, and where only one person is experienced."""
    door = actor_van(wereld.pmanager, (Recht.PTEAM_LEIDEN, wereld.pteam))
    [rij] = matrix_inzien(pteam=wereld.pteam, door=door, nu=nu)

    assert [(m.naam, n) for m, n in rij.mensen] == [("Lies de Wit", 4), ("Bo Aerts", 2)]
    assert ([m.naam for m in rij.wil_leren], rij.is_kwetsbaar) == (["Bo Aerts"], True)
    assert Inzage.objects.filter(wiens_id=wereld.lid.gebruiker_id, wat="competenties").exists()


def test_the_page_opens_and_is_reached_from_the_team(wereld, ecologie, browser):
    pm, pad = browser(wereld.pmanager), f"/pteams/{wereld.pteam.public_id}/"

    assert f"{pad}matrix/" in pm.get(pad).content.decode()
    assert "Ecologie van plassen" in pm.get(f"{pad}matrix/").content.decode()
    assert f"{pad}matrix/" not in browser(wereld.collega).get(pad).content.decode()


def test_the_matrix_takes_the_same_queries_for_one_and_three(wereld, ecologie, nu):
    aantallen = []
    for n in range(3):
        mens = MedewerkerFactory(naam=f"Lid {n}", pteam=wereld.pteam)
        PPPCompetentie.objects.create(
            ppp=PPPFactory(medewerker=mens), competentie=ecologie, niveau=3
        )
        with CaptureQueriesContext(connection) as vragen:
            matrix_van(wereld.pteam, lokale_dag(nu))
        aantallen.append(len(vragen))
    assert aantallen[0] == aantallen[2]
