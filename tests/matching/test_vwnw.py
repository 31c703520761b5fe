"""Who must find other work is seen before anybody from outside (R285)."""

import pytest

from config.kern.fouten import DomeinFout
from config.kern.models import Inzage
from config.kern.werkdagen import lokale_dag
from matching.domain.tro import Gevraagd, tro_bijwerken
from matching.domain.vwnw import vwnw_beeindigen, vwnw_inzien, vwnw_vastleggen
from matching.models import VanWerkNaarWerk
from pdomein.models import PPPCompetentie
from tests.factories.matching import NU, maak_wereld
from tests.factories.pdomein import CompetentieFactory
from tests.matching.test_schermen import als, url
from tests.matching.test_werving import in_fase_3

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def klok(monkeypatch):
    monkeypatch.setattr("config.kern.klok.nu", lambda: NU)
    monkeypatch.setattr("config.kern.klok.vandaag", lambda: lokale_dag(NU))


@pytest.fixture
def wereld():
    return maak_wereld()


def zet_op_lijst(wereld, mens, wie=None, instemming=True):
    return vwnw_vastleggen(
        medewerker=mens, instemming=instemming, door=wereld.als(wie or wereld.pmanager), nu=NU
    )


@pytest.mark.parametrize("wie", ["pmanager2", "aog", "dmo"])
def test_only_the_own_pmanager_keeps_the_list(wereld, wie):
    with pytest.raises(DomeinFout):
        zet_op_lijst(wereld, wereld.mensen[0], getattr(wereld, wie))
    rij = zet_op_lijst(wereld, wereld.mensen[0])
    with pytest.raises(DomeinFout):
        vwnw_beeindigen(rij=rij, door=wereld.als(getattr(wereld, wie)), nu=NU)


def test_never_without_consent_and_never_twice(wereld):
    with pytest.raises(DomeinFout, match="goedvindt"):
        zet_op_lijst(wereld, wereld.mensen[0], instemming=False)
    rij = zet_op_lijst(wereld, wereld.mensen[0])
    with pytest.raises(DomeinFout, match="al op de lijst"):
        zet_op_lijst(wereld, wereld.mensen[0])
    vwnw_beeindigen(rij=rij, door=wereld.als(wereld.pmanager), nu=NU)
    with pytest.raises(DomeinFout, match="niet meer op de lijst"):
        vwnw_beeindigen(rij=rij, door=wereld.als(wereld.pmanager), nu=NU)


def test_who_recruits_sees_only_who_fits_and_leaves_a_trace(wereld):
    procedure = in_fase_3(wereld)
    competentie = CompetentieFactory(naam="Ecologie van plassen")
    tro_bijwerken(
        procedure=procedure, velden={}, competenties=[Gevraagd(competentie, 3)],
        door=wereld.als(wereld.aog), nu=NU,
    )
    past, past_niet, niet_op_lijst = wereld.mensen
    for mens, niveau in ((past, 3), (past_niet, 2), (niet_op_lijst, 5)):
        PPPCompetentie.objects.create(ppp=mens.ppp, competentie=competentie, niveau=niveau)
    zet_op_lijst(wereld, past)
    zet_op_lijst(wereld, past_niet)

    tro = procedure.matchvraag.tro
    [kandidaat] = vwnw_inzien(tro=tro, door=wereld.als(wereld.pmanager), nu=NU)
    assert (kandidaat.medewerker, kandidaat.heeft) == (past, ("Ecologie van plassen",))
    assert Inzage.objects.filter(wiens_id=past.gebruiker_id, wat="van werk naar werk").exists()
    with pytest.raises(DomeinFout):
        vwnw_inzien(tro=tro, door=wereld.als(wereld.mensen[2]), nu=NU)
    pagina = als(wereld.pmanager).get(url("werving-openen", procedure)).content.decode()
    assert past.naam in pagina


def test_the_list_on_screen(wereld):
    pm, mens = als(wereld.pmanager), wereld.mensen[0]
    invoer = {"medewerker": mens.public_id, "instemming": "on"}

    assert pm.get(url("vwnw")).status_code == 200
    assert pm.post(url("vwnw"), invoer | {"instemming": ""}).status_code == 400
    assert pm.post(url("vwnw"), invoer).status_code == 302
    assert mens.naam in pm.get(url("vwnw")).content.decode()
    assert pm.post(url("vwnw-beeindigen", VanWerkNaarWerk.objects.get())).status_code == 302
    assert als(wereld.mensen[1]).get(url("vwnw")).status_code == 403
