"""The screens of the ground floor: messages, beheer, the demo doors."""

from datetime import date, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from config.kern import klok
from config.kern.actor import Actor, Recht, Toekenning
from config.kern.domain.bericht import berichten_plaatsen
from config.kern.domain.logboek import noteer
from config.kern.enums import BerichtSoort
from config.kern.models import Bericht, Bezorgkeuze, Demorol, Instelling, Logregel, NietWerkdag

pytestmark = pytest.mark.django_db


def lader(gebruiker, nu):
    """Rights by first name: who is called Beheer may manage."""
    rechten = {Toekenning(Recht.BEHEREN)} if gebruiker.username.startswith("beheer") else set()
    return Actor(
        gebruiker_id=gebruiker.pk, naam=gebruiker.naam, toekenningen=frozenset(rechten)
    )


@pytest.fixture(autouse=True)
def _eigen_rechten(settings):
    settings.INZET_ACTOR_LADER = "tests.kern.test_schermen.lader"
    settings.MIDDLEWARE = [
        "tests.kern.actor.ActorMiddleware" if m == "register.middleware.ActorMiddleware" else m
        for m in settings.MIDDLEWARE
    ]


@pytest.fixture
def beheerder(maak_gebruiker, ingelogd):
    return ingelogd(maak_gebruiker("Beheer de Boer"))


@pytest.fixture
def collega(maak_gebruiker, ingelogd):
    return ingelogd(maak_gebruiker("Noor de Vries"))


@pytest.mark.parametrize(
    "pad",
    ["/beheer/", "/beheer/instellingen/", "/beheer/instellingen/F0_NA_TERMIJN/",
     "/beheer/instellingen/SPAN/", "/beheer/kalender/", "/beheer/kalender/2027/",
     "/beheer/klok/", "/meldingen/", "/meldingen/mail/", "/api/documentatie",
     "/account/password/change/", "/account/2fa/"],
)
def test_page_of_a_beheerder_renders(beheerder, pad):
    assert beheerder.get(pad).status_code == 200


@pytest.mark.parametrize("pad", ["/beheer/", "/beheer/instellingen/", "/beheer/klok/"])
def test_beheer_is_refused_with_the_sentence_to_another(collega, pad):
    antwoord = collega.get(pad)

    assert antwoord.status_code == 403
    assert "beheerder" in antwoord.content.decode()


@pytest.mark.parametrize("pad", ["/beheer/", "/meldingen/", "/", "/nergens/"])
def test_without_login_every_page_leads_to_the_login_page(client, pad):
    antwoord = client.get(pad)

    assert (antwoord.status_code, antwoord.headers.get("Location", "").split("?")[0]) in {
        (302, "/account/login/"), (404, ""),
    }


def test_an_htmx_request_without_login_is_sent_to_the_login_page(client):
    antwoord = client.get("/meldingen/", headers={"HX-Request": "true"})

    assert antwoord.status_code == 401
    assert antwoord["HX-Redirect"].startswith("/account/login/")


def test_instelling_gets_a_dated_value(beheerder):
    """R412: a new row, from a day on, with its source."""
    morgen = klok.vandaag() + timedelta(days=1)

    antwoord = beheerder.post(
        "/beheer/instellingen/PTEAM_MIN/",
        {"waarde": "9", "geldig_vanaf": morgen.isoformat(), "bron": "P-beraad 4 juni"},
    )

    assert antwoord.status_code == 302
    rij = Instelling.objects.get()
    assert (rij.sleutel, rij.waarde, rij.geldig_vanaf) == ("PTEAM_MIN", 9, morgen)


@pytest.mark.parametrize(
    ("sleutel", "velden", "zin"),
    [
        ("PTEAM_MIN", {"geldig_vanaf": "2020-01-01"}, "vandaag of later"),
        ("PTEAM_MIN", {"waarde": "veel"}, "geheel getal"),
        ("PTEAM_MIN", {"waarde": "-1"}, "minstens 0"),
        ("PTEAM_MIN", {"bron": ""}, "verplicht"),
        ("F0_NA_TERMIJN", {"waarde": "nooit"}, "geldige keuze"),
        ("DMO_SPAN", {"waarde": "[35, 25]"}, "van laag naar hoog"),
        ("DMO_SPAN", {"waarde": "[" * 1500}, "niet te lezen"),
        ("SPAN", {"waarde": "{}"}, "Geef een waarde voor"),
    ],
)
def test_instelling_refuses_wrong_input_and_keeps_it(beheerder, sleutel, velden, zin):
    gegevens = {"waarde": "9", "geldig_vanaf": "2099-01-01", "bron": "P-beraad", **velden}

    antwoord = beheerder.post(f"/beheer/instellingen/{sleutel}/", gegevens)

    assert antwoord.status_code == 400
    assert zin in antwoord.content.decode()
    assert Instelling.objects.count() == 0


def test_unknown_instelling_is_not_found(beheerder):
    assert beheerder.get("/beheer/instellingen/BESTAAT_NIET/").status_code == 404


def test_closing_days_are_added_once(beheerder):
    """R296, E17: 24 December up to 1 January; weekends and holidays are already there."""
    jaar = klok.vandaag().year + 1
    gegevens = {
        "omschrijving": "Collectieve sluiting", "begin": f"{jaar}-12-24",
        "laatste": f"{jaar + 1}-01-01", "telt_voor_termijn": "on",
    }
    voor = NietWerkdag.objects.count()

    eerste = beheerder.post("/beheer/kalender/", gegevens)
    tweede = beheerder.post("/beheer/kalender/", gegevens)

    assert (eerste.status_code, tweede.status_code) == (302, 409)
    nieuw = NietWerkdag.objects.filter(omschrijving="Collectieve sluiting")
    assert nieuw.count() == NietWerkdag.objects.count() - voor
    assert all(dag.datum.weekday() < 5 and not dag.telt_voor_capaciteit for dag in nieuw)


def test_a_passed_day_stays_and_a_coming_day_can_go(beheerder):
    vandaag = klok.vandaag()
    komt = NietWerkdag.objects.filter(datum__gt=vandaag).first()
    voorbij = NietWerkdag.objects.filter(datum__lt=vandaag).last()

    for dag in (komt, voorbij):
        beheerder.post(f"/beheer/kalender/dag/{dag.pk}/verwijderen/")

    assert list(NietWerkdag.objects.filter(pk__in=[komt.pk, voorbij.pk])) == [voorbij]


def test_the_demo_clock_moves_a_working_day(beheerder):
    voor = klok.vandaag()

    antwoord = beheerder.post("/beheer/klok/", {"werkdagen": "1", "volgende": "/meldingen/"})

    assert antwoord["Location"] == "/meldingen/"
    assert klok.vandaag() > voor
    assert klok.vandaag().weekday() < 5


@pytest.mark.parametrize("pad", ["//elders.example/", "https://elders.example/", "javascript:1"])
def test_the_demo_clock_never_leads_elsewhere(beheerder, pad):
    antwoord = beheerder.post("/beheer/klok/", {"werkdagen": "1", "volgende": pad})

    assert antwoord["Location"] == "/beheer/klok/"


@pytest.mark.parametrize("werkdagen", ["0", "31", "x", ""])
def test_the_demo_clock_refuses_nonsense(beheerder, werkdagen):
    voor = klok.vandaag()

    assert beheerder.post("/beheer/klok/", {"werkdagen": werkdagen}).status_code == 400
    assert klok.vandaag() == voor


def test_demo_doors_do_not_exist_outside_the_demo(settings, beheerder, gebruiker):
    Demorol.objects.create(code="aog", titel="AOG", gebruiker=gebruiker)
    settings.INZET_DEMO = False

    assert beheerder.post("/beheer/klok/", {"werkdagen": "1"}).status_code == 404
    assert beheerder.post("/kijk-mee/aog/").status_code == 404
    assert "Kijk mee" not in beheerder.get("/account/login/", follow=True).content.decode()


def test_kijk_mee_signs_in_as_the_person_of_the_role(client, gebruiker):
    Demorol.objects.create(code="aog", titel="Ambtelijk opdrachtgever", gebruiker=gebruiker)

    assert "Kijk mee" in client.get("/account/login/").content.decode()
    antwoord = client.post("/kijk-mee/aog/")

    assert antwoord["Location"] == "/"
    assert int(client.session["_auth_user_id"]) == gebruiker.pk
    assert client.get("/kijk-mee/aog/").status_code == 405


def test_login_with_name_and_password(client, gebruiker):
    antwoord = client.post(
        "/account/login/", {"login": gebruiker.username, "password": "inzet-demo"}
    )

    assert antwoord.status_code == 302
    assert int(client.session["_auth_user_id"]) == gebruiker.pk


def test_wrong_password_says_so_in_dutch(client, gebruiker):
    antwoord = client.post("/account/login/", {"login": gebruiker.username, "password": "fout"})

    assert "_auth_user_id" not in client.session
    assert "incorrect" in antwoord.content.decode()


def bericht_aan(gebruiker, nu, sleutel="a"):
    berichten_plaatsen(
        ontvanger_ids=[gebruiker.pk], soort=BerichtSoort.FASE, onderwerp="Opdracht X naar fase 1",
        url="/meldingen/", sleutel=sleutel, nu=nu,
    )
    return Bericht.objects.get(ontvanger=gebruiker, sleutel__startswith=sleutel)


def test_a_person_sees_and_reads_only_own_messages(maak_gebruiker, ingelogd, nu):
    noor, jan = maak_gebruiker("Noor de Vries"), maak_gebruiker("Jan Vos")
    van_noor, van_jan = bericht_aan(noor, nu), bericht_aan(jan, nu, "b")
    client = ingelogd(noor)

    assert client.get("/meldingen/").context["pagina"].object_list == [van_noor]
    assert client.post(f"/meldingen/{van_noor.public_id}/gelezen/").status_code == 302
    assert client.post(f"/meldingen/{van_jan.public_id}/gelezen/").status_code == 404
    assert list(Bericht.objects.ongelezen()) == [van_jan]


def test_all_messages_are_read_at_once(maak_gebruiker, ingelogd, nu):
    noor, jan = maak_gebruiker("Noor de Vries"), maak_gebruiker("Jan Vos")
    bericht_aan(noor, nu)
    van_jan = bericht_aan(jan, nu, "b")

    ingelogd(noor).post("/meldingen/gelezen/")

    assert list(Bericht.objects.ongelezen()) == [van_jan]


def test_message_list_asks_as_much_for_one_as_for_three(
    maak_gebruiker, ingelogd, nu
):
    noor = maak_gebruiker("Noor de Vries")
    client = ingelogd(noor)
    bericht_aan(noor, nu)
    with CaptureQueriesContext(connection) as een:
        client.get("/meldingen/")
    bericht_aan(noor, nu, "b")
    bericht_aan(noor, nu, "c")
    with CaptureQueriesContext(connection) as drie:
        client.get("/meldingen/")

    assert len(een) == len(drie)


def test_instelling_valid_from_today_is_allowed(beheerder):
    gegevens = {"waarde": "9", "geldig_vanaf": date.today().isoformat(), "bron": "DT"}

    assert beheerder.post("/beheer/instellingen/PTEAM_MIN/", gegevens).status_code == 302


def test_the_admin_shows_and_never_changes_the_logbook(maak_gebruiker, ingelogd, systeem, nu):
    """HUIS §5."""
    noteer("proef", door=systeem, nu=nu)
    client = ingelogd(maak_gebruiker("Beheer de Boer", is_staff=True, is_superuser=True))

    assert client.get("/admin/").status_code == 200
    assert client.get("/admin/kern/logregel/").status_code == 200
    assert client.get("/admin/kern/gebruiker/add/").status_code == 200
    assert client.get("/admin/kern/logregel/add/").status_code == 403
    assert client.post(
        f"/admin/kern/logregel/{Logregel.objects.first().pk}/delete/", {"post": "yes"}
    ).status_code == 403


def test_the_admin_uses_the_login_page_of_everybody(client):
    assert client.get("/admin/login/", follow=True).redirect_chain[0][0].startswith("/account/")


def test_a_person_chooses_how_the_mail_comes(collega):
    keuzes = dict.fromkeys(BerichtSoort.values, "direct") | {"fase": "samenvatting"}
    antwoord = collega.post("/meldingen/mail/", keuzes)

    assert antwoord.status_code == 302
    assert Bezorgkeuze.objects.get(soort="fase").bezorging == "samenvatting"
    assert collega.post("/meldingen/mail/", keuzes | {"fase": "soms"}).status_code == 400
