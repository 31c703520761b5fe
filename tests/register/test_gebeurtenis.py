"""The feed and the webhooks: what others hear, when, and how they know it is us (R193, R406)."""

import json
import threading
from datetime import timedelta
from http.server import BaseHTTPRequestHandler, HTTPServer

import pytest
from django.urls import reverse
from django.utils import timezone
from standardwebhooks.webhooks import Webhook as Ontvanger
from standardwebhooks.webhooks import WebhookVerificationError

from config.kern import uitgaand
from config.kern.actor import SYSTEEM
from config.kern.fouten import DomeinFout
from register import tasks_toezicht
from register.domain.anker import anker_vastleggen
from register.domain.gebeurtenis import gebeurtenissen_verwerken
from register.domain.roltoewijzing import rol_beeindigen
from register.domain.webhook import (
    bezorgen,
    bezorging_herhalen,
    geheim_van,
    webhook_geheim_vernieuwen,
    webhook_schakelen,
    webhook_toevoegen,
)
from register.enums import Bezorgstatus
from register.models import Bezorging, Registergebeurtenis, Webhook
from tests.factories.kern import NU, VANDAAG, BesluitFactory
from tests.factories.pdomein import MedewerkerFactory
from tests.factories.register import InzetFactory, RolFactory

pytestmark = pytest.mark.django_db
DAG = timedelta(days=1)


def soorten(na=0):
    rijen = Registergebeurtenis.objects.filter(volgnummer__gt=na).order_by("volgnummer")
    return [g.soort for g in rijen]


def beeindig(rij, per, nu=NU):
    rol_beeindigen(
        toewijzing=rij, per=per, besluit=BesluitFactory(), reden="Klaar", door=SYSTEEM, nu=nu
    )


def test_every_mutation_is_told_once_and_in_order():
    rij = RolFactory()
    InzetFactory()
    assert [gebeurtenissen_verwerken(nu=NU) for _ in range(2)] == [2, 0]
    assert soorten() == ["toegevoegd", "toegevoegd"]
    gegevens = Registergebeurtenis.objects.get(volgnummer=1).gegevens
    assert gegevens["medewerker"] == str(rij.medewerker.public_id)
    assert gegevens["object"] == {"soort": "opdracht", "id": str(rij.opdracht.public_id)}
    assert gegevens["geldtNu"] is True
    assert rij.medewerker.naam not in json.dumps(gegevens)


def test_a_role_that_ends_now_is_told_at_once():
    """R193: ended means ended, in the next run of the beat."""
    rij = RolFactory()
    gebeurtenissen_verwerken(nu=NU)
    beeindig(rij, VANDAAG)
    gebeurtenissen_verwerken(nu=NU)
    assert soorten(na=1) == ["gesloten", "toegevoegd", "geeindigd"]
    assert Registergebeurtenis.objects.last().gegevens["geldtNu"] is False


def test_a_role_that_ends_or_begins_by_date_is_told_when_the_day_comes():
    """R193: nobody does anything that day; the feed still tells."""
    rij = RolFactory(einde=VANDAAG + 10 * DAG)
    RolFactory(op=rij.opdracht, begin=VANDAAG + 10 * DAG)
    gebeurtenissen_verwerken(nu=NU)
    assert gebeurtenissen_verwerken(nu=NU + 9 * DAG) == 0
    assert gebeurtenissen_verwerken(nu=NU + 10 * DAG) == 2
    assert sorted(soorten(na=2)) == ["begonnen", "geeindigd"]
    assert gebeurtenissen_verwerken(nu=NU + 11 * DAG) == 0


def test_days_without_a_worker_are_made_up():
    RolFactory(einde=VANDAAG + DAG)
    gebeurtenissen_verwerken(nu=NU)
    gebeurtenissen_verwerken(nu=NU + 40 * DAG)
    assert soorten(na=1) == ["geeindigd"]


def test_an_anchor_is_told_too():
    anker = anker_vastleggen(door=SYSTEEM, nu=NU)
    gebeurtenissen_verwerken(nu=NU)
    assert Registergebeurtenis.objects.get().gegevens["hash"] == anker.hash


@pytest.fixture
def ontvanger():
    """Another system on this machine; it answers ``status`` and keeps what it got."""

    class Luister(BaseHTTPRequestHandler):
        gekregen: list = []
        status = 200

        def do_POST(self):
            inhoud = self.rfile.read(int(self.headers["Content-Length"]))
            self.gekregen.append((dict(self.headers), inhoud))
            self.send_response(type(self).status)
            self.send_header("Content-Length", "0")
            self.end_headers()

        def log_message(self, *args):
            pass

    server = HTTPServer(("127.0.0.1", 0), Luister)
    draad = threading.Thread(target=server.serve_forever, daemon=True)
    draad.start()
    Luister.adres = f"http://127.0.0.1:{server.server_port}/in?x=1"
    yield Luister
    server.shutdown()
    server.server_close()


@pytest.fixture
def webhook(ontvanger, settings):
    settings.INZET_WEBHOOK_PRIVE = True
    return webhook_toevoegen(naam="ICT", url=ontvanger.adres, door=SYSTEEM, nu=NU)


def test_a_delivery_can_be_checked_by_an_independent_library(webhook, ontvanger):
    """Standard Webhooks, and a CloudEvent inside."""
    nu = timezone.now()
    RolFactory()
    gebeurtenissen_verwerken(nu=nu)
    assert bezorgen(nu=nu) == 1
    koppen, inhoud = ontvanger.gekregen[0]
    koppen = {k.lower(): w for k, w in koppen.items()}
    bericht = Ontvanger(geheim_van(webhook)).verify(inhoud, koppen)
    assert bericht["specversion"] == "1.0"
    assert bericht["type"] == "nl.inzet.register.toegevoegd"
    assert bericht["data"]["volgnummer"] == 1
    with pytest.raises(WebhookVerificationError):
        Ontvanger(geheim_van(webhook)).verify(inhoud + b" ", koppen)
    webhook = webhook_geheim_vernieuwen(webhook=webhook, door=SYSTEEM, nu=nu)
    with pytest.raises(WebhookVerificationError):
        Ontvanger(geheim_van(webhook)).verify(inhoud, koppen)
    assert Bezorging.objects.get().status == Bezorgstatus.BEZORGD


def test_what_does_not_arrive_is_tried_again_and_given_up_in_the_end(webhook, ontvanger):
    ontvanger.status = 503
    RolFactory()
    gebeurtenissen_verwerken(nu=NU)
    nu = NU
    for poging in range(1, Bezorging.MAX_POGINGEN + 1):
        assert bezorgen(nu=nu) == 0
        bezorging = Bezorging.objects.get()
        assert bezorging.pogingen == poging
        assert bezorgen(nu=nu) == 0
        nu = max(bezorging.volgende_poging, nu)
    assert bezorging.status == Bezorgstatus.OPGEGEVEN
    assert bezorging.uitkomst == "Antwoord 503"
    assert len(ontvanger.gekregen) == Bezorging.MAX_POGINGEN
    ontvanger.status = 204
    bezorging_herhalen(bezorging=bezorging, door=SYSTEEM, nu=nu)
    assert bezorgen(nu=nu) == 1
    with pytest.raises(DomeinFout, match="al bezorgd"):
        bezorging_herhalen(bezorging=bezorging, door=SYSTEEM, nu=nu)


def test_a_silent_receiver_holds_up_nobody(webhook, ontvanger):
    weg = webhook_toevoegen(naam="Weg", url="http://127.0.0.1:9/", door=SYSTEEM, nu=NU)
    for _ in range(3):
        RolFactory()
    gebeurtenissen_verwerken(nu=NU)
    assert bezorgen(nu=NU) == 3
    assert sorted(weg.bezorgingen.values_list("pogingen", flat=True)) == [0, 0, 1]
    webhook_schakelen(webhook=weg, is_actief=False, door=SYSTEEM, nu=NU)
    assert bezorgen(nu=NU + DAG) == 0
    assert weg.bezorgingen.filter(pogingen=1).count() == 1


def test_only_chosen_kinds_and_only_from_now_on(webhook):
    rij = RolFactory(einde=VANDAAG + 5 * DAG)
    gebeurtenissen_verwerken(nu=NU)
    later = webhook_toevoegen(
        naam="Later", url=webhook.url, soorten=["geeindigd"], door=SYSTEEM, nu=NU
    )
    assert later.na_volgnummer == 1
    RolFactory(op=rij.opdracht, begin=VANDAAG + 5 * DAG)
    gebeurtenissen_verwerken(nu=NU)
    gebeurtenissen_verwerken(nu=NU + 5 * DAG)
    assert [b.gebeurtenis.soort for b in later.bezorgingen.all()] == ["geeindigd"]


@pytest.mark.parametrize("url", [
    "http://example.org/", "ftp://example.org/", "https://", "https://x:y@example.org/",
    "https://example.org:99999/", "niets",
])
def test_an_address_that_may_not_be_called_is_refused(url):
    with pytest.raises(DomeinFout) as fout:
        webhook_toevoegen(naam="X", url=url, door=SYSTEEM, nu=NU)
    assert fout.value.status == 400


@pytest.mark.parametrize("host", [
    "127.0.0.1", "localhost", "10.0.0.1", "192.168.1.1", "169.254.169.254", "[::1]",
    "[::ffff:10.0.0.1]", "0.0.0.0", "[fe80::1]", "224.0.0.1", "100.64.0.1",
])
def test_no_address_inside_the_network_is_called(host):
    """SSRF: what the name stands for is judged, not how it is written."""
    with pytest.raises(uitgaand.NietToegestaan):
        uitgaand.verstuur(f"https://{host}/", b"", {}, prive_mag=False)


def test_a_private_address_is_noted_at_the_delivery(settings):
    webhook_toevoegen(naam="Binnen", url="https://127.0.0.1/", door=SYSTEEM, nu=NU)
    RolFactory()
    gebeurtenissen_verwerken(nu=NU)
    assert bezorgen(nu=NU) == 0
    assert Bezorging.objects.get().uitkomst == "Dit adres ligt binnen het eigen netwerk."


def test_only_beheer_connects_systems(maak_actor, gebruiker, webhook):
    niemand = maak_actor(gebruiker)
    bezorging = Bezorging(webhook=webhook)
    RolFactory()
    gebeurtenissen_verwerken(nu=NU)
    bezorging = Bezorging.objects.get()
    for doe in (
        lambda: webhook_toevoegen(naam="X", url=webhook.url, door=niemand, nu=NU),
        lambda: webhook_schakelen(webhook=webhook, is_actief=False, door=niemand, nu=NU),
        lambda: webhook_geheim_vernieuwen(webhook=webhook, door=niemand, nu=NU),
        lambda: bezorging_herhalen(bezorging=bezorging, door=niemand, nu=NU),
    ):
        with pytest.raises(DomeinFout) as fout:
            doe()
        assert fout.value.status == 403
    with pytest.raises(DomeinFout) as fout:
        webhook_toevoegen(naam="ICT", url=webhook.url, door=SYSTEEM, nu=NU)
    assert fout.value.status == 409


@pytest.fixture
def beheer(ingelogd):
    mens = MedewerkerFactory()
    RolFactory(rol_code="beheerder", medewerker=mens, op=None)
    return ingelogd(mens.gebruiker)


def test_webhooks_on_screen(beheer, ingelogd, ontvanger, settings, django_assert_max_num_queries):
    settings.INZET_WEBHOOK_PRIVE = True
    lijst, nieuw = reverse("register:webhooks"), reverse("register:webhook-toevoegen")
    assert ingelogd(MedewerkerFactory().gebruiker).get(lijst).status_code == 403
    assert "Nog geen webhooks" in beheer.get(lijst).content.decode()
    assert lijst in beheer.get(reverse("kern:beheer")).content.decode()
    assert beheer.get(nieuw).status_code == 200
    assert beheer.post(nieuw, {"naam": "ICT", "url": "gopher://x"}).status_code == 400
    assert beheer.post(nieuw, {"naam": "ICT", "url": ontvanger.adres}).status_code == 302
    webhook = Webhook.objects.get()
    pad = reverse("register:webhook", args=[webhook.public_id])
    assert "Nog niets bezorgd" in beheer.get(pad).content.decode()
    RolFactory()
    tasks_toezicht.gebeurtenissen_verwerken()

    def tel():
        with django_assert_max_num_queries(14) as gemeten:
            tekst = beheer.get(pad).content.decode()
        return tekst, len(gemeten.captured_queries)

    tekst, een = tel()
    assert "Antwoord 200" in tekst
    assert geheim_van(webhook) in tekst.replace("&#x3D;", "=")
    RolFactory()
    ontvanger.status = 500
    RolFactory()
    tasks_toezicht.gebeurtenissen_verwerken()
    tekst, drie = tel()
    assert drie == een
    bezorging = Bezorging.objects.filter(status=Bezorgstatus.WACHT).first()
    beheer.post(reverse("register:bezorging-herhalen", args=[bezorging.public_id]))
    beheer.post(reverse("register:webhook-geheim", args=[webhook.public_id]))
    beheer.post(reverse("register:webhook-schakelen", args=[webhook.public_id]), {"actief": "nee"})
    webhook.refresh_from_db()
    assert (webhook.versie, webhook.is_actief) == (2, False)
    assert beheer.get(lijst).status_code == 200


def test_the_feed_over_rest(api):
    mens = MedewerkerFactory()
    RolFactory(rol_code="auditor", medewerker=mens, op=None)
    gebeurtenissen_verwerken(nu=NU)
    pad = "/api/v1/registergebeurtenissen"
    assert api(mens, "lezen").get(pad).status_code == 403
    assert api(MedewerkerFactory(), "register").get(pad).status_code == 403
    client = api(mens, "register")
    antwoord = client.get(pad).json()
    assert [g["soort"] for g in antwoord["resultaten"]] == ["toegevoegd"]
    assert client.get(pad, {"na": antwoord["cursor"]}).json()["resultaten"] == []
    assert client.get(pad, {"na": "x"}).status_code == 400
