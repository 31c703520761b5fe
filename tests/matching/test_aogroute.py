"""The route of AOG and AON: advice, choice, designation, register (R068, R288-R293, E01, E24)."""

from datetime import date, timedelta
from decimal import Decimal

import pytest

from config.kern.fouten import DomeinFout
from config.kern.models import Afwijking, Instelling
from matching.domain.aogroute import (
    aanwijzen,
    aanwijzing_weigeren,
    aog_kiezen,
    aon_accorderen,
)
from matching.domain.match import instemming_geven
from matching.domain.matchvraag import matchvraag_openen, matchvragen_bijwerken
from matching.domain.procedure import fase_afsluiten
from matching.domain.publicatie import tro_delen
from matching.enums import Fase, InstemmingVan, KandidaatBron, MatchStatus, Route, Uitkomst
from matching.models import Agendapunt, Kandidaat, Match, MatchtafelSessie, Procedure
from matching.rules.aogroute import beletsel_aanwijzen
from opgaven.enums import OpdrachtStatus, PlaatsSoort
from pdomein.models import Medewerker
from register.enums import RolCode
from register.queries import houder, was_bevoegd
from tests.factories.matching import (
    NU,
    Wereld,
    aog_procedure,
    aon_procedure,
    feestdagen,
    maak_wereld,
    rol,
    team_procedure,
    voorgesteld,
)
from tests.factories.pdomein import MedewerkerFactory

pytestmark = pytest.mark.django_db
PERIODE = {"begin": date(2026, 6, 1), "einde": date(2027, 6, 1), "fte": Decimal("0.2")}


def advies(wereld: Wereld, procedure: Procedure, wie: Medewerker) -> None:
    """What the table leaves behind when it closes with an advice."""
    from matching.domain.procedure import fase_overgaan

    sessie = MatchtafelSessie.objects.create(datum=date(2026, 6, 1), voorzitter=wereld.pmanager)
    punt = Agendapunt.objects.create(
        sessie=sessie, procedure=procedure, uitkomst=Uitkomst.ADVIES, motivering="Past."
    )
    Kandidaat.objects.create(
        agendapunt=punt, medewerker=wie, bron=KandidaatBron.RECRUITER, argument="Ervaren.",
        gekozen=True, geplaatst_op=NU, geplaatst_door_naam="Rita",
    )
    fase_overgaan(
        procedure=procedure, naar=Fase.KEUZE_DD, door=wereld.als(wereld.pmanager), nu=NU
    )


def gekozen(wereld: Wereld) -> Match:
    procedure = aog_procedure(wereld)
    advies(wereld, procedure, wereld.aog)
    aog_kiezen(procedure=procedure, medewerker=wereld.aog, door=wereld.als(wereld.dd), nu=NU,
               **PERIODE)
    return Match.objects.get(procedure=procedure)


def ja(wereld: Wereld, match: Match, pmanager: Medewerker) -> None:
    for van, wie in ((InstemmingVan.MEDEWERKER, match.medewerker),
                     (InstemmingVan.PMANAGER, pmanager)):
        instemming_geven(match=match, van=van, akkoord=True, door=wereld.als(wie), nu=NU)


def test_the_whole_chain_from_besluitenlijst_to_phase_0():
    """E01: AOG by two keys, then AON, then the team; the register answers."""
    feestdagen()
    wereld = maak_wereld(met_aog=False)
    opdracht = wereld.opdracht
    team = team_procedure(wereld)
    match = gekozen(wereld)
    with pytest.raises(DomeinFout) as zonder:
        aanwijzen(match=match, door=wereld.als(wereld.dmo), nu=NU)
    ja(wereld, match, wereld.pmanager2)
    aanwijzen(match=match, door=wereld.als(wereld.dmo), nu=NU)
    assert zonder.value.zin == "De instemming van medewerker en p-manager is er nog niet."
    opdracht.refresh_from_db()
    assert houder(RolCode.AOG, opdracht, date(2026, 6, 1)).medewerker_id == wereld.aog.pk
    assert opdracht.status == OpdrachtStatus.BEMENSING
    with pytest.raises(DomeinFout) as te_vroeg:
        tro_delen(procedure=team, pteams=[wereld.pteam], door=wereld.als(wereld.aog), nu=NU)
    assert te_vroeg.value.zin == "Deze opdracht heeft nog geen AON. Het team komt daarna."

    aon = voorgesteld(
        wereld, aon_procedure(wereld), wereld.aon, begin=date(2026, 6, 1), einde=date(2027, 6, 1)
    )
    ja(wereld, aon, wereld.pmanager2)
    aanwijzen(match=aon, door=wereld.als(wereld.dmo), nu=NU)
    opdracht.refresh_from_db()
    assert opdracht.status == OpdrachtStatus.IN_UITVOERING
    tro_delen(procedure=team, pteams=[wereld.pteam], door=wereld.als(wereld.aog), nu=NU)
    team.refresh_from_db()
    assert team.fase == Fase.INFORMEEL
    antwoord = was_bevoegd(
        medewerker=wereld.aog, opdracht=opdracht, op=date(2026, 6, 2),
        bekend_op=NU + timedelta(days=1), rol_code=RolCode.AOG,
    )
    assert antwoord.besluit.soort == "aanwijzing"


def test_a_province_may_ask_the_dd_to_sign_for_an_aon_too():
    """R291: a setting, off by default."""
    wereld = maak_wereld(met_aog=False)
    rol(RolCode.AOG, wereld.aog, wereld.opdracht)
    Instelling.objects.create(
        sleutel="AON_HANDTEKENING_DD", waarde=True, geldig_vanaf=date(2026, 1, 1), bron="test"
    )
    match = voorgesteld(
        wereld, aon_procedure(wereld), wereld.aon, begin=date(2026, 6, 1), einde=date(2027, 6, 1)
    )
    ja(wereld, match, wereld.pmanager2)
    dmo = wereld.als(wereld.dmo)
    with pytest.raises(DomeinFout) as fout:
        aanwijzen(match=match, door=dmo, nu=NU)
    aon_accorderen(match=match, door=wereld.als(wereld.dd), nu=NU)
    aanwijzen(match=match, door=dmo, nu=NU)
    assert fout.value.zin == "De domeindirecteur heeft deze AON nog niet geaccordeerd."
    assert houder(RolCode.AON, wereld.opdracht, date(2026, 6, 1)).medewerker_id == wereld.aon.pk


def test_another_than_advised_needs_a_motivation():
    """R289, R358."""
    wereld = maak_wereld(met_aog=False)
    procedure = aog_procedure(wereld)
    advies(wereld, procedure, wereld.aog)
    ander = MedewerkerFactory(schaal=14, functiegroep="regisseur", pteam=wereld.pteam)
    dd = wereld.als(wereld.dd)
    with pytest.raises(DomeinFout) as fout:
        aog_kiezen(procedure=procedure, medewerker=ander, door=dd, nu=NU, **PERIODE)
    aog_kiezen(procedure=procedure, medewerker=ander, door=dd, nu=NU, **PERIODE,
               afwijking_van_advies="Zij kent het gebied.")
    assert (fout.value.status, fout.value.beletsel.veld) == (400, "afwijking_van_advies")
    assert Afwijking.objects.get().regel == "advies_matchtafel_niet_gevolgd"


def test_outside_bijlage_3_needs_a_motivation():
    """R112-R115, R358."""
    wereld = maak_wereld(met_aog=False)
    procedure = aog_procedure(wereld)
    advies(wereld, procedure, wereld.mensen[0])
    with pytest.raises(DomeinFout) as fout:
        aog_kiezen(procedure=procedure, medewerker=wereld.mensen[0], door=wereld.als(wereld.dd),
                   nu=NU, **PERIODE)
    assert fout.value.beletsel.veld == "motivatie_matrix"


def test_refusal_goes_to_the_directieteam_and_back():
    """X, R290."""
    wereld = maak_wereld(met_aog=False)
    match = gekozen(wereld)
    aanwijzing_weigeren(
        match=match, reden="Te weinig ervaring.", door=wereld.als(wereld.dmo), nu=NU
    )
    procedure = Procedure.objects.get(pk=match.procedure_id)
    match.refresh_from_db()
    assert (procedure.fase, match.status) == (Fase.GEEN_OVEREENSTEMMING, MatchStatus.AFGEWEZEN)
    fase_afsluiten(procedure=procedure, naar=Fase.KEUZE_DD, reden="Het DT vraagt een ander.",
                   door=wereld.als(wereld.dd), nu=NU)
    assert Procedure.objects.get(pk=procedure.pk).fase == Fase.KEUZE_DD


def test_no_from_the_medewerker_brings_the_choice_back():
    wereld = maak_wereld(met_aog=False)
    match = gekozen(wereld)
    instemming_geven(match=match, van=InstemmingVan.MEDEWERKER, akkoord=False,
                     door=wereld.als(wereld.aog), nu=NU)
    assert Procedure.objects.get(pk=match.procedure_id).fase == Fase.KEUZE_DD


def test_scale_16_needs_a_pmanager_in_the_directieteam():
    """E24, R069, R292."""
    wereld = maak_wereld(met_aog=False)
    wereld.aog.schaal = 16
    wereld.aog.save()
    match = gekozen(wereld)
    ja(wereld, match, wereld.pmanager2)
    with pytest.raises(DomeinFout) as fout:
        aanwijzen(match=match, door=wereld.als(wereld.dmo), nu=NU)
    assert "Programmadirecteur" in fout.value.zin
    secretaris = wereld.pmanager2
    Medewerker.objects.filter(pk=secretaris.pk).update(
        schaal=18, functiegroep="strategisch_leider"
    )
    secretaris.refresh_from_db()
    rol(RolCode.PROVINCIESECRETARIS, secretaris)
    aanwijzen(match=match, door=wereld.als(wereld.dmo), nu=NU)
    assert houder(RolCode.AOG, wereld.opdracht, date(2026, 6, 1)).medewerker_id == wereld.aog.pk


def test_dbi_needs_no_table():
    """R293: the director chooses at once; the register marks the exception."""
    wereld = maak_wereld(met_aog=False)
    wereld.odomein.dbi_uitzondering = True
    wereld.odomein.save()
    procedure = aog_procedure(wereld)
    assert procedure.fase == Fase.KEUZE_DD


def test_replacement_of_an_aon_opens_a_new_matchvraag():
    """R295: by hand only when the place is empty."""
    wereld = maak_wereld()
    opdracht = wereld.opdracht
    with pytest.raises(DomeinFout) as bezet:
        matchvraag_openen(opdracht=opdracht, plaats=PlaatsSoort.AON, reden="Vertrek.",
                          door=wereld.als(wereld.aog), nu=NU)
    with pytest.raises(DomeinFout) as team:
        matchvraag_openen(opdracht=opdracht, plaats=PlaatsSoort.TEAM, reden="Meer werk.",
                          door=wereld.als(wereld.aog), nu=NU)
    assert bezet.value.zin == "Deze opdracht heeft al een AON: Ali Akin."
    assert team.value.status == 409
    matchvragen_bijwerken(nu=NU)
    assert Procedure.objects.filter(route=Route.AON).count() == 0


def test_market_for_an_aog_profile_is_possible_and_then_the_wait_counts():
    """R294."""
    from matching.domain.publicatie import tro_publiceren

    wereld = maak_wereld(met_aog=False)
    procedure = aog_procedure(wereld)
    publicatie = tro_publiceren(procedure=procedure, door=wereld.als(wereld.dd), nu=NU)
    procedure.refresh_from_db()
    assert (procedure.fase, publicatie.vroegste_bespreekdatum) == (
        Fase.MATCHTAFEL, date(2026, 6, 9)
    )




def test_nobody_chooses_or_designates_themselves():
    """R419, Q42: somebody cannot approve the own match; the DBI is the exception."""
    wereld = maak_wereld(met_aog=False)
    procedure = aog_procedure(wereld)
    advies(wereld, procedure, wereld.dd)
    zelf = {"procedure": procedure, "medewerker": wereld.dd, "door": wereld.als(wereld.dd)}
    with pytest.raises(DomeinFout) as gekozen_:
        aog_kiezen(nu=NU, **zelf, **PERIODE)
    assert (gekozen_.value.status, gekozen_.value.beletsel.veld) == (409, "medewerker")
    wereld.odomein.dbi_uitzondering = True
    wereld.odomein.save()
    aog_kiezen(nu=NU, **zelf, **PERIODE)
    match = Match.objects.get(procedure=procedure)
    match.medewerker = wereld.dmo
    beletsel = beletsel_aanwijzen(match, door=wereld.als(wereld.dmo), dag=NU.date())
    assert beletsel.zin == "Je kunt jezelf niet aanwijzen. Een andere directeur M&O doet dat."
