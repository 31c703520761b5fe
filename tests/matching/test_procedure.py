"""The life of a procedure: from matchvraag to match, and everything that may stop it."""

from datetime import date
from decimal import Decimal

import pytest

from config.kern.fouten import DomeinFout
from config.kern.models import Afwijking, Bericht
from matching.domain.inzien import reacties_inzien
from matching.domain.match import instemming_geven
from matching.domain.matchvraag import matchvragen_bijwerken
from matching.domain.publicatie import tro_delen, tro_publiceren
from matching.enums import Fase, InstemmingVan, MatchStatus, ReactieStatus, Route
from matching.models import Match, Matchvraag, Procedure
from register.enums import RolCode
from register.models import Inzet
from tests.factories.matching import (
    NU,
    beiden_ja,
    collega,
    feestdagen,
    gedeeld,
    gepubliceerd,
    maak_wereld,
    moment,
    reageer,
    rol,
    team_procedure,
    voorgesteld,
)

pytestmark = pytest.mark.django_db


def test_matchvragen_bijwerken_makes_one_per_place():
    """R220, R231, R246: AOG, AON and each team place, once."""
    wereld = maak_wereld(met_aog=False)
    eerste = matchvragen_bijwerken(nu=NU)
    tweede = matchvragen_bijwerken(nu=NU)
    rijen = Procedure.objects.filter(matchvraag__opdracht=wereld.opdracht).order_by("route")
    assert (eerste, tweede) == (3, 0)
    assert [(p.route, p.fase) for p in rijen] == [
        (Route.AOG, Fase.MATCHTAFEL), (Route.AON, Fase.CONCEPT), (Route.TEAM, Fase.CONCEPT),
    ]


def test_tro_delen_waits_for_aog_and_aon():
    """R232: first AOG and AON, then the team."""
    wereld = maak_wereld(met_aog=False)
    procedure = team_procedure(wereld)
    with pytest.raises(DomeinFout) as fout:
        tro_delen(procedure=procedure, pteams=[wereld.pteam], door=wereld.als(wereld.dd), nu=NU)
    assert fout.value.status == 403


def test_match_in_phase_0():
    """E02: shared, agreed by two, never on the market."""
    wereld = maak_wereld()
    procedure = gedeeld(wereld)
    match = beiden_ja(wereld, voorgesteld(wereld, procedure, wereld.mensen[0]))
    inzet = Inzet.objects.get(pk=match.inzet_id)
    assert match.status == MatchStatus.DEFINITIEF
    assert match.procedure.fase == Fase.GEMATCHT
    assert match.procedure.publicaties.count() == 0
    assert (inzet.fte, inzet.begin_geldigheid, inzet.einde_geldigheid) == (
        Decimal("0.400"), date(2026, 7, 1), date(2027, 1, 1),
    )
    assert match.besluit.tekst.count("Instemming") == 2
    assert Matchvraag.objects.get(procedures=procedure).gesloten_op == NU


def test_match_needs_both_consents():
    """R161, R238: one yes makes nothing."""
    wereld = maak_wereld()
    match = voorgesteld(wereld, gedeeld(wereld), wereld.mensen[0])
    instemming_geven(
        match=match, van=InstemmingVan.MEDEWERKER, akkoord=True,
        door=wereld.als(wereld.mensen[0]), nu=NU,
    )
    match.refresh_from_db()
    assert match.status == MatchStatus.VOORGESTELD
    assert Inzet.objects.count() == 0


def test_match_from_the_market_answers_everybody():
    """E03, R252."""
    feestdagen()
    wereld = maak_wereld(nu=moment(2026, 9, 14))
    publicatie = gepubliceerd(wereld, moment(2026, 9, 14))
    for mens in wereld.mensen:
        reageer(publicatie, mens, moment(2026, 9, 15))
    nu = moment(2026, 9, 22)
    match = beiden_ja(
        wereld, voorgesteld(
            wereld, publicatie.procedure, wereld.mensen[1], nu, begin=date(2026, 10, 1),
            einde=date(2027, 4, 1),
        ), nu,
    )
    statussen = {r.medewerker_id: r.status for r in publicatie.reacties.all()}
    publicatie.refresh_from_db()
    assert publicatie.vroegste_bespreekdatum == date(2026, 9, 22)
    assert match.procedure.fase == Fase.GEMATCHT
    assert publicatie.gesloten_op == nu
    assert statussen == {
        wereld.mensen[0].pk: ReactieStatus.NIET_GEKOZEN,
        wereld.mensen[1].pk: ReactieStatus.GEKOZEN,
        wereld.mensen[2].pk: ReactieStatus.NIET_GEKOZEN,
    }


def test_match_inside_the_wait_must_be_explained():
    """E04, R253, Q08."""
    feestdagen()
    wereld = maak_wereld(aantal=2)
    publicatie = gepubliceerd(wereld, moment(2026, 9, 7))
    for mens in wereld.mensen:
        reageer(publicatie, mens, moment(2026, 9, 8))
    nu = moment(2026, 9, 9)
    periode = {"begin": date(2026, 10, 1), "einde": date(2027, 4, 1)}
    with pytest.raises(DomeinFout) as ongelezen:
        voorgesteld(wereld, publicatie.procedure, wereld.mensen[0], nu, **periode)
    reacties_inzien(procedure=publicatie.procedure, door=wereld.als(wereld.aog, nu), nu=nu)
    with pytest.raises(DomeinFout) as zonder:
        voorgesteld(wereld, publicatie.procedure, wereld.mensen[0], nu, **periode)
    match = voorgesteld(
        wereld, publicatie.procedure, wereld.mensen[0], nu, **periode,
        motivatie_binnen_wachttijd="Zij is als enige beschikbaar voor de vergunning.",
    )
    assert publicatie.vroegste_bespreekdatum == date(2026, 9, 15)
    assert ongelezen.value.zin == (
        "Er zijn 2 reacties die je nog niet las. Lees eerst alle reacties."
    )
    assert (zonder.value.status, zonder.value.zin) == (
        400, "De reactietijd loopt nog en er is 1 andere reactie. Leg uit waarom je nu al kiest."
    )
    assert Afwijking.objects.get().regel == "match_binnen_wachttijd"
    assert beiden_ja(wereld, match, nu).status == MatchStatus.DEFINITIEF


def test_two_opdrachten_want_the_same_person():
    """E20, R239: the first definitive match wins, no half match is made."""
    wereld, ander = maak_wereld(), maak_wereld()
    mens = wereld.mensen[0]
    p1, p2 = gedeeld(wereld), team_procedure(ander)
    tro_delen(procedure=p2, pteams=[wereld.pteam], door=ander.als(ander.aog), nu=NU)
    p2.refresh_from_db()
    m1 = voorgesteld(wereld, p1, mens, fte=Decimal("0.5"))
    m2 = voorgesteld(ander, p2, mens, fte=Decimal("0.5"))
    beiden_ja(wereld, m1)
    with pytest.raises(DomeinFout) as fout:
        beiden_ja(wereld, m2)
    p2.refresh_from_db()
    assert fout.value.status == 409
    assert "0,4" in fout.value.zin
    assert p2.fase == Fase.INFORMEEL
    assert Match.objects.get(pk=m2.pk).status == MatchStatus.VOORGESTELD
    assert Inzet.objects.filter(medewerker=mens).count() == 1


def test_stable_opdracht_has_no_procedure():
    """E07, R056."""
    wereld = maak_wereld()
    procedure = team_procedure(wereld)
    wereld.opdracht.label = "stabiel"
    wereld.opdracht.save()
    with pytest.raises(DomeinFout) as fout:
        tro_delen(procedure=procedure, pteams=[wereld.pteam], door=wereld.als(wereld.aog), nu=NU)
    assert fout.value.zin.startswith("Deze opdracht is stabiel.")


def test_double_click_on_reageren_makes_one_reaction():
    """R248: a second active reaction is refused."""
    wereld = maak_wereld()
    publicatie = gepubliceerd(wereld)
    reageer(publicatie, wereld.mensen[0])
    with pytest.raises(DomeinFout) as fout:
        reageer(publicatie, wereld.mensen[0])
    assert fout.value.zin == "Je hebt al op deze opdracht gereageerd."
    assert publicatie.reacties.count() == 1


def test_stale_page_is_refused_with_what_changed():
    """BETROUWBAAR 7: every write carries a version."""
    wereld = maak_wereld()
    procedure = gedeeld(wereld)
    oud = procedure.versie
    tro_publiceren(procedure=procedure, door=wereld.als(wereld.aog), nu=NU)
    with pytest.raises(DomeinFout) as fout:
        tro_publiceren(procedure=procedure, versie=oud, door=wereld.als(wereld.aog), nu=NU)
    assert fout.value.zin == (
        "Deze procedure is intussen veranderd. Anna Aalbers: Fase 1: opdrachtenmarkt. "
        "Kijk of je dit nog wilt, en probeer opnieuw."
    )


def test_nobody_judges_an_own_request():
    """Q42: a P-manager who is AOG does not release own people; the directeur M&O does."""
    wereld = maak_wereld(met_aog=False)
    wereld.pmanager.functiegroep, wereld.pmanager.schaal = "tactisch_leider", 12
    wereld.pmanager.save()
    rol(RolCode.AOG, wereld.pmanager, wereld.opdracht)
    rol(RolCode.AON, wereld.aon, wereld.opdracht)
    wereld.aog = wereld.pmanager
    match = voorgesteld(wereld, gedeeld(wereld), wereld.mensen[0])
    with pytest.raises(DomeinFout) as fout:
        instemming_geven(match=match, van=InstemmingVan.PMANAGER, akkoord=True,
                         door=wereld.als(wereld.pmanager), nu=NU)
    instemming_geven(match=match, van=InstemmingVan.PMANAGER, akkoord=True,
                     door=wereld.als(wereld.dmo), nu=NU)
    assert fout.value.status == 403
    assert match.instemmingen.get(van=InstemmingVan.PMANAGER).akkoord is True


def test_reaction_takes_emoji_and_tells_the_aog():
    wereld = maak_wereld()
    publicatie = gepubliceerd(wereld)
    mens = collega(wereld, "Noor 🌱")
    reactie = reageer(publicatie, mens)
    assert Bericht.objects.filter(
        ontvanger=wereld.aog.gebruiker, sleutel__startswith=f"reactie:{reactie.public_id}"
    ).count() == 1
