"""People outside are kept only with consent, for a time, and only where they agreed (R283, R286).
"""

from datetime import date, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from config.kern.fouten import DomeinFout
from config.kern.models import Bericht, Logregel
from config.kern.werkdagen import lokale_dag
from matching.domain.talent import (
    talent_delen,
    talent_inzien,
    talent_toevoegen,
    talent_verwijderen,
    talenten_opruimen,
)
from matching.domain.werving import werving_intrekken, werving_openen
from matching.enums import Herkomst, WervingSoort
from matching.models import Talent, TalentDeling
from tests.factories.matching import NU, maak_wereld
from tests.matching.test_schermen import als, url
from tests.matching.test_werving import AANVRAAG, in_fase_3

pytestmark = pytest.mark.django_db
GEGEVENS = {
    "naam": "Kim Kandidaat", "email": "kim@example.org", "herkomst": Herkomst.KANDIDAAT,
    "expertise": "Ecologie van veenweide", "toestemming": True,
    "toestemming_tot": date(2026, 12, 1),
}


@pytest.fixture(autouse=True)
def klok(monkeypatch):
    monkeypatch.setattr("config.kern.klok.nu", lambda: NU)
    monkeypatch.setattr("config.kern.klok.vandaag", lambda: lokale_dag(NU))


@pytest.fixture
def wereld():
    return maak_wereld()


def voeg_toe(wereld, wie=None, **anders):
    return talent_toevoegen(
        door=wereld.als(wie or wereld.pmanager2), nu=NU,
        **{"pteam": wereld.pteam2, **GEGEVENS, **anders},
    )


def open_werving(wereld):
    return werving_openen(
        procedure=in_fase_3(wereld), pteam=wereld.pteam, door=wereld.als(wereld.pmanager), nu=NU,
        **AANVRAAG | {"soort": WervingSoort.VACATURE},
    )


@pytest.mark.parametrize(("anders", "veld"), [
    ({"toestemming": False}, "toestemming"),
    ({"toestemming_tot": date(2026, 6, 1)}, "toestemming_tot"),
    ({"toestemming_tot": date(2027, 6, 2)}, "toestemming_tot"),
])
def test_nobody_is_kept_without_consent_and_an_end(wereld, anders, veld):
    with pytest.raises(DomeinFout) as fout:
        voeg_toe(wereld, **anders)

    assert fout.value.beletsel.veld == veld
    assert not Talent.objects.exists()


def test_only_a_pmanager_keeps_people_for_an_own_team(wereld):
    for wie in (wereld.pmanager, wereld.aog, wereld.mensen[0]):
        with pytest.raises(DomeinFout, match="P-"):
            voeg_toe(wereld, wie)


def test_another_pmanager_sees_only_who_was_shared(wereld):
    talent, werving = voeg_toe(wereld), open_werving(wereld)
    ander = wereld.als(wereld.pmanager)

    assert als(wereld.pmanager).get(url("talent", talent)).status_code == 403
    with pytest.raises(DomeinFout, match="bijhoudt"):
        talent_delen(talent=talent, werving=werving, door=ander, nu=NU)
    talent_delen(talent=talent, werving=werving, door=wereld.als(wereld.pmanager2), nu=NU)
    assert als(wereld.pmanager).get(url("talent", talent)).status_code == 200
    assert als(wereld.mensen[0]).get(url("talent", talent)).status_code == 403
    assert Bericht.objects.filter(
        ontvanger=wereld.pmanager.gebruiker, onderwerp__startswith="Er is een talent"
    ).exists()


def test_sharing_twice_or_with_a_stopped_search_is_refused(wereld):
    talent, werving = voeg_toe(wereld), open_werving(wereld)
    door = wereld.als(wereld.pmanager2)
    talent_delen(talent=talent, werving=werving, door=door, nu=NU)

    with pytest.raises(DomeinFout, match="al met deze werving"):
        talent_delen(talent=talent, werving=werving, door=door, nu=NU)
    TalentDeling.objects.all().delete()
    werving_intrekken(werving=werving, reden="Stop.", door=wereld.als(wereld.pmanager), nu=NU)
    werving.refresh_from_db()
    with pytest.raises(DomeinFout, match="loopt niet meer"):
        talent_delen(talent=talent, werving=werving, door=door, nu=NU)


def test_after_the_last_day_the_person_is_forgotten(wereld):
    talent = voeg_toe(wereld)
    talent_delen(
        talent=talent, werving=open_werving(wereld), door=wereld.als(wereld.pmanager2), nu=NU
    )
    laatste = NU.replace(month=12, day=1)

    assert [talenten_opruimen(nu=laatste), talenten_opruimen(nu=laatste + timedelta(days=1))] == [
        0, 1,
    ]
    assert not Talent.objects.exists()
    assert not any("Kim" in str(r.gegevens) + r.object_naam for r in Logregel.objects.all())


def test_every_look_is_kept_and_forgetting_works_at_once(wereld):
    talent, door = voeg_toe(wereld), wereld.als(wereld.pmanager2)
    talent_inzien(talent=talent, door=door, nu=NU)
    with pytest.raises(DomeinFout):
        talent_verwijderen(talent=talent, door=wereld.als(wereld.pmanager), nu=NU)
    talent_verwijderen(talent=talent, door=door, nu=NU)

    assert Logregel.objects.filter(handeling="talent_ingezien").count() == 1
    assert not Talent.objects.exists()


def test_a_pmanager_does_it_on_screen(wereld):
    pm, werving = als(wereld.pmanager2), open_werving(wereld)
    invoer = GEGEVENS | {"pteam": wereld.pteam2.public_id, "toestemming": "on"}

    assert pm.get(url("talent-toevoegen")).status_code == 200
    fout = pm.post(url("talent-toevoegen"), invoer | {"toestemming": ""})
    assert fout.status_code == 400
    assert "Kim Kandidaat" in fout.content.decode()
    assert pm.post(url("talent-toevoegen"), invoer).status_code == 302
    talent = Talent.objects.get()
    assert pm.get(url("talent-delen", talent)).status_code == 200
    assert pm.post(url("talent-delen", talent), {"werving": werving.public_id}).status_code == 302
    assert pm.get(url("talent-verwijderen", talent)).status_code == 200
    assert pm.get(url("wervingen")).status_code == 200


def test_the_list_takes_the_same_queries_for_one_and_three(wereld):
    pm, aantallen = als(wereld.pmanager2), []
    for naam in ("een", "twee", "drie"):
        voeg_toe(wereld, naam=naam)
        with CaptureQueriesContext(connection) as vragen:
            assert naam in pm.get(url("talenten")).content.decode()
        aantallen.append(len(vragen))

    assert aantallen[0] == aantallen[2]
