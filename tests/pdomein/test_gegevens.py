"""Mijn gegevens: complete, timely, correctable, and not kept too long (AVG 5, 12, 15, 16, 20)."""

from datetime import timedelta
from io import StringIO

import pytest
from django.core.management import call_command
from django.db import connection
from django.test.utils import CaptureQueriesContext

from config.kern.actor import SYSTEEM, Recht
from config.kern.domain.bericht import berichten_plaatsen
from config.kern.domain.opschonen import gegevens_opschonen
from config.kern.eigen_gegevens import (
    Wie,
    onderdelen,
    opschoningen,
    persoonsvelden,
    verzamel,
)
from config.kern.enums import BerichtSoort
from config.kern.fouten import DomeinFout, Soort
from config.kern.models import Bericht, Inzage, Logregel
from config.kern.standaarden import STANDAARDEN
from pdomein.domain import verzoek as domein
from pdomein.models import PPP, Medewerker, Rectificatieverzoek
from tests.factories.pdomein import MedewerkerFactory, PPPFactory, actor_van

PERSONEN = {"pdomein.medewerker", "kern.gebruiker"}
INVOER = {
    "onderwerp": "personeel", "wat_klopt_niet": "Mijn schaal", "wat_moet_het_zijn": "Schaal 12"
}


def wie(medewerker):
    return Wie(medewerker.gebruiker_id, {
        "pdomein.medewerker": medewerker.pk, "kern.gebruiker": medewerker.gebruiker_id
    })


def weigering(opdracht, **velden):
    with pytest.raises(DomeinFout) as fout:
        opdracht(**velden)
    return fout.value.beletsel


def test_every_part_covers_a_field_that_exists():
    """A renamed field would silently leave the export."""
    bekend = {naam for _, _, naam in persoonsvelden(PERSONEN)}

    assert [v for d in onderdelen() for v in d.dekt if v not in bekend] == []
    assert len({d.sleutel for d in onderdelen()}) == len(onderdelen())


def test_every_field_that_points_at_a_person_is_shown_or_counted(wereld):
    """BETROUWBAAR 29: whatever is added later is counted by itself."""
    gedekt = {v for d in onderdelen() for v in d.dekt}
    los = [naam for _, _, naam in persoonsvelden(PERSONEN) if naam not in gedekt]

    assert "pdomein.teamplanversie.voorgelegd_door" in los
    assert [r for r in verzamel(wie(wereld.lid))["ookVermeld"] if r["aantal"] < 1] == []


def test_the_file_holds_everything_of_the_person_and_nothing_of_another(wereld, browser, nu):
    """R345, AVG 15 and 20."""
    PPPFactory(medewerker=wereld.lid)
    PPPFactory(medewerker=wereld.collega, ontwikkelen="Geheim van een ander")
    berichten_plaatsen(
        ontvanger_ids=[wereld.lid.gebruiker_id], soort=BerichtSoort.OVERIG, onderwerp="Voor Lies",
        sleutel="proef", nu=nu,
    )
    antwoord = browser(wereld.lid).get("/ppp/mijn-gegevens.json")
    gegevens = antwoord.json()

    assert {d.sleutel for d in onderdelen()} | {"ookVermeld"} == set(gegevens)
    assert gegevens["berichten"][0]["onderwerp"] == "Voor Lies"
    assert gegevens["plaatsingen"][0]["pteam__naam"] == "Ecologie"
    assert gegevens["ppp"]["ontwikkelen"] == "Ik wil leren leidinggeven."
    assert "Geheim van een ander" not in antwoord.content.decode()


def test_the_page_shows_parts_looks_and_terms(wereld, browser):
    PPPFactory(medewerker=wereld.lid)
    browser(wereld.collega).get(f"/medewerkers/{wereld.lid.public_id}/")

    tekst = browser(wereld.lid).get("/mijn-gegevens/").content.decode()

    for stuk in ("Wie bekeek jouw gegevens (1)", "Hoe lang blijft het?", "6 maanden", "P-team"):
        assert stuk in tekst, stuk


# --- putting right --------------------------------------------------------------------------


@pytest.fixture
def verzoek(wereld, nu):
    return domein.rectificatie_verzoeken(
        medewerker=wereld.lid, door=actor_van(wereld.lid), nu=nu, **INVOER
    )


@pytest.fixture
def beheer(db):
    return actor_van(MedewerkerFactory(), Recht.MEDEWERKERS_BEHEREN)


def test_a_request_is_of_the_person_and_has_a_term(wereld, verzoek, nu, vandaag):
    """AVG 12(3), 16"""
    assert verzoek.antwoord_voor == vandaag + timedelta(days=30)
    for door in (actor_van(wereld.collega), actor_van(wereld.pmanager), SYSTEEM):
        assert weigering(
            domein.rectificatie_verzoeken, medewerker=wereld.lid, door=door, nu=nu, **INVOER
        ).soort is Soort.RECHT
        assert weigering(
            domein.rectificatie_intrekken, verzoek=verzoek, door=door, nu=nu
        ).soort is Soort.RECHT


@pytest.mark.parametrize("veld", list(INVOER))
def test_a_request_is_checked_by_field(wereld, nu, veld):
    invoer = INVOER | {veld: " "}
    assert weigering(
        domein.rectificatie_verzoeken, medewerker=wereld.lid, door=actor_van(wereld.lid), nu=nu,
        **invoer,
    ).veld == veld


def test_a_beheerder_answers_once_and_never_the_own_request(wereld, verzoek, beheer, nu):
    """R419"""
    velden = {"verzoek": verzoek, "status": "doorgevoerd", "antwoord": "Gedaan.", "nu": nu}
    for door in (
        actor_van(wereld.pmanager), actor_van(wereld.lid, Recht.MEDEWERKERS_BEHEREN)
    ):
        assert weigering(
            domein.rectificatie_behandelen, door=door, **velden
        ).soort is Soort.RECHT
    assert weigering(
        domein.rectificatie_behandelen, door=beheer, **velden | {"antwoord": ""}
    ).veld == "antwoord"

    domein.rectificaties_inzien(verzoek=verzoek, door=beheer, nu=nu)
    domein.rectificatie_behandelen(door=beheer, **velden)

    assert Inzage.objects.get().wat == "Verzoek om rectificatie"
    assert Bericht.objects.get().ontvanger == wereld.lid.gebruiker
    for opdracht, door in (
        (domein.rectificatie_behandelen, beheer),
        (domein.rectificatie_intrekken, actor_van(wereld.lid)),
    ):
        extra = velden if opdracht is domein.rectificatie_behandelen else {
            "verzoek": verzoek, "nu": nu
        }
        assert weigering(opdracht, door=door, **extra).soort is Soort.TOESTAND


def test_asking_and_withdrawing_on_screen(wereld, browser):
    client = browser(wereld.lid)

    fout = client.post("/mijn-gegevens/", INVOER | {"wat_klopt_niet": ""})
    assert (fout.status_code, "Schaal 12" in fout.content.decode()) == (400, True)
    assert client.post("/mijn-gegevens/", INVOER).status_code == 302
    verzoek = Rectificatieverzoek.objects.get()
    pad = f"/mijn-gegevens/{verzoek.public_id}/intrekken/"
    assert browser(wereld.collega).post(pad).status_code == 404
    assert browser(wereld.collega).get("/beheer/rectificaties/").status_code == 403
    assert browser(wereld.collega).get(
        f"/beheer/rectificaties/{verzoek.public_id}/"
    ).status_code == 403
    client.post(pad)
    verzoek.refresh_from_db()
    assert verzoek.status == "ingetrokken"


# --- not longer than needed -----------------------------------------------------------------


def test_each_term_is_a_setting():
    """R346: retention settings, with a mark when no source names them."""
    assert [o.instelling for o in opschoningen() if o.instelling not in STANDAARDEN] == []


def test_the_ppp_of_who_left_goes_after_the_term_and_the_person_stays(wereld, nu, vandaag):
    """R346, BETROUWBAAR 30: virtual time, a canary, and numbers as proof."""
    for medewerker in (wereld.lid, wereld.collega):
        PPPFactory(medewerker=medewerker, kennis_en_kunde="kanarie")
    Medewerker.objects.filter(pk=wereld.lid.pk).update(uit_dienst=vandaag)

    assert gegevens_opschonen(nu=nu + timedelta(days=150))["ppps"] == 0
    assert gegevens_opschonen(nu=nu + timedelta(days=200), droog=True)["ppps"] == 1
    assert PPP.objects.count() == 2
    assert gegevens_opschonen(nu=nu + timedelta(days=200))["ppps"] == 1

    assert [p.medewerker for p in PPP.objects.all()] == [wereld.collega]
    assert Medewerker.objects.filter(pk=wereld.lid.pk).exists() is True
    regel = Logregel.objects.get(handeling="gegevens_opgeschoond")
    assert (regel.gegevens["soort"], regel.gegevens["aantal"]) == ("ppps", 1)
    assert gegevens_opschonen(nu=nu + timedelta(days=200))["ppps"] == 0


def test_old_messages_periods_and_requests_go(wereld, verzoek, beheer, nu, vandaag):
    berichten_plaatsen(
        ontvanger_ids=[wereld.lid.gebruiker_id], soort=BerichtSoort.OVERIG, onderwerp="Oud",
        sleutel="oud", nu=nu,
    )
    wereld.lid.beschikbaarheden.create(
        fte_minder="0.1", begin=vandaag - timedelta(days=30), einde=vandaag
    )
    later = nu + timedelta(days=750)

    aantallen = gegevens_opschonen(nu=later)
    assert (aantallen["berichten"], aantallen["beschikbaarheden"]) == (1, 1)
    assert aantallen["rectificatieverzoeken"] == 0  # still without an answer
    domein.rectificatie_behandelen(
        verzoek=verzoek, status="afgewezen", antwoord="Nee.", door=beheer, nu=nu
    )
    assert gegevens_opschonen(nu=later)["rectificatieverzoeken"] == 1


def test_the_command_counts_before_it_removes(db):
    uit = StringIO()

    call_command("gegevens_opschonen", "--droog", stdout=uit)

    assert "PPP's van wie weg is: 0 te verwijderen" in uit.getvalue()


def test_the_list_of_requests_asks_as_many_queries_for_three_as_for_one(wereld, nu, browser):
    from tests.factories.register import RolFactory

    mens = MedewerkerFactory()
    RolFactory(rol_code="beheerder", op=None, medewerker=mens)
    client = browser(mens)

    def maak():
        wie = MedewerkerFactory()
        domein.rectificatie_verzoeken(medewerker=wie, door=actor_van(wie), nu=nu, **INVOER)

    def tel():
        with CaptureQueriesContext(connection) as vast:
            assert client.get("/beheer/rectificaties/").status_code == 200
        return len(vast)

    maak()
    client.get("/beheer/rectificaties/")
    eerst = tel()
    maak()
    maak()
    assert tel() == eerst
