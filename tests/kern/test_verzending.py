"""Mail leaves from the outbox, once, and a failure stays visible (R414, BETROUWBAAR 1.5)."""

from datetime import timedelta

import pytest
from django.core import mail
from django.core.management import call_command

from config.kern.actor import Recht
from config.kern.domain.bericht import (
    berichten_plaatsen,
    bezorging_kiezen,
    vastgelopen_opnieuw,
)
from config.kern.domain.verzending import berichten_verzenden, samenvattingen_verzenden
from config.kern.enums import BerichtSoort, Bezorging
from config.kern.fouten import DomeinFout
from config.kern.models import Bericht, Hartslag
from config.kern.tasks import berichten_verzenden as taak

pytestmark = pytest.mark.django_db


class KapotteMail:
    """A mail server that is away."""

    def __init__(self, *args, **kwargs):
        pass

    def __enter__(self):
        return self

    def __exit__(self, *args):
        pass

    def send_messages(self, berichten):
        raise OSError("weg")


def plaats(nu, *gebruikers, sleutel="p1"):
    berichten_plaatsen(
        ontvanger_ids=[g.pk for g in gebruikers], soort=BerichtSoort.TERMIJN,
        onderwerp="Opdracht X: de termijn\nloopt af", url="/x/", sleutel=sleutel, nu=nu,
    )


def test_each_message_leaves_once_with_its_key(nu, gebruiker, settings):
    settings.INZET_ADRES = "https://inzet.example.org/"
    plaats(nu, gebruiker)
    plaats(nu, gebruiker)

    assert [berichten_verzenden(nu=nu), berichten_verzenden(nu=nu)] == [1, 0]
    [brief] = mail.outbox
    assert brief.to == [gebruiker.email]
    assert brief.subject == "Opdracht X: de termijn loopt af"
    assert "https://inzet.example.org/x/" in brief.body
    assert brief.extra_headers["Message-ID"].endswith("@inzet>")
    [(html, soort)] = brief.alternatives
    assert (soort, "https://inzet.example.org/x/" in html) == ("text/html", True)


def test_who_has_no_address_gets_no_mail_but_keeps_the_message(nu, maak_gebruiker):
    zonder = maak_gebruiker("Zonder Adres", email="")
    plaats(nu, zonder)

    assert berichten_verzenden(nu=nu) == 0
    assert Bericht.objects.ongelezen().count() == 1


def test_a_failing_mail_server_is_tried_five_times_and_then_shown(nu, gebruiker, settings):
    settings.EMAIL_BACKEND = "tests.kern.test_verzending.KapotteMail"
    plaats(nu, gebruiker)

    for _ in range(7):
        berichten_verzenden(nu=nu)

    assert Bericht.objects.vastgelopen().count() == 1
    assert Bericht.objects.get().pogingen == Bericht.MAX_POGINGEN


def test_one_portion_is_limited(nu, maak_gebruiker):
    plaats(nu, *[maak_gebruiker(f"Mens {n}") for n in range(5)])

    assert berichten_verzenden(nu=nu, aantal=3) == 3
    assert Bericht.objects.te_mailen().count() == 2


def test_the_task_leaves_a_heartbeat(nu, gebruiker):
    plaats(nu, gebruiker)

    assert taak() == "1 verzonden"
    assert Hartslag.objects.get(naam="berichten").uitkomst == "1 verzonden"


def kies(gebruiker, maak_actor, nu, bezorging, soort=BerichtSoort.TERMIJN):
    bezorging_kiezen(keuzes={soort.value: bezorging}, door=maak_actor(gebruiker), nu=nu)


def test_who_chose_no_mail_still_sees_the_message(nu, gebruiker, maak_actor):
    kies(gebruiker, maak_actor, nu, Bezorging.UIT)
    plaats(nu, gebruiker)

    assert berichten_verzenden(nu=nu) == samenvattingen_verzenden(nu=nu + timedelta(days=1)) == 0
    assert Bericht.objects.ongelezen().count() == 1


def test_another_choice_does_not_send_old_messages(nu, gebruiker, maak_actor):
    kies(gebruiker, maak_actor, nu, Bezorging.UIT)
    plaats(nu, gebruiker)
    kies(gebruiker, maak_actor, nu, Bezorging.DIRECT)

    assert berichten_verzenden(nu=nu) == 0


def test_the_mail_of_the_day_goes_once_on_a_werkdag_after_eight(nu, gebruiker, maak_actor):
    """R414: monday noon and evening give one mail on tuesday; what comes later waits."""
    kies(gebruiker, maak_actor, nu, Bezorging.SAMENVATTING)
    plaats(nu, gebruiker)
    plaats(nu + timedelta(hours=6), gebruiker, sleutel="p2")
    dinsdag = nu + timedelta(hours=20)
    plaats(dinsdag, gebruiker, sleutel="p3")

    momenten = [nu, dinsdag - timedelta(minutes=1), dinsdag, dinsdag]
    assert berichten_verzenden(nu=nu) == 0
    assert [samenvattingen_verzenden(nu=m) for m in momenten] == [0, 0, 1, 0]
    [brief] = mail.outbox
    assert brief.subject == "Inzet: 2 meldingen"


def test_no_mail_of_the_day_in_the_weekend(nu, gebruiker, maak_actor):
    kies(gebruiker, maak_actor, nu, Bezorging.SAMENVATTING)
    plaats(nu + timedelta(days=4), gebruiker)

    assert [samenvattingen_verzenden(nu=nu + timedelta(days=d)) for d in (5, 6, 7)] == [0, 0, 1]


def test_a_failing_mail_of_the_day_is_tried_again(nu, gebruiker, maak_actor, settings):
    kies(gebruiker, maak_actor, nu, Bezorging.SAMENVATTING)
    plaats(nu, gebruiker)
    goed, settings.EMAIL_BACKEND = settings.EMAIL_BACKEND, "tests.kern.test_verzending.KapotteMail"
    assert samenvattingen_verzenden(nu=nu + timedelta(days=1)) == 0

    settings.EMAIL_BACKEND = goed
    assert samenvattingen_verzenden(nu=nu + timedelta(days=1)) == 1


@pytest.mark.parametrize("keuzes", [{"termijn": "soms"}, {"roddels": "direct"}])
def test_an_unknown_choice_is_refused(nu, gebruiker, maak_actor, keuzes):
    with pytest.raises(DomeinFout):
        bezorging_kiezen(keuzes=keuzes, door=maak_actor(gebruiker), nu=nu)


def test_a_beheerder_lets_stuck_mail_try_again(nu, gebruiker, maak_actor):
    plaats(nu, gebruiker)
    Bericht.objects.update(pogingen=Bericht.MAX_POGINGEN)
    with pytest.raises(DomeinFout):
        vastgelopen_opnieuw(door=maak_actor(gebruiker), nu=nu)

    assert vastgelopen_opnieuw(door=maak_actor(gebruiker, Recht.BEHEREN), nu=nu) == 1
    assert berichten_verzenden(nu=nu) == 1


def test_the_preview_of_every_mail_in_docs_is_what_is_sent(capsys, settings):
    """Run ``manage.py mails_tekenen`` when this is red."""
    call_command("mails_tekenen", toon=True)

    getoond = capsys.readouterr().out.strip()
    assert getoond == (settings.WORTEL / "docs" / "mails.md").read_text().strip()
    assert all(soort.label in getoond for soort in BerichtSoort)
