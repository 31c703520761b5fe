"""A match and its entry in the register stand or fall together (R200)."""

from datetime import date

import pytest

from config.kern.fouten import DomeinFout
from config.kern.models import Besluit
from matching.domain.aogroute import aanwijzen
from matching.enums import MatchStatus
from register.domain import keten
from register.models import Inzet, Roltoewijzing
from register.queries import houder
from tests.factories.matching import NU, maak_wereld
from tests.factories.pdomein import MedewerkerFactory
from tests.factories.register import RolFactory
from tests.matching.test_aogroute import gekozen, ja

pytestmark = pytest.mark.django_db


def test_a_refused_entry_takes_the_designation_back_with_it():
    """R200: failure of the register mutation rolls both back; then it works as one."""
    wereld = maak_wereld(met_aog=False)
    match = gekozen(wereld)
    ja(wereld, match, wereld.pmanager2)
    ander = MedewerkerFactory(functiegroep="strategisch_leider", schaal=14)
    bezet = RolFactory(rol_code="aog", medewerker=ander, op=wereld.opdracht)
    tel = (Besluit.objects.count(), Roltoewijzing.objects.count(), Inzet.objects.count())
    with pytest.raises(DomeinFout) as geweigerd:
        aanwijzen(match=match, door=wereld.als(wereld.dmo), nu=NU)
    assert geweigerd.value.status == 409
    match.refresh_from_db()
    assert match.status != MatchStatus.DEFINITIEF
    assert (Besluit.objects.count(), Roltoewijzing.objects.count(), Inzet.objects.count()) == tel
    assert houder("aog", wereld.opdracht, date(2026, 6, 1)) == bezet
    assert keten.verifieren()[1] is None
