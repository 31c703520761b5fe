"""Assumptions of personnel planning, and ages in groups (R308, R309, R310, R314)."""

from datetime import date
from decimal import Decimal

import pytest
from django.db import IntegrityError, transaction

from config.kern.actor import SYSTEEM, Actor, Recht
from config.kern.fouten import DomeinFout
from pdomein.domain.inlezen import leeftijdsopbouw_inlezen
from pdomein.domain.spp import spp_aanname_vastleggen, spp_opmerking_plaatsen
from pdomein.models import Leeftijdsgroep, Medewerker, SPPAanname
from tests.factories.pdomein import MedewerkerFactory, ProfessieFactory, PTeamFactory, actor_van

pytestmark = pytest.mark.django_db
IEMAND = Actor(gebruiker_id=None, naam="Iemand")


@pytest.fixture
def professie():
    return ProfessieFactory(code="ecologie", naam="Ecologie")


@pytest.fixture
def directeur():
    return actor_van(MedewerkerFactory(), Recht.CAPACITEIT_INZIEN)


def leg_vast(professie, door, nu, **velden):
    return spp_aanname_vastleggen(**{
        "professie": professie, "soort": "vraag", "jaar": 2028, "fte": Decimal("12.5"),
        "bron": "Gesprek met opdrachtgevers", "door": door, "nu": nu, **velden,
    })


def test_a_pmanager_plans_for_the_own_team_only(professie, nu):
    """R309."""
    eigen, ander = PTeamFactory(professie=professie), PTeamFactory(professie=professie)
    door = actor_van(MedewerkerFactory(), (Recht.PTEAM_LEIDEN, eigen))
    for pteam in (None, ander):
        with pytest.raises(DomeinFout) as fout:
            leg_vast(professie, door, nu, pteam=pteam)
        assert fout.value.status == 403
    assert leg_vast(professie, door, nu, pteam=eigen).pteam == eigen


@pytest.mark.parametrize(("velden", "veld"), [
    ({"soort": "onzin"}, "soort"), ({"actie": "onzin"}, "actie"), ({"jaar": 2025}, "jaar"),
    ({"jaar": 2032}, "jaar"), ({"fte": Decimal(-1)}, "fte"), ({"bron": " "}, "bron"),
    ({"toelichting": "x" * 501}, "toelichting"),
])
def test_wrong_input_names_its_field(professie, directeur, nu, velden, veld):
    """R310: this year and five more; R412: no number without a source."""
    with pytest.raises(DomeinFout) as fout:
        leg_vast(professie, directeur, nu, **velden)
    assert fout.value.beletsel.veld == veld
    assert not SPPAanname.objects.exists()


def test_a_team_of_another_professie_is_refused(professie, directeur, nu):
    with pytest.raises(DomeinFout) as fout:
        leg_vast(professie, directeur, nu, pteam=PTeamFactory())
    assert fout.value.status == 409


def test_twice_the_same_is_once_and_a_new_value_keeps_the_old(professie, directeur, nu):
    eerste = leg_vast(professie, directeur, nu)
    assert leg_vast(professie, directeur, nu) == eerste
    leg_vast(professie, directeur, nu, fte=Decimal(14))
    assert list(SPPAanname.objects.values_list("fte", flat=True)) == [14, Decimal("12.5")]


def test_an_aog_comments_and_others_do_not(professie, directeur, nu):
    """R309: P-managers plan together with opdrachtgevers."""
    aanname = leg_vast(professie, directeur, nu)
    with pytest.raises(DomeinFout):
        spp_opmerking_plaatsen(aanname=aanname, tekst="Meer!", door=IEMAND, nu=nu)
    aog = actor_van(MedewerkerFactory(), Recht.OPDRACHT_STUREN)
    with pytest.raises(DomeinFout):
        spp_opmerking_plaatsen(aanname=aanname, tekst=" ", door=aog, nu=nu)
    eerste = spp_opmerking_plaatsen(aanname=aanname, tekst="Het werk groeit.", door=aog, nu=nu)
    assert spp_opmerking_plaatsen(
        aanname=aanname, tekst="Het werk groeit. ", door=aog, nu=nu
    ) == eerste


def rij(**velden):
    return {
        "peildatum": "2026-01-01", "professie_code": "ecologie", "cohort": "60-plus",
        "aantal": "8", "fte": "6.4", **velden,
    }


def lees(rijen, nu, **velden):
    return leeftijdsopbouw_inlezen(rijen=rijen, nu=nu, **{"door": SYSTEEM, **velden})


def test_no_age_of_a_person_is_kept_anywhere():
    """R307: no individual diversity data."""
    namen = {f.name for f in Medewerker._meta.get_fields()}
    assert not {n for n in namen if "leeftijd" in n or "geboor" in n or "geslacht" in n}


def test_ages_come_in_groups_of_five_or_more(professie, nu):
    """R314; the database keeps the promise too."""
    rapport = lees([rij(aantal="4")], nu)
    assert "ten minste vijf" in rapport.fouten[0].tekst
    with pytest.raises(IntegrityError), transaction.atomic():
        Leeftijdsgroep.objects.create(
            peildatum=date(2026, 1, 1), professie=professie, cohort="60-plus", aantal=4, fte=3
        )


def test_the_same_file_twice_changes_nothing(professie, nu):
    assert lees([rij()], nu).aantal("nieuw") == 1
    assert lees([rij()], nu).aantal("ongewijzigd") == 1
    assert lees([rij(fte="7")], nu).aantal("gewijzigd") == 1
    assert not lees([rij(cohort="oud")], nu).geslaagd
    with pytest.raises(DomeinFout):
        lees([rij()], nu, door=IEMAND)
