"""Anchors, the database role and the check without the program (BETROUWBAAR 1.8, 2.A5, 2.A6, 2.A8).
"""

import json
import subprocess
import sys
from datetime import timedelta
from io import StringIO
from pathlib import Path

import psycopg
import pytest
from django.core.management import CommandError, call_command
from django.db import IntegrityError, connection, transaction
from django.urls import reverse

from config.kern.actor import SYSTEEM
from config.kern.fouten import DomeinFout
from config.kern.models import Hartslag, Logregel
from register import nakijken
from register import tasks_toezicht as tasks
from register.domain import anker as domein
from register.domain import keten
from register.models import Anker, Schakel
from tests.factories.kern import NU, VANDAAG
from tests.factories.pdomein import MedewerkerFactory
from tests.factories.register import InzetFactory, RolFactory
from tests.register.test_waarborgen import buiten_de_waarborgen_om, voer_uit

pytestmark = pytest.mark.django_db


@pytest.fixture
def verankerd():
    """Three links, anchored, and one after that."""
    for _ in range(3):
        RolFactory()
    domein.anker_vastleggen(door=SYSTEEM, nu=NU)
    InzetFactory()


def test_only_the_register_makes_an_anchor_and_once_a_day(maak_actor, gebruiker, verankerd):
    with pytest.raises(DomeinFout) as fout:
        domein.anker_vastleggen(door=maak_actor(gebruiker), nu=NU)
    assert fout.value.status == 403
    assert domein.anker_vastleggen(door=SYSTEEM, nu=NU + timedelta(hours=3)) is None
    morgen = domein.anker_vastleggen(door=SYSTEEM, nu=NU + timedelta(days=1))
    assert [a.volgnummer for a in Anker.objects.order_by("dag")] == [3, 4]
    assert morgen.hash == Schakel.objects.get(volgnummer=4).hash


@pytest.mark.parametrize("sql", [
    "UPDATE register_anker SET hash = repeat('a', 64)", "DELETE FROM register_anker",
    "TRUNCATE register_anker",
])
def test_an_anchor_never_changes(verankerd, sql):
    with pytest.raises(IntegrityError), transaction.atomic():
        voer_uit(sql)


def herschrijf():
    """Write the chain anew around a changed row, as somebody with all the keys could."""
    buiten_de_waarborgen_om("UPDATE register_roltoewijzing SET begin_geldigheid = '2025-01-01'")
    vorige = keten.BEGIN
    rijen = keten._rijen_van(list(Schakel.objects.all()))
    for schakel in Schakel.objects.order_by("volgnummer"):
        gegevens = json.loads(schakel.inhoud)
        gegevens["rij"] = keten.inhoud_rij(rijen[schakel.soort, schakel.rij_id])
        inhoud = keten.canoniek(gegevens)
        hash_ = keten.schakel_hash(vorige, inhoud)
        with connection.cursor() as cursor:
            cursor.execute(
                "UPDATE register_schakel SET inhoud = %s, vorige_hash = %s, hash = %s "
                "WHERE volgnummer = %s", [inhoud, vorige, hash_, schakel.volgnummer],
            )
        vorige = hash_


def test_a_whole_rewrite_is_seen_only_with_an_anchor(verankerd):
    """BETROUWBAAR 2.A5: full rewrite."""
    elders = domein.eigen_ankers()
    herschrijf()
    assert keten.verifieren() == (4, None)
    assert keten.verifieren(ankers=elders)[1].volgnummer == 3


def test_a_shortened_chain_is_seen_only_with_an_anchor(verankerd):
    """BETROUWBAAR 2.A5: truncation of rows and links together."""
    elders = domein.eigen_ankers()
    laatste = Schakel.objects.get(volgnummer=3).rij_id
    buiten_de_waarborgen_om(
        f"DELETE FROM register_inzet; DELETE FROM register_roltoewijzing "
        f"WHERE public_id = '{laatste}'; DELETE FROM register_schakel WHERE volgnummer > 2"
    )
    assert keten.verifieren() == (2, None)
    aantal, breuk = keten.verifieren(ankers=elders)
    assert (aantal, breuk.volgnummer) == (2, 3)
    assert "eindigt bij 2" in breuk.zin


def verifieren(*opties):
    uit, status = StringIO(), 0
    try:
        call_command("register_verifieren", *opties, stdout=uit, stderr=StringIO())
    except SystemExit as einde:
        status = einde.code
    return status, uit.getvalue()


def test_the_command_says_what_has_no_anchor(verankerd, tmp_path):
    """BETROUWBAAR 2.A6: without an anchor outside, the exit status says so."""
    assert verifieren() == (0, "De keten klopt: 4 schakels.\nNog niet verankerd: 1 schakels.\n")
    assert verifieren("--verankerd")[0] == 2
    elders = tmp_path / "ankers.jsonl"
    uit = StringIO()
    call_command("register_ankers", stdout=uit)
    elders.write_text(uit.getvalue())
    assert verifieren("--ankers", str(elders))[0] == 2
    domein.anker_vastleggen(door=SYSTEEM, nu=NU + timedelta(days=1))
    assert verifieren("--verankerd")[0] == 0
    herschrijf()
    assert verifieren("--ankers", str(elders))[0] == 1
    elders.write_text('{"dag": 1}')
    with pytest.raises(CommandError, match="geen anker"):
        verifieren("--ankers", str(elders))


def test_a_check_is_written_down(verankerd, maak_actor, gebruiker):
    """BETROUWBAAR 51."""
    assert domein.keten_controleren(door=SYSTEEM, nu=NU) == (4, None)
    assert Logregel.objects.filter(handeling="keten_gecontroleerd").count() == 1
    with pytest.raises(DomeinFout) as fout:
        domein.keten_controleren(door=maak_actor(gebruiker), nu=NU)
    assert fout.value.status == 403


def test_an_anchor_leaves_by_mail_once(verankerd, settings, mailoutbox):
    """BETROUWBAAR 2.A6: the anchor leaves the database."""
    assert domein.ankers_mailen(nu=NU) == 0
    settings.INZET_ANKER_MAIL = "archief@example.org"
    assert [domein.ankers_mailen(nu=NU) for _ in range(2)] == [1, 0]
    naam, inhoud, _ = mailoutbox[0].attachments[0]
    assert naam == f"anker-{VANDAAG.isoformat()}.json"
    assert json.loads(inhoud)["volgnummer"] == 3


def schrijf_keten(map_):
    pad = map_ / "keten.jsonl"
    pad.write_text("".join(json.dumps({
        "volgnummer": s.volgnummer, "vorigeHash": s.vorige_hash, "hash": s.hash,
        "inhoud": s.inhoud,
    }) + "\n" for s in Schakel.objects.order_by("volgnummer")))
    return pad


def test_the_check_without_the_program(verankerd, tmp_path):
    """BETROUWBAAR 2.A8: an empty Python, nothing of the program on its path."""
    pad, ankers = schrijf_keten(tmp_path), tmp_path / "ankers.jsonl"
    domein.anker_vastleggen(door=SYSTEEM, nu=NU + timedelta(days=1))
    ankers.write_text("\n".join(domein.regel(a) for a in Anker.objects.all()))

    def kijk_na(*paden):
        uit = subprocess.run(
            [sys.executable, "-I", "-S", nakijken.__file__, *map(str, paden)],
            capture_output=True, text=True, check=False, cwd=tmp_path,
        )
        return uit.returncode, uit.stdout

    assert kijk_na(pad, ankers) == (0, "De keten klopt: 4 schakels.\n")
    assert kijk_na(pad)[0] == 2
    regels = pad.read_text().splitlines(keepends=True)
    for kapot, woord in (
        (regels[:1] + regels[2:], "ontbreekt"),
        ([regels[0], regels[1].replace("toewijzing", "toewyzing", 1), *regels[2:]], "veranderd"),
        (regels[:2], "afgekapt"),
    ):
        Path(pad).write_text("".join(kapot))
        status, uit = kijk_na(pad, ankers)
        assert status == 1
        assert woord in uit


ROL = "inzet_test_app"
GEWEIGERD = [
    "UPDATE register_schakel SET inhoud = '{}'",
    "DELETE FROM register_schakel",
    "TRUNCATE register_schakel",
    "ALTER TABLE register_schakel DISABLE TRIGGER USER",
    "DROP TABLE register_schakel",
    "UPDATE register_roltoewijzing SET begin_geldigheid = '2020-01-01'",
    "DELETE FROM register_roltoewijzing",
    "DELETE FROM register_inzet",
    "DELETE FROM register_anker",
    "UPDATE register_anker SET hash = ''",
    "UPDATE kern_logregel SET handeling = ''",
    "TRUNCATE kern_logregel",
    "SET session_replication_role = replica",
]


@pytest.fixture
def als_rol(transactional_db):
    """A connection of its own, signed in as the role of the application."""
    call_command("databaserol_maken", "--naam", ROL, stdout=StringIO())
    instelling = connection.settings_dict
    adres = {
        "host": instelling["HOST"] or instelling["OPTIONS"].get("host"),
        "port": instelling["PORT"] or None, "dbname": instelling["NAME"], "user": ROL,
    }
    verbinding = psycopg.connect(**{k: v for k, v in adres.items() if v}, autocommit=True)
    yield verbinding
    verbinding.close()
    with connection.cursor() as cursor:
        cursor.execute(f"DROP OWNED BY {ROL}; DROP ROLE {ROL}")


def test_the_role_of_the_application_cannot_touch_the_evidence_and_can_do_its_work(als_rol):
    """BETROUWBAAR 1.8: refused by the server itself, before any guard of ours."""
    for sql in GEWEIGERD:
        with pytest.raises(psycopg.errors.InsufficientPrivilege):
            als_rol.execute(sql)
    rij = RolFactory()
    als_rol.execute("SELECT 1 FROM register_roltoewijzing FOR UPDATE")
    als_rol.execute(
        "UPDATE register_roltoewijzing SET eind_registratie = now() + interval '1 year' "
        "WHERE id = %s", [rij.pk],
    )
    als_rol.execute(
        "INSERT INTO register_schakel SELECT volgnummer + 1, tijdstip, soort, rij_id, inhoud, "
        "hash, md5(hash) || md5(hash) FROM register_schakel"
    )
    als_rol.execute("DELETE FROM django_session")
    call_command("databaserol_maken", "--naam", ROL, stdout=StringIO())


@pytest.fixture
def auditor(ingelogd):
    mens = MedewerkerFactory()
    RolFactory(rol_code="auditor", medewerker=mens, op=None)
    return ingelogd(mens.gebruiker)


def test_the_page_of_proof(auditor, ingelogd, tmp_path):
    """R192, R211: an auditor sees and takes the proof along; a colleague does not."""
    pad = reverse("register:bewijs")
    assert ingelogd(MedewerkerFactory().gebruiker).get(pad).status_code == 403
    assert "Nog geen ankers" in auditor.get(pad).content.decode()
    anker_ = domein.anker_vastleggen(door=SYSTEEM, nu=NU)
    auditor.post(reverse("register:bewijs-nakijken"))
    tekst = auditor.get(pad).content.decode()
    assert "1 schakel nagekeken" in tekst
    assert anker_.hash[:16] in tekst
    for naam in ("keten", "ankers"):
        inhoud = b"".join(auditor.get(reverse(f"register:bewijs-{naam}")).streaming_content)
        (tmp_path / naam).write_bytes(inhoud)
    assert nakijken.main([str(tmp_path / "keten"), str(tmp_path / "ankers")]) == 0
    assert b"def dossier_nakijken" in auditor.get(reverse("register:bewijs-nakijken-los")).content
    buiten_de_waarborgen_om("UPDATE register_schakel SET tijdstip = now()")
    auditor.post(reverse("register:bewijs-nakijken"))
    assert "De keten is gebroken" in auditor.get(pad).content.decode()


def test_beat_makes_the_anchor_and_fails_loudly_on_a_break():
    RolFactory()
    assert tasks.ankers_vastleggen() == "anker vastgelegd"
    assert tasks.ankers_vastleggen() == ""
    assert tasks.keten_controleren() == "1 schakels kloppen"
    buiten_de_waarborgen_om("UPDATE register_schakel SET tijdstip = now()")
    with pytest.raises(tasks.KetenGebroken):
        tasks.keten_controleren()
    assert not Hartslag.objects.get(naam="keten").gelukt
