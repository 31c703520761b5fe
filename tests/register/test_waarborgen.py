"""The database refuses what nobody may do, by raw SQL too; the chain shows what was done anyway."""

import json

import pytest
from django.db import IntegrityError, connection, transaction

from config.kern.actor import SYSTEEM
from register.domain import keten
from register.domain.roltoewijzing import rol_corrigeren
from register.models import Roltoewijzing, Schakel
from tests.factories.kern import NU, BesluitFactory
from tests.factories.register import BEGIN, InzetFactory, RolFactory

pytestmark = pytest.mark.django_db


def voer_uit(sql):
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        cursor.execute(sql)


@pytest.mark.parametrize("tabel", ["register_roltoewijzing", "register_inzet"])
@pytest.mark.parametrize(
    "sql",
    [
        "UPDATE {} SET einde_geldigheid = '2027-01-01'",
        "UPDATE {} SET tijdstip_registratie = '2020-01-01'",
        "UPDATE {} SET medewerker_id = medewerker_id, eind_registratie = now(), reden = 'x'",
        "UPDATE {} SET eind_registratie = '2020-01-01'",
        "DELETE FROM {}",
        "TRUNCATE {} CASCADE",
    ],
)
def test_a_row_is_never_altered_or_removed(tabel, sql):
    """R196, BETROUWBAAR 1.8."""
    RolFactory()
    InzetFactory()
    with pytest.raises(IntegrityError), transaction.atomic():
        voer_uit(sql.format(tabel))


def test_a_closed_row_stays_closed():
    rij = RolFactory()
    rol_corrigeren(
        toewijzing=rij, begin=BEGIN, einde=None, besluit=BesluitFactory(), reden="Typefout",
        door=SYSTEEM, nu=NU,
    )
    for waarde in ("NULL", "now()"):
        with pytest.raises(IntegrityError), transaction.atomic():
            voer_uit(
                f"UPDATE register_roltoewijzing SET eind_registratie = {waarde} WHERE id = {rij.pk}"
            )


@pytest.mark.parametrize(
    "sql",
    [
        "UPDATE register_schakel SET inhoud = '{}'",
        "DELETE FROM register_schakel",
        "TRUNCATE register_schakel",
    ],
)
def test_the_chain_never_changes(sql):
    RolFactory()
    with pytest.raises(IntegrityError), transaction.atomic():
        voer_uit(sql)


def test_a_row_without_a_decision_does_not_exist():
    """R188: NOT NULL."""
    rij = RolFactory()
    rij.pk, rij.besluit_id = None, None
    with pytest.raises(IntegrityError), transaction.atomic():
        Roltoewijzing.objects.bulk_create([rij])


def buiten_de_waarborgen_om(sql):
    """As somebody with the keys of the database could."""
    for tabel in ("register_roltoewijzing", "register_inzet", "register_schakel"):
        voer_uit(f"ALTER TABLE {tabel} DISABLE TRIGGER USER")
    voer_uit(sql)


@pytest.fixture
def keten_van_vier():
    rij = RolFactory()
    InzetFactory()
    rol_corrigeren(
        toewijzing=rij, begin=BEGIN, einde=None, besluit=BesluitFactory(), reden="Typefout",
        door=SYSTEEM, nu=NU,
    )


def test_a_whole_chain_holds(keten_van_vier):
    assert keten.verifieren() == (4, None)


@pytest.mark.parametrize(
    ("sql", "schakel"),
    [
        ("UPDATE register_schakel SET inhoud = replace(inhoud, 'Z', 'Y') WHERE volgnummer = 2", 2),
        ("UPDATE register_schakel SET hash = repeat('a', 64) WHERE volgnummer = 2", 2),
        ("UPDATE register_schakel SET tijdstip = now() WHERE volgnummer = 3", 3),
        ("DELETE FROM register_schakel WHERE volgnummer = 1", 2),
        ("DELETE FROM register_schakel WHERE volgnummer = 4", 4),
        ("UPDATE register_roltoewijzing SET begin_geldigheid = '2025-01-01'", 1),
        ("UPDATE register_inzet SET fte = 0.1", 2),
        ("UPDATE register_roltoewijzing SET eind_registratie = eind_registratie + '1 h'::interval",
         3),
        ("UPDATE register_roltoewijzing SET vervangt_id = NULL", 4),
        ("DELETE FROM register_inzet", 2),
    ],
)
def test_verifieren_names_the_first_break(keten_van_vier, sql, schakel):
    """BETROUWBAAR 2.A5: edit, swap, deletion, truncation."""
    buiten_de_waarborgen_om(sql)
    _, breuk = keten.verifieren()
    assert breuk.volgnummer == schakel


def test_a_row_slipped_in_beside_the_chain_is_found(keten_van_vier):
    buiten_de_waarborgen_om(
        "INSERT INTO register_inzet (public_id, begin_geldigheid, tijdstip_registratie, mutatie, "
        "reden, geregistreerd_door_naam, teamrol, fte, resultaat, besluit_id, medewerker_id, "
        "opdracht_id) SELECT gen_random_uuid(), begin_geldigheid, tijdstip_registratie, mutatie, "
        "reden, geregistreerd_door_naam, teamrol, fte, resultaat, besluit_id, medewerker_id, "
        "opdracht_id FROM register_inzet LIMIT 1"
    )
    assert keten.verifieren()[1].volgnummer == 5


def test_no_private_word_stands_in_the_chain():
    """BETROUWBAAR 1.10: people by number, free text by its hash."""
    rij = RolFactory(uitzondering="Vertrouwelijk verhaal")
    inhoud = Schakel.objects.get().inhoud
    assert "Vertrouwelijk" not in inhoud
    assert rij.medewerker.naam not in inhoud
    assert json.loads(inhoud)["rij"]["besluit"]["sha256"] == rij.besluit.document.sha256


def test_canonical_form_is_that_of_rfc_8785():
    """Keys by UTF-16: the pair of U+1F600 sorts before U+FB33, unlike code points would."""
    assert keten.canoniek({"\ufb33": 1, "\U0001f600": 2, "a": [True, None, "é\n\x0f"]}) == (
        '{"a":[true,null,"é\\n\\u000f"],"\U0001f600":2,"\ufb33":1}'
    )
    with pytest.raises(TypeError):
        keten.canoniek({"a": 0.1})
