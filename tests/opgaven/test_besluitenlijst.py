"""The besluitenlijst of the programmeerberaad, from concept to one act (R204, R219, R220, E14)."""

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import pytest
from django.db import IntegrityError, connection, transaction

from config.kern.actor import SYSTEEM, Recht
from config.kern.domain.vergadering import besluitenlijst_openen, vergadering_plannen
from config.kern.enums import BesluitStatus, GremiumSoort, VergaderStatus
from config.kern.fouten import DomeinFout
from config.kern.models import Besluit, Besluitenlijst, Logregel
from opgaven.domain.besluitenlijst import (
    agendering_intrekken,
    besluit_agenderen,
    besluitenlijst_vaststellen,
    opdracht_agenderen,
    programmering_motiveren,
)
from opgaven.domain.opdracht import opdracht_profiel_heropenen
from opgaven.domain.toets import opdracht_toetsen
from opgaven.models import Opdracht, Programmering, Statusovergang
from tests.factories.kern import NU, VANDAAG, GremiumFactory
from tests.factories.opgaven import (
    AOG,
    CapaciteitsvraagFactory,
    OpdrachtFactory,
    lijst_van,
    toetsen,
)

pytestmark = pytest.mark.django_db


def agendeer(opdracht, lijst, motivering=""):
    return opdracht_agenderen(
        opdracht=opdracht, besluitenlijst=lijst, motivering=motivering, door=SYSTEEM, nu=NU
    )


def stel_vast(lijst, door=SYSTEEM):
    return besluitenlijst_vaststellen(besluitenlijst=lijst, door=door, nu=NU)


@pytest.fixture
def voorzitter(maak_actor, gebruiker):
    lijst = lijst_van()
    return maak_actor(gebruiker, (Recht.BESLUITENLIJST_VASTSTELLEN, lijst.vergadering.gremium))


def test_vaststellen_programs_every_opdracht_in_one_act(voorzitter, gebruiker):
    """R219, R220: each transition stores user, time and besluit (R039)."""
    opdrachten, lijst = [OpdrachtFactory(status="getoetst") for _ in range(3)], lijst_van()
    for opdracht in opdrachten:
        agendeer(opdracht, lijst)

    stel_vast(lijst, voorzitter)

    lijst.refresh_from_db()
    assert (lijst.status, lijst.vastgesteld_door, lijst.vergadering.status) == (
        BesluitStatus.VASTGESTELD, gebruiker, VergaderStatus.GEHOUDEN
    )
    overgangen = Statusovergang.objects.filter(naar="geprogrammeerd")
    assert {(o.opdracht, o.door, o.op) for o in overgangen} == {
        (o, gebruiker, NU) for o in opdrachten
    }
    assert all(o.besluit.status == BesluitStatus.VASTGESTELD for o in overgangen)
    assert {o.besluit.document.sha256 != "" for o in overgangen} == {True}


def test_vaststellen_twice_changes_nothing_more(voorzitter):
    opdracht, lijst = OpdrachtFactory(status="getoetst"), lijst_van()
    agendeer(opdracht, lijst)
    stel_vast(lijst, voorzitter)
    stel_vast(lijst, voorzitter)
    assert Statusovergang.objects.filter(naar="geprogrammeerd").count() == 1
    assert Logregel.objects.filter(handeling="besluitenlijst_vastgesteld").count() == 1


def test_vaststellen_is_for_the_chair_only(als):
    """R219."""
    opdracht, lijst = OpdrachtFactory(status="getoetst"), lijst_van()
    agendeer(opdracht, lijst)
    for rol in ("secretaris", "domeindirecteur", "beheerder", "niemand"):
        with pytest.raises(DomeinFout) as fout:
            stel_vast(lijst, als(rol, opdracht))
        assert (rol, fout.value.status) == (rol, 403)


def test_vaststellen_of_an_adopted_list_by_another_is_still_refused(als, voorzitter):
    opdracht, lijst = OpdrachtFactory(status="getoetst"), lijst_van()
    agendeer(opdracht, lijst)
    stel_vast(lijst, voorzitter)
    with pytest.raises(DomeinFout) as fout:
        stel_vast(lijst, als("secretaris", opdracht))
    assert fout.value.status == 403


def test_negative_toets_needs_a_motivation_and_is_reported():
    """E14, R209: a positive decision against a negative toets says why."""
    opdracht, lijst = OpdrachtFactory(status="getoetst", toets={"personeel": "negatief"}), (
        lijst_van()
    )
    goed = OpdrachtFactory(status="getoetst")
    agendeer(goed, lijst)
    punt = agendeer(opdracht, lijst)

    with pytest.raises(DomeinFout) as fout:
        stel_vast(lijst)
    assert fout.value.zin == (
        f"De toets van “{opdracht.naam}” is negatief (personeel). Schrijf bij dit punt een "
        "motivering, of haal het van de lijst."
    )
    goed.refresh_from_db()
    assert goed.status == "getoetst"
    vast = Besluit.objects.filter(status=BesluitStatus.VASTGESTELD, besluitenlijst=lijst)
    assert vast.count() == 0

    programmering_motiveren(
        programmering=punt, motivering="De opgave kan niet wachten.", door=SYSTEEM, nu=NU
    )
    stel_vast(lijst)
    punt.besluit.refresh_from_db()
    assert punt.besluit.motivering == "De opgave kan niet wachten."
    assert "Motivering" in bytes(punt.besluit.document.inhoud).decode()


def test_unfinished_toets_cannot_be_put_on_a_list():
    """R204, E14."""
    opdracht, lijst = OpdrachtFactory(status="profiel_vastgesteld"), lijst_van()
    with pytest.raises(DomeinFout) as fout:
        agendeer(opdracht, lijst)
    assert fout.value.zin == (
        "Deze opdracht heeft de status “Profiel vastgesteld”. Rond eerst de drie delen van de "
        "toets af: financieel, personeel en juridisch."
    )


def test_a_list_with_an_unfinished_toets_cannot_be_adopted():
    """E14: also when a part disappeared after the opdracht was put on the list."""
    opdracht, lijst = OpdrachtFactory(status="getoetst"), lijst_van()
    agendeer(opdracht, lijst)
    opdracht.toetsen.filter(onderdeel="juridisch").delete()
    with pytest.raises(DomeinFout, match=r"nog niet af\. Open: juridisch"):
        stel_vast(lijst)


@pytest.mark.parametrize(
    ("velden", "zin"),
    [
        ({"beoogd_resultaat": ""}, "het beoogde resultaat"),
        ({"budget_materieel": None}, "het materiële budget"),
        ({"capaciteit_fte": None}, "de capaciteit in fte"),
        ({"begin": None, "einde": None},
         "de begindatum en de einddatum (verplicht bij een dynamische opdracht)"),
    ],
)
def test_result_money_time_and_people_come_before_programming(velden, zin):
    """R006."""
    opdracht = OpdrachtFactory(**velden)
    Opdracht.objects.filter(pk=opdracht.pk).update(status="profiel_vastgesteld")
    toetsen(opdracht)
    with pytest.raises(DomeinFout) as fout:
        agendeer(opdracht, lijst_van())
    assert fout.value.zin == f"“{opdracht.naam}”: Vul eerst in bij de opdracht: {zin}."


def test_a_dynamic_opdracht_asks_an_aog_and_an_aon():
    """R220: programming creates matchvragen for AOG, AON and team."""
    opdracht = OpdrachtFactory(leeg=True)
    CapaciteitsvraagFactory(opdracht=opdracht, **AOG)
    Opdracht.objects.filter(pk=opdracht.pk).update(status="profiel_vastgesteld")
    toetsen(opdracht)
    with pytest.raises(DomeinFout, match="mist een capaciteitsvraag voor een ambtelijk opdrachtn"):
        agendeer(opdracht, lijst_van())


def test_an_opdracht_stands_on_one_list_and_may_leave_it():
    opdracht, lijst = OpdrachtFactory(status="getoetst"), lijst_van()
    punt = agendeer(opdracht, lijst)
    ander = lijst_van(datum=VANDAAG + timedelta(days=14))
    with pytest.raises(DomeinFout, match="staat al op een besluitenlijst"):
        agendeer(opdracht, ander)
    agendering_intrekken(programmering=punt, door=SYSTEEM, nu=NU)
    assert (Programmering.objects.count(), lijst.besluiten.count()) == (0, 0)
    agendeer(opdracht, ander)


def test_profile_and_toets_stand_still_while_on_a_list(als):
    opdracht, lijst = OpdrachtFactory(status="getoetst"), lijst_van()
    agendeer(opdracht, lijst)
    with pytest.raises(DomeinFout, match="Haal die er eerst af"):
        opdracht_profiel_heropenen(opdracht=opdracht, door=SYSTEEM, nu=NU)
    with pytest.raises(DomeinFout, match="De toets staat nu vast"):
        opdracht_toetsen(
            opdracht=opdracht, onderdeel="juridisch", uitkomst="negatief", toelichting="Toch niet",
            door=als("toetser", opdracht), nu=NU,
        )


def test_only_the_list_of_the_programmeerberaad_takes_opdrachten():
    lijst = lijst_van(GremiumFactory(soort=GremiumSoort.DT))
    with pytest.raises(DomeinFout) as fout:
        agendeer(OpdrachtFactory(status="getoetst"), lijst)
    assert (fout.value.status, fout.value.beletsel.veld) == (400, "besluitenlijst")


def test_an_adopted_list_takes_nothing_more():
    lijst = lijst_van()
    besluit_agenderen(
        besluitenlijst=lijst, onderwerp="Dilemma", tekst="Wij kiezen A.", door=SYSTEEM, nu=NU
    )
    stel_vast(lijst)
    with pytest.raises(DomeinFout, match="al vastgesteld"):
        agendeer(OpdrachtFactory(status="getoetst"), lijst)
    with pytest.raises(DomeinFout, match="verandert niet meer"):
        besluit_agenderen(
            besluitenlijst=lijst, onderwerp="Meer", tekst="Nog een.", door=SYSTEEM, nu=NU
        )
    with pytest.raises(IntegrityError), transaction.atomic():
        Besluitenlijst.objects.filter(pk=lijst.pk).update(status="concept")


def test_an_empty_or_future_list_cannot_be_adopted():
    lijst = lijst_van()
    with pytest.raises(DomeinFout, match="nog niets op"):
        stel_vast(lijst)
    straks = lijst_van(datum=VANDAAG + timedelta(days=1))
    with pytest.raises(DomeinFout, match="nog niet geweest"):
        stel_vast(straks)


def test_the_same_subject_is_put_on_a_list_once():
    lijst = lijst_van()
    velden = {"besluitenlijst": lijst, "onderwerp": "Dilemma", "tekst": "A", "door": SYSTEEM}
    besluit_agenderen(**velden, nu=NU)
    with pytest.raises(DomeinFout, match="staat al op de lijst"):
        besluit_agenderen(**velden, nu=NU)


def test_vergadering_once_a_day_and_one_list():
    beraad = lijst_van().vergadering.gremium
    with pytest.raises(DomeinFout, match="al een vergadering"):
        vergadering_plannen(gremium=beraad, datum=VANDAAG, door=SYSTEEM, nu=NU)
    vergadering = beraad.vergaderingen.get()
    een = besluitenlijst_openen(vergadering=vergadering, door=SYSTEEM, nu=NU)
    assert besluitenlijst_openen(vergadering=vergadering, door=SYSTEEM, nu=NU) == een


@pytest.mark.django_db(transaction=True)
def test_two_chairs_at_once_program_once():
    """BETROUWBAAR: a double act on two connections does everything once."""
    lijst = lijst_van()
    agendeer(OpdrachtFactory(status="getoetst"), lijst)

    def doe(_):
        try:
            return stel_vast(lijst).status
        finally:
            connection.close()

    with ThreadPoolExecutor(2) as pool:
        uitkomsten = list(pool.map(doe, range(2)))
    assert uitkomsten == ["vastgesteld", "vastgesteld"]
    assert Statusovergang.objects.filter(naar="geprogrammeerd").count() == 1
