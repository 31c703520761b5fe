"""The same acts and answers over REST: successions, deputies, inzet, mandates, bulk, extracts."""

from datetime import date, timedelta

import pytest

from config.kern import klok
from config.kern.enums import BesluitSoort
from config.kern.models import Inzage
from register.models import Bevoegdheid, Inzet, Rol, Roltoewijzing
from tests.factories.kern import BesluitFactory
from tests.factories.pdomein import MedewerkerFactory
from tests.factories.register import BEGIN, InzetFactory, OpdrachtFactory, RolFactory, aanwijzing

pytestmark = pytest.mark.django_db
BASIS = "/api/v1"
LEIDER = {"functiegroep": "strategisch_leider", "schaal": 14}


@pytest.fixture
def vandaag():
    return klok.vandaag()


@pytest.fixture
def registrar(api):
    mens = RolFactory(rol_code="registerbeheerder", op=None).medewerker
    return api(mens, "lezen", "schrijven", "register")


def stuur(client, pad, status=201, **velden):
    antwoord = client.post(f"{BASIS}/{pad}", velden, content_type="application/json")
    assert antwoord.status_code == status, antwoord.content
    return antwoord.json()


def besluit(soort):
    return str(BesluitFactory(soort=soort, besluitdatum=BEGIN).public_id)


def regel(**anders):
    return Bevoegdheid.objects.create(**{
        "rol": Rol.objects.get(code="aog"), "artikel": "artikel 3.1", "omschrijving": "Geld",
        "handeling": "Verplichting aangaan", "limiet_euro": 50000, "begin_geldigheid": BEGIN,
        "ondermandaat_aan": "medewerker",
    } | anders)


def test_a_role_passes_on_and_is_deputised(registrar, vandaag):
    """R202."""
    rij, opvolger, waarnemer = RolFactory(), MedewerkerFactory(), MedewerkerFactory()
    pad = f"roltoewijzingen/{rij.public_id}"
    uit = stuur(
        registrar, f"{pad}/waarnemingen", medewerker=str(waarnemer.public_id),
        begin=vandaag.isoformat(), einde=(vandaag + timedelta(days=5)).isoformat(),
        besluit=besluit(BesluitSoort.WAARNEMING),
    )
    assert uit["waarneemtVoor"]["naam"] == rij.medewerker.naam
    velden = {
        "medewerker": str(opvolger.public_id), "reden": "Opvolging",
        "per": (vandaag + timedelta(days=9)).isoformat(), "besluit": str(aanwijzing().public_id),
    }
    gat = (vandaag + timedelta(days=12)).isoformat()
    assert "Er is een gat" in stuur(registrar, f"{pad}/overdracht", 409, **velden, begin=gat)[
        "detail"
    ]
    assert stuur(registrar, f"{pad}/overdracht", **velden)["medewerker"]["naam"] == opvolger.naam
    # what was replaced is asked with the scope, and then refused as history
    assert stuur(registrar, f"{pad}/overdracht", 409, **velden)["status"] == 409


def test_a_replaced_row_by_id_needs_the_right_and_the_scope(api, registrar, vandaag):
    """R192."""
    rij = RolFactory()
    stuur(registrar, f"roltoewijzingen/{rij.public_id}/beeindiging", reden="x",
          per=(vandaag + timedelta(days=9)).isoformat(),
          besluit=besluit(BesluitSoort.BEEINDIGING))
    auditor = RolFactory(rol_code="auditor", op=None).medewerker
    pad = f"{BASIS}/roltoewijzingen/{rij.public_id}"
    assert api(auditor, "lezen").get(pad).status_code == 403
    assert api(auditor, "lezen", "register").get(pad).status_code == 200
    assert api(MedewerkerFactory(), "lezen", "register").get(pad).status_code == 404


def test_inzet_is_recorded_corrected_and_ended(registrar, api, vandaag):
    mens, opdracht = MedewerkerFactory(), OpdrachtFactory()
    velden = {
        "medewerker": str(mens.public_id), "opdracht": str(opdracht.public_id),
        "teamrol": "teamlid", "fte": "0.400", "begin": vandaag.isoformat(),
        "besluit": besluit(BesluitSoort.INZET),
    }
    stuur(api(mens, "lezen", "schrijven", "register"), "inzetten", 403, **velden)
    rij = stuur(registrar, "inzetten", **velden)
    nieuw = stuur(
        registrar, f"inzetten/{rij['id']}/correcties", fte="0.300", begin=vandaag.isoformat(),
        reden="Typefout", besluit=besluit(BesluitSoort.CORRECTIE),
    )
    assert (nieuw["fte"], nieuw["mutatie"]) == ("0.300", "correctie")
    stuur(registrar, f"inzetten/{nieuw['id']}/beeindiging", reden="Klaar",
          per=(vandaag + timedelta(days=3)).isoformat(),
          besluit=besluit(BesluitSoort.BEEINDIGING))
    assert Inzet.objects.nu_bekend().get().einde_geldigheid == vandaag + timedelta(days=3)


def test_looking_at_hours_is_noted(registrar):
    """R408."""
    rij = InzetFactory()
    assert registrar.get(f"{BASIS}/inzetten").json()["aantal"] == 1
    assert registrar.get(f"{BASIS}/inzetten/{rij.public_id}").status_code == 200
    assert Inzage.objects.get().wiens_id == rij.medewerker.gebruiker_id


def test_a_power_is_passed_on_and_taken_back(registrar, vandaag):
    aog = RolFactory(rol_code="aog", medewerker=MedewerkerFactory(**LEIDER))
    regel()
    wie = MedewerkerFactory()
    rij = stuur(
        registrar, "ondermandaten", roltoewijzing=str(aog.public_id),
        medewerker=str(wie.public_id), artikel="artikel 3.1", limietEuro="1000.00",
        begin=vandaag.isoformat(), besluit=besluit(BesluitSoort.ONDERMANDAAT),
    )
    vraag = {"persoon": wie.public_id, "opdracht": aog.opdracht.public_id,
             "datum": vandaag.isoformat(), "handeling": "Verplichting aangaan", "bedrag": "1000"}
    antwoord = registrar.get(f"{BASIS}/bevoegdheden", vraag).json()
    assert (antwoord["antwoord"], antwoord["ondermandaat"]["id"], antwoord["macht"]["limietEuro"]) \
        == ("ja", rij["id"], "1000.00")
    assert registrar.get(f"{BASIS}/ondermandaten").json()["aantal"] == 1
    stuur(registrar, f"ondermandaten/{rij['id']}/intrekking", per=vandaag.isoformat(), reden="x",
          besluit=besluit(BesluitSoort.ONDERMANDAAT))
    assert registrar.get(f"{BASIS}/bevoegdheden", vraag).json()["antwoord"] != "ja"


def test_the_regulation_of_a_day(registrar):
    RolFactory()
    regel(begin_geldigheid=date(2026, 3, 1))
    assert registrar.get(f"{BASIS}/mandaatregels", {"geldigOp": "2026-02-01"}).json()["aantal"] == 0
    uit = registrar.get(f"{BASIS}/mandaatregels", {"geldigOp": "2026-03-01"}).json()
    assert uit["resultaten"][0]["ondermandaatAan"] == "medewerker"
    assert registrar.get(f"{BASIS}/mandaatregels", {"geldigOp": "ooit"}).status_code == 400


def test_many_questions_in_one_call(registrar, api):
    """R192: the same answers as a file."""
    rij = RolFactory()
    regel(rol=Rol.objects.get(code="aon"))
    goed = {
        "personeelsnummer": rij.medewerker.personeelsnummer, "opdrachtCode": rij.opdracht.code,
        "datum": "2026-06-01", "bedrag": "100", "kenmerk": "F1",
        "handeling": "Verplichting aangaan",
    }
    vragen = [goed, goed | {"datum": "ooit"}]
    uit = stuur(registrar, "bevoegdheidscontroles", 200, vragen=vragen)
    assert [r["antwoord"] for r in uit["resultaten"]] == ["ja", "fout"]
    assert (uit["resultaten"][0]["kenmerk"], uit["resultaten"][0]["artikel"]) == (
        "F1", "artikel 3.1"
    )
    los = api(MedewerkerFactory(), "lezen", "schrijven", "register")
    stuur(los, "bevoegdheidscontroles", 403, vragen=vragen)
    stuur(registrar, "bevoegdheidscontroles", 400, vragen=[])


def test_an_extract_says_whether_it_holds(registrar, api):
    rij = RolFactory()
    vraag = {"persoon": str(rij.medewerker.public_id), "opdracht": str(rij.opdracht.public_id),
             "datum": "2026-06-01"}
    mens = MedewerkerFactory()
    eigen = api(mens, "lezen", "schrijven")
    uit = stuur(eigen, "uittreksels", **vraag)
    assert (uit["antwoord"], uit["stand"], uit["bewijs"]["antwoord"]) == ("ja", "klopt", "ja")
    assert eigen.get(f"{BASIS}/uittreksels/{uit['id']}").json()["code"] == uit["code"]
    ander = api(MedewerkerFactory(), "lezen")
    assert ander.get(f"{BASIS}/uittreksels/{uit['id']}").status_code == 404
    stuur(registrar, f"roltoewijzingen/{rij.public_id}/correcties", begin="2026-02-01",
          reden="Maand", besluit=str(aanwijzing().public_id))
    stand = eigen.get(f"{BASIS}/uittreksels/{uit['id']}").json()["stand"]
    assert stand == "achterhaald"
    assert Roltoewijzing.objects.filter(pk=rij.pk).exists()
