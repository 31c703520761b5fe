"""About Inzet: what can be better, personal data, the words (R213, R410, R411, R413)."""

import pytest

from config.kern.actor import Actor, Recht, Toekenning
from config.kern.domain.logboek import inzage_noteren
from config.kern.domain.terugkoppeling import terugkoppeling_beantwoorden, terugkoppeling_geven
from config.kern.fouten import DomeinFout
from config.kern.models import Bericht, Terugkoppeling
from config.kern.woorden import WOORDEN, zoek_woorden

pytestmark = pytest.mark.django_db


def lader(gebruiker, nu):
    """Rights by first name."""
    rechten = {"beheer": Recht.BEHEREN, "fg": Recht.INZAGEN_INZIEN}
    recht = rechten.get(gebruiker.username.split(".")[0])
    return Actor(
        gebruiker_id=gebruiker.pk, naam=gebruiker.naam,
        toekenningen=frozenset({Toekenning(recht)} if recht else set()),
    )


@pytest.fixture(autouse=True)
def _eigen_rechten(settings):
    settings.INZET_ACTOR_LADER = "tests.kern.test_over.lader"
    settings.MIDDLEWARE = [
        "tests.kern.actor.ActorMiddleware" if m == "register.middleware.ActorMiddleware" else m
        for m in settings.MIDDLEWARE
    ]


@pytest.fixture
def browser(maak_gebruiker, ingelogd):
    return lambda naam: ingelogd(maak_gebruiker(naam))


def test_nothing_to_say_is_refused(nu, gebruiker, maak_actor):
    with pytest.raises(DomeinFout, match="Schrijf op"):
        terugkoppeling_geven(tekst="  ", door=maak_actor(gebruiker), nu=nu)


def test_only_a_beheerder_answers_and_only_once(nu, gebruiker, maak_actor):
    rij = terugkoppeling_geven(tekst="Te klein", door=maak_actor(gebruiker), nu=nu)
    beheer = maak_actor(gebruiker, Recht.BEHEREN)

    with pytest.raises(DomeinFout, match="beheerder"):
        terugkoppeling_beantwoorden(
            terugkoppeling=rij, antwoord="x", door=maak_actor(gebruiker), nu=nu
        )
    terugkoppeling_beantwoorden(terugkoppeling=rij, antwoord="Groter", door=beheer, nu=nu)
    with pytest.raises(DomeinFout, match="al antwoord"):
        terugkoppeling_beantwoorden(terugkoppeling=rij, antwoord="Nog eens", door=beheer, nu=nu)
    assert Bericht.objects.get().ontvanger == gebruiker


def test_a_colleague_says_what_can_be_better_and_reads_the_answer(browser):
    """R413: from the foot of every page, with the page it is about."""
    noor, beheer = browser("Noor"), browser("Beheer")
    assert "/wat-kan-beter/?pagina=/meldingen/" in noor.get("/meldingen/").content.decode()

    fout = noor.post("/wat-kan-beter/", {"tekst": "", "pagina": "/x/"})
    goed = noor.post("/wat-kan-beter/", {"tekst": "Ik zie de datum niet", "pagina": "/x/"})
    rij = Terugkoppeling.objects.get()
    assert (fout.status_code, goed.status_code) == (400, 302)
    assert "Ik zie de datum niet" in beheer.get("/beheer/wat-kan-beter/").content.decode()
    pad = f"/beheer/wat-kan-beter/{rij.public_id}/"
    assert beheer.get(pad).status_code == 200
    assert beheer.post(pad, {"antwoord": "Die staat er nu"}).status_code == 302
    assert "Die staat er nu" in noor.get("/wat-kan-beter/").content.decode()
    assert noor.get("/beheer/wat-kan-beter/").status_code == 403


def test_everybody_reads_which_personal_data_are_kept_and_why(browser):
    """R213: what, why, on which ground, how long."""
    tekst = browser("Noor").get("/persoonsgegevens/").content.decode()

    assert "AVG art. 6" in tekst
    assert "Wie bekeek wat?" not in tekst


def test_only_the_fg_sees_who_looked_at_what(nu, browser, maak_gebruiker, maak_actor):
    """R213: the functionaris gegevensbescherming can read the access log."""
    wie, wiens = maak_gebruiker("Kees Kijker"), maak_gebruiker("Els Eigen")
    inzage_noteren(
        wiens_gebruiker_id=wiens.pk, wat="PPP", waarvoor="opdracht X", door=maak_actor(wie), nu=nu
    )
    fg = browser("FG")

    assert browser("Noor").get("/persoonsgegevens/inzagen/").status_code == 403
    tekst = fg.get("/persoonsgegevens/inzagen/").content.decode()
    assert ("Kees Kijker" in tekst, "Els Eigen" in tekst) == (True, True)
    assert "Kees Kijker" not in fg.get("/persoonsgegevens/inzagen/?zoek=iemand").content.decode()


def test_the_accessibility_page_needs_no_login(client):
    assert client.get("/openbaar/toegankelijkheid/").status_code == 200


@pytest.mark.parametrize(("oud", "nu_heet"), [
    ("P-domeinregisseur", "Directeur M&O"), ("O-domeinregisseur", "Domeindirecteur"),
    ("AO", "AOG"), ("behandelend ambtenaar", "AON"),
])
def test_an_old_word_finds_the_word_of_today(oud, nu_heet):
    """R411."""
    assert nu_heet in [w.naam for w in zoek_woorden(oud)]


def test_the_words_stand_on_a_page(browser):
    """R410: the terms of the sources, each explained once."""
    assert len({w.sleutel for w in WOORDEN}) == len(WOORDEN)
    tekst = browser("Noor").get("/woorden/?zoek=stabiel").content.decode()
    assert "jaarplan" in tekst
