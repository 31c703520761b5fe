"""``was_bevoegd``: the decision gives the power, the entry is the condition to use it."""

from datetime import date, datetime, timedelta
from decimal import Decimal

import pytest

from config.kern.werkdagen import AMSTERDAM
from register.domain.roltoewijzing import rol_beeindigen
from register.models import Bevoegdheid, Rol
from register.queries import was_bevoegd
from tests.factories.kern import BesluitFactory
from tests.factories.pdomein import MedewerkerFactory
from tests.factories.register import OpdrachtFactory, RolFactory, aanwijzing

pytestmark = pytest.mark.django_db
LEIDER = {"functiegroep": "strategisch_leider", "schaal": 14}


def moment(maand, dag, uur=12):
    return datetime(2026, maand, dag, uur, tzinfo=AMSTERDAM)


@pytest.fixture
def laat_geregistreerd():
    """E22: decided Monday 2 March, effective that day, registered Friday 20 March."""
    return RolFactory(
        rol_code="aog", medewerker=MedewerkerFactory(**LEIDER), begin=date(2026, 3, 2),
        besluit=aanwijzing(besluitdatum=date(2026, 3, 2), nu=moment(3, 2)), nu=moment(3, 20),
    )


def vraag(rij, **anders):
    return was_bevoegd(**{"medewerker": rij.medewerker, "opdracht": rij.opdracht, **anders})


def test_before_registration_it_was_not_in_the_register(laat_geregistreerd):
    """E22, R187: a decision without an entry."""
    antwoord = vraag(laat_geregistreerd, op=date(2026, 3, 10), bekend_op=date(2026, 3, 10))
    assert antwoord.antwoord == "niet_geregistreerd"
    assert antwoord.besluit is None


def test_late_registration_warns_that_the_entry_was_missing(laat_geregistreerd):
    """E22, R197: a valid decision, registered later."""
    antwoord = vraag(laat_geregistreerd, op=date(2026, 3, 10), bekend_op=date(2026, 3, 23))
    assert antwoord.antwoord == "ja"
    assert antwoord.besluit == laat_geregistreerd.besluit
    assert antwoord.waarschuwing == (
        "op 10 maart niet rechtmatig uitgeoefend: vermelding ontbrak"
    )
    assert antwoord.is_rechtmatig is False
    assert (antwoord.vertraging_werkdagen, antwoord.is_te_laat) == (14, True)


def test_after_registration_it_is_lawful(laat_geregistreerd):
    antwoord = vraag(laat_geregistreerd, op=date(2026, 3, 23), bekend_op=date(2026, 3, 23))
    assert (antwoord.antwoord, antwoord.is_rechtmatig, antwoord.waarschuwing) == ("ja", True, "")


def test_question_of_an_accountant(laat_geregistreerd):
    """E15, R192, R195: decision, entry date, period and the document."""
    antwoord = vraag(laat_geregistreerd, op=date(2026, 5, 14), bekend_op=date(2026, 5, 20))
    assert antwoord.antwoord == "ja"
    assert antwoord.toewijzing.tijdstip_registratie == moment(3, 20)
    assert antwoord.toewijzing.begin_geldigheid == date(2026, 3, 2)
    assert antwoord.besluit.document.sha256
    assert antwoord.rol == "Ambtelijk opdrachtgever (AOG)"


def test_the_exact_moment_of_registration_decides(laat_geregistreerd):
    """BETROUWBAAR 2.A9: at the boundary, give or take one second."""
    seconde = timedelta(seconds=1)
    for op, verwacht in (
        (moment(3, 20) - seconde, False), (moment(3, 20), True), (moment(3, 20) + seconde, True),
    ):
        antwoord = vraag(laat_geregistreerd, op=op, bekend_op=date(2026, 4, 1))
        assert antwoord.is_rechtmatig is verwacht


def test_an_ended_role_is_no_longer_a_power(laat_geregistreerd):
    """Expired is no, from the first day."""
    rol_beeindigen(
        toewijzing=laat_geregistreerd, per=date(2026, 5, 1), besluit=BesluitFactory(),
        reden="Decharge", door=systeem(), nu=moment(4, 28),
    )
    dag = {"bekend_op": date(2026, 6, 1)}
    assert vraag(laat_geregistreerd, op=date(2026, 4, 30), **dag).antwoord == "ja"
    assert vraag(laat_geregistreerd, op=date(2026, 5, 1), **dag).antwoord == "nee"
    assert (
        vraag(laat_geregistreerd, op=date(2026, 5, 1), bekend_op=date(2026, 4, 27)).antwoord
        == "ja"
    )


def systeem():
    from config.kern.actor import SYSTEEM

    return SYSTEEM


def test_deelopdracht_has_the_aog_of_its_opdracht_but_not_the_aon(laat_geregistreerd):
    """R026."""
    deel = OpdrachtFactory(
        bovenliggende=laat_geregistreerd.opdracht, opgave=laat_geregistreerd.opdracht.opgave
    )
    aon = RolFactory(op=laat_geregistreerd.opdracht, nu=moment(1, 5))
    dag = {"op": date(2026, 4, 1), "bekend_op": date(2026, 4, 1), "opdracht": deel}
    assert vraag(laat_geregistreerd, **dag).antwoord == "ja"
    assert vraag(aon, **dag).antwoord == "niet_geregistreerd"


def test_another_role_than_asked_is_not_registered(laat_geregistreerd):
    antwoord = vraag(
        laat_geregistreerd, op=date(2026, 4, 1), bekend_op=date(2026, 4, 1), rol_code="aon"
    )
    assert antwoord.antwoord == "niet_geregistreerd"


@pytest.mark.parametrize(
    ("bedrag", "antwoord"), [("50000.00", "ja"), ("50000.01", "nee")]
)
def test_amount_against_the_limit_of_the_mandate(laat_geregistreerd, bedrag, antwoord):
    """R186: mandate and budget power of the role, dated."""
    Bevoegdheid.objects.create(
        rol=Rol.objects.get(code="aog"), artikel="art. 3", omschrijving="Verplichtingen aangaan",
        limiet_euro=50000, begin_geldigheid=date(2026, 1, 1),
    )
    gevraagd = vraag(
        laat_geregistreerd, op=date(2026, 4, 1), bekend_op=date(2026, 4, 1),
        bedrag=Decimal(bedrag),
    )
    assert gevraagd.antwoord == antwoord


def test_amount_without_any_linked_power_is_no(laat_geregistreerd):
    """R201: a role without powers carries none."""
    antwoord = vraag(
        laat_geregistreerd, op=date(2026, 4, 1), bekend_op=date(2026, 4, 1), bedrag=Decimal(1)
    )
    assert antwoord.antwoord == "nee"
