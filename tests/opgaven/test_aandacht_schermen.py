"""Screens of steering, bottlenecks, escalations, ideas and P&C (SCHERMEN 7, R032, R221, R383)."""

from datetime import date
from decimal import Decimal

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from config.kern.actor import SYSTEEM
from config.kern.enums import GremiumSoort as G
from opgaven.domain.escalatie import escalatie_melden
from opgaven.domain.knelpunt import knelpunt_melden
from opgaven.domain.penc import momentopname_bevriezen, penc_moment_vastleggen
from opgaven.domain.sturing import kader_vastleggen, verantwoording_afleggen
from opgaven.models import Escalatie, Idee, Knelpunt, Opdracht, PencMoment
from opgaven.queries import odomein_van
from tests.factories.kern import NU, VANDAAG, BesluitFactory, GremiumFactory
from tests.factories.opgaven import OpdrachtFactory, OpgaveFactory
from tests.factories.pdomein import MedewerkerFactory
from tests.factories.register import RolFactory

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _vandaag(monkeypatch):
    monkeypatch.setattr("config.kern.klok.nu", lambda: NU)


@pytest.fixture
def als(ingelogd):
    def maak(rol=None, op=None):
        medewerker = MedewerkerFactory()
        if rol:
            RolFactory(rol_code=rol, op=op, medewerker=medewerker, uitzondering="Test")
        browser = ingelogd(medewerker.gebruiker)
        browser.medewerker = medewerker
        return browser

    return maak


def pad(naam, *args):
    return reverse(f"opgaven:{naam}", args=args)


def tekst(antwoord):
    return antwoord.content.decode()


def aantal_queries(browser, url):
    browser.get(url)
    with CaptureQueriesContext(connection) as gevangen:
        assert browser.get(url).status_code == 200
    return len(gevangen)


def test_every_steering_form_opens_and_says_why_not(als):
    opdracht, gewoon = OpdrachtFactory(status="in_uitvoering"), als()
    pagina = tekst(gewoon.get(pad("sturing", opdracht.public_id)))
    assert "GS nam over deze opdracht geen eigen besluit" in pagina
    for naam in ("kader", "prioriteren", "verplaatsen", "verantwoorden", "escaleren"):
        assert gewoon.get(pad(f"sturing-{naam}", opdracht.public_id)).status_code == 200
    assert gewoon.post(
        pad("sturing-verantwoorden", opdracht.public_id), {"tekst": "t"}
    ).status_code == 403
    assert "sturing" in tekst(gewoon.get(pad("opdracht", opdracht.public_id)))


def test_register_writes_down_gs_and_the_page_shows_it(als):
    """R014."""
    opdracht, browser = OpdrachtFactory(status="in_uitvoering"), als("registerbeheerder")
    besluit = BesluitFactory(gremium=GremiumFactory(soort=G.GS))
    antwoord = browser.post(pad("sturing-kader", opdracht.public_id), {
        "besluit": besluit.public_id, "onderwerp": "prioriteit", "waarde": "1",
    })
    assert antwoord.url == pad("sturing", opdracht.public_id)
    assert "Prioriteit 1, besluit" in tekst(browser.get(antwoord.url))
    verantwoording_afleggen(opdracht=opdracht, tekst="Klaar.", door=SYSTEEM, nu=NU)
    assert "Klaar." in tekst(browser.get(antwoord.url))
    dd = als("domeindirecteur", odomein_van(opdracht.opgave, VANDAAG))
    assert "Temporiseren kan daarom niet" in tekst(dd.get(pad("opdracht", opdracht.public_id)))


def test_domeindirecteur_moves_and_slows_down(als):
    """R013, R023."""
    opdracht = OpdrachtFactory(status="in_uitvoering")
    odomein = odomein_van(opdracht.opgave, VANDAAG)
    naar, dd = OpgaveFactory(odomein=odomein), als("domeindirecteur", odomein)
    dd.post(pad("sturing-verplaatsen", opdracht.public_id), {
        "naar": naar.public_id, "reden": "Past beter.",
    })
    dd.post(pad("temporiseren", opdracht.public_id), {"reden": "Later", "vrij_per": "2026-07-01"})
    opdracht.refresh_from_db()
    assert (opdracht.opgave, opdracht.status) == (naar, "getemporiseerd")
    assert opdracht.vrijgaven.get().per == date(2026, 7, 1)


def test_a_bottleneck_from_report_to_solution(als):
    """R221."""
    beraad = GremiumFactory(soort=G.PROGRAMMEERBERAAD)
    secretaris, eigenaar, gewoon = als("secretaris", beraad), als(), als()
    assert gewoon.get(pad("knelpunt-melden")).status_code == 200
    vorm = {"titel": "Geen ecologen", "omschrijving": "o", "bron": "matchtafel", "fte": "1,5"}
    assert gewoon.post(pad("knelpunt-melden"), vorm).status_code == 403
    secretaris.post(pad("knelpunt-melden"), vorm)
    knelpunt = Knelpunt.objects.get()
    assert "Geen ecologen" in tekst(gewoon.get(pad("knelpunten")))
    fout = secretaris.post(pad("knelpunt-aanpak", knelpunt.public_id), {
        "aanpak": "Inhuren", "eigenaar": "weet@niet.nl", "klaar_voor": "2026-09-01",
    })
    assert (fout.status_code, "geen collega met dit e-mailadres" in tekst(fout)) == (400, True)
    secretaris.post(pad("knelpunt-aanpak", knelpunt.public_id), {
        "aanpak": "Inhuren", "eigenaar": eigenaar.medewerker.gebruiker.email,
        "klaar_voor": "2026-09-01",
    })
    assert "Inhuren" in tekst(eigenaar.get(pad("knelpunt", knelpunt.public_id)))
    eigenaar.post(pad("knelpunt-oplossen", knelpunt.public_id), {"uitkomst": "Gevonden."})
    assert "Gevonden." in tekst(gewoon.get(pad("knelpunt", knelpunt.public_id)))
    assert "Geen ecologen" in tekst(gewoon.get(pad("knelpunten"), {"status": "alle"}))


def test_an_escalation_climbs_and_closes(als):
    """R032: only who has to do with it sees it."""
    opdracht = OpdrachtFactory(status="in_uitvoering")
    aon, aog = als("aon", opdracht), als("aog", opdracht)
    dd, gewoon = als("domeindirecteur", odomein_van(opdracht.opgave, VANDAAG)), als()
    aon.post(pad("sturing-escaleren", opdracht.public_id), {
        "onderwerp": "Geen oever", "omschrijving": "o",
    })
    escalatie = Escalatie.objects.get()
    for browser, status in ((aon, 200), (aog, 200), (dd, 200), (gewoon, 403)):
        assert browser.get(pad("escalatie", escalatie.public_id)).status_code == status
    assert "Geen oever" not in tekst(gewoon.get(pad("escalaties")))
    fout = aog.post(pad("escalatie-opschalen", escalatie.public_id), {"reden": "r"})
    assert (fout.status_code, "beslist de AOG zelf" in tekst(fout)) == (409, True)
    aog.post(pad("escalatie-opschalen", escalatie.public_id), {"reden": "r", "buiten_scope": "on"})
    assert "Geen oever" in tekst(dd.get(pad("escalaties")))
    dd.post(pad("escalatie-sluiten", escalatie.public_id), {
        "uitkomst": "Opgelost.", "aog_gehoord_op": "2026-06-01", "bog_gehoord_op": "2026-06-01",
    })
    assert "Opgelost." in tekst(aon.get(pad("escalatie", escalatie.public_id)))


def test_an_idea_is_answered_by_the_director(als):
    """R383."""
    opgave = OpgaveFactory()
    odomein = odomein_van(opgave, VANDAAG)
    collega, dd, gewoon = als(), als("domeindirecteur", odomein), als()
    assert "nog geen idee" in tekst(collega.get(pad("ideeen")))
    vorm = {"titel": "Deelfietsen", "voorstel": "v", "aan": f"o-{odomein.code}"}
    collega.post(pad("idee-indienen"), vorm)
    idee = Idee.objects.get()
    assert gewoon.get(pad("idee", idee.public_id)).status_code == 403
    assert "Wachten op jouw antwoord" in tekst(dd.get(pad("ideeen")))
    assert dd.get(pad("idee-beantwoorden", idee.public_id)).status_code == 200
    dd.post(pad("idee-beantwoorden", idee.public_id), {
        "aannemen": "ja", "opgave": opgave.public_id, "antwoord": "Goed plan.",
    })
    pagina = tekst(collega.get(pad("idee", idee.public_id)))
    assert "Goed plan." in pagina
    assert Opdracht.objects.get().naam in pagina
    collega.post(pad("idee-indienen"), {**vorm, "titel": "Nog een"})
    collega.post(pad("idee-intrekken", Idee.objects.get(titel="Nog een").public_id))
    assert Idee.objects.get(titel="Nog een").status == "ingetrokken"


def test_figures_are_frozen_and_compared(als):
    """R227."""
    OpdrachtFactory(status="in_uitvoering")
    toetser, gewoon = als("toetser"), als()
    vorm = {
        "soort": "voorjaarsnota", "begrotingsjaar": "2026", "peildatum": "2026-06-01",
        "naar_gs": "2026-06-16", "naar_ps": "2026-07-01",
    }
    assert gewoon.post(pad("penc-vastleggen"), vorm).status_code == 403
    toetser.post(pad("penc-vastleggen"), vorm)
    moment = PencMoment.objects.get()
    assert "cijfers van vandaag" in tekst(gewoon.get(pad("penc-moment", moment.public_id)))
    toetser.post(pad("penc-bevriezen", moment.public_id))
    ander = penc_moment_vastleggen(
        soort="najaarsnota", begrotingsjaar=2026, peildatum=VANDAAG, naar_gs=VANDAAG,
        naar_ps=VANDAAG, door=SYSTEEM, nu=NU,
    )
    momentopname_bevriezen(moment=ander, door=SYSTEEM, nu=NU)
    pagina = tekst(gewoon.get(
        pad("penc-moment", ander.public_id), {"met": moment.opname.public_id}
    ))
    assert "het verschil met Voorjaarsnota 2026" in pagina
    assert "Bevroren" in tekst(gewoon.get(pad("penc")))


def test_lists_ask_as_much_for_one_as_for_three(als):
    """SNEL: constant query counts."""
    opdracht = OpdrachtFactory(status="in_uitvoering")
    odomein = odomein_van(opdracht.opgave, VANDAAG)
    dd = als("domeindirecteur", odomein)

    def vul(n):
        knelpunt_melden(
            titel=f"k{n}", omschrijving="o", bron="opdracht", fte=Decimal(1), door=SYSTEEM, nu=NU
        )
        escalatie_melden(
            opdracht=opdracht, onderwerp=f"e{n}", omschrijving="o", buiten_scope=True,
            door=SYSTEEM, nu=NU,
        )
        Idee.objects.create(
            titel=f"i{n}", voorstel="v", indiener=dd.medewerker.gebruiker, odomein=odomein,
            ingediend_op=NU, antwoord_voor=VANDAAG,
        )
        penc_moment_vastleggen(
            soort="begroting", begrotingsjaar=2030 + n, peildatum=VANDAAG, naar_gs=VANDAAG,
            naar_ps=VANDAAG, door=SYSTEEM, nu=NU,
        )
        kader_vastleggen(
            opdracht=opdracht, onderwerp="prioriteit", waarde=Decimal(1), door=SYSTEEM, nu=NU,
            besluit=BesluitFactory(gremium=GremiumFactory(soort=G.GS)),
        )

    urls = [pad(n) for n in ("knelpunten", "escalaties", "ideeen", "penc")]
    urls.append(pad("sturing", opdracht.public_id))
    vul(0)
    een = [aantal_queries(dd, url) for url in urls]
    vul(1)
    vul(2)
    assert [aantal_queries(dd, url) for url in urls] == een


def test_empty_lists_say_what_to_do(als):
    browser = als()
    for naam, zin in (
        ("knelpunten", "Geen knelpunten"), ("escalaties", "Geen escalaties"),
        ("ideeen", "nog geen idee"), ("penc", "De kalender is nog leeg"),
    ):
        assert zin in tekst(browser.get(pad(naam)))
    vreemd = OpdrachtFactory().public_id
    for naam in ("knelpunt", "escalatie", "idee", "penc-moment"):
        assert browser.get(pad(naam, vreemd)).status_code == 404


def test_a_request_with_an_idea_for_nobody_is_refused(als):
    browser = als()
    assert browser.post(
        pad("idee-indienen"), {"titel": "t", "voorstel": "v", "aan": ""}
    ).status_code == 400
