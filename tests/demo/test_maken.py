"""The generator: the same for a seed, of the size that the sources suggest, without lorem ipsum."""

from collections import Counter
from datetime import date
from decimal import Decimal

import pytest

from demo.maken import maak

VANDAAG = date(2026, 6, 1)


@pytest.fixture(scope="module")
def vol():
    return maak(vandaag=VANDAAG)


def test_the_same_seed_and_day_give_the_same_province(vol):
    assert maak(vandaag=VANDAAG).bestanden == vol.bestanden


def test_another_seed_gives_other_people(vol):
    anders = maak(zaad=7, vandaag=VANDAAG)
    assert anders.bestanden["medewerkers"] != vol.bestanden["medewerkers"]


def test_size_is_that_of_a_province(vol):
    """R163: about 1,800 fte, 150 P-teams, 120 P-managers, 4 professional domains."""
    eigen = [m for m in vol.bestanden["medewerkers"] if m["dienstverband"] in ("vast", "tijdelijk")]
    vakteams = [t for t in vol.bestanden["pteams"] if t["professie_code"] != "personeelsmanagement"]
    pmanagers = {
        p["personeelsnummer"] for p in vol.bestanden["pmanagers"]
        if not p["pteam_code"].startswith("p-managers")
    }
    assert 1_700 < sum(Decimal(m["aanstelling_fte"]) for m in eigen) < 1_900
    assert 140 <= len(vakteams) <= 160
    assert 110 <= len(pmanagers) <= 130
    assert len({t["domein_code"] for t in vol.bestanden["pteams"]}) == 4


def test_the_dbi_opgave_is_stable(vol):
    """R324: the opgave that the sources name, with label stabiel."""
    dbi = [r for r in vol.bestanden["begroting"]
           if r["naam"] == "Beheer en onderhoud op orde en duurzaam"]
    assert [(r["niveau"], r["label"]) for r in dbi] == [("opgave", "stabiel")]


def test_compliance_and_control_is_under_the_directieteam_with_all_its_parts(vol):
    """R205, R206"""
    (opgave,) = [r for r in vol.bestanden["begroting"] if r["onder_directieteam"] == "ja"]
    namen = {o["naam"] for o in vol.bestanden["opdrachten"] if o["opgave_code"] == opgave["code"]
             and not o["bovenliggende_code"]}
    assert namen >= {
        "Financial control", "Business control", "Planning en control", "I-control",
        "Risicomanagement", "Audit en interne controle", "Functionaris gegevensbescherming",
        "Provinciearchivaris",
    }


def test_the_competence_list_is_a_tree_with_synonyms(vol):
    rijen = vol.bestanden["competenties"]
    codes = {r["code"] for r in rijen}
    assert 80 <= len(rijen) <= 150
    assert all(r["omschrijving"] and r["synoniemen"] for r in rijen)
    assert {r["bovenliggende_code"] for r in rijen if r["bovenliggende_code"]} <= codes


@pytest.mark.parametrize("kop", ["waarom", "wat", "hoe", "wie"])
def test_no_paragraph_of_an_opdracht_comes_twice(vol, kop):
    telling = Counter(o[kop] for o in vol.bestanden["opdrachten"])
    assert [tekst for tekst, aantal in telling.items() if aantal > 1] == []


def test_everyone_has_a_role_to_look_as(vol):
    nummers = {m["personeelsnummer"] for m in vol.bestanden["medewerkers"]}
    rollen = vol.bestanden["demorollen"]
    assert len({r["personeelsnummer"] for r in rollen}) == len(rollen) == 15
    assert {r["personeelsnummer"] for r in rollen} <= nummers
