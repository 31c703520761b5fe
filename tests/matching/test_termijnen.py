"""Moments: never early, never twice, right after three days away (R297-R304, E16-E18, E25b)."""

import threading
from datetime import date, timedelta
from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.db import connection

from config.celery import app
from config.kern.fouten import DomeinFout
from config.kern.models import Bericht, Instelling, NietWerkdag
from matching import tasks
from matching.domain.agendapunt import punt_agenderen
from matching.domain.procedure import (
    fase_overgaan,
    procedure_hervatten,
    procedure_intrekken,
    procedure_pauzeren,
)
from matching.domain.publicatie import publicatie_intrekken, reactie_bevestigen, tro_publiceren
from matching.domain.termijnen import termijnen_verwerken
from matching.enums import (
    Fase,
    ReactieStatus,
    SessieStatus,
    TermijnSoort,
    TermijnStatus,
    Uitkomst,
)
from matching.models import (
    Agendapunt,
    Faseovergang,
    MatchtafelSessie,
    Procedure,
    Publicatie,
    Termijn,
)
from tests.factories.matching import (
    feestdagen,
    gedeeld,
    gepubliceerd,
    maak_wereld,
    moment,
    reageer,
)

pytestmark = pytest.mark.django_db


def fase(procedure: Procedure) -> str:
    return Procedure.objects.values_list("fase", flat=True).get(pk=procedure.pk)


@pytest.mark.parametrize(
    ("gepubliceerd_op", "vroegste"),
    [
        (moment(2026, 6, 1, 9), date(2026, 6, 9)),
        (moment(2026, 6, 1, 23, 59), date(2026, 6, 9)),
        (moment(2026, 3, 30), date(2026, 4, 9)),
        (moment(2026, 12, 18), date(2026, 12, 29)),
        (moment(2026, 6, 12, 23, 30), date(2026, 6, 22)),
        (moment(2026, 6, 13, 0, 10), date(2026, 6, 22)),
        (moment(2026, 6, 11, 0, 10), date(2026, 6, 19)),
    ],
)
def test_earliest_date_of_a_publication(gepubliceerd_op, vroegste):
    """R297, E16, E17, E18."""
    feestdagen()
    publicatie = gepubliceerd(maak_wereld(), gepubliceerd_op)
    termijn = publicatie.procedure.termijnen.get(soort=TermijnSoort.WACHTTIJD)
    assert publicatie.vroegste_bespreekdatum == vroegste
    assert termijn.afleiding["datum"] == vroegste.isoformat()
    assert termijn.vervalt_op == moment(vroegste.year, vroegste.month, vroegste.day, 0)


def test_good_friday_as_a_working_day_gives_another_date():
    """E16: the calendar decides."""
    feestdagen()
    NietWerkdag.objects.filter(datum=date(2026, 4, 3)).delete()
    assert gepubliceerd(maak_wereld(), moment(2026, 3, 30)).vroegste_bespreekdatum == date(
        2026, 4, 8
    )


def test_a_later_closing_day_or_setting_does_not_change_a_running_wait():
    """E17, R251, R296."""
    feestdagen()
    publicatie = gepubliceerd(maak_wereld(), moment(2026, 12, 18))
    for n in range(24, 32):
        NietWerkdag.objects.get_or_create(
            datum=date(2026, 12, n), defaults={"omschrijving": "Gesloten"}
        )
    Instelling.objects.create(
        sleutel="MATCH_WACHT_WERKDAGEN", waarde=2, geldig_vanaf=date(2026, 12, 19), bron="test"
    )
    publicatie.refresh_from_db()
    assert publicatie.vroegste_bespreekdatum == date(2026, 12, 29)
    nieuw = gepubliceerd(maak_wereld(), moment(2026, 12, 21))
    assert (nieuw.wacht_werkdagen, nieuw.vroegste_bespreekdatum) == (2, date(2027, 1, 4))


def test_the_market_ends_exactly_at_the_earliest_date():
    """T5: not a second before 00:00 of the earliest date, and once."""
    publicatie = gepubliceerd(maak_wereld(), moment(2026, 6, 1))
    grens = moment(2026, 6, 9, 0)
    te_vroeg = termijnen_verwerken(nu=grens - timedelta(seconds=1))
    assert (te_vroeg, fase(publicatie.procedure)) == ({}, Fase.OPDRACHTENMARKT)
    assert termijnen_verwerken(nu=grens) == {"verwerkt": 1}
    assert termijnen_verwerken(nu=grens) == {}
    assert fase(publicatie.procedure) == Fase.MATCHTAFEL
    assert Faseovergang.objects.filter(naar=Fase.MATCHTAFEL).count() == 1


def test_a_session_before_the_earliest_date_refuses_the_item():
    """R250: 409 with the date."""
    from tests.factories.matchtafel import maak_tafel

    publicatie = gepubliceerd(maak_wereld(), moment(2026, 6, 1))
    tafel = maak_tafel(datum=date(2026, 6, 8), nu=moment(2026, 6, 2))
    with pytest.raises(DomeinFout) as fout:
        punt_agenderen(
            sessie=tafel.sessie, procedure=publicatie.procedure, door=tafel.als_voorzitter,
            nu=moment(2026, 6, 2),
        )
    assert fout.value.status == 409
    assert "9 juni 2026" in fout.value.zin


def test_phase_0_asks_then_goes_on():
    """R300: at the term the AOG is asked, after the grace it goes to the market."""
    wereld = maak_wereld()
    procedure = gedeeld(wereld, moment(2026, 6, 1))
    assert termijnen_verwerken(nu=moment(2026, 6, 9, 0)) == {"verwerkt": 1}
    assert fase(procedure) == Fase.INFORMEEL
    assert Bericht.objects.filter(
        ontvanger=wereld.aog.gebruiker, onderwerp__startswith="Fase 0 is om"
    ).count() == 1
    assert termijnen_verwerken(nu=moment(2026, 6, 12, 23)) == {}
    assert termijnen_verwerken(nu=moment(2026, 6, 15, 0)) == {"verwerkt": 1}
    assert fase(procedure) == Fase.OPDRACHTENMARKT
    assert Publicatie.objects.get().vroegste_bespreekdatum == date(2026, 6, 23)


def test_phase_0_may_be_set_to_go_on_by_itself():
    procedure = gedeeld(maak_wereld(), moment(2026, 6, 1))
    Instelling.objects.create(
        sleutel="F0_NA_TERMIJN", waarde="automatisch", geldig_vanaf=date(2026, 1, 1), bron="test"
    )
    termijnen_verwerken(nu=moment(2026, 6, 9, 0))
    assert fase(procedure) == Fase.OPDRACHTENMARKT


def test_three_days_away_catches_up_once():
    """R299, E18: one step, one message, the stored date stands."""
    wereld = maak_wereld()
    publicatie = gepubliceerd(wereld, moment(2026, 6, 1))
    nu = moment(2026, 6, 12, 8)
    assert termijnen_verwerken(nu=nu) == {"verwerkt": 1}
    assert termijnen_verwerken(nu=nu + timedelta(minutes=1)) == {}
    publicatie.refresh_from_db()
    assert publicatie.vroegste_bespreekdatum == date(2026, 6, 9)
    assert Bericht.objects.filter(
        ontvanger=wereld.aog.gebruiker, sleutel__startswith="fase:"
    ).count() == 1


def test_withdrawn_and_republished():
    """E25b, R255: the timer of no. 1 does nothing, the wait of no. 2 counts, one click confirms."""
    feestdagen()
    wereld = maak_wereld()
    aog = wereld.als(wereld.aog)
    eerste = gepubliceerd(wereld, moment(2026, 9, 7))
    reactie = reageer(eerste, wereld.mensen[0], moment(2026, 9, 8))
    publicatie_intrekken(
        publicatie=eerste, reden="Het niveau klopt niet.", door=aog, nu=moment(2026, 9, 9)
    )
    tweede = tro_publiceren(procedure=eerste.procedure, door=aog, nu=moment(2026, 9, 14))
    assert termijnen_verwerken(nu=moment(2026, 9, 15, 8)) == {}
    assert fase(eerste.procedure) == Fase.OPDRACHTENMARKT
    assert (tweede.nummer, tweede.vroegste_bespreekdatum) == (2, date(2026, 9, 22))
    reactie.refresh_from_db()
    assert reactie.status == ReactieStatus.TE_BEVESTIGEN
    nieuw = reactie_bevestigen(
        reactie=reactie, door=wereld.als(wereld.mensen[0]), nu=moment(2026, 9, 15)
    )
    assert nieuw.publicatie_id == tweede.pk
    assert Bericht.objects.filter(
        ontvanger=wereld.mensen[0].gebruiker, sleutel__startswith="bevestigen:"
    ).count() == 1
    termijnen_verwerken(nu=moment(2026, 9, 22, 0))
    assert fase(eerste.procedure) == Fase.MATCHTAFEL


def test_sent_back_by_the_table_and_published_again():
    """T10: a new round; the market opens again with its own wait, old reactions are asked."""
    wereld = maak_wereld()
    aog = wereld.als(wereld.aog)
    eerste = gepubliceerd(wereld, moment(2026, 6, 1))
    reactie = reageer(eerste, wereld.mensen[0], moment(2026, 6, 2))
    termijnen_verwerken(nu=moment(2026, 6, 9, 0))
    punt = zet_op_gesloten_sessie(eerste.procedure, wereld.pmanager)
    fase_overgaan(
        procedure=punt.procedure, naar=Fase.CONCEPT, reden="Profiel onduidelijk.",
        door=wereld.als(wereld.pmanager), nu=moment(2026, 6, 10),
    )
    tweede = tro_publiceren(procedure=punt.procedure, door=aog, nu=moment(2026, 6, 15))
    reactie.refresh_from_db()
    eerste.refresh_from_db()
    assert (punt.procedure.ronde, tweede.nummer) == (2, 2)
    assert eerste.gesloten_op == moment(2026, 6, 10)
    assert reactie.status == ReactieStatus.TE_BEVESTIGEN
    nieuw = reageer(tweede, wereld.mensen[1], moment(2026, 6, 16))
    assert nieuw.status == ReactieStatus.INGEDIEND


def zet_op_gesloten_sessie(procedure: Procedure, voorzitter) -> Agendapunt:
    sessie = MatchtafelSessie.objects.create(
        datum=date(2026, 6, 9), voorzitter=voorzitter, status=SessieStatus.GESLOTEN,
        geopend_op=moment(2026, 6, 9, 9), gesloten_op=moment(2026, 6, 9, 11),
    )
    return Agendapunt.objects.create(
        sessie=sessie, procedure=Procedure.objects.get(pk=procedure.pk),
        uitkomst=Uitkomst.TERUG_NAAR_AOG,
    )


def test_withdrawn_procedure_has_no_moments():
    wereld = maak_wereld()
    procedure = gedeeld(wereld, moment(2026, 6, 1))
    procedure_intrekken(
        procedure=procedure, reden="Het werk stopt.", door=wereld.als(wereld.aog),
        nu=moment(2026, 6, 2),
    )
    assert termijnen_verwerken(nu=moment(2026, 7, 1)) == {}
    assert fase(procedure) == Fase.INGETROKKEN


def test_pause_suspends_and_gives_the_days_back():
    """T16, R304: terms move up, the market wait stands."""
    wereld = maak_wereld()
    aog = wereld.als(wereld.aog)
    procedure = gedeeld(wereld, moment(2026, 6, 1))
    procedure_pauzeren(procedure=procedure, reden="Vakantie.", door=aog, nu=moment(2026, 6, 3))
    assert termijnen_verwerken(nu=moment(2026, 6, 20)) == {}
    procedure_hervatten(procedure=procedure, door=aog, nu=moment(2026, 6, 10))
    assert procedure.termijnen.get().vervalt_op == moment(2026, 6, 16, 0)

    publicatie = gepubliceerd(maak_wereld(), moment(2026, 6, 1))
    procedure_pauzeren(
        procedure=publicatie.procedure, reden="Even wachten.", door=aog_van(publicatie),
        nu=moment(2026, 6, 3),
    )
    assert termijnen_verwerken(nu=moment(2026, 6, 9, 1)) == {}
    procedure_hervatten(
        procedure=publicatie.procedure, door=aog_van(publicatie), nu=moment(2026, 6, 10)
    )
    assert publicatie.procedure.termijnen.get(
        status=TermijnStatus.OPEN
    ).vervalt_op == moment(2026, 6, 9, 0)


def aog_van(publicatie: Publicatie):
    from matching.queries.wie import aog_van as zoek
    from register.domain.rechten import actor_voor_gebruiker

    medewerker = zoek(publicatie.procedure.matchvraag.opdracht, date(2026, 6, 3))
    return actor_voor_gebruiker(medewerker.gebruiker, moment(2026, 6, 3))


def test_a_poison_row_is_parked_and_hurts_nobody(caplog):
    """BETROUWBAAR §1: three tries, then parked and told; the other rows go on."""
    ziek = gepubliceerd(maak_wereld(), moment(2026, 6, 1))
    gezond = gepubliceerd(maak_wereld(), moment(2026, 6, 1))
    Termijn.objects.filter(procedure=ziek.procedure, status=TermijnStatus.OPEN).update(
        afleiding={"moment": "bestaat_niet"}
    )
    nu = moment(2026, 6, 9, 0)
    assert termijnen_verwerken(nu=nu) == {"mislukt": 1, "verwerkt": 1}
    assert termijnen_verwerken(nu=nu) == {"mislukt": 1}
    assert termijnen_verwerken(nu=nu) == {"geparkeerd": 1}
    assert termijnen_verwerken(nu=nu) == {}
    assert fase(gezond.procedure) == Fase.MATCHTAFEL
    assert fase(ziek.procedure) == Fase.OPDRACHTENMARKT
    assert Termijn.objects.get(status=TermijnStatus.GEPARKEERD).pogingen == 3


def test_clocks_that_differ_stop_everything(settings):
    """BETROUWBAAR 1.4: late, never early."""
    publicatie = gepubliceerd(maak_wereld(), moment(2026, 6, 1))
    settings.INZET_DEMO = False
    with pytest.raises(DomeinFout):
        termijnen_verwerken(nu=moment(2031, 1, 1))
    assert fase(publicatie.procedure) == Fase.OPDRACHTENMARKT


def test_beat_uses_the_same_commands(monkeypatch):
    """R298: eager, with the clock of the doors."""
    procedure = gedeeld(maak_wereld(), moment(2026, 6, 1))
    monkeypatch.setattr("config.kern.klok.nu", lambda: moment(2026, 6, 9, 0))
    assert app.conf.task_always_eager is True
    assert set(app.conf.beat_schedule) >= {"termijnen", "matchvragen"}
    tasks.termijnen_verwerken.delay()
    tasks.matchvragen_bijwerken.delay()
    assert procedure.termijnen.filter(status=TermijnStatus.VERWERKT).count() == 1


def test_command_line_takes_a_moment_only_in_the_demo(settings):
    publicatie = gepubliceerd(maak_wereld(), moment(2026, 6, 1))
    uit = StringIO()
    call_command("termijnen_verwerken", nu="2026-06-09T00:00", stdout=uit)
    assert "verwerkt: 1" in uit.getvalue()
    assert fase(publicatie.procedure) == Fase.MATCHTAFEL
    settings.INZET_DEMO = False
    with pytest.raises(CommandError, match="alleen in de demo"):
        call_command("termijnen_verwerken", nu="2026-06-09T00:00")
    settings.INZET_DEMO = True
    with pytest.raises(CommandError, match="geen ISO-moment"):
        call_command("termijnen_verwerken", nu="morgen")


@pytest.mark.django_db(transaction=True)
def test_two_workers_at_once_make_no_doubles():
    """R299: SKIP LOCKED, one transaction per row, checked again under the lock."""
    procedures = [gepubliceerd(maak_wereld(), moment(2026, 6, 1)).procedure for _ in range(6)]
    nu = moment(2026, 6, 9, 0)
    poort = threading.Barrier(2)
    uitkomsten: list[dict] = []

    def werker() -> None:
        poort.wait()
        uitkomsten.append(termijnen_verwerken(nu=nu))
        connection.close()

    draden = [threading.Thread(target=werker) for _ in range(2)]
    [d.start() for d in draden]
    [d.join() for d in draden]
    assert sum(u.get("verwerkt", 0) for u in uitkomsten) == 6
    assert Faseovergang.objects.filter(naar=Fase.MATCHTAFEL).count() == 6
    assert {fase(p) for p in procedures} == {Fase.MATCHTAFEL}
    assert Bericht.objects.filter(sleutel__startswith="fase:").count() == 12
