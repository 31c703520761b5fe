"""The canary test (E09, BETROUWBAAR 21): one unique word per field, looked for at every door."""

import pytest

from config.kern.models import Logregel
from pdomein.domain import ppp as domein
from pdomein.models import PPP
from pdomein.queries import pmanager_van_team
from tests.factories.pdomein import CompetentieFactory, PPPFactory, actor_van

KENNIS, WENS, BELLEN, BEWIJS = "kanarieblauw", "kanarierood", "kanariegroen", "kanariegeel"
ALLES = [KENNIS, WENS, BELLEN, BEWIJS]


@pytest.fixture
def profiel(wereld, nu):
    competentie = CompetentieFactory(naam="Vogels")
    ppp = PPPFactory(
        medewerker=wereld.lid, kennis_en_kunde=KENNIS, ontwikkelen=WENS, bellen_voor=BELLEN,
        competenties=[],
    )
    domein.ppp_competentie_vastleggen(
        medewerker=wereld.lid, competentie=competentie, niveau=3, bewijs=BEWIJS,
        wil_ontwikkelen=True, door=actor_van(wereld.lid), nu=nu,
    )
    return ppp


@pytest.fixture
def gezien(wereld, profiel, browser, api):
    """Which canaries ``medewerker`` meets on all pages and in the whole API of this app."""

    def kijk(medewerker):
        web, machine = browser(medewerker), api(medewerker, "lezen")
        paden = [
            "/pteams/", f"/pteams/{wereld.pteam.public_id}/", "/medewerkers/",
            f"/medewerkers/{wereld.lid.public_id}/", "/professionals/", "/ppp/",
            "/ppp/voorbeeld/", "/ppp/inzagen/", "/ppp/mijn-gegevens.json",
            *(f"/professionals/?zoek={woord}" for woord in ("Vogels", *ALLES)),
        ]
        # A search page repeats the question: what is found counts, not what was asked.
        tekst = "".join(
            web.get(pad).content.decode().replace(pad.rpartition("=")[2], "")
            if "zoek=" in pad else web.get(pad).content.decode()
            for pad in paden
        )
        for pad in ("medewerkers", "pteams", "competenties", "ppps"):
            antwoord = machine.get(f"/api/v1/{pad}")
            tekst += antwoord.content.decode()
            for rij in antwoord.json()["resultaten"]:
                tekst += machine.get(f"/api/v1/{pad}/{rij['id']}").content.decode()
        return [woord for woord in ALLES if woord in tekst]

    return kijk


def test_published_parts_are_for_everybody_and_wishes_never(wereld, gezien):
    """R345"""
    assert gezien(wereld.collega) == [KENNIS, BELLEN, BEWIJS]


def test_the_own_pmanager_sees_everything(wereld, gezien):
    assert gezien(wereld.pmanager) == ALLES


def test_the_owner_sees_everything(wereld, gezien):
    assert gezien(wereld.lid) == ALLES


def test_withdrawn_is_gone_at_the_next_request(wereld, profiel, gezien, nu):
    """E09: only name, team and opgaven remain."""
    domein.ppp_intrekken(medewerker=wereld.lid, door=actor_van(wereld.lid), nu=nu)

    assert gezien(wereld.collega) == []
    assert gezien(wereld.pmanager) == ALLES


def test_another_pmanager_is_a_colleague(wereld, gezien, vandaag):
    ander = pmanager_van_team(wereld.ander_team, vandaag)
    assert gezien(ander) == [KENNIS, BELLEN, BEWIJS]


@pytest.mark.parametrize(
    ("kennis", "bellen", "ziet"),
    [
        ("matchen", "iedereen", [BELLEN]),
        ("pmanager", "iedereen", [BELLEN]),
        ("iedereen", "pmanager", [KENNIS, BEWIJS]),
        ("matchen", "matchen", []),
    ],
)
def test_each_part_has_its_own_circle(wereld, profiel, gezien, kennis, bellen, ziet):
    """R345: field-level visibility; competenties go with part 1."""
    PPP.objects.filter(pk=profiel.pk).update(zichtbaar_kennis=kennis, zichtbaar_bellen=bellen)

    assert gezien(wereld.collega) == ziet


@pytest.mark.parametrize("woord", ["Vogels", KENNIS, BELLEN])
def test_the_search_does_not_betray_a_hidden_part(wereld, profiel, browser, woord):
    PPP.objects.update(zichtbaar_kennis="matchen", zichtbaar_bellen="pmanager")

    antwoord = browser(wereld.collega).get("/professionals/", {"zoek": woord})

    assert antwoord.context["treffers"] == []


def test_wishes_are_not_searched(wereld, profiel, browser):
    antwoord = browser(wereld.collega).get("/professionals/", {"zoek": WENS})

    assert antwoord.context["treffers"] == []


def test_the_logbook_holds_no_private_text(profiel):
    """BETROUWBAAR 50"""
    regels = "".join(f"{r.object_naam} {r.gegevens}" for r in Logregel.objects.all())

    assert [woord for woord in ALLES if woord in regels] == []
