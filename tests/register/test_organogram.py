"""The organogram shows both sides and who leads them (R179)."""

from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from register.queries.organogram import organogram
from tests.factories.opgaven import ODomeinFactory
from tests.factories.pdomein import MedewerkerFactory, PTeamFactory
from tests.factories.register import RolFactory


def leider(rol, op):
    wie = MedewerkerFactory(functiegroep="strategisch_leider", schaal=16)
    RolFactory(rol_code=rol, op=op, medewerker=wie)
    return wie


def test_both_sides_come_from_the_register(db, ingelogd):
    dag, team, odomein = timezone.localdate(), PTeamFactory(), ODomeinFactory()
    directeur = leider("directeur_mo", team.domein)
    dd = leider("domeindirecteur", odomein)

    uit = organogram(dag)

    assert [(v.naam, v.aantal, v.leiding) for v in uit.mensen] == [
        (team.domein.naam, 1, [directeur])
    ]
    assert [(v.naam, v.leiding) for v in uit.opgaven] == [(odomein.naam, [dd])]
    inhoud = ingelogd(dd.gebruiker).get("/organogram/").content.decode()
    assert directeur.naam in inhoud
    assert dd.naam in inhoud


def test_as_many_queries_for_three_as_for_one(db):
    def aantal():
        with CaptureQueriesContext(connection) as vastgelegd:
            organogram(timezone.localdate())
        return len(vastgelegd)

    PTeamFactory()
    eerst = aantal()
    PTeamFactory()
    ODomeinFactory()

    assert aantal() == eerst
