"""What matching did in a period, counted from what really happened (R108, R258, R259, R279)."""

from datetime import date, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from config.kern.actor import Recht
from config.kern.werkdagen import lokale_dag
from matching.domain.publicatie import reactie_intrekken
from matching.domain.werving import werving_openen
from matching.enums import Fase, WervingSoort
from matching.queries.cijfers import matchcijfers
from register.domain.inzet import inzet_beeindigen
from tests.factories.kern import BesluitFactory
from tests.factories.matching import (
    NU,
    beiden_ja,
    feestdagen,
    gedeeld,
    gepubliceerd,
    maak_wereld,
    moment,
    reageer,
    voorgesteld,
)
from tests.matching.test_schermen import als, url
from tests.matching.test_werving import AANVRAAG, in_fase_3

pytestmark = pytest.mark.django_db
VAN, TOT = date(2026, 6, 1), date(2026, 7, 1)
LATER = NU + timedelta(days=9)


@pytest.fixture(autouse=True)
def klok(monkeypatch):
    monkeypatch.setattr("config.kern.klok.nu", lambda: LATER)
    monkeypatch.setattr("config.kern.klok.vandaag", lambda: lokale_dag(LATER))


@pytest.fixture
def wereld():
    feestdagen()
    return maak_wereld()


def cijfers(van=VAN, tot=TOT):
    return matchcijfers(van, tot, lokale_dag(LATER))


def test_an_empty_period_has_no_numbers_and_no_error(wereld):
    leeg = cijfers(date(2020, 1, 1), date(2020, 2, 1))

    assert (leeg.doorlooptijden, leeg.afloop, leeg.publicaties, leeg.werving) == ([], [], 0, [])
    assert leeg.reacties_gemiddeld == 0


def test_a_lead_time_is_counted_in_werkdagen(wereld):
    """R365: phase 0 from Monday 1 June up to the match on Wednesday the week after: 7 werkdagen."""
    procedure = gedeeld(wereld)
    beiden_ja(wereld, voorgesteld(wereld, procedure, wereld.mensen[0], nu=LATER), nu=LATER)

    uitkomst = cijfers()
    [informeel] = [d for d in uitkomst.doorlooptijden if d.fase == Fase.INFORMEEL]
    assert (informeel.aantal, informeel.mediaan) == (1, 7)
    assert uitkomst.gematcht_in == [(Fase.INFORMEEL.label, 1)]
    assert uitkomst.matches_per_mens == [("1 match", 1)]
    assert (uitkomst.opgaven, uitkomst.opgaven_gemengd) == (1, 0)


def test_a_match_that_ran_as_agreed_and_one_that_ended_early(wereld, maak_actor):
    """R100, R371: the register kept the one row; the other was ended before its time."""
    match = beiden_ja(wereld, voorgesteld(wereld, gedeeld(wereld), wereld.mensen[0]))
    na_afloop = matchcijfers(date(2026, 6, 1), date(2027, 3, 1), date(2027, 2, 1))
    assert (na_afloop.afgelopen, na_afloop.volgens_plan, na_afloop.intern_pct) == (1, 1, 100)

    inzet_beeindigen(
        inzet=match.inzet, per=date(2026, 9, 1), besluit=BesluitFactory(nu=NU), reden="Klaar.",
        door=maak_actor(wereld.pmanager.gebruiker, Recht.REGISTER_MUTEREN), nu=moment(2026, 8, 3),
    )
    eerder = matchcijfers(date(2026, 6, 1), date(2027, 3, 1), date(2027, 2, 1))
    assert (eerder.afgelopen, eerder.volgens_plan) == (1, 0)


def test_use_is_counted_in_people_and_sessions(wereld):
    """R318: everybody of this small province who published a PPP."""
    uitkomst = cijfers()

    assert 0 < uitkomst.met_ppp <= uitkomst.mensen
    assert uitkomst.ppp_pct == round(100 * uitkomst.met_ppp / uitkomst.mensen, 1)
    assert uitkomst.sessies == 0


def test_a_step_outside_the_period_is_not_counted(wereld):
    gedeeld(wereld)

    assert cijfers(VAN + timedelta(days=1), TOT).doorlooptijden == []


def test_a_reaction_that_was_taken_back_does_not_count(wereld):
    publicatie = gepubliceerd(wereld)
    reactie = reageer(publicatie, wereld.mensen[0])
    reageer(publicatie, wereld.mensen[1])
    reactie_intrekken(reactie=reactie, reden="", door=wereld.als(wereld.mensen[0]), nu=NU)

    uitkomst = cijfers()
    assert (uitkomst.publicaties, uitkomst.reacties, uitkomst.zonder_reactie) == (1, 1, 0)
    assert uitkomst.per_week[0] == (date(2026, 6, 1), 1)
    assert len(uitkomst.per_week) == 5


def test_open_questions_by_age_and_what_is_looked_for_outside(wereld):
    werving_openen(
        procedure=in_fase_3(wereld), pteam=wereld.pteam, door=wereld.als(wereld.pmanager), nu=NU,
        **AANVRAAG | {"soort": WervingSoort.VACATURE},
    )

    uitkomst = cijfers()
    assert dict(uitkomst.open_vragen)["Tot 10 werkdagen"] >= 1
    assert uitkomst.werving == [("Vacature", 1)]


@pytest.mark.parametrize(("wie", "code"), [("mensen", 403), ("pmanager", 200), ("dmo", 200)])
def test_who_may_see_the_page_and_the_file(wereld, wie, code):
    persoon = getattr(wereld, wie)
    browser = als(persoon[0] if isinstance(persoon, list) else persoon)

    assert browser.get(url("cijfers")).status_code == code
    assert browser.get(url("cijfers-export")).status_code == code


def test_the_page_answers_a_wrong_period_with_the_sentence(wereld):
    gepubliceerd(wereld)
    antwoord = als(wereld.pmanager).get(
        url("cijfers"), {"van": "2026-06-01", "tot_en_met": "2020-01-01"}
    )

    assert antwoord.status_code == 400
    assert "hooguit vijf jaar" in antwoord.content.decode()


def test_the_file_holds_the_same_numbers(wereld):
    gepubliceerd(wereld)
    antwoord = als(wereld.pmanager).get(
        url("cijfers-export"), {"van": "2026-06-01", "tot_en_met": "2026-06-30"}
    )
    regels = b"".join(antwoord.streaming_content).decode("utf-8-sig").splitlines()

    assert regels[0] == "van;tot en met;onderdeel;wat;waarde;eenheid"
    assert "2026-06-01;2026-06-30;markt;publicaties;1;publicaties" in regels


def test_the_figures_take_the_same_queries_for_one_and_more(wereld):
    publicatie, aantallen = gepubliceerd(wereld), []
    for mens in wereld.mensen:
        reageer(publicatie, mens)
        with CaptureQueriesContext(connection) as vragen:
            cijfers()
        aantallen.append(len(vragen))

    assert aantallen[0] == aantallen[-1]
