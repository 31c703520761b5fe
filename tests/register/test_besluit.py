"""Decisions with their document: who drafts, what is refused, who adopts (R188, R189, R203, R208).
"""

import base64
import hashlib
from datetime import timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from config.kern import klok
from config.kern.actor import SYSTEEM, Recht
from config.kern.domain.beheer import instelling_vastleggen
from config.kern.domain.conceptbesluit import Bestand, conceptbesluit_opstellen
from config.kern.enums import BesluitStatus, GremiumSoort
from config.kern.fouten import DomeinFout
from config.kern.models import Besluit, Document, Logregel
from register.domain.besluit import advies_toevoegen, conceptbesluit_vaststellen
from register.models import Advies
from tests.factories.kern import NU, VANDAAG, GremiumFactory
from tests.factories.pdomein import MedewerkerFactory
from tests.factories.register import RolFactory

pytestmark = pytest.mark.django_db
PDF = b"%PDF-1.4\n%%EOF\n"
BRIEF = Bestand("besluit.pdf", PDF)


@pytest.fixture
def registrar(maak_actor, gebruiker):
    return maak_actor(gebruiker, Recht.REGISTER_MUTEREN)


@pytest.fixture
def client(ingelogd):
    mens = MedewerkerFactory()
    RolFactory(rol_code="registerbeheerder", medewerker=mens, op=None)
    return ingelogd(mens.gebruiker)


def opstellen(door, **velden):
    return conceptbesluit_opstellen(**{
        "soort": "aanwijzing", "onderwerp": "Aanwijzing AOG", "tekst": "Wij wijzen aan.",
        "hoedanigheid": "Directeur Mens en Organisatie", "besluitdatum": VANDAAG, "door": door,
        "nu": NU, **velden,
    })


def vaststellen(besluit, door, nu=NU):
    return conceptbesluit_vaststellen(besluit=besluit, door=door, nu=nu)


def advies(besluit, door, **velden):
    return advies_toevoegen(**{
        "besluit": besluit, "adviseur": "Concerncontroller", "uitgebracht_op": VANDAAG,
        "strekking": "negatief", "weging": "zwaar", "door": door, "nu": NU, **velden,
    })


def test_only_who_keeps_the_register_or_a_gremium_drafts(maak_actor, gebruiker):
    """R203."""
    gremium, ander = GremiumFactory(), GremiumFactory(soort=GremiumSoort.DT)
    secretaris = maak_actor(gebruiker, (Recht.BESLUITENLIJST_OPSTELLEN, gremium))
    assert opstellen(secretaris, gremium=gremium).status == BesluitStatus.CONCEPT
    for door in (maak_actor(gebruiker), secretaris):
        with pytest.raises(DomeinFout) as fout:
            opstellen(door, gremium=ander)
        assert fout.value.status == 403


@pytest.mark.parametrize(
    ("inhoud", "woord"),
    [
        (b"", "leeg"),
        (b"\x89PNG\r\n\x1a\n\xff", "PDF-bestand of een tekstbestand"),
        (b"MZ\x00\x01", "PDF-bestand of een tekstbestand"),
        (b"%PDF-1.4 /JavaScript (app.alert(1))", "programma"),
        (b"x" * (10 * 1024 * 1024 + 1), "10 MB"),
    ],
)
def test_a_document_is_what_its_bytes_say(registrar, inhoud, woord):
    """R189: the name and the kind that the sender gives count for nothing."""
    with pytest.raises(DomeinFout) as fout:
        opstellen(registrar, bestand=Bestand("besluit.pdf", inhoud))
    assert fout.value.status == 400
    assert woord in fout.value.zin
    assert Besluit.objects.count() == Document.objects.count() == 0


def test_no_decision_without_a_document_leaves_draft(registrar):
    """R188, R189: what was decided elsewhere comes with its document."""
    besluit = opstellen(registrar)
    with pytest.raises(DomeinFout) as fout:
        vaststellen(besluit, registrar)
    assert fout.value.status == 409
    assert "document" in fout.value.zin


def test_registering_does_not_make_the_registrar_the_decider(registrar, maak_gebruiker):
    directeur = maak_gebruiker("Dirk Teur")
    besluit = opstellen(registrar, bestand=BRIEF, genomen_door_id=directeur.pk)
    besluit = vaststellen(besluit, registrar)
    assert besluit.status == BesluitStatus.VASTGESTELD
    assert besluit.genomen_door == directeur
    assert besluit.dossiernummer == besluit.kenmerk
    zonder = vaststellen(opstellen(registrar, bestand=BRIEF), registrar)
    assert zonder.genomen_door is None


def test_a_decision_is_adopted_once_and_not_before_its_day(registrar):
    besluit = vaststellen(opstellen(registrar, bestand=BRIEF), registrar)
    with pytest.raises(DomeinFout) as fout:
        vaststellen(besluit, registrar)
    assert fout.value.status == 409
    morgen = opstellen(registrar, bestand=BRIEF, besluitdatum=VANDAAG + timedelta(days=1))
    with pytest.raises(DomeinFout, match="toekomst"):
        vaststellen(morgen, registrar)


def test_the_chair_decides_here_and_the_text_is_the_document(maak_actor, gebruiker, registrar):
    gremium = GremiumFactory()
    voorzitter = maak_actor(gebruiker, (Recht.BESLUITENLIJST_VASTSTELLEN, gremium))
    besluit = vaststellen(opstellen(registrar, gremium=gremium), voorzitter)
    assert besluit.genomen_door_id == gebruiker.pk
    assert b"Wij wijzen aan." in bytes(Document.objects.get(pk=besluit.document_id).inhoud)
    with pytest.raises(DomeinFout) as fout:
        vaststellen(opstellen(registrar, gremium=GremiumFactory(soort="dt")), voorzitter)
    assert fout.value.status == 403


def test_four_eyes_when_the_province_wants_it(registrar, maak_actor, maak_gebruiker):
    """R203: an option."""
    instelling_vastleggen(
        sleutel="REGISTER_VIER_OGEN", waarde=True, geldig_vanaf=VANDAAG, bron="DT", door=SYSTEEM,
        nu=NU,
    )
    besluit = opstellen(registrar, bestand=BRIEF)
    with pytest.raises(DomeinFout, match="vier ogen"):
        vaststellen(besluit, registrar)
    collega = maak_actor(maak_gebruiker("Co Llega"), Recht.REGISTER_MUTEREN)
    assert vaststellen(besluit, collega).status == BesluitStatus.VASTGESTELD


def test_a_decision_of_the_directieteam_needs_an_advice(registrar):
    """R207."""
    besluit = opstellen(registrar, gremium=GremiumFactory(soort="dt"), bestand=BRIEF)
    with pytest.raises(DomeinFout, match="advies"):
        vaststellen(besluit, registrar)
    advies(besluit, registrar, strekking="positief")
    assert vaststellen(besluit, registrar).status == BesluitStatus.VASTGESTELD


def test_leaving_a_weighty_advice_takes_a_reason(registrar, maak_actor, gebruiker):
    """R208: in beginsel niet vrijblijvend."""
    besluit = opstellen(registrar)
    with pytest.raises(DomeinFout, match="waarom"):
        advies(besluit, registrar, is_gevolgd=False)
    advies(besluit, registrar, is_gevolgd=False, motivering="De wet vraagt het.")
    advies(besluit, registrar, is_gevolgd=False, weging="vrijblijvend")
    with pytest.raises(DomeinFout) as fout:
        advies(besluit, maak_actor(gebruiker))
    assert fout.value.status == 403
    assert Advies.objects.count() == 2


def test_the_whole_way_on_screen(client):
    """R189: draft, document, advice, adopt, open; opening is written down."""
    form = {
        "soort": "aanwijzing", "onderwerp": "Aanwijzing", "tekst": "Wij wijzen aan.",
        "hoedanigheid": "Directeur M&O", "besluitdatum": klok.vandaag().isoformat(),
        "dossiernummer": "Z-12",
    }
    adres = reverse("register:besluit-opstellen")
    assert client.post(adres, {**form, "tekst": ""}).status_code == 400
    assert client.post(adres, form).status_code == 302
    besluit = Besluit.objects.get(onderwerp="Aanwijzing")
    pad = reverse("register:besluit", args=[besluit.public_id])
    tekst = client.get(pad).content.decode()
    assert "Voeg eerst het document" in tekst
    client.post(pad + "document/toevoegen/", {"bestand": SimpleUploadedFile("b.pdf", PDF)})
    client.post(pad + "advies-toevoegen/", {
        "adviseur": "Concerncontroller", "uitgebracht_op": klok.vandaag().isoformat(),
        "strekking": "positief", "weging": "zwaar", "is_gevolgd": "on",
    })
    for _ in range(2):
        client.post(pad + "vaststellen/")
    besluit.refresh_from_db()
    assert besluit.status == BesluitStatus.VASTGESTELD
    assert client.get(pad + "document/").content == PDF
    assert Logregel.objects.filter(handeling="document_geopend").count() == 1
    assert "Concerncontroller" in client.get(pad).content.decode()
    assert client.get(pad + "document/toevoegen/").status_code == 200
    lijst = client.get(reverse("register:besluiten"), {"zoek": "Z-12"}).content.decode()
    assert besluit.kenmerk in lijst


def test_a_wrong_file_on_screen_is_refused_with_a_sentence(client, registrar):
    besluit = opstellen(registrar)
    antwoord = client.post(
        reverse("register:besluit-document-toevoegen", args=[besluit.public_id]),
        {"bestand": SimpleUploadedFile("b.pdf", b"MZ\x00", content_type="application/pdf")},
    )
    assert antwoord.status_code == 400
    assert "Kies een PDF-bestand" in antwoord.content.decode()


def test_the_list_takes_the_same_number_of_queries_for_one_and_three(
    client, registrar, django_assert_max_num_queries
):
    def tel():
        with django_assert_max_num_queries(12) as gemeten:
            assert client.get(reverse("register:besluiten")).status_code == 200
        return len(gemeten.captured_queries)

    opstellen(registrar, gremium=GremiumFactory(), bestand=BRIEF)
    een = tel()
    for _ in range(2):
        opstellen(registrar, gremium=GremiumFactory(), bestand=BRIEF)
    assert tel() == een
    leeg = client.get(reverse("register:besluiten"), {"zoek": "zzz"}).content.decode()
    assert "Geen besluiten gevonden" in leeg


@pytest.fixture
def rest(api):
    mens = MedewerkerFactory()
    RolFactory(rol_code="registerbeheerder", medewerker=mens, op=None)
    return api(mens, "lezen", "schrijven", "register")


def stuur(client, pad, gegevens=None):
    return client.post(f"/api/v1/{pad}", gegevens or {}, content_type="application/json")


def test_the_whole_way_over_rest(rest):
    """R189, HUIS §8: POST /besluiten with its document."""
    invoer = {
        "soort": "aanwijzing", "onderwerp": "Aanwijzing", "tekst": "Wij wijzen aan.",
        "hoedanigheid": "Directeur M&O", "besluitdatum": klok.vandaag().isoformat(),
        "document": {"naam": "b.pdf", "inhoud": base64.b64encode(PDF).decode()},
    }
    nieuw = stuur(rest, "besluiten", invoer).json()
    assert nieuw["documentSha256"] == hashlib.sha256(PDF).hexdigest()
    pad = f"besluiten/{nieuw['id']}"
    advies_ = {
        "adviseur": "Concerncontroller", "uitgebrachtOp": klok.vandaag().isoformat(),
        "strekking": "negatief", "weging": "zwaar", "isGevolgd": False,
    }
    assert stuur(rest, f"{pad}/adviezen", advies_).status_code == 400
    assert stuur(rest, f"{pad}/adviezen", {**advies_, "motivering": "Wet"}).status_code == 201
    assert [a["weging"] for a in rest.get(f"/api/v1/{pad}/adviezen").json()] == ["zwaar"]
    assert stuur(rest, f"{pad}/vaststelling").json()["status"] == "vastgesteld"
    assert stuur(rest, f"{pad}/vaststelling").status_code == 409


@pytest.mark.parametrize(
    ("weg", "erbij", "status"),
    [
        ("besluitdatum", {}, 400),
        ("hoedanigheid", {}, 400),
        ("", {"document": {"naam": "x.pdf", "inhoud": "geen base64!"}}, 400),
        ("", {"document": {"naam": "x.pdf", "inhoud": "TVoA"}}, 400),
    ],
)
def test_wrong_input_over_rest_is_refused(rest, weg, erbij, status):
    invoer = {
        "onderwerp": "A", "tekst": "B", "hoedanigheid": "DT",
        "besluitdatum": klok.vandaag().isoformat(), **erbij,
    }
    invoer.pop(weg, None)
    assert stuur(rest, "besluiten", invoer).status_code == status


def test_a_colleague_may_not_over_rest(api):
    client = api(MedewerkerFactory(), "lezen", "schrijven", "register")
    invoer = {
        "onderwerp": "A", "tekst": "B", "hoedanigheid": "DT",
        "besluitdatum": klok.vandaag().isoformat(),
    }
    assert stuur(client, "besluiten", invoer).status_code == 403
