"""What matching keeps about a person is shown to that person, and ends (AVG 15 and 5(1)(e))."""

from datetime import timedelta

from config.kern.domain.opschonen import gegevens_opschonen
from config.kern.eigen_gegevens import Wie, verzamel
from matching.models import Procedure
from tests.factories.matching import NU, collega, gepubliceerd, maak_wereld, reageer


def test_what_came_along_with_a_reaction_goes_a_year_after_the_procedure(db):
    """R346: that somebody reacted stays for the account; what was said goes."""
    wereld = maak_wereld()
    publicatie, wie = gepubliceerd(wereld), collega(wereld, "Lies de Wit")
    reactie = reageer(publicatie, wie)
    Procedure.objects.filter(pk=publicatie.procedure_id).update(geeindigd_op=NU)

    assert gegevens_opschonen(nu=NU + timedelta(days=300))["reacties"] == 0
    assert gegevens_opschonen(nu=NU + timedelta(days=400), droog=True)["reacties"] == 1
    reactie.refresh_from_db()
    assert reactie.toelichting != ""
    assert gegevens_opschonen(nu=NU + timedelta(days=400))["reacties"] == 1

    reactie.refresh_from_db()
    assert (reactie.toelichting, reactie.ppp, reactie.status) == ("", {}, "ingediend")
    assert gegevens_opschonen(nu=NU + timedelta(days=400))["reacties"] == 0


def test_the_own_reactions_are_in_the_own_data(db):
    """AVG 15: also what was sent along."""
    wereld = maak_wereld()
    publicatie, wie = gepubliceerd(wereld), collega(wereld, "Lies de Wit")
    reactie = reageer(publicatie, wie)

    gegevens = verzamel(Wie(wie.gebruiker_id, {"pdomein.medewerker": wie.pk}))

    (rij,) = gegevens["reacties"]
    assert rij["toelichting"] == reactie.toelichting
    assert rij["opdracht"] == publicatie.procedure.matchvraag.opdracht.naam
