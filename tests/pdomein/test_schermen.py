from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from config.kern.enums import GremiumSoort
from config.kern.models import Besluit
from pdomein.models import PPP, TeamplanOnderdeel
from tests.factories.kern import GremiumFactory
from tests.factories.pdomein import (
    CompetentieFactory,
    MedewerkerFactory,
    PPPFactory,
    PTeamFactory,
)
from tests.factories.register import RolFactory

HTMX = {"HX-Request": "true"}


def aantal_queries(client, pad):
    with CaptureQueriesContext(connection, ) as vastgelegd:
        assert client.get(pad).status_code == 200
    return len(vastgelegd)


@pytest.mark.parametrize(
    "pad", ["/pteams/", "/medewerkers/", "/professionals/?zoek=vergunning", "team", "/ppp/"]
)
def test_a_list_asks_as_many_queries_for_three_as_for_one(wereld, browser, pad):
    """HUIS §10.10"""
    client = browser(wereld.pmanager)
    pad = f"/pteams/{wereld.pteam.public_id}/" if pad == "team" else pad
    competenties = [CompetentieFactory(naam=f"Vergunning {n}") for n in range(3)]
    PPPFactory(medewerker=wereld.lid, competenties=[(competenties[0], 3)])
    PPPFactory(medewerker=wereld.pmanager, competenties=[(competenties[0], 3)])
    eerst = aantal_queries(client, pad)

    for _ in range(2):
        team = PTeamFactory(pmanager=MedewerkerFactory(), domein=wereld.pteam.domein)
        MedewerkerFactory(pteam=team)
        PPPFactory(
            medewerker=MedewerkerFactory(pteam=wereld.pteam),
            competenties=[(c, 3) for c in competenties],
        )

    assert aantal_queries(client, pad) == eerst


def test_pteams_can_be_searched_and_filtered(wereld, browser):
    client = browser(wereld.lid)
    PTeamFactory(naam="Énergie", pmanager=MedewerkerFactory(naam="Xandra Uiterwijk"))

    def gevonden(**vraag):
        pagina = client.get("/pteams/", vraag).context["pagina"]
        return [r.pteam.naam for r in pagina]

    assert gevonden() == ["Ecologie", "Geodata", "Énergie"]
    assert gevonden(zoek="energie") == ["Énergie"]
    assert gevonden(zoek="uiterwijk") == ["Énergie"]
    assert gevonden(domein=wereld.pteam.domein.code) == ["Ecologie"]
    assert gevonden(omvang="te_groot") == []
    assert gevonden(pagina="9999", omvang="te_klein") == ["Ecologie", "Geodata", "Énergie"]


def test_a_pteam_page_tells_its_size_and_offers_the_decision_with_a_reason(wereld, browser):
    """R124, R125: a refused act is a disabled control with its reason."""
    antwoord = browser(wereld.lid).get(f"/pteams/{wereld.pteam.public_id}/")

    assert antwoord.context["omvang"].status == "te_klein"
    assert "Alleen het P-beraad besluit" in antwoord.content.decode()


def test_the_span_is_for_the_pmanager_and_who_steers(wereld, browser):
    pad = f"/pteams/{wereld.pteam.public_id}/"

    assert browser(wereld.lid).get(pad).context["span"] is None
    assert browser(wereld.pmanager).get(pad).context["span"].pct == 100


def test_a_member_writes_the_teamplan(wereld, browser):
    """R137"""
    pad = f"/pteams/{wereld.pteam.public_id}/teamplan/2/"

    antwoord = browser(wereld.lid).post(pad, {"tekst": "Wij delen", "zichtbaar_voor": "team"})

    assert antwoord.status_code == 302
    assert TeamplanOnderdeel.objects.get().tekst == "Wij delen"


def test_a_stranger_cannot_write_the_teamplan_and_keeps_the_text(wereld, browser):
    pad = f"/pteams/{wereld.pteam.public_id}/teamplan/2/"

    antwoord = browser(wereld.collega).post(
        pad, {"tekst": "Ik deel", "zichtbaar_voor": "team"}
    )

    assert antwoord.status_code == 403
    assert "Ik deel" in antwoord.content.decode()
    assert TeamplanOnderdeel.objects.exists() is False


@pytest.mark.parametrize("nummer", [0, 8, 99999])
def test_a_teamplan_has_seven_sections(wereld, browser, nummer):
    pad = f"/pteams/{wereld.pteam.public_id}/teamplan/{nummer}/"

    assert browser(wereld.lid).get(pad).status_code == 404


@pytest.fixture
def p_beraad(wereld):
    beraad = GremiumFactory(soort=GremiumSoort.P_BERAAD)
    voorzitter = MedewerkerFactory()
    RolFactory(rol_code="voorzitter", op=beraad, medewerker=voorzitter)
    return voorzitter


def test_the_p_beraad_explains_a_size(wereld, browser, p_beraad):
    """R125"""
    pad = f"/pteams/{wereld.pteam.public_id}/afwijking-besluiten/"
    client = browser(p_beraad)
    straks = timezone.localdate() + timedelta(days=200)

    fout = client.post(pad, {"reden": "Schaars vak", "herziening_op": "gisteren"})
    assert fout.status_code == 400
    assert "Schaars vak" in fout.content.decode()
    assert Besluit.objects.filter(soort="afwijking").exists() is False

    goed = client.post(pad, {"reden": "Schaars vak", "herziening_op": straks.isoformat()})
    assert goed.status_code == 302
    uitleg = client.get(f"/pteams/{wereld.pteam.public_id}/").content.decode()
    assert "Schaars vak" in uitleg


PPP_INVOER = {
    "kennis_en_kunde": "Ecologie", "zichtbaar_kennis": "iedereen", "ontwikkelen": "Leiden",
    "bellen_voor": "Otters", "zichtbaar_bellen": "iedereen",
}


def test_mijn_ppp_saves_without_script(wereld, browser):
    antwoord = browser(wereld.lid).post("/ppp/", PPP_INVOER | {"versie": "0"})

    assert (antwoord.status_code, antwoord.url) == (302, "/ppp/")
    assert PPP.objects.get().bellen_voor == "Otters"


def test_mijn_ppp_saves_itself_and_hands_out_the_next_version(wereld, browser):
    client = browser(wereld.lid)
    client.post("/ppp/", PPP_INVOER | {"versie": "0"}, headers=HTMX)

    antwoord = client.post(
        "/ppp/", PPP_INVOER | {"versie": "1", "bellen_voor": "Bevers"}, headers=HTMX
    )

    tekst = antwoord.content.decode()
    assert 'name="versie" value="2"' in tekst
    assert tekst.count("<form") == 1
    assert "Bewaard om" in tekst


def test_mijn_ppp_over_another_window_names_what_is_stored_and_keeps_the_input(wereld, browser):
    """SCHERMEN: a stale page comes back with your input and the other's change."""
    client = browser(wereld.lid)
    client.post("/ppp/", PPP_INVOER | {"versie": "0"})
    oud = PPP_INVOER | {"versie": "0", "bellen_voor": "Bevers"}

    vanzelf = client.post("/ppp/", oud, headers=HTMX)
    met_knop = client.post("/ppp/", oud)

    assert (vanzelf.status_code, met_knop.status_code) == (409, 409)
    assert 'name="versie" value="0"' in vanzelf.content.decode()
    # While somebody types, the focus stays where it is.
    assert "data-focus" not in vanzelf.content.decode()
    tekst = met_knop.content.decode()
    assert ("Otters" in tekst, "Bevers" in tekst) == (True, True)
    assert 'name="versie" value="1"' in tekst


@pytest.mark.parametrize(
    "anders",
    [{"bellen_voor": "x" * 6001}, {"zichtbaar_kennis": "wereld"}, {"versie": "-1"},
     {"bellen_voor": "a\x00b"}],
)
def test_mijn_ppp_with_bad_input_keeps_what_was_typed(wereld, browser, anders):
    antwoord = browser(wereld.lid).post(
        "/ppp/", PPP_INVOER | {"versie": "0", "ontwikkelen": "Mijn wens"} | anders
    )

    assert antwoord.status_code == 400
    assert "Mijn wens" in antwoord.content.decode()
    assert PPP.objects.exists() is False


def test_publishing_twice_says_so_and_does_nothing_twice(wereld, browser):
    client = browser(wereld.lid)
    client.post("/ppp/", PPP_INVOER)

    for _ in range(2):
        assert client.post("/ppp/publiceren/").status_code == 302
    tekst = client.get("/ppp/").content.decode()

    assert "Je PPP is al gepubliceerd." in tekst
    assert PPP.objects.get().versie == 2


def test_publishing_needs_a_post(wereld, browser):
    assert browser(wereld.lid).get("/ppp/publiceren/").status_code == 405


def test_pausing_and_resuming_from_the_page(wereld, browser):
    PPPFactory(medewerker=wereld.lid)
    client = browser(wereld.lid)

    fout = client.post("/ppp/pauzeren/", {"tot": "2020-01-01"})
    assert fout.status_code == 400
    straks = timezone.localdate() + timedelta(days=7)
    assert client.post("/ppp/pauzeren/", {"tot": straks.isoformat()}).status_code == 302
    assert client.get("/ppp/").context["op_pauze"] is True
    client.post("/ppp/hervatten/")
    assert client.get("/ppp/").context["op_pauze"] is False


def test_competenties_work_with_and_without_script(wereld, browser):
    client, stikstof = browser(wereld.lid), CompetentieFactory(naam="Stikstof")
    invoer = {"competentie": str(stikstof.public_id), "niveau": "3", "bewijs": "PAS"}

    fragment = client.post("/ppp/competenties/", invoer, headers=HTMX)
    assert fragment.content.decode().strip().startswith('<section class="inzet-blok" id="comp')
    assert client.post("/ppp/competenties/", invoer).status_code == 302
    wijzig = client.get("/ppp/", {"wijzig": str(stikstof.public_id)})
    assert wijzig.context["wijzig"].bewijs == "PAS"
    weg = f"/ppp/competenties/{stikstof.public_id}/verwijderen/"
    assert client.post(weg, headers=HTMX).context["competenties"] == ()
    assert client.post(weg).status_code == 302


@pytest.mark.parametrize("anders", [{"competentie": "x"}, {"niveau": "9"}, {"bewijs": "x" * 300}])
def test_a_competentie_with_bad_input_keeps_what_was_typed(wereld, browser, anders):
    stikstof = CompetentieFactory(naam="Stikstof")
    invoer = {"competentie": str(stikstof.public_id), "niveau": "3", "bewijs": "Mijn bewijs"}

    antwoord = browser(wereld.lid).post("/ppp/competenties/", invoer | anders)

    assert antwoord.status_code == 400
    assert antwoord.context["competentieform"].errors.keys() == anders.keys()
    assert PPP.objects.exists() is False


def test_the_owner_reads_who_looked_and_downloads_everything(wereld, browser):
    """R345, SCHERMEN 3"""
    PPPFactory(medewerker=wereld.lid)
    browser(wereld.collega).get(f"/medewerkers/{wereld.lid.public_id}/")
    client = browser(wereld.lid)

    assert wereld.collega.naam in client.get("/ppp/inzagen/").content.decode()
    antwoord = client.get("/ppp/mijn-gegevens.json")
    assert antwoord.json()["inzagen"][0]["wie_naam"] == wereld.collega.naam
    assert antwoord.json()["ppp"]["ontwikkelen"] == "Ik wil leren leidinggeven."
    assert "no-store" in antwoord["Cache-Control"]


def test_an_account_without_a_person_gets_an_explanation(db, gebruiker, ingelogd):
    client = ingelogd(gebruiker)

    for pad in ("/ppp/", "/ppp/voorbeeld/", "/ppp/inzagen/", "/ppp/mijn-gegevens.json"):
        assert client.get(pad).status_code == 404
    assert client.get("/medewerkers/").status_code == 200


def test_mijn_mensen_are_the_people_of_the_own_teams(wereld, browser):
    """R098"""
    antwoord = browser(wereld.pmanager).get("/medewerkers/")

    assert [m.naam for m, _ in antwoord.context["rijen"]] == ["Lies de Wit"]
    assert [s.tekst for _, s in antwoord.context["rijen"]] == ["Nog geen PPP"]
    assert browser(wereld.lid).get("/medewerkers/").context["rijen"] == []


@pytest.mark.parametrize(
    "pad", ["/pteams/", "/medewerkers/", "/professionals/", "/ppp/", "/ppp/mijn-gegevens.json"]
)
def test_every_page_asks_to_sign_in(db, client, pad):
    antwoord = client.get(pad)

    assert (antwoord.status_code, "/account/login/" in antwoord.url) == (302, True)
