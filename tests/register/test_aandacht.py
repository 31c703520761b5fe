"""Role holders hear once of what lies with them (R032, R383)."""

from datetime import timedelta

import pytest

from config.kern.actor import SYSTEEM
from config.kern.models import Bericht
from opgaven.domain.escalatie import escalatie_opschalen
from opgaven.domain.idee import idee_indienen
from opgaven.models import Escalatie
from opgaven.queries import odomein_van
from register.domain.aandacht import aandacht_melden
from tests.factories.kern import NU, VANDAAG
from tests.factories.opgaven import OpdrachtFactory
from tests.factories.pdomein import MedewerkerFactory
from tests.factories.register import RolFactory

pytestmark = pytest.mark.django_db


def test_each_step_is_told_once_to_who_stands_there(maak_actor):
    opdracht = OpdrachtFactory(status="in_uitvoering")
    aog = RolFactory(rol_code="aog", op=opdracht, uitzondering="Test").medewerker
    dd = RolFactory(
        rol_code="domeindirecteur", op=odomein_van(opdracht.opgave, VANDAAG), uitzondering="Test"
    ).medewerker
    escalatie = Escalatie.objects.create(
        opdracht=opdracht, onderwerp="Geen oever", omschrijving="o", trede="aog", gemeld_op=NU
    )
    for _ in range(2):
        aandacht_melden(nu=NU)
    assert [b.ontvanger for b in Bericht.objects.all()] == [aog.gebruiker]
    escalatie_opschalen(
        escalatie=escalatie, reden="r", buiten_scope=True, door=SYSTEEM, nu=NU
    )
    assert aandacht_melden(nu=NU) == 1
    assert Bericht.objects.filter(ontvanger=dd.gebruiker).count() == 1
    assert aandacht_melden(nu=NU + timedelta(days=9)) == 0


def test_an_idea_is_told_to_its_director(maak_actor):
    opdracht, mens = OpdrachtFactory(), MedewerkerFactory()
    odomein = odomein_van(opdracht.opgave, VANDAAG)
    dd = RolFactory(rol_code="domeindirecteur", op=odomein, uitzondering="Test").medewerker
    idee_indienen(
        titel="Fietsen", voorstel="v", odomein=odomein, nu=NU,
        door=maak_actor(mens.gebruiker, medewerker_id=mens.pk),
    )
    assert aandacht_melden(nu=NU) == 1
    assert Bericht.objects.get().ontvanger == dd.gebruiker
