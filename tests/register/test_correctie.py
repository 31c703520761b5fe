"""Corrections: of inzet too, never over the free hours, with a second pair of eyes if wanted."""

from datetime import date, timedelta
from decimal import Decimal

import pytest

from config.kern.actor import SYSTEEM, Recht
from config.kern.fouten import DomeinFout
from config.kern.models import Bericht, Instelling
from register.domain import keten
from register.domain.correctie import (
    correctie_afwijzen,
    correctie_bevestigen,
    correctie_indienen,
)
from register.domain.inzet import inzet_beeindigen, inzet_corrigeren
from register.domain.roltoewijzing import rol_beeindigen, rol_corrigeren
from register.models import Correctievoorstel, Inzet
from register.queries import houder, team_van
from tests.factories.kern import NU, BesluitFactory, GebruikerFactory
from tests.factories.pdomein import MedewerkerFactory
from tests.factories.register import BEGIN, InzetFactory, RolFactory

pytestmark = pytest.mark.django_db
LATER = NU + timedelta(hours=1)


def weigering(functie, **velden):
    with pytest.raises(DomeinFout) as geweigerd:
        functie(**velden)
    return geweigerd.value.status, geweigerd.value.zin


def correctie(inzet, **anders):
    return {
        "inzet": inzet, "fte": inzet.fte, "begin": inzet.begin_geldigheid,
        "einde": inzet.einde_geldigheid, "besluit": BesluitFactory(), "reden": "Verkeerd",
        "door": SYSTEEM, "nu": LATER,
    } | anders


def test_inzet_corrigeren_leaves_the_old_hours_readable():
    """R196: on two axes."""
    oud = InzetFactory(fte=Decimal("0.5"))
    nieuw = inzet_corrigeren(**correctie(oud, fte=Decimal("0.4"), begin=date(2026, 2, 1)))
    assert (nieuw.vervangt, nieuw.mutatie, nieuw.fte) == (oud, "correctie", Decimal("0.4"))
    assert (nieuw.teamrol, nieuw.resultaat) == (oud.teamrol, oud.resultaat)
    assert [i.fte for i in team_van(oud.opdracht, date(2026, 1, 15))] == []
    assert [i.fte for i in team_van(oud.opdracht, date(2026, 1, 15), bekend_op=NU)] == [
        Decimal("0.500")
    ]
    assert keten.verifieren()[1] is None


def test_its_own_hours_do_not_stand_in_its_way_but_those_of_others_do():
    """R138, R239: 0.9 free; 0.5 may grow to 0.6 beside 0.3, not to 0.7."""
    mens = MedewerkerFactory()
    inzet = InzetFactory(medewerker=mens, fte=Decimal("0.5"))
    InzetFactory(medewerker=mens, fte=Decimal("0.3"))
    assert weigering(inzet_corrigeren, **correctie(inzet, fte=Decimal("0.7"))) == (
        409,
        f"{mens.naam} heeft in deze periode nog 0,6 fte vrij; gevraagd is 0,7 fte. "
        "Kies minder inzet of een andere periode.",
    )
    assert inzet_corrigeren(**correctie(inzet, fte=Decimal("0.6"))).fte == Decimal("0.6")


@pytest.mark.parametrize(("anders", "status"), [
    ({"reden": " "}, 400), ({"besluit": None}, 400), ({"fte": Decimal(0)}, 400),
    ({"einde": date(2025, 1, 1)}, 400), ({"begin": date(1990, 1, 1)}, 409),
])
def test_inzet_corrigeren_says_what_is_wrong(anders, status):
    assert weigering(inzet_corrigeren, **correctie(InzetFactory(), **anders))[0] == status


def test_inzet_corrigeren_is_for_the_registrar_and_only_once(maak_actor):
    """R203; a double click."""
    inzet = InzetFactory()
    assert weigering(
        inzet_corrigeren, **correctie(inzet, door=maak_actor(GebruikerFactory()))
    )[0] == 403
    inzet_corrigeren(**correctie(inzet, fte=Decimal("0.2")))
    assert weigering(inzet_corrigeren, **correctie(inzet, fte=Decimal("0.2")))[0] == 409
    assert Inzet.objects.count() == 2


@pytest.fixture
def vier_ogen():
    Instelling.objects.create(
        sleutel="CORRECTIE_VIER_OGEN", waarde=True, geldig_vanaf=BEGIN, bron="besluit"
    )


@pytest.fixture
def registrars(maak_actor):
    twee = [
        RolFactory(rol_code="registerbeheerder", op=None).medewerker.gebruiker for _ in range(2)
    ]
    return [maak_actor(g, Recht.REGISTER_MUTEREN) for g in twee]


def indienen(rij, door, **anders):
    return correctie_indienen(**{
        "rij": rij, "begin": date(2026, 2, 1), "einde": rij.einde_geldigheid,
        "besluit": BesluitFactory(), "reden": "Verkeerde maand", "door": door, "nu": LATER,
    } | anders)


def test_without_the_setting_a_correction_is_immediate(registrars):
    assert indienen(RolFactory(), registrars[0]).mutatie == "correctie"


def test_a_change_of_the_past_waits_for_a_second_registrar(vier_ogen, registrars):
    """R203: four eyes."""
    rij, (eerste, tweede) = RolFactory(), registrars
    direct = {
        "toewijzing": rij, "begin": date(2026, 2, 1), "einde": None, "besluit": BesluitFactory(),
        "reden": "x", "door": eerste, "nu": LATER,
    }
    assert weigering(rol_corrigeren, **direct)[1] == (
        "Deze correctie verandert het verleden. "
        "Een tweede registerbeheerder moet haar bevestigen."
    )
    voorstel = indienen(rij, eerste)
    assert isinstance(voorstel, Correctievoorstel)
    assert houder("aon", rij.opdracht, date(2026, 1, 15)) == rij
    assert Bericht.objects.filter(ontvanger_id=tweede.gebruiker_id).count() == 1
    assert weigering(correctie_bevestigen, voorstel=voorstel, door=eerste, nu=LATER) == (
        403, "Je stelde deze correctie zelf voor. Een ander moet haar bevestigen."
    )
    nieuw = correctie_bevestigen(voorstel=voorstel, door=tweede, nu=LATER)
    assert nieuw.begin_geldigheid == date(2026, 2, 1)
    assert weigering(correctie_bevestigen, voorstel=voorstel, door=tweede, nu=LATER)[0] == 409


def test_a_change_of_the_future_needs_no_second_pair(vier_ogen, registrars):
    nieuw = indienen(RolFactory(), registrars[0], begin=BEGIN, einde=date(2026, 12, 1))
    assert nieuw.mutatie == "correctie"


def test_ending_in_the_past_goes_the_same_way(vier_ogen, registrars):
    """R203: no way around the second pair of eyes."""
    einde = {"besluit": BesluitFactory(), "reden": "Klaar", "door": registrars[0], "nu": LATER}
    for functie, rij in (
        (rol_beeindigen, {"toewijzing": RolFactory()}),
        (inzet_beeindigen, {"inzet": InzetFactory()}),
    ):
        status, zin = weigering(functie, per=date(2026, 5, 1), **rij, **einde)
        assert (status, zin[:26]) == (409, "Deze dag is al voorbij. Co")
        assert functie(per=date(2026, 7, 1), **rij, **einde).einde_geldigheid == date(2026, 7, 1)


def test_hours_in_the_past_need_a_second_pair_too(vier_ogen, registrars):
    voorstel = indienen(InzetFactory(), registrars[0], begin=BEGIN, fte=Decimal("0.1"))
    assert isinstance(voorstel, Correctievoorstel)
    nieuw = correctie_bevestigen(voorstel=voorstel, door=registrars[1], nu=LATER)
    assert nieuw.fte == Decimal("0.1")


def test_a_proposal_can_be_refused_with_a_reason(vier_ogen, registrars, maak_actor):
    rij = RolFactory()
    voorstel = indienen(rij, registrars[0])
    velden = {"voorstel": voorstel, "nu": LATER}
    assert weigering(
        correctie_afwijzen, toelichting=" ", door=registrars[1], **velden
    )[0] == 400
    assert weigering(
        correctie_afwijzen, toelichting="x", door=maak_actor(GebruikerFactory()), **velden
    )[0] == 403
    correctie_afwijzen(toelichting="Het besluit zegt 1 januari.", door=registrars[1], **velden)
    assert houder("aon", rij.opdracht, date(2026, 1, 15)) == rij
    assert weigering(correctie_bevestigen, door=registrars[1], **velden)[0] == 409


def test_one_open_proposal_per_entry(vier_ogen, registrars):
    from django.db import IntegrityError, transaction

    rij = RolFactory()
    indienen(rij, registrars[0])
    with pytest.raises(IntegrityError), transaction.atomic():
        indienen(rij, registrars[1])
