"""The register over REST: the same answers and the same refusals as the screens."""

from datetime import date, timedelta
from decimal import Decimal

import pytest

from config.kern import klok
from config.kern.actor import SYSTEEM
from register.domain.roltoewijzing import rol_beeindigen
from register.models import Roltoewijzing
from tests.factories.kern import BesluitFactory
from tests.factories.pdomein import MedewerkerFactory, PTeamFactory
from tests.factories.register import InzetFactory, OpdrachtFactory, RolFactory, aanwijzing

pytestmark = pytest.mark.django_db
BASIS = "/api/v1"


@pytest.fixture
def registrar(api):
    mens = MedewerkerFactory()
    RolFactory(rol_code="registerbeheerder", medewerker=mens, op=None)
    return api(mens, "lezen", "register")


@pytest.fixture
def collega(api):
    return api(MedewerkerFactory(), "lezen", "register")


def lees(client, pad, status=200, **vraag):
    antwoord = client.get(f"{BASIS}/{pad}", vraag)
    assert antwoord.status_code == status, antwoord.content
    return antwoord.json()


def stuur(client, pad, gegevens, status=201):
    antwoord = client.post(f"{BASIS}/{pad}", gegevens, content_type="application/json")
    assert antwoord.status_code == status, antwoord.content
    return antwoord.json()


def test_roltoewijzingen_can_be_asked_by_day_and_object(collega):
    """R182, R185."""
    rij = RolFactory(einde=date(2026, 3, 1))
    ander = RolFactory(op=rij.opdracht, begin=date(2026, 3, 1))
    RolFactory()
    vraag = {"opdracht": rij.opdracht.public_id, "rol": "aon"}
    for dag, verwacht in (("2026-02-28", rij), ("2026-03-01", ander)):
        gevonden = lees(collega, "roltoewijzingen", geldigOp=dag, **vraag)["resultaten"]
        assert [r["id"] for r in gevonden] == [str(verwacht.public_id)]
    assert gevonden[0]["medewerker"]["naam"] == ander.medewerker.naam
    assert gevonden[0]["besluit"]["kenmerk"] == ander.besluit.kenmerk
    assert gevonden[0]["object"] == {
        "soort": "opdracht", "id": str(rij.opdracht.public_id), "naam": rij.opdracht.naam
    }


def test_what_was_known_earlier_needs_a_right(collega, registrar):
    """R192."""
    rij = RolFactory()
    gisteren = (klok.vandaag() - timedelta(days=1)).isoformat()
    probleem = lees(collega, "roltoewijzingen", status=403, bekendOp=gisteren)
    assert probleem["detail"].startswith("Alleen registerbeheer")
    vraag = {"medewerker": rij.medewerker.public_id}
    assert lees(registrar, "roltoewijzingen", **vraag)["aantal"] == 1
    assert lees(registrar, "roltoewijzingen", bekendOp="2026-01-01", **vraag)["aantal"] == 0


def test_a_replaced_entry_is_only_for_who_must_account(collega, registrar):
    rij = RolFactory()
    rol_beeindigen(
        toewijzing=rij, per=date(2026, 9, 1), besluit=BesluitFactory(), reden="x", door=SYSTEEM,
        nu=klok.nu(),
    )
    lees(collega, f"roltoewijzingen/{rij.public_id}", status=404)
    assert lees(registrar, f"roltoewijzingen/{rij.public_id}")["eindRegistratie"] is not None


def toewijzing(**anders):
    return {
        "rol": "aon", "medewerker": str(MedewerkerFactory().public_id),
        "objectId": str(OpdrachtFactory().public_id), "begin": "2026-02-01",
        "besluit": str(aanwijzing().public_id), **anders,
    }


def test_the_life_of_an_entry_over_rest(registrar):
    """HUIS §8: the act becomes the thing it leaves behind."""
    nieuw = stuur(registrar, "roltoewijzingen", toewijzing())
    goed = stuur(registrar, f"roltoewijzingen/{nieuw['id']}/correcties", {
        "begin": "2026-01-15", "besluit": str(BesluitFactory().public_id), "reden": "Fout",
    })
    assert goed["begin"] == "2026-01-15"
    einde = stuur(registrar, f"roltoewijzingen/{goed['id']}/beeindiging", {
        "per": "2026-05-01", "besluit": str(BesluitFactory().public_id), "reden": "Klaar",
    })
    assert (einde["einde"], einde["mutatie"]) == ("2026-05-01", "beeindiging")


def test_the_same_refusal_as_on_the_screen(registrar, collega):
    rij = RolFactory()
    probleem = stuur(
        registrar, "roltoewijzingen", toewijzing(objectId=str(rij.opdracht.public_id)), 409
    )
    assert probleem["detail"].startswith(f"{rij.medewerker.naam} heeft deze rol al")
    probleem = stuur(collega, "roltoewijzingen", toewijzing(), 403)
    assert probleem["detail"] == "Alleen de registerbeheerder wijzigt het opdrachtenregister."


@pytest.mark.parametrize(
    ("anders", "veld"),
    [
        ({"rol": "koning"}, "rol"),
        ({"medewerker": "x"}, "medewerker"),
        ({"objectId": None}, "objectId"),
        ({"begin": "gisteren"}, "begin"),
        ({"besluit": None}, "besluit"),
        ({"tijdstipRegistratie": "2020-01-01T00:00:00Z", "begin": ""}, "begin"),
    ],
)
def test_wrong_input_is_named_field_by_field(registrar, anders, veld):
    probleem = stuur(registrar, "roltoewijzingen", toewijzing(**anders), 400)
    assert [p["name"] for p in probleem["invalidParams"]] == [veld]


def test_the_moment_of_registration_cannot_be_sent(registrar):
    """E22: nobody can set the registration date by hand."""
    gemaakt = stuur(
        registrar, "roltoewijzingen", toewijzing(tijdstipRegistratie="2020-01-01T00:00:00Z")
    )
    rij = Roltoewijzing.objects.get(public_id=gemaakt["id"])
    assert rij.tijdstip_registratie.date() == klok.nu().astimezone().date() or (
        klok.nu() - rij.tijdstip_registratie < timedelta(minutes=1)
    )


def test_writing_needs_the_scope_of_the_register(api):
    mens = MedewerkerFactory()
    RolFactory(rol_code="registerbeheerder", medewerker=mens, op=None)
    stuur(api(mens, "lezen", "schrijven"), "roltoewijzingen", toewijzing(), 403)


def test_bevoegdheden_answers_e22(registrar):
    """E22, R187: two knowledge dates, two answers."""
    rij = RolFactory(
        begin=date(2026, 3, 2), besluit=aanwijzing(besluitdatum=date(2026, 3, 2)),
        nu=klok.nu().replace(year=2026, month=3, day=20),
    )
    vraag = {
        "persoon": rij.medewerker.public_id, "opdracht": rij.opdracht.public_id,
        "datum": "2026-03-10",
    }
    eerst = lees(registrar, "bevoegdheden", **vraag, kennis="2026-03-10")
    assert (eerst["antwoord"], eerst["besluit"]) == ("niet_geregistreerd", None)
    later = lees(registrar, "bevoegdheden", **vraag, kennis="2026-03-23")
    assert later["besluit"]["kenmerk"] == rij.besluit.kenmerk
    assert later["waarschuwing"] == "op 10 maart niet rechtmatig uitgeoefend: vermelding ontbrak"
    assert (later["antwoord"], later["isRechtmatig"]) == ("ja", False)
    assert later["vertragingWerkdagen"] == 14
    assert lees(registrar, "bevoegdheden", **vraag)["antwoord"] == "ja"


@pytest.mark.parametrize(
    ("anders", "veld"), [({"datum": "x"}, "datum"), ({"persoon": "x"}, "persoon"),
                         ({"bedrag": "veel"}, "bedrag")],
)
def test_bevoegdheden_names_the_wrong_parameter(collega, anders, veld):
    rij = RolFactory()
    vraag = {
        "persoon": rij.medewerker.public_id, "opdracht": rij.opdracht.public_id,
        "datum": "2026-03-10",
    }
    probleem = lees(collega, "bevoegdheden", status=400, **vraag | anders)
    assert [p["name"] for p in probleem["invalidParams"]] == [veld]


def test_registermutaties_can_be_followed_from_a_cursor(registrar, collega):
    """R193: an ended role appears at once."""
    rij = RolFactory()
    cursor = lees(registrar, "registermutaties")["cursor"]
    rol_beeindigen(
        toewijzing=rij, per=date(2026, 9, 1), besluit=BesluitFactory(), reden="x", door=SYSTEEM,
        nu=klok.nu(),
    )
    nieuw = lees(registrar, "registermutaties", na=cursor)
    assert [r["handeling"] for r in nieuw["resultaten"]] == ["sluiten", "toevoegen"]
    assert nieuw["resultaten"][1]["roltoewijzing"]["einde"] == "2026-09-01"
    assert lees(registrar, "registermutaties", na=nieuw["cursor"]) == {
        "resultaten": [], "cursor": nieuw["cursor"]
    }
    lees(registrar, "registermutaties", status=400, na="-1")
    for te_veel in ("0" * 18 + "19999", "9" * 5000):
        lees(registrar, "registermutaties", status=400, aantal=te_veel)
    lees(collega, "registermutaties", status=403)


def test_inzetten_only_for_who_may_see_them(api, collega):
    leider = MedewerkerFactory()
    pteam = PTeamFactory(pmanager=leider)
    lid = MedewerkerFactory(pteam=pteam)
    aon = RolFactory()
    inzet = InzetFactory(medewerker=lid, opdracht=aon.opdracht)
    InzetFactory()
    for client in (api(lid, "lezen"), api(leider, "lezen"), api(aon.medewerker, "lezen")):
        gevonden = lees(client, "inzetten")["resultaten"]
        assert [i["id"] for i in gevonden] == [str(inzet.public_id)]
    assert gevonden[0]["fte"] == "0.500"
    assert lees(collega, "inzetten")["aantal"] == 0


@pytest.mark.parametrize("pad", ["roltoewijzingen", "inzetten", "registermutaties"])
def test_lists_take_the_same_queries_for_one_and_three(
    pad, registrar, django_assert_max_num_queries
):
    def tel():
        with django_assert_max_num_queries(15) as gemeten:
            lees(registrar, pad)
        return len(gemeten.captured_queries)

    RolFactory()
    InzetFactory(fte=Decimal("0.2"))
    een = tel()
    for _ in range(3):
        RolFactory(op=OpdrachtFactory())
        InzetFactory()
    assert tel() == een


def test_a_day_at_the_edge_of_time_is_no_crash(registrar):
    """BETROUWBAAR 45."""
    rij = RolFactory()
    wie = {"persoon": rij.medewerker.public_id, "opdracht": rij.opdracht.public_id}
    for dag in ("0001-01-01", "9999-12-31"):
        for vraag in ({"datum": dag}, {"datum": "2026-02-01", "kennis": dag}):
            antwoord = registrar.get(f"{BASIS}/bevoegdheden", {**wie, **vraag})
            assert (vraag, antwoord.status_code in {200, 400}) == (vraag, True)


def test_history_needs_the_scope_of_the_register_too(api):
    """R192: a token that only reads sees what holds now."""
    mens = MedewerkerFactory()
    RolFactory(rol_code="registerbeheerder", medewerker=mens, op=None)
    lezer = api(mens, "lezen")
    assert lees(lezer, "roltoewijzingen")["aantal"] == 1
    lees(lezer, "roltoewijzingen", status=403, bekendOp="2026-01-02")
    lees(api(mens, "lezen", "register"), "roltoewijzingen", bekendOp="2026-01-02")
