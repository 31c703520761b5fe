"""A vacancy for outside: by the right P-manager, readable for machines, closed by itself (R275)."""

import json
import re
from datetime import date, timedelta
from xml.etree import ElementTree

import pytest
from django.test import Client

from config.kern.fouten import DomeinFout
from config.kern.werkdagen import lokale_dag
from matching.domain.vacature import vacature_offline_halen, vacature_publiceren
from matching.domain.werving import werving_intrekken, werving_openen
from matching.enums import WervingSoort
from tests.factories.matching import NU, maak_wereld
from tests.matching.test_schermen import als, url
from tests.matching.test_werving import AANVRAAG, in_fase_3

pytestmark = pytest.mark.django_db
TEKST = {
    "titel": "Adviseur zonnevelden", "tekst": "Je werkt aan zon.\n\n</script><b>Kom!",
    "solliciteren": "werk@example.org", "laatste_dag": date(2026, 7, 1),
}


@pytest.fixture(autouse=True)
def klok(monkeypatch):
    monkeypatch.setattr("config.kern.klok.nu", lambda: NU)
    monkeypatch.setattr("config.kern.klok.vandaag", lambda: lokale_dag(NU))


@pytest.fixture
def wereld():
    return maak_wereld()


def open_werving(wereld, soort=WervingSoort.VACATURE):
    aanvraag = AANVRAAG | {"soort": soort, "einde": date(2027, 6, 1)}
    return werving_openen(
        procedure=in_fase_3(wereld), pteam=wereld.pteam, door=wereld.als(wereld.pmanager), nu=NU,
        **aanvraag,
    )


def publiceer(wereld, werving, wie=None, **anders):
    return vacature_publiceren(
        werving=werving, door=wereld.als(wie or wereld.pmanager), nu=NU, **{**TEKST, **anders}
    )


def test_only_the_pmanager_of_the_home_team_puts_it_outside(wereld):
    werving = open_werving(wereld)

    for wie in (wereld.pmanager2, wereld.aog, wereld.mensen[0]):
        with pytest.raises(DomeinFout, match="P-manager"):
            publiceer(wereld, werving, wie)
        assert als(wie).get(url("vacature-publiceren", werving)).status_code == 403


def test_hiring_and_borrowing_are_no_vacancy(wereld):
    with pytest.raises(DomeinFout, match="Alleen een vacature"):
        publiceer(wereld, open_werving(wereld, WervingSoort.INHUUR))


@pytest.mark.parametrize(("veld", "waarde"), [
    ("solliciteren", "javascript:alert(1)"), ("solliciteren", "http://example.org"),
    ("solliciteren", "bel maar"), ("laatste_dag", date(2026, 5, 31)),
    ("laatste_dag", date(2028, 1, 1)),
])
def test_a_wrong_address_or_day_is_refused_in_its_field(wereld, veld, waarde):
    with pytest.raises(DomeinFout) as fout:
        publiceer(wereld, open_werving(wereld), **{veld: waarde})

    assert fout.value.beletsel.veld == veld


def test_everybody_reads_it_without_login_until_the_last_day(wereld, monkeypatch):
    vacature = publiceer(wereld, open_werving(wereld))
    pad, vreemd = f"/openbaar/vacatures/{vacature.public_id}/", Client()

    assert "Adviseur zonnevelden" in vreemd.get("/openbaar/vacatures/").content.decode()
    assert vreemd.get(pad).status_code == 200
    monkeypatch.setattr("config.kern.klok.vandaag", lambda: date(2026, 7, 1) + timedelta(days=1))
    assert vreemd.get(pad).status_code == 404


def test_taken_back_or_search_stopped_it_is_gone_at_once(wereld):
    werving = open_werving(wereld)
    vacature, pm = publiceer(wereld, werving), wereld.als(wereld.pmanager)
    pad = f"/openbaar/vacatures/{vacature.public_id}/"

    vacature_offline_halen(vacature=vacature, door=pm, nu=NU)
    with pytest.raises(DomeinFout, match="niet meer op internet"):
        vacature_offline_halen(vacature=vacature, door=pm, nu=NU)
    assert Client().get(pad).status_code == 404
    publiceer(wereld, werving)
    assert Client().get(pad).status_code == 200
    werving_intrekken(werving=werving, reden="Toch niet.", door=pm, nu=NU)
    assert Client().get(pad).status_code == 404


def test_machines_read_a_jobposting_that_cannot_break_out(wereld):
    vacature = publiceer(wereld, open_werving(wereld))
    pagina = Client().get(f"/openbaar/vacatures/{vacature.public_id}/").content.decode()

    [blok] = re.findall(r'<script type="application/ld\+json">(.*?)</script>', pagina, re.S)
    gegevens = json.loads(blok)
    assert gegevens["description"] == TEKST["tekst"]
    assert (gegevens["@type"], gegevens["validThrough"]) == ("JobPosting", "2026-07-01T23:59")
    assert "&lt;/script&gt;" in pagina


def test_the_feed_is_atom(wereld):
    vacature = publiceer(wereld, open_werving(wereld))
    feed = ElementTree.fromstring(Client().get("/openbaar/vacatures/atom.xml").content)

    [regel] = feed.findall("{http://www.w3.org/2005/Atom}entry")
    adres = regel.find("{http://www.w3.org/2005/Atom}link").get("href")
    assert adres.endswith(f"/openbaar/vacatures/{vacature.public_id}/")


def test_the_pmanager_does_it_on_screen(wereld):
    werving, pm = open_werving(wereld), als(wereld.pmanager)
    pagina = url("vacature-publiceren", werving)

    assert pm.get(pagina).status_code == 200
    fout = pm.post(pagina, TEKST | {"solliciteren": "bel maar"})
    assert fout.status_code == 400
    assert "Adviseur zonnevelden" in fout.content.decode()
    assert pm.post(pagina, TEKST).status_code == 302
    assert "op internet" in pm.get(url("werving", werving)).content.decode()
    assert pm.get(url("vacature-offline", werving)).status_code == 200
    assert pm.post(url("vacature-offline", werving), {"versie": ""}).status_code == 302
