"""The label of an opdracht: two values, explained, and what follows from it (R008, R052-R055)."""

from datetime import date

import pytest
from django.db import IntegrityError, transaction
from django.urls import reverse

from opgaven.models import Opdracht
from tests.factories.opgaven import OpdrachtFactory

pytestmark = pytest.mark.django_db
ZONDER_EINDE = "maar deze heeft nog geen einddatum"


@pytest.fixture
def lees(ingelogd, gebruiker):
    client = ingelogd(gebruiker)

    def pagina(naam, opdracht):
        antwoord = client.get(reverse(f"opgaven:{naam}", args=[opdracht.public_id]))
        return " ".join(antwoord.content.decode().split())

    return pagina


def test_there_is_no_opdracht_without_label():
    """R053: so a matching never starts before it is known whether the work is dynamic."""
    opdracht = OpdrachtFactory(leeg=True)
    with pytest.raises(IntegrityError), transaction.atomic():
        Opdracht.objects.filter(pk=opdracht.pk).update(label=None)


def test_the_definitions_stand_beside_the_choice(lees):
    """R054, R055."""
    tekst = lees("wijzigen", OpdrachtFactory(leeg=True))
    assert "Dynamisch: ontwikkelgericht en tijdelijk werk" in tekst
    assert "Stabiel: bedrijfsmatig, beherend of uitvoerend werk" in tekst


@pytest.mark.parametrize(
    ("label", "einde", "waarschuwt"),
    [("dynamisch", None, True), ("dynamisch", date(2027, 7, 1), False), ("stabiel", None, False)],
)
def test_only_dynamic_work_without_an_end_is_warned_about(lees, label, einde, waarschuwt):
    """R054, R055: stable work may have no end."""
    opdracht = OpdrachtFactory(leeg=True)
    Opdracht.objects.filter(pk=opdracht.pk).update(label=label, einde=einde)
    assert (ZONDER_EINDE in lees("opdracht", opdracht)) == waarschuwt


def test_the_goal_is_inherited_from_the_opgave(lees):
    """R008: the page says to which provincial goal the work contributes."""
    opdracht = OpdrachtFactory(leeg=True)
    doel = opdracht.opgave.beleidsdoel
    tekst = lees("opdracht", opdracht)
    assert doel.naam in tekst
    assert doel.ambitie.naam in tekst
