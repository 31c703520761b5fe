"""The number of queries of a list does not grow with the list (SNEL §5.1)."""

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from config.kern.werkdagen import lokale_dag
from tests.factories.matching import (
    NU,
    collega,
    gedeeld,
    gepubliceerd,
    maak_wereld,
    reageer,
    voorgesteld,
)

pytestmark = pytest.mark.django_db
V1 = "/api/v1"


@pytest.fixture(autouse=True)
def klok(monkeypatch):
    monkeypatch.setattr("config.kern.klok.nu", lambda: NU)
    monkeypatch.setattr("config.kern.klok.vandaag", lambda: lokale_dag(NU))


def als(wie) -> Client:
    client = Client()
    client.force_login(wie.gebruiker, backend="django.contrib.auth.backends.ModelBackend")
    return client


def aantal(client: Client, pad: str, **vraag) -> int:
    client.get(pad, vraag)
    with CaptureQueriesContext(connection) as vragen:
        antwoord = client.get(pad, vraag)
    assert antwoord.status_code == 200
    return len(vragen)


def test_market_with_1_and_3_publications():
    wereld = maak_wereld()
    gepubliceerd(wereld)
    wie, pad = als(wereld.mensen[0]), reverse("matching:opdrachtenmarkt")
    een = aantal(wie, pad)
    zoekend = aantal(wie, pad, zoek="zonnevelden")
    for _ in range(2):
        gepubliceerd(maak_wereld())
    assert (aantal(wie, pad), aantal(wie, pad, zoek="zonnevelden")) == (een, zoekend)
    assert een <= 12


def test_board_with_1_and_3_procedures():
    wereld = maak_wereld()
    gepubliceerd(wereld)
    wie, pad = als(wereld.aog), reverse("matching:bord")
    een = aantal(wie, pad, van="alle")
    for _ in range(2):
        gepubliceerd(maak_wereld())
    assert aantal(wie, pad, van="alle") == een <= 12


def test_own_reactions_with_1_and_3():
    wereld = maak_wereld()
    mens = wereld.mensen[0]
    reageer(gepubliceerd(wereld), mens)
    wie, pad = als(mens), reverse("matching:reacties")
    een = aantal(wie, pad)
    for _ in range(2):
        reageer(gepubliceerd(maak_wereld()), mens)
    assert aantal(wie, pad) == een


def test_reactions_for_the_aog_add_only_the_notes_of_looking():
    """Each look is written down: one insert per person, nothing more (R345)."""
    wereld = maak_wereld(aantal=1)
    publicatie = gepubliceerd(wereld)
    reageer(publicatie, wereld.mensen[0])
    wie, pad = als(wereld.aog), reverse(
        "matching:reacties-inzien", args=[publicatie.procedure.public_id]
    )
    een = aantal(wie, pad)
    for n in range(2):
        reageer(publicatie, collega(wereld, f"Nieuw {n}"))
    assert aantal(wie, pad) == een + 2


def test_start_page_of_the_aog_with_1_and_3_places():
    wereld = maak_wereld()
    gepubliceerd(wereld)
    wie, pad = als(wereld.pmanager), reverse("matching:start")
    een = aantal(wie, pad)
    for n in range(2):
        collega(wereld, f"Nieuw {n}")
        gepubliceerd(maak_wereld())
    assert aantal(wie, pad) == een


def test_consents_of_the_pmanager_with_1_and_3():
    wereld = maak_wereld()
    voorgesteld(wereld, gedeeld(wereld), wereld.mensen[0])
    wie, pad = als(wereld.pmanager), reverse("matching:instemmingen")
    een = aantal(wie, pad)
    for n in (1, 2):
        ander = maak_wereld()
        ander.pteam = wereld.pteam
        voorgesteld(ander, gedeeld(ander), wereld.mensen[n])
    assert aantal(wie, pad) == een


def test_detail_pages_stay_small():
    wereld = maak_wereld()
    publicatie = gepubliceerd(wereld)
    for mens in wereld.mensen:
        reageer(publicatie, mens)
    pagina = reverse("matching:markt-opdracht", args=[publicatie.public_id])
    procedure = reverse("matching:procedure", args=[publicatie.procedure.public_id])
    assert aantal(als(wereld.mensen[0]), pagina) <= 15
    assert aantal(als(wereld.aog), procedure) <= 25
