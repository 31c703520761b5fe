"""The lawfulness cockpit and the confirmation by the O-beraad (R181, R189-R191, R201)."""

from datetime import date, timedelta

import pytest
from django.db import IntegrityError, transaction
from django.urls import reverse

from config.kern import klok
from config.kern.actor import SYSTEEM, Recht
from config.kern.enums import GremiumSoort
from config.kern.fouten import DomeinFout
from opgaven.models import Opdracht
from register import tasks_toezicht as tasks
from register.domain.bevestiging import register_bevestigen, stand_bij, stand_nu
from register.domain.bevinding import (
    bevinding_toelichten,
    bevinding_toewijzen,
    bevindingen_bijwerken,
)
from register.domain.roltoewijzing import rol_beeindigen
from register.enums import BevindingSoort as Soort
from register.enums import BevindingStatus
from register.models import Bevinding, Registerbevestiging
from register.queries import toezicht
from register.queries.rechtmatigheid import cockpit, vondsten
from tests.factories.kern import NU, VANDAAG, BesluitFactory, GremiumFactory
from tests.factories.pdomein import MedewerkerFactory
from tests.factories.register import BEGIN, OpdrachtFactory, RolFactory, aanwijzing, rollen
from tests.register.test_waarborgen import buiten_de_waarborgen_om, voer_uit

pytestmark = pytest.mark.django_db
LEIDER = {"functiegroep": "strategisch_leider", "schaal": 14}


@pytest.fixture
def registrar(maak_actor, gebruiker):
    return maak_actor(gebruiker, Recht.REGISTER_MUTEREN, Recht.REGISTER_INZIEN)


@pytest.fixture
def client(ingelogd):
    mens = MedewerkerFactory()
    RolFactory(rol_code="registerbeheerder", medewerker=mens, op=None)
    return ingelogd(mens.gebruiker)


def loopt(**velden):
    return OpdrachtFactory(status="in_uitvoering", **velden)


def met(opdracht, rol="aog", **velden):
    return RolFactory(rol_code=rol, op=opdracht, medewerker=MedewerkerFactory(**LEIDER), **velden)


def soorten(dag=VANDAAG):
    return [v.soort for v in vondsten(dag) if v.soort not in (
        Soort.MACHT_ZONDER_ROL, Soort.ROL_ZONDER_MACHT, Soort.LAAT
    )]


def test_an_opdracht_without_aog_or_aon_is_found_with_its_owner():
    """R066, R181: the finding names who resolves it."""
    rollen()
    boven, _ = loopt(), OpdrachtFactory(status="bemensing")
    deel = loopt(bovenliggende=boven, opgave=boven.opgave)
    assert soorten() == ["geen_aog", "geen_aog", "geen_aon", "geen_aon"]
    aog = met(boven)
    met(boven, "aon")
    (over,) = [v for v in vondsten(VANDAAG) if v.soort == "geen_aon"]
    assert over.sleutel == str(deel.public_id)
    assert over.eigenaar == f"{aog.medewerker.naam} (AOG)"
    assert f"waarop={deel.code}" in over.vraag


def test_gaps_and_what_ends_soon_are_found():
    opdracht = loopt()
    met(opdracht, "aon")
    met(opdracht, einde=date(2026, 3, 1))
    laatste = met(opdracht, begin=date(2026, 3, 3), einde=VANDAAG + timedelta(days=20))
    assert soorten() == ["gat", "loopt_af"]
    loopt_af = next(v for v in vondsten(VANDAAG) if v.soort == "loopt_af")
    assert loopt_af.uiterlijk == laatste.einde_geldigheid
    met(opdracht, begin=laatste.einde_geldigheid)
    assert soorten() == ["gat"]


def test_two_holders_are_found_when_somebody_went_around_the_database():
    opdracht = loopt()
    met(opdracht, "aon")
    eerste = met(opdracht, einde=date(2026, 3, 1))
    met(opdracht, begin=date(2026, 3, 1))
    voer_uit("ALTER TABLE register_roltoewijzing DROP CONSTRAINT een_houder_per_opdracht")
    buiten_de_waarborgen_om(
        f"UPDATE register_roltoewijzing SET einde_geldigheid = NULL WHERE id = {eerste.pk}"
    )
    assert soorten() == ["overlap"]


def test_who_left_but_still_holds_a_role_is_found():
    opdracht = loopt()
    met(opdracht)
    aon = met(opdracht, "aon")
    type(aon.medewerker).objects.filter(pk=aon.medewerker_id).update(uit_dienst=VANDAAG)
    assert soorten() == ["uit_dienst"]


def test_late_entries_count_in_working_days():
    """R190: Friday to Wednesday is three working days."""
    opdracht = loopt()
    met(opdracht)
    besluit = aanwijzing(besluitdatum=VANDAAG - timedelta(days=5), ingangsdatum=BEGIN)
    met(opdracht, "aon", besluit=besluit, begin=VANDAAG)
    laat = [v for v in vondsten(VANDAAG) if v.sleutel == str(besluit.public_id)]
    assert laat == []
    ouder = aanwijzing(besluitdatum=VANDAAG - timedelta(days=12), ingangsdatum=BEGIN)
    met(loopt(), "aon", besluit=ouder, begin=VANDAAG)
    (laat,) = [v for v in vondsten(VANDAAG) if v.sleutel == str(ouder.public_id)]
    assert laat.soort == "laat"
    assert "werkdagen" in laat.onderwerp


def test_a_document_that_is_no_longer_itself_is_found():
    """R189: a dead link."""
    rij = RolFactory()
    voer_uit("ALTER TABLE kern_document DISABLE TRIGGER USER")
    voer_uit(f"UPDATE kern_document SET inhoud = 'x' WHERE id = {rij.besluit.document_id}")
    bevindingen_bijwerken(door=SYSTEEM, nu=NU)
    kapot = Bevinding.objects.get(soort="geen_document")
    assert kapot.sleutel == str(rij.besluit.public_id)
    assert "geen_document" in [r.vondst.soort for r in cockpit(VANDAAG)]


def test_findings_open_once_and_close_by_themselves(registrar, maak_actor, gebruiker):
    rollen()
    opdracht = loopt()
    with pytest.raises(DomeinFout) as fout:
        bevindingen_bijwerken(door=maak_actor(gebruiker), nu=NU)
    assert fout.value.status == 403
    eerst, _ = bevindingen_bijwerken(door=SYSTEEM, nu=NU)
    assert eerst == Bevinding.objects.count()
    assert bevindingen_bijwerken(door=SYSTEEM, nu=NU) == (0, 0)
    zonder_aog = Bevinding.objects.get(soort="geen_aog")
    assert zonder_aog.uiterlijk == date(2026, 6, 15)
    met(opdracht)
    bevindingen_bijwerken(door=registrar, nu=NU)
    zonder_aog.refresh_from_db()
    assert zonder_aog.status == BevindingStatus.OPGELOST
    with pytest.raises(DomeinFout, match="al opgelost"):
        bevinding_toelichten(bevinding=zonder_aog, toelichting="x", door=registrar, nu=NU)
    assert tasks.bevindingen_bijwerken() == ""


def test_explaining_and_assigning_is_for_the_registrar(registrar, maak_actor, gebruiker):
    rollen()
    loopt()
    bevindingen_bijwerken(door=SYSTEEM, nu=NU)
    bevinding = Bevinding.objects.get(soort="geen_aog")
    ander = maak_actor(gebruiker, Recht.REGISTER_INZIEN)
    for door, tekst, status in ((ander, "Mag", 403), (registrar, " ", 400)):
        with pytest.raises(DomeinFout) as fout:
            bevinding_toelichten(bevinding=bevinding, toelichting=tekst, door=door, nu=NU)
        assert fout.value.status == status
    with pytest.raises(DomeinFout):
        bevinding_toewijzen(
            bevinding=bevinding, eigenaar=" ", uiterlijk=VANDAAG, door=registrar, nu=NU
        )
    bevinding_toewijzen(
        bevinding=bevinding, eigenaar="Jo Sterk", uiterlijk=VANDAAG, door=registrar, nu=NU
    )
    bevinding_toelichten(bevinding=bevinding, toelichting="Start later", door=registrar, nu=NU)
    regel = cockpit(VANDAAG)[-1]
    assert (regel.eigenaar, regel.uiterlijk, regel.is_toegelicht) == ("Jo Sterk", VANDAAG, True)


def test_the_cockpit_on_screen(client, ingelogd):
    pad = reverse("register:rechtmatigheid")
    assert ingelogd(MedewerkerFactory().gebruiker).get(pad).status_code == 403
    opdracht = loopt(naam="=Brug")
    client.post(reverse("register:bevindingen-bijwerken"))
    tekst = client.get(pad, {"soort": "geen_aog"}).content.decode()
    assert opdracht.naam in tekst
    assert f"waarop={opdracht.code}" in tekst
    bevinding = Bevinding.objects.get(soort="geen_aog")
    for naam, velden in (
        ("toelichten", {"toelichting": "Start later"}),
        ("toewijzen", {"eigenaar": "Jo", "uiterlijk": "2026-01-01"}),
    ):
        adres = reverse(f"register:bevinding-{naam}", args=[bevinding.public_id])
        assert client.get(adres).status_code == 200
        assert client.post(adres, {"leeg": "ja"}).status_code == 400
        assert client.post(adres, velden).status_code == 302
    assert "Start later" in client.get(pad).content.decode()
    export = b"".join(client.get(reverse("register:rechtmatigheid-export")).streaming_content)
    assert "Opdracht zonder AOG" in export.decode()
    start = client.get("/", follow=True).content.decode()
    assert "opdracht zonder aon" in start


def test_the_cockpit_takes_the_same_number_of_queries_for_one_and_three(
    client, django_assert_max_num_queries
):
    def tel():
        with django_assert_max_num_queries(22) as gemeten:
            assert client.get(reverse("register:rechtmatigheid")).status_code == 200
        return len(gemeten.captured_queries)

    def werk():
        opdracht = loopt()
        met(opdracht, einde=date(2026, 3, 1))
        met(opdracht, begin=date(2026, 4, 1))

    werk()
    een = tel()
    werk()
    werk()
    assert tel() == een


@pytest.fixture
def beraad():
    return GremiumFactory(soort=GremiumSoort.O_BERAAD)


@pytest.fixture
def voorzitter(maak_actor, gebruiker, beraad):
    return maak_actor(gebruiker, (Recht.BESLUITENLIJST_VASTSTELLEN, beraad))


def bevestig(door, **velden):
    return register_bevestigen(
        **{"kop_gezien": stand_nu().volgnummer, "door": door, "nu": NU, **velden}
    )


def test_only_the_chair_of_the_o_beraad_confirms_what_was_on_the_table(registrar, voorzitter):
    """R191."""
    RolFactory()
    gezien = stand_nu().volgnummer
    with pytest.raises(DomeinFout) as fout:
        bevestig(registrar)
    assert fout.value.status == 403
    RolFactory()
    with pytest.raises(DomeinFout) as fout:
        bevestig(voorzitter, kop_gezien=gezien)
    assert fout.value.status == 409
    bevestiging = bevestig(voorzitter)
    assert bevestiging.aantal_rijen == 2
    assert bevestiging.stand_sha256 in bevestiging.besluit.tekst
    assert toezicht.volgende_bevestiging(VANDAAG) == date(2026, 9, 1)


def test_what_was_confirmed_is_frozen_and_what_came_after_is_shown(voorzitter, client):
    """R191: the stand of then can be shown again, whatever happens after."""
    rij = RolFactory()
    bevestiging = bevestig(voorzitter)
    rol_beeindigen(
        toewijzing=rij, per=VANDAAG, besluit=BesluitFactory(), reden="Klaar", door=SYSTEEM, nu=NU
    )
    assert stand_bij(bevestiging.volgnummer) == (2, bevestiging.stand_sha256)
    assert stand_nu().sha256 != bevestiging.stand_sha256
    pad = reverse("register:bevestiging", args=[bevestiging.public_id])
    tekst = client.get(pad).content.decode()
    assert "de afdruk klopt nog" in tekst
    assert "2 wijzigingen" in tekst
    assert rij.medewerker.naam in tekst
    with pytest.raises(IntegrityError), transaction.atomic():
        voer_uit("UPDATE register_registerbevestiging SET aantal_rijen = 9")
    buiten_de_waarborgen_om("UPDATE register_schakel SET hash = repeat('a', 64) "
                            "WHERE volgnummer = 1")
    assert "De afdruk klopt niet meer" in client.get(pad).content.decode()


def test_confirming_on_screen(ingelogd, beraad):
    mens = MedewerkerFactory()
    RolFactory(rol_code="voorzitter", medewerker=mens, op=beraad)
    client, collega = ingelogd(mens.gebruiker), ingelogd(MedewerkerFactory().gebruiker)
    lijst, adres = reverse("register:bevestigingen"), reverse("register:register-bevestigen")
    assert "Nog niet bevestigd" in collega.get(lijst).content.decode()
    assert "Alleen de voorzitter" in collega.get(adres).content.decode()
    kop = {"kop_gezien": stand_nu().volgnummer}
    assert collega.post(adres, kop).status_code == 403
    assert client.post(adres, {"kop_gezien": 0}).status_code == 409
    assert client.post(adres, kop).status_code == 302
    assert Registerbevestiging.objects.get().peildag == klok.vandaag()
    assert "De volgende bevestiging" in collega.get(lijst).content.decode()
    assert Opdracht.objects.count() == 0
