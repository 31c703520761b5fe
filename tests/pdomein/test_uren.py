"""Hours, availability and workload: who may say what, and what stays private (R328, R340, R403)."""

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

import pytest
from django.db import IntegrityError, transaction

from config.kern.actor import SYSTEEM, Actor
from config.kern.fouten import DomeinFout
from config.kern.models import Bericht, Logregel
from pdomein.domain.aanstelling import (
    aanstelling_vastleggen,
    beschikbaarheid_beeindigen,
    beschikbaarheid_vastleggen,
)
from pdomein.domain.medewerker import medewerker_bijwerken, medewerker_uit_dienst
from pdomein.domain.werkdruk import werkdruk_bespreken, werkdruk_intrekken, werkdruk_melden
from pdomein.models import Aanstelling, Beschikbaarheid, Werkdrukmelding
from pdomein.personeel import Personeelsgegevens
from tests.factories.pdomein import MedewerkerFactory, PTeamFactory, actor_van

pytestmark = pytest.mark.django_db
IEMAND = Actor(gebruiker_id=1, naam="Iemand")
HELFT = Decimal("0.5")


@pytest.fixture
def mens():
    return MedewerkerFactory(aanstelling_fte=Decimal("0.8"))


def leg_vast(mens, nu, door=SYSTEEM, **velden):
    return aanstelling_vastleggen(**{
        "medewerker": mens, "fte": HELFT, "begin": nu.date(), "door": door, "nu": nu, **velden,
    })


def rijen(mens):
    return list(
        Aanstelling.objects.filter(medewerker=mens).order_by("volgnummer", "begin")
        .values_list("volgnummer", "fte", "begin", "einde")
    )


@pytest.mark.parametrize(("velden", "veld"), [
    ({"fte": Decimal("2.1")}, "fte"), ({"fte": Decimal("-0.1")}, "fte"),
    ({"volgnummer": 0}, "volgnummer"), ({"begin": date(2020, 1, 1)}, "begin"),
    ({"einde": date(2026, 6, 1)}, "einde"), ({"volgnummer": 2, "fte": Decimal("1.5")}, "fte"),
])
def test_wrong_hours_are_refused_with_their_field(mens, nu, velden, veld):
    with pytest.raises(DomeinFout) as fout:
        leg_vast(mens, nu, **velden)
    assert fout.value.beletsel.veld == veld
    assert rijen(mens) == []


def test_only_hr_changes_hours(mens, nu):
    for doe in (
        lambda: leg_vast(mens, nu, door=IEMAND),
        lambda: beschikbaarheid_vastleggen(
            medewerker=mens, fte_minder=HELFT, begin=nu.date(), door=IEMAND, nu=nu
        ),
        lambda: beschikbaarheid_beeindigen(medewerker=mens, per=nu.date(), door=IEMAND, nu=nu),
    ):
        with pytest.raises(DomeinFout) as fout:
            doe()
        assert fout.value.status == 403


def test_a_change_keeps_what_the_hours_were(mens, nu):
    """R403: contract fte with history."""
    dag = nu.date()
    leg_vast(mens, nu)
    assert rijen(mens) == [
        (1, Decimal("0.8"), mens.in_dienst, dag), (1, HELFT, dag, None),
    ]
    mens.refresh_from_db()
    assert mens.aanstelling_fte == HELFT


def test_a_later_change_leaves_today_as_it_is_and_twice_is_once(mens, nu):
    straks = nu.date() + timedelta(days=60)
    eerste = leg_vast(mens, nu, begin=straks)
    assert leg_vast(mens, nu, begin=straks) == eerste
    mens.refresh_from_db()
    assert mens.aanstelling_fte == Decimal("0.8")
    assert len(rijen(mens)) == 2


def test_two_employments_at_a_time_add_up(mens, nu):
    leg_vast(mens, nu, volgnummer=2, fte=Decimal("0.2"))
    mens.refresh_from_db()
    assert mens.aanstelling_fte == 1
    assert [r[0] for r in rijen(mens)] == [1, 2]


def test_the_database_refuses_two_sizes_of_one_employment(mens, nu):
    leg_vast(mens, nu)
    with pytest.raises(IntegrityError), transaction.atomic():
        Aanstelling.objects.create(medewerker=mens, fte=1, begin=nu.date() + timedelta(days=9))


def lever(mens, nu, **velden):
    gegevens = Personeelsgegevens(
        personeelsnummer=mens.personeelsnummer, naam=mens.naam, email=mens.email,
        functie=mens.functie, functiegroep=mens.functiegroep, schaal=mens.schaal,
        aanstelling_fte=Decimal("0.8"), dienstverband="vast", in_dienst=mens.in_dienst,
    )
    return medewerker_bijwerken(
        gegevens=replace(gegevens, **velden), door=SYSTEEM, nu=nu
    ).medewerker


def test_another_total_of_hr_becomes_history_too(mens, nu):
    lever(mens, nu, aanstelling_fte=Decimal("0.6"))
    assert rijen(mens) == [
        (1, Decimal("0.8"), mens.in_dienst, nu.date()), (1, Decimal("0.6"), nu.date(), None),
    ]
    lever(mens, nu, aanstelling_fte=Decimal("0.6"))
    assert len(rijen(mens)) == 2


def test_hr_total_with_two_employments_changes_the_first(mens, nu):
    leg_vast(mens, nu, volgnummer=2, fte=Decimal("0.2"))
    morgen = nu + timedelta(days=1)
    lever(mens, morgen, aanstelling_fte=Decimal("0.9"))
    assert sum(r[1] for r in rijen(mens) if r[3] is None) == Decimal("0.9")
    lever(mens, morgen + timedelta(days=1), aanstelling_fte=Decimal("0.1"))
    assert [r[:2] for r in rijen(mens) if r[3] is None] == [(1, Decimal("0.1"))]


def test_another_function_starts_today_unless_hr_says_when(mens, nu):
    """R369: the start of the current function."""
    assert lever(mens, nu, functie="strateeg").functie_sinds == nu.date()
    sinds = date(2025, 2, 1)
    assert lever(mens, nu, functie="strateeg", functie_sinds=sinds).functie_sinds == sinds
    assert lever(mens, nu, functie="strateeg").functie_sinds == sinds


def test_who_leaves_has_no_hours_after_it(mens, nu):
    leg_vast(mens, nu)
    medewerker_uit_dienst(medewerker=mens, per=date(2026, 9, 1), door=SYSTEEM, nu=nu)
    assert rijen(mens)[-1][3] == date(2026, 9, 1)


def test_availability_has_an_amount_and_a_period_and_no_reason(mens, nu):
    """R328."""
    assert {f.name for f in Beschikbaarheid._meta.get_fields()} == {
        "id", "medewerker", "fte_minder", "begin", "einde",
    }
    velden = {"medewerker": mens, "door": SYSTEEM, "nu": nu, "begin": nu.date()}
    rij = beschikbaarheid_vastleggen(fte_minder=HELFT, **velden)
    assert beschikbaarheid_vastleggen(fte_minder=HELFT, **velden) == rij
    with pytest.raises(DomeinFout):
        beschikbaarheid_vastleggen(fte_minder=Decimal("0.9"), **velden)
    per = nu.date() + timedelta(days=10)
    assert beschikbaarheid_beeindigen(medewerker=mens, per=per, door=SYSTEEM, nu=nu) == 1
    rij.refresh_from_db()
    assert rij.einde == per


@pytest.fixture
def team():
    return PTeamFactory(pmanager=MedewerkerFactory(functiegroep="tactisch_leider", schaal=12))


@pytest.fixture
def lid(team):
    return MedewerkerFactory(pteam=team)


def pmanager_van(team):
    return team.pmanagers.get().medewerker


def meld(lid, nu, **velden):
    return werkdruk_melden(**{
        "medewerker": lid, "toelichting": "Te veel tegelijk", "door": actor_van(lid), "nu": nu,
        **velden,
    })


def test_somebody_else_cannot_say_that_it_is_too_much_for_me(lid, team, nu):
    with pytest.raises(DomeinFout) as fout:
        meld(lid, nu, door=actor_van(pmanager_van(team)))
    assert fout.value.status == 403
    assert not Werkdrukmelding.objects.exists()


def test_a_flag_tells_the_own_pmanager_without_content(lid, team, nu):
    """R340; a message holds nothing private."""
    meld(lid, nu)
    bericht = Bericht.objects.get(ontvanger=pmanager_van(team).gebruiker)
    assert lid.naam not in bericht.onderwerp + bericht.tekst
    assert "Te veel" not in bericht.onderwerp + bericht.tekst
    assert Logregel.objects.get(handeling="werkdruk_gemeld").gegevens == {}


def test_a_second_flag_waits_for_the_first(lid, nu):
    melding = meld(lid, nu)
    with pytest.raises(DomeinFout) as fout:
        meld(lid, nu)
    assert fout.value.status == 409
    werkdruk_intrekken(melding=melding, door=actor_van(lid), nu=nu)
    meld(lid, nu)


def test_only_the_owner_withdraws_and_only_the_own_pmanager_closes(lid, team, nu):
    melding = meld(lid, nu)
    ander = MedewerkerFactory(pteam=team)
    with pytest.raises(DomeinFout):
        werkdruk_intrekken(melding=melding, door=actor_van(ander), nu=nu)
    for door in (actor_van(ander), actor_van(lid), SYSTEEM):
        with pytest.raises(DomeinFout):
            werkdruk_bespreken(melding=melding, door=door, nu=nu)
    baas = actor_van(pmanager_van(team))
    werkdruk_bespreken(melding=melding, door=baas, nu=nu)
    melding.refresh_from_db()
    assert (melding.is_besproken, melding.toelichting) == (True, "")
    with pytest.raises(DomeinFout) as fout:
        werkdruk_bespreken(melding=melding, door=baas, nu=nu)
    assert fout.value.status == 409
