"""The proposal for a whole agenda on the table: asked for, explained, tried, never carried out."""

from decimal import Decimal

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from config.kern.fouten import DomeinFout
from config.kern.models import DemoKlok, Instelling, Logregel
from matching.domain.kandidaat import kandidaat_kiezen
from matching.domain.toewijzingsvoorstel import los_op, toewijzing_vragen
from matching.models import Kandidaat, Match
from tests.factories.kern import NU
from tests.factories.matchtafel import maak_procedure, maak_reactie, maak_tafel, open_tafel
from tests.factories.pdomein import CompetentieFactory, MedewerkerFactory, PPPFactory

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def klok_op_nu(db):
    DemoKlok.objects.create(
        verschuiving_seconden=int((NU - timezone.now()).total_seconds()) + 60
    )


@pytest.fixture
def tafel():
    return maak_tafel()


def mens(tafel, naam: str, competenties, fte: str = "0.8"):
    wie = MedewerkerFactory(naam=naam, pteam=tafel.pteam, aanstelling_fte=Decimal(fte))
    PPPFactory(medewerker=wie, competenties=competenties)
    return wie


@pytest.fixture
def agenda(tafel):
    """Anna fits both places best; Bram only the first. In order, the second stays empty."""
    a, b = CompetentieFactory(), CompetentieFactory()
    anna = mens(tafel, "Anna Alles", [(a, 4), (b, 4)])
    bram = mens(tafel, "Bram Beide", [(a, 3)])
    procedures = [
        maak_procedure(competenties=[(a, 4, 2, False)]),
        maak_procedure(competenties=[(b, 4, 2, True)]),
    ]
    for wie in (anna, bram):
        maak_reactie(procedures[0], wie)
    return open_tafel(tafel, *procedures), anna, bram


def test_the_best_whole_is_not_the_best_first(tafel, agenda):
    """SNEL §2: exact, and what deciding in order would lose is known."""
    (een, twee), anna, bram = agenda

    voorstel = toewijzing_vragen(sessie=tafel.sessie, door=tafel.als_voorzitter, nu=NU)

    assert voorstel.uitkomst["keuzes"] == {
        str(een.public_id): str(bram.public_id), str(twee.public_id): str(anna.public_id)
    }
    assert voorstel.uitkomst["is_precies"] is True
    assert voorstel.uitkomst["op_volgorde"]["aantal"] == 1
    anders = voorstel.uitkomst["alternatieven"]
    assert [(a["punt"], a["wie"], a["gevolgen"]) for a in anders] == [(
        str(een.public_id), str(anna.public_id), [[str(twee.public_id), str(anna.public_id), ""]],
    )]
    # it proposes; nobody lies on the table by it and no match is made; it can be done again
    assert (Match.objects.count(), Kandidaat.objects.filter(gekozen=True).count()) == (0, 0)
    assert los_op(voorstel.invoer, alternatieven=True) == voorstel.uitkomst
    assert "Anna" not in str(voorstel.invoer)
    assert Logregel.objects.filter(handeling="toewijzing_gevraagd").count() == 1


def test_what_the_table_chose_stands(tafel, agenda):
    (een, _), anna, _ = agenda
    kandidaat_kiezen(
        kandidaat=een.kandidaten.get(medewerker=anna), door=tafel.als_voorzitter, nu=NU
    )

    voorstel = toewijzing_vragen(sessie=tafel.sessie, door=tafel.als_voorzitter, nu=NU)

    assert voorstel.uitkomst["keuzes"] == {str(een.public_id): str(anna.public_id)}


def test_who_may_not_and_when_not(tafel, agenda):
    with pytest.raises(DomeinFout) as recht:
        toewijzing_vragen(
            sessie=tafel.sessie, door=maak_tafel().als_collega, nu=NU
        )
    Instelling.objects.create(
        sleutel="SUGGESTIES_AAN", waarde=False, geldig_vanaf=NU.date(), bron="proef"
    )
    with pytest.raises(DomeinFout) as uit:
        toewijzing_vragen(sessie=tafel.sessie, door=tafel.als_voorzitter, nu=NU)

    assert (recht.value.status, uit.value.status) == (403, 409)


def test_page_explains_tries_and_keeps_open(tafel, agenda, ingelogd):
    (een, _), anna, _ = agenda
    client = ingelogd(tafel.voorzitter.gebruiker)
    naar = reverse("matching:toewijzing", args=[tafel.sessie.public_id])
    leeg = client.get(naar).content.decode()
    client.post(naar)

    pagina = client.get(naar).content.decode()
    probeer = client.get(f"{naar}?vast={een.public_id}:{anna.public_id}").content.decode()
    open_ = client.get(f"{naar}?open={een.public_id}").content.decode()
    onzin = client.get(f"{naar}?vast=x:y&open=z&vast=q")

    assert "Er is nog geen voorstel gevraagd" in leeg
    assert "Wie de agenda op volgorde afwerkt, laat 1 plaats meer leeg." in pagina
    assert (
        "Kies je Anna Alles, dan verliest plaats 2 Anna Alles en blijft leeg." in pagina
    )
    assert "In het voorstel: Bram Beide." in probeer
    assert "Niemand die past heeft hier nog genoeg vrije uren." in probeer
    assert "Blijft open" in open_
    assert onzin.status_code == 200


def test_who_does_not_sit_there_reads_why_not(tafel, agenda, ingelogd):
    """A P-manager of another table may make the agenda, not read who is proposed (R268)."""
    client = ingelogd(maak_tafel().collega.gebruiker)
    html = client.get(
        reverse("matching:sessie-agenda", args=[tafel.sessie.public_id])
    ).content.decode()
    naar = reverse("matching:toewijzing", args=[tafel.sessie.public_id])

    assert f'href="{naar}"' not in html
    assert "Je neemt niet deel aan deze sessie. Sluit eerst aan." in html
    assert client.get(naar).status_code == 403


def test_without_names_it_shows_place_holders(tafel, agenda, ingelogd):
    Instelling.objects.create(
        sleutel="NAMEN_VERBERGEN", waarde=True, geldig_vanaf=NU.date(), bron="proef"
    )
    client = ingelogd(tafel.voorzitter.gebruiker)
    naar = reverse("matching:toewijzing", args=[tafel.sessie.public_id])
    client.post(naar)

    html = client.get(naar).content.decode()

    assert "Iemand uit P-team Ecologie" in html
    assert "Anna Alles" not in html
    assert "Anna Alles" in client.get(f"{naar}?namen=ja").content.decode()


def test_reading_a_proposal_costs_the_same_for_one_and_three_places(ingelogd):
    aantallen = []
    for aantal in (1, 3):
        t = maak_tafel()
        client = ingelogd(t.voorzitter.gebruiker)
        open_tafel(t, *[maak_procedure() for _ in range(aantal)])
        naar = reverse("matching:toewijzing", args=[t.sessie.public_id])
        client.post(naar)
        client.get(naar)
        with CaptureQueriesContext(connection) as gedaan:
            client.get(naar)
        aantallen.append(len(gedaan))

    assert aantallen[0] == aantallen[1]
