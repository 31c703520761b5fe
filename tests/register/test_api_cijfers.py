"""The reports over REST: the same figures, the same refusals (R101, R317)."""

import pytest

from tests.factories.pdomein import MedewerkerFactory, PTeamFactory
from tests.factories.register import RolFactory

pytestmark = pytest.mark.django_db
PADEN = ("capaciteit", "personeelsplanning", "personeelsmonitor")


@pytest.fixture
def directeur():
    mens = MedewerkerFactory(functiegroep="", schaal=None)
    RolFactory(rol_code="concerndirecteur", medewerker=mens, op=None)
    return mens


@pytest.mark.parametrize("pad", PADEN)
def test_reports_are_for_who_steers(pad, api, directeur):
    assert api(MedewerkerFactory(), "lezen").get(f"/api/v1/{pad}").status_code == 403
    assert api(directeur, "lezen").get(f"/api/v1/{pad}").status_code == 200


def test_capacity_of_groups_of_five_or_more(api, directeur):
    groot = PTeamFactory()
    for _ in range(6):
        MedewerkerFactory(pteam=groot)
    rijen = api(directeur, "lezen").get("/api/v1/capaciteit?per=professie").json()
    assert [r["groep"] for r in rijen] == [groot.professie.naam] * 12
    assert (rijen[0]["mensen"], rijen[0]["vrij"]) == (6, "5.40")


def test_a_small_group_has_a_remark_and_no_figures(api, directeur):
    MedewerkerFactory(pteam=PTeamFactory())
    rij = api(directeur, "lezen").get("/api/v1/capaciteit").json()[0]
    assert (rij["mensen"], rij["vrij"], rij["opmerking"]) == (None, None, "minder dan 5 mensen")


def test_an_unknown_division_is_refused(api, directeur):
    antwoord = api(directeur, "lezen").get("/api/v1/capaciteit?per=persoon")
    assert antwoord.status_code == 400


def test_hr_sends_two_employments_and_availability_without_a_reason(api):
    """R403, R328."""
    beheer = MedewerkerFactory(functiegroep="", schaal=None)
    RolFactory(rol_code="beheerder", medewerker=beheer, op=None)
    mens = MedewerkerFactory()
    client = api(beheer, "personeel")
    pad = f"/api/v1/personeelsgegevens/{mens.personeelsnummer}"
    antwoord = client.post(
        f"{pad}/aanstellingen", {"dienstverband": 2, "fte": "0.2", "vanaf": "2026-07-01"},
        content_type="application/json",
    )
    assert antwoord.status_code == 201
    assert [r["dienstverband"] for r in client.get(f"{pad}/aanstellingen").json()["resultaten"]] \
        == [1, 2]
    velden = {"fteMinder": "0.3", "vanaf": "2026-07-01", "tot": "2026-08-01", "reden": "x"}
    antwoord = client.post(
        f"{pad}/beschikbaarheden", velden, content_type="application/json"
    )
    assert antwoord.status_code == 201
    assert set(antwoord.json()) == {"fteMinder", "vanaf", "tot"}
    antwoord = client.post(
        f"{pad}/beschikbaarheden", {"fteMinder": "0", "vanaf": "2026-07-01"},
        content_type="application/json",
    )
    assert antwoord.status_code == 204
    assert api(mens, "lezen").get(f"{pad}/aanstellingen").status_code == 403
