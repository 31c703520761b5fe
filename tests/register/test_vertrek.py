"""Leaving: what somebody holds ends by itself, with a decision of its own kind."""

from datetime import date, timedelta
from decimal import Decimal

import pytest

from config.kern.fouten import DomeinFout
from config.kern.models import Bericht, Besluit
from matching.domain.vrijval import vrijvallen_bijwerken
from matching.models import Vrijval
from pdomein.domain.medewerker import medewerker_uit_dienst
from register.domain import keten
from register.domain.vertrek import vertrek_bijwerken, vertrek_verwerken
from register.models import Inzet, Roltoewijzing
from register.queries import houder, team_van, was_bevoegd
from register.tasks import vertrek_bijwerken as taak
from tests.factories.kern import NU, VANDAAG, BesluitFactory, GebruikerFactory
from tests.factories.pdomein import MedewerkerFactory
from tests.factories.register import InzetFactory, RolFactory

pytestmark = pytest.mark.django_db
LEIDER = {"functiegroep": "strategisch_leider", "schaal": 14}
OKTOBER = date(2026, 10, 1)


@pytest.fixture
def wereld(systeem):
    """E19: AON of opdracht B, in the team of opdracht C."""
    registrar = RolFactory(rol_code="registerbeheerder", op=None).medewerker
    aog = RolFactory(rol_code="aog", medewerker=MedewerkerFactory(**LEIDER))
    mens = MedewerkerFactory()
    aon = RolFactory(op=aog.opdracht, medewerker=mens)
    inzet = InzetFactory(medewerker=mens, fte=Decimal("0.3"), einde=date(2027, 1, 1))
    return {"mens": mens, "aon": aon, "inzet": inzet, "aog": aog, "registrar": registrar}


def vertrek(mens, per, systeem, nu=NU):
    medewerker_uit_dienst(medewerker=mens, per=per, door=systeem, nu=nu)
    return vertrek_bijwerken(nu=nu + timedelta(minutes=1))


def test_roles_and_inzet_of_a_leaver_end_with_a_personnel_mutation(wereld, systeem):
    """E19, R202, R331."""
    assert vertrek(wereld["mens"], OKTOBER, systeem)["vertrokken"] == 1
    rest = houder("aon", wereld["aon"].opdracht, date(2026, 9, 30))
    assert rest.einde_geldigheid == OKTOBER
    assert (rest.besluit.soort, rest.mutatie) == ("personeelsmutatie", "beeindiging")
    assert rest.besluit.document.sha256
    assert houder("aon", wereld["aon"].opdracht, OKTOBER) is None
    assert list(team_van(wereld["inzet"].opdracht, OKTOBER)) == []
    assert Besluit.objects.filter(soort="personeelsmutatie").count() == 1
    assert keten.verifieren()[1] is None


def test_the_empty_place_is_told_to_the_registrar_and_the_aog(wereld, systeem):
    """R066, R079: B is flagged without AON."""
    vertrek(wereld["mens"], OKTOBER, systeem)
    berichten = Bericht.objects.filter(onderwerp__startswith="Geen AON vanaf 1 oktober 2026")
    assert {b.ontvanger_id for b in berichten} == {
        wereld["registrar"].gebruiker_id, wereld["aog"].medewerker.gebruiker_id,
    }


def test_inzet_of_a_leaver_becomes_vrijval_and_no_match(wereld, systeem):
    """E19, R233: a vrijval item for DD and AOG."""
    wereld["inzet"].opdracht.status = "in_uitvoering"
    wereld["inzet"].opdracht.save()
    vertrek(wereld["mens"], OKTOBER, systeem)
    assert vrijvallen_bijwerken(nu=NU + timedelta(hours=1)) == 1
    assert Vrijval.objects.get().opdracht == wereld["inzet"].opdracht


def test_a_late_report_ends_the_rows_back_in_time(wereld, systeem):
    """E19, R197: reported 2 October, effective 1 September, registered 2 October."""
    nu = NU.replace(month=10, day=2)
    vertrek(wereld["mens"], date(2026, 9, 1), systeem, nu)
    vraag = {"medewerker": wereld["mens"], "opdracht": wereld["aon"].opdracht,
             "op": date(2026, 9, 15)}
    assert was_bevoegd(**vraag, bekend_op=date(2026, 9, 15)).antwoord == "ja"
    assert was_bevoegd(**vraag, bekend_op=date(2026, 10, 3)).antwoord == "nee"
    nieuw = Roltoewijzing.objects.nu_bekend().get(medewerker=wereld["mens"])
    assert nieuw.tijdstip_registratie.date() == date(2026, 10, 2)


def test_what_had_not_begun_never_begins(wereld, systeem):
    later = InzetFactory(medewerker=wereld["mens"], fte=Decimal("0.1"), begin=date(2026, 11, 1))
    vertrek(wereld["mens"], OKTOBER, systeem)
    assert not Inzet.objects.nu_bekend().filter(opdracht=later.opdracht).exists()


def test_beat_does_it_once(wereld, systeem):
    vertrek(wereld["mens"], OKTOBER, systeem)
    assert vertrek_bijwerken(nu=NU + timedelta(hours=3))["vertrokken"] == 0
    assert taak() == ""
    aantal = Roltoewijzing.objects.count()
    assert vertrek_verwerken(medewerker=wereld["mens"], door=systeem, nu=NU) == 0
    assert Roltoewijzing.objects.count() == aantal


def test_vertrek_verwerken_is_for_the_system_and_the_registrar(wereld, maak_actor, systeem):
    with pytest.raises(DomeinFout) as geweigerd:
        vertrek_verwerken(medewerker=wereld["mens"], door=systeem, nu=NU)
    assert geweigerd.value.status == 409
    medewerker_uit_dienst(medewerker=wereld["mens"], per=OKTOBER, door=systeem, nu=NU)
    with pytest.raises(DomeinFout) as geweigerd:
        vertrek_verwerken(
            medewerker=wereld["mens"], door=maak_actor(GebruikerFactory()), nu=NU
        )
    assert geweigerd.value.status == 403


def test_a_rise_to_scale_16_asks_once_for_another_pmanager(wereld):
    """E24: the AOG row stands, the task is told."""
    mens = wereld["aog"].medewerker
    mens.schaal = 16
    mens.save()
    dmo = RolFactory(
        rol_code="provinciesecretaris", op=None,
        medewerker=MedewerkerFactory(functiegroep="strategisch_leider", schaal=18),
    )
    assert vertrek_bijwerken(nu=NU)["programmadirecteuren"] == 1
    assert vertrek_bijwerken(nu=NU)["programmadirecteuren"] == 0
    assert houder("aog", wereld["aog"].opdracht, VANDAAG) == wereld["aog"]
    mens.leidinggevende = dmo.medewerker
    mens.save()
    mens.schaal = 17
    mens.save()
    assert vertrek_bijwerken(nu=NU)["programmadirecteuren"] == 0


def test_the_cost_does_not_grow_with_who_stays(django_assert_max_num_queries):
    for _ in range(3):
        RolFactory(besluit=BesluitFactory(besluitdatum=date(2026, 1, 1)))
    with django_assert_max_num_queries(8):
        vertrek_bijwerken(nu=NU)
