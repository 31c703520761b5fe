"""What changes below: work that falls free, opdrachten that end, people who leave."""

from datetime import date
from decimal import Decimal

import pytest

from config.kern.actor import SYSTEEM
from config.kern.enums import BesluitSoort
from config.kern.fouten import DomeinFout
from config.kern.models import Bericht
from matching.domain.bijwerken import alles_bijwerken
from matching.domain.vrijval import vrijval_beoordelen, vrijvallen_bijwerken
from matching.enums import Fase, ReactieStatus, Trigger
from matching.models import Matchvraag, Procedure, Vrijval
from opgaven.domain.opdracht import opdracht_schrappen
from register.domain.inzet import inzet_beeindigen
from tests.factories.kern import BesluitFactory
from tests.factories.matching import (
    NU,
    gedeeld,
    gepubliceerd,
    maak_wereld,
    reageer,
)
from tests.factories.register import InzetFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def wereld():
    return maak_wereld(status="in_uitvoering")


@pytest.fixture
def vrijval(wereld) -> Vrijval:
    """An inzet of a year that ends after a month."""
    inzet = InzetFactory(
        medewerker=wereld.mensen[0], opdracht=wereld.opdracht, begin=date(2026, 5, 1),
        einde=date(2027, 5, 1), fte=Decimal("0.5"),
    )
    inzet_beeindigen(
        inzet=inzet, per=date(2026, 6, 1), reden="Ander werk.", door=SYSTEEM, nu=NU,
        besluit=BesluitFactory(soort=BesluitSoort.BEEINDIGING),
    )
    assert (vrijvallen_bijwerken(nu=NU), vrijvallen_bijwerken(nu=NU)) == (1, 0)
    return Vrijval.objects.get()


def oordeel(wereld, vrijval, wie, vervanging, opvang) -> Vrijval:
    return vrijval_beoordelen(
        vrijval=vrijval, vervanging=vervanging, opvang=opvang, door=wereld.als(wie), nu=NU
    )


def test_vrijval_tells_dd_and_aog(wereld, vrijval):
    """R233."""
    assert Bericht.objects.filter(sleutel__startswith="vrijval:").count() == 2
    assert vrijval.fte == Decimal("0.5")


def test_absorbed_starts_nothing(wereld, vrijval):
    """E08: both say the team absorbs it."""
    oordeel(wereld, vrijval, wereld.dd, True, True)
    vrijval = oordeel(wereld, vrijval, wereld.aog, True, True)
    assert vrijval.afgesloten_op == NU
    assert vrijval.reden == "Het team vangt het werk op."
    assert Matchvraag.objects.filter(trigger=Trigger.VRIJVAL).count() == 0


def test_disagreement_waits(wereld, vrijval):
    """E08, Q18: nothing starts until they agree."""
    oordeel(wereld, vrijval, wereld.dd, True, False)
    vrijval = oordeel(wereld, vrijval, wereld.aog, True, True)
    assert (vrijval.afgesloten_op, vrijval.matchvraag) == (None, None)
    vrijval = oordeel(wereld, vrijval, wereld.aog, True, False)
    procedure = Procedure.objects.get(matchvraag=vrijval.matchvraag)
    assert (procedure.fase, procedure.matchvraag.trigger) == (Fase.CONCEPT, Trigger.VRIJVAL)
    with pytest.raises(DomeinFout):
        oordeel(wereld, vrijval, wereld.aog, False, False)


def test_only_dd_and_aog_weigh(wereld, vrijval):
    with pytest.raises(DomeinFout) as fout:
        oordeel(wereld, vrijval, wereld.mensen[1], True, False)
    assert fout.value.status == 403


def test_searches_of_a_cancelled_opdracht_expire():
    """T15."""
    wereld = maak_wereld()
    procedure = gedeeld(wereld)
    opdracht_schrappen(
        opdracht=wereld.opdracht, reden="Geen geld.", door=SYSTEEM, nu=NU
    )
    eerste = alles_bijwerken(nu=NU)
    assert (eerste["vervallen"], alles_bijwerken(nu=NU)["vervallen"]) == (1, 0)
    assert Procedure.objects.get(pk=procedure.pk).fase == Fase.VERVALLEN


def test_who_leaves_no_longer_reacts():
    """E19: the reaction is withdrawn, the AOG is told, no match is made."""
    wereld = maak_wereld()
    reactie = reageer(gepubliceerd(wereld), wereld.mensen[0])
    mens = wereld.mensen[0]
    mens.uit_dienst = date(2026, 6, 1)
    mens.save()
    assert alles_bijwerken(nu=NU)["reacties"] == 1
    reactie.refresh_from_db()
    assert (reactie.status, reactie.ppp) == (ReactieStatus.INGETROKKEN, {})
    assert Bericht.objects.filter(
        ontvanger=wereld.aog.gebruiker, sleutel__startswith="reactie-weg:"
    ).count() == 1
