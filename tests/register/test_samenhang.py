"""The coherence of an O-domein on one page (R011, R021, R057, R079)."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from config.kern.actor import SYSTEEM
from opgaven.domain import werk
from opgaven.domain.afhankelijkheid import afhankelijkheid_vastleggen
from register.queries.samenhang import samenhang_van
from tests.factories.kern import NU, VANDAAG
from tests.factories.opgaven import ODomeinFactory, OpdrachtFactory, OpgaveFactory
from tests.factories.pdomein import MedewerkerFactory
from tests.factories.register import RolFactory

pytestmark = pytest.mark.django_db
LEIDER = {"functiegroep": "strategisch_leider", "schaal": 14}
D = {"door": SYSTEEM, "nu": NU}


@pytest.fixture
def odomein():
    return ODomeinFactory(naam="Water")


def opdracht_in(odomein, **velden):
    return OpdrachtFactory(**{
        "opgave": OpgaveFactory(odomein=odomein), "status": "in_uitvoering", **velden
    })


def test_gaps_in_the_triangle_of_running_work(odomein):
    vol, leeg = opdracht_in(odomein), opdracht_in(odomein)
    opdracht_in(odomein, status="concept")
    opdracht_in(ODomeinFactory())
    RolFactory(rol_code="aog", op=vol, medewerker=MedewerkerFactory(**LEIDER))
    RolFactory(rol_code="aon", op=vol)
    beeld = samenhang_van(odomein, VANDAAG)
    assert {g.opdracht: g.rollen for g in beeld.gaten} == {
        vol: ["BOG"], leeg: ["BOG", "AOG", "AON"]
    }
    assert (len(beeld.opgaven), beeld.lopend) == (3, 2)


def test_risks_milestones_and_dependencies_of_the_domain(odomein):
    opdracht, ander = opdracht_in(odomein), opdracht_in(ODomeinFactory())
    for kans, gevolg in ((3, 4), (3, 3)):
        werk.risico_toevoegen(
            opdracht=opdracht, omschrijving=f"Risico {kans}x{gevolg}", kans=kans, gevolg=gevolg,
            maatregel="m", eigenaar="AON", **D,
        )
    for dag in (date(2026, 5, 1), date(2026, 7, 1)):
        werk.mijlpaal_toevoegen(opdracht=opdracht, naam=f"Op {dag}", datum=dag, **D)
    afhankelijkheid_vastleggen(
        opdracht=opdracht, van=ander, soort="wacht_op", toelichting="Eerst dat", **D
    )
    afhankelijkheid_vastleggen(
        opdracht=opdracht, van=opdracht_in(odomein), soort="raakt", toelichting="Zelfde", **D
    )
    beeld = samenhang_van(odomein, VANDAAG)
    assert [r.omschrijving for r in beeld.risicos] == ["Risico 3x4"]
    assert [m.naam for m in beeld.mijlpalen] == ["Op 2026-05-01"]
    assert [v.rij.van for v in beeld.tussen_domeinen] == [ander]
    rij = next(r for r in beeld.opgaven if r.opgave == opdracht.opgave)
    assert (rij.risicos, rij.laat, rij.stand["lopend"]) == (1, 1, 1)


def test_the_director_comes_to_the_own_domain(ingelogd, odomein):
    mens = MedewerkerFactory()
    RolFactory(rol_code="domeindirecteur", op=odomein, medewerker=mens, uitzondering="Waarneming")
    opdracht = opdracht_in(odomein)
    client = ingelogd(mens.gebruiker)
    antwoord = client.get(reverse("register:samenhang"))
    eigen = reverse("register:samenhang-odomein", args=[odomein.code])
    assert antwoord["Location"] == eigen
    tekst = client.get(eigen).content.decode()
    assert opdracht.opgave.naam in tekst
    assert "Samenhang" in tekst
    ander = ingelogd(MedewerkerFactory().gebruiker)
    assert "Kies een O-domein" in ander.get(reverse("register:samenhang")).content.decode()
    assert ander.get(reverse("register:samenhang-odomein", args=["x"])).status_code == 404


def test_an_empty_domain_says_what_to_do(ingelogd, odomein):
    pad = reverse("register:samenhang-odomein", args=[odomein.code])
    tekst = ingelogd(MedewerkerFactory().gebruiker).get(pad).content.decode()
    assert "Het Opgavenberaad deelt opgaven toe" in tekst


def test_page_asks_as_much_for_one_as_for_three(ingelogd, odomein):
    client = ingelogd(MedewerkerFactory().gebruiker)
    pad = reverse("register:samenhang-odomein", args=[odomein.code])

    def tel():
        client.get(pad)
        with CaptureQueriesContext(connection) as vragen:
            assert client.get(pad).status_code == 200
        return len(vragen)

    def vul():
        opdracht = opdracht_in(odomein)
        werk.risico_toevoegen(
            opdracht=opdracht, omschrijving="r", kans=5, gevolg=5, maatregel="m", eigenaar="e", **D
        )
        afhankelijkheid_vastleggen(
            opdracht=opdracht, van=opdracht_in(ODomeinFactory()), soort="raakt", toelichting="t",
            **D,
        )

    vul()
    een = tel()
    vul()
    vul()
    assert tel() == een
