"""The register as a whole: taken along, compared, and seen from outside (R192, R195, R198)."""

import hashlib
import io
import json
from datetime import date, timedelta
from decimal import Decimal

import pytest
from django.test import Client
from django.urls import reverse
from openpyxl import load_workbook

from config.kern import klok
from config.kern.actor import SYSTEEM
from config.kern.domain.beheer import instelling_vastleggen
from config.kern.models import Logregel
from register.domain.roltoewijzing import rol_beeindigen
from register.models import Bevoegdheid, Rol
from tests.factories.kern import BesluitFactory
from tests.factories.pdomein import MedewerkerFactory
from tests.factories.register import BEGIN, InzetFactory, OpdrachtFactory, RolFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def controller(ingelogd):
    mens = MedewerkerFactory()
    RolFactory(rol_code="concerncontroller", medewerker=mens, op=None)
    return ingelogd(mens.gebruiker)


@pytest.fixture
def collega(ingelogd):
    return ingelogd(MedewerkerFactory().gebruiker)


def uitvoer(client, soort, **vraag):
    return client.get(reverse("register:register-exporteren", args=[soort]), vraag)


def test_only_who_must_account_takes_the_register_along(collega, controller):
    assert uitvoer(collega, "csv").status_code == 403
    assert uitvoer(controller, "pdf").status_code == 400
    assert Logregel.objects.filter(handeling="register_geexporteerd").count() == 0
    lijst = reverse("register:register")
    assert "downloaden het register" in collega.get(lijst).content.decode()
    assert "uitvoer.csv" in controller.get(lijst).content.decode()


def test_the_export_holds_what_steers_and_its_hash_is_written_down(controller):
    """R192: hash and time stamp. R198: fte, budget, label, status, end date."""
    opdracht = OpdrachtFactory(
        naam="=1+1", budget_materieel=Decimal("1250.50"), einde=date(2027, 1, 1)
    )
    rij = RolFactory(op=opdracht)
    InzetFactory(opdracht=opdracht, fte=Decimal("0.4"))
    antwoord = uitvoer(controller, "csv", zoek=opdracht.code)
    tekst = antwoord.content.decode()
    assert f"{rij.medewerker.naam};{rij.medewerker.personeelsnummer}" in tekst
    assert ";'=1+1;" in tekst
    assert ";Dynamisch;" in tekst
    assert ";2027-01-01;1250,50;0,400;" in tekst
    regel = Logregel.objects.get(handeling="register_geexporteerd")
    assert regel.gegevens["sha256"] == hashlib.sha256(antwoord.content).hexdigest()
    gegevens = json.loads(uitvoer(controller, "json", zoek=opdracht.code).content)
    assert gegevens["verantwoording"]["aantal"] == 1
    assert gegevens["vermeldingen"][0]["besluit"] == rij.besluit.kenmerk
    boek = load_workbook(io.BytesIO(uitvoer(controller, "xlsx", zoek=opdracht.code).content))
    cellen = [c.value for c in boek["Register"][2]]
    assert "'=1+1" in cellen
    assert boek["Verantwoording"]["A1"].value == "geldig op"


def test_the_export_is_of_the_day_and_the_knowledge_that_were_asked(controller):
    rij = RolFactory(einde=date(2026, 3, 1))
    naam = rij.medewerker.naam
    assert naam in uitvoer(controller, "csv", geldig_op="2026-02-01").content.decode()
    assert naam not in uitvoer(controller, "csv", geldig_op="2026-03-01").content.decode()
    eerder = uitvoer(controller, "csv", geldig_op="2026-02-01", bekend_op="2026-01-15")
    assert naam not in eerder.content.decode()


def test_the_export_takes_the_same_number_of_queries_for_one_and_three(
    controller, django_assert_max_num_queries
):
    def tel():
        with django_assert_max_num_queries(14) as gemeten:
            assert uitvoer(controller, "json").status_code == 200
        return len(gemeten.captured_queries)

    RolFactory()
    een = tel()
    RolFactory()
    RolFactory()
    assert tel() == een


def test_the_difference_between_two_days(collega, django_assert_max_num_queries):
    """R192: what came, what went, what changed."""
    nu = klok.nu()
    weg = RolFactory(einde=date(2026, 3, 1))
    erbij = RolFactory(op=weg.opdracht, begin=date(2026, 3, 1))
    RolFactory()
    pad = reverse("register:register-verschil")
    assert "Vergelijk" in collega.get(pad).content.decode()
    vraag = {"van": "2026-02-01", "tot": "2026-04-01"}
    tekst = collega.get(pad, vraag).content.decode()
    assert "2 verschillen" in tekst
    assert "Erbij gekomen" in tekst
    assert "Niet meer geldig" in tekst
    assert weg.medewerker.naam in tekst
    assert erbij.medewerker.naam in tekst
    gelijk = collega.get(pad, {"van": "2026-02-01", "tot": "2026-02-02"}).content.decode()
    assert "het register gelijk" in gelijk
    assert collega.get(pad, {"van": "gek", "tot": "2026-02-02"}).status_code == 400
    gisteren = (nu.date() - timedelta(days=1)).isoformat()
    antwoord = collega.get(pad, vraag | {"tot_bekend": gisteren})
    assert antwoord.status_code == 403


def test_the_difference_between_what_was_known(controller):
    """R197: the same day, known before and after the correction."""
    rij = RolFactory(begin=BEGIN)
    rol_beeindigen(
        toewijzing=rij, per=date(2027, 1, 1), besluit=BesluitFactory(), reden="Eerder klaar",
        door=SYSTEEM, nu=klok.nu() - timedelta(days=2),
    )
    vandaag = klok.vandaag()
    toen = (vandaag - timedelta(days=3)).isoformat()
    tekst = controller.get(reverse("register:register-verschil"), {
        "van": vandaag.isoformat(), "van_bekend": toen, "tot": vandaag.isoformat(),
    }).content.decode()
    assert "Veranderd" in tekst
    assert "31 december 2026" in tekst


def openzetten():
    instelling_vastleggen(
        sleutel="REGISTER_OPENBAAR", waarde=True, geldig_vanaf=klok.vandaag(), bron="GS",
        door=SYSTEEM, nu=klok.nu(),
    )


def test_the_public_view_is_off_until_the_province_wants_it():
    assert Client().get(reverse("register:openbaar-register")).status_code == 404


def test_the_public_view_shows_name_and_function_only(django_assert_max_num_queries):
    """R195: without personal data beyond name and function."""
    openzetten()
    opdracht = OpdrachtFactory(naam="Brug over de vaart")
    rij = RolFactory(op=opdracht, uitzondering="Geheim verhaal")
    zonder = RolFactory(rol_code="registerbeheerder", op=None)
    Bevoegdheid.objects.create(
        rol=Rol.objects.get(code="aon"), artikel="3", omschrijving="x", begin_geldigheid=BEGIN
    )
    pad, client = reverse("register:openbaar-register"), Client()
    tekst = client.get(pad).content.decode()
    assert rij.medewerker.naam in tekst
    assert "Brug over de vaart" in tekst
    for geheim in (
        "Geheim verhaal", rij.medewerker.personeelsnummer, str(rij.medewerker.public_id),
        str(rij.public_id), rij.besluit.kenmerk, zonder.medewerker.naam,
    ):
        assert geheim not in tekst
    assert "Niemand gevonden" in client.get(pad, {"dag": "2025-12-31"}).content.decode()
    assert rij.medewerker.naam in client.get(pad, {"zoek": "vaart"}).content.decode()
    assert client.get(pad, {"dag": "gek"}).status_code == 200

    def tel():
        with django_assert_max_num_queries(8) as gemeten:
            client.get(pad)
        return len(gemeten.captured_queries)

    een = tel()
    RolFactory()
    RolFactory()
    assert tel() == een
