"""Roles and bijlage 3 as data of the province, and the check of a file from the command line."""

import pytest
from django.core.management import CommandError, call_command

from config.kern.actor import SYSTEEM, Recht
from config.kern.enums import GremiumSoort
from config.kern.fouten import DomeinFout
from register.domain.catalogus_inlezen import functiematrix_inlezen, rolcatalogus_inlezen
from register.domain.rechten import actor_voor_gebruiker
from register.models import Matrixregel, Rol
from tests.factories.kern import NU, GebruikerFactory, GremiumFactory
from tests.factories.pdomein import MedewerkerFactory
from tests.factories.register import RolFactory, rollen

pytestmark = pytest.mark.django_db


def rol(**anders):
    return {
        "code": "opgavemanager", "naam": "Opgavemanager", "objectsoort": "opgave",
        "is_exclusief": "nee", "omschrijving": "Bewaakt de samenhang.",
    } | anders


def regel(**anders):
    return {
        "rol": "aog", "functiegroep": "regisseur", "schaal_van": "12", "schaal_tot": "16",
        "bron_zeker": "ja",
    } | anders


def lees(functie, *regels, **anders):
    return functie(**{"rijen": iter(regels), "door": SYSTEEM, "nu": NU} | anders)


def test_a_province_adds_a_role_and_gives_it_away():
    """HUIS §7, R111: a data row, no release."""
    rollen()
    assert lees(rolcatalogus_inlezen, rol()).aantal("nieuw") == 1
    assert lees(rolcatalogus_inlezen, rol()).aantal("ongewijzigd") == 1
    assert lees(rolcatalogus_inlezen, rol(naam="Manager")).aantal("gewijzigd") == 1
    opgave = RolFactory().opdracht.opgave
    rij = RolFactory(rol_code="opgavemanager", op=opgave)
    assert rij.rol.naam == "Manager"
    geweigerd = lees(rolcatalogus_inlezen, rol(objectsoort="odomein"))
    assert geweigerd.fouten[0].tekst.startswith("De rol Manager staat al in het register.")


@pytest.mark.parametrize("anders", [{"objectsoort": "maan"}, {"code": "met spatie"}, {"naam": ""}])
def test_a_wrong_role_leaves_no_trace(anders):
    rollen()
    aantal = Rol.objects.count()
    assert lees(rolcatalogus_inlezen, rol(code="nieuw"), rol(**anders)).aantal("fout") == 1
    assert Rol.objects.count() == aantal


def test_the_matrix_is_replaced_as_a_whole_and_warns_differently():
    """R112-R115."""
    mens = {"functiegroep": "regisseur", "schaal": 12}
    with pytest.raises(DomeinFout):
        RolFactory(rol_code="aog", medewerker=MedewerkerFactory(**mens))
    rapport = lees(functiematrix_inlezen, regel())
    assert (rapport.aantal("nieuw"), Matrixregel.objects.count()) == (1, 1)
    assert RolFactory(rol_code="aog", medewerker=MedewerkerFactory(**mens)).pk
    assert lees(functiematrix_inlezen, regel(schaal_tot="15")).aantal("gewijzigd") == 1


@pytest.mark.parametrize("anders", [
    {"rol": "koning"}, {"functiegroep": "x"}, {"schaal_van": "0"}, {"schaal_tot": "11"},
    {"schaal_van": "12.5"},
])
def test_a_wrong_line_leaves_the_matrix_as_it_was(anders):
    rollen()
    aantal = Matrixregel.objects.count()
    assert lees(functiematrix_inlezen, regel(**anders)).aantal("fout") == 1
    assert Matrixregel.objects.count() == aantal


@pytest.mark.parametrize("functie", [rolcatalogus_inlezen, functiematrix_inlezen])
def test_only_beheer_changes_the_catalogue(functie, maak_actor):
    with pytest.raises(DomeinFout) as geweigerd:
        lees(functie, door=maak_actor(GebruikerFactory()))
    assert geweigerd.value.status == 403


def test_a_file_is_checked_from_the_command_line(tmp_path, capsys):
    """R192: the same answers at night."""
    rij = RolFactory()
    bron, naar = tmp_path / "in.csv", tmp_path / "uit.csv"
    bron.write_text(
        "personeelsnummer;opdracht_code;datum;bedrag\n"
        f"{rij.medewerker.personeelsnummer};{rij.opdracht.code};2026-06-02;\nx;y;z;1\n"
    )
    call_command("bevoegdheid_controleren", str(bron), str(naar))
    assert "2 rijen: 1 in orde" in capsys.readouterr().out
    assert len(naar.read_text(encoding="utf-8-sig").splitlines()) == 3
    with pytest.raises(CommandError):
        call_command("bevoegdheid_controleren", str(tmp_path / "niets.csv"), str(naar))


def test_the_portfolio_coordinator_prepares_and_decides_nothing():
    """R080."""
    o_beraad = GremiumFactory(soort=GremiumSoort.O_BERAAD)
    rij = RolFactory(rol_code="portfoliocoordinator", op=o_beraad)
    actor = actor_voor_gebruiker(rij.medewerker.gebruiker, NU)
    assert actor.heeft(Recht.BESLUITENLIJST_OPSTELLEN, op=o_beraad)
    for recht in (Recht.BESLUITENLIJST_VASTSTELLEN, Recht.OPGAVE_TOEDELEN):
        assert not actor.heeft(recht, op=o_beraad)
    assert not actor.heeft(Recht.REGISTER_MUTEREN)
