"""A dossier for the archive: complete, with MDTO, and it proves itself (R189, R211, R212)."""

import hashlib
import io
import json
import zipfile
from datetime import date
from xml.etree import ElementTree as ET

import pytest
from django.http import Http404
from django.urls import reverse

from config.kern.actor import SYSTEEM
from config.kern.domain.besluit import besluit_opstellen, besluit_vaststellen
from config.kern.domain.conceptbesluit import Bestand, conceptbesluit_document_toevoegen
from config.kern.enums import BesluitSoort
from config.kern.fouten import DomeinFout
from config.kern.models import Logregel
from register import nakijken
from register.domain.besluit import advies_toevoegen
from register.domain.dossier import dossier_exporteren
from register.domain.roltoewijzing import rol_beeindigen
from tests.factories.kern import NU, VANDAAG, BesluitFactory
from tests.factories.pdomein import MedewerkerFactory
from tests.factories.register import BEGIN, InzetFactory, RolFactory, aanwijzing
from tests.register.test_anker import schrijf_keten

pytestmark = pytest.mark.django_db
PDF = b"%PDF-1.4\n%%EOF\n"
MDTO = "{https://www.nationaalarchief.nl/mdto}"


@pytest.fixture
def besluit():
    besluit = besluit_opstellen(
        soort=BesluitSoort.AANWIJZING, onderwerp="Aanwijzing <AON> & meer", tekst="Wij wijzen aan.",
        hoedanigheid="Directeur Mens en Organisatie", besluitdatum=BEGIN, dossiernummer="Z/2026 12",
        door=SYSTEEM, nu=NU,
    )
    besluit = conceptbesluit_document_toevoegen(
        besluit=besluit, bestand=Bestand("../brief 1.pdf", PDF), door=SYSTEEM, nu=NU
    )
    advies_toevoegen(
        besluit=besluit, adviseur="Concerncontroller", uitgebracht_op=BEGIN,
        strekking="positief", weging="zwaar", door=SYSTEEM, nu=NU,
    )
    return besluit_vaststellen(besluit=besluit, door=SYSTEEM, nu=NU)


@pytest.fixture
def dossier(besluit):
    rij = RolFactory(besluit=besluit)
    InzetFactory(besluit=besluit)
    rol_beeindigen(
        toewijzing=rij, per=VANDAAG, besluit=BesluitFactory(), reden="Klaar", door=SYSTEEM, nu=NU
    )
    return dossier_exporteren(nummer="Z/2026 12", door=SYSTEEM, nu=NU)


def inhoud(uit):
    with zipfile.ZipFile(io.BytesIO(uit.inhoud)) as archief:
        return {naam: archief.read(naam) for naam in archief.namelist()}


def test_only_who_must_account_takes_it_along(besluit, maak_actor, gebruiker):
    with pytest.raises(DomeinFout) as fout:
        dossier_exporteren(nummer="Z/2026 12", door=maak_actor(gebruiker), nu=NU)
    assert fout.value.status == 403
    for nummer in ("weg", ""):
        with pytest.raises(Http404):
            dossier_exporteren(nummer=nummer, door=SYSTEEM, nu=NU)


def test_it_is_complete_and_safe_to_unpack(dossier, besluit):
    """R417: documents, entries and metadata in one package."""
    bestanden = inhoud(dossier)
    assert dossier.naam == "dossier-Z-2026-12.zip"
    assert bestanden[f"documenten/{besluit.kenmerk}-brief-1.pdf"] == PDF
    assert not [naam for naam in bestanden if ".." in naam or naam.startswith("/")]
    vermeldingen = json.loads(bestanden["vermeldingen.json"])
    assert [v["wat"].split(": ")[1] for v in vermeldingen] == [
        "toewijzing", "toewijzing", "vervangen of ingetrokken"
    ]
    assert json.loads(bestanden["adviezen.json"])[0]["adviseur"] == "Concerncontroller"
    regel = Logregel.objects.get(handeling="dossier_geexporteerd")
    assert regel.gegevens["sha256"] == hashlib.sha256(dossier.inhoud).hexdigest()


def test_the_metadata_is_mdto_with_the_term_of_its_category(dossier, besluit):
    """R212: kept per category; the order of the elements is that of the schema."""
    bestanden = inhoud(dossier)
    (object_,) = ET.fromstring(bestanden[f"mdto/{besluit.kenmerk}.xml"])
    assert object_.tag == f"{MDTO}informatieobject"
    assert [kind.tag.removeprefix(MDTO) for kind in object_] == [
        "identificatie", "naam", "aggregatieniveau", "omschrijving", "dekkingInTijd", "taal",
        "event", "waardering", "bewaartermijn", "informatiecategorie", "isOnderdeelVan",
        "heeftRepresentatie", "archiefvormer", "betrokkene", "beperkingGebruik",
    ]
    assert object_.find(f"{MDTO}naam").text == "Aanwijzing <AON> & meer"
    termijn = object_.find(f"{MDTO}bewaartermijn")
    assert termijn.find(f"{MDTO}termijnLooptijd").text == "P10Y"
    assert termijn.find(f"{MDTO}termijnEinddatum").text == "2036-01-01"
    (bestand,) = ET.fromstring(bestanden[f"mdto/{besluit.kenmerk}-brief-1.pdf.xml"])
    waarde = bestand.find(f"{MDTO}checksum/{MDTO}checksumWaarde").text
    assert waarde == hashlib.sha256(PDF).hexdigest()
    (geheel,) = ET.fromstring(bestanden["mdto/dossier.xml"])
    assert len(geheel.findall(f"{MDTO}bevatOnderdeel")) == 1


def test_it_proves_itself_and_fits_the_chain(dossier, tmp_path):
    """BETROUWBAAR 2.A8."""
    pad = tmp_path / "dossier.zip"
    pad.write_bytes(dossier.inhoud)
    keten = schrijf_keten(tmp_path)
    assert nakijken.main([str(pad)]) == 0
    assert nakijken.main([str(pad), str(keten)]) == 2
    bestanden = inhoud(dossier)
    for naam, kapot in (
        ("vermeldingen.json", b"[]"),
        ("schakels.jsonl", bestanden["schakels.jsonl"].replace(b"toewijzing", b"toewyzing")),
    ):
        with zipfile.ZipFile(pad, "w") as archief:
            for ander, bytes_ in {**bestanden, naam: kapot}.items():
                archief.writestr(ander, bytes_)
        assert nakijken.main([str(pad)]) == 1


def test_dossiers_on_screen(ingelogd, besluit, django_assert_max_num_queries):
    mens = MedewerkerFactory()
    RolFactory(rol_code="auditor", medewerker=mens, op=None)
    auditor, collega = ingelogd(mens.gebruiker), ingelogd(MedewerkerFactory().gebruiker)
    lijst, pad = reverse("register:dossiers"), reverse("register:dossier")
    archief = reverse("register:dossier-archief")
    for adres in (lijst, pad):
        assert collega.get(adres, {"nummer": "Z/2026 12"}).status_code == 403
    assert collega.post(archief, {"nummer": "Z/2026 12"}).status_code == 403
    assert "Z/2026 12" in auditor.get(lijst, {"zoek": "z/2026"}).content.decode()
    assert "Geen dossiers gevonden" in auditor.get(lijst, {"zoek": "zzz"}).content.decode()
    assert auditor.get(pad, {"nummer": "weg"}).status_code == 404

    def tel():
        with django_assert_max_num_queries(16) as gemeten:
            tekst = auditor.get(pad, {"nummer": "Z/2026 12"}).content.decode()
        return tekst, len(gemeten.captured_queries)

    RolFactory(besluit=besluit)
    tekst, een = tel()
    assert "Aanwijzing: 10 jaar" in tekst
    for _ in range(2):
        RolFactory(besluit=besluit)
        RolFactory(besluit=aanwijzing(dossiernummer="Z/2026 12"))
    assert tel()[1] == een
    antwoord = auditor.post(archief, {"nummer": "Z/2026 12"})
    assert antwoord["Content-Type"] == "application/zip"
    assert date(2036, 1, 1) > VANDAAG
