"""Every page of the procedure, market and start opens for who may see it, in every phase."""

from decimal import Decimal

import pytest
from django.test import Client
from django.urls import reverse

from config.kern.actor import SYSTEEM
from config.kern.models import Instelling
from config.kern.werkdagen import lokale_dag
from matching.domain.aogroute import aog_kiezen
from matching.domain.fasen import FASEN
from matching.domain.procedure import fase_overgaan
from matching.domain.publicatie import tro_publiceren
from matching.enums import Fase, Route
from matching.models import Procedure
from tests.factories.matching import (
    NU,
    aog_procedure,
    aon_procedure,
    collega,
    gedeeld,
    gepubliceerd,
    maak_wereld,
    reageer,
    team_procedure,
    voorgesteld,
)

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def klok(monkeypatch):
    """The doors ask the clock; the tests stand on Monday 1 June 2026."""
    monkeypatch.setattr("config.kern.klok.nu", lambda: NU)
    monkeypatch.setattr("config.kern.klok.vandaag", lambda: lokale_dag(NU))


@pytest.fixture
def wereld():
    return maak_wereld()


def als(wie) -> Client:
    client = Client()
    client.force_login(wie.gebruiker, backend="django.contrib.auth.backends.ModelBackend")
    return client


def url(naam: str, obj=None, *rest) -> str:
    return reverse(f"matching:{naam}", args=[obj.public_id, *rest] if obj else [])


def test_procedure_page_opens_in_every_phase_for_everybody(wereld):
    """R236: its timeline is there for AOG, P-managers and who it is about."""
    procedure = gedeeld(wereld)
    mensen = [wereld.aog, wereld.aon, wereld.dd, wereld.dmo, wereld.pmanager, wereld.mensen[0]]
    voorgesteld(wereld, procedure, wereld.mensen[0])
    for fase in FASEN[Route.TEAM]:
        Procedure.objects.filter(pk=procedure.pk).update(fase=fase)
        codes = [als(wie).get(url("procedure", procedure)).status_code for wie in mensen]
        assert codes == [200] * 6


def test_market_pages(wereld):
    """R247: on the market for every professional, and a reaction from there."""
    publicatie = gepubliceerd(wereld)
    wie = als(wereld.mensen[0])
    assert wie.get(url("opdrachtenmarkt"), {"zoek": "zonnevelden"}).status_code == 200
    assert wie.get(url("markt-opdracht", publicatie)).status_code == 200
    assert wie.get(url("reactie-indienen", publicatie)).status_code == 200
    antwoord = wie.post(url("reactie-indienen", publicatie), {"toelichting": "Past bij mij 🌱"})
    assert antwoord["Location"] == url("reacties")
    dubbel = wie.post(url("reactie-indienen", publicatie), {"toelichting": "Nog een keer"})
    assert dubbel.status_code == 409
    assert wie.get(url("reacties")).status_code == 200
    reactie = publicatie.reacties.get()
    for naam in ("reactie-wijzigen", "reactie-intrekken", "reactie-bevestigen"):
        assert wie.get(url(naam, reactie)).status_code == 200
        assert als(wereld.mensen[1]).get(url(naam, reactie)).status_code == 404


def test_who_comes_from_outside_looks_but_may_not_react_unless_the_province_wants_it(wereld):
    """R249: the reason stands beside the button; a setting lets externen react."""
    publicatie = gepubliceerd(wereld)
    inhuur = collega(wereld, "Ed Extern", dienstverband="extern")
    pagina = als(inhuur).get(url("markt-opdracht", publicatie)).content.decode()
    geweigerd = als(inhuur).post(url("reactie-indienen", publicatie), {"toelichting": "Ik wil"})
    Instelling.objects.create(
        sleutel="EXTERNEN_MOGEN_REAGEREN", waarde=True, geldig_vanaf=lokale_dag(NU), bron="P-beraad"
    )
    mag = als(inhuur).post(url("reactie-indienen", publicatie), {"toelichting": "Ik wil"})

    assert "collega’s met een aanstelling" in pagina or "collega&#x27;s met een" in pagina
    assert (geweigerd.status_code, mag.status_code) == (403, 302)


def test_forms_of_the_aog_open(wereld):
    procedure = team_procedure(wereld)
    aog = als(wereld.aog)
    for naam in ("tro-bijwerken", "tro-delen", "tro-publiceren", "procedure-pauzeren",
                 "procedure-hervatten", "procedure-intrekken", "match-voorstellen"):
        assert (naam, aog.get(url(naam, procedure)).status_code) == (naam, 200)
    assert aog.get(url("fase-afsluiten", procedure, "matchtafel")).status_code == 200
    assert aog.get(url("bord"), {"van": "mijn", "fase": "concept"}).status_code == 200


def test_tro_wordt_gedeeld_op_het_scherm(wereld):
    procedure = team_procedure(wereld)
    antwoord = als(wereld.aog).post(
        url("tro-delen", procedure), {"anders": [wereld.pteam.pk], "versie": procedure.versie}
    )
    procedure.refresh_from_db()
    assert antwoord.status_code == 302
    assert procedure.fase == Fase.INFORMEEL
    deling = procedure.delingen.get()
    pm = als(wereld.pmanager)
    assert pm.get(url("deling-beantwoorden", deling)).status_code == 200
    assert pm.post(url("deling-beantwoorden", deling), {"antwoord": "ja"}).status_code == 302


def test_tro_bijwerken_keeps_what_was_typed(wereld):
    procedure = team_procedure(wereld)
    tro = procedure.matchvraag.tro
    invoer = {
        "titel": "Nieuwe titel", "waarom": "a", "wat": "b", "hoe": "c", "wie": "d",
        "beoogd_resultaat": "e", "begin": "2026-07-01", "tot_en_met": "2026-06-01", "fte": "0.6",
        "schaal_van": 10, "schaal_tot": 11, "tro_versie": tro.versie, "c-TOTAL_FORMS": 0,
        "c-INITIAL_FORMS": 0,
    }
    fout = als(wereld.aog).post(url("tro-bijwerken", procedure), invoer)
    goed = als(wereld.aog).post(
        url("tro-bijwerken", procedure), invoer | {"tot_en_met": "2026-12-31"}
    )
    tro.refresh_from_db()
    assert (fout.status_code, goed.status_code) == (400, 302)
    assert "Nieuwe titel" in fout.content.decode()
    assert (tro.titel, str(tro.einde)) == ("Nieuwe titel", "2027-01-01")


def test_match_and_consents_on_screen(wereld):
    procedure = gedeeld(wereld)
    mens = wereld.mensen[0]
    antwoord = als(wereld.aog).post(url("match-voorstellen", procedure), {
        "medewerker": mens.public_id, "begin": "2026-07-01", "tot_en_met": "2026-12-31",
        "fte": "0.4", "motivatie_organisatie": "Nodig.", "motivatie_persoon": "Leerzaam.",
        "versie": procedure.versie,
    })
    match = procedure.matches.get()
    assert antwoord.status_code == 302
    assert als(mens).get(url("start")).status_code == 200
    assert als(wereld.pmanager).get(url("instemmingen")).status_code == 200
    assert als(wereld.mensen[1]).get(url("instemming-geven", match)).status_code == 404
    for wie in (mens, wereld.pmanager):
        assert als(wie).get(url("instemming-geven", match)).status_code == 200
        assert als(wie).post(url("instemming-geven", match), {"antwoord": "ja"}).status_code == 302
    procedure.refresh_from_db()
    assert procedure.fase == Fase.GEMATCHT


def test_reactions_are_only_for_the_aog(wereld):
    publicatie = gepubliceerd(wereld)
    reageer(publicatie, wereld.mensen[0])
    procedure = publicatie.procedure
    assert als(wereld.aog).get(url("reacties-inzien", procedure)).status_code == 200
    assert als(wereld.mensen[1]).get(url("reacties-inzien", procedure)).status_code == 403


def test_aog_route_pages():
    wereld = maak_wereld(met_aog=False)
    procedure = aog_procedure(wereld)
    fase_overgaan(procedure=procedure, naar=Fase.KEUZE_DD, door=SYSTEEM, nu=NU)
    dd, dmo = als(wereld.dd), als(wereld.dmo)
    assert dd.get(url("aog-kiezen", procedure)).status_code == 200
    antwoord = dd.post(url("aog-kiezen", procedure), {
        "anders": wereld.aog.naam, "begin": "2026-06-01", "tot_en_met": "2027-05-31",
        "fte": "0.2", "versie": procedure.versie,
    })
    assert antwoord.status_code == 400
    assert "afwijkt" in antwoord.content.decode()
    aog_kiezen(
        procedure=procedure, medewerker=wereld.aog, begin=lokale_dag(NU),
        einde=lokale_dag(NU).replace(year=2027), fte=Decimal("0.2"),
        afwijking_van_advies="Er was geen advies.", door=wereld.als(wereld.dd), nu=NU,
    )
    for naam in ("aanwijzen", "aanwijzing-weigeren"):
        assert dmo.get(url(naam, procedure)).status_code == 200
    aon = aon_procedure(wereld)
    assert als(wereld.dd).get(url("procedure", aon)).status_code == 200


def test_werving_pages(wereld):
    procedure = gedeeld(wereld)
    publicatie = tro_publiceren(procedure=procedure, door=wereld.als(wereld.aog), nu=NU)
    for fase in (Fase.MATCHTAFEL, Fase.EXTERN):
        fase_overgaan(procedure=publicatie.procedure, naar=fase, door=SYSTEEM, nu=NU)
    pm = als(wereld.pmanager)
    assert pm.get(url("werving-openen", procedure)).status_code == 200
    antwoord = pm.post(url("werving-openen", procedure), {
        "soort": "inhuur", "reden": "extra", "motivering": "Niemand vrij.",
        "pteam": wereld.pteam.public_id, "begin": "2026-07-01", "tot_en_met": "2026-12-31",
        "vwnw_bekeken": "on",
    })
    werving = procedure.wervingen.get()
    assert antwoord.status_code == 302
    for naam in ("werving", "werving-in-selectie", "werving-intrekken"):
        assert pm.get(url(naam, werving)).status_code == 200
    assert pm.get(url("wervingen")).status_code == 200
    buiten = als(wereld.mensen[0])
    for naam, obj in (("werving-openen", procedure), ("werving-in-selectie", werving)):
        assert buiten.get(url(naam, obj)).status_code == 403
    pagina = buiten.get(url("werving", werving)).content.decode()
    assert "Niemand vrij." not in pagina
    assert "Het dossier is voor wie aan deze zoektocht werkt." in pagina


def test_start_page_per_role(wereld):
    gepubliceerd(wereld)
    mensen = [wereld.aog, wereld.aon, wereld.dd, wereld.dmo, wereld.pmanager, wereld.mensen[0]]
    assert [als(wie).get(url("start")).status_code for wie in mensen] == [200] * 6
    assert als(wereld.pmanager).get(url("start"), {"mensen": "vrij"}).status_code == 200


def test_fragment_of_an_opdracht(wereld):
    team_procedure(wereld)
    assert als(wereld.mensen[0]).get(
        url("procedures-opdracht", wereld.opdracht)
    ).status_code == 200


@pytest.mark.parametrize("methode", ["get", "post"])
def test_a_form_tells_nothing_to_who_may_not_use_it(wereld, methode):
    """R244, R348: neither the text of phase 0 nor who reacted, also not after a refused POST."""
    procedure = gedeeld(wereld)
    buiten = als(collega(wereld, "Buiten Staander", wereld.pteam2))
    for naam in ("tro-bijwerken", "tro-publiceren", "tro-delen"):
        antwoord = getattr(buiten, methode)(url(naam, procedure))
        assert (naam, antwoord.status_code) == (naam, 403)
        assert procedure.matchvraag.tro.beoogd_resultaat not in antwoord.content.decode()
    publicatie = tro_publiceren(procedure=procedure, door=wereld.als(wereld.aog), nu=NU)
    reageer(publicatie, wereld.mensen[0])
    antwoord = getattr(buiten, methode)(url("match-voorstellen", procedure))
    assert antwoord.status_code == 403
    assert wereld.mensen[0].naam not in antwoord.content.decode()
