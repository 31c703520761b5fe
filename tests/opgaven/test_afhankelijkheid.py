"""What hangs on what: typed, without rings, drawn and listed (R011)."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from hypothesis import given
from hypothesis import strategies as st

from config.kern.actor import SYSTEEM
from config.kern.fouten import DomeinFout
from config.kern.netwerk import Knoop, Pijl, kolommen, netwerk_svg, plaatsen
from opgaven.domain.afhankelijkheid import afhankelijkheid_vastleggen, afhankelijkheid_vervallen
from opgaven.models import Afhankelijkheid
from opgaven.queries.afhankelijkheid import verbanden, verbanden_van
from opgaven.rules.afhankelijkheid import pad_terug
from tests.factories.kern import NU, VANDAAG
from tests.factories.opgaven import OpdrachtFactory, OpgaveFactory

pytestmark = pytest.mark.django_db


def leg_vast(opdracht, van, soort="wacht_op", toelichting="Eerst de vergunning", door=SYSTEEM):
    return afhankelijkheid_vastleggen(
        opdracht=opdracht, van=van, soort=soort, toelichting=toelichting, door=door, nu=NU
    )


def weigering(*args, **velden):
    with pytest.raises(DomeinFout) as fout:
        leg_vast(*args, **velden)
    return fout.value


@pytest.fixture
def drie():
    return [OpdrachtFactory(naam=naam) for naam in ("Grond", "Vergunning", "Brug")]


def test_waiting_may_not_go_round(drie):
    grond, vergunning, brug = drie
    leg_vast(brug, vergunning)
    leg_vast(vergunning, grond)
    fout = weigering(grond, brug)
    assert (fout.status, fout.zin) == (
        409,
        "Zo wacht iedereen op elkaar: “Grond”, die wacht op “Brug”, die wacht op “Vergunning”, "
        "die wacht op “Grond”.",
    )
    assert leg_vast(grond, brug, soort="raakt").pk


@pytest.mark.parametrize(
    ("velden", "veld", "status"),
    [
        ({"soort": "verzonnen"}, "soort", 400), ({"toelichting": " "}, "toelichting", 400),
        ({"toelichting": "x" * 251}, "toelichting", 400),
    ],
)
def test_bad_input_is_refused_in_its_field(drie, velden, veld, status):
    fout = weigering(drie[0], drie[1], **velden)
    assert (fout.status, fout.beletsel.veld) == (status, veld)


def test_not_on_itself_nor_on_what_ended_nor_when_ended(drie):
    klaar = OpdrachtFactory(status="gedechargeerd")
    assert weigering(drie[0], drie[0]).beletsel.veld == "van"
    assert weigering(drie[0], klaar).status == 409
    assert weigering(klaar, drie[0]).status == 409


def test_double_click_records_and_takes_away_once(drie):
    rij = leg_vast(drie[0], drie[1])
    assert weigering(drie[0], drie[1]).zin == "Deze afhankelijkheid staat er al."
    for _ in range(2):
        afhankelijkheid_vervallen(afhankelijkheid=rij, door=SYSTEEM, nu=NU)
    assert Afhankelijkheid.objects.count() == 0


def test_what_is_not_ready_in_time_is_marked():
    vergunning = OpdrachtFactory(begin=date(2026, 1, 1), einde=date(2026, 12, 1))
    brug = OpdrachtFactory(begin=date(2026, 9, 1), einde=date(2027, 9, 1))
    leg_vast(brug, vergunning)
    (verband,) = verbanden_van(brug, VANDAAG)
    assert (verband.knelt, verband.is_over_domeinen) == (True, True)
    vergunning.einde = date(2026, 9, 1)
    vergunning.save()
    assert [v.knelt for v in verbanden_van(vergunning, VANDAAG)] == [False]


def test_pages_show_picture_and_table(ingelogd, gebruiker, drie, als):
    grond, vergunning, brug = drie
    client = ingelogd(gebruiker)
    lijst = reverse("opgaven:afhankelijkheden")
    assert "Geen afhankelijkheden gevonden" in client.get(lijst).content.decode()
    leg_vast(brug, vergunning)
    for url in (lijst, reverse("opgaven:opdracht", args=[brug.public_id])):
        tekst = client.get(url).content.decode()
        assert "<svg" in tekst
        assert "wacht op" in tekst
        assert "Eerst de vergunning" in tekst
    geen = client.get(lijst, {"odomein": "bestaat-niet"}).content.decode()
    assert "Geen afhankelijkheden gevonden" in geen
    pad = reverse("opgaven:afhankelijkheid-vastleggen", args=[grond.public_id])
    assert client.get(pad).status_code == 200
    invoer = {"soort": "raakt", "van": "brug", "toelichting": "Zelfde oever"}
    assert client.post(pad, invoer).status_code == 403
    assert client.post(pad, {**invoer, "van": "zzz"}).status_code == 400
    OpdrachtFactory(naam="Brug Oost")
    antwoord = client.post(pad, {**invoer, "van": "oost"})
    assert antwoord.status_code == 403
    rij = Afhankelijkheid.objects.get()
    weg = reverse("opgaven:afhankelijkheid-vervallen", args=[rij.public_id])
    client.post(weg)
    assert Afhankelijkheid.objects.count() == 1


def test_the_form_names_the_choices_when_more_fit(ingelogd, gebruiker, drie):
    OpdrachtFactory(naam="Brug Oost")
    OpdrachtFactory(naam="Brug West")
    pad = reverse("opgaven:afhankelijkheid-vastleggen", args=[drie[0].public_id])
    antwoord = ingelogd(gebruiker).post(pad, {"soort": "raakt", "van": "brug", "toelichting": "x"})
    assert antwoord.status_code == 403  # the title "Brug" itself is one
    antwoord = ingelogd(gebruiker).post(pad, {"soort": "raakt", "van": "st", "toelichting": "x"})
    tekst = antwoord.content.decode()
    assert "Meer opdrachten passen" in tekst
    assert "Brug West" in tekst


def test_list_asks_as_much_for_one_as_for_three(ingelogd, gebruiker, drie):
    client, pad = ingelogd(gebruiker), reverse("opgaven:afhankelijkheden")

    def tel():
        client.get(pad)
        with CaptureQueriesContext(connection) as vragen:
            client.get(pad)
        return len(vragen)

    opgave = OpgaveFactory()
    leg_vast(drie[0], drie[1])
    een = tel()
    for _ in range(2):
        leg_vast(OpdrachtFactory(opgave=opgave), OpdrachtFactory())
    assert (tel(), len(verbanden(VANDAAG))) == (een, 3)


paren = st.lists(st.tuples(st.integers(0, 6), st.integers(0, 6)), max_size=25)


@given(paren)
def test_the_guard_never_lets_a_ring_in(reeks):
    """The rule, on plain numbers: add only what closes no ring, then there is an order."""
    kaart: dict[int, set[int]] = {}
    for wie, op in reeks:
        if wie != op and not pad_terug(kaart, op, wie):
            kaart.setdefault(wie, set()).add(op)
    over = {w: set(v) for w, v in kaart.items()}
    while over:
        klaar = [w for w, v in over.items() if not v & over.keys()]
        assert klaar, "a ring"
        for wie in klaar:
            del over[wie]


@given(paren)
def test_the_picture_places_everything_apart_even_with_rings(reeks):
    knopen = [Knoop(str(n), f"Werk {n}") for n in range(7)]
    pijlen = [Pijl(str(a), str(b), "wacht op") for a, b in reeks if a != b]
    plek = plaatsen(knopen, pijlen)
    assert len(set(plek.values())) == 7
    assert netwerk_svg(knopen, pijlen, "Beeld", "p1").count("<rect") == 7


def test_what_follows_stands_further_right():
    diepte = kolommen(["a", "b", "c"], [Pijl("a", "b", ""), Pijl("b", "c", "")])
    assert diepte == {"a": 0, "b": 1, "c": 2}


def test_who_only_reads_may_not_record_over_rest(als, drie):
    for rol in ("niemand", "toetser", "andere_dd"):
        assert weigering(drie[0], drie[1], door=als(rol, drie[0])).status == 403
