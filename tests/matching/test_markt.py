"""What somebody keeps of the market, and hears of new work (SCHERMEN 1, R259)."""

import pytest
from django.core import mail
from django.db import connection
from django.http import QueryDict
from django.test.utils import CaptureQueriesContext

from config.kern.actor import Actor
from config.kern.domain.verzending import berichten_verzenden
from config.kern.fouten import DomeinFout
from config.kern.models import Bericht
from config.kern.werkdagen import lokale_dag
from matching.domain.markt import (
    attendering_zetten,
    markt_kiezen,
    zoekers_attenderen,
    zoekopdracht_bewaren,
    zoekopdracht_verwijderen,
)
from matching.models import Marktkeuze, Zoekopdracht
from matching.queries.marktfilter import Filter
from matching.rules.markt import MAX_ZOEKOPDRACHTEN
from tests.factories.matching import NU, gepubliceerd, maak_wereld
from tests.matching.test_schermen import als, url

pytestmark = pytest.mark.django_db
MARKT = "/opdrachtenmarkt/"


@pytest.fixture(autouse=True)
def klok(monkeypatch):
    monkeypatch.setattr("config.kern.klok.nu", lambda: NU)
    monkeypatch.setattr("config.kern.klok.vandaag", lambda: lokale_dag(NU))


@pytest.fixture
def wereld():
    return maak_wereld()


def bewaar(wereld, wie, naam="Ecologie", adres="", attenderen=True):
    return zoekopdracht_bewaren(
        naam=naam, filter=Filter.uit(QueryDict(adres)), attenderen=attenderen,
        door=wereld.als(wie), nu=NU,
    )


def test_who_is_no_medewerker_keeps_nothing(wereld):
    publicatie, beheer = gepubliceerd(wereld), Actor(gebruiker_id=None, naam="Beheer")

    with pytest.raises(DomeinFout, match="medewerker"):
        markt_kiezen(procedure=publicatie.procedure, soort="bewaard", door=beheer, nu=NU)
    with pytest.raises(DomeinFout, match="medewerker"):
        zoekopdracht_bewaren(naam="x", filter=Filter(), attenderen=True, door=beheer, nu=NU)


def test_a_search_of_another_does_not_exist(wereld):
    zoekopdracht = bewaar(wereld, wereld.mensen[0])
    ander = wereld.als(wereld.mensen[1])

    for opdracht in (zoekopdracht_verwijderen, attendering_zetten):
        extra = {"aan": False} if opdracht is attendering_zetten else {}
        with pytest.raises(DomeinFout, match="niet van jou"):
            opdracht(zoekopdracht=zoekopdracht, door=ander, nu=NU, **extra)
    wie = als(wereld.mensen[1])
    assert wie.post(url("zoekopdracht-verwijderen", zoekopdracht)).status_code == 404
    assert "Ecologie" not in wie.get(url("zoekopdrachten")).content.decode()


@pytest.mark.parametrize(("naam", "zin"), [(" ", "een naam"), ("Ecologie", "al een zoekopdracht")])
def test_a_search_needs_a_name_of_its_own(wereld, naam, zin):
    bewaar(wereld, wereld.mensen[0])

    with pytest.raises(DomeinFout, match=zin):
        bewaar(wereld, wereld.mensen[0], naam=naam)


def test_there_is_a_limit_to_what_somebody_keeps(wereld):
    for n in range(MAX_ZOEKOPDRACHTEN):
        bewaar(wereld, wereld.mensen[0], naam=f"Zoek {n}")

    with pytest.raises(DomeinFout, match="Verwijder er eerst een"):
        bewaar(wereld, wereld.mensen[0], naam="Nog een")


def test_a_kept_card_is_a_filter_and_a_card_put_aside_stays_away(wereld):
    publicatie, wie = gepubliceerd(wereld), als(wereld.mensen[0])
    titel = publicatie.procedure.matchvraag.tro.titel
    kies = url("markt-kiezen", publicatie)

    wie.post(kies, {"soort": "bewaard"})
    assert titel in wie.get(MARKT, {"keuze": "bewaard"}).content.decode()
    wie.post(kies, {"soort": "opzij"})
    wie.post(kies, {"soort": "opzij"})
    assert titel not in wie.get(MARKT).content.decode()
    assert titel in wie.get(MARKT, {"keuze": "opzij"}).content.decode()
    assert titel in als(wereld.mensen[1]).get(MARKT).content.decode()
    wie.post(kies, {"soort": ""})
    assert titel in wie.get(MARKT).content.decode()


def test_a_choice_leads_back_to_the_same_filters_and_nowhere_else(wereld):
    kies, wie = url("markt-kiezen", gepubliceerd(wereld)), als(wereld.mensen[0])

    terug = wie.post(f"{kies}?terug=/opdrachtenmarkt/%3Furen%3D8-16", {"soort": "bewaard"})
    elders = wie.post(f"{kies}?terug=//elders.example/opdrachtenmarkt/", {"soort": "bewaard"})
    onzin = wie.post(kies, {"soort": "geheim"})

    assert terug["Location"] == "/opdrachtenmarkt/?uren=8-16"
    assert [elders["Location"], onzin["Location"]] == [MARKT, MARKT]
    assert Marktkeuze.objects.get().soort == "bewaard"


def test_a_search_is_kept_from_the_market_and_found_again(wereld):
    gepubliceerd(wereld)
    wie = als(wereld.mensen[0])
    adres = f"{url('zoekopdracht-bewaren')}?zoek=zonnevelden&keuze=opzij&onzin=1"

    assert "zonnevelden" in wie.get(adres).content.decode()
    assert wie.post(adres, {"naam": ""}).status_code == 400
    assert wie.post(adres, {"naam": "Zon 🌞", "attenderen": "on"}).status_code == 302
    assert Zoekopdracht.objects.get().vraag == "zoek=zonnevelden"
    assert "Zon 🌞" in wie.get(url("zoekopdrachten")).content.decode()


def test_new_work_is_told_once_to_who_asked_for_it(wereld):
    past, past_niet, stil, opzij, _ = mensen = [*wereld.mensen, wereld.aog, wereld.aon]
    bewaar(wereld, past, adres="zoek=zonnevelden")
    bewaar(wereld, past, naam="Alles")
    bewaar(wereld, past_niet, adres="zoek=brandweer")
    bewaar(wereld, stil, attenderen=False)
    bewaar(wereld, opzij)
    publicatie = gepubliceerd(wereld)
    markt_kiezen(
        procedure=publicatie.procedure, soort="opzij", door=wereld.als(opzij), nu=NU
    )

    assert [zoekers_attenderen(nu=NU), zoekers_attenderen(nu=NU)] == [1, 0]
    bericht = Bericht.objects.get(soort="markt")
    assert (bericht.ontvanger_id, bericht.url) == (
        past.gebruiker_id, f"/opdrachtenmarkt/{publicatie.public_id}/",
    )
    assert len(mensen) == 5


def test_the_message_of_new_work_leaves_by_mail(wereld):
    bewaar(wereld, wereld.mensen[0])
    gepubliceerd(wereld)
    zoekers_attenderen(nu=NU)

    berichten_verzenden(nu=NU)

    assert any(m.subject.startswith("Nieuw op de markt") for m in mail.outbox)


def test_the_list_of_searches_takes_the_same_queries_for_one_and_three(wereld):
    wie, aantallen = als(wereld.mensen[0]), []
    for naam in ("een", "twee", "drie"):
        bewaar(wereld, wereld.mensen[0], naam=naam)
        with CaptureQueriesContext(connection) as vragen:
            assert wie.get(url("zoekopdrachten")).status_code == 200
        aantallen.append(len(vragen))

    assert aantallen[0] == aantallen[2]
