"""The pages of vakgenootschappen, vakcirkels, proposals and the domain model."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from config.kern.actor import SYSTEEM
from config.kern.enums import GremiumSoort
from pdomein.domain.vakcirkel import professievoorstel_besluiten
from pdomein.domain.vakgenootschap import vakgenootschap_oprichten
from pdomein.models import Professievoorstel, Vakcirkel, Vakgenootschap
from tests.factories.kern import GremiumFactory
from tests.factories.pdomein import ClusterFactory, MedewerkerFactory, PTeamFactory
from tests.factories.register import RolFactory


@pytest.fixture
def tweede(wereld):
    return PTeamFactory(
        naam="Ecologie zuid", professie=wereld.pteam.professie, domein=wereld.pteam.domein,
        pmanager=MedewerkerFactory(),
    )


@pytest.fixture
def vakgenootschap(wereld, tweede):
    return vakgenootschap_oprichten(
        naam="Ecologen", professie=wereld.pteam.professie, pteams=[wereld.pteam, tweede],
        door=SYSTEEM, nu=timezone.now(),
    )


@pytest.fixture
def directeur(wereld):
    wie = MedewerkerFactory(functiegroep="strategisch_leider", schaal=16)
    RolFactory(rol_code="directeur_mo", op=wereld.pteam.domein, medewerker=wie)
    return wie


def test_a_vakgenootschap_is_founded_and_gets_its_norm(wereld, tweede, browser):
    """R149, R151, R152: proposed on the list, then delegates and a norm."""
    client = browser(wereld.pmanager)
    lijst = client.get("/vakgenootschappen/").content.decode()
    adres = f"/vakgenootschappen/oprichten/?vak={wereld.pteam.professie.public_id}"
    assert adres in lijst
    assert client.get(adres).status_code == 200
    client.post(adres, {
        "naam": "Ecologen", "pteams": [str(wereld.pteam.public_id), str(tweede.public_id)],
    })
    pad = f"/vakgenootschappen/{Vakgenootschap.objects.get().public_id}/"
    assert client.get(adres).status_code == 404
    assert client.get(f"{pad}afgevaardigde-aanwijzen/").status_code == 200
    client.post(f"{pad}afgevaardigde-aanwijzen/", {"wie": str(wereld.lid.public_id)})
    norm = f"{pad}norm-vaststellen/"
    assert browser(wereld.lid).get(norm).status_code == 200
    browser(wereld.lid).post(norm, {"versie": "0", "tekst": "Wij zijn helder"})

    inhoud = browser(wereld.collega).get(pad).content.decode()
    assert "Wij zijn helder" in inhoud
    assert "Nog iemand nodig" in inhoud
    team = browser(wereld.collega).get(f"/pteams/{wereld.pteam.public_id}/").content.decode()
    persoon = browser(wereld.lid).get(f"/medewerkers/{wereld.lid.public_id}/").content.decode()
    assert pad in team
    assert pad in persoon
    assert "100% van de tijd" in persoon


def test_a_colleague_joins_in_part_by_name(wereld, vakgenootschap, browser):
    """R150: the own P-manager notes it; the share is not for everybody."""
    baas = browser(wereld.ander_team.pmanagers.get().medewerker)
    pad = f"/vakgenootschappen/{vakgenootschap.public_id}/"
    assert baas.get(f"{pad}deelnemer-vastleggen/").status_code == 200
    fout = baas.post(f"{pad}deelnemer-vastleggen/", {"medewerker": "Onbekend", "pct": "20"})
    assert "We vinden niemand met “Onbekend”." in fout.content.decode()
    baas.post(f"{pad}deelnemer-vastleggen/", {"medewerker": "Cas Mol", "pct": "20"})
    assert "Cas Mol" in browser(wereld.lid).get(pad).content.decode()

    rij = vakgenootschap.deelnemers.get()
    baas.post(f"/vakgenootschapsdelen/{rij.public_id}/beeindigen/")

    assert vakgenootschap.deelnemers.count() == 0


def test_another_team_joins_on_its_page(wereld, vakgenootschap, browser, directeur):
    derde = PTeamFactory(professie=wereld.pteam.professie, domein=wereld.pteam.domein)
    client, pad = browser(directeur), f"/vakgenootschappen/{vakgenootschap.public_id}/"
    assert client.get(f"{pad}team-toevoegen/").status_code == 200

    client.post(f"{pad}team-toevoegen/", {"pteam": str(derde.public_id)})

    assert vakgenootschap.teams.count() == 3


def test_a_vakcirkel_from_start_to_active(wereld, browser, directeur):
    """R153, R154"""
    ander = MedewerkerFactory(naam="Bo Kok", pteam=wereld.pteam)
    client = browser(wereld.lid)
    assert client.get("/vakcirkels/starten/").status_code == 200
    client.post("/vakcirkels/starten/", {
        "naam": "Data-ethiek", "doel": "Samen leren", "collegas": f"{ander.personeelsnummer}\n",
    })
    cirkel = Vakcirkel.objects.get()
    pad = f"/vakcirkels/{cirkel.public_id}/"
    browser(directeur).post(f"{pad}bespreken/")
    baas = browser(wereld.pmanager)
    assert "Afgestemd" in baas.get(pad).content.decode()
    for rij in cirkel.deelnemers.all():
        baas.post(f"/cirkeldeelnames/{rij.public_id}/afstemmen/")
    client.post(f"{pad}activeren/")
    assert "heeft nog geen plan" in client.get(pad).content.decode()
    assert client.get(f"{pad}plan/").status_code == 200
    client.post(f"{pad}plan/", {"plan": "Elke maand een sessie"})
    browser(wereld.collega).post(f"{pad}deelnemen/")

    cirkel.refresh_from_db()
    assert (cirkel.status, cirkel.plan, cirkel.deelnemers.count()) == (
        "actief", "Elke maand een sessie", 3
    )
    browser(wereld.collega).post(f"{pad}verlaten/")
    assert client.get(f"{pad}voordragen/").status_code == 200
    client.post(f"{pad}stoppen/")
    assert "Data-ethiek" not in client.get("/vakcirkels/").content.decode()


def test_a_refused_proposal_offers_a_vakcirkel(wereld, browser):
    """E13, R170, R171"""
    GremiumFactory(soort=GremiumSoort.P_BERAAD)
    client = browser(wereld.lid)
    assert client.get("/professievoorstellen/indienen/").status_code == 200
    client.post("/professievoorstellen/indienen/", {
        "naam": "Data-ethiek", "waarom": "Veel vraag", "collegas": wereld.collega.naam,
        "domein": str(wereld.pteam.domein.public_id),
    })
    voorstel = Professievoorstel.objects.get()
    pad = f"/professievoorstellen/{voorstel.public_id}/"
    assert client.get(f"{pad}besluiten/").status_code == 200
    assert client.post(f"{pad}besluiten/", {"is_akkoord": "ja"}).status_code == 403
    professievoorstel_besluiten(
        voorstel=voorstel, is_akkoord=False, motivering="Geen ruimte", door=SYSTEEM,
        nu=timezone.now(),
    )
    assert "met dezelfde mensen een vakcirkel beginnen" in client.get(pad).content.decode()
    assert client.get(f"{pad}vakcirkel/").status_code == 200
    client.post(f"{pad}vakcirkel/", {"naam": "Data-ethiek", "doel": "Leren", "collegas": ""})

    assert Vakcirkel.objects.get().deelnemers.count() == 2
    assert "ging verder als" in client.get(pad).content.decode()


def test_the_domain_model_shows_domain_cluster_and_team(wereld, browser, directeur):
    """R174, R177, R178, R094"""
    cluster = ClusterFactory(domein=wereld.pteam.domein, naam="Groen")
    team = PTeamFactory(domein=wereld.pteam.domein, cluster=cluster, naam="Bodem")
    team.kenmerken = ["bedrijfsvoering"]
    team.save()

    antwoord = browser(wereld.lid).get("/domeinen/")

    boom = next(b for b in antwoord.context["bomen"] if b.domein == wereld.pteam.domein)
    assert [(t.cluster, [p for p, _ in t.teams]) for t in boom.takken] == [
        (cluster, [team]), (None, [wereld.pteam])
    ]
    assert antwoord.context["bedrijfsvoering"] == [team]
    deel = f"/register/delen/houder-domein/{wereld.pteam.domein.public_id}/"
    assert directeur.naam in browser(wereld.lid).get(deel).content.decode()
    leeg = f"/register/delen/houder-domein/{wereld.ander_team.domein.public_id}/"
    assert "Nog geen directeur" in browser(wereld.lid).get(leeg).content.decode()


def test_the_directeur_gives_a_team_its_marks(wereld, browser, directeur):
    """R178"""
    pad = f"/pteams/{wereld.pteam.public_id}/kenmerken/"
    assert browser(wereld.lid).post(pad, {"kenmerken": "x"}).status_code == 403
    client = browser(directeur)
    assert client.get(pad).status_code == 200
    assert client.post(pad, {"kenmerken": "niet/goed"}).status_code == 400

    client.post(pad, {"kenmerken": "Bedrijfsvoering, bedrijfsvoering"})

    wereld.pteam.refresh_from_db()
    assert wereld.pteam.kenmerken == ["bedrijfsvoering"]


@pytest.mark.parametrize(
    "pad", ["/vakgenootschappen/", "/vakcirkels/", "/professievoorstellen/", "/domeinen/", "een"]
)
def test_as_many_queries_for_three_as_for_one(wereld, vakgenootschap, browser, pad):
    """HUIS §10.10"""
    client = browser(wereld.lid)
    pad = f"/vakgenootschappen/{vakgenootschap.public_id}/" if pad == "een" else pad
    nu = timezone.now()

    def erbij(n):
        nieuw = Professievoorstel.objects.create(
            naam=f"Vak {n}", waarom="Nodig", domein=wereld.pteam.domein, indiener=wereld.lid,
            ingediend_op=nu,
        )
        nieuw.voorstellers.set([wereld.lid, wereld.collega])
        Vakcirkel.objects.create(naam=f"Cirkel {n}", doel="Leren", aangemaakt_op=nu)
        team = PTeamFactory(pmanager=MedewerkerFactory(), domein=wereld.pteam.domein)
        MedewerkerFactory(pteam=team)
        MedewerkerFactory(pteam=wereld.pteam)

    def aantal():
        with CaptureQueriesContext(connection) as vastgelegd:
            assert client.get(pad).status_code == 200
        return len(vastgelegd)

    erbij(0)
    eerst = aantal()
    erbij(1)
    erbij(2)

    assert aantal() == eerst
