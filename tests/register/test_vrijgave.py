"""What rests on work that ended ends in the register by itself (R013, R040, R041, E21)."""

from datetime import date, timedelta
from decimal import Decimal

import pytest

from config.kern.actor import SYSTEEM
from config.kern.enums import BesluitSoort
from config.kern.fouten import DomeinFout
from config.kern.models import Bericht
from matching.domain.matchvraag import matchvragen_bijwerken
from opgaven.domain.opdracht import (
    opdracht_dechargeren,
    opdracht_schrappen,
    opdracht_temporiseren,
)
from opgaven.models import Vrijgave
from register.domain.vrijgave import vrijgave_verwerken, vrijgaven_bijwerken
from register.models import Inzet, Roltoewijzing
from register.queries.vrijgave import vrijkomende_inzet
from tests.factories.kern import NU, VANDAAG
from tests.factories.opgaven import OpdrachtFactory
from tests.factories.register import InzetFactory, RolFactory, aanwijzing

pytestmark = pytest.mark.django_db
MINUUT = timedelta(minutes=1)


@pytest.fixture
def werk():
    """An opdracht with an AOG and two people, one of them only from autumn on."""
    opdracht = OpdrachtFactory(status="in_uitvoering")
    RolFactory(rol_code="aog", op=opdracht, uitzondering="Voor de test")
    InzetFactory(opdracht=opdracht, teamrol="aog")
    InzetFactory(opdracht=opdracht)
    InzetFactory(opdracht=opdracht, begin=date(2026, 9, 1))
    return opdracht


def geldig(model, opdracht, dag):
    return model.objects.nu_bekend().geldig_op(dag).filter(opdracht=opdracht).count()


def test_temporiseren_ends_the_team_and_leaves_the_aog(werk):
    """R013: the fte that comes free is shown, and ends on the day that was chosen."""
    assert vrijkomende_inzet(werk, VANDAAG) == {"mensen": 1, "fte": Decimal("0.50")}
    opdracht_temporiseren(
        opdracht=werk, reden="r", vrij_per=date(2026, 7, 1), door=SYSTEEM, nu=NU
    )
    assert vrijgaven_bijwerken(nu=NU + MINUUT) == 2
    assert vrijgaven_bijwerken(nu=NU + 2 * MINUUT) == 0
    assert [geldig(Inzet, werk, d) for d in (date(2026, 6, 30), date(2026, 7, 1))] == [2, 1]
    assert geldig(Inzet, werk, date(2026, 9, 1)) == 1
    assert geldig(Roltoewijzing, werk, date(2026, 9, 1)) == 1


def test_schrappen_ends_everything_by_that_decision(werk):
    opdracht_schrappen(opdracht=werk, reden="Geen geld.", door=SYSTEEM, nu=NU)
    assert vrijgaven_bijwerken(nu=NU + MINUUT) == 4
    rij = Roltoewijzing.objects.nu_bekend().get(opdracht=werk)
    assert (rij.einde_geldigheid, rij.besluit.tekst, rij.mutatie) == (
        VANDAAG + timedelta(days=1), "Geen geld.", "beeindiging"
    )
    assert Bericht.objects.filter(onderwerp__startswith="Je werk aan").count() == 4


def test_new_staffing_after_the_release_stays(werk):
    """A release ends what was known then; who comes after a restart stays."""
    opdracht_temporiseren(opdracht=werk, reden="r", vrij_per=VANDAAG, door=SYSTEEM, nu=NU)
    vrijgaven_bijwerken(nu=NU + MINUUT)
    InzetFactory(
        opdracht=werk, begin=date(2026, 6, 10), nu=NU + 3 * MINUUT,
        besluit=aanwijzing(soort=BesluitSoort.INZET),
    )
    assert vrijgaven_bijwerken(nu=NU + 4 * MINUUT) == 0
    assert geldig(Inzet, werk, date(2026, 6, 10)) == 2


def test_vrijgave_verwerken_is_for_the_register(werk, maak_actor, gebruiker):
    opdracht_schrappen(opdracht=werk, reden="r", door=SYSTEEM, nu=NU)
    with pytest.raises(DomeinFout) as fout:
        vrijgave_verwerken(
            vrijgave=Vrijgave.objects.get(), door=maak_actor(gebruiker), nu=NU + MINUUT
        )
    assert fout.value.status == 403


def test_decharge_waits_for_open_matchvragen():
    """E21, R041: 409 with the list; a question of a higher app asked by its name."""
    opdracht = OpdrachtFactory(status="geprogrammeerd")
    assert matchvragen_bijwerken(nu=NU) == 3
    type(opdracht).objects.filter(pk=opdracht.pk).update(status="opgeleverd")
    with pytest.raises(DomeinFout) as fout:
        opdracht_dechargeren(opdracht=opdracht, reden="Klaar.", door=SYSTEEM, nu=NU)
    assert fout.value.status == 409
    assert "matchvraag “Planoloog”" in fout.value.zin
