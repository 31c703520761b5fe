"""The ladder: matchtafel, P-beraad, programmeerberaad, DT (R239, Q18, X, E20)."""

from datetime import date
from decimal import Decimal

import pytest

from config.kern.actor import SYSTEEM
from config.kern.enums import BesluitSoort, GremiumSoort, PuntStatus
from config.kern.fouten import DomeinFout
from config.kern.models import Beraadspunt, Gremium
from matching.domain.dilemma import dilemma_melden
from matching.domain.procedure import fase_afsluiten, fase_overgaan
from matching.domain.publicatie import tro_delen
from matching.domain.vrijval import vrijval_beoordelen, vrijvallen_bijwerken
from matching.enums import Fase
from matching.models import Match, Vrijval
from register.domain.inzet import inzet_beeindigen
from register.models import Inzet as Inzetregel
from tests.factories.kern import BesluitFactory
from tests.factories.matching import (
    NU,
    aog_procedure,
    beiden_ja,
    gedeeld,
    gepubliceerd,
    maak_wereld,
    team_procedure,
    voorgesteld,
)
from tests.factories.register import InzetFactory
from tests.matching.test_schermen import als, url

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def beraden(db):
    for soort in GremiumSoort:
        Gremium.objects.get_or_create(
            soort=soort, defaults={"code": soort.value, "naam": soort.label}
        )


def open_punt(over) -> str:
    punt = Beraadspunt.objects.lopend().get(object_id=over.public_id)
    return punt.gremium.soort


def test_e20_the_second_match_is_refused_and_its_dilemma_goes_up():
    """E20, R138, R239: no half match; the P-beraad gets it, once."""
    wereld, ander = maak_wereld(), maak_wereld()
    mens = wereld.mensen[0]
    eerste, tweede = gedeeld(wereld), team_procedure(ander)
    tro_delen(procedure=tweede, pteams=[wereld.pteam], door=ander.als(ander.aog), nu=NU)
    tweede.refresh_from_db()
    m1 = voorgesteld(wereld, eerste, mens, fte=Decimal("0.5"))
    m2 = voorgesteld(ander, tweede, mens, fte=Decimal("0.6"))
    beiden_ja(wereld, m1)
    with pytest.raises(DomeinFout) as bezet:
        beiden_ja(ander, m2)

    punt = dilemma_melden(procedure=tweede, omschrijving="Twee opdrachten, één collega.",
                          door=wereld.als(wereld.pmanager), nu=NU)
    with pytest.raises(DomeinFout) as dubbel:
        dilemma_melden(procedure=tweede, omschrijving="x", door=ander.als(ander.aog), nu=NU)
    with pytest.raises(DomeinFout) as wie:
        dilemma_melden(procedure=eerste, omschrijving="x", door=wereld.als(mens), nu=NU)

    assert bezet.value.status == 409
    assert (punt.gremium.soort, punt.soort) == (GremiumSoort.P_BERAAD, "dilemma")
    assert dubbel.value.zin == "Er ligt al een dilemma over deze plaats bij een beraad."
    assert wie.value.status == 403
    assert Inzetregel.objects.filter(medewerker=mens).count() == 1
    assert Match.objects.get(pk=m2.pk).status == "voorgesteld"


def test_escalated_by_the_table_lies_at_the_programmeerberaad_until_it_goes_on():
    wereld = maak_wereld()
    procedure = gepubliceerd(wereld).procedure
    for fase in (Fase.MATCHTAFEL, Fase.BIJ_PROGRAMMEERBERAAD):
        fase_overgaan(procedure=procedure, naar=fase, reden="Te veel vragen.", door=SYSTEEM, nu=NU)
    ligt_bij = open_punt(procedure)
    fase_afsluiten(procedure=procedure, naar=Fase.CONCEPT, reden="Scherp het aan.",
                   door=wereld.als(wereld.aog), nu=NU)

    punt = Beraadspunt.objects.get(object_id=procedure.public_id)
    assert ligt_bij == GremiumSoort.PROGRAMMEERBERAAD
    assert (punt.status, punt.toelichting) == (PuntStatus.AFGEHANDELD, "Te veel vragen.")


def test_x_no_agreement_lies_at_the_directieteam():
    """X, R290."""
    procedure = aog_procedure(maak_wereld(met_aog=False))
    for fase in (Fase.KEUZE_DD, Fase.AANWIJZING, Fase.GEEN_OVEREENSTEMMING):
        fase_overgaan(procedure=procedure, naar=fase, door=SYSTEEM, nu=NU)

    assert open_punt(procedure) == GremiumSoort.DT


def test_t13_not_filled_lies_at_the_p_beraad():
    """R287: a knelpunt."""
    procedure = gepubliceerd(maak_wereld()).procedure
    for fase in (Fase.MATCHTAFEL, Fase.EXTERN, Fase.NIET_VERVULD):
        fase_overgaan(procedure=procedure, naar=fase, door=SYSTEEM, nu=NU)

    assert open_punt(procedure) == GremiumSoort.P_BERAAD


def test_disagreement_about_vrijval_lies_at_the_programmeerberaad_until_they_agree():
    """Q18, R234."""
    wereld = maak_wereld(status="in_uitvoering")
    inzet = InzetFactory(
        medewerker=wereld.mensen[0], opdracht=wereld.opdracht, begin=date(2026, 5, 1),
        einde=date(2027, 5, 1), fte=Decimal("0.5"),
    )
    inzet_beeindigen(
        inzet=inzet, per=date(2026, 6, 1), reden="Ander werk.", door=SYSTEEM, nu=NU,
        besluit=BesluitFactory(soort=BesluitSoort.BEEINDIGING),
    )
    vrijvallen_bijwerken(nu=NU)
    vrijval = Vrijval.objects.get()

    def oordeel(wie, opvang):
        vrijval_beoordelen(vrijval=vrijval, vervanging=True, opvang=opvang,
                           door=wereld.als(wie), nu=NU)

    oordeel(wereld.dd, opvang=False)
    assert not Beraadspunt.objects.exists()
    oordeel(wereld.aog, opvang=True)
    assert open_punt(vrijval) == GremiumSoort.PROGRAMMEERBERAAD
    oordeel(wereld.aog, opvang=False)
    assert Beraadspunt.objects.lopend().count() == 0


def test_the_page_of_a_procedure_offers_and_shows_it():
    wereld = maak_wereld()
    procedure = gedeeld(wereld)
    client, naar = als(wereld.aog), url("dilemma-melden", procedure)

    knop = naar in client.get(url("procedure", procedure)).content.decode()
    leeg = client.post(naar, {"reden": " "}).status_code
    gelukt = client.post(naar, {"reden": "Niemand heeft tijd."}).status_code
    nog_eens = client.post(naar, {"reden": "Niemand heeft tijd."}).status_code

    assert (knop, leeg, gelukt, nog_eens) == (True, 400, 302, 409)
    assert "ligt een punt bij het Personeelsberaad" in client.get(
        url("procedure", procedure)
    ).content.decode()
    assert als(wereld.mensen[0]).get(naar).status_code == 403
