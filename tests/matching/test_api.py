"""Matching over REST: the same commands, the same sentences, nothing more than the screens show."""

import pytest

from config.kern.werkdagen import lokale_dag
from matching.enums import Fase
from matching.models import Procedure
from tests.factories.matching import (
    NU,
    gedeeld,
    gepubliceerd,
    maak_wereld,
    reageer,
    team_procedure,
    voorgesteld,
)

pytestmark = pytest.mark.django_db
V1 = "/api/v1"


@pytest.fixture(autouse=True)
def klok(monkeypatch):
    monkeypatch.setattr("config.kern.klok.nu", lambda: NU)
    monkeypatch.setattr("config.kern.klok.vandaag", lambda: lokale_dag(NU))


@pytest.fixture
def wereld():
    return maak_wereld()


def stuur(client, pad, inhoud=None):
    return client.post(f"{V1}/{pad}", data=inhoud or {}, content_type="application/json")


def test_from_share_to_match(wereld, api):
    """E02 by machine."""
    procedure = team_procedure(wereld)
    aog = api(wereld.aog, "lezen", "schrijven")
    mens, pm = (api(w, "lezen", "schrijven") for w in (wereld.mensen[0], wereld.pmanager))
    gedeeld_ = stuur(aog, f"procedures/{procedure.public_id}/delingen", {
        "pteams": [str(wereld.pteam.public_id)], "versie": 1,
    })
    voorstel = stuur(aog, f"procedures/{procedure.public_id}/matchvoorstellen", {
        "medewerker": str(wereld.mensen[0].public_id), "begin": "2026-07-01",
        "einde": "2027-01-01", "fte": "0.4", "motivatieOrganisatie": "Nodig.",
        "motivatiePersoon": "Leerzaam.",
    })
    match = voorstel.json()["id"]
    een = stuur(mens, f"matchvoorstellen/{match}/instemmingen", {
        "van": "medewerker", "akkoord": True,
    })
    twee = stuur(pm, f"matchvoorstellen/{match}/instemmingen", {
        "van": "pmanager", "akkoord": True,
    })
    assert [a.status_code for a in (gedeeld_, voorstel, een, twee)] == [201] * 4
    assert twee.json()["status"] == "definitief"
    stand = aog.get(f"{V1}/procedures/{procedure.public_id}").json()
    assert (stand["fase"], stand["volgendeFasen"]) == ("gematcht", [])


def test_publish_react_withdraw(wereld, api):
    procedure = gedeeld(wereld)
    aog, mens = (api(w, "lezen", "schrijven") for w in (wereld.aog, wereld.mensen[0]))
    publicatie = stuur(aog, f"procedures/{procedure.public_id}/publicaties").json()
    pad = f"publicaties/{publicatie['id']}/reacties"
    reactie = stuur(mens, pad, {"toelichting": "Past bij mij 🌱"})
    dubbel = stuur(mens, pad, {"toelichting": "Nog eens"})
    weg = stuur(mens, f"reacties/{reactie.json()['id']}/intrekking")
    assert publicatie["vroegsteBespreekdatum"] == "2026-06-09"
    assert [a.status_code for a in (reactie, dubbel, weg)] == [201, 409, 201]
    assert dubbel.json()["detail"] == "Je hebt al op deze opdracht gereageerd."
    assert weg.json()["status"] == "ingetrokken"
    assert len(mens.get(f"{V1}/publicaties").json()["resultaten"]) == 1


def test_reactions_of_others_do_not_exist(wereld, api):
    reactie = reageer(gepubliceerd(wereld), wereld.mensen[0])
    ander = api(wereld.mensen[1], "lezen", "schrijven")
    assert ander.get(f"{V1}/reacties").json()["resultaten"] == []
    assert ander.get(f"{V1}/reacties/{reactie.public_id}").status_code == 404
    assert stuur(ander, f"reacties/{reactie.public_id}/intrekking").status_code == 404


def test_refusals_have_the_sentence_of_the_screen(wereld, api):
    publicatie = gepubliceerd(wereld)
    procedure = publicatie.procedure
    mens, aog = (api(w, "lezen", "schrijven") for w in (wereld.mensen[0], wereld.aog))
    pad = f"procedures/{procedure.public_id}/faseovergangen"
    recht = stuur(mens, pad, {"naar": "ingetrokken", "reden": "Zomaar"})
    te_vroeg = stuur(aog, pad, {"naar": "matchtafel"})
    oud = stuur(aog, pad, {"naar": "ingetrokken", "reden": "Stopt.", "versie": 1})
    vorm = stuur(aog, pad, {"naar": "onbekend"})
    assert [a.status_code for a in (recht, te_vroeg, oud, vorm)] == [403, 409, 409, 400]
    assert recht.json()["detail"] == (
        "Alleen de AOG of de domeindirecteur kan deze procedure intrekken."
    )
    assert te_vroeg.json()["detail"] == (
        "De matchtafel mag deze opdracht pas bespreken op di 9 juni 2026: "
        "eerst moet de reactietijd voorbij zijn."
    )
    assert Procedure.objects.get(pk=procedure.pk).fase == Fase.OPDRACHTENMARKT


def test_pause_and_resume(wereld, api):
    procedure = gedeeld(wereld)
    aog = api(wereld.aog, "lezen", "schrijven")
    pauze = stuur(aog, f"procedures/{procedure.public_id}/pauze", {"reden": "Vakantie."})
    verder = stuur(aog, f"procedures/{procedure.public_id}/hervatting", {
        "versie": pauze.json()["versie"],
    })
    assert (pauze.status_code, verder.status_code) == (201, 201)
    assert (pauze.json()["gepauzeerdOp"] is None, verder.json()["gepauzeerdOp"]) == (False, None)


def test_every_scope_is_needed(wereld, api):
    procedure = team_procedure(wereld)
    lezer = api(wereld.aog, "lezen")
    assert lezer.get(f"{V1}/matchvragen").status_code == 200
    assert lezer.get(f"{V1}/matchvragen", {"open": "true"}).json()["aantal"] == 1
    assert stuur(lezer, f"procedures/{procedure.public_id}/delingen").status_code == 403
    for pad in ("procedures", "matchvoorstellen", "wervingen", "publicaties", "reacties"):
        assert (pad, lezer.get(f"{V1}/{pad}").status_code) == (pad, 200)


def test_a_proposal_is_for_who_has_a_part_in_it(wereld, api):
    """Q35: the AON sees it on no page, so not here either."""
    voorgesteld(wereld, gedeeld(wereld), wereld.mensen[0])
    aantallen = {
        naam: api(wie, "lezen").get(f"{V1}/matchvoorstellen").json()["aantal"]
        for naam, wie in {
            "aog": wereld.aog, "mens": wereld.mensen[0], "pm": wereld.pmanager, "dd": wereld.dd,
            "dmo": wereld.dmo, "aon": wereld.aon, "collega": wereld.mensen[1],
        }.items()
    }
    assert aantallen == {"aog": 1, "mens": 1, "pm": 1, "dd": 1, "dmo": 1, "aon": 0, "collega": 0}
