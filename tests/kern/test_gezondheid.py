"""The probes answer without login (issue: handles for outsiders; BETROUWBAAR 39, 53)."""

from datetime import timedelta

import pytest
from django.utils import timezone

from config.kern.models import Hartslag


@pytest.mark.django_db
def test_gezond_answers_without_login(client):
    antwoord = client.get("/gezond")

    assert antwoord.status_code == 200
    assert antwoord.json()["status"] == "gezond"


@pytest.mark.django_db
@pytest.mark.parametrize(("minuten", "status"), [(1, 200), (6, 503)])
def test_klaar_follows_the_heartbeat_of_beat(client, minuten, status):
    Hartslag.objects.create(
        naam="hartslag", gelopen_op=timezone.now() - timedelta(minutes=minuten)
    )

    assert client.get("/klaar").status_code == status


@pytest.mark.django_db
def test_klaar_is_red_when_beat_never_ran(client):
    antwoord = client.get("/klaar")

    assert antwoord.status_code == 503
    assert antwoord.json()["hartslag"] is False


@pytest.mark.django_db
def test_security_txt_has_contact_and_expiry(client):
    tekst = client.get("/.well-known/security.txt").content.decode()

    assert [regel.split(":")[0] for regel in tekst.splitlines()] == [
        "Contact", "Expires", "Preferred-Languages", "Canonical",
    ]
