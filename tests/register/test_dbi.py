"""The DBI exception: decided with article 17, reviewed on a day, signalled (R321, R325, R326)."""

from datetime import date

import pytest
from django.urls import reverse

from config.kern.actor import SYSTEEM, Recht
from config.kern.enums import GremiumSoort
from config.kern.fouten import DomeinFout
from config.kern.models import Afwijking, Bericht
from opgaven.domain.dbi import dbiuitzondering_vastleggen
from opgaven.models import ODomein
from register.domain.dbi import dbi_bewaken
from tests.factories.kern import NU, GebruikerFactory, GremiumFactory
from tests.factories.opgaven import ODomeinFactory
from tests.factories.pdomein import MedewerkerFactory
from tests.factories.register import RolFactory

pytestmark = pytest.mark.django_db
LATER = date(2027, 6, 1)


@pytest.fixture
def dt():
    return GremiumFactory(soort=GremiumSoort.DT)


@pytest.fixture
def odomein(dt):
    return ODomeinFactory(code="dbi", naam="Beheer infrastructuur")


def leg_vast(odomein, herziening_op=LATER, motivering="Ontwikkelplan loopt", door=SYSTEEM):
    return dbiuitzondering_vastleggen(
        odomein=odomein, herziening_op=herziening_op, motivering=motivering, door=door, nu=NU
    )


def test_the_decision_names_article_17_and_is_a_deviation_with_a_review_date(odomein):
    """R325, R326, R358."""
    afwijking = leg_vast(odomein)
    assert "artikel 17 van de Regeling" in afwijking.besluit.tekst
    assert afwijking.herziening_op == LATER
    odomein.refresh_from_db()
    assert (odomein.dbi_uitzondering, odomein.dbi_herziening_op) == (True, LATER)


@pytest.mark.parametrize(
    ("velden", "veld"),
    [({"herziening_op": date(2026, 6, 1)}, "herziening_op"),
     ({"herziening_op": date(2040, 1, 1)}, "herziening_op"), ({"motivering": " "}, "motivering")],
)
def test_bad_input_is_refused_in_its_field(odomein, velden, veld):
    with pytest.raises(DomeinFout) as fout:
        leg_vast(odomein, **velden)
    assert fout.value.beletsel.veld == veld


def test_only_the_chair_of_the_dt_decides_and_a_double_click_decides_once(
    odomein, dt, maak_actor
):
    ander = maak_actor(
        GebruikerFactory(),
        (Recht.OPGAVE_TOEDELEN, GremiumFactory(soort=GremiumSoort.O_BERAAD)),
    )
    with pytest.raises(DomeinFout) as fout:
        leg_vast(odomein, door=ander)
    assert fout.value.status == 403
    voorzitter = maak_actor(GebruikerFactory(), (Recht.OPGAVE_TOEDELEN, dt))
    leg_vast(odomein, door=voorzitter)
    with pytest.raises(DomeinFout) as fout:
        leg_vast(ODomein.objects.get(), door=voorzitter)
    assert (fout.value.status, Afwijking.objects.count()) == (409, 1)


def test_a_new_date_replaces_the_old_one(odomein):
    leg_vast(odomein)
    leg_vast(ODomein.objects.get(), herziening_op=date(2027, 9, 1))
    geldt = Afwijking.objects.get(einde=None)
    assert geldt.herziening_op == date(2027, 9, 1)


@pytest.mark.parametrize(("wanneer", "aantal"), [
    (date(2026, 6, 29), 1), (date(2026, 1, 1), 1), (None, 1), (date(2026, 6, 30), 0),
])
def test_review_is_signalled_in_time_and_once(odomein, dt, wanneer, aantal):
    """R325: four weeks before, when late, and when no date was ever set."""
    wie = MedewerkerFactory()
    RolFactory(rol_code="voorzitter", op=dt, medewerker=wie)
    ODomein.objects.update(dbi_uitzondering=True, dbi_herziening_op=wanneer)
    assert [dbi_bewaken(nu=NU) for _ in range(2)] == [aantal, 0]
    assert Bericht.objects.filter(ontvanger=wie.gebruiker).count() == aantal


def test_the_page_shows_decisions_and_refuses_in_words(ingelogd, odomein):
    client = ingelogd(MedewerkerFactory().gebruiker)
    pad = reverse("opgaven:dbi-uitzondering", args=[odomein.code])
    assert "geldt nu geen uitzondering" in client.get(pad).content.decode()
    afwijking = leg_vast(odomein)
    tekst = client.get(pad).content.decode()
    assert afwijking.besluit.kenmerk in tekst
    antwoord = client.post(pad, {"herziening_op": "2027-08-01", "motivering": "x"})
    assert antwoord.status_code == 403
    assert client.get(reverse("opgaven:dbi-uitzondering", args=["geen"])).status_code == 404
    samenhang = client.get(reverse("register:samenhang-odomein", args=[odomein.code]))
    assert "DBI-uitzondering" in samenhang.content.decode()
