"""Members of a gremium follow from the roles; attendance per side (R088, R091, R214, R226)."""

from datetime import timedelta

import pytest
from django.urls import reverse

from config.kern.actor import SYSTEEM
from config.kern.domain.vergadering import vergadering_plannen
from config.kern.enums import GremiumSoort as G
from config.kern.fouten import DomeinFout
from config.kern.models import Gremium
from pdomein.models import ProfessioneelDomein
from register.domain.catalogus import gremia_vullen, poverleggen_vullen
from register.queries.gremium import leden_van_gremium
from tests.factories.kern import NU, VANDAAG, GremiumFactory
from tests.factories.pdomein import MedewerkerFactory
from tests.factories.register import ODomeinFactory, RolFactory

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _vandaag(monkeypatch):
    monkeypatch.setattr("config.kern.klok.nu", lambda: NU)


def rol(code, op=None):
    return RolFactory(rol_code=code, op=op, uitzondering="Voor de test").medewerker


@pytest.fixture
def mensen():
    domein = ProfessioneelDomein.objects.create(code="water", naam="Water")
    beraad = GremiumFactory(soort=G.PROGRAMMEERBERAAD)
    return {
        "dd": rol("domeindirecteur", ODomeinFactory()), "dmo": rol("directeur_mo", domein),
        "ps": rol("provinciesecretaris"), "cc": rol("concerncontroller"),
        "secretaris": rol("secretaris", beraad), "voorzitter": rol("voorzitter", beraad),
    }


@pytest.mark.parametrize(
    ("soort", "wie"),
    [
        (G.O_BERAAD, {"dd": "o", "cc": "ondersteuning"}),
        (G.P_BERAAD, {"dmo": "p", "cc": "ondersteuning"}),
        (G.DT, {"ps": "dt", "cc": "ondersteuning"}),
        (G.PROGRAMMEERBERAAD, {
            "dd": "o", "dmo": "p", "cc": "ondersteuning", "secretaris": "ondersteuning",
            "voorzitter": "dt",
        }),
    ],
)
def test_members_follow_from_roles(mensen, soort, wie):
    """R214: the P-beraad is the active directeuren M&O; R208: the controller is always invited."""
    leden = leden_van_gremium(GremiumFactory(soort=soort), VANDAAG)
    assert {lid.medewerker: lid.kant for lid in leden} == {mensen[w]: k for w, k in wie.items()}


def test_p_overleg_for_each_domein():
    """R226, and doing it again adds nothing."""
    for code in ("water", "groen"):
        ProfessioneelDomein.objects.create(code=code, naam=code.title())
    for verwacht in (2, 0):
        assert poverleggen_vullen(door=SYSTEEM, nu=NU) == verwacht
        gremia_vullen(door=SYSTEEM, nu=NU)
    assert set(
        Gremium.objects.filter(soort=G.P_OVERLEG).values_list("naam", flat=True)
    ) == {"P-overleg", "P-overleg Groen", "P-overleg Water"}


def test_poverleggen_vullen_is_for_beheer(maak_actor, gebruiker):
    with pytest.raises(DomeinFout) as fout:
        poverleggen_vullen(door=maak_actor(gebruiker), nu=NU)
    assert fout.value.status == 403


def test_secretary_notes_who_was_there(mensen, ingelogd):
    """R091, R105: members by tick, guests by e-mail; a missing side is named."""
    beraad = Gremium.objects.get(soort=G.PROGRAMMEERBERAAD)
    dag = vergadering_plannen(gremium=beraad, datum=VANDAAG, door=SYSTEEM, nu=NU)
    browser = ingelogd(mensen["secretaris"].gebruiker)
    url = reverse("register:aanwezigheid-vastleggen", args=[dag.public_id])
    gast = MedewerkerFactory()
    assert browser.get(url).status_code == 200
    fout = browser.post(url, {"leden": [], "gasten": "weet@niet.nl"})
    assert (fout.status_code, "niet gevonden: weet@niet.nl" in fout.content.decode()) == (400, True)

    browser.post(
        url, {"leden": [mensen["dd"].gebruiker_id], "gasten": gast.gebruiker.email.upper()}
    )
    assert {(a.gebruiker, a.kant) for a in dag.aanwezigen.all()} == {
        (mensen["dd"].gebruiker, "o"), (gast.gebruiker, "ondersteuning")
    }
    pagina = browser.get(reverse("opgaven:vergadering", args=[dag.public_id])).content.decode()
    assert "Er was niemand van het Personeelsdomein." in pagina
    assert browser.get(url).status_code == 200
    andere = ingelogd(gast.gebruiker)
    assert andere.post(url, {"leden": []}).status_code == 403
    straks = vergadering_plannen(
        gremium=beraad, datum=VANDAAG + timedelta(days=3), door=SYSTEEM, nu=NU
    )
    assert browser.post(
        reverse("register:aanwezigheid-vastleggen", args=[straks.public_id]), {}
    ).status_code == 409


def test_members_fragment_opens(mensen, ingelogd):
    pagina = ingelogd(mensen["dd"].gebruiker).get(
        reverse("register:gremium-leden", args=["programmeerberaad"])
    )
    assert mensen["dmo"].naam in pagina.content.decode()
