"""Mail leaves from the outbox, once, and a failure stays visible (R414, BETROUWBAAR 1.5)."""

import pytest
from django.core import mail

from config.kern.domain.bericht import berichten_plaatsen
from config.kern.domain.verzending import berichten_verzenden
from config.kern.enums import BerichtSoort
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
